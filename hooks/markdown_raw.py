"""An extension of Python-Markdown that passes over raw HTML in one look.

Most of a written page is HTML that Markdown gives back as it is.  Python-Markdown finds its end
by a parser that is several times slower than all else; here a block is set aside first if it is
plain that it is one: between blank lines, every tag closed.  All other text is left as it was, so
what comes of a page is the same with and without this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z_][\w:.-]*(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))?)*\s*/?)>"
)
_NAMED = re.compile(r"\s(id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BROKEN_NUMBER = re.compile(r"&#(?!(?:[0-9]+|[xX][0-9a-fA-F]+);)")
"""The parser mends such a character's number, or loses its way over it."""
_MORE_ON_THE_LINE = re.compile(r"[^\n&<]*[&<]")
"""After a block, on its last line: the parser may keep it back until the next block."""
_FOR_MARKDOWN = re.compile(r"\smarkdown\b")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_AFTER_FENCES_BEFORE_HTML = 22


class RawBlocks(Extension):  # type: ignore[misc]
    """Sets raw blocks aside; ``ids`` are the anchors in those of the page converted last."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def __repr__(self) -> str:
        return "RawBlocks()"

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        self.ids = set()
        md.preprocessors.register(_Aside(md, self.ids), "dossier_raw", _AFTER_FENCES_BEFORE_HTML)


class _Aside(Preprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, ids: set[str]) -> None:
        super().__init__(md)
        self.ids = ids

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if _BROKEN_NUMBER.search(text):
            return lines
        chunks = text.split("\n\n")
        still_open: list[str] = []
        raw: list[int] = []
        for number, chunk in enumerate(chunks):
            if "<" not in chunk:
                continue
            alone = not still_open
            end = self._follow(chunk, still_open)
            if end is None:  # what is not plain may reach back over what is
                return lines
            if alone and end == len(chunk) and self._is_raw(chunk):
                raw.append(number)
        for number in raw:
            self.ids.update(_anchors(chunks[number]))
            chunks[number] = self.md.htmlStash.store(chunks[number] + "\n")
        return "\n\n".join(chunks).split("\n")

    def _is_raw(self, chunk: str) -> bool:
        """Say whether Markdown leaves a chunk that is one element as it is."""
        first = _TAG.match(chunk)
        if not first or not self.md.is_block_level(first[2].lower()):
            return False
        tags = _TAG.finditer(chunk) if "markdown" in chunk else ()
        return not any(_FOR_MARKDOWN.search(found[3]) for found in tags)

    def _follow(self, chunk: str, still_open: list[str]) -> int | None:
        """Bring up to date what elements are open; return where they are first all closed.

        Return None where it is not plain what is open, and 0 where something is till the end.
        """
        seen, end = 0, 0
        for found in _TAG.finditer(chunk):
            seen += 1
            closing, name, attributes = found.groups()
            name = name.lower()
            if closing:
                if not still_open or still_open.pop() != name:
                    return None
            elif name not in _VOID and not attributes.endswith("/"):
                still_open.append(name)
            if still_open:
                continue
            end = end or found.end()
            if self.md.is_block_level(name) and _MORE_ON_THE_LINE.match(chunk, found.end()):
                return None
        return end if seen == chunk.count("<") else None


def _anchors(chunk: str) -> Iterator[str]:
    if not _NAMED.search(chunk):
        return
    for tag in _TAG.finditer(chunk):
        for name, one, other in _NAMED.findall(tag[3]):
            if name.lower() == "id" or tag[2].lower() == "a":
                yield unescape(one or other)
