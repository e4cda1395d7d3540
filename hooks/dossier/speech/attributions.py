"""Puts a sentence's cues, their speakers and what they say together.

First every cue is found with its subject and its side; then content is dealt out: what a later
cue says of the sentence, what a quotation adds, and nothing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import (
    Phrase,
    clause_start,
    finite,
    group_start,
    main_subject,
    named_after,
    relative,
    subject,
)
from .cues import Cue, cue_words, cues, particles
from .phrases import head
from .words import Item

Items = Sequence[Item]
Span = tuple[int, int]

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_TURNING = frozenset({"say", "ask", "write", "add", "explain", "note", "argue", "report"})
_PLURAL = frozenset(
    "they people police some many others both media most few those women men surveyed polled"
    " two three four five six seven eight nine ten million".split()
)
_NOT_SPEAKERS = frozenset("i you we this that these those there".split())
_CIRCUMSTANCE = frozenset("as when while after before during once since".split())
_BEFORE_ING = frozenset(", by in while before after and when -".split())
_OBJECT = frozenset({"det", "pron", "name", "num", "word", "quote", "scare", "sub", "rel", "adv"})


class Frame(NamedTuple):
    """A cue with its speaker; all are indexes into the sentence's items."""

    start: int
    """Where the attribution begins: its speaker or its cue."""
    cue: Span
    speaker: Phrase | None
    to: Span | None
    """Who is told."""
    end: int
    """Where the attribution ends, and what is said on its right begins."""
    right: bool
    """Whether what is said stands on its right."""
    left: bool
    lemma: str


def frames(items: Items) -> list[Frame]:
    """Return every cue of a sentence that has a place for somebody's words."""
    found: list[Frame] = []
    for at, item in enumerate(items):
        if item.tag in ("quote", "scare", "mark"):
            continue
        if item.low == "according" and at + 1 < len(items) and items[at + 1].low == "to":
            frame = _according(items, at)
        else:
            cue = cues().get(item.low)
            frame = _verb(items, at, cue, found) if cue and item.tag != "name" else None
        if frame:
            found.append(frame)
    return found


def _according(items: Items, at: int) -> Frame | None:
    who = named_after(items, at + 2, report=True)
    if not who:
        return None
    closed = who.end < len(items) and items[who.end].low == ","
    return Frame(at, (at, at + 2), who, None, who.end + closed, closed, at > 0, "according")


def _verb(items: Items, at: int, cue: Cue, found: Sequence[Frame]) -> Frame | None:
    start = group_start(items, at)
    particle = at + 1 < len(items) and items[at + 1].low in particles().get(items[at].low, ())
    if not _speaks(items, at, cue, start, particle=particle):
        return None
    end = at + 2 if particle else at + 1
    turned = _turned(items, start, end, cue)
    if turned:
        after = turned.end
        right, after = _right(items, after)
        return Frame(start, (start, end), turned, None, after, right, True, cue.lemma)
    who = _participle(items, start) if cue.form == "ing" and start == at else subject(items, at)
    if who and who.how == "shared":
        if cue.form == "base" and start == at and items[at - 1].tag == "conj":
            return None
        who = _same(items, start, found) or main_subject(items, start) or who
    if not who or not _agrees(items, who, cue, at - start):
        return None
    begin = start if who.how == "shared" else min(who.start, start)
    to = _told(items, end) if cue.kind == "person" or cue.lemma in ("ask", "warn") else None
    if cue.kind in ("object", "with"):
        right, after = end < len(items) and items[end].tag in _OBJECT, end
        if not right and items[end : end + 1] and items[end].low == ":":
            right, after = True, end + 1
    else:
        right, after = _right(items, to[1] if to else end)
    paper = items[head(items, who.start, who.end)].low in cue_words("document")
    if not (particle or paper or _fits(items, cue, after, right=right)):
        return None
    left = begin > 0 and who.how != "rel" and cue.kind != "object"
    return Frame(begin, (start, end), who, to, after, right, left, cue.lemma)


def _same(items: Items, at: int, found: Sequence[Frame]) -> Phrase | None:
    """The speaker before: he said this, adding that; she said this and called for that."""
    for frame in reversed(found[-4:]):
        who = frame.speaker
        if who and who.how != "rel" and frame.right and who.start >= clause_start(items, at):
            return who._replace(how="shared")
    return None


def _fits(items: Items, cue: Cue, after: int, *, right: bool) -> bool:
    """Say whether what follows suits a verb that speaks only before a clause or a quotation."""
    if cue.kind not in ("clause only", "quotation only"):
        return True
    if not right or items[after].tag == "quote" or items[after - 1].low in ":,":
        return True
    if cue.kind == "quotation only":
        return False
    if items[after].low in ("that", "how", "why", "whether", "if", "what"):
        return True
    if items[after].tag not in ("pron", "det", "name", "num", "word"):
        return False
    for at in range(after, min(len(items), after + 9)):
        if items[at].tag in ("mark", "quote", "rel", "sub") or items[at].low == "to":
            return False
        if finite(items, at):
            return True
    return False


