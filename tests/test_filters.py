"""Filters of the timeline: what they leave, what the address says, back, reload, no scripts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from waiting import comes_to

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


def visible(selector: str, name: str) -> str:
    """Return the script that gives an attribute of what is visible, in order."""
    return f"""[...document.querySelectorAll("{selector}")]
      .filter((it) => it.checkVisibility({{ visibilityProperty: true }}))
      .map((it) => it.getAttribute("{name}"))"""


SHOWN = visible("li.entry", "id")
DRAWN = visible(".strip--wide .bar", "data-id")


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SHOWN)
    return found


def everything(page: Page) -> list[str]:
    entries = [entry.get_attribute("id") or "" for entry in page.locator("li.entry").all()]
    assert entries
    return entries


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
        comes_to(page, SHOWN, left)
        comes_to(page, f"{DRAWN}.sort()", sorted(left))
        told = f"{len(left)} of {len(events)} events"
        expect(page.locator("output").first).to_contain_text(told)


def test_certainty_is_chosen_in_the_words_of_the_list(page: Page, events: list[Event]) -> None:
    page.goto("timeline/")
    told = {"context": "by context", "absent": "not in the article"}
    left: list[str] = []
    for value in values(page, "certainty"):
        page.locator("select[name=certainty]").select_option(value)
        expect(page).to_have_url(re.compile(f"certainty={value}$"))
        found = shown(page)
        assert found, value
        left += found
        for id_ in found:
            if value in told:
                assert told[value] in page.locator(f"li[id='{id_}'] .when").inner_text()
    assert sorted(left) == sorted(event["id"] for event in events)
    page.locator("select[name=certainty]").select_option("absent")
    absent = [event["id"] for event in events if not event["in_sources"]]
    comes_to(page, f"{SHOWN}.sort()", sorted(absent))


def test_what_is_chosen_stands_in_the_address_and_back_undoes_it(page: Page) -> None:
    page.goto("timeline/")
    whole = shown(page)
    page.locator("select[name=actor]").select_option("islamic-state")
    expect(page).to_have_url(re.compile(r"timeline/\?actor=islamic-state$"))
    some = shown(page)
    page.locator("select[name=certainty]").select_option("span")
    expect(page).to_have_url(re.compile(r"\?actor=islamic-state&certainty=span$"))
    fewer = shown(page)
    assert len(fewer) < len(some) < len(whole)
    page.reload()
    comes_to(page, SHOWN, fewer)
    page.go_back()
    expect(page.locator("select[name=certainty]")).to_have_value("")
    comes_to(page, SHOWN, some)
    page.go_back()
    expect(page.locator("select[name=actor]")).to_have_value("")
    comes_to(page, SHOWN, whole)
    page.go_forward()
    expect(page.locator("select[name=actor]")).to_have_value("islamic-state")
    comes_to(page, SHOWN, some)


def test_what_fits_nothing_says_so_and_all_is_a_key_away(page: Page) -> None:
    page.goto("timeline/?actor=unesco&certainty=carried&place=geneva")
    expect(page.locator("select[name=certainty]")).to_have_value("")
    comes_to(page, SHOWN, [])
    told = page.locator("form.filters output")
    expect(told).to_contain_text("None of")
    expect(told).to_have_attribute("aria-live", "polite")
    expect(page.locator("h2").first).to_be_hidden()
    page.locator("form.filters button").press("Enter")
    expect(page).to_have_url(re.compile(r"^[^?]*$"))
    comes_to(page, SHOWN, everything(page))
    expect(page.locator("form.filters button")).to_be_hidden()


@pytest.mark.parametrize("query", ["actor=nobody", "certainty=%00", "actor=%3Cb%3E", "x=y&actor"])
def test_an_address_that_means_nothing_hides_nothing(page: Page, query: str) -> None:
    page.goto(f"timeline/?{query}")
    comes_to(page, SHOWN, everything(page))


def test_without_scripts_the_list_is_whole_and_has_no_filters(new_page: PageMaker) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("timeline/?actor=unesco")
    expect(page.locator("form.filters")).to_be_hidden()
    assert shown(page) == everything(page)
