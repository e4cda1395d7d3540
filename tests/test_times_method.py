"""The Method page tells of times what the rules do: every row of its table is read."""

from __future__ import annotations

import re

import pytest

from dossier.edtf import parse
from dossier.read import read_source
from dossier.times import find_times
from dossier.times.words_for import days_in_words
from support import ROOT

_ROW = re.compile(r"^\| (.*\*\*.+\*\*.*) \| (.+) \| .+ \|$", re.MULTILINE)
ROWS = _ROW.findall((ROOT / "docs/about/method.md").read_text(encoding="utf-8"))


def test_the_table_is_there() -> None:
    assert len(ROWS) > 15


@pytest.mark.parametrize(("sentence", "meaning"), ROWS)
def test_what_the_page_says_words_mean(sentence: str, meaning: str) -> None:
    start, end = sentence.index("**"), sentence.rindex("**") - 2
    text = sentence.replace("**", "")
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    found = {
        (one.start, one.end): days_in_words(parse(one.edtf)) if one.edtf else "no date"
        for one in find_times(text, sentences, parse("2016-03-30"))
    }
    assert found.get((start, end)) == meaning, found
