"""Home: who, what, when, where, how many and by whom, what is not known, what came after."""

from __future__ import annotations

from dataclasses import dataclass

from ..joined import Event, Statement
from . import links, wording
from .claims import Family, FigureRow, carrying, figure_families
from .drawings import overview
from .entity import happening
from .event import questions_in
from .here import Claim, Here, Link
from .page import Page, split_prose
from .prose import render_prose
from .render import block, heading, plain

_MOST_FIGURES = 12
_MOST_SOURCES = 12
_MOST_AFTER = 12
"""What Home shows of a large dossier, before the way to the rest."""


@dataclass(frozen=True, slots=True)
class Side:
    name: Link | None
    actors: tuple[tuple[Link, str | None], ...]


@dataclass(frozen=True, slots=True)
class Door:
    link: Link
    count: str
    about: str


def home_page(here: Here) -> Page:
    dossier = here.lookup.dossier
    event = dossier.events.get(dossier.event or "")
    essay = dossier.essays.get(links.HOME)
    written = links.HOME if essay else event.record.path if event else ""
    prose = render_prose(here.lookup, here.path, written)
    lead, rest, definitions = split_prose(prose)
    title = (essay.title if essay else None) or (event.record.title if event else dossier.title)
    kept = rest if essay else ""
    parts = [*_opening(lead or _reading(here), event, here), kept]
    if event:
        parts += [*_figures(event, here), *_unknown(event, here), *_after(event, here)]
    shown_as, maps_and_strip = overview(here)
    parts += [
        *_headed(shown_as, "where", maps_and_strip),
        heading("Read on", "doors"),
        block("doors", doors=_doors(here)),
    ]
    described = essay.description if essay else event.record.description if event else None
    return Page(
        path=here.path,
        title=title,
        kind=_kicker(here),
        parts=tuple(parts),
        description=f"{dossier.title}: {described or 'documented from its sources.'}",
        made_from=_made_from(event, here, written=essay is not None),
        definitions=_cited(definitions, f"{lead}\n{kept}"),
        meta=essay.meta if essay else {},
    )


def _cited(definitions: str, prose: str) -> str:
    """Return the footnotes that the part of the prose shown here refers to."""
    kept = []
    for line in definitions.split("\n"):
        name = line[: line.find("]:") + 1] if line.startswith("[^") else None
        if name is None or name in prose:
            kept.append(line)
    return "\n".join(kept).strip()


def _reading(here: Here) -> str:
    """Return the lead of a Home that shows no event yet: what is read here."""
    sources = [here.lookup.works[id_] for id_ in here.lookup.texts()]
    read = [
        f"[{plain(source.title)}]({links.markdown_href(here.path, links.source_page(source.id))})"
        for source in sources
    ]
    if not read:
        return "Nothing has been read yet: put a text and its record into the folder of sources."
    if len(read) > _MOST_SOURCES:
        read = [f"[{len(read):,} reports]({links.markdown_href(here.path, links.SOURCES)})"]
    return f"Everything here rests on {wording.listed(read)}, read passage by passage."


def _kicker(here: Here) -> str:
    read = len(here.lookup.texts())
    if read == 0:
        return "An event, documented from cited works"
    number = {1: "one report", 2: "two reports", 3: "three reports"}.get(read, f"{read} reports")
    return f"An event, documented from {number}"


def _made_from(event: Event | None, here: Here, *, written: bool) -> tuple[tuple[str, str], ...]:
    docs = here.options.docs_dir
    own = (("its text", f"{docs}/{links.HOME}"),) if written else ()
    return (*own, *((("the event’s record", f"{docs}/{event.record.path}"),) if event else ()))


# --- The event at a glance ------------------------------------------------------------


def _opening(lead: str, event: Event | None, here: Here) -> list[str]:
    parts = ['<div class="opening opening--home" markdown="1">']
    if event:
        parts.append(_glance(event, here))
    return [*parts, '<div class="lead" markdown="1">', lead, "</div>", "</div>"]


def _glance(event: Event, here: Here) -> str:
    return block(
        "glance",
        event=here.link(event.id),
        day=here.event_day(event),
        places=[here.link(id_) for id_ in event.places],
        sides=_sides(event, here),
        outcome=_outcome(event, here),
        told=_told(event, here),
        duration=_duration(event, here),
    )


def _outcome(event: Event, here: Here) -> list[tuple[Link, str]]:
    """Return what became of each side: the part of the first of it that has one."""
    found: dict[str, tuple[Link, str]] = {}
    for actor in event.actors:
        record = here.lookup.dossier.actors.get(actor.id)
        side = record.side if record else None
        if side and actor.role:
            found.setdefault(side, (here.link(actor.id), actor.role))
    return list(found.values())


