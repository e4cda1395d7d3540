"""Who is said to say what, on the real pages: voices, gaps, works, bands, and what is open."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dossier.join import Settings
from dossier.joined import Dossier
from dossier.project import Project, load
from dossier.write import wording
from dossier.write.claims import figure_families
from dossier.write.entity import happening
from dossier.write.here import Here
from dossier.write.home import first_families, home_page
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


def test_home_shows_figures_by_whole_families_until_its_room_is_taken(real: Dossier) -> None:
    here = _here(real)
    counted = [s for s in real.statements.values() if s.figure]
    families = figure_families(counted, here)
    shown = first_families(families)
    assert shown == [family.rows for family in families[: len(shown)]]
    taken = [len(family.rows) for family in families]
    assert sum(taken[: len(shown)]) <= 12 < sum(taken[: len(shown) + 1])
    [rows] = first_families([replace(families[0], rows=families[0].rows * 20)])
    assert len(rows) == 12


def test_home_without_an_event_counts_many_reports_and_names_few(real: Dossier) -> None:
    [(id_, reading)] = real.readings.items()

    def lead(number: int) -> str:
        ids = [id_, *(f"{id_}-{n}" for n in range(1, number))]
        more = {each: replace(real.sources[id_], id=each) for each in ids}
        held = {each: replace(reading, source=each) for each in ids}
        dossier = replace(real, event=None, essays={}, sources=more, readings=held)
        return "".join(home_page(_here(dossier)).parts)

    assert lead(12).count("](sources/") == 12
    assert "rests on [13 reports](sources/index.md)," in lead(13)


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


def test_the_voice_of_a_happening_is_that_of_the_words_it_rests_on(
    real: Dossier, pages: dict[str, str]
) -> None:
    here = _here(real)

    def voices(event: str) -> set[str]:
        return {link.text for link in happening(real.events[event], here).speakers}

    assert voices("al-asaad-killed") == {"In the article’s own voice"}
    recapture = voices("recapture-of-palmyra")
    assert recapture == {
        "Syrian state media",
        "Syrian Observatory for Human Rights",
        "In the article’s own voice",
    }
    assert "Confirmed by Syrian Observatory for Human Rights" in _words(pages["index.md"])


def test_a_gap_in_the_grid_says_where_another_work_fills_it(pages: dict[str, str]) -> None:
    page = pages["timeline/recapture-of-palmyra.md"]
    row = page.split('<th scope="row">Deaths: Islamic State</th>')[1].split("</tr>")[0]
    assert "not said in the article" in row
    assert ">not said</i>" in row


def test_only_what_nobody_is_named_for_is_open_as_unnamed(
    real: Dossier, pages: dict[str, str]
) -> None:
    part = pages["questions.md"].split("{#unnamed}")[1].split("\n## ")[0]
    unnamed = [s for s in real.statements.values() if s.voice == "unnamed"]
    assert part.count("<li>") == len(unnamed)


def test_plain_agreement_is_no_open_question(real: Dossier, pages: dict[str, str]) -> None:
    part = pages["questions.md"].split("{#disagreements}")[1].split("\n## ")[0]
    others = [other for event in real.events.values() for other in event.record.other_sources]
    shown = [o for o in others if o.verdict in ("loose", "contradicts")]
    shown += [o for o in others if o.verdict == "adds" and o.note]
    assert part.count("<li>") == len(shown)


@pytest.mark.parametrize(
    "words",
    [
        "tens of thousands of people",
        "hundreds of bombs",
        "nearly 2,000 years (age)",
        "82 years (age)",
    ],
)
def test_a_figure_and_what_it_counts_read_as_one(pages: dict[str, str], words: str) -> None:
    assert any(words in _words(page) for page in pages.values())


def test_names_in_other_languages_that_are_only_searched_are_shown(pages: dict[str, str]) -> None:
    facts = pages["places/tadmur.md"].split("</aside>")[0]
    assert 'lang="ar" dir="rtl"' in facts
    assert "Also written in French" in _words(facts)


def test_every_abbreviation_is_explained_where_it_stands(pages: dict[str, str]) -> None:
    for path, short in (
        ("index.md", "UNESCO"),
        ("actors/khaled-nasser.md", "AP"),
        ("places/temple-of-bel.md", "ISIS"),
    ):
        assert f">{short}</abbr>" in pages[path] or f"*[{short}]: " in pages[path]
