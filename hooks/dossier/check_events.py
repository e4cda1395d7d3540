"""Holds events and statements against the words they rest on: dates, speakers, identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from . import edtf
from .checking import Checked
from .joined import Event, Statement
from .model import EventRecord, Where
from .problems import Problem, problem
from .saying import speech_at
from .values import where_of


def events(checked: Checked) -> Iterator[Problem]:
    """An event rests on the body of a text, and its date agrees with it."""
    for event in checked.dossier.events.values():
        if event.evidence and not any(
            _in_body(checked, each.source, each.passage) for each in event.evidence
        ):
            what = "its only evidence stands in a title, standfirst or caption"
            remedy = "quote the body of the text as well"
            yield problem(event.record.evidence[0].where, what, remedy, "weak-evidence")
        yield from _date(checked, event)


def titles(checked: Checked) -> Iterator[Problem]:
    """Two events have two titles: of a record that was copied, what was copied is still to go."""
    first: dict[str, EventRecord] = {}
    for event in checked.records.events.values():
        if event.draft:
            continue
        other = first.setdefault(event.title.casefold(), event)
        if other is not event:
            what = f"the title is that of ‘{other.id}’ (docs/{other.path}) too"
            remedy = "say in it what tells the two events apart, or delete one of them"
            yield problem(checked.page(event), what, remedy, "name-twice")


def _in_body(checked: Checked, source: str, passage: str) -> bool:
    passages = checked.dossier.readings[source].passages
    return any(each.id == passage and each.role == "body" for each in passages)


def _date(checked: Checked, event: Event) -> Iterator[Problem]:
    """Hold a stated date against the evidence's own sentence; other works may explain it."""
    record, derived = event.record, event.derived
    if not record.date or not derived or derived.basis != "derived":
        return
    stated = edtf.parse(record.date)
    if edtf.contains(edtf.parse(derived.edtf), stated):
        return
    if any(
        other.date and edtf.meet(edtf.parse(other.date), stated) for other in record.other_sources
    ):
        return
    what = f"‘date’ is {record.date}, but the evidence says “{derived.expression}”: {derived.edtf}"
    remedy = (
        f"write {derived.edtf} or leave ‘date’ out, or name the work that gives {record.date}"
        " under ‘other_sources’ with its date"
    )
    yield problem(
        where_of(record.date, checked.page(record, "date")), what, remedy, "date-against-evidence"
    )


def statements(checked: Checked) -> Iterator[Problem]:
    """A statement has an id of its own, and a speaker the text knows."""
    claimed: set[str] = set()
    whole = _all_speakers_known(checked)
    for event in checked.dossier.events.values():
        for statement in event.statements:
            where, given = _where(checked, event, statement)
            foreign = statement.id.split(".")[0] != event.id
            if statement.id in claimed and (given or whole) and not foreign:
                what = f"the statement id ‘{statement.id}’ stands twice"
                remedy = f"add ‘id: {statement.id}-2’ (or a word that tells them apart)"
                described = statement.speaker_text if statement.speaker_basis != "stated" else None
                if described and statement.evidence:
                    record = f"seeds/{statement.evidence.source}.yml"
                    remedy += f"; or tie “{described}” to its actor under ‘called’ in {record}"
                if given:
                    remedy = f"write ‘{statement.id}-2’, or a word that tells them apart"
                yield problem(where, what, remedy, "statement-id")
            elif foreign:
                what = f"the statement id ‘{statement.id}’ does not begin with its event"
                remedy = f"write ‘{event.id}.{statement.id.rpartition('.')[2]}’"
                yield problem(where, what, remedy, "statement-id")
            claimed.add(statement.id)
            yield from _speaker(checked, statement, where)
            yield from _said(checked, statement, where)


def _all_speakers_known(checked: Checked) -> bool:
    """Say whether no actor is missing or broken: their statements would pass for nobody's."""
    broken = {id_ for id_, kind in checked.ids.items() if kind == "actor"} - {
        *checked.records.actors
    }
    called = {id_ for source in checked.records.sources.values() for id_ in source.called}
    return not broken and called <= checked.ids.keys()


def _where(checked: Checked, event: Event, statement: Statement) -> tuple[Where, bool]:
    """Return where a statement was written, and whether with an id of its own."""
    for record in event.record.statements:
        if record.id == statement.id:
            return where_of(record.id, record.where), True
    for record in event.record.statements:
        same_words = (
            record.evidence
            and statement.evidence
            and record.evidence.quote.split() == statement.evidence.quote.split()
        )
        if record.id is None and (same_words or record.work == statement.work is not None):
            return record.where, False
    return checked.page(event.record, "statements"), False


def _speaker(checked: Checked, statement: Statement, where: Where) -> Iterator[Problem]:
    """A stated speaker is named, or described by ‘called’, somewhere in the text."""
    evidence = statement.evidence
    if not evidence or statement.speaker_basis != "stated":
        return
    named = {mention.entity for mention in checked.dossier.readings[evidence.source].mentions}
    for key, id_ in (("speaker", statement.speaker), ("via", statement.via)):
        if id_ and id_ in checked.records.actors and id_ not in named:
            what = f"the {key} ‘{id_}’ is nowhere named in ‘{evidence.source}’"
            record = f"seeds/{evidence.source}.yml"
            way = f"tie its description to it under ‘called’ in {record}"
            remedy = f"name the right actor, or {way}"
            yield problem(where_of(id_, where), what, remedy, "speaker-not-named")


def _said(checked: Checked, statement: Statement, where: Where) -> Iterator[Problem]:
    """Hold a stated day of saying against the one that the sentence gives for its speaker."""
    stated, item = statement.said, statement.evidence
    if not stated or stated.basis != "stated" or not item or not statement.speaker:
        return
    speech = speech_at(item, checked.dossier.readings[item.source])
    said = speech.said if speech and speech.speaker == statement.speaker else None
    if said is None or said.edtf is None:
        return
    if edtf.contains(edtf.parse(said.edtf), edtf.parse(stated.edtf)):
        return
    what = f"‘said’ is {stated.edtf}, but the text says “{said.text}”: {said.edtf}"
    remedy = f"write {said.edtf} or leave ‘said’ out"
    yield problem(where_of(stated.edtf, where), what, remedy, "date-against-evidence")
