"""Places as marks, and which of them a map of each scale shows, and where on Earth it lies.

Three scales are linked: the site is the walkable group of places where most happened, the region
the country round it, the world the places outside the region; each shows what the next cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .basemap import AREA, LOCATOR_POINTS, Basemap, Feature, find_area
from .frame import (
    Box,
    Frame,
    LonLat,
    at_least,
    box_of,
    distance_km,
    fit,
    grown,
    inside_rings,
)

SCALES = ("world", "region", "site")
AREAS = ("country", "governorate")
"""Precisions that are an area, never a spot; the broadest first."""
_RANKS = {"country": 0, "governorate": 1, "city": 2, "site": 2, "point": 3}
"""From the broadest to the most exact."""

_WALK_KM = 10.0
"""Places all this near to one another are one site."""
_LEAST_KM = {"world": 1500.0, "region": 60.0, "site": 0.4}
"""No map shows less than this."""
_AROUND_KM = {"world": 900.0, "region": 60.0}
"""What is shown around, where there is only one spot to show."""
_PAD = {"world": 16.0, "region": 16.0, "site": 30.0}
_HEIGHTS = {"world": (0.5, 0.8), "region": (0.6, 1.1), "site": (0.6, 1.05)}
"""Least and most height, in widths."""


@dataclass(frozen=True, slots=True)
class Mark:
    id: str
    label: str
    lat: float | None
    lon: float | None
    """WGS 84; None for an area that only its polygon places."""
    precision: str
    """``point``, ``site``, ``city``, ``governorate`` or ``country``."""
    radius_km: float | None
    href: str
    happened: bool = True
    """False: only named, nothing is told to have happened there."""
    hollow: bool = False
    """True: not in the article, known from other works."""
    area: str | None = None
    """ISO 3166 code of the basemap's polygon, for a governorate or country."""
    note: str | None = None
    """A second, smaller line of the label ("destroyed 2015")."""

    @property
    def spot(self) -> LonLat | None:
        return None if self.lat is None or self.lon is None else (self.lon, self.lat)


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that one sign stands for at this scale; the first of them gives it its name."""

    marks: tuple[Mark, ...]

    @property
    def first(self) -> Mark:
        return self.marks[0]


def is_area(mark: Mark) -> bool:
    return mark.precision in AREAS


def area_of(basemap: Basemap, mark: Mark) -> Feature | None:
    """Return the polygon of an area's mark."""
    return find_area(basemap, mark.area, mark.label, mark.precision) if is_area(mark) else None


