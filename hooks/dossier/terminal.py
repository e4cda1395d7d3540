"""What the commands share of the terminal: where the project is, progress, problems as lines."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from .config import Config, ConfigError, find_config, read_config
from .problems import Problem

PATIENCE = 1.0
"""Seconds after which a person at a terminal is told what is being done."""
_WIPE = "\033[K"
"""Clears the line from the cursor on (ECMA-48, Erase in Line)."""


def configuration(given: Path | None, form: str | None = None) -> Config:
    """Return the project's configuration; ends the command in one line where there is none.

    With a ``form``, that of the problems of ``dossier check``, the line is one of them.
    """
    try:
        path = given or find_config(Path.cwd())
        return read_config(path.resolve())
    except ConfigError as error:
        if form is None or error.problem is None:
            raise click.ClickException(str(error)) from error
        for line in as_lines([error.problem], form):
            click.echo(line)
        click.echo("1 problem, and nothing else can be read before it is mended", err=True)
        raise SystemExit(1) from error


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Say on a terminal what takes longer than a second, and for how long; elsewhere nothing.

    The line ends where it began, so that whatever is printed next is written over it.
    """
    if not _shows():
        yield
        return
    waited = PATIENCE

    def tell(_signal: int, _frame: FrameType | None) -> None:
        nonlocal waited
        # Straight to the terminal: a stream may be in the midst of a line of its own.
        os.write(sys.stderr.fileno(), f"{_WIPE}{doing} … {waited:.0f} s\r".encode())
        waited += 1.0

    # A thread would tell it too, and keep the work from being shared out (see side_by_side.py).
    before = signal.signal(signal.SIGALRM, tell)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if waited > PATIENCE:
            os.write(sys.stderr.fileno(), _WIPE.encode())


def _shows() -> bool:
    """Say whether somebody sees a line come and go: at a terminal that can wipe one."""
    return (
        sys.stderr.isatty()
        and os.environ.get("TERM") != "dumb"
        and hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
    )


def as_lines(problems: Iterable[Problem], form: str) -> Iterator[str]:
    """Give each problem as a line: ``text``, or ``github`` for an annotation at its line."""
    for each in problems:
        yield _annotation(each) if form == "github" else str(each)


def _annotation(each: Problem) -> str:
    """Return a workflow command, which GitHub shows at the line."""
    path = _escaped(each.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={each.line},col={each.column},title={each.code}"
    return f"::error {place}::{_escaped(f'{each.what}; {each.remedy} [{each.guide}]')}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
