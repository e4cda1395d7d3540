"""While serving, an edit changes what it concerns and no more; what is then served is as clean."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.build import build_dossier
from support import copy_ferry
from test_reuse import change
from test_serve import PATIENCE, SERVE, serving

CLEAN = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
config.site_url = sys.argv[2]
build(config, serve_url=config.site_url)
"""
"""Builds what ``mkdocs serve`` does, at the address at which it is served."""
_RELOADS = re.compile(r"<script>(?:(?!</script>).)*livereload\(.*?</script>", re.DOTALL)
"""The script that the server puts into each page."""
REEN = "docs/actors/otto-reen.md"
SHIP = "docs/timeline/ferry-leaves.md"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return copy_that_takes_in_seeds(tmp_path / "ferry")


def copy_that_takes_in_seeds(target: Path) -> Path:
    ferry = copy_ferry(target)
    change("mkdocs.yml", "base_path: docs", "base_path: [docs, seeds]")(ferry)
    return ferry


class Served:
    """A project that is being served."""

    def __init__(self, root: Path, get: Callable[[str], str]) -> None:
        self.root, self.get = root, get

    @property
    def log(self) -> str:
        return (self.root / "serve.log").read_text(encoding="utf-8")

    @property
    def url(self) -> str:
        found = re.search(r"Serving on (\S+)", self.log)
        assert found
        return found[1]

    def edit(self, *changes: Callable[[Path], None]) -> str:
        """Make changes; return what the server has said when their outcome is served."""
        before = len(self.log)
        for each in changes:
            each(self.root)
        end = time.monotonic() + PATIENCE
        while "Reloading browsers" not in (said := self.log[before:]):
            assert time.monotonic() < end, said
            time.sleep(0.05)
        return said

    def equals_a_clean_build(self, site: Path) -> None:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOSSIER_REUSE": "off"}
        command = [sys.executable, "-c", CLEAN, str(site), self.url]
        subprocess.run(command, cwd=self.root, env=environment, check=True, capture_output=True)
        text = (".html", ".js", ".json", ".css", ".csv", ".xml", ".txt", ".ttl", ".svg", ".jsonld")
        clean = {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(site.rglob("*"))
            if path.suffix in text
        }
        assert len(clean) > 50
        unlike = list(clean)
        for _ in range(5):  # the server may have seen a file while it was being written
            unlike = [name for name in unlike if _RELOADS.sub("", self.get(name)) != clean[name]]
            if not unlike:
                return
            time.sleep(1)
        pytest.fail(f"served otherwise than built: {unlike}")


@contextmanager
def served(root: Path, command: tuple[str, ...] = SERVE) -> Iterator[Served]:
    with serving(root, command) as get:
        end = time.monotonic() + PATIENCE
        while "Serving on" not in (root / "serve.log").read_text(encoding="utf-8"):
            assert time.monotonic() < end
            time.sleep(0.05)
        project = Served(root, get)
        while "Reloading" not in project.log:  # it may not look for changes yet
            assert time.monotonic() < end
            (root / REEN).touch()
            time.sleep(0.5)
        while project.log.count("Detected") != project.log.count("Reloading"):
            assert time.monotonic() < end
            time.sleep(1)
        yield project


def write(path: str, text: str) -> Callable[[Path], None]:
    def written(root: Path) -> None:
        (root / path).write_text(text, encoding="utf-8")

    return written


def removed(root: Path) -> None:
    (root / "docs/places/paris.md").unlink()


TITLE = change(REEN, "title: Otto Reen", "title: O. Reen\nalso: [Otto]")
EASTHOLM = "docs/places/eastholm.md"
HISTORY = "history:\n  - {date: 2020-02-03, what: Mended, why: It was said}\nkind:"
IN_PLACE = {
    "prose and a guide": (
        change(REEN, r"\Z", "\nHe was asked again.\n"),
        change("seeds/ferry-aground.yml", "The captain's", "One captain's"),
    ),
    "titles": (TITLE, change(SHIP, "title: ", "title: Early, ")),
    "an actor and a place are broken": (
        change(REEN, "kind:", "kidn:"),
        change(EASTHOLM, "kind:", "kidn:"),
    ),
    "they are mended, one with a history": (
        change(REEN, "kidn:", HISTORY),
        change(EASTHOLM, "kidn:", "kind:"),
    ),
    "a text that a page takes in": (change("seeds/added.markdown", "first", "last"),),
    "a page comes": (write("docs/places/paris.md", "---\ntitle: Paris\nkind: city\n---\n"),),
    "and goes": (removed,),
}
BY_MKDOCS = {
    "a template": (change("docs/theme/main.html", r"{%-? endblock", r"<!-- again -->\g<0>"),),
}


