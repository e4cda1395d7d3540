"""Cards over links: on hover, focus and a first tap, from what lies in the page, on any address."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from crawl import Site
from support import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from conftest import PageMaker, ServedSite

    Opener = Callable[[str], Page]

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
BLOCK = re.compile(r'<script type="application/json" id="previews">(.*?)</script>', re.DOTALL)
RECAPTURE = "timeline/recapture-of-palmyra/"


@pytest.fixture(params=["http", "file"])
def opened(request: pytest.FixtureRequest, new_page: PageMaker, served_site: ServedSite) -> Opener:
    """Open a page of the site by its address, over HTTP and from the folder."""

    def open_(address: str) -> Page:
        page = new_page(**DESKTOP)
        page.clock.install()  # so that a test may let time pass
        file = served_site.folder / address / "index.html"
        page.goto(address or "./" if request.param == "http" else file.as_uri())
        return page

    return open_


def card(page: Page) -> Locator:
    return page.locator("#preview")


def first_link(page: Page, to: str) -> Locator:
    return page.locator(f"main .lead a[href*='{to}']").first


# --- Hover, focus, touch (WCAG 1.4.13) -------------------------------------------------


def test_hovering_a_link_shows_who_it_leads_to(opened: Opener) -> None:
    page = opened(RECAPTURE)
    first_link(page, "actors/syrian-state-media").hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Syrian state media")
    expect(card(page)).to_contain_text("named in 2 passages")


def test_the_pointer_may_enter_a_card_and_its_leaving_closes_it(opened: Opener) -> None:
    page = opened(RECAPTURE)
    first_link(page, "actors/syrian-state-media").hover()
    expect(card(page)).to_be_visible()
    card(page).locator(".preview-what").hover()
    page.clock.run_for(600)
    expect(card(page)).to_be_visible()
    page.locator("h1").hover()
    expect(card(page)).to_be_hidden()


def test_the_focus_shows_a_card_and_escape_closes_it_where_one_is(opened: Opener) -> None:
    page = opened(RECAPTURE)
    page.keyboard.press("Tab")
    link = first_link(page, "actors/syrian-state-media")
    link.focus()
    expect(card(page)).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).not_to_have_attribute("aria-describedby", "preview")


def test_escape_closes_a_card_under_the_pointer(opened: Opener) -> None:
    page = opened(RECAPTURE)
    first_link(page, "places/palmyra").hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    page.clock.run_for(600)
    expect(card(page)).to_be_hidden()


def test_a_first_tap_shows_the_card_and_the_card_leads_on(new_page: PageMaker) -> None:
    page = new_page(**PHONE)
    page.goto(RECAPTURE)
    first_link(page, "actors/syrian-state-media").tap()
    expect(card(page)).to_be_visible()
    expect(page).to_have_url(re.compile(f"{RECAPTURE}$"))
    card(page).locator(".preview-name a").tap()
    page.wait_for_url("**/actors/syrian-state-media/")


def test_a_second_tap_follows_the_link_and_a_tap_elsewhere_closes_the_card(
    new_page: PageMaker,
) -> None:
    page = new_page(**PHONE)
    page.goto(RECAPTURE)
    first_link(page, "actors/syrian-state-media").tap()
    expect(card(page)).to_be_visible()
    page.locator("h1").tap()
    expect(card(page)).to_be_hidden()
    first_link(page, "actors/syrian-state-media").tap()
    expect(card(page)).to_be_visible()
    first_link(page, "actors/syrian-state-media").tap()
    page.wait_for_url("**/actors/syrian-state-media/")


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_no_card_leaves_the_screen(new_page: PageMaker, device: dict[str, Any]) -> None:
    page = new_page(**device)
    page.goto("places/")
    page.keyboard.press("Tab")
    for link in page.locator("main .monuments a, main .mark").all()[:24]:
        link.focus()
        box = card(page).bounding_box()
        if box:
            assert box["x"] >= 0, link
            assert box["x"] + box["width"] <= device["viewport"]["width"], link


# --- What cards say --------------------------------------------------------------------


def test_a_mark_of_evidence_shows_the_words_it_stands_for(opened: Opener) -> None:
    page = opened(RECAPTURE)
    cell = page.locator(".claims-grid .cell").first
    cell.locator("a.ev").hover()
    expect(card(page).locator("q.words")).to_have_text(cell.locator("q.words").inner_text())
    expect(card(page)).to_contain_text("Passage 2")
    assert ":~:text=" in (card(page).locator(".preview-more a").get_attribute("href") or "")


def test_a_citation_shows_its_note(opened: Opener) -> None:
    page = opened(RECAPTURE)
    page.locator("a.footnote-ref").first.hover()
    expect(card(page)).to_contain_text(re.compile("The Atlantic.*The Battle for Palmyra"))
    expect(card(page).locator(".footnote-backref")).to_have_count(0)


def test_a_bar_of_the_timeline_shows_what_the_list_says(opened: Opener) -> None:
    page = opened("timeline/")
    page.locator(".strip--wide .bar[data-id='arch-destroyed']").hover()
    expect(card(page)).to_contain_text("The Arch of Triumph is destroyed")
    expect(card(page)).to_contain_text("date from other works")


def test_cards_keep_out_the_details_of_events_with_a_content_note(opened: Opener) -> None:
    page = opened("actors/islamic-state/")
    page.keyboard.press("Tab")
    links = page.locator("main a[href*='timeline/al-asaad-killed/']").all()
    assert links
    for link in links:
        link.focus()
        expect(card(page)).to_contain_text("content note")
        expect(card(page).locator("q.words, .preview-line")).to_have_count(0)


@pytest.mark.parametrize("address", ["./", "places/", "actors/", "sources/battle-for-palmyra/"])
def test_every_link_to_an_actor_place_event_or_passage_has_a_card(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    without = page.evaluate(
        """async () => {
            const bare = [], seen = new Set(), card = document.getElementById("preview");
            const to = /(actors|places|timeline)\\/[^/]+\\/?$|sources\\/[^/]+\\/#passage-/;
            for (const link of document.querySelectorAll("main article a[href]")) {
                const href = link.getAttribute("href");
                if (seen.has(href) || !to.test(href) || !link.getClientRects().length) continue;
                seen.add(href);
                link.focus();
                const name = card.querySelector(".preview-name");
                if (card.hidden || !name || !name.innerText.trim()) bare.push(href);
                link.blur();
            }
            return seen.size ? bare : ["no link at all"];
        }"""
    )
    assert not without


# --- The data --------------------------------------------------------------------------


def test_each_card_is_a_kilobyte_at_most_and_belongs_to_a_link_of_its_page(site: Path) -> None:
    for path in Site(site).pages:
        text = (site / path).read_text(encoding="utf-8")
        block = BLOCK.search(text)
        if not block:
            continue
        data = json.loads(block[1])
        for folder, rows in data["cards"].items():
            for rest, row in rows.items():
                assert len(json.dumps(row, ensure_ascii=False).encode()) <= 1000, (path, row)
                assert re.search(rf'href="{re.escape(folder + rest)}[#"]', text), (path, rest)


def test_showing_a_card_asks_nobody_for_anything(page: Page, served_site: ServedSite) -> None:
    page.goto(RECAPTURE)
    page.wait_for_load_state("networkidle")
    asked = len(served_site.requests)
    for link in page.locator("main .lead a").all():
        link.hover()
        expect(link).to_have_attribute("aria-describedby", "preview")
        page.keyboard.press("Escape")  # else it may lie over the next link
        expect(card(page)).to_be_hidden()
    assert len(served_site.requests) == asked


def test_addresses_are_found_whatever_their_letters(new_page: PageMaker, tmp_path: Path) -> None:
    script = (ROOT / "docs/assets/js/previews.js").read_text(encoding="utf-8")
    folder = tmp_path / "تدمر"
    folder.mkdir()
    (folder / "previews.js").write_text(script, encoding="utf-8")
    data = {
        "report": "the report",
        "sources": {"s": ["../sources/s/", "A report", "A paper", ""]},
        "passages": {"s:é": "What it holds."},
        "cards": {"../places/": {"%D8%AA%D8%AF%D9%85%D8%B1/": ["تدمر", "Town", "A town.", 0]}},
    }
    (folder / "index.html").write_text(
        f"""<!doctype html><meta charset="utf-8"><main>
        <p><a id="a" href="../places/تدمر/">the town</a>
        <p><a id="b" href="../sources/s/#passage-%C3%A9">a passage</a>
        <p><a id="c" href="#fn:%D8%AA">1</a>
        <ol><li id="fn:ت"><p>The note.</p></li></ol>
        <script type="application/json" id="previews">{json.dumps(data)}</script>
        </main><script src="previews.js"></script>""",
        encoding="utf-8",
    )
    page = new_page()
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    expect(card(page)).to_contain_text("A town.")
    expect(card(page)).to_contain_text("not named in the report")
    page.keyboard.press("Tab")
    expect(card(page)).to_contain_text("What it holds.")
    page.keyboard.press("Tab")
    expect(card(page)).to_have_text("The note.")


def test_without_scripts_links_lead_where_they_led(new_page: PageMaker) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(RECAPTURE)
    assert card(page).count() == 0
    expect(page.locator("#previews")).to_be_hidden()
    first_link(page, "actors/syrian-state-media").click()
    expect(page).to_have_url(re.compile("/actors/syrian-state-media/$"))
