"""Hostile text in every field of every record: a clear message, or a page of just that text."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from active import active
from dossier.export.xhtml import article
from dossier.packing import book_of
from dossier.problems import CODES, Problem
from dossier.records import read_page, read_record
from hostile import ADDRESSES, MARK, RECORDS, SCRIPTS, hostile_record, leaves, with_value, written
from hostile import Path as Place
from hostile_site import built, ferry_project

TEXTS = (*SCRIPTS, *ADDRESSES)
REFERENCES = {
    "side", "part-of", "part_of", "source", "quote", "speaker", "via", "work", "places",
}  # fmt: skip
"""Fields whose text must be found elsewhere: anything else is a problem between records."""
MOST = 3
"""As many places on the map as a test needs."""


def read(where: str, text: str) -> list[Problem]:
    path, data = where.format("x-1"), text.encode()
    return (read_page(path, data) if path.endswith(".md") else read_record(path, data, None))[1]


@pytest.mark.parametrize("where", RECORDS)
def test_the_records_are_right_before_a_field_is_made_hostile(where: str) -> None:
    assert read(where, written(where, RECORDS[where])) == []


def accepted(where: str, text: str) -> list[Place]:
    """Return the fields that take a text; each of the others says what is wrong with it."""
    taken = []
    for path in leaves(RECORDS[where]):
        found = read(where, written(where, with_value(RECORDS[where], path, text)))
        if not found and not REFERENCES & {str(step) for step in path}:
            taken.append(path)
        for each in found:
            assert each.code in CODES
            assert each.what
            assert each.remedy
            assert len(str(each)) < 2_000
    return taken


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which every kind of record is filled with each of the hostile texts."""
    root = ferry_project(tmp_path_factory.mktemp("records") / "project")
    (root / "docs/essays").mkdir()
    for where in RECORDS:
        for number, text in enumerate(TEXTS if "https:" in str(RECORDS[where]) else SCRIPTS):
            id_ = f"{where.split('/')[-2][:2]}-{number}"
            record = hostile_record(where, id_, text, accepted(where, text))
            if number >= MOST:
                record.pop("location", None)
            (root / where.format(id_)).write_text(written(where, record), "utf-8")
    # An article with a closing tag of a text's is told to be no plain text.
    paragraphs = "\n\n".join(text for text in SCRIPTS if "</a>" not in text)
    (root / "seeds/hostile.txt").write_text(f"Dahl Lines said:\n\n{paragraphs}\n", "utf-8")
    about = "title: Hostile\npublished: 2019-05-09\npublish: full\nurl: https://a.example/\n"
    (root / "seeds/hostile.yml").write_text(about, "utf-8")
    return built(root, "--no-directory-urls")


def test_nothing_runs_in_what_is_built(site: Path) -> None:
    assert list(active(site)) == []
    pages = sorted(path.name for path in site.rglob("*.html"))
    assert len(pages) > 3 * len(TEXTS) + 2 * len(SCRIPTS)
    assert any(MARK in path.read_text("utf-8") for path in site.glob("actors/*.html"))


def test_scripts_of_data_hold_data_whatever_the_records_say(site: Path) -> None:
    script = re.compile(
        r"<script type=\"application/(?:ld\+)?json\"[^>]*>(.*?)</script>", re.DOTALL
    )
    for path in site.rglob("*.html"):
        for found in script.findall(path.read_text("utf-8")):
            json.loads(found)
    for path in (*site.rglob("*.json"), *site.rglob("*.jsonld"), *site.rglob("*.geojson")):
        json.loads(path.read_text("utf-8"))


def test_no_cell_of_a_table_is_a_formula(site: Path) -> None:
    cells = []
    for path in sorted((site / "data/tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?![\d.:/-]*\Z)", cell)] == []
    assert any(cell.startswith("'=cmd") for cell in cells)


def test_the_book_is_well_formed_whatever_the_records_say(site: Path) -> None:
    assert book_of(site).startswith(b"PK")
    for path in site.rglob("*.html"):
        tree = article(path.read_text("utf-8"))
        assert tree is not None or path.name == "404.html", path
        assert tree is None or ET.fromstring(ET.tostring(tree)) is not None  # noqa: S314 - our own
