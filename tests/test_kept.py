"""Pages that are kept while serving are those that would be written anew: after any edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.build import build_dossier
from dossier.write import kept
from support import ROOT

FERRY = ROOT / "tests/ferry"
FILES = sorted(
    path.relative_to(FERRY).as_posix()
    for path in FERRY.rglob("*")
    if path.suffix in (".md", ".yml", ".txt")
)
MORE = {
    ".md": "\nMore on the [coastguard](../actors/norrland-coastguard.md).[^ferry-aground:2]\n",
    ".yml": "note: An open question.\n",
    ".txt": "\nOn Thursday Otto Reen was at Eastholm.\n",
}


def clean(root: Path) -> dict[str, str]:
    """Build with nothing kept, and keep nothing of it."""
    before = list(kept.LAST)
    kept.LAST.clear()
    files = dict(build_dossier(root / "mkdocs.yml", serving=True).files)
    kept.LAST[:] = before
    return files


@pytest.mark.parametrize("path", FILES)
def test_an_edit_shows_as_in_a_clean_build(path: str, ferry: Path) -> None:
    before = build_dossier(ferry / "mkdocs.yml", serving=True).files
    file = ferry / path
    if file.suffix == ".md":  # prose alone: the pages of other records are kept
        text = file.read_text(encoding="utf-8")
        file.write_text(text.rstrip() + " It has been looked at again.\n", encoding="utf-8")
        after = build_dossier(ferry / "mkdocs.yml", serving=True).files
        assert after == clean(ferry)
        assert after != before
    with file.open("a", encoding="utf-8") as opened:
        opened.write(MORE[file.suffix])
    assert build_dossier(ferry / "mkdocs.yml", serving=True).files == clean(ferry)
    file.unlink()
    assert build_dossier(ferry / "mkdocs.yml", serving=True).files == clean(ferry)


def test_an_edit_of_prose_keeps_what_it_does_not_change(
    ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_dossier(ferry / "mkdocs.yml", serving=True)
    file = ferry / "docs/actors/otto-reen.md"
    with file.open("a", encoding="utf-8") as opened:
        opened.write("One more sentence.\n")
    seen: list[set[str]] = []
    found = kept.kept_pages

    def watched(*arguments: object) -> object:
        pages = found(*arguments)  # type: ignore[arg-type]
        seen.append(set(pages))
        return pages

    monkeypatch.setattr("dossier.write.pages.kept_pages", watched)
    build_dossier(ferry / "mkdocs.yml", serving=True)
    assert "actors/otto-reen.md" not in seen[0]
    assert {"actors/dahl-lines.md", "timeline/buoy-laid.md", "sources/ferry-aground.md"} <= seen[0]


def test_nothing_is_kept_of_a_build_for_publication(ferry: Path) -> None:
    kept.LAST.clear()
    build_dossier(ferry / "mkdocs.yml")
    assert not kept.LAST
