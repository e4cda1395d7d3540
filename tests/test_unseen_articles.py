"""Articles of several sorts, invented for these tests: what is read is right, little is missed.

Nothing may be found that is not listed as allowed; what is listed as wanted must be found.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.finding import known_names, read_and_find
from dossier.joined import Reading
from dossier.project import Project, load
from dossier.readout import source_of_text

ARTICLES = Path(__file__).parent / "articles"
RECORD = """\
title: {id}
publisher: The Daily Example
url: https://news.example/{id}
published: 2019-10-05
language: en
"""


class Expected(NamedTuple):
    places: set[str]
    actors: set[str]
    unsure: set[str]
    """What may be shown as unsure."""
    said: set[tuple[str, str]]
    """Who speaks, and the first words of what they say."""
    figures: set[tuple[str, float | None, str | None, str | None]]


EXPECTED = {
    "flood": Expected(
        places={"Velden", "Lenne River", "Oldmarket", "Sint-Joris"},
        actors={
            "Northern Wire",
            "Tomas Brandt",
            "Ministry of Water Management",
            "University of Harn",
            "Anneke van der Meer",
            "Pieter de Graaf",
            "Royal Weather Institute",
            "Ilse Hoorn",
        },
        unsure=set(),
        said={
            ("officials", "Floodwaters from the"),
            ("Fire Chief Tomas Brandt", "Rescue workers in"),
            ("he", '"We are still'),
            ("the Ministry of Water Management", "The levee, built"),
            ("A report by the University of Harn", "that the wall"),
            ("Anneke van der Meer, 58, a baker", '"They knew. They'),
            ("Interior Minister Pieter de Graaf", "the government would"),
            ("He", "how much money"),
            ("The Royal Weather Institute", "212 millimetres of"),
            ("Mayor Ilse Hoorn", "Schools will stay"),
        },
        figures={
            ("killing at least 17 people", 17, "deaths", "people"),
            ("43 survivors", 43, "survivors", None),
            ("nine people", 9, "people", None),
            ("58", 58, "years", None),
            ("under two metres", 2, "metres", None),
            ("212 millimetres", 212, "millimetres", None),
            ("About a third of the town", 0.333333, "share", "the town"),
        },
    ),
    "talks": Expected(
        places={"Geneva", "Tarsia", "Qasr al-Hamra", "London", "U.S."},
        actors={
            "Northern Front",
            "United Nations",
            "Ingrid Solberg",
            "Tarsian Human Rights Monitor",
            "TNA",
            "Yusuf bin Rashid",
            "Al-Bayan",
            "Karim al-Jaziri",
            "World Food Programme",
        },
        unsure=set(),
        said={
            ("The United Nations mediator, Ingrid Solberg", "the two sides"),
            ("she", '"It is a'),
            ("the Tarsian Human Rights Monitor, a group based in London", "At least 23"),
            ("The state news agency TNA", 'that "terrorists" had'),
            ("Colonel Yusuf bin Rashid, a spokesman for the Northern Front", "that his men"),
            ("He", "that they had"),
            ("Foreign Minister Karim al-Jaziri", '"We came to'),
            ("are thought", "About 300,000 people"),
        },
        figures={
            ("two sides", 2, "sides", None),
            ("At least 23 people, six of them children, were killed", 23, "deaths", "people"),
            ("six of them children", 6, "children", None),
            ("About 300,000 people", 300000, "people", None),
        },
    ),
    "shooting": Expected(
        places={"Lincoln Avenue", "Westbrook"},
        actors={
            "Daniel Osei",
            "Lorraine Teague",
            "St. Brigid’s Medical Center",
            "F.B.I.",
            "Tamika Bell",
            "J. T. Coleman-Hughes",
        },
        unsure={"South Side", "Honda", "Rosa", "Rosa’s Diner", "Diner"},
        said={
            ("Police Commissioner Lorraine Teague", "“He was the"),
            ("Ms. Teague", "Officer Osei and"),
            ("she", "The driver got"),
            ("Witnesses", "a white man"),
            ("Tamika Bell", "“I heard it,"),
        },
        figures={
            ("29", 29, "years", None),
            ("at least six times", 6, "times", None),
            ("$50,000", 50000, "dollars", None),
        },
    ),
    "strike": Expected(
        places={"Hexley", "Stanbridge"},
        actors={
            "Northline Rail",
            "Union of Rail Workers",
            "Marcus Hale",
            "Priya Raman",
            "Dee Carver",
            "Department for Transport",
        },
        unsure={"Acas", "Southline"},
        said={
            ("The Union of Rail Workers", "its 2,300 members"),
            ("Marcus Hale, the union's general secretary", '"Nobody wants this,"'),
            ("Northline's chief executive, Priya Raman", 'the strike "reckless"'),
            ("Northline's chief executive, Priya Raman", "the firm was"),
            ("Dee Carver", '"I have spent'),
            ("The Department for Transport", 'it "urges both'),
        },
        figures={
            ("Thousands of commuters", None, "commuters", None),
            ("2,300 members", 2300, "members", None),
            ("£1.2m", 1200000, "pounds", None),
            ("£400", 400, "pounds", None),
        },
    ),
    "lamps": Expected(
        places={"Bruges", "Zagreb", "Corven"},
        actors={
            "Anselm Okoro",
            "Brigid Thorne",
            "Corven Evening Mail",
            "Corven Heritage Trust",
            "Luca Ferrant",
            "Piet Varga",
            "University of Halden",
        },
        unsure={"Corven", "Ellingham", "Marta Ellingham"},
        said={
            ("she", "“You don’t learn"),
            ("Okoro", "“People ask me"),
            ("Council leader Brigid Thorne", "the gas costs"),
            ("she", "“It is a"),
            ("The Corven Heritage Trust, a charity", "the true cost"),
            ("its chairman, the architect Luca Ferrant", "“The council’s numbers"),
            ("its chairman, the architect Luca Ferrant", "“They never wrote"),
            ("Thorne", "that"),
            ("she", "“We answered in"),
            ("He", "that he would"),
            ("His doctor", "to avoid the"),
            ("he", "“My doctor is"),
            ("A study by the University of Halden", "that visitors to"),
            ("Ferrant", "that Corven could"),
            ("A girl", "whether the lamps"),
            ("Ellingham", "“No,”"),
        },
        figures={
            ("31 lamplighters", 31, "lamplighters", None),
            ("all 212 lamps", 212, "lamps", None),
            ("€180,000", 180000, "euros", None),
            ("four times", 4, "times", None),
            ("58", 58, "years", None),
            ("about forty people", 40, "people", None),
        },
    ),
    "updates": Expected(
        places={"Brod", "Ústí"},
        actors={"Ιωάννης Παπαδόπουλος", "Nguyễn Văn Thành", "Radio Tarn"},
        unsure={"Leïla", "Niemand", "PM Zoë Löfgren-Đurić", "TarnEnergo"},
        said={
            ("the emergency service", "The number of"),
            ("PM Zoë Löfgren-Đurić", "„Niemand wird allein"),
            ("a resident, Nguyễn Văn Thành", "«Nous avons tout"),
            ("Mayor Ιωάννης Παπαδόπουλος", "the dam at"),
            ("TarnEnergo", "At least 2,300"),
            ("an earlier version", "two people had"),
            ("Police", "one person, a"),
            ("محمد الخطيب", "“Water came in"),
            ("his daughter Leïla", "It was like"),
        },
        figures={
            ("At least 2,300 homes", 2300, "homes", None),
            ("two people had died", 2, "deaths", "people"),
            ("one person, a man in his 70s, has died", 1, "deaths", "person"),
        },
    ),
}
MISSED = 1
"""How many of a kind may be missing."""


@pytest.fixture(params=sorted(EXPECTED))
def article(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def reading(name: str) -> Reading:
    text = (ARTICLES / f"{name}.txt").read_bytes().decode("utf-8")
    return read_and_find(source_of_text(text, "2019-10-05"), known_names(()))


def holds(found: set[object], expected: set[object]) -> None:
    assert found <= expected, "what should not be there"
    assert len(expected - found) <= MISSED, f"missed: {expected - found}"


@pytest.mark.parametrize("kind", ["place", "actor"])
def test_names(article: str, kind: str) -> None:
    expected = EXPECTED[article]
    found = {p.name for p in reading(article).proposals if p.kind == kind}
    holds({*found}, {*(expected.places if kind == "place" else expected.actors)})


def test_unsure_names_are_few(article: str) -> None:
    assert {p.name for p in reading(article).unsure} <= EXPECTED[article].unsure


def test_who_says_what(article: str) -> None:
    read = reading(article)
    found = {
        (s.speaker_text or "", " ".join(read.text[slice(*s.content[0])].split()[:3]))
        for s in read.speeches
    }
    holds({*found}, {*EXPECTED[article].said})


def test_figures(article: str) -> None:
    read = reading(article)
    found = {(read.text[f.start : f.end], f.value, f.counts, f.of) for f in read.figures}
    holds({*found}, {*EXPECTED[article].figures})


def test_what_is_denied_keeps_its_denial() -> None:
    read = reading("talks")
    denied = next(s for s in read.speeches if "shelled" in read.text[slice(*s.content[0])])
    assert denied.cue is not None
    assert read.text[slice(*denied.cue)] == "denied"


def run(root: Path, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def project(root: Path, article: str) -> Path:
    (root / "seeds").mkdir()
    (root / "docs/timeline").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Example\n", encoding="utf-8")
    shutil.copy(ARTICLES / f"{article}.txt", root / "seeds")
    record = RECORD.format(id=article)
    (root / f"seeds/{article}.yml").write_text(record, encoding="utf-8")
    return root


def test_its_drafts_pass_the_check_each_with_its_evidence(article: str, tmp_path: Path) -> None:
    project(tmp_path, article)
    run(tmp_path, "draft", article)
    run(tmp_path, "check")
    drafts = sorted((tmp_path / "docs").rglob("*.md"))
    kinds = {path.parent.name for path in drafts}
    assert kinds == {"actors", "places", "timeline"}
    for path in drafts:
        written = path.read_text("utf-8")
        assert f"[^{article}:" in written
        assert "evidence:" in written or path.parent.name != "timeline"


def test_a_draft_of_whom_the_text_calls_nothing_says_that_it_is_a_person(tmp_path: Path) -> None:
    root = project(tmp_path, "talks")
    text = "In Ostrel the crowd cheered Bridget Lowe, who heads the association."
    (root / "seeds/talks.txt").write_text(text, encoding="utf-8")
    run(root, "draft", "talks")
    assert "kind: person" in (root / "docs/actors/bridget-lowe.md").read_text("utf-8")


def test_a_draft_is_of_what_its_name_says_and_of_no_dateline(tmp_path: Path) -> None:
    root = project(tmp_path, "talks")
    text = "OSTREL, Oct. 2 (AP) — The Homeland Party met the newspaper Sabah Postası on Friday."
    (root / "seeds/talks.txt").write_text(text, encoding="utf-8")
    run(root, "draft", "talks")
    assert "kind: party" in (root / "docs/actors/homeland-party.md").read_text("utf-8")
    assert (root / "docs/actors/sabah-postasi.md").exists()
    (event,) = (root / "docs/timeline").glob("*.md")
    assert "4 October 2019" in event.read_text("utf-8")


def test_a_draft_of_two_days_names_both(tmp_path: Path) -> None:
    root = project(tmp_path, "talks")
    text = "Heavy rain is forecast for Tuesday and Wednesday."
    (root / "seeds/talks.txt").write_text(text, encoding="utf-8")
    run(root, "draft", "talks")
    (event,) = (root / "docs/timeline").glob("*.md")
    assert "8 October 2019, 9 October 2019" in event.read_text("utf-8")


EVENT = """\
---
title: The market is shelled
date: 2019-10-03
evidence:
  - {source: talks, quote: they had shelled the market}
---
"""


def test_a_claim_that_somebody_denies_is_never_put_as_theirs(tmp_path: Path) -> None:
    root = project(tmp_path, "talks")
    (root / "docs/timeline/shelling.md").write_text(EVENT, encoding="utf-8")
    (said,) = load(Project(root)).events["shelling"].statements
    assert said.note == "The source’s word for it is “denied”."
