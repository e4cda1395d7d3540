"""Read a built site as a browser would address it: pages, their anchors, links and resources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

HOST = "http://site.invalid/"
"""Stands for the site's own address; nothing is asked of it."""

# Relations that tell of other pages; every other <link> makes a browser fetch something.
NOT_FETCHED = {"alternate", "author", "canonical", "edit", "help", "license", "me", "next", "prev"}
RESOURCES = {
    "src": {"audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"},
    "href": {"image", "link", "use", "feimage"},
    "xlink:href": {"image", "use", "feimage"},
    "poster": {"video"},
    "data": {"object"},
}
CSS_ADDRESS = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3""")


@dataclass
class HtmlPage:
    """What one HTML file says; addresses as written, with the line they stand on."""

    path: str
    """Relative to the site's folder, with ``/``."""
    lang: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    """The text of each h1."""
    ids: list[str] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    resources: list[tuple[int, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return HOST + self.path.removesuffix("index.html")


class _Reader(HTMLParser):
    def __init__(self, page: HtmlPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.inside: list[str] = []
        """Open elements whose text is wanted, innermost last; an svg's title is not the page's."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.page.lang = values.get("lang", "")
        if tag in {"svg", "style", "title", "h1"}:
            self.inside.append(tag)
        if tag == "h1":
            self.page.headings.append("")
        if identifier := values.get("id") or (values.get("name") if tag == "a" else None):
            self.page.ids.append(identifier)
        self._addresses(tag, values)

    def _addresses(self, tag: str, values: dict[str, str]) -> None:
        line = self.getpos()[0]
        if tag in {"a", "area"} and "href" in values:
            self.page.links.append((line, values["href"]))
        fetched = tag != "link" or not set(values.get("rel", "").split()) & NOT_FETCHED
        for attribute, tags in RESOURCES.items():
            if fetched and tag in tags and attribute in values:
                self.page.resources.append((line, values[attribute]))
        for candidate in values.get("srcset", "").split(","):
            self.page.resources += [(line, word) for word in candidate.split()[:1]]
        self._styles(values.get("style", ""))

    def _styles(self, css: str) -> None:
        self.page.resources += [(self.getpos()[0], address) for address in css_addresses(css)]

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        match self.inside:
            case ["title"]:
                self.page.title += data
            case [*_, "h1"]:
                self.page.headings[-1] += data
            case [*_, "style"]:
                self._styles(data)


def css_addresses(css: str) -> list[str]:
    return [match[2] or match[4] or "" for match in CSS_ADDRESS.finditer(css)]


def read_page(site: Path, path: Path) -> HtmlPage:
    page = HtmlPage(path.relative_to(site).as_posix())
    reader = _Reader(page)
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return page


@dataclass
class Site:
    """A built site, read whole."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        """The pages by path, in order."""
        files = sorted(self.folder.rglob("*.html"))
        return {page.path: page for page in (read_page(self.folder, path) for path in files)}

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        return {path: set(page.ids) for path, page in self.pages.items()}

    def target(self, base: str, reference: str) -> tuple[str, str] | None:
        """Resolve a reference to (path in the site, fragment); None where it leaves the site."""
        address, fragment = urldefrag(urljoin(base, reference))
        if not f"{address}/".startswith(HOST):
            return None
        path = unquote(urlsplit(address).path).lstrip("/")
        if not path or path.endswith("/"):
            path += "index.html"
        return path, unquote(fragment).split(":~:")[0]

    def fault(self, base: str, reference: str) -> str | None:
        """Say what is wrong with a reference to the site itself; None where nothing is."""
        target = self.target(base, reference)
        if target is None:
            return None
        path, fragment = target
        if not (self.folder / path).is_file():
            return f"{reference}: no such file"
        if fragment and path in self.anchors and fragment not in self.anchors[path]:
            return f"{reference}: no such anchor"
        return None
