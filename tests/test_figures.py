"""Figures are read with value or range, what is counted, of whom, by whom and over what time."""

from __future__ import annotations

import pytest

from dossier.figures import find_figures
from dossier.model import Figure, Mention
from dossier.read import read_source
from support import ROOT

ARTICLE = (ROOT / "seeds" / "battle-for-palmyra.txt").read_bytes().decode()


def figures(text: str, names: dict[str, str] | None = None) -> list[Figure]:
    passages = read_source(text)
    mentions = [
        Mention(entity, passage.id, at, at + len(name))
        for passage in passages
        for name, entity in (names or {}).items()
        for at in range(passage.start, passage.end)
        if text.startswith(name, at)
    ]
    sentences = [s for p in passages for s in p.sentences]
    return list(find_figures(text, sentences, mentions))


def put(figure: Figure) -> dict[str, object]:
    keys = ("counts", "of", "by", "unit", "scope", "value", "low", "high", "qualifier")
    return {key: getattr(figure, key) for key in keys if getattr(figure, key) is not None}


def words(text: str, figure: Figure) -> str:
    return text[figure.start : figure.end]


def test_the_article_has_its_eight_figures() -> None:
    found = figures(ARTICLE, {"ISIS": "islamic-state"})
    assert [(words(ARTICLE, f), put(f)) for f in found] == [
        ("hundreds of bombs", {"counts": "bombs", "low": 200, "high": 999}),
        (
            "about 450 ISIS militants were killed",
            {
                "counts": "deaths",
                "of": "islamic-state",
                "scope": "the operation to recapture Palmyra",
                "value": 450,
                "qualifier": "about",
            },
        ),
        ("40 sorties", {"counts": "sorties", "by": "Russian warplanes", "value": 40}),
        (
            "killed more than 100 militants",
            {
                "counts": "deaths",
                "of": "militants",
                "by": "Russian warplanes",
                "scope": "the operation",
                "value": 100,
                "low": 100,
                "qualifier": "more than",
            },
        ),
        ("tens of thousands of people", {"counts": "people", "low": 20000, "high": 99999}),
        (
            "nearly 2,000 years old",
            {
                "counts": "years",
                "unit": "age",
                "value": 2000,
                "high": 2000,
                "qualifier": "nearly",
            },
        ),
        ("82-year-old", {"counts": "years", "unit": "age", "value": 82}),
        (
            "more than 250,000 people dead",
            {
                "counts": "deaths",
                "of": "people",
                "scope": "over five years",
                "value": 250000,
                "low": 250000,
                "qualifier": "more than",
            },
        ),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people were killed.", {"value": 12, "low": 12, "qualifier": "at least"}),
        ("Up to 300 tanks crossed.", {"value": 300, "high": 300, "qualifier": "up to"}),
        ("As many as 50 aircraft flew.", {"value": 50, "high": 50, "qualifier": "as many as"}),
        ("Between 10 and 20 fighters fled.", {"low": 10, "high": 20}),
        ("It has 20,000 to 30,000 fighters.", {"low": 20000, "high": 30000}),
        ("Two to three million people fled.", {"low": 2000000, "high": 3000000}),
        ("They freed 10-20 hostages.", {"low": 10, "high": 20}),
        ("About 1.5 million refugees came.", {"value": 1500000, "qualifier": "about"}),
        ("Two dozen soldiers fled.", {"value": 24}),
        ("A dozen soldiers fled.", {"value": 12}),
        ("Half a million people fled.", {"value": 500000}),
        ("Twenty-three trucks burned.", {"value": 23}),
        ("Dozens of houses burned.", {"low": 24, "high": 99}),
        ("Hundreds of thousands of people fled.", {"low": 200000, "high": 999999}),
        ("Several hundred houses burned.", {"low": 300, "high": 999}),
        ("Several houses burned.", {"low": 3}),
        ("An estimated 250,000 people live there.", {"value": 250000, "qualifier": "an estimated"}),
        ("A total of 14 bodies were found.", {"value": 14}),
        ("They lost 3.5 tons of grain.", {"value": 3.5}),
    ],
)
def test_values_ranges_and_qualifiers(text: str, expected: dict[str, object]) -> None:
    (figure,) = figures(text)
    keys = ("value", "low", "high", "qualifier")
    assert {k: getattr(figure, k) for k in keys if getattr(figure, k) is not None} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 20.", {"counts": "deaths", "by": "The blast", "value": 20}),
        ("Six of the 11 were killed.", {"counts": "deaths", "value": 6}),
        ("30 wounded were flown out.", {"counts": "injuries", "value": 30}),
        ("The death toll rose to 1,234 on Friday.", {"counts": "deaths", "value": 1234}),
        ("Officials put the number of dead at 86.", {"counts": "deaths", "value": 86}),
        ("One soldier was killed.", {"counts": "deaths", "of": "soldier", "value": 1}),
        (
            "The 450 dead militants were buried.",
            {"counts": "deaths", "of": "militants", "value": 450},
        ),
        (
            "Some 60 militants, 12 of whom were foreigners, were killed by Kurdish forces.",
            {
                "counts": "deaths",
                "of": "militants",
                "by": "Kurdish forces",
                "value": 60,
                "qualifier": "some",
            },
        ),
        (
            "Nearly 400,000 have been killed since 2011.",
            {
                "counts": "deaths",
                "scope": "since 2011",
                "value": 400000,
                "high": 400000,
                "qualifier": "nearly",
            },
        ),
    ],
)
def test_deaths_and_injuries(text: str, expected: dict[str, object]) -> None:
    (figure,) = figures(text)
    assert put(figure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $250 million.", {"counts": "dollars", "unit": "dollars", "value": 250000000}),
        ("35% oppose it.", {"counts": "percent", "unit": "percent", "value": 35}),
        (
            "About 40 percent of voters support it.",
            {
                "counts": "percent",
                "of": "voters",
                "unit": "percent",
                "value": 40,
                "qualifier": "about",
            },
        ),
        ("Ali Hassan, 42, said so.", {"counts": "years", "unit": "age", "value": 42}),
    ],
)
def test_money_shares_and_ages(text: str, expected: dict[str, object]) -> None:
    (figure,) = figures(text)
    assert put(figure) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He came on March 27, 2016 and left on 3 May.",
        "It began in 2014 and ended in 2016.",
        "He arrived at 10:30 a.m. and left at 5 p.m. that day.",
        "It was the second attack, on the 3rd floor.",
        "The F-16 crashed on Highway 5 near Hill 404.",
        "The attacks of 9/11 changed that.",
        "The siege lasted three weeks.",
        "It was the worst in two summers.",
        "2. The hall is shut.",
        "Apollo 11 landed; see page 3 of Resolution 2254.",
        "The vote was 52-48.",
        "One of them left.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_known_name_in_the_counted_phrase_is_whom_it_befell() -> None:
    text = "Kurdish forces killed 12 ISIS fighters. The army lost 3 tanks of Assad."
    found = figures(text, {"ISIS": "islamic-state", "Assad": "assad"})
    assert [(f.counts, f.of, f.by) for f in found] == [
        ("deaths", "islamic-state", "Kurdish forces"),
        ("tanks", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "words", "of", "value", "bounds"),
    [
        ("One in five voters stayed home.", "One in five voters", "voters", 0.2, (None, None)),
        ("Nine out of 10 doctors agreed.", "Nine out of 10 doctors", "doctors", 0.9, (None, None)),
        (
            "More than one in ten children go hungry.",
            "More than one in ten children",
            "children",
            0.1,
            (0.1, None),
        ),
        ("Nearly half of the crew died.", "Nearly half of the crew", "the crew", 0.5, (None, 0.5)),
        ("Half the houses stand.", "Half the houses", "the houses", 0.5, (None, None)),
        ("A third of voters backed it.", "A third of voters", "voters", 0.333333, (None, None)),
        ("Two-thirds of ISIS left.", "Two-thirds of ISIS", "islamic-state", 0.666667, (None, None)),
    ],
)
def test_shares(
    text: str, words: str, of: str, value: float, bounds: tuple[float | None, float | None]
) -> None:
    (one,) = figures(text, {"ISIS": "islamic-state"})
    assert (text[one.start : one.end], one.of, one.value) == (words, of, value)
    assert (one.low, one.high) == bounds
    assert (one.counts, one.unit) == ("share", "share")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("No casualties were reported.", "casualties"),
        ("There were no deaths.", "deaths"),
        ("Nobody was hurt.", "injuries"),
        ("No one has been killed.", "deaths"),
        ("None of the 12 passengers was injured.", "injuries"),
        ("Not one of the 12 was hurt.", "injuries"),
    ],
)
def test_nothing_is_a_figure_too(text: str, counts: str) -> None:
    (one,) = figures(text)
    assert (one.counts, one.value, one.low, one.high) == (counts, 0, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The first half of the match was dull.",
        "They met in the first quarter of 2016.",
        "He died a quarter of a century ago.",
        "A third of the way was done.",
        "It rains one in 2016.",
        "They play in the third division.",
        "He fought in the Second World War.",
        "City won 3-1.",
        "Boeing 737 jets were grounded.",
        "Fortune 500 companies left.",
        "The father of three died.",
        "The law should see that no one is hurt.",
        "None of it was true.",
        "The A40 was shut.",
        "Call 020 7946 0958 now.",
        "Three times as many fled.",
        "Twice as many people came.",
        "Rooms 38 and 39 were full.",
        "Windows 10 had bugs.",
        "Article 5 was invoked.",
    ],
)
def test_what_only_looks_like_a_share_or_a_number(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rates rose by 25 basis points.", {"counts": "basis points", "value": 25}),
        ("Turnout fell 3 percentage points.", {"counts": "percentage points", "value": 3}),
        ("A handful of houses stand.", {"counts": "houses", "low": 2, "high": 9}),
        ("A couple of hundred men came.", {"counts": "men", "low": 200, "high": 300}),
        ("It costs $30m a year.", {"counts": "dollars", "value": 30_000_000, "scope": "a year"}),
        (
            "It raised $3-4 billion.",
            {"counts": "dollars", "low": 3_000_000_000, "high": 4_000_000_000},
        ),
        ("The party won 213 of 450 seats.", {"counts": "seats", "value": 213}),
        ("People aged 12 to 17 came.", {"unit": "age", "low": 12, "high": 17}),
        ("Hundreds more fled.", {"counts": None, "low": 200, "high": 999}),
        ("The town is 30 km away.", {"counts": "km", "value": 30}),
        ("The group has 1,500 to 2,000 members.", {"low": 1500, "high": 2000}),
        ("By Friday 204 had fallen ill.", {"counts": None, "value": 204}),
        ("Officials said 204 had fallen ill.", {"counts": None, "value": 204}),
        ("All 62 on board died.", {"counts": "deaths", "value": 62}),
        ("All 62 people aboard died.", {"counts": "deaths", "of": "people", "value": 62}),
        ("The number of dead rose from 12 to 35.", {"counts": "deaths", "value": 35, "low": None}),
        ("A crowd of about 5,000 watched.", {"counts": "people", "qualifier": "about"}),
        ("It had a population of 50,000.", {"counts": "people", "value": 50_000}),
        ("A quarter of a million people fled.", {"counts": "people", "value": 250_000}),
        ("Two-thirds of the city lies bare.", {"counts": "share", "of": "the city"}),
        ("They arrested 15 people in connection with the attack.", {"value": 15, "scope": None}),
        ("3. 41 people came.", {"counts": "people", "value": 41, "start": 3}),
        ("All 212 gas lamps were out.", {"counts": "lamps", "value": 212}),
        ("Neither of the two was hurt.", {"counts": "injuries", "value": 0}),
    ],
)
def test_more_turns_of_numbers(text: str, expected: dict[str, object]) -> None:
    (one,) = figures(text)
    assert {key: getattr(one, key) for key in expected} == expected


