"""The corrections as an Atom feed: every entry of a record's history, newest first.

Atom wants an instant for each entry, so only changes with a day of their own are entries; the
feed says how many others the Corrections page lists.
"""

from __future__ import annotations

import re
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from .. import edtf
from ..joined import Dossier
from ..model import Change
from ..write import links
from .cite import author_of
from .dates import exact_day
from .iris import Iris, in_file, page_of
from .release import Release

PATH = "data/corrections.atom"
_SPACE = UUID("f3c0b1de-6d52-5d41-9c1c-4f1c51f0a4d7")
"""The name space of the entries' identifiers; it never changes, or readers see all as new."""
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (XML 1.0, production 2)."""


def write_feed(
    dossier: Dossier, release: Release, site_url: str | None, *, directory_urls: bool
) -> dict[str, str]:
    iris = in_file(dossier, PATH, site_url, directory_urls=directory_urls)
    known = changes(dossier)
    dated = [(day, id_, change) for id_, change in known if (day := exact_day(change.date))]
    dated.sort(key=lambda each: (each[0], each[1], each[2].what), reverse=True)
    updated = max([day for day, _, _ in dated] + [release.date or ""]) or _oldest(dossier)
    others = len(known) - len(dated)
    page = iris.page(links.CORRECTIONS)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_urn(dossier.title)}</id>",
        f"<title>{_text(dossier.title)}: corrections</title>",
        f"<updated>{updated}T00:00:00Z</updated>",
        f"<author><name>{_text(author_of(dossier))}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(iris.page(PATH))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>',
    ]
    if others:
        lines.append(f"<subtitle>{others} more, without a day, on the Corrections page</subtitle>")
    seen: dict[str, int] = {}
    for day, id_, change in dated:
        name = f"{id_}\n{change.date}\n{change.what}"
        seen[name] = seen.get(name, 0) + 1
        urn = _urn(name if seen[name] == 1 else f"{name}\n{seen[name]}")
        lines += _entry(iris, urn, id_, change, day)
    return {PATH: "\n".join([*lines, "</feed>"]) + "\n"}


def changes(dossier: Dossier) -> list[tuple[str, Change]]:
    """Return (id of the record, change) of every history."""
    found = [(a.id, c) for a in dossier.actors.values() for c in a.history]
    found += [(p.id, c) for p in dossier.places.values() for c in p.history]
    found += [(e.id, c) for e in dossier.events.values() for c in e.record.history]
    return found + [(s.id, c) for s in dossier.sources.values() for c in s.history]


def _entry(iris: Iris, urn: str, id_: str, change: Change, day: str) -> list[str]:
    why = f" Why: {change.why}" if change.why else ""
    page = iris.page(page_of(iris.dossier, id_) or links.CORRECTIONS)
    return [
        "<entry>",
        f"<id>{urn}</id>",
        f"<title>{_text(title_of(iris.dossier, id_))}: {_text(change.what)}</title>",
        f"<updated>{day}T00:00:00Z</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>',
        f"<summary>{_text(change.what)}{_text(why)}</summary>",
        "</entry>",
    ]


def title_of(dossier: Dossier, id_: str) -> str:
    """Return the title of what an id names."""
    if id_ in dossier.events:
        return dossier.events[id_].record.title
    for group in (dossier.actors, dossier.places, dossier.sources):
        if id_ in group:
            return group[id_].title
    return id_


def _oldest(dossier: Dossier) -> str:
    """Return the day by which all sources were published: nothing here was changed since."""
    days = [
        edtf.parse(source.published).latest
        for source in dossier.sources.values()
        if source.text is not None and source.published
    ]
    return max((day.isoformat() for day in days if day), default="0001-01-01")


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(_SPACE, name)}"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", " ".join(text.split())))
