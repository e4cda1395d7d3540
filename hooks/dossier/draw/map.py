"""Maps as inline SVG: marks on the basemap, each as exact as its place is known.

First all is laid out (frame, ground, signs, labels), then a template writes it; the layout is
the same on every page and remembered, only what is current differs.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .basemap import AREA, LINE, Basemap, on_scale
from .frame import Frame, clip_area
from .ground import Ground, Spot, ground_of, lines_of, spots_of
from .labels import Board, Label, Rect, along, beside, meet, round_mark, within
from .marks import Group, Mark, area_of, frame_of, is_area, marks_shown
from .scalebar import SMALL, ScaleBar, scale_bar
from .svg import XY, clean, num, path_of, render, safe_href, safe_id, two_lines

__all__ = ["Mark", "draw_map", "map_key", "marks_on"]

WIDTH = 328
"""A phone's column: drawn one to one on a screen 360 pixels wide."""

DOT = 4.6
"""Radius of the smallest legible spot."""
SPOT = 2.2
"""Radius of a point that is only there for orientation."""
_SPOT_REACH = 3
"""How many rings away its label may stand: it is not worth a long leader."""
_UNKNOWN = 13.0
"""Radius of the soft ring where a place's extent is not stated and would show."""
_BROAD = 60.0
"""A circle or area this large is clicked by its label and its edge, not all over."""
_APART = {"world": 9.0, "region": 9.0, "site": 5.0}
_SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One link of the map: its form, where it stands and its label."""

    group: Group
    form: str
    """``area``, ``circle``, ``ring`` (extent not stated), ``dot`` or ``named``."""
    name: str
    """For those who do not see it."""
    x: float = 0
    y: float = 0
    radius: float = 0
    path: str = ""
    broad: bool = False
    label: Label | None = None
    notes: int = 0
    """How many of the label's lines, from the end, are the note."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A map laid out."""

    frame: Frame
    ground: Ground
    signs: tuple[Sign, ...]
    spots: tuple[tuple[Spot, Label], ...]
    names: tuple[tuple[str, Label], ...]
    """(classes, label) of countries and rivers."""
    bar: ScaleBar
    region: Rect | None
    """On the world's map: the frame of the region's."""


def draw_map(  # noqa: PLR0913 - a drawing has a title, a description and an id beside its data
    basemap: Basemap,
    marks: Sequence[Mark],
    *,
    scale: str,
    title: str,
    desc: str,
    uid: str,
    current: str | Collection[str] | None = None,
    width: int = WIDTH,
) -> str:
    """Return the map of ``scale`` (``world``, ``region`` or ``site``); empty for nothing to show.

    ``uid`` must be unique on the page, ``current`` holds the ids to set off, ``width`` is in CSS
    pixels: text keeps its size, a wider map shows more. One line, no blank: Markdown passes it on.
    """
    plan = _plan(basemap, _unlinked(marks), scale, width)
    if plan is None:
        return ""
    addresses = {mark.id: safe_href(mark.href) for mark in marks}
    now = frozenset([current] if isinstance(current, str) else current or ())
    return render(
        "map.svg.jinja",
        plan=plan,
        scale=scale,
        uid=safe_id(uid),
        title=clean(title),
        desc=clean(desc),
        num=num,
        clean=clean,
        addresses=addresses,
        classes=lambda sign: _classes(sign, now),
        is_now=lambda sign: _is_now(sign, now),
        current_area=any(s.form == "area" and _is_now(s, now) for s in plan.signs),
        hatch=lambda sign: _hatch(sign, scale, now),
    )


def marks_on(
    basemap: Basemap, marks: Sequence[Mark], scale: str, width: int = WIDTH
) -> tuple[tuple[Mark, ...], ...]:
    """Return the signs of a map in its order, each with the marks it stands for."""
    plan = _plan(basemap, _unlinked(marks), scale, width)
    by_id = {mark.id: mark for mark in marks}
    return tuple(tuple(by_id[m.id] for m in s.group.marks) for s in plan.signs) if plan else ()


def map_key(basemap: Basemap, marks: Sequence[Mark], scale: str) -> tuple[tuple[str, str], ...]:
    """Return the legend of a map: (form, words) for the forms that occur in it."""
    plan = _plan(basemap, _unlinked(marks), scale, WIDTH)
    if plan is None:
        return ()
    here = {_form(sign) for sign in plan.signs} | ({"disputed"} if plan.ground.disputed else set())
    return tuple((form, words) for form, words in _KEY if form in here)


_KEY = (
    ("dot", "place known to within the dot"),
    ("circle", "somewhere within this circle"),
    ("ring", "extent not stated"),
    ("area", "somewhere in this area"),
    ("hollow", "not in the article; known from other works"),
    ("named", "only named in the article"),
    ("disputed", "boundary not settled, or disputed"),
)


