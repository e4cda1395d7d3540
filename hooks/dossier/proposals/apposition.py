"""Reads the words after a name that say what it is: "…, an ancient citadel", "…, 34, who"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .tokens import Token, Words
from .words import (
    ACTOR_NOUNS,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    PERSONS_HAVE,
    PLACE_NOUNS,
    RUNS,
    SAYING,
)

_LONGEST = 12
"""Words; a longer apposition is cut where its first relative clause or comma begins."""
_ARTICLES = ("a", "an", "the", "one", "another")
_RELATIVES = frozenset("that who which whose whom where when".split())
_VERBS = SAYING | frozenset(
    "is was were are be been has had have will would could can may might must should did does do"
    " began took came went left hit killed".split()
)
"""A phrase with one of these is a clause of its own, no apposition."""
_PREPOSITIONS = frozenset(
    "of in on at for from with by to near under against between outside about into since".split()
)
_AGED = re.compile(r"(?:aged )?\d{1,3}(?=[,.;)]|\Z)")


def apposition(
    text: str, sentence: Words, last: int, end: int
) -> tuple[str, tuple[int, int]] | tuple[str, None] | None:
    """Return the kind (person, actor or place) and the span of the words after token ``last``."""
    tokens = sentence.tokens
    name = tokens[last]
    if name.possessive or name.tail:
        return None
    number = last + 1
    if not _is_set_off(tokens, number):
        return None
    if _AGED.match(text, sentence.starts[number], end):
        further = _described(sentence, number + 1) if _is_set_off(tokens, number + 1) else None
        return further if further and further[0] == "person" else ("person", None)
    return _described(sentence, number)


def _is_set_off(tokens: Sequence[Token], number: int) -> bool:
    return number < len(tokens) and tokens[number].gap.strip() in (",", "—", "–")


def _described(
    sentence: Words, number: int
) -> tuple[str, tuple[int, int]] | tuple[str, None] | None:
    tokens = sentence.tokens
    first = tokens[number]
    if first.low == "who":
        return "person", None
    if first.low == "whose":
        owned = tokens[number + 1].low if number + 1 < len(tokens) else ""
        return ("person", None) if owned in PERSONS_HAVE else None
    if first.low == "which":
        runs = number + 1 < len(tokens) and tokens[number + 1].low in RUNS
        return ("actor", None) if runs else None
    if first.low not in _ARTICLES and not first.possessive:
        return None
    words = _phrase(tokens, number)
    noun = _noun(words) if words else None
    kind = kind_of_noun(noun) if noun else None
    span = sentence.starts[number], sentence.whole(number + len(words) - 1)
    return (kind, span) if kind else None


def kind_of_noun(noun: str) -> str | None:
    """Return what a common noun in the singular is said of: person, actor, place or neither."""
    low = noun.rsplit("-", 1)[-1]
    if low in PLACE_NOUNS:
        return "place"
    if low in ACTOR_NOUNS:
        return "actor"
    if low in PERSON_NOUNS or low.endswith(PERSON_ENDINGS):
        return "person"
    return None


def _phrase(tokens: Sequence[Token], first: int) -> list[Token]:
    """Return the words up to a comma or a relative clause; none, if a clause is begun instead.

    A phrase too long to show is cut before a preposition.
    """
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].joins:
        if tokens[last + 1].low in _RELATIVES:
            break
        last += 1
        if last - first > 2 * _LONGEST or tokens[last].low in _VERBS:
            return []
    if last + 1 < len(tokens) and tokens[last + 1].capital and not tokens[last + 1].joins:
        return []  # "In Lima, the mayor, Ana Roe, said": the words are about her
    while last - first >= _LONGEST:
        cuts = [n for n in range(first + 1, last + 1) if tokens[n].low in _PREPOSITIONS]
        if not cuts:
            return []
        last = cuts[-1] - 1
    return list(tokens[first : last + 1])


def _noun(words: Sequence[Token]) -> str | None:
    """Return the head: the last word before the first preposition."""
    kept: list[Token] = []
    for word in words[1:]:
        if word.low in _PREPOSITIONS:
            break
        kept.append(word)
    if not kept:
        return None
    return kept[-1].tail or kept[-1].low
