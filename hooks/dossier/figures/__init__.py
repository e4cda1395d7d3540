"""Finds numbers that count something: how many, of what, of whom, by whom, over what time.

A number is read (numbers.py), then the noun it counts (place.py), then the words around both that
make it deaths or injuries (harm.py); dates, years, times of day, ordinals, shares ("one in five")
and numbers in names are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Figure, Mention, Sentence
from ..speech.datelines import behind_number
from ..speech.words import words
from .harm import DONE, harm, numbered, one
from .numbers import Number, beginnings, may_hold_number, number_at, qualified
from .place import PLURALS, TIME_UNITS, Noun, Place
from .shares import nothing_at, share_at

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sep sept oct nov dec".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CLOCK = frozenset("p.m a.m pm am o'clock gmt".split())
_LABELS = frozenset(
    "page chapter phase stage level article section part number no room flight channel route"
    " highway grade day round game category type magnitude resolution boeing airbus fortune formula"
    " apollo unit gate terminal platform district precinct ward hill zone covid-19".split()
)
"""Words that a number after them names, not counts."""

_PARENTS = frozenset("father mother parent grandmother grandfather mum mom dad".split())
_OF_MANY = frozenset("had have were are".split())
"""Verbs of several, before which a bare number is one of people or things."""
_OPENING = frozenset({"", ",", "the", "that", "said", "says", "but", "while"})
_OWN = frozenset("its their his her our".split())
_NOT_ALL = frozenset("one neither none either some many most several half few both".split())
_THAN = frozenset("as more less fewer larger higher bigger greater the that".split())
_GATHERED = frozenset("population populations crowd crowds".split())
_DOING = frozenset("conducted launched flew dropped fired carried".split())
_MONEY = {
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "₽": "roubles",
    "₩": "won",
    "₺": "lira",
    "₪": "shekels",
}
_AGE = re.compile(r"(\d{1,4}(?:,\d{3})?|[a-z]+)-(year|month|week|day)s?-olds?")


def find_figures(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    found: list[Figure] = []
    for sentence in sentences:
        start = behind_number(text, sentence.start, sentence.end)
        if may_hold_number(text, start, sentence.end):
            items = words(text, start, sentence.end)
            found += _figures(Place(text, sentence.passage, items, ordered))
    return tuple(found)


def _figures(place: Place) -> Iterator[Figure]:
    done = 0
    for at in beginnings(place.items):
        if at < done:
            continue
        number = number_at(place.items, at)
        whole = _aged(place, at) or share_at(place, at, number) or nothing_at(place, at)
        if whole:
            yield whole
            done = _behind(place, at, whole)
            continue
        if number:
            number = _whole(place, number)
            figure = _figure(place, qualified(place.items, number))
            if figure:
                yield figure
        done = number.end if number else at + 1


def _behind(place: Place, at: int, figure: Figure) -> int:
    """Return where reading goes on: behind a share's own words, of 12 in "half of the 12" too."""
    words = at + 1
    if figure.unit != "share" or place.low(at + 1) in ("in", "out"):
        while words < len(place.items) and place.items[words].start < (figure.end or 0):
            words += 1
    return words


def _whole(place: Place, number: Number) -> Number:
    """Take "of the 11" into "six of the 11", "of 450" into "213 of 450 seats", "of its 450" too."""
    at = number.end
    if place.low(at) != "of":
        return number
    if place.low(at + 1) != "the":
        second = number_at(place.items, at + 1 + (place.low(at + 1) in _OWN))
        part = number._replace(end=second.end) if second else number
        return part if second and place.noun(part) else number
    if place.tag(at + 2) != "num":
        return number
    part = number._replace(end=at + 3)
    return part if place.noun(part) is None else number


def _aged(place: Place, at: int) -> Figure | None:
    """An 82-year-old."""
    item = place.items[at]
    found = _AGE.fullmatch(item.low) if "-" in item.low else None
    number = number_at((item._replace(low=found[1]),), 0) if found else None
    if not found or not number or number.value is None:
        return None
    return Figure(
        found[2] + "s",
        unit="age",
        value=number.value,
        passage=place.passage,
        start=item.start,
        end=item.end,
    )


def _figure(place: Place, number: Number) -> Figure | None:
    if _is_date(place, number) or _is_name(place, number) or _is_share(place, number):
        return None
    if place.low(number.start - 1) == "of" and place.low(number.start - 2) in _PARENTS:
        return None
    special = _money(place, number) or _percent(place, number) or _age_of(place, number)
    if special:
        return special
    single = number.value == 1
    noun = one(place, number) if single else place.noun(number)
    if noun and noun.head == "times" and place.low(noun.end) in _THAN:
        return None  # three times as many
    if noun and noun.head in TIME_UNITS:
        if place.low(noun.end) != "old":
            return None
        return place.figure(number, noun.head, (number.start, noun.end + 1), unit="age")
    found = None if noun and _is_whole(place, number, noun) else harm(place, number, noun)
    if found or single:
        return found
    if noun is None:
        return _gathered(place, number) or numbered(place, number) or _many(place, number)
    verb = number.start - (2 if place.low(number.start - 1) == "out" else 1)
    by = place.doer(verb) if place.low(verb) in _DOING else None
    unit = noun.head if noun.head in _MONEY.values() else None
    of, span = place.named(noun.start, noun.end), (number.start, noun.end)
    return place.figure(number, _counted(place, noun), span, who=(of, by), unit=unit)


def _counted(place: Place, noun: Noun) -> str:
    """Return the noun that is counted; of points also of what: basis points."""
    before = place.low(noun.end - 2)
    return f"{before} {noun.head}" if before in ("basis", "percentage") else noun.head


