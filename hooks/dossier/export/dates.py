"""Dates for formats that want a day: given only where a day is what is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .. import edtf

_PARTS = {"year": 1, "month": 2, "day": 3}


def exact_day(text: str | None) -> str | None:
    """Return a date as ``2016-03-27`` where it is one certain day, else None."""
    if not text:
        return None
    read = edtf.parse(text)
    sure = read.precision == "day" and not (read.uncertain or read.approximate)
    return str(read.earliest) if sure else None


def parts(text: str | None) -> list[int] | None:
    """Return year, month and day as far as they are certain and one; None for all else."""
    if not text:
        return None
    read = edtf.parse(text)
    plain = read.precision in _PARTS and not (read.uncertain or read.approximate)
    if not plain or read.earliest is None:
        return None
    whole = [read.earliest.year, read.earliest.month, read.earliest.day]
    return whole[: _PARTS[read.precision]]


def span(text: str) -> Mapping[str, object]:
    """Return a date as Linked Places writes it: ``in``, or ``earliest`` and ``latest``.

    Each end keeps the precision it has: a month stays ``2015-05``.
    """
    whole = parts(text)
    if whole:
        return {"in": written(whole)}
    read = edtf.parse(text)
    first, _, last = text.partition("/")
    ends = {
        "earliest": _end(first, read.earliest),
        "latest": _end(last or first, read.latest),
    }
    return {key: value for key, value in ends.items() if value is not None}


def _end(text: str, bound: date | None) -> str | None:
    if bound is None:
        return None
    known = parts(text)
    return written(known) if known else bound.isoformat()


def written(numbers: list[int]) -> str:
    """Return year, month and day as far as they are given, ``2016-03``."""
    return "-".join(f"{n:04}" if at == 0 else f"{n:02}" for at, n in enumerate(numbers))
