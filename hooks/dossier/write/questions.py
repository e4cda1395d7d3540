"""Open questions: what is vague, disputed, unsaid or slipped, gathered from the records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..joined import Event
from . import rivals, wording
from .claims import figure_families
from .essays import headed
from .here import Claim, Day, Here, Link, Mark
from .page import Page
from .render import block, heading
from .runs import LONG, by_time, first_day, in_runs


@dataclass(frozen=True, slots=True)
class Question:
    about: Link
    day: Day | None
    text: str | None
    mark: Mark | None = None
    tag: str | None = None
    work: Link | None = None
    begins: date | None = None
    """The first day of the event it is about, where it stands in order of time."""


def questions_page(here: Here) -> Page:
    report = here.lookup.report
    sections = [
        ("Asked by these pages", "asked", _notes(here)),
        ("Without a date", "undated", _undated(here)),
        ("Dated only roughly", "vague", _vague(here)),
        ("Where other works differ", "disagreements", _disagreements(here)),
        ("Speakers nobody names", "unnamed", _unnamed(here)),
        (f"Slips and traps in {report}", "slips", _slips(here)),
        (f"Not in {report}", "not-in-sources", _missing(here)),
        ("Passages nothing rests on yet", "uncovered", _uncovered(here)),
    ]
    shown = [(title, anchor, found) for title, anchor, found in sections if found]
    parts: list[str] = []
    jumps = [Link(f"{title} ({len(found)})", f"#{anchor}") for title, anchor, found in shown]
    figures = _figures(here)
    if figures:
        jumps.insert(min(4, len(jumps)), Link("Figures that differ", "#figures"))
    if len(jumps) > 1:
        parts.append(block("jumps", jumps=jumps, label="Kinds of question"))
    for title, anchor, found in shown:
        if anchor == "unnamed":
            parts += figures
        parts += [heading(title, anchor), *_listed(found, title, anchor)]
    if figures and "unnamed" not in [anchor for _, anchor, _ in shown]:
        parts += figures
    if not shown and not figures:
        parts.append(block("sentence", text="No question is open."))
    return headed(
        here,
        "Open questions",
        "What is not known, not said, or disputed",
        tuple(parts),
        description="Vague dates, disagreements, unnamed speakers, slips, and what is not said.",
    )


def _listed(found: list[Question], title: str, anchor: str) -> list[str]:
    def listed(run: Sequence[Question]) -> str:
        return block("questions", questions=run, many=len(found) > LONG)

    runs = by_time(found, lambda question: question.begins)
    return in_runs(runs, anchor, listed, label=f"{title}, by time")


def _events(here: Here) -> list[Event]:
    return list(here.lookup.dossier.events.values())


def _notes(here: Here) -> list[Question]:
    dossier = here.lookup.dossier
    noted: list[tuple[str, str | None]] = [
        *((event.id, event.record.note) for event in _events(here)),
        *((actor.id, actor.note) for actor in dossier.actors.values()),
        *((place.id, place.note) for place in dossier.places.values()),
        *((source.id, source.note) for source in dossier.sources.values() if source.text),
    ]
    return [Question(here.link(id_), None, note) for id_, note in noted if note]


def _undated(here: Here) -> list[Question]:
    return [
        Question(here.link(e.id), here.event_day(e) if e.date else None, e.open_date)
        for e in _events(here)
        if e.open_date
    ]


def _vague(here: Here) -> list[Question]:
    found = []
    for event in _events(here):
        day = here.event_day(event)
        exact = event.date is not None and event.date.earliest == event.date.latest
        if event.date and not event.open_date and (not exact or event.date.basis == "carried"):
            begins = first_day(event)
            found.append(Question(here.link(event.id), day, day.why, begins=begins))
    return found


def _disagreements(here: Here) -> list[Question]:
    return [
        Question(
            here.link(event.id),
            None,
            other.note,
            tag=wording.VERDICTS[other.verdict].lower(),
            work=here.link(other.source),
            begins=first_day(event),
        )
        for event in _events(here)
        for other in event.record.other_sources
        if other.verdict in ("loose", "contradicts") or (other.verdict == "adds" and other.note)
    ]


def _figures(here: Here) -> list[str]:
    """Return the tables of figures with rivals, under a heading of their own."""
    parts: list[str] = []
    for event in _events(here):
        counted = [s for s in event.statements if s.figure]
        groups = rivals.families([(s, s.figure) for s in counted if s.figure], lambda pair: pair[1])
        ids = {s.id for s in counted}
        for group in groups:
            values = {(f.value, f.low, f.high) for _, f in group}
            if len(group) > 1 and len(values) > 1:
                table = figure_families([s for s, _ in group], here)
                label = f"Figures: {event.record.title}"
                parts.append(
                    block(
                        "figures",
                        families=table,
                        anchored=ids,
                        label=label,
                        report=here.lookup.report,
                    )
                )
    return [heading("Figures that differ", "figures"), *parts] if parts else []


def _unnamed(here: Here) -> list[Question]:
    found = []
    for statement in here.lookup.dossier.statements.values():
        if statement.voice == "unnamed":
            claim: Claim = here.claim(statement)
            mark = claim.proof.mark if claim.proof else None
            begins = first_day(here.lookup.dossier.events[statement.event])
            found.append(Question(claim.event, None, claim.speaker.text, mark, begins=begins))
    return found


def _slips(here: Here) -> list[Question]:
    return [
        Question(here.link(source.id), None, note, here.mark(source.id, passage))
        for source in here.lookup.dossier.sources.values()
        if source.id in here.lookup.dossier.readings
        for passage, note in source.notes.items()
    ]


def _missing(here: Here) -> list[Question]:
    return [
        Question(
            here.link(e.id),
            here.day(e.date, in_sources=False),
            e.record.description,
            begins=first_day(e),
        )
        for e in _events(here)
        if not e.in_sources
    ]


def _uncovered(here: Here) -> list[Question]:
    dossier = here.lookup.dossier
    return [
        Question(
            here.link(source),
            None,
            here.lookup.guides.get((source, passage.id)),
            here.mark(source, passage.id),
        )
        for source, reading in dossier.readings.items()
        for passage in reading.passages
        if not dossier.covered.get((source, passage.id))
    ]
