"""Search: one spelling on both sides, nothing shown that pages do not show, any spelling found."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.config import read_config
from dossier.joined import Dossier
from dossier.project import load
from dossier.write.folding import index_words, query_words
from dossier.write.memory import memory_of
from dossier.write.options import Options
from dossier.write.pages import write_pages
from dossier.write.search import CONVENTIONAL, INDEX, write_search
from dossier.write.search_entries import Entry, entries
from dossier.write.search_text import is_excluded, paragraphs, sections
from dossier.write.words import measure
from spellings import ALIKE
from support import ROOT

# --- One spelling ---------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_that_are_one_word(one: str, other: str) -> None:
    assert query_words(one) == query_words(other) != []


def test_a_compound_is_also_one_word() -> None:
    assert "ceasefire" in index_words("a cease-fire")
    assert "alassad" in index_words("al-Assad")


@given(st.text())
def test_any_text_folds_and_stays_folded(text: str) -> None:
    words = query_words(text)
    assert all(word and word == word.strip() for word in words)
    assert set(words) <= set(index_words(text))


@pytest.mark.parametrize(
    "hostile",
    [
        "<" * 300_000,
        "<!--" * 100_000,
        '<a "' * 100_000,
        "[^" * 100_000,
        "{" * 300_000,
        "|-" * 100_000,
        "a" * 300_000,
        "al" + " " * 300_000,
        "\u0301" * 300_000,
        "# x {#" + "a" * 300_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    sections(hostile)
    index_words(hostile)


# --- What search reads of a page --------------------------------------------------------


def test_markup_is_left_out() -> None:
    text = (
        "# A *title* {#given}\n\n<nav class='crumbs'><a href='/'>Home</a></nav>\n\n"
        "See [the ruins](../x.md).[^a:1] <b>Bold</b> &amp; more.\n\n"
        "## Notes {#notes data-search-exclude}\n\nnot this\n\n## A title {#given_1}\n\n"
        "| One | Two |\n|---|---|\n| 1 | 2 |\n\n## Été\n\n## Été\n\n[^a:1]: A definition.\n"
    )
    found = sections(text)
    assert [(s.heading, s.anchor) for s in found] == [
        ("", ""),
        ("A title", "given"),
        ("A title", "given_1"),
        ("Été", "ete"),
        ("Été", "ete_1"),
    ]
    assert found[1].text == "See the ruins. Bold & more."
    assert found[1].paragraphs[0].cited == ("a:1",)
    assert found[2].text == "One; Two 1; 2"
    assert found[-1].text == ""


def test_text_that_only_looks_like_markup_stays() -> None:
    assert [p.text for p in paragraphs("a < b, 5 * 3 - 2\n\n2016. A year")] == [
        "a < b, 5 * 3 - 2",
        "2016. A year",
    ]


# --- The index --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(read_config(ROOT / "mkdocs.yml").project)


@pytest.fixture(scope="module")
def pages(dossier: Dossier) -> dict[str, str]:
    return write_pages(dossier, Options())


@pytest.fixture(scope="module")
def files(dossier: Dossier, pages: dict[str, str]) -> dict[str, str]:
    return write_search(memory_of(dossier, lasting=False), Options(), pages)


def words_of(files: dict[str, str]) -> set[str]:
    """Return every word that the index knows."""
    index = json.loads(files[INDEX].removeprefix("window.dossierIndex=").removesuffix(";\n"))
    return set(index["words"].split())


def shown(found: list[Entry]) -> str:
    """Return everything of the entries that a reader may be shown."""
    parts = [f"{entry.title}\n{entry.line}\n{entry.text}" for entry in found]
    return "\n".join([*parts, *(shown(list(entry.sections)) for entry in found if entry.sections)])


def test_the_index_shows_no_more_of_a_source_than_the_pages_do(
    dossier: Dossier, pages: dict[str, str], files: dict[str, str]
) -> None:
    for reading in dossier.readings.values():
        with_index = measure({"s": reading.text}, {**pages, **files})["s"]
        assert with_index.words == measure({"s": reading.text}, pages)["s"].words


def test_what_a_content_note_covers_is_found_and_never_shown(
    dossier: Dossier, pages: dict[str, str], files: dict[str, str]
) -> None:
    assert "beheaded" in words_of(files)
    found = entries(memory_of(dossier, lasting=False), Options(), pages)
    assert "behead" not in shown(found).casefold()
    assert "behead" not in files[CONVENTIONAL].casefold()


def test_the_conventional_index_has_the_shape_that_tools_know(files: dict[str, str]) -> None:
    index = json.loads(files[CONVENTIONAL])
    assert set(index) == {"config", "docs"}
    assert all(set(document) == {"location", "title", "text"} for document in index["docs"])
    assert {"Palmyra", "Islamic State"} <= {document["title"] for document in index["docs"]}


def test_every_record_is_found_by_each_of_its_names(
    dossier: Dossier, files: dict[str, str]
) -> None:
    known = words_of(files)
    for record in (*dossier.actors.values(), *dossier.places.values()):
        for name in (*record.names, *record.also):
            assert set(query_words(name.text)) <= known, name.text


def test_a_page_is_kept_out_of_search_whatever_else_is_said_of_it() -> None:
    assert is_excluded('---\ntitle: "A"\nsearch: {"boost": 2, "exclude": true}\nhide: []\n---\n')
    assert not is_excluded('---\nsearch: {"boost": 2}\nother: {"exclude": true}\n---\n')
