"""Lets the cited speak through the outlet that cites them: the Times, citing two officials, said.

Where the cited have a verb of their own ("quoting a source who said that") its words are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Phrase, relative
from .frames import Frame
from .named_after import named_after
from .phrases import is_outlet
from .words import Item

_CITING = frozenset({"citing", "quoting"})


def with_cited(items: Sequence[Item], every: Sequence[Frame]) -> list[Frame]:
    """Return the frames with the cited as speakers and the outlet as whom they came through."""
    citing = [at for at, item in enumerate(items) if item.low in _CITING]
    source = _source(items, citing[0] + 1) if citing else None
    if source is None:
        return list(every)
    at = citing[0]
    outlet = _outlet(items, every, at)
    if outlet is None or outlet.speaker is None:
        return list(every)
    who = outlet.speaker
    if source.start < who.start < source.end:
        source = source._replace(end=who.start - 1)
    found: list[Frame] = []
    inner = next((one for one in every if _speaks_for(one, source)), None)
    for one in every:
        same = one.speaker is not None and one.speaker.start == who.start
        if one == inner:
            start = min(one.start, who.start)
            found.append(one._replace(start=start, speaker=source, via=who, left=False))
        elif same and (inner or one.cue[0] == at):
            continue
        elif same:
            after = [i.low for i in items[source.end : source.end + 2]] == [",", "that"]
            end = source.end + 1 if after and one.end == at else one.end
            behind = one.right and end != at
            found.append(one._replace(speaker=source, via=who, right=behind, end=end))
        else:
            found.append(one)
    return found


def _source(items: Sequence[Item], start: int) -> Phrase | None:
    """Return who is cited, without "who said that"."""
    source = named_after(items, start, report=True)
    if source is None:
        return None
    own = (
        i
        for i in range(source.start + 1, source.end)
        if items[i].tag == "rel"
        or items[i].low == "as"
        or (items[i].low == "that" and relative(items, i))
    )
    return source._replace(end=next(own, source.end))


def _outlet(items: Sequence[Item], every: Sequence[Frame], at: int) -> Frame | None:
    """Return the frame in which an outlet speaks that cites somebody at ``at``."""
    near = [
        one
        for one in every
        if one.speaker and one.cue[0] != at and is_outlet(items, one.speaker.start, one.speaker.end)
    ]
    return min(near, key=lambda one: abs(one.cue[0] - at), default=None)


def _speaks_for(one: Frame, source: Phrase) -> bool:
    """Say whether a verb belongs to the cited: a source *who said* that, a source as *saying*."""
    who = one.speaker
    if who is None or not one.right:
        return False
    return who[:2] == source[:2] or (who.how == "rel" and 0 <= who.end - source.end <= 2)
