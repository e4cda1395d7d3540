"""Runs a command to its end, and tells what it and all that it started took.

Memory is told twice: the most of one process, as the system keeps it, and the most of all together,
looked up twice a second, in which what processes share counts once.
"""

# ruff: noqa: INP001 -- a part of commands, not a package
from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

HOOKS = "hooks alone"
COLD = "cold build"
WARM = "warm build, nothing changed"
EDITED = "warm build, one page edited"
UNKEPT = "build with DOSSIER_REUSE=off"
SERVER = "server, three edits"
PLAIN = "MkDocs without hooks"
Z_COLD, Z_WARM = "Zensical, cold", "Zensical, warm"
SPHINX, HUGO = "Sphinx with MyST", "Hugo, minimal layout"

BETWEEN = 0.5
"""Seconds between two looks at memory; each look takes some milliseconds."""


@dataclass(frozen=True)
class Cost:
    seconds: float
    cpu: float
    process: float
    """Megabytes of the largest process, at most."""
    together: float
    """Megabytes of all processes, at most; 0 where the system does not tell."""


@dataclass(frozen=True)
class Sizes:
    pages: int
    site: int
    """Bytes, like those that follow."""
    index: int
    largest: int
    largest_page: str
    data: int


@dataclass(frozen=True)
class Search:
    ready: float
    """Milliseconds, like those that follow."""
    slowest: float
    median: float


@dataclass(frozen=True)
class Measured:
    """What was measured of one dossier."""

    costs: Mapping[str, Cost]
    sizes: Sizes
    edits: Sequence[float]
    """Seconds from saving a page to its being served, the middle one second."""
    same: bool
    """Whether a build after an edit gave the same bytes as one that reuses nothing."""
    search: Search | None = None
    peer_pages: Mapping[str, int] = field(default_factory=dict)


class Run:
    """A command on its way."""

    def __init__(self, command: Sequence[str], folder: Path, **environment: str) -> None:
        self.words = f"{' '.join(command)} in {folder}"
        self._begin = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - the bench's own commands
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._peak = 0.0
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look)
        self._looking.start()

    def _look(self) -> None:
        while not self._ended.wait(BETWEEN):
            self._peak = max(self._peak, held(self._process.pid))

    def stop(self) -> None:
        self._process.terminate()

    def end(self) -> tuple[int, Cost]:
        """Wait for the end; return the exit code and what it took."""
        _, status, used = os.wait4(self._process.pid, 0)
        seconds = time.monotonic() - self._begin
        self._process.returncode = os.waitstatus_to_exitcode(status)
        self._ended.set()
        self._looking.join()
        process = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)  # bytes, kilobytes
        together = max(self._peak, process) if self._peak else 0.0
        cost = Cost(seconds, used.ru_utime + used.ru_stime, process, together)
        return self._process.returncode, cost


def cost(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run a command to its end; raises RuntimeError where it fails."""
    run = Run(command, folder, **environment)
    code, taken = run.end()
    if code:
        raise RuntimeError(f"{run.words} failed with {code}")
    return taken


def held(pid: int) -> float:
    """Return the megabytes that a process and those it started hold now, each page counted once."""
    found = 0.0
    with suppress(OSError):  # one that has ended, or a system that does not tell
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                found += int(line.split()[1]) / 1e3
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            found += sum(held(int(child)) for child in children.read_text("ascii").split())
    return found


def sizes(site: Path) -> Sizes:
    """Return how much there is of a built site."""
    files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = {path: size for path, size in files.items() if path.suffix == ".html"}
    largest = max(sorted(pages), key=pages.__getitem__)
    data = site / "data"
    return Sizes(
        pages=len(pages),
        site=sum(files.values()),
        index=files[site / "search/index.js"],
        largest=pages[largest],
        largest_page=largest.relative_to(site).as_posix(),
        data=sum(size for path, size in files.items() if data in path.parents),
    )
