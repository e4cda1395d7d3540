"""The graph's own terms: what schema.org has no word for; the Data page explains each."""

from __future__ import annotations

TERMS = {
    "backs": "The one actor supports the other.",
    "basis": "Whence a date comes: derived from the evidence, carried from its context, or stated.",
    "counts": "What a figure counts.",
    "fights": "The one actor fights the other.",
    "mediates": "The one actor mediates for the other.",
    "part-of": "The one actor is part of the other.",
    "precision": "What a place’s point stands for.",
    "qualifier": "The word before a number.",
    "reports-on": "The one actor reports on the other.",
    "scope": "The time or operation that a figure covers.",
    "speaker-basis": "Whence a speaker is known: stated in the record, derived from the sentence, "
    "or carried from the one before.",
    "speaker-text": "How a speaker without a page is put.",
    "voice": "Whether a statement is somebody’s, nobody’s by name, or the source’s own.",
}
