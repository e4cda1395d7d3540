"""All pages of a dossier: the whole docs tree as text, every address with its Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..joined import Dossier
from ..packed import Texts, packed
from ..side_by_side import side_by_side
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
from .previews import Card, with_previews
from .questions import questions_page
from .render import read_templates
from .says import statements_page
from .search_page import PAGE as SEARCH
from .search_page import search_page
from .source import source_page, sources_page
from .timeline import timeline_page
from .whole import WHOLE, has_whole, whole_page

__all__ = ["Options", "promise_pages", "write_all", "write_pages", "write_sources_again"]

_View = Callable[[str], Here]
"""Path of a page → the site as seen from there."""
Headed = Callable[[Here, str], str]
"""What puts the head for machines into the text of a page."""
_Job = Callable[[], Iterable[Page]]

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


@dataclass(frozen=True, slots=True)
class Written:
    texts: Texts
    """Path in docs → the text of a page's Markdown file."""
    pages: Mapping[str, Page]
    """Path → page, of those that are also to stand on one page with all others."""


def write_pages(dossier: Dossier, options: Options) -> dict[str, str]:
    """Return path in docs → the text of its Markdown file, for every page of the site."""
    return dict(write_all(memory_of(dossier, lasting=False), options, _as_it_is).texts)


def _as_it_is(_: Here, text: str) -> str:
    return text


def write_all(memory: Memory, options: Options, headed: Headed) -> Written:
    read_templates()
    lookup = memory.lookup
    view = partial(Here, lookup, options)
    one = {path: partial(_one, path, make, view) for path, make in _makers(lookup.dossier).items()}
    broken = lookup.dossier.broken.keys() - one.keys()
    jobs: list[_Job] = [*one.values(), *(partial(_instead, path, view) for path in broken)]
    jobs += [partial(cited_pages, view, event) for event in lookup.dossier.events.values()]
    return _with_whole(_written(jobs, view, headed), view, headed)


def write_sources_again(memory: Memory, options: Options, before: Written, headed: Headed) -> None:
    """Put new texts of the pages of sources, which say how much is shown, in place of theirs."""
    view = partial(Here, memory.lookup, options)
    makers = _makers(memory.lookup.dossier)
    paths = map(links.source_page, memory.lookup.dossier.readings)
    jobs = [partial(_one, path, makers[path], view) for path in paths if path in makers]
    again = _written(jobs, view, headed)
    before.texts.add(again.texts)
    _with_whole(Written(before.texts, {**before.pages, **again.pages}), view, headed)


def _written(jobs: Sequence[_Job], view: _View, headed: Headed) -> Written:
    """Make pages and write their texts; the pages are let go unless all stand on one."""
    whole = has_whole(view(WHOLE))
    cards: dict[str, Card | None] = {}

    def text_of(page: Page) -> bytes:
        return packed(_finished(page, view(page.path), headed, cards))

    def work(job: _Job) -> list[tuple[str, bytes, Page | None]]:
        return [(page.path, text_of(page), page if whole else None) for page in job()]

    done = [each for some in side_by_side(work, jobs) for each in some]
    texts = Texts.of((path, text) for path, text, _ in done)
    return Written(texts, dict(sorted((path, page) for path, _, page in done if page)))


def _with_whole(written: Written, view: _View, headed: Headed) -> Written:
    if has_whole(view(WHOLE)):
        pages = {path: page for path, page in written.pages.items() if path != WHOLE}
        written.texts[WHOLE] = _finished(whole_page(view(WHOLE), pages), view(WHOLE), headed)
    return written


def _one(path: str, make: Callable[[Here], Page], view: _View) -> Iterator[Page]:
    here = view(path)
    yield replace(make(here), problems=here.lookup.dossier.broken.get(path, ()))


def _instead(path: str, view: _View) -> Iterator[Page]:
    here = view(path)
    yield replace(_stand_in(here), problems=here.lookup.dossier.broken[path])


def promise_pages(
    dossier: Dossier, options: Options, memory: Memory, headed: Headed
) -> dict[str, Promised[str]]:
    """Return path → the text of its Markdown file, while serving."""
    made = memory.promise_all(_asks(dossier, options))
    for path, problems in dossier.broken.items():
        page = made.get(path) or there(_stand_in(Here(memory.lookup, options, path)))
        made[path] = page.then(partial(replace, problems=problems))
    return memory.promise_next(dict(sorted(made.items())), partial(_text, options, headed))


def _asks(dossier: Dossier, options: Options) -> dict[str, Ask[Page]]:
    return {
        path: Ask(("page", path), options, partial(_made, path, make, options))
        for path, make in _makers(dossier).items()
    }


def _made(path: str, make: Callable[[Here], Page], options: Options, lookup: Lookup) -> Page:
    return make(Here(lookup, options, path))


def _text(options: Options, headed: Headed, path: str, page: Page) -> Ask[str]:
    def make(lookup: Lookup) -> str:
        return _finished(page, Here(lookup, options, path), headed)

    return Ask(("text", path), (page, options, headed), make)


def _finished(
    page: Page, here: Here, headed: Headed, cards: dict[str, Card | None] | None = None
) -> str:
    return headed(here, with_previews(assemble(page, here), here, cards))


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
