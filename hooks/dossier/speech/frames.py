"""Finds the cues of a sentence, each with its speaker and the side on which the words stand.

Verbs are the most of it (verbs.py); the rest are "according to", nouns ("his claim that"), hedges
("reportedly", "is said to"), a colon before a quotation, and "quoted him as saying".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import Phrase, group_start
from .cues import cue_words, cues
from .named_after import named_after
from .subjects import phrase_before, subject
from .words import Item

Items = Sequence[Item]
Span = tuple[int, int]

_QUOTED = frozenset("quoted quoting cited citing".split())
_POSSESSIVE = frozenset("his her their its".split())
_MEASURES = frozenset("plan schedule size age need needs rank law rules".split())
"""What things go according to, without saying anything."""
_ABOUT = frozenset("about that on of over : against".split())
_BE = frozenset("is are was were be been being".split())


class Frame(NamedTuple):
    """A cue with its speaker; all are indexes into the sentence's items."""

    start: int
    """Where the attribution begins: its speaker or its cue."""
    cue: Span
    speaker: Phrase | None
    end: int
    """Where the attribution ends, and what is said on its right begins."""
    right: bool = True
    """Whether what is said stands on its right."""
    left: bool = False
    to: Span | None = None
    """Who is told."""
    lemma: str = ""
    content: tuple[Span, ...] = ()
    """What is said, where its place is known from the start."""
    via: Phrase | None = None
    stance: bool = False
    """Whether it is what somebody wants or sides with, not what they say."""


def according(items: Items, at: int) -> Frame | None:
    """Read "according to the ministry"."""
    if at + 2 >= len(items) or items[at + 1].low != "to":
        return None
    who = named_after(items, at + 2, report=True)
    if not who or items[who.end - 1].low in _MEASURES:
        return None
    if at == 0 and who.end == len(items):
        comma = (i for i in range(who.start, who.end) if items[i].low == ",")
        who = who._replace(end=next(comma, who.end))
    after = who.end
    while after < len(items) and items[after].tag == "time":
        after += 1  # a report published *last year*, it
    closed = after < len(items) and items[after].low in (",", ":")
    end = after + 1 if closed else who.end
    if (
        after > who.end
        and items[who.end - 1].low.endswith("ed")
        and items[who.end - 2].low == "and"
    ):
        who = who._replace(end=who.end - 2)
    return Frame(at, (at, at + 2), who, end, closed, at > 0, lemma="according")


def hedge(items: Items, at: int) -> Frame | None:
    """Read "reportedly": nobody is named."""
    after = at + 1
    if after < len(items) and items[after].low == ",":
        after += 1
    if after >= len(items) or items[after].low in cues() or items[after].tag == "mark":
        return None
    return Frame(at, (at, at + 1), None, after, lemma="reportedly")


def passive(items: Items, at: int, *, by_somebody: bool) -> Frame | None:
    """Read "it was reported that", "he is said to have fled", "it was denounced by the king"."""
    start = at
    while start and items[start - 1].tag in ("aux", "adv"):
        start -= 1
    if at + 2 >= len(items) or not any(i.low in _BE for i in items[start:at]):
        return None
    after = items[at + 1].low
    if after == "by" and by_somebody:
        who = named_after(items, at + 2, report=False)
        what = subject(items, at)
        if not who or not what or what.how != "own":
            return None
        comma = (i for i in range(who.start, who.end) if items[i].low == ",")
        who = who._replace(end=next(comma, who.end))
        told = ((what.start, what.end),)
        return Frame(what.start, (start, at + 1), who, who.end, right=False, content=told)
    if items[at].low not in cue_words("passive") or after not in ("to", "that"):
        return None
    what = subject(items, at) if after == "to" else None
    if after == "to" and (not what or what.how not in ("own", "pron")):
        return None
    begin = what.start if what else start
    head = ((what.start, what.end),) if what else ()
    return Frame(begin, (start, at + 1), None, at + 1, content=head)


