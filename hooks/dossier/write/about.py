"""About: what people wrote on method, data and so on, with what the build adds to each page."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Change, PageRecord, SourceRecord
from . import links, wording
from .essays import headed
from .here import Here, Link
from .page import Page
from .render import block, heading
from .whole import WHOLE, has_whole

ABOUT = {
    links.METHOD: ("Method", "How the source is read, and what the marks on these pages mean."),
    links.DATA: ("Data", "Everything here as data, with its format."),
    links.CITE: ("Cite", "How to cite this dossier, a page or a passage."),
    links.CONTRIBUTE: ("Contribute", "How to add or mend something, and the licence."),
    links.CORRECTIONS: ("Corrections", "What was wrong, what was changed, and when."),
}


_OPENED = (
    *(links.HOME, links.TIMELINE, links.PEOPLE, links.PLACES, links.STATEMENTS, links.QUESTIONS),
    *(links.SOURCES, links.ABOUT, links.CITATIONS),
)
"""Other generated pages: an essay at their path opens them."""


@dataclass(frozen=True, slots=True)
class Changed:
    page: Link
    change: Change


def about_page(here: Here) -> Page:
    pages = [(Link(title, here.to(path)), about) for path, (title, about) in ABOUT.items()]
    pages += [
        (Link(essay.title or path, here.to(path)), essay.description or "")
        for path, essay in here.lookup.dossier.essays.items()
        if path not in {*ABOUT, *_OPENED}
    ]
    cited = Link("Statements, cited", here.to(links.CITATIONS))
    pages.append((cited, "A citation in words for each statement."))
    if has_whole(here):
        pages.append(
            (
                Link("The whole dossier on one page", here.to(WHOLE)),
                "To read through, or to print as a booklet.",
            )
        )
    return headed(
        here,
        "About",
        "How this dossier is made",
        (block("about", pages=pages),),
        description="How this dossier is made, how to cite it, and how to mend it.",
    )


def is_about(path: str) -> bool:
    return path.startswith("about/") and path != links.ABOUT


def essay_page(here: Here, title: str) -> Page:
    """Return a page that people wrote beside the fixed ones; under About, it says so."""
    home, about = Link("Home", here.to(links.HOME)), Link("About", here.to(links.ABOUT))
    if is_about(here.path):
        return headed(here, title, "About", (), crumbs=(home, about))
    return headed(here, title, "Essay", ())


def about_part(here: Here) -> Page:
    """Return one of the pages of ``ABOUT``."""
    title, description = ABOUT[here.path]
    added = {
        links.METHOD: _method,
        links.DATA: _data,
        links.CITE: _cite,
        links.CONTRIBUTE: _contribute,
        links.CORRECTIONS: _corrections,
    }[here.path](here)
    return headed(
        here,
        title,
        "About",
        added,
        description=description,
        crumbs=(Link("Home", here.to(links.HOME)), Link("About", here.to(links.ABOUT))),
    )


def _method(here: Here) -> tuple[str, ...]:
    known = here.lookup.short
    return (
        heading("The marks", "marks"),
        block("legend_full", report=here.lookup.report),
        heading("Abbreviations", "abbreviations"),
        block("glossary", entries=list(known.items())),
    )


def _data(here: Here) -> tuple[str, ...]:
    dossier = here.lookup.dossier
    counts = [
        (wording.plural(len(values), one), what)
        for values, one, what in (
            (dossier.sources, "source", "what everything rests on, with its passages"),
            (dossier.actors, "actor", "people, groups and bodies, with every mention"),
            (dossier.places, "place", "with location and precision"),
            (dossier.events, "event", "with date, basis, evidence and what other works say"),
            (dossier.statements, "statement", "who says what, through whom, with its figure"),
            (dossier.relations, "relation", "who backs, fights, mediates, reports on whom"),
        )
    ]
    return (
        heading("The files", "files"),
        block(
            "data",
            data=here.to("data/dossier.json"),
            schema=here.to("data/dossier.schema.json"),
            files=[
                (Link(path.removeprefix("data/"), here.to(path)), what)
                for path, what in here.options.data_files
            ],
            counts=counts,
        ),
        here.options.data_fields,
    )


def _cite(here: Here) -> tuple[str, ...]:
    dossier = here.lookup.dossier
    return (
        heading("Citations", "citations"),
        block(
            "citations",
            title=dossier.title,
            site=here.options.site_url,
            sources=[
                (source, here.link(source.id))
                for source in dossier.sources.values()
                if source.id in dossier.readings
            ],
        ),
    )


def _contribute(here: Here) -> tuple[str, ...]:
    essay = here.lookup.dossier.essays.get(links.CONTRIBUTE)
    written = essay is not None and "{#licence}" in here.lookup.prose[links.CONTRIBUTE]
    licence = () if written else (heading("Licence", "licence"), block("licence"))
    if not here.options.repo_url:
        return licence
    repository = Link(here.options.repo_url.split("//", 1)[-1], here.options.repo_url)
    return (heading("Where", "where"), block("repository", repository=repository), *licence)


def _corrections(here: Here) -> tuple[str, ...]:
    dossier = here.lookup.dossier
    records: list[PageRecord | SourceRecord] = [
        *dossier.actors.values(),
        *dossier.places.values(),
        *(event.record for event in dossier.events.values()),
        *dossier.sources.values(),
    ]
    found = [Changed(here.link(r.id), change) for r in records for change in r.history]
    found.sort(key=lambda each: (each.change.date, each.page.text), reverse=True)
    if not found:
        return (block("sentence", text="No correction has been recorded yet."),)
    return (heading("All changes", "changes"), block("corrections", changes=found))
