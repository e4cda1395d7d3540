"""The rows of the tables: each value of the joined dossier in its column, in a fixed order.

Columns and their meaning stand in ``columns.py``; a test holds rows and columns together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..joined import Dated, Dossier, Evidence, Relation
from ..model import Actor, Figure, Place
from ..schema import LINKS
from ..write import links
from . import columns
from .dates import bounds
from .precision import date_code, where_code

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class View:
    dossier: Dossier
    shown: Mapping[str, int]
    """Source → how many of its words the site shows."""
    directory_urls: bool = True

    def page(self, path: str) -> str:
        return links.address(path, directory_urls=self.directory_urls)


def rows(view: View) -> dict[str, list[Row]]:
    """Return table → its rows."""
    return {table.name: list(_WRITERS[table.name](view)) for table in columns.TABLES}


def _sources(view: View) -> Iterator[Row]:
    for source in view.dossier.sources.values():
        held = source.text is not None
        yield {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "url": source.url,
            **bounds("published", source.published),
            "language": source.language,
            "rights": source.rights,
            "publish": source.publish,
            "accessed": source.accessed,
            "archived": source.archived,
            "sha256": sha256((source.text or "").encode()).hexdigest() if held else None,
            "words": len((source.text or "").split()) if held else None,
            "quoted_words": view.shown.get(source.id, 0) if held else None,
            "note": source.note,
            "page": view.page(links.source_page(source.id)),
        }


def _passages(view: View) -> Iterator[Row]:
    for id_, reading in view.dossier.readings.items():
        source = view.dossier.sources[id_]
        for passage in reading.passages:
            yield {
                "source": id_,
                "id": passage.id,
                "role": passage.role,
                "start": passage.start,
                "end": passage.end,
                "covered": (id_, passage.id) in view.dossier.covered,
                "guide": source.guides.get(passage.id),
                "note": source.notes.get(passage.id),
            }


def _actors(view: View) -> Iterator[Row]:
    for actor in view.dossier.actors.values():
        yield {
            "id": actor.id,
            "title": actor.title,
            "kind": actor.kind,
            "side": actor.side,
            "description": actor.description,
            **_links(actor),
            "draft": actor.draft,
            "page": view.page(actor.path),
        }


def _places(view: View) -> Iterator[Row]:
    for place in view.dossier.places.values():
        at = place.location
        yield {
            "id": place.id,
            "title": place.title,
            "kind": place.kind,
            "part_of": place.part_of if place.part_of in view.dossier.places else None,
            "lat": at.lat if at else None,
            "lon": at.lon if at else None,
            "precision": at.precision if at else None,
            "radius_km": at.radius_km if at else None,
            "status": place.status,
            "built": place.built,
            "description": place.description,
            **_links(place),
            "draft": place.draft,
            "page": view.page(place.path),
        }


def _links(record: Actor | Place) -> Row:
    return {key: record.links.get(key) for key in sorted(LINKS.fields)}


def _names(view: View) -> Iterator[Row]:
    for kind, group in (("actor", view.dossier.actors), ("place", view.dossier.places)):
        for record in group.values():
            listed = [(name, True) for name in record.names]
            listed += [(name, False) for name in record.also]
            for number, (name, found) in enumerate(listed, 1):
                yield {
                    "actor": record.id if kind == "actor" else None,
                    "place": record.id if kind == "place" else None,
                    "number": number,
                    "text": name.text,
                    "lang": name.lang,
                    "found": found,
                }


def _events(view: View) -> Iterator[Row]:
    for event in view.dossier.events.values():
        record = event.record
        yield {
            "id": event.id,
            "title": record.title,
            "description": record.description,
            **_dated("date", event.date),
            "date_expression": event.date.expression if event.date else None,
            "date_why": event.date.why if event.date else None,
            **_dated("derived", event.derived),
            "in_sources": event.in_sources,
            "ongoing": record.ongoing,
            "graphic": record.graphic,
            "draft": record.draft,
            "page": view.page(record.path),
        }


def _dated(name: str, dated: Dated | None) -> Row:
    return {
        f"{name}_edtf": dated.edtf if dated else None,
        f"{name}_earliest": dated.earliest.isoformat() if dated and dated.earliest else None,
        f"{name}_latest": dated.latest.isoformat() if dated and dated.latest else None,
        f"{name}_basis": dated.basis if dated else None,
    }


def _participants(view: View) -> Iterator[Row]:
    for event in view.dossier.events.values():
        for each in event.actors:
            yield {"event": event.id, "actor": each.id, "role": each.role}


def _event_places(view: View) -> Iterator[Row]:
    for event in view.dossier.events.values():
        for place in event.places:
            yield {"event": event.id, "place": place}


def _other_sources(view: View) -> Iterator[Row]:
    for event in view.dossier.events.values():
        for number, other in enumerate(event.record.other_sources, 1):
            yield {
                "event": event.id,
                "number": number,
                "source": other.source,
                **bounds("date", other.date),
                "verdict": other.verdict,
                "note": other.note,
            }


def _statements(view: View) -> Iterator[Row]:
    for statement in view.dossier.statements.values():
        item = statement.evidence
        path = view.dossier.events[statement.event].record.path
        yield {
            "id": statement.id,
            "event": statement.event,
            "voice": statement.voice,
            "speaker": statement.speaker,
            "speaker_text": statement.speaker_text,
            "speaker_basis": statement.speaker_basis,
            "via": statement.via,
            **bounds("said", statement.said.edtf if statement.said else None),
            "about": statement.about,
            "source": statement.source,
            "passage": item.passage if item else None,
            "quote": item.quote if item else None,
            "start": item.start if item else None,
            "end": item.end if item else None,
            "direct": statement.direct,
            "note": statement.note,
            "page": view.page(path),
        }


def _figures(view: View) -> Iterator[Row]:
    for statement in view.dossier.statements.values():
        figure = statement.figure
        if figure is None:
            continue
        event = view.dossier.events[statement.event]
        yield {
            "statement": statement.id,
            "event": statement.event,
            **_number(figure),
            **_without(_dated("date", event.date), "date_basis"),
            "date_prec": date_code(event.date),
            "where_prec": where_code(view.dossier.places.get(id_) for id_ in event.places),
            "attributed_to": statement.speaker or statement.speaker_text,
            "via": statement.via,
            "reported_by": statement.source,
        }


def _number(figure: Figure) -> Row:
    return {
        "counts": figure.counts,
        "unit": figure.unit,
        "of": figure.of,
        "by": figure.by,
        "scope": figure.scope,
        "low": figure.low,
        "best": figure.value,
        "high": figure.high,
        "qualifier": figure.qualifier,
    }


def _without(row: Row, key: str) -> Row:
    return {name: value for name, value in row.items() if name != key}


def relation_ids(dossier: Dossier) -> list[tuple[str, Relation]]:
    """Return each relation with its identifier; what repeats is numbered."""
    seen: dict[str, int] = {}
    found = []
    for relation in dossier.relations:
        name = f"{relation.source}.{relation.type}.{relation.target}"
        seen[name] = seen.get(name, 0) + 1
        found.append((name if seen[name] == 1 else f"{name}-{seen[name]}", relation))
    return found


def _relations(view: View) -> Iterator[Row]:
    for id_, relation in relation_ids(view.dossier):
        yield {
            "id": id_,
            "from": relation.source,
            "type": relation.type,
            "to": relation.target,
            "note": relation.note,
        }


def evidence_of(dossier: Dossier) -> Iterator[tuple[str, str, Evidence]]:
    """Give (kind of what rests on it, its id, the evidence): of events, statements, relations."""
    for event in dossier.events.values():
        yield from (("event", event.id, item) for item in event.evidence)
    for statement in dossier.statements.values():
        if statement.evidence:
            yield "statement", statement.id, statement.evidence
    for id_, relation in relation_ids(dossier):
        yield from (("relation", id_, item) for item in relation.evidence)


def _evidence(view: View) -> Iterator[Row]:
    for number, (kind, id_, item) in enumerate(evidence_of(view.dossier), 1):
        yield {
            "number": number,
            "event": id_ if kind == "event" else None,
            "statement": id_ if kind == "statement" else None,
            "relation": id_ if kind == "relation" else None,
            "source": item.source,
            "passage": item.passage,
            "quote": item.quote,
            "start": item.start,
            "end": item.end,
        }


def _mentions(view: View) -> Iterator[Row]:
    dossier = view.dossier
    for source, reading in dossier.readings.items():
        for mention in reading.mentions:
            yield {
                "source": source,
                "passage": mention.passage,
                "start": mention.start,
                "end": mention.end,
                "actor": mention.entity if mention.entity in dossier.actors else None,
                "place": mention.entity if mention.entity in dossier.places else None,
            }


_WRITERS: dict[str, Callable[[View], Iterator[Row]]] = {
    "sources": _sources,
    "passages": _passages,
    "actors": _actors,
    "places": _places,
    "names": _names,
    "events": _events,
    "participants": _participants,
    "event_places": _event_places,
    "other_sources": _other_sources,
    "statements": _statements,
    "figures": _figures,
    "relations": _relations,
    "evidence": _evidence,
    "mentions": _mentions,
}
