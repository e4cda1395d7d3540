"""Places labels so that none covers another, a mark or a leader line.

The first place that is free is taken, in a fixed order: the same marks give the same drawing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .frame import inside_rings
from .svg import XY, text_width

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LEADING = 1.16
"""Line height, in sizes."""
_ASCENT = 0.82
"""From the top of a line to its baseline, in sizes."""
_RINGS = (6.0, 14.0, 24.0, 36.0, 50.0, 66.0, 84.0)
"""How far from its mark a label may stand; from the second on, it needs a leader."""
_SPARES = (12.0, 0.0)
"""How much room a label in an area leaves round it, so that it is not taken for a spot's."""
SPACED = 1.1
"""How much wider the letter-spacing of such labels makes them."""
_GRID = 22
"""Positions tried across an area, each way."""

# (towards x, towards y, in shares of the distance), the preferred first
_WAYS: tuple[XY, ...] = (
    (1, 0), (-1, 0), (0.75, -0.75), (0.75, 0.75), (-0.75, -0.75), (-0.75, 0.75), (0, -1), (0, 1),
)  # fmt: skip
_MORE_WAYS: tuple[XY, ...] = (
    *_WAYS,
    (0.9, -0.4), (0.9, 0.4), (-0.9, -0.4), (-0.9, 0.4),
    (0.4, -0.9), (0.4, 0.9), (-0.4, -0.9), (-0.4, 0.9),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    lines: tuple[str, ...]
    size: float
    x: float
    y: float
    """Baseline of the first line."""
    anchor: str
    """``start``, ``middle`` or ``end``."""
    leader: tuple[XY, XY] | None = None
    angle: float = 0

    @property
    def leading(self) -> float:
        return self.size * LEADING


@dataclass(slots=True)
class Board:
    """What is already taken of a drawing while labels are being placed."""

    width: float
    height: float
    margin: float = 3
    rects: list[Rect] = field(default_factory=list)
    walls: list[Rect] = field(default_factory=list)
    """What labels keep off but leaders may cross."""
    soft: list[Rect] = field(default_factory=list)
    """What labels keep off as long as there is another place near their mark."""
    leaders: list[tuple[XY, XY]] = field(default_factory=list)

    def free(self, rect: Rect, *, soft: bool = True) -> bool:
        """Say whether nothing is at ``rect``; with ``soft``, nothing soft either."""
        left, top, right, bottom = rect
        if left < self.margin or top < self.margin:
            return False
        if right > self.width - self.margin or bottom > self.height - self.margin:
            return False
        kept_off = (self.rects, self.walls, self.soft if soft else ())
        if any(meet(rect, other) for taken in kept_off for other in taken):
            return False
        return not any(crosses(line, rect) for line in self.leaders)

    def clear(self, line: tuple[XY, XY], own: Rect) -> bool:
        """Say whether a leader would cross nothing but the mark it starts from and one wall."""
        if sum(crosses(line, wall) for wall in self.walls) > 1:
            return False
        return not any(crosses(line, rect) for rect in self.rects if rect != own) and not any(
            segments_cross(line, other) for other in self.leaders
        )


def meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def crosses(line: tuple[XY, XY], rect: Rect) -> bool:
    left, top, right, bottom = rect
    (x1, y1), (x2, y2) = line
    if not meet((min(x1, x2), min(y1, y2), max(x1, x2) + 0.1, max(y1, y2) + 0.1), rect):
        return False
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    sides = [_side(line, corner) for corner in corners]
    return min(sides) <= 0 <= max(sides)


def _side(line: tuple[XY, XY], point: XY) -> float:
    (x1, y1), (x2, y2) = line
    return (x2 - x1) * (point[1] - y1) - (y2 - y1) * (point[0] - x1)


def segments_cross(one: tuple[XY, XY], other: tuple[XY, XY]) -> bool:
    return (
        _side(one, other[0]) * _side(one, other[1]) < 0
        and _side(other, one[0]) * _side(other, one[1]) < 0
    )


def size_of(lines: Sequence[str], size: float) -> XY:
    return max(text_width(line, size) for line in lines), len(lines) * size * LEADING


def round_mark(x: float, y: float, radius: float) -> Rect:
    """Return the rectangle a mark takes."""
    return (x - radius, y - radius, x + radius, y + radius)


def beside(
    board: Board,
    mark: Rect,
    variants: Sequence[tuple[str, ...]],
    size: float,
    reach: int = len(_RINGS) - 1,
) -> Label | None:
    """Place a label (one of its ``variants`` of lines) by a mark; None where no room is left.

    ``reach`` is how many of the rings round the mark it may stand on, with a leader. Rather than
    that, it stands on what is soft.
    """
    for rings, soft in ((range(1), True), (range(1), False), (range(1, reach + 1), True)):
        for rect, lines, way, leader in _places(mark, variants, size, rings):
            if board.free(rect, soft=soft) and (leader is None or board.clear(leader, mark)):
                board.rects.append(rect)
                if leader:
                    board.leaders.append(leader)
                return _label(rect, lines, size, way, leader)
    return None


def _places(
    mark: Rect, variants: Sequence[tuple[str, ...]], size: float, rings: range
) -> Iterator[tuple[Rect, tuple[str, ...], int, tuple[XY, XY] | None]]:
    x, y = (mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2
    reach = ((mark[2] - mark[0]) / 2, (mark[3] - mark[1]) / 2)
    for ring in rings:
        near, gap = ring == 0, _RINGS[ring]
        for lines in variants:
            wide, high = size_of(lines, size)
            for way in _WAYS if near else _MORE_WAYS:
                rect = _beside((x, y), (reach[0] + gap, reach[1] + gap), way, (wide, high))
                leader = None if near else _leader((x, y), reach, rect)
                yield rect, lines, (way[0] > 0) - (way[0] < 0), leader


def _beside(at: XY, gap: XY, way: XY, size: XY) -> Rect:
    left, top = (_start(at[axis], gap[axis] * way[axis], size[axis]) for axis in (0, 1))
    return (left, top, left + size[0], top + size[1])


def _start(at: float, off: float, size: float) -> float:
    if off == 0:
        return at - size / 2
    return at + off if off > 0 else at + off - size


def _leader(at: XY, reach: XY, rect: Rect) -> tuple[XY, XY]:
    x, y = at
    end = (min(max(x, rect[0] - 1), rect[2] + 1), min(max(y, rect[1] + 1), rect[3] - 1))
    length = math.dist(at, end) or 1
    radius = min(reach)
    return (x + (end[0] - x) * radius / length, y + (end[1] - y) * radius / length), end


def _label(
    rect: Rect,
    lines: tuple[str, ...],
    size: float,
    way: int,
    leader: tuple[XY, XY] | None,
) -> Label:
    left, top, right, _ = rect
    anchor = {1: "start", 0: "middle", -1: "end"}[way]
    x = {1: left, 0: (left + right) / 2, -1: right}[way]
    return Label(lines, size, x, top + size * _ASCENT, anchor, leader)


def within(
    board: Board,
    rings: Sequence[Sequence[XY]],
    variants: Sequence[tuple[str, ...]],
    size: float,
    avoid: Sequence[Sequence[Sequence[XY]]] = (),
) -> Label | None:
    """Place a label in an area, where it is widest and, if possible, outside those to avoid."""
    area, others = _frozen(rings), tuple(map(_frozen, avoid))
    for lines, spare in ((lines, spare) for spare in _SPARES for lines in variants):
        wide, high = size_of(lines, size)
        wide *= SPACED
        for x, y in _roomiest((board.width, board.height), area, (wide, high), others):
            rect = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if board.free((rect[0] - spare, rect[1] - spare, rect[2] + spare, rect[3] + spare)):
                board.rects.append(rect)
                return Label(lines, size, x, rect[1] + size * _ASCENT, "middle")
    return None


_Rings = tuple[tuple[XY, ...], ...]


def _frozen(rings: Sequence[Sequence[XY]]) -> _Rings:
    return tuple(map(tuple, rings))


@lru_cache(maxsize=256)
def _roomiest(board: XY, rings: _Rings, size: XY, avoid: tuple[_Rings, ...]) -> list[XY]:
    """Return where a label of some size has most room; the ground is the same for many maps."""
    width, height = board
    points = [point for ring in rings for point in ring]
    if not points:
        return []
    left, right = max(0, min(p[0] for p in points)), min(width, max(p[0] for p in points))
    top, bottom = max(0, min(p[1] for p in points)), min(height, max(p[1] for p in points))
    half_wide, half_high = size[0] / 2, size[1] / 2
    found = []
    for row in range(1, _GRID):
        y = top + (bottom - top) * row / _GRID
        for column in range(1, _GRID):
            x = left + (right - left) * column / _GRID
            corners = [
                (x + dx * half_wide, y + dy * half_high) for dx in (-1, 0, 1) for dy in (-1, 1)
            ]
            if all(inside_rings(corner, rings) for corner in corners):
                others = sum(inside_rings(c, area) for area in avoid for c in corners)
                room = min(math.dist((x, y), point) for point in points)
                found.append((others, -round(room), round(y, 3), round(x, 3)))
    return [(x, y) for _, _, y, x in sorted(found)]


def along(board: Board, line: Sequence[XY], text: str, size: float) -> Label | None:
    """Place ``text`` along the straightest stretch of ``line`` that is long enough."""
    wide = text_width(text, size)
    for start, end in _stretches(line, wide + size):
        angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
        angle = (angle + 90) % 180 - 90
        turn = math.radians(angle)
        lift = size * 0.5
        x = (start[0] + end[0]) / 2 + math.sin(turn) * lift
        y = (start[1] + end[1]) / 2 - math.cos(turn) * lift
        half_x = (abs(math.cos(turn)) * wide + abs(math.sin(turn)) * size) / 2
        half_y = (abs(math.sin(turn)) * wide + abs(math.cos(turn)) * size) / 2
        rect = (x - half_x, y - half_y, x + half_x, y + half_y)
        if board.free(rect):
            board.rects.append(rect)
            return Label((text,), size, x, y, "middle", None, angle)
    return None


def _stretches(line: Sequence[XY], length: float) -> list[tuple[XY, XY]]:
    found = []
    for first in range(len(line)):
        run = 0.0
        for last in range(first + 1, len(line)):
            run += math.dist(line[last - 1], line[last])
            if run >= length:
                chord = math.dist(line[first], line[last])
                found.append((-round(chord / run, 3), first, last))
                break
    return [(line[first], line[last]) for bent, first, last in sorted(found) if -bent > 0.94]
