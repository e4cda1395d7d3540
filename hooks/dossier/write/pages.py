"""All pages of a dossier: the whole docs tree as text, every address with its Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from ..joined import Dossier
from . import links
from .about import ABOUT, about_page, about_part, essay_page
from .citing import citations_page, cited_pages
from .entity import actor_page, place_page
from .event import event_page
from .guide import GUIDE, guide_page
from .here import Here, Link
from .home import home_page
from .indexes import people_page, places_page
from .kept import Kept, keep, kept_pages, kept_texts
from .lookup import build_lookup
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

__all__ = ["Options", "finish_pages", "make_pages", "write_pages"]

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
    return finish_pages(dossier, options, make_pages(dossier, options))


def make_pages(
    dossier: Dossier, options: Options, made: Mapping[str, Page] | None = None
) -> dict[str, Page]:
    """Return path → page of every page of the site; those in ``made`` are taken from there."""
    here = _views(dossier, options)
    known = made or kept_pages(dossier, options)
    pages = {
        path: known[path] if path in known else make(here(path))
        for path, make in _makers(dossier).items()
    }
    for event in dossier.events.values():
        cited = {page.path: page for page in cited_pages(here, event)}
        pages |= {path: known.get(path, page) for path, page in cited.items()}
    for path, problems in dossier.broken.items():
        page = pages.get(path) or _stand_in(here(path))
        pages[path] = replace(page, problems=problems)
    if WHOLE in known:
        pages[WHOLE] = known[WHOLE]
    elif has_whole(here(WHOLE)):
        pages[WHOLE] = whole_page(here(WHOLE), dict(sorted(pages.items())))
    return dict(sorted(pages.items()))


def finish_pages(dossier: Dossier, options: Options, pages: Mapping[str, Page]) -> dict[str, str]:
    """Return path → the text of the Markdown file of each of ``pages``."""
    here = _views(dossier, options)
    kept = kept_texts(pages)
    written = {
        path: kept[path] if path in kept else with_previews(assemble(page, here(path)), here(path))
        for path, page in pages.items()
    }
    keep(dossier, options, {path: Kept(pages[path], text) for path, text in written.items()})
    return written


def _views(dossier: Dossier, options: Options) -> Callable[[str], Here]:
    """Return what gives the view of the site from a page."""
    lookup = build_lookup(dossier)
    return lambda path: Here(lookup, options, path)


def _makers(dossier: Dossier) -> dict[str, Callable[[Here], Page]]:
    """Return path → what makes the page."""
    makers: dict[str, Callable[[Here], Page]] = {}
    for actor in dossier.actors.values():
        makers[links.actor_page(actor.id)] = partial(actor_page, actor)
    for place in dossier.places.values():
        makers[links.place_page(place.id)] = partial(place_page, place)
    for event in dossier.events.values():
        makers[links.event_page(event.id)] = partial(event_page, event)
    for source in dossier.sources.values():
        makers[links.source_page(source.id)] = partial(source_page, source)
    makers |= INDEXES
    makers |= dict.fromkeys(ABOUT, about_part)
    makers[links.CITATIONS] = citations_page
    makers |= dict.fromkeys(GUIDE, guide_page)
    for path in dossier.essays:
        if path not in INDEXES and path not in (*ABOUT, *GUIDE, links.CITATIONS):
            makers[path] = partial(essay_page, title=_name(path))
    return makers


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
