"""Knows what a phrase that speaks is: its head, whether it names an outlet, a person, nobody."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import cue_words
from .words import Item

_ONLY_AS_NAME = frozenset(
    "press news times post journal daily independent observer fox sun telegraph media axios".split()
)
_BEHIND = frozenset("close familiar aware present involved responsible near knowledgeable".split())
"""Adjectives that follow what they describe: sources close to the talks."""

_CLOSING = frozenset({"mark", "prep", "rel", "aux", "sub", "quote"})
OUTLETS = frozenset(
    "newspaper magazine broadcaster channel network agency station tabloid weekly daily website"
    " newswire outlet radio television".split()
)
"""What an outlet is, before its name."""

_STATE = frozenset({"state", "state-run", "official", "local", "news", "semi-official"})


def head(items: Sequence[Item], start: int, end: int) -> int:
    """Return the index of the word a phrase is about: "the *director* of museums, …".

    Of "the director, Ali Hassan" it is the name.
    """
    close = _close(items, start, end)
    first = close - 1
    if items[first].tag != "name" and close < end and items[close].low == ",":
        after = _close(items, close + 1, end)
        if after > close + 1 and all(i.tag == "name" for i in items[close + 1 : after]):
            return after - 1
    return first


def _close(items: Sequence[Item], start: int, end: int) -> int:
    for at in range(start + 1, end):
        item = items[at]
        if item.tag in _CLOSING or item.low in _BEHIND:
            return at
        if item.tag == "word" and items[at - 1].tag == "word" and item.low.endswith("ed"):
            return at
    return end


def is_outlet(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether a phrase names a news outlet: the AP, Syrian state media, the news agency."""
    if start >= end:
        return False
    at = head(items, start, end)
    low = items[at].low.removesuffix("'s")
    if low not in cue_words("outlet"):
        return _called_outlet(items, start, at)
    if items[at].tag == "name" or low not in _ONLY_AS_NAME:
        return True
    return at > start and items[at - 1].low in _STATE


def _called_outlet(items: Sequence[Item], start: int, at: int) -> bool:
    """Say whether a name stands behind what it is: the broadcaster NRK."""
    first = at
    while first > start and items[first].tag == "name":
        first -= 1
    kind = items[first]
    return first < at and kind.tag == "word" and kind.low in OUTLETS


def is_nobody(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether a phrase names nobody: officials, two sources close to the talks."""
    at = head(items, start, end)
    return items[at].low in cue_words("unknown") and items[at].tag != "name"


def is_person(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether "he" or "she" can stand for the phrase."""
    at = head(items, start, end)
    item = items[at]
    if is_outlet(items, start, end) or item.low in cue_words("body"):
        return False
    if item.tag == "name":
        return (not item.caps and items[start].low != "the") or at - start > 1
    return items[start].tag == "det" and not item.low.endswith("s")
