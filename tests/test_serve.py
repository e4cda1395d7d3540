"""Under ``mkdocs serve`` nothing raises: a broken page shows its problem until it is mended."""

from __future__ import annotations

import html
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from support import copy_ferry

PATIENCE = 180
"""Seconds to wait for a change to show; far more than it takes, since machines differ."""
ACTOR = "docs/actors/otto-reen.md"
SERVE = (sys.executable, "-m", "mkdocs", "serve")
BROKEN = "---\ntitle: Otto Reen\nkind: person\nsied: none\n---\n"
WORDS = "‘sied’ is no key of an actor; did you mean ‘side’?"


def free_port() -> int:
    """Return a port that nothing else is lent by chance before the server, once built, takes it.

    Systems lend ports from 32768 (Linux) or 49152 (IANA) up; other processes start elsewhere.
    """
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return copy_ferry(tmp_path / "ferry")


@contextmanager
def serving(project: Path, command: tuple[str, ...] = SERVE) -> Iterator[Callable[[str], str]]:
    """Run ``mkdocs serve``; gives a function from a page's address to its HTML."""
    port = free_port()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (project / "serve.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            stdout=log,
            stderr=log,
            env=environment,
        )

    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            with error:  # an answer too: to be closed
                return f"HTTP {error.code}"
        except OSError:
            assert server.poll() is None, (project / "serve.log").read_text()
            return ""

    try:
        yield get
    finally:
        server.terminate()
        server.wait(PATIENCE)


def until(get: Callable[[str], str], path: str, right: Callable[[str], bool]) -> str:
    """Return the page as soon as it is right; fails with what it last was."""
    page = ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page = get(path)
        if page and right(page):
            return page
        time.sleep(0.2)
    pytest.fail(f"{path} never came right; last: {page[:2000]}")


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_break_mend_add_rename_and_delete_while_it_serves(ferry: Path) -> None:
    whole = (ferry / ACTOR).read_text(encoding="utf-8")
    with serving(ferry) as get:
        until(get, "actors/otto-reen/", lambda page: "Otto Reen" in page)

        (ferry / ACTOR).write_text(BROKEN, encoding="utf-8")
        page = until(get, "actors/otto-reen/", lambda page: WORDS in plain(page))
        assert f"{ACTOR}:4" in plain(page)
        other = until(get, "places/port-varn/", lambda page: "open problem" in plain(page))
        assert "Port Varn" in other

        (ferry / ACTOR).write_text(whole, encoding="utf-8")
        until(get, "actors/otto-reen/", lambda page: WORDS not in plain(page))
        until(get, "places/port-varn/", lambda page: "open problem" not in plain(page))

        added = ferry / "docs/places/paris.md"
        added.write_text("---\ntitle: Paris\nkind: city\n---\n", encoding="utf-8")
        until(get, "places/paris/", lambda page: "Paris" in page and not page.startswith("HTTP"))

        added.rename(ferry / "docs/places/paris-city.md")
        until(get, "places/paris-city/", lambda page: not page.startswith("HTTP"))
        until(get, "places/paris/", lambda page: page.startswith("HTTP 404"))

        (ferry / "docs/places/paris-city.md").unlink()
        until(get, "places/paris-city/", lambda page: page.startswith("HTTP 404"))


def test_a_release_in_the_changelog_shows_while_it_serves(ferry: Path) -> None:
    changelog = ferry / "CHANGELOG.md"
    changelog.write_text("# Changelog\n\n## 3.1.4 - 2026-11-01\n\n- First.\n", encoding="utf-8")
    with serving(ferry) as get:
        until(get, "data/datapackage.json", lambda page: "3.1.4" in page)
        text = changelog.read_text(encoding="utf-8")
        changelog.write_text(text.replace("3.1.4 - 2026-11-01", "3.1.5 - 2026-11-02"), "utf-8")
        until(get, "data/datapackage.json", lambda page: "3.1.5" in page)


