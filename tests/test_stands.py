"""Who stands where: what divides comes first, every row has its words, a phone reads it down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import PageMaker, ServedSite


def test_every_relation_is_a_row_with_its_evidence(page: Page, served_site: ServedSite) -> None:
    data = json.loads((served_site.folder / "data/dossier.json").read_text(encoding="utf-8"))
    page.goto("actors/")
    rows = page.locator("table.stands tbody tr")
    assert rows.count() == len(data["relations"]) > 0
    for row in rows.all():
        assert row.locator("td").nth(1).inner_text().strip()
        assert row.locator("q.words").count() == row.locator("a.ev").count() > 0
    done = [row.locator("td").first.inner_text() for row in rows.all()]
    assert done[0] == "fights"
    assert len(dict.fromkeys(done)) == sum(a != b for a, b in zip(done, ["", *done], strict=False))


def test_a_phone_shows_the_words_of_a_relation_without_scrolling(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("actors/")
    for row in page.locator("table.stands tbody tr").all():
        for cell in row.locator("td").all():
            box = cell.bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= 360
    first = page.locator("table.stands tbody tr").first.inner_text().split("\n")[0]
    assert first == "Syrian government forces fights Islamic State"