def _speaks(items: Items, at: int, cue: Cue, start: int, *, particle: bool) -> bool:
    """Say whether the form can be a verb of somebody here, not a noun, adjective or passive."""
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if cue.kind == "with" and not particle:
        return False
    if before and (before.low == "to" or (before.tag == "det" and before.low not in _PLURAL)):
        return False
    if cue.form == "ing":
        group = {i.low for i in items[start:at]}
        if group & _BE:
            return True
        fits = not before or before.low in _BEFORE_ING or before.tag == "quote"
        return fits or (cue.lemma == "say" and before is not None and before.tag == "word")
    if before and before.tag == "prep":
        return False
    if cue.form == "past" and _passive(items, at, start):
        return False
    if cue.form == "past" and after and after.low == "by":
        return False
    if particle:
        return cue.form == "past" or _verb_place(items, at, start)
    if cue.kind == "object" and after and (after.tag == "prep" or after.low in ("as", ",")):
        return False
    return not cue.noun or _verb_place(items, at, start)


def _passive(items: Items, at: int, start: int) -> bool:
    return any(i.low in _BE or i.low.endswith("'s") for i in items[start:at])


def _verb_place(items: Items, at: int, start: int) -> bool:
    """Say whether a form that is as often a noun stands as a verb."""
    if any(i.tag == "aux" for i in items[start:at]):
        return True
    after = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1] if at else None
    if before is None or before.tag in ("prep", "conj", "det"):
        return False
    if cues()[items[at].low].form == "past":
        return True
    return after is not None and (
        after.tag in ("quote", "scare", "pron", "rel", "det", "num", "name", "sub")
        or after.low in ("that", ":", "about", "nearly")
        or items[at + 1].low in particles().get(items[at].low, ())
    )


def _turned(items: Items, start: int, end: int, cue: Cue) -> Phrase | None:
    """Return who follows the cue: “…,” said the minister."""
    if not start or end >= len(items) or cue.form == "ing" or cue.kind == "object":
        return None
    before = items[start - 1]
    if before.tag not in ("quote", "scare"):
        if before.low not in (",", "-", "?", "!") or cue.lemma not in _TURNING or end > start + 1:
            return None
    if items[end].tag not in ("name", "word", "det", "num", "pron"):
        return None
    who = named_after(items, end, report=False)
    if not who or who.end < len(items) and finite(items, who.end):
        return None
    if before.low == "," and items[head(items, who.start, who.end)].tag not in ("name", "pron"):
        clause = any(finite(items, i) for i in range(max(0, start - 40), start))
        if not clause or (who.end < len(items) and items[who.end].tag not in ("mark", "time")):
            return None
    for at in range(who.start, who.end):
        if items[at].tag in ("rel", "mark"):
            break
        if finite(items, at):
            return None
    return who


def _participle(items: Items, at: int) -> Phrase | None:
    """Who does it: "…, saying that": the subject of the sentence's last verb before."""
    for back in range(at - 1, max(-1, at - 60), -1):
        if items[back].tag != "quote" and finite(items, back):
            who = subject(items, back)
            if who:
                return who._replace(how="shared")
    return main_subject(items, at)


def _agrees(items: Items, who: Phrase, cue: Cue, group: int) -> bool:
    word = items[head(items, who.start, who.end)].low
    if who.how == "pron" and word in _NOT_SPEAKERS:
        return False
    if cue.form == "base" and not group and who.how not in ("rel", "shared"):
        some = {i.low for i in items[who.start : who.end]}
        close = head(items, who.start, who.end) + 1
        plural = any(i.low.endswith("s") for i in items[who.start : close])
        return plural or bool(some & _PLURAL) or bool(some & {"and", "in", "of"})
    return not (cue.form == "s" and cue.noun and word == "they")


def _told(items: Items, at: int) -> Span | None:
    """Return the span of who is told something, from the item after the verb."""
    end = at
    if (
        end < len(items)
        and items[end].tag == "pron"
        or (end < len(items) and items[end].low in ("him", "them", "us", "me", "her"))
    ):
        return at, at + 1
    while end < len(items) and items[end].tag in ("det", "name", "word", "num", "conj", "scare"):
        item = items[end]
        if end > at and (item.tag == "det" or item.low == "that"):
            break
        if end > at and item.tag == "name" and items[end - 1].tag == "word":
            break
        if end + 2 < len(items) and items[end + 1].low == "of" and item.tag == "word":
            end += 1
        end += 1
    while end > at and items[end - 1].tag == "conj":
        end -= 1
    return (at, end) if end > at else None


def _right(items: Items, at: int) -> tuple[bool, int]:
    """Return whether something is said on the right, and where it begins."""
    at = _after_time(items, at)
    if at >= len(items):
        return False, at
    if items[at].low == ",":
        return True, at + 1
    if items[at].tag not in ("prep", "mark"):
        return items[at].low not in _CIRCUMSTANCE, at
    for seen in range(at, min(len(items), at + 30)):
        item = items[seen]
        if item.tag == "quote" or (item.low == "that" and not relative(items, seen)):
            return True, seen
        if item.low == ":":
            return seen + 1 < len(items), seen + 1
        if item.low == ",":
            return seen + 1 < len(items) and items[seen + 1].tag in ("quote", "scare"), seen + 1
        if item.tag == "mark" or item.tag == "sub":
            break
        if finite(items, seen):
            who = subject(items, seen)
            return bool(who and who.start > at), who.start if who else at
    return False, at


def _after_time(items: Items, at: int) -> int:
    """Step over "on Saturday" after a cue, unless it is what the words are about."""
    after = at
    while after < len(items) and items[after].low in ("on", "late", "early", "in", "earlier"):
        after += 1
    if after >= len(items) or items[after].tag != "time":
        return at
    while after < len(items) and items[after].tag == "time":
        after += 1
    return at if after < len(items) and finite(items, after) else after
