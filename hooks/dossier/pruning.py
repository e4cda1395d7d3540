"""Takes out of the records every reference to a record that is not there.

Only what is shown beside problems is pruned: the problems have named what is missing.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from .join import Records
from .model import EventRecord, Place, SourceRecord, StatementRecord


def pruned(records: Records) -> Records:
    """Return the records, each referring only to others among them."""
    return replace(
        records,
        sources={id_: _source(source, records) for id_, source in records.sources.items()},
        places={id_: _place(place, records.places) for id_, place in records.places.items()},
        events={id_: _event(event, records) for id_, event in records.events.items()},
    )


def _source(source: SourceRecord, records: Records) -> SourceRecord:
    known = {*records.actors, *records.places}
    called = {id_: words for id_, words in source.called.items() if id_ in known}
    return replace(source, called=called)


def _place(place: Place, places: Container[str]) -> Place:
    return place if place.part_of in places else replace(place, part_of=None)


def _event(event: EventRecord, records: Records) -> EventRecord:
    kept = (_statement(each, records) for each in event.statements if _rests(each, records))
    return replace(
        event,
        statements=tuple(kept),
        other_sources=tuple(o for o in event.other_sources if o.source in records.sources),
    )


def _rests(statement: StatementRecord, records: Records) -> bool:
    on = statement.evidence.source if statement.evidence else statement.work
    return on in records.sources


def _statement(statement: StatementRecord, records: Records) -> StatementRecord:
    return replace(
        statement,
        speaker=statement.speaker if statement.speaker in records.actors else None,
        via=statement.via if statement.via in records.actors else None,
    )
