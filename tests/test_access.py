"""Access: axe and languages on every page, the keyboard's way, big text, forced colours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

import axe
from conftest import making_pages
from crawl import Site
from waiting import comes_to, focus_moves

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from conftest import PageMaker, ServedSite

LOOKS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
)
LOOK_IDS = [f"{look['color_scheme']}-{look['viewport']['width']}" for look in LOOKS]
KEY_PAGES = ("", "timeline/", "timeline/recapture-of-palmyra/", "actors/", "places/", "statements/")
NO_OVERFLOW = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
FOCUSED = """() => {
  const it = document.activeElement;
  const style = getComputedStyle(it);
  return {
    name: it.getAttribute("aria-label") || it.innerText || it.textContent || it.value || "",
    tag: it.tagName.toLowerCase(),
    seen: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}"""
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
PAPER = "getComputedStyle(document.body).backgroundColor"


@dataclass
class Walk:
    """What was found on pages that were each opened once, for all that reads them."""

    pages: int = 0
    faults: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    """Words in another script that do not say their language."""


@pytest.fixture(scope="module", params=range(len(LOOKS)), ids=LOOK_IDS)
def walk(request: pytest.FixtureRequest, browser: Browser, served_site: ServedSite) -> Walk:
    """Every page in one of the looks, by turns, and the key pages in each of them.

    The whole repeats them, and is read in print's.
    """
    found = Walk()
    paths = [path.removesuffix("index.html") for path in Site(served_site.folder).pages]
    paths.remove("whole/")
    with making_pages(browser, served_site) as make:
        page = make(**LOOKS[request.param])
        for path in sorted({*KEY_PAGES, *paths[request.param :: len(LOOKS)]}):
            page.goto(path)
            found.pages += 1
            found.unmarked += [f"{path}: {words}" for words in page.evaluate(UNMARKED)]
            found.faults += axe.faults(page)
    return found


def test_axe_finds_nothing_on_any_page_nor_on_the_key_pages_in_any_look(walk: Walk) -> None:
    """Best practices included."""
    assert walk.pages > len(KEY_PAGES)
    assert not walk.faults, "\n".join(walk.faults)


def test_every_run_in_another_script_says_its_language(walk: Walk) -> None:
    assert walk.pages > len(KEY_PAGES)
    assert not walk.unmarked, "\n".join(walk.unmarked[:20])


# --- Keyboard alone -------------------------------------------------------------------


def tabbed(page: Page, times: int) -> list[dict[str, Any]]:
    seen = []
    for _ in range(times):
        focus_moves(page, "Tab")
        seen.append(page.evaluate(FOCUSED))
    return seen


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("timeline/recapture-of-palmyra/")
    first = tabbed(page, 1)[0]
    assert "Skip to content" in first["name"]
    expect(page.locator(".md-skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#.*recapture-of-palmyra"))
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


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
    button, body = page.locator("[data-colours]"), page.locator("body")
    system = page.evaluate(PAPER)
    button.press("Enter")
    expect(button).to_have_attribute("aria-label", re.compile("^Light"))
    expect(body).to_have_css("background-color", system)  # the test's system is light
    button.press("Enter")
    expect(button).to_have_attribute("aria-label", re.compile("^Dark"))
    expect(body).not_to_have_css("background-color", system)
    dark = page.evaluate(PAPER)
    page.goto("places/")
    expect(body).to_have_css("background-color", dark)
    button.press("Space")
    expect(body).to_have_css("background-color", system)


def test_every_mark_on_a_map_is_reached_and_named(page: Page) -> None:
    page.goto("places/")
    marks = page.locator("svg.map a[href]")
    assert marks.count() > 10
    for index in range(marks.count()):
        mark = marks.nth(index)
        assert mark.get_attribute("aria-label"), index
    marks.first.focus()
    expect(marks.first).to_be_focused()


# --- What readers set themselves ------------------------------------------------------


def add_style(page: Page, style: str) -> None:
    """Set what a reader's own settings would: the page's policy keeps out styles put into it."""
    page.evaluate(
        """style => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        style,
    )


@pytest.mark.parametrize("path", KEY_PAGES)
def test_text_of_double_size_loses_nothing_at_320_pixels(new_page: PageMaker, path: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(path)
    add_style(page, "html { font-size: 200% !important; }")
    comes_to(page, NO_OVERFLOW, value=True)
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
    add_style(
        page,
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }",
    )
    comes_to(page, NO_OVERFLOW, value=True)


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
