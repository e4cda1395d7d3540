"""The code is formatted by machine, linted and typed strictly: the same as ``make lint``."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support import ROOT

CHECKS = (
    ("ruff", "check", "--quiet", "--output-format=concise", "."),
    ("ruff", "format", "--check", "--quiet", "--output-format=concise", "."),
    ("mypy", "--no-error-summary"),
)


@pytest.mark.parametrize("command", CHECKS, ids=" ".join)
def test_style(command: tuple[str, ...]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
