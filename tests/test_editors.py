"""What editors are given is current, accepts every record there is, and marks mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from dossier.editors import SCHEMAS, editor_files
from support import ROOT

VSCODE = ROOT / ".vscode"
FERRY = ROOT / "tests/ferry"
NAMES = {"actors": "actor", "places": "place", "timeline": "event", "seeds": "source"}


class AsEditorsRead(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: a date is the text it was written as."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def records() -> list[Path]:
    found = [*ROOT.glob("seeds/*.yml"), *FERRY.glob("seeds/*.yml")]
    for root in (ROOT, FERRY):
        found += [
            p for f in ("actors", "places", "timeline") for p in (root / "docs" / f).glob("*")
        ]
    return sorted(path for path in found if path.suffix in (".md", ".yml") and path.stem != "index")


def keys(path: Path) -> Any:  # noqa: ANN401 - whatever YAML gives
    text = path.read_text(encoding="utf-8")
    front = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    return yaml.load(front[1] if front else text, Loader=AsEditorsRead)  # noqa: S506


def validator(name: str) -> jsonschema.Draft7Validator:
    schema = json.loads((VSCODE / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize("name", sorted(editor_files()))
def test_what_is_committed_is_current(name: str) -> None:
    content = (VSCODE / name).read_text(encoding="utf-8")
    assert content == editor_files()[name], "run: dossier schema"


@pytest.mark.parametrize("path", records(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_record_fits_its_schema(path: Path) -> None:
    errors = [error.message for error in validator(NAMES[path.parent.name]).iter_errors(keys(path))]
    assert errors == []


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("actor", {"title": "A", "kind": "person", "sied": "x"}),
        ("actor", {"title": "A"}),
        ("actor", {"title": "A", "kind": "person", "names": "A"}),
        ("actor", {"title": "A", "kind": "person", "links": {"wikidata": "q5"}}),
        (
            "place",
            {"title": "A", "kind": "town", "location": {"lat": 91, "lon": 0, "precision": "city"}},
        ),
        (
            "place",
            {"title": "A", "kind": "town", "location": {"lat": 1, "lon": 0, "precision": "x"}},
        ),
        ("event", {"title": "A", "evidence": [{"quote": "words"}]}),
        ("event", {"title": "A", "actors": {"Not an id": "x"}}),
        ("source", {"title": "A", "quote_limit": 40}),
        ("source", {"title": "A", "parts": {"headline": 1}}),
    ],
)
def test_a_mistake_is_marked(name: str, record: dict[str, Any]) -> None:
    assert list(validator(name).iter_errors(record))


def test_every_key_has_a_description() -> None:
    for name in SCHEMAS:
        schema = json.loads((VSCODE / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
        assert all(each["description"] for each in schema["properties"].values())


def test_the_editor_is_told_of_schemas_that_are_there() -> None:
    settings = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    for path, files in settings["yaml.schemas"].items():
        assert (ROOT / path).is_file()
        assert list(ROOT.glob(files))


def test_the_task_reads_the_lines_of_the_check() -> None:
    tasks = json.loads((VSCODE / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = next(t for t in tasks if t["label"] == "dossier check")["problemMatcher"]["pattern"]
    line = "docs/a.md:4:1: ‘x’ is no key; did you mean ‘y’? [docs/about/g.md#unknown-key]"
    found = re.match(pattern["regexp"], line)
    assert found
    assert found[pattern["file"]] == "docs/a.md"
    assert (found[pattern["line"]], found[pattern["column"]]) == ("4", "1")
    assert found[pattern["code"]] == "unknown-key"
