"""Checks the prose of every page: its citations and its links to other pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .check import Checked
from .join import links, references, without_code
from .model import Where
from .problems import Problem, did_you_mean, nearest, problem

_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


def check_prose(checked: Checked, targets: Collection[str]) -> list[Problem]:
    """Return the problems in the prose; ``targets`` are the paths in docs that a link may lead to."""
    found: list[Problem] = []
    for path, body, first in _bodies(checked):
        at = _Lines(f"docs/{path}", body, first)
        found += _citations(checked, body, at)
        found += _links(body, path, at, targets)
    return found


def _bodies(checked: Checked) -> Iterator[tuple[str, str, int]]:
    records = checked.records
    for record in (*records.actors.values(), *records.places.values(), *records.events.values()):
        yield record.path, record.body, record.body_line
    for path, essay in records.essays.items():
        yield path, essay.body, essay.body_line


class _Lines:
    """Turns an offset in a body into a place in its file."""

    def __init__(self, path: str, body: str, first: int) -> None:
        self._path, self._body, self._first = path, body, first

    def where(self, offset: int) -> Where:
        start = self._body.rfind("\n", 0, offset) + 1
        return Where(
            self._path, self._first + self._body.count("\n", 0, offset), offset - start + 1
        )

    def line(self, offset: int) -> str:
        start = self._body.rfind("\n", 0, offset) + 1
        end = self._body.find("\n", offset)
        return self._body[start : end if end >= 0 else None]


def _citations(checked: Checked, body: str, at: _Lines) -> Iterator[Problem]:
    own = set(_DEFINED.findall(without_code(body)))
    for offset, source, inner in references(body):
        name = f"{source}:{inner}" if inner else source
        if name in own:
            continue
        where = at.where(offset)
        if _HEADING.match(at.line(offset)):
            yield problem(
                where,
                f"‘[^{name}]’ stands in a heading",
                "move the citation into the text below it",
                "citation-in-heading",
            )
        if source not in checked.ids or checked.ids[source] != "source":
            options = [id_ for id_, kind in checked.ids.items() if kind == "source"]
            yield problem(
                where,
                f"‘[^{name}]’ cites an unknown source, ‘{source}’",
                did_you_mean(source, options),
                "unknown-source",
            )
            continue
        yield from _passage(checked, source, inner, where)


def _passage(checked: Checked, source: str, inner: str | None, where: Where) -> Iterator[Problem]:
    reading = checked.dossier.readings.get(source)
    if reading is None:
        return
    known = [passage.id for passage in reading.passages]
    if inner is None:
        remedy = (
            f"say which passage: ‘[^{source}:{known[-1]}]’ (it has {', '.join(known)})"
            if known
            else "cite another source"
        )
        yield problem(where, f"‘[^{source}]’ names no passage", remedy, "unknown-passage")
    elif inner not in known:
        what = f"‘{source}’ has no passage ‘{inner}’"
        yield problem(where, what, f"its passages are {', '.join(known)}", "unknown-passage")


def _links(body: str, path: str, at: _Lines, targets: Collection[str]) -> Iterator[Problem]:
    for offset, written, target in links(body, path):
        if target in targets:
            continue
        if target.startswith("../"):
            yield problem(
                at.where(offset),
                f"the link ‘{written}’ leads out of docs",
                "link to a page in docs",
                "broken-link",
            )
            continue
        near = nearest(target, targets)
        remedy = f"did you mean docs/{near}?" if near else "link to a page that exists"
        yield problem(
            at.where(offset),
            f"the link ‘{written}’ leads to no page (docs/{target})",
            remedy,
            "broken-link",
        )
