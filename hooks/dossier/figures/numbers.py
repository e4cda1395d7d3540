"""Reads a number as newspapers put it: 2,000, one and a half million, two dozen, hundreds.

Works on the items of a sentence and gives the value or the range with the items it covers; what
is counted is none of its business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..kept import Kept
from ..speech.words import Item, words

Amount = float | int


class Number(NamedTuple):
    """A number at ``items[start:end]``: a value, or a range where it is none."""

    start: int
    end: int
    value: Amount | None
    low: Amount | None
    high: Amount | None
    qualifier: str | None


_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SMALL = _UNITS | _TENS
_SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
}
_ONLY_AFTER_DIGITS = frozenset({"k", "m", "mn", "bn", "b", "score"})
_VAGUE: dict[str, tuple[int, int | None]] = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, 10**7 - 1),
    "billions": (2 * 10**9, 10**10 - 1),
    "several": (3, None),
}
"""What a vague plural can mean; "tens of" and "hundreds of" before one multiply it."""

_QUALIFIERS = {
    "value": "about around approximately roughly some estimated circa|an estimated|in the region of"
    "|somewhere around|just about|an average of|on average",
    "low": "over above exceeding|more than|at least|no fewer than|no less than|not less than"
    "|upwards of|upward of|greater than|well over|in excess of|a minimum of|just over"
    "|slightly more than|a little over|far more than|not fewer than",
    "high": "nearly almost under below|close to|up to|at most|as many as|no more than|less than"
    "|fewer than|not more than|a maximum of|just under|well under|as much as|slightly less than"
    "|just short of|approaching",
    "exact": "only just exactly precisely|a total of|as few as|as little as|all",
}
_QUALIFIED: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): side
    for side, listed in _QUALIFIERS.items()
    for number, group in enumerate(listed.split("|"))
    for phrase in (group.split() if number == 0 and side != "exact" else [group])
} | {(word,): "exact" for word in "only just exactly precisely".split()}
_QUALIFYING = frozenset(words[-1] for words in _QUALIFIED)
_BEGINNINGS = frozenset(
    [
        *_SMALL,
        *_SCALES,
        *_VAGUE,
        *"half between tens few no not none nobody neither third quarter".split(),
    ]
)
_PARTS = "half third quarter fifth sixth seventh eighth ninth tenth".split()
_AFTER_A = frozenset([*_SCALES, *_PARTS, "handful", "couple", "few"])
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|mn|bn|b)?")
_HYPHENED = re.compile(r"([a-z]+)-([a-z]+)")
_RANGE = re.compile(r"(\d{1,9}(?:\.\d+)?)[-–](\d{1,9}(?:\.\d+)?)")


def may_hold_number(text: str, start: int, end: int) -> bool:
    """Say whether a number, a share or a nothing may begin in ``text[start:end]``."""
    return any(map(_NUMBERED.__getitem__, text[start:end].split(" ")))


def _numbered(piece: str) -> bool:
    items = words(piece, 0, len(piece))
    return any(_may_begin(item.low) or item.low in _AFTER_A for item in items)


_NUMBERED = Kept(_numbered)


def beginnings(items: Sequence[Item]) -> Iterator[int]:
    """Yield where a number, a share or a nothing can begin: at most words none can."""
    for at, item in enumerate(items):
        if item.low == "a":
            if at + 1 < len(items) and items[at + 1].low in _AFTER_A:
                yield at
        elif _may_begin(item.low):
            yield at


@lru_cache(maxsize=8192)
def _may_begin(low: str) -> bool:
    return low[0].isdecimal() or low in _BEGINNINGS or low.partition("-")[0] in _BEGINNINGS


def number_at(items: Sequence[Item], at: int) -> Number | None:
    """Return the number that begins at ``items[at]``, without its qualifier."""
    if at >= len(items):
        return None
    vague = _vague(items, at)
    if vague:
        return vague
    first = _plain(items, at)
    if first is None:
        return _written_range(items, at)
    value, end = first
    plain = end < len(items) and items[end].start - items[end - 1].end < 2  # not: 8.5% to 12.6
    if plain and items[end].low in ("to", "or", "-"):
        second = _plain(items, end + 1)
        if second and second[0] > value and (items[end].low != "or" or second[0] == value + 1):
            low = _same_scale(value, second[0], items[second[1] - 1].low)
            return Number(at, second[1], None, low, second[0], None)
    return Number(at, end, value, None, None, None)


def _same_scale(low: Amount, high: Amount, scale: str) -> Amount:
    """Of "two to three million" the two is millions too."""
    factor = _SCALES.get(scale, 1)
    return low * factor if factor > 1 and low < 1000 <= high and low * factor < high else low


def _vague(items: Sequence[Item], at: int) -> Number | None:
    low = items[at].low
    two = [i.low for i in items[at : at + 3]]
    if low in ("tens", "hundreds") and two[1:2] == ["of"] and two[2:] and two[2] in _VAGUE:
        times = 10 if low == "tens" else 100
        least, most = _VAGUE[two[2]]
        if most is not None and two[2] != "dozens":
            return Number(at, at + 3, None, least * times, (most + 1) * times - 1, None)
    if low == "a" and two[1:3] in (["handful", "of"], ["couple", "of"]):
        scaled = at + 3 < len(items) and items[at + 3].low in _SCALES  # a couple of hundred
        times = _SCALES[items[at + 3].low] if scaled else 1
        most = 9 if two[1] == "handful" else 3
        return Number(at, at + 3 + scaled, None, 2 * times, most * times, None)
    if low in ("several", "few") and two[1:] and two[1] in _SCALES:
        scale = _SCALES[two[1]]
        return Number(
            at, at + 2, None, (3 if low == "several" else 2) * scale, 10 * scale - 1, None
        )
    if low in _VAGUE and (items[at].tag != "name" or at == 0):
        return Number(at, at + 1, None, *_VAGUE[low], None)
    return None


def _written_range(items: Sequence[Item], at: int) -> Number | None:
    """10-20 and 10–20, which the cutter leaves in one piece; "between 10 and 20"."""
    found = _RANGE.fullmatch(items[at].low)
    if found and float(found[1]) < float(found[2]):
        scaled = at + 1 < len(items) and items[at + 1].low in _SCALES
        times = _SCALES[items[at + 1].low] if scaled else 1
        low, high = (_round(float(found[side]) * times) for side in (1, 2))
        return Number(at, at + 1 + scaled, None, low, high, None)
    if items[at].low != "between" or at + 3 >= len(items):
        return None
    first = _plain(items, at + 1)
    if not first or first[1] >= len(items) or items[first[1]].low != "and":
        return None
    second = _plain(items, first[1] + 1)
    if not second or second[0] <= first[0]:
        return None
    low = _same_scale(first[0], second[0], items[second[1] - 1].low)
    return Number(at, second[1], None, low, second[0], None)


def _plain(items: Sequence[Item], at: int) -> tuple[Amount, int] | None:
    """Return a plain number and where it ends: digits or words, then scales."""
    if at >= len(items):
        return None
    value: Amount | None = None
    end = at
    digits = _DIGITS.fullmatch(items[at].low) if len(items[at].low) < 20 else None
    if digits:
        whole = int(digits[1].replace(",", ""))
        value = float(f"{whole}{digits[2]}") if digits[2] else whole
        value = _round(value * _SCALES.get(digits[3] or "", 1))
        end = at + 1
    else:
        value, end = _words(items, at)
    if value is None:
        return None
    first = end
    while end < min(len(items), first + 2) and items[end].low in _SCALES:
        scale = items[end].low
        if scale in _ONLY_AFTER_DIGITS and (not digits or items[end].start != items[end - 1].end):
            break
        value, end = _round(value * _SCALES[scale]), end + 1
    return value, end


def _words(items: Sequence[Item], at: int) -> tuple[Amount | None, int]:
    low = items[at].low
    follows = items[at + 1].low if at + 1 < len(items) else ""
    if low == "a" and follows in _SCALES and follows not in _ONLY_AFTER_DIGITS:
        return 1, at + 1
    if low == "half" and follows == "a" and items[at + 2 : at + 3]:
        return (0.5, at + 2) if items[at + 2].low in _SCALES else (None, at)
    if low in ("a", "one") and [i.low for i in items[at + 1 : at + 4]] == ["quarter", "of", "a"]:
        scaled = items[at + 4 : at + 5] and items[at + 4].low in _SCALES
        return (0.25, at + 4) if scaled else (None, at)
    if low in _SMALL:
        return _SMALL[low], at + 1
    pair = _HYPHENED.fullmatch(low)
    if pair and pair[1] in _TENS and pair[2] in _UNITS:
        return _TENS[pair[1]] + _UNITS[pair[2]], at + 1
    return None, at


def _round(value: Amount) -> Amount:
    value = round(value, 6)
    return int(value) if value == int(value) else value


def qualified(items: Sequence[Item], number: Number) -> Number:
    """Return the number with the qualifier before it ("about", "more than", "up to")."""
    if not number.start or items[number.start - 1].low not in _QUALIFYING:
        return number
    for length in (4, 3, 2, 1):
        start = number.start - length
        if start < 0:
            continue
        words = tuple(i.low for i in items[start : number.start])
        side = _QUALIFIED.get(words)
        if side:
            return _bounded(number._replace(start=start), side, " ".join(words))
    return number


def side_of(qualifier: str) -> str | None:
    """Return what a qualifier makes of a number: its ``value``, ``low``, ``high``, or ``exact``."""
    return _QUALIFIED.get(tuple(qualifier.lower().split()))


def scale_of(unit: str) -> int:
    """Return what a number with this unit is multiplied by: a million; by 1 with any other."""
    return _SCALES.get(unit.lower(), 1)


def _bounded(number: Number, side: str, qualifier: str) -> Number:
    number = number._replace(qualifier=qualifier if side != "exact" else None)
    if number.value is None:
        return number
    if side == "low":
        return number._replace(low=number.value)
    return number._replace(high=number.value) if side == "high" else number
