"""Names of things on the web: an identifier for each record, absolute where the site's address is.

A page's address names the page; what the page is about is named by the same address and
``#this``, so that an event is never taken for the document on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..joined import Dossier
from ..write import links

THIS = "this"
SAME_AS = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "pleiades": "https://pleiades.stoa.org/places/{}",
    "unesco": "https://whc.unesco.org/en/list/{}",
}
"""Authority → the form of its own identifiers of things (not of its pages on them)."""


@dataclass(frozen=True, slots=True)
class Iris:
    dossier: Dossier
    base: str
    """What stands before an address: the site's address, or the way up from a file to its root."""
    directory_urls: bool = True

    def page(self, path: str, anchor: str | None = None) -> str:
        """Return the address of a page (by the path of its Markdown file) or another file."""
        address = links.address(path, directory_urls=self.directory_urls)
        fragment = f"#{quote(anchor, safe='')}" if anchor else ""
        whole = self.base + quote(address) + fragment
        return whole or "./"

    def thing(self, id_: str) -> str | None:
        """Return the identifier of what an id names; None for words that are no id."""
        dossier = self.dossier
        if id_ in dossier.statements:
            return self.page(links.event_page(dossier.statements[id_].event), id_)
        path = page_of(dossier, id_)
        return self.page(path, THIS) if path else None

    def passage(self, source: str, passage: str) -> str:
        return self.page(links.source_page(source), links.passage_anchor(passage))


def page_of(dossier: Dossier, id_: str) -> str | None:
    """Return the path of the page of an actor, place, event or source."""
    if id_ in dossier.actors:
        return links.actor_page(id_)
    if id_ in dossier.places:
        return links.place_page(id_)
    if id_ in dossier.events:
        return links.event_page(id_)
    return links.source_page(id_) if id_ in dossier.sources else None


def in_file(
    dossier: Dossier, path: str, site_url: str | None, *, directory_urls: bool = True
) -> Iris:
    """Return the names as they are written in a page or file of the site."""
    if site_url:
        return Iris(dossier, site_url.rstrip("/") + "/", directory_urls)
    address = links.address(path, directory_urls=directory_urls)
    return Iris(dossier, "../" * address.count("/"), directory_urls)


def same_as(ids: Mapping[str, str]) -> list[str]:
    """Return what authorities call the same thing."""
    return [SAME_AS[key].format(value) for key, value in sorted(ids.items()) if key in SAME_AS]
