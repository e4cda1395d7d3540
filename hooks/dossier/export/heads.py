"""What each page says to machines in its head: JSON-LD, its citation, where it moved to.

It enters with the page's front matter, under ``machine``, so that any generator's theme can place
it; the theme's part is ``partials/machine.html``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from ..joined import Dossier, Statement
from ..write import links
from ..write.here import Here
from ..write.lookup import Lookup
from ..write.memory import Memory
from ..write.options import Forms
from ..write.render import in_front
from .cite import page_citation, statement_citation
from .cite_formats import forms, head_metadata
from .feed import PATH as FEED
from .graph import Relations, relations_of
from .page_graph import home_json_ld, json_ld, script_text, way_json_ld
from .release import Release

_TITLE = re.compile(r"^title: (\".*\")$", re.MULTILINE)


def _title_of(text: str, path: str) -> str:
    """Return the title in a page's front matter."""
    line = _TITLE.search(text[: text.find("\n---\n", 4) + 1])
    return str(json.loads(line[1])) if line else path


@dataclass(frozen=True, slots=True)
class Heads:
    """Puts the head for machines into the texts of a site's pages, under ``machine``."""

    release: Release
    site_url: str | None
    directory_urls: bool
    relations: Relations

    def __call__(self, here: Here, text: str) -> str:
        dossier, path = here.lookup.dossier, here.path
        site_url, urls = self.site_url, self.directory_urls
        title = _title_of(text, path)
        cited = page_citation(dossier, self.release, site_url, path, title, directory_urls=urls)
        if path == links.HOME:
            value = home_json_ld(dossier, site_url, directory_urls=urls)
        else:
            value = json_ld(
                dossier, path, site_url, directory_urls=urls, relations=self.relations
            ) or way_json_ld(dossier, path, cited.title, site_url, directory_urls=urls)
        machine: dict[str, object] = {
            "feed": links.href(path, FEED, directory_urls=urls),
            "json_ld": script_text(value),
            "meta": dict(sorted(head_metadata(cited).items())),
        }
        return "---\n" + in_front("machine", machine) + text.removeprefix("---\n")


def heads_of(memory: Memory, release: Release, site_url: str | None, *, urls: bool) -> Heads:
    """Return what puts heads into pages; the same as the last time, if nothing else would do."""

    def make(lookup: Lookup) -> Heads:
        return Heads(release, site_url, urls, relations_of(lookup.dossier))

    return memory.recall("heads", (release, site_url, urls), make)


@dataclass(frozen=True, slots=True)
class Citing:
    """How pages and statements of a site are cited, in all forms."""

    dossier: Dossier
    release: Release
    site_url: str | None
    directory_urls: bool

    def page(self, path: str, title: str) -> Forms:
        given = (self.dossier, self.release, self.site_url, path, title)
        return forms(page_citation(*given, directory_urls=self.directory_urls))

    def statement(self, statement: Statement) -> Forms:
        given = (self.dossier, statement, self.release, self.site_url)
        return forms(statement_citation(*given, directory_urls=self.directory_urls))
