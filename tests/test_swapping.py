"""``make build`` builds beside the site: killed at any moment, it leaves the last good one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

GENERATOR = """
import os, pathlib, sys
folder = pathlib.Path(sys.argv[-1])
folder.mkdir()
for number in range(3):
    (folder / f"{number}.html").write_text(os.environ["EDITION"])
sys.exit(os.environ.get("EXIT"))
"""
"""Stands for a site generator: pages that all say which edition they are of."""
RUN = """
import os, signal, sys
sys.path.insert(0, "")
from dossier import swapping
if os.environ.get("TWO_STEPS"):
    swapping._exchange = lambda one, other: False
left = [int(os.environ.get("KILLED_AT", 0))]
here = os.getcwd()
def heed(event, arguments):
    if event.partition(".")[0] in {"open", "os", "shutil", "ctypes"}:
        touched = any(here in str(each) for each in arguments) or event == "ctypes.dlopen"
        left[0] -= touched
        if touched and left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(heed)
sys.argv = ["swapping", "site", "generator"]
swapping.main()
"""
"""Runs it, and kills it before its nth touch of the file system."""
WHOLE = ["0.html", "1.html", "2.html"]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "generator.py").write_text(GENERATOR, "utf-8")
    return tmp_path


def run(work: Path, edition: str, **more: str) -> int:
    command = [sys.executable, "-S", "-c", RUN]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "EDITION": edition, **more}
    return subprocess.run(command, cwd=work, env=environment, check=False).returncode


def editions(folder: Path) -> set[str]:
    """Return what edition a folder is of; more than one, or none, where it is not whole."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    whole = [path.name for path in files] == WHOLE
    return {path.read_text("utf-8") for path in files} if whole else set()


def stands(work: Path, edition: str) -> None:
    """Put a whole site where the build's belongs."""
    shutil.rmtree(work / "site", ignore_errors=True)
    (work / "site").mkdir()
    for name in WHOLE:
        (work / "site" / name).write_text(edition, "utf-8")


def leftovers(work: Path) -> list[str]:
    return sorted(path.name for path in work.glob("site?*"))


def killed_everywhere(work: Path, **more: str) -> Iterator[int]:
    """Kill a build of "new" over "old" at its first moment, then its second, …, to the last."""
    for moment in range(1, 200):
        stands(work, "old")
        code = run(work, "new", KILLED_AT=str(moment), **more)
        if code == 0:
            assert moment > 12, "it was never killed in between"
            return
        assert code == -signal.SIGKILL
        yield moment
    pytest.fail("it never came to its end")


def test_killed_at_any_moment_it_leaves_a_whole_site_and_a_rerun_mends_the_rest(
    work: Path,
) -> None:
    seen = set()
    for _ in killed_everywhere(work):
        found = editions(work / "site")
        assert found in ({"old"}, {"new"})
        seen |= found
        assert run(work, "newest") == 0
        assert editions(work / "site") == {"newest"}
        assert leftovers(work) == []
    assert seen == {"old", "new"}


def test_where_it_takes_two_steps_the_next_run_brings_the_site_back_before_it_builds(
    work: Path,
) -> None:
    between = 0
    for _ in killed_everywhere(work, TWO_STEPS="1"):
        if not (work / "site").exists():
            between += 1
            assert editions(work / "site.old") == {"old"}
        assert run(work, "broken", EXIT="1", TWO_STEPS="1") == 1
        assert editions(work / "site") in ({"old"}, {"new"})
        assert leftovers(work) == []
    assert between


@pytest.mark.parametrize("code", ["1", "2", "in words"])
def test_a_build_that_fails_changes_nothing(work: Path, code: str) -> None:
    stands(work, "old")
    assert run(work, "broken", EXIT=code) != 0
    assert editions(work / "site") == {"old"}
    assert leftovers(work) == []


def test_a_first_build_that_fails_leaves_no_site(work: Path) -> None:
    assert run(work, "broken", EXIT="1") == 1
    assert leftovers(work) == []
    assert not (work / "site").exists()


def test_a_site_that_is_a_link_stays_one(work: Path) -> None:
    (work / "elsewhere").mkdir()
    (work / "site").symlink_to("elsewhere", target_is_directory=True)
    assert run(work, "old") == 0
    assert run(work, "new") == 0
    assert (work / "site").is_symlink()
    assert editions(work / "site") == {"new"}
    assert leftovers(work) == []


def test_the_real_build_killed_while_it_writes_leaves_the_site(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good one", "utf-8")
    (recipe,) = (line for line in makefile() if "dossier.swapping site" in line)
    command = [sys.executable, *recipe.split()[1:]]
    with (project / "log").open("w") as log:
        build = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)
        while not any(path.is_file() for path in (project / "site.new").rglob("*")):
            assert build.poll() is None, (project / "log").read_text("utf-8")
            time.sleep(0.001)
        build.kill()
        build.wait()
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    subprocess.run(command, cwd=project, capture_output=True, check=True)
    assert (project / "site/404.html").is_file()
    assert leftovers(project) == []


def makefile() -> list[str]:
    return [line.strip() for line in (ROOT / "Makefile").read_text("utf-8").splitlines()]


def test_both_builds_of_the_makefile_are_swapped_in() -> None:
    recipes = [line for line in makefile() if "mkdocs build" in line]
    assert len(recipes) == 2
    assert all("python -m dossier.swapping " in recipe for recipe in recipes)
