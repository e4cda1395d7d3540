"""``dossier new`` writes a record that passes, from options or answers, and nothing that breaks."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from support import ROOT


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["-f", str(project / "mkdocs.yml"), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


PASSING = [
    ("actor", "--title", "Harbour Board", "--kind", "authority"),
    ("actor", "--title", "O'Neil, “Big” Tom: captain #2", "--kind", "person"),
    ("actor", "--title", "[Ünlü] & Sons", "--kind", "company"),
    ("actor", "--title", "Null", "--kind", "person"),
    ("place", "otter-rock"),
    ("place", "otter-rock", "--part-of", "varn-bay", "--lat", "61.4", "--lon", "17.4",
     "--precision", "point", "--radius-km", "0.2"),
    ("event", "--title", "Cracks", "--source", "ferry-aground", "--quote", "two cracks below"),
    ("event", "--title", "Cargo", "--source", "ferry-aground", "--quote", "more than 40"),
    ("event", "--title", "A light", "--date", "1887~", "--work", "harbour-yearbook"),
    ("source", "an-inquiry", "--title", "Inquiry", "--published", "2019-11",
     "--url", "https://board.example/x", "--publisher", "Board: of Trade"),
    ("source", "a-work"),
]  # fmt: skip


@pytest.mark.parametrize("arguments", PASSING, ids=lambda each: " ".join(each[:3]))
def test_a_new_record_passes(ferry: Path, arguments: tuple[str, ...]) -> None:
    written = run(ferry, "new", *arguments)
    assert written.exit_code == 0, written.output
    assert (ferry / written.stdout.strip()).is_file()
    checked = run(ferry, "check")
    assert checked.exit_code == 0, checked.output


REFUSED = [
    (("actor", "otto-reen"), "is taken by an actor"),
    (("actor", "Otto Reen"), "try ‘otto-reen’"),
    (("actor",), "give --title"),
    (("actor", "other", "--title", "Otto Reen"), "claimed by"),
    (("place", "rock", "--part-of", "varnbay"), "did you mean ‘varn-bay’?"),
    (("place", "rock", "--lat", "61", "--lon", "17"), "no ‘precision’"),
    (("event", "x-y", "--source", "ferry-aground", "--quote", "three cracks"), "two cracks"),
    (("event", "x-y", "--date", "May 2019", "--work", "harbour-yearbook"), "write 2019-05"),
    (("source", "w", "--url", "www.x.example"), "write https://www.x.example"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED, ids=lambda each: str(each)[:40])
def test_what_would_break_is_not_written(
    ferry: Path, arguments: tuple[str, ...], says: str
) -> None:
    before = sorted(ferry.rglob("*"))
    refused = run(ferry, "new", *arguments)
    assert refused.exit_code != 0
    assert says in refused.output
    assert sorted(ferry.rglob("*")) == before


def test_what_nobody_gave_is_said_to_come(ferry: Path) -> None:
    written = run(ferry, "new", "event", "--title", "A storm")
    assert written.exit_code == 0
    assert (
        "still to come: docs/timeline/a-storm.md:2:1: the event has no evidence" in written.stderr
    )


def test_a_text_gives_its_checksum_and_its_title(ferry: Path) -> None:
    (ferry / "seeds/refloated.txt").write_text("Ferry Refloated\n\nTugs came.\n", encoding="utf-8")
    options = ("--title", "Ferry refloated", "--published", "2019-05-13")
    assert run(ferry, "new", "source", "refloated", *options).exit_code == 0
    record = (ferry / "seeds/refloated.yml").read_text(encoding="utf-8")
    assert "parts: {title: 1}" in record
    assert "sha256: " in record
    assert run(ferry, "check").exit_code == 0


def test_a_text_that_opens_with_a_headline_is_called_by_it(ferry: Path) -> None:
    (ferry / "seeds/a.txt").write_text("Ferry: “Refloated”\n\nTugs came.\n", encoding="utf-8")
    (ferry / "seeds/b.txt").write_text("Tugs came.\n\nThey left.\n", encoding="utf-8")
    for id_, title in (("a", 'title: "Ferry: “Refloated”"'), ("b", "title: B")):
        assert run(ferry, "new", "source", id_, "--published", "2019-05").exit_code == 0
        record = (ferry / f"seeds/{id_}.yml").read_text(encoding="utf-8")
        assert record.startswith(f"{title}\n")
        assert ("parts: {title: 1}\n" in record) == (id_ == "a")
    assert run(ferry, "check").exit_code == 0


def test_at_a_terminal_it_asks_and_asks_again(ferry: Path) -> None:
    answers = ["Cracks are found", "ferry-aground", "three cracks", "two cracks below"]
    shown = _typed(ferry, ["new", "event"], answers)
    assert "the nearest words are ‘found two cracks’" in shown or "two cracks" in shown
    record = (ferry / "docs/timeline/cracks-are-found.md").read_text(encoding="utf-8")
    assert "quote: two cracks below" in record
    assert run(ferry, "check").exit_code == 0


WRONG_FIRST = [
    ("actor", ["Otto Reen", "Harbour Board", "authority"], "is taken by an actor"),
    ("actor", ["<b>Board</b>", "Harbour Board", "*body*", "body"], "holds marks of Markdown"),
    ("place", ["Otter Rock", "rock", "Varn Bay", "varn-bay"], "did you mean ‘varn-bay’?"),
    (
        "event",
        ["A buoy", "ferry-aground", "", "May 2016", "2016-05", "yearbook", "harbour-yearbook"],
        "did you mean ‘harbour-yearbook’?",
    ),
    ("source", ["Inquiry", "", "board.example/x", "https://board.example/x", ""], "write https://"),
]


@pytest.mark.parametrize(("kind", "answers", "says"), WRONG_FIRST, ids=lambda each: str(each)[:20])
def test_a_wrong_answer_costs_none_of_the_right_ones(
    kind: str, answers: list[str], says: str, ferry: Path
) -> None:
    assert says in _typed(ferry, ["new", kind], answers)
    assert run(ferry, "check").exit_code == 0


def _typed(project: Path, arguments: list[str], answers: list[str]) -> str:
    """Run the command at a terminal of its own, and type the answers."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dossier.cli", "-f", str(project / "mkdocs.yml"), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "TERM": "xterm"}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
    ) as asked:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:  # the other end has closed: how Linux says that all is read
            pass
        asked.wait(60)
    os.close(ours)
    assert asked.returncode == 0, shown.decode()
    return shown.decode()
