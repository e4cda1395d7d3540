"""Names of very many pieces, looked for all at once: the automaton of Aho and Corasick (1975).

Its letters are pieces of text.  Each name is in it twice: as it is, and with its first letter in
the other case, which counts only where a sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from .fold import other_case, pieces

MOST = 40
"""Pieces of any other name, some twenty words: each beginning of it is laid out by itself."""

_Steps = Mapping[tuple[int, str], int]


class Found(NamedTuple):
    start: int
    end: int
    name: str
    opens: bool
    """Spelled with its first letter in the other case."""


@dataclass(frozen=True, slots=True)
class LongNames:
    names: frozenset[str]
    steps: _Steps
    """(state, piece) → state; 0 is where nothing of a name has been met."""
    depth: Sequence[int]
    """State → how many pieces lead to it."""
    fallback: Sequence[int]
    """State → that of the longest end of its pieces with which a name begins."""
    ends: Mapping[int, Sequence[tuple[str, bool]]]
    """State → the names that end there, and whether in the other case."""
    shorter: Sequence[int]
    """State → the next one down its fallbacks at which a name ends, or 0."""


def is_long(name: str) -> bool:
    return len(name) > MOST and any(islice(pieces(name, 0, len(name)), MOST, None))


def long_names(names: Iterable[str]) -> LongNames | None:
    """Return the automaton for those of ``names`` that are long; None where none is."""
    found = frozenset(name for name in names if is_long(name))
    if not found:
        return None
    steps: dict[tuple[int, str], int] = {}
    depth = [0]
    ends: dict[int, list[tuple[str, bool]]] = {}
    for name in sorted(found):
        for spelled in dict.fromkeys((name, other_case(name))):
            state = 0
            for piece, _, _ in pieces(spelled, 0, len(spelled)):
                before, state = state, steps.setdefault((state, piece), len(depth))
                if state == len(depth):
                    depth.append(depth[before] + 1)
            ends.setdefault(state, []).append((name, spelled != name))
    fallback, shorter = [0] * len(depth), [0] * len(depth)
    for (before, piece), state in sorted(steps.items(), key=lambda step: depth[step[1]]):
        if before:
            at = fallback[state] = _next(fallback[before], piece, steps, fallback)
            shorter[state] = at if at in ends else shorter[at]
    return LongNames(found, steps, depth, fallback, ends, shorter)


def find_long(known: LongNames, text: str, start: int, end: int) -> Iterator[Found]:
    """Yield every occurrence, whole word or not, in order of its end."""
    state = 0
    starts: list[int] = []
    for piece, begin, stop in pieces(text, start, end):
        starts.append(begin)
        state = at = _next(state, piece, known.steps, known.fallback)
        while at:
            for name, opens in known.ends.get(at, ()):
                yield Found(starts[-known.depth[at]], stop, name, opens)
            at = known.shorter[at]


def _next(state: int, piece: str, steps: _Steps, fallback: Sequence[int]) -> int:
    while state and (state, piece) not in steps:
        state = fallback[state]
    return steps.get((state, piece), 0)
