"""What must hold between the keys of one mapping: numbers in order, one relation, one speaker."""

from __future__ import annotations

from collections.abc import Iterator

from . import edtf
from .fields import Table
from .problems import Problem, problem

RELATION_TYPES = ("backs", "fights", "mediates", "part-of", "reports-on")


def figure_form(table: Table) -> Iterator[Problem]:
    """A figure has a number, and its numbers are in order."""
    value, low, high = table.get("value"), table.get("low"), table.get("high")
    if value is None and low is None and high is None:
        what, remedy = "the figure has no number", "add ‘value’, ‘low’ or ‘high’"
        yield problem(table.where, what, remedy, "missing-key")
    elif low is not None and high is not None and low > high:
        what = f"‘low’ is {low}, above ‘high’, {high}"
        yield problem(table.at("low"), what, "exchange them", "out-of-range")
    elif value is not None and not (low if low is not None else value) <= value <= (
        high if high is not None else value
    ):
        what = f"‘value’ is {value}, outside ‘low’ and ‘high’"
        yield problem(table.at("value"), what, "mend one of the three", "out-of-range")


def location_form(table: Table) -> Iterator[Problem]:
    """No place has the point that programs put where they know none."""
    if table.get("lat") == 0 and table.get("lon") == 0:
        what = "lat 0, lon 0 is a point in the sea, which programs put where they know no place"
        remedy = "write the place’s own degrees, or leave ‘location’ out"
        yield problem(table.at("lat"), what, remedy, "out-of-range")


def statement_form(table: Table) -> Iterator[Problem]:
    """A statement rests on words or on a work, and has a speaker or none."""
    voice = table.get("voice")
    if "evidence" in table and "work" in table:
        what, remedy = "the statement has both evidence and a work", "keep the one it stands in"
        yield problem(table.at("work"), what, remedy, "statement-form")
    elif "evidence" not in table and "work" not in table:
        what = "the statement has neither evidence nor a work"
        remedy = "add ‘evidence: {source: …, quote: …}’ or ‘work: …’"
        yield problem(table.where, what, remedy, "statement-form")
    elif voice in ("unnamed", "source") and "speaker" in table:
        what = f"the voice is ‘{voice}’, and yet a speaker is given"
        remedy = "leave ‘speaker’ out, or write ‘voice: speaker’"
        yield problem(table.at("speaker"), what, remedy, "statement-form")
    elif voice == "speaker" and "work" in table and not {"speaker", "speaker_text"} & set(table):
        what = "the voice is ‘speaker’, and nobody is named"
        remedy = "add ‘speaker’ or ‘speaker_text’, or write ‘voice: unnamed’ or ‘voice: source’"
        yield problem(table.at("voice"), what, remedy, "statement-form")
    elif voice == "source" and "speaker_text" in table:
        what = "the source speaks itself, and yet ‘speaker_text’ is given"
        remedy = "leave one of them out"
        yield problem(table.at("speaker_text"), what, remedy, "statement-form")


def relation_form(table: Table) -> Iterator[Problem]:
    """A relation says one thing of one other actor, and proves it."""
    types = [key for key in RELATION_TYPES if key in table]
    if not types:
        what = "the relation does not say what it is"
        remedy = f"add one of {', '.join(RELATION_TYPES)}, with the id of the other actor"
        yield problem(table.where, what, remedy, "relation-form")
    elif len(types) > 1:
        what = f"the relation says {len(types)} things: {' and '.join(types)}"
        remedy = "make an entry of each, with the words that prove it"
        yield problem(table.at(types[1]), what, remedy, "relation-form")
    elif not table.get("evidence"):
        what = "the relation has no evidence"
        yield problem(table.where, what, "quote the words that prove it", "no-evidence")


def event_form(table: Table) -> Iterator[Problem]:
    """An event rests on words, or on a date and the works that know of it."""
    if not table.get("evidence") and not (table.get("date") and table.get("other_sources")):
        what = "the event has no evidence"
        remedy = (
            "quote the words that tell of it under ‘evidence’, or state ‘date’ and the works"
            " that know of it under ‘other_sources’"
        )
        yield problem(table.at("evidence"), what, remedy, "no-evidence")


def source_form(table: Table) -> Iterator[Problem]:
    """A source is seen no sooner than it was published."""
    if "published" not in table or "accessed" not in table:
        return
    published, accessed = edtf.parse(table["published"]), edtf.parse(table["accessed"])
    if published.earliest and accessed.latest and accessed.latest < published.earliest:
        what = f"‘accessed’ is {table['accessed']}, before ‘published’, {table['published']}"
        yield problem(table.at("accessed"), what, "mend one of the two", "date")
