"""The site in a real browser: phone and desktop, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from crawl import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SAMPLES = 2
"""Pages looked at of each folder; every folder is looked at."""


@pytest.fixture(scope="module")
def sample(served_site: ServedSite) -> list[str]:
    """The index page and the longest page of each folder: addresses relative to the site."""
    folders: dict[str, list[str]] = {}
    for path in Site(served_site.folder).pages:
        folders.setdefault(path.split("/")[0], []).append(path)
    return [path for paths in folders.values() for path in _some(served_site, paths)]


def _some(served: ServedSite, paths: list[str]) -> list[str]:
    first, *rest = sorted(paths, key=lambda path: (path.count("/"), path))
    rest.sort(key=lambda path: (-(served.folder / path).stat().st_size, path))
    return [first, *rest[: SAMPLES - 1]]


def visit(page: Page, sample: list[str]) -> Iterator[str]:
    """Open one page after the other; fails on what the browser's console calls an error."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    for path in sample:
        page.goto(path)
        yield path
        # Chromium tells of the 404 page's own status as an error.
        told = [error for error in errors if "404" not in error or path != "404.html"]
        assert not told, f"{path}: {told}"


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_is_wider_than_its_screen(
    new_page: PageMaker, sample: list[str], device: dict[str, Any]
) -> None:
    page = new_page(**device)
    over = {path: page.evaluate(OVERFLOW) for path in visit(page, sample)}
    wide = {path: pixels for path, pixels in over.items() if pixels > 0}
    assert not wide, f"pixels too wide: {wide}"


def test_every_page_reads_without_scripts(new_page: PageMaker, sample: list[str]) -> None:
    page = new_page(java_script_enabled=False)
    for path in sample:
        page.goto(path)
        expect(page.locator("h1").first, path).to_be_visible()
        assert page.locator("article").first.inner_text().strip(), path
