"""Measures builds of dossiers of several sizes, beside those of other generators, in one run.

Usage: python bench/builds.py [PAGES…] (100 1000).  The peers read the tree that ``dossier write``
gives; those that are not on the PATH, or in the folder DOSSIER_PARITY names, are left out.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import math
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from make_dossier import ROOT, make

PYTHON = sys.executable
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
OURS = [PYTHON, "-m", "mkdocs", "build", "--strict", "--quiet"]
HOOKS = (
    "from dossier.build import build_dossier as b; import sys; assert not b(sys.argv[1]).problems"
)
PATIENCE = 300
"""Seconds after which a server that has not answered never will."""
PLAIN = ("hooks:", "watch:")
"""Settings that the peers do without."""


@dataclass(frozen=True)
class Cost:
    seconds: float
    cpu: float = 0.0
    megabytes: float = 0.0

    def __str__(self) -> str:
        if not self.cpu:
            return f"{self.seconds:8.1f} s"
        return f"{self.seconds:8.1f} s {self.cpu:8.1f} s CPU {self.megabytes:7.0f} MB"


def cost(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run a command to its end; raises RuntimeError where it fails."""
    begin = time.monotonic()
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.chdir(folder)
    pid = os.posix_spawnp(
        command[0],
        list(command),
        {**ENVIRONMENT, **environment},
        file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)],
    )
    _, status, used = os.wait4(pid, 0)
    os.close(quiet)
    if status:
        raise RuntimeError(f"{' '.join(command)} failed in {folder}")
    seconds = time.monotonic() - begin
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def peer(name: str) -> str | None:
    aside = os.environ.get("DOSSIER_PARITY", "")
    return shutil.which(name, path=f"{aside}{os.pathsep}{os.environ['PATH']}")


def tree(project: Path, folder: Path) -> None:
    """Write the tree for the peers, and settings without hooks."""
    folder.mkdir()
    cost([PYTHON, "-m", "dossier.cli", "write", str(folder / "docs")], project)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in settings if not line.startswith(PLAIN))
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    (folder / "conf.py").write_text('extensions = ["myst_parser"]\nsuppress_warnings = ["*"]\n')


def served(project: Path) -> float:
    """Return the seconds from saving a page to its being served, the middle one of three."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [PYTHON, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    address = f"http://127.0.0.1:{port}/timeline/event-0-1/"
    page = project / "docs/timeline/event-0-1.md"
    text = page.read_text(encoding="utf-8")
    server = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=project, env=ENVIRONMENT, stderr=subprocess.DEVNULL
    )
    try:
        until_served(address, "<h1")
        spent = []
        for number in range(3):
            time.sleep(2)
            page.write_text(f"{text}\nA word more: edit-{number}.\n", encoding="utf-8")
            spent.append(until_served(address, f"edit-{number}"))
    finally:
        server.terminate()
        server.wait()
        page.write_text(text, encoding="utf-8")
    return sorted(spent)[1]


def until_served(address: str, words: str) -> float:
    """Wait until a page has some words; return the seconds that took."""
    begin = time.monotonic()
    while time.monotonic() - begin < PATIENCE:
        with suppress(OSError):
            answer = urllib.request.urlopen(address, timeout=PATIENCE)  # noqa: S310 - our server
            if words.encode() in answer.read():
                return time.monotonic() - begin
        time.sleep(0.05)
    raise RuntimeError(f"{address} was not served with ‘{words}’ in it")


def measure(pages: int, folder: Path) -> dict[str, Cost]:
    project, other = folder / "project", folder / "tree"
    make(project, pages)
    found = {"hooks alone": cost([PYTHON, "-c", HOOKS, str(project / "mkdocs.yml")], project)}
    found["cold"] = cost(OURS, project)
    found["nothing changed"] = cost(OURS, project)
    edited = project / "docs/timeline/event-0-1.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nA word more.\n", encoding="utf-8")
    found["one page edited"] = cost(OURS, project)
    found["nothing kept"] = cost(OURS, project, DOSSIER_REUSE="off")
    found["edit while serving"] = Cost(served(project))
    tree(project, other)
    found["plain MkDocs, same pages"] = cost([*OURS[:4], "--quiet"], other)
    zensical, sphinx = peer("zensical"), peer("sphinx-build")
    if zensical:
        found["Zensical cold"] = cost([zensical, "build", "--clean"], other)
        found["Zensical warm"] = cost([zensical, "build"], other)
    if sphinx:
        command = [sphinx, "-q", "-c", ".", "docs", "sphinx"]
        found["Sphinx with MyST"] = cost(command, other)
    return found


def main() -> None:
    sizes = [int(each) for each in sys.argv[1:]] or [100, 1000]
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    results: dict[int, dict[str, Cost]] = {}
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            results[pages] = measure(pages, Path(folder).resolve())
        print(f"\n{pages} records")
        for what, spent in results[pages].items():
            print(f"  {what:26} {spent}")
        share = results[pages]["hooks alone"].cpu / results[pages]["nothing kept"].cpu
        print(f"  the hooks' share of a build with nothing kept: {share:.0%}")
    if len(sizes) > 1:
        first, last = sizes[0], sizes[-1]
        grown = results[last]["nothing kept"].cpu / results[first]["nothing kept"].cpu
        print(f"\ngrowth: pages to the power of {math.log(grown) / math.log(last / first):.2f}")


if __name__ == "__main__":
    main()
