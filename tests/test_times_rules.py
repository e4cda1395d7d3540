"""Each rule for times does what its own example says; the language of rules itself."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dossier.edtf import parse
from dossier.model import Sentence
from dossier.times import find_times
from dossier.times.matching import RULES
from dossier.times.named_parts import NAMED_PARTS
from dossier.times.patterns import CODES, MOST_REPEATS, compiled
from dossier.times.reading import Rule


def codes(words: str) -> str:
    return "".join(CODES[word] for word in words.split())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example.text)
def test_example(rule: Rule) -> None:
    example = rule.example
    start, end = example.text.index("["), example.text.index("]") - 1
    text = example.text.replace("[", "").replace("]", "")
    found = find_times(text, [Sentence("1", 0, len(text))], parse(example.published))
    there = {(time.start, time.end): (time.value, time.edtf) for time in found}
    if example.value:
        assert there.get((start, end)) == (example.value, example.edtf), there
    else:
        assert all(last <= start or first >= end for first, last in there), there


def test_examples_differ() -> None:
    examples = [rule.example.text for rule in RULES]
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("the? (last|next) {unit}", "the last year", "the year"),
        ("{fullmonth} {dayno} (,? {yearno})?", "May 20 , 2015", "may 20"),
        ("{yearago}", "year - ago", "year ago"),
        ("{units} - old", "decades ‐ old", "decades old"),
    ],
)
def test_pattern(pattern: str, yes: str, no: str) -> None:
    one = compiled(pattern, NAMED_PARTS)
    assert one.regex.fullmatch(codes(yes))
    assert one.can_begin(codes(yes)[:2])
    assert not one.regex.fullmatch(codes(no))


def test_a_pattern_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing at all"):
        compiled("the? (last|next)?", NAMED_PARTS)


@pytest.mark.parametrize(
    ("pattern", "can", "cannot"),
    [("one", "one|one two", ""), ("one two?", "one|one two|one three", ""),
     ("one? two three?", "two|two three|two one|one two", "one|one three|three"),
     ("(one|two) three", "one three|two three", "one|three one|two one"),
     ("one two | two three", "one two|two three", "one three|two two"),
     ("one* two three", "one one|one two|two three", "one three|two|two one")],
)  # fmt: skip
def test_how_matches_can_begin(pattern: str, can: str, cannot: str) -> None:
    found = compiled(pattern, {})
    assert all(found.can_begin(codes(words)) for words in can.split("|"))
    assert not any(found.can_begin(codes(words)) for words in cannot.split("|") if words)


def test_repeats_are_bounded() -> None:
    words = "one" + " and one" * 50
    found = compiled("{ones} (and {ones})*", {}).regex.match(codes(words))
    assert found
    assert found.end() == 1 + 2 * MOST_REPEATS


def test_capitals_tell_months_from_verbs() -> None:
    text = "He may march in May. THE MARCH OF MAY 2015"
    found = find_times(text, [Sentence("1", 0, 20), Sentence("1", 21, len(text))], parse("2016-03"))
    assert [time.text for time in found] == ["May", "MAY 2015"]


def test_published_sets_nothing_in_an_absolute_date() -> None:
    text = "on 20 May 2015"
    for published in ("2016-03-27", "1999", "../2016"):
        (time,) = find_times(text, [Sentence("1", 0, len(text))], parse(published))
        assert (time.earliest, time.latest) == (date(2015, 5, 20), date(2015, 5, 20))
        assert not re.search("in a report", time.why)
