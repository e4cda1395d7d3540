"""Cuts a passage into the items that speech is found in: words, marks and whole quotations.

A quotation is one item, so that what is said inside it is never taken for the article's own;
a sentence's end inside a quotation does not count.  One pass, linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from ..kept import Kept
from ..model import Sentence


class Item(NamedTuple):
    """A word, a mark or a quotation, with its span in the text."""

    low: str
    """In lower case, straight apostrophes; for a quotation, the mark that opens it."""
    start: int
    end: int
    tag: str
    """``det``, ``pron``, …, (words.txt), ``name``, ``word``, ``num``, ``mark`` or ``quote``."""
    caps: bool = False
    """Whether it is all in capitals, as initials are: UNESCO."""
    stop: str = ""
    """The mark at the end of a quotation, within it: a comma parts it from what follows."""


_QUOTE_MARK = re.compile(r"[“”„«»\"‘]|''|``")
_CLOSE_SINGLE = re.compile(r"[’'](?!\w)")
_CLOSING = {"“": '”“"', "„": "”“", "«": "»", "»": "«", '"': '"”', "''": ("''",), "``": ("''",)}
_SINGLE_REACH = 1000
_NAMES_TOO = frozenset({"finite", "word", "adv", "aux"})
"""Kinds of words that a capital within a sentence makes names: Ian Read, Will."""

_IN_MAY = re.compile(r" \d|, \d")
LONGEST = 400
"""Items of the longest sentence; a longer one, no sentence at all, is cut."""
_TOKEN = re.compile(
    r"@?\w[\w\u0300-\u036f]*+(?>(?:[’'.‐‑/&-]|(?<=\d),(?=\d))\w[\w\u0300-\u036f]*+)*+"
    r"|[,;:()\[\]—–―…?!]|--|(?<=\s)-(?=\s)"
)
_MARKS = frozenset(",;:()[]…?!")


@cache
def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Return the sections of a word list beside this module, each with its words in order."""
    sections: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in files(__package__).joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif not line.startswith("#"):
            sections[section] = sections.get(section, ()) + tuple(line.split())
    return sections


@cache
def _tags() -> dict[str, str]:
    kinds = (
        "word",
        "finite",
        "time",
        "num",
        "adv",
        "aux",
        "sub",
        "conj",
        "prep",
        "det",
        "rel",
        "pron",
    )
    return {word: kind for kind in kinds for word in word_lists("words.txt")[kind]}


@cache
def _common() -> frozenset[str]:
    """Words that a capital at the start of a sentence makes no name."""
    lists = word_lists("cues.txt")
    kinds = ("unknown", "group", "body", "document", "opening")
    return frozenset(word for kind in kinds for word in lists[kind])


def quotations(text: str, start: int, end: int, *, goes_on: bool) -> tuple[tuple[int, int], ...]:
    """Return the spans of the quotations in ``text[start:end]``, marks included.

    ``goes_on`` says that the next passage begins with a quotation mark, so that one left open
    here runs to the end.
    """
    found: list[tuple[int, int]] = []
    opened, mark = -1, ""
    singles = _single_closings(text, start, end)
    for match in _QUOTE_MARK.finditer(text, start, end):
        at, sign = match.start(), match[0]
        if opened >= 0 and sign in _CLOSING[mark] and not _opens(text, at, match.end(), sign, mark):
            found.append((opened, match.end()))
            opened = -1
        elif sign == "‘":
            closed = bisect_right(singles, at + 1)
            near = closed < len(singles) and singles[closed] - at < _SINGLE_REACH
            if near and opened < 0 and (not found or at >= found[-1][1]):
                found.append((at, singles[closed]))
        elif (
            sign != "”"
            and (opened < 0 or sign == mark)
            and (not text[match.end() : match.end() + 1].isspace() or _spaced(text, at, sign))
        ):
            opened, mark = at, sign
    if opened >= 0 and (goes_on or opened == start):
        found.append((opened, end))
    return _apart(found) if len(found) > 1 else tuple(found)


def _spaced(text: str, at: int, sign: str) -> bool:
    """Say whether a mark opens as French has it, with a space behind: « Oui »."""
    return sign == "«" and not text[at - 1 : at].strip()


def _single_closings(text: str, start: int, end: int) -> list[int]:
    """Return where single quotations can end; apostrophes look the same, so only if one opens."""
    if text.find("‘", start, end) < 0:
        return []
    return [match.end() for match in _CLOSE_SINGLE.finditer(text, start, end)]


def _opens(text: str, at: int, after: int, sign: str, mark: str) -> bool:
    """Say whether a mark that could close stands where only an opening one can."""
    if sign in "“«" and sign == mark:
        return text[at - 1] not in ",.!?" or not text[after : after + 1].isspace()
    return sign in ('"', "''") and text[at - 1].isspace() and text[after : after + 1].isalnum()


