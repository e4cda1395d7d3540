"""What a reader can find: one entry for each page, section of prose, statement, passage, question.

Everything comes from the records and the written pages, once, however many pages repeat it; so no
word of a source gets in that the pages do not show.  What belongs to an event with a content note
is found by its words but shown in no excerpt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import quote

from ..joined import Dossier, Event, Evidence, Relation, Statement
from ..model import Actor, Name, PageRecord, Passage, Place, SourceRecord
from . import links, wording
from .here import Claim, Here
from .lookup import Lookup
from .memory import Ask, Memory
from .options import Options
from .search_text import Paragraph, Section, is_excluded, outline, sections

PAGE = "search.md"
"""The page that search has to itself, which is not among what it finds."""

MAIN, EVENT, RECORD, SOURCE, INDEX, STATEMENT = 115, 105, 100, 70, 60, 60
HOME, PASSAGE, QUESTION, WORK, ABOUT, RELATION = 50, 50, 45, 35, 30, 30
"""How much a match counts, by what it is found in; for ``MAIN`` see ``Dossier.event``."""

_GATHERED = (
    links.TIMELINE, links.PEOPLE, links.PLACES, links.STATEMENTS, links.QUESTIONS, links.SOURCES,
    links.HOME,
)  # fmt: skip
"""Pages that repeat what others hold: their opening prose and their headings are found."""


@dataclass(frozen=True, slots=True)
class Entry:
    address: str
    """From the site's root, with its anchor."""
    title: str
    kind: str
    """What kind of page it is, in words."""
    rank: int
    line: str = ""
    """One line on what is there."""
    text: str = ""
    """What excerpts are taken from."""
    hidden: str = ""
    """Found by, and never shown."""
    names: tuple[tuple[Name, bool], ...] = ()
    """Every name, the title first, and whether texts print it (or only readers type it)."""
    sections: tuple[Entry, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Site:
    lookup: Lookup
    here: Here
    pages: Mapping[str, str]
    graphic: frozenset[str]
    """``source:passage`` of what events with a content note rest on."""

    def address(self, path: str, anchor: str = "") -> str:
        page = links.address(path, directory_urls=self.here.options.directory_urls)
        return quote(page) + (f"#{quote(anchor, safe='')}" if anchor else "")


def entries(memory: Memory, options: Options, pages: Mapping[str, str]) -> list[Entry]:
    """Return all entries; ``pages`` are the written pages by path."""
    lookup = memory.lookup
    dossier, graphic = lookup.dossier, frozenset(_graphic(lookup.dossier))

    def site(known: Lookup) -> _Site:
        return _Site(known, Here(known, options, PAGE), pages, graphic)

    def ask(path: str, find: Callable[[_Site], Iterable[Entry]]) -> Ask[tuple[Entry, ...]]:
        # What is not kept is compared with nothing, and the texts of a large site are many.
        given = (options, pages.get(path), graphic) if memory.lasting else None
        return Ask(("entries", path), given, lambda known: tuple(find(site(known))))

    named = (*dossier.actors, *dossier.places)
    records = [
        *(ask(str(lookup.page(id_)), partial(_of_named, id_)) for id_ in named),
        *(ask(links.event_page(id_), partial(_of_event, id_)) for id_ in dossier.events),
        *(ask(links.source_page(id_), partial(_source, id_)) for id_ in dossier.sources),
    ]
    others = [ask(path, partial(_page, path)) for path in sorted(_others(site(lookup)))]
    found = memory.recall_all([*records, *others])
    return [
        *(entry for each in found[: len(records)] for entry in each),
        *(_relation(relation, site(lookup)) for relation in dossier.relations),
        *(entry for each in found[len(records) :] for entry in each),
    ]


def _of_named(id_: str, site: _Site) -> Iterator[Entry]:
    known = site.lookup.dossier
    record = known.actors.get(id_) or known.places[id_]
    if _is_found(record, known):
        yield _named(record, site)
        yield from _questions(record, site)


def _of_event(id_: str, site: _Site) -> Iterator[Entry]:
    event = site.lookup.dossier.events[id_]
    if _is_found(event.record, site.lookup.dossier):
        yield from _event(event, site)


def _graphic(dossier: Dossier) -> Iterator[str]:
    for event in dossier.events.values():
        if event.record.graphic:
            proofs = [*event.evidence, *(s.evidence for s in event.statements if s.evidence)]
            yield from (f"{proof.source}:{proof.passage}" for proof in proofs)


def _is_found(record: PageRecord, dossier: Dossier) -> bool:
    wish = record.meta.get("search")
    excluded = isinstance(wish, Mapping) and bool(wish.get("exclude"))
    return not excluded and record.path not in dossier.broken


# --- Records --------------------------------------------------------------------------


def _named(record: Actor | Place, site: _Site) -> Entry:
    known = record.kind and wording.kind(record.kind)
    facts: list[str] = [known, *record.links.values()]
    if isinstance(record, Place):
        facts += [record.status or "", record.built or ""]
        kind = f"Place, {known}" if known else "Place"
    else:
        kind = (
            wording.capital(known) if "group" in known or known == "person" else f"Group, {known}"
        )
    names = [(name, True) for name in record.names] + [(name, False) for name in record.also]
    title = Name(record.title)
    others = [pair for pair in names if pair[0].text != record.title]
    given = next((name for name, _ in names if name.text == record.title), title)
    return _record(record, kind, "\n".join(facts), site, names=((given, True), *others))


def _record(  # noqa: PLR0913 - the parts of an entry
    record: PageRecord,
    kind: str,
    facts: str,
    site: _Site,
    *,
    names: tuple[tuple[Name, bool], ...] = (),
    more: tuple[Entry, ...] = (),
    rank: int = RECORD,
    graphic: bool = False,
) -> Entry:
    """Return the entry of a record's page, with the sections of its prose."""
    lead, rest = _prose(record, site)
    shown, hidden = _shown(lead, site, graphic=graphic)
    return Entry(
        address=site.address(record.path),
        title=record.title,
        kind=f"{kind} (draft)" if record.draft else kind,
        rank=rank,
        line=_line(record.description) or ("" if graphic else _first(shown)),
        text=shown,
        hidden=f"{facts}\n{hidden}",
        names=names or ((Name(record.title), True),),
        sections=(*(_section(record.path, s, site, graphic=graphic) for s in rest), *more),
    )


def _prose(record: PageRecord, site: _Site) -> tuple[tuple[Paragraph, ...], list[Section]]:
    """Return the opening of a record's prose, and its sections by the anchors they have."""
    written = sections(outline(site.pages.get(record.path, "")))
    lead: tuple[Paragraph, ...] = ()
    found: list[Section] = []
    begin = 0
    for section in sections(site.lookup.prose.get(record.path, "")):
        if not section.level:
            lead = section.paragraphs
            continue
        for at in range(begin, len(written)):
            if written[at].heading == section.heading:
                found.append(replace(written[at], level=2, paragraphs=section.paragraphs))
                begin = at + 1
                break
    return lead, found


def _section(path: str, section: Section, site: _Site, *, graphic: bool = False) -> Entry:
    shown, hidden = _shown(section.paragraphs, site, graphic=graphic)
    address = site.address(path, section.anchor)
    return Entry(address, section.heading, "", RECORD, text=shown, hidden=hidden)


def _shown(
    paragraphs: Iterable[Paragraph], site: _Site, *, graphic: bool = False
) -> tuple[str, str]:
    """Return what of some prose may stand in excerpts, and what it is only found by."""
    shown: list[str] = []
    hidden: list[str] = []
    for paragraph in paragraphs:
        apart = graphic or not site.graphic.isdisjoint(paragraph.cited)
        (hidden if apart else shown).append(paragraph.text)
    return "\n".join(shown), "\n".join(hidden)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _first(text: str) -> str:
    """Return the beginning of some prose as one line."""
    words = text.split()
    return " ".join(words[:24]) + (" …" if len(words) > 24 else "")


# --- Events and statements ------------------------------------------------------------


def _event(event: Event, site: _Site) -> list[Entry]:
    record = event.record
    day = site.here.event_day(event).words if event.date else ""
    kind = f"Event, {day}" if day else "Event"
    claims = [site.here.claim(statement) for statement in event.statements]
    facts = [day, event.date.edtf if event.date else "", *(a.role or "" for a in event.actors)]
    if record.graphic:
        said = [words for claim in claims for words in (_title(claim), claim.note or "")]
        hidden = "\n".join([*facts, record.note or "", *said])
        return [_record(record, kind, hidden, site, rank=EVENT, graphic=True)]
    rank = MAIN if event.id == site.lookup.dossier.event else EVENT
    more = (*_figures(event, claims, site), *_supports(event, site))
    page = _record(record, kind, "\n".join(facts), site, more=more, rank=rank)
    spoken = [_statement(s, claim, site) for s, claim in zip(event.statements, claims, strict=True)]
    return [page, *spoken, *_questions(record, site)]


def _figures(event: Event, claims: Iterable[Claim], site: _Site) -> Iterator[Entry]:
    counted = [f"{_figure(claim)}, by {claim.speaker.text}" for claim in claims if claim.figure]
    if counted:
        address = site.address(event.record.path, "figures")
        yield Entry(address, "Figures", "", EVENT, text="; ".join(counted))


def _supports(event: Event, site: _Site) -> Iterator[Entry]:
    """Yield what an event rests on, where no statement says the same words, and what works add."""
    said = " ".join(s.evidence.quote for s in event.statements if s.evidence)
    for proof in event.evidence:
        if proof.quote not in said:
            address = site.address(event.record.path, "evidence")
            yield Entry(address, "Evidence", "", EVENT, text=_quote(proof))
    for other in event.record.other_sources:
        if other.note:
            address = site.address(event.record.path, "other-works")
            text = f"{_line(other.note)} ({site.here.link(other.source).text})"
            yield Entry(address, "What other works say", "", EVENT, text=text)


def _statement(statement: Statement, claim: Claim, site: _Site) -> Entry:
    said = f"said {claim.said.words}" if claim.said else ""
    parts = (_figure(claim) if claim.proof else "", statement.about or "", claim.event.text, said)
    title, note = _title(claim), _line(claim.note)
    return Entry(
        site.address(links.event_page(statement.event), statement.id),
        title,
        "Statement",
        STATEMENT,
        line=" · ".join(part for part in parts if part),
        text="" if note in title else note,
        hidden=claim.via.text if claim.via else "",
    )


def _title(claim: Claim) -> str:
    """Return who says it, and the words, the number or the gist."""
    if claim.proof:
        what = f"“{wording.quoted(claim.proof.quote)}”"
    else:
        what = _figure(claim) or _line(claim.note) or claim.event.text
    return f"{claim.speaker.text}: {what}"


def _figure(claim: Claim) -> str:
    """Return a figure and what it counts: "about 450 deaths (Islamic State)"."""
    if not claim.figure:
        return ""
    counted, _, of = (claim.counted or "").partition(": ")
    said = " ".join(filter(None, [claim.figure, claim.joint, counted]))
    return f"{said} ({of})" if of else said


def _quote(proof: Evidence) -> str:
    return f"“{wording.quoted(proof.quote)}”"


def _questions(record: PageRecord, site: _Site) -> Iterator[Entry]:
    if record.note:
        address = site.address(record.path, "not-known")
        yield Entry(address, record.title, "Open question", QUESTION, line=_line(record.note))


def _relation(relation: Relation, site: _Site) -> Entry:
    one, other = site.lookup.title(relation.source), site.lookup.title(relation.target)
    return Entry(
        site.address(links.PEOPLE, "relations"),
        f"{one} {wording.relation(relation.type)} {other}",
        "Who stands where",
        RELATION,
        line="; ".join(_quote(proof) for proof in relation.evidence[:1]),
        text=_line(relation.note),
    )


# --- Sources --------------------------------------------------------------------------


def _source(id_: str, site: _Site) -> Iterator[Entry]:
    source = site.lookup.dossier.sources[id_]
    reading = site.lookup.dossier.readings.get(source.id)
    path = links.source_page(source.id)
    made = (source.publisher, source.author, wording.edtf_words(source.published))
    yield Entry(
        site.address(path),
        source.title,
        "Source" if reading else "Work cited",
        SOURCE if reading else WORK,
        line=", ".join(part for part in made if part and part != wording.NOT_STATED),
        text=_line(source.note),
        hidden=source.url or "",
        names=((Name(source.title, source.language), True),),
    )
    for passage in reading.passages if reading else ():
        yield _passage(source, passage, site)


def _passage(source: SourceRecord, passage: Passage, site: _Site) -> Entry:
    text = _line(source.notes.get(passage.id))
    whole = site.here.options.local or source.publish == "full"
    reading = site.lookup.dossier.readings[source.id]
    if whole:
        text = f"{text}\n{_line(reading.text[passage.start : passage.end])}"
    graphic = f"{source.id}:{passage.id}" in site.graphic
    name = f"passage {passage.id}" if passage.role == "body" else passage.role
    return Entry(
        site.address(links.source_page(source.id), links.passage_anchor(passage.id)),
        f"{source.title}, {name}",
        "Passage",
        PASSAGE,
        line=_line(source.guides.get(passage.id)),
        text="" if graphic else text,
        hidden=text if graphic else "",
    )


# --- All other pages ------------------------------------------------------------------


def _others(site: _Site) -> set[str]:
    dossier = site.lookup.dossier
    records = (*dossier.actors.values(), *dossier.places.values())
    known = {record.path for record in records}
    known |= {event.record.path for event in dossier.events.values()}
    known |= {links.source_page(id_) for id_ in dossier.sources}
    known |= {PAGE, *dossier.broken}
    return {
        path
        for path in site.pages
        if path.endswith(".md") and path not in known and not is_excluded(site.pages[path])
    }


def _page(path: str, site: _Site) -> Iterator[Entry]:
    found = sections(site.pages[path])
    first = next((s for s in found if s.level == 1), Section("", "", 1, ()))
    rest = [section for section in found if section.level > 1]
    gathered = path in _GATHERED
    if path == links.CITATIONS:
        rest = []
    elif gathered:
        rest = [Section(s.heading, s.anchor, s.level, ()) for s in rest]
    kind, rank = ("Index", INDEX) if gathered else ("Essay", RECORD)
    if path == links.HOME:
        kind, rank = "Home", HOME
    elif path.startswith("about/"):
        kind, rank = "About", ABOUT
    shown, hidden = _shown(first.paragraphs, site)
    names = [Name(first.heading)]
    if path == links.HOME:
        names.append(Name(site.lookup.dossier.title))
    yield Entry(
        site.address(path),
        first.heading,
        kind,
        rank,
        line=_first(shown),
        text=shown,
        hidden=hidden,
        names=tuple((name, True) for name in names),
        sections=tuple(_section(path, section, site) for section in rest if section.heading),
    )
