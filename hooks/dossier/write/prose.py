"""People's Markdown made ready: linked as :mod:`.linking` does, its citations defined."""

from __future__ import annotations

from collections.abc import Iterable

from ..join import references
from . import links, wording
from .linking import with_links
from .lookup import Lookup
from .render import plain


def render_prose(lookup: Lookup, page: str, of: str | None = None) -> str:
    """Return a page's prose, or that ``of`` another, as it is written on ``page``."""
    body = lookup.prose.get(of or page, "")
    if not body.strip():
        return ""
    defined = _definitions(references(body), page, lookup)
    if of in (None, page):
        linked = lookup.linked[page]
    else:
        linked = with_links(body, page, lookup.linking["names"])
    return f"{linked.rstrip()}\n\n{defined}\n" if defined else linked


# --- Citations ------------------------------------------------------------------------


def _definitions(
    cited: Iterable[tuple[int, str, str | None]], page_path: str, lookup: Lookup
) -> str:
    known = lookup.works
    seen = dict.fromkeys((source, inner) for _, source, inner in cited if source in known)
    return "\n".join(_definition(source, inner, page_path, lookup) for source, inner in seen)


def _definition(source: str, inner: str | None, page_path: str, lookup: Lookup) -> str:
    record = lookup.works[source]
    reading = lookup.dossier.readings.get(source)
    name = f"{source}:{inner}" if inner else source
    who = f"{plain(record.publisher)}, " if record.publisher else ""
    page = links.markdown_href(page_path, links.source_page(source))
    day = f"{plain(wording.edtf_words(record.published))}, " if record.published else ""
    parts = [f"{who}{day}[{plain(wording.title(record))}]({page})"]
    passage = lookup.passage(source, inner) if inner else None
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
