"""The ground of a map: land, water and lines of the basemap as paths, thinned to what shows.

Lines that are no settled boundary (any kind not listed here) are dashed, lighter and unlabelled;
a site's map has no ground, because the basemap is not that exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .basemap import AREA, LINE, LOCATOR_AREAS, POINT, Basemap, Feature, on_scale
from .frame import Frame, box_of, clip_area, clip_line, thin
from .svg import XY, path_of

WATERS = frozenset({"alkaline-lake", "lake", "reservoir"})
LANDS = frozenset({"country"}) | LOCATOR_AREAS
_CLASSES = {
    "admin1-boundary": "map-line map-line--inner",
    "international-boundary": "map-line",
    "coastline": "map-coast",
    "river": "map-river",
}
_DISPUTED = "map-line map-line--disputed"
_ORDER = (
    "map-land", "map-lake", "map-river", "map-coast",
    "map-line map-line--inner", _DISPUTED, "map-line",
)  # fmt: skip
_FINE = 0.75
"""How far, in units, a thinned line may leave the true one."""
_SMALLEST = 2.0
"""Islands and lakes less than this long and wide are left out."""


@dataclass(frozen=True, slots=True)
class Ground:
    paths: tuple[tuple[str, str], ...]
    """(classes, ``d``), in the order they are painted."""
    sea: tuple[float, float, float, float] | None
    """Left, top, width, height of what the basemap knows: water, where there is no land."""

    @property
    def disputed(self) -> bool:
        return any(name == _DISPUTED for name, _ in self.paths)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the basemap that is there for orientation."""

    name: str
    x: float
    y: float
    radius: float


def ground_of(basemap: Basemap, scale: str, frame: Frame) -> Ground:
    if scale == "site":
        return Ground((), None)
    features = [f for f in basemap.features if f.shape != POINT and on_scale(f, scale)]
    found: dict[str, str] = {}
    for feature in features:
        name = _class_of(feature)
        if name:
            lines = lines_of(feature, frame)
            found[name] = found.get(name, "") + path_of(lines, closed=feature.shape == AREA)
    paths = tuple((name, found[name]) for name in _ORDER if found.get(name))
    return Ground(paths, _sea(features, frame))


def _class_of(feature: Feature) -> str | None:
    if feature.shape == LINE:
        return _CLASSES.get(feature.kind, _DISPUTED)
    if feature.kind in LANDS:
        return "map-land"
    return "map-lake" if feature.kind in WATERS else None


def lines_of(feature: Feature, frame: Frame) -> list[list[XY]]:
    """Return the feature's lines or rings in the frame, thinned."""
    found: list[list[XY]] = []
    for line in feature.lines:
        points = [frame.xy(*point) for point in line]
        if feature.shape == AREA:
            ring = thin(clip_area(points, frame), _FINE)
            if len(ring) > 2 and _extent(ring) >= _SMALLEST:
                found.append(ring)
        else:
            found += [thin(run, _FINE) for run in clip_line(points, frame)]
    return found


def _extent(ring: Sequence[XY]) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _sea(features: Sequence[Feature], frame: Frame) -> tuple[float, float, float, float] | None:
    lands = [f for f in features if f.kind in LANDS]
    box = box_of([point for land in lands for line in land.lines for point in line])
    if box is None:
        return None
    left, top = frame.xy(box.west, box.north)
    right, bottom = frame.xy(box.east, box.south)
    left, top = max(left, 0.0), max(top, 0.0)
    right, bottom = min(right, frame.width), min(bottom, frame.height)
    if right <= left or bottom <= top:
        return None
    return left, top, right - left, bottom - top


def spots_of(basemap: Basemap, scale: str, frame: Frame) -> Iterator[Spot]:
    """Give the points of the basemap that belong to this scale and lie in the frame."""
    box = frame.box()
    for feature in basemap.features:
        if feature.shape != POINT or not on_scale(feature, scale):
            continue
        for ((lon, lat),) in feature.lines:
            if box.holds(lon, lat):
                radius = frame.units(feature.radius_km or 0, lat)
                yield Spot(feature.name, *frame.xy(lon, lat), radius)
