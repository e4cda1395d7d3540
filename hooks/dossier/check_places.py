"""Holds places against one another: what lies in what, and where on the globe."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, hypot, radians, sin, sqrt
from statistics import median

from .checking import Checked
from .model import Location, Place
from .problems import Problem, problem

_EARTH_KM = 6371.0
_FAR_KM = 300.0
"""A place this far from all others may well be right, and still not if it is near them swapped."""


def circles(checked: Checked) -> Iterator[Problem]:
    """No place is part of itself, at any distance."""
    done: set[str] = set()
    for place in checked.records.places.values():
        chain: list[str] = []
        at: Place | None = place
        while at and at.id not in chain and at.id not in done:
            chain.append(at.id)
            at = checked.records.places.get(at.part_of) if at.part_of else None
        if at and at.id in chain:
            circle = chain[chain.index(at.id) :]
            what = f"‘part_of’ goes in a circle: {' → '.join([*circle, circle[0]])}"
            remedy = "take one of these ‘part_of’ out"
            yield problem(checked.page(at, "part_of"), what, remedy, "circle")
        done.update(chain)


def swapped(checked: Checked) -> Iterator[Problem]:
    """Degrees are neither exchanged nor of the wrong sign: the place would lie where it belongs."""
    placed = {p.id: p.location for p in checked.records.places.values() if p.location}
    for id_, at in placed.items():
        place = checked.records.places[id_]
        around = next((above for above in _above(checked, place) if above in placed), None)
        others = [other for key, other in placed.items() if key != id_]
        if around is None and (place.part_of or len(others) < 3):
            continue
        centre = placed[around] if around else _middle(others)
        room = (centre.radius_km or 0) + (at.radius_km or 0) if around else 0.0
        near = room + 1 if around and centre.radius_km else _FAR_KM
        now = _distance(at, centre)
        for meant, why in _meant(at) if around else _meant(at)[:1]:
            then = _distance(meant, centre)
            if now > near and then < min(now / 3, max(room, _FAR_KM)):
                within = f"‘{around}’, which it is part of" if around else "all other places"
                what = f"lat {at.lat:g}, lon {at.lon:g} is {now:,.0f} km from {within}"
                right = "" if around else "; if not, say in ‘part_of’ what place holds it"
                remedy = f"write {{lat: {meant.lat:g}, lon: {meant.lon:g}}} if {why}{right}"
                yield problem(checked.page(place, "location"), what, remedy, "swapped")
                break


def _above(checked: Checked, place: Place) -> Iterator[str]:
    """Give the ids of what a place lies in, the nearest first."""
    seen: set[str] = set()
    at: Place | None = place
    while at and at.part_of and at.part_of not in seen:
        seen.add(at.part_of)
        yield at.part_of
        at = checked.records.places.get(at.part_of)


def _meant(at: Location) -> list[tuple[Location, str]]:
    """Return what may be meant by a location that lies nowhere near, and why."""
    turned = [(at.lon, at.lat, "the two are exchanged")] if abs(at.lon) <= 90 else []
    signed = [(-at.lat, at.lon), (at.lat, -at.lon), (-at.lat, -at.lon)]
    meant = [*turned, *((lat, lon, "a sign is wrong") for lat, lon in signed)]
    return [(Location(lat, lon, at.precision, None), why) for lat, lon, why in meant]


def _middle(places: list[Location]) -> Location:
    lat, lon = median(p.lat for p in places), median(p.lon for p in places)
    return Location(lat, lon, "country", None)


def _distance(one: Location, other: Location) -> float:
    """Return the great-circle distance in kilometres (haversine)."""
    a, b = radians(one.lat), radians(other.lat)
    half = hypot(
        sin((b - a) / 2), sqrt(max(0.0, cos(a) * cos(b))) * sin(radians(other.lon - one.lon) / 2)
    )
    return 2 * _EARTH_KM * asin(min(1.0, half))
