"""The joined dossier turned round: what belongs to whom, gathered once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from ..joined import Dossier, Event, Evidence, Relation, Statement
from ..model import Actor, Mention, PageRecord, Passage, Place, SourceRecord
from . import links
from .abbreviations import abbreviations
from .linking import Linking, linking, nameable, with_links
from .sheets import atlas, by_title

Key = TypeVar("Key")
Value = TypeVar("Value")
P = TypeVar("P", bound=PageRecord)
Spot = tuple[str, str]
"""A source's id and a passage's."""


@dataclass(frozen=True, slots=True)
class Lookup:
    dossier: Dossier
    """Without prose: most of what is written of a record says nothing of it."""
    passages: Mapping[Spot, Passage]
    named: Mapping[Spot, tuple[Mention, ...]]
    """Passage → the mentions in it."""
    mentions: Mapping[str, tuple[tuple[str, Mention], ...]]
    """Actor or place → (source, mention), in order of the text."""
    proofs: Mapping[Spot, tuple[tuple[int, int], ...]]
    """Passage → the spans of all evidence in it."""
    at: Mapping[Spot, tuple[Statement, ...]]
    """Passage → the statements that rest on it."""
    cited_by: Mapping[str, tuple[str, ...]]
    """Source → ids of the records, or paths of the essays, that rest on it or cite it."""
    doings: Mapping[str, tuple[Event, ...]]
    """Actor or place → its events, in order of time."""
    saying: Mapping[str, tuple[Statement, ...]]
    passing: Mapping[str, tuple[Statement, ...]]
    """Actor → statements that reached a source through it."""
    told: Mapping[str, tuple[Statement, ...]]
    """Actor or place → what others say of it."""
    relations: Mapping[str, tuple[Relation, ...]]
    parts: Mapping[str, tuple[Place, ...]]
    """Place → the places that are part of it."""
    short: Mapping[str, str]
    """Abbreviation → what it stands for."""
    prose: Mapping[str, str]
    """Path of a record's or an essay's page → what people wrote there."""
    works: Mapping[str, SourceRecord]
    """Sources without what is said of their passages, which few that name a source ask for."""
    guides: Mapping[Spot, str]
    """Passage → what is said of it."""
    around: Mapping[str, tuple[str | None, str | None]]
    """Actor, place or event → those before and after it, by title or in time."""
    atlas: Mapping[str | None, tuple[Place, ...]]
    """Place → the places on its map; None → those on the only map, where one has room for all."""
    linked: Mapping[str, str]
    """``prose``, its names linked and its other languages marked."""
    linking: Mapping[str, Linking]
    """Under ``names``, what prose is linked by."""

    def record(self, id_: str) -> PageRecord | None:
        found = self.dossier.actors.get(id_) or self.dossier.places.get(id_)
        if found is None and id_ in self.dossier.events:
            return self.dossier.events[id_].record
        return found

    def page(self, id_: str) -> str | None:
        """Return the path of the page of a record or source, or of an essay given by its path."""
        if id_ in self.dossier.actors:
            return links.actor_page(id_)
        if id_ in self.dossier.places:
            return links.place_page(id_)
        if id_ in self.dossier.events:
            return links.event_page(id_)
        if id_ in self.works:
            return links.source_page(id_)
        if id_ in self.dossier.statements:
            return links.event_page(self.dossier.statements[id_].event)
        return id_ if id_ in self.dossier.essays else None

    def title(self, id_: str) -> str:
        """Return the title of what an id names; of other words, the words."""
        record = self.record(id_)
        if record:
            return record.title
        if id_ in self.works:
            return self.works[id_].title
        if id_ in self.dossier.statements:
            return self.title(self.dossier.statements[id_].event)
        if id_ in self.dossier.essays:
            return self.dossier.essays[id_].title or id_
        return id_

    def passage(self, source: str, passage: str) -> Passage | None:
        return self.passages.get((source, passage))

    def sentence(self, evidence: Evidence) -> tuple[str, str, int]:
        """Return what tells the sentence of some evidence from all others."""
        passage = self.passage(evidence.source, evidence.passage)
        for sentence in passage.sentences if passage else ():
            if sentence.start <= evidence.start < sentence.end:
                return evidence.source, evidence.passage, sentence.start
        return evidence.source, evidence.passage, evidence.start

    def confirms(self, statement: Statement) -> bool:
        """Say whether the source's own word for the saying is that it confirms."""
        found = statement.evidence
        reading = self.dossier.readings.get(found.source) if found else None
        if not found or not reading:
            return False
        cues = (
            reading.text[slice(*speech.cue)]
            for speech in reading.speeches
            if speech.cue and speech.start <= found.start and found.end <= speech.end
        )
        return any("confirm" in cue.casefold() for cue in cues)

    def texts(self) -> tuple[str, ...]:
        """Return the sources that are held and read."""
        return tuple(self.dossier.readings)

    @property
    def report(self) -> str:
        """What readers know the sources as: "the article" where there is one."""
        return "the article" if len(self.dossier.readings) == 1 else "the reports"

    @property
    def own_voice(self) -> str:
        """How it is said that something is said without naming anybody."""
        owner = "article’s" if len(self.dossier.readings) == 1 else "reports’"
        return f"In the {owner} own voice"


