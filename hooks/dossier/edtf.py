"""Dates as EDTF, levels 0 and 1 (ISO 8601-2): read, put into words, joined and compared.

A date is held as the first and last day it can mean; ``~``, ``?`` and ``%`` are kept but
widen nothing, and an open end is None.  What is no EDTF is refused with the way out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from .edtf_remedy import remedy_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""EDTF's season numbers; they begin in March, June, September and December here."""

_DATE = re.compile(
    r"(?P<year>[0-9]{1,4}X{0,3})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[~?%]?)"
)
_MARKS = {"": "", "~": "about ", "?": "possibly ", "%": "possibly about "}
_DAY = timedelta(days=1)


class EdtfError(ValueError):
    """A text is no date of EDTF level 0–1; ``str()`` says what is wrong, ``remedy`` the way out."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval of dates."""

    text: str
    earliest: date | None
    """First day it can mean; None where it is open."""
    latest: date | None
    precision: str
    """``day``, ``month``, ``season``, ``year``, ``decade``, ``century``, ``millennium`` or
    ``interval``."""
    uncertain: bool = False
    """Marked ``?`` or ``%``, in any part."""
    approximate: bool = False
    """Marked ``~`` or ``%``, in any part."""


# --- Reading --------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Return the date that ``text`` writes; raise ``EdtfError`` where it writes none."""
    try:
        return _read(str(text))
    except EdtfError as err:
        meant = remedy_for(text)
        possible = [item for item in meant if is_edtf(item)]
        if possible:
            raise EdtfError(str(err), "write " + " or ".join(possible)) from None
        if meant:  # such as 31 February 2016: say what is wrong with 2016-02-31
            _read(meant[0])
        raise


def _read(text: str) -> Edtf:
    return _interval(text) if text.count("/") == 1 else _single(text)


def is_edtf(text: str) -> bool:
    """Say whether ``text`` writes a date."""
    try:
        return bool(_read(text))
    except EdtfError:
        return False


def _interval(text: str) -> Edtf:
    first, last = (None if end in ("", "..") else _single(end) for end in text.split("/"))
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if first is None and last is None and ".." not in text:
        raise EdtfError("an interval needs a date at one end", "write both ends, or leave it out")
    if earliest and latest and earliest > latest:
        swapped = "/".join(reversed(text.split("/")))
        raise EdtfError(f"‘{_short(text)}’ ends before it begins", f"write {swapped}")
    ends = [end for end in (first, last) if end]
    return Edtf(
        text, earliest, latest, "interval",
        any(end.uncertain for end in ends), any(end.approximate for end in ends),
    )  # fmt: skip


def _single(text: str) -> Edtf:
    found = _DATE.fullmatch(text)
    if not found or len(found["year"]) != 4 or found["year"] == "XXXX":
        raise EdtfError(*_why_not(text))
    year, month, day, mark = found["year"], found["month"], found["day"], found["mark"]
    marks = {"uncertain": mark in ("?", "%"), "approximate": mark in ("~", "%")}
    if "X" in year:
        if {month, day} - {None, "XX"}:
            raise EdtfError(
                f"‘{_short(text)}’ has a month or day but no full year", f"write {year}{mark}"
            )
        earliest, latest = _years(year)
        scale = ("decade", "century", "millennium")[year.count("X") - 1]
        return Edtf(text, earliest, latest, scale, **marks)
    if year == "0000":
        raise EdtfError("there is no year 0 here", "write a year from 0001 to 9999")
    if not month or month == "XX":
        if day and day != "XX":
            raise EdtfError(f"‘{_short(text)}’ has a day but no month", f"write {year}{mark}")
        return Edtf(text, date(int(year), 1, 1), date(int(year), 12, 31), "year", **marks)
    if int(month) in SEASONS and not day:
        first, last = season_days(int(year), int(month))
        return Edtf(text, first, last, "season", **marks)
    if not 1 <= int(month) <= 12:
        raise EdtfError(f"‘{_short(text)}’: {_no_month(month, day)}", _month_remedy(year, month))
    return _in_month(text, int(year), int(month), day, **marks)


