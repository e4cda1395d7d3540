"""Shares and nothing: one in five voters, two-thirds of the houses; no casualties, nobody was hurt.

A share is a number between 0 and 1 with ``unit`` "share"; where it is a time ("half of May") or a
place in a row ("the second half") it is none.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import Figure
from .harm import DONE
from .numbers import Number, number_at, qualified
from .place import TIME_UNITS, Place

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "nine": 9}
_IN_A_ROW = frozenset("the first second third fourth last latter other next this another".split())
_DETERMINERS = frozenset("the its their his her all our these those".split())
_NOT_SHARED = frozenset("them us it which whom an a way time that this what".split())
_HARMLESS = frozenset("casualties deaths injuries fatalities arrests survivors".split())
_NOBODY = frozenset({"nobody", "none", "neither"})
_QUARTER = 4
_IS = frozenset("is was been be".split())
_WAS = frozenset("was were been had have has".split())
_MOST = 100_000


def share_at(place: Place, at: int, number: Number | None) -> Figure | None:
    """Return the share that begins at ``at``; ``number`` is what begins there."""
    return _in_many(place, at, number) or _fraction(place, at)


def _in_many(place: Place, at: int, first: Number | None) -> Figure | None:
    """One in five voters; nine out of 10."""
    if not first or first.value is None or place.low(at - 1) == "in":
        return None
    out = (place.low(first.end), place.low(first.end + 1)) == ("out", "of")
    if not out and place.low(first.end) != "in":
        return None
    after = first.end + 1 + out
    after += place.low(after) == "every"
    second = number_at(place.items, after)
    if not second or second.value is None or not first.value < second.value <= _MOST:
        return None
    year = place.items[after].low.isdecimal() and 1000 <= second.value <= 2100
    if year or place.low(second.end) in TIME_UNITS:
        return None
    noun = place.noun(second)
    end = noun.end if noun else second.end
    of = place.named(noun.start, noun.end) or place.words(noun.start, noun.end) if noun else None
    return _share(place, first._replace(end=end), first.value / second.value, of)


def _fraction(place: Place, at: int) -> Figure | None:
    """Half of the crew; two-thirds of voters; a quarter of the town."""
    count, parts, end = _parts(place, at)
    if not 0 < count < parts or place.low(at - 1) in _IN_A_ROW:
        return None
    start = end + (place.low(end) == "of")
    if start == end and not (parts == 2 and place.low(end) in _DETERMINERS):
        return None
    if place.low(start) in _NOT_SHARED or place.tag(start) == "time":
        return None
    noun = place.noun(Number(start, start, None, None, None, None))
    close = noun.end if noun else _without_verb(place, start, place.phrase_end(start))
    words = place.words(start, close)
    if parts == _QUARTER and place.low(at - 1) in _IS and place.low(start) not in _DETERMINERS:
        return None  # it was a quarter of hard work: three months
    if not words or words.isdigit() or place.low(close - 1) in TIME_UNITS | {"way"}:
        return None
    of = place.named(start, close) or words
    return _share(place, Number(at, close, None, None, None, None), count / parts, of)


def _without_verb(place: Place, start: int, end: int) -> int:
    """Cut what is no longer of whom: half of the crew *died*, a third of voters *backed*."""
    while end > start + 1 and (place.low(end - 1) in DONE or place.low(end - 1).endswith("ed")):
        end -= 1
    return end


def _parts(place: Place, at: int) -> tuple[int, int, int]:
    """Return how many of how many parts are meant, and where the words end: (2, 3, …)."""
    low = place.low(at)
    if low == "half":
        return 1, 2, at + 1
    if "-" in low:
        count, _, parts = low.partition("-")
        return _COUNTS.get(count, 0), _PARTS.get(parts.removesuffix("s"), 0), at + 1
    part = _PARTS.get(place.low(at + 1).removesuffix("s"), 0)
    return _COUNTS.get(low, 0), part, at + 2


def _share(place: Place, number: Number, value: float, of: str | None) -> Figure:
    number = qualified(place.items, number._replace(value=round(value, 6)))
    figure = place.figure(number, "share", (number.start, number.end), who=(of, None), unit="share")
    return replace(figure, scope=None)


def nothing_at(place: Place, at: int) -> Figure | None:
    """Return the figure 0 that begins at ``at``: no casualties; none of the 12 was hurt."""
    if place.low(at) == "no" and place.low(at + 1) != "one":
        end = place.phrase_end(at + 1)
        noun = next((i for i in range(at + 1, min(end, at + 4)) if place.low(i) in _HARMLESS), None)
        return _zero(place, place.low(noun), at, noun + 1) if noun else None
    who = _nobody(place, at)
    if who is None:
        return None
    done = next((i for i in range(who, who + 4) if place.low(i) in DONE), None)
    was = done is not None and all(
        place.tag(i) in ("aux", "adv") and place.low(i) != "be" for i in range(who, done)
    )
    if done is None or not was or (done > who and place.low(who) not in _WAS):
        return None
    return _zero(place, DONE[place.low(done)], at, done + 1)


def _nobody(place: Place, at: int) -> int | None:
    """Return where "no one", "nobody", "none of the 12" ends."""
    if place.low(at) == "not" and place.low(at + 1) == "one":
        at += 1
    elif place.low(at) == "no" and place.low(at + 1) == "one":
        return at + 2
    elif place.low(at) not in _NOBODY:
        return None
    if place.low(at + 1) != "of":
        return at + 1 if place.low(at) in _NOBODY else None
    return place.phrase_end(at + 2)


def _zero(place: Place, counts: str, start: int, end: int) -> Figure:
    return place.figure(Number(start, end, 0, None, None, None), counts, (start, end))
