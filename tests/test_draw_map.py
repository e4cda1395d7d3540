"""Maps: never sharper than the truth, every sign a named link, and valid, escaped SVG."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.draw import (
    Basemap,
    Mark,
    attribution,
    draw_key,
    draw_map,
    map_key,
    marks_on,
    read_basemap,
)
from dossier.draw.frame import EARTH_KM, Box, Frame, clip_line, distance_km, fit, thin
from dossier.draw.map import DOT
from dossier.draw.marks import SCALES, frame_of, walkable
from support import ROOT

FOLDER = ROOT / "docs" / "basemap"
REAL = read_basemap({p.name: p.read_bytes() for p in sorted(FOLDER.glob("*.geojson"))})
NOWHERE = Basemap()
SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 15_000
"""Bytes of one map; three of them stand on a page of sixty thousand."""


def feature(form: str, coordinates: object, **properties: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"name": "A", "kind": "country", **properties},
        "geometry": {"type": form, "coordinates": coordinates},
    }


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def mark(id_: str, lat: float | None, lon: float | None, **more: object) -> Mark:
    values: dict[str, object] = {
        "label": id_.replace("-", " ").title(),
        "precision": "point",
        "radius_km": 0.05,
        "href": f"../places/{id_}/",
    }
    return Mark(id_, lat=lat, lon=lon, **{**values, **more})  # type: ignore[arg-type]


# An invented village, its mill, bridge and church, on the real ground.
MARKS = (
    mark("village", 35.0, 38.0, precision="site", radius_km=1.2),
    mark("mill", 35.001, 38.002),
    mark("bridge", 35.004, 38.009, radius_km=0.004),
    mark("church", 34.998, 37.995, radius_km=0.1, hollow=True),
    mark("hamlet", 34.99, 38.01, precision="city", radius_km=None, happened=False),
    mark("far-town", 33.5, 36.3, precision="city", radius_km=2.0, happened=False),
    mark("far-capital", 46.2, 6.1, precision="city", radius_km=None, happened=False),
    mark("province", 34.5, 38.4, precision="governorate", radius_km=207, area="SY-HI"),
    mark("Syria", 35.0, 38.3, precision="country", radius_km=441, area="SY"),
    mark("nowhere", None, None, precision="country", radius_km=None, happened=False),
)


def drawn(
    scale: str, marks: tuple[Mark, ...] = MARKS, basemap: Basemap = REAL, **more: object
) -> str:
    words: dict[str, object] = {"title": "A map", "desc": "What it shows", "uid": f"m-{scale}"}
    return draw_map(basemap, marks, scale=scale, **{**words, **more})  # type: ignore[arg-type]


def tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def links(svg: str) -> Iterator[ET.Element]:
    yield from tree(svg).iter(f"{SVG}a")


@pytest.mark.parametrize("scale", SCALES)
def test_a_map_is_one_line_of_valid_svg_with_a_title(scale: str) -> None:
    svg = drawn(scale)
    root = tree(svg)
    assert "\n" not in svg
    assert root.get("role") == "group"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "A map"
    assert root.get("aria-labelledby") == title.get("id")


@pytest.mark.parametrize("scale", SCALES)
def test_a_map_holds_no_style_no_script_and_no_colour(scale: str) -> None:
    svg = drawn(scale, current="mill")
    assert " style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg
    assert " stroke=" not in svg
    assert set(re.findall(r' fill="([^"]*)"', svg)) <= {
        f"url(#m-{scale}-h)",
        f"url(#m-{scale}-w)",
    }


@pytest.mark.parametrize("scale", SCALES)
def test_a_map_is_light(scale: str) -> None:
    assert len(drawn(scale).encode()) <= LARGEST


@pytest.mark.parametrize("scale", SCALES)
def test_every_sign_is_a_link_with_a_name_that_begins_with_its_label(scale: str) -> None:
    found = list(links(drawn(scale)))
    assert found
    for link in found:
        assert link.get("href", "").startswith("../places/")
        name = link.get("aria-label") or ""
        words = "".join("".join(t.itertext()) for t in link.iter(f"{SVG}text"))
        assert name
        assert name.startswith(words)


@pytest.mark.parametrize("scale", SCALES)
def test_the_list_beside_a_map_has_the_order_of_its_links(scale: str) -> None:
    listed = [group[0].id for group in marks_on(REAL, MARKS, scale)]
    assert [link.get("data-id") for link in links(drawn(scale))] == listed


def test_each_scale_shows_what_the_next_cannot() -> None:
    on = {s: {m.id for group in marks_on(REAL, MARKS, s) for m in group} for s in SCALES}
    assert on["site"] == {"village", "mill", "bridge", "church", "hamlet"}
    assert {"Syria", "province", "far-town", "village"} <= on["region"]
    assert "far-capital" not in on["region"]
    assert {"Syria", "far-capital", "village"} <= on["world"]
    assert "far-town" not in on["world"]
    assert not any("nowhere" in ids for ids in on.values())


def test_spots_that_fall_together_share_a_link_that_names_them_all() -> None:
    (shared,) = [g for g in marks_on(REAL, MARKS, "region") if len(g) > 1]
    assert shared[0].id == "village"
    (link,) = [a for a in links(drawn("region")) if a.get("data-id") == "village"]
    assert "here too: Mill, Bridge, Hamlet, Church" in (link.get("aria-label") or "")


@pytest.mark.parametrize("scale", SCALES)
def test_no_circle_is_smaller_than_the_truth(scale: str) -> None:
    frame = frame_of(REAL, MARKS, scale, 328)
    assert frame is not None
    for link in links(drawn(scale)):
        (place,) = [m for m in MARKS if m.id == link.get("data-id")]
        sizes = [float(c.get("r", 0)) for c in link.iter(f"{SVG}circle") if is_form(c)]
        if not sizes or place.radius_km is None or place.lat is None:
            continue
        true = place.radius_km / EARTH_KM * frame.unit / math.cos(math.radians(place.lat))
        assert min(sizes) >= true
        assert min(sizes) >= DOT


def is_form(circle: ET.Element) -> bool:
    return (circle.get("class") or "") in {"mark-spot", "mark-span"}


def forms(scale: str, id_: str, **more: object) -> set[str]:
    (link,) = [a for a in links(drawn(scale, **more)) if a.get("data-id") == id_]  # type: ignore[arg-type]
    return {(part.get("class") or "") for part in link.iter()} - {""}


def test_a_circle_that_shows_has_no_centre() -> None:
    assert "mark-span" in forms("site", "mill")
    assert "mark-spot" not in forms("site", "mill")
    assert "mark-spot" in forms("site", "bridge")


def test_a_place_of_unknown_extent_is_no_sharp_spot_close_up() -> None:
    assert "mark-spot" not in forms("site", "hamlet")
    assert "extent not stated" in drawn("site")


@pytest.mark.parametrize("id_", ["province", "Syria"])
def test_an_area_is_filled_never_a_pin(id_: str) -> None:
    found = forms("region", id_)
    assert "map-area" in found
    assert not found & {"mark-spot", "mark-hit"}


def test_an_area_without_its_polygon_is_the_circle_that_holds_it() -> None:
    found = forms("region", "province", basemap=NOWHERE)
    assert "mark-span" in found
    assert "mark-spot" not in found


def test_an_area_has_no_outline_that_would_settle_a_disputed_boundary() -> None:
    css = (ROOT / "docs" / "assets" / "css" / "drawings.css").read_text("utf-8")
    rule = re.search(r"\n\.map-area \{([^}]*)\}", css)
    assert rule
    assert "stroke: none" in rule.group(1)


def test_disputed_lines_are_dashed_and_have_no_name() -> None:
    svg = drawn("region")
    assert "map-line--disputed" in svg
    assert "Syrian claim" not in svg
    assert "UNDOF" not in svg


def test_a_line_of_an_unknown_kind_is_not_drawn_as_settled() -> None:
    line = feature("LineString", [[37.0, 34.0], [39.0, 36.0]], kind="front-line")
    svg = drawn("region", basemap=read_basemap({"a.geojson": collection(line)}))
    assert 'class="map-line map-line--disputed"' in svg


def test_a_country_without_a_code_has_no_name() -> None:
    ring = [[30.0, 30.0], [45.0, 30.0], [45.0, 40.0], [30.0, 40.0], [30.0, 30.0]]
    for code, named in ((None, False), ("XXX", True)):
        land = feature("Polygon", [ring], kind="country", name="Elsewhere", iso_a3=code)
        marks = (*MARKS[:5], MARKS[5])
        svg = drawn("region", marks, read_basemap({"a.geojson": collection(land)}))
        assert ("Elsewhere" in svg) is named


def test_what_is_only_named_and_what_is_not_in_the_article_look_different() -> None:
    assert "mark--named" in " ".join(forms("region", "far-town"))
    assert "mark--hollow" in " ".join(forms("site", "church"))
    assert "mark--hollow" not in " ".join(forms("region", "far-town"))
    assert dict(map_key(REAL, MARKS, "site")).keys() >= {"dot", "circle", "ring", "hollow"}


def test_what_is_current_is_set_off_also_inside_a_shared_sign() -> None:
    (link,) = [a for a in links(drawn("region", current={"mill"})) if a.get("aria-current")]
    assert link.get("data-id") == "village"
    assert "mark--current" in (link.get("class") or "")


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("width", [328, 520])
def test_no_label_covers_another(scale: str, width: int) -> None:
    boxes = list(label_boxes(drawn(scale, width=width)))
    assert len(boxes) > 3
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
            assert apart or other[3] <= one[1], (one, other)


def label_boxes(svg: str) -> Iterator[tuple[float, float, float, float, str]]:
    """Give the boxes of upright labels, their widths taken narrow (half an em a letter)."""
    for text in tree(svg).iter(f"{SVG}text"):
        if text.get("transform"):
            continue
        lines = ["".join(t.itertext()) for t in text.iter(f"{SVG}tspan")] or [text.text or ""]
        wide, x, y = max(map(len, lines)) * 6.3, float(text.get("x", 0)), float(text.get("y", 0))
        left = x - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor", ""), 0)
        yield left, y - 9, left + wide, y - 9 + 15 * (len(lines) - 1) + 11, " ".join(lines)


def test_the_credits_are_those_of_the_data_at_that_scale() -> None:
    assert attribution(REAL, "region") == "Made with Natural Earth; © GeoNames (CC BY 4.0)"
    assert attribution(REAL, "world") == "Made with Natural Earth; © GeoNames (CC BY 4.0)"
    site = attribution(REAL, "site")
    assert "© OpenStreetMap contributors (ODbL)" in site
    assert "Pleiades (CC BY 3.0)" in site
    assert "Wikipedia (CC BY-SA)" in site
    assert attribution(NOWHERE, "region") == ""


# --- Any input at all


HOSTILE = '"><script>alert(1)</script><a href="&\x00\u202e\ud800]]>'


@pytest.mark.parametrize("scale", SCALES)
def test_hostile_words_are_words(scale: str) -> None:
    marks = tuple(
        mark(m.id, m.lat, m.lon, label=HOSTILE, href=f"javascript:{m.id}", note=HOSTILE)
        for m in MARKS[:4]
    )
    svg = drawn(scale, marks, title=HOSTILE, desc=HOSTILE, uid='"x y')
    assert "<script" not in svg
    assert {link.get("href") for link in links(svg)} == {"#"}


@given(st.lists(st.tuples(
    st.floats(-90, 90), st.floats(-180, 180), st.text(max_size=40),
    st.sampled_from(["point", "site", "city", "governorate", "country"]),
    st.none() | st.floats(0, 20000), st.booleans(), st.booleans(),
), max_size=12))  # fmt: skip
def test_any_marks_give_valid_svg(
    rows: list[tuple[float, float, str, str, float | None, bool, bool]],
) -> None:
    marks = tuple(
        Mark(f"m{at}", label, lat, lon, precision, radius, f"{at}/", happened, hollow)
        for at, (lat, lon, label, precision, radius, happened, hollow) in enumerate(rows)
    )
    for scale in SCALES:
        svg = drawn(scale, marks)
        assert not svg or tree(svg).tag == f"{SVG}svg"
        assert "nan" not in svg
        assert svg == drawn(scale, marks)


def test_nothing_to_show_is_nothing_drawn() -> None:
    for scale in SCALES:
        assert drawn(scale, ()) == ""
        assert drawn(scale, (MARKS[-1],)) == ""
        assert map_key(REAL, (), scale) == ()
    assert drawn("site", MARKS[:1]) == ""


def test_without_any_basemap_the_marks_stand_alone() -> None:
    for scale in SCALES:
        assert list(links(drawn(scale, basemap=NOWHERE)))


def test_hundreds_of_marks_are_drawn() -> None:
    marks = tuple(mark(f"p{n}", 33 + n % 40 / 10, 36 + n // 40 / 4) for n in range(800))
    assert len(marks_on(REAL, marks, "region")) > 100


# --- Geometry


def test_a_distance_is_the_great_circle() -> None:
    assert distance_km((0, 0), (0, 90)) == pytest.approx(EARTH_KM * math.pi / 2)


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(0.01, 200))
def test_kilometres_on_the_map_are_never_too_short(lat: float, lon: float, km: float) -> None:
    frame = fit(Box(lon - 1, lat - 1, lon + 1, lat + 1), 328, pad=10, heights=(200, 400))
    north = lat + math.degrees(km / EARTH_KM)
    up = frame.xy(lon, lat)[1] - frame.xy(lon, north)[1]
    assert frame.units(km, lat) >= up * (1 - 1e-9)


def test_a_thinned_line_keeps_its_ends_and_bends() -> None:
    line = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)]
    assert thin(line, 0.5) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]


@given(st.lists(st.tuples(st.floats(0, 640), st.floats(0, 480)), min_size=2, max_size=9))
def test_a_line_that_never_leaves_the_map_is_one_line(points: list[tuple[float, float]]) -> None:
    assert clip_line(points, Frame(640, 480, 1, 0, 0)) == [points]


def test_the_site_is_where_most_happened() -> None:
    elsewhere = (mark("x", 10, 10, happened=False), mark("y", 10, 10.01, happened=False))
    assert {m.id for m in walkable((*elsewhere, *MARKS))} >= {"village", "mill", "bridge"}


def test_a_legend_draws_each_form_it_explains() -> None:
    key = draw_key([("dot", "a <b>"), ("circle", "c"), ("disputed", "d")], uid="k")
    root = ET.fromstring(key)  # noqa: S314 - our own drawing
    assert len(root.findall("li")) == 3
    assert "a &lt;b&gt;" in key
    assert all(len(svg) for svg in root.iter(f"{SVG}svg"))
