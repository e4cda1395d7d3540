"""Who is said to say what, on the real pages: voices, gaps, works, bands, and what is open."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dossier.join import Settings
from dossier.joined import Dossier
from dossier.project import Project, load
from dossier.write import wording
from dossier.write.here import Here
from dossier.write.lookup import build_lookup
from dossier.write.options import Options
from dossier.write.pages import write_pages
from support import ROOT


@pytest.fixture(scope="module")
def real() -> Dossier:
    return load(Project(ROOT, settings=Settings(title="Real", event="recapture-of-palmyra")))


@pytest.fixture(scope="module")
def pages(real: Dossier) -> dict[str, str]:
    return write_pages(real, Options())


def _here(dossier: Dossier, path: str = "index.md") -> Here:
    return Here(build_lookup(dossier), Options(), path)


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A town falls", "News, 27 March 2016, “A town falls”"),
        ("A “town” falls", "News, 27 March 2016, “A ‘town’ falls”"),
        ("[A town falls, in Arabic]", "News, 27 March 2016, [A town falls, in Arabic]"),
    ],
)
def test_a_work_is_named_by_publisher_day_and_title_in_quotation_marks(
    real: Dossier, title: str, shown: str
) -> None:
    source = next(iter(real.sources.values()))
    work = replace(source, title=title, publisher="News", published="2016-03-27")
    assert wording.cited(work) == shown


def test_a_statement_of_a_cited_work_reached_us_through_its_publisher(
    real: Dossier,
) -> None:
    here = _here(real)
    for statement in real.statements.values():
        if statement.work and not statement.via and statement.voice != "source":
            via = here.claim(statement).via
            assert via is not None
            assert via.text == real.sources[statement.work].publisher


def test_where_no_day_is_stated_that_is_said(real: Dossier, pages: dict[str, str]) -> None:
    for statement in real.statements.values():
        page = pages[f"timeline/{statement.event}.md"]
        shown = page.split(f'id="{statement.id}"')[1].split("</li>")[0].split("</tr>")[0]
        if statement.said is None:
            assert "day not stated" in shown.split('<div class="cell"')[0], statement.id


def test_what_goes_on_is_under_way_when_reported(real: Dossier, pages: dict[str, str]) -> None:
    for event in real.events.values():
        item = pages["timeline/index.md"].split(f' id="{event.id}" data-')[-1].split("</p>")[0]
        assert ("under way when reported" in item) is event.record.ongoing
