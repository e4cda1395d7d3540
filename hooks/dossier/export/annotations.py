"""Mentions and evidence as W3C Web Annotations: what a text names where, and what rests on it.

A position counts characters of the text whose hash the source's entry in the data gives; words
are given only as far as the site shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..joined import Dossier
from ..json_text import json_text
from ..model import Mention
from ..write import links
from ..write.words import RUN
from .iris import Iris, in_file
from .rows import evidence_of

PATH = "data/annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Json = dict[str, object]


def write_annotations(
    dossier: Dossier, site_url: str | None, *, directory_urls: bool
) -> dict[str, str]:
    iris = in_file(dossier, PATH, site_url, directory_urls=directory_urls)
    own = iris.page(PATH)
    all_ = chain(_mentions(iris), _evidence(iris))
    mentions = sum(len(reading.mentions) for reading in dossier.readings.values())
    value = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": dossier.title,
        "total": mentions + sum(1 for _ in evidence_of(dossier)),
        "first": {
            "id": f"{own}#page",
            "type": "AnnotationPage",
            "partOf": own,
            "startIndex": 0,
            "items": ({"id": f"{own}#{number}", **each} for number, each in enumerate(all_, 1)),
        },
    }
    return {PATH: json_text(value)}


def _mentions(iris: Iris) -> Iterator[Json]:
    for source, reading in iris.dossier.readings.items():
        for mention in reading.mentions:
            yield {
                "type": "Annotation",
                "motivation": "identifying",
                "body": {
                    "type": "SpecificResource",
                    "source": iris.thing(mention.entity),
                    "purpose": "identifying",
                },
                "target": _target(
                    iris,
                    source,
                    mention.start,
                    mention.end,
                    _shown(iris.dossier, mention, reading.text[mention.start : mention.end]),
                ),
            }


def _shown(dossier: Dossier, mention: Mention, words: str) -> str | None:
    """Return the words of a mention if a page shows them anyway, as a name, or they are few."""
    record = dossier.actors.get(mention.entity) or dossier.places.get(mention.entity)
    names = {name.text for name in record.names} if record else set()
    return words if words in names or len(words.split()) < RUN else None


def _evidence(iris: Iris) -> Iterator[Json]:
    for kind, id_, item in evidence_of(iris.dossier):
        body = relation_iri(iris, id_) if kind == "relation" else iris.thing(id_)
        yield {
            "type": "Annotation",
            "motivation": "linking",
            "body": {"type": "SpecificResource", "source": body, "purpose": "linking"},
            "target": _target(iris, item.source, item.start, item.end, item.quote),
        }


def relation_iri(iris: Iris, id_: str) -> str:
    """Return the identifier of a relation: on the page of the actor it goes out from."""
    return iris.page(links.actor_page(id_.split(".", 1)[0]), id_)


def _target(iris: Iris, source: str, start: int, end: int, words: str | None) -> Json:
    record = iris.dossier.sources[source]
    selectors: list[Json] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if words is not None:
        selectors.append({"type": "TextQuoteSelector", "exact": words})
    text: Json = {
        "id": iris.thing(source),
        "type": "Text",
        "format": "text/plain",
        "language": record.language,
    }
    if links.is_web(record.url):
        text["via"] = record.url
    return {"type": "SpecificResource", "source": text, "selector": selectors}
