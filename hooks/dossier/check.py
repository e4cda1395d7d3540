"""Holds the records against one another and against the words of the sources.

Each rule is one function that yields problems; none stops at the first, and none repeats what
another rule or the reading of the files has said already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .check_events import events, statements, titles
from .check_figures import figures
from .check_places import circles, swapped
from .check_sources import sources
from .checking import Checked, Rule, near_miss, textless, unknown
from .model import (
    Actor,
    EventRecord,
    Figure,
    Name,
    PageRecord,
    Quote,
    RelationRecord,
    StatementRecord,
    Where,
)
from .problems import Problem, did_you_mean, problem
from .values import where_of

__all__ = ["RULES", "Checked", "check"]


def check(checked: Checked) -> list[Problem]:
    """Return every problem there is between the records."""
    return [found for rule in RULES for found in rule(checked)]


# --- References -----------------------------------------------------------------------


def references(checked: Checked) -> Iterator[Problem]:
    """Every id in a record names something of the right kind."""
    for actor in checked.records.actors.values():
        yield from _actor(checked, actor)
    for place in checked.records.places.values():
        if place.part_of:
            yield from unknown(checked, place.part_of, "place", checked.page(place, "part_of"))
    for event in checked.records.events.values():
        yield from _event(checked, event)
    for source in checked.records.sources.values():
        for id_ in source.called:
            if checked.ids.get(id_) != "place":
                yield from unknown(checked, id_, "actor", checked.source(source, "called"))


def _actor(checked: Checked, actor: Actor) -> Iterator[Problem]:
    for relation in actor.relations:
        yield from unknown(checked, relation.to, "actor", relation.where)
        yield from _quotes(checked, relation.evidence)
    if actor.side:
        yield from near_miss(checked, "side", actor.side, checked.page(actor, "side"))


def _event(checked: Checked, event: EventRecord) -> Iterator[Problem]:
    for id_ in event.actors or ():
        yield from unknown(checked, id_, "actor", checked.page(event, "actors"))
    for id_ in event.places or ():
        yield from unknown(checked, id_, "place", checked.page(event, "places"))
    for other in event.other_sources:
        yield from unknown(checked, other.source, "source", other.where)
    yield from _quotes(checked, event.evidence)
    for statement in event.statements:
        yield from _statement(checked, statement)


def _quotes(checked: Checked, quotes: Iterable[Quote]) -> Iterator[Problem]:
    for quote in quotes:
        yield from unknown(checked, quote.source, "source", quote.where)
        yield from textless(checked, quote)


def _statement(checked: Checked, statement: StatementRecord) -> Iterator[Problem]:
    for id_ in (statement.speaker, statement.via):
        if id_:
            yield from unknown(checked, id_, "actor", statement.where)
    if statement.evidence:
        yield from _quotes(checked, [statement.evidence])
    if statement.work:
        yield from unknown(checked, statement.work, "source", statement.where)
        record = checked.records.sources.get(statement.work)
        if record and record.text is not None:
            what = (
                f"the text of ‘{statement.work}’ is held here, and the statement quotes none of it"
            )
            remedy = "quote its words under ‘evidence’, in place of ‘work’"
            at = where_of(statement.work, statement.where)
            yield problem(at, what, remedy, "statement-form")
    figure = statement.figure or Figure(None)
    for key, value in (("of", figure.of), ("by", figure.by)):
        if value:
            yield from near_miss(checked, key, value, statement.where)


# --- Names, relations, Home -----------------------------------------------------------


def names(checked: Checked) -> Iterator[Problem]:
    """A name is claimed by one page; ‘also’ may be shared."""
    claims: dict[str, tuple[PageRecord, Name]] = {}
    for record in (*checked.records.actors.values(), *checked.records.places.values()):
        for name in record.names:
            first, _ = claims.setdefault(name.text, (record, name))
            if first.id != record.id:
                what = f"the name ‘{name.text}’ is claimed by ‘{first.id}’ (docs/{first.path}) too"
                remedy = "keep it on one page, and move it to ‘also’ on the other"
                where = where_of(name.text, checked.page(record, "names"))
                yield problem(where, what, remedy, "name-twice")


def befallen(checked: Checked) -> Iterator[Problem]:
    """A figure names actors and places by their ids, which tie it to their pages."""
    entities = (*checked.records.actors.values(), *checked.records.places.values())
    named = {name.text: each.id for each in entities for name in each.names}
    for event in checked.records.events.values():
        for statement in event.statements:
            figure = statement.figure or Figure(None)
            for key, value in (("of", figure.of), ("by", figure.by)):
                id_ = named.get(value or "")
                if value and id_ and value != id_:
                    what = f"‘{key}’ is ‘{value}’, a name of ‘{id_}’"
                    at = where_of(value, statement.where)
                    yield problem(at, what, f"write {id_}", "unknown-actor")


def relations(checked: Checked) -> Iterator[Problem]:
    """A relation joins two actors, once."""
    for actor in checked.records.actors.values():
        seen: set[tuple[str, str]] = set()
        for relation in actor.relations:
            at = where_of(relation.to, relation.where)
            if relation.to == actor.id:
                what = f"‘{actor.id}’ is related to itself"
                yield problem(at, what, "name the other actor", "circle")
            if (relation.type, relation.to) in seen:
                what = f"‘{relation.type}: {relation.to}’ stands twice"
                yield problem(at, what, "put the evidence of both in one list", "duplicate-key")
            seen.add((relation.type, relation.to))


def within(checked: Checked) -> Iterator[Problem]:
    """No actor is part of itself, by way of others."""
    done: set[str] = set()
    for id_ in checked.records.actors:
        way, open_ = {id_: None}, [_above(checked, id_)]
        while open_ and id_ not in done:
            relation = next(open_[-1], None)
            if relation is None:
                open_.pop()
                done.add(way.popitem()[0])
            elif relation.to in way:
                whole = list(way)
                circle = [*whole[whole.index(relation.to) :], relation.to]
                what = f"‘part-of’ goes in a circle: {' → '.join(circle)}"
                at = where_of(relation.to, relation.where)
                yield problem(at, what, "take one of these ‘part-of’ out", "circle")
            elif relation.to not in done:
                way[relation.to] = None
                open_.append(_above(checked, relation.to))


def _above(checked: Checked, id_: str) -> Iterator[RelationRecord]:
    actor = checked.records.actors.get(id_)
    relations = actor.relations if actor else ()
    return iter([each for each in relations if each.type == "part-of" and each.to != id_])


def home(checked: Checked) -> Iterator[Problem]:
    """The event that Home shows exists, once somebody has written any."""
    event = checked.settings.event
    drafts = {id_ for id_, each in checked.records.events.items() if each.draft}
    written = len(checked.records.events) > len(drafts)
    if event and written and checked.ids.get(event) != "event":
        options = [id_ for id_ in checked.known("event") if id_ not in drafts]
        titled = checked.titled(event)
        remedy = f"did you mean ‘{titled}’?" if titled in options else did_you_mean(event, options)
        what = f"extra.dossier.event is ‘{event}’, and there is no such event"
        where = where_of(event, Where(checked.config))
        yield problem(where, what, remedy, "unknown-event")


RULES: tuple[Rule, ...] = (
    references, names, circles, swapped, home, sources, events, titles, statements, figures,
    befallen, relations, within,
)  # fmt: skip
