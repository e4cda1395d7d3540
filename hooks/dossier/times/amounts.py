"""Numbers as words and digits write them: 1,500, twenty-five, a dozen, two or three."""

from __future__ import annotations

from collections.abc import Sequence

from .words import COMMON

_HALF = 0.5
_HUNDRED = 100
_THOUSAND = 1000


def amounts(words: Sequence[str]) -> tuple[float | None, float | None]:
    """Return the least and the most of "two", "two or three", "10-15"; None for "a few"."""
    for place, word in enumerate(words[1:-1], 1):
        digits = words[place - 1].isdigit() and words[place + 1].isdigit()
        if word in ("to", "or") or (word in "-–" and digits):
            return _amount(words[:place]), _amount(words[place + 1 :])
    return (number := _amount(words)), number


def amount(words: Sequence[str]) -> float | None:
    """Return the number that words or digits write, of two the first; None for "a few"."""
    return amounts(words)[0]


def _amount(words: Sequence[str]) -> float | None:
    total, current, seen, joined = 0.0, 0.0, False, False
    for word in words:
        number = _number(word)
        if number is None:
            joined = word == "and"
            continue
        if joined and 1 <= current < _HUNDRED and number >= 1:
            return None  # "between two and three weeks"
        seen = True
        if word in COMMON["scale"]:
            current = (current or 1) * number
            if number >= _THOUSAND:
                total, current = total + current, 0.0
        else:
            current += number
    if not seen:
        return 1.0 if words and words[0] in ("a", "an") and len(words) == 1 else None
    return total + current


def _number(word: str) -> float | None:
    for name in ("ones", "tens", "scale", "ordinalword"):
        if word in COMMON[name]:
            return float(COMMON[name][word])
    if word in ("couple", "pair"):
        return 2.0
    if word in ("half", "quarter"):
        return _HALF if word == "half" else _HALF / 2
    if "0" <= word[0] <= "9":
        top, _, bottom = word.replace(",", "").partition("/")
        if bottom:
            return float(top[:9]) / (float(bottom[:9]) or 1.0)
        return float(top[:15]) if top.replace(".", "", 1).isdigit() else None
    return None
