"""Figures in words, and which of them may stand against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Figure
from dossier.write.rivals import difference, families, nearest
from dossier.write.wording import figure_words

DEATHS = Figure("deaths", of="group-a", by="army", scope="the three weeks", value=450)


@pytest.mark.parametrize(
    "other",
    [
        Figure("deaths", of="group-a", by="army", scope="the three weeks", low=400),
        Figure("Deaths", of="group-a", by="army", scope="Three  weeks", value=600),
    ],
)
def test_figures_of_the_same_thing_side_and_time_are_rivals(other: Figure) -> None:
    assert difference(DEATHS, other) is None


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (Figure("sorties", of="group-a", by="army", scope="the three weeks"), "what is counted"),
        (Figure("deaths", of="militants", by="army", scope="the three weeks"), "of whom"),
        (Figure("deaths", of="group-a", by="air force", scope="the three weeks"), "who did it"),
        (Figure("deaths", of="group-a", by="army", scope="24 hours"), "the time or operation"),
    ],
)
def test_a_difference_is_said(other: Figure, reason: str) -> None:
    said = difference(DEATHS, other)
    assert said is not None
    assert said.startswith(reason)
    assert "differs" in said


@pytest.mark.parametrize(
    "other",
    [
        Figure("deaths", of=None, by="army", scope="the three weeks"),
        Figure("deaths", of="group-a", by="army", scope=None),
    ],
)
def test_what_one_leaves_open_cannot_be_compared(other: Figure) -> None:
    said = difference(DEATHS, other)
    assert said is not None
    assert "not stated" in said


def test_a_doer_not_stated_agrees_with_the_one_that_is() -> None:
    open_doer = replace(DEATHS, by=None)
    assert difference(DEATHS, open_doer) is None
    assert families([DEATHS, open_doer], lambda figure: figure) == [[DEATHS, open_doer]]
    other = replace(DEATHS, by="navy")
    assert len(families([DEATHS, other, open_doer], lambda figure: figure)) == 3


def test_all_differences_are_said() -> None:
    said = difference(DEATHS, Figure("deaths", of="militants", by="navy", scope="24 hours"))
    assert said == (
        "of whom or what differs: group-a, militants; who did it differs: army, navy; "
        "the time or operation covered differs: the three weeks, 24 hours"
    )


def test_a_figure_is_held_against_the_nearest_that_counts_the_same() -> None:
    sorties = Figure("sorties", of="group-a", by="army", scope="the three weeks")
    far = Figure("deaths", of="militants", by="navy", scope="24 hours")
    near = replace(DEATHS, scope="24 hours")
    assert nearest(DEATHS, [sorties, near, far]) == 1
    assert nearest(DEATHS, [sorties]) == 0


def test_what_both_leave_open_does_not_part_them() -> None:
    assert difference(Figure("deaths", of="a", value=1), Figure("deaths", of="a", value=2)) is None


def test_rivals_stand_together_and_near_kinds_side_by_side() -> None:
    one = Figure("deaths", of="a", value=1)
    sorties = Figure("sorties", value=40)
    other = Figure("deaths", of="b", value=2)
    rival = Figure("deaths", of="a", value=3)
    assert families([one, sorties, other, rival], lambda figure: figure) == [
        [one, rival],
        [other],
        [sorties],
    ]


def test_figures_that_do_not_say_what_they_count_have_no_rivals() -> None:
    first, second = Figure(None, value=1), Figure(None, value=2)
    assert families([first, second], lambda figure: figure) == [[first], [second]]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("deaths", value=450, qualifier="about"), "about 450"),
        (Figure("deaths", value=100, low=100, qualifier="more than"), "more than 100"),
        (Figure("years", value=2000, high=2000, qualifier="nearly"), "nearly 2,000"),
        (Figure("deaths", low=400), "at least 400"),
        (Figure("deaths", high=7), "at most 7"),
        (Figure("deaths", low=10, high=20), "10 to 20"),
        (Figure("bombs", low=200, high=999, qualifier="hundreds"), "hundreds"),
        (Figure("tonnes", value=1.5), "1.5"),
        (Figure("deaths"), "not stated"),
    ],
)
def test_a_number_keeps_its_hedge(figure: Figure, words: str) -> None:
    assert figure_words(figure) == words


def test_a_number_in_words_stays_in_words() -> None:
    text = "home to tens of thousands of people"
    figure = Figure("people", low=20000, high=99999, start=8, end=len(text))
    assert figure_words(figure, text) == "tens of thousands"
