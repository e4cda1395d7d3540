"""Each page says to reference managers and search engines what it is, and gives its citation."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from conftest import PUBLISHED

Data = dict[str, Any]


def metadata(page: str) -> dict[str, str]:
    found = re.findall(r'<meta name="((?:citation_|DC\.)[^"]+)" content="([^"]*)">', page)
    return {name: unescape(content) for name, content in found}


def test_every_records_head_has_its_citation_and_its_json_ld(published: Path) -> None:
    data: Data = json.loads((published / "data/dossier.json").read_text("utf-8"))
    for kind in ("actors", "places", "events", "sources"):
        for record in data[kind]:
            page = (published / record["page"] / "index.html").read_text("utf-8")
            said = metadata(page)
            assert record["title"] in said["citation_title"]
            assert said["citation_public_url"] == PUBLISHED + record["page"]
            script = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
            assert script, record["page"]
            nodes = json.loads(script[1])["@graph"]
            assert nodes[0]["@id"] == f"{PUBLISHED}{record['page']}#this"
            assert nodes[0]["name"] == record["title"]


def test_every_page_carries_what_reference_managers_pick_up(published: Path) -> None:
    for path in sorted(published.rglob("*.html")):
        if path.name == "404.html":
            continue
        page = path.read_text("utf-8")
        said = metadata(page)
        assert said.keys() >= {"citation_title", "citation_author", "citation_public_url"}, path
        assert said["DC.type"] == "WebPage", path
        assert '<meta property="og:site_name" content="The Palmyra dossier">' in page, path
        assert f'<link rel="canonical" href="{said["citation_public_url"]}">' in page, path


def test_a_page_gives_its_last_change_and_is_cited_with_its_day(published: Path) -> None:
    page = (published / "actors/sohr/index.html").read_text("utf-8")
    assert "20 November 2026: A &lt;new&gt; name was added." in page
    assert metadata(page)["DC.date"] == "2026-11-20"
    assert "(2026, November 20)" in page


def test_every_statement_is_cited_in_every_form_on_a_light_page(published: Path) -> None:
    data: Data = json.loads((published / "data/dossier.json").read_text("utf-8"))
    items = json.loads((published / "data/cite/citations.json").read_text("utf-8"))
    known = {item["id"]: item for item in items}
    found = {}
    for path in sorted((published / "about/citations").glob("*/**/index.html")):
        page = path.read_text("utf-8")
        assert len(page.encode()) < 60_000, path
        assert "assets/js/copy.js" in page
        for section in re.findall(
            r'<section class="cite-forms" id="(.*?)</section>', page, re.DOTALL
        ):
            id_ = section.partition('"')[0]
            assert re.findall("<dt>(.*?)</dt>", re.sub("</?abbr[^>]*>", "", section)) == [
                "APA", "Chicago", "BibTeX", "RIS", "CSL-JSON"
            ]  # fmt: skip
            shown = re.findall('<pre tabindex="0">(.*?)</pre>', section, re.DOTALL)[-1]
            found[id_] = json.loads(unescape(shown))
    assert found == {s["id"]: known[s["id"]] for s in data["statements"]}
    for event in data["events"]:
        page = (published / event["page"] / "index.html").read_text("utf-8")
        assert (f'about/citations/{event["id"]}/">Cite one' in page) == bool(event["statements"])


def test_the_citation_in_sight_is_the_librarys(published: Path) -> None:
    page = (published / "actors/sohr/index.html").read_text("utf-8")
    assert re.search(
        r"Cite this page</span> Contributors to The Palmyra dossier. “Syrian Observatory for Human"
        r" Rights.” The Palmyra dossier[^<]*, November 20, 2026. "
        rf'<a href="{PUBLISHED}actors/sohr/">',
        re.sub("</?abbr[^>]*>", "", page),
    )


def test_addresses_are_right_in_a_folder_of_a_host(published: Path) -> None:
    for path in ("sitemap.xml", "robots.txt", "data/corrections.atom", "data/graph.jsonld"):
        text = (published / path).read_text("utf-8")
        assert PUBLISHED in text, path
        assert not re.search(r"https://dossier\.example/(?!some/folder/)", text), path
    home = (published / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{PUBLISHED}">' in home


def test_a_citation_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("actors/sohr/")
    page.get_by_text("Cite it in other forms").click()
    button = page.get_by_role("button", name="Copy APA")
    button.click()
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Contributors to The Palmyra dossier. (")


def test_each_statements_citation_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("about/citations/recapture-of-palmyra/")
    section = page.locator('[id="recapture-of-palmyra.sohr"]')
    section.get_by_text("BibTeX, RIS").click()
    button = section.get_by_role("button", name="Copy RIS: Syrian Observatory")
    button.click()
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("TY  - ELEC\nID  - recapture-of-palmyra.sohr\n")
