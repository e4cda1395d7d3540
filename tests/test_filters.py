"""Filters of the timeline: what they leave, what the address says, back, reload, no scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite

Event = dict[str, Any]


@pytest.fixture(scope="module")
def events(served_site: ServedSite) -> list[Event]:
    data = json.loads((served_site.folder / "data/dossier.json").read_text(encoding="utf-8"))
    found: list[Event] = data["events"]
    return found


def shown(page: Page) -> list[str]:
    return [
        entry.get_attribute("id") or ""
        for entry in page.locator("li.entry").all()
        if entry.is_visible()
    ]


def drawn(page: Page) -> set[str]:
    bars = page.locator(".strip--wide .bar").all()
    return {bar.get_attribute("data-id") or "" for bar in bars if bar.is_visible()}


def values(page: Page, name: str) -> list[str]:
    options = page.locator(f"select[name={name}] option").all()
    return [value for option in options if (value := option.get_attribute("value"))]


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("actor", lambda event: [actor["id"] for actor in event["actors"]]),
        ("place", lambda event: event["places"]),
    ],
    ids=["actor", "place"],
)
def test_a_filter_leaves_what_the_data_says(
    page: Page, events: list[Event], name: str, of: Callable[[Event], list[str]]
) -> None:
    page.goto("timeline/")
    offered = values(page, name)
    assert set(offered) == {id_ for event in events for id_ in of(event)}
    for value in offered:
        page.locator(f"select[name={name}]").select_option(value)
        left = [event["id"] for event in events if value in of(event)]
        assert shown(page) == left
        assert drawn(page) == set(left)
        assert f"{len(left)} of {len(events)} events" in page.locator("output").first.inner_text()


def test_certainty_is_chosen_in_the_words_of_the_list(page: Page, events: list[Event]) -> None:
    page.goto("timeline/")
    told = {"context": "by context", "absent": "not in the article"}
    left: list[str] = []
    for value in values(page, "certainty"):
        page.locator("select[name=certainty]").select_option(value)
        found = shown(page)
        assert found, value
        left += found
        for id_ in found:
            if value in told:
                assert told[value] in page.locator(f"li[id='{id_}'] .when").inner_text()
    assert sorted(left) == sorted(event["id"] for event in events)
    page.locator("select[name=certainty]").select_option("absent")
    assert set(shown(page)) == {event["id"] for event in events if not event["in_sources"]}


def test_what_is_chosen_stands_in_the_address_and_back_undoes_it(page: Page) -> None:
    page.goto("timeline/")
    everything = shown(page)
    page.locator("select[name=actor]").select_option("islamic-state")
    assert page.url.endswith("timeline/?actor=islamic-state")
    some = shown(page)
    page.locator("select[name=certainty]").select_option("span")
    assert page.url.endswith("?actor=islamic-state&certainty=span")
    fewer = shown(page)
    assert len(fewer) < len(some) < len(everything)
    page.reload()
    assert shown(page) == fewer
    page.go_back()
    expect(page.locator("select[name=certainty]")).to_have_value("")
    assert shown(page) == some
    page.go_back()
    expect(page.locator("select[name=actor]")).to_have_value("")
    assert shown(page) == everything
    page.go_forward()
    expect(page.locator("select[name=actor]")).to_have_value("islamic-state")
    assert shown(page) == some


def test_what_fits_nothing_says_so_and_all_is_a_key_away(page: Page) -> None:
    page.goto("timeline/?actor=unesco&certainty=carried&place=geneva")
    assert page.locator("select[name=certainty]").input_value() == ""
    assert shown(page) == []
    told = page.locator("form.filters output")
    assert "None of" in told.inner_text()
    assert told.get_attribute("aria-live") == "polite"
    assert not page.locator("h2").first.is_visible()
    page.locator("form.filters button").focus()
    page.keyboard.press("Enter")
    assert "?" not in page.url
    assert len(shown(page)) == page.locator("li.entry").count()
    assert not page.locator("form.filters button").is_visible()


@pytest.mark.parametrize("query", ["actor=nobody", "certainty=%00", "actor=%3Cb%3E", "x=y&actor"])
def test_an_address_that_means_nothing_hides_nothing(page: Page, query: str) -> None:
    page.goto(f"timeline/?{query}")
    assert len(shown(page)) == page.locator("li.entry").count()


def test_without_scripts_the_list_is_whole_and_has_no_filters(new_page: PageMaker) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("timeline/?actor=unesco")
    assert not page.locator("form.filters").is_visible()
    assert len(shown(page)) == page.locator("li.entry").count() > 0