def walkable(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the group of near places in which most happened; none for fewer than two."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if mark.spot is None or is_area(mark):
            continue
        home = next((g for g in groups if all(_near(mark, other) for other in g)), None)
        if home is None:
            groups.append([mark])
        else:
            home.append(mark)
    best = max(groups, key=_weight, default=[])
    chosen = {mark.id for mark in best} if len(best) > 1 else set()
    return tuple(mark for mark in marks if mark.id in chosen)


def _near(one: Mark, other: Mark) -> bool:
    if one.spot is None or other.spot is None or abs(one.spot[1] - other.spot[1]) > 1:
        return False
    return distance_km(one.spot, other.spot) <= _WALK_KM


def _weight(group: Sequence[Mark]) -> tuple[int, int, str]:
    return (sum(mark.happened for mark in group), len(group), min(mark.id for mark in group))


# --- Where each map lies


def frame_of(basemap: Basemap, marks: Sequence[Mark], scale: str, width: float) -> Frame | None:
    """Return the frame of the map of this scale; None where there is nothing to show."""
    box = {"world": _world, "region": _region, "site": _site}[scale](basemap, marks)
    if box is None:
        return None
    low, high = _HEIGHTS[scale]
    return fit(
        at_least(box, _LEAST_KM[scale]),
        width,
        pad=_PAD[scale],
        heights=(round(low * width), round(high * width)),
    )


def _site(_: Basemap, marks: Sequence[Mark]) -> Box | None:
    group = walkable(marks)
    edges = [
        corner
        for mark in group
        if mark.spot and mark.precision == "point"
        for corner in _corners(grown(Box(*mark.spot, *mark.spot), mark.radius_km or 0))
    ]
    return box_of([*edges, *(mark.spot for mark in group if mark.spot)])


def _region(basemap: Basemap, marks: Sequence[Mark]) -> Box | None:
    centre = walkable(marks) or tuple(mark for mark in marks if mark.happened)
    spots = [mark.spot for mark in centre if mark.spot and not is_area(mark)]
    countries = [f for f in basemap.features if f.kind == "country" and f.shape == AREA]
    around = [
        country for country in countries if any(inside_rings(spot, country.lines) for spot in spots)
    ]
    if not spots:
        found = [area_of(basemap, mark) for mark in centre]
        around = [area for area in found if area is not None]
    shown = box_of([point for area in around for line in area.lines for point in line])
    if shown:
        return shown
    box = box_of(spots)
    return grown(box, _AROUND_KM["region"]) if box else None


def _world(basemap: Basemap, marks: Sequence[Mark]) -> Box | None:
    region = _region(basemap, marks)
    if region is None:
        return box_of([mark.spot for mark in marks if mark.spot])
    middle = ((region.west + region.east) / 2, (region.south + region.north) / 2)
    far = [mark.spot for mark in marks if mark.spot and not is_area(mark)]
    far = [spot for spot in far if not region.holds(*spot)]
    points = [f.lines[0][0] for f in basemap.features if f.kind in LOCATOR_POINTS]
    around = grown(Box(*middle, *middle), _AROUND_KM["world"])
    return box_of([*_corners(around if not far + points else region), *far, *points])


def _corners(box: Box) -> list[LonLat]:
    return [(box.west, box.south), (box.east, box.north)]


# --- Which marks each map shows


def marks_shown(
    basemap: Basemap, marks: Sequence[Mark], scale: str, frame: Frame, apart: float
) -> tuple[Group, ...]:
    """Return the signs of a map, the broadest first (so none hides another), then as given.

    Spots less than ``apart`` units from one another share a sign, named after the one the article
    tells most of, the least exact of these (the city, not the house).
    """
    groups: list[list[Mark]] = []
    spots: list[tuple[float, float, float, list[Mark]]] = []
    wanted = _wanted(basemap, marks, scale, frame)
    for mark in sorted(wanted, key=_rank):
        home = None
        if mark.spot and not is_area(mark):
            x, y = frame.xy(*mark.spot)
            reach = frame.units(mark.radius_km or 0, mark.spot[1])
            home = _home(spots, (x, y, reach), apart)
            if home is None:
                home = []
                spots.append((x, y, reach, home))
                groups.append(home)
            home.append(mark)
        else:
            groups.append([mark])
    return tuple(Group(tuple(sorted(group, key=_telling))) for group in groups)


def _rank(mark: Mark) -> int:
    return _RANKS.get(mark.precision, len(_RANKS))


def _telling(mark: Mark) -> tuple[bool, bool, int]:
    """Order the marks of a sign: it is best named after what the article tells most of."""
    return mark.hollow, not mark.happened, _rank(mark)


def _home(
    spots: Sequence[tuple[float, float, float, list[Mark]]],
    spot: tuple[float, float, float],
    apart: float,
) -> list[Mark] | None:
    """Return the group at a spot, if both it and the spot are too small to tell apart."""
    x, y, reach = spot
    if reach >= apart:
        return None
    for other_x, other_y, other_reach, group in spots:
        if max(abs(other_x - x), abs(other_y - y), other_reach) < apart:
            return group
    return None


def _wanted(basemap: Basemap, marks: Sequence[Mark], scale: str, frame: Frame) -> list[Mark]:
    site = walkable(marks)
    if scale == "site":
        return list(site)
    box = frame.box()
    here = [mark for mark in marks if _is_in(basemap, mark, box)]
    if scale == "region":
        return here
    region = _region(basemap, marks)
    return [
        mark
        for mark in here
        if mark.precision != "governorate"
        and (is_area(mark) or mark in site or region is None or not _is_in(basemap, mark, region))
    ]


def _is_in(basemap: Basemap, mark: Mark, box: Box) -> bool:
    area = area_of(basemap, mark)
    if area:
        return any(box.holds(*point) for line in area.lines for point in line)
    if mark.spot is None or (is_area(mark) and mark.radius_km is None):
        return False
    return box.holds(*mark.spot)
