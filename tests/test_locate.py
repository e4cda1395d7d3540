"""A quote is found once in its source, however its quotes, dashes and spaces are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.joined import Evidence
from dossier.locate import fold, fold_passages, locate, sentence_at
from dossier.model import Quote, Where
from dossier.problems import Problem
from dossier.read import read_source

TEXT = (
    "The castle fell.\n\n“We held it,” the mayor’s aide said — twice.\u00a0The gate\nwas open.\n\n"
    "The gate was shut. May came; the Mayor left."
)
WHERE = Where("docs/timeline/x.md", 4)


def find(quote: str, passage: str | None = None) -> tuple[Evidence | None, Problem | None]:
    passages = read_source(TEXT, {"title": 1})
    return locate(Quote("s", quote, passage, WHERE), TEXT, fold_passages(TEXT, passages))


@pytest.mark.parametrize(
    ("quote", "words", "passage"),
    [
        ('"We held it," the mayor\'s aide', "“We held it,” the mayor’s aide", "1"),
        ("said - twice. The  gate was", "said — twice.\u00a0The gate\nwas", "1"),
        ("May", "May", "2"),
        ("gate was shut", "gate was shut", "2"),
    ],
)
def test_found_with_the_texts_own_words(quote: str, words: str, passage: str) -> None:
    evidence, problem = find(quote)
    assert problem is None
    assert evidence is not None
    assert (evidence.quote, evidence.passage) == (words, passage)
    assert TEXT[evidence.start : evidence.end] == words


def test_found_twice_names_the_passages() -> None:
    evidence, problem = find("gate was")
    assert evidence is None
    assert problem is not None
    assert "several passages of ‘s’: 1, 2" in problem.what
    assert find("gate was", "2")[0] is not None


def test_a_quote_runs_over_no_passage() -> None:
    _, problem = find("was open. The gate was shut")
    assert problem is not None
    assert problem.code == "quote-not-found"


def test_more_than_25_words_are_no_short_quotation() -> None:
    _, problem = find("word " * 26)
    assert problem is not None
    assert problem.code == "quote-too-long"


@given(st.text())
def test_folding_keeps_the_place_of_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.at)
    for char, at in zip(folded.text, folded.at, strict=True):
        assert text[at].isspace() if char == " " else not text[at].isspace()


def test_a_sentence_is_found_by_a_character_in_it() -> None:
    passages = read_source(TEXT, {"title": 1})
    number, inside = sentence_at(passages, TEXT.index("Mayor left"))
    assert passages[number].id == "2"
    assert "Mayor" in TEXT[passages[number].sentences[inside].start :][:40]
