"""Search in a real browser: any spelling finds, by keyboard alone, from a server or a folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import axe
from conftest import PageMaker, ServedSite
from dossier.write.folding import query_words
from dossier.write.search import INDEX, write_index
from dossier.write.search_entries import Entry
from spellings import ALIKE
from waiting import comes_to

# What a reader types → addresses of which one, or each, stands among the first three results
FINDS = [
    ("Tadmur", ["places/tadmur/"]),
    ("Tedmor", ["places/tadmur/", "places/palmyra/"]),
    ("Palmyre", ["places/palmyra/"]),
    ("palmyra", ["places/palmyra/", "places/tadmur/"]),
    ("Palm", ["places/palmyra/"]),
    ("تدمر", ["places/palmyra/", "places/tadmur/"]),
    ("تَدْمُر", ["places/palmyra/", "places/tadmur/"]),
    ("ТАДМОР", ["places/tadmur/"]),
    ("Пальмира", ["places/palmyra/"]),
    ("Παλμυρα", ["places/palmyra/"]),
    ("Palmira", ["places/palmyra/"]),
    ("Plamyra", ["places/palmyra/"]),
    ("Daesh", ["actors/islamic-state/"]),
    ("داعش", ["actors/islamic-state/"]),
    ("Daish", ["actors/islamic-state/"]),
    ("الاسد", ["actors/bashar-al-assad/"]),
    ("Asad", ["actors/bashar-al-assad/", "actors/khaled-al-asaad/"]),
    ("Assaad", ["actors/bashar-al-assad/", "actors/khaled-al-asaad/"]),
    ("Abdelkareem", ["actors/maamoun-abdulkarim/"]),
    ("Путин", ["actors/vladimir-putin/"]),
    ("Baal Shamin", ["places/temple-of-baalshamin/"]),
    ("baalshamen", ["places/temple-of-baalshamin/"]),
    ("temple of bel", ["places/temple-of-bel/"]),
    ("SOHR", ["actors/sohr/"]),
    ("observatry", ["actors/sohr/"]),
    ("human rights", ["actors/sohr/"]),
    ("world heritage", ["places/palmyra/", "actors/unesco/"]),
    ("450", ["timeline/recapture-of-palmyra/#recapture-of-palmyra.syrian-state-media-toll"]),
    ("2000", ["timeline/baalshamin-destroyed/#baalshamin-destroyed.source-age"]),
    ("40 sorties", ["timeline/russian-sorties/"]),
    ("27 March 2016", ["timeline/recapture-of-palmyra/"]),
    ("ceasefire", ["timeline/cessation-of-hostilities/"]),
    ("war crime", ["timeline/unesco-war-crime/"]),
    ("airstrikes", ["timeline/russian-air-campaign/"]),
    ("battle for palmyra", ["sources/battle-for-palmyra/"]),
    ("when was the temple of bel destroyed", ["timeline/bel-destroyed/"]),
    ("who was Khaled al-Asaad", ["actors/khaled-al-asaad/"]),
    ("2016-03-27", ["timeline/recapture-of-palmyra/"]),
    ("IS", ["actors/islamic-state/"]),
    ("putn", ["actors/vladimir-putin/"]),
    ("beheaded", ["timeline/al-asaad-killed/"]),
]


@pytest.fixture(scope="module")
def desk(browser: Browser, served_site: ServedSite) -> Iterator[Page]:
    """One page on which many queries are asked."""
    page = browser.new_page(base_url=served_site.url, viewport={"width": 1280, "height": 900})
    page.goto("about/method/")
    yield page
    page.close()


def ask(page: Page, query: str) -> list[str]:
    """Type a query with the keyboard alone; give the addresses of the results, in order."""
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(query)
    return results(page)


def results(page: Page) -> list[str]:
    """Wait for the results of what the field holds; what is said comes once they stand."""
    page.wait_for_function(
        "() => !/^(|Looking …)$/.test(document.activeElement.closest('[data-search]')"
        ".querySelector('[data-search-status]').textContent)"
    )
    hrefs: list[str] = page.eval_on_selector_all(".hit", "all => all.map(a => a.href)")
    return hrefs


@pytest.mark.parametrize(("query", "expected"), FINDS, ids=[query for query, _ in FINDS])
def test_any_spelling_finds(
    desk: Page, served_site: ServedSite, query: str, expected: list[str]
) -> None:
    found = [href.removeprefix(served_site.url) for href in ask(desk, query)][:3]
    assert set(expected) <= set(found), found


def test_both_sides_fold_alike(desk: Page) -> None:
    ask(desk, "palmyra")
    texts = [text for pair in ALIKE for text in pair]
    texts += [
        "İstanbul ǅ ﬁ ™ Ⅳ ½ ｱ",
        "don't 'quoted' ‘this’",
        "1,234,567.8",
        "an-Nusra as-is at-risk",
    ]
    # Letters of Python's Unicode: the browser may know newer ones.
    known = [
        chr(n) for n in range(0x80, 0x2000) if unicodedata.category(chr(n)) not in {"Cn", "Co"}
    ]
    texts += ["".join(known[at : at + 100]) for at in range(0, len(known), 100)]
    fold = "texts => { const e = dossierSearch.prepare(dossierIndex); return texts.map(e.words) }"
    for text, words in zip(texts, desk.evaluate(fold, texts), strict=True):
        assert words == query_words(text), text


def test_what_is_not_there_is_said_kindly(desk: Page) -> None:
    assert ask(desk, "chemical") == []
    said = desk.locator("[data-search=panel] [data-search-status]")
    expect(said).to_have_text(re.compile("^Nothing here mentions “chemical”[.]"))
    expect(desk.get_by_role("link", name="Every name, A to Z")).to_be_visible()
    assert ask(desk, "chemical bombs") != []
    expect(said).to_have_text(re.compile("^Nothing here mentions “chemical”[.]"))
    assert ask(desk, "observatry") != []
    expect(said).to_have_text(re.compile("^Nothing is spelt “observatry” here[.]"))


def test_results_name_the_kind_of_page_and_the_name_that_was_meant(desk: Page) -> None:
    ask(desk, "داعش")
    first = desk.locator(".hit").first
    expect(first.locator(".hit__kind")).to_have_text("Armed group")
    expect(first.locator(".hit__title")).to_have_text("Islamic State")
    expect(first.locator("bdi[lang=ar]")).to_have_text("داعش")


def test_text_is_never_markup(desk: Page) -> None:
    ask(desk, "<img src=x onerror=alert(1)>")
    assert desk.locator("[data-search] img").count() == 0


def test_the_keyboard_is_enough(page: Page, served_site: ServedSite) -> None:
    page.goto("")
    ask(page, "Tadmur")
    field, first = page.locator(".masthead input"), page.locator(".hit").first
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.type("x")  # goes on in the field
    expect(field).to_have_value("Tadmurx")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    expect(page.locator(".search__panel")).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    ask(page, "Tadmur")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served_site.url}places/tadmur/")


def test_enter_gives_all_results_on_one_page(page: Page, served_site: ServedSite) -> None:
    page.goto("places/palmyra/")
    ask(page, "war crime")
    page.keyboard.press("Enter")
    here = f"{served_site.url}search/?q=war%20crime"
    expect(page).to_have_url(here)
    hits = page.locator(".search--page .hit")
    expect(hits.nth(7)).to_be_visible()
    hits.first.click()
    expect(page).not_to_have_url(here)
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    expect(hits.first).to_be_visible()
    expect(page.locator(".search--page input[type=search]")).to_have_value("war crime")


def test_the_keys_can_be_turned_off(page: Page) -> None:
    page.goto("search/")
    page.get_by_label("lead to the search").uncheck()
    page.goto("places/palmyra/")
    for key in "/", "s":
        page.keyboard.press(key)
        comes_to(page, "document.activeElement.tagName", "BODY")


def test_the_index_is_fetched_only_when_it_is_wanted(page: Page, served_site: ServedSite) -> None:
    def fetched() -> list[str]:
        return [url for url in served_site.requests[before:] if INDEX in url or "engine" in url]

    before = len(served_site.requests)
    page.goto("")
    page.wait_for_load_state("load")
    assert fetched() == []
    ask(page, "Tadmur")
    ask(page, "Daesh")
    assert len(fetched()) == 2


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_field_and_its_results_fit_the_screen(new_page: PageMaker, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto("places/tadmur/")
    field = page.locator(".masthead input")
    expect(field).to_be_visible()
    box = field.bounding_box()
    assert box is not None
    assert box["width"] >= 44
    assert box["height"] >= 40
    field.click()
    page.keyboard.type("Asad")
    assert results(page)
    for shape in page.locator(".search__panel, .masthead input, .hit").all():
        box = shape.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width + 1
    comes_to(page, f"document.documentElement.scrollWidth <= {width}", value=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_open_results_pass_axe(new_page: PageMaker, width: int, scheme: Any) -> None:  # noqa: ANN401  # Playwright's literal
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for address in "places/tadmur/", "search/":
        page.goto(address)
        ask(page, "450")
        assert not axe.faults(page)


def test_without_scripts_a_link_leads_to_every_name(new_page: PageMaker) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("places/tadmur/")
    expect(page.locator(".masthead input")).to_be_hidden()
    page.get_by_role("link", name="Search").click()
    expect(page).to_have_url(re.compile("/search/$"))
    expect(page.locator("input").first).to_be_hidden()
    row = page.locator(".az li", has_text="داعش").first
    expect(row.get_by_role("link")).to_have_text("Islamic State")


def test_it_works_from_a_folder(browser: Browser, offline: Path) -> None:
    page = browser.new_page()
    page.goto((offline / "places/palmyra.html").as_uri())
    assert ask(page, "داعش")[0].endswith("/actors/islamic-state.html")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hit").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/islamic-state.html")  # and until its scripts are there
    ask(page, "450")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search[.]html\?q=450$"))
    expect(page.locator(".search--page .hit").first).to_be_visible()
    page.close()


def test_among_a_thousand_pages_the_right_one_comes_first(page: Page) -> None:
    """How long that takes is measured in bench/search.py."""
    made = [
        Entry(
            f"actors/{n}/",
            f"Person {n:04}",
            "Person",
            100,
            line=f"Number {n} of a thousand, from district {n % 37}.",
            text=" ".join(f"word{(n * k) % 9973}" for k in range(1, 250)),
        )
        for n in range(1000)
    ]
    page.route(
        f"**/{INDEX}",
        lambda route: route.fulfill(body=write_index(made), content_type="text/javascript"),
    )
    page.goto("about/method/")
    assert ask(page, "person 0500")[0].endswith("/actors/500/")
    assert ask(page, "persn 0731")[0].endswith("/actors/731/")
    assert ask(page, "number 37 of a thousand")[0].endswith("/actors/37/")
