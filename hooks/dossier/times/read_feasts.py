"""Readings of feasts and holidays: Christmas Eve, Easter, Thanksgiving, the Fourth of July."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .found import Found
from .periods import Period, later, year
from .read_dates import pointed_to, which_year, year_number
from .reading import Context, Reading, dated, undated


def feast(found: Found, at: Context) -> Reading | None:
    """Reads Christmas; New Year’s Day; Thanksgiving."""
    words = found.said("holiday")
    rule = next((_FEASTS[word] for word in words if word in _FEASTS), None)
    if rule is None:
        return None
    if isinstance(rule, int):
        rule = _on_weekday(rule, words)
    if rule is None:
        return None
    if "eve" in words:
        rule = {"12-25": "12-24", "01-01": "12-31"}.get(str(rule), rule)
    if found.has("year"):
        given = Period("day", _feast_in(rule, year_number(found)))
        return dated(given, "is the day of the feast in that year", relative=False)
    if found.has("whichyear"):
        base, how = which_year(found, at)
        given = Period("day", _feast_in(rule, base.first.year))
        return dated(given, f"is the day of the feast in {how}")
    days = [Period("day", _feast_in(rule, at.day.year + n)) for n in (-1, 0, 1)]
    which = set(found.said("which"))
    if which & {"last", "past"}:
        return dated([day for day in days if day.first < at.day][-1], "is the latest one before")
    if which & {"next", "coming"}:
        return dated(next(day for day in days if day.first > at.day), "is the first one after")
    return _by_context(rule, days, found, at)


def _by_context(rule: str | int, days: list[Period], found: Found, at: Context) -> Reading | None:
    """Read a feast without its year: by what was spoken of, else by the tense."""
    if "that" in found.said("which") and at.focus:
        return _of_focus(rule, at.focus)
    if found.intended:
        return undated("DATE", "XXXX-XX-XX", _OF_THEN)
    chosen, how = pointed_to(days, found, at)
    return dated(chosen, f"is the {how}")


_OF_THEN = "was to come when it was spoken of; no date follows from it"


def _of_focus(rule: str | int, focus: Period) -> Reading | None:
    """Reads "that Christmas": the one in the year last spoken of, if that is one year."""
    if focus.first.year != focus.last.year:
        return None
    given = Period("day", _feast_in(rule, focus.first.year))
    return dated(given, "is the day of the feast in the year last spoken of")


_FEASTS: dict[str, str | int] = {
    "palm": -7, "maundy": -3, "good": -2, "ash": -46, "shrove": -47, "ascension": 39,
    "whitsun": 49, "pentecost": 49, "whit": 49,
    "christmas": "12-25", "halloween": "10-31", "juneteenth": "06-19", "year": "01-01",
    "valentine": "02-14", "patrick": "03-17", "easter": 0, "thanksgiving": "11-4-3",
    "labor": "09-1-0", "memorial": "05-5-0",
    "independence": "07-04", "fourth": "07-04", "veterans": "11-11",
    "columbus": "10-2-0", "luther": "01-3-0", "boxing": "12-26", "bastille": "07-14",
    "may": "05-01", "earth": "04-22",
    "president": "02-3-0", "presidents": "02-3-0", "anzac": "04-25",
    "canada": "07-01", "australia": "01-26", "armistice": "11-11",
}  # fmt: skip
"""Word of the feast → its day: days from Easter, month-day, or month-which-weekday.

11-4-3 is the 4th Thursday of November, 05-5-0 the last Monday of May.
"""


def _on_weekday(days: int, words: Sequence[str]) -> int | None:
    """Return the days from Easter of "Easter Monday", whose second word names the weekday."""
    named = next((word for word in words if word in _WEEKDAYS), None)
    shifts = _BESIDE_SUNDAY if days in (_FEASTS["easter"], _FEASTS["whit"]) else (0,)
    fits = (days + n for n in shifts if named in (None, _WEEKDAYS[(days + n) % 7]))
    return next(fits, None)


_WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_BESIDE_SUNDAY = (0, 1, -1, -2, 2)


def movable(found: Found, _at: Context) -> Reading:
    """Reads Ramadan 2015; Orthodox Easter: only the year, if given, is known."""
    if not found.has("year"):
        return undated("DATE", "XXXX-XX-XX", f"{_MOVABLE}; no date follows from it")
    in_year = year(year_number(found))
    value = f"{in_year.value}-XX-XX"
    return Reading("DATE", value, f"{_MOVABLE}; only its year is given",
                   in_year.first, in_year.last, in_year)  # fmt: skip


_MOVABLE = "names a feast that is not kept on the same day each year, or not everywhere"


def _feast_in(rule: str | int, in_year: int) -> date:
    if isinstance(rule, int):
        return later(_easter(in_year), days=rule)
    numbers = [int(part) for part in rule.split("-")]
    if len(numbers) == 2:
        return date(in_year, *numbers)
    first = date(in_year, numbers[0], 1)
    day = later(first, days=(numbers[2] - first.weekday()) % 7 + 7 * (numbers[1] - 1))
    return day if day.month == numbers[0] else later(day, days=-7)


def _easter(in_year: int) -> date:
    """Return Easter Sunday (Gregorian), by the method of Meeus, Jones and Butcher."""
    a, (b, c) = in_year % 19, divmod(in_year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    remainder = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * remainder) // 433
    number = (h + remainder - 7 * m + 90) // 25
    return date(in_year, number, (h + remainder - 7 * m + 33 * number + 19) % 32)
