"""Finds what could run, or fetch from elsewhere, in the markup of a built folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

_DATA = {"application/json", "application/ld+json"}
_LEADS = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite"}
_NEVER = set("applet base embed frame frameset iframe math object portal style template".split())
_SCHEMES = {"", "http", "https", "mailto"}
_MARKUP = {".html", ".htm", ".svg", ".xml", ".atom", ".xhtml"}


class Active(HTMLParser):
    """Reads a page as a browser does and keeps what is active in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _NEVER:
            self.found.append(f"<{tag}>")
        if tag == "script" and values.get("type") not in _DATA:
            source = values.get("src", "elsewhere:")
            if not re.fullmatch(r"(?:\.\./|\./|/)*(?:assets|search)/[\w./-]+", source):
                self.found.append(f"<script src={source}>")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.found.append(f"<meta {values.get('content')}>")
        for name, value in values.items():
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.found.append(f"<{tag} {name}={value}>")
            if (name in _LEADS or name.endswith(":href")) and scheme(value) not in _schemes(tag):
                self.found.append(f"<{tag} {name}={value}>")


def _schemes(tag: str) -> set[str]:
    return _SCHEMES if tag == "a" else {""}


def scheme(address: str) -> str:
    """Return an address's scheme as a browser reads it: blanks and controls are passed over."""
    bare = re.sub(r"[\x00-\x20]", "", address).lower()
    found = re.match(r"[a-z][a-z0-9+.-]*:", bare)
    return found[0][:-1] if found else ("" if not bare.startswith(("//", "\\")) else "elsewhere")


def active(folder: Path) -> Iterator[str]:
    """Give what is active in the pages, drawings and feeds of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in _MARKUP or not path.is_file():
            continue
        text = path.read_text("utf-8")
        where = path.relative_to(folder).as_posix()
        if path.suffix in {".html", ".htm"}:
            yield from (f"{where}: {each}" for each in Active(text).found)
            continue
        for element in ET.fromstring(text).iter():  # noqa: S314 - our own output, just written
            tag = element.tag.rpartition("}")[2]
            names = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
            wrong = [n for n, v in names.items() if n.startswith("on") or n == "style"]
            wrong += [n for n in names if n in _LEADS and scheme(names[n]) not in _SCHEMES]
            if tag in {"script", "foreignObject"} or wrong:
                yield f"{where}: <{tag} {wrong}>"
