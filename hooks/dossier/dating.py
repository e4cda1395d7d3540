"""Dates an event from the words of its evidence: quote, else clause, else sentence, else context.

A time inside an attribution dates the saying, not the event; a date in a relative clause
dates that clause alone; two dates that do not agree are nobody's guess and stay open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from . import edtf
from .joined import Dated, Evidence, Reading
from .locate import sentence_at
from .model import EventRecord, OtherSource, Passage, Sentence, SourceRecord, TimeExpression
from .stretches import together

_RELATIVE = re.compile(r",?\s+(?=(?:which|who|whom|whose|where)\b)|,\s+(?=when\b)", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:—–]\s*"
    r"|,\s+(?=(?:and|but|or|while|although|though|because|whereas|after|before|since|until)\b)",
    re.IGNORECASE,
)
_AGE = re.compile(r"\bold$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int
    relative: bool


def clauses(text: str, sentence: Sentence) -> tuple[Clause, ...]:
    """Cut a sentence at relative pronouns, conjunctions after a comma, and strong marks."""
    words = text[sentence.start : sentence.end]
    cuts: dict[int, bool] = {}
    for found in _RELATIVE.finditer(words):
        cuts[found.end()] = True
        resumed = words.find(", ", found.end()) if found[0].startswith(",") else -1
        if resumed >= 0:
            cuts.setdefault(resumed + 2, False)
    for found in _BREAK.finditer(words):
        cuts.setdefault(found.end(), False)
    edges = [
        (0, False),
        *sorted((at, relative) for at, relative in cuts.items() if 0 < at < len(words)),
    ]
    ends = [at for at, _ in edges[1:]] + [len(words)]
    return tuple(
        Clause(sentence.start + at, sentence.start + end, relative)
        for (at, relative), end in zip(edges, ends, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What the evidence says of the date: a date, or why there is none."""

    date: Dated | None
    open: str | None


def date_of(evidence: Sequence[Evidence], readings: Mapping[str, Reading]) -> Found:
    """Return the date that the evidence of an event gives it."""
    found = [_one(item, readings[item.source]) for item in evidence if item.source in readings]
    for basis in ("derived", "carried"):
        dates = [each.date for each in found if each.date and each.date.basis == basis]
        if dates:
            return _agree(dates)
    reasons = [each.open for each in found if each.open]
    return Found(None, reasons[0] if reasons else "No report read here tells of it.")


def _agree(dates: Sequence[Dated]) -> Found:
    """Return the narrowest date if it lies within all the others."""
    for date in dates:
        inner = edtf.parse(date.edtf)
        if all(edtf.contains(edtf.parse(other.edtf), inner) for other in dates):
            return Found(date, None)
    words = " and ".join(dict.fromkeys(f"“{date.expression}”" for date in dates))
    return Found(None, f"Its evidence names several times, and none is plainly its own: {words}.")


def _one(item: Evidence, reading: Reading) -> Found:
    number, inside = sentence_at(reading.passages, item.start)
    passage = reading.passages[number]
    sentence = passage.sentences[inside]
    last = sentence_at(reading.passages, max(item.start, item.end - 1))[1]
    end = max(sentence.end, passage.sentences[last].end)
    times = _event_times(item, reading, sentence.start, end)
    quoted = _within(times, item.start, item.end)
    if quoted:
        return _choose(quoted, "derived", "")
    own = [c for c in clauses(reading.text, sentence) if c.start < item.end and item.start < c.end]
    in_clause = [t for c in own for t in _within(times, c.start, c.end)]
    if in_clause:
        return _choose(in_clause, "derived", "")
    main = [c for c in clauses(reading.text, sentence) if not c.relative]
    in_sentence = [t for c in main for t in _within(times, c.start, c.end)]
    if in_sentence:
        return _choose(in_sentence, "derived", "")
    lasting = (t for t in reading.times if t.type == "DURATION" and not _AGE.search(t.text))
    if any(_overlaps(time, own) for time in lasting):
        return Found(None, "The sentence says how long it lasted, not when.")
    return _carried(item, reading, passage, inside)


