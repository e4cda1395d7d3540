"""Finds the time expressions of a text.

The rules are matched once; every match is then read for each day of publication, in the order
of the text, so that "a day later" knows what came before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .. import edtf as edtf_
from ..edtf import Edtf
from ..model import Sentence, TimeExpression
from .matching import Match, matches_in
from .periods import Period
from .read_dates import calendar_day, near_day, weekday
from .read_feasts import feast
from .reading import Context, Reading
from .words_for import why

MOST_DAYS = 62
"""Of a longer time of publication, this many days spread over it are tried."""

_YEARS = (1000, 9000)
"""Of publication; at the ends of the calendar there would be no year before or after."""
_RUNNING_RESULTS = ("P6M", "P9M")
"""Six or nine months: what comes "a year earlier" is then no quarter."""
_NAMES_A_DAY = (weekday, near_day, calendar_day, feast)
_DAY_BESIDE = ("weekday", "nearday", "month", "which", "tonight")
"""Parts by which a time of day names its day: "last night", "Sunday morning"."""


def find_times(
    text: str, sentences: Sequence[Sentence], published: Edtf, week_starts: str = "sunday"
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text``, in order.

    ``published`` is when the text appeared, as far as known; ``week_starts`` is ``sunday`` or
    ``monday`` and says what "last week" means.
    """
    days = _days(published)
    neutral = Context(days[0] if days else date(2000, 1, 1), week_starts)
    found = [
        (sentence, tuple(matches_in(text, sentence.start, sentence.end, neutral)))
        for sentence in sentences
    ]
    found = [(sentence, matches) for sentence, matches in found if matches]
    readings = [_read_all([matches for _, matches in found], day, week_starts) for day in days]
    if not days:
        readings = [_read_all([matches for _, matches in found], neutral.day, week_starts)]
    placed = [(sentence, match) for sentence, matches in found for match in matches]
    return tuple(
        expression
        for (sentence, match), options in zip(placed, zip(*readings, strict=True), strict=True)
        if (expression := _expression(text, sentence, match, options, published if days else None))
    )


def _days(published: Edtf) -> tuple[date, ...]:
    """Return the days on which the text may have appeared; none where that is not known."""
    if published.earliest is None or published.latest is None:
        return ()
    if not _YEARS[0] <= published.earliest.year <= published.latest.year <= _YEARS[1]:
        return ()
    length = (published.latest - published.earliest).days
    count = min(length + 1, MOST_DAYS)
    steps = (round(n * length / max(1, count - 1)) for n in range(count))
    return tuple(published.earliest + timedelta(days=step) for step in steps)


def _read_all(
    sentences: Sequence[Sequence[Match]], day: date, week_starts: str
) -> list[Reading | None]:
    """Return the reading of every match for one day of publication."""
    readings: list[Reading | None] = []
    focus: Period | None = None
    quarter: Period | None = None
    running = False
    for matches in sentences:
        days = _days_named(matches, Context(day, week_starts, focus, quarter))
        named = next(iter(days.values()), None)
        for number, match in enumerate(matches):
            named = days.get(number, named)
            reading = match.rule.read(
                match.found, Context(day, week_starts, focus, quarter, named, running)
            )
            readings.append(reading)
            if reading and reading.value in _RUNNING_RESULTS:
                running = True
            if reading and reading.period and not _is_compared_with(match):
                focus = reading.period
                if focus.grain == "quarter":
                    quarter, running = focus, False
    return readings


def _is_compared_with(match: Match) -> bool:
    """Say whether a time is one that results are compared with: "the year-ago quarter"."""
    return match.found.has("yearago") or match.found.has("ago") or match.found.has("compared")


def _days_named(matches: Sequence[Match], at: Context) -> dict[int, Period]:
    """Return the days that a sentence names, for its "overnight" and its times of day.

    Of these the last before them counts, else the first; keys are the numbers of the matches.
    """
    days = {}
    for number, match in enumerate(matches):
        if match.rule.read in _NAMES_A_DAY or any(map(match.found.has, _DAY_BESIDE)):
            reading = match.rule.read(match.found, at)
            if reading and reading.period and reading.period.grain == "day":
                days[number] = reading.period
    return days


def _expression(
    text: str,
    sentence: Sentence,
    match: Match,
    options: Sequence[Reading | None],
    published: Edtf | None,
) -> TimeExpression | None:
    """Return the expression with what all its readings come to; ``published`` None if not known."""
    readings = [option for option in options if option]
    if not readings:
        return None
    first = readings[0]
    words = text[match.start : match.end]
    dates = _dates(readings) if published or not first.relative else None
    same = len({(reading.first, reading.last) for reading in readings}) == 1
    return TimeExpression(
        passage=sentence.passage,
        start=match.start,
        end=match.end,
        text=words,
        type=first.type,
        value=_value(readings) if published or not first.relative else "XXXX-XX-XX",
        edtf=dates.text if dates else None,
        earliest=dates.earliest if dates else None,
        latest=dates.latest if dates else None,
        why=why(words, first, dates, published, same=same),
    )


def _dates(readings: Sequence[Reading]) -> Edtf | None:
    starts = [reading.first for reading in readings if reading.first]
    ends = [reading.last for reading in readings if reading.last]
    if not starts or not ends:
        return None
    return edtf_.parse(edtf_.from_days(min(starts), max(ends)))


def _value(readings: Sequence[Reading]) -> str:
    """Return the one TIMEX3 value; where days of publication differ, X for what they differ in."""
    values = sorted({reading.value for reading in readings})
    if len(values) == 1:
        return values[0]
    parts = [value.split("-") for value in values]
    shortest = min(len(part) for part in parts)
    merged = []
    for number in range(shortest):
        options = {part[number] for part in parts}
        merged.append(options.pop() if len(options) == 1 else "X" * min(map(len, options)))
    return "-".join(merged)
