"""Maps and the timeline strip as figures, each with its key, its sources and its text.

Pages decide what is shown; :mod:`dossier.draw` draws it.  Where nothing can be drawn, nothing is
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from ..draw import (
    Bar,
    Mark,
    attribution,
    draw_key,
    draw_map,
    draw_strip,
    map_key,
    marks_on,
    strip_key,
)
from ..draw.basemap import Basemap
from ..draw.marks import walkable
from ..draw.strip import NARROW, WIDTH
from ..joined import Event
from ..model import Place
from . import links, wording
from .here import Here, Link
from .render import block, json_inside
from .sheets import MOST, by_title, drawable

_SCALES = {
    "site": (
        "On the ground",
        "The places nearest to each other, each within the circle it is known to",
    ),
    "region": ("In the country", "The places in the country where most of it happened"),
    "world": ("In the world", "Where the country lies, and places farther away"),
}
_STRIP = "In order of time"
_STRIP_DESC = "The same events as in the list of the timeline"
_LONGEST_NOTE = 28
_MOST_BARS = 200
"""Events in a strip: of more it is longer than what it would give a view of."""
_MOST_ON_HOME = 40
"""Events in the strip of Home, which stands beside two maps."""


@dataclass(frozen=True, slots=True)
class Drawing:
    title: str
    svg: Markup
    key: Markup
    source: str
    listed: tuple[Link, ...]
    """The places of a map, in its order."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A map without what leads away from it."""

    title: str
    svg: Markup
    key: Markup
    source: str
    shown: tuple[str, ...]
    """The ids of its places, in its order."""


def place_map(place: Place, here: Here) -> str:
    """Return the closest map that shows a place."""
    return _best([place.id], f"Where {place.title} is", "margin", here)


def event_map(event: Event, here: Here) -> str:
    """Return the closest map that shows all places of an event."""
    return _best(list(event.places), "Where it happened", "wide", here) if event.places else ""


def whole_map(here: Here) -> str:
    """Return the map of all places at each scale, side by side."""
    drawings = [_map(scale, here) for scale in _SCALES]
    found = [drawing for drawing in drawings if drawing]
    return block("maps", drawings=found, place="wide") if found else ""


def map_dates(here: Here) -> str:
    """Return the control that shows on the maps what had happened up to a day."""
    places = _most_told_of(here)
    not_drawn = {place.id for place in _placed(here)} - {p.id for p in places}
    dated = [
        (here.event_day(event).words, event.record.title, here.link(event.id).href, event.places)
        for event in here.lookup.dossier.events.values()
        if event.date and not not_drawn.issuperset(event.places)
    ]
    if len(dated) < 2 or not places:
        return ""
    return block("map_dates", count=len(dated), events=json_inside(dated))


def overview(here: Here) -> tuple[str, str]:
    """Return what Home shows, and its heading: two maps, and the strip of time beside them."""
    drawings = [_map(scale, here) for scale in ("site", "region")]
    maps = [drawing for drawing in drawings if drawing]
    bars = _bars(here, _MOST_ON_HOME)
    drawn = draw_strip(bars, title=_STRIP, desc=_STRIP_DESC, uid="strip", width=NARROW)
    if not maps and not drawn:
        return "", ""
    heading = "Where and when" if maps and drawn else "Where" if maps else "When"
    return heading, block(
        "overview",
        drawings=maps,
        strip=_safe(drawn) if drawn else None,
        key=_safe(draw_key(strip_key(bars), uid="strip-key")) if drawn else None,
        title=_STRIP,
    )


def strip(here: Here) -> str:
    """Return all events of the dossier on one axis of time."""
    bars = _bars(here)
    drawn = [
        draw_strip(bars, title=_STRIP, desc=_STRIP_DESC, uid=f"s{width}", width=width)
        for width in (WIDTH, NARROW)
    ]
    if not any(drawn):
        return ""
    svgs = [_safe(svg) for svg in drawn]
    return block("strip", svgs=svgs, key=_safe(draw_key(strip_key(bars), uid="strip-key")))


# --- Maps -----------------------------------------------------------------------------


def _placed(here: Here) -> tuple[Place, ...]:
    return drawable(here.lookup.dossier.places.values())


def _most_told_of(here: Here) -> tuple[Place, ...]:
    """Return the places for a map of the whole: those where most happened."""
    places = _placed(here)
    if len(places) <= MOST:
        return places
    ranked = sorted(places, key=lambda place: -len(here.lookup.doings.get(place.id, ())))
    return tuple(by_title(ranked[:MOST]))


