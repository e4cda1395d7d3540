"""Long lists in runs: by year, month and day, or by first letter, each with a heading of its own.

A row of links over the list leads to any of them in one step.  Lists that are not long stay whole,
and so do those whose runs would be small.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ..joined import Event
from . import wording
from .here import Link
from .render import block, heading

LONG = 60
"""Rows: of more, a phone's reader has ten screens and more to go through."""
_FEW = 6
"""Rows of a run of time, on the average; of fewer its heading would be in the way."""
_FEW_OF_LETTER = 2

Item = TypeVar("Item")
_Key = Callable[[Item], str]


@dataclass(frozen=True, slots=True)
class Run(Generic[Item]):
    items: tuple[Item, ...]
    key: str
    """What its anchor ends in."""
    title: str
    short: str
    """What a link to it says, after ``within``: a month's name after the year."""
    within: str = ""


def first_day(event: Event) -> date | None:
    """Return the day by which an event has its place in time: none of it is known to be before."""
    return event.date.earliest or event.date.latest if event.date else None


def by_time(items: Sequence[Item], begins: Callable[[Item], date | None]) -> list[Run[Item]]:
    """Return items, which are in order of time, by the year, month or day in which they begin."""

    def cut(length: int) -> _Key[Item]:
        return lambda item: day.isoformat()[:length] if (day := begins(item)) else ""

    return [_timed(key, own) for key, own in _split(items, [cut(4), cut(7), cut(10)], _FEW)]


def by_letter(items: Sequence[Item], title: Callable[[Item], str]) -> list[Run[Item]]:
    """Return items, which are in order of their titles, by the letter with which these begin.

    Marks aside: É is E, though it may stand after Z in that order.
    """
    found = _split(items, [lambda item: _letter(title(item))], _FEW_OF_LETTER)
    runs = [Run(own, _LETTERS.get(key, key.lower()), key, key) for key, own in found]
    return sorted(runs, key=lambda run: (run.title == _OTHER, run.title))


def links_to(runs: Sequence[Run[Item]], anchor: str) -> list[tuple[Link, list[Link]]]:
    """Return rows of links to runs: the year, then its months; or each by itself."""
    rows: list[tuple[Link, list[Link]]] = []
    for run in runs:
        to = f"#{anchor}-{run.key}"
        if not run.within:
            rows.append((Link(run.short, to), []))
            continue
        if not rows or rows[-1][0].text != run.within:
            rows.append((Link(run.within, None), []))
        rows[-1][1].append(Link(run.short, to))
    return rows


def in_runs(
    runs: Sequence[Run[Item]],
    anchor: str,
    make: Callable[[Sequence[Item]], str],
    *,
    label: str,
    level: int = 3,
) -> list[str]:
    """Return the parts of a page that show a list; ``label`` says what the links over it are."""
    if len(runs) < 2:
        return [make(run.items) for run in runs]
    parts = [block("runs", rows=links_to(runs, anchor), label=label)]
    for run in runs:
        parts += [run_heading(run, anchor, level), make(run.items)]
    return parts


def run_heading(run: Run[Item], anchor: str, level: int = 3) -> str:
    """Return the heading of a run, which search leaves out: it says nothing of what is there."""
    written = heading(run.title, f"{anchor}-{run.key}", level)
    return f"{written.removesuffix('}')} data-search-exclude}}"


# --- How they are split ---------------------------------------------------------------


def _split(
    items: Sequence[Item], keys: Sequence[_Key[Item]], few: int, key: str = ""
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield (key, items) of each run; what is still long is split by the next of ``keys``."""
    found: dict[str, list[Item]] = {}
    if keys and len(items) > LONG:
        for item in items:
            found.setdefault(keys[0](item), []).append(item)
    if not found or (len(found) > 1 and len(items) < few * len(found)):
        yield key, tuple(items)
        return
    for each, own in found.items():
        yield from _split(own, keys[1:], few, each)


def _timed(key: str, items: tuple[Item, ...]) -> Run[Item]:
    if not key:
        return Run(items, "undated", "Without a date", "Without a date")
    words = wording.edtf_words(key)
    if len(key) == len("2011"):
        return Run(items, key, words, words)
    # Not the month's name alone: what is only known to lie in the year begins it, too.
    within = wording.edtf_words(key[:7] if len(key) > len("2011-03") else key[:4])
    return Run(items, key, f"From {words}", words.split(" ", 1)[0], within)


_OTHER = "Other letters"
_LETTERS = {"0–9": "0-9", _OTHER: "other"}


def _letter(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).casefold()
    first = next(filter(str.isalnum, plain), "")
    if first.isdigit():
        return "0–9"
    return first.upper() if first.isascii() and first else _OTHER
