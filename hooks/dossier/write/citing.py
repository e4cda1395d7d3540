"""How to cite each statement: pages for each event, with its statements in every form.

The citations come with the options, ready made; while serving there are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..joined import Event, Statement
from . import links, wording
from .essays import headed
from .here import Here, Link
from .page import Page
from .render import block
from .runs import by_time, first_day, in_runs

_ON_A_PAGE = 16
"""Statements: each takes some 2 kB in all its forms, and a page stays light."""


def citations_page(here: Here) -> Page:
    """Return the page that leads to the citations of every event's statements."""
    events = [event for event in here.lookup.dossier.events.values() if event.statements]

    def items(run: Sequence[Event]) -> str:
        pages = [
            (
                Link(event.record.title, here.to(links.cited_page(event.id))),
                wording.plural(len(event.statements), "statement"),
            )
            for event in run
        ]
        return block("about", pages=pages)

    if here.options.local or not events:
        said = "Citations are written when the site is built."
        parts = [block("sentence", text=said)]
    else:
        runs = by_time(events, first_day)
        parts = in_runs(runs, "in", items, label="Years and months", level=2)
    return headed(
        here,
        "Statements, cited",
        "A citation for each statement",
        tuple(parts),
        description="How to cite each statement on its own.",
        crumbs=_above(here)[:2],
    )


def cited_pages(here: Callable[[str], Here], event: Event) -> Iterator[Page]:
    """Give the pages with the citations of an event's statements, each in every form."""
    if here(links.CITATIONS).options.local:
        return
    parts = [
        event.statements[at : at + _ON_A_PAGE] for at in range(0, len(event.statements), _ON_A_PAGE)
    ]
    for number, part in enumerate(parts, 1):
        view = here(links.cited_page(event.id, number))
        yield _cited_page(view, event, part, (number, len(parts)))


def _cited_page(here: Here, event: Event, part: Sequence[Statement], at: tuple[int, int]) -> Page:
    number, of = at
    cite, there = here.options.cite, links.event_page(event.id)
    cited = [
        (cite.statement(statement), Link(statement.id, here.to(there, statement.id)))
        for statement in part
        if cite
    ]
    title = event.record.title
    which = f", {number} of {of}" if of > 1 else ""
    count = wording.plural(len(part), "statement")

    def sibling(other: int) -> Link | None:
        to = here.to(links.cited_page(event.id, other))
        return Link(f"{title}: {other} of {of}", to) if 1 <= other <= of else None

    return Page(
        path=here.path,
        title=f"{title}: statements, cited{which}",
        kind="How to cite",
        parts=(block("statement_citations", statements=cited),),
        description=f"How to cite statements on “{title}”: {count}{which}.",
        crumbs=_above(here),
        earlier=sibling(number - 1),
        later=sibling(number + 1),
        made_from=(("its event", f"{here.options.docs_dir}/{event.record.path}"),),
        meta={"search": {"exclude": True}, "hide": ["toc"]},
    )


def _above(here: Here) -> tuple[Link, ...]:
    return (
        Link("Home", here.to(links.HOME)),
        Link("About", here.to(links.ABOUT)),
        Link("Statements, cited", here.to(links.CITATIONS)),
    )
