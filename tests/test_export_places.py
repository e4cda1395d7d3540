"""Places as Linked Places, mentions and evidence as Web Annotations: shapes, and values."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dossier.edtf import parse
from support import ROOT

Data = dict[str, Any]
TEXT = (ROOT / "seeds/battle-for-palmyra.txt").read_bytes().decode("utf-8")

# GeoJSON (RFC 7946) as far as it is used, with what Linked Places 1.3 requires of a feature.
DAY = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
SPAN = {
    "type": "object",
    "properties": {"in": DAY, "earliest": DAY, "latest": DAY},
    "additionalProperties": False,
    "minProperties": 1,
}
POSITION = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
GEOMETRY = {
    "oneOf": [
        {"type": "null"},
        {
            "type": "object",
            "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
            "required": ["type", "coordinates", "certainty"],
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "Polygon"},
                "coordinates": {"items": {"items": POSITION, "minItems": 4}, "minItems": 1},
            },
            "required": ["type", "coordinates", "certainty"],
        },
    ]
}
FEATURE = {
    "type": "object",
    "required": ["@id", "type", "properties", "when", "names", "geometry"],
    "properties": {
        "type": {"const": "Feature"},
        "properties": {
            "required": ["title", "ccodes", "fclasses"],
            "properties": {
                "ccodes": {"items": {"pattern": "^[A-Z]{2}$"}},
                "fclasses": {"items": {"enum": list("AHLPRST")}, "minItems": 1},
            },
        },
        "when": {
            "required": ["timespans"],
            "properties": {
                "timespans": {
                    "minItems": 1,
                    "items": {"required": ["start"], "properties": {"start": SPAN}},
                }
            },
        },
        "names": {
            "minItems": 1,
            "items": {
                "required": ["toponym", "lang"],
                "properties": {
                    "citations": {"items": {"required": ["label", "@id"]}, "minItems": 1}
                },
            },
            "contains": {"required": ["citations"]},
        },
        "geometry": GEOMETRY,
        "links": {
            "items": {
                "properties": {
                    "type": {"enum": ["exactMatch", "closeMatch"]},
                    "identifier": {"pattern": "^https?://"},
                }
            }
        },
    },
}
COLLECTION = {
    "required": ["type", "@context", "features"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"items": FEATURE}},
}


def read(path: Path) -> Data:
    value: Data = json.loads(path.read_text("utf-8"))
    return value


@pytest.fixture(scope="module")
def data(site: Path) -> Data:
    return read(site / "data/dossier.json")


@pytest.fixture(scope="module")
def features(site: Path) -> list[Data]:
    collection = read(site / "data/places.geojson")
    jsonschema.Draft202012Validator(COLLECTION).validate(collection)
    found: list[Data] = collection["features"]
    return found


def test_every_place_is_there_with_all_its_names(features: list[Data], data: Data) -> None:
    for feature, place in zip(features, data["places"], strict=True):
        assert feature["properties"]["id"] == place["id"]
        names = [(name["toponym"], name["lang"]) for name in feature["names"]]
        assert names == [(n["text"], n["lang"]) for n in (*place["names"], *place["also"])]
        at = place["location"] or {}
        for key in ("lat", "lon", "precision", "radius_km"):
            assert feature["properties"][key] == at.get(key)


def test_a_province_is_no_pin(features: list[Data]) -> None:
    drawn = {f["properties"]["precision"]: f["geometry"] for f in features if f["geometry"]}
    assert drawn["governorate"]["type"] == drawn["country"]["type"] == "Polygon"
    assert drawn["point"]["type"] == drawn["site"]["type"] == "Point"


def test_the_circle_of_an_area_has_its_radius(features: list[Data]) -> None:
    area = next(f for f in features if f["properties"]["precision"] == "governorate")
    known = area["properties"]
    ring = area["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    for lon, lat in ring:
        away = haversine(known["lat"], known["lon"], lat, lon)
        assert away == pytest.approx(known["radius_km"], abs=0.1)
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    assert doubled > 0, "counterclockwise (RFC 7946, 3.1.6)"


def haversine(lat: float, lon: float, lat2: float, lon2: float) -> float:
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def test_times_are_as_sharp_as_the_sources_dates(features: list[Data], data: Data) -> None:
    named = {p["id"]: {m["source"] for m in p["mentions"]} for p in data["places"]}
    dates = {s["id"]: s["published"] for s in data["sources"]}
    for feature in features:
        for source in named[feature["properties"]["id"]]:
            date = parse(dates[source]["edtf"])
            start = feature["when"]["timespans"][0]["start"]
            assert start == {"earliest": str(date.earliest), "latest": str(date.latest)}


# --- Annotations ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def annotated(site: Path) -> list[Data]:
    collection = read(site / "data/annotations.jsonld")
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    found: list[Data] = collection["first"]["items"]
    assert collection["total"] == len(found) == len({each["id"] for each in found})
    return found


def selected(annotation: Data) -> tuple[Data, Data | None]:
    selectors = {each["type"]: each for each in annotation["target"]["selector"]}
    assert set(selectors) <= {"TextPositionSelector", "TextQuoteSelector"}
    return selectors["TextPositionSelector"], selectors.get("TextQuoteSelector")


def test_every_annotation_is_one_of_the_models(annotated: list[Data]) -> None:
    for each in annotated:
        assert each["type"] == "Annotation"
        assert each["motivation"] in {"identifying", "linking"}
        assert each["body"]["source"]
        assert each["target"]["source"]["via"].startswith("https://")


def test_quotes_are_the_words_at_their_position_and_no_more(annotated: list[Data]) -> None:
    for each in annotated:
        position, quote = selected(each)
        if quote:
            assert set(quote) == {"type", "exact"}
            assert TEXT[position["start"] : position["end"]] == quote["exact"]


def test_mentions_and_evidence_are_all_there(annotated: list[Data], data: Data) -> None:
    def spots(motivation: str) -> list[tuple[int, int]]:
        chosen = [each for each in annotated if each["motivation"] == motivation]
        return sorted((p["start"], p["end"]) for p, _ in map(selected, chosen))

    named = [*data["actors"], *data["places"]]
    rests = [*data["events"], *data["relations"]]
    evidence = [item for each in rests for item in each["evidence"]]
    evidence += [s for s in data["statements"] if s["passage"]]
    mentions = [m for record in named for m in record["mentions"]]
    assert spots("identifying") == sorted((m["start"], m["end"]) for m in mentions)
    assert spots("linking") == sorted((e["start"], e["end"]) for e in evidence)
