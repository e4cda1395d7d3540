"""Holds the records against one another and against the words of the sources.

Each rule is one function that yields problems; none stops at the first, and none repeats what
another rule or the reading of the files has said already.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from . import edtf
from .fields import SLUG, where_of
from .join import Records, Settings
from .joined import Dossier, Event, Statement
from .model import (
    EventRecord,
    Figure,
    Name,
    PageRecord,
    Place,
    Quote,
    SourceRecord,
    StatementRecord,
    Where,
)
from .problems import Problem, did_you_mean, nearest, problem


@dataclass(frozen=True, slots=True)
class Checked:
    """What every rule may look at."""

    records: Records
    dossier: Dossier
    settings: Settings
    ids: Mapping[str, str]
    """Every id that a file claims, broken ones too → its kind: actor, place, event or source."""
    config: str = "mkdocs.yml"

    def page(self, record: PageRecord, key: str = "title") -> Where:
        return record.keys.get(key, Where(f"docs/{record.path}"))

    def source(self, record: SourceRecord, key: str = "title") -> Where:
        return record.keys.get(key, Where(record.path))


Rule = Callable[[Checked], Iterator[Problem]]


def check(checked: Checked) -> list[Problem]:
    """Return every problem there is between the records."""
    return [found for rule in RULES for found in rule(checked)]


# --- References -----------------------------------------------------------------------


def _unknown(checked: Checked, id_: str, kind: str, where: Where) -> Iterator[Problem]:
    """Report an id that names nothing of the kind wanted."""
    found = checked.ids.get(id_)
    if found == kind:
        return
    at = where_of(id_, where)
    if found:
        yield problem(
            at,
            f"‘{id_}’ is {_a(found)}, not {_a(kind)}",
            f"name {_a(kind)} here",
            f"unknown-{kind}",
        )
        return
    options = [other for other, its in checked.ids.items() if its == kind]
    near = nearest(id_, options)
    make = f"seeds/{id_}.yml" if kind == "source" else f"docs/{_FOLDER[kind]}/{id_}.md"
    new = (
        f"make {make} (‘dossier new {kind}’)"
        if SLUG.fullmatch(id_)
        else f"write the name of a file in {make.rsplit('/', 1)[0]}/"
    )
    remedy = f"did you mean ‘{near}’?" if near else new
    yield problem(at, f"there is no {kind} ‘{id_}’", remedy, f"unknown-{kind}")


_FOLDER = {"actor": "actors", "place": "places", "event": "timeline"}


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ae" else f"a {kind}"


def references(checked: Checked) -> Iterator[Problem]:
    """Every id in a record names something of the right kind."""
    for actor in checked.records.actors.values():
        for relation in actor.relations:
            yield from _unknown(checked, relation.to, "actor", relation.where)
            yield from _quotes(checked, relation.evidence)
    for place in checked.records.places.values():
        if place.part_of:
            yield from _unknown(checked, place.part_of, "place", checked.page(place, "part_of"))
    for event in checked.records.events.values():
        for id_ in event.actors or ():
            yield from _unknown(checked, id_, "actor", checked.page(event, "actors"))
        for id_ in event.places or ():
            yield from _unknown(checked, id_, "place", checked.page(event, "places"))
        for other in event.other_sources:
            yield from _unknown(checked, other.source, "source", other.where)
        yield from _quotes(checked, event.evidence)
        for statement in event.statements:
            yield from _statement_references(checked, statement)
    for source in checked.records.sources.values():
        for id_ in source.called:
            if checked.ids.get(id_) != "place":
                yield from _unknown(checked, id_, "actor", checked.source(source, "called"))


def _quotes(checked: Checked, quotes: Iterable[Quote]) -> Iterator[Problem]:
    for quote in quotes:
        yield from _unknown(checked, quote.source, "source", quote.where)
        record = checked.records.sources.get(quote.source)
        if record and record.text is None:
            remedy = "cite it under other_sources or as ‘work:’ of a statement; evidence is words of a text in seeds/"
            yield problem(
                quote.where,
                f"‘{quote.source}’ is a work whose text we do not hold",
                remedy,
                "no-text",
            )


def _statement_references(checked: Checked, statement: StatementRecord) -> Iterator[Problem]:
    for id_ in (statement.speaker, statement.via):
        if id_:
            yield from _unknown(checked, id_, "actor", statement.where)
    if statement.evidence:
        yield from _quotes(checked, [statement.evidence])
    if statement.work:
        yield from _unknown(checked, statement.work, "source", statement.where)
    figure = statement.figure or Figure(None)
    for key, value in (("of", figure.of), ("by", figure.by)):
        if value and SLUG.fullmatch(value) and value not in checked.ids:
            near = nearest(value, checked.ids)
            if near and SequenceMatcher(None, near, value).ratio() > 0.8:
                what = f"‘{key}’ is ‘{value}’, which is no id"
                yield problem(
                    where_of(value, statement.where),
                    what,
                    f"did you mean ‘{near}’?",
                    "unknown-actor",
                )


# --- Names and order ------------------------------------------------------------------


def names(checked: Checked) -> Iterator[Problem]:
    """A name is claimed by one page; ‘also’ may be shared."""
    claims: dict[str, tuple[PageRecord, Name]] = {}
    for record in (*checked.records.actors.values(), *checked.records.places.values()):
        for name in record.names:
            first, _ = claims.setdefault(name.text, (record, name))
            if first.id != record.id:
                where = where_of(name.text, checked.page(record, "names"))
                what = f"the name ‘{name.text}’ is claimed by ‘{first.id}’ (docs/{first.path}) too"
                yield problem(
                    where,
                    what,
                    "keep it on one page, and move it to ‘also’ on the other",
                    "name-twice",
                )


def circles(checked: Checked) -> Iterator[Problem]:
    """No place is part of itself, at any distance."""
    done: set[str] = set()
    for place in checked.records.places.values():
        chain: list[str] = []
        at: Place | None = place
        while at and at.id not in chain and at.id not in done:
            chain.append(at.id)
            at = checked.records.places.get(at.part_of) if at.part_of else None
        if at and at.id in chain:
            circle = chain[chain.index(at.id) :]
            what = f"‘part_of’ goes in a circle: {' → '.join([*circle, circle[0]])}"
            yield problem(
                checked.page(at, "part_of"), what, "take one of these ‘part_of’ out", "circle"
            )
        done.update(chain)


def home(checked: Checked) -> Iterator[Problem]:
    """The event that Home shows exists."""
    event = checked.settings.event
    if event and checked.ids.get(event) != "event":
        options = [id_ for id_, kind in checked.ids.items() if kind == "event"]
        what = f"extra.dossier.event is ‘{event}’, and there is no such event"
        yield problem(
            where_of(event, Where(checked.config)),
            what,
            did_you_mean(event, options),
            "unknown-event",
        )


# --- Sources --------------------------------------------------------------------------


def sources(checked: Checked) -> Iterator[Problem]:
    """A source's record fits its text."""
    for record in checked.records.sources.values():
        if record.text is None:
            yield from _without_text(checked, record)
            continue
        actual = hashlib.sha256(record.text.encode("utf-8")).hexdigest()
        if record.sha256 and record.sha256 != actual:
            what = f"the text of ‘{record.id}’ is not the one this checksum was made of"
            remedy = f"restore seeds/{record.id}.txt as it was; if the new text is right, write sha256: {actual}"
            yield problem(checked.source(record, "sha256"), what, remedy, "text-changed")
            continue
        yield from _parts(checked, record)
        yield from _called(checked, record)


