"""Finds who a verb belongs to: the phrase before it, without asides and adverbials.

A subject runs from the start of its clause to its verb; between commas, from the first piece that
can name somebody.  A second verb ("and said", ", saying") shares the subject of its clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import (
    AS,
    LEADING,
    REACH,
    Phrase,
    clause_start,
    finite,
    floor,
    group_start,
    has_verb,
    opening,
    titled,
)
from .words import Item

Piece = tuple[int, int]

_ASIDE = frozenset("in on at during via through after before by amid".split())
_LEADING = LEADING | {"time"}
_CONTRACTED = frozenset({"he", "sh", "it", "th"})
_ENDS = frozenset({"name", "word", "num", "scare", "time", "det", "finite"})
_CLOSING = frozenset(", ) ] -".split())
_NAMING = frozenset({"name", "word", "num", "scare", "pron"})
_OWN = frozenset({"det", "name", "pron", "num"})
_WHEN = frozenset("last next this that earlier later early late".split())
_PERIODS = frozenset(
    "summer winter spring autumn fall morning afternoon evening night week weekend month year"
    " decade century day this".split()
)
_NOBODY = frozenset("no none nobody neither nothing".split())
_ALONE = frozenset("some many others those few most both another".split())
_SUBJECTS = frozenset("he she they it".split())
_PAIRS = frozenset(
    {("at", "least"), ("at", "most"), ("up", "to"), ("as", "many"), ("as", "few"), ("more", "than")}
)
_COUNTING = frozenset("about over under outside inside".split())


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
    if item.tag in _ENDS or item.low in _CLOSING or titled(items, last):
        return phrase_before(items, last)
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


def with_antecedent(items: Sequence[Item], who: Phrase) -> Phrase:
    """Take in whom "who" belongs to: *the doctor, who* asked not to be named."""
    at = who.start - 1
    if at > 0 and items[at].low == ",":
        at -= 1
    if at < 0 or items[at].tag not in _ENDS:
        return who
    named = phrase_before(items, at)
    if not named or named.how != "own":
        return who
    start = named.start
    if start > 1 and items[start].low in ("a", "an") and items[start - 2].tag == "name":
        apposed = phrase_before(items, start - 2)
        start = apposed.start if apposed and apposed.how == "own" else start
    return who._replace(start=start)


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
    while start < verb and (inserted(items, start) or items[start].low == ","):
        plain = items[start].tag in ("conj", "adv") or items[start].low == ","
        comma = next((at for at in range(start, verb) if items[at].low == ","), None)
        if comma is None and not plain:
            return None
        start = start + 1 if plain or comma is None else comma + 1
    end = start
    while end < verb and not _leaves_subject(items, start, end):
        end += 1
    if end in (start, verb) or items[start].tag in ("quote", "mark", "aux", "rel"):
        return None
    return Phrase(start, end, "shared")


def _leaves_subject(items: Sequence[Item], start: int, at: int) -> bool:
    item = items[at]
    if item.tag in ("mark", "quote", "sub", "rel", "aux", "finite", "adv", "time", "pron"):
        return at > start or item.tag != "pron"
    return at > start and (
        (items[start].tag == "pron" or item.low.endswith("ed")) or finite(items, at)
    )


def phrase_before(items: Sequence[Item], last: int) -> Phrase | None:
    """Return the phrase that ends with ``items[last]``, or before that mark."""
    if items[last].low in (")", "]", "-"):
        opened = opening(items, last)
        if not opened:
            return None
        last = opened - 1
    pieces = _pieces(items, floor(items, last), last + 1)
    if not pieces:
        return None
    if items[last].low != "," and items[last].tag != "quote":
        start, end = pieces[-1]
        if len(pieces) > 1 and _goes_with(items, pieces[-2], start, end):
            start = pieces[_chain(items, pieces, len(pieces) - 1)][0]
        return _trimmed(items, start, end, cut=end)
    first = _chain(items, pieces, len(pieces))
    while first < len(pieces) and inserted(items, pieces[first][0]):
        first += 1
    if first == len(pieces):
        return None
    start, end = pieces[first]
    for piece in pieces[first + 1 :]:
        if inserted(items, piece[0]) or items[piece[0]].tag == "rel":
            break
        end = piece[1]
    return _trimmed(items, start, end, cut=pieces[first][1])


def _pieces(items: Sequence[Item], low: int, high: int) -> list[Piece]:
    """Cut at commas; empty pieces are left out."""
    found = []
    start = low
    for at in range(low, high + 1):
        if at == high or items[at].low == ",":
            if at > start:
                found.append((start, at))
            start = at + 1
    return found


def _goes_with(items: Sequence[Item], before: Piece, start: int, end: int) -> bool:
    """Say whether a piece belongs to the one before it: "A, B and C", "Ali, a baker said"."""
    if inserted(items, before[0]):
        return False
    listed = any(i.low == "and" for i in items[start:end])
    names = all(i.tag == "name" or i.low == "and" for i in items[start:end])
    if names and items[before[1] - 1].tag == "name":
        return listed
    first = before[0] == 0 and items[0].tag == "name"
    return items[start].low in ("and", "or") or (first and items[start].low in ("a", "an"))


def _chain(items: Sequence[Item], pieces: Sequence[Piece], first: int) -> int:
    """Return the first of the pieces that hold together, without a verb of their own."""
    while first > 0 and not has_verb(items, *pieces[first - 1]):
        first -= 1
    return first


def inserted(items: Sequence[Item], start: int) -> bool:
    """Say whether a piece between commas is a remark: for instance, last week, asked about it."""
    while start + 1 < len(items) and items[start].tag == "conj":
        start += 1
    item = items[start]
    after = items[start + 1] if start + 1 < len(items) else None
    if item.low in _WHEN and after:
        return after.low in _PERIODS or after.tag == "time"
    if item.low.endswith("ed") and after:
        return after.tag in ("prep", "sub")
    if after and ((item.low, after.low) in _PAIRS or (after.tag == "num" and counts(items, start))):
        return False  # at least 12 of them
    return item.tag in ("prep", "adv", "sub", "time") or item.low.endswith("ing")


def _trimmed(items: Sequence[Item], start: int, end: int, cut: int) -> Phrase | None:
    """Return the phrase without what leads into it and the adverbial behind it.

    Only ``items[start:cut]`` holds its head; what follows up to ``end`` is in apposition.
    """
    start = _behind_clause(items, start, cut)
    while start < end and (items[start].tag in _LEADING or items[start].low in AS):
        if counts(items, start):
            break
        start += 1
    if start + 1 < end and items[start].tag == "rel":
        several = end - start == 2 and items[start + 1].low.endswith(
            "s"
        )  # a rota that *unions* say
        start += several or items[start + 1].tag in _OWN  # which *the army* said had fallen
    if items[start].low in _SUBJECTS and start + 1 < end and items[start + 1].tag == "word":
        end = start + 1  # *he* sets his watch, then admits
    if start < end and items[start].tag == "prep" and not counts(items, start):
        inner = _behind_adverbial(items, start, cut)
        if inner is None:
            return None
        start = inner
    if start >= end:
        return None
    cut = max(cut, start + 1)
    end = end if end > cut else _without_tail(items, start, end)
    naming = any(i.tag in _NAMING for i in items[start:end]) or items[start].low in _ALONE
    if not naming or items[start].low in _NOBODY or has_verb(items, start, cut):
        return None
    how = "pron" if end - start == 1 and items[start].tag == "pron" else "own"
    return Phrase(start, end, how)


def _behind_clause(items: Sequence[Item], start: int, end: int) -> int:
    """Step over a clause before "and": the city fell and *the mayor* said."""
    for at in range(end - 1, start, -1):
        if items[at].tag != "conj" or not any(finite(items, i) for i in range(start, at)):
            continue
        told = any(item.tag == "rel" for item in items[start:at])
        if not (told and items[at + 1].low.endswith("ed")):
            return at + 1
    return start


def counts(items: Sequence[Item], at: int) -> bool:
    """Say whether a preposition is none: about half of them, at least 12, outside experts."""
    if at + 1 >= len(items):
        return False
    pair = (items[at].low, items[at + 1].low)
    if pair in _PAIRS:
        return True
    plain = items[at + 1].tag in ("num", "det", "adv", "word")
    return plain and items[at].low in _COUNTING


def _behind_adverbial(items: Sequence[Item], start: int, end: int) -> int | None:
    """Return where the subject begins after "On Sunday", "In Damascus" without a comma."""
    for at in range(end - 1, start + 1, -1):
        before = items[at - 1].tag
        if items[at].tag in ("det", "pron") and before in ("name", "word", "time", "num", "rel"):
            return at
    if start + 2 < end and items[start + 1].tag == "time":
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
