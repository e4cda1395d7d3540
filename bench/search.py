"""Measures search in a real browser: when a large index is ready, and what a query then takes.

Usage: python bench/search.py [PAGES]; the pages (1000) are invented, the same in every run.  Each
figure is the best of five: other work on the machine is not what is measured.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from dossier.write.search import write_index
from dossier.write.search_entries import Entry
from find_browser import find_browser
from support import ROOT

PAGES = 1000
TIMES = 5
QUERIES = ["word7", "wrod district", "thousand person"]
MEASURE = """([index, queries]) => {
  const taken = (act) => {
    const before = performance.now();
    act();
    return performance.now() - before;
  };
  let engine = null;
  const ready = taken(() => {
    (0, eval)(index);
    engine = dossierSearch.prepare(dossierIndex);
    engine.find("person 0500");
  });
  return [ready, ...queries.map((query) => taken(() => engine.find(query)))];
}"""


def invented(pages: int) -> list[Entry]:
    return [
        Entry(
            f"actors/{n}/",
            f"Person {n:04}",
            "Person",
            100,
            line=f"Number {n} of a thousand, from district {n % 37}.",
            text=" ".join(f"word{(n * k) % 9973}" for k in range(1, 250)),
        )
        for n in range(pages)
    ]


def main(pages: int) -> None:
    index = write_index(invented(pages))
    engine = (ROOT / "docs/assets/js/search-engine.js").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--headless", "--no-sandbox"]
        )
        runs = []
        for turn in range(TIMES):
            page = browser.new_page()
            page.add_script_tag(content=engine)
            new = f"{index}// {turn}"  # else the browser remembers the script it compiled
            runs.append(page.evaluate(MEASURE, [new, QUERIES]))
            page.close()
        browser.close()
    ready, *asked = (min(each) for each in zip(*runs, strict=True))
    print(f"{pages} pages: {len(index) / 1e6:.1f} MB of index, ready in {ready:.0f} ms")
    for query, taken in zip(QUERIES, asked, strict=True):
        print(f"  {query}: {taken:.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
