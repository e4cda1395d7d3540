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
_KEPT = 1_000
"""Characters of the longest stretch whose items are kept."""
LONGEST = 400
"""Items of the longest sentence; a longer one, no sentence at all, is cut."""
_TOKEN = re.compile(
    r"@?\w[\w\u0300-\u036f]*+(?:(?:[’'.‐‑/&-]|(?<=\d),(?=\d))\w[\w\u0300-\u036f]*+)*+"
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
            and not text[match.end() : match.end() + 1].isspace()
        ):
            opened, mark = at, sign
    if opened >= 0 and (goes_on or opened == start):
        found.append((opened, end))
    return _apart(found)


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
        low = bisect_right(days, start, key=lambda day: day[1])
        high = bisect_right(days, sentence.end, key=lambda day: day[0])
        known = _dated(tuple(items), days[low:high])
        for at in range(0, len(known), LONGEST):
            yield known[at : at + LONGEST]
        start = None


def _dated(items: tuple[Item, ...], days: Sequence[tuple[int, int]]) -> tuple[Item, ...]:
    if not days:
        return items
    found = list(items)
    starts = [item.start for item in items]
    for begin, end in days:
        at = bisect_left(starts, begin)
        while at < len(found) and found[at].end <= end:
            if found[at].tag not in ("quote", "mark"):
                found[at] = found[at]._replace(tag="time")
            at += 1
    return tuple(found)


def _items(text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Item]:
    found: list[Item] = []
    for left, right in quotes:
        found += items_of(text, start, left)
        found.append(_quote(text, left, min(right, end)))
        start = right
    found += items_of(text, start, end)
    return found


def items_of(text: str, start: int, end: int) -> tuple[Item, ...]:
    """Return the words and marks of ``text[start:end]``; of the last sentences read, as they were.

    Speech and figures are found in the same sentences; longer stretches are not kept.
    """
    if end - start > _KEPT:
        return words(text, start, end)
    return _items_of(text, start, end)


@lru_cache(maxsize=512)
def _items_of(text: str, start: int, end: int) -> tuple[Item, ...]:
    return words(text, start, end)


def words(text: str, start: int, end: int) -> tuple[Item, ...]:
    """Return the words and marks of ``text[start:end]``, quotation marks left out."""
    found: list[Item] = []
    after_name = False
    for match in _TOKEN.finditer(text, start, end):
        low, tag, caps, capital, ordinary = _known(match[0])
        if not found or capital:
            tag = _placed(text, match, (low, tag, caps), first=not found, after_name=after_name)
        begin, close = match.span()
        parts = (low, begin, close, tag, caps, "")
        found.append(tuple.__new__(Item, parts))  # in a third of the time of Item()
        after_name = capital and not ordinary
    return tuple(found)


def _placed(
    text: str, match: re.Match[str], known: tuple[str, str, bool], *, first: bool, after_name: bool
) -> str:
    """Return the tag of a word that begins a sentence or has a capital."""
    low, tag, caps = known
    if tag == "mark":
        return tag
    if match[0] == "May":
        dated = _IN_MAY.match(text, match.end()) or not after_name
        return "time" if dated else "name"
    if caps:
        return "name"
    if first:
        return "word" if low in _common() else tag
    return "name" if tag in _NAMES_TOO else tag


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
