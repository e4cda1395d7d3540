"""Checks every file in docs, whatever it is: its name, where it leads, and that it cannot run.

What is no page is published as it is, so a link to another folder would publish what lies there,
and a drawing or a page of HTML would run its scripts.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from .join import Records
from .model import Where
from .problems import Problem, did_you_mean, problem
from .schema import FOLDERS
from .values import where_of

CODE = ("theme", "basemap")
"""Folders of docs that are not published; the templates of the first are code."""
NOT_PAGES = (*CODE, "assets")
"""Folders of docs that hold no pages: nothing else looks at their files."""
_RUNS = (".htm", ".html", ".mht", ".mhtml", ".php", ".shtml", ".xht", ".xhtml", ".xml", ".xsl")
_ACTIVE = frozenset(
    "animate animatemotion animatetransform embed foreignobject handler iframe image link object"
    " script set".split()
)
"""Elements of a drawing that run, fetch, or change what its links lead to."""
_UNFIT = re.compile(r"[\x00-\x1f\x7f<>:\"'|?*\\#%&{}\u200b-\u200f\u2028-\u202e\u2066-\u2069]|[. ]$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows cannot hold a file by the name of."""


def check_files(docs: Path, name: str = "docs") -> list[Problem]:
    """Return the problems with the files in the folder ``docs``."""
    inside = sorted(_walk(docs, docs))
    return [
        *(found for path in inside for found in _file(docs, path, f"{name}/{path}")),
        *_same(inside, name),
    ]


def _walk(folder: Path, top: Path) -> Iterator[str]:
    """Give the paths of files and of links, which are not followed."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, top)
        else:
            yield path.relative_to(top).as_posix()


def _file(docs: Path, inside: str, name: str) -> Iterator[Problem]:
    path, where = docs / inside, Where(name)
    parts = inside.split("/")
    record = len(parts) == 2 and parts[0] in FOLDERS
    unfit = any(_UNFIT.search(part) for part in parts) and not record
    if unfit or any(_RESERVED.fullmatch(part) for part in parts):
        what = "not every system, or no address, can hold this name"
        remedy = "use letters, digits and hyphens, and no name that Windows keeps for itself"
        yield problem(where, what, remedy, "identifier")
    if path.is_symlink() and (path.is_dir() or not leads_inside(path, docs)):
        if parts[0] in NOT_PAGES:
            what = "the symbolic link leads to a folder, or out of docs"
            yield problem(where, what, "put the file itself here", "symlink")
    elif not path.is_file():
        if parts[0] in NOT_PAGES:
            what = "this is no file that can be read: a pipe, a socket, or a link to nothing"
            yield problem(where, what, "put the file itself here", "symlink")
    elif parts[0] not in CODE and path.suffix.lower() in _RUNS and not record:
        what = f"a file that ends in ‘{path.suffix}’ would be published as it is, and could run"
        yield problem(where, what, "write it in Markdown", "html")
    elif parts[0] not in CODE and path.suffix.lower() == ".svg":
        yield from _drawing(path, where)


def check_templates(records: Records, theme: Path) -> Iterator[Problem]:
    """Report a template of the theme's that is not there: the page could not be made."""
    kinds = (records.actors, records.places, records.events, records.essays)
    there = sorted({"main.html", *(path.name for path in theme.glob("*.html"))})
    for page in (page for kind in kinds for page in kind.values()):
        template = page.meta.get("template")
        if isinstance(template, str) and template not in there:
            what = f"‘template’ is ‘{template[:60]}’, and there is no such file in docs/theme/"
            where = where_of(template, Where(f"docs/{page.path}"))
            yield problem(where, what, did_you_mean(template, there), "choice")


def leads_inside(path: Path, docs: Path) -> bool:
    """Say whether a symbolic link leads to a place in ``docs``."""
    try:
        return path.resolve().is_relative_to(docs.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _drawing(path: Path, where: Where) -> Iterator[Problem]:
    data = path.read_bytes()
    remedy = "leave it out: a drawing holds shapes and text"
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<?xml-" in data:
        yield problem(where, "the drawing has a declaration of its own", remedy, "html")
        return
    try:
        elements = list(ET.fromstring(data).iter())  # noqa: S314 - no declarations, so no entities
    except (ET.ParseError, ValueError) as error:
        what = f"the drawing cannot be read: {error}"
        yield problem(where, what, "save it as SVG, in UTF-8", "html")
        return
    for found in dict.fromkeys(each for element in elements for each in _active(element)):
        yield problem(where, f"the drawing holds ‘{found[:40]}’", remedy, "html")


def _active(element: ET.Element) -> Iterator[str]:
    tag = str(element.tag).rpartition("}")[2]
    if tag.lower() in _ACTIVE:
        yield tag
    if tag.lower() == "style" and re.search(
        r"url\(|@import|\\\\", element.text or "", re.IGNORECASE
    ):
        yield "url("
    for full, value in element.attrib.items():
        attribute = full.rpartition("}")[2].lower()
        leads = attribute in {"href", "src"} and not value.startswith("#")
        if attribute.startswith("on") or attribute == "style" or leads:
            yield attribute


def _same(inside: Iterable[str], name: str) -> Iterator[Problem]:
    """Report files that are one on some systems, or one address on the site."""
    files: dict[str, str] = {}
    pages: dict[str, str] = {}
    for path in inside:
        folded = unicodedata.normalize("NFC", path).casefold()
        first = files.setdefault(folded, path)
        if path.endswith(".md"):
            stem = folded.removesuffix(".md")
            folder, _, last = stem.rpartition("/")
            address = folder if last in ("index", "readme") else stem
            first = pages.setdefault(address, path) if first == path else first
        if first != path:
            what = f"‘{posixpath.basename(path)}’ and {name}/{first} are one address, or one file"
            remedy = "rename one of the two, by more than capitals or accents"
            yield problem(Where(f"{name}/{path}"), what, remedy, "identifier-twice")
