"""The basemap: what is wrong in its files is reported, never a traceback; the rest is kept."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.draw import read_basemap
from support import ROOT

FOLDER = ROOT / "docs" / "basemap"


def test_the_real_basemap_has_no_problem() -> None:
    read = read_basemap({p.name: p.read_bytes() for p in sorted(FOLDER.glob("*.geojson"))})
    assert read.features
    assert not read.problems


def feature(form: str, coordinates: object, **properties: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"name": "A", "kind": "country", **properties},
        "geometry": {"type": form, "coordinates": coordinates},
    }


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "no GeoJSON FeatureCollection"),
        ('{"features": 3}', "no GeoJSON FeatureCollection"),
        ('{"features": [3]}', "feature 1 has no ‘properties’"),
        (collection(feature("Point", [1, 2], kind=None)), "feature 1 has no ‘kind’"),
        (collection(feature("Circle", [1, 2])), "unknown type ‘Circle’"),
        (collection(feature("Point", [1, 200])), "no longitude and latitude"),
        (collection(feature("Point", ["a", True])), "no longitude and latitude"),
        (collection(feature("LineString", [[1, 2]])), "too few positions"),
        (collection(feature("Polygon", [1, 2])), "too few positions"),
        (collection(feature("MultiPolygon", 7)), "wrong depth"),
        (collection(feature("Point", [math.nan, 1])), "no longitude and latitude"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_a_problem_not_a_traceback(content: bytes | str, says: str) -> None:
    read = read_basemap({"docs/basemap/x.geojson": content})
    (found,) = read.problems
    assert says in found.what
    assert found.path == "docs/basemap/x.geojson"
    assert found.remedy
    assert not read.features


def test_what_is_right_in_a_wrong_file_is_kept() -> None:
    good = feature("Point", [38.0, 35.0], kind="city")
    read = read_basemap({"x": collection(good, 3), "y": "no"})
    assert len(read.features) == 1
    assert [p.path for p in read.problems] == ["x", "y"]


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_content_is_read_or_reported(content: bytes | str) -> None:
    assert len(read_basemap({"x": content}).problems) <= 1
