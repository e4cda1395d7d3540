"""All pages of a dossier: the whole docs tree as text, every address with its Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..joined import Dossier
from . import links
from .about import ABOUT, about_page, about_pages, citations_page, essay_page
from .entity import actor_page, place_page
from .event import event_page
from .guide import GUIDE, guide_page
from .here import Here, Link
from .home import home_page
from .indexes import people_page, places_page
from .kept import Kept, keep, kept_pages
from .lookup import Lookup, build_lookup
from .options import Options
from .page import Page, assemble
from .previews import with_previews
from .questions import questions_page
from .says import statements_page
from .search_page import PAGE as SEARCH
from .search_page import search_page
from .source import source_page, sources_page
from .timeline import timeline_page
from .whole import WHOLE, has_whole, whole_page

__all__ = ["Options", "write_pages"]

INDEXES: dict[str, Callable[[Here], Page]] = {
    links.HOME: home_page,
    links.TIMELINE: timeline_page,
    links.PEOPLE: people_page,
    links.PLACES: places_page,
    links.STATEMENTS: statements_page,
    links.QUESTIONS: questions_page,
    links.SOURCES: sources_page,
    links.ABOUT: about_page,
    SEARCH: search_page,
}
"""The pages that are there whatever the records hold, beside those under About."""


def write_pages(dossier: Dossier, options: Options) -> dict[str, str]:
    """Return path in docs → the text of its Markdown file, for every page of the site."""
    lookup = build_lookup(dossier)

    def here(path: str) -> Here:
        return Here(lookup, options, path)

    kept = kept_pages(dossier, options)
    pages = {page.path: page for page in _pages(lookup, here, kept)}
    for path, problems in dossier.broken.items():
        page = pages.get(path) or _stand_in(here(path))
        pages[path] = replace(page, problems=problems)
    if has_whole(here(WHOLE)):
        pages[WHOLE] = whole_page(here(WHOLE), dict(sorted(pages.items())))
    written = {
        path: kept[path].text
        if path in kept and path not in dossier.broken
        else with_previews(assemble(page, here(path)), here(path))
        for path, page in sorted(pages.items())
    }
    keep(dossier, options, {path: Kept(pages[path], text) for path, text in written.items()})
    return written


def _pages(lookup: Lookup, here: Callable[[str], Here], kept: Mapping[str, Kept]) -> Iterator[Page]:
    dossier = lookup.dossier
    for actor in dossier.actors.values():
        path = links.actor_page(actor.id)
        yield kept[path].page if path in kept else actor_page(actor, here(path))
    for place in dossier.places.values():
        path = links.place_page(place.id)
        yield kept[path].page if path in kept else place_page(place, here(path))
    for event in dossier.events.values():
        path = links.event_page(event.id)
        yield kept[path].page if path in kept else event_page(event, here(path))
    for source in dossier.sources.values():
        path = links.source_page(source.id)
        yield kept[path].page if path in kept else source_page(source, here(path))
    for path, build in INDEXES.items():
        yield build(here(path))
    yield from about_pages({path: here(path) for path in ABOUT})
    yield citations_page(here(links.CITATIONS))
    for path in GUIDE:
        yield guide_page(here(path))
    for path in dossier.essays:
        if path not in INDEXES and path not in (*ABOUT, *GUIDE, links.CITATIONS):
            yield essay_page(here(path), _name(path))


def _stand_in(here: Here) -> Page:
    """Return a page that keeps the address of a record that is left out."""
    home = Link("Home", here.to(links.HOME))
    return Page(
        path=here.path,
        title=_name(here.path),
        kind="Page with problems",
        parts=(),
        crumbs=(home,),
        meta={"search": {"exclude": True}},
        made_from=(("this page", f"{here.options.docs_dir}/{here.path}"),),
    )


def _name(path: str) -> str:
    stem = path.removesuffix(".md").removesuffix("/index").rsplit("/", 1)[-1]
    return stem.replace("-", " ").strip().capitalize() or "Page"
