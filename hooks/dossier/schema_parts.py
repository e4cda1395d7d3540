"""The keys of what stands inside a record: evidence, figures, statements, names, links, places.

The records themselves are in :mod:`dossier.schema`.
"""

from __future__ import annotations

from . import mending
from .fields import Either, Field, ListOf, Record
from .forms import figure_form, location_form, relation_form, statement_form
from .values import Choice, Date, Flag, Number, Slug, Text

VERDICTS = ("adds", "agrees", "contradicts", "loose")
_VERDICTS = {
    **dict.fromkeys(("confirms", "same", "supports", "yes"), "agrees"),
    **dict.fromkeys(
        ("denies", "differs", "different", "disagree", "disagrees", "no"), "contradicts"
    ),
    **dict.fromkeys(("close", "less exact", "vague"), "loose"),
    **dict.fromkeys(("extra", "more", "new"), "adds"),
}
VOICES = ("source", "speaker", "unnamed")
PRECISIONS = ("city", "country", "governorate", "point", "site")
_VOICES = {
    **dict.fromkeys(("article", "author", "newspaper", "own", "report", "text"), "source"),
    **dict.fromkeys(("actor", "named", "person"), "speaker"),
    **dict.fromkeys(("anonymous", "nobody", "reported", "reportedly", "unknown"), "unnamed"),
}
_PRECISIONS = {
    **dict.fromkeys(("building", "exact", "precise", "spot"), "point"),
    **dict.fromkeys(("area", "complex", "ruins"), "site"),
    **dict.fromkeys(("municipality", "settlement", "town", "village"), "city"),
    **dict.fromkeys(("county", "district", "province", "region", "state"), "governorate"),
    **dict.fromkeys(("nation",), "country"),
}
PASSAGE = r"title|standfirst|caption|[1-9][0-9]{0,3}"
ADDRESS = r"https?://[^\s<>\"'{}|\\^`]+"
LANG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

PASSAGE_ID = Text(
    "a passage: title, standfirst, caption or the number of a paragraph",
    PASSAGE,
    mending.last_number,
)
LINE = Text()
WEB = Text("an address that begins with https:// or http://", ADDRESS, mending.web)
LANGUAGE = Text("a language tag (BCP 47)", LANG, mending.language)
_number_elsewhere = Text("digits", r"[1-9]\d*", mending.last_number)

