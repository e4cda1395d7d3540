"""Holds the figures that people state against the numbers in the words they quote.

Both the figures of the text and its bare numbers count, each with its qualifier, which may stand
before the quoted words.  Where no figure is read in them, or only one of another kind, nothing is
said: the words may give the number in a way of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from .checking import Checked
from .figures.numbers import beginnings, number_at, qualified, scale_of, side_of
from .figures.place import TIME_UNITS
from .joined import Evidence, Reading
from .locate import sentence_at
from .model import Figure, Where
from .problems import Problem, problem
from .speech.datelines import behind_number
from .speech.words import words

_APART = frozenset({"age", "share", "percent"})
"""Units of which a number is never one of people or things."""
_IN_A_WORD = 2
"""Up to this a number is often said without one: a guard, both, the couple."""


def figures(checked: Checked) -> Iterator[Problem]:
    """A figure is the one that the quoted words give, hedge and all."""
    for event in checked.dossier.events.values():
        for statement in event.statements:
            item, stated = statement.evidence, statement.figure
            if item and stated and stated.where:
                reading = checked.dossier.readings[item.source]
                yield from _held(stated, stated.where, item, reading)


def _held(stated: Figure, where: Where, item: Evidence, reading: Reading) -> Iterator[Problem]:
    numbers = list(_numbers(item, reading))
    full = _in_full(stated)
    read = [each for each in _read(item, reading, numbers) if _may_be_meant(each, full)]
    every = [*read, *numbers]
    if not read or _are_ends(full, every):
        return
    if any(_agrees(full, each, _words(each, reading)) for each in every):
        return
    said = " and ".join(f"“{_words(each, reading)}”" for each in read[:3])
    what = f"the figure is {_written(stated)}, but the text says {said}"
    meant = f"write {_written(read[0])}" if len(read) == 1 else "write the figure that is meant"
    other = "quote the words that give yours" if len(read) == 1 else "quote its words alone"
    yield problem(where, what, f"{meant}, or {other}", "figure-against-evidence")


def _numbers(item: Evidence, reading: Reading) -> Iterator[Figure]:
    """Give the numbers whose own words are quoted; of a length of time with what it counts."""
    text = reading.text
    number, _ = sentence_at(reading.passages, item.start)
    for sentence in reading.passages[number].sentences:
        if sentence.end <= item.start or item.end <= sentence.start:
            continue
        items = words(text, behind_number(text, sentence.start, sentence.end), sentence.end)
        done = 0
        for at in beginnings(items):
            found = number_at(items, at) if at >= done else None
            if found is None:
                continue
            done = end = found.end
            if item.start <= items[at].start and items[end - 1].end <= item.end:
                found = qualified(items, found)
                lasting = end < len(items) and items[end].low in TIME_UNITS
                yield Figure(
                    items[end].low if lasting else None,
                    value=found.value,
                    low=found.low,
                    high=found.high,
                    qualifier=found.qualifier,
                    start=items[found.start].start,
                    end=items[end - 1 + lasting].end,
                )


def _read(item: Evidence, reading: Reading, numbers: list[Figure]) -> Iterator[Figure]:
    """Give the figures of the quoted words, and lengths of time."""
    for each in reading.figures:
        start, end = each.start or 0, each.end or 0
        whole = item.start <= start and end <= item.end
        if whole or any(start <= (n.start or 0) and (n.end or 0) <= end for n in numbers):
            yield each
    yield from (each for each in numbers if each.counts)


def _may_be_meant(read: Figure, stated: Figure) -> bool:
    """Say whether a figure of the text is of the kind that was stated."""
    counts, counted = (read.counts or "").rstrip("s"), (stated.counts or "").lower().rstrip("s")
    if read.unit in _APART or stated.unit in _APART:
        return read.unit == stated.unit
    if read.counts in TIME_UNITS:
        return counts == counted
    if read.unit is not None and stated.unit != read.unit:
        return counts == counted
    small = max(_given(stated)) <= _IN_A_WORD
    return counts == counted or not small


def _in_full(stated: Figure) -> Figure:
    """Return what ``value: 5, unit: million`` stands for."""
    scale = scale_of(stated.unit or "")
    value, low, high = (
        None if each is None else each * scale for each in (stated.value, stated.low, stated.high)
    )
    return replace(stated, value=value, low=low, high=high)


def _given(stated: Figure) -> list[float | int]:
    return [each for each in (stated.value, stated.low, stated.high) if each is not None]


def _agrees(stated: Figure, read: Figure, words: str) -> bool:
    given = _given(stated)
    if read.value is not None:
        if stated.value is not None:
            return read.value == stated.value and _hedged_alike(stated, read)
        about = side_of(read.qualifier or "") == "value"
        around = about and min(given) <= read.value <= max(given)
        return (around or read.value in given) and _hedged_alike(stated, read)
    if stated.value is not None:
        return False
    if any(char.isdecimal() for char in words):
        return (stated.low, stated.high) == (read.low, read.high)
    # Dozens, hundreds: what a person takes them for has to meet what they can mean.
    most, last = (math.inf if f.high is None else f.high for f in (read, stated))
    return (stated.low or 0) <= most and (read.low or 0) <= last


def _hedged_alike(stated: Figure, read: Figure) -> bool:
    """Say whether no hedge was lost or turned round; one that is not read may have been added."""
    hedge = side_of(read.qualifier) if read.qualifier else None
    if hedge is None:
        return True
    if stated.qualifier:
        return side_of(stated.qualifier) in (None, hedge)
    if stated.low is None and stated.high is None:
        return False
    bounded = "low" if stated.high is None else "high" if stated.low is None else hedge
    return bounded == hedge


def _are_ends(stated: Figure, read: list[Figure]) -> bool:
    """Say whether both ends of a range are numbers of the text: 40 or, by others, 50."""
    ends = {stated.low, stated.high}
    return stated.value is None and None not in ends and ends <= {each.value for each in read}


def _words(read: Figure, reading: Reading) -> str:
    return " ".join(reading.text[read.start : read.end].split())


def _written(figure: Figure) -> str:
    """Return a figure's numbers as a record has them."""
    keys = {"value": figure.value, "low": figure.low, "high": figure.high}
    given = [f"{key}: {number}" for key, number in keys.items() if number is not None]
    return ", ".join([*given, *([f"qualifier: {figure.qualifier}"] if figure.qualifier else [])])
