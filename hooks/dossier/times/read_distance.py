"""Readings of dates so many units away: eleven days ago, two years later, ten years ago today."""

from __future__ import annotations

from datetime import date

from .amounts import amount, amounts
from .found import Found
from .lengths import lasting
from .periods import DAYS_OF, MONTHS_OF, Period, later, period_of, season
from .read_other import length
from .read_relative import CLOCK, STEPS, is_finer, moved_by
from .reading import Context, Reading, dated, undated
from .words import COMMON

_HALF = 0.5


def distance(found: Found, at: Context) -> Reading | None:
    """Reads eleven days ago; two years later."""
    words = set(found.said("side"))
    grain = str(found.value("unit", "unit", "units"))
    count, most = amounts(found.said("amount")) if found.has("amount") else (None, None)
    if count is not None and found.has("half"):
        count += _HALF
    if count is None:
        if words & {"ago", "before", "earlier"}:
            return undated("DATE", "PAST_REF", "is some time before; no date follows from it")
        if "later" in words:
            return undated("DURATION", lasting(grain, None), "is a length of time, not a date")
        return undated("DATE", "FUTURE_REF", "is some time after; no date follows from it")
    sign = -1 if words & {"ago", "earlier", "before", "previously"} else 1
    focused = bool(words) and not words & {"ago", "now", "hence", "time"}
    base = at.focus if focused and at.focus and not at.distant else None
    apart = undated("DURATION", lasting(grain, count), "is a length of time from a date not given")
    if focused and (base is None or not is_finer(base.grain, grain)):
        return apart
    start = base.first if base else at.day
    side = f"{STEPS[sign]} " + ("the date last spoken of" if base else "the report")
    if grain in CLOCK or grain == "night":
        return _at_hours(grain, sign * count, start, side)
    if base and base.grain == grain == "decade":
        return dated(base.shifted(round(sign * count)), f"is {count:g} decade {side}")
    doubt = _doubt(found, grain, count, most)
    reading = _at_distance(grain, sign * count, start, (side, doubt), at)
    if base and reading and reading.first and reading.first > at.day and found.direction <= 0:
        return apart  # what is told as past is no time to come
    return reading


def in_time(found: Found, at: Context) -> Reading | None:
    """Reads "will be back in two weeks" as a date; elsewhere in two weeks is a length.

    "Would be back in two weeks" may be counted from another time, so no day is given.
    """
    grain = str(found.value("unit", "unit", "units"))
    if grain in CLOCK or grain == "night" or not found.promised:
        return length(found, at)
    reading = distance(found, at)
    if reading and found.supposed:
        return undated("DATE", reading.value, "may be counted from the report or from another time")
    return reading


def seasons_ago(found: Found, at: Context) -> Reading | None:
    """Reads two summers ago: the last but one that was over."""
    name, count = found.said("seasons")[0].removesuffix("s"), amount(found.said("amount"))
    if count is None:
        return None
    number = int(COMMON["season"][name])
    ended = [one for n in (-2, -1, 0) if (one := season(at.day.year + n, number)).last < at.day]
    how = f"is the latest {name} that was over" + (f" but {count - 1:g}" if count > 1 else "")
    return dated(ended[-1].shifted(1 - round(count)), how)


_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FAR = 24_000
"""No count of units reaches further than this."""


def _at_hours(grain: str, count: float, start: date, side: str) -> Reading:
    """Return the reading of a time of day; as the hour of ``start`` is unsaid, of two days."""
    if grain == "night":
        day = Period("day", later(start, days=int(count)))
        return Reading("TIME", f"{day.value}TNI", f"is that night {side}", day.first, day.last, day,
                       relative=True)  # fmt: skip
    days = int(min(abs(count) / _IN_DAY[grain], _FAR)) * (-1 if count < 0 else 1)
    day = Period("day", later(start, days=days))
    beyond = later(day.first, days=-1 if count < 0 else 1) if grain == "hour" else day.first
    first, last = sorted((day.first, beyond))
    return Reading("TIME", day.value, f"is that long {side}", first, last, day, relative=True)


