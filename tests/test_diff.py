"""``dossier diff``: the pages that differ from a revision, and the changed facts in words."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from support import ROOT

CONFIG = "site_name: The ferry\nextra: {dossier: {event: ferry-aground-event}}\n"


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """The ferry dossier in a folder of a repository, committed."""
    root = tmp_path / "repository" / "ferry"
    shutil.copytree(ROOT / "tests/ferry", root)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    released = "# Changes\n\n## 1.0.0 - 2026-11-22\n\n- The first.\n"
    (root / "CHANGELOG.md").write_text(released, encoding="utf-8")
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "--quiet", "--message", "The ferry")
    return root


def diff(root: Path, *arguments: str) -> list[str]:
    result = CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), "diff", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_differs_from_itself(ferry: Path) -> None:
    assert diff(ferry, "HEAD") == ["Nothing differs from HEAD."]


def test_a_changed_date_is_said_in_words(ferry: Path) -> None:
    edit(ferry / "docs/timeline/buoy-laid.md", "date: 2017-06", "date: 2017-06-03/2017-06-05")
    lines = diff(ferry, "HEAD")
    assert "changed  timeline/buoy-laid/" in lines
    assert "buoy-laid: date 2017-06 → 2017-06-03/2017-06-05" in lines


FACTS = [
    ("docs/actors/otto-reen.md", "kind: person", "kind: captain",
     "otto-reen: kind person → captain"),
    ("docs/actors/otto-reen.md", "names: [Otto Reen]", "names: [Otto Reen, Reen]",
     "otto-reen: names with Reen"),
    ("docs/places/sandle-point.md", "radius_km: 2", "radius_km: 3",
     "sandle-point: location lat 61.5, lon 17.5, precision site, radius_km 2 → lat 61.5"),
    ("docs/places/sandle-point.md", "since 2017", "since 2018",
     "sandle-point: status marked with a buoy since 2017 → marked with a buoy since 2018"),
    ("docs/actors/dahl-lines.md", "owns the", "owned the", "dahl-lines: its prose"),
    ("seeds/ferry-aground.yml", "Where the ferry struck", "Where it struck",
     "ferry-aground: guides 1: Where the ferry struck and what it lost. → Where it struck"),
    ("docs/timeline/kestrel-strikes.md", "verdict: agrees", "verdict: adds", "kestrel-strikes: "),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "said"), FACTS, ids=lambda each: str(each)[:40])
def test_changed_facts_are_said(ferry: Path, path: str, old: str, new: str, said: str) -> None:
    edit(ferry / path, old, new)
    assert any(line.startswith(said) for line in diff(ferry, "HEAD"))


def test_pages_come_and_go(ferry: Path) -> None:
    (ferry / "docs/timeline/buoy-laid.md").unlink()
    (ferry / "docs/places/otter-rock.md").write_text(
        "---\ntitle: Otter Rock\nkind: rock\n---\n", encoding="utf-8"
    )
    lines = diff(ferry, "main")
    assert "added    places/otter-rock/" in lines
    assert "removed  timeline/buoy-laid/" in lines
    assert "otter-rock: place added, “Otter Rock”" in lines
    assert any(line.startswith("buoy-laid: event removed") for line in lines)


RENAMES = [
    ("docs/actors/otto-reen.md", "docs/actors/o-reen.md", "otto-reen: renamed to o-reen"),
    ("docs/places/sandle-point.md", "docs/places/the-point.md",
     "sandle-point: renamed to the-point"),
    ("docs/timeline/ferry-aground-event.md", "docs/timeline/aground.md",
     "ferry-aground-event: renamed to aground"),
    ("seeds/harbour-yearbook.yml", "seeds/yearbook.yml", "harbour-yearbook: renamed to yearbook"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), RENAMES)
def test_what_is_renamed_everywhere_is_said_once(
    ferry: Path, old: str, new: str, said: str
) -> None:
    (ferry / old).rename(ferry / new)
    for path in [*ferry.rglob("*.md"), *ferry.rglob("*.yml")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"\b{Path(old).stem}\b", Path(new).stem, text), encoding="utf-8")
    assert main(["-f", str(ferry / "mkdocs.yml"), "check"], standalone_mode=False) is None
    lines = diff(ferry, "HEAD")
    assert lines[lines.index("") + 1 :] == [said]


def test_what_a_mistake_takes_with_it_is_put_down_to_the_mistake(ferry: Path) -> None:
    edit(ferry / "docs/actors/otto-reen.md", "kind:", "kinds:")
    lines = diff(ferry, "HEAD")
    assert any(
        "(‘dossier check’): records that have one count as removed" in line for line in lines
    )
    assert "otto-reen: actor removed, “Otto Reen”" in lines


def test_markdown_means_the_words_of_the_records(ferry: Path) -> None:
    edit(ferry / "docs/actors/otto-reen.md", "kind: person", "kind: <x>2*3*4</x>")
    text = "\n".join(diff(ferry, "HEAD", "--format", "markdown"))
    assert r"otto-reen: kind person → \<x\>2\*3\*4\</x\>" in text


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD~7"])
def test_an_unknown_revision_is_said_in_a_line(ferry: Path, base: str) -> None:
    result = CliRunner().invoke(main, ["-f", str(ferry / "mkdocs.yml"), "diff", "--", base])
    assert result.exit_code == 1
    assert "revision" in result.output


def test_a_folder_without_git_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    result = CliRunner().invoke(main, ["-f", str(tmp_path / "mkdocs.yml"), "diff", "HEAD"])
    assert result.exit_code == 1
    assert "Error: " in result.output
