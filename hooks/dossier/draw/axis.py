"""A scale of time that gives crowded months room and leaves empty ones out.

Days are counted in units (days, months or years, by the length of the whole); runs of units with
the same density become windows of one scale each, and a long empty run becomes a break.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import pairwise

from .svg import text_width

SIZE = 12.6
"""Of the axis's words."""

_DAYS_UP_TO = 75
_MONTHS_UP_TO = 12 * 366
"""Spans in days, from which on months, then years, are the unit."""
_EMPTY = {"day": 30, "month": 1, "year": 3}
"""Empty runs up to this long are kept; longer ones become a break."""
_CROWDED = 4
"""A unit with fewer dates than this is never enlarged."""
_TIMES_MEAN = 1.8
_OF_MOST = 0.6
"""Nor one with less than this share of the most crowded one's dates."""
_BREAK = (0.03, 10.0, 16.0)
"""Width of a break: its share of the whole, at least and at most so wide."""
CUT = 7.0
"""How much of a bar is cut out in its middle."""
_LEAST = 36.0
"""Width of a window, at least: its label must fit."""
_ROOM = 4.0
"""Between two labels of the axis."""
_FINEST = 3.0
"""Ticks nearer to one another than this are left out, unless they have words."""
_DAY_STEPS = (1, 2, 7, 14)
_STEPS = (1, 2, 3, 6, 12, 25, 50, 100, 250, 500, 1000)
_MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one scale: its first day, the day after its last, and where it is drawn."""

    first: date
    after: date
    left: float
    right: float
    crowded: bool
    """True: drawn larger than the rest."""

    @property
    def per_day(self) -> float:
        return (self.right - self.left) / (self.after - self.first).days


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    words: str
    """Empty for a line only."""


@dataclass(frozen=True, slots=True)
class Axis:
    windows: tuple[Window, ...]
    breaks: tuple[float, ...]
    """Middles of the breaks."""
    unit: str

    def x(self, day: date) -> float:
        """Return where ``day`` begins; in a break, its middle; outside, the nearer end."""
        before = self.windows[0].left
        for window in self.windows:
            if day < window.first:
                return (before + window.left) / 2
            if day < window.after:
                return window.left + (day - window.first).days * window.per_day
            before = window.right
        return before

    def pieces(self, left: float, right: float) -> tuple[tuple[float, float], ...]:
        """Return the stretch from ``left`` to ``right`` cut at the breaks."""
        edges = [left]
        for at in self.breaks:
            if left < at - CUT / 2 and at + CUT / 2 < right:
                edges += [at - CUT / 2, at + CUT / 2]
        edges.append(right)
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    def after(self, day: date) -> float:
        """Return where ``day`` ends."""
        return self.x(day) + next((w.per_day for w in self.windows if w.first <= day < w.after), 0)

    def middle(self, day: date) -> float:
        return (self.x(day) + self.after(day)) / 2


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    number: Callable[[date], int]
    start: Callable[[int], date]


def _month_start(number: int) -> date:
    year, month = divmod(number, 12)
    return date(year, month + 1, 1) if year <= MAXYEAR else date.max


_UNITS = {
    "day": _Unit("day", date.toordinal, lambda n: date.fromordinal(min(n, date.max.toordinal()))),
    "month": _Unit("month", lambda day: day.year * 12 + day.month - 1, _month_start),
    "year": _Unit(
        "year",
        lambda day: day.year,
        lambda n: date(max(n, MINYEAR), 1, 1) if n <= MAXYEAR else date.max,
    ),
}


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def axis_of(days: Sequence[tuple[date, ...]], left: float, right: float) -> Axis | None:
    """Return the axis for ``days`` (the known ends of each thing drawn); None for none."""
    ends = sorted(day for pair in days for day in pair)
    if not ends:
        return None
    unit = _unit((ends[-1] - ends[0]).days)
    counts = Counter(number for pair in days for number in {unit.number(day) for day in pair})
    runs = _runs(counts, unit.name)
    gaps = sum(after.first - before.last > 1 for before, after in pairwise(runs))
    share, least, most = _BREAK
    wide = max(least, min(most, share * (right - left)))
    widths = _widths([run.weight for run in runs], right - left - gaps * wide)
    windows, breaks, x = [], [], left
    for at, (run, width) in enumerate(zip(runs, widths, strict=True)):
        if at and run.first - runs[at - 1].last > 1:
            breaks.append(x + wide / 2)
            x += wide
        first, after = unit.start(run.first), unit.start(run.last + 1)
        windows.append(Window(first, max(after, _next(first)), x, x + width, run.crowded))
        x += width
    return Axis(tuple(windows), tuple(breaks), unit.name)


def _unit(length: int) -> _Unit:
    if length <= _DAYS_UP_TO:
        return _UNITS["day"]
    return _UNITS["month" if length <= _MONTHS_UP_TO else "year"]


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    crowded: bool
    weight: float


def _runs(counts: Counter[int], unit: str) -> list[_Run]:
    """Return runs of units, crowded or not, the short empty ones among them."""
    mean = counts.total() / len(counts)
    limit = max(_CROWDED, _TIMES_MEAN * mean, _OF_MOST * max(counts.values()))
    runs: list[_Run] = []
    for number in sorted(counts):
        crowded = counts[number] >= limit and len(counts) > 1
        weight = max(3.0, counts[number]) if crowded else 1.0
        last = runs[-1] if runs else None
        between = number - last.last - 1 if last else 0
        if last is None or between > _EMPTY[unit]:
            runs.append(_Run(number, number, crowded, weight))
        elif crowded == last.crowded and not (crowded and between):
            runs[-1] = _Run(last.first, number, crowded, last.weight + between + weight)
        elif crowded:
            runs[-1] = _Run(last.first, number - 1, last.crowded, last.weight + between)
            runs.append(_Run(number, number, crowded, weight))
        else:
            runs.append(_Run(last.last + 1, number, crowded, between + weight))
    return runs


def _widths(weights: Sequence[float], room: float) -> list[float]:
    """Share ``room`` by weight, the narrowest windows made wide enough for their label."""
    least = min(_LEAST, room / len(weights))
    small = {at for at, weight in enumerate(weights) if weight * room / sum(weights) < least}
    while True:
        rest = room - least * len(small)
        heavy = sum(weight for at, weight in enumerate(weights) if at not in small) or 1
        more = {at for at, w in enumerate(weights) if at not in small and w * rest / heavy < least}
        if not more:
            return [least if at in small else w * rest / heavy for at, w in enumerate(weights)]
        small |= more


# --- What stands along it


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """Return the finer row: a line for every unit, words where there is room."""
    return tuple(tick for window in axis.windows for tick in _fine(axis.unit, window))


def spans(axis: Axis) -> tuple[Tick, ...]:
    """Return the broader row: the month or year that the finer row stands in."""
    return tuple(
        tick for window in axis.windows for tick, _, _ in _broad(axis.unit, window) if tick.words
    )


def _fine(unit: str, window: Window) -> Iterator[Tick]:
    """Give the ticks of a window; one whose year or month has no name on the axis has none."""
    days = unit == "day" or _in_days(unit, window)
    starts = list(_starts(_UNITS["day" if days else unit], window))
    words = [_fine_words("day" if days else unit, start) for start in starts]
    each = (window.right - window.left) / len(starts)
    wide = max(text_width(word, SIZE) for word in words) + _ROOM
    steps: tuple[int, ...] = _DAY_STEPS if days else _STEPS
    step = next((step for step in steps if step * each >= wide), len(starts))
    unnamed = [(first, after) for tick, first, after in _broad(unit, window) if not tick.words]
    for at, (start, word) in enumerate(zip(starts, words, strict=True)):
        x = _at(window, start)
        fits = x + wide - _ROOM <= window.right + each / 2
        riddle = any(first <= start < after for first, after in unnamed)
        show = at % step == 0 and fits and not riddle
        if show or each >= _FINEST:
            yield Tick(x, word if show else "")


def _in_days(unit: str, window: Window) -> bool:
    """Say whether a window of months is wide enough to count its days by the week."""
    week = window.per_day * 7
    return unit == "month" and window.crowded and week >= text_width("30", SIZE) + _ROOM


def _starts(unit: _Unit, window: Window) -> Iterator[date]:
    last = unit.number(window.after - timedelta(days=1))
    for number in range(unit.number(window.first), last + 1):
        yield max(unit.start(number), window.first)


def _fine_words(unit: str, start: date) -> str:
    return {"day": str(start.day), "month": _month(start)[:3], "year": str(start.year)}[unit]


def _broad(unit: str, window: Window) -> Iterator[tuple[Tick, date, date]]:
    """Give a tick, empty where it has no room, with the first day it is for and the day after."""
    if unit == "year":
        return
    months = unit == "day" or _in_days(unit, window)
    starts = [*_starts(_UNITS["month" if months else "year"], window), window.after]
    free = window.left
    for start, after in pairwise(starts):
        x, words = _at(window, start), str(start.year)
        if months:
            month = _month(start)
            words = _fitting([f"{month} {words}", f"{month[:3]} {words}"], window.right - x)
        words = words if x >= free else ""
        free = x + text_width(words, SIZE) + _ROOM if words else free
        yield Tick(x, words), start, after


def _at(window: Window, day: date) -> float:
    return window.left + (day - window.first).days * window.per_day


def _fitting(options: Sequence[str], room: float) -> str:
    return next((words for words in options if text_width(words, SIZE) <= room + _ROOM), "")


def _month(day: date) -> str:
    return _MONTHS.split()[day.month - 1]
