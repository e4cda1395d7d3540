"""The keys of every kind of record, as tables: what people may write, and what each key says.

Reading, messages, editors' schemas and the guide all come from these tables; a new key is a
new line here.
"""

from __future__ import annotations

from . import mending
from .fields import Dictionary, Field, ListOf, Record
from .forms import RELATION_TYPES, event_form, source_form
from .schema_parts import (
    CHANGE,
    LANGUAGE,
    LINE,
    LINKS,
    LOCATION,
    NAME,
    OTHER_SOURCE,
    PASSAGE_ID,
    PRECISIONS,
    QUOTE,
    RELATION,
    STATEMENT,
    VERDICTS,
    VOICES,
    WEB,
)
from .values import Choice, Date, Flag, Number, Slug, Text

__all__ = [
    "ACTOR", "COMMON", "ESSAY", "EVENT", "FOLDERS", "LINKS", "PLACE", "PRECISIONS",
    "RELATION_TYPES", "SETTINGS", "SOURCE", "VERDICTS", "VOICES",
]  # fmt: skip

# The theme's own keys are passed on as they are; only their outer form is looked at.
_FLAGS = Record(
    what="search",
    fields={"exclude": Field(Flag(), "Leave out of search"), "boost": Field(Number(low=0), "Rank")},
)
COMMON = {
    "title": Field(LINE, "The page's title"),
    "description": Field(LINE, "One line for cards and search", aliases=("summary", "abstract")),
    "history": Field(ListOf(item=CHANGE), "Changes of substance, oldest first"),
    "note": Field(LINE, "An open question about it", aliases=("comment", "notes", "remark")),
    "tags": Field(ListOf(), "Tags (the theme's)"),
    "search": Field(_FLAGS, "Search settings (the theme's)"),
    "hide": Field(
        ListOf(item=Choice(options=("footer", "navigation", "path", "tags", "toc"))),
        "Parts to hide (the theme's)",
    ),
    "icon": Field(LINE, "Icon (the theme's)"),
    "template": Field(Text("a template's file name", r"[\w-]+\.html"), "Template (the theme's)"),
}
_DRAFT = {"draft": "leave it out: what is not ready stays on a branch, or out of docs/"}
_ID = {**_DRAFT, "id": "leave it out: the file’s name is the identifier"}


def _titled(example: str) -> dict[str, Field]:
    """Return the keys of every record's page, with an example of its title."""
    aliases = ("name", "headline", "heading")
    return {
        **COMMON,
        "title": Field(LINE, "The page's title", example, required=True, aliases=aliases),
    }


def _named(kind: str, name: str) -> dict[str, Field]:
    """Return the keys that actors and places share."""
    names = "Proper names as texts print them, the title among them"
    return {
        "kind": Field(
            LINE, "What it is, in a word or two", kind, required=True, aliases=("type", "category")
        ),
        "names": Field(ListOf(item=NAME), names, f"[{name}]", aliases=("name",)),
        "also": Field(
            ListOf(item=NAME),
            "Other spellings, for search only",
            aliases=("aliases", "alias", "aka", "alternative_names", "other_names"),
        ),
        "links": Field(LINKS, "Confirmed identifiers elsewhere", "{wikidata: Q12345}"),
    }


