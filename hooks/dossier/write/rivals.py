"""Which figures may stand against each other, and in words why others may not.

Two are rivals only if they count the same thing, of the same people, over the same time, and
nothing says that different sides did it; of all else, what one leaves open is not compared.
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
    """Return what rivals share, beside who did it."""
    return tuple(_plain(getattr(figure, aspect)) for aspect, _ in _ASPECTS if aspect != "by")


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
    found = differences(one, other, name)
    open_doer = same_key(one) == same_key(other) and not (one.by and other.by)
    return None if open_doer else "; ".join(found) or None


def differences(one: Figure, other: Figure, name: Name = str) -> list[str]:
    """Return all in which two figures differ, in words."""
    found = []
    for aspect, words in _ASPECTS:
        first, second = getattr(one, aspect), getattr(other, aspect)
        if _plain(first) == _plain(second):
            continue
        if first and second:
            found.append(f"{words} differs: {name(first)}, {name(second)}")
        else:
            stated = name(first or second)
            found.append(f"{words} is not stated for one of them, {stated} for the other")
    return found


def nearest(figure: Figure, others: Sequence[Figure]) -> int:
    """Return the index of the figure that differs least: of the same thing, if there is one."""
    return min(
        range(len(others)),
        key=lambda at: (
            _plain(figure.counts) != _plain(others[at].counts),
            len(differences(figure, others[at])),
            at,
        ),
    )


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
    order = sorted(groups, key=lambda key: first[key[:1]])
    return [family for key in order for family in _by_doer(groups[key], figure)]


def _by_doer(group: list[Item], figure: Callable[[Item], Figure]) -> list[list[Item]]:
    """Part a group where several are said to have done it; one not stated agrees with one only."""
    doers: dict[str | None, list[Item]] = {}
    for item in group:
        doers.setdefault(_plain(figure(item).by), []).append(item)
    stated = [doer for doer in doers if doer]
    return [group] if len(stated) < 2 else list(doers.values())