def _form(sign: Sign) -> str:
    return "hollow" if all(mark.hollow for mark in sign.group.marks) else sign.form


def _is_now(sign: Sign, now: frozenset[str]) -> bool:
    return any(mark.id in now for mark in sign.group.marks)


def _hatch(sign: Sign, scale: str, now: frozenset[str]) -> str:
    """Return which hatching an area has: bold, as it must have no outline, if it is current."""
    wide = sign.group.first.precision == "country" and scale != "world"
    return ("w" if wide else "h") + ("n" if _is_now(sign, now) else "")


def _classes(sign: Sign, now: frozenset[str]) -> str:
    states = {
        "named": not any(mark.happened for mark in sign.group.marks),
        "hollow": all(mark.hollow for mark in sign.group.marks),
        "broad": sign.broad,
        "current": _is_now(sign, now),
    }
    names = ["mark", f"mark--{sign.form}", *(f"mark--{s}" for s, on in states.items() if on)]
    return " ".join(dict.fromkeys(names))


# --- Laying out


def _unlinked(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return ``marks`` without their addresses, which alone differ from page to page."""
    return tuple(replace(mark, href="") for mark in marks)


@lru_cache(maxsize=32)
def _plan(basemap: Basemap, marks: tuple[Mark, ...], scale: str, width: int) -> Plan | None:
    frame = frame_of(basemap, marks, scale, width)
    if frame is None:
        return None
    groups = marks_shown(basemap, marks, scale, frame, _APART[scale])
    if not groups:
        return None
    signs = [_sign(basemap, group, scale, frame) for group in groups]
    board = Board(frame.width, frame.height)
    board.rects += [round_mark(s.x, s.y, s.radius) for s in signs if s.form in {"dot", "named"}]
    board.rects += [
        round_mark(s.x, s.y, s.radius) for s in signs if s.form == "circle" and not s.broad
    ]
    region = _region(basemap, marks, scale, frame, width)
    board.walls += _edges(region) if region else []
    spots = [
        spot
        for spot in _spots(basemap, board, signs, scale, frame)
        if region is None or not meet(_spot_rect(spot), region)
    ]
    rings = {sign: _rings(basemap, sign, frame) for sign in signs}
    bar = scale_bar(board, frame, [outline for outline in rings.values() if outline])
    signs = _labelled(board, signs, rings)
    # the broad ones are painted, and so come in the list, before what they would hide
    signs.sort(key=lambda sign: not sign.broad)
    return Plan(
        frame=frame,
        ground=ground_of(basemap, scale, frame),
        signs=tuple(signs),
        spots=tuple(_named(board, spots)),
        names=tuple(_names(basemap, board, signs, scale, frame)),
        bar=bar,
        region=region,
    )


def _sign(basemap: Basemap, group: Group, scale: str, frame: Frame) -> Sign:
    mark = group.first
    name = _name(group)
    area = area_of(basemap, mark)
    if area:
        lines = lines_of(area, frame)
        return Sign(group, "area", name, path=path_of(lines, closed=True), broad=True)
    x, y = frame.xy(*mark.spot) if mark.spot else (0.0, 0.0)
    radius = frame.units(mark.radius_km or 0, mark.lat or 0)
    if is_area(mark) or radius > DOT:
        # rounded up: a circle is never smaller than the truth
        radius = math.ceil(radius * 10) / 10
        return Sign(group, "circle", name, x, y, radius, broad=radius > _BROAD)
    if mark.radius_km is None and scale == "site":
        return Sign(group, "ring", name, x, y, _UNKNOWN)
    named = not any(m.happened or m.hollow for m in group.marks)
    return Sign(group, "named" if named else "dot", name, x, y, DOT)


def _name(group: Group) -> str:
    mark, *others = group.marks
    parts = [clean(mark.label), *([clean(mark.note)] if mark.note else []), _exactness(mark)]
    if mark.hollow:
        parts.append("not in the article")
    elif not mark.happened:
        parts.append("only named")
    if others:
        parts.append("here too: " + ", ".join(clean(other.label) for other in others))
    return "; ".join(parts)


def _exactness(mark: Mark) -> str:
    if is_area(mark):
        return "an area, not a spot"
    if mark.radius_km is None:
        return "extent not stated"
    if mark.radius_km < 1:
        return f"within {num(mark.radius_km * 1000)} m"
    return f"within {num(mark.radius_km)} km"


def _labelled(
    board: Board, signs: Sequence[Sign], rings: Mapping[Sign, list[list[XY]]]
) -> list[Sign]:
    """Give every sign its label: spots first, what happened before what is only named."""
    done: dict[Sign, Sign] = {}
    for sign in sorted(signs, key=lambda s: (bool(rings[s]), s.form == "named")):
        lines = _variants(sign)
        avoid = [outline for other, outline in rings.items() if other is not sign and outline]
        label = within(board, rings[sign], lines, _SIZE, avoid) if rings[sign] else None
        if label is None:
            label = beside(board, _around(sign, rings[sign]), lines, _SIZE)
        done[sign] = replace(sign, label=label, notes=_notes(sign, label))
    return [done[sign] for sign in signs]


def _around(sign: Sign, outline: Sequence[Sequence[XY]]) -> Rect:
    """Return what a label outside a sign keeps off: the spot, or all of a small area."""
    points = [point for ring in outline for point in ring]
    if not points:
        return round_mark(sign.x, sign.y, sign.radius)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _variants(sign: Sign) -> list[tuple[str, ...]]:
    """Return the ways to break a sign's label, with its note, into lines."""
    mark = sign.group.first
    label, note = clean(mark.label), clean(mark.note or "")
    labels = [(label,), two_lines(label)]
    notes = [(note,), two_lines(note)] if note else [()]
    return list(dict.fromkeys((*lines, *more) for more in notes for lines in labels))


def _notes(sign: Sign, label: Label | None) -> int:
    """Return how many of the label's lines, from the end, are the note."""
    note = clean(sign.group.first.note or "")
    if not note or label is None:
        return 0
    return next(n for n in (1, 2) if " ".join(label.lines[-n:]) == note)


def _rings(basemap: Basemap, sign: Sign, frame: Frame) -> list[list[XY]]:
    """Return the outline that holds the label: of an area, or a circle too large for beside."""
    area = area_of(basemap, sign.group.first)
    if area:
        return lines_of(area, frame)
    if not sign.broad:
        return []
    turns = [2 * math.pi * step / 48 for step in range(48)]
    circle = [
        (sign.x + sign.radius * math.cos(turn), sign.y + sign.radius * math.sin(turn))
        for turn in turns
    ]
    return [clip_area(circle, frame, margin=0)]


def _spots(
    basemap: Basemap, board: Board, signs: Sequence[Sign], scale: str, frame: Frame
) -> list[Spot]:
    """Return the basemap's own points that no mark covers, and keep their room."""
    taken = [sign for sign in signs if sign.form != "area" and not sign.broad]
    found = []
    for spot in spots_of(basemap, scale, frame):
        mark = _spot_rect(spot)
        near = any(math.dist((s.x, s.y), (spot.x, spot.y)) < s.radius + 3 for s in taken)
        if not near and board.free(mark):
            board.soft.append(mark)
            found.append(spot)
    return found


def _spot_rect(spot: Spot) -> Rect:
    return round_mark(spot.x, spot.y, max(spot.radius, SPOT))


def _named(board: Board, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Label]]:
    """Give the points for whose name there is room; a dot without one would be a riddle."""
    kept = [spot for spot in spots if board.free(_spot_rect(spot), soft=False)]
    board.rects += map(_spot_rect, kept)
    board.soft.clear()
    for spot in kept:
        lines = [(spot.name,), two_lines(spot.name)]
        label = beside(board, _spot_rect(spot), lines, SMALL, reach=_SPOT_REACH)
        if label:
            yield spot, label


