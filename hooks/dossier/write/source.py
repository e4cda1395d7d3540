"""The page of a source, passage by passage, or of a work cited; and the index of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..joined import Reading
from ..model import Passage, SourceRecord, TimeExpression
from . import links, wording
from .annotate import Piece, annotate
from .attributed import Attributed, Unsure, attributed, unsure
from .entity import outward
from .essays import headed
from .here import Claim, Day, Here, Link
from .page import Page
from .render import block, heading

_LONG_WORDS = 8
_ROLES = {"title": "Title", "standfirst": "Standfirst", "caption": "Caption"}


@dataclass(frozen=True, slots=True)
class Time:
    words: str
    day: Day | None
    """None for what names no date: a duration, a set."""
    why: str


@dataclass(frozen=True, slots=True)
class PassageView:
    guide: str | None
    note: str | None
    names: tuple[Link, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
    pages: tuple[Link, ...]
    there: Link
    text: tuple[Piece, ...]
    """The whole passage, where it may be shown."""
    attributed: tuple[Attributed, ...]
    unsure: tuple[Unsure, ...]
    """Both for those who write, beside the whole text."""
    local: bool


def source_page(source: SourceRecord, here: Here) -> Page:
    reading = here.lookup.dossier.readings.get(source.id)
    parts = (
        block("source_facts", **_facts(source, here)),
        *(_passages(source, reading, here) if reading else []),
        *_cited_by(source, here),
        *_changes(source),
    )
    order = list(here.lookup.dossier.sources)
    index = order.index(source.id)
    return Page(
        path=here.path,
        title=source.title,
        kind="Source, read and followed passage by passage" if reading else "Work cited",
        parts=parts,
        description=_description(source, read=reading is not None),
        crumbs=(Link("Home", here.to(links.HOME)), Link("Sources", here.to(links.SOURCES))),
        earlier=here.link(order[index - 1]) if index else None,
        later=here.link(order[index + 1]) if index + 1 < len(order) else None,
        made_from=(("its record", source.path),),
        meta={"tab": _tab(source)},
    )


def _tab(source: SourceRecord) -> str:
    """Return the title in a browser's tab: many a work is called as a page on its subject is."""
    return f"{source.title} ({source.publisher or 'source'})"


def _description(source: SourceRecord, *, read: bool) -> str:
    by = source.publisher or "an unnamed publisher"
    what = "What it says, passage by passage" if read else "A work cited in this dossier"
    title = wording.quoted(source.title)
    return f"{what}: “{title}”, {by}, {wording.edtf_words(source.published)}."


def _facts(source: SourceRecord, here: Here) -> dict[str, object]:
    held = here.lookup.dossier.readings.get(source.id)
    words = len(held.text.split()) if held else None
    shown = here.options.shown.get(source.id)
    return {
        "source": source,
        "publisher": here.publisher(source.id),
        "words": words,
        "shown": shown,
        "share": round(100 * shown / words) if shown is not None and words else None,
        "limit": round(100 * source.quote_limit),
        "held": held is not None,
        "local": here.options.local,
        "identifiers": outward({}),
    }


# --- Passages -------------------------------------------------------------------------


def _passages(source: SourceRecord, reading: Reading, here: Here) -> list[str]:
    parts: list[str] = [heading("Passage by passage", "passages")]
    for passage in reading.passages:
        name = _ROLES.get(passage.role, f"Passage {passage.id}")
        parts += [
            heading(name, links.passage_anchor(passage.id), 3),
            block(
                "passage",
                passage=_passage(source, reading, passage, here),
                body=passage.role == "body",
            ),
        ]
    return parts


