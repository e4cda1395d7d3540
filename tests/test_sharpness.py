"""A month never becomes a day, nor anything else sharper than it is, in anything that is published.

Dates of every form of EDTF, levels 0 and 1, are put wherever records may have one; then all files
of the site are searched for a day that no record gives.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dossier.build import Built, build_dossier
from dossier.edtf import MONTHS, EdtfError, parse
from dossier.export.dates import exact_day
from support import copy_ferry

PART = ("1871", "1871-05", "1871-05-03", "1871-22", "187X", "18XX", "1871-XX", "1871-05-XX")
MARKS = ("", "~", "?", "%")
DAYS = re.compile(r"\b(18[0-9]{2})[-/]([0-9]{2})[-/]([0-9]{2})\b")
NAMES = "|".join(MONTHS)
IN_WORDS = re.compile(
    rf"\b(?:(?P<d>[0-9]{{1,2}})\s(?P<m>{NAMES})\s(?P<y>18[0-9]{{2}})"
    rf"|(?P<ya>18[0-9]{{2}}),\s(?P<ma>{NAMES})\s(?P<da>[0-9]{{1,2}})"
    rf"|(?P<mc>{NAMES})\s(?P<dc>[0-9]{{1,2}}),\s(?P<yc>18[0-9]{{2}}))\b"
)
BOUNDS = ("earliest", "latest")
"""What is a bound says so in its name."""
CERTAIN = {"startDate", "datePublished", "dateCreated", "date-parts"}


@st.composite
def dates(draw: st.DrawFn) -> str:
    def part(pool: tuple[str, ...]) -> str:
        return draw(st.sampled_from(pool)) + draw(st.sampled_from(MARKS))

    form = draw(st.sampled_from(["{0}", "{0}/{1}", "../{0}", "{0}/..", "/{0}", "{0}/"]))
    return form.format(part(PART), part(tuple(each.replace("1871", "1872") for each in PART)))


def is_date(text: str) -> bool:
    try:
        return bool(parse(text))
    except EdtfError:
        return False


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_ferry(tmp_path_factory.mktemp("ferry") / "project")


def dated(ferry: Path, date: str) -> Built:
    """Build the ferry dossier with a date in each place that takes one."""
    written = json.dumps(date)
    (ferry / "seeds/harbour-yearbook.yml").write_text(
        "title: Yearbook of the Harbour Board\n"
        f"published: {written}\naccessed: {written}\n"
        f"history: [{{date: {written}, what: It was read.}}]\n",
        "utf-8",
    )
    (ferry / "docs/timeline/buoy-laid.md").write_text(
        f"---\ntitle: A buoy is laid off Sandle Point\ndate: {written}\n"
        f"history: [{{date: {written}, what: The date was found.}}]\n"
        f"other_sources: [{{source: harbour-yearbook, date: {written}, verdict: adds}}]\n"
        "statements:\n"
        f"  - {{work: harbour-yearbook, said: {written}, speaker: otto-reen,"
        " figure: {counts: deaths, value: 2}}\n"
        "---\nA buoy marks the rocks.[^harbour-yearbook]\n",
        "utf-8",
    )
    built = build_dossier(ferry / "mkdocs.yml", site_url="https://ferry.example/x/")
    assert not built.problems, built.problems
    return built


def values(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from values(inner, name)
    elif key == "date-parts" and isinstance(value, list):
        yield from ((key, "-".join(f"{n:02}" for n in numbers)) for numbers in value)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, key)
    else:
        yield key, str(value)


def told(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Give (key or column, value) of a file; of a text, itself."""
    if path.endswith((".json", ".jsonld", ".geojson")):
        yield from values(json.loads(text))
    elif path.endswith(".csv"):
        for row in csv.DictReader(text.splitlines()):
            yield from row.items()
    else:
        yield "", text


def days(text: str) -> set[str]:
    found = {"-".join(match.groups()) for match in DAYS.finditer(text)}
    for match in IN_WORDS.finditer(text):
        y, m, d = (next(match[g] for g in groups if match[g]) for groups in (
            ("y", "ya", "yc"), ("m", "ma", "mc"), ("d", "da", "dc")
        ))  # fmt: skip
        found.add(f"{y}-{MONTHS.index(m) + 1:02}-{int(d):02}")
    return found


def assert_no_sharper(built: Built, date: str) -> None:
    given_days, day = days(date), exact_day(date)
    seen = 0
    for path, text in {**built.files, "sitemap": "\n".join(built.updated.values())}.items():
        if path.endswith("dossier.schema.json"):
            continue
        for key, value in told(path, text):
            if key.endswith(BOUNDS):
                continue
            found = days(value)
            assert found <= given_days, (path, key, found)
            if key in CERTAIN and found:
                assert found == {day}, (path, key, value)
            seen += "187" in value or "18XX" in value
    assert seen > 10, "the date is nowhere"


@pytest.mark.parametrize("mark", MARKS[:2])
@pytest.mark.parametrize("part", PART)
def test_no_date_becomes_sharper_than_it_is(ferry: Path, part: str, mark: str) -> None:
    assert_no_sharper(dated(ferry, part + mark), part + mark)


@given(dates().filter(is_date))
@example("1871-05/1872-05")
@example("1871-05-03/1871-05-20")
@example("../1871-05")
@example("1871-05/..")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_span_becomes_sharper_than_it_is(ferry: Path, date: str) -> None:
    assert_no_sharper(dated(ferry, date), date)


def test_a_sharpened_date_would_be_found(ferry: Path) -> None:
    built = dated(ferry, "1871-05")
    worse = Built({**built.files, "data/x.json": '{"date": "1871-05-01"}'}, (), built.updated)
    with pytest.raises(AssertionError, match=r"1871-05-01"):
        assert_no_sharper(worse, "1871-05")
    worse = Built({**built.files, "x.md": "on 31 May 1871"}, (), built.updated)
    with pytest.raises(AssertionError, match=r"1871-05-31"):
        assert_no_sharper(worse, "1871-05")
