"""Words are cut piece by piece and remembered; they are those of the whole text all the same."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.kept import Kept
from dossier.names.fold import WORD_OR_MARK, fold_piece
from dossier.names.standing import beginnings
from dossier.proposals.tokens import words_of
from dossier.speech import words as speech_words

ANY = st.text(
    alphabet=st.sampled_from("aMay3é’'-—–―.,:;?()“” \u00a0\n\t@/&\u0301\u200dß中。")
    | st.characters()
)


class Everything:
    def __contains__(self, _word: object) -> bool:
        return True


@given(ANY, st.integers(0, 9), st.integers(0, 9))
def test_the_words_of_speech_stand_where_the_whole_stretch_has_them(
    text: str, skipped: int, left_out: int
) -> None:
    start = min(skipped, len(text))
    end = max(start, len(text) - left_out)
    spans = [(one.start, one.end) for one in speech_words.words(text, start, end)]
    assert spans == [one.span() for one in speech_words._TOKEN.finditer(text, start, end)]  # noqa: SLF001


@given(ANY)
def test_names_are_looked_for_at_every_word_and_mark(text: str) -> None:
    whole = [(one.start(), fold_piece(one[0])) for one in WORD_OR_MARK.finditer(text)]
    assert beginnings(text, Everything()) == whole


@given(ANY)
def test_words_and_what_stands_between_them_make_the_text(text: str) -> None:
    words = words_of(text, 0, len(text))
    for number, token in enumerate(words.tokens):
        assert token.text == text[words.starts[number] : words.end(number)]
    for number in range(1, len(words.tokens)):
        gap, whole = words.tokens[number].gap, words.whole(number - 1)
        between = text[whole : words.starts[number]]
        assert words.end(number - 1) <= whole
        assert gap == "-" or gap in (between, between.removeprefix("."), " ")
        assert gap != " " or not between.strip(" .") or between.isspace()


def test_what_is_kept_of_a_text_is_the_same_whatever_was_read_before() -> None:
    text = "The UN-led talks, held by Mr. Ban Ki-moon in May, go on — so he said."
    alone = words_of(text, 0, len(text)), speech_words.words(text, 0, len(text))
    for number in range(20_000):
        words_of(f"word{number},", 0, 9)
    assert (words_of(text, 0, len(text)), speech_words.words(text, 0, len(text))) == alone


def test_long_pieces_are_not_kept_and_short_ones_only_so_many() -> None:
    kept = Kept(re.compile(r"\w+").findall)
    assert kept["x" * 1000] == ["x" * 1000]
    assert not kept
    for number in range(100_000):
        assert kept[str(number)] == [str(number)]
        assert len(kept) < 10_000
