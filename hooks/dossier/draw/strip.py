"""The strip of time as inline SVG: exact days are points, vague dates bars from first to last day.

Everything is laid in rows so that nothing overlaps, over an axis that gives crowded months more
room; a narrow strip sets each label above its bar, a wide one beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..edtf import from_days, in_words
from .axis import Axis, Tick, axis_of, spans, ticks
from .svg import clean, num, render, safe_href, safe_id, text_width

WIDTH = 720
"""A text column on a wide screen."""
NARROW = 328
"""A phone's column: drawn one to one on a screen 360 pixels wide."""

FORMS = ("exact", "span", "carried", "hollow")

_BESIDE_FROM = 600
"""Strips at least this wide set labels beside the bars."""
_SIZE = 13.0
_LINE = 16.0
_ROW = 21.0
"""A row must be this high for a bar, with room to touch it."""
_DOT = 4.8
_THICK = 9.0
_GAP = 5.0
_APART = 8.0
"""Least distance between two things in a row."""
_EDGE = 8.0
_HEAD = 44.0
"""Height of the axis."""
_TALL = 420.0
"""A strip higher than this repeats its axis at the foot."""
_FADE = 26.0
"""Length of the fading end of a bar without end."""
_LONGEST = 380.0
"""Labels wider than this are broken."""


