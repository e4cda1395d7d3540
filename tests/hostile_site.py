"""Projects to be filled with hostile input, and what is asked of whatever comes of it."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from support import ROOT, copy_project

MEMORY, SECONDS = 2_000_000_000, 300
"""What one run may take: many times what it needs, and far below what it would without bounds."""


def ferry_project(folder: Path) -> Path:
    """Make a project of the ferry dossier with this one's hooks, theme and settings."""
    root = copy_project(folder)
    for inside in ("docs/actors", "docs/places", "docs/timeline", "seeds", "docs/basemap"):
        shutil.rmtree(root / inside)
    shutil.copytree(ROOT / "tests" / "ferry", root, dirs_exist_ok=True)
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("recapture-of-palmyra", "ferry-aground-event")
    config.write_text(text.replace("drafts: serve", "drafts: always"), "utf-8")
    return root


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module as a command in the project, within bounds of time and memory."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    path = os.pathsep.join([str(root / "hooks"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="backslashreplace",
        preexec_fn=bounded,
        check=False,
    )


def problems(root: Path) -> dict[str, list[str]]:
    """Return path → its problems, as ``dossier check`` says them: each a line with a way out."""
    said = run(root, "dossier.cli", "check")
    assert said.returncode in (0, 1), said.stdout[-2_000:]
    assert "Traceback" not in said.stdout, said.stdout[-2_000:]
    found: dict[str, list[str]] = {}
    for line in said.stdout.splitlines():
        if ": " not in line or line.endswith((" problems", " problem")):
            continue
        assert len(line) < 2_000, line
        assert "; " in line, line
        found.setdefault(line.split(":")[0], []).append(line)
    return found


def outside(root: Path) -> set[str]:
    """Return what stands beside and in the project, but not in its site or what it keeps."""
    return {
        path.relative_to(root.parent).as_posix()
        for path in root.parent.rglob("*")
        if not {"site", ".cache", "__pycache__"} & set(path.parts)
    }


def built(root: Path, *options: str) -> Path:
    """Build the site, and return its folder; nothing is written beside it."""
    before = outside(root)
    said = run(root, "mkdocs", "build", "--strict", "--site-dir", "site", *options)
    assert said.returncode == 0, said.stdout[-2_000:]
    assert outside(root) == before
    return root / "site"
