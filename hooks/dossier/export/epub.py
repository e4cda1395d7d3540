"""The dossier as a book (EPUB 3.3): every page a chapter, made from the built pages.

Nothing in it asks for a network: no script, no font, no picture but words; it says the same as
the pages, with links between its chapters and to the publishers.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from .xhtml import XHTML, anchors, article, empty, relink, text_of

MIMETYPE = "application/epub+zip"
_SPACE = UUID("f3c0b1de-6d52-5d41-9c1c-4f1c51f0a4d7")
_EPUB = "http://www.idpf.org/2007/ops"
STYLE = """\
body { font-family: serif; line-height: 1.45; margin: 0 4%; }
h1, h2, h3, h4 { line-height: 1.2; page-break-after: avoid; }
table { border-collapse: collapse; font-size: 0.85em; }
td, th { border-bottom: 1px solid #999; padding: 0.2em 0.4em; }
td, th { text-align: start; vertical-align: top; }
.kicker, .label, .sub, .line { font-size: 0.85em; }
.sub, .note { display: block; }
dt { font-weight: bold; margin-top: 0.4em; }
dd { margin: 0; }
"""
_CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Book:
    title: str
    author: str
    rights: str
    modified: str
    """``2016-03-27T00:00:00Z``."""
    language: str = "en"


def epub_files(book: Book, pages: Mapping[str, str], order: Sequence[str]) -> dict[str, str]:
    """Return path in the book → text; ``pages`` is path → built HTML, ``order`` how they follow."""
    chapters = {path: root for path in order if (root := article(pages.get(path, ""))) is not None}
    known = {path: anchors(root) for path, root in chapters.items()}
    for path, root in chapters.items():
        for parent, child in list(empty(root)):
            parent.remove(child)

        def target(there: str, anchor: str, path: str = path) -> str | None:
            if there not in chapters:
                return None
            fragment = f"#{anchor}" if anchor in known[there] else ""
            if there == path:
                return fragment or posixpath.basename(_name(path))
            return posixpath.relpath(_name(there), posixpath.dirname(path) or ".") + fragment

        relink(root, path, target)
    titles = {path: text_of(root, "h1") or path for path, root in chapters.items()}
    files = {
        f"EPUB/{_name(path)}": _chapter(book, path, root, titles[path])
        for path, root in chapters.items()
    }
    return {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(book, list(chapters)),
        "EPUB/nav.xhtml": _nav(book, titles),
        "EPUB/style.css": STYLE,
        **files,
    }


def _name(path: str) -> str:
    return path.removesuffix(".html") + ".xhtml"


def _chapter(book: Book, path: str, root: ET.Element, title: str) -> str:
    ET.register_namespace("", XHTML)
    body = ET.tostring(root, encoding="unicode")
    style = posixpath.relpath("style.css", posixpath.dirname(path) or ".")
    return _document(book, title, f'<link rel="stylesheet" href={quoteattr(style)}/>', body)


def _document(book: Book, title: str, head: str, body: str) -> str:
    language = quoteattr(book.language)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="{XHTML}" xmlns:epub="{_EPUB}" lang={language} xml:lang={language}>\n'
        f"<head><title>{escape(title)}</title>{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _nav(book: Book, titles: Mapping[str, str]) -> str:
    entries = "\n".join(
        f"<li><a href={quoteattr(_name(path))}>{escape(title)}</a></li>"
        for path, title in titles.items()
    )
    body = (
        f'<nav epub:type="toc" id="toc"><h1>{escape(book.title)}</h1>\n'
        f"<ol>\n{entries}\n</ol></nav>\n<p>{escape(book.rights)}</p>"
    )
    return _document(book, book.title, "", body)


def _package(book: Book, paths: Sequence[str]) -> str:
    items = "\n".join(
        f'<item id="c{at}" href={quoteattr(_name(path))} media-type="application/xhtml+xml"/>'
        for at, path in enumerate(paths)
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(paths)))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">urn:uuid:{uuid5(_SPACE, book.title)}</dc:identifier>\n'
        f"<dc:title>{escape(book.title)}</dc:title>\n"
        f"<dc:language>{escape(book.language)}</dc:language>\n"
        f"<dc:creator>{escape(book.author)}</dc:creator>\n"
        f"<dc:rights>{escape(book.rights)}</dc:rights>\n"
        f'<meta property="dcterms:modified">{escape(book.modified)}</meta>\n'
        "</metadata>\n<manifest>\n"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
        '<item id="style" href="style.css" media-type="text/css"/>\n'
        f'{items}\n</manifest>\n<spine><itemref idref="nav"/>{spine}</spine>\n</package>\n'
    )
