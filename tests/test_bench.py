"""The bench: what it makes, how it measures, and what its figures come to."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from aims import aims, exponents, growth, ratio, seconds, shares, table
from builds import digest
from make_dossier import make, stories
from measuring import (
    COLD,
    HOOKS,
    PLAIN,
    UNKEPT,
    WARM,
    Z_COLD,
    Z_WARM,
    Cost,
    Measured,
    Search,
    Sizes,
    cost,
    held,
    sizes,
)
from peers import write_trees

from dossier.build import build_dossier

WORKFLOWS = Path(__file__).resolve().parent.parent / ".github/workflows"


def measured(
    pages: int, costs: Mapping[str, float], edit: float = 1.0, search: Search | None = None
) -> Measured:
    """What was measured of so many pages, with ``costs`` in seconds of a processor."""
    spent = {what: Cost(2 * cpu, cpu, 100.0, 250.0) for what, cpu in costs.items()}
    size = Sizes(pages, 1, 1, 1, "index.html", 1)
    return Measured(spent, size, (edit, edit, edit), same=True, search=search)


OURS = {HOOKS: 3.0, COLD: 10.0, WARM: 2.0, UNKEPT: 12.0}
FILLED = "kept = bytearray(b'x') * 60_000_000"
PEERS = {PLAIN: 8.0, Z_COLD: 16.0, Z_WARM: 4.0}


def test_growth_is_the_power_of_the_pages_between_neighbours_and_over_all() -> None:
    assert exponents([(10, 5), (100, 50), (1000, 5000)]) == pytest.approx([1, 2, 1.5])
    results = {
        100: measured(200, {COLD: 4.0}),
        1000: measured(800, {COLD: 8.0}),
        5000: measured(3200, {COLD: 64.0}),
    }
    assert growth(results, COLD, seconds) == pytest.approx([0.5, 1.5, 1])


def test_the_hooks_share_is_put_both_ways_with_its_definition() -> None:
    assert dict(shares(measured(1600, OURS | PEERS))) == {
        "hooks alone / cold build, CPU": "30%",
        "hooks alone / build with DOSSIER_REUSE=off, CPU": "25%",
        "cold build / MkDocs without hooks, same pages, clock": "1.25",
        "cold build / MkDocs without hooks, same pages, CPU": "1.25",
    }


def test_what_was_not_measured_is_said_to_be_so() -> None:
    one = measured(1600, OURS)
    assert ratio(one, COLD, PLAIN, seconds) is None
    assert [value for what, value in shares(one) if PLAIN in what] == ["not measured"] * 2


def test_each_aim_is_told_with_its_figure_and_whether_it_is_met() -> None:
    results = {
        100: measured(200, {COLD: 1.0}),
        615: measured(1004, OURS | PEERS, 1.4, Search(25, 51, 3)),
        3115: measured(5004, {COLD: 100.0}, 6.5, Search(112, 34, 5)),
    }
    assert [aim.row() for aim in aims(results)] == [
        ("1,000 pages: hooks alone / cold build, CPU ≤ 15%", "30%", "no"),
        ("1,000 pages: cold build beyond MkDocs without hooks, CPU ≤ 15%", "20%", "no"),
        ("1,000 pages: cold build beyond MkDocs without hooks, clock ≤ 15%", "20%", "no"),
        ("1,000 pages: cold / Zensical's, clock ≤ 0.80", "0.62", "yes"),
        ("1,000 pages: warm / Zensical's, clock ≤ 0.40", "0.50", "no"),
        ("1,000 pages: saved to served ≤ 1.5 s", "1.4 s", "yes"),
        ("5,000 pages: saved to served ≤ 6.0 s", "6.5 s", "no"),
        ("5,000 pages: cold build, largest process ≤ 300 MB", "100 MB", "yes"),
        ("5,000 pages: cold build, all processes ≤ 300 MB", "250 MB", "yes"),
        ("1,000 pages: search ready ≤ 300 ms", "25 ms", "yes"),
        ("1,000 pages: slowest query ≤ 50 ms", "51 ms", "no"),
        ("5,000 pages: search ready ≤ 1,200 ms", "112 ms", "yes"),
        ("exponent of a cold build's CPU, over all ≤ 1.10", "1.43", "no"),
        ("exponent of a cold build's CPU, steepest step ≤ 1.10", "1.43", "no"),
    ]


def test_of_other_sizes_no_aim_is_told_as_met_or_missed() -> None:
    found = aims({100: measured(200, OURS | PEERS)})
    assert found
    assert {aim.row()[1:] for aim in found} == {("not measured", "–")}


def test_an_aim_is_held_against_the_smallest_dossier_of_so_many_pages_or_twice_as_many() -> None:
    sizes = {1: (999, 1.1), 2: (1999, 1.2), 3: (1000, 1.3), 4: (2000, 1.4)}
    results = {key: measured(pages, OURS, edit) for key, (pages, edit) in sizes.items()}
    assert ("1,000 pages: saved to served ≤ 1.5 s", "1.3 s", "yes") in [
        a.row() for a in aims(results)
    ]


def test_a_table_keeps_its_columns_below_each_other() -> None:
    assert table([("aim", "met"), ("a ≤ 1", "yes")]) == "aim   | met\na ≤ 1 | yes"


@pytest.mark.parametrize(("pages", "of_the_last"), [(10, 2), (20, 12), (50, 2), (1000, 12)])
def test_a_dossier_has_as_many_records_as_asked_for(pages: int, of_the_last: int) -> None:
    made = [*stories(pages)]
    assert sum(8 + events for _, events in made) == pages
    assert made[-1][1] == of_the_last


def test_the_smallest_dossier_is_sound_and_each_peer_gets_all_its_pages(tmp_path: Path) -> None:
    make(tmp_path / "project", 10)
    built = build_dossier(tmp_path / "project/mkdocs.yml")
    assert not built.problems
    write_trees(tmp_path / "project", tmp_path)
    pages = {path for path in built.files if path.endswith(".md")}
    for content, index in (("tree/docs", "index.md"), ("hugo/content", "_index.md")):
        folder = tmp_path / content
        written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
        assert {path.replace(index, "index.md") for path in written} == pages
    assert "hooks:" not in (tmp_path / "tree/mkdocs.yml").read_text("utf-8")


def test_a_command_that_fails_gives_no_figures(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="failed with 3"):
        cost([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_what_a_command_starts_counts_too(tmp_path: Path) -> None:
    """The inner process fills 60 MB; the outer one does nothing but wait."""
    outer = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
    taken = cost([sys.executable, "-c", outer, FILLED], tmp_path)
    assert taken.process > 60


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_the_memory_of_all_processes_is_told_together() -> None:
    alone = held(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-c", f"{FILLED}; print('filled', flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as inner:
        assert inner.stdin
        assert inner.stdout
        inner.stdout.readline()
        both = held(os.getpid())
        inner.stdin.write(b"\n")
    assert alone > 0
    assert both > alone + 50


def test_sizes_are_those_of_the_built_site(site: Path) -> None:
    found = sizes(site)
    assert found.pages == len([*site.rglob("*.html")])
    assert found.largest == (site / found.largest_page).stat().st_size
    assert found.index == (site / "search/index.js").stat().st_size
    assert found.largest < found.site
    assert 0 < found.data < found.site


def test_one_byte_more_makes_another_site(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    before = digest(tmp_path)
    assert digest(tmp_path) == before
    (tmp_path / "a").write_text("xy")
    assert digest(tmp_path) != before


def test_workflows_measure_nothing() -> None:
    texts = [path.read_text("utf-8") for path in sorted(WORKFLOWS.glob("*.yml"))]
    assert texts
    assert not [text for text in texts if "bench" in text]
