"""What each page says to machines in its head: JSON-LD, its citation, where it moved to.

It enters with the page's front matter, under ``machine``, so that any generator's theme can place
it; the theme's part is ``partials/machine.html``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from ..joined import Dossier, Statement
from ..packed import Texts, packed
from ..side_by_side import side_by_side
from ..write import links
from ..write.lookup import Lookup
from ..write.memory import Ask, Memory, Promised
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
class _Site:
    """What the heads of all pages say alike."""

    release: Release
    site_url: str | None
    directory_urls: bool
    relations: Relations


def with_heads(
    memory: Memory,
    pages: Texts,
    release: Release,
    site_url: str | None,
    *,
    directory_urls: bool = True,
) -> Texts:
    """Return ``pages`` with ``machine`` in the front matter of each."""
    site = _site(memory, release, site_url, directory_urls=directory_urls)

    def headed(path: str) -> bytes:
        return packed(_with_head(path, pages[path], site, memory.lookup))

    return Texts.of(zip(pages, side_by_side(headed, list(pages)), strict=True))


def promise_heads(
    memory: Memory,
    pages: Mapping[str, Promised[str]],
    release: Release,
    *,
    directory_urls: bool = True,
) -> dict[str, Promised[str]]:
    """Return ``pages`` with ``machine`` in the front matter of each, while serving."""
    site = _site(memory, release, None, directory_urls=directory_urls)
    return memory.promise_next(pages, partial(_ask, site=site))


def _site(memory: Memory, release: Release, site_url: str | None, *, directory_urls: bool) -> _Site:
    return _Site(release, site_url, directory_urls, relations_of(memory.lookup.dossier))


def _ask(path: str, text: str, site: _Site) -> Ask[str]:
    return Ask(("head", path), (text, site), partial(_with_head, path, text, site))


def _with_head(path: str, text: str, site: _Site, lookup: Lookup) -> str:
    dossier, site_url, urls = lookup.dossier, site.site_url, site.directory_urls
    title = _title_of(text, path)
    cited = page_citation(dossier, site.release, site_url, path, title, directory_urls=urls)
    if path == links.HOME:
        value = home_json_ld(dossier, site_url, directory_urls=urls)
    else:
        value = json_ld(
            dossier, path, site_url, directory_urls=urls, relations=site.relations
        ) or way_json_ld(dossier, path, cited.title, site_url, directory_urls=urls)
    machine: dict[str, object] = {
        "feed": links.href(path, FEED, directory_urls=urls),
        "json_ld": script_text(value),
        "meta": dict(sorted(head_metadata(cited).items())),
    }
    return "---\n" + in_front("machine", machine) + text.removeprefix("---\n")


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
