"""Every mistake is named with file, line and the way out, and nothing else is reported.

The cases are data: tests/problems/*.yml.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.build import build_dossier
from dossier.config import read_config
from dossier.problems import CODES, GUIDE
from dossier.project import load
from support import ROOT

HERE = Path(__file__).parent
RECORDS = [
    path.relative_to(HERE / "ferry").as_posix()
    for path in (HERE / "ferry").rglob("*")
    if path.suffix in (".md", ".yml")
]


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted((HERE / "problems").glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def test_the_whole_dossier_has_no_problem(ferry: Path) -> None:
    assert [str(p) for p in build_dossier(ferry / "mkdocs.yml").problems] == []


def _broken(case: dict[str, Any], ferry: Path) -> None:
    """Put a case's mistake into the dossier."""
    for path in case.get("delete", ()):
        (ferry / path).unlink()
    for path, content in case.get("files", {}).items():
        (ferry / path).parent.mkdir(parents=True, exist_ok=True)
        (ferry / path).write_text(content, encoding="utf-8", newline="")
    for path, (old, new) in case.get("replace", {}).items():
        text = (ferry / path).read_text(encoding="utf-8")
        assert old in text
        (ferry / path).write_text(text.replace(old, new), encoding="utf-8")
    for path, numbers in case.get("bytes", {}).items():
        (ferry / path).write_bytes(bytes(numbers))


@pytest.mark.parametrize("case", _cases())
def test_a_mistake_is_named(case: dict[str, Any], ferry: Path) -> None:
    _broken(case, ferry)
    if case.get("written"):
        problems = build_dossier(ferry / "mkdocs.yml").problems
    else:
        config = read_config(ferry / "mkdocs.yml")
        problems = tuple(sorted({*config.problems, *load(config.project).problems}))
    said = [str(each).removesuffix(f" [{each.guide}]") for each in problems]
    if "begins" in case:  # the rest counts words over everything that is written
        assert [each.startswith(case["begins"]) for each in said] == [True]
    else:
        assert said == case["expect"]
    assert {each.code for each in problems} <= set(CODES)


def test_there_are_at_least_60_different_mistakes() -> None:
    said = {tuple(case.values[0]["expect"]) for case in _cases()}
    assert len(said) >= 60


@pytest.mark.parametrize("code", CODES)
def test_the_guide_has_a_paragraph_on_each_kind_of_mistake(code: str) -> None:
    guide = (ROOT / GUIDE).read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", guide, re.MULTILINE)
    assert code in {heading.lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", sorted(RECORDS), ids=str)
def test_one_broken_record_is_one_problem(path: str, ferry: Path) -> None:
    text = (ferry / path).read_text(encoding="utf-8")
    (ferry / path).write_text(text.replace("title:", "titel:", 1), encoding="utf-8")
    line = text[: text.index("title:")].count("\n") + 1
    kind = {"actors": "an actor", "places": "a place", "timeline": "an event"}
    what = kind.get(path.split("/")[1], "a source")
    said = [str(each) for each in build_dossier(ferry / "mkdocs.yml").problems]
    assert [each.split("; ")[0] for each in said] == [
        f"{path}:{line}:1: ‘titel’ is no key of {what}"
    ]


def test_all_problems_are_reported_at_once(ferry: Path) -> None:
    (ferry / "docs/actors/otto-reen.md").write_text(
        "---\ntitle: Otto Reen\n---\n", encoding="utf-8"
    )
    (ferry / "docs/places/eastholm.md").write_text("no front matter\n", encoding="utf-8")
    (ferry / "seeds/another.txt").write_text("Nothing.\n", encoding="utf-8")
    paths = [p.path for p in build_dossier(ferry / "mkdocs.yml").problems]
    assert paths == ["docs/actors/otto-reen.md", "docs/places/eastholm.md", "seeds/another.txt"]


def test_any_record_may_be_broken_while_it_serves(ferry: Path) -> None:
    """Whatever file is broken, its problem is told, nothing else falls, and a site is made."""
    for path in sorted(RECORDS):
        whole = (ferry / path).read_text(encoding="utf-8")
        (ferry / path).write_text(whole.replace("title:", "titel:", 1), encoding="utf-8")
        built = build_dossier(ferry / "mkdocs.yml", serving=True)
        (ferry / path).write_text(whole, encoding="utf-8")
        assert {problem.path for problem in built.problems} == {str(path)}
        assert "index.md" in built.everything()


def test_nothing_that_people_wrote_rests_on_a_draft_which_only_serving_shows(ferry: Path) -> None:
    event = ferry / "docs/timeline/ferry-aground-event.md"
    text = event.read_text(encoding="utf-8")
    linked = text.replace("actors: {maren-dahl: ran aground}", "actors: {varn-courier: told}")
    linked += "\n[The paper](../actors/varn-courier.md) told it.\n"
    event.write_text(linked, encoding="utf-8")
    source = ferry / "seeds/again.txt"
    source.write_text("One\n\nThe Varn Courier said so on Monday.\n", encoding="utf-8")
    record = "title: One\npublished: 2019-05-09\npublish: full\nrights: own\nparts: {title: 1}\n"
    (ferry / "seeds/again.yml").write_text(record, encoding="utf-8")
    served = build_dossier(ferry / "mkdocs.yml", serving=True)
    assert "actors/varn-courier.md" in served.everything()
    assert {problem.code for problem in served.problems} >= {"unknown-actor", "broken-link"}
    assert served.problems == build_dossier(ferry / "mkdocs.yml").problems


def test_what_stands_in_for_a_broken_page_does_not_say_that_nobody_has_written_it(
    ferry: Path,
) -> None:
    page = ferry / "docs/actors/otto-reen.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    built = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
    said = built["actors/otto-reen.md"]
    assert "This page has" in said
    assert "nobody has written" not in said
    drafts = [path for path, each in built.items() if "nobody has written" in each]
    assert drafts


def test_a_page_says_how_many_problems_it_has(ferry: Path) -> None:
    page = ferry / "docs/actors/otto-reen.md"
    for text, said in (("title: A\n", "until it is mended"), ("titel: A\n", "until they are")):
        page.write_text(f"---\n{text}---\n", encoding="utf-8")
        built = build_dossier(ferry / "mkdocs.yml", serving=True)
        assert said in built.everything()["actors/otto-reen.md"]


def test_a_faulty_source_hides_no_fault_of_what_rests_on_it(ferry: Path) -> None:
    record = ferry / "seeds/ferry-aground.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text + "quote_limit: 40%\n", encoding="utf-8")
    event = ferry / "docs/timeline/ferry-leaves.md"
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace("had left Port Varn", "had fled Port Varn"), encoding="utf-8")
    codes = {p.code for p in build_dossier(ferry / "mkdocs.yml").problems}
    assert codes == {"number", "quote-not-found"}


@pytest.mark.parametrize("path", ["docs/actors/ingrid-sole.md", "seeds/ferry-aground.txt"])
def test_a_file_that_may_not_be_read_is_one_problem_and_no_crash(
    path: str, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Faked: whoever runs the tests as root may read every file."""
    read = Path.read_bytes

    def refused(file: Path) -> bytes:
        if file == ferry / path:
            raise PermissionError(13, "Permission denied")
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", refused)
    (only,) = build_dossier(ferry / "mkdocs.yml").problems
    assert str(only).startswith(f"{path}:1:1: the file cannot be read: Permission denied; ")
