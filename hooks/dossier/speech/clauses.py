"""Where a clause begins and ends: finite verbs, their groups, what no subject reaches over.

There is no grammar here, only marks and small words; every look back or ahead is bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .cues import cues
from .words import Item

REACH = 60
"""How many items back a subject is looked for."""

LEADING = frozenset({"conj", "adv", "sub"})
"""Kinds of words that stand before a subject."""

AS = frozenset({"as", "until", "since", "after", "before", "than"})
"""Prepositions that open a clause as well."""

_LED = frozenset({"to", "about", "over"})
"""Prepositions that follow a name's verb, not a participle: Ali attempted *to*, not: led by."""
_PARTICLES = frozenset("out off up down over away back".split())
_MARKS = frozenset("- ; : ? ! … [ (".split())
_PLAIN_ENDS = frozenset({"mark", "word", "prep"})
_OBJECT = frozenset({"det", "pron", "name", "num", "adv", "sub"})


class Phrase(NamedTuple):
    """A run of items, ``items[start:end]``, that names somebody."""

    start: int
    end: int
    how: str
    """``own``, ``pron``, ``rel`` (who, which) or ``shared`` (with a verb before)."""


def group_start(items: Sequence[Item], verb: int) -> int:
    """Return where the verb's group begins: its auxiliaries and adverbs are part of it."""
    at = verb
    while at and (items[at - 1].tag in ("aux", "adv") or items[at - 1].low in ("to", "since")):
        at -= 1
    if at > 1 and items[at - 1].low in ("both", "all") and items[at - 2].low in ("have", "had"):
        at -= 2
    return at


def finite(items: Sequence[Item], at: int) -> bool:
    """Say whether the item is a verb that needs a subject."""
    item = items[at]
    if item.tag in ("aux", "finite"):
        return True
    if item.tag != "word":
        return False
    cue = cues().get(item.low)
    if (cue is None and not item.low.endswith("ed")) or "-" in item.low:
        return False
    before = items[at - 1].tag if at else "mark"
    after = items[at + 1] if at + 1 < len(items) else None
    if after and after.low in _PARTICLES and at + 2 < len(items):
        after = items[at + 2]
    if cue and cue.form != "ing" and not cue.noun and before not in ("det", "prep", "aux"):
        sure = cue.lemma == "say" or cue.form != "past" or before in ("pron", "name")
        return sure or after is None or after.tag != "prep"
    if cue and cue.kind == "with" and cue.form == "past" and after and after.low == "to":
        return before not in ("det", "prep", "aux")
    return item.low.endswith("ed") and _past(before, after)


def _past(before: str, after: Item | None) -> bool:
    """Say whether a word in -ed is a verb by what stands around it, not "the wounded man"."""
    if before in ("name", "pron"):
        plain = after is not None and after.tag in _PLAIN_ENDS and after.low not in _LED
        return before == "pron" or not plain
    if before in ("word", "adv", "num", "time"):
        return after is not None and after.tag in _OBJECT
    return False


def has_verb(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether the stretch holds a verb of its own, outside "who …" and "that …"."""
    for at in range(start, end):
        if items[at].tag in ("rel", "sub"):
            return False
        if finite(items, at):
            return True
    return False


def clause_start(items: Sequence[Item], verb: int) -> int:
    """Return where the clause begins: after ";", after ", and" with a subject of its own."""
    low = max(0, verb - REACH)
    for at in range(verb - 2, low, -1):
        item = items[at]
        if item.low in (";", ":") or (item.tag == "quote" and items[at - 1].tag != "prep"):
            return at + 1
        if item.low in ("and", "but", "while", "as") and items[at - 1].low in (",", "-"):
            follows = items[at + 1]
            if follows.tag in ("name", "pron", "det") and any(
                finite(items, i) for i in range(at + 2, min(at + 12, verb))
            ):
                return at + 1
    return low


def floor(items: Sequence[Item], last: int) -> int:
    """Return where the stretch begins that can hold the subject ending at ``last``."""
    low = max(0, last - REACH)
    at = last
    while at >= low:
        item = items[at]
        if item.low in ")]":
            opened = opening(items, at)
            at = opened if opened is not None else at
        elif _may_bound(item) and _bounds(items, at, last):
            return at + 1
        at -= 1
    return low


def opening(items: Sequence[Item], at: int) -> int | None:
    """Return where the bracket or the dash that closes at ``at`` was opened."""
    mark = "-" if items[at].low == "-" else "(["
    for back in range(at - 1, max(-1, at - 25), -1):
        if items[back].low in mark:
            return back
    return None


def _may_bound(item: Item) -> bool:
    return item.low in _bounding() or item.tag in ("quote", "sub")


@cache
def _bounding() -> frozenset[str]:
    """Return the words and marks that a subject may not reach over; few words are one."""
    verbs = (low for low, cue in cues().items() if cue.kind.startswith("clause"))
    return _MARKS | AS | frozenset(["because", "that", *verbs])


def _bounds(items: Sequence[Item], at: int, last: int) -> bool:
    """Say whether no subject that ends at ``last`` reaches over the item."""
    item = items[at]
    if item.low in _MARKS:
        return True
    if item.low == "because" and items[at + 1].low == "of":
        return False
    if item.tag in ("quote", "sub") or item.low in AS or item.low == "that":
        return not _in_relative(items, at) and _bounds_clause(items, at, last)
    cue = cues().get(item.low)
    if cue is None or not cue.kind.startswith("clause") or item.tag == "name":
        return False
    return finite(items, at) and not _in_relative(items, at)


def _bounds_clause(items: Sequence[Item], at: int, last: int) -> bool:
    item = items[at]
    if item.tag == "sub":
        return at < last and not (at and items[at - 1].low == ",")
    if item.low in AS and at < last:
        own = items[at + 1].tag in ("det", "name", "pron") and at > 0 and items[last].low != ","
        return own or any(finite(items, i) for i in range(at + 1, last))
    if item.low == "that":
        return at > 0 and not relative(items, at)
    return item.tag == "quote" and (not titled(items, at) or _parts(items, at, last))


def _parts(items: Sequence[Item], at: int, last: int) -> bool:
    """Say whether a title's comma ends what leads in: on “Today,” *the mayor* said."""
    if items[at].stop != "," or at == last:
        return False
    return items[last].low != "," or items[at + 1].low not in ("a", "an", "the")


def titled(items: Sequence[Item], at: int) -> bool:
    """Say whether a quotation is part of the phrase it stands in: star of “The Road,”."""
    if items[at].tag != "quote" or at == 0:
        return False
    before = items[at - 1]
    cue = cues().get(before.low)
    return before.tag in ("word", "name", "prep", "det", "num") and (
        cue is None or cue.form == "ing"
    )


def _in_relative(items: Sequence[Item], at: int) -> bool:
    """Say whether an item stands in a relative clause: ", who said that"."""
    for back in range(at - 1, max(-1, at - 30), -1):
        if items[back].low in (",", "-", ";", ":", "("):
            after = items[back + 1]
            return items[back].low == "," and (after.tag == "rel" or after.low.endswith("ing"))
    return False


def relative(items: Sequence[Item], at: int) -> bool:
    """Say whether "that" belongs to the noun before it: a group that documents this."""
    if at + 1 >= len(items) or items[at - 1].tag not in ("word", "name", "time"):
        return False
    after = items[at + 1]
    verbal = after.tag == "word" and after.low.endswith(("s", "ed"))
    verbal = verbal and at + 2 < len(items) and items[at + 2].tag not in ("mark", "prep")
    return (after.tag in ("aux", "finite") or verbal) and items[at - 1].low not in cues()
