"""Waits for what a page comes to, however slow the machine; fails with what it came to instead."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 15_000
"""Milliseconds; far more than anything takes, since machines differ."""


def comes_to(page: Page, script: str, value: Any) -> None:  # noqa: ANN401  # any JSON
    """Wait until an expression has this value in the page."""
    with suppress(PlaywrightTimeoutError):
        page.wait_for_function(
            f"(value) => JSON.stringify({script}) === JSON.stringify(value)",
            arg=value,
            timeout=PATIENCE,
        )
    assert page.evaluate(script) == value


def focus_moves(page: Page, key: str) -> None:
    """Press a key that leads the focus on, and wait until it has."""
    before = page.evaluate_handle("document.activeElement")
    page.keyboard.press(key)
    page.wait_for_function("(before) => document.activeElement !== before", arg=before)
