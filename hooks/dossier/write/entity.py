"""The page of an actor or a place: facts, prose, what happened, what was said, where named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..joined import Event, Relation, Statement
from ..model import Actor, Place
from . import links, wording
from .claims import carrying
from .drawings import place_map
from .event import made_from, open_questions, opening
from .here import Day, Here, Link, Mark, Proof
from .page import Page, split_prose
from .prose import render_prose
from .render import block, heading


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in the life of an actor or a place."""

    event: Link
    day: Day
    role: str | None
    speakers: tuple[Link, ...]
    proof: Proof | None
    why: str | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation, from the side of one actor."""

    words: str
    other: Link
    proofs: tuple[Proof, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    mark: Mark
    source: Link
    guide: str | None
    times: int


@dataclass(frozen=True, slots=True)
class _Content:
    """What a page holds beside its record's own prose."""

    crumbs: tuple[Link, ...]
    facts: str
    parts: tuple[str, ...]
    drawn: str = ""


def actor_page(actor: Actor, here: Here) -> Page:
    facts = block(
        "actor_facts",
        kind=wording.kind(actor.kind),
        side=_side(actor, here),
        **_common_facts(actor, here),
    )
    parts = (
        *_happened(actor, here),
        *_said(actor, here),
        *_told(actor, here),
        *_relations(actor, here),
        *_together(actor, here),
        *_namings(actor, here),
        *open_questions(actor.note, here),
    )
    crumbs = (Link("Home", here.to(links.HOME)), Link("People and groups", here.to(links.PEOPLE)))
    return _page(actor, here, _Content(crumbs, facts, parts))


def place_page(place: Place, here: Here) -> Page:
    at = place.location
    facts = block(
        "place_facts",
        kind=wording.kind(place.kind),
        part_of=here.link(place.part_of) if place.part_of else None,
        location=at,
        coordinates=wording.coordinates(at) if at else None,
        precision=wording.precision(at) if at else None,
        built=place.built,
        status=place.status,
        **_common_facts(place, here),
    )
    parts = (
        *_happened(place, here),
        *_told(place, here),
        *_inside(place, here),
        *_together(place, here),
        *_namings(place, here),
        *open_questions(place.note, here),
    )
    crumbs = (
        Link("Home", here.to(links.HOME)),
        Link("Places", here.to(links.PLACES)),
        *(here.link(one.id) for one in reversed(above(place, here))),
    )
    return _page(place, here, _Content(crumbs, facts, parts, place_map(place, here)))


def _common_facts(record: Actor | Place, here: Here) -> dict[str, object]:
    return {
        "names": here.others(record.names, record.title),
        "also": record.also,
        "links": outward(record.links),
        "passages": _passages(record, here),
        "report": here.lookup.report,
    }


def _page(record: Actor | Place, here: Here, content: _Content) -> Page:
    lead, rest, definitions = split_prose(render_prose(here.lookup, here.path))
    earlier, later = here.around(record.id)
    return Page(
        path=here.path,
        title=record.title,
        kind=wording.capital(wording.kind(record.kind)),
        parts=(*opening(lead, content.facts), content.drawn, rest, *content.parts),
        description=record.description,
        crumbs=content.crumbs,
        earlier=earlier,
        later=later,
        made_from=made_from(record.path, here, draft=record.draft),
        definitions=definitions,
        meta=record.meta,
        draft=record.draft,
    )


# --- Facts ----------------------------------------------------------------------------


def _side(actor: Actor, here: Here) -> Link | None:
    if not actor.side or actor.side == actor.id:
        return None
    known = actor.side in here.lookup.dossier.actors
    return here.link(actor.side) if known else Link(wording.kind(actor.side), None)


def above(place: Place, here: Here) -> list[Place]:
    """Return the places that a place is part of, nearest first; a circle ends where it closes."""
    found: list[Place] = []
    at = place.part_of
    while at in here.lookup.dossier.places and at not in [place.id, *(p.id for p in found)]:
        found.append(here.lookup.dossier.places[at or ""])
        at = found[-1].part_of
    return found


_SERVICES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "pleiades": ("Pleiades", "https://pleiades.stoa.org/places/{}"),
    "unesco": ("UNESCO World Heritage List", "https://whc.unesco.org/en/list/{}"),
}


def outward(ids: Mapping[str, str]) -> list[tuple[str, Link]]:
    """Return (authority, link) for each identifier; of an unknown authority, the bare value."""
    found: list[tuple[str, Link]] = []
    for key, value in sorted(ids.items()):
        if key in _SERVICES:
            name, form = _SERVICES[key]
            found.append((name, Link(value, form.format(value))))
        elif links.is_web(value):
            found.append((wording.capital(key), Link(value.split("//", 1)[1].rstrip("/"), value)))
        else:
            found.append(
                (key.upper() if len(key) <= 4 else wording.capital(key), Link(value, None))
            )
    return found


def _passages(record: Actor | Place, here: Here) -> list[Mark]:
    found = here.lookup.mentions.get(record.id, ())
    spots = dict.fromkeys((source, mention.passage) for source, mention in found)
    return [here.mark(source, passage) for source, passage in spots]


# --- Sections -------------------------------------------------------------------------


def voice(statement: Statement, here: Here) -> Link:
    """Return who says it; of the report itself, that it does so in its own voice."""
    if statement.voice == "source":
        return Link(here.lookup.own_voice, None)
    return here.speaker(statement)


def happening(event: Event, here: Here, id_: str | None = None) -> Happening:
    roles = {actor.id: actor.role for actor in event.actors}
    speakers = {link.text: link for link in (voice(s, here) for s in carrying(event, here.lookup))}
    hidden = event.record.graphic
    return Happening(
        event=here.link(event.id),
        day=here.event_day(event),
        role=roles.get(id_) if id_ else None,
        speakers=tuple(speakers.values()),
        proof=here.proof(event.evidence[0]) if event.evidence and not hidden else None,
        why=event.date.why if event.date else event.open_date,
        hidden=hidden,
    )


def _happened(record: Actor | Place, here: Here) -> list[str]:
    events = here.lookup.doings.get(record.id, ())
    told = [happening(e, here, record.id) for e in events if e.in_sources]
    known = [happening(e, here, record.id) for e in events if not e.in_sources]
    parts: list[str] = []
    if told:
        of_actor = isinstance(record, Actor)
        title = "What they did and what happened to them" if of_actor else "What happened here"
        parts += [
            heading(title, "what-happened"),
            block("happenings", happenings=told, own=here.lookup.own_voice),
        ]
    if known:
        parts += [
            heading(f"Not in {here.lookup.report}", "other-works"),
            block("happenings", happenings=known, own=here.lookup.own_voice),
        ]
    return parts


def _said(actor: Actor, here: Here) -> list[str]:
    own = [here.claim(s) for s in here.lookup.saying.get(actor.id, ())]
    passed = [here.claim(s) for s in here.lookup.passing.get(actor.id, ())]
    parts: list[str] = []
    if own:
        parts += [heading("What they said", "said"), block("claims", claims=own)]
    if passed:
        title = "What was said through them"
        parts += [heading(title, "passed-on"), block("claims", claims=passed)]
    return parts


def _told(record: Actor | Place, here: Here) -> list[str]:
    claims = [here.claim(s) for s in here.lookup.told.get(record.id, ())]
    if not claims:
        return []
    title = f"What is said of {_them(record)}"
    return [heading(title, "told"), block("claims", claims=claims)]


def _relations(actor: Actor, here: Here) -> list[str]:
    ties = [tie(relation, actor.id, here) for relation in here.lookup.relations.get(actor.id, ())]
    if not ties:
        return []
    return [heading("Where it stands", "relations"), block("ties", ties=ties, actor=actor.title)]


def tie(relation: Relation, id_: str, here: Here) -> Tie:
    inverse = relation.source != id_
    return Tie(
        words=wording.relation(relation.type, inverse=inverse),
        other=here.link(relation.source if inverse else relation.target),
        proofs=tuple(here.proof(evidence) for evidence in relation.evidence),
        note=relation.note,
    )


def _inside(place: Place, here: Here) -> list[str]:
    parts = here.lookup.parts.get(place.id, ())
    if not parts:
        return []
    rows = [(here.link(part.id), wording.kind(part.kind), part.description) for part in parts]
    return [heading("Places in it", "parts"), block("parts", parts=rows)]


def _together(record: Actor | Place, here: Here) -> list[str]:
    found = here.lookup.dossier.together.get(record.id, ())
    if not found:
        return []
    rows = [(here.link(id_), count) for id_, count in found]
    return [heading("Named together with", "together"), block("together", rows=rows)]


def _namings(record: Actor | Place, here: Here) -> list[str]:
    counts = Counter(
        (source, mention.passage) for source, mention in here.lookup.mentions.get(record.id, ())
    )
    if not counts:
        silence = f"No passage of {here.lookup.report} names {_them(record)}."
        return [heading("Passages", "passages"), block("sentence", text=silence)]
    namings = [
        Naming(here.mark(*spot), here.link(spot[0]), guide_of(spot, here), times)
        for spot, times in counts.items()
    ]
    title = f"Every passage that names {_them(record)}"
    return [heading(title, "passages"), block("namings", namings=namings)]


def _them(record: Actor | Place) -> str:
    return "them" if isinstance(record, Actor) else "it"


def guide_of(spot: tuple[str, str], here: Here) -> str | None:
    return here.lookup.guides.get(spot)
