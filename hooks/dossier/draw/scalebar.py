"""The scale bar of a map: a round length, in the corner with the most room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .frame import EARTH_KM, Frame, inside_rings
from .labels import Board
from .svg import XY, text_width

SMALL = 12.6
"""Size of the words that are there for orientation."""

_NICE = (1, 2, 5)
_BAR = 84.0
"""The longest scale bar."""
_VARIES_KM = 200
"""From here the bar says at which latitude it holds."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    x: float
    y: float
    length: float
    words: str


def scale_bar(board: Board, frame: Frame, areas: Sequence[list[list[XY]]]) -> ScaleBar:
    """Lay the scale bar into the corner with the most room, off the areas if that can be."""
    middle = frame.lonlat(frame.width / 2, frame.height / 2)[1]
    per_km = frame.unit / EARTH_KM / math.cos(math.radians(middle))
    power = 10.0 ** math.floor(math.log10(_BAR / per_km))
    km = max(step * power for step in _NICE if step * power * per_km <= _BAR)
    words = f"{km:,g} km" if km >= 1 else f"{km * 1000:,g} m"
    if km >= _VARIES_KM:
        words += f" at {abs(round(middle))}° {'N' if middle >= 0 else 'S'}"
    length = km * per_km
    wide, high = max(length, text_width(words, SMALL)) + 6, 22.0
    corners = [
        (x, y) for y in (frame.height - high - 6, 6.0) for x in (8.0, frame.width - wide - 8)
    ]
    x, y = max(corners, key=lambda at: _room(board, at, (wide, high), areas))
    board.rects.append((x - 3, y - 2, x + wide, y + high + 2))
    return ScaleBar(x, y + high - 3, length, words)


def _room(board: Board, at: XY, size: XY, areas: Sequence[list[list[XY]]]) -> tuple[int, float]:
    ends = [(at[0] + size[0] * dx, at[1] + size[1] * dy) for dx in (0, 0.5, 1) for dy in (0, 1)]
    middle = (at[0] + size[0] / 2, at[1] + size[1] / 2)
    centres = [((r[0] + r[2]) / 2, (r[1] + r[3]) / 2) for r in board.rects + board.soft]
    on = sum(inside_rings(end, area) for area in areas for end in ends)
    return -on, round(min((math.dist(middle, centre) for centre in centres), default=0.0), 3)
