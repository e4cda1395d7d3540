"""Holds raw HTML and attribute lists in prose to a safe list: nothing in a page may run or fetch.

What Markdown makes by itself is not looked at here; links have a check of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem, problem
from .prose_lines import Prose

TAGS = frozenset(
    "abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em figcaption figure"
    " h2 h3 h4 hr i ins kbd li mark ol p pre q s samp section small span strong sub summary sup"
    " table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Elements that mark up text and do nothing else."""
ATTRIBUTES = frozenset(
    "class id lang dir title datetime colspan rowspan scope markdown open start reversed".split()
)

_TAG = re.compile(r"<(/?)([A-Za-z!?][\w:-]*)([^<>]*)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[^\s<>@]+(?:@[^\s<>]+)?>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)\s*(?:=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_LIST = re.compile(r"\{:?[ \t]*([^{}\n]*)\}")
_LISTED = re.compile(r"([\w:@.-]+)\s*=")


def html(prose: Prose) -> Iterator[Problem]:
    """Report elements and attributes that are not on the list."""
    for found in _TAG.finditer(prose.plain):
        name, rest = found[2].lower(), found[3]
        if name.startswith("!--") or _is_address(prose.plain, found.start()):
            continue
        if name not in TAGS and not found[1]:
            what = f"‘<{found[2]}’ is raw HTML that pages may not hold"
            remedy = "write it in Markdown, or put it in `code` if it is to be seen as it is"
            yield problem(prose.where(found.start()), what, remedy, "html")
            continue
        for attribute in _ATTRIBUTE.finditer(rest):
            if attribute[1].lower() not in ATTRIBUTES:
                yield _attribute(prose, found.start(), attribute[1])
    for found in _LIST.finditer(prose.plain):
        for name in _LISTED.findall(found[1]):
            if name.lower() not in ATTRIBUTES:
                yield _attribute(prose, found.start(), name)


def _is_address(text: str, at: int) -> bool:
    """Say whether an address in angle brackets, ``<https://…>``, begins here."""
    found = _AUTOLINK.match(text, at)
    return bool(found and (":" in found[0] or "@" in found[0]))


def _attribute(prose: Prose, at: int, name: str) -> Problem:
    what = f"the attribute ‘{name[:40]}’ may not stand in a page"
    remedy = f"leave it out: {', '.join(sorted(ATTRIBUTES))} may"
    return problem(prose.where(at), what, remedy, "html")
