"""The same site under other generators: ProperDocs with the same hooks, Zensical from the tree.

They are not among the locked packages: ``make parity`` installs them aside and says where.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect

from conftest import listen
from support import ROOT, copy_project, run_mkdocs, serve
from test_rebuild import contents
from test_search_browser import FINDS, ask

WHERE = "DOSSIER_PARITY"
"""The environment variable with the folder of the other generators' commands."""
ADDRESS = "https://example.org/dossier/"

LOST = ("sitemap.xml.gz",)
"""What Zensical does not write; the Method page says so."""
ADDED = ("assets/images", "assets/javascripts", "assets/stylesheets", "search.json")
"""What it writes and no page asks for."""
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
    address: str

    def run(self, folder: Path, command: str, *options: str, path: str = "") -> None:
        """Run a command of the other generators'; ``path`` goes before all Python's modules."""
        done = subprocess.run(
            [Path(os.environ[WHERE]) / command, *options],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, (path, str(ROOT / "hooks")))),
                "SITE_URL": self.address,
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
    done = run_mkdocs(project, project / "site", SITE_URL=request.param)
    assert done.returncode == 0, done.stdout
    return Form(project, project / "site", request.param)


@pytest.fixture(scope="module")
def zensical(form: Form, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site under Zensical: the same settings without hooks, the tree in place of docs."""
    folder = tmp_path_factory.mktemp("zensical")
    settings = form.project / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("hooks:", "watch:"))]
    (folder / "mkdocs.yml").write_text("".join(kept), encoding="utf-8")
    tree = ["-m", "dossier.cli", "--config-file", str(settings), "write", str(folder / "docs")]
    form.run(folder, "python", *tree)
    form.run(folder, "zensical", "build", "--clean")
    return folder / "site"


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


def pages(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix()


def listed(site: Path) -> list[list[tuple[str, str | None]]]:
    """Return what the sitemap tells of each page."""
    entries = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    return sorted([(part.tag, part.text) for part in entry] for entry in entries)


# --- ProperDocs -----------------------------------------------------------------------


def test_under_properdocs_and_without_mkdocs_the_site_is_the_same_byte_for_byte(
    form: Form, tmp_path: Path
) -> None:
    """Material still asks for MkDocs to be installed; nothing may come from it."""
    (tmp_path / "mkdocs.py").write_text("raise ImportError('MkDocs is gone')\n", encoding="utf-8")
    command = ["build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site")]
    form.run(form.project, "properdocs", *command, path=str(tmp_path))
    assert contents(tmp_path / "site") == contents(form.own)


# --- Zensical -------------------------------------------------------------------------


def test_under_zensical_pages_and_data_are_the_same(form: Form, zensical: Path) -> None:
    ours, theirs = contents(form.own), contents(zensical)
    assert sorted(ours.keys() - theirs.keys()) == sorted(LOST)
    assert not [path for path in theirs.keys() - ours.keys() if not path.startswith(ADDED)]
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


def test_what_zensical_does_otherwise_is_said() -> None:
    said = (ROOT / "docs/about/method.md").read_text(encoding="utf-8")
    for path in (*LOST, *ADDED):
        assert f"`{path}`" in said