def _passage(source: SourceRecord, reading: Reading, passage: Passage, here: Here) -> PassageView:
    lookup = here.lookup
    spot = (source.id, passage.id)
    named = dict.fromkeys(mention.entity for mention in lookup.named.get(spot, ()))
    covering = lookup.dossier.covered.get(spot, ())
    claims = lookup.at.get(spot, ())
    pages = dict.fromkeys(id_ for id_ in covering if id_ not in lookup.dossier.statements)
    whole = here.options.local or source.publish == "full"
    return PassageView(
        guide=source.guides.get(passage.id),
        note=source.notes.get(passage.id),
        names=tuple(here.link(id_) for id_ in named),
        times=tuple(_time(t) for t in reading.times if t.passage == passage.id),
        claims=tuple(here.claim(s) for s in claims),
        pages=tuple(here.link(id_) for id_ in pages),
        there=here.passage_there(source.id, passage),
        text=annotate(reading, passage, here) if whole else (),
        attributed=attributed(reading, passage, here) if whole else (),
        unsure=unsure(reading, passage) if whole else (),
        local=here.options.local and source.publish != "full",
    )


def _time(found: TimeExpression) -> Time:
    words = " ".join(found.text.split()[:_LONG_WORDS])
    if not found.edtf:
        return Time(words, None, found.why)
    exact = found.earliest is not None and found.earliest == found.latest
    day = Day(
        wording.edtf_words(found.edtf),
        wording.machine_date(found.edtf),
        "exact" if exact else "span",
        None,
        None,
        None,
    )
    return Time(words, day, found.why)


# --- Who cites it, and how it changed -------------------------------------------------


def _cited_by(source: SourceRecord, here: Here) -> list[str]:
    found = here.lookup.cited_by.get(source.id, ())
    if not found:
        return [] if source.text else [block("sentence", text="No page cites it yet.")]
    known = here.lookup.dossier
    records = (known.events, known.actors, known.places)
    mine = set(found)
    cited = [[id_ for id_ in kind if id_ in mine] for kind in records]
    other = [id_ for id_ in found if not any(id_ in kind for kind in records)]
    names = ("Events", "People and groups", "Places", "Other pages")
    groups = {
        name: [here.link(id_) for id_ in ids]
        for name, ids in zip(names, [*cited, other], strict=True)
        if ids
    }
    return [heading("Cited on", "cited-on"), block("cited", groups=groups)]


def _changes(source: SourceRecord) -> list[str]:
    if not source.history:
        return []
    return [heading("Changes to this record", "changes"), block("changes", changes=source.history)]


# --- Index ----------------------------------------------------------------------------


def sources_page(here: Here) -> Page:
    every = here.lookup.dossier.sources.values()
    read = [s for s in every if s.id in here.lookup.dossier.readings]
    cited = sorted(
        (s for s in every if s.id not in here.lookup.dossier.readings),
        key=lambda s: (_order(s), s.id),
    )
    parts: list[str] = []
    if read:
        title = "The source" if len(read) == 1 else "The sources"
        parts += [heading(title, "read"), _rows(read, title, here)]
    if cited:
        parts += [
            heading("Works cited", "cited"),
            block("sentence", text="Cited for what they add; their text is not held here."),
            _rows(cited, "Works cited", here),
        ]
    if not read and not cited:
        parts.append(block("sentence", text="No source is recorded yet."))
    parts += _missing([*read, *cited], here)
    kind = f"{wording.plural(len(read), 'source')} read, {wording.plural(len(cited), 'work')} cited"
    return headed(
        here,
        "Sources",
        kind,
        tuple(parts),
        description="What everything rests on: the source, passage by passage, and works cited.",
    )


def _missing(sources: list[SourceRecord], here: Here) -> list[str]:
    """Return the section on what the records of sources do not give."""
    rows = [
        (
            here.link(source.id),
            [
                word
                for word, value in (
                    ("address", source.url),
                    ("date", source.published),
                    ("day of access", source.accessed),
                    ("archived copy", source.archived),
                )
                if not value
            ],
        )
        for source in sources
    ]
    rows = [(link, words) for link, words in rows if words]
    return [heading("What is missing", "missing"), block("missing", rows=rows)] if rows else []


def _order(source: SourceRecord) -> str:
    return source.published or "9999"


def _rows(sources: list[SourceRecord], label: str, here: Here) -> str:
    rows = [
        (
            here.link(s.id),
            s.publisher,
            s.published,
            len(here.lookup.cited_by.get(s.id, ())),
            s.language,
        )
        for s in sources
    ]
    return block("sources", rows=rows, label=label)
