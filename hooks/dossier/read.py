"""Cuts a source's text into passages and sentences, each with its span in the verbatim text.

Blank lines part the blocks; a sentence ends at a full stop, question or exclamation mark that
white space follows, unless the word before it or the one after it speaks against.  Every
character other than white space lies in exactly one sentence, and all of it takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .model import Passage, Sentence

ROLES = ("title", "standfirst", "caption")
"""What a block can be besides body."""

_BETWEEN_BLOCKS = re.compile(r"(?:\r\n?+|\n)[^\S\r\n]*+(?:\r\n?+|\n)\s*+")

_STOP = re.compile(r"([.!?…؟۔।॥]++|[。！？]++)([\"'”’»›“‘«‹)\]}」』]*+)")
_OPENING = "\"`'“‘«‹„([{「『—–-¿¡"
_CLOSES_TOO = {"“": "„", "‘": "‚", "«": "»", "‹": "›"}
"""Marks that open in one language and close in another, there with these before them."""
_SPACED = (" »", "\u00a0»", "\u202f»", "\u2009»")
_QUOTED = 2000
"""How far back, in characters, the mark that opened is looked for."""
_ASIAN_STOPS = "。！？"
_REACH = 24
"""How far back, in characters, the word before a full stop is looked for."""

_BEFORE_A_NAME = frozenset(
    "mr mrs ms dr prof gen col lt sgt maj capt cpt cmdr cdr adm sen rep reps sens gov rev fr st ste"
    " hon pres messrs mme mlle supt insp cpl pvt pfc brig amb atty spc det sec mt ft vs v mx msgr"
    " sgts gens drs profs dep asst e.g i.e cf viz fig art op ald cllr cpo ens hrh m.p mssrs"
    " проф ген им ул акад д-р".split()
)
"""Abbreviations that never end a sentence: a name or an example follows."""

_BEFORE_A_NUMBER = frozenset(
    "no nos p pp vol vols ch sec art fig pt jan feb mar apr jun jul aug sep sept oct nov dec"
    " стр см".split()
)
"""Abbreviations that do not end a sentence where a digit follows ("No. 10", "Jan. 5")."""

_MAYBE_LAST = frozenset(
    "inc ltd co corp cie bros plc llc jr sr etc esq al est approx dept univ assn ave blvd rd hwy sq"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont"
    " neb nev okla ore pa penn tenn tex vt va wash wis wyo ont que ph.d"
    " руб млн млрд тыс др".split()
)
"""Abbreviations that end a sentence only where the next word is one that begins sentences."""

STARTERS = frozenset(
    "the a an in on at by for from with after before as if when while since until although though"
    " because he she it they we you i his her its their our my your this that these those there"
    " here but and or so yet nor however meanwhile also then now today yesterday earlier later"
    " what who where why how which whose some many most several both all each every no not none"
    " one two three four five six seven eight nine ten another other others more less few about"
    " during under over among between despite according instead still even only just once"
    " to of is are was were do does did has have had can could will would may might must should"
    " в на он она они это по но и мы с из за как что".split()
)
"""Words that, with a capital after an abbreviation, can only begin a sentence."""

_AFTER_THE_HOUR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december gmt utc est edt cst cdt mst mdt pst pdt"
    " et ct pt cet cest bst ist msk eastern central mountain pacific".split()
)

_ASKED = re.compile(
    r"(?:[^\W\d_a-z][\w’'.-]*[ \u00a0]){1,4}"
    r"(?:said|says|asked|asks|told|wrote|added|shouted|cried|replied|tweeted|wondered|yelled)\b"
)
_LETTERS_AND_DOTS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMBER_OF_ITEM = re.compile(r"\d{1,3}")
_TWO_INITIALS = re.compile(r"[^\W\d_]\.-[^\W\d_]")
_WORD = re.compile(r"[^\W_][\w’'-]{0,40}")
_PARTICLE = re.compile(r"(?:al|el|as|ar|an)[-‐‑–][^\W\d_a-z]|[a-z][A-Z]")


def read_source(text: str, parts: Mapping[str, int] | None = None) -> tuple[Passage, ...]:
    """Return the passages of ``text`` in order, body passages numbered from "1".

    ``parts`` maps a role (:data:`ROLES`) to the number of its block, from 1; other roles and
    numbers of no block are left to those who check the record.
    """
    roles = {number: role for role, number in (parts or {}).items() if role in ROLES}
    passages = []
    body = 0
    for number, (start, end) in enumerate(_blocks(text), start=1):
        role = roles.get(number, "body")
        if role == "body":
            body += 1
        name = str(body) if role == "body" else role
        sentences = tuple(Sentence(name, *span) for span in _sentences(text, start, end))
        passages.append(Passage(name, role, start, end, sentences))
    return tuple(passages)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between blank lines, without the white space around them.

    ``str.splitlines`` would take U+2028 and others for line ends; only CR and LF are.
    """
    start = 0
    for gap in _BETWEEN_BLOCKS.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(kept)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of the block ``start``–``end``."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        at = _behind_spaced_mark(text, begin, stop.end(), end)
        if at == end:
            break
        if any(mark in _CLOSES_TOO and not _closes(text, begin, stop, mark) for mark in stop[2]):
            continue
        follows = _skip_space(text, at, end)
        if follows == at and stop[1][0] not in _ASIAN_STOPS:
            continue
        if _ends_here(text, start, stop, follows, end):
            yield start, at
            start = follows
    yield start, end