ACTOR = Record(
    what="an actor",
    instead={
        **_ID,
        "called": "a description is tied to an actor under ‘called’ in the record of the source",
    },
    fields={
        **_titled("Harbour Board"),
        **_named("authority", "Harbour Board"),
        "side": Field(Slug(), "The side it fights on, for armed groups, forces and governments"),
        "relations": Field(
            ListOf(item=RELATION),
            "Whom it fights, backs, mediates between, reports on, is part of",
            aliases=("relation", "relationships"),
        ),
    },
)
PLACE = Record(
    what="a place",
    instead={
        **_ID,
        **dict.fromkeys(
            ("lat", "lon", "latitude", "longitude", "precision", "radius_km"),
            "write it under ‘location’: {lat: …, lon: …, precision: …}",
        ),
    },
    fields={
        **_titled("Otter Rock Castle"),
        **_named("castle", "Otter Rock Castle"),
        "part_of": Field(
            Slug(of="place"),
            "Id of the place it lies in",
            aliases=("in", "parent", "located_in", "within", "lies_in"),
        ),
        "location": Field(
            LOCATION,
            "Where it is, and how exactly that is known",
            "{lat: 61.48, lon: 17.46, precision: point, radius_km: 0.2}",
            aliases=("coordinates", "coords", "position", "geo"),
        ),
        "status": Field(LINE, "What became of it", "destroyed 2015"),
        "built": Field(LINE, "When it was built, EDTF or words", "1229~"),
    },
)
EVENT = Record(
    what="an event",
    rule=event_form,
    instead={
        **_ID,
        "names": "an event has a title alone: leave it out",
        **dict.fromkeys(
            ("start", "end", "begin", "from", "to", "until"),
            "write both ends under ‘date’: 2016-03-20/2016-03-26",
        ),
        **dict.fromkeys(
            ("speaker", "figure", "said", "via", "voice", "about", "direct"),
            "it is a key of a statement: write it under ‘statements’, with its evidence",
        ),
    },
    fields={
        **_titled("Government troops retake the castle"),
        "evidence": Field(
            ListOf(item=QUOTE),
            "The words that tell of it",
            aliases=("quotes", "quote", "sources", "proof"),
        ),
        "date": Field(
            Date(),
            "Its date, where the evidence does not give it",
            "2016-03-20/2016-03-26",
            aliases=("dates", "when", "day", "time"),
        ),
        "places": Field(
            ListOf(item=Slug(of="place")),
            "Ids of its places",
            aliases=("place", "where", "location"),
        ),
        "actors": Field(
            Dictionary(
                key=Slug(of="actor"),
                value=LINE,
                empty_value=True,
                sketch="id-of-an-actor: its part in it",
            ),
            "Id of each actor: its part in it",
            aliases=("participants", "actor", "who", "people"),
        ),
        "other_sources": Field(ListOf(item=OTHER_SOURCE), "What cited works say of it"),
        "statements": Field(ListOf(item=STATEMENT), "Who says what about it"),
        "ongoing": Field(Flag(), "Reported as under way on its date"),
        "graphic": Field(Flag(), "A content note goes before it"),
    },
)
PASSAGE_NOTES = Record(
    what="a passage's entry",
    main="guide",
    fields={
        "guide": Field(LINE, "What the passage holds, in our own words"),
        "note": Field(LINE, "A slip or a trap in it"),
    },
)
SOURCE = Record(
    what="a source",
    rule=source_form,
    instead={
        **_ID,
        "text": "leave it out: the text is a file of its own, seeds/ID.txt, beside this one",
    },
    fields={
        "title": Field(
            LINE,
            "The title as printed",
            "Ferry aground",
            required=True,
            aliases=("name", "headline", "heading"),
        ),
        "publisher": Field(
            LINE, "Who published it", "The Courier", aliases=("outlet", "newspaper", "site")
        ),
        "author": Field(
            LINE, "The author as printed; null where none is", aliases=("authors", "byline", "by")
        ),
        "url": Field(
            WEB,
            "The publisher's page",
            "https://courier.example/ferry",
            aliases=("link", "address", "href", "web"),
        ),
        "published": Field(
            Date(),
            "The day of publication, as far as known",
            "2016-03-27",
            aliases=("date", "publication_date", "pubdate", "day", "year"),
        ),
        "language": Field(
            LANGUAGE, "The language it is written in", "en", aliases=("lang", "locale")
        ),
        "week_starts": Field(
            Choice(options=("monday", "saturday", "sunday")), "What “last week” means in it"
        ),
        "rights": Field(
            LINE,
            "Who holds the rights",
            "© The Courier",
            aliases=("copyright", "licence", "license"),
        ),
        "publish": Field(
            Choice(options=("full", "quotations")), "Whether the whole text may be shown"
        ),
        "quote_limit": Field(
            Number("a share of one, such as 0.40", 0, 1, mend=mending.share),
            "Share of its words that the site may show",
            "0.40",
        ),
        "sha256": Field(
            Text("64 hexadecimal digits", r"[0-9a-f]{64}", mending.small),
            "Checksum of the .txt",
            aliases=("sha", "checksum", "hash"),
        ),
        "parts": Field(
            Dictionary(
                key=Choice(options=("caption", "standfirst", "title")),
                value=Number("the number of a block", 1, 100_000, whole=True),
                sketch="title: 1",
            ),
            "Role → number of its block; the rest is body",
        ),
        "passages": Field(
            Dictionary(key=PASSAGE_ID, value=PASSAGE_NOTES, sketch="1: {guide: …}"),
            "Passage → guide and note",
        ),
        "called": Field(
            Dictionary(
                key=Slug(),
                value=ListOf(item=Text(verbatim=True)),
                sketch="id-of-an-actor: [the troops]",
            ),
            "Actor → descriptions that mean it in this text",
        ),
        "accessed": Field(
            Date(), "The day it was last seen there", "2026-11-22", aliases=("retrieved", "visited")
        ),
        "archived": Field(WEB, "An archived copy", aliases=("archive", "archive_url")),
        "note": Field(LINE, "What a reader should know about it", aliases=("notes", "comment")),
        "history": Field(ListOf(item=CHANGE), "Changes of substance, oldest first"),
    },
)
ESSAY = Record(what="a page", instead=_DRAFT, fields=COMMON)
FOLDERS = {"actors": ACTOR, "places": PLACE, "timeline": EVENT}
"""Folder in docs → the kind of record its pages are."""


def in_order(record: Record) -> list[tuple[str, Field]]:
    """Return a record's keys as people need them: required, its own, then those of every page."""

    def place(item: tuple[str, Field]) -> tuple[bool, bool]:
        return not item[1].required, item[0] in COMMON and not item[1].required

    return sorted(record.fields.items(), key=place)


SETTINGS = Record(
    what="extra.dossier",
    fields={
        "event": Field(
            LINE, "Id of the event that Home shows", "recapture-of-x", aliases=("home",)
        ),
        "drafts": Field(
            Choice(options=("always", "never", "serve")),
            "Whether pages are made for what no page covers: while serving, always or never",
            "serve",
        ),
    },
)
"""``extra.dossier`` in mkdocs.yml."""
