"""Addresses of pages and of a publisher's words."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.write.links import (
    _relative,
    address,
    href,
    is_web,
    markdown_href,
    passage_fragment,
    target,
    text_fragment,
)


@pytest.mark.parametrize(
    ("path", "folder_address", "file_address"),
    [
        ("index.md", "", "index.html"),
        ("statements.md", "statements/", "statements.html"),
        ("actors/index.md", "actors/", "actors/index.html"),
        ("actors/a-b.md", "actors/a-b/", "actors/a-b.html"),
        ("data/dossier.json", "data/dossier.json", "data/dossier.json"),
    ],
)
def test_a_page_stands_where_the_site_generator_puts_it(
    path: str, folder_address: str, file_address: str
) -> None:
    assert address(path) == folder_address
    assert address(path, directory_urls=False) == file_address


@pytest.mark.parametrize(
    ("start", "to", "anchor", "expected"),
    [
        ("index.md", "actors/x.md", None, "actors/x/"),
        ("actors/x.md", "index.md", None, "../../"),
        ("actors/x.md", "actors/y.md", None, "../y/"),
        ("actors/index.md", "actors/y.md", None, "y/"),
        ("actors/x.md", "sources/s.md", "passage-7", "../../sources/s/#passage-7"),
        ("timeline/e.md", "timeline/e.md", "e.sohr", "#e.sohr"),
        ("timeline/e.md", "timeline/e.md", None, "#"),
        ("about/data.md", "data/dossier.json", None, "../../data/dossier.json"),
        ("statements.md", "index.md", None, "../"),
    ],
)
def test_links_are_relative(start: str, to: str, anchor: str | None, expected: str) -> None:
    assert href(start, to, anchor) == expected


def test_without_folders_links_lead_to_files() -> None:
    assert href("actors/x.md", "index.md", directory_urls=False) == "../index.html"
    assert href("actors/x.md", "actors/y.md", "a", directory_urls=False) == "y.html#a"


def test_markdown_links_lead_to_the_markdown_file() -> None:
    assert markdown_href("actors/x.md", "places/y.md", "a") == "../places/y.md#a"
    assert markdown_href("index.md", "places/y.md") == "places/y.md"


_NAME = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True)
_PATH = st.one_of(
    st.just("index.md"),
    _NAME.map(lambda name: f"{name}.md"),
    st.tuples(_NAME, _NAME).map(lambda pair: f"{pair[0]}/{pair[1]}.md"),
    _NAME.map(lambda name: f"{name}/index.md"),
)


@given(start=_PATH, to=_PATH, folders=st.booleans())
def test_every_link_arrives(*, start: str, to: str, folders: bool) -> None:
    base = "https://site.test/sub/" + address(start, directory_urls=folders)
    link = href(start, to, directory_urls=folders)
    folder = base if base.endswith("/") else posixpath.dirname(base) + "/"
    arrived = base if link == "#" else posixpath.normpath(urlsplit(folder).path + link)
    wanted = "/sub/" + address(to, directory_urls=folders)
    assert urlsplit(arrived).path.rstrip("/") == wanted.rstrip("/")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("drove ISIS out", "#:~:text=drove%20ISIS%20out"),
        ("months-long, a & b", "#:~:text=months%2Dlong%2C%20a%20%26%20b"),
        ("Assad’s “new”\n evidence", "#:~:text=Assad%E2%80%99s%20%E2%80%9Cnew%E2%80%9D%20evidence"),
        ("", ""),
    ],
)
def test_a_publishers_page_opens_at_the_words(words: str, expected: str) -> None:
    assert text_fragment("https://news.test/a", words) == f"https://news.test/a{expected}"


def test_a_fragment_the_address_has_already_is_kept() -> None:
    assert text_fragment("https://news.test/a#top", "x") == "https://news.test/a#top:~:text=x"


@given(st.text(min_size=1))
def test_a_text_fragment_holds_the_words_and_none_of_its_own_syntax(words: str) -> None:
    directive = text_fragment("https://news.test/", words).partition(":~:text=")[2]
    assert not set("-,&#") & set(directive)
    assert unquote(directive) == " ".join(words.split())


def _opened(text: str, passage: str) -> str:
    start = text.rindex(passage)
    found = passage_fragment("https://news.test/", text, start, start + len(passage))
    return unquote(found.partition(":~:text=")[2])


def test_a_whole_passage_is_opened_at_four_words() -> None:
    assert _opened("One two  three\nfour five", "One two  three\nfour five") == "One two three four"


def test_words_that_lie_over_each_other_stand_twice() -> None:
    assert _opened("so so so so so", "so so so so") == "so-,so so so so"


def test_where_the_words_stand_twice_those_after_or_before_them_tell_which() -> None:
    text = "Troops took the town\n\nTroops took the town on Sunday night.\n\nIt rained."
    assert _opened(text, "Troops took the town on Sunday night.") == "Troops took the town,-on"
    text = "It rained. Troops took the town\n\nIt snowed.\n\nTroops took the town"
    passage = "Troops took the town"
    assert _opened(text, passage) == "the town It snowed.-,Troops took the town"


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=40), st.integers(0, 39))
def test_no_part_of_the_address_of_a_passage_is_a_run_of_five_words(
    words: list[str], at: int
) -> None:
    text = " ".join(words)
    start = min(at, len(words) - 1) * 2
    found = passage_fragment("https://news.test/", text, start, len(text))
    directive = found.partition(":~:text=")[2]
    assert directive
    assert all(len(unquote(part).split()) < 5 for part in directive.split(","))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x.test", "", None])
def test_only_the_webs_own_addresses_are_linked_to(url: str | None) -> None:
    assert not is_web(url)


@pytest.mark.parametrize(
    ("page", "link", "found"),
    [
        ("timeline/a.md", "../../actors/b/", ("actors/b.md", "")),
        ("timeline/a.md", "../actors/b.md", ("actors/b.md", "")),
        ("timeline/a.md", "../actors/b.html#c", ("actors/b.md", "c")),
        ("index.md", "sources/s/#passage-%C3%A9", ("sources/s.md", "passage-é")),
        ("timeline/index.md", "../places/%D8%AA/", ("places/ت.md", "")),
        ("timeline/a.md", "..//actors/b.md", ("actors/b.md", "")),
        ("timeline/a.md", "..//..//actors/b/", ("actors/b.md", "")),
        ("timeline/a.md", "#here", None),
        ("timeline/a.md", "../../../elsewhere/", None),
        ("timeline/a.md", "https://example.org/actors/b/", None),
        ("timeline/a.md", "//example.org/actors/b/", None),
        ("timeline/a.md", "", None),
    ],
)
def test_an_address_leads_to_the_file_of_its_page(
    page: str, link: str, found: tuple[str, str] | None
) -> None:
    assert target(page, link) == found


PARTS = st.lists(st.sampled_from(["a", "b", "a-b", "index", "é"]), max_size=4).map("/".join)


@given(PARTS, PARTS)
def test_the_way_from_a_folder_is_that_of_the_library(there: str, folder: str) -> None:
    assert _relative(there, folder) == posixpath.relpath(there or ".", folder or ".")
    assert _relative(f"{there}/", f"{folder}/") == _relative(there, folder)