def _in_month(text: str, year: int, month: int, day: str | None, **marks: bool) -> Edtf:
    length = monthrange(year, month)[1]
    if not day or day == "XX":
        first, last = date(year, month, 1), date(year, month, length)
        return Edtf(text, first, last, "month", **marks)
    if not 1 <= int(day) <= length:
        raise EdtfError(
            f"‘{_short(text)}’: {MONTHS[month - 1]} {year} has no day {int(day)}",
            f"write a day from 01 to {length}, or the month alone: {year:04}-{month:02}",
        )
    only = date(year, month, int(day))
    return Edtf(text, only, only, "day", **marks)


def _years(year: str) -> tuple[date, date]:
    first = max(1, int(year.replace("X", "0")))
    return date(first, 1, 1), date(int(year.replace("X", "9")), 12, 31)


def season_days(year: int, season: int) -> tuple[date, date]:
    """Return first and last day of a season (21–24); winter runs into the year after."""
    first = date(year, 3 * (season - 20), 1)
    if season == 24:
        end = date.max if year == date.max.year else date(year + 1, 3, 1) - _DAY
    else:
        end = date(year, first.month + 3, 1) - _DAY
    return first, end


def _no_month(month: str, day: str | None) -> str:
    if int(month) in SEASONS and day:
        return f"{SEASONS[int(month)]} ({month}) takes no day"
    return f"there is no month {month}"


def _month_remedy(year: str, month: str) -> str:
    if int(month) in SEASONS:
        return f"write {year}-{month}, or a month from 01 to 12"
    if 33 <= int(month) <= 36:
        first = 3 * (int(month) - 33) + 1
        return f"write the quarter as {year}-{first:02}/{year}-{first + 2:02}"
    return "write a month from 01 to 12, or a season: 21 spring, 22 summer, 23 autumn, 24 winter"


def _why_not(text: str) -> tuple[str, str]:
    """Return what is wrong with a text that has not the form of a date, and the way out."""
    form = "write it as 2016, 2016-03 or 2016-03-27"
    if not text.strip():
        return "the date is empty", "write a date such as 2016-03-27, or leave it out"
    if text != text.strip():
        return f"‘{_short(text)}’ has white space around it", "leave it out"
    if text[0] in "[{":
        return (
            f"‘{_short(text)}’ lists several dates, which is EDTF level 2",
            "write the span from the first to the last, such as 2016-03/2016-05",
        )
    if text.count("/") > 1:
        return f"‘{_short(text)}’ has more than one /", form
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]", text):
        return f"‘{_short(text)}’ has a time of day; dates here are days", f"write {text[:10]}"
    if re.match(r"(?:-|Y-?)[0-9]+", text):
        return f"the year of ‘{_short(text)}’ is outside 0001 to 9999", form
    return f"‘{_short(text)}’ is no date in EDTF", form


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


# --- Words ----------------------------------------------------------------------------


def day_in_words(day: date) -> str:
    """Return a day as ``27 March 2016``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """Return a day as ``Sunday 27 March 2016``."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


@lru_cache(maxsize=4096)
def in_words(edtf: Edtf | str) -> str:
    """Return a date in words, never sharper than it is."""
    value = parse(edtf) if isinstance(edtf, str) else edtf
    if value.precision != "interval":
        return _words(value)
    first, last = (None if end in ("", "..") else parse(end) for end in value.text.split("/"))
    if first and last:
        return _span_in_words(first, last)
    if first:
        return f"since {_words(first)}"
    return f"by {_words(last)}" if last else "at a time not known"


def _words(value: Edtf) -> str:
    mark = value.text[-1] if value.text[-1] in _MARKS else ""
    return _MARKS[mark] + _bare_words(value)


def _bare_words(value: Edtf) -> str:
    first, last = value.earliest, value.latest
    if first is None or last is None:  # only intervals are open
        return "at a time not known"
    if value.precision == "day":
        return day_in_words(first)
    if value.precision == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    if value.precision == "season":
        years = f"{first.year}–{last.year % 100:02}" if last.year > first.year else f"{first.year}"
        return f"{SEASONS[20 + first.month // 3]} {years}"
    if value.precision == "year":
        return f"{first.year}"
    if value.precision == "decade":
        return f"the {value.text[:3]}0s"
    return f"between {first.year} and {last.year}"


