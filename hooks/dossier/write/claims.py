"""Statements sorted for readers: what is about the doing, a grid by speaker, rival figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..joined import Event, Evidence, Statement
from ..model import Figure
from . import rivals
from .here import Claim, Here, Link
from .lookup import Lookup
from .wording import capital


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: tuple[Cell, ...]
    """One for each speaker."""


@dataclass(frozen=True, slots=True)
class Cell:
    claims: tuple[Claim, ...]
    gap: str
    """What is said where there are no claims."""


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
    doer_open: bool
    """Does not say who did it, while a rival does."""


@dataclass(frozen=True, slots=True)
class Family:
    """Figures that may be compared with each other, and why not with those before."""

    band: str | None
    against: str | None
    """The figure before that is nearest, and who gives it."""
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


def carrying(event: Event, lookup: Lookup) -> list[Statement]:
    """Return the statements that carry an event's evidence: whose words overlap with it.

    Where no words do, those that stand in a sentence it rests on. What the source says itself, in
    answer to the same question, stands with them.
    """
    told = [(s, s.evidence) for s in event.statements if s.evidence]
    found = [s for s, words in told if any(_overlap(words, e) for e in event.evidence)]
    if not found:
        sentences = {lookup.sentence(evidence) for evidence in event.evidence}
        found = [s for s, words in told if lookup.sentence(words) in sentences]
    asked = {s.about for s in found if s.about}
    own = [s for s, _ in told if s.voice == "source" and s.about in asked and not s.figure]
    return [*found, *(s for s in own if s not in found)]


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def grid(
    statements: Sequence[Statement], here: Here, elsewhere: Sequence[Statement] = ()
) -> Grid | None:
    """Return the statements as questions by speakers; None where that would show nothing more.

    A speaker's gap says where one of the statements ``elsewhere``, of other works, would fill it.
    """
    keys = list(dict.fromkeys(_speaker(s) for s in statements))
    rows: dict[str, list[Statement]] = {}
    for statement in statements:
        rows.setdefault(_row(statement, here), []).append(statement)
    if len(keys) < 2:
        return None
    first = {_speaker(s): s for s in reversed(statements)}
    others = {(_row(s, here), _speaker(s)) for s in elsewhere}

    def cell(label: str, key: tuple[str, str | None]) -> Cell:
        claims = tuple(here.claim(s) for s in rows[label] if _speaker(s) == key)
        return Cell(claims, f"not said{f' in {here.lookup.report}' * ((label, key) in others)}")

    return Grid(
        tuple(here.speaker(first[key]) for key in keys),
        tuple(Row(label, tuple(cell(label, key) for key in keys)) for label in rows),
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
    heads: list[tuple[Statement, Figure]] = []
    for group in groups:
        statement, figure = group[0]
        band = against = None
        if heads:
            before, other = heads[rivals.nearest(figure, [head for _, head in heads])]
            said = rivals.differences(other, figure, here.name)
            band = "; ".join(said) or "what is counted is not stated"
            against = _named(before, here)
        stated = any(f.by for _, f in group)
        rows = tuple(_figure_row(s, f, here, stated=stated) for s, f in group)
        found.append(Family(band, against, rows))
        heads.append((statement, figure))
    return found


def _named(statement: Statement, here: Here) -> str:
    """Return a figure with what it counts and who gives it."""
    claim = here.claim(statement)
    counts = (claim.counted or "").partition(": ")[0]
    said = " ".join(filter(None, [claim.figure, claim.joint, counts]))
    return f"{said} ({claim.speaker.text})"


def _figure_row(statement: Statement, figure: Figure, here: Here, *, stated: bool) -> FigureRow:
    claim = here.claim(statement)
    counts = claim.counted.partition(": ")[0] if claim.counted else ""
    return FigureRow(
        claim,
        counts,
        here.link(figure.of) if figure.of else None,
        here.link(figure.by) if figure.by else None,
        figure.scope,
        doer_open=stated and not figure.by,
    )
