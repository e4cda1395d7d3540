"""The timeline: every event in order of time, each with how sure its date is and why."""

from __future__ import annotations

from dataclasses import dataclass

from ..joined import Event
from . import links
from .drawings import strip
from .entity import Happening, happening
from .essays import headed
from .here import Here, Link
from .page import Page
from .render import block, heading


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    happening: Happening
    derived: str | None
    """How the date was found, where that needs saying."""
    description: str | None
    actors: tuple[Link, ...]
    places: tuple[Link, ...]


def timeline_page(here: Here) -> Page:
    parts: list[str] = [strip(here) or block("legend", report=here.lookup.report)]
    for year, events in by_year(here).items():
        anchor = f"in-{year}" if year.isdigit() else "undated"
        entries = [entry(event, here) for event in events]
        parts += [
            heading(year, anchor),
            block("timeline", entries=entries, own=here.lookup.own_voice),
        ]
    if not here.lookup.dossier.events:
        parts.append(block("sentence", text="No event is recorded yet."))
    return headed(
        here,
        "Timeline",
        "Every event, in order of time",
        tuple(parts),
        description="Every event in order of time; how each date was found, and how sure it is.",
    )


def by_year(here: Here) -> dict[str, list[Event]]:
    """Return events in the dossier's order under the year in which each begins."""
    years: dict[str, list[Event]] = {}
    for event in here.lookup.dossier.events.values():
        first = event.date.earliest or event.date.latest if event.date else None
        years.setdefault(str(first.year) if first else "Without a date", []).append(event)
    return years


def entry(event: Event, here: Here) -> Entry:
    told = happening(event, here)
    vague = told.day.form in ("carried", "span", "none", "hollow")
    return Entry(
        id=event.id,
        happening=told,
        derived=told.why if vague else None,
        description=event.record.description,
        actors=tuple(here.link(actor.id) for actor in event.actors),
        places=tuple(here.link(id_) for id_ in event.places),
    )


def timeline_link(here: Here, event: str) -> str:
    return here.to(links.TIMELINE, event)
