"""The basemap: GeoJSON files as features that maps are drawn on, known by ``kind`` alone.

Any file may be missing or wrong: what cannot be read becomes a problem, the rest is kept.
Coordinates are WGS 84 degrees, longitude first.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from ..model import Where
from ..problems import Problem, problem
from .svg import clean

LonLat = tuple[float, float]
Line = tuple[LonLat, ...]

POINT, LINE, AREA = "point", "line", "area"

# GeoJSON type -> (shape, how deep its lines are nested)
_GEOMETRIES = {
    "Point": (POINT, 0),
    "MultiPoint": (POINT, 1),
    "LineString": (LINE, 1),
    "MultiLineString": (LINE, 2),
    "Polygon": (AREA, 2),
    "MultiPolygon": (AREA, 3),
}
_CODES = ("iso_3166_2", "iso_a2", "iso_a3")

LOCATOR_AREAS = frozenset({"land"})
LOCATOR_POINTS = frozenset({"locator"})
TOWNS = frozenset({"capital", "city", "town"})

# What the makers of map data ask for or are known by, found in ``source``.
_CREDITS = {
    "natural earth": "Made with Natural Earth",
    "geonames": "© GeoNames",
    "pleiades": "Pleiades",
    "wikipedia": "Wikipedia",
    "openstreetmap": "© OpenStreetMap contributors",
}
_FREE = "public domain"


@dataclass(frozen=True, slots=True)
class Feature:
    kind: str
    name: str
    shape: str
    """``point``, ``line`` or ``area``."""
    lines: tuple[Line, ...]
    """A point's one position, a line's runs, an area's rings (holes among them)."""
    codes: frozenset[str] = frozenset()
    """ISO codes, as the data gives them."""
    radius_km: float | None = None
    """How exact a point is, where the data says."""
    source: str = ""
    license: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Basemap:
    """Compared by identity: it is large, and drawings are remembered by it."""

    features: tuple[Feature, ...] = ()
    problems: tuple[Problem, ...] = ()


class _WrongError(ValueError):
    """A feature that cannot be drawn; says why."""


def read_basemap(files: Mapping[str, bytes | str]) -> Basemap:
    """Read GeoJSON ``files`` (path → content); what is wrong is in ``problems``."""
    features: list[Feature] = []
    problems: list[Problem] = []
    for path in sorted(files):
        try:
            entries = _entries(files[path])
        except _WrongError as err:
            problems.append(_problem(path, str(err)))
            continue
        for number, entry in enumerate(entries, start=1):
            try:
                features.append(_feature(entry))
            except _WrongError as err:
                problems.append(_problem(path, f"feature {number} {err}"))
    return Basemap(tuple(features), tuple(problems))


def _problem(path: str, what: str) -> Problem:
    return problem(
        Where(path), what, "restore the file, or leave it out and the map does without", "basemap"
    )


def _entries(content: bytes | str) -> list[object]:
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        data = json.loads(text)
    except UnicodeDecodeError as err:
        raise _WrongError("the file is not UTF-8") from err
    except RecursionError as err:
        raise _WrongError("the file is nested too deeply") from err
    except ValueError as err:
        raise _WrongError(f"the file is not JSON ({err})") from err
    entries = data.get("features") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise _WrongError("the file is no GeoJSON FeatureCollection")
    return entries


def _feature(entry: object) -> Feature:
    properties = _table(entry, "properties")
    geometry = _table(entry, "geometry")
    kind = properties.get("kind")
    if not isinstance(kind, str) or not kind:
        raise _WrongError("has no ‘kind’")
    form = geometry.get("type")
    if not isinstance(form, str) or form not in _GEOMETRIES:
        raise _WrongError(f"has a geometry of unknown type ‘{form}’")
    shape, depth = _GEOMETRIES[form]
    return Feature(
        kind=kind,
        name=_words(properties, "name"),
        shape=shape,
        lines=tuple(_lines(geometry.get("coordinates"), shape, depth)),
        codes=frozenset(filter(None, (_words(properties, key) for key in _CODES))),
        radius_km=_radius(properties.get("precision_m")),
        source=_words(properties, "source"),
        license=_words(properties, "license"),
    )


def _table(entry: object, key: str) -> Mapping[str, object]:
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, dict):
        raise _WrongError(f"has no ‘{key}’")
    return value


def _words(properties: Mapping[str, object], key: str) -> str:
    value = properties.get(key)
    return clean(value) if isinstance(value, str) else ""


def _radius(metres: object) -> float | None:
    return metres / 1000 if _is_number(metres) and metres > 0 else None


def _lines(value: object, shape: str, depth: int) -> Iterator[Line]:
    """Give the lines that lie ``depth`` lists deep; a point is a line of one position."""
    if depth > (1 if shape in (LINE, AREA) else 0):
        if not isinstance(value, list):
            raise _WrongError("has coordinates of the wrong depth")
        for part in value:
            yield from _lines(part, shape, depth - 1)
        return
    if shape == POINT:
        yield (_position(value),)
        return
    if not isinstance(value, list) or len(value) < (4 if shape == AREA else 2):
        raise _WrongError("has a line of too few positions")
    yield tuple(_position(part) for part in value)


def _position(value: object) -> LonLat:
    if isinstance(value, list) and len(value) >= 2:
        lon, lat = value[0], value[1]
        if _is_number(lon) and _is_number(lat) and abs(lon) <= 180 and abs(lat) <= 90:
            return float(lon), float(lat)
    raise _WrongError("has a position that is no longitude and latitude")


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def on_scale(feature: Feature, scale: str) -> bool:
    """Say whether ``feature`` belongs to a map of ``scale`` (world, region or site)."""
    if feature.kind in LOCATOR_AREAS | LOCATOR_POINTS:
        return scale == "world"
    if feature.shape == POINT and feature.kind not in TOWNS:
        return scale == "site"
    return scale == "region"


def find_area(basemap: Basemap, code: str | None, name: str, kind: str) -> Feature | None:
    """Return the area with the ISO ``code``, else the one of this ``kind`` and ``name``."""
    areas = [f for f in basemap.features if f.shape == AREA and f.kind not in LOCATOR_AREAS]
    by_code = [f for f in areas if code and code in f.codes]
    by_name = [f for f in areas if f.kind == kind and f.name.casefold() == name.casefold()]
    return next(iter(by_code + by_name), None)


def attribution(basemap: Basemap, scale: str) -> str:
    """Return the credit line for what a map of ``scale`` is drawn from."""
    pairs = [(f.source, f.license) for f in basemap.features if on_scale(f, scale)]
    return "; ".join(sorted({credit for pair in pairs for credit in _credits(*pair)}, key=_order))


def _credits(source: str, terms: str) -> Iterator[str]:
    makers = [maker for maker in _CREDITS if maker in source.lower()]
    if not makers:
        yield " ".join(filter(None, [source, f"({terms})" if terms else ""]))
        return
    # "Pleiades, from OpenStreetMap" comes with "CC BY 3.0; geometry ODbL": a licence each
    parts = [part.removeprefix("geometry ") for part in terms.split("; ")]
    for maker, term in zip(makers, _padded(parts, len(makers)), strict=True):
        yield _CREDITS[maker] + ("" if term in {"", _FREE} else f" ({term})")


def _padded(parts: Sequence[str], length: int) -> list[str]:
    return [*parts[:length], *[parts[-1]] * (length - len(parts))]


def _order(credit: str) -> tuple[bool, str]:
    return (not credit.startswith("Made"), credit.removeprefix("© "))
