"""Places as GeoJSON in the Linked Places Format 1.3, for gazetteers and maps.

A point stands only for what is known as a point; an area is drawn as the circle it lies in, and
what is known less sharply than that has no geometry.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..joined import Dossier
from ..json_text import json_text
from ..model import Location, Place
from ..write import wording
from .dates import span
from .iris import Iris, in_file, same_as

PATH = "data/places.geojson"
CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
_AREAS = ("governorate", "country")
_EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
_CORNERS = 64
_SETTLED = ("capital", "city", "town", "village", "hamlet", "settlement")
_DIVISIONS = ("country", "governorate", "province", "district", "region", "state", "municipality")
_EXACT = ("wikidata", "geonames")
"""Authorities whose entries are the thing itself; the entries of others come close to it."""
Json = dict[str, object]


def write_places(dossier: Dossier, site_url: str | None, *, directory_urls: bool) -> dict[str, str]:
    iris = in_file(dossier, PATH, site_url, directory_urls=directory_urls)
    mentioned = _mentioned(dossier)
    value = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "features": (
            _feature(place, mentioned.get(place.id, {}), iris) for place in dossier.places.values()
        ),
    }
    return {PATH: json_text(value)}


def _mentioned(dossier: Dossier) -> dict[str, dict[str, set[str]]]:
    """Return place → source → the words that name it there."""
    found: dict[str, dict[str, set[str]]] = {}
    for source, reading in dossier.readings.items():
        for mention in reading.mentions:
            words = " ".join(reading.text[mention.start : mention.end].split())
            if mention.entity in dossier.places:
                found.setdefault(mention.entity, {}).setdefault(source, set()).add(words)
    return found


def _feature(place: Place, named: dict[str, set[str]], iris: Iris) -> Json:
    parent = iris.dossier.places.get(place.part_of or "")
    feature: Json = {
        "@id": iris.thing(place.id),
        "type": "Feature",
        "properties": _properties(place, iris),
        "when": _when(place, named, iris.dossier),
        "names": _names(place, named, iris),
        "types": [{"label": place.kind, "sourceLabels": [{"label": place.kind, "lang": "en"}]}],
        "geometry": _geometry(place.location) if place.location else None,
    }
    matches = [
        {
            "type": "exactMatch" if key in _EXACT else "closeMatch",
            "identifier": same_as({key: value})[0],
        }
        for key, value in sorted(place.links.items())
        if same_as({key: value})
    ]
    if matches:
        feature["links"] = matches
    if parent:
        feature["relations"] = [
            {
                "relationType": "gvp:broaderPartitive",
                "relationTo": iris.thing(parent.id),
                "label": f"part of {parent.title}",
            }
        ]
    if place.description:
        feature["descriptions"] = [{"value": place.description, "lang": "en"}]
    return feature


def _properties(place: Place, iris: Iris) -> Json:
    at = place.location
    return {
        "id": place.id,
        "title": place.title,
        "ccodes": _countries(place, iris.dossier),
        "fclasses": [_class(place)],
        "page": iris.page(place.path),
        "precision": at.precision if at else None,
        "radius_km": at.radius_km if at else None,
        "lat": at.lat if at else None,
        "lon": at.lon if at else None,
        "location": wording.precision(at) if at else wording.NOT_STATED,
    }


def _countries(place: Place, dossier: Dossier) -> list[str]:
    """Return the ISO 3166-1 code of the place or of the nearest it is part of."""
    seen: set[str] = set()
    at: Place | None = place
    while at and at.id not in seen:
        code = at.links.get("iso", "")[:2]
        if code:
            return [code]
        seen.add(at.id)
        at = dossier.places.get(at.part_of or "")
    return []


def _class(place: Place) -> str:
    """Return GeoNames' feature class: A administrative, P populated, S site."""
    words = set(place.kind.replace("-", " ").lower().split())
    precision = place.location.precision if place.location else ""
    if precision in _AREAS or words & set(_DIVISIONS):
        return "A"
    return "P" if precision == "city" or words & set(_SETTLED) else "S"


def _when(place: Place, named: dict[str, set[str]], dossier: Dossier) -> Json:
    """Return when the place is attested: by the sources that name it, else its events."""
    dates = [dossier.sources[id_].published for id_ in named]
    if not any(dates):
        events = (e for e in dossier.events.values() if place.id in e.places)
        dates = [e.date.edtf for e in events if e.date]
    if not any(dates):
        dates = [source.published for source in dossier.sources.values() if source.text is not None]
    known = sorted({text for text in dates if text})
    return {"timespans": [{"start": span(text)} for text in known]}


def _names(place: Place, named: dict[str, set[str]], iris: Iris) -> list[Json]:
    found: list[Json] = []
    for name in (*place.names, *place.also):
        cited = [
            {"label": label_of(iris.dossier, source), "@id": iris.thing(source)}
            for source, words in named.items()
            if name.text in words
        ]
        own = [{"label": iris.dossier.title, "@id": iris.page(place.path)}]
        entry: Json = {"toponym": name.text, "lang": name.lang}
        if cited or not found:
            entry["citations"] = cited or own
        found.append(entry)
    return found


def label_of(dossier: Dossier, source: str) -> str:
    """Return a source as a citation's label: title, publisher and date."""
    record = dossier.sources[source]
    date = wording.edtf_words(record.published) if record.published else None
    return ", ".join(part for part in (record.title, record.publisher, date) if part)


# --- Geometry -------------------------------------------------------------------------


def _geometry(at: Location) -> Json | None:
    if at.precision not in _AREAS:
        return {"type": "Point", "coordinates": [at.lon, at.lat], "certainty": "certain"}
    ring = list(_circle(at)) if at.radius_km else []
    if not ring:
        return None
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]], "certainty": "less-certain"}


def _circle(at: Location) -> Iterator[list[float]]:
    """Give the corners of the circle of ``radius_km``, counterclockwise (RFC 7946).

    None where it would hold a pole or cross the 180th meridian.
    """
    angle = (at.radius_km or 0) / _EARTH_KM
    lat, lon = math.radians(at.lat), math.radians(at.lon)
    if abs(lat) + angle >= math.pi / 2:
        return
    if abs(at.lon) + math.degrees(math.asin(math.sin(angle) / math.cos(lat))) >= 180:
        return
    for corner in range(_CORNERS):
        bearing = -2 * math.pi * corner / _CORNERS
        north = math.asin(
            math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(bearing)
        )
        east = lon + math.atan2(
            math.sin(bearing) * math.sin(angle) * math.cos(lat),
            math.cos(angle) - math.sin(lat) * math.sin(north),
        )
        yield [round(math.degrees(east), 4), round(math.degrees(north), 4)]
