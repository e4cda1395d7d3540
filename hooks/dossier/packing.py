"""Packs a site built to be read without a server: as one zip, as a book, and printed.

``python -m dossier.packing FOLDER`` writes FOLDER.zip and FOLDER.epub, the same bytes whenever it
is packed; where it finds a Chromium it prints the page of the whole to FOLDER.pdf.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from .export.epub import MIMETYPE, Book, epub_files
from .export.feed import PATH as FEED
from .terminal import progress

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; when a file was packed is of no interest."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FIRST = ("index.html", "timeline/index.html")
_SECTIONS = (
    ("actors/index.html", "actors"),
    ("places/index.html", "places"),
    ("statements.html", ""),
    ("questions.html", ""),
    ("sources/index.html", "sources"),
    ("about/index.html", ""),
)
_RIGHTS = (
    "Text and data: Creative Commons Attribution 4.0 International (CC BY 4.0). "
    "Quotations belong to their publishers."
)


def zipped(files: Mapping[str, bytes], first: str | None = None) -> bytes:
    """Return a zip of path → content, in order of path; ``first`` is a file that is not packed."""
    out = io.BytesIO()
    order = sorted(files, key=lambda path: (path != first, path))
    with zipfile.ZipFile(out, "w") as archive:
        for path in order:
            entry = zipfile.ZipInfo(path, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if path == first else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return out.getvalue()


def book_of(folder: Path) -> bytes:
    """Return the book of a folder built with addresses that end in ``.html``."""
    data = json.loads((folder / "data/dossier.json").read_text(encoding="utf-8"))
    pages = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }
    feed = (folder / FEED).read_text(encoding="utf-8")
    updated = re.search(r"<updated>([^<]+)</updated>", feed)
    title = data["title"]
    book = Book(title, f"Contributors to {title}", _RIGHTS, updated[1] if updated else "")
    order = list(dict.fromkeys(_order(data, pages)))
    files = {path: text.encode() for path, text in epub_files(book, pages, order).items()}
    return zipped({**files, "mimetype": MIMETYPE.encode()}, first="mimetype")


def _order(data: Mapping[str, list[Mapping[str, str]]], pages: Mapping[str, str]) -> Iterator[str]:
    """Give the pages as they are read: Home, the events in time, who, where, what, sources."""
    yield from _FIRST
    yield from (event["page"] for event in data["events"])
    for index, kind in _SECTIONS:
        yield index
        yield from (record["page"] for record in data.get(kind, ()))
    yield from (path for path in sorted(pages) if path.startswith("about/"))


def print_whole(folder: Path) -> bool:
    """Print the page of the whole to a PDF beside the folder; False without page or browser."""
    page = folder / "whole.html"
    browser = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, _BROWSERS)), "")
    if not browser or not page.is_file():
        return False
    target = folder.with_name(f"{folder.name}.pdf").resolve()
    new = target.with_name(f"{target.name}.new")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    done = subprocess.run(  # noqa: S603 - the browser of this machine, on a file just built
        [
            browser,
            "--headless",
            *(["--no-sandbox"] if root else []),  # Chromium refuses to run as root with it
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={new}",
            page.resolve().as_uri(),
        ],
        capture_output=True,
        timeout=300,
        check=False,
    )
    if done.returncode or not new.is_file():
        return False
    new.replace(target)
    return True


def _put(path: Path, content: bytes) -> None:
    """Write a file in one step: who is ended on the way leaves the one before."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def main() -> None:
    folder = Path(sys.argv[1])
    files = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    with progress("Packing"):
        _put(folder.with_name(f"{folder.name}.zip"), zipped(files))
        _put(folder.with_name(f"{folder.name}.epub"), book_of(folder))
    with progress("Printing"):
        printed = print_whole(folder)
    if not printed:
        sys.stdout.write("No Chromium found, or no page of the whole: there is no PDF.\n")


if __name__ == "__main__":
    main()
