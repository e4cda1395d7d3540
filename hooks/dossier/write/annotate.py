"""A passage's whole text cut into pieces, each plain or marked as a name, a time or evidence.

Only for ``mkdocs serve`` and for sources that may be shown in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..joined import Reading
from ..model import Passage
from .here import Here


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    href: str | None
    time: str | None
    """Why the words mean a date."""
    evidence: bool


def annotate(reading: Reading, passage: Passage, here: Here) -> tuple[Piece, ...]:
    """Return the passage in pieces that together are its text, in order."""
    mentions = here.lookup.named.get((reading.source, passage.id), ())
    times = [t for t in reading.times if t.passage == passage.id]
    proofs = here.lookup.proofs.get((reading.source, passage.id), ())
    marked = [(m.start, m.end) for m in mentions] + [(t.start, t.end) for t in times]
    cuts = sorted({passage.start, passage.end, *(at for span in (*marked, *proofs) for at in span)})
    cuts = [at for at in cuts if passage.start <= at <= passage.end]
    pieces = []
    for start, end in pairwise(cuts):
        name = next((m for m in mentions if m.start <= start and end <= m.end), None)
        time = next((t for t in times if t.start <= start and end <= t.end), None)
        pieces.append(
            Piece(
                reading.text[start:end],
                here.link(name.entity).href if name else None,
                time.why if time else None,
                any(first <= start and end <= last for first, last in proofs),
            )
        )
    return tuple(pieces)