def _behind_spaced_mark(text: str, begin: int, at: int, end: int) -> int:
    """Return where a stop ends with the mark that French sets off by a space: « Oui. »."""
    if text[at : at + 2] not in _SPACED or at + 2 > end:
        return at
    far = max(begin, at - _QUOTED)
    return at + 2 if text.rfind("«", far, at) > text.rfind("»", far, at) else at


def _closes(text: str, begin: int, stop: re.Match[str], mark: str) -> bool:
    """Say whether a mark that may open closes here: the last of its kind before is its partner."""
    far = max(begin, stop.start() - _QUOTED)
    partner = text.rfind(_CLOSES_TOO[mark], far, stop.start())
    return partner >= 0 and partner > text.rfind(mark, far, stop.start())


_SPACE = re.compile(r"\s*+")


def _skip_space(text: str, at: int, end: int) -> int:
    found = _SPACE.match(text, at, end)
    return found.end() if found else at


def _ends_here(text: str, start: int, stop: re.Match[str], follows: int, end: int) -> bool:
    """Say whether the sentence begun at ``start`` ends at ``stop``."""
    if stop[1][0] in _ASIAN_STOPS:
        return True
    opened = follows
    while opened < min(end, follows + 4) and text[opened] in _OPENING:
        opened += 1
    if opened == end or text[opened] in ".!?…,;:":
        return False
    before = _word_before(text, start, stop.start())
    if text[opened].islower():
        return not _is_abbreviation(before) and bool(_PARTICLE.match(text, opened, end))
    if stop[1] != ".":
        return not (stop[2] and _ASKED.match(text, opened, min(end, opened + 80)))
    return _full_stop_ends(start, stop, before, text[opened : min(end, opened + 60)])


def _full_stop_ends(start: int, stop: re.Match[str], before: str, rest: str) -> bool:
    """Say whether one full stop, before a capital or a digit, ends the sentence."""
    if stop.start() - start == len(before) and _NUMBER_OF_ITEM.fullmatch(before):
        return False
    if stop[2].strip(")]"):
        return True  # a closing quotation mark: no abbreviation would stand before it
    found = _WORD.match(rest)
    return _may_end(before, found[0] if found else "", rest)


def _word_before(text: str, start: int, stop: int) -> str:
    """Return the word that ends at ``stop``, with the dots in it, without opening marks."""
    words = text[max(start, stop - _REACH) : stop].split()
    return words[-1].lstrip(_OPENING) if words and not text[stop - 1].isspace() else ""


def _is_abbreviation(word: str) -> bool:
    folded = word.lower()
    return (
        folded in _BEFORE_A_NAME
        or folded in _BEFORE_A_NUMBER
        or folded in _MAYBE_LAST
        or _is_initial(word)
        or bool(_LETTERS_AND_DOTS.fullmatch(word))
    )


def _is_initial(word: str) -> bool:
    """Say whether ``word`` is one letter, or two names' initials with a hyphen ("J.-P")."""
    return (len(word) == 1 and word.isalpha()) or bool(_TWO_INITIALS.fullmatch(word))


def _may_end(before: str, after: str, rest: str) -> bool:
    """Say whether a full stop between the words ``before`` and ``after`` ends a sentence."""
    folded = before.lower()
    if folded in _BEFORE_A_NAME:
        return False
    if after[:1].isdigit() and folded in _BEFORE_A_NUMBER:
        return before.islower() and folded == "no"
    if folded in ("a.m", "p.m"):
        return after.lower() not in _AFTER_THE_HOUR and " time" not in rest[: len(after) + 6]
    if folded in _MAYBE_LAST or len(before) == 1 or "." in before:
        dotted = _is_initial(before) or _LETTERS_AND_DOTS.fullmatch(before)
        if folded not in _MAYBE_LAST and not dotted:
            return True
        initial = len(after) == 1 and rest[1:2] == "."
        return re.split("[’']", after)[0].lower() in STARTERS and not initial
    return True
