"""Speech and figures hold to the text on any input, and take no more than linear time."""

from __future__ import annotations

import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.figures import find_figures
from dossier.model import Figure, Mention, Sentence, Speech
from dossier.read import read_source
from dossier.speech import find_speech

WORDS = (
    'said says told the a he they who that which Assad UNESCO minister officials , . : ; - “ ” "'
    " ''"
    " ‘ ’ ( ) according to and but while reportedly is are not saying adding the\r\narmy on Monday"
    " killed 12 two dozen million hundreds of between 10-20 % $5 82-year-old were dead toll at one"
    " in five 2016 quoted as claim was called it 's ’s\n\nNext paragraph"
).split(" ")


def read(text: str) -> tuple[tuple[Speech, ...], tuple[Figure, ...]]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    names = [
        Mention("assad", "", at, at + 5) for at in range(len(text)) if text.startswith("Assad", at)
    ]
    return find_speech(text, sentences, names, ()), find_figures(text, sentences, names)


def holds(text: str, speeches: tuple[Speech, ...], figures: tuple[Figure, ...]) -> None:
    for one in speeches:
        assert one.cue is not None
        assert one.content
        runs = [one.cue, *one.content]
        if one.speaker_span:
            runs.append(one.speaker_span)
            assert text[slice(*one.speaker_span)] == one.speaker_text
        for start, end in runs:
            assert 0 <= one.start <= start < end <= one.end <= len(text)
            assert text[start:end].strip()
        for start, end in one.content:
            assert end <= one.cue[0] or one.cue[1] <= start
        assert one.voice in {"speaker", "unnamed"}
        assert one.basis in {"stated", "carried"}
    for figure in figures:
        assert figure.start is not None
        assert figure.end is not None
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.value is not None or figure.low is not None


@given(st.text(max_size=300))
def test_any_unicode(text: str) -> None:
    holds(text, *read(text))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_of_speech(text: str) -> None:
    holds(text, *read(text))


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
def test_any_words_run_together(text: str) -> None:
    holds(text, *read(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "²²²² people were killed",
        "He said “٤٥٠ fighters” were killed.",
        "قال الرئيس إن الحرب انتهت. He said: “انتهت”",
        "He said: “🎉🎉” to 12 people",
        "Jose\u0301 said “e\u0301te\u0301” to 3 people.",
        "“He said",
        "” said he “",
    ],
)
def test_odd_text(text: str) -> None:
    holds(text, *read(text))


@pytest.mark.parametrize(
    "piece",
    [
        "said and ",
        "he said, ",
        "who said that ",
        "“a” said ",
        "“",
        "‘",
        '" ',
        "''",
        ", according to ",
        "(",
        "one ",
        "million ",
        "12 of the ",
        "between 10 and ",
        "a",
        "-",
        "quoted as saying ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    sentences = [Sentence("1", 0, len(text))]
    start = clock.process_time()
    find_speech(text, sentences, (), ())
    find_figures(text, sentences, ())
    assert clock.process_time() - start < 15
