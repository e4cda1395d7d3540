"""Writes the whole docs tree into a folder of its own, beside the assets it needs."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

_MARK = ".dossier-tree"
"""The file by which a tree is known as one, and may be replaced."""


_HREF = re.compile(r'(<a\b[^<>]*?\shref=")([^"#/][^":]*)(?=")')
"""An address in HTML that leads from a page to another of the same site."""


def from_files(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return the files, addresses in HTML relative to the folder of their file.

    The build gives them as a browser has them, from ``x/`` of ``x.md``; a generator that reads a
    tree (Zensical 0.0.73) takes them from where the file lies, and adds the step itself.
    """
    return {path: _from_file(path, content) for path, content in files.items()}


def _from_file(path: str, content: str | bytes) -> str | bytes:
    name = posixpath.basename(path).removesuffix(".md")
    if isinstance(content, bytes) or not path.endswith(".md") or name in ("index", "README"):
        return content

    def address(found: re.Match[str]) -> str:
        start, href = found[1], found[2]
        up = href.startswith("../")
        return start + ((href[3:] or "./") if up else f"{name}/{href.removeprefix('./')}")

    return _HREF.sub(address, content)


def dated(files: Mapping[str, str | bytes], updated: Mapping[str, str]) -> dict[str, str | bytes]:
    """Return the files, each page with the date of its last change, for the list of pages."""
    return {path: _dated(content, updated.get(path)) for path, content in files.items()}


def _dated(content: str | bytes, date: str | None) -> str | bytes:
    if date is None or isinstance(content, bytes):
        return content
    return content.replace("---\n", f"---\nchanged: '{date}'\n", 1)


def write_tree(files: Mapping[str, str | bytes], docs: Path, folder: Path) -> int:
    """Write ``files`` and the assets of ``docs``; return how many files there are.

    Raises ValueError where that could harm: into docs, or over what is no such tree.
    """
    whole = _emptied(folder, docs)
    for path, content in files.items():
        target = whole / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    assets = list(_assets(docs))
    for inside in assets:
        target = whole / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(docs / inside, target)
    return len(files) + len(assets)


def _emptied(folder: Path, docs: Path) -> Path:
    whole = folder.resolve()
    if whole.is_relative_to(docs.resolve()) or docs.resolve().is_relative_to(whole):
        raise ValueError(f"{folder} and {docs.name} lie within one another; choose another folder")
    if whole.exists():
        if not whole.is_dir():
            raise ValueError(f"{folder} is a file; choose a folder")
        if any(whole.iterdir()) and not (whole / _MARK).is_file():
            raise ValueError(f"{folder} is not empty; choose an empty folder")
        shutil.rmtree(whole)
    whole.mkdir(parents=True)
    told = "Written by ‘dossier write’, and replaced by it.\n"
    (whole / _MARK).write_text(told, encoding="utf-8")
    return whole


def _assets(docs: Path) -> Iterator[Path]:
    """Give the paths of what is published as it is: no pages, no links, nothing hidden."""
    for path in sorted(docs.rglob("*")):
        inside = path.relative_to(docs)
        aside = inside.parts[0] == "basemap" or any(part.startswith(".") for part in inside.parts)
        if path.is_file() and not path.is_symlink() and not aside and path.suffix != ".md":
            yield inside
