"""Proposes names that no page covers yet, with what the text says they are.

Runs of capitalised words are gathered, the words around each weighed, the occurrences of one
name put together; where the evidence makes it no person, body or place, it is unsure and says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Mention, Passage, Proposal, TimeExpression
from ..names import build_gazetteer, find_mentions
from .grouping import Group, group
from .scan import Taken, occurrences

__all__ = ["propose"]


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
    groups = group(occurrences(text, passages, taken))
    sure = list(_with_spans(text, passages, [g for g in groups if g.kind], taken))
    taken = Taken([*known, *((t.start, t.end) for t in times), *_spans(sure)])
    unsure = _with_spans(text, passages, [g for g in groups if not g.kind], taken)
    return tuple(sorted([*sure, *unsure], key=lambda p: p.spans[0][1:]))


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
        if any(passage not in titles for passage, _, _ in own):
            span = found.clue.what(found.likely)
            what = text[slice(*span)] if span else None
            name = " ".join(found.name.split())
            yield Proposal(name, found.likely, what, tuple(own), found.unsure)
