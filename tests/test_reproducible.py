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
# Python loads this by itself: a folder's files come in another order, as on another disk.
BACKWARDS = """
import os
for name in ("listdir", "scandir"):
    given = getattr(os, name)
    def backwards(*arguments, _given=given):
        found = _given(*arguments)
        return _Found(sorted(found, key=lambda each: getattr(each, "name", each), reverse=True))
    setattr(os, name, backwards)
class _Found(list):
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)
    def close(self):
        pass
"""
LONG_AGO = 1_000_000_000  # seconds; file times that differ from today's


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def build(project: Path, environment: dict[str, str]) -> dict[str, str]:
    address = {"SITE_URL": "https://dossier.example/"}  # with a picture for cards, and a sitemap
    result = run_mkdocs(project, project / "site", **address, **environment)
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
    (elsewhere / "sitecustomize.py").write_text(BACKWARDS, "utf-8")
    order = {"PYTHONPATH": os.pathsep.join([str(elsewhere), os.environ.get("PYTHONPATH", "")])}
    one, other = build(project, HERE), build(elsewhere, THERE | order)
    assert {"assets/social.png", "data/dossier.json", "sitemap.xml.gz"} <= one.keys()
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