def _names(
    basemap: Basemap, board: Board, signs: Sequence[Sign], scale: str, frame: Frame
) -> Iterator[tuple[str, Label]]:
    """Give the names of countries (with an ISO code only) and rivers, where there is room."""
    if scale != "region":
        return
    marked = [area_of(basemap, sign.group.first) for sign in signs]
    for feature in basemap.features:
        label = None
        if feature.kind == "country" and feature.shape == AREA and feature.codes:
            if feature not in marked:
                lines = lines_of(feature, frame)
                label = within(board, lines, [(feature.name,)], SMALL)
            if label:
                yield "map-country", label
        elif feature.kind == "river" and feature.shape == LINE and on_scale(feature, scale):
            for line in sorted(lines_of(feature, frame), key=len, reverse=True)[:1]:
                label = along(board, line, feature.name, SMALL)
            if label:
                yield "map-stream", label


def _region(
    basemap: Basemap, marks: tuple[Mark, ...], scale: str, frame: Frame, width: int
) -> Rect | None:
    if scale != "world":
        return None
    region = frame_of(basemap, marks, "region", width)
    if region is None:
        return None
    box = region.box()
    left, top = frame.xy(box.west, box.north)
    right, bottom = frame.xy(box.east, box.south)
    return (left, top, right, bottom) if right - left > 2 * DOT else None


def _edges(rect: Rect) -> list[Rect]:
    left, top, right, bottom = rect
    return [
        (left - 1, top - 1, right + 1, top + 1),
        (left - 1, bottom - 1, right + 1, bottom + 1),
        (left - 1, top, left + 1, bottom),
        (right - 1, top, right + 1, bottom),
    ]
