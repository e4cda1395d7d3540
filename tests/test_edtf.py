"""Dates as EDTF: what is valid and what it spans, what is not and the way out, and the words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import (
    Edtf,
    EdtfError,
    contains,
    from_days,
    in_words,
    parse,
    union,
    weekday_in_words,
)

VALID = (
    # text, earliest, latest, precision, in words
    ("2016", "2016-01-01", "2016-12-31", "year", "2016"),
    ("0032", "0032-01-01", "0032-12-31", "year", "32"),
    ("2016-03", "2016-03-01", "2016-03-31", "month", "March 2016"),
    ("2016-02", "2016-02-01", "2016-02-29", "month", "February 2016"),
    ("2016-03-27", "2016-03-27", "2016-03-27", "day", "27 March 2016"),
    ("2015-21", "2015-03-01", "2015-05-31", "season", "spring 2015"),
    ("2015-22", "2015-06-01", "2015-08-31", "season", "summer 2015"),
    ("2015-23", "2015-09-01", "2015-11-30", "season", "autumn 2015"),
    ("2015-24", "2015-12-01", "2016-02-29", "season", "winter 2015–16"),
    ("9999-24", "9999-12-01", "9999-12-31", "season", "winter 9999"),
    ("201X", "2010-01-01", "2019-12-31", "decade", "the 2010s"),
    ("20XX", "2000-01-01", "2099-12-31", "century", "between 2000 and 2099"),
    ("000X", "0001-01-01", "0009-12-31", "decade", "the 0000s"),
    ("2016-03-XX", "2016-03-01", "2016-03-31", "month", "March 2016"),
    ("2016-XX", "2016-01-01", "2016-12-31", "year", "2016"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", "year", "2016"),
    ("2016~", "2016-01-01", "2016-12-31", "year", "about 2016"),
    ("2016-03?", "2016-03-01", "2016-03-31", "month", "possibly March 2016"),
    ("2016-03-27%", "2016-03-27", "2016-03-27", "day", "possibly about 27 March 2016"),
    ("../2016", None, "2016-12-31", "interval", "by 2016"),
    ("/2016", None, "2016-12-31", "interval", "by 2016"),
    ("2016/..", "2016-01-01", None, "interval", "since 2016"),
    ("2016-03-27/", "2016-03-27", None, "interval", "since 27 March 2016"),
    ("../..", None, None, "interval", "at a time not known"),
    ("2016-03-26/2016-03-27", "2016-03-26", "2016-03-27", "interval", "26–27 March 2016"),
    ("2016-03-20/2016-03-26", "2016-03-20", "2016-03-26", "interval",
     "between 20 and 26 March 2016"),
    ("2016-02-29/2016-03-01", "2016-02-29", "2016-03-01", "interval", "29 February – 1 March 2016"),
    (
        "2015-12-30/2016-01-02", "2015-12-30", "2016-01-02", "interval",
        "between 30 December 2015 and 2 January 2016",
    ),
    ("2016-03/2016-05", "2016-03-01", "2016-05-31", "interval", "between March and May 2016"),
    ("2015-07/2015-08-23", "2015-07-01", "2015-08-23", "interval",
     "between July 2015 and 23 August 2015"),
    ("2013/2014", "2013-01-01", "2014-12-31", "interval", "2013–2014"),
    ("2013~/2016", "2013-01-01", "2016-12-31", "interval", "between about 2013 and 2016"),
    ("2016-03-27/2016-03-27", "2016-03-27", "2016-03-27", "interval", "27 March 2016"),
)  # fmt: skip

INVALID = (
    # text, part of what is wrong, part of the remedy
    ("", "empty", "leave it out"),
    ("  ", "empty", "leave it out"),
    ("27 March 2016", "no date in EDTF", "write 2016-03-27"),
    ("27th March 2016", "no date in EDTF", "write 2016-03-27"),
    ("March 27, 2016", "no date in EDTF", "write 2016-03-27"),
    ("Mar. 27, 2016", "no date in EDTF", "write 2016-03-27"),
    ("March 2016", "no date in EDTF", "write 2016-03"),
    ("summer 2015", "no date in EDTF", "write 2015-22"),
    ("fall 2015", "no date in EDTF", "write 2015-23"),
    ("2016-3-27", "no date in EDTF", "write 2016-03-27"),
    ("2016-3", "no date in EDTF", "write 2016-03"),
    ("2016/3/27", "more than one /", "write 2016-03-27"),
    ("20160327", "no date in EDTF", "write 2016-03-27"),
    ("27.3.2016", "no date in EDTF", "write 2016-03-27"),
    ("3/4/2016", "more than one /", "write 2016-04-03 or 2016-03-04"),
    ("2016-13", "no month 13", "21 spring"),
    ("2016-00", "no month 00", "01 to 12"),
    ("2016-33", "no month 33", "2016-01/2016-03"),
    ("2016-22-01", "summer (22) takes no day", "2016-22"),
    ("2016-02-30", "February 2016 has no day 30", "2016-02"),
    ("2015-02-29", "February 2015 has no day 29", "01 to 28"),
    ("31 February 2016", "February 2016 has no day 31", "2016-02"),
    ("2016-03-00", "no day 0", "01 to 31"),
    ("2016-03-2X", "no date in EDTF", "write 2016-03-20/2016-03-29"),
    ("2016-XX-12", "a day but no month", "write 2016"),
    ("201X-03", "no full year", "write 201X"),
    ("XXXX", "no date in EDTF", "2016"),
    ("201x", "no date in EDTF", "write 201X"),
    ("the 2010s", "no date in EDTF", "2016"),
    ("2010s", "no date in EDTF", "write 201X"),
    ("c. 1900", "no date in EDTF", "write 1900~"),
    ("~2016", "no date in EDTF", "write 2016~"),
    ("2016~-03", "no date in EDTF", "write 2016-03~"),
    ("20–26 March 2016", "‘20–26 March 2016’", "write 2016-03-20/2016-03-26"),
    ("from 20 March 2016 to 27 March 2016", "no date in EDTF", "write 2016-03-20/2016-03-27"),
    ("March 2016 - May 2016", "no date in EDTF", "write 2016-03/2016-05"),
    ("2015–2016", "no date in EDTF", "write 2015/2016"),
    ("2016/2015", "ends before it begins", "write 2015/2016"),
    ("/", "a date at one end", "both ends"),
    ("March 2016/2016-5-1", "‘March 2016’", "write 2016-03/2016-05-01"),
    ("a/b/c", "more than one /", "2016-03-27"),
    ("[2015, 2016]", "several dates", "2016-03/2016-05"),
    ("{2015..2016}", "several dates", "2016-03/2016-05"),
    ("2016-03-27T10:00:00Z", "a time of day", "write 2016-03-27"),
    ("0000", "no year 0", "0001 to 9999"),
    ("-0044", "outside 0001 to 9999", "2016"),
    ("Y20000", "outside 0001 to 9999", "2016"),
    (" 2016", "white space", "write 2016"),
    ("٢٠١٦", "no date in EDTF", "2016"),
)  # fmt: skip


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "words"), VALID)
def test_valid(
    text: str, earliest: str | None, latest: str | None, precision: str, words: str
) -> None:
    value = parse(text)
    assert (value.text, value.earliest, value.latest) == (text, day(earliest), day(latest))
    assert value.precision == precision
    assert in_words(value) == in_words(text) == words


@pytest.mark.parametrize(("text", "wrong", "remedy"), INVALID)
def test_invalid_says_what_and_the_way_out(text: str, wrong: str, remedy: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert wrong in str(caught.value)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2016", False, False),
        ("2016?", True, False),
        ("2016~", False, True),
        ("2016%", True, True),
        ("2015?/2016~", True, True),
        ("2015/2016~", False, True),
    ],
)
def test_marks_are_kept(text: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001
    value = parse(text)
    assert (value.uncertain, value.approximate) == (uncertain, approximate)


def test_weekday_in_words() -> None:
    assert weekday_in_words(date(2016, 3, 27)) == "Sunday 27 March 2016"


SPANS = (
    ("2016-03-27", "2016-03-27", "2016-03-27"),
    ("2016-03-01", "2016-03-31", "2016-03"),
    ("2016-02-01", "2016-02-29", "2016-02"),
    ("2016-01-01", "2016-12-31", "2016"),
    ("2015-06-01", "2015-08-31", "2015-22"),
    ("2015-12-01", "2016-02-29", "2015-24"),
    ("2010-01-01", "2019-12-31", "201X"),
    ("2016-03-20", "2016-03-26", "2016-03-20/2016-03-26"),
    ("2016-02-21", "2016-02-29", "2016-02-21/2016-02-29"),
    ("2016-01-01", "2016-01-03", "2016-01-01/2016-01-03"),
    ("2016-01-01", "2016-03-31", "2016-01/2016-03"),
    ("2013-01-01", "2015-12-31", "2013/2015"),
    ("2013-01-01", "2015-03-31", "2013-01/2015-03"),
    (None, "2016-12-31", "../2016"),
    ("2016-03-27", None, "2016-03-27/.."),
    (None, None, "../.."),
)


@pytest.mark.parametrize(("earliest", "latest", "text"), SPANS)
def test_span_of_days(earliest: str | None, latest: str | None, text: str) -> None:
    assert from_days(day(earliest), day(latest)) == text


def test_span_of_days_in_the_wrong_order() -> None:
    with pytest.raises(EdtfError):
        from_days(date(2016, 3, 28), date(2016, 3, 27))


@given(st.dates(), st.dates())
def test_any_span_comes_back_from_its_text(one: date, other: date) -> None:
    first, last = sorted((one, other))
    value = parse(from_days(first, last))
    assert (value.earliest, value.latest) == (first, last)
    assert in_words(value)


UNIONS = (
    (("2016-03-27", "2016-03-27"), "2016-03-27"),
    (("2016~", "2016~"), "2016~"),
    (("2016-03-20", "2016-03-26"), "2016-03-20/2016-03-26"),
    (("2016-03", "2016-04-30", "2016-05"), "2016-21"),
    (("2016-03-20", "2016-03-27~"), "2016-03-20~/2016-03-27~"),
    (("2016-03-01?", "2016-03-31~"), "2016-03%"),
    (("../2016-03-20", "2016-03-27"), "../2016-03-27"),
    (("2016/..", "../2015"), "../.."),
)


@pytest.mark.parametrize(("texts", "joined"), UNIONS)
def test_union(texts: tuple[str, ...], joined: str) -> None:
    assert union([parse(text) for text in texts]).text == joined


def test_union_of_nothing() -> None:
    with pytest.raises(EdtfError):
        union([])


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2016", "2016-03-27", True),
        ("2016-03", "2016-03", True),
        ("2016-03-27", "2016-03", False),
        ("2015-22", "2015-07/2015-08-23", True),
        ("2015-22", "2015-10-04", False),
        ("../2016", "2015-05", True),
        ("2015/..", "2016", True),
        ("2015/..", "2014", False),
        ("2015/2016", "2015/..", False),
        ("../..", "../2016", True),
    ],
)
def test_contains(outer: str, inner: str, expected: bool) -> None:  # noqa: FBT001
    assert contains(parse(outer), parse(inner)) is expected


@given(st.text(max_size=80) | st.from_regex(r"[0-9X/~?%. -]{0,24}", fullmatch=True))
def test_any_text_is_read_or_refused_with_a_remedy(text: str) -> None:
    said, remedy, value = read(text)
    if value is None:
        assert said
        assert remedy
    else:
        assert in_words(value)
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest


def read(text: str) -> tuple[str, str, Edtf | None]:
    try:
        return "", "", parse(text)
    except EdtfError as err:
        return str(err), err.remedy, None
