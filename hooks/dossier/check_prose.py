"""Checks the prose of every page: citations, links, HTML, and that it begins below the title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from .check_blocks import blocks
from .check_citations import citations
from .check_html import html
from .check_links import links
from .checking import Checked
from .misplaced import shadowing
from .problems import Problem, problem
from .prose_lines import Prose, proses

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$", re.MULTILINE)
_TITLE = re.compile(r"^ {0,3}#[ \t]+(\S.*)$|^(\S.*)\n={2,}[ \t]*$", re.MULTILINE)


def check_prose(
    checked: Checked, targets: Collection[str], faulty: Iterable[Prose] = ()
) -> list[Problem]:
    """Return the problems in the prose; ``targets`` are the paths in docs a link may lead to.

    ``faulty`` is the prose of pages whose front matter has problems of its own.
    """
    found: list[Problem] = []
    records = checked.records
    pages = (*records.actors.values(), *records.places.values(), *records.events.values())
    for prose in (*proses(pages, records.essays), *faulty):
        unclosed = [*_fences(prose), *_comment(prose)]
        if unclosed:
            found += unclosed
            continue
        found += citations(checked, prose)
        found += links(prose, targets)
        found += html(prose)
        found += blocks(prose)
        found += _titles(prose)
    found += [each for path in records.essays for each in shadowing(path, records.sources)]
    return found


def _fences(prose: Prose) -> Iterator[Problem]:
    """Report a block of code that does not close: everything after it would be code."""
    opened: tuple[int, str] | None = None
    for found in _FENCE.finditer(prose.body):
        if opened is None:
            opened = (found.start(), found[1])
        elif (
            found[1][0] == opened[1][0] and len(found[1]) >= len(opened[1]) and not found[2].strip()
        ):
            opened = None
    if opened:
        what = f"the block of code that ‘{opened[1]}’ opens does not close"
        yield problem(
            prose.where(opened[0]), what, f"write a line ‘{opened[1]}’ after it", "code-block"
        )


def _comment(prose: Prose) -> Iterator[Problem]:
    """Report a comment that does not close: everything after it would be lost."""
    begins = prose.plain.find("<!--")
    if begins >= 0:
        what = "the comment that ‘<!--’ opens does not close"
        yield problem(prose.where(begins), what, "write ‘-->’ after it", "html")


def _titles(prose: Prose) -> Iterator[Problem]:
    for found in _TITLE.finditer(prose.plain):
        what = f"‘{(found[1] or found[2])[:60]}’ is a heading of the first level, the page’s title"
        remedy = "delete it: the title comes from ‘title’ in the front matter; begin with ‘##’"
        yield problem(prose.where(found.start()), what, remedy, "heading")
