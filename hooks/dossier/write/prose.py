"""People's Markdown made ready: names linked, citations defined, other languages marked.

A name is linked at its first mention in each section; headings, code, quotations, HTML and
existing links are left as they are.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator
from itertools import pairwise

from ..join import links as markdown_links
from ..join import references
from ..joined import Dossier
from ..literal import without_code
from ..model import Mention, Passage, Sentence
from ..names import Gazetteer, build_gazetteer, find_mentions
from . import links, wording
from .render import plain

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
_gazetteers: weakref.WeakKeyDictionary[Dossier, Gazetteer] = weakref.WeakKeyDictionary()


def render_prose(body: str, page_path: str, dossier: Dossier) -> str:
    """Return ``body`` with links, languages and the definitions of its citations."""
    cited = references(body)
    defined = _definitions(cited, page_path, dossier)
    linked = _with_links(body, page_path, dossier)
    return f"{linked.rstrip()}\n\n{defined}\n" if defined else linked


# --- Citations ------------------------------------------------------------------------


def _definitions(cited: list[tuple[int, str, str | None]], page_path: str, dossier: Dossier) -> str:
    seen = dict.fromkeys((source, inner) for _, source, inner in cited if source in dossier.sources)
    return "\n".join(_definition(source, inner, page_path, dossier) for source, inner in seen)


def _definition(source: str, inner: str | None, page_path: str, dossier: Dossier) -> str:
    record = dossier.sources[source]
    reading = dossier.readings.get(source)
    name = f"{source}:{inner}" if inner else source
    who = f"{plain(record.publisher)}, " if record.publisher else ""
    page = links.markdown_href(page_path, links.source_page(source))
    day = f"{plain(wording.edtf_words(record.published))}, " if record.published else ""
    parts = [f"{who}{day}[{plain(wording.title(record))}]({page})"]
    passage = next((p for p in reading.passages if p.id == inner), None) if reading else None
    if reading and passage:
        there = links.markdown_href(
            page_path, links.source_page(source), links.passage_anchor(passage.id)
        )
        label = f"passage {passage.id}" if passage.role == "body" else f"the {passage.id}"
        parts.append(f"[{label}]({there})")
    elif inner:
        parts.append(plain(inner))
    text = ", ".join(parts) + "."
    if record.url and links.is_web(record.url):
        address = record.url
        if reading and passage:
            address = links.passage_fragment(address, reading.text, passage.start, passage.end)
        address = address.replace("(", "%28").replace(")", "%29")
        text += f" [At the publisher]({address})."
    return f"[^{name}]: {text}"


# --- Names ----------------------------------------------------------------------------


def _gazetteer(dossier: Dossier) -> Gazetteer:
    if dossier not in _gazetteers:
        named = (*dossier.actors.values(), *dossier.places.values())
        _gazetteers[dossier] = build_gazetteer((name.text, r.id) for r in named for name in r.names)
    return _gazetteers[dossier]


def _with_links(body: str, page_path: str, dossier: Dossier) -> str:
    blank = list(without_code(body))
    for found in _UNTOUCHED.finditer("".join(blank)):
        blank[found.start() : found.end()] = re.sub(r"[^\n]", "\0", found[0])
    masked = "".join(blank)
    edits = {**_foreign(masked, dossier), **_mentions(body, masked, page_path, dossier)}
    out, at = [], 0
    for (start, end), text in sorted(edits.items()):
        if start >= at:
            out += [body[at:start], text]
            at = end
    return "".join([*out, body[at:]])


def _mentions(
    body: str, masked: str, page_path: str, dossier: Dossier
) -> dict[tuple[int, int], str]:
    """Return span → link for the first mention of each name in each section."""
    people = frozenset(actor.id for actor in dossier.actors.values() if actor.kind == "person")
    paths = {r.path: r.id for r in (*dossier.actors.values(), *dossier.places.values())}
    edits: dict[tuple[int, int], str] = {}
    for start, end in _sections(body):
        done = {paths.get(page_path)}
        done |= {paths.get(target) for _, _, target in markdown_links(body[start:end], page_path)}
        for mention in _find(masked, start, end, dossier, people):
            if mention.entity in done:
                continue
            done.add(mention.entity)
            record = dossier.actors.get(mention.entity) or dossier.places[mention.entity]
            words = body[mention.start : mention.end]
            text = _marked(words, dossier) if wording.FOREIGN.search(words) else words
            address = links.markdown_href(page_path, record.path)
            edits[mention.start, mention.end] = f"[{text}]({address})"
    return edits


def _find(
    masked: str, start: int, end: int, dossier: Dossier, people: frozenset[str]
) -> tuple[Mention, ...]:
    whole = Passage("", "body", start, end, (Sentence("", start, end),))
    return find_mentions(_gazetteer(dossier), masked, (whole,), people)


def _sections(body: str) -> Iterator[tuple[int, int]]:
    cuts = [0, *(found.start() for found in _SECTION.finditer(without_code(body))), len(body)]
    for start, end in pairwise(cuts):
        if start < end:
            yield start, end


# --- Languages ------------------------------------------------------------------------


def _foreign(masked: str, dossier: Dossier) -> dict[tuple[int, int], str]:
    return {found.span(): _marked(found[0], dossier) for found in wording.FOREIGN.finditer(masked)}


def _marked(text: str, dossier: Dossier) -> str:
    lang = _language(text, dossier)
    return f'<span lang="{lang}" dir="{wording.direction(lang)}">{text}</span>'


def _language(text: str, dossier: Dossier) -> str:
    """Return the language a page gives for this name, else a tag for its script alone."""
    for record in (*dossier.actors.values(), *dossier.places.values()):
        for name in (*record.names, *record.also):
            if name.text == text:
                return name.lang
    return wording.script(text)
