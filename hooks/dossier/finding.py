"""Reads and searches one source: passages, names, times, speech, figures, unknown names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from . import edtf
from .figures import find_figures
from .joined import Reading
from .model import Actor, Mention, NamedRecord, Passage, Place, Sentence, SourceRecord, Speech
from .names import Gazetteer, build_gazetteer, find_mentions, with_descriptions
from .proposals import propose
from .read import read_source
from .speech import find_speech
from .times import find_times


@dataclass(frozen=True, slots=True)
class Known:
    """The names that are known before a source is read; alike where the same names are claimed."""

    claims: tuple[tuple[str, str], ...]
    """(name, id of the actor or place) for every name."""
    gazetteer: Gazetteer = field(compare=False)
    people: frozenset[str]
    """Ids of persons: only they are also known by their family name alone."""
    places: frozenset[str]
    """Ids of places, which do not speak."""


def known_names(records: Iterable[NamedRecord]) -> Known:
    """Return the names that the pages of actors and places claim."""
    named = list(records)
    claims = tuple((str(name.text), r.id) for r in named for name in r.names)
    return Known(
        claims=claims,
        gazetteer=build_gazetteer(claims),
        people=frozenset(r.id for r in named if isinstance(r, Actor) and r.kind == "person"),
        places=frozenset(r.id for r in named if isinstance(r, Place)),
    )


def read_and_find(source: SourceRecord, known: Known) -> Reading:
    """Return what the hooks see in a source that has a text.

    The same text with the same names is read once: while serving, an edit to one page leaves
    the other sources as they were.
    """
    wanted = _Wanted(
        source=source.id,
        text=source.text or "",
        parts=tuple(source.parts.items()),
        called=tuple((id_, tuple(words)) for id_, words in source.called.items()),
        published=source.published or "",
        week_starts=source.week_starts,
    )
    return _read(wanted, known)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that the reading of a source depends on, beside the names."""

    source: str
    text: str
    parts: tuple[tuple[str, int], ...]
    called: tuple[tuple[str, tuple[str, ...]], ...]
    published: str
    week_starts: str


_KEPT = 1_024
"""Readings; the texts of a larger dossier are read again at each change."""


# Each with the names before and after a change, with and without drafts.
@lru_cache(maxsize=4 * _KEPT)
def _read(wanted: _Wanted, known: Known) -> Reading:
    called = dict(wanted.called)
    gazetteer = with_descriptions(known.gazetteer, called) if called else known.gazetteer
    mentions = find_mentions(gazetteer, wanted.text, _passages(wanted), known.people)
    return _read_around(wanted, mentions, known.places & {one.entity for one in mentions})


@lru_cache(maxsize=_KEPT)
def _passages(wanted: _Wanted) -> tuple[Passage, ...]:
    return read_source(wanted.text, dict(wanted.parts))


@lru_cache(maxsize=_KEPT)
def _read_around(wanted: _Wanted, mentions: tuple[Mention, ...], places: frozenset[str]) -> Reading:
    """Return the reading with these names in it: a new name changes nothing where it is not."""
    text, passages = wanted.text, _passages(wanted)
    sentences = all_sentences(passages)
    times = find_times(text, sentences, edtf.parse(wanted.published), wanted.week_starts)
    spoken = find_speech(text, sentences, mentions, times)
    speeches = tuple(_by_actors(speech, places) for speech in spoken)
    names = propose(text, passages, mentions, times)
    return Reading(
        source=wanted.source,
        text=text,
        passages=passages,
        mentions=mentions,
        times=times,
        speeches=tuple(one for one in speeches if one.manner != "wanted"),
        stances=tuple(one for one in speeches if one.manner == "wanted"),
        figures=find_figures(text, sentences, mentions),
        proposals=tuple(p for p in names if not p.unsure),
        unsure=tuple(p for p in names if p.unsure),
    )


def _by_actors(speech: Speech, places: frozenset[str]) -> Speech:
    """Return the speech without a place as its speaker: "Syria said" names nobody who spoke."""
    if speech.speaker not in places and speech.via not in places:
        return speech
    return replace(
        speech,
        speaker=None if speech.speaker in places else speech.speaker,
        via=None if speech.via in places else speech.via,
    )


def all_sentences(passages: tuple[Passage, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of all passages, in order."""
    return tuple(sentence for passage in passages for sentence in passage.sentences)
