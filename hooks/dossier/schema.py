"""The keys of every kind of record, as tables: what people may write, and what each key says.

Reading, messages, editors' schemas and the guide all come from these tables; a new key is a
new line here.
"""

from __future__ import annotations

from .fields import (
    Choice,
    Date,
    Dictionary,
    Either,
    Field,
    Flag,
    ListOf,
    Number,
    Record,
    Slug,
    Text,
)

VERDICTS = ("adds", "agrees", "contradicts", "loose")
VOICES = ("source", "speaker", "unnamed")
PRECISIONS = ("city", "country", "governorate", "point", "site")
RELATION_TYPES = ("backs", "fights", "mediates", "part-of", "reports-on")
PASSAGE = r"title|standfirst|caption|[1-9][0-9]{0,3}"
ADDRESS = r"https?://[^\s<>\"'{}|\\^`]+"
LANG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

_passage = Text("a passage: title, standfirst, caption or the number of a paragraph", PASSAGE)
_line = Text()

QUOTE = Record(
    what="a piece of evidence",
    fields={
        "source": Field(Slug(), "Id of a source in seeds/", "battle-of-x", required=True),
        "quote": Field(
            Text("a few words of the source"),
            "The shortest words that prove the point",
            "retook the castle",
            required=True,
        ),
        "passage": Field(_passage, "Only where the words stand in it more than once", "5"),
    },
)
FIGURE = Record(
    what="a figure",
    fields={
        "counts": Field(_line, "What is counted, in the plural", "deaths", required=True),
        "of": Field(_line, "Who or what it befell: an id, or words", "islamic-state"),
        "by": Field(_line, "Who is said to have done it: an id, or words"),
        "unit": Field(_line, "The unit, where there is one", "kilometres"),
        "scope": Field(_line, "The time or operation it covers", "the three weeks of the campaign"),
        "value": Field(Number(), "The number said", "450"),
        "low": Field(Number(), "At least this many"),
        "high": Field(Number(), "At most this many"),
        "qualifier": Field(_line, "The word before it", "about"),
    },
)
STATEMENT = Record(
    what="a statement",
    fields={
        "id": Field(
            Text("EVENT.WORD in small letters, digits and hyphens", r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"),
            "Only where EVENT.SPEAKER repeats",
        ),
        "evidence": Field(QUOTE, "The words it stands in"),
        "work": Field(Slug(), "A cited work, instead of evidence"),
        "voice": Field(
            Choice(options=VOICES), "Who speaks: an actor, nobody named, or the source itself"
        ),
        "speaker": Field(Slug(), "Id of the actor who says it", "syrian-state-media"),
        "speaker_text": Field(_line, "How the source puts a speaker who has no page"),
        "via": Field(Slug(), "Id of the actor through whom it reached the source"),
        "said": Field(Date(), "The day it was said"),
        "direct": Field(Flag(), "Whether the words are quoted"),
        "about": Field(_line, "The question it answers", "How many were killed?"),
        "figure": Field(FIGURE, "The number in it"),
        "note": Field(_line, "What a reader should know about it"),
    },
)
OTHER_SOURCE = Record(
    what="an entry of other_sources",
    fields={
        "source": Field(Slug(), "Id of a work in seeds/", required=True),
        "date": Field(Date(), "The date it gives"),
        "verdict": Field(
            Choice(options=VERDICTS), "How it stands to the report", "agrees", required=True
        ),
        "note": Field(_line, "What it says, in our own words"),
    },
)
CHANGE = Record(
    what="an entry of history",
    fields={
        "date": Field(Date(), "The day of the change", "2026-11-22", required=True),
        "what": Field(_line, "What was changed", required=True),
        "why": Field(_line, "Why"),
    },
)
NAME = Either(
    says="a name, or {text: …, lang: …}",
    short=_line,
    long=Record(
        what="a name",
        fields={
            "text": Field(_line, "The name", "تدمر", required=True),
            "lang": Field(Text("a language tag (BCP 47)", LANG), "Its language", "ar"),
        },
    ),
)
LINKS = Record(
    what="the links",
    fields={
        "wikidata": Field(
            Text("a Wikidata item, Q and digits", r"Q[1-9]\d*"), "Wikidata item", "Q5747"
        ),
        "geonames": Field(Text("digits", r"[1-9]\d*"), "GeoNames number"),
        "pleiades": Field(Text("digits", r"[1-9]\d*"), "Pleiades number"),
        "unesco": Field(Text("digits", r"[1-9]\d*"), "Number on the World Heritage List"),
        "iso": Field(
            Text("an ISO 3166 code", r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?"),
            "ISO 3166-1 or 3166-2 code",
            "SY-HI",
        ),
        "iso3": Field(Text("three capitals", r"[A-Z]{3}"), "ISO 3166-1 alpha-3 code"),
        "website": Field(
            Text("an address that begins with https:// or http://", ADDRESS), "Its own website"
        ),
    },
)
LOCATION = Record(
    what="a location",
    fields={
        "lat": Field(Number(low=-90, high=90), "Degrees north (WGS 84)", required=True),
        "lon": Field(Number(low=-180, high=180), "Degrees east (WGS 84)", required=True),
        "precision": Field(
            Choice(options=PRECISIONS), "What the point stands for", "site", required=True
        ),
        "radius_km": Field(
            Number(low=0, high=20_000),
            "The real spot, or the whole area, lies within this many kilometres",
        ),
    },
)
RELATION = Record(
    what="a relation",
    fields={
        **{
            name: Field(Slug(), f"Id of the actor whom this one {name.replace('-', ' ')}")
            for name in RELATION_TYPES
        },
        "evidence": Field(ListOf(item=QUOTE), "The words that prove it", required=True),
        "note": Field(_line, "What a reader should know about it"),
    },
)

# The theme's own keys are passed on as they are; only their outer form is looked at.
_FLAGS = Record(
    what="search",
    fields={"exclude": Field(Flag(), "Leave out of search"), "boost": Field(Number(low=0), "Rank")},
)
COMMON = {
    "title": Field(_line, "The page's title"),
    "description": Field(_line, "One line for cards and search"),
    "history": Field(ListOf(item=CHANGE), "Changes of substance, oldest first"),
    "note": Field(_line, "An open question about it"),
    "tags": Field(ListOf(), "Tags (the theme's)"),
    "search": Field(_FLAGS, "Search settings (the theme's)"),
    "hide": Field(
        ListOf(item=Choice(options=("footer", "navigation", "path", "tags", "toc"))),
        "Parts to hide (the theme's)",
    ),
    "icon": Field(_line, "Icon (the theme's)"),
    "template": Field(Text("a template's file name", r"[\w-]+\.html"), "Template (the theme's)"),
}
_TITLED = {**COMMON, "title": Field(_line, "The page's title", "Palmyra Castle", required=True)}
_NAMED = {
    "kind": Field(_line, "What it is, in a word or two", "castle", required=True),
    "names": Field(ListOf(item=NAME), "Proper names as texts print them, the title among them"),
    "also": Field(ListOf(item=NAME), "Other spellings, for search only"),
    "links": Field(LINKS, "Confirmed identifiers elsewhere"),
}
ACTOR = Record(
    what="an actor",
    fields={
        **_TITLED,
        **_NAMED,
        "side": Field(Slug(), "The side it fights on, for armed groups, forces and governments"),
        "relations": Field(
            ListOf(item=RELATION), "Whom it fights, backs, mediates between, reports on, is part of"
        ),
    },
)
PLACE = Record(
    what="a place",
    fields={
        **_TITLED,
        **_NAMED,
        "part_of": Field(Slug(), "Id of the place it lies in"),
        "location": Field(LOCATION, "Where it is, and how exactly that is known"),
        "status": Field(_line, "What became of it", "destroyed 2015"),
        "built": Field(_line, "When it was built, EDTF or words", "1229~"),
    },
)
EVENT = Record(
    what="an event",
    fields={
        **_TITLED,
        "evidence": Field(ListOf(item=QUOTE), "The words that tell of it"),
        "date": Field(
            Date(), "Its date, where the evidence does not give it", "2016-03-20/2016-03-26"
        ),
        "places": Field(ListOf(item=Slug()), "Ids of its places"),
        "actors": Field(
            Dictionary(key=Slug(), value=_line, empty_value=True),
            "Id of each actor: its part in it",
        ),
        "other_sources": Field(ListOf(item=OTHER_SOURCE), "What cited works say of it"),
        "statements": Field(ListOf(item=STATEMENT), "Who says what about it"),
        "ongoing": Field(Flag(), "Reported as under way on its date"),
        "graphic": Field(Flag(), "A content note goes before it"),
    },
)
PASSAGE_NOTES = Record(
    what="a passage's entry",
    fields={
        "guide": Field(_line, "What the passage holds, in our own words"),
        "note": Field(_line, "A slip or a trap in it"),
    },
)
SOURCE = Record(
    what="a source",
    fields={
        "title": Field(_line, "The title as printed", required=True),
        "publisher": Field(_line, "Who published it"),
        "author": Field(_line, "The author as printed; null where none is"),
        "url": Field(
            Text("an address that begins with https:// or http://", ADDRESS), "The publisher's page"
        ),
        "published": Field(Date(), "The day of publication, as far as known"),
        "language": Field(
            Text("a language tag (BCP 47)", LANG), "The language it is written in", "en"
        ),
        "week_starts": Field(
            Choice(options=("monday", "saturday", "sunday")), "What “last week” means in it"
        ),
        "rights": Field(_line, "Who holds the rights"),
        "publish": Field(
            Choice(options=("full", "quotations")), "Whether the whole text may be shown"
        ),
        "quote_limit": Field(
            Number(low=0, high=1), "Share of its words that the site may show", "0.40"
        ),
        "sha256": Field(Text("64 hexadecimal digits", r"[0-9a-f]{64}"), "Checksum of the .txt"),
        "parts": Field(
            Dictionary(
                key=Choice(options=("caption", "standfirst", "title")),
                value=Number(low=1, high=100_000, whole=True),
            ),
            "Role → number of its block; the rest is body",
        ),
        "passages": Field(
            Dictionary(key=_passage, value=PASSAGE_NOTES), "Passage → guide and note"
        ),
        "called": Field(
            Dictionary(key=Slug(), value=ListOf()), "Actor → descriptions that mean it in this text"
        ),
        "accessed": Field(Date(), "The day it was last seen there"),
        "archived": Field(
            Text("an address that begins with https:// or http://", ADDRESS), "An archived copy"
        ),
        "note": Field(_line, "What a reader should know about it"),
        "history": Field(ListOf(item=CHANGE), "Changes of substance, oldest first"),
    },
)
ESSAY = Record(what="a page", fields=COMMON)
FOLDERS = {"actors": ACTOR, "places": PLACE, "timeline": EVENT}
"""Folder in docs → the kind of record its pages are."""
