"""The model of the tables: every column with its type, its meaning and what it refers to.

The CSV files, their schemas and the field tables of the Data page are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import LINKS, PRECISIONS, RELATION_TYPES, VERDICTS, VOICES

ROLES = ("title", "standfirst", "caption", "body")
BASES = ("derived", "carried", "stated")
SPEAKER_BASES = ("stated", "derived", "carried")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    """Of Frictionless Table Schema: string, integer, number, boolean, date."""
    about: str
    required: bool = False
    one_of: tuple[str, ...] = ()
    refers_to: str | None = None
    """The table whose ``id`` it names."""


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    refers_to: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    """(columns, table, its columns): what more than one column together names."""


def _id(what: str) -> Column:
    return Column(
        "id", "string", f"Identifier of the {what}; it never changes meaning.", required=True
    )


def _ref(name: str, table: str, about: str, *, required: bool = False) -> Column:
    return Column(name, "string", about, required, refers_to=table)


def _date(name: str, about: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_edtf", "string", f"{about}, as EDTF: as sharp as it is known."),
        Column(f"{name}_earliest", "date", "The first day that date can mean; empty: open."),
        Column(f"{name}_latest", "date", "The last day that date can mean; empty: open."),
    )


def _span(of: str) -> tuple[Column, ...]:
    what = f"of the {of} in the source’s text, counted in characters (UTF-8 decoded)"
    return (
        Column("start", "integer", f"Start {what}."),
        Column("end", "integer", f"End {what}; the character there is not part of it."),
    )


_PAGE = Column("page", "string", "Address of its page, relative to the site.", required=True)
_DRAFT = Column(
    "draft", "boolean", "A draft made by the build, not yet looked over.", required=True
)
_TITLE = Column("title", "string", "What its page is called.", required=True)
_LINKS = tuple(
    Column(key, "string", f"{field.doc}.") for key, field in sorted(LINKS.fields.items())
)
_PASSAGE = (("source", "passage"), "passages", ("source", "id"))

SOURCES = Table(
    "sources",
    "What everything rests on: texts that are held and read, and works that are cited.",
    (
        _id("source"),
        Column(
            "title", "string", "Its title as printed; in brackets: our description.", required=True
        ),
        Column("publisher", "string", "Who published it."),
        Column("author", "string", "Its author as printed; empty: none is given."),
        Column("url", "string", "Its address at the publisher’s."),
        *_date("published", "When it was published"),
        Column("language", "string", "Its language (BCP 47).", required=True),
        Column("rights", "string", "Whose it is."),
        Column(
            "publish",
            "string",
            "What may be shown of it.",
            required=True,
            one_of=("quotations", "full"),
        ),
        Column("accessed", "string", "When its address was last looked at, as EDTF."),
        Column("archived", "string", "Address of an archived copy."),
        Column("sha256", "string", "Hash of the text that was read; empty: cited, not read."),
        Column("words", "integer", "Words of the text that was read."),
        Column("quoted_words", "integer", "How many of them the whole site shows."),
        Column("note", "string", "What a reader should know about it."),
        _PAGE,
    ),
)
PASSAGES = Table(
    "passages",
    "The passages of each text that is read: what each holds, in our own words.",
    (
        _ref("source", "sources", "The source it is part of.", required=True),
        Column(
            "id", "string", "Its name: title, standfirst, caption, or its number.", required=True
        ),
        Column("role", "string", "What part of the source it is.", required=True, one_of=ROLES),
        *_span("passage"),
        Column("covered", "boolean", "Whether at least one record rests on it.", required=True),
        Column("guide", "string", "What it holds, in our own words."),
        Column("note", "string", "A slip or a trap in it."),
    ),
    key=("source", "id"),
)
ACTORS = Table(
    "actors",
    "People, groups and bodies.",
    (
        _id("actor"),
        _TITLE,
        Column("kind", "string", "What kind of actor it is.", required=True),
        Column("side", "string", "Which side it is on: an id, or words."),
        Column("description", "string", "One line on it."),
        *_LINKS,
        _DRAFT,
        _PAGE,
    ),
)
PLACES = Table(
    "places",
    "Places, with how sharply their location is known.",
    (
        _id("place"),
        _TITLE,
        Column("kind", "string", "What kind of place it is.", required=True),
        _ref("part_of", "places", "The place it is part of."),
        Column("lat", "number", "Degrees north (WGS 84); read it with its precision."),
        Column("lon", "number", "Degrees east (WGS 84); read it with its precision."),
        Column("precision", "string", "What the point stands for.", one_of=PRECISIONS),
        Column(
            "radius_km",
            "number",
            "The real spot, or the whole area, lies within this many kilometres.",
        ),
        Column("status", "string", "What has become of it."),
        Column("built", "string", "When it was built, in words."),
        Column("description", "string", "One line on it."),
        *_LINKS,
        _DRAFT,
        _PAGE,
    ),
)
NAMES = Table(
    "names",
    "All names of actors and places, with their languages.",
    (
        _ref("actor", "actors", "Whose name it is, if an actor’s."),
        _ref("place", "places", "Whose name it is, if a place’s."),
        Column("number", "integer", "Its place in the record’s list, from 1.", required=True),
        Column("text", "string", "The name.", required=True),
        Column("lang", "string", "Its language (BCP 47).", required=True),
        Column(
            "found", "boolean", "Looked for in texts; otherwise for search only.", required=True
        ),
    ),
    key=(),
)
EVENTS = Table(
    "events",
    "What happened, in order of time.",
    (
        _id("event"),
        _TITLE,
        Column("description", "string", "One line on it."),
        *_date("date", "The best supported date"),
        Column(
            "date_basis", "string", "Whence: the evidence, its context, or people.", one_of=BASES
        ),
        Column("date_expression", "string", "The source’s words for it."),
        Column("date_why", "string", "How the date came about, in one sentence."),
        *_date("derived", "What the evidence itself says of the date"),
        Column("derived_basis", "string", "Whence that date comes.", one_of=BASES),
        Column("in_sources", "boolean", "False: known from cited works only.", required=True),
        Column("ongoing", "boolean", "Reported as under way on its date.", required=True),
        Column("graphic", "boolean", "Carries a content note.", required=True),
        _DRAFT,
        _PAGE,
    ),
)
PARTICIPANTS = Table(
    "participants",
    "Who took part in each event.",
    (
        _ref("event", "events", "The event.", required=True),
        _ref("actor", "actors", "Who took part.", required=True),
        Column("role", "string", "In which role, in our own words."),
    ),
    key=("event", "actor"),
)
EVENT_PLACES = Table(
    "event_places",
    "Where each event took place.",
    (
        _ref("event", "events", "The event.", required=True),
        _ref("place", "places", "Where.", required=True),
    ),
    key=("event", "place"),
)
OTHER_SOURCES = Table(
    "other_sources",
    "What cited works say of each event.",
    (
        _ref("event", "events", "The event.", required=True),
        Column("number", "integer", "Its place in the event’s list, from 1.", required=True),
        _ref("source", "sources", "The cited work.", required=True),
        *_date("date", "The date that work gives"),
        Column(
            "verdict",
            "string",
            "How it stands to the sources read.",
            required=True,
            one_of=VERDICTS,
        ),
        Column("note", "string", "What it says, in our own words."),
    ),
    key=("event", "number"),
)
STATEMENTS = Table(
    "statements",
    "Who says what, through whom, on which words.",
    (
        _id("statement"),
        _ref("event", "events", "The event it is about.", required=True),
        Column(
            "voice",
            "string",
            "Somebody, nobody named, or the source itself.",
            required=True,
            one_of=VOICES,
        ),
        _ref("speaker", "actors", "Who says it; empty: see voice and speaker_text."),
        Column("speaker_text", "string", "How a speaker without a page is put."),
        Column(
            "speaker_basis",
            "string",
            "Whence the speaker is known.",
            required=True,
            one_of=SPEAKER_BASES,
        ),
        _ref("via", "actors", "Through whom it reached the source."),
        *_date("said", "When it was said; empty: not stated"),
        Column("about", "string", "The question it answers."),
        _ref("source", "sources", "The source or cited work it stands in.", required=True),
        Column("passage", "string", "The passage; empty: a work that is cited, not read."),
        Column("quote", "string", "The source’s own words, a short quotation."),
        *_span("quote"),
        Column(
            "direct", "boolean", "Whether the words are quoted from the speaker.", required=True
        ),
        Column("note", "string", "What a reader should know about it."),
        _PAGE,
    ),
)
FIGURES = Table(
    "figures",
    "The numbers in statements, in the manner of UCDP’s Georeferenced Event Dataset; "
    "never to be added up: each counts what its own row says.",
    (
        _ref("statement", "statements", "The statement it stands in.", required=True),
        _ref("event", "events", "The event that statement is about.", required=True),
        Column("counts", "string", "What is counted, in the plural."),
        Column("unit", "string", "The unit, where there is one."),
        Column("of", "string", "Who or what it befell or concerns: an id, or words."),
        Column("by", "string", "Who is said to have done it: an id, or words; empty: not stated."),
        Column("scope", "string", "The time or operation it covers; empty: not stated."),
        Column("low", "number", "At least this many, where the words say so."),
        Column("best", "number", "The number said; with “more than” or the like, see qualifier."),
        Column("high", "number", "At most this many, where the words say so."),
        Column("qualifier", "string", "The word before the number."),
        *_date("date", "The event’s date"),
        Column(
            "date_prec",
            "integer",
            "UCDP’s code for that date: 1 a day, 2 two to six days, 3 a week, 4 up to a month, "
            "5 up to a year; empty: longer, open or none.",
        ),
        Column(
            "where_prec",
            "integer",
            "UCDP’s code for the least sharply known of the event’s places: 1 a point, site or "
            "town, 4 a province, 6 a country; empty: no location.",
        ),
        Column("attributed_to", "string", "Who says it: an actor’s id, or the source’s words."),
        _ref("via", "actors", "Through whom it reached the source."),
        _ref("reported_by", "sources", "The source or work that reports it.", required=True),
    ),
    key=("statement",),
)
RELATIONS = Table(
    "relations",
    "Who stands how to whom.",
    (
        Column("id", "string", "FROM.TYPE.TO.", required=True),
        _ref("from", "actors", "The actor it goes out from.", required=True),
        Column(
            "type",
            "string",
            "How the one stands to the other.",
            required=True,
            one_of=RELATION_TYPES,
        ),
        _ref("to", "actors", "The actor it goes to.", required=True),
        Column("note", "string", "What a reader should know about it."),
    ),
)
EVIDENCE = Table(
    "evidence",
    "Each piece of evidence: the words that an event, a statement or a relation rests on.",
    (
        Column("number", "integer", "Its place in this table, from 1.", required=True),
        _ref("event", "events", "The event that rests on it, if one does."),
        _ref("statement", "statements", "The statement that rests on it, if one does."),
        _ref("relation", "relations", "The relation that rests on it, if one does."),
        _ref("source", "sources", "The source it stands in.", required=True),
        Column("passage", "string", "The passage it stands in.", required=True),
        Column("quote", "string", "The source’s own words, a short quotation.", required=True),
        *_span("quote"),
    ),
    key=("number",),
    refers_to=(_PASSAGE,),
)
MENTIONS = Table(
    "mentions",
    "Where each text names which actor or place.",
    (
        _ref("source", "sources", "The source.", required=True),
        Column("passage", "string", "The passage.", required=True),
        *_span("name"),
        _ref("actor", "actors", "Who is named there, if an actor."),
        _ref("place", "places", "What is named there, if a place."),
    ),
    key=("source", "start", "end"),
    refers_to=(_PASSAGE,),
)
TABLES = (
    SOURCES, PASSAGES, ACTORS, PLACES, NAMES, EVENTS, PARTICIPANTS, EVENT_PLACES, OTHER_SOURCES,
    STATEMENTS, FIGURES, RELATIONS, EVIDENCE, MENTIONS,
)  # fmt: skip
