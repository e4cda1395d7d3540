"""The page that search has to itself: all results of a query, and every name from A to Z.

The list needs no script; it holds every name of a record, those that only readers type included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Actor, Name, Place
from . import wording
from .essays import headed
from .folding import whole
from .here import Here, Link
from .page import Page
from .render import block, heading
from .search_entries import PAGE

__all__ = ["PAGE", "search_page"]


@dataclass(frozen=True, slots=True)
class Row:
    name: Name
    page: Link
    kind: str
    other: bool
    """Another name than the title of the page it leads to."""


def search_page(here: Here) -> Page:
    rows = sorted(_rows(here), key=lambda row: (*_order(row.name.text), row.other, row.page.text))
    letters: dict[str, list[Row]] = {}
    for row in rows:
        letters.setdefault(_letter(row.name.text), []).append(row)
    parts = (
        block("search", address=here.to(PAGE)),
        heading("Every name, A to Z", "names"),
        block("names", letters=list(letters.items())),
    )
    return headed(
        here,
        "Search",
        wording.plural(len(rows), "name"),
        parts if rows else parts[:1],
        description="Search by any spelling, and every name of a person, group, place or event.",
    )


def _rows(here: Here) -> Iterator[Row]:
    dossier = here.lookup.dossier
    named: list[Actor | Place] = [*dossier.actors.values(), *dossier.places.values()]
    for record in named:
        yield from _named(record, here)
    for event in dossier.events.values():
        yield Row(Name(event.record.title), here.link(event.id), "event", other=False)


def _named(record: Actor | Place, here: Here) -> Iterator[Row]:
    page, kind = here.link(record.id), wording.kind(record.kind)
    known = {name.text: name for name in reversed((*record.names, *record.also))}
    own = known.pop(record.title, Name(record.title))
    yield Row(own, page, kind, other=False)
    yield from (Row(name, page, kind, other=True) for name in known.values())


def _order(name: str) -> tuple[bool, str]:
    """Return what names are sorted by: their one spelling, other scripts than Latin at the end."""
    folded = whole(name)
    return not folded[:1].isascii(), folded


def _letter(name: str) -> str:
    first = whole(name)[:1]
    if not first.isascii() or not first:
        return "Other scripts"
    return first.upper() if first.isalpha() else "0–9"
