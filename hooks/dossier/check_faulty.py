"""Holds what a record with a fault refers to against the rest, in the run that reports the fault.

Its tree is walked along the table of its keys: each identifier and each quotation that can be read
is looked up, whatever is wrong beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import mending
from .checking import Checked, textless, unknown
from .fields import Dictionary, Either, ListOf, Record
from .join import Finder
from .model import Quote
from .problems import Problem
from .records import quote_of
from .schema_parts import QUOTE
from .values import SLUG, Kind, Slug, Word
from .yaml_text import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Faulty:
    """A page's front matter, which has problems of its own, and the keys it should have."""

    front: Node
    keys: Record


def check_faulty(checked: Checked, pages: Iterable[Faulty]) -> list[Problem]:
    """Return the ids that name nothing and the quotes that are not found in faulty records."""
    found: list[Problem] = []
    finder = Finder(checked.dossier.readings)
    for page in pages:
        for kind, id_ in _referred(page):
            if SLUG.fullmatch(id_) or _is_title(checked, id_, kind):
                found += unknown(checked, id_, kind, id_.where)
        for quote in _quotes(page):
            found += textless(checked, quote)
            finder.find(quote)
    return [*found, *finder.problems]


def _is_title(checked: Checked, words: str, kind: str) -> bool:
    """Say whether these words are a title whose id is another than they would make."""
    known = checked.known(kind)
    return mending.slug(words) not in known and checked.titled(words) in known


def said_better(problems: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Leave out that something is no identifier where it is told whose title it is."""
    places = {(p.path, p.line, p.column) for p in found if p.code.startswith("unknown-")}
    return [
        each
        for each in problems
        if each.code != "identifier" or (each.path, each.line, each.column) not in places
    ]


def _referred(page: Faulty) -> Iterator[tuple[str, Word]]:
    """Give (what it should name, id) of each id in a record."""
    for kind, node in _walk(page.keys, page.front):
        if isinstance(kind, Slug) and kind.of and isinstance(node, Scalar) and node.text:
            yield kind.of, Word(node.text, node.where)


def _quotes(page: Faulty) -> Iterator[Quote]:
    for kind, node in _walk(page.keys, page.front):
        wrong: list[Problem] = []
        table = QUOTE.read(node, "evidence", wrong) if kind is QUOTE else None
        if table is not None and not wrong:
            yield quote_of(table)


def _walk(kind: Kind, node: Node) -> Iterator[tuple[Kind, Node]]:
    """Give each node of a tree with the kind of value that belongs there."""
    yield kind, node
    if isinstance(kind, ListOf) and isinstance(node, Sequence):
        for item in node.items:
            yield from _walk(kind.item, item)
    elif isinstance(kind, Either):
        yield from _walk(kind.long, node)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if isinstance(kind, Record) and entry.key in kind.fields:
                yield from _walk(kind.fields[entry.key].kind, entry.value)
            elif isinstance(kind, Dictionary):
                yield kind.key, Scalar(entry.key, entry.key_where, quoted=True)
                yield from _walk(kind.value, entry.value)
