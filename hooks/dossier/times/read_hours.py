"""Readings of times of day: 4 a.m. Sunday, this morning, the night of 26–27 March, overnight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .amounts import amount
from .found import Found
from .periods import Period, later
from .read_dates import calendar_day, numeric
from .read_weekdays import near_day, weekday
from .reading import NO_TIME, Context, Reading, undated


def clock(found: Found, at: Context) -> Reading | None:
    """Reads 4 a.m. Sunday; noon; 3 a.m. GMT March 9; around 8:40 a.m.; six o’clock."""
    time = _time_of(found)
    if time is None:
        return None
    day, how = _day_of(found, at)
    if day is None:
        return undated("TIME", f"XXXX-XX-XXT{time}", how)
    how += "; morning or evening is not said" if time.startswith("X") else ""
    return Reading("TIME", f"{day.first}T{time}", how, day.first, day.first, day, relative=True)


def _time_of(found: Found) -> str | None:
    """Return hour and minute as a value writes them: 18:30; XX:30 where half a day is unsaid."""
    words = found.said("time")
    if "noon" in words or "midday" in words:
        return "12:00"
    if "midnight" in words:
        return "24:00"
    numbers = _numbers_of(words)
    if numbers is None or numbers[0] > 24 or max(numbers[1:], default=0) > 59:
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
    elif not part and hour <= 12 and {"clock", "past"} & set(words):
        return f"XX:{minute:02}"
    return f"{hour:02}:{minute:02}"


def _numbers_of(words: Sequence[str]) -> list[int] | None:
    """Return the hour and minute, in digits ("6.30", "0600") or words ("half past six")."""
    if not words[0][0].isdigit():
        past = words[0] == "half"
        hour = amount(words[2:] if past else words[:1])
        return None if hour is None else [int(hour), 30 if past else 0]
    written = words[0].replace(".", ":").split(":")
    if written == [words[0]] and len(words[0]) == 4:
        written = [words[0][:2], words[0][2:]]
    if not all(part.isdigit() and len(part) <= 2 for part in written):
        return None
    if any(len(part) < 2 for part in written[1:]):
        return None
    return [int(part) for part in written]


_OLD = 7
"""Days back from which on a time of day may be of the day last spoken of, however long ago."""


def _day_of(found: Found, at: Context) -> tuple[Period | None, str]:
    """Return the day of a time of day: beside it, else in the sentence, else the report's.

    In a story of a day long past it may be of that day, or of the next; none is given then.
    """
    reading = None
    if found.has("numeric"):
        reading = numeric(found, at)
    elif found.has("month"):
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
    day_before = at.focus if at.focus and at.focus.grain == "day" and not at.distant else None
    told = day_before and day_before.first <= at.day and found.direction <= 0
    if day_before and told and found.has("unnamed"):
        return day_before, "is a time on the day last spoken of"
    of_old = at.focus and (at.day - at.focus.last).days > _OLD
    if of_old and found.direction < 0:
        return None, "is a time in a story of days long past; no date follows from it"
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
    near = at.focus is not None and at.focus.grain == "day" and not at.distant
    if words & {"previous", "next", "following"} and not near and found.direction <= 0:
        return _on_day_named(part, replace(at, weekday=None))
    if found.has("hyphen") and at.weekday is None:
        return _on_day_named(part, at)
    if words & {"last", "previous"}:
        base = at.focus if "previous" in words and at.focus and at.focus.grain == "day" else None
        day = Period("day", later(base.first if base else at.day, days=-1))
        how = f"is the {_PARTS[part]} of the day before"
    elif words & {"next", "following"}:
        base = at.focus if at.focus and at.focus.grain == "day" else None
        day = Period("day", later(base.first if base else at.day, days=1))
        how = f"is the {_PARTS[part]} of the day after"
    elif "that" in words and at.focus and at.focus.grain == "day" and not at.distant:
        day, how = at.focus, f"is the {_PARTS[part]} of the day last spoken of"
    elif "that" in words and at.weekday is None:
        return _on_day_named(part, at)
    elif words & {"this"} or found.has("tonight"):
        day, how = Period("day", at.day), f"is the {_PARTS[part]} of the day of the report"
    else:
        told, how = _day_of(found, at)
        if told is None:
            return undated("TIME", f"XXXX-XX-XXT{part}", how)
        day, how = told, how.replace("is a time on", f"is the {_PARTS[part]} of")
        how = how.replace("is a time,", f"is the {_PARTS[part]},")
    return Reading("TIME", f"{day.first}T{part}", how, day.first, day.first, day, relative=True)


def dawn(found: Found, at: Context) -> Reading:
    """Reads at dawn, by dusk: on the day the sentence names, else on none."""
    return _on_day_named(str(found.value("part", "dawn", "part")), at)


def part_beside(found: Found, at: Context) -> Reading:
    """Reads the night before: of the day last spoken of, else of none."""
    part = str(found.value("part", "part"))
    if at.focus is None or at.focus.grain != "day" or at.distant:
        return _on_day_named(part, replace(at, weekday=None))
    before = "before" in found.said("beside")
    day = at.focus.shifted(-1 if before else 1)
    how = f"is the {_PARTS[part]} {'before' if before else 'after'} the day last spoken of"
    return Reading("TIME", f"{day.first}T{part}", how, day.first, day.first, day, relative=True)


def _on_day_named(part: str, at: Context) -> Reading:
    if at.weekday is None:
        how = f"is the {_PARTS[part]} of a day that is not named; no date follows from it"
        return undated("TIME", f"XXXX-XX-XXT{part}", how)
    day, how = at.weekday, f"is the {_PARTS[part]} of the day the sentence names"
    return Reading("TIME", f"{day.first}T{part}", how, day.first, day.first, day, relative=True)


def hours_of_night(_found: Found, at: Context) -> Reading:
    """Reads in the small hours: on the day the sentence names, else on none."""
    return _on_day_named("MO", at)


def night_into_weekday(found: Found, at: Context) -> Reading | None:
    """Reads overnight Saturday to Sunday."""
    into = found.integer("until", "fullweekday")
    if (found.integer("weekday", "fullweekday") + 1) % 7 != into:
        return None
    reading = weekday(found, at)
    if reading is None or reading.first is None:
        return None
    morning = Period("day", later(reading.first, days=1))
    how = f"{reading.how}; the night from that day to the next"
    return Reading("TIME", f"{reading.first}TNI", how, reading.first, morning.first, morning,
                   relative=True)  # fmt: skip


def overnight(found: Found, at: Context) -> Reading | None:
    """Overnight is the night into the day the sentence names, else into that of the report.

    What cannot be done overnight cannot be done quickly.
    """
    if found.denied:
        return NO_TIME
    base = at.weekday or Period("day", at.day)
    night = later(base.first, days=-1)
    how = (
        "is the night into the day the sentence names"
        if at.weekday
        else "is the night into that day"
    )
    return Reading("TIME", f"{night}TNI", how, night, base.first, base, relative=True)
