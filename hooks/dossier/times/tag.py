"""Finds the time expressions of a text.

The rules are matched once; every match is then read for each day of publication, in the order
of the text, so that "a day later" knows what came before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .. import edtf as edtf_
from ..edtf import Edtf
from ..model import Sentence, TimeExpression
from .matching import Match, Readable, matches_in
from .periods import Period
from .read_dates import calendar_day, numeric
from .read_feasts import feast
from .read_weekdays import near_day, weekday, weekday_of_number, weekday_of_week
from .reading import NO_TIME, Context, Reading
from .words_for import why

MOST_DAYS = 62
"""Of a longer time of publication, this many days spread over it are tried."""
MOST_READINGS = 200_000
"""Of a text with very many times fewer days are tried, the first and the last among them."""

_YEARS = (1000, 9000)
"""Of publication; at the ends of the calendar there would be no year before or after."""
_RUNNING_RESULTS = ("P6M", "P9M")
"""Six or nine months: what comes "a year earlier" is then no quarter."""
NEAR = 1
"""Sentences after which a date that was spoken of is no longer near."""
_NAMES_A_DAY = (
    weekday, weekday_of_week, weekday_of_number, near_day, calendar_day, numeric, feast,
)  # fmt: skip
_DAY_BESIDE = ("weekday", "nearday", "month", "which", "tonight")
"""Parts by which a time of day names its day: "last night", "Sunday morning"."""


def find_times(
    text: str, sentences: Sequence[Sentence], published: Edtf, week_starts: str = "sunday"
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text``, in order.

    ``published`` is when the text appeared, as far as known; ``week_starts`` is ``sunday`` or
    ``monday`` and says what "last week" means.
    """
    first = next(iter(_days(published, 0)), date(2000, 1, 1))
    neutral = Context(first, week_starts)
    readable = Readable(neutral)
    found = [
        (number, sentence, [_Placed(match, match.found.key) for match in matches])
        for number, sentence in enumerate(sentences)
        if (matches := tuple(matches_in(text, sentence.start, sentence.end, readable)))
    ]
    days = _days(published, sum(len(matches) for *_, matches in found))
    memory: _Memory = {}
    readings = [
        _read_all([(number, matches) for number, _, matches in found], day, week_starts, memory)
        for day in days or (neutral.day,)
    ]
    meanings = _Meanings(published if days else None)
    placed = [(sentence, one.match) for _, sentence, matches in found for one in matches]
    return tuple(
        TimeExpression(
            sentence.passage, match.start, match.end, text[match.start : match.end], *meaning
        )
        for (sentence, match), options in zip(placed, zip(*readings, strict=True), strict=True)
        if (meaning := meanings.of(text[match.start : match.end], options))
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    match: Match
    key: tuple[object, ...]
    """All that its reading can depend on, but for the context."""


_Memory = dict[tuple[tuple[object, ...], Context], Reading | None]
"""Readings already made, so that a text of many like times is read fast."""


def _days(published: Edtf, matches: int) -> tuple[date, ...]:
    """Return the days on which the text may have appeared; none where that is not known."""
    if published.earliest is None or published.latest is None:
        return ()
    if not _YEARS[0] <= published.earliest.year <= published.latest.year <= _YEARS[1]:
        return ()
    length = (published.latest - published.earliest).days
    count = min(length + 1, MOST_DAYS, max(2, MOST_READINGS // max(1, matches)))
    steps = (round(n * length / max(1, count - 1)) for n in range(count))
    return tuple(published.earliest + timedelta(days=step) for step in steps)


def _read_all(
    sentences: Sequence[tuple[int, Sequence[_Placed]]],
    day: date,
    week_starts: str,
    memory: _Memory,
) -> list[Reading | None]:
    """Return the reading of every match for one day of publication."""
    readings: list[Reading | None] = []
    at, spoken_of = Context(day, week_starts), 0
    reported: Period | None = None
    for sentence, matches in sentences:
        if at.distant != (sentence - spoken_of > NEAR):
            at = replace(at, distant=not at.distant)
        at = _without_sentence(at, reported)
        days = _days_named(matches, at, memory)
        named = next(iter(days.values()), None)
        for number, placed in enumerate(matches):
            named = days.get(number, named)
            if named != at.weekday:
                at = replace(at, weekday=named)
            reading = _read(placed, at, memory)
            readings.append(reading)
            if reading and reading.value in _RUNNING_RESULTS:
                at = replace(at, running=reading.value)
            if reading and reading.period and not _is_compared_with(placed.match):
                spoken_of = sentence
                if reading.period != at.focus or at.distant:
                    at = replace(at, focus=reading.period, distant=False)
                if reading.period.grain == "quarter" and _is_reported(reading, placed.match, at):
                    at = _with_quarter(at, reading, placed.match)
                    reported = _latest(reported, reading.period, placed.match)
    return readings


def _without_sentence(at: Context, reported: Period | None) -> Context:
    """Return the context at the beginning of a sentence."""
    quarter = reported or at.quarter
    if at.weekday or at.closed or at.quarter != quarter:
        return replace(at, weekday=None, closed=None, quarter=quarter)
    return at


def _is_reported(reading: Reading, match: Match, at: Context) -> bool:
    """Say whether results of a quarter are told: it is over, or is the only one, told as past."""
    if reading.period is None or reading.period.first > at.day:
        return False
    if at.running and match.found.has("whole"):
        return False  # "the latest period" may be those nine months
    return reading.period.last < at.day or (at.quarter is None and match.found.direction < 0)


def _with_quarter(at: Context, reading: Reading, match: Match) -> Context:
    by_end = match.found.closing and not match.found.has("nth")
    closed = Period("quarter", reading.first) if by_end and reading.first else None
    return replace(at, quarter=reading.period, closed=closed, running="")


def _latest(reported: Period | None, quarter: Period, match: Match) -> Period:
    """Return the quarter whose results are told; one before it is only mentioned in passing.

    A company that counts its own ("the fiscal second quarter") tells the results of that one.
    """
    passing = reported and quarter.first < reported.first and not match.found.has("own")
    return reported if reported and passing else quarter


def _read(placed: _Placed, at: Context, memory: _Memory) -> Reading | None:
    key = placed.key, at
    if key not in memory:
        memory[key] = placed.match.rule.read(placed.match.found, at)
    return memory[key]


def _is_compared_with(match: Match) -> bool:
    """Say whether a time is one that results are compared with: "the year-ago quarter"."""
    return match.found.has("yearago") or match.found.has("ago") or match.found.has("compared")


def _days_named(matches: Sequence[_Placed], at: Context, memory: _Memory) -> dict[int, Period]:
    """Return the days that a sentence names, for its "overnight" and its times of day.

    Of these the last before them counts, else the first; keys are the numbers of the matches.
    """
    days = {}
    for number, placed in enumerate(matches):
        match = placed.match
        beside = any(map(match.found.has, _DAY_BESIDE)) and not match.found.has("amount")
        if beside or match.rule.read in _NAMES_A_DAY:
            reading = _read(placed, at, memory)
            if reading and reading.period and reading.period.grain == "day":
                days[number] = reading.period
    return days


class _Meanings:
    """What matches mean, from all their readings; each that recurs is put into words once."""

    def __init__(self, published: Edtf | None) -> None:
        self.published = published
        """None if not known."""
        self.known: dict[tuple[object, ...], _Meaning | None] = {}

    def of(self, words: str, options: Sequence[Reading | None]) -> _Meaning | None:
        key = (words, *map(id, options))  # the memory of readings keeps them all alive
        if key not in self.known:
            self.known[key] = _meaning(words, options, self.published)
        return self.known[key]


_Meaning = tuple[str, str, str | None, date | None, date | None, str]
"""Type, value, EDTF, earliest and latest day, and why."""


def _meaning(
    words: str, options: Sequence[Reading | None], published: Edtf | None
) -> _Meaning | None:
    """Return what all the readings of an expression come to."""
    readings = [option for option in options if option and option is not NO_TIME]
    if not readings:
        return None
    first = readings[0]
    dates = _dates(readings) if published or not first.relative else None
    same = len({(reading.first, reading.last) for reading in readings}) == 1
    return (
        first.type,
        _value(readings) if published or not first.relative else "XXXX-XX-XX",
        dates.text if dates else None,
        dates.earliest if dates else None,
        dates.latest if dates else None,
        why(words, first, dates, published, same=same),
    )


def _dates(readings: Sequence[Reading]) -> Edtf | None:
    starts = [reading.first for reading in readings if reading.first]
    ends = [reading.last for reading in readings if reading.last]
    if not starts or not ends:
        return None
    return edtf_.parse(edtf_.from_days(min(starts), max(ends)))


_PART_OF_VALUE = re.compile("[0-9]+|[^0-9]+")


def _value(readings: Sequence[Reading]) -> str:
    """Return the one TIMEX3 value; where days of publication differ, X for what they differ in."""
    values = sorted({reading.value for reading in readings})
    if len(values) == 1:
        return values[0]
    columns = zip(*map(_PART_OF_VALUE.findall, values), strict=False)
    return "".join(
        column[0] if len(set(column)) == 1 else "X" * min(map(len, column)) for column in columns
    )
