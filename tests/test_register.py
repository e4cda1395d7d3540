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


def register_of(root: Path) -> Register:
    register, problems = read_register((root / "docs/register.yml").read_text("utf-8"), "r.yml")
    assert not problems
    return register


def entries(register: Register) -> list[tuple[str, str, Entry]]:
    return [(kind, id_, entry) for kind in KINDS for id_, entry in register.of(kind).items()]


def test_nothing_that_was_released_is_lost() -> None:
    _, _, problems = registered(ROOT)
    assert not problems, "\n".join(map(str, problems))


def test_every_address_in_it_resolves(site: Path) -> None:
    for kind, id_, _ in entries(register_of(ROOT)):
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


def test_a_page_that_vanishes_without_a_word_is_a_problem(project: Path) -> None:
    enter(project, "places", "old-mill:")
    line = (project / "docs/register.yml").read_text("utf-8").split("old-mill")[0].count("\n") + 1
    assert lost(project) == [f"{line}: ‘old-mill’ was released, and is no longer among the places"]


@pytest.mark.parametrize(
    ("fate", "what"),
    [
        ("{moved: nowhere}", "‘old-mill’ moved to ‘nowhere’, which is not there"),
        ("{moved: old-mill}", "‘old-mill’ moved to ‘old-mill’, which is not there"),
        ("{lost: x}", "what became of ‘old-mill’ cannot be read"),
    ],
)
def test_what_is_said_of_it_must_hold(project: Path, fate: str, what: str) -> None:
    enter(project, "places", f"old-mill: {fate}")
    assert any(what in each for each in lost(project))


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


def test_an_identifier_is_never_used_again(project: Path) -> None:
    enter(project, "places", "palmyra: {gone: It was withdrawn.}")
    assert any("‘palmyra’ is there again" in each for each in lost(project))


def test_moved_and_withdrawn_pages_keep_their_addresses(project: Path) -> None:
    enter(project, "places", "old-mill: {moved: older-mill}")
    enter(project, "places", "older-mill: {moved: palmyra-castle}")
    enter(project, "events", 'false-report: {gone: "It <b>never</b> happened."}')
    enter(project, "statements", "recapture-of-palmyra.nobody: {gone: Nobody said it.}")
    enter(project, "statements", "recapture-of-palmyra.old: {moved: recapture-of-palmyra.sohr}")
    assert lost(project) == []
    result = run_mkdocs(project, project / "site", SITE_URL="https://dossier.example/x/")
    assert result.returncode == 0, result.stdout

    def page(path: str) -> str:
        return (project / "site" / path / "index.html").read_text("utf-8")

    assert 'href="../palmyra-castle/"' in page("places/old-mill")
    assert 'href="../palmyra-castle/"' in page("places/older-mill")
    assert 'content="0; url=../palmyra-castle/"' in page("places/old-mill")
    assert "<b>never" not in page("timeline/false-report")
    assert "It <b>never</b> happened." in html.unescape(page("timeline/false-report"))
    event = page("timeline/recapture-of-palmyra")
    assert 'id="recapture-of-palmyra.nobody"' in event
    assert "Nobody said it" in event
    assert '#recapture-of-palmyra.sohr">recapture-of-palmyra.sohr</a>' in html.unescape(event)
    sitemap = (project / "site/sitemap.xml").read_text("utf-8")
    assert "https://dossier.example/x/places/palmyra-castle/" in sitemap
