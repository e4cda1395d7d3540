"""Writes ``data/dossier.json``: everything the site knows, in the one format machines rely on.

The shape is design.md's section 5; the JSON Schema beside it (``dossier.schema.json``) says the
same, and a test holds one against the other.  Absent is null or an empty list, never a missing key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from .. import edtf
from ..joined import Dated, Dossier, Event, Evidence, Relation, Statement
from ..json_text import json_text
from ..model import Actor, Figure, Mention, Name, Place, SourceRecord
from . import links

FORMAT = 1
PATH = "data/dossier.json"

Json = dict[str, object]


def write_data(dossier: Dossier, shown: Mapping[str, int], *, directory_urls: bool = True) -> str:
    """Return the data file's text; ``shown`` is source → words of it that the site shows."""

    def page(path: str) -> str:
        return links.address(path, directory_urls=directory_urls)

    mentions = _mentions(dossier)
    value: Json = {
        "format": FORMAT,
        "title": dossier.title,
        "sources": (
            source_data(s, dossier, shown, page(links.source_page(s.id)))
            for s in dossier.sources.values()
        ),
        "actors": (_actor(a, mentions, page(a.path)) for a in dossier.actors.values()),
        "places": (_place(p, mentions, page(p.path)) for p in dossier.places.values()),
        "events": (event_data(e, page(e.record.path)) for e in dossier.events.values()),
        "statements": (
            statement_data(s, page(dossier.events[s.event].record.path))
            for s in dossier.statements.values()
        ),
        "relations": map(_relation, dossier.relations),
    }
    return json_text(value)


def date_data(text: str | None) -> Json | None:
    if text is None:
        return None
    date = edtf.parse(text)
    return {"edtf": text, "earliest": _day(date.earliest), "latest": _day(date.latest)}


def _day(day: object) -> str | None:
    return str(day) if day is not None else None


def source_data(
    source: SourceRecord, dossier: Dossier, shown: Mapping[str, int], page: str
) -> Json:
    reading = dossier.readings.get(source.id)
    passages = [
        {
            "id": passage.id,
            "role": passage.role,
            "sentences": [{"start": s.start, "end": s.end} for s in passage.sentences],
            "covered": (source.id, passage.id) in dossier.covered,
        }
        for passage in (reading.passages if reading else ())
    ]
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "url": source.url,
        "published": date_data(source.published),
        "language": source.language,
        "rights": source.rights,
        "publish": source.publish,
        "sha256": sha256(source.text.encode()).hexdigest() if source.text is not None else None,
        "words": len(source.text.split()) if source.text is not None else None,
        "quoted_words": shown.get(source.id, 0) if source.text is not None else None,
        "page": page,
        "passages": passages,
    }


def _names(names: Iterable[Name]) -> list[Json]:
    return [{"text": name.text, "lang": name.lang} for name in names]


def _mentions(dossier: Dossier) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for source, reading in dossier.readings.items():
        for mention in reading.mentions:
            found.setdefault(mention.entity, []).append(_mention(source, mention))
    return found


def _mention(source: str, mention: Mention) -> Json:
    return {
        "source": source,
        "passage": mention.passage,
        "start": mention.start,
        "end": mention.end,
    }


def _named(record: Actor | Place, mentions: Mapping[str, list[Json]], page: str) -> Json:
    return {
        "names": _names(record.names),
        "also": _names(record.also),
        "links": dict(sorted(record.links.items())),
        "page": page,
        "draft": record.draft,
        "mentions": mentions.get(record.id, []),
    }


def _actor(actor: Actor, mentions: Mapping[str, list[Json]], page: str) -> Json:
    head: Json = {"id": actor.id, "title": actor.title, "kind": actor.kind, "side": actor.side}
    return {**head, **_named(actor, mentions, page)}


def _place(place: Place, mentions: Mapping[str, list[Json]], page: str) -> Json:
    at = place.location
    location = (
        {"lat": at.lat, "lon": at.lon, "precision": at.precision, "radius_km": at.radius_km}
        if at
        else None
    )
    head: Json = {"id": place.id, "title": place.title, "kind": place.kind}
    return {**head, **_named(place, mentions, page), "part_of": place.part_of, "location": location}


def dated_data(dated: Dated | None) -> Json | None:
    if dated is None:
        return None
    return {
        "edtf": dated.edtf,
        "earliest": _day(dated.earliest),
        "latest": _day(dated.latest),
        "basis": dated.basis,
        "expression": dated.expression,
        "why": dated.why,
    }


def evidence_data(item: Evidence) -> Json:
    return {
        "source": item.source,
        "passage": item.passage,
        "quote": item.quote,
        "start": item.start,
        "end": item.end,
    }


def event_data(event: Event, page: str) -> Json:
    return {
        "id": event.id,
        "title": event.record.title,
        "page": page,
        "draft": event.record.draft,
        "graphic": event.record.graphic,
        "ongoing": event.record.ongoing,
        "in_sources": event.in_sources,
        "date": dated_data(event.date),
        "derived": dated_data(event.derived),
        "actors": [{"id": each.id, "role": each.role} for each in event.actors],
        "places": list(event.places),
        "statements": [statement.id for statement in event.statements],
        "evidence": [evidence_data(item) for item in event.evidence],
        "other_sources": [
            {
                "source": other.source,
                "date": date_data(other.date),
                "verdict": other.verdict,
                "note": other.note,
            }
            for other in event.record.other_sources
        ],
    }


def statement_data(statement: Statement, page: str) -> Json:
    item = statement.evidence
    return {
        "id": statement.id,
        "page": page,
        "voice": statement.voice,
        "speaker": statement.speaker,
        "speaker_text": statement.speaker_text,
        "speaker_basis": statement.speaker_basis,
        "via": statement.via,
        "said": date_data(statement.said.edtf) if statement.said else None,
        "about": statement.about,
        "source": statement.source,
        "passage": item.passage if item else None,
        "quote": item.quote if item else None,
        "start": item.start if item else None,
        "end": item.end if item else None,
        "direct": statement.direct,
        "figure": figure_data(statement.figure),
    }


def figure_data(figure: Figure | None) -> Json | None:
    if figure is None:
        return None
    keys = ("counts", "of", "by", "unit", "scope", "value", "low", "high", "qualifier")
    return {key: getattr(figure, key) for key in keys}


def _relation(relation: Relation) -> Json:
    return {
        "from": relation.source,
        "type": relation.type,
        "to": relation.target,
        "evidence": [evidence_data(item) for item in relation.evidence],
    }
