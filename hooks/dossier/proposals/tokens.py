"""Cuts a sentence into words, each with what reading a name needs: capital, possessive, hyphens.

"ISIS-held" is the word "ISIS" with a tail, "anti-Roe" the word "Roe" with a prefix, "Roe’s" the
word "Roe", possessive; "al-Masri" and "Jean-Luc" stay whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..kept import Kept
from ..names.fold import APOSTROPHES, HYPHENS, WORD
from ..names.words import ARTICLES_IN_NAMES, FORMS_OF_ADDRESS, OFFICES
from .words import NO_PEOPLE, OFFICES_OF_MANY, PEOPLE_ENDINGS, PEOPLES, TAILS

_WORD = WORD.pattern
_TOKEN = re.compile(
    rf"(\d[\d.,]*\d(?![\w{re.escape(HYPHENS)}])|(?:[^\W\d_]\.){{2,}}(?!\w)|(?:{_WORD})(?>[{APOSTROPHES}{re.escape(HYPHENS)}](?:{_WORD}))*+)"
)
_HYPHENS = re.compile(f"[{HYPHENS}]")
_POSSESSIVE = re.compile(f"[{APOSTROPHES}][sS]\\Z")
_TAIL = re.compile(f"[{HYPHENS}]({_WORD})")
_TITLES = FORMS_OF_ADDRESS | OFFICES
_OFFICES = _TITLES | OFFICES_OF_MANY
_DOTTED_SHORT = _TITLES | {"st", "mt", "ft", "jr", "sr", "lt"}


class Token(NamedTuple):
    """A word, without where it stands: one that comes again is the same value."""

    text: str
    low: str
    gap: str
    """What stands between it and the token before: " " for any white space, else verbatim."""
    whole: int
    """How many characters it has with possessive and tail."""
    capital: bool = False
    possessive: bool = False
    tail: str = ""
    """What a hyphen puts after it, in lower case."""

    @property
    def joins(self) -> bool:
        """Whether it continues what the token before began."""
        return self.gap == " "

    @property
    def office(self) -> bool:
        """Whether it is a person's office or form of address, one or several persons'."""
        return self.low.rsplit("-", 1)[-1] in _OFFICES

    @property
    def people(self) -> bool:
        """Whether it is the adjective or noun of a people, a belief or a party's followers."""
        return _is_people(self.low)


@lru_cache(maxsize=4096)
def _is_people(word: str) -> bool:
    low = parts_of(word)[-1].removesuffix("s")
    if word in PEOPLES or low in PEOPLES:
        return True
    return low.endswith(PEOPLE_ENDINGS) and low not in NO_PEOPLE and len(low) > 4


class Words(NamedTuple):
    """The words of a stretch of text, and where each begins."""

    tokens: list[Token]
    starts: list[int]

    def end(self, number: int) -> int:
        """Return where a word ends, without possessive and tail."""
        return self.starts[number] + len(self.tokens[number].text)

    def whole(self, number: int) -> int:
        """Return where a word ends with them."""
        return self.starts[number] + self.tokens[number].whole


def words_of(text: str, start: int, end: int) -> Words:
    """Return the words of ``text`` from ``start`` to ``end``."""
    tokens: list[Token] = []
    starts: list[int] = []
    found = Words(tokens, starts)
    at = behind = start  # where the piece begins, and where the last word ends
    for piece in text[start:end].split(" "):
        known = _ALONE[piece]
        if known:
            begin, token, ends = known
            first = at + begin
            if begin or first != behind + 1:
                token = _behind(_gap(text, behind, first), token)
            tokens.append(token)
            starts.append(first)
            behind = at + ends
        elif known is None:
            behind = _cut(text, (at, at + len(piece)), behind, found)
        at += len(piece) + 1
    return found


def _behind(gap: str, token: Token) -> Token:
    word, low, _, whole, capital, possessive, tail = token
    return Token(word, low, gap, whole, capital, possessive, tail)


def _gap(text: str, behind: int, start: int) -> str:
    gap = text[behind:start]
    return " " if gap.isspace() else gap


