"""Reads two times that stand together as one: from Monday to Wednesday, a day after Sunday.

Each is found by itself, as annotators mark them; an event takes what they mean together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from . import edtf
from .model import TimeExpression
from .times.words_for import days_in_words

_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?|[-–]", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|moving|move|postponed|delayed|shifted|rescheduled|pushed|put|brought)\b",
    re.IGNORECASE,
)
"""From one day to another: these are no stretch."""
_LOOKED_AT = 60
"""Characters before two times that may say one was put in the other's place."""
_COUNTED = re.compile(r"\s+(before|after)\s+(?:the\s+)?", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:day|night|morning|evening|week|weekend|month|year)s?\s+(?:before|after)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_BACK = 30
_DAYS = re.compile(r"P([0-9]{1,4})D")
_EXACT_WORDS = 2
"""Of "ten days"; "nearly ten days" says no day."""


def together(
    text: str, times: Sequence[TimeExpression], quoted: tuple[int, int]
) -> Iterator[TimeExpression]:
    """Yield the dates of some times in order, those that stand together as one.

    What a quotation takes from such a pair by itself stays by itself.
    """
    at = 0
    while at < len(times):
        one = times[at]
        other = times[at + 1] if at + 1 < len(times) else None
        if one.start > quoted[0] and _BESIDE.search(text[max(0, one.start - _BACK) : one.start]):
            at += 1  # the week before Easter is not Easter
            continue
        if other is None or _is_torn(one, other, quoted):
            yield one
        elif _is_run(text, one, other):
            yield _run(text, one, other)
            at += 1
        elif side := _counted(text, one, other):
            if moved := _moved(text, one, other, -1 if side == "before" else 1):
                yield moved
            at += 1
        else:
            yield one
        at += 1


def _is_torn(one: TimeExpression, other: TimeExpression, quoted: tuple[int, int]) -> bool:
    inside = [quoted[0] <= time.start and time.end <= quoted[1] for time in (one, other)]
    return inside[0] != inside[1]


def _is_run(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    if one.earliest is None or other.latest is None or other.earliest is None:
        return False
    if one.type == "DURATION" or other.type == "DURATION" or one.earliest >= other.earliest:
        return False
    between = text[one.end : other.start]
    before = text[max(0, one.start - _LOOKED_AT) : one.start]
    joined = _TO.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(before))
    return bool(joined) and not _MOVED.search(before)


def _run(text: str, one: TimeExpression, other: TimeExpression) -> TimeExpression:
    span = edtf.from_days(one.earliest, other.latest)
    how = "runs from the first of its two times to the last"
    return _made(text, one, other, span, how)


def _counted(text: str, one: TimeExpression, other: TimeExpression) -> str | None:
    """Return "before" or "after" where a length of time is counted from a date."""
    found = _COUNTED.fullmatch(text[one.end : other.start])
    if one.type != "DURATION" or one.edtf or not other.edtf or not found:
        return None
    return found[1].lower()


def _moved(
    text: str, one: TimeExpression, other: TimeExpression, sign: int
) -> TimeExpression | None:
    """Return the day so many days from another; None where that is less than sure."""
    days, day = _DAYS.fullmatch(one.value), other.earliest
    if not days or day is None or day != other.latest or len(one.text.split()) > _EXACT_WORDS:
        return None
    away = sign * int(days[1])
    if not date.min.toordinal() <= day.toordinal() + away <= date.max.toordinal():
        return None
    moved = edtf.from_days(*[day + timedelta(days=away)] * 2)
    return _made(text, one, other, moved, "is counted from the day it names")


def _made(
    text: str, one: TimeExpression, other: TimeExpression, span: str, how: str
) -> TimeExpression:
    dates, words = edtf.parse(span), text[one.start : other.end]
    return replace(
        one,
        end=other.end,
        text=words,
        type="DATE",
        value=span,
        edtf=span,
        earliest=dates.earliest,
        latest=dates.latest,
        why=f"‘{' '.join(words.split())}’ {how}: {days_in_words(dates)}.",
    )
