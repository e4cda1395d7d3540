"""The head of every page: title, description, address, card for shared links, breadcrumb."""

from __future__ import annotations

import json
import struct
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from conftest import PUBLISHED
from dossier.draw.social import HEIGHT, WIDTH, Span, draw_social
from dossier.edtf import parse
from support import copy_ferry, run_mkdocs


class Head(HTMLParser):
    """What stands in the head of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = ""
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.data: list[Any] = []
        self._inside = ""
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._inside = tag if tag == "title" or "ld+json" in values.get("type", "") else ""
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            self.meta.setdefault(name, values["content"])
        if tag == "link":
            self.links[values["rel"]] = values["href"]

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        elif self._inside:
            self.data.append(json.loads(data))
        self._inside = ""


def heads(folder: Path) -> dict[str, Head]:
    return {
        path.relative_to(folder).as_posix(): Head(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def published_heads(published: Path) -> dict[str, Head]:
    return heads(published)


def test_titles_and_descriptions_are_there_and_differ(published_heads: dict[str, Head]) -> None:
    own = {path: head for path, head in published_heads.items() if path != "404.html"}
    for what in ("title", "description"):
        said = {
            path: head.title if what == "title" else head.meta.get("description", "")
            for path, head in own.items()
        }
        assert not [path for path, text in said.items() if not text.strip()], what
        twice = [text for text, times in Counter(said.values()).items() if times > 1]
        assert not twice, {path: text for path, text in said.items() if text in twice}
    assert not [
        path for path, head in published_heads.items() if len(head.meta["description"]) > 200
    ]


def test_each_page_names_its_own_address(published_heads: dict[str, Head]) -> None:
    for path, head in published_heads.items():
        if path != "404.html":
            address = PUBLISHED + path.removesuffix("index.html")
            assert head.links["canonical"] == address
            assert head.meta["og:url"] == address


def test_each_page_has_a_card_with_the_picture_that_is_there(
    published: Path, published_heads: dict[str, Head]
) -> None:
    picture = (published / "assets" / "social.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
    assert len(picture) < 50_000
    for path, head in published_heads.items():
        assert head.meta["og:image"] == f"{PUBLISHED}assets/social.png", path
        assert head.meta["twitter:card"] == "summary_large_image"
        assert head.meta["og:title"].strip()
        assert head.meta["og:description"] == head.meta["description"]
        assert head.meta["og:image:alt"].strip()


def test_each_page_says_where_it_stands(published_heads: dict[str, Head]) -> None:
    for path, head in published_heads.items():
        if path in ("404.html", "index.html"):
            continue
        nodes = [node for graph in head.data for node in graph["@graph"]]
        ways = [node for node in nodes if node["@type"] == "BreadcrumbList"]
        assert len(ways) == 1, path
        steps = ways[0]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == PUBLISHED
        assert steps[-1]["item"] == PUBLISHED + path.removesuffix("index.html")


def test_without_an_address_nothing_claims_one(site: Path) -> None:
    for path, head in heads(site).items():
        assert "canonical" not in head.links, path
        assert "og:image" not in head.meta, path
        assert head.meta["og:title"], path
    assert not (site / "assets" / "social.png").exists()


def test_words_from_records_stay_words(tmp_path: Path) -> None:
    project = copy_ferry(tmp_path / "project")
    page = project / "docs" / "places" / "eastholm.md"
    line = "description: 'A \"quoted\" & <script src=//evil.example/x.js line'"
    page.write_text(page.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), "utf-8")
    result = run_mkdocs(project, project / "site")
    assert result.returncode == 0, result.stdout
    html = (project / "site" / "places" / "eastholm" / "index.html").read_text("utf-8")
    assert "<script src=//evil" not in html
    assert Head(html).meta["description"] == 'A "quoted" & <script src=//evil.example/x.js line'


# --- The picture ----------------------------------------------------------------------


def pixels(picture: bytes) -> bytes:
    """Return the colour numbers of a picture, row by row, each chunk's sum checked."""
    at, data = 8, b""
    while at < len(picture):
        size = struct.unpack(">I", picture[at : at + 4])[0]
        whole = picture[at + 4 : at + 8 + size]
        assert zlib.crc32(whole) == struct.unpack(">I", picture[at + 8 + size : at + 12 + size])[0]
        data += whole[4:] if whole[:4] == b"IDAT" else b""
        at += 12 + size
    return zlib.decompress(data)


def span(text: str, form: str, *, current: bool = False) -> Span:
    read = parse(text)
    return Span(read.earliest, read.latest, form, current=current)


def test_the_picture_is_the_same_each_time_and_shows_the_event_in_red() -> None:
    spans = [span("2015-05", "span"), span("2016-03-27", "exact", current=True)]
    assert draw_social(spans) == draw_social(spans)
    without = draw_social([span("2015-05", "span"), span("2016-03-27", "exact")])
    assert pixels(draw_social(spans)).count(4) > pixels(without).count(4)


@pytest.mark.parametrize("count", [0, 1, 3_000])
def test_the_picture_takes_any_number_of_events(count: int) -> None:
    spans = [span(f"{1000 + number % 900}-03", "span") for number in range(count)]
    assert len(pixels(draw_social(spans))) == (WIDTH + 1) * HEIGHT


@pytest.mark.parametrize("text", ["../2016", "2016/..", "0001/9999", "2016-03-27"])
def test_the_picture_takes_open_and_endless_dates(text: str) -> None:
    assert pixels(draw_social([span(text, "hollow"), span("2016-03-27", "exact")]))
