"""Pages that are kept while serving are those that would be written anew: after any edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.build import build_dossier
from dossier.write import memory
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
    before = list(memory.LAST)
    memory.LAST.clear()
    files = build_dossier(root / "mkdocs.yml", serving=True).everything()
    memory.LAST[:] = before
    return files


@pytest.mark.parametrize("path", FILES)
def test_an_edit_shows_as_in_a_clean_build(path: str, ferry: Path) -> None:
    before = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
    file = ferry / path
    if file.suffix == ".md":  # prose alone: the pages of other records are kept
        text = file.read_text(encoding="utf-8")
        file.write_text(text.rstrip() + " It has been looked at again.\n", encoding="utf-8")
        after = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
        assert after == clean(ferry)
        assert after != before
    with file.open("a", encoding="utf-8") as opened:
        opened.write(MORE[file.suffix])
    assert build_dossier(ferry / "mkdocs.yml", serving=True).everything() == clean(ferry)
    file.unlink()
    assert build_dossier(ferry / "mkdocs.yml", serving=True).everything() == clean(ferry)


def made_anew(root: Path, path: str, old: str, new: str) -> set[object]:
    """Edit a file, and return the keys of what is then made anew."""
    build_dossier(root / "mkdocs.yml", serving=True).everything()
    before = dict(memory.LAST[0].made)
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    again = build_dossier(root / "mkdocs.yml", serving=True)
    assert not again.problems
    again.everything()
    after = memory.LAST[0].made
    return {key for key, made in after.items() if before.get(key) is not made}


def test_an_edit_of_prose_makes_its_own_page_anew_and_no_other(ferry: Path) -> None:
    text = (ferry / "docs/actors/otto-reen.md").read_text(encoding="utf-8")
    new = made_anew(ferry, "docs/actors/otto-reen.md", text, f"{text}\nOne more sentence.\n")
    path = "actors/otto-reen.md"
    assert new == {(what, path) for what in ("page", "text", "entries")} | {
        key for key in new if isinstance(key, tuple) and key[0] == "words"
    }


def test_an_edit_of_a_guide_leaves_pages_that_do_not_show_it(ferry: Path) -> None:
    new = made_anew(ferry, "seeds/ferry-aground.yml", "guide: Where", "guide: Once more where")
    assert ("page", "sources/ferry-aground.md") in new
    assert "data" in new
    assert not {("page", "timeline/index.md"), ("page", "about/method.md")} & new


@pytest.mark.parametrize(
    ("path", "front", "pairs"),
    [
        (
            "actors/otto-reen.md",
            "title: Otto Reen\nkind: person\nlinks",
            ("wikidata: Q1", "website: https://a.b/"),
        ),
        ("about/method.md", "title: Method\nsearch", ("boost: 2", "exclude: true")),
    ],
)
def test_another_order_of_the_same_is_written_the_same(
    path: str, front: str, pairs: tuple[str, str], ferry: Path
) -> None:
    file = ferry / "docs" / path
    file.parent.mkdir(exist_ok=True)
    written = []
    for order in (pairs, reversed(pairs)):
        file.write_text(f"---\n{front}: {{{', '.join(order)}}}\n---\n", encoding="utf-8")
        written.append(build_dossier(ferry / "mkdocs.yml", serving=True).everything())
    assert written[0] == written[1] == clean(ferry)


def test_a_new_title_is_on_every_page_that_gives_it(ferry: Path) -> None:
    text = (ferry / "docs/places/eastholm.md").read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("title: "))
    made_anew(ferry, "docs/places/eastholm.md", old, "title: Eastholm Harbour")
    after = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
    assert after == clean(ferry)


def test_an_event_whose_place_is_on_no_map_is_kept_when_another_place_is_edited(
    ferry: Path,
) -> None:
    new = made_anew(ferry, "docs/places/sandle-point.md", "title: Sandle", "title: The Sandle")
    assert ("page", "timeline/ferry-aground-event.md") in new
    assert ("page", "timeline/ferry-leaves.md") not in new


def test_nothing_is_kept_of_a_build_for_publication(ferry: Path) -> None:
    memory.LAST.clear()
    build_dossier(ferry / "mkdocs.yml")
    assert not memory.LAST


EDITS = (
    [("docs/actors/otto-reen.md", "title: Otto Reen", "title: Captain Reen\nalso: [Skipper]")],
    [("docs/places/eastholm.md", "kind: town", "kind: village\npart_of: varn-bay")],
    [
        (
            "docs/places/varn-bay.md",
            "---\ntitle",
            "---\nlocation: {lat: 1, lon: 2, precision: site}\ntitle",
        )
    ],
    [("seeds/ferry-aground.yml", "called:", "called:\n  otto-reen: [captain]")],
    [("seeds/ferry-aground.yml", "publish: full", "publish: full\nnote: Is the day right?")],
    [("docs/actors/dahl-lines.md", "kind:", "kidn:")],
    [
        ("docs/actors/dahl-lines.md", "kidn:", "kind:"),
        ("docs/timeline/ferry-leaves.md", "title: ", "graphic: true\ntitle: Again, "),
    ],
    [
        ("mkdocs.yml", "event: ferry-aground-event", "event: ferry-leaves\n    drafts: never"),
        ("docs/actors/norrland-coastguard.md", "kind:", "side: coastguards\nkind:"),
    ],
    [("mkdocs.yml", "drafts: never", "drafts: always")],
    [("mkdocs.yml", "site_name: The ferry", "site_name: Aground")],
)
"""Names, kinds, places, descriptions, questions, a mistake, two files at once, the settings."""


def test_one_edit_after_the_other_shows_as_in_a_clean_build(ferry: Path) -> None:
    before = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
    for edit in EDITS:
        for path, old, new in edit:
            text = (ferry / path).read_text(encoding="utf-8")
            assert old in text, (path, old)
            (ferry / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        after = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
        assert after == clean(ferry), edit
        assert after != before, edit
        before = after


def test_what_is_asked_for_late_is_of_the_build_that_left_it(ferry: Path) -> None:
    first = build_dossier(ferry / "mkdocs.yml", serving=True)
    file = ferry / "docs/actors/otto-reen.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Otto Reen", "Ottokar Reen"), encoding="utf-8")
    second = build_dossier(ferry / "mkdocs.yml", serving=True)
    said = second.everything()
    assert "Ottokar" in said["search/index.js"]
    assert "Ottokar" not in first.everything()["search/index.js"]
    assert build_dossier(ferry / "mkdocs.yml", serving=True).everything() == said == clean(ferry)


def test_a_page_is_made_no_sooner_than_somebody_asks_for_it(ferry: Path) -> None:
    build_dossier(ferry / "mkdocs.yml", serving=True).everything()
    file, path = ferry / "docs/actors/otto-reen.md", "actors/otto-reen.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Otto Reen", "Ottokar Reen"), encoding="utf-8")
    edited = build_dossier(ferry / "mkdocs.yml", serving=True)
    made = memory.LAST[0].made
    assert path in edited.late
    assert ("page", path) not in made
    assert "Ottokar Reen" in edited.late[path]()
    assert ("page", path) in made
    assert ("page", "timeline/index.md") not in made
    assert edited.everything() == clean(ferry)
