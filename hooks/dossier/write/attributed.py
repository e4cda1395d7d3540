"""Who says what in a passage, as it was read, and the names nobody is sure of.

For those who write, beside the whole text: it stands only where that text may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..joined import Reading
from ..model import Passage, Speech
from .here import Here, Link

_LONG_WORDS = 25
_MANNERS = {"said": "", "thought": "thought, not said", "wanted": "wanted, not said"}


@dataclass(frozen=True, slots=True)
class Attributed:
    who: Link
    probably: bool
    manner: str
    """What it is where nobody is told to have said it; else empty."""
    via: Link | None
    cue: str
    """The source's own word for it: said, denied."""
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    name: str
    why: str


def attributed(reading: Reading, passage: Passage, here: Here) -> tuple[Attributed, ...]:
    """Return what is said, thought or wanted in a passage, in order."""
    every = sorted((*reading.speeches, *reading.stances), key=lambda s: s.start)
    return tuple(_attributed(s, reading.text, here) for s in every if s.passage == passage.id)


def _attributed(speech: Speech, text: str, here: Here) -> Attributed:
    via = here.link(speech.via) if speech.via else None
    if speech.via_span and not via:
        via = Link(text[slice(*speech.via_span)], None)
    named = speech.speaker_text if speech.speaker_span else None
    return Attributed(
        who=here.link(speech.speaker)
        if speech.speaker
        else Link(" ".join((named or "Not named").split()), None),
        probably=speech.basis == "carried" and (speech.speaker is not None or speech.cue is None),
        manner=_MANNERS[speech.manner],
        via=via,
        cue=" ".join(text[slice(*speech.cue)].split()) if speech.cue else "",
        words=tuple(_short(text[start:end]) for start, end in speech.content),
    )


def _short(words: str) -> str:
    found = words.split()
    return " ".join(found[:_LONG_WORDS]) + (" …" if len(found) > _LONG_WORDS else "")


def unsure(reading: Reading, passage: Passage) -> tuple[Unsure, ...]:
    """Return the names that stand in a passage and of which too little says what they name."""
    here = (p for p in reading.unsure if any(spot[0] == passage.id for spot in p.spans))
    return tuple(Unsure(p.name, p.unsure or "") for p in here)
