"""Spans map back to the verbatim text on any input, and no input takes more than linear time."""

from __future__ import annotations

import time as clock
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import parse
from dossier.model import Sentence, TimeExpression
from dossier.read import read_source
from dossier.times import find_times

WORDS = (
    "last this next week month year years Sunday Friday May August summer overnight today early"
    " late mid - the of in ago earlier a an two twenty-four 31 29 Feb. 2016 1999 12:30 p.m. 9/11"
    " Easter Whit Ramadan AD BC century quarter half past six o'clock 0600 hours dawn night that"
    " same 12.03.2016 2014/15 and or to between Sundays later before that's on 0 and a the h"
    " ' ’ ’s , . 1/2 0/0 century decades every now the\r\nweek 30 February 99 00 Feb. 31 2,000"
).split(" ")


def read(text: str, published: str = "2016-03-27") -> tuple[TimeExpression, ...]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    return find_times(text, sentences, parse(published))


def holds(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.type in {"DATE", "TIME", "DURATION", "SET"}
        assert one.value
        assert one.why.endswith(".")
        assert (one.edtf is None) == (one.earliest is None) == (one.latest is None)
        end = one.end


@given(st.text(max_size=200))
def test_any_unicode(text: str) -> None:
    holds(text, read(text))


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.dates())
def test_any_words_of_time_on_any_day(text: str, published: date) -> None:
    holds(text, read(text, published.isoformat()))


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.dates(), st.dates())
def test_any_span_of_days(text: str, one: date, other: date) -> None:
    first, last = sorted((one, other))
    holds(text, read(text, f"{first}/{last}"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\r\n\r\n",
        "He left\r\nlast\r\nweek.\r\n\r\nOn Sunday he came.\r\n",
        "on Sunday",
        "قال يوم الأحد on Sunday, ثم last week",
        "🕐 last week 🎉",
        "cafe\u0301 in Ma\u0301y, in May",
        "\u200blast\u00a0week",
        "1-1-" + "9" * 5000,
        "9" * 5000 + ":30 p.m.",
        "9" * 5000 + " million billion billion years ago",
        "1/" + "0" * 5000 + " years",
    ],
)
def test_texts_of_all_kinds(text: str) -> None:
    holds(text, read(text))


def test_an_expression_goes_over_the_end_of_a_line() -> None:
    (found,) = read("He left last\r\nweek.")
    assert (found.text, found.why.split(",")[0]) == ("last\r\nweek", "‘last week’")


def test_a_letter_with_its_accent_apart_is_no_month() -> None:
    assert [one.start for one in read("in Ma\u0301y, in May")] == [12]


@pytest.mark.parametrize(
    "words",
    [
        "one hundred and ",
        "the last ",
        "two to ",
        "early - ",
        "May 2 ",
        "9",
        "a year and a half ",
        "'",
    ],
)
def test_hostile_text_takes_linear_time(words: str) -> None:
    """Ten times the text takes about ten times as long; a hundred would be quadratic."""

    def seconds(size: int) -> float:
        text = words * (size // len(words))
        sentence = Sentence("1", 0, len(text))
        begin = clock.process_time()
        find_times(text, [sentence], parse("2016-03-27"))
        return clock.process_time() - begin

    seconds(10_000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.02)


def test_without_a_day_of_publication_only_dates_given_outright_are_dated() -> None:
    found = read("He left last week, after 20 May 2015.", "2015/..")
    assert [(one.text, one.edtf) for one in found] == [
        ("last week", None),
        ("20 May 2015", "2015-05-20"),
    ]
    assert found[0].why.endswith("the day of the report is not known.")


def test_where_days_of_publication_differ_the_date_is_their_union() -> None:
    (found,) = read("He left last week.", "2016-03-26/2016-03-27")
    assert (found.edtf, found.value) == ("2016-03-13/2016-03-26", "2016-WXX")
    assert found.why.endswith("as the report may be of any of those days.")


def test_a_long_time_of_publication_is_sampled_with_both_its_ends() -> None:
    (found,) = read("He left yesterday.", "2015")
    assert (found.earliest, found.latest) == (date(2014, 12, 31), date(2015, 12, 30))
