"""What each page says to machines in its head: JSON-LD, its citation, where it moved to.

It enters with the page's front matter, under ``machine``, so that any generator's theme can place
it; the theme's part is ``partials/machine.html``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from ..joined import Dossier
from ..write import links
from .cite import page_citations
from .cite_formats import head_metadata
from .feed import PATH as FEED
from .graph import Json, home_json_ld, json_ld, relations_of, script_text
from .release import Release

_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Pages = Mapping[str, str]


def titles(pages: Pages) -> dict[str, str]:
    """Return path → title of each written page."""
    found = {}
    for path, text in pages.items():
        head = text[: text.find("\n---\n", 4) + 1] if text.startswith("---\n") else ""
        line = _TITLE.search(head)
        said = yaml.safe_load(line[0]) if line else None
        if path.endswith(".md"):
            found[path] = str(said["title"]) if isinstance(said, dict) else path
    return found


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
        value: Json | None
        if path == links.HOME:
            value = home_json_ld(dossier, site_url, directory_urls=directory_urls)
        else:
            value = json_ld(
                dossier, path, site_url, directory_urls=directory_urls, relations=relations
            )
        machine: dict[str, object] = {
            "meta": dict(head_metadata(cited[path])),
            "feed": links.href(path, FEED, directory_urls=directory_urls),
        }
        if value:
            machine["json_ld"] = script_text(value)
        found[path] = "---\n" + _front({"machine": machine}) + text.removeprefix("---\n")
    return found


def _front(value: object) -> str:
    written: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=True, width=1_000_000
    )
    return written
