"""Measures builds of dossiers of several sizes, beside those of other generators, in one run.

Usage: python bench/builds.py [RECORDS…] (10 100 615 3115: the last two make some 1,000 and 5,000
pages).  Peers read what ``dossier write`` gives, up to 1,000 records, or any number with PEERS=1 in
the environment; those not on the PATH, or in the folder DOSSIER_PARITY names, are left out.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import hashlib
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from statistics import median

from aims import Results, aims, cpu, growth, seconds, shares, table
from make_dossier import LEAST, ROOT, make
from measuring import (
    COLD,
    EDITED,
    HOOKS,
    SERVER,
    UNKEPT,
    WARM,
    Cost,
    Measured,
    Run,
    Search,
    cost,
    sizes,
)
from peers import build_all, versions, write_trees

RECORDS = (10, 100, 615, 3115)
"""The last two make a little over 1,000 and 5,000 pages."""
OF_PEERS = 1000
"""Records of the largest dossier that the peers build unasked: of more, it takes them minutes."""
OURS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
ALONE = (
    "from dossier.build import build_dossier as b; import sys; assert not b(sys.argv[1]).problems"
)
PATIENCE = 300
"""Seconds after which a server that has not answered never will."""
A_PAGE = "timeline/event-0-1"
HELD_BY_TESTS = """Aims that are no figures are held by tests: what is served after an edit equals a
clean build (test_live.py, test_kept.py); reuse is invisible, safe to delete and off with one flag
(test_reuse.py, test_rebuild.py); a reader finds each record by each of its names (test_search.py);
the site is the same under ProperDocs and Zensical (test_parity.py)."""


def measure(records: int, folder: Path) -> Measured:
    """Make a dossier in an empty folder and measure all that is done with it."""
    project = folder / "project"
    make(project, records)
    site = project / "site"
    costs = {HOOKS: cost([sys.executable, "-c", ALONE, str(project / "mkdocs.yml")], project)}
    costs[COLD] = cost(OURS, project)
    measured_sizes, search = sizes(site), searched(site, records)
    costs[WARM] = cost(OURS, project)
    with edited(project) as edit:
        edit("A word more.")
        costs[EDITED] = cost(OURS, project)
        reused = digest(site)
        costs[UNKEPT] = cost(OURS, project, DOSSIER_REUSE="off")
        same = digest(site) == reused
    edits, costs[SERVER] = served(project)
    peer_pages = {}
    if records <= OF_PEERS or os.environ.get("PEERS"):
        write_trees(project, folder)
        for peer, taken, pages in build_all(folder):
            costs[peer], peer_pages[peer] = taken, pages
    return Measured(costs, measured_sizes, edits, same, search, peer_pages)


def digest(site: Path) -> str:
    """Return one value for all files of a folder, their paths and their bytes."""
    whole = hashlib.sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        one = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(site).as_posix()} {one}\n".encode())
    return whole.hexdigest()


def searched(site: Path, records: int) -> Search | None:
    command = [sys.executable, str(ROOT / "bench/search.py"), str(site), str(records)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)  # noqa: S603 - our own
    if done.returncode:
        return None
    found = json.loads(done.stdout)
    spent = [each for times in found["queries"].values() for each in times]
    return Search(median(found["ready"]), max(spent), median(spent))


@contextmanager
def edited(project: Path) -> Iterator[Callable[[str], int]]:
    """Give what adds words to a page; in the end the page is as it was."""
    page = project / f"docs/{A_PAGE}.md"
    text = page.read_text(encoding="utf-8")
    try:
        yield lambda words: page.write_text(f"{text}\n{words}\n", encoding="utf-8")
    finally:
        page.write_text(text, encoding="utf-8")


def served(project: Path) -> tuple[list[float], Cost]:
    """Return three times the seconds from saving a page to its being served, and the cost."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--quiet",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    address = f"http://127.0.0.1:{port}/{A_PAGE}/"
    server = Run(command, project)
    spent = []
    try:
        until_served(address, "<h1")
        with edited(project) as edit:
            for number in range(3):
                time.sleep(2)
                edit(f"A word more: edit-{number}.")
                spent.append(until_served(address, f"edit-{number}"))
    finally:
        server.stop()
        _, taken = server.end()
    return sorted(spent), taken