@dataclass(frozen=True, slots=True)
class Bar:
    id: str
    label: str
    earliest: date | None
    latest: date | None
    """First and last day; one None is an open end, both None no date at all."""
    form: str
    """``exact``, ``span``, ``carried`` (by context) or ``hollow`` (not in the article)."""
    href: str
    when: str = ""
    """The date in words; derived from the days where empty."""
    state: str = ""
    """What its form says, in words; derived from the form where empty."""
    ongoing: bool = False
    """Reported as under way: it goes on after its last day."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A bar laid out: ends, row, and its label's lines from their first baseline."""

    bar: Bar
    left: float
    right: float
    y: float
    """Middle of the bar."""
    point: bool
    name: str
    lines: tuple[str, ...]
    x: float
    top: float
    anchor: str

    @property
    def open_left(self) -> bool:
        return self.bar.earliest is None

    @property
    def open_right(self) -> bool:
        return _goes_on(self.bar)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A bar before it has a row: its ends, label and how many rows it needs."""

    bar: Bar
    left: float
    right: float
    point: bool
    lines: tuple[str, ...]
    x: float
    anchor: str
    above: bool

    @property
    def rows(self) -> int:
        return 1 + len(self.lines) if self.above else 1

    @property
    def reach(self) -> tuple[float, float]:
        wide = max(map(_wide, self.lines))
        label = self.x if self.anchor == "start" else self.x - wide
        return min(self.left, label), max(self.right, label + wide)


def draw_strip(  # noqa: PLR0913 - a drawing has a title, a description and an id beside its data
    bars: Sequence[Bar],
    *,
    title: str,
    desc: str,
    uid: str,
    current: str | Collection[str] | None = None,
    width: int = WIDTH,
) -> str:
    """Return the strip of ``bars``, in order of time; empty where none has a date.

    ``uid`` must be unique on the page, ``current`` holds the ids to set off. Draw it twice,
    ``WIDTH`` and ``NARROW``, and let the stylesheet choose. Undated bars are listed under it.
    """
    dated = sorted((bar for bar in bars if bar.earliest or bar.latest), key=_order)
    axis = _axis(dated, width)
    if axis is None:
        return ""
    now = frozenset([current] if isinstance(current, str) else current or ())
    items, floor = _rows(tuple(_shape(bar, axis, width) for bar in dated), width)
    foot = floor + (_HEAD if floor > _TALL else 0)
    undated = list(_undated([bar for bar in bars if not (bar.earliest or bar.latest)], foot, width))
    return render(
        "strip.svg.jinja",
        axis=axis,
        ticks=ticks(axis),
        spans=spans(axis),
        items=items,
        undated=undated,
        width=width,
        layout="wide" if width >= _BESIDE_FROM else "narrow",
        floor=floor,
        foot=foot,
        height=(undated[-1].top + _LINE * len(undated[-1].lines) - 8 if undated else foot),
        fade=_FADE,
        dot=_DOT,
        thick=_THICK,
        line=_LINE,
        uid=safe_id(uid),
        title=clean(title),
        desc=clean(desc),
        num=num,
        clean=clean,
        href=safe_href,
        is_now=lambda item: item.bar.id in now,
    )


def strip_key(bars: Sequence[Bar]) -> tuple[tuple[str, str], ...]:
    """Return the legend of a strip: (form, words) for the forms that occur in it."""
    forms = {bar.form for bar in bars if bar.earliest or bar.latest}
    axis = axis_of([_days(bar) for bar in bars], 0, WIDTH)
    here = {
        "exact": "exact" in forms,
        "span": "span" in forms,
        "carried": "carried" in forms,
        "absent": "hollow" in forms,
        "open": any((bar.earliest is None) or _goes_on(bar) for bar in bars if _days(bar)),
        "break": bool(axis and axis.breaks),
        "larger": bool(axis and any(window.crowded for window in axis.windows)),
    }
    return tuple((form, words) for form, words in _KEY if here[form])


_KEY = (
    ("exact", "day given exactly"),
    ("span", "some time from the first day to the last"),
    ("carried", "dated by context"),
    ("absent", "event or date not in the article; known from other works"),
    ("open", "still under way, or beginning or end not given"),
    ("break", "time left out"),
    ("larger", "drawn larger than the rest"),
)


def _axis(dated: Sequence[Bar], width: float) -> Axis | None:
    """Return the axis, with room at its ends for the fading of bars without one."""
    left = right = _EDGE + _DOT
    left += _FADE if any(bar.earliest is None for bar in dated) else 0
    right += _FADE if any(map(_goes_on, dated)) else 0
    return axis_of([_days(bar) for bar in dated], left, width - right)


def _days(bar: Bar) -> tuple[date, ...]:
    return tuple(day for day in (bar.earliest, bar.latest) if day)


def _goes_on(bar: Bar) -> bool:
    return bar.latest is None or bar.ongoing


def _order(bar: Bar) -> tuple[date, date, str]:
    return (bar.earliest or date.min, bar.latest or date.max, bar.id)


def _name(bar: Bar) -> str:
    when = clean(bar.when)
    if not when and (bar.earliest or bar.latest):
        when = in_words(from_days(bar.earliest, bar.latest))
    states = {"carried": "by context", "hollow": "not in the article"}
    state = clean(bar.state) or states.get(bar.form)
    under_way = "under way" if bar.ongoing else None
    said = [clean(bar.label), when or "not dated", state, under_way]
    return "; ".join(filter(None, said))


# --- Laying out


def _shape(bar: Bar, axis: Axis, width: int) -> _Shape:
    left, right, point = _ends(bar, axis, width)
    label = clean(bar.label)
    wide = _wide(label)
    if width >= _BESIDE_FROM and wide <= _LONGEST:
        if right + _GAP + wide <= width - 2:
            return _Shape(bar, left, right, point, (label,), right + _GAP, "start", above=False)
        if left - _GAP - wide >= 2:
            return _Shape(bar, left, right, point, (label,), left - _GAP, "end", above=False)
    lines = tuple(broken(label, min(_LONGEST, width - 2 * _EDGE)))
    wide = max(map(_wide, lines))
    x = max(2.0, min(left, width - _EDGE - wide))
    return _Shape(bar, left, right, point, lines, x, "start", above=True)


def _ends(bar: Bar, axis: Axis, width: int) -> tuple[float, float, bool]:
    if bar.earliest is None or bar.latest is None:
        left = axis.x(bar.earliest) if bar.earliest else 2.0
        right = axis.after(bar.latest) if bar.latest else width - 2.0
        return left, right, False
    if bar.ongoing:
        first, after = axis.x(bar.earliest), axis.after(bar.latest)
        return first, min(max(after, first + _THICK) + _FADE, width - 2.0), False
    if bar.earliest == bar.latest:
        middle = axis.middle(bar.earliest)
        return middle - _DOT, middle + _DOT, True
    left, right = axis.x(bar.earliest), axis.after(bar.latest)
    spare = max(0.0, _THICK - (right - left)) / 2
    return left - spare, right + spare, False


def _wide(text: str) -> float:
    """Return the width of a label, set off in bold or not."""
    return text_width(text, _SIZE) * 1.04


@lru_cache(maxsize=16)
def _rows(shapes: tuple[_Shape, ...], width: int) -> tuple[list[_Item], float]:
    """Put each in the first rows that are free; return the items and where the rows end."""
    above = width < _BESIDE_FROM
    height = _LINE if above else _ROW
    taken: list[list[tuple[float, float]]] = []
    items = []
    for shape in shapes:
        row = _first_free(taken, shape)
        while len(taken) < row + shape.rows:
            taken.append([])
        for at in range(row, row + shape.rows):
            taken[at].append(shape.reach)
        items.append(_item(shape, _HEAD + row * height, height))
    return items, _HEAD + len(taken) * height + 6


def _first_free(taken: Sequence[Sequence[tuple[float, float]]], shape: _Shape) -> int:
    left, right = shape.reach
    free = 0
    for row, things in enumerate(taken):
        clash = any(left - _APART < end and start < right + _APART for start, end in things)
        free = 0 if clash else free + 1
        if free == shape.rows:
            return row - shape.rows + 1
    return len(taken) - free


def _item(shape: _Shape, top: float, height: float) -> _Item:
    y = top + (shape.rows - 0.5) * height
    last = y - _THICK / 2 - 6
    first = last - (len(shape.lines) - 1) * _LINE if shape.above else y + _SIZE * 0.35
    return _Item(
        shape.bar, shape.left, shape.right, y, shape.point, _name(shape.bar),
        shape.lines, shape.x, first, shape.anchor,
    )  # fmt: skip


def broken(text: str, room: float) -> Iterator[str]:
    """Give ``text`` in lines no wider than ``room``, broken at spaces, else where it must be."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if _wide(longer) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while _wide(line) > room:
            cut = next(n for n in range(1, len(line) + 1) if _wide(line[: n + 1]) > room)
            yield line[:cut]
            line = line[cut:]
    yield line


def _undated(bars: Sequence[Bar], foot: float, width: int) -> Iterator[_Item]:
    """Give the things nobody dates, one under another below the strip."""
    top = foot + _LINE
    for bar in sorted(bars, key=lambda bar: bar.id):
        words = f"{clean(bar.label)} – date not stated"
        lines = tuple(broken(words, width - 2 * _EDGE))
        name = f"{words}; under way" if bar.ongoing else words  # begins with what is seen
        yield _Item(
            bar, _EDGE, _EDGE, 0, point=False, name=name, lines=lines,
            x=_EDGE, top=top, anchor="start",
        )  # fmt: skip
        top += _LINE * len(lines)


__all__ = ["FORMS", "NARROW", "WIDTH", "Bar", "Tick", "draw_strip", "strip_key"]