def test_an_address_that_is_taken_is_a_line_that_names_another(ferry: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port()))
        other.listen()
        port = other.getsockname()[1]
        ended = subprocess.run(
            [*SERVE, "--dev-addr", f"127.0.0.1:{port}"],
            cwd=ferry,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    said = ended.stdout + ended.stderr
    assert ended.returncode == 1
    assert f"Nothing can be served at http://127.0.0.1:{port}/ (" in said
    assert f"make serve ADDR=127.0.0.1:{port + 1}" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("by", ["writing", "replacing"])
def test_broken_settings_are_a_line_and_what_was_built_is_served(by: str, ferry: Path) -> None:
    """Editors write into the file, or put another in its place."""
    settings_break_and_are_mended(by, ferry)


def settings_break_and_are_mended(by: str, ferry: Path, command: tuple[str, ...] = SERVE) -> None:
    settings, log = ferry / "mkdocs.yml", ferry / "serve.log"
    whole = settings.read_text(encoding="utf-8")

    def told(words: str) -> Callable[[str], bool]:
        return lambda _: words in log.read_text(encoding="utf-8")

    def save(text: str) -> None:
        file = settings if by == "writing" else ferry / "mkdocs.yml.new"
        file.write_text(text, encoding="utf-8")
        file.replace(settings)

    with serving(ferry, command) as get:
        until(get, "", lambda page: "The Palmyra dossier" in page)
        save(whole.replace("site_name: The Palmyra dossier", "site_name: A: b"))
        until(get, "", told("mkdocs.yml:4:13: the value of ‘site_name’ holds ‘: ’; put"))
        assert "The Palmyra dossier" in get("places/port-varn/")
        save(whole.replace("site_name: The Palmyra dossier", "site_name: Of a ferry"))
        until(get, "places/port-varn/", lambda page: "Of a ferry" in page)
        save(whole.replace("name: material", "name: materail"))
        until(get, "", told("Unrecognised theme name: 'materail'"))
        assert "Of a ferry" in get("places/port-varn/")
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_first_build_with_problems_serves(ferry: Path) -> None:
    serves_though_there_are_problems(ferry)


def serves_though_there_are_problems(ferry: Path, command: tuple[str, ...] = SERVE) -> None:
    (ferry / ACTOR).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    (ferry / "seeds/broken.yml").write_text("title: 1: 2\n", encoding="utf-8")
    os.mkfifo(ferry / "docs/assets/pipe.png")
    (ferry / "docs/assets/lost.png").symlink_to("lost-and-gone.png")
    with serving(ferry, command) as get:
        until(get, "actors/otto-reen/", lambda page: f"{ACTOR}:" in plain(page))
        until(get, "", lambda page: "4 open problems" in plain(page))
    assert "Traceback" not in (ferry / "serve.log").read_text(encoding="utf-8")


def test_the_whole_text_is_shown_and_marked_as_local(project: Path) -> None:
    text = (project / "seeds/battle-for-palmyra.txt").read_text(encoding="utf-8")
    last = "".join(text.split()[-12:])
    with serving(project) as get:
        page = until(get, "sources/battle-for-palmyra/", lambda page: "passage-11" in page)
    assert "Content-Security-Policy" not in page, "it would stop the script that loads pages anew"
    assert last in "".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())
    assert "local" in plain(page).lower()


def test_it_ends_cleanly_while_pages_are_still_to_be_made(project: Path, tmp_path: Path) -> None:
    site, log = tmp_path / "made", project / "serve.log"
    site.mkdir()
    with log.open("w") as opened:
        server = subprocess.Popen(
            [*SERVE, "--dev-addr", f"127.0.0.1:{free_port()}"],
            cwd=project,
            stdout=opened,
            stderr=opened,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(site)},
        )
    try:
        until(lambda _: log.read_text(), "the log", lambda text: "Serving on" in text)
        time.sleep(1)
        place = project / "docs/places/palmyra.md"
        text = place.read_text(encoding="utf-8")
        place.write_text(text.replace("title: ", "title: The place of ", 1), encoding="utf-8")
        until(lambda _: log.read_text(), "the log", lambda text: "may have changed" in text)
    finally:
        server.send_signal(signal.SIGINT)
        code = server.wait(PATIENCE)
    assert (code, "Traceback" in log.read_text(), list(site.iterdir())) == (0, False, [])


def test_sources_come_change_and_go_while_it_serves(ferry: Path) -> None:
    record, text = ferry / "seeds/ferry-refloated.yml", ferry / "seeds/ferry-refloated.txt"
    with serving(ferry) as get:
        until(get, "sources/", lambda page: "ferry-aground" in page)

        text.write_text("Tugs pulled the ferry off the rocks on Sunday.\n", encoding="utf-8")
        until(get, "", lambda page: "1 open problem " in plain(page))

        record.write_text("title: Ferry Refloated\npublished: 2019-05-13\n", encoding="utf-8")
        until(get, "sources/ferry-refloated/", lambda page: "12 May 2019" in plain(page))
        until(get, "", lambda page: "open problem" not in plain(page))

        text.write_text("Tugs pulled the ferry off the rocks on Friday.\n", encoding="utf-8")
        until(get, "sources/ferry-refloated/", lambda page: "10 May 2019" in plain(page))

        record.write_text("title: Ferry Refloated\npublishd: 2019-05-13\n", encoding="utf-8")
        wrong = "‘publishd’ is no key of a source; did you mean ‘published’?"
        until(get, "sources/ferry-refloated/", lambda page: wrong in plain(page))

        text.unlink()
        record.unlink()
        until(get, "sources/ferry-refloated/", lambda page: page.startswith("HTTP 404"))
        until(get, "", lambda page: "open problem" not in plain(page))


def test_a_link_that_leads_nowhere_is_told_once_and_not_by_mkdocs_too(ferry: Path) -> None:
    page = ferry / ACTOR
    links = "\n![A ship](../assets/none.png) and [a list](list.pdf)\n"
    page.write_text(page.read_text(encoding="utf-8") + links, encoding="utf-8")
    settings = ferry / "mkdocs.yml"
    nav = re.sub(r"(?m)^nav:\n", "nav:\n  - Gone: gone.md\n", settings.read_text("utf-8"))
    settings.write_text(nav, encoding="utf-8")
    with serving(ferry) as get:
        until(get, "actors/otto-reen/", lambda page: "none.png" in page)
    told = (ferry / "serve.log").read_text(encoding="utf-8")
    for target in ("none.png’", "list.pdf’", "gone.md’"):
        assert told.count(target) == 1, told
    assert "Doc file '" not in told
    assert "A reference to" not in told
