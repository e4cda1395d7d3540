"""Every link and anchor of the built site resolves, and no other server is asked for anything."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from crawl import HOST, Site, css_addresses

ELSEWHERE = {"http", "https", "mailto"}


@pytest.fixture(scope="module")
def built(site: Path) -> Site:
    read = Site(site)
    assert "index.html" in read.pages
    return read


def is_foreign(base: str, reference: str) -> bool:
    """Say whether fetching ``reference`` would ask another server."""
    address = urlsplit(urljoin(base, reference))
    return address.scheme != "data" and f"{address.scheme}://{address.netloc}/" != HOST


def test_every_internal_link_and_anchor_resolves(built: Site) -> None:
    broken = [
        f"{page.path}:{line}: {fault}"
        for page in built.pages.values()
        for line, reference in [*page.links, *page.resources]
        if (fault := built.fault(page.address, reference))
    ]
    assert not broken, "\n".join(broken)


def test_links_elsewhere_are_of_known_kinds(built: Site) -> None:
    odd = [
        f"{page.path}:{line}: {reference}"
        for page in built.pages.values()
        for line, reference in page.links
        if urlsplit(urljoin(page.address, reference)).scheme not in ELSEWHERE
    ]
    assert not odd, "\n".join(odd)


def test_no_page_fetches_from_another_server(built: Site) -> None:
    foreign = [
        f"{page.path}:{line}: {reference}"
        for page in built.pages.values()
        for line, reference in page.resources
        if is_foreign(page.address, reference)
    ]
    assert not foreign, "\n".join(foreign)


def test_style_sheets_fetch_only_what_the_site_holds(built: Site) -> None:
    wrong = []
    for path in sorted(built.folder.rglob("*.css")):
        base = HOST + path.relative_to(built.folder).as_posix()
        for reference in css_addresses(path.read_text("utf-8")):
            if reference.startswith("data:"):
                continue
            if is_foreign(base, reference) or built.fault(base, reference):
                wrong.append(f"{path.name}: {reference}")
    assert not wrong, "\n".join(wrong)


def test_every_page_has_a_title_one_main_heading_and_a_language(built: Site) -> None:
    for page in built.pages.values():
        assert page.title.strip(), f"{page.path} has no title"
        assert page.lang, f"{page.path} has no lang"
        assert len(page.headings) == 1, f"{page.path} has {len(page.headings)} h1"
        assert page.headings[0].strip(), f"the h1 of {page.path} is empty"


def test_no_page_uses_an_id_twice(built: Site) -> None:
    twice = {
        page.path: [name for name, times in Counter(page.ids).items() if times > 1]
        for page in built.pages.values()
    }
    assert not {path: names for path, names in twice.items() if names}


def test_every_page_is_reached_from_home_by_links_alone(built: Site) -> None:
    waiting, reached = ["index.html"], {"index.html"}
    while waiting:
        page = built.pages[waiting.pop()]
        for _, reference in page.links:
            target = built.target(page.address, reference)
            if target and target[0] in built.pages and target[0] not in reached:
                reached.add(target[0])
                waiting.append(target[0])
    assert sorted(set(built.pages) - reached - {"404.html"}) == []


def test_the_search_leads_to_pages_and_anchors_that_exist(built: Site) -> None:
    index = json.loads((built.folder / "search" / "search_index.json").read_text("utf-8"))
    assert index["docs"]
    faults = [built.fault(HOST, entry["location"]) for entry in index["docs"]]
    assert not [fault for fault in faults if fault]
