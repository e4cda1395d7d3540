"""Finds who a verb belongs to: the phrase before it, or after it where the order is turned.

There is no grammar here, only marks and small words: a subject runs from the start of its clause
to its verb, without the asides between commas and the adverbials at either end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .cues import cues
from .words import Item

REACH = 60
"""How many items back a subject is looked for."""

_ASIDE = frozenset({"in", "on", "at", "during", "via", "through", "after", "before", "by", "amid"})
_PARTICLES = frozenset("out off up down over away back".split())
_CONTRACTED = frozenset({"he", "sh", "it", "th"})
_ENDS = frozenset({"name", "word", "num", "scare", "time", "det", "finite"})
_AS = frozenset({"as", "until", "since", "after", "before", "than"})
_LEADING = frozenset({"conj", "adv", "sub"})


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
    if item.tag != "word" or "-" in item.low:
        return False
    before = items[at - 1].tag if at else "mark"
    after = items[at + 1] if at + 1 < len(items) else None
    if after and after.low in _PARTICLES and at + 2 < len(items):
        after = items[at + 2]
    cue = cues().get(item.low)
    if cue and cue.form != "ing" and not cue.noun and before not in ("det", "prep", "aux"):
        sure = cue.lemma == "say" or cue.form != "past" or before in ("pron", "name")
        return sure or after is None or after.tag != "prep"
    if item.low.endswith("ed") and before in ("name", "pron") and items[at - 1].end > 0:
        return after is None or before == "pron" or after.tag not in ("mark", "word", "prep")
    if item.low.endswith("ed") and before in ("word", "adv", "num", "time"):
        return after is not None and after.tag in ("det", "pron", "name", "num", "adv", "sub")
    return False


def subject(items: Sequence[Item], verb: int, depth: int = 3) -> Phrase | None:
    """Return the phrase that the verb at ``verb`` belongs to, looked for on its left.

    ``depth`` bounds how many verbs in a row may share one: it did, and did, and said.
    """
    first = group_start(items, verb)
    for at in range(first, verb):
        if items[at].tag == "aux" and "'" in items[at].low and items[at].low[:2] in _CONTRACTED:
            return Phrase(at, at + 1, "pron")
        if items[at].low == "to":
            more = items[at - 1].low in ("on", "continued", "continues") and at > 1
            return subject(items, at - 1 - (items[at - 1].low == "on"), depth) if more else None
    last = _skip_time(items, first - 1)
    if last < first - 1:
        last = group_start(items, last + 1) - 1
    if last < 0:
        return None
    item = items[last]
    if item.tag == "pron":
        return Phrase(last, last + 1, "pron")
    if item.tag == "rel":
        return Phrase(last, last + 1, "rel")
    if item.low in ("and", "but", "or", "then"):
        return _shared(items, last, depth - 1) if depth else None
    if item.tag in _ENDS or item.low in ",)]-":
        return _phrase(items, last)
    return None


def _skip_time(items: Sequence[Item], at: int) -> int:
    """Step over "on Sunday", "in late June" before a verb."""
    back = at
    while back > 0 and items[back].tag == "time":
        back -= 1
    if back < at:
        while back > 0 and items[back].low in ("late", "early", "last", "on", "in", "earlier"):
            back -= 1
    return back


def _shared(items: Sequence[Item], conj: int, depth: int) -> Phrase | None:
    """The subject of the verb before "and": it did this and said that."""
    for at in range(conj - 1, max(-1, conj - REACH), -1):
        item = items[at]
        if item.low in (";", ":"):
            return None
        if item.tag != "quote" and finite(items, at) and (at == 0 or items[at - 1].tag != "aux"):
            found = subject(items, at, depth)
            return found._replace(how="shared") if found else None
    return None


def main_subject(items: Sequence[Item], verb: int) -> Phrase | None:
    """Return whom the clause is about in which ``verb`` stands, from the clause's own start."""
    start = clause_start(items, verb)
    while start < verb and (_inserted(items, start, verb) or items[start].low == ","):
        plain = items[start].tag in ("conj", "adv") or items[start].low == ","
        comma = next((at for at in range(start, verb) if items[at].low == ","), None)
        if comma is None and not plain:
            return None
        start = start + 1 if plain or comma is None else comma + 1
    end = start
    while end < verb and not _leaves_subject(items, start, end):
        end += 1
    if end == start or end == verb or items[start].tag in ("quote", "mark", "aux", "rel"):
        return None
    return Phrase(start, end, "shared")


