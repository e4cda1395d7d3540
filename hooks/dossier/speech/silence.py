"""Knows what is said of somebody who says nothing: "did not elaborate", "said nothing"."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import finite
from .frames import Frame, Span
from .words import Item

_CHECKING = frozenset({"confirm", "verify"})
_NOT_SPEAKING = frozenset("comment elaborate respond reply answer".split())
_NOTHING = frozenset({"nothing", "little"})
_NO_MORE = frozenset({"more", "further"})
_GOES_ON = frozenset({"mark", "prep", "sub", "conj"})


def silent(items: Sequence[Item], frame: Frame) -> bool:
    """Say whether somebody did not speak: did not elaborate, declined to comment."""
    start, end = frame.cue
    if frame.lemma in _NOT_SPEAKING:
        return _negated(items, frame.cue)
    declined = frame.lemma in ("decline", "refuse") and items[end - 1].low == "to"
    return declined and end > start + 1 and end < len(items) and items[end].low in _NOT_SPEAKING


def says_nothing(items: Sequence[Item], frame: Frame, content: Sequence[Span]) -> bool:
    """Say whether nothing is said after all: could not confirm the claim, said little of it."""
    if all(_is_nothing(items, *run) for run in content):
        return True
    alone = all(end - start == 1 and items[start].tag != "quote" for start, end in content)
    return (alone or frame.lemma in _CHECKING) and _negated(items, frame.cue)


def _negated(items: Sequence[Item], cue: Span) -> bool:
    return any(i.low in ("not", "never") or i.low.endswith("n't") for i in items[slice(*cue)])


def _is_nothing(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether the words are "nothing", "little about it", "no more", not "nothing changed"."""
    after = start + 1
    if items[start].low == "no" and after < end and items[after].low in _NO_MORE:
        after += 1
    elif items[start].low not in _NOTHING:
        return False
    while after < end and items[after].low in ("more", "further", "else", "publicly"):
        after += 1
    if after < end and (items[after].tag not in _GOES_ON or items[after].low == "of"):
        return False
    for at in range(after, end):
        if items[at].tag in ("sub", "rel"):
            return True
        if finite(items, at):
            return False
    return True
