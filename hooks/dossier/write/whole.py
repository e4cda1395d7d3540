"""The whole dossier on one page, to read through or to print as a booklet.

The pages' own parts follow each other in chapters: headings one or two steps lower, every anchor
with its page's name before it, and every link to a page that is here turned into a link to it.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from . import links
from .here import Here, Link
from .page import Page
from .render import block, plain

WHOLE = "whole.md"
MOST = 300
"""Records; of a larger dossier there is no page of the whole: no browser would open it gladly."""
CHAPTERS = (
    links.HOME,
    links.TIMELINE,
    links.PEOPLE,
    links.PLACES,
    links.STATEMENTS,
    links.QUESTIONS,
    links.SOURCES,
    links.METHOD,
)

_SCREENS = ('<form class="filters"', '<div class="map-dates"', '<nav class="jumps')
"""Beginnings of parts that only serve a page on a screen."""
_REPEATED = ('<div class="drawing-maps',)
"""Beginnings of parts that stand in a chapter's own page and would only repeat in each leaf's."""
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)(?:[ \t]*\{([^{}]*)\})?[ \t]*$", re.MULTILINE)
_HREF = re.compile(r'(?<![\w-])(href)="([^"]*)"')
_IDS = re.compile(r'(?<![\w-])(id|for|headers|aria-labelledby|aria-describedby)="([^"]*)"')
_PAINT = re.compile(r"url\(#([^)\s]+)\)")
_MARKDOWN = re.compile(r"(\]\()([^()\s]+)(\))")
_GIVEN = re.compile(r'(?<![\w-])id="([^"]+)"|\{[^{}\n]*#([\w.:-]+)[^{}\n]*\}')
_DEFINITION = re.compile(r"^\[\^[^\]\n]+\]:", re.MULTILINE)
_LANDMARK = re.compile(r'(<(?:aside|nav|form|section|div|table)\b[^<>]*? aria-label="[^"]*)"')
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is on the page: path → its page, the anchors there, and how addresses are read."""

    here: Here
    pages: Mapping[str, Page]
    anchors: Mapping[str, frozenset[str]]
    by_address: Mapping[str, str]

    @property
    def up(self) -> str:
        """The way from here to the root of the site."""
        urls = self.here.options.directory_urls
        return "../" * links.address(WHOLE, directory_urls=urls).count("/")

    def target(self, page: str, anchor: str) -> str:
        inner = f"--{anchor}" if anchor in self.anchors[page] else ""
        return f"#{quote(name(page) + inner, safe='')}"


def has_whole(here: Here) -> bool:
    """Say whether the site has such a page; ``mkdocs serve`` has none, and starts sooner."""
    dossier = here.lookup.dossier
    groups = (dossier.actors, dossier.places, dossier.events, dossier.sources)
    return not here.options.local and sum(map(len, groups)) <= MOST


def whole_page(here: Here, pages: Mapping[str, Page]) -> Page:
    order = list(_order(pages, here))
    urls = here.options.directory_urls
    whole = _Whole(
        here,
        {path: pages[path] for path in order},
        {path: frozenset(_anchors(pages[path])) for path in order},
        {links.address(path, directory_urls=urls): path for path in order},
    )
    chapters = [Link(pages[path].title, f"#{name(path)}") for path in order if path in CHAPTERS]
    parts = [block("contents", chapters=chapters)]
    for path in order:
        parts += _parts(path, whole)
    return Page(
        path=WHOLE,
        title="The whole dossier on one page",
        kind="To read through, or to print",
        parts=tuple(parts),
        description="All pages of this dossier one after the other, with their evidence, to print.",
        crumbs=(Link("Home", here.to(links.HOME)), Link("About", here.to(links.ABOUT))),
        made_from=pages[links.STATEMENTS].made_from,
        definitions="\n".join(_definitions(whole)),
        meta={"search": {"exclude": True}},
    )


def name(path: str) -> str:
    """Return the anchor of a page: ``timeline-x`` of ``timeline/x.md``."""
    stem = path.removesuffix(".md").removesuffix("/index")
    return "home" if path == links.HOME else stem.replace("/", "-")


