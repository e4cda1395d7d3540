"""Readings of weekdays and of days near the report: Sunday, last Tuesday, Sunday week, today."""

from __future__ import annotations

from datetime import date

from .amounts import amount
from .found import Found
from .periods import Period, later, period_of
from .read_dates import narrowed
from .reading import Context, Reading, dated, undated

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(found: Found, at: Context) -> Reading | None:
    """Sunday; last Sunday; this coming Sunday; the following Sunday."""
    number = found.integer("weekday", "fullweekday", "shortweekday")
    name, which = _DAYS[number], set(found.said("which"))
    if (recurs := found.recurs) is not None and not found.has("edgeofday"):
        return undated("SET", f"XXXX-WXX-{number + 1}{recurs}", "is a repeated time, not one date")
    base = at.focus.first if at.focus and at.focus.grain == "day" else at.day
    if "following" in which:
        return _weekday(base, number, 1, f"is the first {name} after the day last spoken of")
    if "previous" in which:
        return _weekday(base, number, -1, f"is the last {name} before the day last spoken of")
    if which & {"last", "past"}:
        return _weekday(at.day, number, -1, f"is the latest {name} before that day")
    if which & {"next", "coming", "upcoming"}:
        return _weekday(at.day, number, 1, f"is the first {name} after that day")
    begin, end = found.runs_from("weekday"), found.runs_to("weekday")
    if begin is not None and base.weekday() == begin and at.focus:
        how = f"is the first {name} after the {_DAYS[begin]} it is counted from"
        return _weekday(base, number, 1, how)
    tense = found.direction or (found.bounded or found.none_before or "this" in which)
    tense = 1 if found.halted else tense
    if tense < 0 and found.stood:
        return undated("DATE", f"XXXX-WXX-{number + 1}", _PAST_OR_COMING)
    if end is not None and tense < 0:
        last = _weekday(later(at.day, days=1), end, -1, "").first or at.day
        how = f"is the last {name} before the latest {_DAYS[end]} up to that day"
        return narrowed(_weekday(last, number, -1, how), found, at)
    if tense > 0:
        how = f"is the first {name} from that day on, as the sentence looks ahead"
        return narrowed(_weekday(later(at.day, days=-1), number, 1, how), found, at)
    return narrowed(
        _weekday(later(at.day, days=1), number, -1, f"is the latest {name} up to that day"),
        found, at,
    )  # fmt: skip


_PAST_OR_COMING = "may be the latest one or the one to come; no date follows from it"


def _weekday(base: date, number: int, step: int, how: str) -> Reading:
    """Return the nearest such weekday after (1) or before (-1) ``base``."""
    distance = (number - base.weekday()) * step % 7 or 7
    return dated(Period("day", later(base, days=step * distance)), how)


def near_day(found: Found, at: Context) -> Reading | None:
    """Reads today, yesterday, tomorrow, the day before yesterday."""
    words = set(found.said("nearday"))
    if "yesterday" in words:
        count = -2 if "before" in words else -1
        how = "is the day before" if count == -1 else "is two days before"
    elif "tomorrow" in words:
        count = 2 if "after" in words else 1
        how = "is the day after" if count == 1 else "is two days after"
    else:
        count, how = 0, "is the day of the report"
    return narrowed(dated(Period("day", later(at.day, days=count)), how), found, at)


def weekday_of_week(found: Found, at: Context) -> Reading:
    """Reads Tuesday last week; Friday of next week."""
    number = found.integer("weekday", "fullweekday")
    count = {"last": -1, "next": 1}.get(found.said("ofweek")[0], 0)
    week = period_of("week", at.day, at.week_starts).shifted(count)
    day = later(week.first, days=(number - week.first.weekday()) % 7)
    return dated(Period("day", day), f"is that day of the calendar week {_OF_REPORT[count]}")


_OF_REPORT = {-1: "before that of the report", 0: "of the report", 1: "after that of the report"}


def week_from_weekday(found: Found, at: Context) -> Reading:
    """Reads Sunday week; a week on Tuesday: seven days after the first such day to come."""
    number = found.integer("weekday", "fullweekday")
    first = _weekday(at.day, number, 1, "").first or at.day
    how = f"is seven days after the first {_DAYS[number]} to come"
    return dated(Period("day", later(first, days=7)), how)


def weekday_of_number(found: Found, at: Context) -> Reading | None:
    """Reads Sunday the 27th: the nearest such day of that number."""
    number, dom = found.integer("weekday", "fullweekday"), found.digits("dom")
    near = (later(at.day, days=sign * away) for away in range(_YEAR) for sign in (-1, 1))
    day = next((day for day in near if (day.weekday(), day.day) == (number, dom)), None)
    if day is None:
        return None
    return dated(Period("day", day), f"is the nearest {_DAYS[number]} that is a {dom}th")


_YEAR = 366


def weekdays_ago(found: Found, at: Context) -> Reading | None:
    """Reads three Sundays ago."""
    number, count = found.integer("weekdays"), amount(found.said("amount"))
    if count is None or not 1 <= count <= _MOST_WEEKS:
        return None
    latest = _weekday(at.day, number, -1, "").first or at.day
    how = f"is the latest {_DAYS[number]} before that day but {count - 1:g}"
    if count == 1:
        how = f"is the latest {_DAYS[number]} before that day"
    return dated(Period("day", later(latest, days=-7 * (round(count) - 1))), how)


_MOST_WEEKS = 500
