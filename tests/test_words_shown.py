"""Words shown are those in runs of five or more of the source's, wherever they stand, each once."""

from __future__ import annotations

import pytest

from dossier.write.words import Shown, measure

SOURCE = "Alpha beta, gamma—delta “epsilon” zeta eta theta. Iota kappa lambda mu nu xi omicron pi."


def of(files: dict[str, str]) -> Shown:
    return measure({"s": SOURCE}, files)["s"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Alpha beta gammadelta epsilon", 0),
        ("ALPHA BETA gamma—delta epsilon zeta!", 5),
        ("<p>eta <b>theta</b>. Iota <a href='x'>kappa</a> lambda</p>", 5),
        ('<p title="iota kappa lambda mu nu">x</p>', 5),
        ("<a href='https://x.example/#:~:text=iota%20kappa%20lambda%20mu%20nu'>x</a>", 5),
        ("[x](https://x.example/#:~:text=iota%20kappa%20lambda%20mu%20nu%20xi)", 6),
        ("iota [kappa](../x.md) lambda[^s:1] mu *nu*", 5),
        ("iota kappa &nbsp; lambda mu nu", 5),
        ("iota kappa lambda. mu nu xi. iota kappa lambda mu nu", 6),
        ("<!-- iota kappa lambda mu nu -->", 0),
        ('<a href="?q="\n     title="iota kappa lambda mu nu">x</a>', 5),
        ('<input value="?q=" a b c d e title="iota kappa lambda mu nu">', 5),
        ("[x](<https://x.example/#:~:text=iota%20kappa%20lambda%20mu%20nu>)", 5),
        ("[x](<iota kappa lambda mu nu>)", 5),
        ("[x](a<b) iota kappa lambda mu nu > c", 5),
        ('[x](x.md "iota kappa, lambda mu nu")', 5),
        ("<https://x.example/#:~:text=iota%20kappa%20lambda%20mu%20nu>", 5),
        ("<a href=#:~:text=iota%20kappa%20lambda%20mu%20nu>x</a>", 5),
    ],
)
def test_runs_are_counted_in_markup(content: str, words: int) -> None:
    assert of({"page.md": content}).words == words


@pytest.mark.parametrize("sign", ["=a", '="', "=%", "](", "](a", "[^", "<a:", "= "])
def test_words_behind_very_many_signs_of_markup_are_counted(sign: str) -> None:
    # Were the work the square of the signs, this would take hours.
    assert of({"page.md": f"{sign * 500_000}\n\n) iota kappa lambda mu nu"}).words == 5


def test_json_is_read_value_by_value() -> None:
    assert of({"a.json": '{"q": "iota kappa lambda", "r": "mu nu xi"}'}).words == 0
    assert of({"a.json": '[{"q": "iota kappa lambda mu nu"}]'}).words == 5


def test_a_word_counts_once_however_often_it_is_shown() -> None:
    shown = of({"a.md": "iota kappa lambda mu nu", "b.md": "kappa lambda mu nu xi"})
    assert shown.words == 6
    assert dict(shown.contributors()) == {"a.md": 5, "b.md": 5}


def test_the_share_is_of_the_sources_own_words() -> None:
    assert of({}).of == len(SOURCE.split())


def test_each_source_is_measured_and_words_of_two_count_for_both() -> None:
    texts = {"one": SOURCE, "other": "Nobody saw iota kappa lambda mu nu.", "none": "Not a word."}
    shown = measure(texts, {"a.md": "iota kappa lambda mu nu", "b.md": "nobody saw iota kappa mu"})
    assert {id_: (each.words, each.of) for id_, each in shown.items()} == {
        "one": (5, 15),
        "other": (5, 7),
        "none": (0, 3),
    }
    assert shown["other"].contributors() == [("a.md", 5)]


def test_words_are_counted_as_the_text_has_them() -> None:
    dashed = measure({"s": "one – two three – four five six"}, {"a.md": "two three four five six"})
    assert (dashed["s"].words, dashed["s"].of) == (5, 8)


def test_words_count_wherever_they_stand_in_a_long_file() -> None:
    filler = "other words that nobody wrote there "
    for length in range(5_540, 5_575, 3):
        text = f"{filler * length}{SOURCE} {filler * 3_000}"
        assert of({"a.md": text}).words == of({"a.md": SOURCE}).words
    assert of({"a.md": "x" * 700_000 + " " + SOURCE}).words == of({"a.md": SOURCE}).words
