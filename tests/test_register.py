"""Every identifier and address that was ever released is there, moved, or said to be withdrawn."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from dossier.export.register import KINDS, Entry, Register, path_of, read_register
from dossier.registering import registered
from dossier.write import links
from support import ROOT, run_mkdocs

FILE = ROOT / "docs/register.yml"


def register_now() -> Register:
    """Return the register as the next release will publish it."""
    register, problems = read_register(registered(ROOT)[1], "docs/register.yml")
    assert not problems
    return register


@pytest.fixture
def released(project: Path) -> Path:
    """A project whose changelog names a release: from then on nothing may be lost."""
    (project / "CHANGELOG.md").write_text("## 1.0.0 - 2026-11-22\n", "utf-8")
    path, _, _ = registered(project)
    path.unlink(missing_ok=True)
    path.write_text(registered(project)[1], "utf-8")
    return project


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


def test_moved_and_withdrawn_pages_keep_their_addresses(released: Path) -> None:
    enter(released, "places", "old-mill: {moved: older-mill}")
    enter(released, "places", "older-mill: {moved: palmyra-castle}")
    enter(released, "events", 'false-report: {gone: "It <b>never</b> happened."}')
    enter(released, "statements", "recapture-of-palmyra.nobody: {gone: Nobody said it.}")
    enter(released, "statements", "recapture-of-palmyra.old: {moved: recapture-of-palmyra.sohr}")
    assert lost(released) == []
    result = run_mkdocs(released, released / "site", SITE_URL="https://dossier.example/x/")
    assert result.returncode == 0, result.stdout

    def page(path: str) -> str:
        return (released / "site" / path / "index.html").read_text("utf-8")

    assert 'href="../palmyra-castle/"' in page("places/old-mill")
    assert 'href="../palmyra-castle/"' in page("places/older-mill")
    assert 'content="0; url=../palmyra-castle/"' in page("places/old-mill")
    assert "<b>never" not in page("timeline/false-report")
    assert "It <b>never</b> happened." in html.unescape(page("timeline/false-report"))
    event = page("timeline/recapture-of-palmyra")
    assert 'id="recapture-of-palmyra.nobody"' in event
    assert "Nobody said it" in event
    assert '#recapture-of-palmyra.sohr">recapture-of-palmyra.sohr</a>' in html.unescape(event)
    sitemap = (released / "site/sitemap.xml").read_text("utf-8")
    assert "https://dossier.example/x/places/palmyra-castle/" in sitemap
