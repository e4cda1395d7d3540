"""An event's page: when and on whose word, what was said of it, where works differ, evidence."""

from __future__ import annotations

from dataclasses import dataclass

from ..joined import Event
from ..model import OtherSource
from . import links, wording
from .claims import about_the_doing, figure_families, grid
from .drawings import event_map
from .here import Here, Link
from .page import Page, split_prose
from .prose import render_prose
from .render import block, heading

CONTENT_NOTE = "This page tells of a killing or of cruelty."


@dataclass(frozen=True, slots=True)
class Work:
    """What a cited work says of the event."""

    work: Link
    date: str | None
    verdict: str
    form: str
    note: str | None


def event_page(event: Event, here: Here) -> Page:
    prose = render_prose(here.lookup, here.path)
    lead, rest, definitions = split_prose(prose)
    parts = (
        *opening(lead, facts(event, here)),
        rest,
        event_map(event, here),
        *_claims(event, here),
        *_works(event, here),
        *open_questions(event.record.note, here),
        *_evidence(event, here),
    )
    earlier, later = here.around(event.id)
    return Page(
        path=here.path,
        title=event.record.title,
        kind="Event" if event.in_sources else f"Event · not in {here.lookup.report}",
        parts=parts,
        description=event.record.description,
        crumbs=(Link("Home", here.to(links.HOME)), Link("Timeline", here.to(links.TIMELINE))),
        in_time=True,
        earlier=earlier,
        later=later,
        made_from=made_from(event.record.path, here, draft=event.record.draft),
        definitions=definitions,
        meta=event.record.meta,
        draft=event.record.draft,
        note=CONTENT_NOTE if event.record.graphic else None,
    )


def opening(lead: str, facts_box: str) -> tuple[str, ...]:
    """Return a page's first part: facts beside the lead where there is room, else after it."""
    return (
        '<div class="opening" markdown="1">',
        facts_box,
        '<div class="lead" markdown="1">',
        lead,
        "</div>",
        "</div>",
    )


def made_from(path: str, here: Here, *, draft: bool) -> tuple[tuple[str, str], ...]:
    """Return the files a record's page is made from: its own; of a draft, its sources' records."""
    if not draft:
        return (("its record", f"{here.options.docs_dir}/{path}"),)
    found = [here.lookup.works[id_] for id_ in here.lookup.texts()]
    return tuple((record.title, record.path) for record in found)


def facts(event: Event, here: Here) -> str:
    day = here.event_day(event)
    beside = event.derived if event.derived and event.date != event.derived else None
    return block(
        "event_facts",
        day=day,
        stated=bool(event.date and event.date.basis == "stated"),
        open_date=event.open_date,
        beside=here.day(beside) if beside else None,
        places=[here.link(id_) for id_ in event.places],
        actors=[(here.link(actor.id), actor.role) for actor in event.actors],
        in_sources=event.in_sources,
        report=here.lookup.report,
    )


def _claims(event: Event, here: Here) -> list[str]:
    doing = about_the_doing(event, here.lookup)
    figures = [s for s in event.statements if s.figure]
    said = [s for s in doing if s.evidence]
    table = grid(said, here, [s for s in event.statements if not s.evidence])
    in_grid = {s.id for s in said} if table else set()
    parts: list[str] = []
    if table:
        parts += [heading("Who says what happened", "claims"), block("grid", grid=table)]
    elif plain := [here.claim(s) for s in said if not s.figure]:
        parts += [heading("Who says so", "claims"), block("claims", claims=plain, anchored=True)]
    if [s for s in figures if s.id not in in_grid] or len(figures) > 1:
        families = figure_families(figures, here)
        parts += [
            heading("Figures", "figures"),
            block(
                "figures",
                families=families,
                anchored=in_grid,
                label="Figures",
                report=here.lookup.report,
            ),
        ]
    made = [here.claim(s) for s in event.statements if s not in doing and not s.figure]
    if made:
        title = "What was made of it" if said else "What was said of it"
        parts += [heading(title, "made-of-it"), block("claims", claims=made, anchored=True)]
    return parts


def _works(event: Event, here: Here) -> list[str]:
    others = [_work(other, here) for other in event.record.other_sources]
    doing = about_the_doing(event, here.lookup)
    claims = [here.claim(s) for s in doing if not s.evidence and not s.figure]
    if not others and not claims:
        return []
    differ = any(other.verdict != "agrees" for other in event.record.other_sources)
    title = "Where other works differ" if event.in_sources and differ else "What other works say"
    parts = [heading(title, "other-works")]
    if others:
        parts.append(block("works", works=others))
    if claims:
        parts.append(block("claims", claims=claims, anchored=True))
    return parts


def _work(other: OtherSource, here: Here) -> Work:
    return Work(
        work=here.link(other.source),
        date=other.date,
        verdict=wording.VERDICTS.get(other.verdict, other.verdict),
        form=other.verdict,
        note=other.note,
    )


def _evidence(event: Event, here: Here) -> list[str]:
    if not event.evidence:
        return []
    proofs = [here.proof(evidence) for evidence in event.evidence]
    return [heading("Evidence", "evidence"), block("evidence", proofs=proofs)]


def open_questions(note: str | None, here: Here) -> list[str]:
    """Return a record's note as the questions it asks."""
    asked = questions_in(note)
    if not asked:
        return []
    more = here.to(links.QUESTIONS)
    return [heading("What is not known", "not-known"), block("unknown", questions=asked, more=more)]


def questions_in(note: str | None) -> list[str]:
    """Return the questions of a note; a note that asks none is one open matter."""
    text = " ".join((note or "").split())
    parts = [part.strip() for part in text.split("? ") if part.strip()]
    return [part if part.endswith((".", "?")) else f"{part}?" for part in parts]
