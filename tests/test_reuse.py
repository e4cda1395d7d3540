"""Pages kept from the last build: what is built with them equals a clean build byte for byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.store import Store
from support import ROOT, copy_hooks
from test_rebuild import contents

BUILD = """
import sys, markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
converted, convert = [], markdown.Markdown.convert
def counted(self, text):
    converted.append(text)
    return convert(self, text)
markdown.Markdown.convert = counted
config = load_config("mkdocs.yml", site_dir=sys.argv[1], strict=True)
config.plugins.on_startup(command="build", dirty=False)
build(config)
print("converted", len(converted))
"""
"""Builds as ``mkdocs build --strict`` does, and says how many pages were converted."""

CONFIG = """\
site_name: The ferry
hooks: [hooks/mkdocs_hooks.py]
theme: {name: material, custom_dir: docs/theme, font: false}
plugins: []
markdown_extensions: [abbr, attr_list, footnotes, md_in_html, tables, toc, pymdownx.snippets]
nav: [{Home: index.md}, {Timeline: timeline/index.md}]
not_in_nav: "*"
exclude_docs: /theme/
extra: {dossier: {event: ferry-aground-event}}
"""

REEN = "docs/actors/otto-reen.md"


def made(root: Path) -> Path:
    """Make the ferry's project, with this project's hooks and theme."""
    shutil.copytree(ROOT / "tests/ferry", root)
    copy_hooks(root)
    shutil.copytree(ROOT / "docs/theme", root / "docs/theme")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return root


def build(root: Path, site: Path, **environment: str) -> int:
    """Build; return how many pages were converted."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(site)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split()[-1])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built once."""
    root = made(tmp_path_factory.mktemp("reuse") / "project")
    assert build(root, root / "site") > 40
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Path]:
    """The same, for a test to change; afterwards it is as it was."""
    shutil.copytree(built, tmp_path / "as-it-was", symlinks=True)
    yield built
    shutil.rmtree(built)
    shutil.move(tmp_path / "as-it-was", built)


