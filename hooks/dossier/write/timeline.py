"""The timeline: every event in order of time, each with how sure its date is and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..joined import Event
from . import links
from .drawings import strip
from .entity import Happening, happening
from .essays import headed
from .here import ELSEWHERE, Day, Here, Link
from .page import Page
from .render import block, heading
from .runs import LONG, Run, by_time, first_day, links_to, run_heading


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    happening: Happening
    derived: str | None
    """How the date was found, where that needs saying."""
    description: str | None
    places: tuple[Link, ...]
    certainty: str
    """How sure the date is, as the filter has it."""
    actor_ids: tuple[str, ...]
    place_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: what may be chosen, and how many events are so."""

    name: str
    label: str
    all: str
    options: tuple[tuple[str, str, int], ...]


def timeline_page(here: Here) -> Page:
    parts: list[str] = []
    years = by_year(here)
    jumps: list[tuple[Link, list[Link]]] = []
    for year, events in years.items():
        anchor = f"in-{year}" if year.isdigit() else "undated"
        months = by_time(events, first_day)
        parts.append(heading(year, anchor))
        if len(months) < 2:
            jumps.append((Link(year, f"#{anchor}"), []))
        else:
            jumps += links_to(months, "in")
        for month in months:
            if len(months) > 1:
                parts.append(run_heading(month, "in"))
            parts.append(_listed(month, here))
    parts = [*_ways_in(jumps, here), *parts]
    if not here.lookup.dossier.events:
        parts.append(block("sentence", text="No event is recorded yet."))
    return headed(
        here,
        "Timeline",
        "Every event, in order of time",
        tuple(parts),
        description="Every event in order of time; how each date was found, and how sure it is.",
    )


def _ways_in(jumps: list[tuple[Link, list[Link]]], here: Here) -> list[str]:
    """Return what stands over the list: of a long one its years and months, filters, the strip."""
    events = here.lookup.dossier.events
    parts: list[str] = []
    if len(events) > LONG:
        parts.append(block("runs", rows=jumps, label="Years and months"))
    if events:
        parts.append(block("filters", choices=choices(here)))
    parts.append(strip(here) or block("legend", report=here.lookup.report))
    return parts


def _listed(run: Run[Event], here: Here) -> str:
    entries = [entry(event, here) for event in run.items]
    many = len(here.lookup.dossier.events) > LONG
    return block("timeline", entries=entries, own=here.lookup.own_voice, many=many)


def by_year(here: Here) -> dict[str, list[Event]]:
    """Return events in the dossier's order under the year in which each begins."""
    years: dict[str, list[Event]] = {}
    for event in here.lookup.dossier.events.values():
        first = first_day(event)
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
        places=tuple(here.link(id_) for id_ in event.places),
        certainty=certainty(event, told.day),
        actor_ids=tuple(actor.id for actor in event.actors),
        place_ids=event.places,
    )


def certainty(event: Event, day: Day) -> str:
    """Return how sure a date is, in one word; hollow says two things, told apart here."""
    if day.form == "hollow" and event.in_sources:
        return "elsewhere"
    return {"carried": "context", "hollow": "absent"}.get(day.form, day.form)


def choices(here: Here) -> list[Choice]:
    """Return the filters of the timeline, each with what occurs in it."""
    events = list(here.lookup.dossier.events.values())
    actors = Counter(actor.id for event in events for actor in event.actors)
    places = Counter(id_ for event in events for id_ in event.places)
    sure = Counter(certainty(event, here.event_day(event)) for event in events)
    words = {
        "exact": "exact",
        "span": "span",
        "context": here.label("carried"),
        "elsewhere": ELSEWHERE,
        "absent": here.label("hollow"),
        "none": "no date",
    }
    return [
        Choice("actor", "Who", "Anybody", _options(actors, here)),
        Choice("place", "Where", "Anywhere", _options(places, here)),
        Choice(
            "certainty",
            "How sure the date is",
            "Any",
            tuple((key, said or key, sure[key]) for key, said in words.items() if sure[key]),
        ),
    ]


def _options(counts: Counter[str], here: Here) -> tuple[tuple[str, str, int], ...]:
    titles = {id_: here.lookup.title(id_) for id_ in counts}
    order = sorted(counts, key=lambda id_: (titles[id_].casefold(), id_))
    return tuple((id_, titles[id_], counts[id_]) for id_ in order)


def timeline_link(here: Here, event: str) -> str:
    return here.to(links.TIMELINE, event)
