"""Paper: every page prints clean with its evidence; the whole dossier prints as a booklet."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

import axe
from crawl import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite

WHOLE = "whole/index.html"
ONLY_FOR_SCREENS = ".sections, .md-skip, .crumbs, .siblings, .headerlink, .search, [data-colours]"
PATHS = ("", "timeline/recapture-of-palmyra/", "places/palmyra/", "sources/battle-for-palmyra/")


@pytest.fixture
def paper(new_page: PageMaker) -> Page:
    page = new_page(viewport={"width": 700, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_only_serves_screens_is_printed(paper: Page, path: str) -> None:
    paper.goto(path)
    shown = paper.evaluate(
        f"""() => [...document.querySelectorAll("{ONLY_FOR_SCREENS}")]
          .filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 100))"""
    )
    assert not shown
    assert paper.evaluate("document.documentElement.scrollWidth") <= 700


@pytest.mark.parametrize("path", PATHS)
def test_paper_is_white_and_ink_black_whatever_the_screen_was(paper: Page, path: str) -> None:
    paper.goto(path)
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert paper.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


def test_notes_and_the_publishers_addresses_are_printed(paper: Page) -> None:
    paper.goto("timeline/recapture-of-palmyra/")
    expect(paper.locator(".footnote li").first).to_be_visible()
    expect(paper.locator(".evidence").first).to_be_visible()
    printed = paper.evaluate(
        """() => [...document.querySelectorAll(":is(.footnote, .evidence .sub) a[href^=http]")]
          .map((it) => getComputedStyle(it, "::after").content)"""
    )
    assert printed
    assert all("://" in words for words in printed)


# --- The booklet ----------------------------------------------------------------------


def test_the_whole_stands_on_one_page_and_about_leads_to_it(served_site: ServedSite) -> None:
    site = Site(served_site.folder)
    whole = site.pages[WHOLE]
    about = site.pages["about/index.html"]
    assert WHOLE in [t[0] for _, r in about.links if (t := site.target(about.address, r))]
    titles = {
        page.headings[0].replace("#", "").strip()
        for path, page in site.pages.items()
        if path.split("/")[0] in ("timeline", "actors", "places", "sources")
    }
    html = (served_site.folder / WHOLE).read_text("utf-8")
    text = " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
    assert len(titles) > 100
    assert not [title for title in titles if title not in text]
    assert not [name for name, times in Counter(whole.ids).items() if times > 1]


def test_links_between_pages_lead_inside_the_whole(served_site: ServedSite) -> None:
    site = Site(served_site.folder)
    whole = site.pages[WHOLE]
    inside = {"timeline", "actors", "places", "sources", "statements", "questions"}
    html = (served_site.folder / WHOLE).read_text("utf-8")
    article = html[html.index("<article") : html.index('<div class="foot"')]
    out = [
        reference
        for reference in re.findall(r'<a [^>]*href="([^"]*)"', article)
        if (target := site.target(whole.address, reference))
        and target[0] != WHOLE
        and target[0].split("/")[0] in inside
    ]
    assert not out
    assert len(whole.links) > 1_000


def test_the_headings_of_the_whole_step_down_one_at_a_time(served_site: ServedSite) -> None:
    html = (served_site.folder / WHOLE).read_text("utf-8")
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels.count(1) == 1
    jumps = [at for at in range(1, len(levels)) if levels[at] > levels[at - 1] + 1]
    assert not jumps


def test_axe_finds_nothing_on_the_whole(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto("whole/")
    assert not axe.faults(page)


def test_the_whole_prints_as_a_booklet_with_working_links(
    new_page: PageMaker, served_site: ServedSite
) -> None:
    page = new_page()
    page.goto("whole/")
    pdf = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 50
    named = set(re.findall(rb"/Dest\s*/([^\s/<>\[\]()]+)", pdf))
    assert len(named) > 200, "links that lead inside the booklet"
    outside = {
        address for address in re.findall(rb"/URI \(([^)]*)\)", pdf) if b"127.0.0.1" in address
    }
    pages = {address.decode().removeprefix(served_site.url) for address in outside}
    assert not {path for path in pages if path.startswith(("timeline/c", "places/p", "actors/i"))}
