"""axe-core, asked of a page that is open: what it finds, and nothing of what it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUN = """axe.run({ resultTypes: ["violations"], preload: { assets: ["media"] } })
  .then((found) => found.violations)"""
"""Sheets of styles are read again only for a rule that is experimental, and off."""


def violations(page: Page) -> list[dict[str, Any]]:
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return found


def faults(page: Page) -> list[str]:
    """Return a line for each rule that the page breaks."""
    return [
        f"{page.url}: {each['id']} ({len(each['nodes'])}): {each['nodes'][0]['html'][:200]}"
        for each in violations(page)
    ]
