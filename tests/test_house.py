"""What surrounds the code: locked versions, workflows with the least rights, the two commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker

from support import ROOT

LOCKS = ("requirements.txt", "requirements-test.txt")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; ([^\\]+))? \\$", re.MULTILINE)
WORKFLOWS = sorted((ROOT / ".github").rglob("*.yml"))


def pins(lock: str) -> set[tuple[str, str, str]]:
    """Return (name, version, marker) of each locked package."""
    found = PIN.findall((ROOT / lock).read_text("utf-8"))
    return {(name, version, marker.strip()) for name, version, marker in found}


def normal(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_version_has_its_hashes(lock: str) -> None:
    blocks = re.split(r"(?m)^(?=[a-z0-9])", (ROOT / lock).read_text("utf-8"))
    unhashed = [block.split()[0] for block in blocks if "==" in block and "sha256:" not in block]
    assert pins(lock)
    assert not unhashed


def test_the_tests_run_on_the_versions_that_the_site_is_built_with() -> None:
    assert pins("requirements.txt") <= pins("requirements-test.txt")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    for lock, wanted in (
        ("requirements.txt", [*project["project"]["dependencies"], *groups["build"]]),
        ("requirements-test.txt", groups["test"]),
    ):
        missing = {normal(name) for name in wanted} - {name for name, _, _ in pins(lock)}
        assert not missing, f"run make lock: {lock} lacks {sorted(missing)}"


def test_each_promised_python_is_tested_and_tools_take_the_oldest() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, tools = settings["project"], settings["tool"]
    versions = [each.rpartition(" ")[2] for each in project["classifiers"]]
    oldest = versions[0]
    assert project["requires-python"] == f">={oldest}"
    assert tools["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    assert tools["mypy"]["python_version"] == oldest
    assert f"--python-version {oldest} " in (ROOT / "Makefile").read_text("utf-8")
    check = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert f"python: {json.dumps(versions)}\n" in check
    assert f"for version in {' '.join(versions)}; do" in check
    said = (ROOT / "docs/about/method.md").read_text("utf-8")
    assert f"out of Python {', '.join(versions[:-1])} and {versions[-1]}." in said


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("version", ["3.11.0", "3.11.9", "3.12.0", "3.13.0", "3.14.0"])
def test_under_each_python_each_dependency_is_locked_once(version: str, lock: str) -> None:
    python = {"python_version": version.rpartition(".")[0], "python_full_version": version}
    found = [
        name for name, _, marker in pins(lock) if not marker or Marker(marker).evaluate(python)
    ]
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {normal(each) for each in dependencies["dependencies"]} <= {*found}
    assert len(found) == len({*found})


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_run_only_what_a_full_commit_names(workflow: Path) -> None:
    used = re.findall(r"uses:\s*(\S+)", workflow.read_text("utf-8"))
    loose = [name for name in used if not re.search(r"@[0-9a-f]{40}$", name)]
    assert not loose, f"pin them by commit: {loose}"


def test_the_lock_is_audited_when_it_changes_and_every_week() -> None:
    audit = (ROOT / ".github/workflows/audit.yml").read_text("utf-8")
    assert "schedule:" in audit
    assert audit.count('paths: ["requirements*.txt"') == 2
    assert re.search(r"pip install \S+ pip-audit==\d", audit)
    assert "--require-hashes --disable-pip --requirement requirements-test.txt" in audit


def test_workflows_hold_no_secrets_and_no_rights_of_their_own() -> None:
    for workflow in (path for path in WORKFLOWS if path.parent.name == "workflows"):
        text = workflow.read_text("utf-8")
        assert re.search(r"^permissions: \{\}$", text, re.MULTILINE), workflow
        assert "secrets." not in text, workflow
        assert "pull_request_target" not in text, workflow


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    result = subprocess.run(
        [Path(sys.executable).parent / "zizmor", "--offline", "--pedantic", "--quiet", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"


def test_the_readme_names_the_two_commands_and_make_knows_them() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in ("serve", "test", "build", "help"):
        assert f"make {command}" in readme
        assert re.search(rf"^{command}:.*## ", makefile, re.MULTILINE), command


@pytest.mark.parametrize("processes", ["0", "2"])
def test_what_needs_a_browser_is_counted_where_there_is_none(processes: str) -> None:
    environment = {**os.environ, "BROWSER_PATH": "nowhere"}
    environment.pop("CI", None)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", processes]
    result = subprocess.run(
        [*command, "tests/test_offline.py", "-k", "click or search"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
    assert "NOT CHECKED" in result.stdout
    assert "2 tests did not run: they need a browser" in result.stdout
