"""What the figures of a bench come to: shares, growth, and each aim with whether it is met."""

# ruff: noqa: INP001 -- a part of commands, not a package
from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from measuring import COLD, HOOKS, PLAIN, UNKEPT, WARM, Z_COLD, Z_WARM, Cost, Measured

Results = Mapping[int, Measured]
"""Number of records, the smallest first → what was measured."""
NOT_MEASURED = "not measured"


@dataclass(frozen=True)
class Aim:
    what: str
    most: float
    measured: float | None
    form: str
    """How a value is written, as for ``str.format``."""

    @property
    def met(self) -> bool | None:
        """None where nothing was measured."""
        return None if self.measured is None else self.measured <= self.most

    def row(self) -> tuple[str, str, str]:
        measured = NOT_MEASURED if self.measured is None else self.form.format(self.measured)
        met = {True: "yes", False: "no", None: "–"}[self.met]
        return f"{self.what} ≤ {self.form.format(self.most)}", measured, met


def exponent(first: tuple[float, float], last: tuple[float, float]) -> float:
    """Return the power of the pages by which a cost grows, from two of (pages, cost)."""
    return math.log(last[1] / first[1]) / math.log(last[0] / first[0])


def exponents(points: Sequence[tuple[float, float]]) -> list[float]:
    """Return it between each two neighbours of at least two, and over all at the end."""
    return [*(exponent(*pair) for pair in pairwise(points)), exponent(points[0], points[-1])]


def growth(results: Results, what: str, of: Callable[[Cost], float]) -> list[float]:
    """Return the exponents of one cost, by the pages that were really built."""
    return exponents([(one.sizes.pages, of(one.costs[what])) for one in results.values()])


def cpu(cost: Cost) -> float:
    return cost.cpu


def seconds(cost: Cost) -> float:
    return cost.seconds


def ratio(one: Measured, upper: str, lower: str, of: Callable[[Cost], float]) -> float | None:
    """Return how much one cost is of another; None where one of them was not measured."""
    if not {upper, lower} <= one.costs.keys():
        return None
    return of(one.costs[upper]) / of(one.costs[lower])


def shares(one: Measured) -> Iterator[tuple[str, str]]:
    """Yield (definition, value) of each way to put what the hooks take."""
    for what, form, share in (
        ("hooks alone / cold build, CPU", "{:.0%}", ratio(one, HOOKS, COLD, cpu)),
        (f"hooks alone / {UNKEPT}, CPU", "{:.0%}", ratio(one, HOOKS, UNKEPT, cpu)),
        (f"cold build / {PLAIN}, same pages, clock", "{:.2f}", ratio(one, COLD, PLAIN, seconds)),
        (f"cold build / {PLAIN}, same pages, CPU", "{:.2f}", ratio(one, COLD, PLAIN, cpu)),
    ):
        yield what, NOT_MEASURED if share is None else form.format(share)


def _beyond(one: Measured, of: Callable[[Cost], float]) -> float | None:
    """Return the share of a cold build that MkDocs without hooks does not take."""
    plain = ratio(one, PLAIN, COLD, of)
    return None if plain is None else 1 - plain


def _search(one: Measured, what: str) -> float | None:
    found: float | None = getattr(one.search, what, None)
    return found


OF_ONE_SIZE: Sequence[tuple[int, str, float, str, Callable[[Measured], float | None]]] = (
    (1000, "hooks alone / cold build, CPU", 0.15, "{:.0%}", lambda m: ratio(m, HOOKS, COLD, cpu)),
    (1000, f"cold build beyond {PLAIN}, CPU", 0.15, "{:.0%}", lambda m: _beyond(m, cpu)),
    (1000, f"cold build beyond {PLAIN}, clock", 0.15, "{:.0%}", lambda m: _beyond(m, seconds)),
    (1000, "cold / Zensical's, clock", 0.8, "{:.2f}", lambda m: ratio(m, COLD, Z_COLD, seconds)),
    (1000, "warm / Zensical's, clock", 0.4, "{:.2f}", lambda m: ratio(m, WARM, Z_WARM, seconds)),
    (1000, "saved to served", 1.5, "{:.1f} s", lambda m: m.edits[1]),
    (5000, "saved to served", 6, "{:.1f} s", lambda m: m.edits[1]),
    (5000, "cold build, largest process", 300, "{:.0f} MB", lambda m: m.costs[COLD].process),
    (5000, "cold build, all processes", 300, "{:.0f} MB", lambda m: m.costs[COLD].together or None),
    (1000, "search ready", 300, "{:,.0f} ms", lambda m: _search(m, "ready")),
    (1000, "slowest query", 50, "{:,.0f} ms", lambda m: _search(m, "slowest")),
    (5000, "search ready", 1200, "{:,.0f} ms", lambda m: _search(m, "ready")),
)
"""(pages, what, the most it is to be, how it is written, where it stands) of each such aim."""
LARGEST = 5000
"""Pages, from which on it is told how costs grow."""


def _of_size(results: Results, pages: int) -> Measured | None:
    """Return what was measured of the smallest dossier of so many pages, or up to twice as many."""
    found = (one for one in results.values() if pages <= one.sizes.pages < 2 * pages)
    return min(found, key=lambda one: one.sizes.pages, default=None)


def aims(results: Results) -> list[Aim]:
    """Return each aim that is a figure, with what was measured."""
    found = []
    for pages, what, most, as_, look in OF_ONE_SIZE:
        one = _of_size(results, pages)
        found.append(Aim(f"{pages:,} pages: {what}", most, look(one) if one else None, as_))
    is_told = len(results) > 1 and any(one.sizes.pages >= LARGEST for one in results.values())
    steps = growth(results, COLD, cpu) if is_told else []
    for what, value in (("over all", steps[-1:]), ("steepest step", steps[:-1])):
        grown = max(value, default=None)
        found.append(Aim(f"exponent of a cold build's CPU, {what}", 1.1, grown, "{:.2f}"))
    return found


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of words as lines, their columns below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
