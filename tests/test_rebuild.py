"""While serving, a rebuilt site equals a clean one byte for byte."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BUILD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for site in sys.stdin:
    config = load_config("mkdocs.yml", site_dir=site.strip())
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    print("built", flush=True)
"""
"""Builds as ``mkdocs serve`` does, in one process: into each folder that a line names."""

EDITS = (
    (
        ("docs/actors/reuters.md", r"\Z", "\nOne more word.\n"),
        ("seeds/battle-for-palmyra.yml", "The outcome in", "What came of it, in"),
    ),
    (("docs/places/geneva.md", r"(?m)^title: .*$", "title: City of Geneva"),),
    (("docs/actors/reuters.md", r"(?m)^kind:", "kidn:"),),
)
"""Prose and a source's guide, a name that other pages link, a mistake."""


class Builder:
    """A process that builds a project, again and again."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def build(self, site: Path) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{site}\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith("built"):
                return
        raise AssertionError("the build has ended")


@contextmanager
def builder(project: Path) -> Iterator[Builder]:
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        yield Builder(process)


def contents(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1)
    assert changed != text
    (project / path).write_text(changed, encoding="utf-8")


def test_a_rebuilt_site_equals_a_clean_one(project: Path, tmp_path: Path) -> None:
    with builder(project) as warm:
        warm.build(tmp_path / "first")
        seen = [contents(tmp_path / "first")]
        for number, edits in enumerate(EDITS):
            for each in edits:
                edit(project, *each)
            warm.build(tmp_path / f"warm-{number}")
            with builder(project) as cold:
                cold.build(tmp_path / f"clean-{number}")
            clean = contents(tmp_path / f"clean-{number}")
            assert contents(tmp_path / f"warm-{number}") == clean, edits
            assert clean not in seen, f"the edit shows nowhere: {edits}"
            seen.append(clean)
