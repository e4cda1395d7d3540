"""When each page was last changed in substance, for the sitemap: no sharper than it is known.

That is the newest entry of the record's history, else the publication of what was read; a page
that is no record takes the newest of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import edtf
from ..joined import Dossier
from ..model import Change
from ..write import links
from .dates import parts, written


def last_changes(dossier: Dossier, paths: Iterable[str]) -> dict[str, str]:
    """Return path of a page → year, month or day, as the web writes it (W3C-DTF)."""
    read = [source.published for source in dossier.sources.values() if source.text is not None]
    default = _newest(read)
    texts: dict[str, str | None] = {}
    records = [
        *dossier.actors.values(),
        *dossier.places.values(),
        *(event.record for event in dossier.events.values()),
    ]
    for record in records:
        texts[record.path] = _changed(record.history) or default
    for source in dossier.sources.values():
        own = source.published if source.text is not None else default
        texts[links.source_page(source.id)] = _changed(source.history) or own
    newest = _newest(texts.values())
    days = {path: _as_known(texts.get(path) or newest) for path in paths if path.endswith(".md")}
    return {path: day for path, day in days.items() if day is not None}


def _changed(history: Iterable[Change]) -> str | None:
    return _newest(change.date for change in history)


def _newest(texts: Iterable[str | None]) -> str | None:
    return max((text for text in texts if text), key=_last, default=None)


def _last(text: str) -> date:
    read = edtf.parse(text)
    return read.latest or read.earliest or date.min


def _as_known(text: str | None) -> str | None:
    """Return the year, month or day in which all of a date lies."""
    if text is None:
        return None
    whole = parts(text)
    if whole:
        return written(whole)
    read = edtf.parse(text)
    first, last = read.earliest, read.latest
    if first is None or last is None or first.year != last.year:
        return None
    return written([first.year, first.month] if first.month == last.month else [first.year])
