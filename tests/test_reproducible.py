"""The same input gives the same bytes, whatever the machine, its clock and its folders are like."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from support import copy_project, run_mkdocs

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
# Without a locale that knows UTF-8: who opens a file without naming its encoding is found out.
THERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONHASHSEED": "2",
}
LONG_AGO = 1_000_000_000  # seconds; file times that differ from today's


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def build(project: Path, environment: dict[str, str]) -> dict[str, str]:
    result = run_mkdocs(project, project / "site", **environment)
    assert result.returncode == 0, result.stdout
    return digests(project / "site")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A copy with another name and depth, whose files are old."""
    copy = copy_project(tmp_path / "a folder" / "with spaces")
    for path in copy.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return copy


def test_two_builds_give_the_same_bytes(project: Path, elsewhere: Path) -> None:
    one, other = build(project, HERE), build(elsewhere, THERE)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
