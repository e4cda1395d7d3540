"""Joins statements: what people record of who said what, filled in from the words themselves.

What a record leaves out (voice, speaker, intermediary, day, figure) comes from the speech and
the figures found at its evidence; an event without statements gets those its evidence makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .dating import stated
from .joined import Dated, Evidence, Reading, Statement
from .model import EventRecord, Figure, Speech, StatementRecord, Where

_DENIAL = re.compile(
    r"\b(?:not|never|den(?:y|ie[sd]|ying)|reject|disput|dismiss|refut|rebut|contradict|doubt)|n[’']t\b",
    re.IGNORECASE,
)


def speech_at(item: Evidence, reading: Reading) -> Speech | None:
    """Return the speech whose content the quoted words belong to: the closest around them."""
    near = [s for s in reading.speeches if s.start < item.end and item.start < s.end]
    best: tuple[int, int, int] | None = None
    chosen: Speech | None = None
    for speech in near:
        inside = sum(max(0, min(e, item.end) - max(s, item.start)) for s, e in speech.content)
        if not inside and speech.content:
            inside = -1 if not (item.start <= speech.start and speech.end <= item.end) else 0
        if inside < 0:
            continue
        size = sum(e - s for s, e in speech.content)
        key = (-inside, size, speech.start)
        if best is None or key < best:
            best, chosen = key, speech
    return chosen


def figure_at(item: Evidence, reading: Reading) -> Figure | None:
    """Return the one figure that stands within the quoted words; two are nobody's guess."""
    inside = [
        f
        for f in reading.figures
        if f.start is not None and f.end is not None and item.start <= f.start and f.end <= item.end
    ]
    return inside[0] if len(inside) == 1 else None


def _said(speech: Speech | None) -> Dated | None:
    time = speech.said if speech else None
    if time is None or time.edtf is None:
        return None
    return Dated(time.edtf, time.earliest, time.latest, "derived", time.text, time.why)


def name_statement(event: str, speaker: str | None, voice: str) -> str:
    """Return EVENT.SPEAKER, or EVENT.unnamed, EVENT.source where there is none."""
    return f"{event}.{speaker or ('source' if voice == 'source' else 'unnamed')}"


def recorded(
    record: StatementRecord, event: EventRecord, item: Evidence | None, reading: Reading | None
) -> Statement:
    """Return the statement a person recorded, with what it leaves out derived from its words."""
    speech = speech_at(item, reading) if item and reading else None
    given = record.speaker or record.speaker_text or record.voice
    voice = record.voice or (
        "speaker" if record.speaker or record.speaker_text else speech.voice if speech else "source"
    )
    speaker = record.speaker or (speech.speaker if speech and not given else None)
    if voice == "speaker" and not record.speaker and not record.speaker_text and speech:
        speaker = speech.speaker
    figure = record.figure or (figure_at(item, reading) if item and reading else None)
    same = speech is not None and voice != "source" and (not given or speaker == speech.speaker)
    said = (
        stated(record.said, "The record gives the day.")
        if record.said
        else _said(speech if same else None)
    )
    return Statement(
        id=record.id or name_statement(event.id, speaker if voice == "speaker" else None, voice),
        event=event.id,
        voice=voice,
        speaker=speaker if voice == "speaker" else None,
        speaker_text=record.speaker_text
        or (speech.speaker_text if speech and voice != "source" and not speaker else None),
        speaker_basis="stated" if given else _basis(speech),
        via=record.via or (speech.via if speech and same else None),
        said=said,
        about=record.about,
        evidence=item,
        work=record.work,
        direct=record.direct if record.direct is not None else bool(speech and speech.direct),
        figure=figure,
        note=record.note or (_told(speech, reading) if not given else None),
    )


def _told(speech: Speech | None, reading: Reading | None) -> str | None:
    """Return the note that keeps words from being taken for a claim: thought, or denied."""
    if speech is None or speech.cue is None or reading is None:
        return None
    if speech.manner == "thought":
        return "The source tells what they think, not what they said."
    cue = " ".join(reading.text[slice(*speech.cue)].split())
    return f"The source’s word for it is “{cue}”." if _DENIAL.search(cue) else None


def _basis(speech: Speech | None) -> str:
    return "carried" if speech and speech.basis == "carried" else "derived"


def derived(
    event: EventRecord, evidence: Sequence[Evidence], readings: Mapping[str, Reading]
) -> list[Statement]:
    """Return the statements that an event's evidence makes by itself, one for each voice."""
    made: dict[tuple[str, str | None, str | None], Statement] = {}
    empty = StatementRecord(*(None,) * 12, where=Where(f"docs/{event.path}"))
    for item in evidence:
        reading = readings.get(item.source)
        if reading is None:
            continue
        statement = recorded(empty, event, item, reading)
        made.setdefault((statement.voice, statement.speaker, statement.speaker_text), statement)
    return list(numbered(made.values()))


def numbered(statements: Iterable[Statement]) -> Iterable[Statement]:
    """Give derived statements whose ids repeat a number."""
    seen: dict[str, int] = {}
    for statement in statements:
        seen[statement.id] = seen.get(statement.id, 0) + 1
        yield (
            statement
            if seen[statement.id] == 1
            else replace(statement, id=f"{statement.id}-{seen[statement.id]}")
        )
