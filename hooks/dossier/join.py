"""Joins records and findings into one dossier, in the order of time.

Events get their dates, participants and statements from their evidence; then come who appears
with whom, what links to what, and what rests on which passage.

A reference to something unknown is passed over here; :mod:`dossier.check` reports it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from posixpath import dirname, normpath
from posixpath import join as path_join
from urllib.parse import unquote

from .dating import Found, date_of, stated_date
from .joined import (
    Citation,
    Dossier,
    Essay,
    Event,
    Evidence,
    Participant,
    Reading,
    Relation,
    Statement,
)
from .literal import without_code
from .locate import Folded, fold_passages, locate, sentence_at
from .model import Actor, EventRecord, PageRecord, Place, Quote, SourceRecord
from .problems import Problem
from .saying import derived, recorded


@dataclass(frozen=True, slots=True)
class Records:
    """All that people wrote, read and sorted by id."""

    sources: Mapping[str, SourceRecord]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    events: Mapping[str, EventRecord]
    essays: Mapping[str, Essay]


@dataclass(frozen=True, slots=True)
class Settings:
    """``extra.dossier`` and the site's name."""

    title: str = "Dossier"
    event: str | None = None
    drafts: str = "serve"


class Finder:
    """Finds quotes in the readings and keeps the problems met on the way."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._folded: dict[str, dict[str, Folded]] = {}
        self.problems: list[Problem] = []

    def find(self, quote: Quote) -> Evidence | None:
        """Return where the quote stands; None (with a problem kept) where it is not found."""
        reading = self._readings.get(quote.source)
        if reading is None:
            return None
        if quote.source not in self._folded:
            self._folded[quote.source] = fold_passages(reading.text, reading.passages)
        evidence, wrong = locate(quote, reading.text, self._folded[quote.source])
        if wrong:
            self.problems.append(wrong)
        return evidence

    def find_all(self, quotes: Iterable[Quote]) -> tuple[Evidence, ...]:
        return tuple(found for quote in quotes if (found := self.find(quote)))


def join(
    records: Records, readings: Mapping[str, Reading], settings: Settings
) -> tuple[Dossier, list[Problem]]:
    """Return the joined dossier, and the quotes that could not be found."""
    finder = Finder(readings)
    known = {**records.actors, **records.places}
    events = _in_time(
        _event(record, readings, known, records.sources, finder)
        for record in records.events.values()
    )
    relations = tuple(
        Relation(actor.id, each.type, each.to, finder.find_all(each.evidence), each.note)
        for actor in records.actors.values()
        for each in actor.relations
        if each.to in records.actors
    )
    citations = tuple(_citations(records))
    dossier = Dossier(
        title=settings.title,
        event=settings.event if settings.event in events else None,
        sources=records.sources,
        readings=readings,
        actors=records.actors,
        places=records.places,
        events=events,
        statements={s.id: s for event in events.values() for s in event.statements},
        relations=relations,
        essays=records.essays,
        citations=citations,
        backlinks=_backlinks(records, events, relations, citations),
        together=_together(readings, known),
        covered=_covered(events, relations, citations),
        problems=(),
        broken={},
    )
    return dossier, finder.problems


# --- Events ---------------------------------------------------------------------------


def _event(
    record: EventRecord,
    readings: Mapping[str, Reading],
    known: Mapping[str, PageRecord],
    sources: Mapping[str, SourceRecord],
    finder: Finder,
) -> Event:
    evidence = finder.find_all(record.evidence)
    found = date_of(evidence, readings) if evidence else Found(None, None)
    statements = _statements(record, evidence, readings, finder)
    return Event(
        record=record,
        date=stated_date(record, found, sources) if record.date else found.date,
        derived=found.date,
        open_date=found.open,
        actors=_participants(record, evidence, readings, known),
        places=_places(record, evidence, readings, known),
        evidence=evidence,
        statements=tuple(statements),
    )


def _statements(
    record: EventRecord,
    evidence: tuple[Evidence, ...],
    readings: Mapping[str, Reading],
    finder: Finder,
) -> list[Statement]:
    if not record.statements:
        return derived(record, evidence, readings)
    made = []
    for each in record.statements:
        item = finder.find(each.evidence) if each.evidence else None
        if item or each.work:
            made.append(recorded(each, record, item, readings.get(item.source) if item else None))
    return made


def _sentence_of(item: Evidence, reading: Reading) -> tuple[int, int]:
    number, inside = sentence_at(reading.passages, item.start)
    sentence = reading.passages[number].sentences[inside]
    return sentence.start, max(sentence.end, item.end)


def _named_in(evidence: Iterable[Evidence], readings: Mapping[str, Reading]) -> list[str]:
    """Return who and what the sentences of the evidence name, attributions left out, in order."""
    named: list[str] = []
    for item in evidence:
        reading = readings[item.source]
        start, end = _sentence_of(item, reading)
        aside = [span for s in reading.speeches for span in (s.speaker_span, s.via_span) if span]
        named += [
            mention.entity
            for mention in reading.mentions
            if start <= mention.start < end and not any(a <= mention.start < b for a, b in aside)
        ]
    return list(dict.fromkeys(named))


def _participants(
    record: EventRecord,
    evidence: tuple[Evidence, ...],
    readings: Mapping[str, Reading],
    known: Mapping[str, PageRecord],
) -> tuple[Participant, ...]:
    if record.actors is not None:
        return tuple(
            Participant(id_, role)
            for id_, role in record.actors.items()
            if isinstance(known.get(id_), Actor)
        )
    return tuple(
        Participant(id_, None)
        for id_ in _named_in(evidence, readings)
        if isinstance(known.get(id_), Actor)
    )


def _places(
    record: EventRecord,
    evidence: tuple[Evidence, ...],
    readings: Mapping[str, Reading],
    known: Mapping[str, PageRecord],
) -> tuple[str, ...]:
    ids = record.places if record.places is not None else _named_in(evidence, readings)
    return tuple(id_ for id_ in ids if isinstance(known.get(id_), Place))


def _in_time(events: Iterable[Event]) -> dict[str, Event]:
    def order(event: Event) -> tuple[date, date, str]:
        first = event.date.earliest or event.date.latest if event.date else None
        last = event.date.latest if event.date else None
        return (first or date.max, last or date.max, event.id)

    return {event.id: event for event in sorted(events, key=order)}


# --- What refers to what --------------------------------------------------------------

_CITED = re.compile(r"\[\^([^\]\s:]+)(?::([^\]]+))?\](:?)")  # with a colon, a definition or prose
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)")


@lru_cache(maxsize=16_384)
def references(body: str) -> tuple[tuple[int, str, str | None], ...]:
    """Return (offset, source, passage or locator) of each citation in Markdown, outside code."""
    plain = without_code(body)
    return tuple(
        (m.start(), m[1], m[2].strip() if m[2] else None)
        for m in _CITED.finditer(plain)
        if not (m[3] and not plain[plain.rfind("\n", 0, m.start()) + 1 : m.start()].strip())
    )


def links(body: str, path: str) -> list[tuple[int, str, str]]:
    """Return (offset, target as written, path in docs) of each link to another Markdown file."""
    found = []
    for match in _LINK.finditer(without_code(body)):
        target = unquote(match[1].split("#")[0])
        if target.endswith(".md") and "://" not in target:
            found.append((match.start(), match[1], normpath(path_join(dirname(path), target))))
    return found


def pages(records: Records) -> dict[str, tuple[str, str]]:
    """Return path of each written page → (its id, or the path of an essay; its prose)."""
    written = {record.path: (record.id, record.body) for record in _page_records(records)}
    return {**written, **{path: (path, essay.body) for path, essay in records.essays.items()}}


def _page_records(records: Records) -> list[PageRecord]:
    return [*records.actors.values(), *records.places.values(), *records.events.values()]


def _citations(records: Records) -> Iterable[Citation]:
    for path, (_, body) in pages(records).items():
        for _, source, inner in references(body):
            record = records.sources.get(source)
            if record is not None:
                held = record.text is not None
                yield Citation(path, source, inner if held else None, None if held else inner)


def _backlinks(
    records: Records,
    events: Mapping[str, Event],
    relations: Iterable[Relation],
    citations: Iterable[Citation],
) -> dict[str, tuple[str, ...]]:
    written = pages(records)
    pairs = [
        *_in_prose(written, citations),
        *((id_, event.id) for event in events.values() for id_ in _named_by(event)),
        *((relation.target, relation.source) for relation in relations),
        *((item.source, r.source) for r in relations for item in r.evidence),
        *((place.part_of, place.id) for place in records.places.values() if place.part_of),
    ]
    back: dict[str, set[str]] = defaultdict(set)
    for target, from_ in pairs:
        if target != from_:
            back[target].add(from_)
    return {id_: tuple(sorted(ids)) for id_, ids in sorted(back.items())}


def _in_prose(
    written: Mapping[str, tuple[str, str]], citations: Iterable[Citation]
) -> Iterator[tuple[str, str]]:
    """Yield (what is linked to or cited, what links to it or cites it)."""
    for path, (id_, body) in written.items():
        for _, _, target in links(body, path):
            if target in written:
                yield written[target][0], id_
    for citation in citations:
        yield citation.source, written[citation.page][0]


def _named_by(event: Event) -> Iterator[str]:
    yield from (participant.id for participant in event.actors)
    yield from event.places
    yield from (other.source for other in event.record.other_sources)
    yield from (item.source for item in event.evidence)
    for statement in event.statements:
        yield from (id_ for id_ in (statement.speaker, statement.via, statement.source) if id_)


def _together(
    readings: Mapping[str, Reading], known: Mapping[str, PageRecord]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Count the passages that two actors or places share."""
    shared: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for reading in readings.values():
        by_passage: dict[str, set[str]] = defaultdict(set)
        body = {passage.id for passage in reading.passages if passage.role == "body"}
        for mention in reading.mentions:
            if mention.entity in known and mention.passage in body:
                by_passage[mention.passage].add(mention.entity)
        for ids in by_passage.values():
            for one, other in combinations(sorted(ids), 2):
                shared[one][other] += 1
                shared[other][one] += 1
    return {
        id_: tuple(sorted(others.items(), key=lambda pair: (-pair[1], pair[0])))
        for id_, others in sorted(shared.items())
    }


def _covered(
    events: Mapping[str, Event], relations: Iterable[Relation], citations: Iterable[Citation]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return (source, passage) → what rests on it."""
    rests: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in events.values():
        spoken = [s.evidence for s in event.statements if s.evidence]
        for item in (*event.evidence, *spoken):
            rests[item.source, item.passage].add(event.id)
    for relation in relations:
        for item in relation.evidence:
            rests[item.source, item.passage].add(relation.source)
    for citation in citations:
        if citation.passage:
            rests[citation.source, citation.passage].add(_id_of(citation.page))
    return {key: tuple(sorted(ids)) for key, ids in sorted(rests.items())}


def _id_of(path: str) -> str:
    """Return the id of a record's page; an essay is known by its path."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    return (
        stem
        if folder in ("actors", "places", "timeline") and stem not in ("index", "README")
        else path
    )