@lru_cache(maxsize=1)
def build_lookup(whole: Dossier) -> Lookup:
    dossier = without_prose(whole)
    actors, places = by_title(dossier.actors.values()), by_title(dossier.places.values())
    names = linking(tuple(map(nameable, _named_records(dossier))))
    prose = _prose(whole)
    named = _group(
        ((source, mention.passage), mention)
        for source, reading in dossier.readings.items()
        for mention in reading.mentions
    )
    events = dossier.events.values()
    return Lookup(
        dossier=dossier,
        passages={
            (source, passage.id): passage
            for source, reading in dossier.readings.items()
            for passage in reading.passages
        },
        named=named,
        mentions=_group((m.entity, (spot[0], m)) for spot, found in named.items() for m in found),
        proofs=_group(((e.source, e.passage), (e.start, e.end)) for e in _evidence(dossier)),
        at=_group(
            ((s.evidence.source, s.evidence.passage), s)
            for s in dossier.statements.values()
            if s.evidence
        ),
        cited_by=_cited_by(dossier),
        doings=_group((id_, event) for event in events for id_ in taking_part(event)),
        saying=_group((s.speaker, s) for s in dossier.statements.values() if s.speaker),
        passing=_group((s.via, s) for s in dossier.statements.values() if s.via),
        told=_group(
            (id_, s) for s in dossier.statements.values() for id_ in _told(s, named, dossier)
        ),
        relations=_group(
            (id_, relation)
            for relation in dossier.relations
            for id_ in sorted({relation.source, relation.target})
        ),
        parts=_group((place.part_of, place) for place in places if place.part_of),
        short=abbreviations(dossier),
        prose=prose,
        linked={path: with_links(body, path, names) for path, body in prose.items()},
        works={
            id_: replace(source, guides={}, notes={}) for id_, source in dossier.sources.items()
        },
        guides={
            (id_, passage): guide
            for id_, source in dossier.sources.items()
            for passage, guide in source.guides.items()
        },
        around={**_around(actors), **_around(places), **_around(list(events))},
        atlas=atlas(places),
        linking={"names": names},
    )


def without_prose(dossier: Dossier) -> Dossier:
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


def _named_records(dossier: Dossier) -> Iterable[Actor | Place]:
    yield from dossier.actors.values()
    yield from dossier.places.values()


def _prose(dossier: Dossier) -> dict[str, str]:
    events = (event.record for event in dossier.events.values())
    records = (*dossier.actors.values(), *dossier.places.values(), *events)
    essays = {essay.path: essay.body for essay in dossier.essays.values()}
    return {**{record.path: record.body for record in records}, **essays}


def _around(order: Sequence[Actor | Place | Event]) -> dict[str, tuple[str | None, str | None]]:
    ids = [None, *(each.id for each in order), None]
    return {id_: (ids[at - 1], ids[at + 1]) for at, id_ in enumerate(ids) if id_}


def _evidence(dossier: Dossier) -> Iterable[Evidence]:
    for event in dossier.events.values():
        yield from event.evidence
    for statement in dossier.statements.values():
        if statement.evidence:
            yield statement.evidence
    for relation in dossier.relations:
        yield from relation.evidence


def _cited_by(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    by_path = {_page_of(id_, dossier): id_ for id_ in (*dossier.actors, *dossier.places)}
    by_path |= {links.event_page(id_): id_ for id_ in dossier.events}
    for citation in dossier.citations:
        found[citation.source].add(by_path.get(citation.page, citation.page))
    for event in dossier.events.values():
        for source in [*(e.source for e in event.evidence), *_works(event)]:
            found[source].add(event.id)
    return {source: tuple(sorted(ids)) for source, ids in sorted(found.items())}


def _works(event: Event) -> Iterable[str]:
    yield from (other.source for other in event.record.other_sources)
    yield from (statement.source for statement in event.statements)


def _page_of(id_: str, dossier: Dossier) -> str:
    return links.actor_page(id_) if id_ in dossier.actors else links.place_page(id_)


def taking_part(event: Event) -> tuple[str, ...]:
    """Return the actors and places of an event, each once."""
    return tuple(dict.fromkeys([*(actor.id for actor in event.actors), *event.places]))


def _told(
    statement: Statement, named: Mapping[Spot, tuple[Mention, ...]], dossier: Dossier
) -> list[str]:
    """Return of whom a statement speaks: whom its figure concerns, whom its words name."""
    found = _named_in(statement.evidence, named) if statement.evidence else set()
    if statement.figure:
        found |= {id_ for id_ in (statement.figure.of, statement.figure.by) if id_}
    others = found - {statement.speaker, statement.via}
    return sorted(id_ for id_ in others if id_ in dossier.actors or id_ in dossier.places)


def _named_in(evidence: Evidence, named: Mapping[Spot, tuple[Mention, ...]]) -> set[str]:
    return {
        mention.entity
        for mention in named.get((evidence.source, evidence.passage), ())
        if evidence.start <= mention.start and mention.end <= evidence.end
    }


def _group(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    grouped: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}
