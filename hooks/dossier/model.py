"""The values everything else passes on: what is read, found, written by people and joined.

All are frozen and carry the span of text they came from; none holds behaviour beyond
a property or two.  Spans are character offsets into the source's text decoded as UTF-8
without newline translation (Python ``str``), end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

# --- Read: what a source's text consists of -------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage; ``start``/``end`` leave out the white space around it."""

    passage: str
    """Id of its passage: ``title``, ``standfirst``, ``caption``, ``1``, ``2``, …"""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a source: a paragraph of the body, or its title, standfirst or caption."""

    id: str
    role: str
    """``title``, ``standfirst``, ``caption`` or ``body``."""
    start: int
    end: int
    sentences: tuple[Sentence, ...]


# --- Find: what the sentences say -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name (or a description that a source's ``called`` ties to an actor) in a text."""

    entity: str
    """Id of the actor or place."""
    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression (TimeML's TIMEX3), resolved against the days of publication."""

    passage: str
    start: int
    end: int
    text: str
    """The words themselves, verbatim."""
    type: str
    """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
    value: str
    """The TIMEX3 value, as TimeML writes it (``2016-W12``, ``P3W``, ``2015-SU``)."""
    edtf: str | None
    """The same as EDTF level 0–1, where it names a date; null for durations and sets."""
    earliest: date | None
    latest: date | None
    """First and last day it can mean; null where that is open or it names no date."""
    why: str
    """One sentence, for readers: how the words became the date."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody's words or claim in a text: who, by which cue, saying what, through whom."""

    passage: str
    start: int
    end: int
    """The sentence, or the part of it, that holds speaker, cue and content together."""
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    """One span for each unbroken run of content; several for a split quotation."""
    direct: bool
    """True where the content stands in quotation marks."""
    voice: str
    """``speaker`` (somebody), ``unnamed`` (nobody named: "reportedly") or ``source``."""
    speaker: str | None
    """Id of a known actor."""
    speaker_span: tuple[int, int] | None
    speaker_text: str | None
    """How the source puts the speaker, verbatim."""
    basis: str
    """``stated`` in its own sentence, or ``carried`` from the one before ("probably")."""
    via: str | None
    """Id of the actor through whom it reached the source."""
    via_span: tuple[int, int] | None
    said: TimeExpression | None
    """The day given for the saying itself, if one is."""
    manner: str = "said"
    """``said``; ``thought`` (believes, fears) or ``wanted`` (plans, sides with): told of them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something, as a text or a person puts it."""

    counts: str | None
    """What is counted, a plural noun: ``deaths``, ``sorties``, ``people``, …"""
    of: str | None = None
    """Who or what it befell or concerns: an id, or words."""
    by: str | None = None
    """Who is said to have done it: an id, or words."""
    unit: str | None = None
    scope: str | None = None
    """The time or operation covered, in words or EDTF."""
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    qualifier: str | None = None
    """``about``, ``more than``, ``nearly``, … as said."""
    passage: str | None = None
    start: int | None = None
    end: int | None = None
    """The span of the whole phrase, where the figure was found in a text."""
    where: Where | None = field(default=None, compare=False)
    """Where its number stands in a record, if a person wrote it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name no page covers yet: what a text introduces, and the words that say what it is."""

    name: str
    kind: str
    """``actor`` or ``place``; of what is unsure the likelier, or ``unknown``."""
    what: str | None
    """The words that say what it is ("the director of …"), verbatim and short; or null."""
    spans: tuple[tuple[str, int, int], ...]
    """(passage, start, end) of every occurrence."""
    unsure: str | None = None
    """Why too little says what it names, in words; null where enough does."""
    person: bool = False
    """Whether the words beside it tell that it is a person."""


# --- Records: what people write -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file, for problems: line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    lang: str = "en"
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence as people write it: a few words of a source."""

    source: str
    quote: str
    passage: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class Location:
    lat: float
    lon: float
    """WGS 84 degrees."""
    precision: str
    """``point``, ``site``, ``city``, ``governorate`` or ``country``."""
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class RelationRecord:
    type: str
    """``fights``, ``backs``, ``mediates``, ``reports-on`` or ``part-of``."""
    to: str
    evidence: tuple[Quote, ...]
    where: Where
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of a record's ``history``."""

    date: str
    what: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class OtherSource:
    """What a cited work says of an event."""

    source: str
    date: str | None
    verdict: str
    """``agrees``, ``loose``, ``contradicts`` or ``adds``."""
    note: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """A statement as people write it; what is None is derived from the evidence."""

    id: str | None
    evidence: Quote | None
    work: str | None
    voice: str | None
    speaker: str | None
    speaker_text: str | None
    via: str | None
    said: str | None
    direct: bool | None
    about: str | None
    figure: Figure | None
    note: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What every page may carry."""

    id: str
    path: str
    """Of the file, relative to the docs folder, with ``/``."""
    title: str
    body: str
    """The Markdown after the front matter."""
    body_line: int
    """The line of the file on which ``body`` begins, from 1."""
    description: str | None = None
    note: str | None = None
    history: tuple[Change, ...] = ()
    meta: Mapping[str, object] = field(default_factory=dict)
    """The theme's own keys (``tags``, ``search``, ``hide``, ``icon``, ``template``)."""
    draft: bool = False
    keys: Mapping[str, Where] = field(default_factory=dict)
    """Where the value of each top-level key of the front matter stands."""


@dataclass(frozen=True, slots=True)
class NamedRecord(PageRecord):
    """What actors and places share: they have names that texts print."""

    kind: str = ""
    names: tuple[Name, ...] = ()
    """As texts print them, the title first where it is not among those written."""
    also: tuple[Name, ...] = ()
    """For search only."""
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Actor(NamedRecord):
    side: str | None = None
    relations: tuple[RelationRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Place(NamedRecord):
    part_of: str | None = None
    location: Location | None = None
    status: str | None = None
    built: str | None = None


@dataclass(frozen=True, slots=True)
class EventRecord(PageRecord):
    evidence: tuple[Quote, ...] = ()
    date: str | None = None
    places: tuple[str, ...] | None = None
    actors: Mapping[str, str | None] | None = None
    other_sources: tuple[OtherSource, ...] = ()
    statements: tuple[StatementRecord, ...] = ()
    ongoing: bool = False
    graphic: bool = False


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source's record; ``text`` is None for a work that is cited but not held."""

    id: str
    path: str
    title: str
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    """EDTF."""
    language: str
    week_starts: str
    rights: str | None
    publish: str
    """``quotations`` or ``full``."""
    quote_limit: float
    sha256: str | None
    parts: Mapping[str, int]
    guides: Mapping[str, str]
    """Passage → our own words on what it holds."""
    notes: Mapping[str, str]
    """Passage → a slip or a trap in it."""
    called: Mapping[str, tuple[str, ...]]
    """Actor → descriptions that mean it in this text."""
    accessed: str | None
    archived: str | None
    note: str | None
    history: tuple[Change, ...]
    text: str | None
    keys: Mapping[str, Where] = field(default_factory=dict)
