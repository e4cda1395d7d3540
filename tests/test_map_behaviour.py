"""Maps and the strip: what is drawn hollow, zoom and pan, days, one place on every scale."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite


def view(page: Page, scale: str) -> list[float]:
    box = page.locator(f"svg.map--{scale}").get_attribute("viewBox") or ""
    return [float(number) for number in box.split()]


def view_after(page: Page, scale: str, before: list[float]) -> list[float]:
    """Wait until the map shows another part than before, and give it."""
    page.wait_for_function(
        """([scale, before]) => document.querySelector(`svg.map--${scale}`).getAttribute("viewBox")
          .split(" ").some((number, at) => Number(number) !== before[at])""",
        arg=[scale, before],
    )
    return view(page, scale)


def press(page: Page, scale: str, name: str) -> list[float]:
    """Press a button of a map; give what the map then shows."""
    before = view(page, scale)
    tools = page.locator(f"svg.map--{scale} + .map-tools")
    tools.get_by_role("button", name=name, exact=True).click()
    return view_after(page, scale, before)


# --- What is drawn ---------------------------------------------------------------------


def test_a_place_where_an_event_of_the_article_happened_is_not_hollow(page: Page) -> None:
    page.goto("places/")
    tadmur = page.locator(".map--site .mark[data-id=tadmur]")
    assert "mark--hollow" not in (tadmur.get_attribute("class") or "")
    temple = page.locator(".map--site .mark[data-id=temple-of-bel]")
    assert "mark--hollow" in (temple.get_attribute("class") or "")


def test_a_date_from_other_works_is_hollow_and_says_so(page: Page) -> None:
    page.goto("timeline/")
    bar = page.locator(".strip--wide .bar[data-id=arch-destroyed]")
    assert "bar--hollow" in (bar.get_attribute("class") or "")
    assert "date from other works" in (bar.get_attribute("aria-label") or "")
    expect(page.locator("#arch-destroyed .when")).to_contain_text("date from other works")
    known = page.locator(".strip--wide .bar[data-id=bel-destroyed]").get_attribute("aria-label")
    assert "not in the article" in (known or "")


def test_what_is_under_way_has_an_open_end(page: Page, served_site: ServedSite) -> None:
    data = json.loads((served_site.folder / "data/dossier.json").read_text(encoding="utf-8"))
    ongoing = [event["id"] for event in data["events"] if event["ongoing"] and event["date"]]
    assert ongoing
    page.goto("timeline/")
    for id_ in ongoing:
        bar = page.locator(f".strip--wide .bar[data-id='{id_}']")
        assert bar.locator(".bar-arrow").count(), id_
        assert "under way" in (bar.get_attribute("aria-label") or "")
        expect(page.locator(f"[id='{id_}'] .when")).to_contain_text("under way")


# --- Zoom and pan ----------------------------------------------------------------------


@pytest.mark.parametrize("scale", ["site", "region", "world"])
def test_buttons_zoom_and_move_within_the_map(page: Page, scale: str) -> None:
    page.goto("places/")
    whole = view(page, scale)
    press(page, scale, "Zoom in")
    near = press(page, scale, "Zoom in")
    assert near[2] == pytest.approx(whole[2] / 4)
    left = near
    while left[0] > 0:
        left = press(page, scale, "Move left")
    tools = page.locator(f"svg.map--{scale} + .map-tools")
    expect(tools.get_by_role("button", name="Move left")).to_be_disabled()
    assert press(page, scale, "Move right")[0] == pytest.approx(near[2] / 4)
    assert press(page, scale, "Show the whole map") == whole


def test_keys_zoom_and_move_the_map_that_has_the_focus(page: Page) -> None:
    page.goto("places/")
    page.locator("svg.map--region").focus()
    drawn = page.locator("svg.map--region").get_attribute("viewBox") or ""
    whole = view(page, "region")
    page.keyboard.press("+")
    near = view_after(page, "region", whole)
    assert near[2] == whole[2] / 2
    page.keyboard.press("ArrowRight")
    right = view_after(page, "region", near)
    assert right[0] > near[0]
    page.keyboard.press("+")
    nearer = view_after(page, "region", right)
    page.keyboard.press("-")
    assert view_after(page, "region", nearer)[2] == near[2]
    page.keyboard.press("0")
    expect(page.locator("svg.map--region")).to_have_attribute("viewBox", drawn)


def test_the_wheel_scrolls_the_page_and_not_the_map(page: Page) -> None:
    page.goto("places/")
    whole = view(page, "site")
    page.locator("svg.map--site").hover()
    page.mouse.wheel(0, 300)
    page.wait_for_function("window.scrollY > 0")
    assert view(page, "site") == whole


def test_circles_stay_true_and_words_stay_small_when_a_map_is_enlarged(page: Page) -> None:
    page.goto("places/")
    circle = page.locator(".map--site .mark[data-id=temple-of-bel] .mark-span")
    words = page.locator(".map--site .mark[data-id=temple-of-bel] text")
    before, text = circle.bounding_box(), words.bounding_box()
    press(page, "site", "Zoom in")
    after, text_after = circle.bounding_box(), words.bounding_box()
    assert before is not None
    assert after is not None
    assert text is not None
    assert text_after is not None
    assert after["width"] == pytest.approx(2 * before["width"], rel=0.1)
    assert text_after["height"] == pytest.approx(text["height"], rel=0.1)
    expect(page.locator(".map--site .map-scale text")).to_have_text("250 m")


def test_a_mouse_drags_what_is_enlarged(page: Page) -> None:
    page.goto("places/")
    press(page, "region", "Zoom in")
    page.locator("svg.map--region").scroll_into_view_if_needed()
    box = page.locator("svg.map--region").bounding_box()
    assert box
    before = view(page, "region")
    page.mouse.move(box["x"] + 150, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + 110, box["y"] + 130, steps=5)
    page.mouse.up()
    assert view_after(page, "region", before)[0] > before[0]
    expect(page).to_have_url(re.compile("places/$"))


# --- One place on every scale ----------------------------------------------------------


def test_a_mark_is_set_off_on_every_scale_and_in_the_lists(page: Page) -> None:
    page.goto("places/")
    page.locator(".map--site .mark[data-id=temple-of-bel]").focus()
    for scale in ("site", "region", "world"):
        expect(page.locator(f".map--{scale} .mark--linked")).to_have_count(1)
    expect(page.locator(".map-list .map-linked")).to_have_count(3)
    page.locator("h1").hover()
    page.keyboard.press("Tab")
    page.evaluate("new Promise((done) => setTimeout(done))")  # what the focus left is done with
    page.locator(".map-list a", has_text="Geneva").hover()
    expect(page.locator(".mark--linked[data-id=geneva]")).to_have_count(1)
    expect(page.locator(".mark--linked")).to_have_count(1)


# --- Events by date --------------------------------------------------------------------


def test_the_maps_show_what_had_happened_up_to_a_day(page: Page) -> None:
    page.goto("places/")
    control = page.get_by_role("slider", name="Events up to")
    expect(page.locator(".map-later")).to_have_count(0)
    control.focus()
    page.keyboard.press("Home")
    castle = page.locator(".map--site .mark[data-id=palmyra-castle]")
    told = page.locator(".map-dates output")
    expect(told).to_contain_text("Before the first event")
    expect(castle).to_contain_class("map-later")
    for _ in range(40):
        before = told.inner_text()
        page.keyboard.press("ArrowRight")
        expect(told).not_to_have_text(before)
        if "Castle" in told.inner_text():
            break
    expect(castle).not_to_contain_class("map-later")
    expect(castle).to_contain_class("map-now")
    expect(told.locator("a[href$='timeline/citadel-retaken/']")).to_have_count(1)
    expect(control).to_have_attribute("aria-valuetext", told.inner_text())
    page.keyboard.press("End")
    expect(page.locator(".map-later, .map-now")).to_have_count(0)
    expect(page.get_by_role("button", name="Later")).to_be_disabled()


def test_without_scripts_the_maps_are_whole_and_have_no_controls(new_page: PageMaker) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("places/")
    assert page.locator("svg.map").count() == 3
    expect(page.locator(".map-dates")).to_be_hidden()
    assert page.locator(".map-tools").count() == 0
