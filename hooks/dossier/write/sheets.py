"""Which places a map shows: all of them, or of many those of one sheet, as in an atlas.

Places are halved, along the longer side of where they lie, until a sheet holds few enough to be
told apart; so maps stay legible, and their number and size grow with the places, not faster.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from ..model import Actor, Location, Place

Record = TypeVar("Record", Actor, Place)
MOST = 24
"""Places on a map: a phone's width holds no more names."""


def atlas(places: Sequence[Place]) -> dict[str | None, tuple[Place, ...]]:
    """Return place → the places on its map; None → those on the only map, where they are few."""
    drawn = drawable(places)
    if len(drawn) <= MOST:
        return {None: drawn}
    by_id = {place.id: place for place in drawn}
    spots = [(place.id, place.location) for place in drawn if place.location]
    sheets = (drawable(by_id[id_] for id_ in sheet) for sheet in _halved(spots))
    return {place.id: sheet for sheet in sheets for place in sheet}


def drawable(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places that can be drawn, by title."""
    return tuple(by_title(place for place in places if place.location or place.links.get("iso")))


def by_title(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: (record.title.casefold(), record.id))


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
