"""The joined dossier: records and findings brought together, ready to be checked and written.

Every value is frozen, refers to others by id, and carries where its words stand; the
writers read nothing but this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .model import (
    Actor,
    EventRecord,
    Figure,
    Mention,
    Passage,
    Place,
    Proposal,
    SourceRecord,
    Speech,
    TimeExpression,
)
from .problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What the hooks see in one source's text."""

    source: str
    text: str
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    speeches: tuple[Speech, ...]
    stances: tuple[Speech, ...]
    """What somebody wants, plans or sides with, which is told of them: no statements."""
    figures: tuple[Figure, ...]
    proposals: tuple[Proposal, ...]
    unsure: tuple[Proposal, ...]
    """Names of which too little says what they name: shown to those who write, no drafts."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the site gives it, with how sure it is and why."""

    edtf: str
    earliest: date | None
    latest: date | None
    basis: str
    """``derived`` (the evidence's own sentence), ``carried`` (by context) or ``stated``
    (by a person)."""
    expression: str | None
    """The words of the source it comes from, verbatim."""
    why: str
    """One sentence for readers."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a source, found."""

    source: str
    passage: str
    quote: str
    """The text's own words (not the contributor's spelling of them)."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    event: str
    voice: str
    """``speaker``, ``unnamed`` or ``source``."""
    speaker: str | None
    speaker_text: str | None
    speaker_basis: str
    """``stated`` (in the record), ``derived`` (own sentence) or ``carried`` ("probably")."""
    via: str | None
    said: Dated | None
    about: str | None
    """The question it answers."""
    evidence: Evidence | None
    work: str | None
    """A cited work, where the statement does not stand in a text we hold."""
    direct: bool
    figure: Figure | None
    note: str | None

    @property
    def source(self) -> str:
        """The source or work it rests on."""
        return self.evidence.source if self.evidence else self.work or ""


@dataclass(frozen=True, slots=True)
class Participant:
    id: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Event:
    record: EventRecord
    date: Dated | None
    """The best supported date."""
    derived: Dated | None
    """What the evidence itself says, kept beside a stated date."""
    open_date: str | None
    """Why there is no date from the evidence, in words; null where there is one."""
    actors: tuple[Participant, ...]
    places: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def in_sources(self) -> bool:
        """False where the event is known from cited works only ("not in the article")."""
        return bool(self.evidence)


@dataclass(frozen=True, slots=True)
class Relation:
    source: str
    """The actor it goes out from (``from`` in the data)."""
    type: str
    target: str
    evidence: tuple[Evidence, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A footnote reference in a page's prose."""

    page: str
    """Path of the page's file in docs."""
    source: str
    passage: str | None
    locator: str | None
    """"p. 12", where a work without text is cited more closely."""


@dataclass(frozen=True, slots=True)
class Essay:
    """A written page that is no record: its front matter is the common keys only."""

    path: str
    title: str | None
    body: str
    body_line: int
    description: str | None
    note: str | None
    meta: Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Dossier:
    """All there is, joined.  Mappings are in sorted order of id; events in order of time."""

    title: str
    event: str | None
    """Id of the event that Home shows."""
    sources: Mapping[str, SourceRecord]
    readings: Mapping[str, Reading]
    """Only sources with a text."""
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    events: Mapping[str, Event]
    statements: Mapping[str, Statement]
    relations: tuple[Relation, ...]
    essays: Mapping[str, Essay]
    citations: tuple[Citation, ...]
    backlinks: Mapping[str, tuple[str, ...]]
    """Id of a record → ids of the records (or paths of essays) whose page links or refers to it."""
    together: Mapping[str, tuple[tuple[str, int], ...]]
    """Id of an actor or place → (id, number of shared passages), most first."""
    covered: Mapping[tuple[str, str], tuple[str, ...]]
    """(source, passage) → ids or paths of what rests on it."""
    problems: tuple[Problem, ...]
    broken: Mapping[str, tuple[Problem, ...]]
    """Path of a file in docs whose record is left out → its problems (only under ``serve``)."""