def _told(event: Event, here: Here) -> list[tuple[str, list[Link]]]:
    """Return who says so: whose words the event rests on, and who confirms or says it too."""
    carried = [s for s in carrying(event, here.lookup) if not s.figure]
    asked = carried[0].about if carried else None
    same = [s for s in event.statements if asked and s.about == asked and s.evidence]
    found: dict[str, dict[str, Link]] = {}
    for statement in [*carried[:1], *same]:
        link = here.speaker(statement)
        if any(link.text in links for links in found.values()):
            continue
        words = "Also" if found else "Says who"
        if found and here.lookup.confirms(statement):
            words = "Confirmed by"
        found.setdefault(words, {})[link.text] = link
    return [(words, list(links.values())) for words, links in found.items()]


def _duration(event: Event, here: Here) -> Claim | None:
    """Return how long it lasted, where a statement on it counts time."""
    for statement in event.statements:
        figure = statement.figure
        if figure and (figure.counts or "").casefold() in wording.TIMES and not figure.unit:
            return here.claim(statement)
    return None


def _sides(event: Event, here: Here) -> list[Side]:
    """Return who took part, by side; those without a side each stand for themselves."""
    sides: dict[str, list[tuple[Link, str | None]]] = {}
    for actor in event.actors:
        record = here.lookup.dossier.actors.get(actor.id)
        side = (record.side if record else None) or actor.id
        sides.setdefault(side, []).append((here.link(actor.id), actor.role))
    return [Side(None, tuple(actors)) for actors in sides.values()]


def _figures(event: Event, here: Here) -> list[str]:
    """Return a card for each figure of the sources' own, and what may be compared with what."""
    counted = _main_figures(event)
    if not counted:
        return []
    families = first_families(figure_families(counted, here))
    rivals = any(len(rows) > 1 for rows in families)
    return [
        heading("Figures, by who gives them", "figures"),
        block(
            "figure_cards",
            rows=[row for rows in families for row in rows],
            incomparable=len(families) > 1 and not rivals,
            more=here.to(links.event_page(event.id), "figures"),
            total=len([s for s in event.statements if s.figure]),
            not_given=_not_given(event),
        ),
    ]


def first_families(families: list[Family]) -> list[tuple[FigureRow, ...]]:
    """Return the rows of as many families as Home has room for, the first cut to it."""
    shown: list[tuple[FigureRow, ...]] = []
    room = _MOST_FIGURES
    for family in families:
        if shown and len(family.rows) > room:
            break
        shown.append(family.rows[:room])
        room -= len(shown[-1])
    return shown


def _not_given(event: Event) -> list[str]:
    """Return the numbers that the event's note asks for."""
    asked = [q.rstrip("?") for q in questions_in(event.record.note) if q.startswith("How many ")]
    return [question[0].lower() + question[1:] for question in asked]


def _main_figures(event: Event) -> list[Statement]:
    found = [s for s in event.statements if s.figure and s.voice == "speaker"]
    return [s for s in found if s.evidence] or found[:3]


def _unknown(event: Event, here: Here) -> list[str]:
    asked = questions_in(event.record.note)
    if event.open_date:
        asked.append(event.open_date)
    if not asked:
        return []
    more = here.to(links.QUESTIONS)
    return [heading("What is not known", "not-known"), block("unknown", questions=asked, more=more)]


def _after(event: Event, here: Here) -> list[str]:
    order = list(here.lookup.dossier.events.values())
    index = next(i for i, other in enumerate(order) if other.id == event.id)
    end = event.date.latest if event.date else None
    later = [
        other
        for other in order[index + 1 :]
        if end and other.date and other.date.earliest and other.date.earliest > end
    ]
    if not later:
        return []
    first, rest = later[:_MOST_AFTER], later[_MOST_AFTER:]
    parts = [
        heading("What happened after", "after"),
        block(
            "happenings", happenings=[happening(e, here) for e in first], own=here.lookup.own_voice
        ),
    ]
    if rest:
        more = here.to(links.TIMELINE, rest[0].record.id)
        parts.append(block("after", count=len(rest), more=more))
    return parts


# --- Ways on --------------------------------------------------------------------------


def _headed(title: str, anchor: str, drawn: str) -> list[str]:
    return [heading(title, anchor), drawn] if drawn else []


def _doors(here: Here) -> list[Door]:
    dossier = here.lookup.dossier
    return [
        Door(
            Link("Timeline", here.to(links.TIMELINE)),
            wording.plural(len(dossier.events), "event"),
            "Every event with its date, how it was found, and how sure it is",
        ),
        Door(
            Link("People and groups", here.to(links.PEOPLE)),
            wording.plural(len(dossier.actors), "page"),
            "What each did, said, and is said to have done",
        ),
        Door(
            Link("Places", here.to(links.PLACES)),
            wording.plural(len(dossier.places), "page"),
            "Monuments first, and what happened to each",
        ),
        Door(
            Link("Who says what", here.to(links.STATEMENTS)),
            wording.plural(len(dossier.statements), "statement"),
            "By question: who, through whom, when, on which words",
        ),
    ]
