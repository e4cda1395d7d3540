"""From degrees to the drawing: Web Mercator in a frame, lines clipped to it and thinned.

Mercator keeps circles round, so a radius in kilometres is one number at its latitude.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .svg import XY

LonLat = tuple[float, float]

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
MAX_LAT = 85.0
"""Where Web Mercator ends."""
_KM_PER_DEGREE = math.pi * EARTH_KM / 180


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


def box_of(points: Iterable[LonLat]) -> Box | None:
    """Return the smallest box that holds ``points``; None for none."""
    points = list(points)
    if not points:
        return None
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Box(min(lons), min(lats), max(lons), max(lats))


def grown(box: Box, km: float) -> Box:
    """Return ``box`` with ``km`` more on every side."""
    up = km / _KM_PER_DEGREE
    widest = min(max(abs(box.south), abs(box.north)) + up, MAX_LAT)
    along = up / math.cos(math.radians(widest))
    return Box(
        max(box.west - along, -180),
        max(box.south - up, -MAX_LAT),
        min(box.east + along, 180),
        min(box.north + up, MAX_LAT),
    )


def at_least(box: Box, km: float) -> Box:
    """Return ``box``, grown where it is less than ``km`` both ways."""
    middle = (box.south + box.north) / 2
    high = (box.north - box.south) * _KM_PER_DEGREE
    wide = (box.east - box.west) * _KM_PER_DEGREE * math.cos(math.radians(middle))
    return grown(box, max(0.0, (km - max(high, wide)) / 2))


def distance_km(one: LonLat, other: LonLat) -> float:
    """Return the great-circle distance (haversine)."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*one, *other))
    part = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, part)))


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing's size and where on Earth it lies; ``unit`` is drawing units per radian."""

    width: float
    height: float
    unit: float
    left: float
    top: float

    def xy(self, lon: float, lat: float) -> XY:
        x, y = _mercator(lon, lat)
        return (x - self.left) * self.unit, (self.top - y) * self.unit

    def lonlat(self, x: float, y: float) -> LonLat:
        lat = 2 * math.atan(math.exp(self.top - y / self.unit)) - math.pi / 2
        return math.degrees(self.left + x / self.unit), math.degrees(lat)

    def units(self, km: float, lat: float) -> float:
        """Return how long ``km`` is at the latitude within that distance where it is longest."""
        poleward = min(abs(lat) + km / _KM_PER_DEGREE, MAX_LAT)
        return km / EARTH_KM * self.unit / math.cos(math.radians(poleward))

    def box(self) -> Box:
        west, north = self.lonlat(0, 0)
        east, south = self.lonlat(self.width, self.height)
        return Box(west, south, east, north)


def _mercator(lon: float, lat: float) -> XY:
    lat = max(-MAX_LAT, min(MAX_LAT, lat))
    return math.radians(lon), math.asinh(math.tan(math.radians(lat)))


def fit(box: Box, width: float, *, pad: float, heights: tuple[float, float]) -> Frame:
    """Return the frame, ``heights`` (least, most) high, that shows ``box`` largest."""
    west, south = _mercator(box.west, box.south)
    east, north = _mercator(box.east, box.north)
    across, up = max(east - west, 1e-9), max(north - south, 1e-9)
    lowest, highest = heights
    unit = min((width - 2 * pad) / across, (highest - 2 * pad) / up)
    height = max(lowest, round(up * unit + 2 * pad))
    left = (west + east) / 2 - width / 2 / unit
    top = (south + north) / 2 + height / 2 / unit
    return Frame(width, height, unit, left, top)


# --- Clipping (margin: how far beyond the frame a line is kept, so that its end is not seen)


def clip_area(ring: Sequence[XY], frame: Frame, margin: float = 4) -> list[XY]:
    """Return the part of ``ring`` in the frame (Sutherland–Hodgman)."""
    right, bottom = frame.width + margin, frame.height + margin
    points = list(ring)
    sides: list[tuple[int, float, Callable[[float, float], bool]]] = [
        (0, -margin, float.__ge__),
        (0, right, float.__le__),
        (1, -margin, float.__ge__),
        (1, bottom, float.__le__),
    ]
    for axis, limit, inside in sides:
        points = _cut(points, axis, limit, inside)
    return points


def _cut(
    points: list[XY], axis: int, limit: float, inside: Callable[[float, float], bool]
) -> list[XY]:
    kept: list[XY] = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(here[axis], limit) != inside(before[axis], limit):
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append(_between(before, here, share))
        if inside(here[axis], limit):
            kept.append(here)
    return kept


def _between(one: XY, other: XY, share: float) -> XY:
    if share == 1:
        return other  # to the last bit, so that the next step of a line goes on from there
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def clip_line(line: Sequence[XY], frame: Frame, margin: float = 4) -> list[list[XY]]:
    """Return the runs of ``line`` in the frame (Liang–Barsky for each step)."""
    runs: list[list[XY]] = []
    for before, here in pairwise(line):
        shares = _visible(before, here, frame, margin)
        if shares is None:
            continue
        start, end = (_between(before, here, share) for share in shares)
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    return runs


def _visible(one: XY, other: XY, frame: Frame, margin: float) -> tuple[float, float] | None:
    low, high = 0.0, 1.0
    for axis, size in ((0, frame.width), (1, frame.height)):
        step = other[axis] - one[axis]
        for way, room in ((-step, one[axis] + margin), (step, size + margin - one[axis])):
            if way == 0:
                if room < 0:
                    return None
            elif way < 0:
                low = max(low, room / way)
            else:
                high = min(high, room / way)
    return (low, high) if low <= high else None


def thin(line: Sequence[XY], tolerance: float) -> list[XY]:
    """Return ``line`` with only the points it bends at (Douglas–Peucker, without recursion)."""
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda at: _off(line[at], line[first], line[last]))
        if _off(line[far], line[first], line[last]) > tolerance:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [line[at] for at in sorted(keep)]


def _off(point: XY, start: XY, end: XY) -> float:
    """Return the distance of ``point`` from the line between, or from ``start`` of a loop."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length == 0:
        return math.dist(point, start)
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length


def inside_rings(point: XY, rings: Iterable[Sequence[XY]]) -> bool:
    """Say whether ``point`` lies in the area of ``rings`` (even–odd)."""
    x, y = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside
