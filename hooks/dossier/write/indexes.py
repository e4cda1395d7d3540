"""The index of people and groups, with who stands where; the index of places, monuments first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import mending
from ..model import Actor, Place
from . import wording
from .drawings import map_dates, whole_map
from .entity import happening
from .essays import headed
from .here import Here, Link, Proof
from .page import Page
from .render import block, heading
from .runs import LONG, by_letter, in_runs
from .sheets import by_title


@dataclass(frozen=True, slots=True)
class Item:
    link: Link
    description: str | None
    names: tuple[object, ...]
    passages: int
    kind: str
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    source: Link
    words: str
    target: Link
    proofs: tuple[Proof, ...]
    note: str | None


def people_page(here: Here) -> Page:
    actors = by_title(here.lookup.dossier.actors.values())
    parts: list[str] = []
    if not actors:
        parts.append(block("sentence", text="Nobody is recorded yet."))
    if here.lookup.dossier.relations:
        parts += [heading("Who stands where", "relations"), block("stands", groups=_stands(here))]
    kinds = by_kind(actors)
    if len(actors) > LONG:
        jumps = [Link(wording.capital(kind), f"#{to}") for kind, to in _anchors(kinds).items()]
        parts.insert(0, block("jumps", jumps=jumps, label="Kinds"))
    for kind, anchor in _anchors(kinds).items():
        parts.append(heading(wording.capital(kind), anchor))
        parts += _by_letter(kinds[kind], anchor, wording.capital(kind), here)
    return headed(
        here,
        "People and groups",
        wording.plural(len(actors), "person or body", "people and bodies"),
        tuple(parts),
        description="Everybody the dossier names, by kind, and who stands where.",
    )


def _anchors(kinds: Iterable[str]) -> dict[str, str]:
    slugs = {kind: mending.slug(kind) for kind in kinds}
    often = Counter(slugs.values())
    return {
        kind: f"kind-{slug if slug and often[slug] == 1 else number}"
        for number, (kind, slug) in enumerate(slugs.items(), 1)
    }


def _by_letter(actors: list[Actor], anchor: str, title: str, here: Here) -> list[str]:
    def items(run: Sequence[Actor]) -> str:
        return block("items", items=[_item(actor, here) for actor in run])

    runs = by_letter(actors, lambda actor: actor.title)
    return in_runs(runs, anchor, items, label=f"{title}, A to Z")


def by_kind(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """Return actors by kind: people first, then the kinds in order of the alphabet."""
    kinds: dict[str, list[Actor]] = {}
    for actor in actors:
        kinds.setdefault(wording.many(wording.kind(actor.kind)), []).append(actor)
    return dict(
        sorted(kinds.items(), key=lambda pair: (pair[0] != "people", pair[0].casefold(), pair[0]))
    )


_RELATIONS = ("fights", "backs", "part-of", "mediates", "reports-on")
"""In which order they are told: what divides first, who only tells of it last."""


def _stands(here: Here) -> dict[str, list[Stand]]:
    """Return relations by type, each with its words."""
    found = here.lookup.dossier.relations
    types = sorted({r.type for r in found}, key=lambda type_: (_place(type_), type_))
    return {type_: _of_type(type_, here) for type_ in types}


def _place(type_: str) -> int:
    return _RELATIONS.index(type_) if type_ in _RELATIONS else len(_RELATIONS)


def _of_type(type_: str, here: Here) -> list[Stand]:
    return [
        Stand(
            here.link(relation.source),
            wording.relation(relation.type),
            here.link(relation.target),
            tuple(here.proof(evidence) for evidence in relation.evidence),
            relation.note,
        )
        for relation in here.lookup.dossier.relations
        if relation.type == type_
    ]


def _item(record: Actor | Place, here: Here, children: tuple[Item, ...] = ()) -> Item:
    found = here.lookup.mentions.get(record.id, ())
    return Item(
        here.link(record.id),
        record.description,
        tuple(name for name in record.names if name.lang != "en")[:1],
        len({(source, mention.passage) for source, mention in found}),
        wording.kind(record.kind),
        children,
    )


# --- Places ---------------------------------------------------------------------------


def places_page(here: Here) -> Page:
    places = by_title(here.lookup.dossier.places.values())
    monuments = [place for place in places if is_monument(place, here)]
    parts: list[str] = []
    if monuments:
        rows = [
            (
                here.link(place.id),
                [happening(event, here) for event in here.lookup.doings.get(place.id, ())],
                place.status,
                place.built,
            )
            for place in monuments
        ]
        parts += [
            heading("Monuments and what happened to each", "monuments"),
            block("monuments", rows=rows),
        ]
    drawn = whole_map(here)
    if drawn:
        parts += [heading("On the map", "map"), map_dates(here), drawn]
    if places:
        runs = by_letter(tree(places, here), lambda item: item.link.text)
        parts.append(heading("All places", "all"))
        parts += in_runs(runs, "all", _branches, label="Places, A to Z")
    else:
        parts.append(block("sentence", text="No place is recorded yet."))
    return headed(
        here,
        "Places",
        wording.plural(len(places), "place"),
        tuple(parts),
        description="Every place the dossier names, what lies in what, and what happened there.",
    )


def is_monument(place: Place, here: Here) -> bool:
    """Say whether a place has a fate of its own: it has a status, or is part of a site."""
    if place.status:
        return True
    whole = here.lookup.dossier.places.get(place.part_of or "")
    return bool(whole and whole.location and whole.location.precision == "site")


def _branches(items: Sequence[Item]) -> str:
    return block("tree", items=items)


def tree(places: list[Place], here: Here) -> list[Item]:
    """Return places under what they are part of; those in a circle stand at the top."""
    placed: set[str] = set()

    def branch(place: Place) -> Item:
        placed.add(place.id)
        parts = [part for part in here.lookup.parts.get(place.id, ()) if part.id not in placed]
        return _item(place, here, tuple(branch(part) for part in parts))

    tops = [p for p in places if p.part_of not in here.lookup.dossier.places]
    return [branch(place) for place in (*tops, *places) if place.id not in placed]
