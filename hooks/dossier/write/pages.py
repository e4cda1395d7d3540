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
from .lookup import Lookup
from .memory import Ask, Memory, Promised, memory_of, there
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

__all__ = ["Options", "finish_pages", "make_pages", "promise_pages", "write_pages"]

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
    memory = memory_of(dossier, lasting=False)
    return finish_pages(memory, options, make_pages(dossier, options, memory))


def promise_pages(dossier: Dossier, options: Options, memory: Memory) -> dict[str, Promised[str]]:
    """Return path → the text of its Markdown file, while serving."""
    made = memory.promise_all(_asks(dossier, options))
    for path, problems in dossier.broken.items():
        page = made.get(path) or there(_stand_in(Here(memory.lookup, options, path)))
        made[path] = page.then(partial(replace, problems=problems))
    return memory.promise_next(dict(sorted(made.items())), partial(_text, options))


def make_pages(
    dossier: Dossier, options: Options, memory: Memory, made: Mapping[str, Page] | None = None
) -> dict[str, Page]:
    """Return path → page of every page of the site; those in ``made`` are taken from there."""
    lookup, known = memory.lookup, made or {}
    asks = {path: ask for path, ask in _asks(dossier, options).items() if path not in known}
    pages = {**known, **dict(zip(asks, memory.recall_all(list(asks.values())), strict=True))}
    for event in lookup.dossier.events.values():
        cited = {page.path: page for page in cited_pages(partial(Here, lookup, options), event)}
        pages |= {path: page for path, page in cited.items() if path not in known}
    for path, problems in dossier.broken.items():
        page = pages.get(path) or _stand_in(Here(lookup, options, path))
        pages[path] = replace(page, problems=problems)
    here = Here(lookup, options, WHOLE)
    if WHOLE not in known and has_whole(here):
        pages[WHOLE] = whole_page(here, dict(sorted(pages.items())))
    return dict(sorted(pages.items()))


def _asks(dossier: Dossier, options: Options) -> dict[str, Ask[Page]]:
    return {
        path: Ask(("page", path), options, partial(_made, path, make, options))
        for path, make in _makers(dossier).items()
    }


def _made(path: str, make: Callable[[Here], Page], options: Options, lookup: Lookup) -> Page:
    return make(Here(lookup, options, path))


def finish_pages(memory: Memory, options: Options, pages: Mapping[str, Page]) -> dict[str, str]:
    """Return path → the text of the Markdown file of each of ``pages``."""
    asks = [_text(options, path, page) for path, page in pages.items()]
    return dict(zip(pages, memory.recall_all(asks), strict=True))


def _text(options: Options, path: str, page: Page) -> Ask[str]:
    return Ask(("text", path), (page, options), partial(_finished, page, options))


def _finished(page: Page, options: Options, lookup: Lookup) -> str:
    here = Here(lookup, options, page.path)
    return with_previews(assemble(page, here), here)


def _makers(dossier: Dossier) -> dict[str, Callable[[Here], Page]]:
    """Return path → what makes the page; all it is made from, it asks of where it is."""
    makers: dict[str, Callable[[Here], Page]] = {}
    for id_ in dossier.actors:
        makers[links.actor_page(id_)] = partial(_of_actor, id_)
    for id_ in dossier.places:
        makers[links.place_page(id_)] = partial(_of_place, id_)
    for id_ in dossier.events:
        makers[links.event_page(id_)] = partial(_of_event, id_)
    for id_ in dossier.sources:
        makers[links.source_page(id_)] = partial(_of_source, id_)
    makers |= INDEXES
    makers |= dict.fromkeys(ABOUT, about_part)
    makers[links.CITATIONS] = citations_page
    makers |= dict.fromkeys(GUIDE, guide_page)
    for path in dossier.essays:
        if path not in INDEXES and path not in (*ABOUT, *GUIDE, links.CITATIONS):
            makers[path] = partial(essay_page, title=_name(path))
    return makers


def _of_actor(id_: str, here: Here) -> Page:
    return actor_page(here.lookup.dossier.actors[id_], here)


def _of_place(id_: str, here: Here) -> Page:
    return place_page(here.lookup.dossier.places[id_], here)


def _of_event(id_: str, here: Here) -> Page:
    return event_page(here.lookup.dossier.events[id_], here)


def _of_source(id_: str, here: Here) -> Page:
    return source_page(here.lookup.dossier.sources[id_], here)


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
