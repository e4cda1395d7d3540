"""Addresses are right wherever the site lies: at a host's root, in a folder, or nowhere yet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import pytest

from support import copy_ferry, run_mkdocs

REGISTER = """\
places:
  old-pier: {moved: port-varn}
events:
  false-alarm: {gone: It did not happen., date: 2019-06}
"""
STONES = {"places/old-pier", "timeline/false-alarm"}
NOWHERE = "https://nowhere.example/any/"
"""What stands for the site's address where it has none: addresses are then relative."""


@dataclass(frozen=True)
class Published:
    folder: Path
    url: str
    """The site's address with the slash that ends it; empty where it has none."""
    flat: bool
    """Addresses end in the name of a file."""

    def pages(self) -> Iterator[tuple[str, str]]:
        for path in sorted(self.folder.rglob("*.html")):
            if path.name != "404.html":
                yield path.relative_to(self.folder).as_posix(), path.read_text("utf-8")

    def address(self, file: str) -> str:
        """Return the whole address of a file."""
        path = file if self.flat else re.sub("(^|/)index.html$", r"\1", file)
        return (self.url or NOWHERE) + path

    def file(self, address: str) -> Path:
        """Return the file that a whole address opens."""
        base = self.url or NOWHERE
        assert address.startswith(base), address
        path = self.folder / unquote(urldefrag(address).url.removeprefix(base))
        return path / "index.html" if path.is_dir() else path


@pytest.fixture(
    scope="module",
    params=[
        ("", ()),
        ("https://host.example", ()),
        ("https://host.example/some/folder", ()),
        ("http://localhost:8080/x/", ("--no-directory-urls",)),
    ],
    ids=lambda param: " ".join((param[0] or "no address", *param[1])),
)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Published:
    url, options = request.param
    root = copy_ferry(tmp_path_factory.mktemp("ferry") / "project")
    (root / "CHANGELOG.md").write_text("## 1.0.0 - 2019-07-01\n", "utf-8")
    (root / "docs/register.yml").write_text(REGISTER, "utf-8")
    seed = root / "seeds/ferry-aground.yml"
    seed.write_text(seed.read_text("utf-8").replace("2019-05-09", "2019-05-09/2019-05-10"), "utf-8")
    page = root / "docs/places/port-varn.md"
    change = 'history: [{date: 2019-06-02, what: "The harbour was moved."}]'
    page.write_text(page.read_text("utf-8").replace("---\n", f"---\n{change}\n", 1), "utf-8")
    result = run_mkdocs(root, root / "site", *options, SITE_URL=url)
    assert result.returncode == 0, result.stdout
    return Published(root / "site", f"{url.rstrip('/')}/" if url else "", bool(options))


def is_stone(file: str) -> bool:
    return re.sub(r"(/index)?\.html$", "", file) in STONES


def test_each_page_but_what_is_gone_names_its_own_address(published: Published) -> None:
    for file, page in published.pages():
        said = re.findall('<link rel="canonical" href="([^"]*)"', page)
        own = published.url and not is_stone(file)
        assert said == ([published.address(file)] if own else []), file


def test_the_sitemap_names_every_page_once_but_what_is_gone(published: Published) -> None:
    text = (published.folder / "sitemap.xml").read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314 - made by this test
    named = [each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = [published.address(file) for file, _ in published.pages() if not is_stone(file)]
    assert sorted(map(str, named)) == (sorted(pages) if published.url else [])
    changed = re.search("port-varn/?(?:.html)?</loc>\\s*<lastmod>(.*?)<", text)
    assert (changed and changed[1]) == ("2019-06-02" if published.url else None)
    assert ("<lastmod>2019-05<" in text) == bool(published.url), "published on one of two days"


def test_robots_are_led_to_the_sitemap(published: Published) -> None:
    robots = published.folder / "robots.txt"
    assert robots.exists() == bool(published.url)
    if published.url:
        (sitemap,) = re.findall("(?m)^Sitemap: (.+)$", robots.read_text("utf-8"))
        assert published.file(sitemap).name == "sitemap.xml"


def test_the_feed_and_what_it_names_are_found(published: Published) -> None:
    feeds = set()
    for file, page in published.pages():
        (link,) = re.findall('type="application/atom.xml" title="Corrections" href="(.*?)"', page)
        feeds.add(published.file(urljoin(published.address(file), unescape(link))))
    assert feeds == {published.folder / "data/corrections.atom"}
    at = published.address("data/corrections.atom")
    feed = ET.parse(published.folder / "data/corrections.atom").getroot()  # noqa: S314
    hrefs = [link.attrib["href"] for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert len(hrefs) == 3
    opened = [published.file(urljoin(at, href)) for href in hrefs]
    assert all(path.is_file() for path in opened)
    assert re.search(r"places/port-varn(/index)?\.html$", opened[-1].as_posix())


def test_every_address_of_the_data_opens_what_it_names(published: Published) -> None:
    """Each page, and each part of a page; what is named after a page is no part of it."""
    data = json.loads((published.folder / "data/dossier.json").read_text("utf-8"))
    named = {"", "this"} | {
        f"{each['from']}.{each['type']}.{each['to']}" for each in data["relations"]
    }
    checked = 0
    for name in ("graph.jsonld", "annotations.jsonld", "places.geojson", "cite/citations.json"):
        at = published.address(f"data/{name}")
        for value in strings(json.loads((published.folder / "data" / name).read_text("utf-8"))):
            whole = urljoin(at, value) if value.startswith("../") else value
            if not whole.startswith(published.url or NOWHERE):
                continue
            path, anchor = published.file(whole), unquote(urldefrag(whole).fragment)
            assert path.is_file(), (name, value)
            if path.suffix == ".html" and anchor not in named:
                assert f'id="{anchor}"' in path.read_text("utf-8"), (name, value)
            checked += 1
    assert checked > 50


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        # The context names terms, not pages.
        yield from (s for key, each in value.items() if key != "@context" for s in strings(each))
    elif isinstance(value, list):
        yield from (found for each in value for found in strings(each))
    elif isinstance(value, str):
        yield value