def _apart(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for span in sorted(found):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
        elif span[1] > kept[-1][1]:
            kept[-1] = span
    return tuple(kept)


def units(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[tuple[int, int]],
    days: Sequence[tuple[int, int]] = (),
) -> Iterator[tuple[Item, ...]]:
    """Yield the items of each sentence of one passage, those joined by a quotation together.

    ``days`` are the spans of its dates and times, in order; their words are tagged ``time``.
    """
    ends = [right for _, right in quotes]
    start = None
    for sentence in sentences:
        start = sentence.start if start is None else start
        over = bisect_right(ends, sentence.end)
        cut = over < len(quotes) and quotes[over][0] < sentence.end
        if cut and sentence is not sentences[-1]:
            continue
        first = bisect_right(ends, start)
        items = _items(text, start, sentence.end, quotes[first : over + cut])
        known = _dated(items, _within(days, start, sentence.end)) if days else tuple(items)
        for at in range(0, len(known), LONGEST):
            yield known[at : at + LONGEST]
        start = None


def _within(days: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return those of the days, none over another, that meet ``text[start:end]``."""
    low = bisect_left(days, (start, start))
    low -= low > 0 and days[low - 1][1] > start
    return days[low : bisect_left(days, (end + 1,))]


def _dated(items: list[Item], days: Sequence[tuple[int, int]]) -> tuple[Item, ...]:
    starts = [item.start for item in items] if days else []
    for begin, end in days:
        at = bisect_left(starts, begin)
        while at < len(items) and items[at].end <= end:
            if items[at].tag not in ("quote", "mark"):
                low, start, close, _, caps, stop = items[at]
                items[at] = Item(low, start, close, "time", caps, stop)
            at += 1
    return tuple(items)


def _items(text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Item]:
    found: list[Item] = []
    for left, right in quotes:
        found += words(text, start, left)
        found.append(_quote(text, left, min(right, end)))
        start = right
    found += words(text, start, end)
    return found


def words(text: str, start: int, end: int) -> list[Item]:
    """Return the words and marks of ``text[start:end]``, quotation marks left out."""
    found: list[Item] = []
    at = start
    for piece in text[start:end].split(" "):
        for low, begin, close, tag, caps in _CUT[piece]:
            sure = tag or _month(text, at + close, found)
            parts = (low, at + begin, at + close, sure, caps, "")
            found.append(tuple.__new__(Item, parts))  # in a third of the time of Item()
        at += len(piece) + 1
    if found and "-" in (text[start], text[end - 1]):
        found = [item for item in found if not _is_hyphen(text, item, start, end)]
    if found and (tag := _FIRST[text[found[0].start : found[0].end]]):
        found[0] = found[0]._replace(tag=tag)
    return found


def _cut(piece: str) -> tuple[tuple[str, int, int, str, bool], ...]:
    """Return the words and marks of a piece: in lower case, the span, the tag, whether capitals.

    The tag is that of a word within a sentence; "May" has none: what is around says what it is.
    """
    found = []
    for match in _TOKEN.finditer(f" {piece} "):
        low, tag, caps, capital, _ = _known(match[0])
        if capital and tag != "mark":
            named = caps or tag in _NAMES_TOO
            tag = "" if match[0] == "May" else "name" if named else tag
        found.append((low, match.start() - 1, match.end() - 1, tag, caps))
    return tuple(found)


_CUT = Kept(_cut)


def _is_hyphen(text: str, item: Item, start: int, end: int) -> bool:
    """Say whether an item is no dash, but a hyphen at an edge of ``text[start:end]``."""
    if text[item.start : item.end] != "-":
        return False
    begins = item.start == start and not text[max(0, start - 1) : start].isspace()
    return begins or item.end == end


def _month(text: str, close: int, before: Sequence[Item]) -> str:
    """Return the tag of "May" up to ``close``: a name only behind one, without a day or year."""
    if not before or _IN_MAY.match(text, close):
        return "time"
    _, _, _, capital, ordinary = _known(text[before[-1].start : before[-1].end])
    return "name" if capital and not ordinary else "time"


def _first(word: str) -> str:
    """Return the tag a word has only where it begins a sentence: a capital makes it no name."""
    low, tag, caps, capital, _ = _known(word)
    if tag == "mark" or caps or word == "May":
        return ""
    return "word" if low in _common() else tag if capital else ""


_FIRST = Kept(_first)


@lru_cache(maxsize=8192)
def _known(word: str) -> tuple[str, str, bool, bool, bool]:
    """Return of a word its lower case, tag, whether in capitals, has a capital, and is listed."""
    if word[0] in "—–―-":
        return "-", "mark", False, False, False
    low = word.lower().replace("’", "'")
    tag = _tags().get(low)
    shape = tag or ("mark" if word in _MARKS else _shape(word, low))
    caps = len(word) > 1 and word.isupper()
    return low, shape, caps, word[0].isupper(), tag is not None


def _shape(word: str, low: str) -> str:
    if word[0].isupper() or (word[0].isalpha() and word[0].swapcase() == word[0]):
        return "name"  # in an English report, a word in letters without capitals is one too
    if low[0].isdigit():
        return "num"
    return "adv" if low.endswith("ly") and len(low) > 4 else "word"


def _quote(text: str, start: int, end: int) -> Item:
    """A quotation as one item; a word or two in marks without a stop is a word like others."""
    inner = text[start + 1 : min(end - 1, start + 50)].strip("'` ")
    scare = len(inner) < 40 and inner.count(" ") < 3 and not inner.endswith((".", ",", "!", "?"))
    stop = text[start:end].rstrip("”\"’'»“ ")[-1:]
    return Item(text[start], start, end, "scare" if scare else "quote", stop=stop)