def test_after_each_edit_what_is_served_equals_a_clean_build(ferry: Path, tmp_path: Path) -> None:
    each_edit_is_served(ferry, tmp_path)


def each_edit_is_served(ferry: Path, folder: Path, command: tuple[str, ...] = SERVE) -> None:
    (ferry / "seeds/added.markdown").write_text("At first.\n", encoding="utf-8")
    change("docs/actors/dahl-lines.md", r"\Z", '\n--8<-- "added.markdown"\n')(ferry)
    with served(ferry, command) as project:
        for number, (name, changes) in enumerate({**IN_PLACE, **BY_MKDOCS}.items()):
            said = project.edit(*changes)
            assert ("may have changed, in" in said) == (name in IN_PLACE), f"{name}: {said}"
            project.equals_a_clean_build(folder / f"clean-{number}")
        assert project.get("places/paris/") == "HTTP 404"
    assert "Traceback" not in project.log


def test_a_page_that_mkdocs_holds_for_a_draft_is_marked(ferry: Path, tmp_path: Path) -> None:
    change("mkdocs.yml", r"\Z", "\ndraft_docs: /actors/otto-reen.md\n")(ferry)
    with served(ferry) as project:
        assert "mkdocs-draft-marker" in project.get("actors/otto-reen/index.html")
        project.edit(change(REEN, r"\Z", "\nHe was asked again.\n"))
        project.equals_a_clean_build(tmp_path / "clean")


def test_whoever_asks_while_edits_come_gets_the_page_each_time(ferry: Path) -> None:
    over = threading.Event()
    failed: list[str] = []

    def ask(get: Callable[[str], str]) -> None:
        while not over.is_set():
            failed.extend(
                page
                for address in ("actors/otto-reen/", "places/port-varn/", "timeline/")
                if "</html>" not in (page := get(address))
            )

    with served(ferry) as project:
        readers = [threading.Thread(target=ask, args=[project.get]) for _ in range(3)]
        for reader in readers:
            reader.start()
        for number in range(6):
            project.edit(change(REEN, "title: .*", f"title: Captain number {number}"))
            assert f"Captain number {number}" in project.get("actors/otto-reen/index.html")
        over.set()
        for reader in readers:
            reader.join()
    assert failed == []


def test_edits_leave_no_more_behind_than_a_build_keeps(ferry: Path) -> None:
    with served(ferry) as project:
        project.get("actors/otto-reen/")
        before = len(set(kept(ferry)))
        for number in range(4):
            project.edit(change(REEN, r"\Z", f"\nSeen again, {number}.\n"))
            assert f"Seen again, {number}." in project.get("actors/otto-reen/")
        assert len(set(kept(ferry))) == before


def test_pages_that_nobody_asks_for_are_made_too(ferry: Path) -> None:
    def texts() -> set[tuple[str, str]]:
        files = build_dossier(ferry / "mkdocs.yml", serving=True).everything()
        return {(path, text) for path, text in files.items() if "--8<--" not in text}  # never kept

    with served(ferry) as project:
        before, was = set(kept(ferry)), texts()
        project.edit(TITLE)
        changed = [path for path, _ in texts() - was if path.endswith(".md")]
        assert len(changed) > 4
        end = time.monotonic() + PATIENCE
        while len(set(kept(ferry)) - before) < len(changed):
            assert time.monotonic() < end, project.log
            time.sleep(0.05)


def kept(root: Path) -> Iterator[Path]:
    """Give the pages that have been made."""
    return (path for path in (root / ".cache").rglob("*") if path.is_file())
