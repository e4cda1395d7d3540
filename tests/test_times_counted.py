"""Times counted from another: how sharp "so long ago" is, and what "later" goes back to.

Examples are read as of 30 March 2016, a Wednesday.
"""

from __future__ import annotations

import pytest

from dossier.edtf import parse
from dossier.model import TimeExpression
from dossier.read import read_source
from dossier.times import find_times


def read(text: str) -> tuple[TimeExpression, ...]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    return find_times(text, sentences, parse("2016-03-30"))


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("eleven days ago", "2016-03-19", "2016-03-19"),
        ("three weeks ago", "2016-W10", "2016-03-06/2016-03-12"),
        ("a year and a half ago", "2014", "2014"),
        ("20 years ago", "1996", "1996"),
        ("about 20 years ago", "1996", "1994/1998"),
        ("more than 20 years ago", "1996", "1994/1996"),
        ("nearly 20 years ago", "1996", "1996/1998"),
        ("two decades ago", "1996", "1991/2001"),
        ("half a century ago", "1966", "1956/1976"),
        ("a century ago", "1916", "1866/1966"),
        ("2,000 years ago", "0016", "0001/0516"),
        ("nearly three weeks ago", "2016-W10", "2016-03-06/2016-03-19"),
        ("20 minutes ago", "2016-03-30", "2016-03-30"),
        ("six hours ago", "2016-03-30", "2016-03-29/2016-03-30"),
        ("48 hours ago", "2016-03-28", "2016-03-27/2016-03-28"),
        ("two nights ago", "2016-03-28TNI", "2016-03-28"),
    ],
)
def test_a_time_ago_is_no_sharper_than_its_words(words: str, value: str, edtf: str) -> None:
    (found,) = read(f"They came {words}.")
    assert (found.text, found.value, found.edtf) == (words, value, edtf)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In 2012 he won. Two years later he lost.", "Two years later", "2014"),
        ("In 2012 he won. Two days later he lost.", "Two days later", "P2D"),
        ("In May 2015 he won. A month later he lost.", "A month later", "2015-06"),
        ("In May 2015 he won. A week later he lost.", "A week later", "P1W"),
        ("On 3 May 2015 he won. A week later he lost.", "A week later", "2015-W20"),
        ("On 3 May 2015 he won. Two hours later he lost.", "Two hours later", "PT2H"),
        ("He won. Two days later he lost.", "Two days later", "P2D"),
    ],
)
def test_later_is_counted_only_from_a_date_that_is_fine_enough(
    text: str, words: str, value: str
) -> None:
    found = read(text)[-1]
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize("words", ["that day", "the same week", "later that month"])
def test_that_day_without_a_day_before_it_is_no_date(words: str) -> None:
    (found,) = read(f"He won {words}.")
    assert (found.text, found.value, found.edtf) == (words, "XXXX-XX-XX", None)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("June 3 last year", "2015-06-03"),
        ("3 June of last year", "2015-06-03"),
        ("Christmas Day last year", "2015-12-25"),
        ("the second half of March", "2016-03-16/2016-03-31"),
        ("the small hours of Sunday", "2016-03-27"),
        ("1914–18", "1914/1918"),
    ],
)
def test_a_date_is_read_whole(words: str, edtf: str) -> None:
    (found,) = read(f"They left in {words}, he said.")
    assert (found.text, found.edtf) == (words, edtf)


@pytest.mark.parametrize(
    "words",
    ["a decade ago this fortnight", "the weekend after next", "9999/00",
     "the fifth week of February 2100"],
)  # fmt: skip
def test_what_makes_little_sense_is_no_error(words: str) -> None:
    assert all(found.text in words for found in read(f"They leave {words}."))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-five days", "P25D"),
        ("two hundred and five days", "P205D"),
        ("two and a half hours", "PT2H30M"),
        ("20-odd days", "P20D"),
        ("two and three weeks", "PXW"),
    ],
)
def test_numbers_in_words(words: str, value: str) -> None:
    (found,) = read(f"It takes between {words} to get there.")
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("two or three months ago", "2016-01", "2015-12/2016-01"),
        ("40 or 50 years ago", "1976", "1966/1976"),
        ("10-15 years ago", "2006", "2001/2006"),
    ],
)
def test_of_two_numbers_both_are_kept(words: str, value: str, edtf: str) -> None:
    (found,) = read(f"They came {words}.")
    assert (found.text, found.value, found.edtf) == (words, value, edtf)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He won in 2010. It was bad. It was worse. A year later he lost.", "A year later", "P1Y"),
        ("He won in 2010. He was sure. By the end of the year he lost.", "the end of the year",
         "2016"),
        ("He won on 3 May. It was bad. It was worse. That day he lost.", "That day", "XXXX-XX-XX"),
        ("He won. The next day he lost.", "The next day", "XXXX-XX-XX"),
        ("He lives today. More than 200 years later the law held.", "More than 200 years later",
         "P200Y"),
        ("She spoke that night.", "that night", "XXXX-XX-XXTNI"),
    ],
)  # fmt: skip
def test_what_was_said_long_before_is_not_gone_back_to(text: str, words: str, value: str) -> None:
    found = read(text)[-1]
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Tolls of October beat the same month last year.", "the same month last year", "2014-10"),
        ("Over the last year it rose.", "the last year", "2015-03-30/2016-03-30"),
        ("Last year it rose.", "Last year", "2015"),
        ("They met this weekend.", "this weekend", "2016-03-26/2016-03-27"),
        ("They will meet this weekend.", "this weekend", "2016-04-02/2016-04-03"),
        ("At year’s end it had nothing.", "year’s end", "2015-12-21/2015-12-31"),
        ("By late summer, the river had run dry.", "late summer", "2015-08"),
        ("The ferry continued to be full in October.", "October", "2015-10"),
        ("It is to be paid in October.", "October", "2016-10"),
        ("Tolls rose in the third quarter of the year.", "the third quarter of the year",
         "2015-07/2015-09"),
        ("In 2019 it closes. It expects less for the full year.", "the full year", "2016"),
        ("It is ill since a nineteen sixty-two quake.", "nineteen sixty-two", "1962"),
        ("It fell through the first two quarters of 2014.", "the first two quarters of 2014",
         "2014-01/2014-06"),
        ("It was built in the early 1900s.", "the early 1900s", "1900/1933"),
    ],
)  # fmt: skip
def test_which_of_two_is_meant(text: str, words: str, edtf: str) -> None:
    found = read(text)[-1]
    assert (found.text, found.edtf) == (words, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "At the end of the day it is a game.",
        "Nearly a quarter of the voters took a second look.",
        "The parents’ 98 letters, and 39 percent.",
        "He writes for the Daily Echo and the People’s Daily newspaper.",
        "The late night show ended.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == ()
