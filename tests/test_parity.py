"""The same site under other generators: ProperDocs with the same hooks, Zensical from the tree.

They are not among the locked packages: ``make parity`` installs them aside and says where.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from support import ROOT, run_mkdocs
from test_rebuild import contents

WHERE = "DOSSIER_PARITY"
"""The environment variable with the folder of the other generators' commands."""
ADDRESS = "https://example.org/dossier/"

LOST = ("sitemap.xml.gz",)
"""What Zensical does not write; the Method page says so."""
ADDED = ("assets/images", "assets/javascripts", "assets/stylesheets", "search.json")
"""What it writes and no page asks for."""
OTHERWISE = ("404.html", "sitemap.xml")
"""What it writes in its own way: a page without an address of its own, and the list of pages."""

pytestmark = pytest.mark.skipif(
    WHERE not in os.environ, reason="not checked: ‘make parity’ holds the site against others"
)


def run(project: Path, command: str, *options: str) -> None:
    done = subprocess.run(
        [Path(os.environ[WHERE]) / command, *options],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "SITE_URL": ADDRESS},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site under MkDocs."""
    site = tmp_path_factory.mktemp("mkdocs") / "site"
    done = run_mkdocs(ROOT, site, SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout
    return site


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site under Zensical: the same settings without hooks, the tree in place of docs."""
    folder = tmp_path_factory.mktemp("zensical")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in settings if not line.startswith(("hooks:", "watch:"))]
    (folder / "mkdocs.yml").write_text("".join(kept), encoding="utf-8")
    tree = ["-m", "dossier.cli", "--config-file", str(ROOT / "mkdocs.yml"), "write"]
    run(folder, "python", *tree, str(folder / "docs"))
    run(folder, "zensical", "build", "--clean")
    return folder / "site"


@dataclass
class Read(HTMLParser):
    """What counts on a page: its head, its words, links, anchors and drawings."""

    url: str
    head: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    drawings: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    _in: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in ("article", "script", "style", "title"):
            self._in.append(tag)
        if tag in ("meta", "link"):
            if known.get("href"):
                known["href"] = urljoin(self.url, known["href"])
            self.head.append((tag, tuple(sorted(known.items()))))
        if "article" in self._in:
            self.anchors += [known["id"] or ""] if "id" in known else []
            self.links += [urljoin(self.url, known["href"] or "")] if "href" in known else []
            if tag in ("svg", "path", "circle", "rect", "img"):
                self.drawings.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self._in and self._in[-1] == tag:
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if self._in and self._in[-1] in ("script", "title"):
            self.data.append(data)
        elif "article" in self._in:
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


def test_under_properdocs_the_site_is_the_same_byte_for_byte(own: Path, tmp_path: Path) -> None:
    run(ROOT, "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    assert contents(tmp_path / "site") == contents(own)


def test_under_zensical_pages_and_data_are_the_same(own: Path, zensical: Path) -> None:
    ours, theirs = contents(own), contents(zensical)
    assert sorted(ours.keys() - theirs.keys()) == sorted(LOST)
    assert not [path for path in theirs.keys() - ours.keys() if not path.startswith(ADDED)]
    same = [path for path in ours.keys() & theirs.keys() if not path.endswith(".html")]
    differ = sorted(path for path in same if ours[path] != theirs[path])
    assert [path for path in differ if path not in OTHERWISE] == []


@pytest.mark.parametrize("what", ["head", "data", "words", "links", "anchors", "drawings"])
def test_under_zensical_each_page_says_and_shows_the_same(
    what: str, own: Path, zensical: Path
) -> None:
    assert list(pages(own)) == list(pages(zensical))
    for path in pages(own):
        if path in OTHERWISE:
            continue
        one, other = getattr(read(own, path), what), getattr(read(zensical, path), what)
        if what == "anchors":
            other = [anchor for anchor in other if anchor != "__skip"]
        assert one == other, path


def test_what_zensical_does_otherwise_is_said() -> None:
    said = (ROOT / "docs/about/method.md").read_text(encoding="utf-8")
    for path in (*LOST, *OTHERWISE, *ADDED):
        assert f"`{path}`" in said