def _leaves_subject(items: Sequence[Item], start: int, at: int) -> bool:
    item = items[at]
    if item.tag in ("mark", "quote", "sub", "rel", "aux", "finite", "adv", "time", "pron"):
        return at > start or item.tag != "pron"
    return at > start and (
        (items[start].tag == "pron" or item.low.endswith("ed")) or finite(items, at)
    )


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


def _floor(items: Sequence[Item], last: int) -> int:
    """Return where the stretch begins that can hold the subject ending at ``last``."""
    low = max(0, last - REACH)
    at = last
    while at >= low:
        item = items[at]
        if item.low in ")]":
            opened = _opening(items, at)
            at = opened if opened is not None else at
        elif _bounds(items, at, last):
            return at + 1
        at -= 1
    return low


def _bounds(items: Sequence[Item], at: int, last: int) -> bool:
    """Say whether no subject that ends at ``last`` reaches over the item."""
    item = items[at]
    if item.low in ("-", ";", ":", "?", "!", "…", "[", "("):
        return True
    if item.tag in ("quote", "sub") or item.low in _AS or item.low == "that":
        return not _in_relative(items, at) and _bounds_clause(items, at, last)
    cue = cues().get(item.low)
    if cue is None or not cue.kind.startswith("clause") or item.tag == "name":
        return False
    return finite(items, at) and not _in_relative(items, at)


def _bounds_clause(items: Sequence[Item], at: int, last: int) -> bool:
    item = items[at]
    if item.tag == "sub":
        return at < last and not (at and items[at - 1].low == ",")
    if item.low in _AS and at < last:
        own = items[at + 1].tag in ("det", "name", "pron") and at > 0
        return own or any(finite(items, i) for i in range(at + 1, last))
    if item.low == "that":
        return at > 0 and not relative(items, at)
    return item.tag == "quote"


def _in_relative(items: Sequence[Item], at: int) -> bool:
    """Say whether an item stands in ", who said that …" """
    for back in range(at - 1, max(-1, at - 30), -1):
        if items[back].low in (",", "-", ";", ":", "("):
            return items[back].low == "," and items[back + 1].tag == "rel"
    return False


def relative(items: Sequence[Item], at: int) -> bool:
    """Say whether "that" belongs to the noun before it: a group that documents …"""
    if at + 1 >= len(items) or items[at - 1].tag not in ("word", "name", "time"):
        return False
    after = items[at + 1]
    verbal = after.tag == "word" and after.low.endswith(("s", "ed"))
    verbal = verbal and at + 2 < len(items) and items[at + 2].tag not in ("mark", "prep")
    return (after.tag in ("aux", "finite") or verbal) and items[at - 1].low not in cues()


def phrase_before(items: Sequence[Item], last: int) -> Phrase | None:
    """Return the phrase that ends with ``items[last]``."""
    return _phrase(items, last)


def _phrase(items: Sequence[Item], last: int) -> Phrase | None:
    if items[last].low in ")]-":
        opened = _opening(items, last)
        if opened is None or opened == 0:
            return None
        last = opened - 1
    pieces = _pieces(items, _floor(items, last), last + 1)
    if not pieces:
        return None
    if items[last].low != ",":
        start, end = pieces[-1]
        if len(pieces) > 1 and _goes_with(items, pieces[-2], start, end):
            start = pieces[_chain(items, pieces, len(pieces) - 1)][0]
        return _trim(items, start, end, cut=end)
    first = _chain(items, pieces, len(pieces))
    while first < len(pieces) and _inserted(items, *pieces[first]):
        first += 1
    if first == len(pieces):
        return None
    start, end = pieces[first]
    for piece in pieces[first + 1 :]:
        if _inserted(items, *piece) or items[piece[0]].tag == "rel":
            break
        end = piece[1]
    return _trim(items, start, end, cut=pieces[first][1])


def _goes_with(items: Sequence[Item], before: tuple[int, int], start: int, end: int) -> bool:
    """Say whether a piece belongs to the one before it: "A, B and C", "Ali, a baker said"."""
    if _inserted(items, *before):
        return False
    name = before[0] == 0 and items[0].tag == "name"
    if items[before[1] - 1].tag == "name" and all(
        i.tag == "name" or i.low == "and" for i in items[start:end]
    ):
        return any(i.low == "and" for i in items[start:end])
    return items[start].low in ("and", "or") or (name and items[start].low in ("a", "an"))


def _chain(items: Sequence[Item], pieces: Sequence[tuple[int, int]], first: int) -> int:
    """Return the first of the pieces that hold together, without a verb of their own."""
    while first > 0 and not _clause(items, *pieces[first - 1]):
        first -= 1
    return first


