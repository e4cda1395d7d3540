"""The ``dossier`` command: check, read, draft, new, write; never a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli_new import new
from support import ROOT

HOOKS = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
"""Where a command of its own finds this project's code."""


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["-f", str(project / "mkdocs.yml"), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("command", [(), ("new",), ("diff",), ("completion",)], ids=" ".join)
def test_help_keeps_its_examples_on_lines_of_their_own(ferry: Path, command: str) -> None:
    shown = run(ferry, *command, "--help").output
    assert "\\b" not in shown
    assert "\b" not in shown
    assert re.search(r"^  (.*  )?dossier \w+", shown, re.MULTILINE)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command, and what it says to a bash that is to complete it."""
    folder = tmp_path_factory.mktemp("shell")
    begin = "from dossier.cli import main; main(prog_name='dossier')"
    command = folder / "dossier"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{begin}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    with (folder / "completion").open("w") as said:
        subprocess.run([command, "completion", "bash"], stdout=said, env=HOOKS, check=True)
    return folder


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("dossier ch", ["check"]),
        ("dossier new ", ["actor", "event", "place", "source"]),
        ("dossier new place --part-of va", ["varn-bay"]),
        ("dossier new event --sou", ["--source"]),
        ("dossier new event --work ", ["ferry-aground", "harbour-yearbook"]),
        ("dossier new event --source ", ["ferry-aground"]),
        ("dossier draft ", ["ferry-aground"]),
        ("dossier check --format g", ["github"]),
    ],
)
def test_a_shell_completes(words: str, completed: list[str], shell: Path, ferry: Path) -> None:
    """A real bash: it is given the words that stand before the cursor."""
    *before, begun = words.split(" ")
    script = f"""
        source "{shell}/completion"
        COMP_WORDS=({" ".join(before)} "{begun}") COMP_CWORD={len(before)}
        _dossier_completion "{shell}/dossier" && printf '%s\n' "${{COMPREPLY[@]}}"
    """
    told = subprocess.run(
        ["bash", "-c", script],
        cwd=ferry,
        env=HOOKS,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout.split() == completed, told.stderr


@pytest.mark.parametrize("command", [main, new])
def test_no_shell_cuts_what_a_command_is_for(command: click.Group) -> None:
    """Fish parts what it is told at commas; help cuts what is longer than a line."""
    for name, each in command.commands.items():
        said = each.get_short_help_str(limit=50)
        assert not re.search(r",|\.\.\.", said), f"{name}: {said}"


def test_check_is_silent_on_a_whole_dossier(ferry: Path) -> None:
    result = run(ferry, "check")
    assert result.exit_code == 0
    assert result.stdout == ""


def test_check_says_every_problem_and_exits_1(ferry: Path) -> None:
    (ferry / "docs/actors/otto-reen.md").write_text(
        "---\ntitle: Otto Reen\n---\n", encoding="utf-8"
    )
    (ferry / "seeds/stray.txt").write_text("x", encoding="utf-8")
    result = run(ferry, "check")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "docs/actors/otto-reen.md:2:1",
        "seeds/stray.txt:1:1",
    ]
    only = run(ferry, "check", str(ferry / "seeds"))
    assert only.stdout.splitlines() == lines[1:]


def test_in_a_workflow_problems_are_annotations(
    ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ferry / "seeds/stray.txt").write_text("x", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shown = run(ferry, "check")
    assert shown.exit_code == 1
    assert shown.stdout.startswith("::error file=seeds/stray.txt,line=1,col=1,title=missing-record")
    assert run(ferry, "check", "--format", "text").stdout.startswith("seeds/stray.txt:1:1: ")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: A: b\n", "1:13: the value of ‘site_name’ holds ‘: ’; put the value in double"),
        ("site_name: A\nextra: [\n", "2:8: the bracket ‘[’ that opens here is not closed, or a"),
        ("site_name: A\ndocs_dir: dcos\n", "2:11: there is no folder ‘dcos’; mend ‘docs_dir’, or"),
        ("- site_name\n", "1:1: the file holds no settings; write them as ‘site_name: …’, a line"),
        ("", "1:1: the site has no ‘site_name’; add it: ‘site_name: The title of the site’ ["),
        ("site_nam: A\n", "1:1: ‘site_nam’ is read by nothing; did you mean ‘site_name’? ["),
        ("site_name: [A]\n", "1:12: ‘site_name’ is a list; write A ["),
        ("site_name: A\ndocs_dir: [docs]\n", "2:11: ‘docs_dir’ is a list; write docs ["),
        ("site_name: A\nsite_url: 5\n", "2:11: ‘site_url’ is ‘5’; write a line of text ["),
        ("site_name: A\nuse_directory_urls: maybe\n", "2:21: ‘use_directory_urls’ is ‘maybe’; w"),
        ("site_name: A\nextra: [a]\n", "2:8: ‘extra’ is a list; write ‘extra:’, and its keys in"),
        ("site_name: A\nINHERIT: base.yml\n", "2:10: there is no file ‘base.yml’; mend its pa"),
        ("site_name: A\nINHERIT: mkdocs.yml\n", "2:10: mkdocs.yml inherits from itself; take on"),
        ("site_name: A\nextra:\n  dossier:\n    event: a\n      drafts: b\n", "5:7: this line is"),
        ("<<<<<<< mine\nsite_name: A\n", "1:1: ‘<<<<<<< mine’ is left over from a merge; keep one"),
    ],
)
def test_settings_that_cannot_be_read_are_a_problem_at_its_place(
    settings: str, said: str, ferry: Path
) -> None:
    (ferry / "mkdocs.yml").write_text(settings, encoding="utf-8")
    checked = run(ferry, "check")
    assert checked.exit_code == 1
    assert checked.stdout.startswith(f"mkdocs.yml:{said}")
    place = said.partition(": ")[0].replace(":", ",col=")
    annotated = run(ferry, "check", "--format", "github").stdout
    assert annotated.startswith(f"::error file=mkdocs.yml,line={place},title=")
    before_mkdocs = subprocess.run(
        [sys.executable, "-m", "dossier.config"],
        cwd=ferry,
        env=HOOKS,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (before_mkdocs.returncode, before_mkdocs.stdout) == (1, "")
    assert before_mkdocs.stderr == checked.stdout


def test_read_gives_json_lines_with_spans(ferry: Path) -> None:
    path = ferry / "seeds/ferry-aground.txt"
    arguments = ("read", str(path), "--published", "2019-05-09", "--names", str(ferry / "docs"))
    result = run(ferry, *arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    text = path.read_bytes().decode("utf-8")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    kinds = {"passage", "sentence", "mention", "name", "time", "speech", "figure"}
    assert {f["kind"] for f in found} == kinds
    for finding in found:
        assert text[finding["start"] : finding["end"]] == finding["text"]
    last_week = next(f for f in found if f["text"] == "last week")
    assert (last_week["type"], last_week["value"]) == ("DATE", "2019-W18")
    assert (last_week["earliest"], last_week["latest"]) == ("2019-04-28", "2019-05-04")
    speech = next(f for f in found if f["kind"] == "speech" and "Ingrid Sole" in f["text"])
    assert speech["speaker"]["entity"] == "ingrid-sole"
    assert speech["direct"] is True
    shown = run(ferry, *arguments).stdout.splitlines()
    assert len(shown) == len(found), "programs are told all that people are"


def test_a_guess_at_who_speaks_is_shown_as_one(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("“It was dark,” Lee said.\n\n“We ran for the door.”\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(path), "--published", "2019-05-09"])
    shown = [line for line in result.output.splitlines() if " speech " in line]
    assert [line.endswith("said by Lee, probably") for line in shown] == [False, True]


def test_read_as_a_table(ferry: Path) -> None:
    path = str(ferry / "seeds/ferry-aground.txt")
    result = run(ferry, "read", path, "--published", "2019-05-09")
    assert "2019-W18" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read", "nowhere.txt", "--published", "2019-05-09"), "cannot be read"),
        (("read", "nowhere.txt", "--published", "9 May 2019"), "2019-05-09"),
        (("draft", "nowhere"), "there is no text ‘nowhere’"),
        (("new", "actor", "Otto Reen"), "try ‘otto-reen’"),
        (("new", "actor", "otto-reen"), "is taken by an actor"),
        (("check", "/"), "outside the project"),
        (("write", "."), "choose"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    ferry: Path, arguments: tuple[str, ...], says: str
) -> None:
    result = run(ferry, *arguments)
    assert result.exit_code != 0
    assert says in result.output


def test_new_writes_a_record_that_only_lacks_what_nobody_can_know(ferry: Path) -> None:
    assert run(ferry, "new", "actor", "--title", "Harbour Board").stdout == (
        "docs/actors/harbour-board.md\n"
    )
    assert run(ferry, "new", "place", "otter-rock").exit_code == 0
    assert run(ferry, "new", "source", "a-work").exit_code == 0
    assert run(ferry, "check").exit_code == 0


def test_drafts_are_written_as_files_that_pass(ferry: Path) -> None:
    for folder in ("actors", "places", "timeline"):
        shutil.rmtree(ferry / "docs" / folder)
    record = ferry / "seeds/ferry-aground.yml"
    head = record.read_text(encoding="utf-8").split("called:")[0]
    record.write_text(head, encoding="utf-8")
    (ferry / "mkdocs.yml").write_text("site_name: The ferry\n", encoding="utf-8")
    result = run(ferry, "draft", "ferry-aground")
    assert result.exit_code == 0, result.output
    assert (ferry / "docs/places/eastholm.md").is_file()
    checked = run(ferry, "check")
    assert checked.stdout == ""
    again = run(ferry, "draft", "ferry-aground")
    assert "written" not in again.stdout


def test_drafts_of_a_source_with_a_problem_wait_until_it_is_mended(ferry: Path) -> None:
    record = ferry / "seeds/ferry-aground.yml"
    broken = record.read_text(encoding="utf-8").replace("published:", "publisht:")
    record.write_text(broken, encoding="utf-8")
    result = run(ferry, "draft", "ferry-aground")
    assert result.exit_code == 1
    assert "‘ferry-aground’ has a problem; mend it first: seeds/ferry-aground.yml:" in result.output


def test_write_writes_nothing_where_there_is_a_problem(ferry: Path, tmp_path: Path) -> None:
    record = ferry / "docs/actors/otto-reen.md"
    broken = record.read_text(encoding="utf-8").replace("kind:", "kidn:")
    record.write_text(broken, encoding="utf-8")
    result = run(ferry, "write", str(tmp_path / "tree"))
    assert result.exit_code == 1
    assert "docs/actors/otto-reen.md:" in result.output
    assert not (tmp_path / "tree").exists()


def test_write_puts_the_whole_tree_and_nothing_else(ferry: Path, tmp_path: Path) -> None:
    target = tmp_path / "tree"
    result = run(ferry, "write", str(target))
    assert result.exit_code == 0, result.output
    page = (target / "timeline/ferry-aground-event.md").read_text(encoding="utf-8")
    assert page.startswith("---\nchanged: '20"), "the day that a list of pages gives"
    assert (target / "data/dossier.json").is_file()
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("keep", encoding="utf-8")
    refused = run(ferry, "write", str(full))
    assert refused.exit_code == 1
    assert (full / "mine.txt").read_text(encoding="utf-8") == "keep"