def until_served(address: str, words: str) -> float:
    """Wait until a page has some words; return the seconds that took."""
    begin = time.monotonic()
    while time.monotonic() - begin < PATIENCE:
        with suppress(OSError):
            answer = urllib.request.urlopen(address, timeout=PATIENCE)  # noqa: S310 - our server
            if words.encode() in answer.read():
                return time.monotonic() - begin
        time.sleep(0.05)
    raise RuntimeError(f"{address} was not served with ‘{words}’ in it")


# --- What is printed ------------------------------------------------------------------


def tell(records: int, one: Measured) -> None:
    """Print what was measured of one dossier."""
    size = one.sizes
    print(f"\n{records:,} records, {size.pages:,} pages; seconds on the clock and of processors:\n")
    rows = [("", "clock", "CPU", "MB, one process", "MB, all", "pages")]
    for what, taken in one.costs.items():
        clock = "" if what == SERVER else f"{taken.seconds:.1f}"
        processors = "" if what == SERVER else f"{taken.cpu:.1f}"
        together = f"{taken.together:.0f}" if taken.together else ""
        pages = f"{one.peer_pages[what]:,}" if what in one.peer_pages else ""
        rows.append((what, clock, processors, f"{taken.process:.0f}", together, pages))
    print(table(rows))
    print()
    for definition, share in shares(one):
        print(f"{definition}: {share}")
    print("saved to served, three times:", ", ".join(f"{each:.2f} s" for each in one.edits))
    print(f"after an edit, same bytes as without reuse: {'yes' if one.same else 'NO'}")
    print(
        f"site {size.site / 1e6:.1f} MB, index of search {size.index / 1e6:.2f} MB, data files "
        f"{size.data / 1e6:.1f} MB, largest page {size.largest / 1e6:.2f} MB ({size.largest_page})"
    )
    if one.search:
        print(
            f"search ready in {one.search.ready:.0f} ms; a query takes {one.search.median:.1f} ms "
            f"in the middle, {one.search.slowest:.1f} at most"
        )
    sys.stdout.flush()


def tell_growth(results: Results) -> None:
    """Print by which power of the pages costs grow, between neighbours and over all."""
    numbers = [f"{records:,}" for records in results]
    steps = [f"{one} → {other}" for one, other in pairwise(numbers)]
    rows = [("grows by pages to the power of", *steps, "over all")]
    for what in (HOOKS, COLD, UNKEPT):
        for unit, of in (("clock", seconds), ("CPU", cpu)):
            rows.append((f"{what}, {unit}", *(f"{e:.2f}" for e in growth(results, what, of))))
    print(f"\n{table(rows)}")


def main() -> None:
    wrong = [each for each in sys.argv[1:] if not (each.isdecimal() and int(each) >= LEAST)]
    if wrong:
        sys.exit(f"bench/builds.py: {wrong[0]!r} is no number of records: give {LEAST} or more")
    asked = sorted({int(each) for each in sys.argv[1:]} or RECORDS)
    os.environ.update(NO_MKDOCS_2_WARNING="1", PYTHONPATH=str(ROOT / "hooks"))
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    print(*versions(), sep="\n", flush=True)
    results: dict[int, Measured] = {}
    for records in asked:
        with tempfile.TemporaryDirectory() as folder:
            results[records] = measure(records, Path(folder).resolve())
        tell(records, results[records])
    if len(results) > 1:
        tell_growth(results)
    print("\n" + table([("aim", "measured", "met"), *(aim.row() for aim in aims(results))]))
    print(f"\n{HELD_BY_TESTS}")


if __name__ == "__main__":
    main()
