"""Proposes names that no page covers yet, with what the text says they are.

Runs of capitalised words are gathered, the words around each weighed, the occurrences of one
name put together; where the evidence makes it no person, body or place, it is unsure and says why.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..model import Mention, Passage, Proposal, TimeExpression
from ..names import build_gazetteer, find_mentions
from ..names.fold import fold
from .grouping import Group, Occurrence, group
from .scan import Taken, occurrences

__all__ = ["propose"]

_A_PERSON = 2
"""Points from which a name is said to be a person's."""


def propose(
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> tuple[Proposal, ...]:
    """Return the unknown names of a text in the order in which they first stand in it.

    ``mentions`` are the known names; nothing that overlaps one, or a time, is proposed.
    """
    known = [(m.start, m.end) for m in mentions]
    taken = Taken([*known, *((t.start, t.end) for t in times)])
    seen = list(occurrences(text, passages, taken))
    groups = group(seen)
    sure = list(_with_spans(text, passages, [g for g in groups if g.kind], taken))
    unsure = _unsure(passages, seen, [g for g in groups if not g.kind], Taken(_spans(sure)))
    return tuple(sorted([*sure, *unsure], key=lambda p: p.spans[0][1:]))


def _unsure(
    passages: Sequence[Passage],
    seen: Sequence[Occurrence],
    groups: Sequence[Group],
    taken: Taken,
) -> Iterator[Proposal]:
    """Yield the names that nothing settles, with the places where each was met."""
    spans: dict[str, list[tuple[str, int, int]]] = {}
    starts = [p.start for p in passages]
    for one in seen:
        if not taken.overlaps(one.start, one.start + len(one.name)):
            passage = passages[bisect_right(starts, one.start) - 1].id
            span = (passage, one.start, one.start + len(one.name))
            spans.setdefault(fold(one.name), []).append(span)
    for found in groups:
        own = sorted((s for form in sorted(found.forms) for s in spans.get(form, ())), key=_start)
        if own:
            name = " ".join(found.name.split())
            yield Proposal(name, found.likely, None, tuple(own), found.unsure)


def _start(span: tuple[str, int, int]) -> int:
    return span[1]


def _spans(proposals: Sequence[Proposal]) -> Iterator[tuple[int, int]]:
    for proposal in proposals:
        yield from ((start, end) for _, start, end in proposal.spans)


def _with_spans(
    text: str, passages: Sequence[Passage], groups: Sequence[Group], taken: Taken
) -> Iterator[Proposal]:
    """Search the text for the names found, as for known ones: so short forms come with them."""
    titles = {p.id for p in passages if p.role == "title"}
    entries = [(form, str(n)) for n, g in enumerate(groups) for form in sorted(g.forms)]
    people = {str(n) for n, g in enumerate(groups) if g.person}
    spans: dict[int, list[tuple[str, int, int]]] = {}
    for m in find_mentions(build_gazetteer(entries), text, passages, people):
        if not taken.overlaps(m.start, m.end):
            spans.setdefault(int(m.entity), []).append((m.passage, m.start, m.end))
    for number, found in enumerate(groups):
        own = spans.get(number, [])
        if found.kind and any(passage not in titles for passage, _, _ in own):
            span = found.clue.what(found.kind)
            what = text[slice(*span)] if span else None
            name = " ".join(found.name.split())
            person = found.person and found.clue.person >= _A_PERSON
            yield Proposal(name, found.likely, what, tuple(own), person=person)
