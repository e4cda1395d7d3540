"""Tells where a verb of many senses does not speak: it put a stop to it, life went on."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .words import Item

Items = Sequence[Item]

_ABOUT = frozenset("between about around over under more some".split())


def means_another(items: Items, at: int, cue: Cue, start: int) -> bool:
    """Say whether a verb of many senses does not speak here."""
    if cue.lemma == "put":
        return not _puts(items, at)
    if cue.lemma == "go":
        return not _goes_on(items, at)
    return cue.lemma == "report" and _is_to_come(items, at, start)


def _is_to_come(items: Items, at: int, start: int) -> bool:
    """Say whether no words are reported, but results: it will report results in May."""
    ahead = any(items[i].low in ("will", "would", "to") for i in range(start, at))
    after = items[at + 1 : at + 2]
    return ahead and bool(after) and after[0].low != "that" and after[0].tag != "quote"


def _puts(items: Items, at: int) -> bool:
    """Say whether a number is given: they put the toll at 31."""
    near = range(at + 1, min(len(items) - 1, at + 10))
    return any(
        items[i].low == "at" and (items[i + 1].tag in ("num", "adv") or items[i + 1].low in _ABOUT)
        for i in near
    )


def _goes_on(items: Items, at: int) -> bool:
    """Say whether somebody who "went on" speaks: quotations stand around it."""
    after = items[at + 2 : at + 4]
    if after and after[0].tag != "mark":
        return False
    before = any(item.tag == "quote" for item in items[max(0, at - 5) : at])
    return before or [item.tag for item in after] == ["mark", "quote"]
