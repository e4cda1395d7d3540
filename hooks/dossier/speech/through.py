"""Finds through whom words reached the source, and on which day they were said.

An outlet stands behind "to", "with", "by" (told the AP, in a letter seen by the Guardian); a day
counts only where it dates the saying, not where it dates a publication or an aside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..model import TimeExpression
from .clauses import Phrase, finite, relative
from .content import Said
from .frames import Span
from .named_after import named_after
from .phrases import is_outlet
from .words import Item

_THROUGH = frozenset({"to", "with", "on", "by"})
"""What stands before an outlet: speaking to the BBC, in a statement carried by Interfax."""

_SEEN = frozenset("seen obtained reviewed published carried released shared viewed".split())
_PUBLISHED = frozenset("published broadcast aired printed posted".split())
_ON = frozenset("on in late early last earlier".split())
_NOT_ON = frozenset("since until till before after by for from of ahead".split())
"""What makes a day none of saying: its third increase since January."""

_HANDED_ON = _PUBLISHED | _SEEN


def taken(one: Said) -> list[Span]:
    """Return what in an attribution is speaker or content."""
    speaker = one.frame.speaker
    return [*one.content, *([(speaker.start, speaker.end)] if speaker else [])]


def outlet_span(items: Sequence[Item], one: Said) -> Span | None:
    """Return the outlet that handed the words on, in indexes: “…,” he told *the AP*."""
    if one.via:
        return _seen_by(items, one.via)[1] or (one.via.start, one.via.end)
    to = one.frame.to
    if to and is_outlet(items, *to):
        return to
    for at in range(*one.zone):
        if items[at].low in _THROUGH and not any(a <= at < z for a, z in taken(one)):
            found = _outlet_at(items, at + 1, len(items))
            if found:
                return found
    return _seen_by(items, one.frame.speaker)[1] if one.frame.speaker else None


def bare(items: Sequence[Item], who: Phrase) -> Phrase:
    """Return a speaker without who saw the letter and without what an apposition goes on to tell.

    The agency, a group *that documents abuse*; a report *seen by the Guardian*.
    """
    if who.how != "own":
        return who
    end = _seen_by(items, who)[0]
    comma = False
    for at in range(who.start + 1, end):
        comma = comma or items[at].low == ","
        told = items[at].tag == "rel" or (items[at].low == "that" and relative(items, at))
        if comma and told:
            end = at - 1 if items[at - 1].tag in ("prep", "mark") else at
            break
    if end > who.start + 1 and items[end - 1].low in _HANDED_ON:
        end -= 1
    cut = who.start + 2 < end < who.end
    if cut and items[end - 3].low == "," and items[end - 2].low == "the":
        end -= 3
    return who if end == who.end else who._replace(end=end)


def _outlet_at(items: Sequence[Item], start: int, limit: int) -> Span | None:
    who = named_after(items, start, report=False)
    if who is None:
        return None
    end = who.start + 1
    while end < min(who.end, limit) and not _leaves_name(items, end):
        end += 1
    return (who.start, end) if is_outlet(items, who.start, end) else None


def _leaves_name(items: Sequence[Item], at: int) -> bool:
    """Say whether a name ends before a word: Le Monde *published* on Tuesday."""
    low = items[at].low
    if items[at].tag in ("mark", "rel", "sub", "aux") or low == "that":
        return True
    return items[at - 1].tag == "name" and (low.endswith("ed") or low in _PUBLISHED)


def _seen_by(items: Sequence[Item], who: Phrase) -> tuple[int, Span | None]:
    """Return where "seen by the Guardian" begins in a speaker, else its end; and the outlet."""
    for at in range(who.start + 1, who.end - 2):
        if items[at].low in _SEEN and items[at + 1].low == "by":
            outlet = _outlet_at(items, at + 2, who.end)
            if outlet:
                return at, outlet
    return who.end, None


def day_said(
    items: Sequence[Item], one: Said, dated: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the day that the attribution gives: nearest its cue, outside speaker and words."""
    if not dated or "time" not in [item.tag for item in items[slice(*one.zone)]]:
        return None
    near = sorted(_days(items, one), key=lambda at: abs(at - one.frame.cue[0]))
    for at in near[:1]:
        spot = items[at].start
        day = bisect_right(dated, spot, key=lambda t: t.start) - 1
        if day >= 0 and spot < dated[day].end:
            return dated[day]
    return None


def _days(items: Sequence[Item], one: Said) -> Iterator[int]:
    speaker, cue = one.frame.speaker, one.frame.cue[0]
    outside = taken(one)
    if speaker and any(items[i].tag == "rel" or finite(items, i) for i in range(speaker.end, cue)):
        outside.append((speaker.end, cue))
    for at in range(*one.zone):
        if items[at].tag != "time" or any(a <= at < z for a, z in outside):
            continue
        if not _of_something_else(items, at):
            yield at


def _of_something_else(items: Sequence[Item], at: int) -> bool:
    """Say whether a day is one of publication, or only a bound: since January, after Monday."""
    while at and items[at - 1].tag == "time":
        at -= 1
    while at and items[at - 1].low in _ON:
        at -= 1
    before = items[at - 1].low if at else ""
    return before in _NOT_ON or before in _PUBLISHED
