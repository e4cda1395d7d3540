"""The last look at a page as built: nothing in it may run, or fetch from another server.

The prose is held to a safe list as Markdown (:mod:`dossier.check_html`), where a line can be named;
this looks at what Markdown made of it, whatever a reader of Markdown takes for code or comment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .model import Where
from .problems import Problem, problem

_ELEMENTS = (
    "animate|animatemotion|animatetransform|applet|audio|base|embed|foreignobject|frame|frameset"
    "|iframe|link|math|meta|noembed|noframes|noscript|object|plaintext|portal|set|style|template"
    "|textarea|video|xmp"
)
"""Elements that run, fetch, or change what the rest of the page means."""
_ATTRIBUTES = r"on[a-z]+|style|srcdoc|formaction|action|background|ping|poster|srcset|manifest|data"
_ADDRESSES = r"(?:xlink:)?href|src"
_JSON = r"\stype=\"application/(?:ld\+)?json\""
_OWN = r"\"(?:https?://|mailto:|[^\":&\x00-\x20\\]*[\"/?#])"

_SUSPECT = tuple(
    map(
        re.compile,
        (
            rf"<(?:(?:{_ELEMENTS})\b|script(?!{_JSON})|[!?](?!--[^<>]*-->))",
            rf"[\s\"'/](?:{_ATTRIBUTES})\s*=",
            rf"href\s*=(?!{_OWN})",
            rf"src\s*=(?:(?!{_OWN})|\s*[\"']?\s*(?:https?:|/[/\\&\x00-\x20]))",
        ),
    )
)
"""What has none of these, in small letters, has no fault that anything would act on; most pages
have none, and are read once.  Each begins with its own sign or word: a search then passes over all
else at once.
"""
_TAG = re.compile(r"<([A-Za-z][^\s/<>]*)((?>[^<>\"']|\"[^\"]*\"|'[^']*'|<)*+)")
_PAIR = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def faults(page: str) -> list[str]:
    """Return what in the HTML of a page could run or fetch: scripts, handlers, frames."""
    small = page.lower()
    suspect = any(pattern.search(small) for pattern in _SUSPECT)
    return sorted(set(_faults(page))) if suspect else []


def unsafe(path: str, page: str) -> Problem | None:
    """Return the problem of a page in docs whose HTML could run or fetch."""
    found = faults(page)
    if not found:
        return None
    what = f"what Markdown makes of this page could run: {', '.join(found)}"
    remedy = "put it in `code`, on one line, if it is to be seen as it is, or leave it out"
    return problem(Where(f"docs/{path}"), what, remedy, "html")


def unreadable(path: str, error: Exception) -> Problem:
    """Return the problem of a page in docs that a reader of Markdown breaks off at."""
    what = f"this page cannot be read as Markdown ({error})"
    remedy = "write it simpler: fewer levels, and shorter lists without a blank line"
    return problem(Where(f"docs/{path}"), what, remedy, "html")


def _faults(page: str) -> Iterator[str]:
    for tag in _TAG.finditer(page):
        name = tag[1].lower()
        is_data = name == "script" and re.match(_JSON, tag[2])
        if re.fullmatch(_ELEMENTS, name) or (name == "script" and not is_data):
            yield f"<{name}>"
        for pair in _PAIR.finditer(tag[2]):
            attribute, value = pair[1].lower(), (pair[2] or "").strip("\"'")
            if re.fullmatch(_ATTRIBUTES, attribute):
                yield attribute
            elif re.fullmatch(_ADDRESSES, attribute) and _leads_astray(value, attribute):
                yield f"{attribute}={value[:40]}"


def _leads_astray(value: str, attribute: str) -> bool:
    """Say whether an address would run, or have the page fetch from another server."""
    # As browsers read it: references resolved, controls and blanks passed over.
    bare = re.sub(r"[\x00-\x20]", "", html.unescape(value)).lower()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
    if attribute == "src":
        return bool(scheme) or bare.startswith(("//", "/\\", "\\"))
    return bool(scheme) and not bare.startswith(("http:", "https:", "mailto:"))
