"""While serving, keeps the pages of records that an edit has not changed.

The prose of a record is read by its own page alone, and by pages that are never kept; where
nothing but prose differs from the last time, every other record's page is as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from ..joined import Dossier
from ..model import PageRecord
from . import links
from .options import Options
from .page import Page

P = TypeVar("P", bound=PageRecord)


@dataclass(frozen=True, slots=True)
class Kept:
    page: Page
    text: str


@dataclass(frozen=True, slots=True)
class _Last:
    """All that was written last, and what it was written from."""

    bare: Dossier
    """Without any prose."""
    options: Options
    prose: Mapping[str, str]
    """Path of a record's page → its prose; of a source's page, nothing."""
    pages: Mapping[str, Kept]


LAST: list[_Last] = []
"""One at most.  Held against what the next pages are to be written from, so never out of date."""


def kept_pages(dossier: Dossier, options: Options) -> dict[str, Page]:
    """Return path → page of those that would be written as they were the last time."""
    if not options.local or not LAST:
        return {}
    last = LAST[0]
    if last.options != options or not _same(last.bare, _bare(dossier)):
        return {}
    prose = _prose(dossier)
    return {
        path: last.pages[path].page
        for path, body in prose.items()
        if last.prose.get(path) == body and path in last.pages
    }


def kept_texts(pages: Mapping[str, Page]) -> dict[str, str]:
    """Return path → text of those of ``pages`` that are the very ones of the last time."""
    last = LAST[0].pages if LAST else {}
    return {
        path: last[path].text
        for path, page in pages.items()
        if path in last and last[path].page is page
    }


def keep(dossier: Dossier, options: Options, pages: Mapping[str, Kept]) -> None:
    """Keep what was written, for the next time."""
    if options.local:
        LAST[:] = [_Last(_bare(dossier), options, _prose(dossier), pages)]


def _prose(dossier: Dossier) -> dict[str, str]:
    events = (event.record for event in dossier.events.values())
    records = (*dossier.actors.values(), *dossier.places.values(), *events)
    return {
        **{record.path: record.body for record in records},
        **{links.source_page(id_): "" for id_ in dossier.sources},
    }


def _bare(dossier: Dossier) -> Dossier:
    """Return the dossier without the prose of its records and essays."""

    def silent(records: Mapping[str, P]) -> dict[str, P]:
        return {id_: replace(record, body="") for id_, record in records.items()}

    return replace(
        dossier,
        actors=silent(dossier.actors),
        places=silent(dossier.places),
        events={
            id_: replace(event, record=replace(event.record, body=""))
            for id_, event in dossier.events.items()
        },
        essays={path: replace(essay, body="") for path, essay in dossier.essays.items()},
    )


def _same(one: Dossier, other: Dossier) -> bool:
    return all(getattr(one, each.name) == getattr(other, each.name) for each in fields(one))
