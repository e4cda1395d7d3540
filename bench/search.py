"""Measures search in Chromium: how soon it is ready, and how long the queries take.

Usage: python bench/search.py SITE PAGES, where SITE is the built site of an invented dossier of so
many PAGES.  Prints JSON: the milliseconds of each time it was made ready, and of each query.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import importlib
import json
import sys
import tempfile
from pathlib import Path

from make_dossier import ROOT, actor, place
from playwright.sync_api import sync_playwright

TIMES = 5
READY = """async (sources) => {
  const load = (src) => new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, {src, onload: done, onerror: failed});
    document.head.append(script);
  });
  const begin = performance.now();
  await Promise.all(sources.map(load));
  window.engine = dossierSearch.prepare(window.dossierIndex);
  return performance.now() - begin;
}"""
QUERY = """(query) => {
  const begin = performance.now();
  engine.find(query);
  return performance.now() - begin;
}"""


def queries(pages: int) -> list[str]:
    """Return a name, its beginning, the name with a letter left out, and words that many share."""
    name = actor(pages // 40, 1)
    return [
        name,
        name.split()[0][:4],
        name[:3] + name[4:],
        place(1, 0),
        "closed the road",
        "families",
    ]


def main(site: Path, pages: int) -> None:
    sys.path.insert(0, str(ROOT / "tests"))
    finding = importlib.import_module("find_browser")
    flags = importlib.import_module("conftest").BROWSER_FLAGS
    browser = finding.find_browser()
    if browser is None:
        sys.exit(f"search is not measured: {finding.REMEDY}")
    sources = [(site / path).as_uri() for path in ("assets/js/search-engine.js", "search/index.js")]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty = Path(folder).resolve() / "page.html"
        empty.write_text("<!doctype html><title>Search</title>")
        chromium = playwright.chromium.launch(executable_path=browser, args=list(flags))
        page = chromium.new_page()
        ready = []
        for _ in range(TIMES):
            page.goto(empty.as_uri())
            ready.append(page.evaluate(READY, sources))
        took = {
            query: [page.evaluate(QUERY, query) for _ in range(TIMES)] for query in queries(pages)
        }
        chromium.close()
    print(json.dumps({"ready": ready, "queries": took}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
