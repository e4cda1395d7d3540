"""The same work in several processes: what comes of it is what one would have found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier import side_by_side as module
from dossier.model import Where
from dossier.side_by_side import FEWEST, aside, cores, side_by_side
from dossier.values import Word
from support import ROOT

THINGS = list(range(5 * FEWEST + 3))


@pytest.fixture(autouse=True)
def _cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be four, whatever runs the tests, and no threads of its own."""
    if sys.platform == "linux":
        monkeypatch.setattr(module, "cores", lambda: 4)


def test_all_is_done_and_in_its_order() -> None:
    assert side_by_side(lambda n: n * n, THINGS) == [n * n for n in THINGS]
    assert side_by_side(lambda n: n, []) == []


@pytest.mark.skipif(sys.platform != "linux", reason="there are no copies of a process elsewhere")
def test_others_do_a_share() -> None:
    found = side_by_side(lambda _: os.getpid(), THINGS)
    assert len(set(found)) == 4
    assert len({*side_by_side(lambda _: os.getpid(), THINGS[:FEWEST])}) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="there are no copies of a process elsewhere")
def test_processes_that_work_at_once_share_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: range(4))
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr(module, "cores", cores)
    assert aside(cores) == [4]
    assert aside(cores, cores) == [2, 2]
    assert aside(lambda: aside(cores, cores), lambda: aside(cores)) == [[1, 1], [2]]
    assert set(side_by_side(lambda _: cores(), THINGS)[1:4]) == {1}
    assert cores() == 4


def test_words_keep_where_they_stand() -> None:
    where = Where("docs/a.md", 3, 7)
    found = side_by_side(lambda n: Word(str(n), where), THINGS)
    assert [str(word) for word in found] == [str(n) for n in THINGS]
    assert {word.where for word in found} == {where}


def test_what_another_process_cannot_do_or_hand_over_is_done_here() -> None:
    here = os.getpid()

    def fails_elsewhere(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return number

    assert side_by_side(fails_elsewhere, THINGS) == THINGS
    makers: list[Callable[[], int]] = side_by_side(lambda number: lambda: number, THINGS)
    assert [make() for make in makers] == THINGS


def test_an_error_is_raised_here_and_no_process_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    fork = os.fork

    def noting() -> int:
        pid = fork()
        begun.append(pid)
        return pid

    def fails(number: int) -> int:
        raise ValueError(number)

    monkeypatch.setattr("os.fork", noting)
    with pytest.raises(ValueError, match="0"):
        side_by_side(fails, THINGS)
    for pid in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="there are no copies of a process elsewhere")
@pytest.mark.parametrize("begun", [0, 1])
def test_where_no_more_processes_can_be_begun_the_work_is_done_here(
    begun: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, left = os.fork, [None] * begun

    def few() -> int:
        if not left:
            raise BlockingIOError
        left.pop()
        return fork()

    monkeypatch.setattr("os.fork", few)
    opened = len(list(Path("/proc/self/fd").iterdir()))
    assert side_by_side(lambda n: n, THINGS) == THINGS
    assert len(list(Path("/proc/self/fd").iterdir())) == opened


@pytest.mark.skipif(sys.platform != "linux", reason="there are no copies of a process elsewhere")
def test_a_process_that_ignores_how_others_end_has_the_work_done() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert side_by_side(lambda n: n, THINGS) == THINGS
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_a_process_with_threads_is_never_copied() -> None:
    code = (
        "import threading, time; from dossier.side_by_side import cores;"
        "threading.Thread(target=time.sleep, args=(1,)).start(); print(cores())"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "hooks",
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "1\n"