def _inserted(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether a piece between commas is a remark: for instance, however, in a speech."""
    return items[start].tag in ("prep", "adv", "sub", "conj") or items[start].low.endswith("ing")


def _opening(items: Sequence[Item], at: int) -> int | None:
    mark = "-" if items[at].low == "-" else "(["
    for back in range(at - 1, max(-1, at - 25), -1):
        if items[back].low in mark:
            return back
    return None


def _pieces(items: Sequence[Item], low: int, high: int) -> list[tuple[int, int]]:
    """Cut at commas; empty pieces are left out."""
    found = []
    start = low
    for at in range(low, high + 1):
        if at == high or items[at].low == ",":
            if at > start:
                found.append((start, at))
            start = at + 1
    return found


def _trim(items: Sequence[Item], start: int, end: int, cut: int | None = None) -> Phrase | None:
    """Leave out what leads into the phrase, another clause before "and", an adverbial after."""
    cut = end if cut is None else cut
    for at in range(cut - 1, start, -1):
        if items[at].tag == "conj" and any(finite(items, i) for i in range(start, at)):
            start = at + 1
            break
    while start < end and (
        items[start].tag in _LEADING or items[start].tag == "time" or items[start].low in _AS
    ):
        start += 1
    counted = start + 1 < end and items[start + 1].tag in ("num", "det", "adv", "word")
    counted = counted and items[start].low in ("about", "over", "under", "outside", "inside")
    if start < end and items[start].tag == "prep" and not counted:
        inner = _after_adverbial(items, start, cut)
        if inner is None:
            return None
        start = inner
    if start >= end:
        return None
    cut = max(cut, start + 1)
    end = end if end > cut else _without_tail(items, start, end)
    if not any(items[i].tag in ("name", "word", "num", "scare", "pron") for i in range(start, end)):
        if items[start].low not in (
            "some",
            "many",
            "others",
            "those",
            "others",
            "few",
            "most",
            "both",
        ):
            return None
    if _clause(items, start, cut):
        return None
    how = "pron" if end - start == 1 and items[start].tag == "pron" else "own"
    return Phrase(start, end, how)


def _clause(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether the stretch holds a verb of its own, outside "who …" and "that …"."""
    for at in range(start, end):
        if items[at].tag in ("rel", "sub"):
            return False
        if finite(items, at):
            return True
    return False


def _after_adverbial(items: Sequence[Item], start: int, end: int) -> int | None:
    """Return where the subject begins after "On Sunday", "In Damascus" without a comma."""
    for at in range(end - 1, start + 1, -1):
        if items[at].tag in ("det", "pron") and items[at - 1].tag in (
            "name",
            "word",
            "time",
            "num",
        ):
            return at
    if items[start + 1 : start + 2] and items[start + 1].tag == "time" and start + 2 < end:
        return start + 2
    return None


def _without_tail(items: Sequence[Item], start: int, end: int) -> int:
    """Cut "in a speech" after a name: it tells where it was said, not who said it."""
    if items[start].tag != "name":
        return end
    for at in range(start + 1, end):
        if items[at].tag == "prep" and items[at].low in _ASIDE:
            return at
        if items[at].tag == "rel" or items[at].low == ",":
            return end
    return end


def named_after(items: Sequence[Item], start: int, *, report: bool) -> Phrase | None:
    """Return the phrase that begins at ``start``: after "said", or after "according to".

    ``report`` lets it hold "in the Washington Post", which after "said" would be a place.
    """
    if start >= len(items) or items[start].tag in ("mark", "quote", "conj", "sub", "rel", "aux"):
        return None
    if items[start].tag == "pron":
        return Phrase(start, start + 1, "pron")
    end = _run(items, start, report=report)
    while end < len(items) and items[end].low == "," and _apposition(items, end + 1):
        longer = _run(items, end + 1, report=True)
        if longer == end + 1 or (longer < len(items) and finite(items, longer)):
            break
        end = longer
    if not any(items[i].tag in ("name", "word", "num", "scare") for i in range(start, end)):
        return None
    return Phrase(start, end, "own")


def _run(items: Sequence[Item], start: int, *, report: bool) -> int:
    at = start
    inside = False
    while at < min(len(items), start + REACH):
        item = items[at]
        if item.tag in ("mark", "quote") or (item.tag in ("time", "sub") and not inside):
            break
        inside = inside or item.tag == "rel"
        if not inside and (item.tag == "aux" or item.low in ("but", "adding", "saying")):
            break
        if item.tag == "prep" and not report and not inside and item.low in _ASIDE:
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
    if item.tag == "rel" and after.low in cues():
        return False
    if item.tag in ("det", "rel") or item.low.endswith("'s") or item.low == "now":
        return item.low != "one"
    return item.tag == "word" and not item.low.endswith(("ing", "ed"))
