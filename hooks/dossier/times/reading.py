"""How an expression is read: its type, its TIMEX3 value, its days, and the reason in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .found import Found
from .periods import Period


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around an expression, and the day of publication, tell about it."""

    day: date
    """The day of publication."""
    week_starts: str
    focus: Period | None = None
    """The date last spoken of, which "that year" and "a day later" go back to."""
    distant: bool = False
    """True where that was some sentences ago."""
    quarter: Period | None = None
    """The quarter last spoken of; in reports of results "a year earlier" means its like."""
    weekday: Period | None = None
    """The day that the same sentence names."""
    closed: Period | None = None
    """The three months that the same sentence gives by their end, whatever their number."""
    running: str = ""
    """The length of which results were spoken of since the last quarter was: P9M."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    type: str
    value: str
    how: str
    """Says how the words mean it: "is the latest Sunday up to that day"."""
    first: date | None = None
    last: date | None = None
    period: Period | None = None
    """What later words may go back to."""
    relative: bool = False
    """True where it depends on the day of publication."""


NO_TIME = Reading("", "", "is no time")
"""What reads like a time and is none."""

Read = Callable[[Found, Context], Reading | None]
"""Gives the reading of what a rule found, or None where the words mean no time after all."""


@dataclass(frozen=True, slots=True)
class Example:
    """A rule's example, which is also its test; the expression stands in [ ]."""

    text: str
    value: str
    """Empty where the words mean no time."""
    edtf: str | None
    published: str


def eg(text: str, value: str, edtf: str | None = None, published: str = "2016-03-30") -> Example:
    """Return a rule's example; a short name, as there are many."""
    return Example(text, value, edtf, published)


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: str
    read: Read
    example: Example
    after: str = ""
    """Words and {classes}, one of which must come before; "^" is the edge of the sentence."""
    before: str = ""
    """One of which must come after it."""
    not_after: str = ""
    not_before: str = ""


def dated(period: Period, how: str, *, relative: bool = True) -> Reading:
    """Return the reading of a whole period."""
    return Reading("DATE", period.value, how, period.first, period.last, period, relative)


def undated(type_: str, value: str, how: str) -> Reading:
    """Return the reading of what names no date."""
    return Reading(type_, value, how)
