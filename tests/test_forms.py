"""“Report a mistake” fills in the form that is there; “Edit this page” opens the record."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from dossier.build import build_dossier
from support import ROOT

FORMS = ROOT / ".github/ISSUE_TEMPLATE"
REPOSITORY = "https://code.example/group/project"
CONFIG = f"""site_name: The ferry
site_url: https://site.example/ferry/
repo_url: {REPOSITORY}
extra: {{dossier: {{event: ferry-aground-event}}}}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The ferry dossier's folder and its pages, with a repository configured."""
    root = tmp_path_factory.mktemp("forms") / "ferry"
    shutil.copytree(ROOT / "tests/ferry", root)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    files = build_dossier(root / "mkdocs.yml").files
    return root, {path: text for path, text in files.items() if path.endswith(".md")}


def links(text: str, part: str) -> list[str]:
    found = re.findall(rf'href="({re.escape(REPOSITORY)}/{part}[^"]*)"', text)
    return [html.unescape(address) for address in found]


def test_the_report_fills_in_fields_that_the_form_has(pages: tuple[Path, dict[str, str]]) -> None:
    root, texts = pages
    for path, text in texts.items():
        asked = parse_qs(urlsplit(links(text, "issues/new")[0]).query)
        form = yaml.safe_load((FORMS / asked["template"][0]).read_text(encoding="utf-8"))
        fields = {field["id"] for field in form["body"] if "id" in field}
        assert set(asked) - {"template", "title"} <= fields
        assert asked["page"][0].startswith("https://site.example/ferry/")
        if path.split("/")[0] in ("actors", "places", "timeline") and "index" not in path:
            assert asked["record"] == [f"docs/{path}"]
            assert (root / asked["record"][0]).is_file()


def test_every_page_made_of_records_opens_one(pages: tuple[Path, dict[str, str]]) -> None:
    root, texts = pages
    for path, text in texts.items():
        for address in links(text, "edit/main/"):
            file = unquote(address.removeprefix(f"{REPOSITORY}/edit/main/"))
            assert (root / file).is_file() or (ROOT / file).is_file(), f"{path} → {file}"
        if path.split("/")[0] in ("actors", "places", "timeline", "sources"):
            assert links(text, "edit/main/"), path


@pytest.mark.parametrize("form", ["mistake.yml", "source.yml"])
def test_a_form_is_one_that_the_host_accepts(form: str) -> None:
    asked = yaml.safe_load((FORMS / form).read_text(encoding="utf-8"))
    assert asked["name"]
    assert asked["description"]
    kinds = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    ids = [field["id"] for field in asked["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for field in asked["body"]:
        assert field["type"] in kinds
        assert field["attributes"].get("label") or field["type"] == "markdown"