def _order(pages: Mapping[str, Page], here: Here) -> Iterator[str]:
    """Yield each chapter's page, then those of its folder: events by time, others by title."""
    events = here.lookup.dossier.events
    rank = {links.event_page(id_): number for number, id_ in enumerate(events)}
    for path in CHAPTERS:
        if path not in pages:
            continue
        yield path
        folder = posixpath.dirname(path)
        if folder and path.endswith("/index.md") and path != links.ABOUT:
            within = [p for p in pages if posixpath.dirname(p) == folder and p != path]
            yield from sorted(within, key=lambda p: (rank.get(p, 0), pages[p].title.casefold(), p))


def _anchors(page: Page) -> Iterator[str]:
    for part in page.parts:
        yield from (one or other for one, other in _GIVEN.findall(part))


def _parts(path: str, whole: _Whole) -> list[str]:
    page = whole.pages[path]
    level = 2 if path in CHAPTERS else 3
    chapter = " .chapter" if level == 2 else " .leaf"
    found = [
        f"{'#' * level} {plain(page.title)} {{#{name(path)}{chapter}}}",
        block("kicker", kind=page.kind),
        block("content_note", note=page.note) if page.note else "",
    ]
    for part in page.parts:
        skipped = _SCREENS if path in CHAPTERS else (*_SCREENS, *_REPEATED)
        if not part.startswith(skipped):
            found.append(_moved(part, path, whole, level - 1))
    return [part for part in found if part]


def _moved(text: str, path: str, whole: _Whole, deeper: int) -> str:
    """Return a page's part as it stands on this page."""
    text = _HEADING.sub(lambda found: _lowered(found, path, deeper), text)
    page = whole.pages[path]
    title = html.escape(str(page.meta.get("tab", page.title)))
    text = _LANDMARK.sub(lambda found: f'{found[1]}: {title}"', text)
    text = _IDS.sub(lambda found: f'{found[1]}="{_named(path, found[2])}"', text)
    text = _PAINT.sub(lambda found: f"url(#{_named(path, found[1])})", text)
    text = _HREF.sub(lambda found: _href(found, path, whole), text)
    return _MARKDOWN.sub(lambda found: _link(found, path, whole), text)


def _named(path: str, ids: str) -> str:
    return " ".join(f"{name(path)}--{each}" for each in ids.split())


def _lowered(found: re.Match[str], path: str, deeper: int) -> str:
    marks = "#" * min(len(found[1]) + deeper, 6)
    kept = [word for word in (found[3] or "").split() if word != ":"]
    words = [f"#{name(path)}--{w[1:]}" if w.startswith("#") else w for w in kept]
    return f"{marks} {found[2]}" + (f" {{{' '.join(words)}}}" if words else "")


def _href(found: re.Match[str], path: str, whole: _Whole) -> str:
    written = html.unescape(found[2])
    urls = whole.here.options.directory_urls
    address = links.address(path, directory_urls=urls)
    folder = address if address.endswith("/") else posixpath.dirname(address)
    return f'href="{html.escape(_target(written, path, folder, whole, whole.by_address.get))}"'


def _link(found: re.Match[str], path: str, whole: _Whole) -> str:
    folder = posixpath.dirname(path)

    def page(inside: str) -> str | None:
        return inside if inside in whole.pages else None

    return found[1] + _target(found[2], path, folder, whole, page, markdown=True) + found[3]


def _target(  # noqa: PLR0913 - an address needs all of where it was written
    written: str,
    path: str,
    folder: str,
    whole: _Whole,
    page_at: Callable[[str], str | None],
    *,
    markdown: bool = False,
) -> str:
    """Return where a link of the page ``path`` leads from this one."""
    if not written or _ELSEWHERE.match(written):
        return written
    there, _, anchor = written.partition("#")
    if not there:
        return f"#{_named(path, unquote(anchor))}" if anchor else f"#{name(path)}"
    inside = posixpath.normpath(posixpath.join("/", folder, unquote(there))).lstrip("/")
    if not markdown and there.endswith("/") and inside:
        inside += "/"
    page = page_at(inside)
    if page:
        return whole.target(page, unquote(anchor))
    fragment = f"#{anchor}" if anchor else ""
    if markdown:
        return quote(inside, safe="/.-_~") + fragment
    return whole.up + quote(inside, safe="/.-_~") + fragment


def _definitions(whole: _Whole) -> Iterator[str]:
    """Yield the definition of each citation once, in the order of the pages."""
    seen = set()
    for path, page in whole.pages.items():
        for line in page.definitions.split("\n"):
            found = _DEFINITION.match(line)
            if found and found[0] not in seen:
                seen.add(found[0])
                yield _moved(line, path, whole, 0)
