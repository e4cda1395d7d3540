"""Finds words given to somebody without a verb: “MAYOR: It fell.”, “Poll: …”, “…” — Ann Lee.

A label is read only where the text shows that it is somebody: it takes turns with others, is a
known name, or speaks elsewhere in the text; “Update:” and “Photos:” are nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ..model import Sentence
from .cues import cue_words, cues

Span = tuple[int, int]

_WORD = r"(?:[^\W\d_][\w.’'‑-]*)"
_LABEL = re.compile(rf"[“\"]?({_WORD}(?: {_WORD}){{0,4}})(:)\s+(?=\S)")
_SIGNED = re.compile(
    rf"([.!?…][”\"]|[”\"])\s*([—–―]|--)\s*({_WORD}(?: {_WORD}){{1,3}})(?:, [^“”\"]{{1,80}})?\Z"
)
_CLOSED = re.compile(r"[”\"]")
_TURNS = 3
"""Labels in capitals that make a transcript of a text."""


class Turn(NamedTuple):
    """Words of a passage that a label gives to somebody."""

    who: Span
    cue: Span
    content: Span
    sure: bool
    """Whether they are given as spoken, in a transcript or signed; else a headline has them."""


def turns(text: str, passages: Sequence[Sequence[Sentence]]) -> dict[int, Turn]:
    """Return the labelled passages by number; of capitals only where the text is a transcript."""
    found = {}
    for number, passage in enumerate(passages):
        turn = _turn(text, passage[0].start, passage[-1].end)
        if turn:
            found[number] = turn
    shouted = Counter(_label(text, turn) for turn in found.values() if _is_shouted(text, turn))
    script = len(shouted) > 1 and shouted.total() >= _TURNS
    return {n: turn for n, turn in found.items() if script or not _is_shouted(text, turn)}


def speaks(label: str, speaking: Collection[str]) -> bool:
    """Say whether a label is a paper, or ends as the name of one who speaks in the text does."""
    last = label.rsplit(" ", 1)[-1]
    return last in speaking or label.lower() in cue_words("document")


def _label(text: str, turn: Turn) -> str:
    return text[slice(*turn.who)]


def _is_shouted(text: str, turn: Turn) -> bool:
    return turn.who < turn.content and turn.sure and _label(text, turn).isupper()


def _turn(text: str, start: int, end: int) -> Turn | None:
    label = _LABEL.match(text, start, end)
    if label:
        shouted = label[1].isupper() and len(label[1]) > 1
        words = label[1].split()
        if not all(word[0].isupper() for word in words) or words[0].lower() in cues():
            return None
        return Turn(label.span(1), label.span(2), (label.end(), end), sure=shouted)
    signed = _SIGNED.search(text, max(start, end - 200), end) if text[start] in '“"' else None
    whole = signed and not _CLOSED.search(text, start + 1, signed.start(1))
    if signed and whole and all(word[0].isupper() for word in signed[3].split()):
        return Turn(signed.span(3), signed.span(2), (start, signed.end(1)), sure=True)
    return None
