"""Which quarter a report of results speaks of, and what its results are compared with.

Examples are read as of 26 October 2016, a Wednesday.
"""

from __future__ import annotations

import pytest

from dossier.edtf import parse
from dossier.read import read_source
from dossier.times import find_times


def read(text: str) -> dict[str, tuple[str, str | None]]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    found = find_times(text, sentences, parse("2016-10-26"))
    return {one.text: (one.value, one.edtf) for one in found}


TOLD = "Third-quarter tolls rose. "


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (TOLD + "After a poor second quarter, it grew. It lost 6% a year ago.", "a year ago",
         "2015-Q3"),
        (TOLD + "In the second quarter its tolls fell from a year earlier.", "a year earlier",
         "2015-Q2"),
        (TOLD + "The owner told of its fiscal first quarter. It lost 6% a year ago.", "a year ago",
         "2015-Q1"),
        (TOLD + "He spoke of fourth-quarter tolls. It lost 6% a year ago.", "a year ago",
         "2015-Q3"),
        ("It reported fourth-quarter tolls. The latest period was dry.", "The latest period",
         "2016-Q4"),
        (TOLD + "Few would have thought so a year ago.", "a year ago", "2015"),
        (TOLD + "It lost in the 2014 period.", "the 2014 period", "2014-Q3"),
        ("It lost in the 2014 period.", "the 2014 period", "2014"),
        ("It grew in the nine months. It lost in the 2014 period.", "the 2014 period", "2014"),
        (TOLD + "It grew in the nine months. It lost in the year-ago period.",
         "the year-ago period", "P9M"),
        (TOLD + "It lost in the year-ago period.", "the year-ago period", "2015-Q3"),
    ],
)  # fmt: skip
def test_results_are_those_of_the_quarter_they_are_told_for(
    text: str, words: str, value: str
) -> None:
    assert read(text)[words][0] == value


def test_a_company_may_number_months_as_the_calendar_does_not() -> None:
    found = read(
        "It told of its fiscal first quarter. In the quarter ended Sept. 30 tolls rose from a"
        " year earlier. The quarter was dry."
    )
    assert found["the quarter"] == ("2016-QX", "2016-07/2016-09")
    assert found["a year earlier"] == ("2015-QX", "2015-07/2015-09")
    assert read("In the quarter ended Sept. 30 it grew.")["the quarter"][0] == "2016-Q3"