_IN_DAY = {"hour": 24, "minute": 24 * 60, "second": 24 * 60 * 60}


def _at_distance(
    grain: str, count: float, start: date, said: tuple[str, tuple[int, int]], at: Context
) -> Reading | None:
    """Return the reading of a date ``count`` units from ``start``, as fine as the unit is.

    ``said`` is from where it is counted, and by how many units it may lie nearer or further off.
    """
    side, (nearer, further) = said
    if grain in _YEARS:
        grain, count = "year", count * _YEARS[grain]
    if grain == "fortnight":
        grain, count = "week", count * 2
    if grain == "weekend":
        return None
    if abs(count) > _FAR:
        count = _FAR if count > 0 else -_FAR
    if grain == "year" and abs(count) == _HALF:  # half a year ago is a month or so
        grain, count, nearer, further = "month", 12 * count, 1, 1
        moved = moved_by(start, grain, round(count))
    elif grain == "year" and count % 1:
        moved = moved_by(start, "month", round(12 * count))
    else:
        moved = moved_by(start, grain, round(count))
    if moved == date.min:
        return undated(
            "DATE", "PAST_REF", "is before the calendar’s year 1; no date follows from it"
        )
    number = f"{abs(count):g} {grain}" + ("" if abs(count) == 1 else "s")
    period = period_of(grain, moved, at.week_starts)
    if not nearer and not further:
        return dated(period, f"is {number} {side}, to the {grain}")
    back, on = (further, nearer) if count < 0 else (nearer, further)
    first = period_of(grain, moved_by(moved, grain, -back), at.week_starts).first
    last = period_of(grain, moved_by(moved, grain, on), at.week_starts).last
    if moved <= start <= last and start == at.day:  # nothing ago is still to come
        last = start
    return Reading("DATE", period.value, f"is about {number} {side}", first, last, period,
                   relative=True)  # fmt: skip


_LESS = frozenset("nearly almost under up less fewer most".split())
_MORE = frozenset("more over longer least".split())
_ROUND = 100
"""From here on a number of years is taken for a round one."""


def _doubt(found: Found, grain: str, count: float, most: float | None) -> tuple[int, int]:
    """Return by how many units (years, for longer ones) a date may lie nearer and further off.

    "Two decades ago" may be half a decade off, "2,000 years ago" half a thousand years; "nearly",
    "about" and "over" allow a tenth, and at least one unit.
    """
    size = 0
    if most and most > count:  # two or three years ago
        return 0, round(min(most - count, _FAR) * _YEARS.get(grain, 1))
    if grain in _YEARS:  # half a century ago says more than a century ago
        size = _YEARS[grain] // (10 if count % 1 else 2)
    elif grain == "year" and count >= _ROUND and count % 10 == 0:
        size = next(power for power in (10_000, 1000, 100, 10) if count % power == 0) // 2
    words = set(found.said("about"))
    if not words:
        return size, size
    size = max(1, size, round(count / 10))
    if "no" in words:  # no more than
        return size, size
    return (0 if words & _MORE else size), (0 if words & _LESS else size)


def ago_to_the_day(found: Found, at: Context) -> Reading | None:
    """Reads ten years ago today; a year ago this month; a week ago Friday."""
    grain, count = str(found.value("unit", "unit", "units")), amount(found.said("amount"))
    if count is None or count % 1 or grain not in (*DAYS_OF, *MONTHS_OF):
        return None
    back, same = 0, str(found.value("same", "unit")) if found.has("same") else "day"
    if found.has("weekday"):
        number = found.integer("weekday", "fullweekday", "shortweekday")
        back = (at.day.weekday() - number) % 7
    elif "yesterday" in found.said("nearday"):
        back = 1
    if count > _FAR or same in ("fortnight", "night", "millennium", *CLOCK):
        return None
    day = moved_by(later(at.day, days=-back), grain, -round(count))
    words = f"{count:g} {grain}" + ("" if count == 1 else "s")
    return dated(period_of(same, day, at.week_starts), f"is {words} before that {same}")
