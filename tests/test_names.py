"""Known names in a text: what is a mention, what is not, and what nobody may guess."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.names import (
    Gazetteer,
    build_gazetteer,
    find_ambiguous,
    find_mentions,
    with_descriptions,
)
from dossier.read import read_source

ARTICLE = Path(__file__).parents[1] / "seeds" / "battle-for-palmyra.txt"

NAMES = (
    ("Palmyra", "palmyra"),
    ("Palmyra Castle", "castle"),
    ("Bashar al-Assad", "assad"),
    ("Assad", "assad"),
    ("Khaled al-Asaad", "asaad"),
    ("Khaled Nasser", "nasser"),
    ("Islamic State", "is"),
    ("ISIS", "is"),
    ("Vladimir Putin", "putin"),
    ("Russia", "russia"),
    ("United Nations", "un"),
    ("The Atlantic", "atlantic"),
    ("Sana", "sana"),
    ("Ursula von der Leyen", "leyen"),
    ("Theresa May", "may"),
    ("Amélie Poulain", "amelie"),
    ("تدمر", "tadmur"),
    ("Дамаск", "damascus"),
)
PEOPLE = frozenset(("assad", "asaad", "nasser", "putin", "leyen", "may", "amelie"))
GAZETTEER = build_gazetteer(NAMES)


def mentions(
    text: str, gazetteer: Gazetteer = GAZETTEER, people: Collection[str] = PEOPLE
) -> list[tuple[str, str]]:
    found = find_mentions(gazetteer, text, read_source(text), people=people)
    return [(text[m.start : m.end], m.entity) for m in found]


def unsettled(
    text: str, gazetteer: Gazetteer = GAZETTEER, people: Collection[str] = PEOPLE
) -> list[tuple[str, tuple[str, ...]]]:
    found = find_ambiguous(gazetteer, text, read_source(text), people=people)
    return [(text[m.start : m.end], m.candidates) for m in found]


def called(wordings: Mapping[str, Sequence[str]]) -> Gazetteer:
    return with_descriptions(GAZETTEER, wordings)


def test_the_article_with_its_descriptions() -> None:
    text = ARTICLE.read_bytes().decode()
    gazetteer = called(
        {
            "troops": ["government troops", "troops", "Soldiers"],
            "ministry": ["Russia's ministry of defense"],
        }
    )
    found = mentions(text, gazetteer)
    assert [t for t, e in found if e == "assad"] == ["Bashar al-Assad"] * 2 + ["Assad"] * 4
    assert [t for t, e in found if e == "troops"] == [
        "government troops",
        "Soldiers",
        "government troops",
        "troops",
        "troops",
    ]
    assert [t for t, e in found if e == "ministry"] == ["Russia’s ministry of defense"]
    assert [t for t, e in found if e == "castle"] == ["Palmyra Castle"]
    assert [t for t, e in found if e == "asaad"] == ["Khaled al-Asaad"]
    assert len([e for _, e in found if e == "palmyra"]) == 9
    assert unsettled(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The anti-Assad bloc", ["Assad"]),
        ("Russia-backed, ISIS-held, non-ISIS", ["Russia", "ISIS", "ISIS"]),
        ("Assad’s men, ISIS' men, ISIS’ men", ["Assad", "ISIS", "ISIS"]),
        ("‘Palmyra’ and “Palmyra”", ["Palmyra", "Palmyra"]),
        ("He saw Palmyra Castle", ["Palmyra Castle"]),
        ("He saw Palmyra castle", ["Palmyra"]),
        ("the  United\nNations; United\u00a0Nations", ["United\nNations", "United\u00a0Nations"]),
        ("the Atlantic said; The Atlantic", ["Atlantic", "Atlantic"]),
        ("Khaled al‑Asaad and Khaled al–Asaad", ["Khaled al‑Asaad", "Khaled al–Asaad"]),
        ("مدينة تدمر القديمة، تدمر.", ["تدمر", "تدمر"]),
        ("Он видел Дамаск.", ["Дамаск"]),
        ("Al-Assad left. Then al-Assad spoke.", ["Al-Assad", "al-Assad"]),
        ("Ursula von der Leyen spoke. Von der Leyen left.", ["Ursula von der Leyen"] * 1
         + ["Von der Leyen"]),
        ("President Assad left. But Mr. Assad came. But Assad", ["Assad", "Assad", "Assad"]),
    ],
)  # fmt: skip
def test_mentioned(text: str, expected: list[str]) -> None:
    assert [found for found, _ in mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Not palmyra, PALMYRA, Palmyran, Palmyras, xPalmyra, Palmyra2",
        "It stood in Palmyra Museum and in New Palmyra",
        "Sana’a is a city, O’Sana is not",
        "the islamic State",
        "He crossed the Atlantic Ocean and an Atlantic wave",
        "He wrote to assad@example.org and Palmyra.example",
        "They met Maher al-Assad, Hafez Assad and B. Assad",
        "The Assad Foundation gave",
        "وتدمر",
        "Дамаска",
    ],
)
def test_not_mentioned(text: str) -> None:
    assert mentions(text) == []


def test_composed_and_decomposed_letters_are_one_name() -> None:
    text = unicodedata.normalize("NFD", "He met Amélie Poulain. Poulain left.")
    assert [e for _, e in mentions(text)] == ["amelie", "amelie"]
    assert text[find_mentions(GAZETTEER, text, read_source(text))[0].end] == "."


def test_a_family_name_counts_only_after_its_full_name() -> None:
    assert mentions("Asaad died.") == []
    assert unsettled("Asaad died.") == [("Asaad", ("asaad",))]
    text = "Khaled al-Asaad died. Asaad, or al-Asaad, was 82."
    assert [t for t, _ in mentions(text)] == ["Khaled al-Asaad", "Asaad", "al-Asaad"]


def test_a_family_name_of_two_people_in_the_text_is_reported() -> None:
    gazetteer = build_gazetteer((("Ann Roe", "ann"), ("Bob Roe", "bob"), ("Cy Roe", "cy")))
    people = {"ann", "bob", "cy"}
    assert mentions("Ann Roe met Roe.", gazetteer, people)[1:] == [("Roe", "ann")]
    text = "Ann Roe met Bob Roe. Then Roe left."
    assert [e for _, e in mentions(text, gazetteer, people)] == ["ann", "bob"]
    assert unsettled(text, gazetteer, people) == [("Roe", ("ann", "bob"))]


def test_a_family_name_that_a_stranger_bears_too_is_nobodys() -> None:
    gazetteer, people = build_gazetteer((("Ann Roe", "ann"),)), {"ann"}
    text = "Bob Roe died. Ann Roe, his widow, wept. Roe was a teacher."
    assert mentions(text, gazetteer, people) == [("Ann Roe", "ann")]
    assert unsettled(text, gazetteer, people) == [("Roe", ("ann",))]
    assert len(mentions("Ann Roe left. Republican Roe, or Mr. Roe, won.", gazetteer, people)) == 2


def test_only_people_have_family_names() -> None:
    assert mentions("Khaled Nasser spoke. Nasser left.", people=())[1:] == []


def test_a_word_that_is_also_a_name_is_not_guessed() -> None:
    assert mentions("Theresa May resigned. In May, May flowers bloomed.")[1:] == []


def test_a_name_claimed_twice_is_reported_and_hides_what_is_in_it() -> None:
    gazetteer = build_gazetteer((*NAMES, ("Islamic State", "other"), ("Islamic", "third")))
    assert mentions("the Islamic State", gazetteer) == []
    assert unsettled("the Islamic State", gazetteer) == [("Islamic State", ("is", "other"))]
    assert dict(gazetteer.contested()) == {"Islamic State": ("is", "other")}


def test_the_longest_name_wins_wherever_it_begins() -> None:
    gazetteer = build_gazetteer((("Bank of Elbe", "bank"), ("Elbe Shipping Union", "union")))
    assert mentions("the Bank of Elbe Shipping Union", gazetteer) == [
        ("Elbe Shipping Union", "union")
    ]


def test_descriptions_keep_their_case_but_for_the_first_letter() -> None:
    gazetteer = called({"army": ["troops"]})
    text = "Troops left. The troops came; Troops, anti-troops and TROOPS did not."
    assert [t for t, _ in mentions(text, gazetteer)] == ["Troops", "troops"]


def test_a_description_settles_a_name_for_its_source() -> None:
    gazetteer = called({"other": ["Assad"]})
    assert mentions("Assad spoke.", gazetteer) == [("Assad", "other")]


def test_names_of_nothing_are_left_out() -> None:
    gazetteer = build_gazetteer((("", "a"), ("  ", "b"), ("the ", "c"), ("\u200f", "d")))
    assert mentions("the end of it all", gazetteer) == []


LONG = "Joint Board of " + ", ".join(f"Valley {n}" for n in range(20)) + " and the Coast"


def test_a_name_of_very_many_words_is_one_name_like_another() -> None:
    gazetteer = build_gazetteer((*NAMES, (LONG, "board"), ("Valley 3", "third")))
    assert mentions(f"The {LONG} met.", gazetteer) == [(LONG, "board")]
    cut = f"It is x{LONG}, {LONG}x or {LONG[:-1]}."
    assert mentions(cut, gazetteer) == [("Valley 3", "third")] * 3
    described = with_descriptions(gazetteer, {"other": [LONG], "more": [f"the old {LONG}"]})
    assert mentions(f"The old {LONG} met. {LONG} met the old {LONG}.", described) == [
        (f"The old {LONG}", "more"),
        (LONG, "other"),
        (f"the old {LONG}", "more"),
    ]
    assert mentions(f"They met The old {LONG}.", described) == [(LONG, "other")]


def of_few_words(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(["a", "a", "b", "A", "b. A", "'b"]), max_size=most).map(
        " ".join
    )


@given(st.lists(of_few_words(6), max_size=6), of_few_words(40))
def test_where_a_name_is_long_changes_nothing_of_what_is_found(names: list[str], text: str) -> None:
    claims, passages = [(name, name) for name in names], read_source(text)
    found = find_mentions(build_gazetteer(claims), text, passages, people=names)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dossier.names.long.MOST", 2)
        patched.setattr("dossier.names.gazetteer.MOST", 2)
        assert find_mentions(build_gazetteer(claims), text, passages, people=names) == found


ANY = st.lists(
    st.sampled_from([n for n, _ in NAMES])
    | st.sampled_from(" |\n|\n\n|’s|'|-|. |al-|\u0301|\u200f|\0|New |Castle".split("|"))
    | st.text(max_size=4),
    max_size=12,
).map("".join)


@given(ANY)
def test_spans_lie_in_their_passage_and_never_overlap(text: str) -> None:
    passages = {p.id: p for p in read_source(text)}
    end = 0
    for mention in find_mentions(GAZETTEER, text, tuple(passages.values()), people=PEOPLE):
        passage = passages[mention.passage]
        assert end <= mention.start < mention.end
        assert passage.start <= mention.start
        assert mention.end <= passage.end
        assert not text[mention.start].isspace()
        assert not text[mention.end - 1].isspace()
        end = mention.end


@given(st.lists(st.text(max_size=8)), ANY)
def test_any_names_are_searched_in_any_text(names: list[str], text: str) -> None:
    gazetteer = build_gazetteer((name, name) for name in names)
    find_ambiguous(gazetteer, text, read_source(text), people=set(names))


def steps(text: str, gazetteer: Gazetteer) -> int:
    """Count the calls that a search makes: a measure of work that no clock disturbs."""
    passages = read_source(text)
    # What a word consists of is remembered: else the count depends on the tests before.
    find_mentions(gazetteer, text, passages, people=PEOPLE)
    count = 0

    def tick(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        find_mentions(gazetteer, text, passages, people=PEOPLE)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit", ["Palmyra ", "Islamic ", "al-", "Assad. ", "'", "Khaled al-", "x "]
)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    once, ten = steps(unit * 300, GAZETTEER), steps(unit * 3000, GAZETTEER)
    assert ten < 12 * once


@pytest.mark.parametrize("unit", ["!?", "Palmyra ", "al-"])
def test_work_does_not_grow_with_the_length_of_a_name(unit: str) -> None:
    text = "Palmyra. " + unit * 3000

    def with_name(times: int) -> Gazetteer:
        return build_gazetteer((*NAMES, (f"{unit * times}Z", "long")))

    assert steps(text, with_name(900)) < 1.5 * steps(text, with_name(90))
    once, ten = steps(unit * 300, with_name(900)), steps(unit * 3000, with_name(900))
    assert ten < 12 * once


def test_work_does_not_grow_with_the_number_of_names() -> None:
    text = ARTICLE.read_bytes().decode()
    many = [(f"Name{n} Other{n % 50} Third", f"id{n}") for n in range(5000)]
    assert steps(text, build_gazetteer((*NAMES, *many))) < 1.1 * steps(text, GAZETTEER)
