"""Every example in the guide is run: files are written, commands run, dates read, messages told."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier import edtf
from dossier.build import build_dossier
from dossier.cli import main
from dossier.write.guide import GUIDE
from support import ROOT

PAGES = sorted([*(ROOT / "docs/about").glob("contribute*.md"), ROOT / "CONTRIBUTING.md"])
_FENCE = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`((?:docs|seeds)/[^`\s]+)`(, with a mistake)?:\s*$")


@dataclass(frozen=True)
class Example:
    language: str
    content: str
    path: str | None
    """The file it is, where the words before it name one."""
    mistaken: bool


def examples(page: Path) -> list[Example]:
    text = page.read_text(encoding="utf-8")
    found = []
    for fence in _FENCE.finditer(text):
        named = _NAMED.search(text[: fence.start()].rstrip())
        found.append(
            Example(fence[1], fence[2], named[1] if named else None, bool(named and named[2]))
        )
    return found


def problems(root: Path) -> list[str]:
    return [str(each) for each in build_dossier(root / "mkdocs.yml").problems]


def run(command: str, root: Path) -> str:
    """Run a line of a console: a ``dossier`` command, in the project ``root``."""
    name, *arguments = shlex.split(command)
    assert name == "dossier"
    result = CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_example_holds(page: Path, ferry: Path) -> None:
    for example in examples(page):
        if example.language == "console":
            _console(example.content, ferry)
        elif example.mistaken or (example.language == "text" and not example.path):
            _mistake(example, ferry)
        elif example.path:
            _file(example, ferry)
        else:
            assert example.language == "sh", f"nothing runs this example: {example}"
            _shell(example.content)
    assert problems(ferry) == []


def _mistake(example: Example, ferry: Path) -> None:
    """Write a file with a mistake; what follows is what is said of it, and then it is gone."""
    if example.path:
        (ferry / example.path).write_text(example.content, encoding="utf-8")
        return
    said = problems(ferry)
    assert said == example.content.splitlines()
    for line in said:
        (ferry / line.split(":")[0]).unlink()


def _shell(content: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.split(r"\n| && ", content.strip()):
        name, word, *_ = command.split()
        assert name in {"pip", "pre-commit"} or (name == "make" and f"\n{word}:" in makefile)
    if "pre-commit" in content:
        assert (ROOT / ".pre-commit-config.yaml").is_file()


def _console(content: str, ferry: Path) -> None:
    for block in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
        command, _, output = block.partition("\n")
        if command.startswith("dossier diff"):
            continue  # needs a repository: tests/test_diff.py
        assert run(command, ferry).strip().startswith(output.strip())


def _file(example: Example, ferry: Path) -> None:
    assert example.path
    path = ferry / example.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.content.strip("\n") + "\n", encoding="utf-8")
    if path.suffix == ".txt":
        return  # its record follows
    found = [each for each in problems(ferry) if each.startswith(f"{example.path}:")]
    assert found == []


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading of the page on dates."""
    text = (ROOT / "docs/about/contribute-dates.md").read_text(encoding="utf-8")
    part = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("row", rows("What to write"), ids=lambda row: row[0])
def test_a_date_means_what_the_table_says(row: list[str]) -> None:
    read = edtf.parse(row[0])
    ends = [str(day) if day else "open" for day in (read.earliest, read.latest)]
    assert [edtf.in_words(read), *ends] == row[1:]


@pytest.mark.parametrize("row", rows("What not to write"), ids=lambda row: row[0])
def test_what_is_no_date_is_answered_with_the_date(row: list[str]) -> None:
    with pytest.raises(edtf.EdtfError) as caught:
        edtf.parse(row[0])
    assert caught.value.remedy == f"write {row[1]}"


def test_a_page_lists_the_keys_of_each_kind_of_record(ferry: Path) -> None:
    files = build_dossier(ferry / "mkdocs.yml").files
    for path, (_, _, record) in GUIDE.items():
        for key in record.fields:
            assert f"<code>{key}</code>" in files[path]


def test_the_readme_of_contributors_leads_to_the_guide() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for path in re.findall(r"\]\((docs/about/[^)#]+)", text):
        assert (ROOT / path).is_file() or path.removeprefix("docs/") in GUIDE