def _span_in_words(first: Edtf, last: Edtf) -> str:
    begin, end = _words(first), _words(last)
    if begin == end:
        return begin
    marked = first.uncertain or first.approximate or last.uncertain or last.approximate
    if not marked and first.precision == last.precision:
        begin = _without_shared_end(begin, end)
        if first.latest and last.earliest and first.latest + _DAY == last.earliest:
            return f"{begin}–{end}" if begin.isdigit() else f"{begin} – {end}"
    return f"between {begin} and {end}"


def _without_shared_end(begin: str, end: str) -> str:
    """Leave out of ``begin`` the month or year that ``end`` says again."""
    words, others = begin.split(), end.split()
    while len(words) > 1 and others and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return " ".join(words)


# --- Spans ----------------------------------------------------------------------------


def from_days(earliest: date | None, latest: date | None) -> str:
    """Return the EDTF text of a span of days: one word for it where there is one, else ``a/b``."""
    if earliest and latest:
        if earliest > latest:
            raise EdtfError("the span ends before it begins", "give its first day first")
        return _one_date(earliest, latest) or _two_dates(earliest, latest)
    return f"{_end(earliest, first=True)}/{_end(latest, first=False)}"


def _one_date(first: date, last: date) -> str | None:
    if first == last:
        return first.isoformat()
    if first.day != 1 or (last != date.max and (last + _DAY).day != 1):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.month == 1 and (last.year, last.month) == (first.year, 12):
        return f"{first.year:04}"
    if first.month % 3 == 0:
        season = 20 + first.month // 3
        if season_days(first.year, season) == (first, last):
            return f"{first.year:04}-{season}"
    if first.month == 1 and first.year % 10 == 0 and last == date(first.year + 9, 12, 31):
        return f"{first.year // 10:03}X"
    return None


def _two_dates(first: date, last: date) -> str:
    ends = _end(first, first=True), _end(last, first=False)
    if len(ends[0]) != len(ends[1]):
        months = first.day == 1 and (last == date.max or (last + _DAY).day == 1)
        size = 7 if months else 10
        ends = first.isoformat()[:size], last.isoformat()[:size]
    return "/".join(ends)


def _end(day: date | None, *, first: bool) -> str:
    """Return an end of an interval as coarsely as says the same."""
    if day is None:
        return ".."
    if first:
        size = 10 if day.day > 1 else 7 if day.month > 1 else 4
    else:
        length = monthrange(day.year, day.month)[1]
        size = 10 if day.day < length else 7 if day.month < 12 else 4
    return day.isoformat()[:size]


def union(dates: Iterable[Edtf]) -> Edtf:
    """Return the shortest date that holds all of ``dates``; the same date where all are equal."""
    values: Sequence[Edtf] = tuple(dates)
    if not values:
        raise EdtfError("there is no date to join", "give at least one")
    if len({value.text for value in values}) == 1:
        return values[0]
    starts = [value.earliest for value in values if value.earliest]
    ends = [value.latest for value in values if value.latest]
    text = from_days(
        min(starts) if len(starts) == len(values) else None,
        max(ends) if len(ends) == len(values) else None,
    )
    uncertain = any(value.uncertain for value in values)
    approximate = any(value.approximate for value in values)
    mark = "%" if uncertain and approximate else "?" if uncertain else "~" if approximate else ""
    return parse("/".join(end if end == ".." else end + mark for end in text.split("/")))


def meet(one: Edtf, other: Edtf) -> bool:
    """Say whether both can mean the same day."""
    begins = one.earliest is None or other.latest is None or one.earliest <= other.latest
    ends = one.latest is None or other.earliest is None or other.earliest <= one.latest
    return begins and ends


def contains(outer: Edtf, inner: Edtf) -> bool:
    """Say whether every day ``inner`` can mean is one that ``outer`` can mean."""
    starts = outer.earliest is None or (
        inner.earliest is not None and outer.earliest <= inner.earliest
    )
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends
