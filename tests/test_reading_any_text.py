"""All that is found in a text maps back to its very words, whatever the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.finding import Known, read_and_find
from dossier.joined import Reading
from dossier.names import build_gazetteer
from dossier.readout import findings, source_of_text

NAMES = (("Ann Roe", "ann-roe"), ("Osk", "osk"), ("José Núñez", "jose"), ("القاهرة", "cairo"))
KNOWN = Known(
    claims=NAMES,
    gazetteer=build_gazetteer(NAMES),
    people=frozenset({"ann-roe", "jose"}),
    places=frozenset({"osk", "cairo"}),
)
SENTENCES = (
    "Ann Roe said on Sunday that 12 people were hurt in Osk.",
    "“We left,” José Núñez told the BBC.",
    "Officials believe that about a third of the crew fled to Marlow.",
    "HOST: Is it so?",
    "The mayor said:",
    "“It is.",
    "“It was.” — Ann Roe",
    "قال مسؤول في القاهرة إن 12 شخصا قتلوا.",
    "🎉🎉 No one was hurt 🎉",
    "Jose\u0301 Nu\u0301n\u0303ez wants peace.",
    "It costs $3-4 billion a year, according to Doctors Without Borders (DWB).",
)
ENDS = (" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\u2028", "\u200b", "\t", "")


def read(text: str) -> Reading:
    return read_and_find(source_of_text(text, "2019-10-05"), KNOWN)


def spans(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield the passage and the bounds of everything found."""
    for mention in reading.mentions:
        yield mention.passage, mention.start, mention.end
    for time in reading.times:
        yield time.passage, time.start, time.end
        assert reading.text[time.start : time.end] == time.text
    for name in (*reading.proposals, *reading.unsure):
        assert name.spans
        yield from name.spans
    for figure in reading.figures:
        assert figure.passage
        assert figure.start is not None
        assert figure.end is not None
        yield figure.passage, figure.start, figure.end


def holds(text: str) -> Reading:
    reading = read(text)
    assert reading.text == text
    passages = {p.id: p for p in reading.passages}
    for passage, start, end in spans(reading):
        assert passages[passage].start <= start < end <= passages[passage].end
        assert text[start:end].strip()
    for speech in (*reading.speeches, *reading.stances):
        parts = [*speech.content, *(s for s in (speech.cue, speech.speaker_span) if s)]
        assert speech.content
        for start, end in parts:
            assert 0 <= speech.start <= start < end <= speech.end <= len(text)
            assert text[start:end].strip()
        if speech.speaker_span:
            assert text[slice(*speech.speaker_span)] == speech.speaker_text
    for finding in findings(reading):
        start, end = int(str(finding["start"])), int(str(finding["end"]))
        assert text[start:end] == finding["text"]
    return reading


@given(st.text(max_size=200))
def test_any_unicode(text: str) -> None:
    holds(text)


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(ENDS)), max_size=8))
def test_any_sentences_with_any_ends(parts: list[tuple[str, str]]) -> None:
    holds("".join(sentence + end for sentence, end in parts))


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
    st.sampled_from(("NFC", "NFD", "NFKC", "NFKD")),
)
def test_any_normal_form(sentences: list[str], form: str) -> None:
    holds(unicodedata.normalize(form, "\n\n".join(sentences)))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\ufeff", "a", "“", "\0", "12"])
def test_next_to_nothing(text: str) -> None:
    holds(text)


def test_line_ends_change_no_finding() -> None:
    unix = "\n\n".join(SENTENCES)
    windows = unix.replace("\n", "\r\n")
    one, other = holds(unix), holds(windows)
    assert [f.text for f in one.times] == [f.text for f in other.times]
    assert [s.speaker_text for s in one.speeches] == [s.speaker_text for s in other.speeches]
    assert [p.name for p in one.proposals] == [p.name for p in other.proposals]


def test_ten_megabytes_and_no_last_line_end() -> None:
    text = "🎉 " * 2_000_000 + "\n\nAnn Roe said on Sunday that 12 people were hurt in Osk."
    reading = holds(text)
    assert [text[m.start : m.end] for m in reading.mentions] == ["Ann Roe", "Osk"]
    assert [text[slice(*s.cue)] for s in reading.speeches if s.cue] == ["said"]
    assert [f.value for f in reading.figures] == [12]
