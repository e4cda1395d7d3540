"""What the commands share of the terminal: where the project is, progress, problems as lines."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from .config import Config, ConfigError, find_config, read_config
from .problems import Problem

PATIENCE = 1.0
"""Seconds after which a person at a terminal is told what is being done."""


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
    """Say on a terminal what takes longer than a second, and for how long; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: threading.Event) -> None:
    waited = PATIENCE
    if done.wait(PATIENCE):
        return
    while not done.is_set():
        sys.stderr.write(f"\r{doing} … {waited:.0f} s ")
        sys.stderr.flush()
        done.wait(1.0)
        waited += 1.0
    sys.stderr.write("\r\033[K")
    sys.stderr.flush()


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
