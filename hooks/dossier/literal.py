"""Tells the prose of a page's Markdown from code (fenced, between marks, indented) and comments.

Indented lines are code where no list stands above them, as Python-Markdown has it: there they
would belong to its last item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_CODE = re.compile(
    r"(?ms)^ {0,3}(```+|~~~+).*?^ {0,3}\1[`~]*\s*?$|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)|<!--.*?-->"
)
_INDENTED = re.compile(r" {4}|\t")
_ANY_INDENTED = re.compile(r"^(?: {4}|\t)", re.MULTILINE)
_LINE = re.compile(r".*\n|.+")
_HANGING = re.compile(r" {0,3}(?:[-*+]|\d+\.|:|\[\^[^\]]*\]:|/{3,}|[!?]{3})")
"""Begins what indented lines below it belong to: a list, a definition, a note."""


@lru_cache(maxsize=16_384)
def without_code(body: str) -> str:
    """Return Markdown with its code and comments blanked, every character else where it stood."""
    plain = body
    if any(mark in body for mark in ("`", "~~~", "<!--")):
        plain = _CODE.sub(lambda found: _blank(found[0]), body)
    return "".join(_without_indented(plain)) if _ANY_INDENTED.search(plain) else plain


def _without_indented(text: str) -> Iterator[str]:
    """Yield the lines, those of indented code blanked."""
    fresh, code, hanging = True, False, False
    for line in _LINE.findall(text):
        if not line.strip():
            fresh = True
            yield line
            continue
        indented = bool(_INDENTED.match(line))
        if not indented:
            hanging = bool(_HANGING.match(line)) or (hanging and not fresh)
        code = indented and not hanging and (fresh or code)
        fresh = False
        yield _blank(line) if code else line


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
