"""Checks the prose of every page: citations, links, HTML, and that it begins below the title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .check_citations import citations
from .check_html import html
from .check_links import links
from .checking import Checked
from .misplaced import shadowing
from .problems import Problem, problem
from .prose_lines import Prose, proses

_TITLE = re.compile(r"^ {0,3}#[ \t]+(\S.*)$|^(\S.*)\n={2,}[ \t]*$", re.MULTILINE)


def check_prose(checked: Checked, targets: Collection[str]) -> list[Problem]:
    """Return the problems in the prose; ``targets`` are the paths in docs a link may lead to."""
    found: list[Problem] = []
    records = checked.records
    pages = (*records.actors.values(), *records.places.values(), *records.events.values())
    for prose in proses(pages, records.essays):
        found += citations(checked, prose)
        found += links(prose, targets)
        found += html(prose)
        found += _titles(prose)
    found += [each for path in records.essays for each in shadowing(path, records.sources)]
    return found


def _titles(prose: Prose) -> Iterator[Problem]:
    for found in _TITLE.finditer(prose.plain):
        what = f"‘{(found[1] or found[2])[:60]}’ is a heading of the first level, the page’s title"
        remedy = "delete it: the title comes from ‘title’ in the front matter; begin with ‘##’"
        yield problem(prose.where(found.start()), what, remedy, "heading")
