"""Long lists: their years, months and letters, each a step away; nothing of a list is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_dossier import make, word

import axe
from conftest import ServedSite, making_pages
from dossier.write.runs import LONG, by_letter, by_time, links_to
from support import run_mkdocs, serve
from waiting import comes_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from conftest import PageMaker

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PAGES = ("timeline/", "statements/", "questions/", "actors/", "search/", "about/citations/")
JUMPS = ".jumps--runs a"
AT_THE_TOP = """(id) => {
  const { top, height } = document.getElementById(id).getBoundingClientRect();
  const atTheEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
  return height > 0 && top > -2 && (top < 40 || (atTheEnd && top < innerHeight));
}"""
HIDDEN = """[...document.querySelectorAll("main :is(h2, h3), .jumps--runs a")]
  .filter((one) => !one.checkVisibility()).map((one) => one.id || one.hash.slice(1)).sort()"""
WITHOUT_EVENTS = """(() => {
  const found = [];
  for (const heading of document.querySelectorAll("main :is(h2, h3)")) {
    const events = [];
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (/^H[1-6]$/.test(next.tagName) && next.tagName <= heading.tagName) break;
      events.push(...next.querySelectorAll("li.entry"));
    }
    if (events.some((one) => !one.hidden)) continue;
    found.push(heading.id);
    if (document.querySelector(`.jumps--runs a[href="#${heading.id}"]`)) found.push(heading.id);
  }
  return found.sort();
})()"""


# --- How a list is split --------------------------------------------------------------

DAYS = st.lists(st.dates(date(1999, 1, 1), date(2003, 1, 1)), max_size=300).map(sorted)


@given(DAYS)
def test_runs_hold_every_row_in_its_order_and_no_two_have_an_anchor(days: list[date]) -> None:
    runs = by_time(days, lambda day: day)
    assert [day for run in runs for day in run.items] == days
    assert len({run.key for run in runs}) == len(runs)
    for run in runs if len(runs) > 1 else ():
        assert {day.isoformat()[: len(run.key)] for day in run.items} == {run.key}


@given(st.lists(st.text(max_size=4), max_size=200))
def test_letters_hold_every_title_and_no_two_have_an_anchor(titles: list[str]) -> None:
    runs = by_letter(titles, lambda title: title)
    assert sorted(title for run in runs for title in run.items) == sorted(titles)
    assert len({run.key for run in runs}) == len(runs)
    assert all(re.fullmatch("[a-z0-9-]*", run.key) for run in runs)


def keys(days: Sequence[date | None]) -> list[str]:
    return [run.key for run in by_time(days, lambda day: day)]


def test_what_is_not_long_stays_whole() -> None:
    assert len(by_time([date(2000 + n, 1, 1) for n in range(LONG)], lambda day: day)) == 1
    assert len(by_letter([chr(97 + n % 26) for n in range(LONG)], str)) == 1


def test_what_would_come_apart_into_pieces_stays_whole() -> None:
    assert len(keys([date(1900 + n // 2, 1, 1) for n in range(200)])) == 1


def test_only_what_is_long_is_split_further() -> None:
    year = [date(2015, 5, 5)] * LONG
    months = [date(2016, month, 1) for month in (1, 2, 3) for _ in range(LONG)]
    month = [date(2017, 1, day) for day in (1, 2) for _ in range(LONG)]
    found = keys([*year, *months, *month])
    assert found == ["2015", "2016-01", "2016-02", "2016-03", "2017-01-01", "2017-01-02"]
    assert keys([*year, *year, None]) == ["2015", ""] or keys([*year, None]) == ["2015", "undated"]


def test_a_month_is_named_as_where_events_begin_and_not_as_their_date() -> None:
    runs = by_time([date(2016, month, 1) for month in (1, 2) for _ in range(LONG)], lambda day: day)
    assert [run.title for run in runs] == ["From January 2016", "From February 2016"]
    [(year, months)] = links_to(runs, "in")
    assert (year.text, year.href) == ("2016", None)
    assert [(one.text, one.href) for one in months] == [
        ("January", "#in-2016-01"),
        ("February", "#in-2016-02"),
    ]


def test_marks_are_left_aside_and_letters_of_no_alphabet_here_stand_together() -> None:
    titles = sorted(["1", "2", "(a", "“Ab”", "ac", "é", "ж"] * 20, key=str.casefold)
    found = [(run.title, run.key) for run in by_letter(titles, str)]
    others = [("E", "e"), ("Other letters", "other")]
    assert found == [("0–9", "0-9"), ("A", "a"), *others]


# --- In a browser ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    folder: Path = tmp_path_factory.mktemp("large") / "project"
    make(folder, 500)
    for number in range(30):
        page = f"---\ntitle: {word(400_000 + number)} Else\nkind: person\n---\nNobody knows more.\n"
        (folder / f"docs/actors/else-{number}.md").write_text(page, encoding="utf-8")
    result = run_mkdocs(folder, folder / "site")
    assert result.returncode == 0, result.stdout
    with serve(folder / "site") as url:
        yield ServedSite(folder / "site", url, [])


@pytest.fixture
def new_page(browser: Browser, large: ServedSite) -> Iterator[PageMaker]:
    with making_pages(browser, large) as made:
        yield made


@pytest.mark.parametrize("look", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES)
def test_each_part_of_a_long_list_is_one_step_away(
    new_page: PageMaker, path: str, look: dict[str, Any]
) -> None:
    page = new_page(**look, java_script_enabled=False)
    page.goto(path)
    jumps = page.locator(JUMPS).all()
    assert len(jumps) > 3
    for jump in (jumps[0], jumps[len(jumps) // 2], jumps[-1]):
        to = (jump.get_attribute("href") or "").removeprefix("#")
        jump.click()
        page.wait_for_function(AT_THE_TOP, arg=to)
        assert page.locator("main li, main tbody tr").count() > LONG
        page.go_back()
    for jump in jumps:
        box = jump.bounding_box()
        assert box
        assert box["height"] >= 24
        assert box["width"] >= 24


def test_links_on_a_long_page_lead_to_something_else_each(new_page: PageMaker) -> None:
    page = new_page(**PHONE)
    for path in PAGES:
        page.goto(path)
        addresses = [jump.get_attribute("href") for jump in page.locator(JUMPS).all()]
        assert len(set(addresses)) == len(addresses)


def test_home_leads_on_to_where_its_list_of_later_events_ends(new_page: PageMaker) -> None:
    page = new_page(**PHONE)
    page.goto("")
    after = page.locator("#after + .happenings > li")
    last = after.last.locator(".event a").get_attribute("href") or ""
    assert after.count() == 12
    page.get_by_role("link", name="later events on the timeline").click()
    page.wait_for_url("**/timeline/#*")
    next_one = page.url.rpartition("#")[2]
    page.wait_for_function(AT_THE_TOP, arg=next_one)
    ids = [entry.get_attribute("id") for entry in page.locator("li.entry").all()]
    assert ids.index(next_one) == ids.index(last.removeprefix("timeline/").rstrip("/")) + 1


def test_home_has_maps_alone_where_a_strip_would_be_longer_than_they(new_page: PageMaker) -> None:
    page = new_page(**DESKTOP)
    page.goto("")
    assert (page.locator("#where").inner_text() or "").splitlines()[0].rstrip(
        "#"
    ).strip() == "Where"
    assert page.locator(".strip-figure").count() == 0
    first, second = (each.bounding_box() for each in page.locator(".drawing-maps > figure").all())
    assert first
    assert second
    assert first["y"] == second["y"]


def test_a_filter_takes_along_the_months_that_it_leaves_empty(new_page: PageMaker) -> None:
    page = new_page(**DESKTOP)
    page.goto("timeline/")
    comes_to(page, HIDDEN, [])
    page.locator("select[name=actor]").select_option(index=1)
    hidden = page.evaluate(WITHOUT_EVENTS)
    assert hidden
    comes_to(page, HIDDEN, hidden)
    page.locator("form.filters button").click()
    comes_to(page, HIDDEN, [])


@pytest.mark.parametrize(
    ("path", "row"), [("timeline/", "li.entry"), ("questions/", "#vague ~ .many > li")]
)
def test_what_is_not_laid_out_yet_is_found_printed_and_read_out(
    new_page: PageMaker, path: str, row: str
) -> None:
    page = new_page(**PHONE)
    page.goto(path)
    rows = page.locator(row)
    how = "(it) => getComputedStyle(it).contentVisibility"
    assert rows.last.evaluate(how) == "auto"
    words = rows.nth(rows.count() - 2).locator("a").first.text_content() or ""
    assert page.evaluate("(words) => window.find(words)", words)
    page.wait_for_function("window.scrollY > 20 * innerHeight")
    assert page.get_by_role("link", name=words, exact=True).count() >= 1
    page.emulate_media(media="print")
    assert rows.last.evaluate(how) == "visible"


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_long_page(new_page: PageMaker, path: str) -> None:
    page = new_page(**PHONE)
    page.goto(path)
    assert axe.faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
