"""Light: what a first visit fetches, how large a page is, and that nothing moves while it loads."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from crawl import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite

FIRST_VISIT = 150_000
"""Bytes, compressed as web hosts do."""
REQUESTS = 15
PAGE = 60_000
"""Bytes of HTML, not compressed."""
ON_ONE_PAGE = {"whole/index.html"}
SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  });
  watch.observe({ type: "layout-shift", buffered: true });
  // What has moved is told of after the frames that follow.
  const frames = (left) => left ? requestAnimationFrame(() => frames(left - 1)) : resolve(sum);
  frames(20);
})"""
PHONE = {"viewport": {"width": 390, "height": 844}}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}


def compressed(served: ServedSite, address: str) -> int:
    path = unquote(urlsplit(address).path).lstrip("/")
    file = served.folder / (path + "index.html" if path.endswith("/") or not path else path)
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


@pytest.mark.parametrize(
    "path", ["", "timeline/", "timeline/recapture-of-palmyra/", "places/", "actors/islamic-state/"]
)
def test_a_first_visit_is_light(new_page: PageMaker, served_site: ServedSite, path: str) -> None:
    page = new_page(**PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path, wait_until="networkidle")
    fetched = [address for address in asked if address.startswith("http")]
    sizes = {address: compressed(served_site, address) for address in fetched}
    assert len(fetched) <= REQUESTS, fetched
    assert sum(sizes.values()) <= FIRST_VISIT, sizes
    assert len(set(fetched)) == len(fetched), "fetched twice"


def test_no_page_is_large(served_site: ServedSite) -> None:
    sizes = {
        path: (served_site.folder / path).stat().st_size for path in Site(served_site.folder).pages
    }
    large = {path: size for path, size in sizes.items() if size > PAGE and path not in ON_ONE_PAGE}
    assert not large


def test_the_site_holds_no_script_that_no_page_asks_for(served_site: ServedSite) -> None:
    site = Site(served_site.folder)
    asked = {
        target[0]
        for page in site.pages.values()
        for _, reference in page.resources
        if (target := site.target(page.address, reference))
    }
    ours = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.js")}
    fetched_later = {path for path in ours if path.startswith("search/")}
    fetched_later.add("assets/js/moved.js")  # by pages of addresses that moved, if there are any
    lazy = {path for path in ours if path not in asked} - fetched_later
    named = "".join((site.folder / path).read_text("utf-8") for path in ours & asked)
    assert not {path for path in lazy if path.rsplit("/", 1)[-1] not in named}


def test_pages_hold_no_inline_script_and_no_inline_style(served_site: ServedSite) -> None:
    inline = re.compile(
        r"<script(?![^>]*\ssrc=)(?![^>]*json)[^>]*>|<style\b|<[a-z][^<>]*\s(?:style|on[a-z]+)=\""
    )
    found = {
        path: inline.findall((served_site.folder / path).read_text("utf-8"))[:3]
        for path in Site(served_site.folder).pages
    }
    assert not {path: markup for path, markup in found.items() if markup}


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "path", ["", "timeline/", "timeline/citadel-retaken/", "places/", "statements/"]
)
def test_nothing_moves_while_a_page_loads(
    new_page: PageMaker, device: dict[str, object], path: str
) -> None:
    page = new_page(**device)
    page.goto(path, wait_until="load")
    assert page.evaluate(SHIFT) < 0.01


def test_pictures_and_drawings_have_their_size_before_they_load(
    page: Page,
) -> None:
    for path in ("", "timeline/", "places/"):
        page.goto(path)
        unsized = page.evaluate(
            """() => [...document.querySelectorAll("img, svg.drawing")]
              .filter((it) => !it.getAttribute("width") || !it.getAttribute("height"))
              .map((it) => it.outerHTML.slice(0, 100))"""
        )
        assert not unsized, path
