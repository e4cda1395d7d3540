"""Readings that count from the report or from the date last spoken of: last week, a year ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .amounts import amount
from .found import Found
from .periods import DAYS_OF, MONTHS_OF, SATURDAY, WEDNESDAY, Period, later, period_of, year
from .read_dates import GIVEN, as_counted, calendar_month, narrowed, quarter_ended
from .reading import Context, Reading, dated, undated

_WEEK_ENDS = {"sunday": "Sunday to Saturday", "monday": "Monday to Sunday"}
CLOCK = ("hour", "minute", "second")
STEPS = {-1: "before", 1: "after"}


def near_unit(found: Found, at: Context) -> Reading | None:
    """Reads last week; this month; next year; the past decade."""
    words = set(found.said("which"))
    grain = str(found.value("unit", "unit"))
    last_day = grain == "day" and "last" in words  # "the last day she was seen"
    if last_day or grain in CLOCK or grain in ("night", "fortnight", "millennium"):
        return None
    if found.has("twice"):
        return _counted(grain, 2 if "next" in found.said("twice") else -2, at)
    unknown = at.focus is None or at.distant
    if unknown and words & {"that", "same"} and "this" not in words:
        return undated("DATE", "XXXX-XX-XX", _NOWHERE)
    if "same" in words or "that" in words:
        return _last_spoken_of(grain, found, at)
    if "next" in words and "the" in words and found.within and grain != "day":
        return _ahead(grain, at)
    beside = words & {"following", "previous"} or ("next" in words and "the" in words)
    strange = grain == "day" or ("following" in words and at.focus is None)
    if beside and unknown and strange and found.direction <= 0:
        return undated("DATE", "XXXX-XX-XX", _NOWHERE)
    if beside:
        return _beside_focus(grain, -1 if "previous" in words else 1, at)
    if "past" in words or ("last" in words and _is_trailing(grain, words)):
        return _trailing(grain, at)
    count = _steps_away(grain, words, found, at)
    if grain == "weekend" and count == 0 and _is_over(found, at):
        return narrowed(_weekend(-1, at), found, at)
    return narrowed(_counted(grain, count, at), found, at)


def _steps_away(grain: str, words: set[str], found: Found, at: Context) -> int:
    """Return -1 for last, 1 for next, 0 for this; on its first day "earlier this week" is over."""
    if words & {"last", "latest"}:
        return -1
    if words & {"next", "coming"}:
        return 1
    begins = period_of(grain, at.day, at.week_starts).first == at.day
    return -1 if begins and grain == "week" and "earlier" in found.said("edge") else 0


_NOWHERE = "goes back to a time that no date was given for"


def _counted(grain: str, count: int, at: Context) -> Reading:
    if grain == "weekend":
        return _weekend(count, at)
    period = period_of(grain, at.day, at.week_starts).shifted(count)
    name = f"calendar {grain}" if grain in ("week", "month", "year") else grain
    days = f", {_WEEK_ENDS.get(at.week_starts, '')}" if grain == "week" else ""
    if count == 0:
        return dated(period, f"is the {name} of the report{days}")
    if abs(count) > 1:
        return dated(period, f"is two {name}s {STEPS[count // 2]}{days}")
    return dated(period, f"is the {name} {STEPS[count]}{days}")


def _weekend(count: int, at: Context) -> Reading:
    """Last weekend is the latest one that was over; this and next are the ones to come."""
    period = period_of("weekend", at.day)
    if count < 0:
        period = (period if period.last < at.day else period.shifted(-1)).shifted(count + 1)
        return dated(
            period,
            "is the latest weekend that was over"
            if count == -1
            else "is the last weekend but one that was over",
        )
    which = ("of that week", "of the week after", "of the week after next")[count]
    return dated(period.shifted(count), f"is the weekend {which}")


def _is_over(found: Found, at: Context) -> bool:
    """Say whether "this weekend" is the one before, as reports of a Monday have it."""
    if at.day.weekday() >= SATURDAY:
        return False
    return found.direction < 0 or (found.direction == 0 and at.day.weekday() < WEDNESDAY)


def _is_trailing(grain: str, words: set[str]) -> bool:
    """Say whether "the last year" is the one up to now; "last year" is the one before."""
    return grain == "decade" or ("the" in words and grain not in ("quarter", "century", "weekend"))


def _trailing(grain: str, at: Context) -> Reading:
    """The past year: TimeML names the calendar year before; the days are those up to the report."""
    value = period_of(grain, at.day, at.week_starts).shifted(-1).value
    first = moved_by(at.day, grain, -1)
    return Reading("DATE", value, f"is the {grain} up to that day", first, at.day, relative=True)


def _ahead(grain: str, at: Context) -> Reading:
    """Over the next year: by its value the calendar year to come, in days those from the report."""
    value = period_of(grain, at.day, at.week_starts).shifted(1).value
    last = moved_by(at.day, grain, 1)
    return Reading("DATE", value, f"is the {grain} from that day on", at.day, last, relative=True)


def moved_by(day: date, grain: str, count: int) -> date:
    if grain in DAYS_OF:
        return later(day, days=count * DAYS_OF[grain])
    return later(day, months=count * MONTHS_OF[grain])


def _last_spoken_of(grain: str, found: Found, at: Context) -> Reading:
    if at.focus is None or is_finer(at.focus.grain, grain) is False:
        return narrowed(_counted(grain, 0, at), found, at) or _counted(grain, 0, at)
    period = period_of(grain, at.focus.first, at.week_starts)
    reading = dated(period, f"is the {grain} last spoken of")
    return narrowed(reading, found, at) or reading


def is_finer(grain: str, than: str) -> bool:
    """Say whether a date of a grain is fine enough to count ``than`` from it."""
    return _size(grain) <= _size(than)


def _size(grain: str) -> float:
    return DAYS_OF.get(grain) or 30.0 * MONTHS_OF.get(grain, 0)


def _beside_focus(grain: str, count: int, at: Context) -> Reading:
    if at.focus is None or not is_finer(at.focus.grain, grain):
        return _counted(grain, count, at)
    period = period_of(grain, at.focus.first, at.week_starts).shifted(count)
    return dated(period, f"is the {grain} {STEPS[count]} the one last spoken of")


def the_unit(found: Found, at: Context) -> Reading | None:
    """Reads in the year; of the week; over the weekend; the quarter."""
    grain = str(found.value("unit", "unit"))
    if grain in CLOCK or grain in ("night", "fortnight", "century", "millennium"):
        return None
    if grain == "quarter":
        return the_quarter(found, at)
    if grain == "weekend":
        ahead = found.direction > 0
        return _weekend(0 if ahead else -1, at)
    if at.distant or found.up_to_now:
        reading = narrowed(_counted(grain, 0, at), found, at)
    else:
        reading = _last_spoken_of(grain, found, at)
    if reading and grain == "week" and not found.has("edge"):
        return replace(reading, value=f"{reading.value[:4]}-WXX")  # "the" names no week
    return reading


def full_year(_found: Found, at: Context) -> Reading:
    """Reads the full year: that of the quarter last spoken of, else that of the report."""
    year = period_of("year", at.quarter.first if at.quarter else at.day)
    how = "is that of the quarter last spoken of" if at.quarter else "is that of the report"
    return dated(year, f"{how}, all of it")


def midweek(found: Found, at: Context) -> Reading:
    """Reads midweek: Tuesday to Thursday of the week of the report, or of the one beside it."""
    week = period_of("week", at.day, "monday")
    ahead = found.direction > 0
    if ahead and later(week.first, days=3) < at.day:
        week = week.shifted(1)
    if not ahead and later(week.first, days=1) > at.day:
        week = week.shifted(-1)
    first, last = later(week.first, days=1), later(week.first, days=3)
    which = "first such days to come" if ahead else "latest such days"
    how = f"is taken as Tuesday to Thursday, the {which}"
    return Reading("DATE", week.value, how, first, last, week, relative=True)


def same_a_year_before(found: Found, at: Context) -> Reading:
    """Reads the same month last year: that of the date last spoken of, a year before."""
    grain = str(found.value("unit", "unit"))
    near = at.focus if at.focus and not at.distant and is_finer(at.focus.grain, grain) else None
    day = later(near.first if near else at.day, months=-12)
    how = "is that of the date last spoken of, a year before" if near else "is a year before"
    return dated(period_of(grain, day, at.week_starts), how)


def the_quarter(found: Found, at: Context) -> Reading | None:
    """Reads the quarter; the latest quarter; the year-earlier period."""
    if found.closing:
        return _numbered_by_calendar(quarter_ended(found.closing, at, at.quarter))
    latest = at.quarter or period_of("quarter", at.day).shifted(-1)
    if found.has("whole") and at.running and found.has("yearago"):
        return undated("DURATION", at.running, "is the same length, a year earlier")
    how = "is the quarter last spoken of" if at.quarter else "is the latest quarter that was over"
    if found.has("whole") and found.has("compared") and (at.running or not at.quarter):
        return dated(year(found.digits("compared")), GIVEN, relative=False)
    if found.has("compared"):
        start = latest.first.replace(year=found.digits("compared"))
        return dated(Period(latest.grain, start), f"{how}, in the year it gives")
    if found.has("yearago") and not at.quarter:
        return dated(period_of("year", at.day).shifted(-1), "is the year before")
    if found.has("yearago"):
        base = Period(latest.grain, later(latest.first, months=-12))
        return dated(base, f"{how}, a year earlier")
    return narrowed(dated(latest, how), found, at)


def _numbered_by_calendar(reading: Reading) -> Reading:
    """Return it with X for its number where its company gives calendar months another one."""
    first, named = reading.first, reading.period
    if first and named and first.month % 3 == 1 and first != named.first:
        return replace(reading, value=f"{first.year:04}-QX")
    return reading


def a_year_before(found: Found, at: Context) -> Reading | None:
    """Reads a year earlier; year-ago."""
    results = len(found.said("yearago")) > 1 or found.in_results  # "year-ago" is said of no other
    if at.quarter and not at.running and results:
        months = (at.closed or at.quarter).shifted(-4)
        how = "is the quarter last spoken of, a year earlier"
        return _numbered_by_calendar(as_counted(months, at.quarter.shifted(-4), how))
    ago = "ago" in found.said("yearago")
    base = at.focus if at.focus and not ago else period_of("day", at.day)
    return dated(period_of("year", base.first).shifted(-1), "is the year before")


def beside(found: Found, at: Context) -> Reading | None:
    """Reads the day before; the week after."""
    grain = str(found.value("unit", "unit"))
    if grain in CLOCK or grain in ("night", "fortnight", "millennium"):
        return None
    if (at.focus is None or at.distant) and grain == "day":
        return undated("DATE", "XXXX-XX-XX", _NOWHERE)
    return _beside_focus(grain, -1 if "before" in found.said("side") else 1, at)


def half_of_month(found: Found, at: Context) -> Reading | None:
    """Reads the first half of March (its days 1 to 15), the second half of March 2015."""
    month = calendar_month(found, at)
    if month is None or month.period is None:
        return None
    period, first_half = month.period, "first" in found.said("nth")
    first = period.first if first_half else period.first.replace(day=16)
    last = period.first.replace(day=15) if first_half else period.last
    how = f"{month.how}; {'its days 1 to 15' if first_half else 'its days from 16'}"
    return Reading("DATE", month.value, how, first, last, period, month.relative)


def nth_in_month(found: Found, at: Context) -> Reading | None:
    """Reads the first week of April; the third Sunday in June; the last day of May 2013.

    The weeks are days 1–7, 8–14, 15–21 and 22–28; the last is the month’s last seven days.
    """
    month = calendar_month(found, at)
    if month is None or month.period is None:
        return None
    (nth,), (unit,) = found.said("nth"), found.said("unit")
    number = int(amount((nth,)) or 0)  # 0 for the last
    first, last = month.period.first, month.period.last
    named = month.how.removeprefix("is ") if month.relative else "the month it gives"
    of_month = f"is the {nth} {{}} of {named}"
    if unit == "day":
        day = later(first, days=number - 1) if number else last
        return dated(Period("day", day), of_month.format("day"), relative=month.relative)
    start = later(first, days=7 * (number - 1)) if number else later(last, days=-6)
    if start > last:
        return None
    if unit == "week":
        week, end = period_of("week", later(start, days=3), at.week_starts), later(start, days=6)
        return Reading("DATE", week.value, of_month.format("seven days"), start, min(end, last),
                       week, month.relative)  # fmt: skip
    weekday_number = SATURDAY if unit == "weekend" else found.integer("unit", "fullweekday")
    day = later(start, days=(weekday_number - start.weekday()) % 7)
    if day > last:
        return None
    period = Period("weekend" if unit == "weekend" else "day", day)
    return dated(period, of_month.format(unit.capitalize()), relative=month.relative)


def nth_day(_found: Found, at: Context) -> Reading:
    """Reads "today is the eighth day of": the day the sentence names, else that of the report."""
    if at.weekday:
        return dated(at.weekday, "is the day the sentence names")
    return dated(period_of("day", at.day), "is the day of the report")


def end_of_unit(found: Found, at: Context) -> Reading | None:
    """Reads year-end; the year’s end."""
    grain = str(found.value("unit", "unit"))
    if grain not in ("year", "month", "week", "quarter"):
        return None
    period, which = period_of(grain, at.day, at.week_starts), "of"
    begun = (at.day - period.first).days < (period.last - at.day).days
    if found.direction_beside < 0 or (found.direction < 0 and begun):  # "since year-end"
        period, which = period.shifted(-1), "before that of"
    return Reading("DATE", period.value, f"is the end of the {grain} {which} the report",
                   later(period.last, days=-10), period.last, period, relative=True)  # fmt: skip