def _overlaps(time: TimeExpression, spans: Iterable[Clause]) -> bool:
    return any(span.start <= time.start and time.end <= span.end for span in spans)


def _carried(item: Evidence, reading: Reading, passage: Passage, inside: int) -> Found:
    """Take the date from the sentence before, else from the one after, of the same passage."""
    for number, where in ((inside - 1, "before"), (inside + 1, "after")):
        if not 0 <= number < len(passage.sentences):
            continue
        sentence = passage.sentences[number]
        times = _event_times(item, reading, sentence.start, sentence.end)
        main = [
            t
            for c in clauses(reading.text, sentence)
            if not c.relative
            for t in _within(times, c.start, c.end)
        ]
        if main:
            said = f"The sentence has no date of its own; the one {where} it has. "
            return _choose(main, "carried", said)
    return Found(None, "Neither its sentence nor a neighbouring one gives a date.")


def _event_times(item: Evidence, reading: Reading, start: int, end: int) -> list[TimeExpression]:
    """Return the dates in a stretch, without those that only say when something was said."""
    saying = {
        (speech.said.start, speech.said.end)
        for speech in reading.speeches
        if speech.said
        and any(s < item.end and item.start < e for s, e in speech.content or ((start, end),))
    }
    others = {(s.said.start, s.said.end) for s in reading.speeches if s.said}
    quoted = (item.start, item.end)
    told = [
        time
        for time in reading.times
        if start <= time.start < end
        and (time.start, time.end) not in saying
        and ((time.start, time.end) not in others or quoted[0] <= time.start < quoted[1])
    ]
    return [
        time
        for time in together(reading.text, told, quoted)
        if time.edtf is not None and time.type in ("DATE", "TIME")
    ]


def _within(times: Iterable[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    return [time for time in times if start <= time.start and time.end <= end]


def _choose(times: Sequence[TimeExpression], basis: str, preface: str) -> Found:
    dates = [_dated(time, basis, preface) for time in times]
    agreed = _agree(dates)
    if agreed.date:
        return agreed
    words = " and ".join(dict.fromkeys(f"“{time.text}”" for time in times))
    return Found(None, f"Two dates stand in the sentence, {words}, and which is meant is not said.")


def _dated(time: TimeExpression, basis: str, preface: str) -> Dated:
    return Dated(time.edtf or "", time.earliest, time.latest, basis, time.text, preface + time.why)


def stated(text: str, why: str) -> Dated:
    """Return a date that a person states, with the reason the record gives."""
    read = edtf.parse(text)
    return Dated(text, read.earliest, read.latest, "stated", None, why)


def stated_date(record: EventRecord, found: Found, sources: Mapping[str, SourceRecord]) -> Dated:
    """Return the date a record states, and on whose word: other works', or our own reading."""
    date = edtf.parse(record.date or "")
    works = [other for other in record.other_sources if other.date and other.source in sources]
    near = [other for other in works if edtf.meet(edtf.parse(other.date or ""), date)]
    names = [sources[other.source].publisher or sources[other.source].title for other in near]
    listed = ", ".join(dict.fromkeys(names))
    if near and _given_by(date, near):
        why = f"The date is that of other works: {listed}."
    elif near:
        why = f"Our reading, within what other works give: {listed}."
    elif found.date and found.date.basis == "carried":
        why = f"Our reading of the report; a neighbouring sentence has “{found.date.expression}”."
    elif found.date and (found.date.earliest, found.date.latest) == (date.earliest, date.latest):
        why = f"Our reading of the report’s “{found.date.expression}”."
    elif found.date:
        why = f"Our reading of the report, whose “{found.date.expression}” leaves more room."
    else:
        why = "Our reading of the report, whose sentence gives no date."
    return stated(record.date or "", why)


def _given_by(date: edtf.Edtf, works: Iterable[OtherSource]) -> bool:
    """Say whether works give a date: one holds it whole, or together they reach both its ends."""
    given = [edtf.parse(work.date or "") for work in works]
    whole = edtf.union(given)
    return any(edtf.contains(each, date) for each in given) or (
        (whole.earliest, whole.latest) == (date.earliest, date.latest)
    )