def quoted_as(items: Items, at: int) -> Frame | None:
    """Read "the agency quoted him as saying that" and "he was quoted as saying that"."""
    if at < 3 or items[at - 1].low != "as":
        return None
    verb = next((b for b in range(at - 2, max(0, at - 15), -1) if items[b].low in _QUOTED), None)
    if verb is None:
        return None
    agent = subject(items, verb)
    if any(i.low in _BE for i in items[max(0, verb - 3) : verb]):
        if not agent:
            return None
        by, end = _quoted_by(items, verb, at + 1)
        return Frame(agent.start, (verb, at + 1), agent, end, via=by)
    who = Phrase(verb + 1, at - 1, "pron" if at - verb == 3 else "own")
    begin = agent.start if agent else verb
    return Frame(begin, (verb, at + 1), who, at + 1, via=agent)


def _quoted_by(items: Items, verb: int, after: int) -> tuple[Phrase | None, int]:
    """Return who quoted, before or after "as saying", and where what is said begins."""
    early = items[verb + 1].low == "by"
    late = after < len(items) and items[after].low == "by"
    by = named_after(items, verb + 2 if early else after + 1, report=False)
    if not (by and (early or late)):
        return None, after
    that = (i for i in range(by.start, by.end) if items[i].low == "that")
    by = by._replace(end=next(that, by.end))
    return by, by.end if late and not early else after


def noun(items: Items, at: int) -> Frame | None:
    """Read "his claim that" and "the minister's warning that"."""
    if at + 2 >= len(items) or items[at + 1].low != "that" or at == 0:
        return None
    owner = at - 1
    if owner and items[owner].tag == "word" and not _owns(items[owner]):
        owner -= 1
    if not _owns(items[owner]):
        return None
    if items[owner].low in _POSSESSIVE:
        who: Phrase | None = Phrase(owner, owner + 1, "pron")
    else:
        who = _owner(items, owner)
    if not who:
        return None
    return Frame(who.start, (at, at + 1), who, at + 1, lemma="noun")


def _owner(items: Items, owner: int) -> Phrase | None:
    """Return whose a noun is, without what leads to them: seized on *the mayor's* claim."""
    who = phrase_before(items, owner)
    if who is None:
        return None
    leading = (i + 1 for i in range(owner - 1, who.start, -1) if _leads(items[i]))
    return who._replace(start=next(leading, who.start), end=owner + 1)


def light(items: Items, at: int) -> Frame | None:
    """Read "he raised concerns about", "they issued a statement on"."""
    near = range(at + 1, min(len(items) - 2, at + 5))
    what = next((i for i in near if items[i].low in cue_words("noun")), None)
    if what is None or any(
        i.tag in ("mark", "prep", "quote", "conj") for i in items[at + 1 : what]
    ):
        return None
    if items[what + 1].low not in _ABOUT:
        return None
    who = subject(items, at)
    if not who or who.how == "shared":
        return None
    start = group_start(items, at)
    after = what + 1 if items[what + 1].low == "that" else what + 2
    return Frame(who.start, (start, what + 1), who, after, lemma="light")


def _leads(item: Item) -> bool:
    return item.tag == "prep" and item.low != "of"


def _owns(item: Item) -> bool:
    return item.low in _POSSESSIVE or item.low.endswith(("'s", "s'"))


def colon(items: Items, at: int) -> Frame | None:
    """Read a colon before a quotation: after a name, after "the minister's answer"."""
    if at + 1 >= len(items) or items[at + 1].tag != "quote" or at == 0:
        return None
    who: Phrase | None = None
    if all(i.tag == "name" for i in items[:at]) and at < 6:
        who = Phrase(0, at, "own")
    spoken = [i for i in range(max(0, at - 6), at) if items[i].low in cue_words("noun")]
    if spoken and spoken[-1] and _owns(items[spoken[-1] - 1]):
        who = phrase_before(items, spoken[-1] - 1)
    elif len(spoken) == 1 and items[spoken[0] + 1].low in ("from", "by"):
        who = named_after(items, spoken[0] + 2, report=True)
    if not who:
        return None
    return Frame(who.start, (at, at + 1), who, at + 1, lemma=":")
