"""Citations: every page, event and statement, in words and in formats that read back alike."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from citation_forms import FILE, Work, cited, file_text
from dossier.config import read_config
from dossier.export.cite import STYLES, Citation, all_citations, in_words
from dossier.export.cite_formats import bibtex, csl, forms, head_metadata, ris, write_citations
from dossier.export.release import Release, read_release
from dossier.joined import Dossier
from dossier.project import load
from support import ROOT

SITE = "https://dossier.example/x/"
RELEASE = Release("1.2.0", "2026-11-22")
PAGE = Citation(
    key="castle",
    kind="page",
    title="The castle",
    author="Contributors to The dossier",
    site="The dossier",
    date="2026-11-22",
    version="1.2.0",
    url="https://dossier.example/x/places/castle/",
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(read_config(ROOT / "mkdocs.yml").project)


@pytest.fixture(scope="module")
def citations(dossier: Dossier) -> list[Citation]:
    return list(all_citations(dossier, RELEASE, SITE))


def with_date(date: str | None) -> Citation:
    return Citation("k", "page", "T", "A", "S", date, None, None)


# --- In words -------------------------------------------------------------------------


def test_the_words_are_the_citation_librarys() -> None:
    assert FILE.read_text("utf-8") == file_text(), "run python tests/citation_forms.py"


def test_every_citation_in_words_is_as_the_library_writes_it(citations: list[Citation]) -> None:
    """But for capitals, which it would put into names, and the full stop it sets after a "?"."""
    ours = [citation for citation in citations if citation.kind != "source"]
    works = [
        Work(c.title, c.author or "", f"{c.site}, version {c.version}", c.url, c.date) for c in ours
    ]
    assert len(ours) > 100
    for citation, words in zip(ours, cited(works), strict=True):
        for style in STYLES:
            expected = words[style].replace("?.", "?").casefold()
            assert in_words(citation, style).casefold() == expected


def test_where_the_site_has_no_address_a_statement_is_cited_by_its_identifier(
    dossier: Dossier,
) -> None:
    found = [c for c in all_citations(dossier, RELEASE, None) if c.kind == "statement"]
    assert found
    for citation in found:
        for style in STYLES:
            assert in_words(citation, style).endswith(f" {citation.key}.")


def test_a_page_in_words() -> None:
    assert in_words(PAGE, "apa") == (
        "Contributors to The dossier. (2026, November 22). The castle. The dossier, version 1.2.0."
        " https://dossier.example/x/places/castle/"
    )
    assert in_words(PAGE, "chicago") == (
        "Contributors to The dossier. “The castle.” The dossier, version 1.2.0, November 22, 2026."
        " https://dossier.example/x/places/castle/"
    )


@pytest.mark.parametrize(
    ("date", "apa"),
    [
        ("2026-11-02", "A. (2026, November 2). T. S."),
        ("2026-11", "A. (2026, November). T. S."),
        ("2026", "A. (2026). T. S."),
        ("2026-11~", "A. (n.d.). T. S."),
        ("2026-11/2026-12", "A. (n.d.). T. S."),
        (None, "A. (n.d.). T. S."),
    ],
)
def test_no_date_is_sharper_than_it_is(date: str | None, apa: str) -> None:
    assert in_words(with_date(date), "apa") == apa


def test_a_question_keeps_its_mark_alone() -> None:
    asked = Citation("k", "page", "SOHR: How many?", "A", "S", None, None, None)
    assert in_words(asked, "chicago") == "A. “SOHR: How many?” S."
    assert in_words(asked, "apa") == "A. (n.d.). SOHR: How many? S."


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_title_is_cited_as_it_is(title: str, site: str) -> None:
    cited = Citation("k", "page", title, "A", site, None, None, "https://x.example/")
    for style in STYLES:
        assert in_words(cited, style)
    assert csl(cited)["title"] == title


# --- Everything, in every format ------------------------------------------------------


def test_every_page_event_and_statement_can_be_cited(
    dossier: Dossier, citations: list[Citation]
) -> None:
    cited = [citation.key for citation in citations]
    assert len(cited) == len(set(cited))
    records = (dossier.actors, dossier.places, dossier.events, dossier.statements, dossier.sources)
    assert set(cited) == {"index"} | {id_ for group in records for id_ in group}
    for citation in citations:
        if citation.kind != "source":
            assert (citation.version, citation.date) == ("1.2.0", "2026-11-22")
            assert citation.url
            assert citation.url.startswith(SITE)


def test_the_forms_on_a_page_say_the_same_as_the_files(citations: list[Citation]) -> None:
    """As they stand on pages: without the spaces that begin or end a line."""
    for citation in citations:
        shown = {
            name: "\n".join(map(str.strip, text.strip().split("\n")))
            for name, text in forms(citation).formats
        }
        assert json.loads(shown["CSL-JSON"]) == csl(citation)
        (entry,) = parse_string(shown["BibTeX"]).entries
        (whole,) = parse_string(bibtex(citation)).entries
        assert entry.fields_dict == whole.fields_dict
        assert entry.key == citation.key
        assert rispy.loads(shown["RIS"]) == rispy.loads(ris(citation))


def test_csl_holds_what_is_cited(citations: list[Citation]) -> None:
    for citation in citations:
        item: dict[str, Any] = csl(citation)
        assert item["title"] == citation.title
        assert [a["literal"] for a in item.get("author", [])] == (
            [citation.author] if citation.author else []
        )
        assert item.get("URL") == citation.url
        if citation.date:
            written = item["issued"].get("date-parts", [[]])[0]
            digits = "-".join(f"{n:02}" for n in written)
            assert digits == citation.date or item["issued"]["literal"]


def test_bibtex_reads_back(citations: list[Citation]) -> None:
    library = parse_string("\n".join(bibtex(citation) for citation in citations))
    assert not library.failed_blocks
    entries = {entry.key: entry.fields_dict for entry in library.entries}
    for citation in citations:
        fields = {name: field.value for name, field in entries[citation.key].items()}
        assert plain_tex(fields["title"]) == citation.title
        assert plain_tex(fields.get("author", "")) == (citation.author or "")
        assert plain_tex(fields.get("howpublished", "")) == (citation.site or "")
        assert fields.get("url") == citation.url
        assert fields.get("version") == citation.version
        if "date" in fields:
            assert fields["date"] == citation.date
            assert citation.date
            assert fields["year"] == citation.date[:4]


def plain_tex(text: str) -> str:
    text = text.removeprefix("{").removesuffix("}")
    for sign in "&%$#_":
        text = text.replace(f"\\{sign}", sign)
    return text


def test_ris_reads_back(citations: list[Citation]) -> None:
    entries = rispy.loads("".join(ris(citation) for citation in citations))
    for entry, citation in zip(entries, citations, strict=True):
        assert entry["id"] == citation.key
        assert entry["title"] == citation.title
        assert entry.get("authors", []) == ([f"{citation.author},"] if citation.author else [])
        assert entry.get("secondary_title") == citation.site
        assert entry.get("urls", [None])[0] == citation.url
        assert entry.get("edition") == citation.version
        if "date" in entry:
            assert "-".join(part for part in entry["date"].split("/") if part) == citation.date


def test_all_formats_hold_the_same_citations(dossier: Dossier, citations: list[Citation]) -> None:
    files = write_citations(dossier, RELEASE, SITE, directory_urls=True)
    keys = [citation.key for citation in citations]
    assert [item["id"] for item in json.loads(files["data/cite/citations.json"])] == keys
    assert [e["id"] for e in rispy.loads(files["data/cite/citations.ris"])] == keys
    library = parse_string(files["data/cite/citations.bib"])
    assert [entry.key for entry in library.entries] == keys
    words = json.loads(files["data/cite/words.json"])
    assert [item["id"] for item in words] == [c.key for c in citations if c.kind != "source"]


def test_a_pages_head_says_what_reference_managers_look_for() -> None:
    head = head_metadata(PAGE)
    assert head["citation_title"] == "The castle"
    assert head["citation_publication_date"] == "2026/11/22"
    assert head["DC.date"] == "2026-11-22"
    assert head["citation_public_url"] == PAGE.url


def test_zotero_takes_a_page_for_a_web_page_by_an_author_with_one_name() -> None:
    """By the rules of its translator for embedded metadata, of June 2026.

    What has a citation_title and no other type is taken for an article in a journal; a name is
    split at its last space, unless a comma is in it.
    """
    head = head_metadata(PAGE)
    assert head["DC.type"].lower() == "webpage"
    last, comma, first = head["citation_author"].partition(",")
    assert (last, comma, first.strip()) == ("Contributors to The dossier", ",", "")


# --- Versions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "release"),
    [
        ("## 1.2.0 - 2026-11-22", RELEASE),
        ("## [1.2.0] - 2026-11-22", RELEASE),
        ("## 1.2.0 (2026-11-22)", RELEASE),
        ("## v1.2.0 – 2026-11-22", RELEASE),
        ("## 1.2.0", Release()),
        ("## Unreleased", Release()),
    ],
)
def test_the_newest_release_is_the_changelogs_first(heading: str, release: Release) -> None:
    changelog = f"# Changes\n\n## Unreleased\n\n- x\n\n{heading}\n\n- y\n\n## 0.9.0 - 2025-01-01\n"
    expected = release if release.version else Release("0.9.0", "2025-01-01")
    assert read_release(changelog) == expected


def test_the_citation_file_names_the_release() -> None:
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    release = read_release((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cff)
    assert cff["version"] == project["version"] == (release.version or project["version"])
    assert str(cff.get("date-released", "")) == (release.date or "")
    config = read_config(Path(ROOT / "mkdocs.yml"))
    assert cff["title"] == config.project.settings.title
