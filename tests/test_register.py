"""Every identifier and address that was ever released is there, moved, or said to be withdrawn."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from dossier.build import build_dossier
from dossier.cli import main
from dossier.config import read_config
from dossier.export.register import KINDS, Entry, Register, path_of, read_register
from dossier.problems import Problem
from dossier.registering import registered as registered_by
from dossier.write import links
from support import ROOT, copy_project, run_mkdocs, serve

FILE = ROOT / "docs/register.yml"


def registered(project: Path) -> tuple[Path, str, list[Problem]]:
    return registered_by(read_config(project / "mkdocs.yml"))


def register_now() -> Register:
    """Return the register as the next release will publish it."""
    register, problems = read_register(registered(ROOT)[1], "docs/register.yml")
    assert not problems
    return register


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose changelog names a release: from then on nothing may be lost."""
    project = copy_project(tmp_path_factory.mktemp("released") / "project")
    (project / "CHANGELOG.md").write_text("## 1.0.0 - 2026-11-22\n", "utf-8")
    path, _, _ = registered(project)
    path.unlink(missing_ok=True)
    path.write_text(registered(project)[1], "utf-8")
    return project


@pytest.fixture
def released(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, for a test to break."""
    return shutil.copytree(whole, tmp_path / "released")


def entries(register: Register) -> list[tuple[str, str, Entry]]:
    return [(kind, id_, entry) for kind in KINDS for id_, entry in register.of(kind).items()]


def test_nothing_that_was_released_is_lost() -> None:
    _, _, problems = registered(ROOT)
    assert not problems, "\n".join(map(str, problems))


def test_every_address_in_it_resolves(site: Path) -> None:
    for kind, id_, _ in entries(register_now()):
        page = site / links.address(path_of(kind, id_)) / "index.html"
        assert page.is_file(), f"{kind} {id_}"
        if kind == "statements":
            assert f'id="{id_}"' in page.read_text("utf-8"), id_


def test_addresses_are_ascii(site: Path) -> None:
    strange = [path.name for path in site.rglob("*") if not path.name.isascii()]
    assert not strange


def test_it_is_published(site: Path) -> None:
    assert (site / "register.yml").read_bytes() == FILE.read_bytes()


# --- What becomes of what is gone -----------------------------------------------------


def enter(project: Path, kind: str, line: str) -> None:
    path = project / "docs/register.yml"
    text = path.read_text("utf-8")
    id_ = line.split(":", 1)[0]
    text = re.sub(rf"(?m)^  {re.escape(id_)}:.*\n", "", text)
    path.write_text(text.replace(f"{kind}:\n", f"{kind}:\n  {line}\n"), "utf-8")


def lost(project: Path) -> list[str]:
    return [f"{each.line}: {each.what}" for each in registered(project)[2]]


def test_a_page_that_vanishes_without_a_word_is_a_problem(released: Path) -> None:
    enter(released, "places", "old-mill:")
    line = (released / "docs/register.yml").read_text("utf-8").split("old-mill")[0].count("\n") + 1
    assert lost(released) == [f"{line}: ‘old-mill’ was released, and is no longer among the places"]


def test_before_a_first_release_nothing_is_final(project: Path) -> None:
    enter(project, "places", "old-mill:")
    assert lost(project) == []
    assert "old-mill" not in registered(project)[1]


@pytest.mark.parametrize(
    ("fate", "what"),
    [
        ("{moved: nowhere}", "‘old-mill’ moved to ‘nowhere’, which is not there"),
        ("{moved: old-mill}", "‘old-mill’ moved to ‘old-mill’, which is not there"),
        ("{lost: x}", "what became of ‘old-mill’ cannot be read"),
        ("{gone: x, moved: palmyra}", "what became of ‘old-mill’ cannot be read"),
        ("{moved: palmyra, instead: tadmur}", "what became of ‘old-mill’ cannot be read"),
        ("{gone: x, date: yesterday}", "what became of ‘old-mill’ cannot be read"),
        ("{gone: x, instead: nowhere}", "‘nowhere’, which replaces ‘old-mill’, is not there"),
    ],
)
def test_what_is_said_of_it_must_hold(released: Path, fate: str, what: str) -> None:
    enter(released, "places", f"old-mill: {fate}")
    assert any(what in each for each in lost(released))


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        ("pages", "../../outside.md"),
        ("pages", "/etc/x.md"),
        ("places", "a/../b"),
        ("events", "A b"),
    ],
)
def test_no_entry_leads_out_of_the_site(kind: str, id_: str) -> None:
    register, problems = read_register(f'{kind}:\n  "{id_}": {{gone: x}}\n', "docs/register.yml")
    assert not register.of(kind)
    assert [each.line for each in problems] == [2]


def test_an_identifier_is_never_used_again(released: Path) -> None:
    enter(released, "places", "palmyra: {gone: It was withdrawn.}")
    assert any("‘palmyra’ is there again" in each for each in lost(released))


@pytest.fixture(scope="module")
def moved(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built, with all that may become of what was released."""
    released = shutil.copytree(whole, tmp_path_factory.mktemp("moved") / "project")
    enter(released, "places", "old-mill: {moved: older-mill}")
    enter(released, "places", "older-mill: {moved: palmyra-castle}")
    enter(
        released,
        "events",
        'false-report: {gone: "It <b>never</b> happened.", date: 2026-12, instead: bel-destroyed}',
    )
    enter(released, "statements", "recapture-of-palmyra.nobody: {gone: Nobody said it.}")
    enter(released, "statements", "recapture-of-palmyra.old: {moved: recapture-of-palmyra.sohr}")
    enter(released, "events", "old-report: {moved: recapture-of-palmyra}")
    enter(released, "statements", "old-report.sohr: {moved: recapture-of-palmyra.sohr}")
    assert lost(released) == []
    result = run_mkdocs(released, released / "site", SITE_URL="https://dossier.example/x/")
    assert result.returncode == 0, result.stdout
    return released


def test_moved_and_withdrawn_pages_keep_their_addresses(moved: Path) -> None:
    def page(path: str) -> str:
        return (moved / "site" / path / "index.html").read_text("utf-8")

    kept = registered(moved)[1]
    assert '  old-mill: {moved: "older-mill"}\n' in kept
    assert 'happened.", date: "2026-12", instead: "bel-destroyed"}\n' in kept
    assert 'href="../palmyra-castle/"' in page("places/old-mill")
    assert 'href="../palmyra-castle/"' in page("places/older-mill")
    assert 'content="0; url=../palmyra-castle/"' in page("places/old-mill")
    assert "<b>never" not in page("timeline/false-report")
    assert "It <b>never</b> happened." in html.unescape(page("timeline/false-report"))
    assert "withdrawn (December 2026)" in page("timeline/false-report")
    assert '<a href="../bel-destroyed/">' in page("timeline/false-report")
    event = page("timeline/recapture-of-palmyra")
    assert 'id="recapture-of-palmyra.nobody"' in event
    assert "Nobody said it" in event
    assert '#recapture-of-palmyra.sohr">recapture-of-palmyra.sohr</a>' in html.unescape(event)
    assert 'data-to="../recapture-of-palmyra/"' in page("timeline/old-report")
    assert 'data-to="../recapture-of-palmyra/"' in page("about/citations/old-report")
    sitemap = (moved / "site/sitemap.xml").read_text("utf-8")
    assert "https://dossier.example/x/places/palmyra-castle/" in sitemap
    found = ("search/index.html", "search/search_index.json")
    search = "".join((moved / "site" / path).read_text("utf-8") for path in found)
    for path in ("places/old-mill", "timeline/false-report", "about/citations/old-report"):
        assert path not in search
        assert path not in sitemap
        assert '<meta name="robots" content="noindex">' in page(path)
        assert "canonical" not in page(path)


def test_the_part_of_the_page_that_was_asked_for_is_kept(moved: Path, browser: Browser) -> None:
    with serve(moved / "site") as url:
        page = browser.new_page()
        page.goto(f"{url}places/old-mill/#happened")
        page.wait_for_url(f"{url}places/palmyra-castle/#happened")
        without = browser.new_context(java_script_enabled=False).new_page()
        without.goto(f"{url}places/old-mill/#happened")
        without.wait_for_url(re.compile(re.escape(f"{url}places/palmyra-castle/")))
        page.context.close()
        without.context.close()


# --- As people meet it ----------------------------------------------------------------


def test_who_renames_a_page_is_told_what_to_write(released: Path) -> None:
    places = released / "docs/places"
    (places / "geneva.md").rename(places / "geneva-city.md")
    told = [p for p in build_dossier(released / "mkdocs.yml").lost if "‘geneva’" in p.what]
    assert len(told) == 1
    assert told[0].path == "docs/register.yml"
    assert "geneva: {moved: geneva-city}" in told[0].remedy
    result = CliRunner().invoke(main, ["-f", str(released / "mkdocs.yml"), "check"])
    assert result.exit_code == 1
    assert str(told[0]) in result.output
    enter(released, "places", "geneva: {moved: geneva-city}")
    assert build_dossier(released / "mkdocs.yml").lost == ()


def test_a_project_begun_anew_from_its_sources_has_lost_nothing(released: Path) -> None:
    for folder in ("actors", "places", "timeline"):
        shutil.rmtree(released / "docs" / folder)
    assert build_dossier(released / "mkdocs.yml").lost == ()


def test_the_command_enters_what_is_new_and_nothing_where_something_is_lost(
    released: Path,
) -> None:
    path = released / "docs/register.yml"
    config = ["-f", str(released / "mkdocs.yml"), "register"]
    text = path.read_text("utf-8")
    path.write_text(text.replace("  geneva:\n", ""), "utf-8")
    result = CliRunner().invoke(main, config)
    assert (result.exit_code, "1 new" in result.output) == (0, True)
    assert path.read_text("utf-8") == text
    enter(released, "places", "old-mill:")
    text = path.read_text("utf-8")
    result = CliRunner().invoke(main, config)
    assert result.exit_code == 1
    assert "‘old-mill’ was released" in result.output
    assert path.read_text("utf-8") == text


def test_while_serving_a_broken_register_is_an_open_problem_on_every_page(ferry: Path) -> None:
    whole = build_dossier(ferry / "mkdocs.yml", serving=True)
    (ferry / "docs" / "register.yml").write_text("events: [\n", encoding="utf-8")
    broken = build_dossier(ferry / "mkdocs.yml", serving=True)
    assert [problem.path for problem in broken.problems] == ["docs/register.yml"]
    for page in ("index.md", "about/method.md"):
        assert "\nproblems: " not in whole.everything()[page]
        assert "\nproblems: 1\n" in broken.everything()[page]
