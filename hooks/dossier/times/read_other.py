"""Readings of what names no date (lengths of time, ages, what recurs) and of times of day."""

from __future__ import annotations

from .amounts import amount
from .found import Found
from .lengths import lasting
from .reading import NO_TIME, Context, Read, Reading, undated

_LENGTH = "is a length of time, not a date"
_COUNTED = "is how far it is from what follows; by itself it gives no date"
_AGE = "is an age, not a date"
_OFTEN = "is a repeated time, not one date"


def length(found: Found, _at: Context) -> Reading | None:
    """Reads nearly three weeks; the past seven weeks; two-week; months-long."""
    grain = str(found.value("unit", "unit", "units"))
    words = found.said("amount")
    count = amount(words) if words else None
    if not words and found.has("single"):
        count = 1.0
    return undated("DURATION", lasting(grain, count, half=found.has("half")), _LENGTH)


def counted(found: Found, at: Context) -> Reading | None:
    """Reads ten days before the vote: how far from it, not when that was."""
    reading = length(found, at)
    return undated("DURATION", reading.value, _COUNTED) if reading else None


def years_of_age(found: Found, _at: Context) -> Reading | None:
    """Reads aged 82."""
    years = amount(found.said("amount"))
    return undated("DURATION", lasting("year", years), _AGE) if years else None


def age(found: Found, at: Context) -> Reading | None:
    """Reads 82-year-old; nearly 2,000 years old."""
    reading = length(found, at)
    return undated("DURATION", reading.value, _AGE) if reading else None


def vague_length(value: str) -> Read:
    def read(_found: Found, _at: Context) -> Reading | None:
        return undated("DURATION", value, _LENGTH)

    return read


def no_time(_found: Found, _at: Context) -> Reading | None:
    """Passes over words that look like a time."""
    return NO_TIME


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


def one_day(found: Found, at: Context) -> Reading | None:
    """Reads one day, which is no length of time where nothing is counted."""
    return past(found, at) if found.direction < 0 else future(found, at)


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
