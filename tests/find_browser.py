"""Find a Chromium for the tests: the system's own, else the one Playwright has installed.

Run as a program it says which one it found; with ``--install`` it lets Playwright install one
where there is none, and says plainly what to do where that fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
OUTSIDE_PATH = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
REMEDY = (
    "Install Chromium or Chrome (on Debian and Ubuntu: apt-get install chromium), name one with "
    "BROWSER_PATH=/path/to/chromium, or run: .venv/bin/playwright install --with-deps chromium"
)


def find_browser() -> str | None:
    """Return the path of a Chromium, or None; ``BROWSER_PATH`` goes before everything found."""
    if named := os.environ.get("BROWSER_PATH"):
        return named if Path(named).is_file() else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next(filter(_is_file, OUTSIDE_PATH), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _is_file(path) else None


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def install_browser() -> None:
    """Let Playwright install its Chromium; a failure shows in that none is found afterwards."""
    print("No Chromium found: Playwright installs one for the tests …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main(arguments: list[str]) -> int:
    found = find_browser()
    if found is None and "--install" in arguments and "BROWSER_PATH" not in os.environ:
        install_browser()
        found = find_browser()
    print(f"Browser for the tests: {found}" if found else f"No browser for the tests. {REMEDY}")
    return 1 if found is None and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