_Alone = tuple[int, Token, int] | tuple[()]


def _alone(piece: str) -> _Alone | None:
    """Return the one word of a piece without spaces, where it begins and where the next may.

    Of a piece of marks that is empty; None if there are more words, or where there is a hyphen:
    what that does depends on the word before.
    """
    found = Words([], [])
    ends = _cut(piece, (0, len(piece)), 0, found)
    if not found.tokens:
        return ()
    if len(found.tokens) > 1 or _HYPHENS.search(piece):
        return None
    return found.starts[0], found.tokens[0]._replace(gap=" "), ends


_ALONE: Kept[_Alone | None] = Kept(_alone)


def _cut(text: str, span: tuple[int, int], behind: int, found: Words) -> int:
    """Add the words of a piece to ``found``, behind which it stands; return where they end."""
    for match in _TOKEN.finditer(text, *span):
        if match.start() < behind:
            continue
        gap = _gap(text, behind, match.start())
        start, token = _token(text, match.span(), gap, found.tokens)
        found.tokens.append(token)
        found.starts.append(start)
        behind = start + token.whole
        if text.startswith(".", behind) and _abbreviated(token):
            behind += 1
    return behind


def _abbreviated(token: Token) -> bool:
    """Say whether a full stop behind ``token`` belongs to it; at a sentence's end it is all one."""
    if token.whole > len(token.text):
        return False
    return (len(token.text) == 1 and token.capital) or token.low in _DOTTED_SHORT


def _token(text: str, span: tuple[int, int], gap: str, before: list[Token]) -> tuple[int, Token]:
    """Return where a word begins, and the word."""
    start, whole = span
    if text[whole - 1] == ".":
        tail = _TAIL.match(text, whole)
        token = _made(text, span, gap)
        if tail:
            token = token._replace(tail=tail[1].lower(), whole=tail.end() - start)
        return start, token
    possessive = _POSSESSIVE.search(text, start, whole)
    parts = _parts(text, start, possessive.start() if possessive else whole)
    start, token = _hyphenated(text, parts, gap, before)
    return start, token._replace(possessive=bool(possessive), whole=whole - start)


def parts_of(word: str) -> list[str]:
    """Return the parts of a word between its hyphens."""
    return _HYPHENS.split(word)


def _parts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    parts = []
    for hyphen in _HYPHENS.finditer(text, start, stop):
        parts.append((start, hyphen.start()))
        start = hyphen.end()
    return [*parts, (start, stop)]


def _hyphenated(
    text: str, parts: list[tuple[int, int]], gap: str, before: list[Token]
) -> tuple[int, Token]:
    (start, first_end), (last, stop) = parts[0], parts[-1]
    first, tail = text[start:first_end], text[last:stop]
    entire = _made(text, (start, stop), gap)
    if len(parts) == 1:
        return start, entire
    if tail[:1].isupper():
        if first[:1].isupper() or first.lower() in ARTICLES_IN_NAMES:
            return start, entire
        return last, _made(text, (last, stop), "-")
    if not first[:1].isupper():
        return start, entire
    given_name = bool(before) and before[-1].capital and gap == " " and _may_be_syllable(tail)
    if given_name and not before[-1].people:
        return start, entire
    return start, _made(text, (start, first_end), gap)._replace(tail=tail.lower() or "-")


def _may_be_syllable(tail: str) -> bool:
    """Say whether ``tail`` can end a name like "Ki-moon", not a compound like "Ohio-born"."""
    return len(tail) <= 5 and tail.lower() not in TAILS and not tail.endswith(("ed", "ing"))


def _made(text: str, span: tuple[int, int], gap: str) -> Token:
    start, end = span
    word = text[start:end]
    cut = _HYPHENS.search(word)
    after_article = cut is not None and word[: cut.start()].lower() in ARTICLES_IN_NAMES
    bare = word[cut.end() :] if cut and after_article else word
    return Token(word, word.lower().rstrip("."), gap, end - start, bare[:1].isupper())
