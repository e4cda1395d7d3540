"""What each page says to machines in its head: JSON-LD, its citation, where it moved to.

It enters with the page's front matter, under ``machine``, so that any generator's theme can place
it; the theme's part is ``partials/machine.html``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import yaml

from ..joined import Dossier
from ..write import links
from ..write.options import Forms
from ..write.render import as_yaml
from .cite import page_citations, statement_citation
from .cite_formats import forms, head_metadata
from .feed import PATH as FEED
from .graph import relations_of
from .page_graph import home_json_ld, json_ld, script_text, way_json_ld
from .release import Release

_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
Pages = Mapping[str, str]


def titles(pages: Pages) -> dict[str, str]:
    """Return path → title of each written page."""
    found = {}
    for path, text in pages.items():
        head = text[: text.find("\n---\n", 4) + 1] if text.startswith("---\n") else ""
        line = _TITLE.search(head)
        if path.endswith(".md"):
            found[path] = _title(line[0]) if line else path
    return found


@lru_cache(maxsize=16_384)
def _title(line: str) -> str:
    """Return what a line of front matter says; most are the same from one build to the next."""
    return str(yaml.safe_load(line)["title"])


def with_heads(
    dossier: Dossier,
    pages: Pages,
    release: Release,
    site_url: str | None,
    *,
    directory_urls: bool = True,
) -> dict[str, str]:
    """Return the pages, each with ``machine`` in its front matter."""
    cited = page_citations(dossier, release, site_url, titles(pages), directory_urls=directory_urls)
    relations = relations_of(dossier)
    found = {}
    for path, text in pages.items():
        if path not in cited or not text.startswith("---\n"):
            found[path] = text
            continue
        if path == links.HOME:
            value = home_json_ld(dossier, site_url, directory_urls=directory_urls)
        else:
            value = json_ld(
                dossier, path, site_url, directory_urls=directory_urls, relations=relations
            ) or way_json_ld(
                dossier, path, cited[path].title, site_url, directory_urls=directory_urls
            )
        machine: dict[str, object] = {
            "feed": links.href(path, FEED, directory_urls=directory_urls),
            "json_ld": script_text(value),
            "meta": dict(sorted(head_metadata(cited[path]).items())),
        }
        found[path] = "---\n" + as_yaml({"machine": machine}) + text.removeprefix("---\n")
    return found


def citations_of(
    dossier: Dossier,
    titles: Mapping[str, str],
    release: Release,
    site_url: str | None,
    *,
    directory_urls: bool = True,
) -> dict[str, Forms]:
    """Return path of each page, and id of each statement → how it is cited."""
    urls = {"directory_urls": directory_urls}
    known = {**page_citations(dossier, release, site_url, titles, **urls)}
    for statement in dossier.statements.values():
        known[statement.id] = statement_citation(dossier, statement, release, site_url, **urls)
    return {key: forms(citation) for key, citation in known.items()}