QUOTE = Record(
    what="a piece of evidence",
    main="quote",
    keyed=("source", "quote"),
    instead={
        "work": "a work whose text we do not hold is no evidence: name it under ‘other_sources’,"
        " or as ‘work’ of a statement"
    },
    fields={
        "source": Field(
            Slug(of="source"), "Id of a source in seeds/", "battle-of-x", required=True
        ),
        "quote": Field(
            Text("a few words of the source", verbatim=True),
            "The shortest words that prove the point",
            "retook the castle",
            required=True,
            aliases=("text", "words", "quotation"),
        ),
        "passage": Field(
            PASSAGE_ID,
            "Only where the words stand in more than one passage",
            "5",
            aliases=("paragraph", "par", "page"),
        ),
    },
)
FIGURE = Record(
    what="a figure",
    main="value",
    rule=figure_form,
    fields={
        "counts": Field(
            LINE,
            "What is counted, in the plural",
            "deaths",
            required=True,
            aliases=("count", "what", "of_what"),
        ),
        "of": Field(LINE, "Who or what it befell: an id, or words", "islamic-state"),
        "by": Field(LINE, "Who is said to have done it: an id, or words"),
        "unit": Field(LINE, "The unit, where there is one", "kilometres"),
        "scope": Field(LINE, "The time or operation it covers", "the three weeks of the campaign"),
        "value": Field(
            Number("a number in digits; for a range ‘low’ and ‘high’", low=0, qualified=True),
            "The number said",
            "450",
            aliases=("number", "amount"),
        ),
        "low": Field(Number(low=0), "At least this many", aliases=("min", "at_least")),
        "high": Field(Number(low=0), "At most this many", aliases=("max", "at_most")),
        "qualifier": Field(LINE, "The word before it", "about"),
    },
)
STATEMENT = Record(
    what="a statement",
    outline="{evidence: {source: …, quote: …}}",
    rule=statement_form,
    instead={
        "source": "a statement’s words stand under ‘evidence’: {source: …, quote: …}; a work"
        " without a text is its ‘work’",
        **dict.fromkeys(
            ("value", "number", "counts", "low", "high", "qualifier"),
            "a number stands under ‘figure’: {counts: …, value: …}",
        ),
        "quote": "a statement’s words stand under ‘evidence’: {source: …, quote: …}; a work"
        " without a text is its ‘work’",
    },
    fields={
        "id": Field(
            Text("EVENT.WORD in small letters, digits and hyphens", r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"),
            "Only where EVENT.SPEAKER repeats",
        ),
        "evidence": Field(QUOTE, "The words it stands in"),
        "work": Field(Slug(of="source"), "A cited work, instead of evidence"),
        "voice": Field(
            Choice(options=VOICES, meant=_VOICES),
            "Who speaks: an actor, nobody named, or the source itself",
        ),
        "speaker": Field(
            Slug(of="actor"),
            "Id of the actor who says it",
            "state-media",
            aliases=("by", "who", "actor"),
        ),
        "speaker_text": Field(LINE, "How the source puts a speaker who has no page"),
        "via": Field(
            Slug(of="actor"),
            "Id of the actor through whom it reached the source",
            aliases=("through",),
        ),
        "said": Field(Date(), "The day it was said", "2016-03-27", aliases=("date", "when", "day")),
        "direct": Field(Flag(), "Whether the words are quoted"),
        "about": Field(
            LINE, "The question it answers", "How many were killed?", aliases=("question", "topic")
        ),
        "figure": Field(FIGURE, "The number in it"),
        "note": Field(LINE, "What a reader should know about it"),
    },
)
OTHER_SOURCE = Record(
    what="an entry of other_sources",
    main="source",
    keyed=("source", "verdict"),
    fields={
        "source": Field(
            Slug(of="source"),
            "Id of a work in seeds/",
            "yearbook",
            required=True,
            aliases=("work",),
        ),
        "date": Field(Date(), "The date it gives", "2016-03-27"),
        "verdict": Field(
            Choice(options=VERDICTS, meant=_VERDICTS),
            "How it stands to the report: it agrees, is loose, contradicts it or adds to it",
            "agrees",
            required=True,
        ),
        "note": Field(LINE, "What it says, in our own words"),
    },
)
CHANGE = Record(
    what="an entry of history",
    main="what",
    keyed=("date", "what"),
    fields={
        "date": Field(
            Date(), "The day of the change", "2026-11-22", required=True, aliases=("day", "when")
        ),
        "what": Field(
            LINE,
            "What was changed",
            "The date, to the night before",
            required=True,
            aliases=("change",),
        ),
        "why": Field(LINE, "Why", "The report says overnight", aliases=("reason",)),
    },
)
_ONE_NAME = Text("one name; names are parted by commas", r"[^;；，、،|]+", mending.items)
NAME = Either(
    says="a name, or {text: …, lang: …}",
    short=_ONE_NAME,
    long=Record(
        what="a name",
        fields={
            "text": Field(_ONE_NAME, "The name", "تدمر", required=True, aliases=("name",)),
            "lang": Field(LANGUAGE, "Its language", "ar", aliases=("language",)),
        },
    ),
)
LINKS = Record(
    what="the links",
    fields={
        "wikidata": Field(
            Text("a Wikidata item, Q and digits", r"Q[1-9]\d*", mending.wikidata),
            "Wikidata item",
            "Q12345",
        ),
        "geonames": Field(_number_elsewhere, "GeoNames number"),
        "pleiades": Field(_number_elsewhere, "Pleiades number"),
        "unesco": Field(_number_elsewhere, "Number on the World Heritage List"),
        "iso": Field(
            Text("an ISO 3166 code", r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", mending.capitals),
            "ISO 3166-1 or 3166-2 code",
            "XX-01",
        ),
        "iso3": Field(
            Text("three capitals", r"[A-Z]{3}", mending.capitals), "ISO 3166-1 alpha-3 code", "XXX"
        ),
        "website": Field(WEB, "Its own website", aliases=("url", "homepage", "web")),
    },
)
LOCATION = Record(
    what="a location",
    rule=location_form,
    mend=mending.pair,
    fields={
        "lat": Field(
            Number("degrees in digits", -90, 90, mend=mending.degrees),
            "Degrees north (WGS 84)",
            "61.48",
            required=True,
            aliases=("latitude",),
        ),
        "lon": Field(
            Number("degrees in digits", -180, 180, mend=mending.degrees),
            "Degrees east (WGS 84)",
            "17.46",
            required=True,
            aliases=("longitude", "lng", "long"),
        ),
        "precision": Field(
            Choice(options=PRECISIONS, meant=_PRECISIONS),
            "What the point stands for",
            "site",
            required=True,
        ),
        "radius_km": Field(
            Number("kilometres in digits", 0, 20_000, mend=mending.kilometres),
            "The real spot, or the whole area, lies within this many kilometres",
            "2",
            aliases=("radius", "km", "accuracy"),
        ),
    },
)
_TYPED = "write the kind of relation as the key: ‘fights: ID’, ‘backs: ID’, ‘part-of: ID’ …"
_RELATIONS = {
    "backs": (
        "Id of an actor that this one backs",
        ("supports", "allied-with", "allies", "backed"),
    ),
    "fights": (
        "Id of an actor that this one fights",
        ("against", "enemy-of", "opposes", "attacks"),
    ),
    "mediates": ("Id of an actor that this one mediates with", ("mediator-of",)),
    "part-of": (
        "Id of an actor that this one is part of",
        ("part_of", "member-of", "belongs-to", "works-for"),
    ),
    "reports-on": ("Id of an actor that this one reports on", ("reports", "monitors")),
}
RELATION = Record(
    what="a relation",
    rule=relation_form,
    outline="{fights: ID, evidence: [{source: …, quote: …}]}",
    instead=dict.fromkeys(("type", "to", "target", "actor", "relation", "from"), _TYPED),
    fields={
        **{
            name: Field(Slug(of="actor"), doc, aliases=aliases)
            for name, (doc, aliases) in sorted(_RELATIONS.items())
        },
        "evidence": Field(ListOf(item=QUOTE), "The words that prove it", required=True),
        "note": Field(LINE, "What a reader should know about it"),
    },
)
