"""Follows speech over paragraphs: a quotation goes on in the next, a colon waits for it there.

A paragraph of a quotation that is not closed belongs with the next one's; one that is nothing but
a quotation is probably the words of who was quoted right before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model import Sentence, Speech
from .words import Item, quotations, units

Span = tuple[int, int]

_QUOTED = ("quote", "scare", "mark")
_OPENING = ("“", '"', "«", "''", "„", "‘")
_CLOSED = ("”", '"', "»", "''", "’", "“")


class Unit(NamedTuple):
    """A sentence's items, with where it stands."""

    passage: str
    items: tuple[Item, ...]
    first: bool
    """Whether it begins its passage."""
    last: bool
    """Whether it ends its passage."""
    open: bool
    """Whether it ends in a quotation that goes on in the next passage."""

    @property
    def quoted(self) -> bool:
        return is_quotation(self.items)


def is_quotation(items: Sequence[Item]) -> bool:
    """Say whether items are nothing but a quotation."""
    if not items or items[0].tag not in _QUOTED:
        return False
    return all(item.tag in _QUOTED for item in items)


def all_units(
    text: str, passages: Sequence[Sequence[Sentence]], days: Sequence[Span]
) -> Iterator[Unit]:
    """Yield the units of all passages; "He said:" with the quotation that follows in the next."""
    waiting: Unit | None = None
    for unit in _units(text, passages, days):
        if waiting and unit.first and unit.quoted:
            items = waiting.items + unit.items
            yield waiting._replace(items=items, last=unit.last, open=unit.open)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = unit if unit.items[-1].low == ":" else None
        if not waiting:
            yield unit
    if waiting:
        yield waiting


def _units(
    text: str, passages: Sequence[Sequence[Sentence]], days: Sequence[Span]
) -> Iterator[Unit]:
    starts = [passage[0].start for passage in passages]
    for passage, after in zip(passages, (*starts, len(text))[1:], strict=True):
        goes_on = text.startswith(_OPENING, after)
        quotes = quotations(text, passage[0].start, passage[-1].end, goes_on=goes_on)
        first = True
        for items in units(text, passage, quotes, days):
            if items:
                last = items[-1]
                left_open = last.tag == "quote" and last.end == passage[-1].end
                left_open = left_open and not text.endswith(_CLOSED, last.start + 1, last.end)
                ends = last.end == passage[-1].end
                yield Unit(passage[0].passage, items, first, ends, left_open)
                first = False


class Following:
    """Ties units that are quotations alone to the speech before or after them."""

    def __init__(self) -> None:
        self._left_open = False
        self._quoted: Speech | None = None
        self._ahead: list[Span] = []

    def belongs_before(self, unit: Unit, found: Sequence[Speech]) -> bool:
        """Say whether a quotation goes on with the last speech found."""
        if not unit.quoted or not found:
            return False
        return self._left_open if unit.first else found[-1].passage == unit.passage

    def waits(self, unit: Unit) -> bool:
        """Keep a quotation that is not closed for the speech that follows."""
        if not (unit.quoted and unit.open):
            return False
        self._ahead += [(i.start, i.end) for i in unit.items if i.tag != "mark"]
        self._quoted = None
        return True

    def probably(self, unit: Unit) -> Speech | None:
        """Return whom a closed quotation alone in its passage probably quotes: the one before.

        Behind a question it may be the answer, which somebody else gives.
        """
        before = self._quoted
        alone = unit.quoted and unit.first and unit.last and not unit.open
        return before if alone and before and unit.items[0].tag == "quote" else None

    def settle(self, unit: Unit, here: list[Speech]) -> list[Speech]:
        """Return the speech of a unit, with what waited for it, and remember how it ends."""
        ahead, self._ahead = self._ahead, []
        if ahead and here and here[0].content[0][0] == unit.items[0].start:
            content = (*ahead, *here[0].content)
            here = [replace(here[0], content=content, start=ahead[0][0]), *here[1:]]
        attributed = bool(here) and here[-1].content[-1][1] == unit.items[-1].end
        self.leave(unit, here, attributed=attributed)
        return here

    def leave(self, unit: Unit, here: Sequence[Speech], *, attributed: bool) -> None:
        """Remember how a unit ends, and whom alone it quotes."""
        self._left_open = unit.open and attributed
        one = here[-1] if here else None
        alone = one and all(each.speaker_span == one.speaker_span for each in here)
        sure = one and one.direct and one.voice == "speaker" and one.manner == "said"
        self._quoted = one if alone and sure and not _asks(unit) else None


def _asks(unit: Unit) -> bool:
    return any(item.stop == "?" for item in unit.items)
