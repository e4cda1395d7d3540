"""What can be cited, and how: each page, event and statement as one value, and that in words.

The words are those of a citation-style library: it wrote the forms in ``citation_forms.json``
(APA, 7th edition; Chicago, notes and bibliography), which are filled in here.  Versions and dates
come from the changelog and the records' histories, never from a clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .. import edtf
from ..joined import Dossier, Statement
from ..model import Change, PageRecord, SourceRecord
from ..write import links, wording
from .dates import parts
from .iris import in_file, page_of
from .release import Release

STYLES = {"apa": "APA", "chicago": "Chicago"}
_INNER = str.maketrans("“”", "‘’")
_SHARPNESS = ("none", "year", "month", "day")


@dataclass(frozen=True, slots=True)
class Citation:
    key: str
    """The id of what is cited; for a page that is no record, its path without ending."""
    kind: str
    """``page``, ``event``, ``statement`` or ``source``."""
    title: str
    author: str | None
    site: str | None
    """What it is a page of; of a source, its publisher."""
    date: str | None
    """EDTF: of its last change, else of the release; None: nothing has been released yet."""
    version: str | None
    url: str | None
    """None where the site has no address."""
    note: str | None = None


def author_of(dossier: Dossier) -> str:
    return f"Contributors to {dossier.title}"


def page_citation(  # noqa: PLR0913 - all that a citation is made of
    dossier: Dossier,
    release: Release,
    site_url: str | None,
    path: str,
    title: str,
    *,
    directory_urls: bool = True,
) -> Citation:
    """Return the citation of a page; ``path`` is that of its Markdown file in docs."""
    iris = in_file(dossier, links.HOME, site_url, directory_urls=directory_urls)
    id_ = path.rpartition("/")[2].removesuffix(".md")
    is_event = links.event_page(id_) == path and id_ in dossier.events
    return Citation(
        key=_key(path),
        kind="event" if is_event else "page",
        title=title,
        author=author_of(dossier),
        site=dossier.title,
        date=last_change(_history(dossier, id_, path)) or release.date,
        version=release.version,
        url=iris.page(path) if site_url else None,
    )


def _key(path: str) -> str:
    """Return the id of a record's page, and what is as good for another page."""
    stem = path.removesuffix(".md").removesuffix("/index")
    return stem.replace("/", "-") if path.startswith("about/") else stem.rpartition("/")[2]


def record_titles(dossier: Dossier) -> dict[str, str]:
    """Return path → title of the pages that are about one thing."""
    records: list[PageRecord] = [*dossier.actors.values(), *dossier.places.values()]
    records += [event.record for event in dossier.events.values()]
    found = {record.path: record.title for record in records}
    sources = {links.source_page(s.id): f"Source: {s.title}" for s in dossier.sources.values()}
    return {links.HOME: dossier.title, **found, **sources}


def statement_citation(
    dossier: Dossier,
    statement: Statement,
    release: Release,
    site_url: str | None,
    *,
    directory_urls: bool = True,
) -> Citation:
    iris = in_file(dossier, links.HOME, site_url, directory_urls=directory_urls)
    event = dossier.events[statement.event]
    about = statement.about or event.record.title
    passage = statement.evidence.passage if statement.evidence else None
    work = dossier.sources[statement.source].title
    return Citation(
        key=statement.id,
        kind="statement",
        title=f"{_speaker(dossier, statement)}: {about}",
        author=author_of(dossier),
        site=dossier.title,
        date=last_change(event.record.history) or release.date,
        version=release.version,
        url=iris.thing(statement.id) if site_url else None,
        note=f"rests on “{work}”" + (f", passage {passage}" if passage else ""),
    )


def source_citation(source: SourceRecord) -> Citation:
    """Return a source or cited work as its record has it; an author not given is left out."""
    return Citation(
        key=source.id,
        kind="source",
        title=source.title,
        author=source.author,
        site=source.publisher,
        date=source.published,
        version=None,
        url=source.url if links.is_web(source.url) else None,
    )


def all_citations(
    dossier: Dossier, release: Release, site_url: str | None, *, directory_urls: bool = True
) -> Iterator[Citation]:
    """Give the citations of the dossier, its records' pages, its statements and its sources."""
    of_sources = {links.source_page(id_) for id_ in dossier.sources}
    for path, title in sorted(record_titles(dossier).items()):
        if path not in of_sources:
            yield page_citation(
                dossier, release, site_url, path, title, directory_urls=directory_urls
            )
    for statement in dossier.statements.values():
        yield statement_citation(
            dossier, statement, release, site_url, directory_urls=directory_urls
        )
    yield from (source_citation(source) for source in dossier.sources.values())


def _speaker(dossier: Dossier, statement: Statement) -> str:
    if statement.voice == "source":
        return f"{dossier.sources[statement.source].title}, in its own voice"
    if statement.speaker in dossier.actors:
        return dossier.actors[statement.speaker or ""].title
    return wording.capital(wording.quoted(statement.speaker_text or "a speaker not named"))


def _history(dossier: Dossier, id_: str, path: str) -> tuple[Change, ...]:
    """Return the changes of the record or source that a page is about."""
    if page_of(dossier, id_) != path:
        return ()
    if id_ in dossier.events:
        return dossier.events[id_].record.history
    record = dossier.actors.get(id_) or dossier.places.get(id_) or dossier.sources[id_]
    return record.history


def last_change(history: tuple[Change, ...]) -> str | None:
    """Return the date of the newest change, as sharp as it was written."""
    days = [(edtf.parse(change.date).latest, change.date) for change in history]
    known = [(day, text) for day, text in days if day is not None]
    return max(known)[1] if known else None


# --- In words -------------------------------------------------------------------------


def in_words(citation: Citation, style: str) -> str:
    """Return the citation as a style of STYLES prints it."""
    known = parts(citation.date) or []
    form = _forms()[style][_SHARPNESS[len(known)]]
    version = f", version {citation.version}" if citation.version else ""
    values = {
        "author": citation.author or citation.site or "",
        "title": citation.title.translate(_INNER) if "“{title}" in form else citation.title,
        "site": f"{citation.site or ''}{version}",
        # What has no address is found by its identifier.
        "url": citation.url or (citation.key if citation.kind == "statement" else ""),
        "year": f"{known[0]}" if known else "",
        "month": edtf.MONTHS[known[1] - 1] if len(known) > 1 else "",
        "day": f"{known[2]}" if len(known) > 2 else "",
    }
    # In one pass, so that a value that looks like a place to fill in stays as it is.
    filled = re.sub(r"\{([a-z]+)\}", lambda found: values[found[1]], form).strip()
    filled = re.sub(r"([?!…])([”’]?)\.", r"\1\2", filled)
    return filled if citation.url or filled.endswith((".", "?", "!")) else filled + "."


@cache
def _forms() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("citation_forms.json").read_text(encoding="utf-8")
    forms: dict[str, dict[str, str]] = json.loads(text)
    return forms
