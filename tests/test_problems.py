"""Every mistake is named with file, line and the way out, and nothing else is reported.

The cases are data: tests/problems/*.yml.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.build import build_dossier

HERE = Path(__file__).parent
CONFIG = "site_name: The ferry\nextra:\n  dossier:\n    event: ferry-aground-event\n"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted((HERE / "problems").glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A copy of the ferry dossier to break."""
    root = tmp_path / "ferry"
    shutil.copytree(HERE / "ferry", root)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return root


def test_the_whole_dossier_has_no_problem(ferry: Path) -> None:
    assert [str(p) for p in build_dossier(ferry / "mkdocs.yml").problems] == []


@pytest.mark.parametrize("case", _cases())
def test_a_mistake_is_named(case: dict[str, Any], ferry: Path) -> None:
    for path, content in case.get("files", {}).items():
        (ferry / path).parent.mkdir(parents=True, exist_ok=True)
        (ferry / path).write_text(content, encoding="utf-8")
    for path, (old, new) in case.get("replace", {}).items():
        text = (ferry / path).read_text(encoding="utf-8")
        assert old in text
        (ferry / path).write_text(text.replace(old, new), encoding="utf-8")
    for path, numbers in case.get("bytes", {}).items():
        (ferry / path).write_bytes(bytes(numbers))
    problems = [str(p) for p in build_dossier(ferry / "mkdocs.yml").problems]
    assert len(problems) == len(case["expect"]), problems
    for problem, expected in zip(problems, sorted(case["expect"]), strict=True):
        assert problem.startswith(expected)
        assert "; " in problem


def test_all_problems_are_reported_at_once(ferry: Path) -> None:
    (ferry / "docs/actors/otto-reen.md").write_text(
        "---\ntitle: Otto Reen\n---\n", encoding="utf-8"
    )
    (ferry / "docs/places/eastholm.md").write_text("no front matter\n", encoding="utf-8")
    (ferry / "seeds/another.txt").write_text("Nothing.\n", encoding="utf-8")
    paths = [p.path for p in build_dossier(ferry / "mkdocs.yml").problems]
    assert paths == ["docs/actors/otto-reen.md", "docs/places/eastholm.md", "seeds/another.txt"]
