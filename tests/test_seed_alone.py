"""With no page about actors, places or events the hooks make a whole site of the seed alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from support import copy_project, run_mkdocs


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("alone") / "project")
    for folder in ("actors", "places", "timeline"):
        shutil.rmtree(root / "docs" / folder)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text.replace("drafts: serve", "drafts: always")
    config.write_text(text, encoding="utf-8")
    result = run_mkdocs(root, root / "site")
    assert result.returncode == 0, result.stdout
    return root / "site"


@pytest.fixture(scope="module")
def data(alone: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((alone / "data/dossier.json").read_text(encoding="utf-8"))
    return loaded


def test_actors_and_places_that_the_article_names_have_draft_pages(
    alone: Path, data: dict[str, Any]
) -> None:
    actors = {actor["title"] for actor in data["actors"]}
    places = {place["title"] for place in data["places"]}
    assert {"Bashar al-Assad", "Khaled al-Asaad", "Maamoun Abdulkarim", "UNESCO"} <= actors
    assert {"Palmyra", "Syria", "Damascus", "Geneva"} <= places
    for record in (*data["actors"], *data["places"]):
        assert record["draft"]
        assert record["mentions"]
        page = (alone / record["page"] / "index.html").read_text(encoding="utf-8")
        assert "raft" in page


def test_who_is_called_by_an_office_is_a_person_and_an_agency_is_none(data: dict[str, Any]) -> None:
    kinds = {actor["title"]: actor["kind"] for actor in data["actors"]}
    assert kinds["Maamoun Abdulkarim"] == "person"
    assert kinds["UNESCO"] != "person"


def test_dated_sentences_have_draft_events(data: dict[str, Any]) -> None:
    dates = {event["date"]["edtf"] for event in data["events"] if event["date"]}
    assert {
        "2015-05",
        "2016-03-20/2016-03-26",
        "2015-22",
        "2015-08",
        "2016-03-26/2016-03-27",
    } <= dates
    assert all(event["draft"] and event["evidence"] for event in data["events"])


def test_drafts_are_linked_and_found(alone: Path, data: dict[str, Any]) -> None:
    events = [event for event in data["events"] if event["actors"] or event["places"]]
    assert len(events) > len(data["events"]) / 2
    index = json.loads((alone / "search/search_index.json").read_text(encoding="utf-8"))
    titles = {document["title"] for document in index["docs"]}
    assert "Palmyra" in titles


def test_words_shown_stay_within_the_limit(data: dict[str, Any]) -> None:
    source = next(source for source in data["sources"] if source["words"])
    assert source["quoted_words"] <= 0.4 * source["words"]
