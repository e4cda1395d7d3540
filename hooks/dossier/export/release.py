"""The release that data and citations name: read from the changelog, never from a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(
    r"^## \[?v?([0-9]+\.[0-9]+\.[0-9]+[0-9A-Za-z.+-]*)\]?"
    r"(?: *[-–—] *| +\(?)([0-9]{4}-[0-9]{2}-[0-9]{2})",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Release:
    version: str | None = None
    """None: nothing has been released yet."""
    date: str | None = None
    """The day of the release, ``2016-03-27``."""


def read_release(changelog: str) -> Release:
    """Return the newest release of a changelog in the form of Keep a Changelog."""
    found = _HEADING.search(changelog)
    return Release(found[1], found[2]) if found else Release()
