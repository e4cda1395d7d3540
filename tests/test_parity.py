"""The same site under other generators: ProperDocs with the same hooks, Zensical from the tree.

They are not among the locked packages: ``make parity`` installs them aside, without MkDocs, and
says where.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect

from conftest import listen
from support import ROOT, copy_ferry, copy_project, run_mkdocs, serve
from test_live import copy_that_takes_in_seeds, each_edit_is_served
from test_rebuild import contents
from test_search_browser import FINDS, ask
from test_serve import serves_though_there_are_problems, settings_break_and_are_mended

WHERE = "DOSSIER_PARITY"
"""The environment variable with the folder of the other generators' commands."""
ADDRESS = "https://example.org/dossier/"
REPOSITORY = {"REPO_URL": "https://code.example/dossier", "EDIT_URI": "edit/main/docs/"}

METHOD = (ROOT / "docs/about/method.md").read_text(encoding="utf-8")
MOVE = "properdocs build -f mkdocs.yml"
LEAVE = "dossier write moved/docs && cp mkdocs.yml moved/ && zensical build -f moved/mkdocs.yml"
"""The commands by which the project moves, as the Method page gives them."""
RECAPTURE = "timeline/recapture-of-palmyra/"

pytestmark = pytest.mark.skipif(
    WHERE not in os.environ, reason="not checked: ‘make parity’ holds the site against others"
)


