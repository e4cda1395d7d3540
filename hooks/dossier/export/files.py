"""All files of the exports, put together: one line for each format."""

from __future__ import annotations

from collections.abc import Mapping

from ..joined import Dossier
from .annotations import write_annotations
from .cite_formats import write_citations
from .feed import write_feed
from .graph import write_graph
from .linked_places import write_places
from .release import Release
from .rows import View
from .tables import write_tables


def write_exports(
    dossier: Dossier,
    shown: Mapping[str, int],
    *,
    release: Release | None = None,
    site_url: str | None = None,
    directory_urls: bool = True,
) -> dict[str, str]:
    """Return path in docs → text of every file but ``dossier.json``.

    ``shown`` is source → how many of its words the site shows.
    """
    release = release or Release()
    view = View(dossier, shown, directory_urls)
    return {
        **write_tables(view, release, site_url),
        **write_places(dossier, site_url, directory_urls=directory_urls),
        **write_graph(dossier, site_url, directory_urls=directory_urls),
        **write_annotations(dossier, site_url, directory_urls=directory_urls),
        **write_feed(dossier, release, site_url, directory_urls=directory_urls),
        **write_citations(dossier, release, site_url, directory_urls=directory_urls),
    }
