"""All files of the exports, put together: one line for each format."""

from __future__ import annotations

from ..joined import Dossier
from .annotations import PATH as ANNOTATIONS
from .annotations import write_annotations
from .cite_formats import FOLDER as CITE
from .cite_formats import write_citations
from .feed import PATH as FEED
from .feed import write_feed
from .graph import PATH as GRAPH
from .graph import write_graph
from .linked_places import PATH as PLACES
from .linked_places import write_places
from .release import Release
from .tables import PACKAGE

LISTED = (
    (PACKAGE, "the tables below, described as a Frictionless Data Package"),
    (PLACES, "places as GeoJSON, in the Linked Places Format 1.3"),
    (GRAPH, "everything as one graph, JSON-LD in the words of schema.org"),
    (ANNOTATIONS, "mentions and evidence as W3C Web Annotations"),
    (f"{CITE}/citations.json", "citations of every page and statement, CSL-JSON"),
    (f"{CITE}/citations.bib", "the same as BibTeX"),
    (f"{CITE}/citations.ris", "the same as RIS"),
    (f"{CITE}/words.json", "the same in words, in the styles of APA and Chicago"),
    (FEED, "corrections as an Atom feed"),
)
"""(path, what it holds) of each file, for the Data page."""


def write_exports(
    dossier: Dossier, release: Release, site_url: str | None, *, directory_urls: bool = True
) -> dict[str, str]:
    """Return path in docs → text of every file but ``dossier.json`` and the tables.

    These alone say how many of a source's words are shown, and are written when that is known.
    """
    return {
        **write_places(dossier, site_url, directory_urls=directory_urls),
        **write_graph(dossier, site_url, directory_urls=directory_urls),
        **write_annotations(dossier, site_url, directory_urls=directory_urls),
        **write_feed(dossier, release, site_url, directory_urls=directory_urls),
        **write_citations(dossier, release, site_url, directory_urls=directory_urls),
        **_robots(site_url),
    }


def _robots(site_url: str | None) -> dict[str, str]:
    """Return the file that names the sitemap, where the site has an address."""
    if not site_url:
        return {}
    sitemap = f"{site_url.rstrip('/')}/sitemap.xml"
    return {"robots.txt": f"User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n"}
