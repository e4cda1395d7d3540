"""Access: axe on every page, the keyboard's way, big text, forced colours, languages marked."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from crawl import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite

LOOKS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
)
# The page of the whole repeats all others: axe reads it once, in print's own test.
KEY_PAGES = ("", "timeline/", "timeline/recapture-of-palmyra/", "actors/", "places/", "statements/")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
  const it = document.activeElement;
  const style = getComputedStyle(it);
  return {
    name: it.getAttribute("aria-label") || it.innerText || it.textContent || it.value || "",
    tag: it.tagName.toLowerCase(),
    seen: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}"""
ARABIC = re.compile(r"[\u0600-\u06ff]{2,}")
CYRILLIC = re.compile(r"[\u0400-\u04ff]{2,}")


@pytest.fixture(scope="module")
def addresses(served_site: ServedSite) -> list[str]:
    pages = Site(served_site.folder).pages
    return [path.removesuffix("index.html") for path in pages if path != "whole/index.html"]


def axe_faults(page: Page, path: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{path}: {each['id']} ({len(each['nodes'])}): {each['nodes'][0]['html'][:200]}"
        for each in found
    ]


def test_axe_finds_nothing_on_any_page(new_page: PageMaker, addresses: list[str]) -> None:
    """Best practices included; every page once, in one of four looks by turns."""
    pages = [new_page(**look) for look in LOOKS]
    faults: list[str] = []
    for path, page in zip(addresses, cycle(pages), strict=False):
        page.goto(path)
        faults += axe_faults(page, path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{look['color_scheme']}-{look['viewport']['width']}"
)
def test_axe_finds_nothing_on_the_key_pages_in_any_look(
    new_page: PageMaker, look: dict[str, Any]
) -> None:
    page = new_page(**look)
    faults: list[str] = []
    for path in KEY_PAGES:
        page.goto(path)
        faults += axe_faults(page, path)
    assert not faults, "\n".join(faults)


# --- Keyboard alone -------------------------------------------------------------------


def tabbed(page: Page, times: int) -> list[dict[str, Any]]:
    seen = []
    for _ in range(times):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
    return seen


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("timeline/recapture-of-palmyra/")
    first = tabbed(page, 1)[0]
    assert "Skip to content" in first["name"]
    box = page.locator(".md-skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert "recapture-of-palmyra" in page.url.split("#")[1]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("width", [390, 1440])
def test_the_masthead_is_walked_in_order_and_each_stop_is_seen(
    new_page: PageMaker, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto("")
    stops = tabbed(page, 14)
    names = " | ".join(stop["name"].strip() for stop in stops)
    found = [
        names.find(name) for name in ("Skip", "The Palmyra dossier", "Colours", "Timeline", "About")
    ]
    assert -1 not in found, names
    assert found == sorted(found), names
    assert all(stop["seen"] for stop in stops), stops


def test_the_switch_of_colours_goes_round_by_key_and_is_remembered(page: Page) -> None:
    page.goto("")
    button = page.locator("[data-colours]")
    paper = "getComputedStyle(document.body).backgroundColor"
    button.focus()
    system = page.evaluate(paper)
    seen = []
    for _ in range(2):
        page.keyboard.press("Enter")
        seen.append(page.evaluate(paper))
    assert seen[0] == system, "the test's system is light"
    assert seen[1] != system
    assert "Dark" in (button.get_attribute("aria-label") or "")
    page.goto("places/")
    assert page.evaluate(paper) == seen[1]
    page.locator("[data-colours]").press("Space")
    assert page.evaluate(paper) == system


def test_every_mark_on_a_map_is_reached_and_named(page: Page) -> None:
    page.goto("places/")
    marks = page.locator("svg.map a[href]")
    assert marks.count() > 10
    for index in range(marks.count()):
        mark = marks.nth(index)
        assert mark.get_attribute("aria-label"), index
    marks.first.focus()
    assert page.evaluate("document.activeElement.matches('svg.map a')")


# --- What readers set themselves ------------------------------------------------------


@pytest.mark.parametrize("path", KEY_PAGES)
def test_text_of_double_size_loses_nothing_at_320_pixels(new_page: PageMaker, path: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(path)
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert page.evaluate(OVERFLOW) <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll("article :is(p, li, td, th, dd, dt, h1, h2, h3)")]
          .filter((it) => it.checkVisibility() && getComputedStyle(it).overflow === "hidden"
            && it.scrollHeight > it.clientHeight + 2 && !it.closest(".visually-hidden, svg"))
          .map((it) => it.outerHTML.slice(0, 120))"""
    )
    assert not cut


@pytest.mark.parametrize("path", KEY_PAGES)
def test_the_spacing_readers_may_set_breaks_nothing(new_page: PageMaker, path: str) -> None:
    """WCAG 1.4.12."""
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(path)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
    )
    assert page.evaluate(OVERFLOW) <= 0


def test_forced_colours_keep_links_and_forms(new_page: PageMaker) -> None:
    page = new_page(forced_colors="active", viewport={"width": 1280, "height": 900})
    for path in ("", "timeline/", "places/"):
        page.goto(path)
        ink = page.evaluate("getComputedStyle(document.querySelector('article h1')).color")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ink != paper, path
        forms = page.evaluate(
            """() => [...document.querySelectorAll("svg :is(.bar-form, .mark-spot)")].slice(0, 20)
              .filter((it) => it.getClientRects().length)
              .map((it) => { const s = getComputedStyle(it); return [s.fill, s.stroke]; })"""
        )
        assert all(fill != paper or stroke not in ("none", paper) for fill, stroke in forms), path


def test_nothing_moves_for_who_asked_for_stillness(new_page: PageMaker) -> None:
    page = new_page(reduced_motion="reduce")
    for path in ("", "timeline/", "places/"):
        page.goto(path)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter((it) => {
              const s = getComputedStyle(it);
              return it.checkVisibility() && (s.animationName !== "none"
                || s.transitionDuration.split(", ").some((t) => parseFloat(t) > 0.01));
            }).map((it) => it.outerHTML.slice(0, 100))"""
        )
        assert not moving, (path, moving[:5])


# --- Languages ------------------------------------------------------------------------


def test_every_run_in_another_script_says_its_language(
    new_page: PageMaker, addresses: list[str]
) -> None:
    page = new_page()
    unmarked = []
    for path in addresses:
        page.goto(path)
        unmarked += [f"{path}: {words}" for words in page.evaluate(UNMARKED)]
    assert not unmarked, "\n".join(unmarked[:20])


UNMARKED = """() => {
  const scripts = { ar: /[\\u0600-\\u06ff]{2,}/, ru: /[\\u0400-\\u04ff]{2,}/ };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const parent = walker.currentNode.parentElement;
    if (parent.closest("script, style, title, desc, code")) continue; // code is no language
    const marked = parent.closest("[lang]");
    if (scripts.ar.test(text)) {
      const dir = parent.closest("[dir]");
      if (marked === document.documentElement || !dir || dir.dir !== "rtl") found.push(text.trim());
    } else if (scripts.ru.test(text) && marked === document.documentElement) {
      found.push(text.trim());
    }
  }
  return found;
}"""