def _without_text(checked: Checked, record: SourceRecord) -> Iterator[Problem]:
    for key, value in (
        ("sha256", record.sha256),
        ("parts", record.parts),
        ("passages", record.guides or record.notes),
        ("called", record.called),
    ):
        if value:
            what = f"‘{key}’ speaks of a text, and there is no seeds/{record.id}.txt"
            yield problem(
                checked.source(record, key),
                what,
                f"add the text as seeds/{record.id}.txt, or leave the key out",
                "no-text",
            )


def _parts(checked: Checked, record: SourceRecord) -> Iterator[Problem]:
    passages = checked.dossier.readings[record.id].passages
    for role, block in record.parts.items():
        if block > len(passages):
            what = f"‘{role}’ is block {block}, and the text has {len(passages)}"
            yield problem(
                checked.source(record, "parts"),
                what,
                f"write a number from 1 to {len(passages)}",
                "unknown-passage",
            )
    repeated = [block for block, times in Counter(record.parts.values()).items() if times > 1]
    for block in repeated:
        yield problem(
            checked.source(record, "parts"),
            f"block {block} has two roles",
            "give each block one role",
            "unknown-passage",
        )
    known = [passage.id for passage in passages]
    for passage in dict.fromkeys((*record.guides, *record.notes)):
        if passage not in known:
            where = where_of(passage, checked.source(record, "passages"))
            what = f"‘{record.id}’ has no passage ‘{passage}’"
            yield problem(
                where, what, f"its passages are {', '.join(known[:30])}", "unknown-passage"
            )


