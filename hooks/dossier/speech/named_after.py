"""Finds the phrase that begins where a cue ends: said *the minister, a lawyer*."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import REACH, Phrase, has_verb
from .cues import cues
from .words import Item

_PLACE = frozenset("in on at during via through after before by amid as".split())
_NO_START = frozenset({"mark", "quote", "conj", "sub", "rel", "aux"})
_NAMING = frozenset({"name", "word", "num", "scare"})


def named_after(items: Sequence[Item], start: int, *, report: bool) -> Phrase | None:
    """Return the phrase that begins at ``start``: after "said", or after "according to".

    ``report`` lets it hold "in the Washington Post", which after "said" would be a place.
    """
    if start >= len(items) or items[start].tag in _NO_START:
        return None
    if items[start].tag == "pron":
        return Phrase(start, start + 1, "pron")
    end = _run(items, start, report=report)
    end = _with_name(items, start, end)
    while end < len(items) and items[end].low == "," and _apposition(items, end + 1):
        longer = _run(items, end + 1, report=True)
        if longer == end + 1 or has_verb(items, end + 1, min(longer + 1, len(items))):
            break
        end = longer
    if not any(i.tag in _NAMING for i in items[start:end]):
        return None
    return Phrase(start, end, "own")


def _with_name(items: Sequence[Item], start: int, end: int) -> int:
    """Take in the name behind a role: said the mayor, Ali Hassan."""
    if items[end - 1].tag == "name" or end >= len(items) or items[end].low != ",":
        return end
    close = _run(items, end + 1, report=False)
    named = close > end + 1 and all(i.tag == "name" for i in items[end + 1 : close])
    closed = close >= len(items) or items[close].tag in ("mark", "quote")
    return close if named and closed and end > start else end


def _run(items: Sequence[Item], start: int, *, report: bool) -> int:
    """Return where the phrase begun at ``start`` ends: before a mark, a day, a place, a verb."""
    at = start
    inside = False
    for item in items[start : start + REACH]:
        if item.tag in ("mark", "quote") or (item.tag in ("time", "sub") and not inside):
            break
        inside = inside or item.tag == "rel"
        if not inside and (item.tag == "aux" or item.low in ("but", "adding", "saying")):
            break
        if item.tag == "prep" and not report and not inside and item.low in _PLACE:
            break
        at += 1
    while at > start and items[at - 1].tag in ("prep", "conj", "det", "adv"):
        at -= 1
    return at


def _apposition(items: Sequence[Item], at: int) -> bool:
    """Say whether what follows a comma still tells who it is: a baker, 42, Ali's brother."""
    if at + 1 >= len(items):
        return False
    item, after = items[at], items[at + 1]
    if item.tag == "num":
        return len(item.low) < 4 and after.tag == "mark"
    if item.low == "that" or (item.tag == "rel" and after.low in cues()):
        return False
    if item.tag in ("det", "rel") or item.low.endswith("'s") or item.low == "now":
        return item.low != "one"
    return item.tag == "word" and not item.low.endswith(("ing", "ed"))
