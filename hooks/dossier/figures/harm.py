"""Deaths and injuries: N were killed, killed N, N dead, N deaths, a toll of N."""

from __future__ import annotations

from ..model import Figure
from .numbers import Number, number_at
from .place import Noun, Place

DONE = {
    **dict.fromkeys(
        "killed dead died slain murdered executed beheaded perished massacred".split(), "deaths"
    ),
    **dict.fromkeys("wounded injured hurt maimed".split(), "injuries"),
}
_NOUNS = {
    **dict.fromkeys("deaths fatalities dead killed".split(), "deaths"),
    **dict.fromkeys("injuries wounded injured".split(), "injuries"),
}
_DOING = {
    **dict.fromkeys("killed killing kills kill slew massacred executed murdered".split(), "deaths"),
    **dict.fromkeys("wounded wounding wounds injured injuring injures injure".split(), "injuries"),
}
_BETWEEN = frozenset("who reported believed feared be".split())
_THEIR = frozenset("the these those its their his her our".split())
_TOLLS = frozenset("to of at was is reached".split())
_BOUNDS = frozenset("between about around over nearly some".split())
_MOVES = frozenset("rose fell grew climbed dropped jumped reached".split())


def harm(place: Place, number: Number, noun: Noun | None) -> Figure | None:
    """Return the figure where the number counts the dead or the hurt."""
    if noun and noun.head in _NOUNS:
        span, of = (number.start, noun.end), _of(place, noun.end)
        return place.figure(number, _NOUNS[noun.head], span, who=(of, None))
    return (
        _dead_ones(place, number, noun)
        or _done_to(place, number, noun)
        or _done_by(place, number, noun)
        or _toll(place, number, noun)
    )


def one(place: Place, number: Number) -> Noun | None:
    """Return the noun after "one": a single soldier is counted only where he is harmed.

    Of "one of the three men" it is the men, where what befell him follows.
    """
    start = _behind_of(place, number.end)
    end = place.phrase_end(start)
    while end > start and place.low(end - 1) in DONE:
        end -= 1
    if not start < end < start + 5:
        return None
    if start > number.end and place.tag(end) not in ("aux", "rel") and place.low(end) != "died":
        return None  # one of the rebels killed her
    return Noun(start, end, place.low(end - 1))


def _behind_of(place: Place, at: int) -> int:
    if place.low(at) != "of" or place.low(at + 1) not in _THEIR:
        return at
    at += 2
    while place.tag(at) == "num":
        at += 1
    return at


def _dead_ones(place: Place, number: Number, noun: Noun | None) -> Figure | None:
    """450 dead militants; 30 wounded."""
    at = number.end
    if place.low(at) not in _NOUNS:
        return None
    end = noun.end if noun else at + 1
    of = _of_counted(place, at + 1, end)
    return place.figure(number, _NOUNS[place.low(at)], (number.start, end), who=(of, None))


def _done_to(place: Place, number: Number, noun: Noun | None) -> Figure | None:
    """450 militants were killed by the army; 250,000 people dead."""
    at = _behind_aside(place, noun.end if noun else number.end)
    for done in range(at, min(len(place.items), at + 6)):
        kind = DONE.get(place.low(done))
        if kind:
            both = noun is not None and place.low(noun.end) == "and"
            end = noun.end if noun and both else done + 1
            of = _of_counted(place, noun.start, noun.end) if noun else None
            span = number.start, end
            return place.figure(number, kind, span, who=(of, _by(place, done + 1)))
        if place.tag(done) not in ("aux", "adv", "rel") and place.low(done) not in _BETWEEN:
            break
    return None


def _behind_aside(place: Place, at: int) -> int:
    """Step over ", 12 of them foreigners," and over "and two women"."""
    if place.low(at) in ("and", ",") and (more := number_at(place.items, at + 1)):
        joined = place.noun(more)
        if joined and place.tag(joined.end) == "aux":
            return joined.end
    if place.low(at) in ("on", "aboard"):
        return at + 2 if place.low(at + 1) == "board" else at + (place.low(at) == "aboard")
    if place.low(at) != ",":
        return at
    for close in range(at + 1, min(len(place.items), at + 12)):
        verb = place.tag(close + 1) == "aux" or place.low(close + 1) in DONE
        if place.low(close) == "," and verb:
            return close + 1
    return at


def _done_by(place: Place, number: Number, noun: Noun | None) -> Figure | None:
    """The army killed 450 militants."""
    verb = number.start - 1
    kind = _DOING.get(place.low(verb))
    if kind is None or place.tag(verb - 1) == "det":
        return None
    end = noun.end if noun else number.end
    of = _of_counted(place, noun.start, noun.end) if noun else None
    return place.figure(number, kind, (verb, end), who=(of, place.doer(verb)))


def _toll(place: Place, number: Number, noun: Noun | None) -> Figure | None:
    """The death toll rose to 86; they put the number of dead at 86."""
    rise = place.low(number.start - 1) == "from" and number.low and number.high
    if noun or (place.low(number.start - 1) not in _TOLLS and not rise):
        return None
    if rise:  # from 12 to 35
        number = number._replace(value=number.high, low=None, high=None)
    for at in range(number.start - 2, max(-1, number.start - 10), -1):
        low = place.low(at)
        counted = low in _NOUNS and place.low(at - 1) == "of"
        if low in ("toll", "tolls") or counted:
            return place.figure(number, _NOUNS.get(low, "deaths"), (number.start, number.end))
        if place.tag(at) in ("mark", "conj", "sub"):
            break
    return None


def numbered(place: Place, number: Number) -> Figure | None:
    """The number of homeless rose to 86; they put the number of jobs at between 30 and 40."""
    far = range(number.start - 1, max(-1, number.start - 10), -1)
    of = next((at for at in far if place.low(at) == "of" and place.low(at - 1) == "number"), None)
    if of is None or place.low(number.start - 1) not in _TOLLS | _BOUNDS:
        return None
    end = place.phrase_end(of + 1)
    while end > of + 2 and place.low(end - 1) in _MOVES:
        end -= 1
    between = [at for at in range(end, number.start) if place.tag(at) in ("mark", "conj", "sub")]
    if end != of + 2 or between:
        return None
    return place.figure(number, place.low(of + 1), (number.start, number.end))


def _of_counted(place: Place, start: int, end: int) -> str | None:
    return place.named(start, end) or place.words(start, end)


def _of(place: Place, at: int) -> str | None:
    """Deaths of, among whom."""
    if place.low(at) not in ("of", "among"):
        return None
    return place.whom(at + 1, place.phrase_end(at + 1))


def _by(place: Place, at: int) -> str | None:
    """Killed by whom."""
    if place.low(at) != "by":
        return None
    return place.whom(at + 1, place.phrase_end(at + 1))
