"""The article of a built page as XHTML, for reading systems: what only a browser uses is left out.

The page is read with the standard library's parser into a tree, so that what comes out is always
well formed; a link that leads to nothing inside the book loses its address.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree import ElementTree as ET

XHTML = "http://www.w3.org/1999/xhtml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LEFT_OUT = frozenset(
    "button form img input link meta option output script select style svg".split()
)
_LEFT_OUT_CLASSES = frozenset("crumbs drawing-key drawing-source foot headerlink siblings".split())
_OTHERWISE = {"article": "section", "details": "div", "summary": "p", "aside": "section"}
"""Elements whose content a reading system might hide."""
_KEPT = frozenset("class colspan datetime dir href id lang rowspan scope start title".split())
_TAG = re.compile(r"[a-z][a-z0-9]*")
"""What HTML calls its elements; a browser takes more, XML does not."""
_ID = re.compile(r"[^A-Za-z0-9_.-]")
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def article(html: str) -> ET.Element | None:
    """Return the tree of a built page's article, in XHTML; None where it has none."""
    parser = _Reader()
    parser.feed(html)
    parser.close()
    return parser.root


def name_of(anchor: str) -> str:
    """Return an anchor as XML allows it."""
    safe = _ID.sub("-", unquote(anchor))
    return safe if safe[:1].isalpha() else f"x{safe}"


def anchors(root: ET.Element) -> set[str]:
    return {each.attrib["id"] for each in root.iter() if "id" in each.attrib}


def relink(root: ET.Element, path: str, target: Callable[[str, str], str | None]) -> None:
    """Give every link inside the book the address that ``target(path, anchor)`` returns."""
    for link in root.iter(f"{{{XHTML}}}a"):
        href = link.attrib.get("href")
        if href is None or re.match(r"https?://", href):
            continue
        where, _, anchor = href.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(where)))
        address = target(there if where else path, name_of(anchor) if anchor else "")
        if address is None:
            del link.attrib["href"]
        else:
            link.attrib["href"] = address


class _Reader(HTMLParser):
    """Builds the tree of the page's first ``article``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: ET.Element | None = None
        self.stack: list[tuple[str, ET.Element | None]] = []
        """Open elements, with None for what is left out."""
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.root is not None and not self.stack:
            return
        if self.root is None and tag != "article":
            return
        values = {name: value or "" for name, value in attrs}
        parent = self.stack[-1][1] if self.stack else None
        left_out = (tag in _LEFT_OUT or not _TAG.fullmatch(tag)) or bool(
            _LEFT_OUT_CLASSES & set(values.get("class", "").split())
        )
        element: ET.Element | None = None
        if not left_out and (parent is not None or self.root is None):
            element = ET.Element(f"{{{XHTML}}}{_OTHERWISE.get(tag, tag)}", self._kept(values))
            if parent is not None:
                parent.append(element)
            else:
                self.root = element
        if tag not in _VOID:
            self.stack.append((tag, element))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at][0] == tag:
                del self.stack[at:]
                return

    def handle_data(self, data: str) -> None:
        element = self.stack[-1][1] if self.stack else None
        if element is None:
            return
        data = _NOT_XML.sub("", data)
        last = element[-1] if len(element) else None
        if last is None:
            element.text = (element.text or "") + data
        else:
            last.tail = (last.tail or "") + data

    def _kept(self, values: dict[str, str]) -> dict[str, str]:
        kept = {
            name: _NOT_XML.sub("", value)
            for name, value in sorted(values.items())
            if name in _KEPT and (value or name == "title")
        }
        if "lang" in kept:
            kept[XML_LANG] = kept["lang"]
        if "id" in kept:
            kept["id"] = name_of(kept["id"])
            if kept["id"] in self.seen:
                del kept["id"]
            else:
                self.seen.add(kept["id"])
        return kept


def text_of(root: ET.Element, tag: str) -> str | None:
    """Return the words of the first element of a kind."""
    found = next(root.iter(f"{{{XHTML}}}{tag}"), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else None


def empty(root: ET.Element) -> Iterator[tuple[ET.Element, ET.Element]]:
    """Give (parent, list) of each list that lost all its entries."""
    for parent in root.iter():
        for child in parent:
            if child.tag in {f"{{{XHTML}}}{t}" for t in ("ul", "ol", "dl")} and not len(child):
                yield parent, child
