"""Takes pictures of the key pages at three widths, light and dark, into screenshots/."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from find_browser import REMEDY, find_browser
from support import ROOT, run_mkdocs, serve

PAGES = (
    "",
    "timeline/",
    "timeline/recapture-of-palmyra/",
    "actors/",
    "actors/islamic-state/",
    "places/",
    "places/palmyra/",
    "statements/",
    "questions/",
    "sources/battle-for-palmyra/",
    "about/method/",
    "404.html",
)
WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")


def main() -> int:
    browser = find_browser()
    if browser is None:
        print(REMEDY)
        return 1
    target = ROOT / "screenshots"
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        result = run_mkdocs(ROOT, site)
        if result.returncode:
            print(result.stdout)
            return 1
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        take(browser, site, target)
    print(f"{len(list(target.iterdir()))} pictures in {target.relative_to(ROOT)}/")
    return 0


def take(browser: str, site: Path, target: Path) -> None:
    with serve(site) as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for width in WIDTHS:
                page = chromium.new_page(
                    viewport={"width": width, "height": 900},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                for path in PAGES:
                    page.goto(url + path)
                    name = path.removesuffix(".html").strip("/").replace("/", "-") or "home"
                    picture = target / f"{name}-{width}-{scheme}.png"
                    page.screenshot(path=picture, full_page=True)
                page.close()
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
