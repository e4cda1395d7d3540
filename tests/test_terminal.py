"""What takes longer than a second says so at a terminal, nowhere else; then it is wiped away."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from support import ROOT

SLOW = """
import importlib, os, sys
from functools import reduce
def found(path):
    module, _, names = path.partition(":")
    *outer, name = names.split(".")
    return reduce(getattr, outer, importlib.import_module(module)), name
run, part, gate, patience, *arguments = sys.argv[1:]
from dossier import terminal
terminal.PATIENCE = float(patience)
held, name = found(part)
made = getattr(held, name)
def slow(*given, **named):
    os.read(int(gate), 1)
    return made(*given, **named)
setattr(held, name, slow)
sys.argv[1:] = arguments
getattr(*found(run))()
"""
"""A command of which one part waits until the test lets it go on."""
COMMANDS = [
    (["check"], "dossier.cli:build_dossier", "Reading and checking"),
    (["write", "out"], "dossier.cli:build_dossier", "Building the pages"),
    (["write", "out"], "dossier.cli:write_tree", "Writing the files"),
    (["draft", "ferry-aground"], "dossier.cli:load", "Reading the sources"),
    (["diff", "HEAD"], "dossier.cli:compare", "Building HEAD and the working tree"),
    (["register"], "dossier.cli:registered", "Reading and writing"),
    (["new", "actor", "harbour-board", "--kind", "authority"], "dossier.cli_new:keep",
     "Checking the record with everything else"),
    (["read", "seeds/ferry-aground.txt", "--published", "2019-05-09"], "dossier.cli:read_out",
     "Reading the text"),
    (["build"], "dossier.build:build_dossier", "Reading and checking"),
    (["build"], "mkdocs.structure.pages:Page.render", "Making the pages"),
]  # fmt: skip


@pytest.fixture
def project(ferry: Path) -> Path:
    """The ferry dossier as a repository of its own, with the hooks for what builds it."""
    settings = f"hooks: [{ROOT}/hooks/mkdocs_hooks.py]\ntheme: {{name: material}}\nplugins: []\n"
    with (ferry / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run([*git, *arguments], cwd=ferry, check=True)
    return ferry


class Terminal:
    """A program at a terminal of its own, or with its output into pipes."""

    def __init__(self, command: list[str], folder: Path, more: Mapping[str, str]) -> None:
        self.ours, theirs = pty.openpty()
        self._gate, gate = os.pipe()
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "TERM": "xterm", **more}
        self.process = subprocess.Popen(
            [each.replace("GATE", str(self._gate)) for each in command],
            cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
            pass_fds=[self._gate],
        )  # fmt: skip
        os.close(theirs)
        self._open = gate
        self.shown = ""

    def until(self, words: str) -> None:
        """Wait until these words are shown; the end of the program is the end of waiting."""
        while words not in self.shown and self._more():
            pass
        assert words in self.shown

    def go_on(self) -> str:
        """Let the slow part go on; return what the program shows from then on."""
        before = len(self.shown)
        os.close(self._open)
        while self._more():
            pass
        self.process.wait(60)
        os.close(self.ours)
        os.close(self._gate)
        return self.shown[before:]

    def _more(self) -> bool:
        try:
            chunk = os.read(self.ours, 4096)
        except OSError:  # the other end has closed: how Linux says that all is read
            return False
        self.shown += chunk.decode()
        return bool(chunk)


def command(arguments: list[str], part: str, patience: float = 1.0) -> list[str]:
    run = "mkdocs.__main__:cli" if arguments[0] == "build" else "dossier.cli:main"
    return [sys.executable, "-c", SLOW, run, part, "GATE", str(patience), *arguments]


def screen(written: str) -> list[str]:
    """Return the lines that a terminal shows after this was written to it."""
    lines = [""]
    at = 0
    for part in written.replace("\033[K", "\0"):
        if part == "\r":
            at = 0
        elif part == "\n":
            lines.append("")
            at = 0
        elif part == "\0":
            lines[-1] = lines[-1][:at]
        else:
            lines[-1] = lines[-1][:at] + part + lines[-1][at + 1 :]
            at += 1
    return [line for line in lines if line.strip()]


@pytest.mark.parametrize(("arguments", "part", "said"), COMMANDS, ids=lambda each: str(each)[:24])
def test_slow_work_is_told_at_a_terminal_and_then_wiped_away(
    arguments: list[str], part: str, said: str, project: Path
) -> None:
    at = Terminal(command(arguments, part), project, {})
    at.until(said)
    at.until(" … 1 s")
    assert len([line for line in screen(at.shown) if said in line]) == 1, "one line counts"
    at.go_on()
    assert at.process.returncode == 0, at.shown
    assert screen(at.shown) != []
    assert not [line for line in screen(at.shown) if said in line]


@pytest.mark.parametrize(
    ("arguments", "part", "said"),
    [each for each in COMMANDS if each[0][0] in ("check", "new", "build")],
    ids=lambda each: str(each)[:24],
)
def test_no_byte_of_it_is_written_where_the_output_is_no_terminal(
    arguments: list[str], part: str, said: str, project: Path
) -> None:
    """All are impatient: what would be told after a second would be told at once."""
    gate, opened = os.pipe()
    os.close(opened)
    words = [each.replace("GATE", str(gate)) for each in command(arguments, part, 0.001)]
    done = subprocess.run(
        words, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "TERM": "xterm"},
        capture_output=True, check=True, pass_fds=[gate],
    )  # fmt: skip
    os.close(gate)
    both = done.stdout + done.stderr
    assert both
    assert b"\033" not in both
    assert b"\r" not in both
    assert said.encode() not in both


@pytest.mark.parametrize(
    ("more", "told"), [({"TERM": "dumb"}, ""), ({"NO_COLOR": "1"}, "Reading and checking")], ids=str
)
def test_a_terminal_that_cannot_wipe_a_line_is_told_nothing_and_no_colour_is_ever_used(
    more: dict[str, str], told: str, project: Path
) -> None:
    at = Terminal(command(["check"], "dossier.cli:build_dossier", 0.001), project, more)
    at.until(told)
    at.go_on()
    assert ("\033" in at.shown) == bool(told)
    assert "\033[" not in at.shown.replace("\033[K", "")
    assert screen(at.shown) == ["No problems."]


def test_quick_work_is_told_nowhere(project: Path) -> None:
    quick = "from dossier.terminal import progress\nwith progress('Nothing'): pass\nprint('done')"
    at = Terminal([sys.executable, "-c", quick], project, {})
    at.go_on()
    assert at.shown == "done\r\n"


def test_what_fails_is_told_on_a_line_of_its_own(project: Path) -> None:
    at = Terminal(command(["draft", "nowhere"], "dossier.cli:load"), project, {})
    at.until("Reading the sources … 1 s")
    at.until("Reading the sources … 2 s")
    at.go_on()
    assert at.process.returncode == 1
    assert [line[:7] for line in screen(at.shown)] == ["Error: "]
