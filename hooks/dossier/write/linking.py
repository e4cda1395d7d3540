"""People's prose with its names linked, and its other languages marked.

A name is linked at its first mention in each section; headings, code, quotations, HTML and
existing links are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..join import links as markdown_links
from ..literal import without_code
from ..model import Actor, Mention, Name, Passage, Place, Sentence
from ..names import Gazetteer, build_gazetteer, find_mentions
from . import links, wording

_SECTION = re.compile(r"^ {0,3}#{1,6}\s.*$", re.MULTILINE)
_UNTOUCHED = re.compile(
    r"^ {0,3}#{1,6}\s.*$"  # headings
    r"|^ {0,3}>.*$"  # quotations set apart
    r"|^(?: {4}|\t).*$"  # indented code
    r"|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"  # links and images
    r"|\[\^[^\]]*\]:?"  # citations
    r"|<[^<>]*>"  # HTML tags and bare addresses
    r"|\b[a-z]+://\S+"
    r"|“[^”\n]*”|\"[^\"\n]*\"",  # quotations
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Nameable:
    """What prose needs to know of an actor or a place."""

    id: str
    path: str
    person: bool
    names: tuple[Name, ...]
    also: tuple[Name, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Linking:
    """The names of all records; of the same records always the very same value."""

    gazetteer: Gazetteer
    people: frozenset[str]
    ids: Mapping[str, str]
    """Path of a page → id."""
    paths: Mapping[str, str]
    languages: Mapping[str, str]
    """Name → its language, as the first page that has the name gives it."""


def nameable(record: Actor | Place) -> Nameable:
    person = isinstance(record, Actor) and record.kind == "person"
    return Nameable(record.id, record.path, person, record.names, record.also)


@lru_cache(maxsize=2)
def linking(records: tuple[Nameable, ...]) -> Linking:
    names = [(name, record.id) for record in records for name in record.names]
    every = [name for record in records for name in (*record.names, *record.also)]
    return Linking(
        gazetteer=build_gazetteer((name.text, id_) for name, id_ in names),
        people=frozenset(record.id for record in records if record.person),
        ids={record.path: record.id for record in records},
        paths={record.id: record.path for record in records},
        languages={name.text: name.lang for name in reversed(every)},
    )


# --- Names ----------------------------------------------------------------------------


@lru_cache(maxsize=16_384)
def with_links(body: str, page_path: str, known: Linking) -> str:
    masked = _masked(body)
    edits = {**_foreign(masked, known), **_mentions(body, masked, page_path, known)}
    out, at = [], 0
    for (start, end), text in sorted(edits.items()):
        if start >= at:
            out += [body[at:start], text]
            at = end
    return "".join([*out, body[at:]])


@lru_cache(maxsize=16_384)
def _masked(body: str) -> str:
    """Return prose with a NUL for each character in which no name is looked for."""
    return _UNTOUCHED.sub(lambda found: re.sub(r"[^\n]", "\0", found[0]), without_code(body))


def _mentions(body: str, masked: str, page_path: str, known: Linking) -> dict[tuple[int, int], str]:
    """Return span → link for the first mention of each name in each section."""
    edits: dict[tuple[int, int], str] = {}
    for start, end in _sections(body):
        done = {known.ids.get(page_path)}
        done |= {
            known.ids.get(target) for _, _, target in markdown_links(body[start:end], page_path)
        }
        for mention in _find(masked, start, end, known):
            if mention.entity in done:
                continue
            done.add(mention.entity)
            words = body[mention.start : mention.end]
            text = _marked(words, known) if wording.FOREIGN.search(words) else words
            address = links.markdown_href(page_path, known.paths[mention.entity])
            edits[mention.start, mention.end] = f"[{text}]({address})"
    return edits


def _find(masked: str, start: int, end: int, known: Linking) -> tuple[Mention, ...]:
    whole = Passage("", "body", start, end, (Sentence("", start, end),))
    return find_mentions(known.gazetteer, masked, (whole,), known.people)


def _sections(body: str) -> Iterator[tuple[int, int]]:
    cuts = [0, *(found.start() for found in _SECTION.finditer(without_code(body))), len(body)]
    for start, end in pairwise(cuts):
        if start < end:
            yield start, end


# --- Languages ------------------------------------------------------------------------


def _foreign(masked: str, known: Linking) -> dict[tuple[int, int], str]:
    return {found.span(): _marked(found[0], known) for found in wording.FOREIGN.finditer(masked)}


def _marked(text: str, known: Linking) -> str:
    lang = _language(text, known)
    return f'<span lang="{lang}" dir="{wording.direction(lang)}">{text}</span>'


def _language(text: str, known: Linking) -> str:
    """Return the language a page gives for this name, else a tag for its script alone."""
    return known.languages.get(text) or wording.script(text)
