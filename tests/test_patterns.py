"""The patterns of the core find the same under every Python that is promised."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import dossier

PARSER: Any = importlib.import_module("re._parser")
WHOLE = {"LITERAL", "NOT_LITERAL", "IN", "ANY", "ATOMIC_GROUP"}
"""What matches or does not, and never midway: one character, or an atomic group."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give (where it is, pattern) of every pattern that a module of the core holds."""
    for found in pkgutil.walk_packages(dossier.__path__, "dossier."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name}.{name}", value


def loose(pattern: re.Pattern[str]) -> bool:
    """Say whether a pattern repeats, giving nothing back, a group that is not atomic."""
    parts = [PARSER.parse(pattern.pattern, pattern.flags)]
    for part in parts:
        if isinstance(part, tuple) and str(part[0]) == "POSSESSIVE_REPEAT":
            first, *others = part[1][2]
            if others or str(first[0]) not in WHOLE:
                return True
        if isinstance(part, list | tuple | PARSER.SubPattern):
            parts.extend(part)
    return False


def test_a_group_whose_repeats_are_kept_is_atomic() -> None:
    # Before 3.11.5 another group that fails midway leaves Python at the wrong place in the text.
    found = [name for name, pattern in patterns() if loose(pattern)]
    assert not found, f"write (?>…)*+ for (?:…)*+: {found}"


def test_the_check_above_finds_what_it_is_for() -> None:
    for bad in (r"(?:ab?c)*+", r"x(?:y|(?:zz)++)", r"(?=(ab)?+)", r"(?>(?:ab)*+)*+"):
        assert loose(re.compile(bad)), bad
    for good in (r"(?>ab?c)*+", r"a++[bc]*+.?+", r"\w++(?:ab)*"):
        assert not loose(re.compile(good)), good
    assert len(list(patterns())) > 100
