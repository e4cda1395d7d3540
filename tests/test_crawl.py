"""The crawler sees what is wrong with a site; the tests of the real one rest on that."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawl import HOST, Site, css_addresses

PAGE = """<!doctype html><html lang="en"><head><title>A page</title>
<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="https://example.org/x.css">
</head><body><h1 id="top">A <b>page</b></h1><svg><title>A drawing</title></svg>
<a href="#top">one</a> <a href="sub/">two</a> <a href="sub/#there:~:text=words">three</a>
<a href="#gone">four</a> <a href="sub/none.html">five</a> <a href="https://example.org/#x">six</a>
<img src="a.png" srcset="b.png 1x, c.png 2x"><p style="background: url('d.png')"></p>
</body></html>"""


@pytest.fixture
def small(tmp_path: Path) -> Site:
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "index.html").write_text('<html><a id="there"></a></html>', "utf-8")
    return Site(tmp_path)


def test_titles_headings_and_language(small: Site) -> None:
    page = small.pages["index.html"]
    assert (page.title, page.headings, page.lang) == ("A page", ["A page"], "en")
    other = small.pages["sub/index.html"]
    assert (other.title, other.headings, other.lang) == ("", [], "")


def test_broken_links_and_anchors_are_found_and_no_others(small: Site) -> None:
    page = small.pages["index.html"]
    faults = [small.fault(page.address, reference) for _, reference in page.links]
    wrong = ["#gone: no such anchor", "sub/none.html: no such file"]
    assert [fault for fault in faults if fault] == wrong


def test_resources_are_what_a_browser_fetches(small: Site) -> None:
    found = [reference for _, reference in small.pages["index.html"].resources]
    assert found == ["https://example.org/x.css", "a.png", "b.png", "c.png", "d.png"]


def test_addresses_above_the_site_stay_in_it(small: Site) -> None:
    assert small.fault(HOST + "sub/", "../../../index.html") is None
    assert small.target(HOST, "//example.org/x") is None


def test_addresses_in_style_sheets() -> None:
    css = "a{b:url(x.png)} @import 'y.css'; c{d:url( \"z.svg\" )}"
    assert css_addresses(css) == ["x.png", "y.css", "z.svg"]
