"""Tells a quotation that is what somebody says from the words that stand before it."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Phrase, finite, titled
from .frames import Frame, Span
from .words import Item

_PHRASE = frozenset({"name", "word", "det", "num"})


def only_titled(items: Sequence[Item], start: int, end: int) -> bool:
    """Say whether a quotation is but a title in what leads in: on Sunday’s “Meet the Press,”."""
    return (
        items[start].tag == "prep"
        and start < end - 1
        and titled(items, end - 1)
        and not any(finite(items, i) for i in range(start, end - 1))
    )


def set_off(items: Sequence[Item], start: int, end: int) -> Span | None:
    """Return the quotation that a dash parts from whom it is of: Roe — “we won,” she says — left.

    Or a colon, from what leads up to it: her deputy did: “We won,” she said.
    """
    at = end - 1
    if at <= start or items[at].tag != "quote" or items[at - 1].low not in ("-", ":"):
        return None
    led = items[at - 1].low == ":" or all(i.tag in _PHRASE for i in items[start : at - 1])
    return (at, end) if led else None


def with_dashed(items: Sequence[Item], frame: Frame, content: int) -> Frame:
    """Return the cue with whom a dash parts from the quotation at ``content``, not with "he"."""
    who, dash = frame.speaker, content - 1
    if who is None or who.how != "pron" or dash < 1 or items[dash].low != "-":
        return frame
    start = dash
    while start and items[start - 1].tag in _PHRASE:
        start -= 1
    named = start < dash and any(item.tag == "name" for item in items[start:dash])
    return frame._replace(speaker=Phrase(start, dash, "own")) if named else frame
