"""How times are written in the news: feasts, spans, hours, eras, British and American orders.

Examples are read as of 30 March 2016, a Wednesday.
"""

from __future__ import annotations

import pytest

from dossier.edtf import parse
from dossier.read import read_source
from dossier.times import find_times


def found(text: str) -> list[tuple[str, str, str | None]]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    times = find_times(text, sentences, parse("2016-03-30"))
    return [(one.text, one.value, one.edtf) for one in times]


def says(text: str, *expected: tuple[str, str, str | None]) -> None:
    assert found(text) == list(expected)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Good Friday", "2016-03-25"),
        ("Easter Saturday", "2016-03-26"),
        ("Easter Sunday 2015", "2015-04-05"),
        ("Easter Monday", "2016-03-28"),
        ("Palm Sunday", "2016-03-20"),
        ("Ash Wednesday", "2016-02-10"),
        ("Maundy Thursday", "2016-03-24"),
        ("Whit Monday 2015", "2015-05-25"),
        ("New Year’s Eve", "2015-12-31"),
        ("Presidents’ Day", "2016-02-15"),
        ("Anzac Day", "2015-04-25"),
    ],
)
def test_feasts_that_go_by_easter_are_computed(words: str, day: str) -> None:
    says(f"They marched on {words}.", (words, day, day))


@pytest.mark.parametrize(
    "words",
    ["Ramadan", "Eid al-Fitr", "Ashura", "Passover", "Orthodox Easter", "Chinese New Year"],
)
def test_feasts_that_cannot_be_computed_are_named_and_not_dated(words: str) -> None:
    says(f"The truce held until {words}.", (words, "XXXX-XX-XX", None))


def test_of_a_movable_feast_the_year_is_kept() -> None:
    says("He fasted during Ramadan 2015.", ("Ramadan 2015", "2015-XX-XX", "2015"))


def test_a_person_named_like_a_feast_is_none() -> None:
    says("Ramadan Haddad spoke; Mr Eid left.")


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on March 3 and 4.", "March 3 and 4", "2016-03-03/2016-03-04"),
        ("They met on 3, 4 and 5 March.", "3, 4 and 5 March", "2016-03-03/2016-03-05"),
        ("They met between 3 and 7 March.", "3 and 7 March", "2016-03-03/2016-03-07"),
        ("They met on 3–7 March 2015.", "3–7 March 2015", "2015-03-03/2015-03-07"),
        ("It fell in the week of March 16.", "the week of March 16", "2016-03-13/2016-03-19"),
        ("It fell on the night of 26–27 March.", "the night of 26–27 March",
         "2016-03-26/2016-03-27"),
        ("Houses of the 18th and 19th centuries.", "the 18th and 19th centuries", "1701/1900"),
        ("The team lost in 2014/15.", "2014/15", "2014/2015"),
    ],
)  # fmt: skip
def test_spans(text: str, words: str, edtf: str) -> None:
    assert [(one[0], one[2]) for one in found(text)] == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on March 3 and 9.", ["2016-03-03", "2016-03-09"]),
        ("They met on 3 and 9 March.", ["2016-03-03", "2016-03-09"]),
        ("They met on March 3, 9 and 12, 2014.", ["2014-03-03", "2014-03-09", "2014-03-12"]),
        ("They met on 3, 9 and 12 March 2014.", ["2014-03-03", "2014-03-09", "2014-03-12"]),
        ("On March 3, 12 and 14 people fell ill.", ["2016-03-03"]),
        ("On March 3, 12 in the camp fell ill.", ["2016-03-03"]),
    ],
)
def test_days_apart_are_each_a_day(text: str, days: list[str]) -> None:
    assert [edtf for *_, edtf in found(text)] == days


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It was held from May to August 2014.", "2014-05"),
        ("It was held from November to February 2012.", "2011-11"),
        ("It was held from March 3 to April 5, 2014.", "2014-03-03"),
        ("It was held from 28 February to 2 March 2014.", "2014-02-28"),
        ("It was held in March or April 2013.", "2013-03"),
    ],
)
def test_a_date_takes_its_year_from_the_date_it_is_joined_to(text: str, first: str) -> None:
    assert found(text)[0][2] == first


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("He left on the 27th.", "the 27th", "2016-03-27"),
        ("He will leave on the 2nd.", "the 2nd", "2016-04-02"),
        ("He left on the eve of 27 March.", "the eve of 27 March", "2016-03-26"),
        ("It rained midweek.", "midweek", "2016-03-29/2016-03-31"),
        ("It will rain in mid-week.", "mid-week", "2016-03-29/2016-03-31"),
        ("At the turn of the 19th century he left.", "the turn of the 19th century", "1790/1810"),
        ("Half a year ago he left.", "Half a year ago", "2015-08/2015-10"),
        ("He left less than a week ago.", "less than a week ago", "2016-03-20/2016-03-30"),
    ],
)
def test_days_by_other_days(text: str, words: str, edtf: str) -> None:
    assert [(one[0], one[2]) for one in found(text)] == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was built at the turn of the century.", "the turn of the century"),
        ("They came in the small hours.", "the small hours"),
        ("It fell in the early morning hours.", "the early morning hours"),
        ("It fell the night before.", "the night before"),
        ("The following year it rained.", "The following year"),
        ("It rained all night.", "all night"),
        ("The late-night raid failed.", "late-night"),
        ("The next morning it was gone.", "The next morning"),
        ("It burned the previous night.", "the previous night"),
        ("The day after, he left.", "The day after"),
        ("He left ten days before the vote.", "ten days"),
    ],
)
def test_where_the_day_is_not_said_no_date_is_given(text: str, words: str) -> None:
    assert [(one[0], one[2]) for one in found(text)] == [(words, None)]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2016-03-27", "2016-03-27"),
        ("27 Mar 2016", "2016-03-27"),
        ("27-Mar-2016", "2016-03-27"),
        ("27.03.2016", "2016-03-27"),
        ("12.03.2016", "2016-03-12"),
        ("27/3/2016", "2016-03-27"),
        ("3/27/16", "2016-03-27"),
        ("March 27th, 2016", "2016-03-27"),
        ("Sunday the 27th", "2016-03-27"),
    ],
)
def test_ways_to_write_a_day(written: str, edtf: str) -> None:
    assert [(one[0], one[2]) for one in found(f"He came on {written}.")] == [(written, edtf)]


