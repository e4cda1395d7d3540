"""An event's date comes from its quote, else its clause, else its sentence, else by context.

Each case is a short report of Thursday 9 May 2019 and a quote of it.
"""

from __future__ import annotations

import pytest

from dossier.dating import Found, date_of, stated_date
from dossier.finding import known_names, read_and_find
from dossier.locate import fold_passages, locate
from dossier.model import EventRecord, Quote, Where
from dossier.readout import source_of_text


def dated(text: str, *quotes: str) -> Found:
    source = source_of_text(text, "2019-05-09")
    reading = read_and_find(source, known_names([]))
    folded = fold_passages(text, reading.passages)
    found = [locate(Quote("text", q, None, Where("x")), text, folded)[0] for q in quotes]
    return date_of([evidence for evidence in found if evidence], {"text": reading})


@pytest.mark.parametrize(
    ("text", "quote", "edtf", "basis"),
    [
        pytest.param(
            "Troops took the bridge in March and the town in April.",
            "took the bridge in March",
            "2019-03",
            "derived",
            id="the time in the quote",
        ),
        pytest.param(
            "The bridge, which was built in 1990, fell on Tuesday.",
            "fell",
            "2019-05-07",
            "derived",
            id="the clause, not the relative clause",
        ),
        pytest.param(
            "The bridge fell on Tuesday, the mayor said Wednesday.",
            "The bridge fell",
            "2019-05-07",
            "derived",
            id="a time of saying dates the saying only",
        ),
        pytest.param(
            "On Tuesday the bridge, an old one, fell.",
            "fell",
            "2019-05-07",
            "derived",
            id="the sentence",
        ),
        pytest.param(
            "The storm came on Tuesday. It tore down the bridge.",
            "tore down the bridge",
            "2019-05-07",
            "carried",
            id="the sentence before",
        ),
        pytest.param(
            "The castle, which was seized in March, had been shelled for three weeks.",
            "had been shelled",
            None,
            None,
            id="a duration gives no date, nor does another clause",
        ),
        pytest.param(
            "The bridge fell on Tuesday or on Wednesday.",
            "The bridge fell",
            None,
            None,
            id="two dates stay open",
        ),
        pytest.param(
            "The camp was shelled from Monday to Wednesday.",
            "was shelled",
            "2019-05-06/2019-05-08",
            "derived",
            id="from one day to another is all of it",
        ),
        pytest.param(
            "The camp was shelled between March and April.",
            "was shelled",
            "2019-03/2019-04",
            "derived",
            id="between one month and another is both and all between",
        ),
        pytest.param(
            "The vote was moved from Monday to Wednesday.",
            "vote was moved",
            None,
            None,
            id="a day put in the place of another is no stretch",
        ),
        pytest.param(
            "A day after Sunday’s storm, the bridge fell.",
            "the bridge fell",
            "2019-05-06",
            "derived",
            id="so many days after a day is that day",
        ),
        pytest.param(
            "A day after Sunday’s storm, the bridge fell.",
            "Sunday’s storm",
            "2019-05-05",
            "derived",
            id="the day it is counted from dates what the quote says of it",
        ),
        pytest.param(
            "The bridge fell three weeks before Easter.",
            "The bridge fell",
            None,
            None,
            id="so many weeks before a day is not that day",
        ),
        pytest.param(
            "The bridge fell ten days before the elections.",
            "The bridge fell",
            None,
            None,
            id="so many days before what has no date",
        ),
        pytest.param(
            "The bridge fell in the week before Easter.",
            "The bridge fell",
            None,
            None,
            id="the week before a day is not that day",
        ),
        pytest.param("The bridge fell.", "fell", None, None, id="none"),
        pytest.param(
            "The bridge fell, the mayor said on Tuesday.",
            "The bridge fell",
            None,
            None,
            id="only the saying is dated",
        ),
    ],
)
def test_the_date(text: str, quote: str, edtf: str | None, basis: str | None) -> None:
    found = dated(text, quote)
    date = found.date
    assert (date.edtf if date else None, date.basis if date else None) == (edtf, basis)
    assert bool(found.open) == (date is None)


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2019-05-07", "Our reading of the report’s “Tuesday”."),
        ("2019-05", "Our reading of the report, whose “Tuesday” leaves more room."),
    ],
)
def test_a_stated_date_says_what_the_report_leaves_open_only_where_it_does(
    date: str, why: str
) -> None:
    found = dated("The bridge fell on Tuesday.", "The bridge fell")
    event = EventRecord("bridge-falls", "timeline/bridge-falls.md", "It falls", "", 1, date=date)
    assert stated_date(event, found, {}).why == why


def test_two_pieces_of_evidence_agree_on_the_narrower_date() -> None:
    text = "The bridge fell in May.\n\nOn Tuesday the bridge came down."
    found = dated(text, "bridge fell in May", "the bridge came down")
    assert found.date is not None
    assert found.date.edtf == "2019-05-07"


def test_two_pieces_that_do_not_agree_stay_open() -> None:
    text = "The bridge fell in March.\n\nOn Tuesday the bridge came down."
    found = dated(text, "bridge fell in March", "the bridge came down")
    assert found.date is None
    assert found.open is not None
