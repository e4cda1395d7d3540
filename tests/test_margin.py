"""The margin of wide screens: notes beside the sentences that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import PageMaker

NOTES = ".margin-notes p"
PAGES = ("actors/khaled-al-asaad/", "timeline/al-asaad-killed/", "places/temple-of-baalshamin/")
FAULTS = """() => {
  const boxOf = (it) => it.getBoundingClientRect();
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const notes = [...document.querySelectorAll(".margin-notes p")];
  const blocks = "article :is(p, table, svg, dl, li, summary, figure)";
  const others = [...document.querySelectorAll(blocks)]
    .filter((it) => !it.closest(".margin-notes") && boxOf(it).height);
  const marks = [...document.querySelectorAll("article a.footnote-ref")]
    .filter((it) => !it.closest(".margin-notes"));
  const found = [];
  for (const note of notes) {
    const box = boxOf(note);
    for (const other of [...others, ...notes]) {
      if (other === note || !meet(box, boxOf(other))) continue;
      found.push(`${note.innerText} on ${other.outerHTML}`);
    }
    const own = marks.filter((it) => it.hash === note.querySelector("a").hash);
    const away = Math.min(...own.map((it) => Math.abs(boxOf(it).top - box.top)));
    if (!(away <= 330)) found.push(`${note.innerText} is ${away} px from its sentence`);
    if (box.right > document.documentElement.clientWidth) found.push(`${note.innerText} is cut`);
  }
  return found;
}"""


@pytest.mark.parametrize("width", [1200, 1280, 1440, 1920])
def test_a_note_stands_near_its_sentence_and_on_nothing(new_page: PageMaker, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    for path in PAGES:
        page.goto(path)
        expect(page.locator(NOTES).first).to_be_visible()
        assert not page.evaluate(FAULTS), path


def test_it_says_what_the_passage_tells_and_leads_there(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto("actors/islamic-state/")
    note = page.locator(NOTES).filter(has_text="Passage").first
    link = note.get_by_text("Passage")
    number = (link.text_content() or "").split()[1]
    link.click()
    expect(page.locator(f"#passage-{number}")).to_be_in_viewport()


def test_keyboard_and_screen_readers_meet_each_note_once(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(PAGES[0])
    expect(page.locator(NOTES).first).to_be_visible()
    assert page.locator(".margin-notes").get_attribute("aria-hidden") == "true"
    reached = page.locator(".margin-notes a").evaluate_all("all => all.map((one) => one.tabIndex)")
    assert set(reached) == {-1}
    assert page.locator(".margin-notes [id]").count() == 0


def test_narrow_screens_and_paper_have_the_notes_at_the_end_alone(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(PAGES[0])
    expect(page.locator(NOTES).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(NOTES)).to_have_count(0)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1100, "height": 900})
    expect(page.locator(NOTES)).to_have_count(0)
    assert page.locator(".footnote li").count() > 3
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(NOTES).first).to_be_visible()
