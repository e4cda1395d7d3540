"""What a site is written with: settings that change addresses and wording, never facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ..draw import Basemap
from ..joined import Statement


@dataclass(frozen=True, slots=True)
class Forms:
    """One citation, in every form it is given in."""

    title: str
    words: tuple[tuple[str, str], ...]
    """(Style, the citation in it.)"""
    formats: tuple[tuple[str, str], ...]
    """(Format of reference managers, the citation in it.)"""


class Cite(Protocol):
    def page(self, path: str, title: str) -> Forms:
        """Return how a page is cited."""

    def statement(self, statement: Statement) -> Forms:
        """Return how a statement is cited."""


@dataclass(frozen=True, slots=True)
class Options:
    directory_urls: bool = True
    """Pages lie in a folder of their own (``actors/x/``), not in a file (``actors/x.html``)."""
    local: bool = False
    """Written for ``mkdocs serve``: a source's whole text is shown, marked as local only."""
    repo_url: str | None = None
    edit_base: str | None = None
    """Address under which a file's path, from the project's folder, opens for editing."""
    site_url: str | None = None
    docs_dir: str = "docs"
    """The docs folder's path from the project's folder."""
    basemap: Basemap | None = None
    shown: Mapping[str, int] = field(default_factory=dict)
    """Source → how many of its words the site shows, where that has been measured."""
    cite: Cite | None = None
    """How pages and statements are cited; nothing while serving."""
    data_files: tuple[tuple[str, str], ...] = ()
    """(path, what it holds) of the data files beside ``dossier.json``."""
    data_fields: str = ""
    """Markdown: what every column of the tables says."""