@dataclass(frozen=True)
class Form:
    """A project, and its site in one form: with an address, or for a folder."""

    project: Path
    own: Path
    """The site under MkDocs."""
    environment: dict[str, str]

    @property
    def address(self) -> str:
        return self.environment["SITE_URL"]

    def run(self, command: str, folder: Path | None = None) -> None:
        """Run a line of commands, the other generators' among them, as it is typed."""
        commands = (os.environ[WHERE], str(Path(sys.executable).parent), os.environ["PATH"])
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder or self.project,
            env={
                **os.environ,
                "PATH": os.pathsep.join(commands),
                "PYTHONPATH": str(ROOT / "hooks"),
                **self.environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module", params=[ADDRESS, ""], ids=["hosted", "folder"])
def form(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Form:
    project = copy_project(tmp_path_factory.mktemp("form") / "project")
    shutil.copy(ROOT / "CHANGELOG.md", project)
    if not request.param:
        settings = project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        flat = text.replace("use_directory_urls: true", "use_directory_urls: false")
        assert flat != text
        settings.write_text(flat, encoding="utf-8")
    environment = {"SITE_URL": request.param, **(REPOSITORY if request.param else {})}
    done = run_mkdocs(project, project / "site", **environment)
    assert done.returncode == 0, done.stdout
    return Form(project, project / "site", environment)


@pytest.fixture(scope="module")
def zensical(form: Form, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site under Zensical, which finds no link that leads nowhere."""
    project = shutil.copytree(form.project, tmp_path_factory.mktemp("zensical") / "project")
    form.run(f"{LEAVE} --clean --strict", project)
    return project / "moved/site"


@dataclass
class Read(HTMLParser):
    """What counts on a page: its head, its words, links, anchors, scripts and drawings."""

    url: str
    head: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    scripts: list[tuple[tuple[str, str | None], ...]] = field(default_factory=list)
    drawings: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    _in: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        for name in {"href", "src"} & known.keys():
            known[name] = urljoin(self.url, known[name] or "")
        if tag in ("body", "script", "style", "title"):
            self._in.append(tag)
        if tag in ("meta", "link"):
            self.head.append((tag, tuple(sorted(known.items()))))
        if tag == "script":
            self.scripts.append(tuple(sorted(known.items())))
        # The first link of a page, to what it is about, leads to the title or an anchor before it.
        if known.get("class") == "md-skip":
            self._in.append(tag)
        elif "body" in self._in and known.get("id") != "__skip":
            self.anchors += [known["id"] or ""] if "id" in known else []
            self.links += [known["href"] or ""] if "href" in known else []
            if tag in ("svg", "path", "circle", "rect", "img"):
                self.drawings.append((tag, tuple(known.items())))

    def handle_endtag(self, tag: str) -> None:
        if self._in and self._in[-1] == tag:
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if self._in and self._in[-1] in ("script", "title"):
            self.data.append(data)
        elif self._in and self._in[-1] == "body":
            self.text.append(data)

    @property
    def words(self) -> list[str]:
        return "".join(self.text).split()


def read(site: Path, path: str) -> Read:
    page = Read(ADDRESS + path.removesuffix("index.html"))
    page.feed((site / path).read_text(encoding="utf-8"))
    return page


def elements(site: Path, path: str) -> list[tuple[str, set[tuple[str, str | None]]]]:
    """Return the elements of a page but the link past its head; addresses as they are followed."""
    found: list[tuple[str, set[tuple[str, str | None]]]] = []

    class Elements(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            known = dict(attrs)
            for name in {"href", "src"} & known.keys():
                known[name] = urljoin(ADDRESS + path.removesuffix("index.html"), known[name])
            if known.get("class") != "md-skip" and known.get("id") != "__skip":
                found.append((tag, set(known.items())))

    page = Elements()
    page.feed((site / path).read_text(encoding="utf-8"))
    return found


def otherwise(what: str) -> set[str]:
    """Return what the Method page lists of what Zensical does otherwise."""
    row = re.search(rf"^\| It {what}\b.*", METHOD, re.MULTILINE)
    assert row, what
    return set(re.findall(r"`([^`]+)`", row[0]))


def folder_or_file(path: str) -> str:
    return "/".join(path.split("/")[:2])


def pages(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix()


def listed(site: Path) -> list[list[tuple[str, str | None]]]:
    """Return what the sitemap tells of each page."""
    entries = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    return sorted([(part.tag, part.text) for part in entry] for entry in entries)


# --- ProperDocs -----------------------------------------------------------------------


def properdocs_serve() -> tuple[str, ...]:
    return (str(Path(os.environ[WHERE]) / "properdocs"), "serve", "-f", "mkdocs.yml")


def test_under_properdocs_and_without_mkdocs_the_site_is_the_same_byte_for_byte(
    form: Form, tmp_path: Path
) -> None:
    form.run("! python -c 'import mkdocs'")
    form.run(f"{MOVE} --strict -d {shlex.quote(str(tmp_path / 'site'))}")
    assert contents(tmp_path / "site") == contents(form.own)


def test_after_each_edit_properdocs_serves_what_mkdocs_builds(tmp_path: Path) -> None:
    ferry = copy_that_takes_in_seeds(tmp_path / "ferry")
    each_edit_is_served(ferry, tmp_path, properdocs_serve())


def test_under_properdocs_broken_settings_are_a_line(tmp_path: Path) -> None:
    settings_break_and_are_mended("replacing", copy_ferry(tmp_path / "ferry"), properdocs_serve())


def test_under_properdocs_a_first_build_with_problems_serves(tmp_path: Path) -> None:
    serves_though_there_are_problems(copy_ferry(tmp_path / "ferry"), properdocs_serve())


# --- Zensical -------------------------------------------------------------------------


def test_under_zensical_pages_and_data_are_the_same(form: Form, zensical: Path) -> None:
    ours, theirs = contents(form.own), contents(zensical)
    assert {*(ours.keys() - theirs.keys())} == otherwise("does not write")
    assert {folder_or_file(path) for path in theirs.keys() - ours.keys()} == otherwise("adds")
    same = [path for path in ours.keys() & theirs.keys() if not path.endswith(".html")]
    differ = sorted(path for path in same if ours[path] != theirs[path])
    assert [path for path in differ if path != "sitemap.xml"] == []
    assert listed(form.own) == listed(zensical)


@pytest.mark.parametrize(
    "what", ["head", "data", "words", "links", "anchors", "scripts", "drawings"]
)
def test_under_zensical_each_page_says_and_shows_the_same(
    what: str, form: Form, zensical: Path
) -> None:
    assert list(pages(form.own)) == list(pages(zensical))
    for path in pages(form.own):
        assert getattr(read(form.own, path), what) == getattr(read(zensical, path), what), path


def test_under_zensical_any_spelling_finds_the_same(
    form: Form, zensical: Path, browser: Browser
) -> None:
    found = []
    for site in (form.own, zensical):
        with serve(site) as url:
            page = browser.new_page(base_url=url)
            page.goto("about/method/" if form.address else "about/method.html")
            found.append([[hit.removeprefix(url) for hit in ask(page, q)] for q, _ in FINDS])
            page.close()
    assert found[0] == found[1]
    assert all(found[0])


def test_under_zensical_links_show_the_same_cards_and_the_policy_stops_nothing(
    form: Form, zensical: Path, browser: Browser
) -> None:
    shown, errors = [], list[str]()
    for site in (form.own, zensical):
        with serve(site) as url:
            page = browser.new_page(base_url=url)
            listen(page.context, errors)
            page.goto(RECAPTURE if form.address else f"{RECAPTURE[:-1]}.html")
            for link in page.locator("main .lead a:not(.footnote-ref)").all():
                link.hover()
                expect(page.locator("#preview")).to_be_visible()
                shown.append((site, page.locator("#preview").inner_text()))
                page.keyboard.press("Escape")
            page.close()
    ours, theirs = ([text for of, text in shown if of == s] for s in (form.own, zensical))
    assert ours == theirs
    assert len(set(ours)) > 2
    assert not errors


def test_under_zensical_elements_and_attributes_are_the_same_but_for_those_listed(
    form: Form, zensical: Path
) -> None:
    lost, added = set(), set()
    for path in pages(form.own):
        ours, theirs = elements(form.own, path), elements(zensical, path)
        assert [tag for tag, _ in ours] == [tag for tag, _ in theirs], path
        for (tag, mine), (_, other) in zip(ours, theirs, strict=True):
            lost |= {name for name, _ in mine - other}
            added |= {f'{tag} {name}="{value}"' for name, value in other - mine}
    assert lost == otherwise("leaves out the attribute")
    assert added == otherwise("gives")


def test_under_zensical_the_link_past_the_head_leads_to_just_before_the_title(
    form: Form, zensical: Path
) -> None:
    before, without = '<a href="#__skip" class="md-skip">', set[str]()
    for path in pages(form.own):
        ours = (form.own / path).read_text(encoding="utf-8")
        assert before not in ours, path
        assert before in (zensical / path).read_text(encoding="utf-8"), path
        if 'class="md-skip"' not in ours:
            without.add(path)
    assert without == otherwise("puts a link")


def test_of_a_site_in_folders_without_an_address_the_files_are_the_same(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    shutil.copy(ROOT / "CHANGELOG.md", project)
    form = Form(project, project / "site", {"SITE_URL": ""})
    done = run_mkdocs(project, form.own, **form.environment)
    assert done.returncode == 0, done.stdout
    form.run(f"{LEAVE} --clean --strict")
    ours, theirs = contents(form.own), contents(project / "moved/site")
    same = [path for path in ours.keys() & theirs.keys() if not path.endswith(".html")]
    assert {path for path in same if ours[path] != theirs[path]} <= {"sitemap.xml"}
    assert listed(form.own) == listed(project / "moved/site")


def test_the_method_page_gives_the_commands_by_which_the_project_moves() -> None:
    said = " ".join(METHOD.split())
    for command in (MOVE, LEAVE):
        assert f"`{command}`" in said