def test_men_and_women_killed_together_are_deaths_of_both() -> None:
    found = figures("Three men and two women were killed.")
    assert [(f.counts, f.of, f.value) for f in found] == [
        ("deaths", "men", 3),
        ("deaths", "women", 2),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the three suspects were killed.", [("deaths", 2), ("suspects", 3)]),
        ("Some of the 20 hostages were killed.", [("hostages", 20)]),
        ("Neither of the two men died.", [("men", 2)]),
        ("One of the three suspects was killed.", [("deaths", 1), ("suspects", 3)]),
        ("One of its pilots was injured.", [("injuries", 1)]),
        ("One of the rebels killed her.", []),
        ("One of the 12 ships sank.", [("ships", 12)]),
        ("Nine of the 20 people killed were children.", [("deaths", 9), ("deaths", 20)]),
    ],
)
def test_what_befell_a_part_did_not_befall_all(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(figure.counts, figure.value) for figure in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The youngest was a boy aged three months.", [("months", 3)]),
        ("Ali Hassan, now 81, has said so.", [("years", 81)]),
        ("They said 14 of its 22 cranes stood still.", [("cranes", 14)]),
        ("It was a quarter of hard work and small margins.", []),
        ("It is a quarter of the town.", [("share", 0.25)]),
        ("Of them nine recommend buying the shares.", []),
        ("The number of jobs fell to 400.", [("jobs", 400)]),
    ],
)
def test_what_a_number_counts_by_the_words_around_it(
    text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(one.counts, one.value) for one in figures(text)] == expected


def test_the_number_put_between_two() -> None:
    (one,) = figures("It put the number of homeless at between 4,000 and 5,000.")
    assert put(one) == {"counts": "homeless", "low": 4000, "high": 5000}
