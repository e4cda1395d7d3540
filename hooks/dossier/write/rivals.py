"""Which figures may stand against each other, and in words why others may not.

Two are rivals only if they count the same thing, of the same people, done by the same side,
over the same time; what one states and the other leaves open cannot be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..model import Figure

Item = TypeVar("Item")
Name = Callable[[str], str]

_ASPECTS = (
    ("counts", "what is counted"),
    ("unit", "the unit"),
    ("of", "of whom or what"),
    ("by", "who did it"),
    ("scope", "the time or operation covered"),
)
_ARTICLES = ("the ", "a ", "an ")


def same_key(figure: Figure) -> tuple[str | None, ...]:
    """Return what rivals share; figures with equal keys are rivals."""
    return tuple(_plain(getattr(figure, aspect)) for aspect, _ in _ASPECTS)


def _plain(value: str | None) -> str | None:
    if value is None:
        return None
    plain = " ".join(value.casefold().split())
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain or None


def difference(one: Figure, other: Figure, name: Name = str) -> str | None:
    """Return why two figures are not comparable, or None where they are rivals.

    ``name`` puts an id into words.
    """
    for aspect, words in _ASPECTS:
        first, second = getattr(one, aspect), getattr(other, aspect)
        if _plain(first) == _plain(second):
            continue
        if not first or not second:
            stated = name(first or second)
            return f"for one of them, {words} is not stated; for the other it is {stated}"
        return f"{words} differs: {name(first)}, {name(second)}"
    return None


def families(items: Sequence[Item], figure: Callable[[Item], Figure]) -> list[list[Item]]:
    """Return ``items`` in groups of rivals, near kinds (same thing, same people) side by side.

    A figure of which it is not said what it counts has no rival.
    """
    groups: dict[tuple[object, ...], list[Item]] = {}
    for index, item in enumerate(items):
        counted = figure(item)
        key: tuple[object, ...] = same_key(counted) if counted.counts else (None, index)
        groups.setdefault(key, []).append(item)
    first: dict[tuple[object, ...], int] = {}
    for key in groups:
        first.setdefault(key[:1], len(first))
    return [groups[key] for key in sorted(groups, key=lambda key: first[key[:1]])]
