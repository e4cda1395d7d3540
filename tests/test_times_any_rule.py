"""Whatever a rule can match is read without error, on any day, however little sense it makes."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from dossier.times.matching import RULES
from dossier.times.named_parts import NAMED_PARTS
from dossier.times.patterns import CODES, Node, tree
from dossier.times.reading import Rule
from dossier.times.words import SHAPES
from test_times_any_text import holds, read

NUMBERS = {
    "dayno": "1 12 30 31",
    "twodigits": "00 32 45 99",
    "yearno": "1900 2016 2049",
    "oldyear": "1000 1899 2100",
    "othernumber": "0.5 2,000 500 9999 123456789012345",
    "clock": "0600 3:15 10:30 24:59",
    "numeric": "2016-03-27 0000-00-00 27/3/2016 31.12.0999 1.1.9999 99-99-99",
    "fraction": "0/0 1/2 2014/15 9/11 9999/00",
}
DAYS = ("0001-01-01", "1000-01-01", "2016-02-29", "2016-03-27/2016-03-31", "2015", "2015/..",
        "9000-12-31", "9999-12-31")  # fmt: skip
BEFORE = ("", "In AD 1 he left.", "On 31 December 9998 he left.", "In the third quarter it fell.")
ROUNDS = 12


def written() -> dict[str, list[str]]:
    """Return the words that each character stands for."""
    found = defaultdict(list)
    for word, code in CODES.items():
        found[code].append(word)
    for name, code in SHAPES.items():
        found[code] += NUMBERS.get(name, "@").split()
    return found


WRITTEN = written()


def words_of(node: Node, chance: random.Random) -> list[str]:
    """Return words that ``node`` matches."""
    if node.kind == "one":
        return [chance.choice(WRITTEN[chance.choice(node.characters)])]
    if node.kind == "any":
        return words_of(chance.choice(node.parts), chance)
    times = {"maybe": 1, "many": 3}.get(node.kind)
    if times:
        count = chance.randint(0, times)
        return [word for _ in range(count) for word in words_of(node.parts[0], chance)]
    return [word for part in node.parts for word in words_of(part, chance)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example.text)
def test_all_that_a_rule_matches_is_read(rule: Rule) -> None:
    chance = random.Random(rule.example.text)  # noqa: S311 -- the same words in every run
    pattern = tree(rule.pattern, NAMED_PARTS)
    after = [word for word in rule.after.split() if word.isalpha()]
    for _ in range(ROUNDS):
        lead = chance.choice([*after, "They", "It will"])
        words = [chance.choice(BEFORE), lead, *words_of(pattern, chance), "was seized."]
        text = " ".join(words)
        holds(text, read(text, chance.choice(DAYS)))