def _many(place: Place, number: Number) -> Figure | None:
    """Tens of thousands have fled, 204 had fallen ill: of whom is left to the reader."""
    vague = number.value is None and number.low is not None
    end = number.end + (place.low(number.end) == "more")
    moves = place.tag(end) in ("aux", "finite") or place.low(end).endswith("ed")
    exact = place.low(end) in _OF_MANY and _begins_clause(place, number.start - 1)
    if not (vague and moves) and not exact:
        return None
    return place.figure(number, None, (number.start, number.end))


def _is_whole(place: Place, number: Number, noun: Noun) -> bool:
    """Say whether what befell them befell a part: two of the three men were killed."""
    part = number.start - 3
    killed = place.low(noun.end) in DONE and place.low(noun.end) not in ("died", "perished")
    if killed or (place.low(part + 1), place.low(part + 2)) != ("of", "the"):
        return False  # nine of the 20 people killed
    return place.low(part) in _NOT_ALL or place.tag(part) == "num"


def _begins_clause(place: Place, before: int) -> bool:
    """Say whether a clause begins after the word at ``before``: no "rooms 38 and 39 were"."""
    if place.low(before) == "and":
        return place.tag(before - 1) != "num"
    return place.low(before) in _OPENING or place.low(before) in _WEEKDAYS


def _gathered(place: Place, number: Number) -> Figure | None:
    """A crowd of 5,000; a population of about 50,000."""
    before = place.low(number.start - 2), place.low(number.start - 1)
    if before[0] not in _GATHERED or before[1] != "of" or place.low(number.end) == "in":
        return None
    return place.figure(number, "people", (number.start, number.end))


def _is_date(place: Place, number: Number) -> bool:
    first = place.items[number.start]
    if place.low(number.start - 1) in _MONTHS or place.low(number.end) in _MONTHS:
        return True
    if place.low(number.end) in _CLOCK or place.text[first.end : first.end + 1] == ":":
        return True
    if number.high and number.low and 1500 <= number.low <= number.high <= 2100:
        written = (item.low for item in place.items[number.start : number.end])
        return number.value is None and not any("," in low for low in written)
    year = first.low.isdecimal() and len(first.low) == 4 and 1000 <= int(first.low) <= 2100
    return year and number.end - number.start == 1 and place.low(number.end) not in PLURALS


def _is_name(place: Place, number: Number) -> bool:
    """Say whether the number is part of a name or a label: Hill 404, page 3, #5."""
    first = place.items[number.start]
    near = place.text[max(0, first.start - 1) : first.start]
    if near in ("#", "№", ".", "/") or place.text[first.end : first.end + 1] == "/":
        return True
    before = place.low(number.start - 1)
    if before in _LABELS or before == "no" or (near == ":" and number.qualifier is None):
        return True
    named = place.tag(number.start - 1) == "name" and number.start > 1 and before not in _WEEKDAYS
    return named and first.low.isdecimal() and number.qualifier is None


def _is_share(place: Place, number: Number) -> bool:
    """One in five, nine out of 10: neither number counts anything by itself."""
    before, after = number.start - 1, number.end
    if place.low(after) in ("in", "out") and place.tag(after + 1) in ("num", "prep"):
        return True
    if place.low(after) == "in" and number_at(place.items, after + 1):
        return place.low(after + 2) not in TIME_UNITS
    shared = place.low(before) in ("in", "of") and place.low(before - (place.low(before) == "of"))
    return shared in ("in", "out") and before > 0 and bool(number_at(place.items, before - 1))


def _money(place: Place, number: Number) -> Figure | None:
    for at in range(number.start, number.end):
        item = place.items[at]
        unit = _MONEY.get(place.text[max(0, item.start - 1) : item.start])
        if unit:
            figure = place.figure(number, unit, (number.start, number.end), unit=unit)
            return replace(figure, start=item.start - 1) if at == number.start else figure
    return None


def _percent(place: Place, number: Number) -> Figure | None:
    end = number.end
    close = place.items[end - 1].end
    sign = place.text[close : close + 1] == "%"
    if place.low(end) in ("percent", "pct"):
        end += 1
    elif place.low(end) == "per" and place.low(end + 1) == "cent":
        end += 2
    elif not sign:
        return None
    of = None
    if place.low(end) == "of":
        noun = place.noun(Number(end, end + 1, 0, None, None, None))
        of = place.words(noun.start, noun.end) if noun else None
        of = of or place.words(end + 1, place.phrase_end(end + 1))
    figure = place.figure(number, "percent", (number.start, end), who=(of, None), unit="percent")
    return replace(figure, end=(figure.end or 0) + 1) if sign else figure


def _age_of(place: Place, number: Number) -> Figure | None:
    """Aged 42; Ali Hassan, 42, said."""
    before, value = number.start - 1, number.value
    if place.low(before) == "aged" and place.low(number.end) in TIME_UNITS:
        end = number.end + 1
        return place.figure(number, place.low(number.end), (number.start, end), unit="age")
    if place.low(before) in ("aged", "age", "ages") and (number.high or 120) < 120:
        return place.figure(number, "years", (number.start, number.end), unit="age")
    if value is None or not 0 < value < 120 or number.end - number.start > 1:
        return None
    before -= place.low(before) == "now"  # Ali Hassan, now 81, said
    aside = place.low(before) == "," and place.low(number.end) == ","
    after_name = aside and place.tag(before - 1) == "name" and value >= 10
    if place.low(before) not in ("aged", "age") and not after_name:
        return None
    return place.figure(number, "years", (number.start, number.end), unit="age")
