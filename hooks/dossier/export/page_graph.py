"""The part of the graph that stands in the head of each page.

Of a page with much to say only the plain facts: pages stay light, ``data/graph.jsonld`` has all.
"""

from __future__ import annotations

import json

from ..joined import Dossier
from ..write import links
from .graph import (
    Json,
    Relations,
    actor_node,
    context,
    dataset_node,
    event_node,
    place_node,
    relations_of,
    source_node,
    statement_node,
)
from .iris import Iris, in_file, page_of

ROOM = 4_000
"""Characters of JSON-LD that a head may hold."""
_SECTIONS = {
    "actors": ("People and groups", links.PEOPLE),
    "places": ("Places", links.PLACES),
    "timeline": ("Timeline", links.TIMELINE),
    "sources": ("Sources", links.SOURCES),
}


def json_ld(
    dossier: Dossier,
    path: str,
    site_url: str | None,
    *,
    directory_urls: bool = True,
    relations: Relations | None = None,
) -> Json | None:
    """Return the JSON-LD of one page, for its head; None for a page that is about no one thing.

    ``path`` is that of its Markdown file in docs; ``relations``, where many pages are written, is
    what ``relations_of`` gives.
    """
    folder, _, name = path.partition("/")
    id_ = name.removesuffix(".md")
    if page_of(dossier, id_) != path:
        return None
    iris = in_file(dossier, path, site_url, directory_urls=directory_urls)
    nodes: list[Json] = []
    if id_ in dossier.events:
        event = dossier.events[id_]
        nodes = [event_node(event, iris), *(statement_node(s, iris) for s in event.statements)]
    elif id_ in dossier.actors:
        known = relations_of(dossier) if relations is None else relations
        nodes = [actor_node(dossier.actors[id_], iris, known.get(id_, []))]
    elif id_ in dossier.places:
        nodes = [place_node(dossier.places[id_], iris)]
    else:
        nodes = [source_node(dossier.sources[id_], iris)]
    section, index = _SECTIONS[folder]
    steps = ((dossier.title, links.HOME), (section, index), (str(nodes[0]["name"]), path))
    way = _way(steps, iris)
    whole = _graph(iris, [*nodes, way])
    return whole if len(script_text(whole)) <= ROOM else _graph(iris, [_plain(nodes[0]), way])


def home_json_ld(dossier: Dossier, site_url: str | None, *, directory_urls: bool = True) -> Json:
    """Return the JSON-LD of Home: the dossier as a set of data, and where to get it."""
    iris = in_file(dossier, links.HOME, site_url, directory_urls=directory_urls)
    return _graph(iris, [dataset_node(iris)])


def way_json_ld(
    dossier: Dossier, path: str, title: str, site_url: str | None, *, directory_urls: bool = True
) -> Json:
    """Return the JSON-LD of a page that is about no one thing: its place in the site."""
    iris = in_file(dossier, path, site_url, directory_urls=directory_urls)
    above = path.startswith("about/") and path != links.ABOUT
    section = (("About", links.ABOUT),) if above else ()
    way = _way(((dossier.title, links.HOME), *section, (title, path)), iris)
    return {"@context": "https://schema.org", "@graph": [way]}


def script_text(value: Json) -> str:
    """Return JSON for a ``script`` element: no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _graph(iris: Iris, nodes: list[Json]) -> Json:
    return {"@context": context(iris, nodes), "@graph": nodes}


def _plain(node: Json) -> Json:
    """Return a node without what is a node of its own."""
    return {key: value for key, value in node.items() if not _nested(value)}


def _nested(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(each, dict) for each in value)
    )


def _way(steps: tuple[tuple[str, str], ...], iris: Iris) -> Json:
    """Return the page's place in the site."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": iris.page(to)}
            for at, (name, to) in enumerate(steps, 1)
        ],
    }
