"""Corrections as an Atom feed; and over all files: a month never becomes a day."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.config import read_config
from dossier.export.feed import write_feed
from dossier.export.release import Release
from dossier.joined import Dossier
from dossier.model import Change
from dossier.project import load
from support import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://dossier.example/x/"
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(read_config(ROOT / "mkdocs.yml").project)


def changed(dossier: Dossier, *changes: Change) -> Dossier:
    first = next(iter(dossier.actors.values()))
    return replace(dossier, actors={**dossier.actors, first.id: replace(first, history=changes)})


def feed_of(
    dossier: Dossier, release: Release | None = None, site: str | None = SITE
) -> ET.Element:
    text = write_feed(dossier, release or Release(), site, directory_urls=True)
    return ET.fromstring(text["data/corrections.atom"])  # noqa: S314 - made by this test


def text_of(element: ET.Element, name: str) -> str:
    found = element.findtext(f"{ATOM}{name}")
    assert found is not None, name
    return found


def assert_atom(feed: ET.Element) -> None:
    """Hold a feed to what RFC 4287, sections 4.1.1 and 4.1.2, requires."""
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        assert text_of(element, "id").startswith("urn:uuid:")
        assert text_of(element, "title").strip()
        assert INSTANT.fullmatch(text_of(element, "updated"))
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [text_of(entry, "id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_every_change_with_a_day_is_an_entry_newest_first(dossier: Dossier) -> None:
    older = Change("2026-01-02", "The date was wrong.", "Another work gives it.")
    newer = Change("2026-03-04", "A name was added.")
    vague = Change("2026-02", "The prose was shortened.")
    feed = feed_of(changed(dossier, older, newer, vague))
    assert_atom(feed)
    entries = feed.findall(f"{ATOM}entry")
    assert [text_of(e, "updated") for e in entries] == [
        "2026-03-04T00:00:00Z",
        "2026-01-02T00:00:00Z",
    ]
    assert "Another work gives it." in text_of(entries[1], "summary")
    assert text_of(feed, "updated") == "2026-03-04T00:00:00Z"
    assert text_of(feed, "subtitle").startswith("1 more, without a day")


def test_an_empty_feed_can_be_subscribed_to(dossier: Dossier) -> None:
    nothing = feed_of(dossier)
    assert_atom(nothing)
    released = feed_of(dossier, Release("1.0.0", "2026-11-22"))
    assert text_of(released, "updated") == "2026-11-22T00:00:00Z"


@given(what=st.text(), why=st.text())
def test_any_words_make_a_feed(dossier: Dossier, what: str, why: str) -> None:
    assert_atom(feed_of(changed(dossier, *[Change("2026-01-02", what, why)] * 2)))


def test_the_feed_of_the_site_is_right_under_any_address(site: Path, dossier: Dossier) -> None:
    text = (site / "data/corrections.atom").read_text("utf-8")
    assert 'href="../about/corrections/"' in text
    away = feed_of(dossier)
    link = away.find(f"{ATOM}link[@rel='self']")
    assert link is not None
    assert link.get("href") == f"{SITE}data/corrections.atom"


# --- Over all files -------------------------------------------------------------------

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BOUNDS = ("earliest", "latest")


def values(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from values(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, key)
    elif isinstance(value, str):
        yield key, value


def everything(site: Path) -> Iterator[tuple[str, str, str]]:
    """Give (file, key or column, value) of all the data."""
    for path in sorted((site / "data").rglob("*")):
        if path.suffix in {".json", ".jsonld", ".geojson"}:
            for key, value in values(json.loads(path.read_text("utf-8"))):
                yield path.name, key, value
        elif path.suffix == ".csv":
            for row in csv.DictReader(path.read_text("utf-8").splitlines()):
                for key, value in row.items():
                    yield path.name, key, value


def test_a_month_never_becomes_a_day(site: Path) -> None:
    data = json.loads((site / "data/dossier.json").read_text("utf-8"))
    days = {value for key, value in values(data) if key == "edtf" and DAY.fullmatch(value)}
    said = {
        value
        for _, key, value in everything(site)
        if DAY.fullmatch(value) and not key.endswith(BOUNDS)
    }
    assert said
    assert said <= days