def test_a_day_that_could_be_a_month_is_not_guessed() -> None:
    text = "He came on 03/12/2016."
    (time,) = find_times(text, read_source(text)[0].sentences, parse("2016-03-30"))
    assert (time.value, time.edtf) == ("2016-XX-XX", None)
    assert "day or the month first" in time.why


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began at 6pm GMT.", "6pm GMT", "2016-03-30T18:00"),
        ("It began at 0600 hours.", "0600 hours", "2016-03-30T06:00"),
        ("It began at 0600 on Sunday.", "0600 on Sunday", "2016-03-27T06:00"),
        ("It began in the camp (15:30 GMT).", "15:30 GMT", "2016-03-30T15:30"),
        ("It began at 6.15pm on 27 March.", "6.15pm on 27 March", "2016-03-27T18:15"),
        ("It began at six o’clock in the morning.", "six o’clock in the morning",
         "2016-03-30T06:00"),
        ("It began at seven in the evening on Sunday.", "seven in the evening on Sunday",
         "2016-03-27T19:00"),
        ("It was posted at 2016-03-27T18:30:00Z.", "2016-03-27T18:30:00Z", "2016-03-27T18:30"),
        ("It fell on the evening of 9 March.", "the evening of 9 March", "2016-03-09TEV"),
        ("It fell in the early morning hours of Sunday.", "the early morning hours of Sunday",
         "2016-03-27TMO"),
        ("It fell overnight Saturday to Sunday.", "overnight Saturday to Sunday", "2016-03-26TNI"),
        ("It fell at 1030 GMT on Monday.", "1030 GMT on Monday", "2016-03-28T10:30"),
        ("It fell early on Sunday morning.", "early on Sunday morning", "2016-03-27TMO"),
        ("It fell at dawn.", "dawn", "XXXX-XX-XXTMO"),
    ],
)  # fmt: skip
def test_hours(text: str, words: str, value: str) -> None:
    assert [one[:2] for one in found(text)] == [(words, value)]


def test_half_a_day_that_is_not_said_is_left_open() -> None:
    text = "The clock stopped at half past nine."
    (time,) = find_times(text, read_source(text)[0].sentences, parse("2016-03-30"))
    assert time.value == "2016-03-30TXX:30"
    assert "morning or evening is not said" in time.why


def test_a_number_of_hours_is_no_time_of_day() -> None:
    says("He worked 1900 hours.", ("1900 hours", "PT1900H", None))


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("He goes on Sunday week.", "Sunday week", "2016-04-10"),
        ("He goes a week on Tuesday.", "a week on Tuesday", "2016-04-12"),
        ("He left on Tuesday last week.", "Tuesday last week", "2016-03-22"),
        ("He goes on Friday of next week.", "Friday of next week", "2016-04-08"),
        ("He left on Tuesday last.", "Tuesday last", "2016-03-29"),
        ("He left three Sundays ago.", "three Sundays ago", "2016-03-13"),
    ],
)
def test_weekdays_counted_in_weeks(text: str, words: str, day: str) -> None:
    says(text, (words, day, day))


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("It was built in AD 32.", "AD 32", "0032", "0032"),
        ("It was built in 270 CE.", "270 CE", "0270", "0270"),
        ("He died in 44 B.C. at home.", "44 B.C.", "BC0044", None),
        ("A tomb of the 3rd century BC.", "the 3rd century BC", "BC02", None),
        ("A 2nd-century tomb.", "2nd-century", "01", "0101/0200"),
    ],
)
def test_eras(text: str, words: str, value: str, edtf: str | None) -> None:
    says(text, (words, value, edtf))


def test_rates_are_sets() -> None:
    text = "It costs $30m a year, and he earns 500 dollars a week."
    says(text, ("a year", "P1Y", None), ("a week", "P1W", None))


def test_a_year_ago_is_no_rate() -> None:
    says("It made $30 million a year ago.", ("a year ago", "2015", "2015"))


@pytest.mark.parametrize(
    "text",
    [
        "Mrs. May spoke to Mr. March and April Ryan.",
        "April said that she would march on.",
        "May agreed with him.",
        "He wrote for the Sun. His sister did not.",
        "At the moment when he fell, they ran.",
        "His second century came off 99 balls.",
        "They lost 3-2-1 under law 2001/42.",
        "We meet one Sunday.",
        "The code is 0451, and room 0600 was empty.",
        "The release is 2.0.16.",
        "An ad 32 times as long.",
        "Rates rose 25 basis points in a market open 24/7.",
        "Thousands joined the March for Life.",
        "The May 4 Movement and the 14 March Alliance disagree.",
        "He prayed at the Friday Mosque.",
        "Black September claimed it, on Highway 1984.",
        "She weighs 1980 grams.",
        "The 2000-member group met.",
        "He had five assists in the third quarter.",
        "A Sunday league team lost.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    says(text)
