"""Finds in a value of the front matter what only prose is read as: citations, links, HTML, marks.

A value is plain text, so that each of these would be printed as the signs it was typed in.
"""

from __future__ import annotations

import re
from html import unescape

_CITATION = re.compile(r"\[\^[^\]]*\]")
_LINK = re.compile(r"\[[^\[\]]+\]\([^()\s]*\)")
_TAGS = (
    "a abbr article aside audio b bdi bdo big blockquote body br button center cite code dd del"
    " details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head"
    " header hr html i iframe img input ins kbd li link main mark math meta nav object ol p picture"
    " pre q s samp script section small source span strike strong style sub summary sup svg table"
    " tbody td tfoot th thead title tr tt u ul var video wbr"
).replace(" ", "|")
_TAG = re.compile(rf"</?(?:{_TAGS})(?:[\s/][^<>]*)?>|<!--", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.IGNORECASE)
_MARKED = re.compile(
    r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^*_]*[^\s*_])\1(?![\w*])"
    r"|(?<![\w*])(\*)(?=[^\s*])([^*]*[^\s*])\3(?![\w*])"
    r"|(?<![\w`])(`)(?=[^\s`])([^`]*[^\s`])\5(?![\w`])"
)
"""Words set off, each mark of Markdown with its like."""


def markup(text: str) -> tuple[str, str, str] | None:
    """Return (what the text holds, what to do, code) of the first citation or link in it."""
    for form, kind, code in (
        (_CITATION, "citation", "citation-form"),
        (_LINK, "link", "broken-link"),
    ):
        found = form.search(text)
        if found:
            remedy = f"leave it out: a value is plain text, and a {kind} stands in prose"
            return f"a {kind}, ‘{found[0][:60]}’", remedy, code
    return None


def marks(text: str) -> tuple[str, str, str] | None:
    """Return (what the text holds, what to do, code) of the first mark that would be printed."""
    tag = _TAG.search(text)
    if tag:
        return f"HTML, ‘{tag[0][:60]}’", "leave it out: a value is plain text", "plain-text"
    for entity in _ENTITY.finditer(text):
        sign = unescape(entity[0])
        if sign != entity[0]:
            meant = sign if sign.isprintable() and not sign.isspace() else "a plain space"
            return f"HTML, ‘{entity[0]}’", f"write {meant}: a value is plain text", "plain-text"
    marked = _MARKED.search(text) if "://" not in text else None
    if marked:
        words = marked[2] or marked[4] or marked[6]
        what = f"marks of Markdown, ‘{marked[0][:60]}’"
        return what, f"write {words[:60]}: a value is plain text", "plain-text"
    return None
