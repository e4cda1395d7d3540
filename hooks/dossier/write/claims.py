"""Statements sorted for readers: what is about the doing, a grid by speaker, rival figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..joined import Event, Statement
from ..model import Figure
from . import rivals
from .here import Claim, Here, Link
from .lookup import Lookup
from .wording import capital


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: tuple[tuple[Claim, ...], ...]
    """One for each speaker; empty where that speaker says nothing on it."""


@dataclass(frozen=True, slots=True)
class Grid:
    speakers: tuple[Link, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    claim: Claim
    counts: str
    of: Link | None
    by: Link | None
    scope: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """Figures that may be compared with each other, and why not with those before."""

    band: str | None
    rows: tuple[FigureRow, ...]


def about_the_doing(event: Event, lookup: Lookup) -> list[Statement]:
    """Return the statements on what happened, as against what was made of it.

    They stand in a sentence the event rests on, or answer the same question as one that does,
    or several of them count something in answer to one question.
    """
    sentences = {lookup.sentence(evidence) for evidence in event.evidence}
    counting = Counter(s.about for s in event.statements if s.figure)

    def direct(statement: Statement) -> bool:
        found = statement.evidence
        if found is not None and lookup.sentence(found) in sentences:
            return True
        return bool(statement.figure) and counting[statement.about] > 1

    questions = {s.about for s in event.statements if s.about and direct(s)}
    return [s for s in event.statements if direct(s) or s.about in questions]


def grid(statements: Sequence[Statement], here: Here) -> Grid | None:
    """Return the statements as questions by speakers; None where that would show nothing more."""
    keys = list(dict.fromkeys(_speaker(s) for s in statements))
    rows: dict[str, list[Statement]] = {}
    for statement in statements:
        rows.setdefault(_row(statement, here), []).append(statement)
    if len(keys) < 2:
        return None
    first = {_speaker(s): s for s in reversed(statements)}
    return Grid(
        tuple(here.speaker(first[key]) for key in keys),
        tuple(
            Row(
                label,
                tuple(tuple(here.claim(s) for s in found if _speaker(s) == key) for key in keys),
            )
            for label, found in rows.items()
        ),
    )


def _speaker(statement: Statement) -> tuple[str, str | None]:
    if statement.voice == "speaker":
        return "speaker", statement.speaker or statement.speaker_text
    return statement.voice, statement.source if statement.voice == "source" else None


def _row(statement: Statement, here: Here) -> str:
    if statement.figure and statement.figure.counts:
        return capital(here.counted(statement))
    return statement.about or "What else is said"


def figure_families(statements: Sequence[Statement], here: Here) -> list[Family]:
    """Return the figures among ``statements`` with their rivals, banded by why they differ."""
    counted = [(s, s.figure) for s in statements if s.figure]
    groups = rivals.families(counted, lambda pair: pair[1])
    found: list[Family] = []
    before: Figure | None = None
    for group in groups:
        figure = group[0][1]
        band = rivals.difference(before, figure, here.name) if before else None
        if before and band is None:
            band = "what is counted is not stated"
        found.append(Family(band, tuple(_figure_row(s, f, here) for s, f in group)))
        before = figure
    return found


def _figure_row(statement: Statement, figure: Figure, here: Here) -> FigureRow:
    return FigureRow(
        here.claim(statement),
        figure.counts or "what is counted is not stated",
        here.link(figure.of) if figure.of else None,
        here.link(figure.by) if figure.by else None,
        figure.scope,
    )
