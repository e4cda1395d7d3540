"""Other generators, each building the pages that ``dossier write`` gives, in its simplest way.

Sphinx and Hugo have no theme that shows what the pages' own has; theirs are as plain as can be, so
that they do less than the others.
"""

# ruff: noqa: INP001, T201 -- a part of commands, not a package
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from measuring import HUGO, PLAIN, SPHINX, Z_COLD, Z_WARM, Cost, cost

OF_HOOKS = ("hooks:", "watch:")
"""Settings that the peers do without."""
HUGO_SETTINGS = """disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
HUGO_LAYOUT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body>
</html>
"""


def program(name: str) -> str | None:
    """Return the path of a peer, from the folder that DOSSIER_PARITY names or from the PATH."""
    aside = os.environ.get("DOSSIER_PARITY", "")
    return shutil.which(name, path=f"{aside}{os.pathsep}{os.environ['PATH']}")


def versions() -> Iterator[str]:
    """Yield what each peer says of itself, or that it is not there."""
    yield f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    for name, argument in (
        ("zensical", "--version"),
        ("sphinx-build", "--version"),
        ("hugo", "version"),
    ):
        path = program(name)
        if path is None:
            yield f"{name}: not installed, left out"
            continue
        said = subprocess.run([path, argument], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - a peer
        yield f"{name}: {said.stdout.strip()}"


def write_trees(project: Path, folder: Path) -> None:
    """Write the pages of a project, with the settings of each peer."""
    tree, hugo = folder / "tree", folder / "hugo"
    tree.mkdir()
    cost([sys.executable, "-m", "dossier.cli", "write", str(tree / "docs")], project)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in settings if not line.startswith(OF_HOOKS))
    (tree / "mkdocs.yml").write_text(text, encoding="utf-8")
    (tree / "conf.py").write_text('extensions = ["myst_parser"]\nsuppress_warnings = ["*"]\n')
    shutil.copytree(tree / "docs", hugo / "content", ignore=shutil.ignore_patterns("theme"))
    for path in sorted(hugo.rglob("index.md")):
        path.rename(path.with_name("_index.md"))  # to Hugo, beside index.md there are no pages
    (hugo / "config.toml").write_text(HUGO_SETTINGS)
    for kind in ("single", "list"):
        layout = hugo / "layouts/_default" / f"{kind}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(HUGO_LAYOUT)


def build_all(folder: Path) -> Iterator[tuple[str, Cost, int]]:
    """Yield (peer, cost, pages it made), leaving out those not installed and those that fail."""
    zensical, sphinx, hugo = program("zensical"), program("sphinx-build"), program("hugo")
    tree = folder / "tree"
    for what, command, base, made in (
        (PLAIN, [sys.executable, "-m", "mkdocs", "build"], tree, "site"),
        (Z_COLD, [zensical, "build", "--clean"], tree, "site"),
        (Z_WARM, [zensical, "build"], tree, "site"),
        (SPHINX, [sphinx, "-q", "-c", ".", "docs", "sphinx"], tree, "sphinx"),
        (HUGO, [hugo, "--quiet"], folder / "hugo", "public"),
    ):
        words = [word for word in command if word]
        if len(words) == len(command):
            try:
                taken = cost(words, base)
            except RuntimeError as error:
                print(error, file=sys.stderr)
            else:
                yield what, taken, sum(1 for _ in (base / made).rglob("*.html"))
