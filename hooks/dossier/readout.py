"""Shows what the hooks see in one text: as JSON lines for programs, as a table for people."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .finding import known_names, read_and_find
from .join import Records
from .joined import Reading
from .model import SourceRecord, Speech, TimeExpression

Finding = dict[str, object]

_OF_FIGURES = ("counts", "of", "by", "unit", "scope", "value", "low", "high", "qualifier")


def read_out(
    text: str, published: str, docs: Records | None, *, form: str, week_starts: str = "sunday"
) -> Iterator[str]:
    """Yield the lines; ``docs`` brings the names that are known, ``form`` is table or jsonl."""
    known = known_names((*docs.actors.values(), *docs.places.values()) if docs else ())
    reading = read_and_find(source_of_text(text, published, week_starts), known)
    for finding in findings(reading):
        yield _row(finding) if form == "table" else json.dumps(finding, ensure_ascii=False)


def source_of_text(text: str, published: str, week_starts: str = "sunday") -> SourceRecord:
    """Return the record of a bare text, for reading it without a seed."""
    nothing = ("publisher", "author", "url", "rights", "sha256", "accessed", "archived", "note")
    return SourceRecord(
        **dict.fromkeys(nothing),  # type: ignore[arg-type]
        id="text",
        path="text",
        title="",
        published=published,
        language="en",
        week_starts=week_starts,
        publish="quotations",
        quote_limit=0.4,
        parts={},
        guides={},
        notes={},
        called={},
        history=(),
        text=text,
    )


def findings(reading: Reading) -> Iterator[Finding]:
    """Yield every finding in the order of the text, the longer of two first."""
    found = [*_blocks(reading), *_found(reading), *_figures(reading)]
    order = {
        kind: number
        for number, kind in enumerate(
            ("passage", "sentence", "speech", "mention", "name", "time", "figure")
        )
    }
    yield from sorted(found, key=lambda f: (f["start"], -int(str(f["end"])), order[str(f["kind"])]))


def _span(text: str, kind: str, start: int, end: int) -> Finding:
    return {"kind": kind, "start": start, "end": end, "text": text[start:end]}


def _blocks(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        yield {
            **_span(reading.text, "passage", passage.start, passage.end),
            "id": passage.id,
            "role": passage.role,
        }
        for sentence in passage.sentences:
            yield _span(reading.text, "sentence", sentence.start, sentence.end)


def _found(reading: Reading) -> Iterator[Finding]:
    for mention in reading.mentions:
        yield {
            **_span(reading.text, "mention", mention.start, mention.end),
            "entity": mention.entity,
        }
    for name in (*reading.proposals, *reading.unsure):
        for _, start, end in name.spans:
            yield {
                **_span(reading.text, "name", start, end),
                "name": name.name,
                "is": name.kind,
                "what": name.what,
                "unsure": name.unsure,
            }
    for time in reading.times:
        yield {**_span(reading.text, "time", time.start, time.end), **_time(time)}
    for speech in (*reading.speeches, *reading.stances):
        yield {
            **_span(reading.text, "speech", speech.start, speech.end),
            **_speech(reading.text, speech),
        }


def _figures(reading: Reading) -> Iterator[Finding]:
    for figure in reading.figures:
        if figure.start is not None and figure.end is not None:
            yield {
                **_span(reading.text, "figure", figure.start, figure.end),
                **{key: getattr(figure, key) for key in _OF_FIGURES},
            }


def _time(time: TimeExpression) -> Finding:
    return {
        "type": time.type,
        "value": time.value,
        "edtf": time.edtf,
        "earliest": str(time.earliest) if time.earliest else None,
        "latest": str(time.latest) if time.latest else None,
        "why": time.why,
    }


def _part(text: str, span: tuple[int, int] | None) -> Finding | None:
    return {"start": span[0], "end": span[1], "text": text[span[0] : span[1]]} if span else None


def _speech(text: str, speech: Speech) -> Finding:
    speaker = _part(text, speech.speaker_span)
    via = _part(text, speech.via_span)
    return {
        "speaker": {**speaker, "entity": speech.speaker} if speaker else None,
        "voice": speech.voice,
        "basis": speech.basis,
        "via": {**via, "entity": speech.via} if via else None,
        "said": speech.said.edtf if speech.said else None,
        "cue": _part(text, speech.cue),
        "content": [_part(text, span) for span in speech.content],
        "direct": speech.direct,
        "manner": speech.manner,
    }


def _row(finding: Finding) -> str:
    text = " ".join(str(finding["text"]).split())
    short = text if len(text) <= 60 else text[:59] + "…"
    place = f"{finding['start']}–{finding['end']}"
    return f"{place:>13}  {finding['kind']!s:<8}  {short:<60}  {_told(finding)}".rstrip()


def _told(finding: Finding) -> str:
    kind = finding["kind"]
    if kind == "mention":
        return f"→ {finding['entity']}"
    if kind == "time":
        return f"{finding['type']} {finding['value']}  {finding['why']}"
    if kind == "speech":
        speaker = finding["speaker"]
        who = speaker["text"] if isinstance(speaker, dict) else finding["voice"]
        guessed = finding["basis"] == "carried" and finding["cue"] is None
        return f"{finding['manner']} by {who}{', probably' * guessed}"
    if kind == "name":
        told = ", ".join(str(each) for each in (finding["is"], finding["what"]) if each)
        return f"{told}; unsure: {finding['unsure']}" if finding["unsure"] else told
    if kind == "figure":
        return _counted(finding)
    return f"{finding['id']} ({finding['role']})" if kind == "passage" else ""


def _counted(figure: Finding) -> str:
    """Return the number and what it counts: "450 deaths of militants", "20000–99999 people"."""
    bounds = [str(figure[side]) if figure[side] is not None else "" for side in ("low", "high")]
    number = str(figure["value"]) if figure["value"] is not None else "–".join(bounds)
    of = f" of {figure['of']}" if figure["of"] else ""
    return f"{number} {figure['counts'] or 'of what is not stated'}{of}"
