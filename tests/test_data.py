"""``data/dossier.json`` is what its schema says, and says what the pages say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dossier.write.words import measure
from support import ROOT

Data = dict[str, Any]
TEXT = (ROOT / "seeds/battle-for-palmyra.txt").read_bytes().decode("utf-8")

TEXTS = {".html", ".json", ".jsonld", ".geojson", ".csv", ".bib", ".ris", ".atom", ".xml", ".yml"}


@pytest.fixture(scope="module")
def data(site: Path) -> Data:
    loaded: Data = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    return loaded


def test_it_fits_the_schema_beside_it(site: Path, data: Data) -> None:
    schema = json.loads((site / "data/dossier.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


def test_every_page_is_there(site: Path, data: Data) -> None:
    for kind in ("sources", "actors", "places", "events", "statements"):
        for record in data[kind]:
            assert (site / record["page"] / "index.html").is_file(), record["id"]


def test_every_id_it_refers_to_is_there(data: Data) -> None:
    ids = {
        kind: {r["id"] for r in data[kind]}
        for kind in ("sources", "actors", "places", "events", "statements")
    }
    for event in data["events"]:
        assert {a["id"] for a in event["actors"]} <= ids["actors"]
        assert set(event["places"]) <= ids["places"]
        assert set(event["statements"]) <= ids["statements"]
        assert {o["source"] for o in event["other_sources"]} <= ids["sources"]
    for statement in data["statements"]:
        assert {statement["speaker"], statement["via"]} - {None} <= ids["actors"]
        assert statement["source"] in ids["sources"]
    for relation in data["relations"]:
        assert {relation["from"], relation["to"]} <= ids["actors"]
        assert relation["evidence"]


def test_spans_are_the_verbatim_text(data: Data) -> None:
    quoted = [e for event in data["events"] for e in event["evidence"]]
    quoted += [e for relation in data["relations"] for e in relation["evidence"]]
    quoted += [s for s in data["statements"] if s["passage"]]
    for item in quoted:
        assert item["source"] == "battle-for-palmyra"
        assert TEXT[item["start"] : item["end"]] == item["quote"]


def test_mentions_are_names_or_descriptions_in_the_text(data: Data) -> None:
    words = {
        a["id"]: {TEXT[m["start"] : m["end"]] for m in a["mentions"]}
        for a in data["actors"] + data["places"]
    }
    assert words["bashar-al-assad"] >= {"Assad", "Bashar al-Assad"}
    assert words["khaled-al-asaad"] == {"Khaled al-Asaad"}
    assert "Palmyra" in words["palmyra"]
    assert words["palmyra-castle"] == {"Palmyra Castle"}
    assert words["temple-of-bel"] == set()


def test_every_body_passage_is_covered(data: Data) -> None:
    source = next(s for s in data["sources"] if s["id"] == "battle-for-palmyra")
    body = [p for p in source["passages"] if p["role"] == "body"]
    assert [p["id"] for p in body] == [str(n) for n in range(1, 12)]
    assert all(p["covered"] for p in body)


def test_the_words_shown_are_those_of_the_whole_site(site: Path, data: Data) -> None:
    """The build measures what it writes; here all finished text is measured."""
    files = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in TEXTS
    }
    source = next(s for s in data["sources"] if s["id"] == "battle-for-palmyra")
    shown = measure({"s": TEXT}, files)["s"]
    assert shown.words == source["quoted_words"]
    assert shown.share <= 0.40
