"""Measures search in Chromium: how soon it is ready, and how long the queries take.

Usage: python bench/search.py [PAGES] (1000).  The index is that of an invented dossier.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from statistics import median

from make_dossier import ROOT, actor, make, place
from playwright.sync_api import sync_playwright

ENGINE = ROOT / "docs/assets/js/search-engine.js"
READY = """async () => {
  const load = (src) => new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, {src, onload: done, onerror: failed});
    document.head.append(script);
  });
  const begin = performance.now();
  await load("engine.js");
  await load("index.js");
  window.engine = dossierSearch.prepare(window.dossierIndex);
  return performance.now() - begin;
}"""
QUERY = """(query) => {
  const begin = performance.now();
  const found = engine.find(query);
  return [performance.now() - begin, found.results.length];
}"""


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]
    build_dossier = importlib.import_module("dossier.build").build_dossier
    find_browser = importlib.import_module("find_browser").find_browser
    flags = importlib.import_module("conftest").BROWSER_FLAGS
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made).resolve()
        make(folder / "project", pages)
        built = build_dossier(folder / "project/mkdocs.yml", serving=True)
        (folder / "index.js").write_text(built.late["search/index.js"](), encoding="utf-8")
        (folder / "engine.js").write_bytes(ENGINE.read_bytes())
        (folder / "page.html").write_text("<!doctype html><title>Search</title>")
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=list(flags))
        page = chromium.new_page()
        ready = []
        for _ in range(5):
            page.goto((folder / "page.html").as_uri())
            ready.append(page.evaluate(READY))
        size = (folder / "index.js").stat().st_size / 1e6
        print(f"{pages} records, index of {size:.1f} MB: ready in {median(ready):.0f} ms")
        name = actor(pages // 40, 1)
        wrong = name[:3] + name[4:]
        for query in (name, name.split()[0][:4], wrong, place(1, 0), "closed the road", "families"):
            runs = [page.evaluate(QUERY, query) for _ in range(5)]
            took = median(time for time, _ in runs)
            print(f"  {query!r:28} {took:6.1f} ms (first {runs[0][0]:.1f}), {runs[0][1]} pages")
        chromium.close()


if __name__ == "__main__":
    main()
