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
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar, cast

T = TypeVar("T")
V = TypeVar("V")

MOST = 4
"""Processes: more cores than that seldom are one build's own."""
FEWEST = 40
"""Things for each process; for less, a copy costs more than it gains."""
_sharing = 1
"""Among how many the cores are shared that a copy finds; set once, as the copy begins."""


@dataclass(frozen=True, slots=True)
class Other(Generic[V]):
    """A copy of this process that does some work."""

    pid: int
    _answer: int

    def answer(self) -> V | None:
        """Wait, and return what the work found; None where it found nothing, or failed."""
        with (
            os.fdopen(self._answer, "rb", closefd=False) as opened,
            suppress(EOFError, pickle.UnpicklingError),
        ):
            return cast(V, pickle.load(opened))  # noqa: S301 - written by a copy of this process
        return None

    def end(self) -> None:
        """Let nothing be left of it, whether it has finished or not."""
        os.close(self._answer)
        # Where this process was begun to ignore how others end, one that has ended is not there.
        with suppress(ChildProcessError, ProcessLookupError):
            if os.waitpid(self.pid, os.WNOHANG) == (0, 0):
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)


def begin(work: Callable[[], V], sharing: int = 1) -> Other[V] | None:
    """Begin some work in another process, if there can be one more; ask for ``cores`` before.

    ``sharing`` is how many work at once: a copy has its part of the cores for copies of its own.
    """
    global _sharing  # noqa: PLW0603 - of the copy alone
    pipe: tuple[int, ...] = ()
    try:
        pipe = answer, given = os.pipe()
        pid = os.fork()
    except OSError:
        for end in pipe:
            os.close(end)
        return None
    if pid:
        os.close(given)
        return Other(pid, answer)
    # From here on this is the other process, which must end here, whatever happens.
    try:
        _sharing *= sharing
        gc.freeze()  # looked through for what is free, all memory that is shared would be copied
        os.close(answer)
        with os.fdopen(given, "wb") as opened:
            pickle.dump(work(), opened, protocol=5)
    finally:
        os._exit(0)


def aside(*works: Callable[[], V]) -> list[V]:
    """Return what each returns, done in a process that gives all memory back at its end.

    They share the cores: more processes than those would hold more memory, and gain nothing.
    """
    others: list[Other[V] | None] = []
    found: list[V] = []
    try:
        for work in works:
            others.append(begin(work, len(works)) if cores() > 1 else None)  # noqa: PERF401 - see below
        for work, other in zip(works, others, strict=True):
            given = other.answer() if other else None
            found.append(work() if given is None else given)
    finally:
        for other in filter(None, others):
            other.end()
    return found


def cores() -> int:
    """Return how many processes may work; a copy of one with threads may wait for ever."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(MOST, len(os.sched_getaffinity(0))) // _sharing)


def side_by_side(work: Callable[[T], V], things: Sequence[T]) -> list[V]:
    """Return ``work`` of each of ``things``, in their order."""
    count = max(1, min(cores(), len(things) // FEWEST))
    shares = [things[number::count] for number in range(count)]
    others: list[Other[list[V]] | None] = []
    try:
        for share in shares[1:]:
            others.append(begin(partial(_each, work, share), count))  # noqa: PERF401 - to be ended below
        found = [_each(work, shares[0])]
        for other, share in zip(others, shares[1:], strict=True):
            given = other.answer() if other else None
            found.append(_each(work, share) if given is None else given)
    finally:
        for other in filter(None, others):
            other.end()
    return [found[at % count][at // count] for at in range(len(things))]


def _each(work: Callable[[T], V], things: Sequence[T]) -> list[V]:
    return [work(thing) for thing in things]
