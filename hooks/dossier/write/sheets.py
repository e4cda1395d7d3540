"""Which places a map shows: all of them, or of many those of one sheet, as in an atlas.

Places are halved, along the longer side of where they lie, until a sheet holds few enough to be
told apart; so maps stay legible, and their number and size grow with the places, not faster.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..joined import Dossier
from ..model import Location, Place
from .lookup import Lookup, by_title

MOST = 24
"""Places on a map: a phone's width holds no more names."""


def on_map_of(ids: Sequence[str], dossier: Dossier) -> tuple[Place, ...]:
    """Return the places for a map on which those of ``ids`` are to be seen."""
    places = placed(dossier)
    if len(places) <= MOST:
        return places
    sheet = next((sheet for id_ in ids if (sheet := _sheets(dossier).get(id_))), ())
    known = (dossier.places[id_] for id_ in {*sheet, *ids} if id_ in dossier.places)
    return _drawable(known)


def most_told_of(lookup: Lookup) -> tuple[Place, ...]:
    """Return the places for a map of the whole: those where most happened."""
    places = placed(lookup.dossier)
    if len(places) <= MOST:
        return places
    ranked = sorted(places, key=lambda place: -len(lookup.doings.get(place.id, ())))
    return tuple(by_title(ranked[:MOST]))


@lru_cache(maxsize=1)
def placed(dossier: Dossier) -> tuple[Place, ...]:
    """Return the places that can be drawn, by title."""
    return _drawable(dossier.places.values())


def _drawable(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(by_title(place for place in places if place.location or place.links.get("iso")))


@lru_cache(maxsize=1)
def _sheets(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Return place → all places of its sheet."""
    spots = [(place.id, place.location) for place in placed(dossier) if place.location]
    return {id_: sheet for sheet in _halved(spots) for id_ in sheet}


def _halved(spots: list[tuple[str, Location]]) -> Iterator[tuple[str, ...]]:
    if len(spots) <= MOST:
        yield tuple(id_ for id_, _ in spots)
        return
    lats, lons = [at.lat for _, at in spots], [at.lon for _, at in spots]
    along = max(lons) - min(lons) > max(lats) - min(lats)
    spots.sort(key=lambda spot: (spot[1].lon if along else spot[1].lat, spot[0]))
    middle = len(spots) // 2
    yield from _halved(spots[:middle])
    yield from _halved(spots[middle:])
