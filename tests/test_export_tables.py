"""The tables fit the data package beside them, and say what ``dossier.json`` says."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from frictionless import Package

from dossier.edtf import parse
from dossier.export.columns import TABLES
from dossier.export.field_tables import data_fields_markdown
from dossier.export.precision import date_code
from dossier.joined import Dated

if TYPE_CHECKING:
    from conftest import PageMaker

Row = dict[str, str]
Data = dict[str, Any]


@pytest.fixture(scope="module")
def data(site: Path) -> Data:
    loaded: Data = json.loads((site / "data/dossier.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def tables(site: Path) -> dict[str, list[Row]]:
    found = {}
    for table in TABLES:
        with (site / f"data/tables/{table.name}.csv").open(encoding="utf-8", newline="") as file:
            found[table.name] = list(csv.DictReader(file))
    return found


def test_frictionless_finds_nothing_wrong(site: Path) -> None:
    report = Package(str(site / "data/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(TABLES)


def test_a_changed_cell_is_found_out(site: Path, tmp_path: Path) -> None:
    """The hashes, keys and references are such that the tool above does find mistakes."""
    for path in (site / "data").rglob("*"):
        if path.is_file() and path.suffix in {".csv", ".json"}:
            target = tmp_path / path.relative_to(site / "data")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    table = tmp_path / "tables/participants.csv"
    lines = table.read_text("utf-8").splitlines()
    table.write_text("\n".join([*lines, "no-such-event,no-such-actor,"]) + "\n", "utf-8")
    types = {
        row[0] for row in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])
    }
    assert {"hash-count", "foreign-key"} <= types


def test_every_column_has_a_description_and_stands_on_the_data_page() -> None:
    page = data_fields_markdown()
    for table in TABLES:
        assert f"{{#table-{table.name}}}" in page
        for column in table.columns:
            assert column.about.endswith(".")
            assert f'<th scope="row"><code>{column.name}</code></th>' in page


def test_there_are_as_many_rows_as_records(data: Data, tables: dict[str, list[Row]]) -> None:
    named = [*data["actors"], *data["places"]]
    events, statements = data["events"], data["statements"]
    evidence = [*events, *data["relations"]]
    expected = {
        "sources": len(data["sources"]),
        "passages": sum(len(source["passages"]) for source in data["sources"]),
        "actors": len(data["actors"]),
        "places": len(data["places"]),
        "names": sum(len(record["names"]) + len(record["also"]) for record in named),
        "events": len(events),
        "participants": sum(len(event["actors"]) for event in events),
        "event_places": sum(len(event["places"]) for event in events),
        "other_sources": sum(len(event["other_sources"]) for event in events),
        "statements": len(statements),
        "figures": sum(statement["figure"] is not None for statement in statements),
        "relations": len(data["relations"]),
        "evidence": sum(len(each["evidence"]) for each in evidence)
        + sum(statement["passage"] is not None for statement in statements),
        "mentions": sum(len(record["mentions"]) for record in named),
    }
    assert {name: len(rows) for name, rows in tables.items()} == expected


def cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def date_cells(name: str, date: Data | None) -> Row:
    parts = ("edtf", "earliest", "latest")
    return {f"{name}_{part}": cell(date[part]) if date else "" for part in parts}


def assert_cells(row: Row, expected: Row) -> None:
    assert {key: row[key] for key in expected} == expected


def test_records_have_the_same_values(data: Data, tables: dict[str, list[Row]]) -> None:
    columns: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("sources", ("title", "publisher", "author", "url", "language", "rights", "publish",
                     "sha256", "words", "quoted_words", "page")),
        ("actors", ("title", "kind", "side", "draft", "page")),
        ("places", ("title", "kind", "part_of", "draft", "page")),
        ("events", ("title", "in_sources", "ongoing", "graphic", "draft", "page")),
        ("statements", ("voice", "speaker", "speaker_text", "speaker_basis", "via", "about",
                        "source", "passage", "quote", "start", "end", "direct", "page")),
    )  # fmt: skip
    for name, keys in columns:
        for row, record in zip(tables[name], data[name], strict=True):
            assert_cells(row, {"id": record["id"], **{key: cell(record[key]) for key in keys}})
    for row, source in zip(tables["sources"], data["sources"], strict=True):
        assert_cells(row, date_cells("published", source["published"]))
    for row, event in zip(tables["events"], data["events"], strict=True):
        assert_cells(
            row, date_cells("date", event["date"]) | date_cells("derived", event["derived"])
        )
        assert row["date_basis"] == cell(event["date"] and event["date"]["basis"])
    for row, statement in zip(tables["statements"], data["statements"], strict=True):
        assert_cells(row, date_cells("said", statement["said"]))
    for row, place in zip(tables["places"], data["places"], strict=True):
        at = place["location"] or {}
        keys = ("lat", "lon", "precision", "radius_km")
        assert_cells(row, {key: cell(at.get(key)) for key in keys})


def test_figures_have_the_same_values_and_who_says_them(
    data: Data, tables: dict[str, list[Row]]
) -> None:
    said = [statement for statement in data["statements"] if statement["figure"]]
    events = {event["id"]: event for event in data["events"]}
    for row, statement in zip(tables["figures"], said, strict=True):
        figure = statement["figure"]
        keys = ("counts", "of", "by", "unit", "scope", "low", "high", "qualifier")
        assert_cells(row, {key: cell(figure[key]) for key in keys})
        assert row["statement"] == statement["id"]
        assert row["best"] == cell(figure["value"])
        assert row["attributed_to"] == cell(statement["speaker"] or statement["speaker_text"])
        assert row["reported_by"] == statement["source"]
        assert_cells(row, date_cells("date", events[row["event"]]["date"]))


def test_evidence_has_the_same_words(data: Data, tables: dict[str, list[Row]]) -> None:
    keys = ("source", "passage", "quote", "start", "end")
    expected = [
        *(("event", event["id"], item) for event in data["events"] for item in event["evidence"]),
        *(("statement", s["id"], s) for s in data["statements"] if s["passage"]),
        *(("relation", None, item) for each in data["relations"] for item in each["evidence"]),
    ]
    for row, (kind, id_, item) in zip(tables["evidence"], expected, strict=True):
        assert_cells(row, {key: cell(item[key]) for key in keys})
        assert row[kind] == id_ if id_ else row[kind]


@pytest.mark.parametrize(
    ("edtf", "code"),
    [
        ("2016-03-27", 1),
        ("2016-03-26/2016-03-27", 2),
        ("2016-03-20/2016-03-26", 3),
        ("2015-05", 4),
        ("2015-22", 5),
        ("2016", 5),
        ("2015/2016", None),
        ("../2015-05-21", None),
    ],
)
def test_a_date_is_coded_no_sharper_than_it_is_known(edtf: str, code: int | None) -> None:
    date = parse(edtf)
    assert date_code(Dated(edtf, date.earliest, date.latest, "stated", None, "")) == code


def test_on_a_phone_no_column_name_breaks_and_the_page_stays_as_wide_as_it_is(
    new_page: PageMaker,
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto("about/data/")
    table = page.get_by_role("region", name="Columns of sources")
    name = table.get_by_role("rowheader", name="published_earliest")
    assert len(name.locator("code").evaluate("code => [...code.getClientRects()]")) == 1
    at = name.evaluate("cell => cell.getBoundingClientRect().left")
    moved = table.evaluate("region => { region.scrollLeft = 1000; return region.scrollLeft }")
    assert moved > 0
    assert name.evaluate("cell => cell.getBoundingClientRect().left") == at, "it stays in sight"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
