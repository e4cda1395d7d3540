"""Names a text introduces: which are proposed, as what, and what never is."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Mention, Proposal, TimeExpression
from dossier.names import build_gazetteer, find_mentions
from dossier.proposals import propose
from dossier.read import read_source

ARTICLE = Path(__file__).parents[1] / "seeds" / "battle-for-palmyra.txt"
PARTS = {"title": 1, "standfirst": 2, "caption": 3}


def proposals(text: str) -> dict[str, Proposal]:
    """Return the names of which enough says what they name."""
    return {p.name: p for p in propose(text, read_source(text), (), ()) if not p.unsure}


def unsure(text: str) -> dict[str, Proposal]:
    return {p.name: p for p in propose(text, read_source(text), (), ()) if p.unsure}


def kinds(text: str) -> dict[str, str]:
    return {name: p.kind for name, p in proposals(text).items()}


def texts(text: str, proposal: Proposal) -> list[str]:
    return [text[start:end] for _, start, end in proposal.spans]


def test_the_article_with_nothing_known() -> None:
    text = ARTICLE.read_bytes().decode()
    for parts in ({}, PARTS):
        every = propose(text, read_source(text, parts), (), ())
        found = [p for p in every if not p.unsure]
        assert {p.name for p in found if p.kind == "place"} == {
            "Palmyra",
            "Homs",
            "Syria",
            "Russia",
            "Palmyra Castle",
            "Temple of Baalshamin",
            "Arch of Triumph",
            "Damascus",
            "Geneva",
        }
        assert {p.name for p in found if p.kind == "actor"} == {
            "Islamic State",
            "Bashar al-Assad",
            "Syrian Arab News Agency",
            "Reuters",
            "ISIS",
            "Syrian Observatory for Human Rights",
            "Russia’s ministry of defense",
            "UNESCO",
            "United Nations",
            "Khaled al-Asaad",
            "Maamoun Abdulkarim",
            "Associated Press",
            "Khaled Nasser",
            "Vladimir Putin",
        }


def test_the_article_says_what_they_are() -> None:
    found = proposals(ARTICLE.read_bytes().decode())
    assert {name: p.what for name, p in found.items() if p.what} == {
        "Palmyra": "the historic Syrian city",
        "Bashar al-Assad": "Syrian President",
        "Homs": "province",
        "Syrian Observatory for Human Rights": "a British-organization",
        "Palmyra Castle": "an ancient citadel",
        "Khaled al-Asaad": "an 82-year-old antiquities scholar",
        "Maamoun Abdulkarim": (
            "the director of the museums and antiquities department in Damascus"
        ),
        "Vladimir Putin": "Russian President",
    }


def test_short_forms_and_acronyms_go_with_the_full_name() -> None:
    text = ARTICLE.read_bytes().decode()
    found = proposals(text)
    assert texts(text, found["Bashar al-Assad"]) == ["Bashar al-Assad"] * 2 + ["Assad"] * 4
    assert texts(text, found["Associated Press"]) == ["Associated Press", "AP"]
    assert texts(text, found["Khaled al-Asaad"]) == ["Khaled al-Asaad"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "what"),
    [
        ("The flood hit Udine, a city of 50,000, on Monday.", "Udine", "place", "a city of 50,000"),
        ("They fled the town of Gemona.", "Gemona", "place", "town"),
        ("He was born in Nyeri, in central Kenya.", "Kenya", "place", None),
        ("Rwanda’s foreign minister denied it.", "Rwanda", "place", None),
        ("The London-based firm closed.", "London", "place", None),
        ("He flew to Brussels.", "Brussels", "place", None),
        ("A fire in St. Mark's Square went out.", "St. Mark's Square", "place", None),
        ("It began in the West Bank.", "West Bank", "place", None),
        ("It was in Saudi Arabia.", "Saudi Arabia", "place", None),
        ("The captain, Erik Roe, was rescued.", "Erik Roe", "actor", "captain"),
        ("Ann Roe, 71, a farmer from Osoppo, left.", "Ann Roe", "actor", "a farmer from Osoppo"),
        (
            "Interior Minister Carla De Santis came.",
            "Carla De Santis",
            "actor",
            "Interior Minister",
        ),
        ("U.S. District Judge Harold King ruled.", "Harold King", "actor", "U.S. District Judge"),
        ("Kenyan opposition leader Ann Roe won.", "Ann Roe", "actor", "Kenyan opposition leader"),
        ("Secretary-General Ban Ki-moon spoke.", "Ban Ki-moon", "actor", "Secretary-General"),
        ("The aid group Doctors Without Borders left.", "Doctors Without Borders", "actor", None),
        ("She told the Bank of Elbe so.", "Bank of Elbe", "actor", None),
        ("The Food and Drug Administration ruled.", "Food and Drug Administration", "actor", None),
        ("The Peruvian interior ministry said so.", "Peruvian interior ministry", "actor", None),
        ("Spain’s Foreign Ministry said so.", "Spain’s Foreign Ministry", "actor", None),
        ("Shares of Acme Corp. fell.", "Acme Corp", "actor", None),
        ("“No,” said Marie Roe, a nurse at Panzi Hospital.", "Panzi Hospital", "place", None),
    ],
)
def test_proposed(text: str, name: str, kind: str, what: str | None) -> None:
    found = proposals(text)
    assert found[name].kind == kind
    if what:
        assert found[name].what == what


@pytest.mark.parametrize(
    "text",
    [
        "In March, on Sunday and last August, they met; Monday came.",
        "Syrian, British and Western officials spoke to Islamic scholars, Sunnis and Russians.",
        "The President, the Prime Minister and the Foreign Secretary left. Soldiers stayed.",
        "Residents said so. Rescuers, many of them tired, told reporters. Heavy rain fell.",
        "Hurricane Marta had hit. Operation Safe Road began. The World Cup ended.",
        "He bought a Ford and read “War and Peace” aboard the ferry Nordlys Star.",
        "Moreover, the company said it was sorry. The Council met at the University.",
        "It was the worst since World War II. Boeing 737s were there. The DC-10 fell.",
        "In English and Arabic. I know. However, I’m sure.",
        "FLOODING KILLS FORTY IN NORTHERN ITALY",
        "Flooding Kills Forty in Northern Italy",
        "Moscow said so. Beijing did not.",
        "В Москве Путин сказал. في دمشق",
        "",
    ],
)
def test_not_proposed(text: str) -> None:
    assert kinds(text) == {}


def test_a_country_that_is_part_of_an_aside_is_no_mayor() -> None:
    text = "In Lima, the mayor, Ana Roe, said no. In Cusco, the governor said yes."
    assert kinds(text) == {"Lima": "place", "Ana Roe": "actor", "Cusco": "place"}


def test_a_dateline_gives_the_country_and_the_agency() -> None:
    text = "LIMA, Peru (AP) — Two people died, police said."
    assert kinds(text) == {"Peru": "place", "AP": "actor"}


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "The Kivu Workers’ Party (PKK) said no. Then PKK fighters left."
    found = proposals(text)
    assert [(p.kind, texts(text, p)) for p in found.values()] == [
        ("actor", ["Kivu Workers’ Party", "PKK", "PKK"])
    ]


def test_two_of_one_family_share_no_short_form() -> None:
    text = "President Ann Roe met Senator Bob Roe. Roe left."
    found = proposals(text)
    assert [texts(text, p) for p in found.values()] == [["Ann Roe"], ["Bob Roe"]]


def test_what_is_known_is_not_proposed() -> None:
    text = "In Lima, President Ann Roe met Bob Poe, 40. Roe left Lima."
    passages = read_source(text)
    gazetteer = build_gazetteer((("Lima", "lima"), ("Ann Roe", "ann")))
    known = find_mentions(gazetteer, text, passages, people={"ann"})
    assert [p.name for p in propose(text, passages, known, ())] == ["Bob Poe"]


def test_what_is_a_time_is_not_proposed() -> None:
    text = "It happened in Ramazan and in Lima."
    passages = read_source(text)
    start = text.index("Ramazan")
    end = start + len("Ramazan")
    time = TimeExpression("1", start, end, "Ramazan", "DATE", "", None, None, None, "")
    assert [p.name for p in propose(text, passages, (), (time,))] == ["Lima"]


PIECES = (
    "In |Lima|the |, |. |’s |-| and | of |President |Ann |Roe|al-|(AB)|“|”|\n\n|Bank|U.N.|said |in "
    "|, a city|Mr. |Sunday|—|/|é|\u0301|\0|&"
).split("|")
ANY = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(ANY, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=2))
def test_spans_are_names_in_their_passages(text: str, known: list[tuple[int, int]]) -> None:
    passages = {p.id: p for p in read_source(text)}
    mentions = tuple(Mention("x", "1", at, at + length) for at, length in known)
    for proposal in propose(text, tuple(passages.values()), mentions, ()):
        assert proposal.kind in ("actor", "place") or proposal.unsure
        assert proposal.name == " ".join(proposal.name.split())
        assert proposal.what is None or proposal.what in text
        assert proposal.spans
        for name, start, end in proposal.spans:
            assert passages[name].start <= start < end <= passages[name].end
            assert not any(m.start < end and start < m.end for m in mentions)


@pytest.mark.parametrize(
    ("text", "name", "kind", "what"),
    [
        ("It ran aground off Sandle Point.", "Sandle Point", "place", None),
        ("Two executives, Carl Weiss and Nadia O’Rourke, left.", "Nadia O’Rourke", "actor", None),
        ("One of them, Mohammed al-Sayed, is 24.", "Mohammed al-Sayed", "actor", None),
        (
            "The bishop of Skara, Åsa Holm, came.",
            "Åsa Holm",
            "actor",
            "bishop of Skara",
        ),
        ("Envoys of the government of Tarsia met.", "Tarsia", "place", None),
        ("It was independent from Lusenia.", "Lusenia", "place", None),
        ("She commutes from Hexley to Stanby.", "Stanby", "place", None),
        ("I drove up to Gällinge last Sunday.", "Gällinge", "place", None),
        ("It broke at the Tsar Boris Stadium.", "Tsar Boris Stadium", "place", None),
        ("He died at St. Ann’s Medical Center.", "St. Ann’s Medical Center", "actor", None),
        ("Acme bought its rival Kystmat AS in May.", "Kystmat AS", "actor", None),
        ("It was built by Northline Rail.", "Northline Rail", "actor", None),
        ("The Fans’ Union said so.", "Fans’ Union", "actor", None),
        ("Wolds Aid, which runs a clinic, left.", "Wolds Aid", "actor", None),
        ("He told Al-Bayan television so.", "Al-Bayan", "actor", None),
        ("The Sint-Joris bridge fell.", "Sint-Joris", "place", "bridge"),
        ("“No,” said Anneke van der Meer, 58, a baker.", "Anneke van der Meer", "actor", None),
        ("Colonel Yusuf bin Rashid denied it.", "Yusuf bin Rashid", "actor", "Colonel"),
        ("The Marine Branch Office (MBO) left.", "Marine Branch Office", "actor", None),
    ],
)
def test_proposed_in_reports_of_many_kinds(
    text: str, name: str, kind: str, what: str | None
) -> None:
    found = proposals(text)
    assert found[name].kind == kind
    if what:
        assert found[name].what == what


@pytest.mark.parametrize(
    ("text", "name", "kind", "why"),
    [
        ("He saw Ivan Petrenko there.", "Ivan Petrenko", "unknown", "nothing beside it says"),
        ("Two boats from Kilmorrow came.", "Kilmorrow", "place", "too little speaks for a place"),
        ("The Coastguard said so.", "Coastguard", "actor", "too little speaks for a person"),
    ],
)
def test_a_name_with_too_little_beside_it_is_unsure_and_says_why(
    text: str, name: str, kind: str, why: str
) -> None:
    assert not proposals(text)
    found = unsure(text)[name]
    assert (found.kind, (found.unsure or "")[: len(why)]) == (kind, why)


@pytest.mark.parametrize(
    "text",
    [
        "The car ferry Lady Brenna ran aground.",
        "The Pine Hollow Fire began on Thursday.",
        "It is a Ford. In English and Arabic, I know.",
        "FERRY RUNS AGROUND OFF SANDLE POINT",
    ],
)
def test_what_is_no_name_of_anybody_is_not_even_unsure(text: str) -> None:
    assert not unsure(text)


def test_a_body_s_short_form_goes_with_it() -> None:
    text = "He left Northline Rail. Northline’s chief executive, Priya Raman, did not."
    assert texts(text, proposals(text)["Northline Rail"]) == ["Northline Rail", "Northline"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The ovens of Ada Merrow’s shop went cold. Mr. Merrow said so.", "Ada Merrow", "actor"),
        # Mr. Merrow is another
        (
            "On Friday Mr. Merrow said so. The ovens of Ada Merrow’s shop went cold.",
            "Merrow",
            "actor",
        ),
        ("The door of Ada Merrow’s shop and Eve Merrow’s. Mr. Merrow said so.", "Merrow", "actor"),
    ],
)
def test_a_family_name_tells_what_the_one_full_name_before_it_is(
    text: str, name: str, kind: str
) -> None:
    assert kinds(text) == {name: kind}


def steps(text: str) -> int:
    """Count the calls that a search makes: a measure of work that no clock disturbs."""
    passages = read_source(text)
    count = 0

    def tick(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        propose(text, passages, (), ())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    ["In Lima ", "Bank of ", "Minister ", "al-", "Lima, the man ", "Ab (AB) ", "A. ", "Food and "],
)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    assert steps(unit * 2000) < 12 * steps(unit * 200)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It asked Mehmet Şahin, whose shop burned.", "Mehmet Şahin"),
        ("It asked the coroner, Mary Tennant, whether it knew.", "Mary Tennant"),
        ("The trust’s lawyer, Owen Fairlie QC, said so.", "Owen Fairlie"),
        ("It heard Councillor Jan Maret.", "Jan Maret"),
    ],
)
def test_what_a_person_has_or_is_tells_of_a_person(text: str, name: str) -> None:
    assert proposals(text)[name].person


def test_an_office_may_be_a_family_name() -> None:
    text = "It heard Dariga Sultan, the leader of the Homeland Party."
    assert kinds(text)["Dariga Sultan"] == "actor"


def test_what_has_shares_is_no_person() -> None:
    assert "Acme Dynamo" not in proposals("It asked Acme Dynamo, whose shares fell.")


@pytest.mark.parametrize(
    "name",
    [
        "Strathmere Residents' Association",
        "Dockers’ Federation",
        "Growers’ League",
        "Strathmere Coroner’s Court",
        "Harn Women’s Institute",
    ],
)
def test_whose_body_it_is_stands_in_its_name(name: str) -> None:
    assert kinds(f"On Monday the {name} met.") == {name: "actor"}


def test_whose_body_it_is_is_no_part_of_its_name_where_it_has_one() -> None:
    assert "Netherlands' Council" not in kinds("It asked the Netherlands' Council of State.")


def test_the_body_whose_name_is_an_aside_at_the_beginning() -> None:
    found = proposals("The operator, Harbourline, closed the line. Then Harbourline sold it.")
    assert (found["Harbourline"].kind, found["Harbourline"].person) == ("actor", False)


def test_the_place_of_the_dateline_is_a_place_where_it_is_named_again() -> None:
    text = "ÉVARA, Oct. 15 (Coastal Press) — Snow fell.\n\nIt was the first at Évara for years."
    assert kinds(text)["Évara"] == "place"


def test_the_old_town_is_not_the_town() -> None:
    text = "Water ran through Old Dorun. They were taken to hospitals in Dorun."
    assert texts(text, proposals(text)["Dorun"]) == ["Dorun"]
