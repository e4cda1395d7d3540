"""Every time expression of the seed article: its span, its meaning, and the reason given."""

from __future__ import annotations

import pytest

from dossier.edtf import parse
from dossier.model import TimeExpression
from dossier.read import read_source
from dossier.times import find_times
from support import ROOT

PARTS = {"title": 1, "standfirst": 2, "caption": 3}
PUBLISHED = "2016-03-27/2016-03-31"

EXPECTED = (
    # passage, words, type, TIMEX3 value, EDTF
    ("standfirst", "months-long", "DURATION", "PXM", None),
    ("1", "May of last year", "DATE", "2015-05", "2015-05"),
    ("2", "Sunday", "DATE", "2016-03-27", "2016-03-27"),
    ("2", "overnight", "TIME", "2016-03-26TNI", "2016-03-26/2016-03-27"),
    ("3", "Sunday", "DATE", "2016-03-27", "2016-03-27"),
    ("4", "Saturday", "DATE", "2016-03-26", "2016-03-26"),
    ("5", "nearly three weeks", "DURATION", "P3W", None),
    ("5", "May", "DATE", "2015-05", "2015-05"),
    ("5", "Last week", "DATE", "2016-W12", "2016-03-20/2016-03-26"),
    ("6", "Last summer", "DATE", "2015-SU", "2015-22"),
    ("6", "nearly 2,000 years old", "DURATION", "P2000Y", None),
    ("7", "August", "DATE", "2015-08", "2015-08"),
    ("7", "82-year-old", "DURATION", "P82Y", None),
    ("8", "Sunday", "DATE", "2016-03-27", "2016-03-27"),
    ("9", "Sunday", "DATE", "2016-03-27", "2016-03-27"),
    ("11", "currently", "DATE", "PRESENT_REF", "2016-03-27/2016-03-31"),
    ("11", "over five years", "DURATION", "P5Y", None),
    ("11", "late last month", "DATE", "2016-02", "2016-02-21/2016-02-29"),
    ("11", "last fall", "DATE", "2015-FA", "2015-23"),
    ("11", "earlier this month", "DATE", "2016-03", "2016-03"),
)

WHY = {
    "May of last year": "‘May of last year’, in a report of 27–31 March 2016, is that month of the"
    " year before: May 2015.",
    "overnight": "‘overnight’, in a report of 27–31 March 2016, is the night into the day the"
    " sentence names: 26–27 March 2016.",
    "Saturday": "‘Saturday’, in a report of 27–31 March 2016, is the latest Saturday up to that"
    " day: Saturday 26 March 2016.",
    "nearly three weeks": "‘nearly three weeks’ is a length of time, not a date.",
    "Last week": "‘Last week’, in a report of 27–31 March 2016, is the calendar week before,"
    " Sunday to Saturday: 20–26 March 2016.",
    "82-year-old": "‘82-year-old’ is an age, not a date.",
    "currently": "‘currently’, in a report of 27–31 March 2016, is the time of the report itself:"
    " 27–31 March 2016.",
    "late last month": "‘late last month’, in a report of 27–31 March 2016, is the calendar month"
    " before; ‘late’ keeps its days from 21: 21–29 February 2016.",
    "earlier this month": "‘earlier this month’, in a report of 27–31 March 2016, is the calendar"
    " month of the report, up to that day: March 2016.",
}


def article() -> str:
    return (ROOT / "seeds" / "battle-for-palmyra.txt").read_bytes().decode("utf-8")


def times(published: str, week_starts: str = "sunday") -> tuple[TimeExpression, ...]:
    text = article()
    sentences = [one for passage in read_source(text, PARTS) for one in passage.sentences]
    return find_times(text, sentences, parse(published), week_starts)


def test_every_expression() -> None:
    found = [
        (time.passage, time.text, time.type, time.value, time.edtf) for time in times(PUBLISHED)
    ]
    assert found == list(EXPECTED)


def test_spans_are_verbatim() -> None:
    text = article()
    for time in times(PUBLISHED):
        assert text[time.start : time.end] == time.text


def test_days_are_those_of_the_edtf() -> None:
    for time in times(PUBLISHED):
        value = parse(time.edtf) if time.edtf else None
        assert (time.earliest, time.latest) == (
            (value.earliest, value.latest) if value else (None, None)
        )


@pytest.mark.parametrize("words", WHY)
def test_why(words: str) -> None:
    assert {time.why for time in times(PUBLISHED) if time.text == words} == {WHY[words]}


@pytest.mark.parametrize("day", range(27, 32))
def test_every_possible_day_of_publication_gives_the_same(day: int) -> None:
    """But for the two that speak of the very day: "currently" and "earlier this month"."""
    published = f"2016-03-{day}"
    expected = {
        "currently": published,
        "earlier this month": f"2016-03-01/{published}" if day < 31 else "2016-03",
    }
    for time, (_, words, _, value, edtf) in zip(times(published), EXPECTED, strict=True):
        assert (time.text, time.value, time.edtf) == (words, value, expected.get(words, edtf))


def test_weeks_from_monday() -> None:
    (last_week,) = (time for time in times("2016-03-28", "monday") if time.text == "Last week")
    assert (last_week.value, last_week.edtf) == ("2016-W12", "2016-03-21/2016-03-27")
    assert "Monday to Sunday" in last_week.why
