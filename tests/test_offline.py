"""``make offline``: a folder that works from ``file://``, search included, and asks nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from crawl import Site
from support import ROOT


@pytest.fixture
def reader(browser: Browser, offline: Path) -> Iterator[Page]:
    """A page opened from the folder; whatever is no file fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto((offline / "index.html").as_uri())
    yield page
    context.close()
    assert not [address for address in asked if not address.startswith(("file:", "data:"))]
    assert not errors


def test_the_folder_is_built_as_make_builds_it() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8")
    assert "offline mkdocs build --strict --no-directory-urls --site-dir\n" in recipe


def test_every_link_leads_to_a_file(offline: Path) -> None:
    site = Site(offline)
    broken = [
        f"{page.path}:{line}: {reference}"
        for page in site.pages.values()
        if page.path != "404.html"
        for line, reference in [*page.links, *page.resources]
        if site.fault(page.address, reference)
        or ((target := site.target(page.address, reference)) and reference.endswith("/") and target)
    ]
    assert not broken, "\n".join(broken[:20])


def test_a_reader_clicks_through(reader: Page) -> None:
    names = reader.locator(".sections a").all_inner_texts()
    assert names
    for name in names:
        reader.locator(".sections a", has_text=name).first.click()
        expect(reader.locator(".sections a[aria-current]")).to_have_text(name)
        expect(reader.locator("h1").first).to_be_visible()
    reader.locator(".sections a", has_text="Timeline").click()
    reader.locator("article a", has_text="Government troops retake Palmyra Castle").last.click()
    expect(reader).to_have_url(re.compile(r"timeline/citadel-retaken\.html$"))
    reader.locator("article a.ev").first.click()
    expect(reader).to_have_url(re.compile(r"sources/battle-for-palmyra\.html#passage-5"))
    reader.locator(".masthead__name").click()
    expect(reader).to_have_url(re.compile(r"/index\.html$"))


def test_search_works_from_the_folder(reader: Page, offline: Path) -> None:
    reader.goto((offline / "timeline" / "citadel-retaken.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.type("Tedmor")
    first = reader.locator("[data-search-list] a").first
    expect(first).to_contain_text(re.compile("Tadmur|Palmyra"))
    first.click()
    expect(reader).to_have_url(re.compile(r"^file:.*/places/(tadmur|palmyra)\.html$"))
    expect(reader.locator("h1").first).to_be_visible()


def test_the_chosen_colours_work_from_the_folder(reader: Page) -> None:
    button, paper = reader.locator("[data-colours]"), reader.locator("body")
    button.click()
    expect(button).to_have_attribute("aria-label", re.compile("^Light"))
    light = paper.evaluate("(body) => getComputedStyle(body).backgroundColor")
    button.click()
    expect(paper).not_to_have_css("background-color", light)
