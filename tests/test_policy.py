"""Every page begins with what it may run and fetch, and asks for nothing that this forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import ServedSite, listen
from support import copy_ferry, run_mkdocs

POLICY = (
    "default-src 'none'; script-src {0}; style-src {0}; img-src {0} data:; connect-src {0};"
    " worker-src {0}; font-src {0}; manifest-src {0}; base-uri 'none'; form-action 'none'"
)
HOSTED, FOLDER = POLICY.format("'self'"), POLICY.format("'self' file:")
DATA = {"application/json", "application/ld+json"}
TABLE = "\n\n| Place | Days |\n|:---:|---:|\n| Here | 12 |\n"


class Markup(HTMLParser):
    """What of one page's markup the policy is about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.head: list[tuple[str, dict[str, str]]] = []
        """The elements of the head, in order."""
        self.against: list[str] = []
        """What would need a weaker policy."""
        self._in_head = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_head = tag == "head" or (self._in_head and tag != "body")
        if self._in_head and tag != "head":
            self.head.append((tag, values))
        self.against += [f"{tag} {name}" for name in values if re.match(r"on|style$", name)]
        own = "src" in values or values.get("type") in DATA
        if tag in {"style", "base", "iframe", "object", "embed"} or (tag == "script" and not own):
            self.against.append(f"<{tag}>")


def pages(folder: Path) -> Iterator[tuple[str, Markup]]:
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), Markup(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def taken_along(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small copy as ``make offline`` builds it, with a table whose columns are aligned."""
    project = copy_ferry(tmp_path_factory.mktemp("taken") / "project")
    page = project / "docs/about/method.md"
    page.write_text(page.read_text("utf-8") + TABLE, "utf-8")
    result = run_mkdocs(project, project / "site", "--no-directory-urls", SITE_URL="")
    assert result.returncode == 0, result.stdout
    return project / "site"


def test_every_page_begins_with_its_policy(site: Path) -> None:
    first = {path: markup.head[0] for path, markup in pages(site)}
    policy = {"http-equiv": "Content-Security-Policy", "content": HOSTED}
    assert {"404.html", "index.html", "search/index.html", "whole/index.html"} <= first.keys()
    assert [path for path, element in first.items() if element != ("meta", policy)] == []


def test_no_page_needs_a_weaker_one(site: Path) -> None:
    assert {path: markup.against for path, markup in pages(site) if markup.against} == {}


def test_an_address_that_moved_has_it_too(tmp_path: Path) -> None:
    project = copy_ferry(tmp_path / "project")
    moved = "actors:\n  of-old: {moved: otto-reen}\n"
    (project / "docs/register.yml").write_text(moved, "utf-8")
    result = run_mkdocs(project, project / "site")
    assert result.returncode == 0, result.stdout
    stone = Markup((project / "site/actors/of-old/index.html").read_text("utf-8"))
    assert stone.head[0][1]["content"] == HOSTED


def test_a_copy_for_a_folder_names_the_scheme_of_files(offline: Path) -> None:
    read = dict(pages(offline))
    assert {markup.head[0][1]["content"] for markup in read.values()} == {FOLDER}
    assert {path: markup.against for path, markup in read.items() if markup.against} == {}


def test_aligned_columns_need_no_style(taken_along: Path, browser: Browser) -> None:
    assert {path: markup.against for path, markup in pages(taken_along) if markup.against} == {}
    page = browser.new_page()
    errors: list[str] = []
    listen(page.context, errors)
    page.goto((taken_along / "about/method.html").as_uri())
    aligned = page.locator("td[align=right]").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
    )
    assert aligned
    assert {side.removeprefix("-webkit-") for side in aligned} == {"right"}
    page.close()
    assert not errors


def test_a_script_in_a_page_does_not_run(served_site: ServedSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(served_site.url)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          const button = document.createElement("button");
          button.setAttribute("onclick", "window.ran = true");
          document.body.append(button);
          button.click();
        }"""
    )
    assert page.evaluate("window.ran") is None
    page.close()
