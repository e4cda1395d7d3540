"""Another event needs other seeds and docs and not a line of code: the ferry dossier.

Its report is invented, names other actors and places, and is published on a Thursday.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from support import ROOT, copy_ferry, run_mkdocs

FERRY = ROOT / "tests" / "ferry"
Data = dict[str, Any]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The data of the site that the project's own hooks and theme build of the ferry."""
    root = copy_ferry(tmp_path_factory.mktemp("ferry") / "project")
    result = run_mkdocs(root, root / "site")
    assert result.returncode == 0, result.stdout
    loaded: Data = json.loads((root / "site/data/dossier.json").read_text(encoding="utf-8"))
    return loaded


def _by_id(data: Data, kind: str) -> dict[str, Any]:
    return {each["id"]: each for each in data[kind]}


@pytest.mark.parametrize(
    ("event", "edtf", "basis"),
    [
        ("ferry-aground-event", "2019-05-07", "derived"),
        ("hull-inspected", "2019-05-08", "derived"),
        ("cracks-found", "2019-05-08", "carried"),
        ("ferry-leaves", "2019-04-28/2019-05-04", "derived"),
        ("kestrel-strikes", "2016-03-11", "stated"),
        ("buoy-laid", "2017-06", "stated"),
    ],
)
def test_events_take_their_dates_from_their_evidence(
    data: Data, event: str, edtf: str, basis: str
) -> None:
    date = _by_id(data, "events")[event]["date"]
    assert (date["edtf"], date["basis"]) == (edtf, basis)


def test_a_stated_date_keeps_what_the_evidence_says_beside_it(data: Data) -> None:
    assert _by_id(data, "events")["kestrel-strikes"]["derived"]["edtf"] == "2016-03"


def test_an_event_known_from_a_work_only_is_not_in_the_sources(data: Data) -> None:
    events = _by_id(data, "events")
    assert [e for e in events if not events[e]["in_sources"]] == ["buoy-laid"]


def test_events_stand_in_the_order_of_time(data: Data) -> None:
    first = [event["date"]["earliest"] for event in data["events"]]
    assert first == sorted(first)


def test_who_said_it_comes_from_the_words(data: Data) -> None:
    said = {
        (
            s["quote"],
            s["voice"],
            s["speaker"],
            s["via"],
            s["said"] and s["said"]["edtf"],
            s["direct"],
        )
        for s in data["statements"]
        if s["id"].startswith("ferry-aground-event")
    }
    assert (
        "no fuel has leaked",
        "speaker",
        "ingrid-sole",
        "varn-press-agency",
        "2019-05-08",
        True,
    ) in said
    assert (
        "about 30 containers fell into the sea",
        "speaker",
        "norrland-coastguard",
        None,
        None,
        False,
    ) in said


def test_figures_come_from_the_words(data: Data) -> None:
    figures = {s["quote"]: s["figure"] for s in data["statements"]}
    lost = figures["about 30 containers fell into the sea"]
    drifted = figures["more than 40 containers had drifted into the bay"]
    assert (lost["counts"], lost["value"], lost["qualifier"]) == ("containers", 30, "about")
    assert (drifted["value"], drifted["low"], drifted["high"]) == (40, 40, None)


def test_participants_and_places_come_from_the_sentence(data: Data) -> None:
    leaves = _by_id(data, "events")["ferry-leaves"]
    assert [a["id"] for a in leaves["actors"]] == ["dahl-lines"]
    assert leaves["places"] == ["port-varn"]


def test_every_span_is_the_texts_own(data: Data) -> None:
    text = (FERRY / "seeds/ferry-aground.txt").read_bytes().decode("utf-8")
    spans = [e for event in data["events"] for e in event["evidence"]]
    spans += [s for s in data["statements"] if s["quote"]]
    assert spans
    for span in spans:
        assert text[span["start"] : span["end"]] == span["quote"]
