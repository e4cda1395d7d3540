"""The house holds its shape: imports point down one list, the core knows no site generator."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

CORE = ROOT / "hooks" / "dossier"

# Each module may import those above it.  A new module gets its place here.
ORDER = (
    "model",
    "problems",
    "json_text",
    "side_by_side",
    "packed",
    "edtf_remedy",
    "edtf",
    "joined",
    "yaml_faults",
    "yaml_text",
    "mending",
    "plain_text",
    "values",
    "fields",
    "forms",
    "schema_parts",
    "schema",
    "front_matter",
    "misplaced",
    "bounds",
    "records",
    "kept",
    "read",
    "names",
    "times",
    "speech",
    "figures",
    "proposals",
    "finding",
    "locate",
    "stretches",
    "dating",
    "saying",
    "literal",
    "join",
    "pruning",
    "checking",
    "check_places",
    "check_sources",
    "check_events",
    "check_figures",
    "check",
    "check_faulty",
    "prose_lines",
    "check_citations",
    "check_links",
    "check_html",
    "check_blocks",
    "check_files",
    "check_prose",
    "drafts",
    "draw",
    "write",
    "export",
    "project",
    "config",
    "readout",
    "drafting",
    "starting",
    "editors",
    "terminal",
    "tree",
    "site",
    "build",
    "store",
    "reuse",
    "registering",
    "packing",
    "swapping",
    "guarding",
    "revision",
    "comparing",
    "cli_new",
    "cli",
)
"""The top-level modules and packages of hooks/dossier; a package is one place in the list."""

FUNCTION_LINES = 60
FILE_LINES = 400

# In pieces, so that this file does not hold what it looks for.
OTHERS_MACHINES = (
    r"(pypi|pythonhosted|npmjs|debian)[.](org|com)" + r"|(^|[^a-z])/(" + r"work|root|tmp)/"
)
FOR_ANY_USER = (":!docs", ":!README.md", ":!CONTRIBUTING.md", ":!.gitignore", ":!*.svg")


def modules() -> list[Path]:
    return sorted(CORE.rglob("*.py"))


def place_of(path: Path) -> str:
    """Return the entry of ORDER a file belongs to, or an empty string for the package itself."""
    return path.relative_to(CORE).with_suffix("").parts[0].replace("__init__", "")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Give (line, absolute dotted name) of every import in a file, wherever it stands."""
    package = ["dossier", *path.relative_to(CORE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = [*base, *([node.module] if node.module else [])]
            yield from ((node.lineno, ".".join([*stem, alias.name])) for alias in node.names)


def python_files() -> list[Path]:
    return sorted([*(ROOT / "hooks").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def git_grep(*arguments: str) -> str:
    """Return the lines found in tracked files; an error of git's own fails the test."""
    result = subprocess.run(
        # A checkout may belong to another user than the one who tests it, as in containers.
        ["git", "-c", f"safe.directory={ROOT}", "grep", "-nI", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in {0, 1}, result.stderr
    return result.stdout


def test_every_module_has_its_place_in_the_list() -> None:
    strangers = sorted({place_of(path) for path in modules()} - {*ORDER, ""})
    assert not strangers, f"give them a place in ORDER: {strangers}"


@pytest.mark.parametrize("path", modules(), ids=named)
def test_imports_point_down_the_list(path: Path) -> None:
    here = place_of(path)
    allowed = set(ORDER[: ORDER.index(here)]) | {here} if here in ORDER else set()
    upwards = [
        f"{named(path)}:{line}: imports {name}"
        for line, name in imported(path)
        if name.split(".")[0] == "dossier" and name.split(".")[1] not in allowed
    ]
    assert not upwards, "\n".join(upwards)


@pytest.mark.parametrize("path", modules(), ids=named)
def test_the_core_imports_no_site_generator(path: Path) -> None:
    generators = {"mkdocs", "mkdocs_hooks", "material", "properdocs", "zensical", "pymdownx"}
    found = [name for _, name in imported(path) if name.split(".")[0] in generators]
    assert not found, f"{named(path)} imports {found}"


def test_no_function_is_too_long() -> None:
    long = [
        f"{named(path)}:{node.lineno}: {node.name} has {length} lines"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_no_file_is_too_long() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    long = {name: lines for name, lines in lengths.items() if lines > FILE_LINES}
    assert not long, f"over {FILE_LINES} lines: {long}"


def test_every_module_says_what_it_does() -> None:
    silent = [
        named(path)
        for path in python_files()
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not silent, f"open with a docstring of at most three sentences: {silent}"


def test_the_hooks_know_nothing_of_this_event() -> None:
    found = git_grep("-i", "palmyra", "--", "hooks")
    assert not found, f"another event must need no code:\n{found}"


def test_nothing_tracked_names_a_registry_or_a_machine() -> None:
    found = git_grep("-E", OTHERS_MACHINES, "--", ".", *FOR_ANY_USER)
    assert not found, found


def test_the_pattern_above_finds_what_it_is_for() -> None:
    for bad in (f"https://files.python{'hosted.org'}/x", f"cd /{'work'}/main", f"/{'tmp'}/x"):
        assert re.search(OTHERS_MACHINES, bad), bad
    for good in ("docs/work/x", "framework/main", "src/tmp/x"):
        assert not re.search(OTHERS_MACHINES, good), good
