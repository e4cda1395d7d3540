"""A written page as what search reads of it: headings with their anchors, and plain paragraphs.

Markup goes, whether Markdown or HTML; parts marked as not for search, drawings, and the marks of
evidence go with what they hold.  Each paragraph keeps the citations it carried.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_EXCLUDED = re.compile(r"^search: \{.*\"exclude\": true", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_OUTLINE = re.compile(r"^(?:#|```|~~~).*", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}[ \t]*#*[ \t]*\Z")
_ID = re.compile(r"#([^\s}]+)")
_DEFINITION = re.compile(r"\[\^[^\]\n]+\]:|\*\[[^\]\n]+\]:")
_CITATION = re.compile(r"\[\^([^\[\]\n]+)\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_RULE_OF_TABLE = frozenset("-:| \t")
_EDGE = re.compile(r"\A[ \t]*(?:>[ \t]?|[-*+][ \t]+)")
_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)|\\(?=[^\w\s])")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?>[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)>")
_CLASS = re.compile(r"\bclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PLACE_OF_NOTES = "///Footnotes Go Here///"

_UNREAD = {"svg", "script", "style", "nav", "figure", "template"}
_UNREAD_CLASSES = {"ev", "kicker", "facts", "there", "jumps", "drawing-maps", "crumbs", "foot"}
_BLOCKS = {
    "address", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "h1", "h2",
    "h3", "h4", "h5", "h6", "li", "ol", "p", "section", "summary", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    cited: tuple[str, ...]
    """What its citations name: ``source:passage``, ``work``, …"""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    anchor: str
    level: int
    """0 for what stands before the first heading."""
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def sections(page: str) -> tuple[Section, ...]:
    """Return the sections of a page's Markdown, in order; those not for search are left out."""
    parts = list(_parts(_FRONT_MATTER.sub("", page, count=1)))
    taken = {given for _, _, attributes, _ in parts if (given := _given(attributes))}
    found = []
    for level, title, attributes, lines in parts:
        heading = " ".join(p.text for p in paragraphs(title))
        anchor = (_given(attributes) or _unique(_slug(heading), taken)) if level else ""
        if "data-search-exclude" not in attributes:
            found.append(Section(heading, anchor, level, tuple(paragraphs("\n".join(lines)))))
    return tuple(found)


def outline(page: str) -> str:
    """Return the lines of a page that make its headings: what stands under them is not read."""
    return "\n".join(_OUTLINE.findall(page))


def is_excluded(page: str) -> bool:
    """Say whether a page's front matter keeps it out of search."""
    front = _FRONT_MATTER.match(page)
    return bool(front and _EXCLUDED.search(front[0]))


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of some Markdown with HTML in it, as plain words."""
    found = []
    for block in re.split(r"\n[ \t]*\n", _without_tags(_without_comments(text))):
        if not block.strip():
            continue
        cited = tuple(dict.fromkeys(_CITATION.findall(block)))
        plain = " ".join(_plain(block).split())
        if plain and plain != _PLACE_OF_NOTES:
            found.append(Paragraph(plain, cited))
    return found


def _parts(text: str) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield (level, heading, its attributes, lines) of each section, definitions left out."""
    level, title, attributes = 0, "", ""
    lines: list[str] = []
    defining = fenced = False
    for line in text.split("\n"):
        if line.startswith(("```", "~~~")):
            fenced = not fenced
        heading = None if fenced else _HEADING.match(line)
        defining = bool(_DEFINITION.match(line)) or (
            defining and (not line or line.startswith("    "))
        )
        if heading:
            yield level, title, attributes, lines
            level, title, lines = len(heading[1]), heading[2].rstrip("# \t"), []
            given = _ATTRIBUTES.search(heading[2])
            attributes = given[1] if given else ""
            title = heading[2][: given.start()].rstrip() if given else title
        elif not defining:
            lines.append(line)
    yield level, title, attributes, lines


def _plain(block: str) -> str:
    """Return the words of a block of Markdown."""
    lines = [
        _EDGE.sub("", line)
        for line in block.split("\n")
        if not (line and _RULE_OF_TABLE.issuperset(line))
    ]
    text = "\n".join(_cells(line) if line.strip().startswith("|") else line for line in lines)
    return _EMPHASIS.sub("", _LINK.sub(r"\1", _CITATION.sub("", text)))


def _cells(row: str) -> str:
    return "; ".join(cell.strip() for cell in row.strip().strip("|").split("|") if cell.strip())


# --- Anchors: as Python-Markdown's table of contents makes them ------------------------


def _given(attributes: str) -> str | None:
    found = _ID.search(attributes)
    return found[1] if found else None


def _slug(heading: str) -> str:
    text = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())


def _unique(anchor: str, taken: set[str]) -> str:
    base, number = anchor, 0
    while not anchor or anchor in taken:
        found = re.fullmatch(r"(.*)_(\d+)", anchor)
        base, number = (found[1], int(found[2])) if found else (anchor or base, number)
        anchor = f"{base}_{number + 1}"
    taken.add(anchor)
    return anchor


# --- HTML -----------------------------------------------------------------------------


def _without_comments(text: str) -> str:
    out, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return "".join([*out, text[at:]])


def _without_tags(text: str) -> str:
    """Return the text of some HTML: block elements stand apart, what is not for search is gone."""
    out: list[str] = []
    unread, depth, at = "", 0, 0  # the element that is passed over, and how many like it are open
    for found in _TAG.finditer(text):
        closing, tag = bool(found[1]), found[2].lower()
        if not depth:
            out.append(unescape(text[at : found.start()]))
        at = found.end()
        if depth:
            depth += (-1 if closing else 1) if tag == unread else 0
        elif tag in _VOID:
            out.append(" ")
        elif not closing and _is_unread(tag, found[3]):
            unread, depth = tag, 1
        elif tag in _BLOCKS:
            out.append("\n\n")
    return "".join([*out, "" if depth else unescape(text[at:])])


def _is_unread(tag: str, attributes: str) -> bool:
    given = _CLASS.search(attributes)
    classes = set((given[1] or given[2] or "").split()) if given else set()
    return tag in _UNREAD or "data-search-exclude" in attributes or bool(classes & _UNREAD_CLASSES)
