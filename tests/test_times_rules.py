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
    assert there.get((start, end)) == (example.value, example.edtf), there


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
    assert codes(yes)[0] in one.first
    assert one.second is None or codes(yes)[1] in one.second
    assert not one.regex.fullmatch(codes(no))


def test_a_pattern_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing at all"):
        compiled("the? (last|next)?", NAMED_PARTS)


@pytest.mark.parametrize(
    ("pattern", "second"),
    [("one", None), ("one two?", None), ("one? two three?", None), ("(one|two) three", "three"),
     ("one? two three", "two three"), ("one* two three", "one two three")],
)  # fmt: skip
def test_what_can_come_second(pattern: str, second: str | None) -> None:
    found = compiled(pattern, {}).second
    assert found == (None if second is None else set(codes(second)))


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
