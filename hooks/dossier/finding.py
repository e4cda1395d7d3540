"""Reads and searches one source: passages, names, times, speech, figures, unknown names."""

from __future__ import annotations

from collections.abc import Collection

from . import edtf
from .figures import find_figures
from .joined import Reading
from .model import Passage, Sentence, SourceRecord
from .names import Gazetteer, find_mentions, with_descriptions
from .proposals import propose
from .read import read_source
from .speech import find_speech
from .times import find_times


def read_and_find(source: SourceRecord, gazetteer: Gazetteer, people: Collection[str]) -> Reading:
    """Return what the hooks see in a source that has a text.

    ``people`` are the ids of persons: only they are also known by their family name alone.
    """
    text = source.text or ""
    passages = read_source(text, source.parts)
    known = with_descriptions(gazetteer, source.called) if source.called else gazetteer
    mentions = find_mentions(known, text, passages, people)
    sentences = all_sentences(passages)
    times = find_times(text, sentences, edtf.parse(source.published or ""), source.week_starts)
    return Reading(
        source=source.id,
        text=text,
        passages=passages,
        mentions=mentions,
        times=times,
        speeches=find_speech(text, sentences, mentions, times),
        figures=find_figures(text, sentences, mentions),
        proposals=propose(text, passages, mentions, times),
    )


def all_sentences(passages: tuple[Passage, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of all passages, in order."""
    return tuple(sentence for passage in passages for sentence in passage.sentences)
