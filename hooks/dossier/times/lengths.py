"""Lengths of time as TIMEX3 writes them."""

from __future__ import annotations

_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
            "fortnight": "W", "weekend": "W", "month": "M", "quarter": "M", "year": "Y",
            "decade": "Y", "century": "Y", "millennium": "Y"}  # fmt: skip
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100, "millennium": 1000}
_HALVES = {"year": ("M", 6), "hour": ("M", 30), "minute": ("S", 30)}
_HALF = 0.5
_MOST = 1e9
"""A longer length is as good as vague."""


def lasting(grain: str, count: float | None, *, half: bool = False) -> str:
    """Return the TIMEX3 value of a length: P3W, PT1M30S, P2Y6M, PXD."""
    letters = _LETTERS[grain]
    time, letter = ("T" if len(letters) > 1 else ""), letters[-1]
    if count is None or count > _MOST:
        vague = {"decade": "E", "century": "C", "millennium": "L", "quarter": "Q"}
        return f"P{time}X{vague.get(grain, letter)}"
    if grain in _TIMES:
        count = (count + (_HALF if half else 0)) * _TIMES[grain]
        return f"P{count:.10g}{letter}"
    whole, rest = int(count), count - int(count) + (_HALF if half else 0)
    if rest == _HALF and grain in _HALVES:
        smaller, size = _HALVES[grain]
        first = f"{whole}{letter}" if whole else ""
        return f"P{time}{first}{size}{smaller}"
    return f"P{time}{whole + rest:.10g}{letter}"
