"""Everything as one graph in JSON-LD, in schema.org's words (``page_graph.py``: each page's part).

A date that is not one certain day is given as EDTF text (``date``), never as schema.org's
``startDate``; what schema.org has no word for is said in our own (``vocabulary.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..joined import Dated, Dossier, Event, Evidence, Relation, Statement
from ..json_text import json_text
from ..model import Actor, Figure, Place, SourceRecord
from ..write import links
from .annotations import relation_iri
from .dates import exact_day
from .iris import Iris, in_file, same_as
from .rows import relation_ids
from .tables import LICENCE

PATH = "data/graph.jsonld"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_CODES = ("iso", "iso3")
"""Names that are codes, not addresses of a thing as those of ``same_as`` are."""
_AREAS = ("governorate", "country")
_TO = ("fights", "backs", "mediates", "reports-on", "part-of")
Json = dict[str, object]
Relations = dict[str, list[tuple[str, Relation]]]


def write_graph(dossier: Dossier, site_url: str | None, *, directory_urls: bool) -> dict[str, str]:
    """Return path → text of the graph of all there is."""
    iris = in_file(dossier, PATH, site_url, directory_urls=directory_urls)
    nodes = [dataset_node(iris), *_nodes(iris)]
    value = {"@context": context(iris, nodes), "@graph": nodes}
    return {PATH: json_text(value)}


_IDS = (
    "about", "author", "citation", "containedInPlace", "contentUrl", "isPartOf", "item", "license",
    "location", "mainEntityOfPage", "observationAbout", "provider", "sameAs", "spokenByCharacter",
    "subjectOf", "url",
)  # fmt: skip
_DATES = {"date": "http://purl.org/dc/terms/date", "said": "http://purl.org/dc/terms/created"}


def context(iris: Iris, nodes: list[Json]) -> Json:
    """Return the context of ``nodes``, written out: who reads them needs no other file.

    A term's own name must be absolute: where the site has no address, it is a URN.
    """
    own = iris.page(links.DATA) + "#" if "://" in iris.base else "urn:x-dossier:"
    terms: dict[str, object] = {
        "derived": {"@id": own + "derived", "@type": EDTF},
        **{key: {"@id": name, "@type": EDTF} for key, name in _DATES.items()},
        **{key: {"@type": "@id"} for key in _IDS},
        **{key: {"@id": own + key, "@type": "@id"} for key in _TO},
    }
    used = _keys(nodes)
    kept = {key: value for key, value in sorted(terms.items()) if key in used}
    return {"@vocab": "https://schema.org/", "own": own, **kept}


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def _nodes(iris: Iris) -> Iterator[Json]:
    dossier = iris.dossier
    relations = relations_of(dossier)
    yield from (source_node(each, iris) for each in dossier.sources.values())
    for actor in dossier.actors.values():
        yield actor_node(actor, iris, relations.get(actor.id, []))
        yield from _relation_nodes(iris, relations.get(actor.id, []))
    yield from (place_node(each, iris) for each in dossier.places.values())
    yield from (event_node(each, iris) for each in dossier.events.values())
    yield from (statement_node(each, iris) for each in dossier.statements.values())


def dataset_node(iris: Iris) -> Json:
    title = iris.dossier.title
    return {
        "@id": iris.page("data/datapackage.json", "this"),
        "@type": "Dataset",
        "name": title,
        "url": iris.page(links.DATA),
        "license": LICENCE["path"],
        "creator": {"@type": "Organization", "name": f"Contributors to {title}"},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": iris.page(path), "encodingFormat": form}
            for path, form in (
                ("data/dossier.json", "application/json"),
                ("data/datapackage.json", "application/vnd.datapackage+json"),
                ("data/places.geojson", "application/geo+json"),
                (PATH, "application/ld+json"),
            )
        ],
    }


# --- Things ---------------------------------------------------------------------------


def source_node(source: SourceRecord, iris: Iris) -> Json:
    node: Json = {
        "@id": iris.thing(source.id),
        "@type": "CreativeWork",
        "identifier": source.id,
        "name": source.title,
        "inLanguage": source.language,
        "mainEntityOfPage": iris.page(links.source_page(source.id)),
        **_date(source.published, "datePublished"),
    }
    if source.publisher:
        node["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.author:
        node["creator"] = source.author
    if source.rights:
        node["copyrightNotice"] = source.rights
    if links.is_web(source.url):
        node["url"] = source.url
    if links.is_web(source.archived):
        node["archivedAt"] = source.archived
    return node


def _thing(record: Actor | Place, iris: Iris) -> Json:
    others = [name for name in (*record.names, *record.also) if name.text != record.title]
    node: Json = {
        "@id": iris.thing(record.id),
        "identifier": record.id,
        "name": record.title,
        "additionalType": record.kind,
        "mainEntityOfPage": iris.page(record.path),
    }
    if others:
        node["alternateName"] = [{"@value": n.text, "@language": n.lang} for n in others]
    if record.description:
        node["description"] = record.description
    if same_as(record.links):
        node["sameAs"] = same_as(record.links)
    if links.is_web(record.links.get("website")):
        node["url"] = record.links["website"]
    node |= {f"own:{key}": record.links[key] for key in _CODES if key in record.links}
    return node


def actor_node(actor: Actor, iris: Iris, relations: list[tuple[str, Relation]]) -> Json:
    node = _thing(actor, iris)
    node["@type"] = "Person" if actor.kind == "person" else "Organization"
    if actor.side:
        node["own:side"] = actor.side
    for type_ in _TO:
        targets = sorted({iris.thing(r.target) or "" for _, r in relations if r.type == type_})
        if targets:
            node[type_] = targets
    return node


def _relation_nodes(iris: Iris, relations: list[tuple[str, Relation]]) -> Iterator[Json]:
    for id_, relation in relations:
        yield {
            "@id": relation_iri(iris, id_),
            "@type": "Claim",
            "identifier": id_,
            "about": [iris.thing(relation.source), iris.thing(relation.target)],
            "citation": [quotation(item, iris) for item in relation.evidence],
        }


def relations_of(dossier: Dossier) -> Relations:
    """Return actor → its relations, each with its identifier."""
    found: Relations = {}
    for id_, relation in relation_ids(dossier):
        found.setdefault(relation.source, []).append((id_, relation))
    return found


def place_node(place: Place, iris: Iris) -> Json:
    node = _thing(place, iris)
    node["@type"] = "Place"
    told = {"own:status": place.status, "own:built": place.built}
    node |= {key: said for key, said in told.items() if said}
    at = place.location
    if place.part_of in iris.dossier.places:
        node["containedInPlace"] = iris.thing(place.part_of or "")
    if at is None:
        return node
    node["own:precision"] = at.precision
    point: Json = {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon}
    if at.radius_km:
        metres = at.radius_km * 1000
        node["geo"] = {
            "@type": "GeoCircle",
            "geoMidpoint": point,
            "geoRadius": int(metres) if metres == int(metres) else metres,
        }
    elif at.precision not in _AREAS:
        node["geo"] = point
    return node


def event_node(event: Event, iris: Iris) -> Json:
    record = event.record
    node: Json = {
        "@id": iris.thing(event.id),
        "@type": "Event",
        "identifier": event.id,
        "name": record.title,
        "mainEntityOfPage": iris.page(record.path),
        **_dated(event.date),
        "own:in-sources": event.in_sources,
    }
    if event.derived and event.date and event.derived.edtf != event.date.edtf:
        node["derived"] = event.derived.edtf
    if record.ongoing:
        node["own:ongoing"] = True
    if record.description:
        node["description"] = record.description
    if event.places:
        node["location"] = [iris.thing(id_) for id_ in event.places]
    if event.actors:
        node["about"] = [_role("about", iris.thing(a.id), a.role) for a in event.actors]
    cited = [quotation(item, iris) for item in event.evidence]
    said = [iris.thing(statement.id) for statement in event.statements]
    works = [
        {
            **_role("subjectOf", iris.thing(other.source), other.verdict),
            **_date(other.date),
            **({"description": other.note} if other.note else {}),
        }
        for other in record.other_sources
    ]
    if cited or said or works:
        node["subjectOf"] = [*cited, *said, *works]
    return node


def _role(key: str, of: str | None, role: str | None) -> Json:
    node: Json = {"@type": "Role", key: of}
    return {**node, "roleName": role} if role else node


def statement_node(statement: Statement, iris: Iris) -> Json:
    node: Json = {
        "@id": iris.thing(statement.id),
        "@type": "Quotation" if statement.direct else "Claim",
        "identifier": statement.id,
        "about": iris.thing(statement.event),
        "own:voice": statement.voice,
        "own:speaker-basis": statement.speaker_basis,
    }
    if statement.evidence:
        node["text"] = statement.evidence.quote
        passage = statement.evidence.passage
        node["isPartOf"] = iris.passage(statement.source, passage)
    node["citation"] = iris.thing(statement.source)
    if statement.about:
        node["headline"] = statement.about
    if statement.speaker:
        node["author"] = iris.thing(statement.speaker)
        if statement.direct:
            node["spokenByCharacter"] = iris.thing(statement.speaker)
    if statement.speaker_text:
        node["own:speaker-text"] = statement.speaker_text
    if statement.via:
        node["provider"] = iris.thing(statement.via)
    if statement.said:
        node["said"] = statement.said.edtf
        day = exact_day(statement.said.edtf)
        if day:
            node["dateCreated"] = _day(day)
    if statement.figure:
        node["mainEntity"] = _observation(statement.figure, iris)
    return node


def _observation(figure: Figure, iris: Iris) -> Json:
    node: Json = {"@type": "Observation"}
    for key, value in (
        ("own:counts", figure.counts),
        ("unitText", figure.unit),
        ("own:scope", figure.scope),
        ("own:qualifier", figure.qualifier),
        ("value", figure.value),
        ("minValue", figure.low),
        ("maxValue", figure.high),
    ):
        if value is not None:
            node[key] = value
    for key, who in (("observationAbout", figure.of), ("agent", figure.by)):
        if who:
            known = iris.thing(who)
            node[key] = {"@id": known} if known else {"@value": who}
    return node


def quotation(item: Evidence, iris: Iris) -> Json:
    """Return the words of a source, as a part of the passage they stand in."""
    return {
        "@type": "Quotation",
        "text": item.quote,
        "isPartOf": iris.passage(item.source, item.passage),
        "citation": iris.thing(item.source),
    }


# --- Dates ----------------------------------------------------------------------------


def _day(day: str) -> Json:
    return {"@type": "Date", "@value": day}


def _date(text: str | None, key: str | None = None) -> Json:
    if not text:
        return {}
    day = exact_day(text)
    return {"date": text, **({key: _day(day)} if key and day else {})}


def _dated(dated: Dated | None) -> Json:
    if dated is None:
        return {}
    return {**_date(dated.edtf, "startDate"), "own:basis": dated.basis}
