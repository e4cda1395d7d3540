"""Readings of what names no date (lengths of time, ages, what recurs) and of times of day."""

from __future__ import annotations

from .found import Found, amount
from .lengths import lasting
from .periods import Period, later
from .read_dates import calendar_day, near_day, weekday
from .reading import Context, Read, Reading, undated

_LENGTH = "is a length of time, not a date"
_AGE = "is an age, not a date"
_OFTEN = "is a repeated time, not one date"


def length(found: Found, _at: Context) -> Reading | None:
    """Reads nearly three weeks; the past seven weeks; two-week; months-long."""
    grain = str(found.value("unit", "unit", "units"))
    words = found.said("amount")
    count = amount(words) if words else None
    if "to" in words or "or" in words:
        count = amount(words[: words.index("to" if "to" in words else "or")])
    if not words and found.has("single"):
        count = 1.0
    return undated("DURATION", lasting(grain, count, half=found.has("half")), _LENGTH)


def age(found: Found, at: Context) -> Reading | None:
    """Reads 82-year-old; nearly 2,000 years old."""
    reading = length(found, at)
    return undated("DURATION", reading.value, _AGE) if reading else None


def vague_length(value: str) -> Read:
    def read(_found: Found, _at: Context) -> Reading | None:
        return undated("DURATION", value, _LENGTH)

    return read


# --- Now, some time, at some time -----------------------------------------------------


def present(_found: Found, at: Context) -> Reading | None:
    """Reads now, currently."""
    return Reading("DATE", "PRESENT_REF", "is the time of the report itself", at.day, at.day,
                   relative=True)  # fmt: skip


def vague_present(_found: Found, _at: Context) -> Reading | None:
    return undated(
        "DATE", "PRESENT_REF", "is about the time of the report; no date follows from it"
    )


def past(_found: Found, _at: Context) -> Reading | None:
    return undated("DATE", "PAST_REF", "is some time before the report; no date follows from it")


def future(_found: Found, _at: Context) -> Reading | None:
    return undated("DATE", "FUTURE_REF", "is some time to come; no date follows from it")


# --- What recurs ----------------------------------------------------------------------


def every(found: Found, _at: Context) -> Reading | None:
    """Reads every week; every October; every other day; Sunday mornings; Fridays."""
    value = _recurring(found)
    return undated("SET", value, _OFTEN) if value else None


def _recurring(found: Found) -> str | None:
    part = str(found.value("parts", "parts", "part")) if found.has("parts") else ""
    if found.has("weekdays"):
        return f"XXXX-WXX-{found.integer('weekdays', 'weekdays', 'fullweekday') + 1}" + (
            f"T{part}" if part else ""
        )
    if found.has("month"):
        return f"XXXX-{found.integer('month', 'fullmonth', 'shortmonth'):02}"
    if found.has("season"):
        letters = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
        return f"XXXX-{letters[found.integer('season')]}"
    if part:
        return f"XXXX-XX-XXT{part}"
    if found.has("often"):
        return str(found.value("often"))
    grain = str(found.value("unit", "unit", "units"))
    if grain == "weekend":
        return "XXXX-WXX-WE"
    words = found.said("amount")
    count = amount(words) if words else 1.0
    if grain == "quarter" and count == 1:
        return "P1Q"
    return lasting(grain, 2.0 if found.has("other") else count)


# --- Times of day ---------------------------------------------------------------------


def clock(found: Found, at: Context) -> Reading | None:
    """Reads 4 a.m. Sunday; noon; 3 a.m. GMT March 9; around 8:40 a.m."""
    time = _time_of(found)
    if time is None:
        return None
    day, how = _day_of(found, at)
    return Reading("TIME", f"{day.first}T{time}", how, day.first, day.first, day, relative=True)


def _time_of(found: Found) -> str | None:
    words = found.said("time")
    if "noon" in words or "midday" in words:
        return "12:00"
    if "midnight" in words:
        return "24:00"
    if words[0].isdigit() and len(words[0]) == 4:  # 1900 GMT
        words = (f"{words[0][:2]}:{words[0][2:]}",)
    written = words[0].replace(".", ":").split(":")
    if not all(part.isdigit() and len(part) <= 2 for part in written):
        return None
    if any(len(part) < 2 for part in written[1:]):
        return None
    numbers = [int(part) for part in written]
    if numbers[0] > 24 or max(numbers[1:], default=0) > 59:
        return None
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    part = found.value("part", "part") if found.has("part") else ""
    late = part in ("AF", "EV") or (part == "NI" and hour > 4)
    after = "pm" in words or "p" in words or (late and hour < 12)
    before = "am" in words or "a" in words
    if after or before:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if after else 0)
    return f"{hour:02}:{minute:02}"


def _day_of(found: Found, at: Context) -> tuple[Period, str]:
    """Return the day of a time of day: beside it, else in the sentence, else the report's."""
    reading = None
    if found.has("month"):
        reading = calendar_day(found, at)
    elif found.has("weekday"):
        reading = weekday(found, at)
    elif found.has("nearday"):
        reading = near_day(found, at)
    if reading and reading.period:
        day = reading.how.removeprefix("is ") if reading.relative else "the day it gives"
        return reading.period, f"is a time on {day}"
    if at.weekday:
        return at.weekday, "is a time on the day the sentence names"
    return Period("day", at.day), "is a time, taken to be on the day of the report"


_PARTS = {
    "MO": "morning",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "MI": "middle of the day",
}


def part_of_day(found: Found, at: Context) -> Reading | None:
    """Reads this morning; Saturday night; yesterday evening; last night; tonight."""
    hours = "hours" in found.said("part")  # the early hours
    part = "NI" if found.has("tonight") else "MO" if hours else str(found.value("part", "part"))
    words = set(found.said("which"))
    if words & {"last", "previous"}:
        base = at.focus if "previous" in words and at.focus and at.focus.grain == "day" else None
        day = Period("day", later(base.first if base else at.day, days=-1))
        how = f"is the {_PARTS[part]} of the day before"
    elif words & {"next", "following"}:
        base = at.focus if at.focus and at.focus.grain == "day" else None
        day = Period("day", later(base.first if base else at.day, days=1))
        how = f"is the {_PARTS[part]} of the day after"
    elif "that" in words and at.focus and at.focus.grain == "day":
        day, how = at.focus, f"is the {_PARTS[part]} of the day last spoken of"
    elif words & {"this"} or found.has("tonight"):
        day, how = Period("day", at.day), f"is the {_PARTS[part]} of the day of the report"
    else:
        day, how = _day_of(found, at)
        how = how.replace("is a time on", f"is the {_PARTS[part]} of")
        how = how.replace("is a time,", f"is the {_PARTS[part]},")
    return Reading("TIME", f"{day.first}T{part}", how, day.first, day.first, day, relative=True)


def overnight(_found: Found, at: Context) -> Reading | None:
    """Overnight is the night into the day the sentence names, else into that of the report."""
    base = at.weekday or Period("day", at.day)
    night = later(base.first, days=-1)
    how = (
        "is the night into the day the sentence names"
        if at.weekday
        else "is the night into that day"
    )
    return Reading("TIME", f"{night}TNI", how, night, base.first, base, relative=True)