def change(path: str, old: str, new: str) -> Callable[[Path], None]:
    def changed(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert re.search(old, text)
        (root / path).write_text(re.sub(old, new, text, count=1), encoding="utf-8")

    return changed


def renamed(root: Path) -> None:
    (root / REEN).rename(root / "docs/actors/captain-reen.md")


def removed(root: Path) -> None:
    (root / REEN).unlink()


CHANGES = {
    "prose": change(REEN, r"\Z", "\nHe was asked again.\n"),
    "a title": change(REEN, "title: Otto Reen", "title: O. Reen\nalso: [Otto]"),
    "a source's guide": change("seeds/ferry-aground.yml", "The captain's", "One captain's"),
    "another name of the file": renamed,
    "no file any more": removed,
    "a template": change("docs/theme/main.html", r"{%-? endblock", r"<!-- again -->\g<0>"),
    "the site's name": change("mkdocs.yml", "The ferry", "The ferry Maren Dahl"),
    "the navigation": change("mkdocs.yml", "Timeline: ", "In time: "),
    "an option of Markdown": change("mkdocs.yml", "toc,", "{toc: {permalink: true}},"),
    "the hooks' words": change(
        "hooks/dossier/write/timeline.py", "Every event, in", "Each event, in"
    ),
    "the hooks' templates": change("hooks/dossier/write/templates/kicker.jinja", "<p", "<p id=k"),
}


def test_nothing_is_converted_when_nothing_has_changed(project: Path, tmp_path: Path) -> None:
    assert build(project, tmp_path / "again") == 0
    assert contents(tmp_path / "again") == contents(project / "site")


def test_an_edit_converts_only_the_pages_it_changes(project: Path, tmp_path: Path) -> None:
    CHANGES["prose"](project)
    assert 1 <= build(project, tmp_path / "again") <= 3


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_the_site_equals_a_clean_one(
    what: str, project: Path, tmp_path: Path
) -> None:
    CHANGES[what](project)
    build(project, tmp_path / "again")
    build(project, tmp_path / "clean", DOSSIER_REUSE="off")
    assert contents(tmp_path / "again") == contents(tmp_path / "clean")
    assert contents(tmp_path / "clean") != contents(project / "site")


def test_a_folder_of_damaged_files_is_done_without(project: Path, tmp_path: Path) -> None:
    kept = [path for path in (project / ".cache").rglob("*") if path.is_file()]
    for number, path in enumerate(kept):
        whole = path.read_bytes()
        path.write_bytes((whole[: len(whole) // 2], b"", b"\0" * 90, whole[::-1])[number % 4])
    assert build(project, tmp_path / "again") > 40
    assert contents(tmp_path / "again") == contents(project / "site")
    assert build(project, tmp_path / "third") == 0


def test_a_value_that_no_build_has_written_is_done_without(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / "a").write_bytes(zlib.compress(b"[" * 100_000))
    assert store.get("a", ("html",)) is None


def test_what_is_none_of_ours_is_left_where_it_is(tmp_path: Path) -> None:
    key = "0" * 64
    for name in (key, f"{key}-12", f"{key}.3456", "notes.md"):
        (tmp_path / name).write_text("kept")
    (tmp_path / "1").mkdir()
    Store(tmp_path).forget_others()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "notes.md"]


def test_a_cache_that_cannot_be_written_is_done_without(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("a file where the folder would be")
    assert build(project, tmp_path / "again") > 40
    assert contents(tmp_path / "again") == contents(project / "site")


def test_one_variable_turns_it_off(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".cache")
    assert build(project, tmp_path / "again", DOSSIER_REUSE="off") > 40
    assert not (project / ".cache").exists()


def test_what_is_no_longer_used_does_not_stay(project: Path, tmp_path: Path) -> None:
    before = sum(path.is_file() for path in (project / ".cache").rglob("*"))
    CHANGES["the site's name"](project)
    build(project, tmp_path / "again")
    assert sum(path.is_file() for path in (project / ".cache").rglob("*")) == before


def test_beside_other_plugins_nothing_is_kept(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".cache")
    change("mkdocs.yml", r"plugins: \[\]", "plugins: [search]")(project)
    assert build(project, tmp_path / "again") > 40
    assert not (project / ".cache").exists()


def test_another_hook_may_change_what_is_written(project: Path, tmp_path: Path) -> None:
    (project / "more.py").write_text(
        "def on_files(files, config):\n"
        "    page = files.get_file_from_path('index.md')\n"
        "    page.content_string += '\\nAdded by another hook.\\n'\n"
        "    return files\n",
        encoding="utf-8",
    )
    change("mkdocs.yml", r"hooks/mkdocs_hooks\.py", "hooks/mkdocs_hooks.py, more.py")(project)
    build(project, tmp_path / "again")
    assert "Added by another hook." in (tmp_path / "again/index.html").read_text(encoding="utf-8")


def test_text_added_to_each_page_is_never_out_of_date(project: Path, tmp_path: Path) -> None:
    added = project / "added.md"
    snippets = r"{pymdownx.snippets: {base_path: ., auto_append: [added.md]}}"
    change("mkdocs.yml", r"pymdownx\.snippets", snippets)(project)
    added.write_text("At first.\n")
    build(project, tmp_path / "first")
    added.write_text("Now this.\n")
    build(project, tmp_path / "again")
    assert "Now this." in (tmp_path / "again/index.html").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="there are no copies of a process elsewhere")
def test_pages_built_by_several_processes_equal_those_of_one(project: Path, tmp_path: Path) -> None:
    for number in range(160):
        page = project / f"docs/places/quay-{number}.md"
        page.write_text(
            f"---\ntitle: Quay {number}\nkind: quay\n---\nNear [Eastholm](eastholm.md).\n"
        )
    few = build(project, tmp_path / "several")
    every = build(project, tmp_path / "one", DOSSIER_REUSE="off")
    assert few < every - 40  # the others have converted theirs
    assert contents(tmp_path / "several") == contents(tmp_path / "one")
