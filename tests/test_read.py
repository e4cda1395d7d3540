"""Passages and sentences: what is cut where, on real and on hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Passage
from dossier.read import read_source

ARTICLE = Path(__file__).parents[1] / "seeds" / "battle-for-palmyra.txt"
PARTS = {"title": 1, "standfirst": 2, "caption": 3}


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for p in read_source(text) for s in p.sentences]


def test_the_article_has_three_parts_and_eleven_paragraphs() -> None:
    text = ARTICLE.read_bytes().decode()
    passages = read_source(text, PARTS)
    assert [p.id for p in passages[:4]] == ["title", "standfirst", "caption", "1"]
    assert [p.id for p in passages[3:]] == [str(n) for n in range(1, 12)]
    assert [p.role for p in passages[3:]] == ["body"] * 11
    counts = [len(p.sentences) for p in passages]
    assert counts == [1, 1, 2, 1, 3, 1, 1, 2, 4, 1, 2, 1, 2, 4]


def test_without_parts_every_block_is_body() -> None:
    assert [p.id for p in read_source("One.\n\nTwo.\n\nThree.")] == ["1", "2", "3"]


def test_parts_of_no_block_or_no_role_are_left_out() -> None:
    passages = read_source("One.\n\nTwo.", {"title": 9, "byline": 1, "caption": 2})
    assert [(p.id, p.role) for p in passages] == [("1", "body"), ("caption", "caption")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_alike(end: str) -> None:
    text = f"{end} One,{end}still one.{end} \t{end}Two.{end}{end}"
    assert [text[p.start : p.end] for p in read_source(text)] == [f"One,{end}still one.", "Two."]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85"])
def test_other_separators_are_no_line_ends(mark: str) -> None:
    assert len(read_source(f"One{mark}{mark}still one.")) == 1


@pytest.mark.parametrize("text", ["", " \n\n\t", "\r\r\n", "\u2028"])
def test_nothing_is_read_where_nothing_is(text: str) -> None:
    assert read_source(text) == ()


CUT = [
    "Mr. Smith met Gen. J. P. Jones in the U.S. on Jan. 5.|He left at 5 p.m.|It rose 1.5 percent.",
    "Police came at 6 a.m. Sunday.|The St. Louis paper had it.",
    "He lives in Washington, D.C.|The U.S. Army won.|He works for the U.S.|But he left.",
    "They met in the capital.|al-Assad spoke.|Plan B failed.",
    "“We won.|They lost,” he said.|“Why?” Smith asked.|“Stop!” the man said.|They went.",
    '"It is over."|The mayor left ...|And so on …|The end (he said.)|Yes!',
    "He was the No. 1 choice.|He said no.|40 people came.",
    "“It’s ‘over.’”|Then he left at 5 p.m. London time for St. Louis.",
    "Roe v. Wade stands, Prof. A. Lee and Lt. Col. Ann Roe said.|Acme Inc. chief Jo Li agreed.",
    "A court heard Sen. Bob Day (D., Ohio).|“Guilty,” it said; “on all counts.”|Ms. Day wept.",
    "Yahoo! said so.|Is it true?|“No,” he said — “never.”|The ship, the M.V. Anna, sank.",
    "1. First item.|2. Second item.",
    "„Wir gehen.“|Danach ging sie: „Wohin?|Nach Hause!“|»Es fiel.«|Er schwieg.|‚Gut.‘|Sie auch.",
    "« Oui. »|Elle partit.|«\u00a0Non.\u202f»|« Oui. » dit-il.|Il a dit « Oui. »",
    "«Oui.»|Elle partit.|«Non.»|Paul sourit.|The sign read “Go.|“Stay,” it said.",
    "Flooding Kills 40",
    "وصل الرئيس إلى دمشق.|قال د. محمد إن الحرب انتهت؟|نعم.",
    "В 2016 г. Путин уехал.|А. С. Пушкин жил в Москве.|Он умер.",
    "他来了。|我走了！",
]


@pytest.mark.parametrize("cut", CUT)
def test_sentences_end_where_readers_end_them(cut: str) -> None:
    expected = cut.split("|")
    text = ("" if "。" in cut else " ").join(expected)
    assert sentences(text) == expected


ANY = st.text(st.characters() | st.sampled_from(" \n\r\t.?!…“”\"'’)(A aU.S\u2028\0\u0301ال。"))


@given(ANY, st.dictionaries(st.sampled_from(["title", "caption", "x"]), st.integers(-1, 4)))
def test_every_character_lies_in_exactly_one_sentence(text: str, parts: dict[str, int]) -> None:
    passages = read_source(text, parts)
    seen = [0] * len(text)
    for passage in passages:
        _holds_together(passage, text)
        for sentence in passage.sentences:
            for at in range(sentence.start, sentence.end):
                seen[at] += 1
    assert all(n == 1 or (n == 0 and c.isspace()) for n, c in zip(seen, text, strict=True))
    assert len({p.id for p in passages}) == len(passages)


def _holds_together(passage: Passage, text: str) -> None:
    sentences = passage.sentences
    assert (sentences[0].start, sentences[-1].end) == (passage.start, passage.end)
    for s in sentences:
        piece = text[s.start : s.end]
        assert piece
        assert piece == piece.strip()
        assert s.passage == passage.id


@pytest.mark.parametrize("unit", [".", "\n", " ", "\r\n", ".”", "A.", "a"])
def test_ten_megabytes_of_one_thing_are_read(unit: str) -> None:
    text = unit * (10_000_000 // len(unit))
    assert len(read_source(text)) == (0 if text.isspace() else 1)
