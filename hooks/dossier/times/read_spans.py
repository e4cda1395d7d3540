"""Readings of days given by both their ends, and of weeks given by a day."""

from __future__ import annotations

from .found import Found
from .named_parts import NAMED_PARTS
from .patterns import compiled
from .periods import Period, later, month, period_of
from .read_dates import GIVEN, calendar_day, in_year, month_number, pointed_to, year_number
from .reading import NO_TIME, Context, Reading, dated

_REST = compiled("(, {dom})* ,? (and|or) {dom} of? {month} (,? {year})?", NAMED_PARTS).regex
"""What follows the first of some days of one month: "3" in "3, 9 and 12 March"."""
_ROOM = 12
"""More words than may stand between a month and the last of some days of it."""


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


def day_before_another(found: Found, at: Context) -> Reading | None:
    """Reads the 3 of "3 and 9 March": the month, and the year if one is given, come after."""
    match = _REST.match(found.match.string, found.match.end())
    if match is None:
        return NO_TIME
    rest = Found(match, found.words)
    return _day_in(rest, found.digits("dom"), at)


def day_after_another(found: Found, at: Context) -> Reading | None:
    """Reads the 9 of "March 3 and 9": the month is that of the day just read."""
    number = found.month_of_list
    base = at.focus
    if number is None or base is None or (base.grain, base.first.month) != ("day", number):
        return NO_TIME
    given = found.has("year")
    day = in_year(year_number(found) if given else base.first.year, number, found.digits("dom"))
    if day is None or day.first <= base.first:
        return NO_TIME
    return dated(day, "is that day of the month before it", relative=not given)


def day_among_others(found: Found, at: Context) -> Reading | None:
    """Reads the 9 of "3, 9 and 12 March" and of "March 3, 9 and 12"."""
    reading = day_before_another(found, at)
    return day_after_another(found, at) if reading is NO_TIME else reading


def _day_in(rest: Found, number: int, at: Context) -> Reading | None:
    in_month = month_number(rest)
    given = rest.has("year")
    years = [year_number(rest)] if given else [at.day.year + n for n in (-1, 0, 1)]
    days = [day for one in years if (day := in_year(one, in_month, number))]
    if not days:
        return NO_TIME
    chosen, how = (days[0], GIVEN) if given else pointed_to(days, rest, at)
    return dated(chosen, how if given else f"is the {how}", relative=not given)


def day_of_the_month(found: Found, at: Context) -> Reading | None:
    """Reads the 27th: the latest such day up to the report, or the first from it on."""
    number, ahead = found.digits("dom"), found.direction > 0
    first = month(at.day.year, at.day.month)
    steps = range(4) if ahead else range(0, -4, -1)
    months = [first.shifted(step).first for step in steps]
    days = [day for one in months if (day := in_year(one.year, one.month, number))]
    fits = [day for day in days if (day.first >= at.day if ahead else day.first <= at.day)]
    if not fits:
        return None
    which = "first such day from that day on" if ahead else "latest such day up to that day"
    return dated(fits[0], f"is the {which}")


def eve_of_day(found: Found, at: Context) -> Reading | None:
    """Reads the eve of 27 March: the day before."""
    reading = calendar_day(found, at)
    if reading is None or reading.period is None:
        return None
    day = Period("day", later(reading.period.first, days=-1))
    return dated(day, "is the day before that day", relative=reading.relative)