def _called(checked: Checked, record: SourceRecord) -> Iterator[Problem]:
    text = " ".join((record.text or "").split()).translate(_QUOTES).lower()
    claimed: dict[str, str] = {}
    for actor, descriptions in record.called.items():
        for description in descriptions:
            where = where_of(description, checked.source(record, "called"))
            if description.translate(_QUOTES).lower() not in text:
                what = f"‘{description}’ does not stand in the text"
                yield problem(
                    where,
                    what,
                    "copy the description from the text, or leave it out",
                    "called-not-found",
                )
            other = claimed.setdefault(description, actor)
            if other != actor:
                what = f"‘{description}’ is said to mean ‘{other}’ and ‘{actor}’"
                yield problem(where, what, "keep it for one of them", "name-twice")


_QUOTES = str.maketrans("’‘“”", "''\"\"")


# --- Events ---------------------------------------------------------------------------


def events(checked: Checked) -> Iterator[Problem]:
    """An event rests on something, and its date agrees with it."""
    for event in checked.dossier.events.values():
        record = event.record
        if not record.evidence and not (record.date and record.other_sources):
            what = "the event has no evidence"
            remedy = "quote the words that tell of it under ‘evidence’, or state ‘date’ and the works that know it under ‘other_sources’"
            yield problem(checked.page(record, "evidence"), what, remedy, "no-evidence")
        if event.evidence and not any(
            _in_body(checked, e.source, e.passage) for e in event.evidence
        ):
            what = "its only evidence stands in a title, standfirst or caption"
            yield problem(
                record.evidence[0].where,
                what,
                "quote the body of the text as well",
                "weak-evidence",
            )
        yield from _date(checked, event)


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
    if any(other.date and _meet(edtf.parse(other.date), stated) for other in record.other_sources):
        return
    what = f"‘date’ is {record.date}, but the evidence says “{derived.expression}”: {derived.edtf}"
    remedy = f"write {derived.edtf} or leave ‘date’ out, or name the work that gives {record.date} under ‘other_sources’ with its date"
    yield problem(
        where_of(record.date, checked.page(record, "date")), what, remedy, "date-against-evidence"
    )


def _meet(one: edtf.Edtf, other: edtf.Edtf) -> bool:
    begins = one.earliest is None or other.latest is None or one.earliest <= other.latest
    ends = one.latest is None or other.earliest is None or other.earliest <= one.latest
    return begins and ends


def statements(checked: Checked) -> Iterator[Problem]:
    """A statement rests on words or on a work, has an id of its own, and a speaker the text knows."""
    claimed: dict[str, str] = {}
    for event in checked.dossier.events.values():
        for record in event.record.statements:
            yield from _statement_form(event.record, record)
        for statement in event.statements:
            where = _where(checked, event, statement)
            if statement.id in claimed:
                what = f"the statement id ‘{statement.id}’ stands twice"
                yield problem(
                    where,
                    what,
                    f"add ‘id: {statement.id}-2’ (or a word that tells them apart)",
                    "statement-id",
                )
            elif statement.id.split(".")[0] != event.id:
                what = f"the statement id ‘{statement.id}’ does not begin with its event"
                yield problem(where, what, f"write ‘{event.id}.…’", "statement-id")
            claimed[statement.id] = event.id
            yield from _speaker(checked, statement, where)


