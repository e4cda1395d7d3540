"""The graph's own terms: what schema.org has no word for; the Data page explains each."""

from __future__ import annotations

TERMS = {
    "backs": "The one actor supports the other.",
    "basis": "Whence a date comes: derived from the evidence, carried from its context, or stated.",
    "built": "When a place was built, in words.",
    "counts": "What a figure counts.",
    "derived": "What the evidence itself says of the date, where another is given.",
    "fights": "The one actor fights the other.",
    "in-sources": "Whether an event is in a source that was read, and not in cited works alone.",
    "iso": "The ISO 3166-1 alpha-2 or ISO 3166-2 code of a place.",
    "iso3": "The ISO 3166-1 alpha-3 code of a place.",
    "mediates": "The one actor mediates for the other.",
    "ongoing": "Whether an event was under way on its date.",
    "part-of": "The one actor is part of the other.",
    "precision": "What a place’s point stands for.",
    "qualifier": "The word before a number.",
    "reports-on": "The one actor reports on the other.",
    "scope": "The time or operation that a figure covers.",
    "side": "The side an actor fights on.",
    "speaker-basis": "Whence a speaker is known: stated in the record, derived from the sentence, "
    "or carried from the one before.",
    "speaker-text": "How a speaker without a page is put.",
    "status": "What became of a place, in words.",
    "voice": "Whether a statement is somebody’s, nobody’s by name, or the source’s own.",
}
