"""``make offline``: a folder that works from ``file://``, search included, and asks nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from crawl import Site
from support import ROOT

OPTIONS = ("--strict", "--no-directory-urls", "--site-dir")


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("taken along") / "offline"
    recipe = (ROOT / "Makefile").read_text("utf-8")
    assert f"offline mkdocs build {' '.join(OPTIONS)}\n" in recipe
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *OPTIONS, str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout
    return folder


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
    sections = reader.locator(".sections a")
    names = [sections.nth(index).inner_text() for index in range(sections.count())]
    for name in names:
        reader.locator(".sections a", has_text=name).first.click()
        assert reader.locator("h1").first.is_visible(), name
        assert reader.locator(".sections a[aria-current]").inner_text() == name
    reader.locator(".sections a", has_text="Timeline").click()
    reader.locator("article a", has_text="Government troops retake Palmyra Castle").last.click()
    assert reader.url.endswith("timeline/citadel-retaken.html")
    reader.locator("article a.ev").first.click()
    assert "sources/battle-for-palmyra.html#passage-5" in reader.url
    reader.locator(".masthead__name").click()
    assert reader.url.endswith("/index.html")


def test_search_works_from_the_folder(reader: Page, offline: Path) -> None:
    reader.goto((offline / "timeline" / "citadel-retaken.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.type("Tedmor")
    first = reader.locator("[data-search-list] a").first
    first.wait_for()
    assert "Tadmur" in first.inner_text() or "Palmyra" in first.inner_text()
    first.click()
    assert reader.url.startswith("file:")
    assert reader.locator("h1").first.is_visible()


def test_the_chosen_colours_work_from_the_folder(reader: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    reader.locator("[data-colours]").click()
    light = reader.evaluate(paper)
    reader.locator("[data-colours]").click()
    assert reader.evaluate(paper) != light