def _where(checked: Checked, event: Event, statement: Statement) -> Where:
    for record in event.record.statements:
        same_words = (
            record.evidence
            and statement.evidence
            and record.evidence.quote.split() == statement.evidence.quote.split()
        )
        if record.id == statement.id or (
            record.id is None and (same_words or record.work == statement.work is not None)
        ):
            return record.where
    return checked.page(event.record, "statements")


def _statement_form(event: EventRecord, record: StatementRecord) -> Iterator[Problem]:
    if record.evidence and record.work:
        what, remedy = "the statement has both evidence and a work", "keep the one it stands in"
    elif not record.evidence and not record.work:
        what, remedy = (
            "the statement has neither evidence nor a work",
            "add ‘evidence: {source: …, quote: …}’ or ‘work: …’",
        )
    elif record.voice in ("unnamed", "source") and record.speaker:
        what = f"the voice is ‘{record.voice}’, and yet a speaker is given"
        remedy = "leave ‘speaker’ out, or write ‘voice: speaker’"
    elif record.voice == "source" and record.speaker_text:
        what, remedy = (
            "the source speaks itself, and yet ‘speaker_text’ is given",
            "leave one of them out",
        )
    else:
        yield from _numbers(record)
        return
    yield problem(record.where, what, remedy, "statement-form")


def _numbers(record: StatementRecord) -> Iterator[Problem]:
    figure = record.figure
    if figure is None:
        return
    low, high = figure.low, figure.high
    if low is not None and high is not None and low > high:
        yield problem(
            record.where, f"‘low’ is {low}, above ‘high’, {high}", "exchange them", "out-of-range"
        )
    elif (figure.value is not None and (low or figure.value) > figure.value) or (
        high is not None and figure.value is not None and figure.value > high
    ):
        what = f"‘value’ is {figure.value}, outside ‘low’ and ‘high’"
        yield problem(record.where, what, "mend one of the three", "out-of-range")
    elif figure.value is None and low is None and high is None:
        yield problem(
            record.where, "the figure has no number", "add ‘value’, ‘low’ or ‘high’", "missing-key"
        )


def _speaker(checked: Checked, statement: Statement, where: Where) -> Iterator[Problem]:
    """A stated speaker is named, or described by ‘called’, somewhere in the text."""
    evidence = statement.evidence
    if not evidence or statement.speaker_basis != "stated":
        return
    named = {mention.entity for mention in checked.dossier.readings[evidence.source].mentions}
    for key, id_ in (("speaker", statement.speaker), ("via", statement.via)):
        if id_ and id_ in checked.records.actors and id_ not in named:
            what = f"the {key} ‘{id_}’ is nowhere named in ‘{evidence.source}’"
            remedy = f"name the right actor, or tie its description to it under ‘called’ in seeds/{evidence.source}.yml"
            yield problem(where_of(id_, where), what, remedy, "speaker-not-named")


def relations(checked: Checked) -> Iterator[Problem]:
    """A relation says one thing and proves it."""
    for actor in checked.records.actors.values():
        seen: dict[tuple[str, str], int] = defaultdict(int)
        for relation in actor.relations:
            seen[relation.type, relation.to] += 1
            if not relation.evidence:
                yield problem(
                    relation.where,
                    "the relation has no evidence",
                    "quote the words that prove it",
                    "no-evidence",
                )
            if relation.to == actor.id:
                yield problem(
                    relation.where,
                    f"‘{actor.id}’ is related to itself",
                    "name the other actor",
                    "circle",
                )
            if seen[relation.type, relation.to] == 2:
                what = f"‘{relation.type}: {relation.to}’ stands twice"
                yield problem(
                    relation.where, what, "put the evidence of both in one list", "duplicate-key"
                )


RULES: tuple[Rule, ...] = (references, names, circles, home, sources, events, statements, relations)