def _on_map_of(ids: Sequence[str], here: Here) -> tuple[Place, ...]:
    """Return the places for a map on which those of ``ids`` are to be seen."""
    atlas, places = here.lookup.atlas, here.lookup.dossier.places
    if None in atlas:
        return atlas[None]
    sheet = next((sheet for id_ in ids if (sheet := atlas.get(id_))), ())
    known = {place.id: place for place in sheet}
    return drawable({**known, **{id_: places[id_] for id_ in ids if id_ in places}}.values())


def _best(ids: Sequence[str], title: str, place: str, here: Here) -> str:
    places = here.lookup.dossier.places
    if not drawable(places[id_] for id_ in ids if id_ in places):
        return ""  # before the other places are asked for, each of which may be edited
    marks = _marks(_on_map_of(ids, here), here)
    drawn = _nearest(here.options.basemap, marks, tuple(ids), title)
    return block("maps", drawings=[_drawing(drawn, here)], place=place) if drawn else ""


@lru_cache(maxsize=1_024)
def _nearest(
    basemap: Basemap | None, marks: tuple[Mark, ...], ids: tuple[str, ...], title: str
) -> _Drawn | None:
    """Return the closest map that shows some of ``ids``; many events happen at the same places."""
    near = {mark.id for mark in walkable(marks)}
    order = ["site", "region", "world"] if near.issuperset(ids) else ["region", "world"]
    for scale in order:
        drawn = _drawn(basemap, marks, scale, ids, title, _SCALES[scale][1])
        if drawn and not set(ids).isdisjoint(drawn.shown):
            return drawn
    return None


def _map(scale: str, here: Here) -> Drawing | None:
    places = _most_told_of(here)
    title, desc = _SCALES[scale]
    if len(places) < len(_placed(here)):
        title = f"{title}: of the {len(places)} places of which most is told"
    drawn = _drawn(here.options.basemap, _marks(places, here), scale, (), title, desc)
    return _drawing(drawn, here) if drawn else None


def _drawing(drawn: _Drawn, here: Here) -> Drawing:
    listed = tuple(here.link(id_) for id_ in drawn.shown)
    return Drawing(drawn.title, drawn.svg, drawn.key, drawn.source, listed)


@lru_cache(maxsize=1_024)
def _drawn(  # noqa: PLR0913, PLR0917 - all that a map depends on
    basemap: Basemap | None,
    marks: tuple[Mark, ...],
    scale: str,
    current: tuple[str, ...],
    title: str,
    desc: str,
) -> _Drawn | None:
    """Return a map; many events happen at the same places, and their pages lie side by side."""
    if basemap is None or not marks:
        return None
    uid = f"map-{scale}"
    svg = draw_map(basemap, marks, scale=scale, title=title, desc=desc, uid=uid, current=current)
    if not svg:
        return None
    key = draw_key(map_key(basemap, marks, scale), uid=f"{uid}-key")
    shown = tuple(mark.id for group in marks_on(basemap, marks, scale) for mark in group)
    return _Drawn(title, _safe(svg), _safe(key), attribution(basemap, scale), shown)


def _marks(places: Iterable[Place], here: Here) -> tuple[Mark, ...]:
    return tuple(_mark(place, here) for place in places)


def _mark(place: Place, here: Here) -> Mark:
    at = place.location
    status = place.status or ""
    return Mark(
        id=place.id,
        label=place.title,
        lat=at.lat if at else None,
        lon=at.lon if at else None,
        precision=at.precision if at else wording.kind(place.kind),
        radius_km=at.radius_km if at else None,
        href=here.to(links.place_page(place.id)),
        happened=bool(here.lookup.doings.get(place.id)),
        hollow=not _told_of(place.id, here),
        area=place.links.get("iso"),
        note=status if 0 < len(status) <= _LONGEST_NOTE else None,
    )


def _told_of(place: str, here: Here) -> bool:
    """Say whether a source names a place, or tells of an event there by another name."""
    events = here.lookup.doings.get(place, ())
    return bool(here.lookup.mentions.get(place)) or any(event.in_sources for event in events)


# --- Strip ----------------------------------------------------------------------------


def _bars(here: Here, most: int = _MOST_BARS) -> list[Bar]:
    events = here.lookup.dossier.events.values()
    return [_bar(event, here) for event in events] if len(events) <= most else []


def _bar(event: Event, here: Here) -> Bar:
    day = here.event_day(event)
    return Bar(
        id=event.id,
        label=event.record.title,
        earliest=event.date.earliest if event.date else None,
        latest=event.date.latest if event.date else None,
        form="exact" if day.form == "none" else day.form,
        href=here.to(links.event_page(event.id)),
        when=day.words,
        state=day.label or "",
        ongoing=event.record.ongoing,
    )


def _safe(svg: str) -> Markup:
    """Return a drawing as markup: its own templates have escaped all words in it."""
    return Markup(svg)  # noqa: S704 - escaped by the drawing's templates
