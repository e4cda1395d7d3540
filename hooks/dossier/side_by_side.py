"""The same work on many things, done in as many processes as there are cores.

The others are copies of this process at that moment, so whatever the work refers to is there, and
only what it returns is handed over.  Where there are no such copies, or one of them fails, the
work is done here: what comes of it is the same.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar, cast

T = TypeVar("T")
V = TypeVar("V")

MOST = 4
"""Processes: more cores than that seldom are one build's own."""
FEWEST = 40
"""Things for each process; for less, a copy costs more than it gains."""


def side_by_side(work: Callable[[T], V], things: Sequence[T]) -> list[V]:
    """Return ``work`` of each of ``things``, in their order."""
    count = max(1, min(_cores(), len(things) // FEWEST))
    found: list[list[V]] = []
    others = [_begin(work, things[number::count]) for number in range(1, count)]
    try:
        found.append([work(thing) for thing in things[::count]])
        for number, (_, answer) in enumerate(others, 1):
            given = cast("list[V] | None", _read(answer))
            share = things[number::count]
            found.append([work(thing) for thing in share] if given is None else given)
    finally:
        for pid, answer in others:
            _end(pid, answer)
    return [found[at % count][at // count] for at in range(len(things))]


def _cores() -> int:
    """Return how many processes may work; a copy of one with threads may wait for ever."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def _begin(work: Callable[[T], V], things: Sequence[T]) -> tuple[int, int]:
    """Begin the work in another process; return its number and where its answer is read."""
    answer, given = os.pipe()
    pid = os.fork()
    if pid:
        os.close(given)
        return pid, answer
    # From here on this is the other process, which must end here, whatever happens.
    try:
        gc.disable()  # it would write to, and so copy, all memory that is shared
        os.close(answer)
        data = pickle.dumps([work(thing) for thing in things], protocol=5)
        with os.fdopen(given, "wb") as opened:
            opened.write(data)
    finally:
        os._exit(0)


def _read(answer: int) -> object:
    """Return what another process found; None where it found nothing."""
    with os.fdopen(answer, "rb", closefd=False) as opened:
        data = opened.read()
    with suppress(EOFError, pickle.UnpicklingError):
        found: object = pickle.loads(data)  # noqa: S301 - written by a copy of this process
        return found
    return None


def _end(pid: int, answer: int) -> None:
    os.close(answer)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
