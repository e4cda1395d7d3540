"""The rows of the tables: records of the data file, each value in its column, in a fixed order.

Columns and their meaning stand in ``columns.py``; a test holds rows and columns together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..joined import Dossier, Evidence, Relation
from ..model import Actor, Place
from ..schema import LINKS
from ..write import links
from ..write.data import (
    date_data,
    dated_data,
    event_data,
    evidence_data,
    figure_data,
    source_data,
    statement_data,
)
from . import columns
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


def _flat(record: Row, *dates: str) -> dict[str, object]:
    """Return a record of the data file as cells: of its dates the parts, and no lists."""
    cells = {key: value for key, value in record.items() if not isinstance(value, dict | list)}
    for name in dates:
        date = record[name]
        parts = date if isinstance(date, Mapping) else {}
        cells |= {f"{name}_{part}": parts.get(part) for part in ("edtf", "earliest", "latest")}
    return cells


def _sources(view: View) -> Iterator[Row]:
    for source in view.dossier.sources.values():
        page = view.page(links.source_page(source.id))
        yield {
            **_flat(source_data(source, view.dossier, view.shown, page), "published"),
            "accessed": source.accessed,
            "archived": source.archived,
            "note": source.note,
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
        date, derived = event.date, event.derived
        yield {
            **_flat(event_data(event, view.page(event.record.path)), "date", "derived"),
            "description": event.record.description,
            "date_basis": date.basis if date else None,
            "date_expression": date.expression if date else None,
            "date_why": date.why if date else None,
            "derived_basis": derived.basis if derived else None,
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
                **_flat({"date": date_data(other.date)}, "date"),
                "verdict": other.verdict,
                "note": other.note,
            }


def _statements(view: View) -> Iterator[Row]:
    for statement in view.dossier.statements.values():
        page = view.page(view.dossier.events[statement.event].record.path)
        yield {
            **_flat(statement_data(statement, page), "said"),
            "event": statement.event,
            "note": statement.note,
        }


def _figures(view: View) -> Iterator[Row]:
    for statement in view.dossier.statements.values():
        figure = figure_data(statement.figure)
        if figure is None:
            continue
        event = view.dossier.events[statement.event]
        yield {
            "statement": statement.id,
            "event": statement.event,
            **figure,
            "best": figure["value"],
            **_flat({"date": dated_data(event.date)}, "date"),
            "date_prec": date_code(event.date),
            "where_prec": where_code(view.dossier.places.get(id_) for id_ in event.places),
            "attributed_to": statement.speaker or statement.speaker_text,
            "via": statement.via,
            "reported_by": statement.source,
        }


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
            **evidence_data(item),
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
