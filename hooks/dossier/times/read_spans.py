"""Readings of days given by both their ends, and of weeks given by a day."""

from __future__ import annotations

from .found import Found
from .periods import Period, later, period_of
from .read_dates import GIVEN, calendar_day, in_year, month_number, pointed_to, year_number
from .reading import Context, Reading, dated


def span_of_days(found: Found, at: Context) -> Reading | None:
    """Reads March 7-9, 2016; between 3 and 5 March."""
    number = month_number(found)
    ends = found.digits("dom"), found.digits("until")
    years = [year_number(found)] if found.has("year") else [at.day.year + n for n in (-1, 0, 1)]
    options = [in_year(one, number, ends[0]) for one in years if in_year(one, number, ends[1])]
    days = [option for option in options if option]
    if not days or ends[0] >= ends[1]:
        return None
    chosen, how = (days[0], GIVEN) if found.has("year") else pointed_to(days, found, at)
    last = later(chosen.first, days=ends[1] - ends[0])
    if not found.has("year"):
        how = f"is the {how}"
    return Reading("DATE", f"{chosen.first}/{last}", how, chosen.first, last,
                   Period("day", last), relative=not found.has("year"))  # fmt: skip


def days_in_a_row(found: Found, at: Context) -> Reading | None:
    """Reads March 3 and 4; 3, 4 and 5 March; days that do not follow each other are no span."""
    names = [name for name in ("dom", "second", "until") if found.has(name)]
    numbers = [found.digits(name) for name in names]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    return span_of_days(found, at)


def night_between_days(found: Found, at: Context) -> Reading | None:
    """Reads the night of 26–27 March."""
    reading = days_in_a_row(found, at)
    if reading is None or reading.first is None:
        return None
    return Reading("TIME", f"{reading.first}TNI", reading.how, reading.first, reading.last,
                   reading.period, reading.relative)  # fmt: skip


def week_of_day(found: Found, at: Context) -> Reading | None:
    """Reads the week of March 14 (the calendar week); the week beginning 14 March."""
    reading = calendar_day(found, at)
    if reading is None or reading.period is None:
        return None
    day, how = reading.period.first, "is the calendar week of that day"
    if not found.has("bound"):
        return dated(period_of("week", day, at.week_starts), how, relative=reading.relative)
    return dated(Period("week", day), "is the week from that day on", relative=reading.relative)
