"""The picture of a shared link: the mark, and the dossier's events as forms on a line of time.

A PNG of 1200 × 630 without words (the link's title stands beside it), made of flat forms in five
colours, so that it needs no font and no library and has the same bytes wherever it is drawn.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .axis import axis_of

WIDTH, HEIGHT = 1200, 630
PAPER, INK, SOFT, RULE, ACCENT = range(5)
COLOURS = bytes.fromhex("f8f4eb 201b16 5c5346 d5cbb9 982d1a")
MARK = (
    (4, 4, 24, 4),
    *((left, 10, 4, 18) for left in (7, 21)),
    *((13, top, width, 2) for top, width in ((14, 6), (18, 6), (22, 4))),
)
"""Rectangles of the mark: left, top, width, height, on a field of 32 × 32."""

_EDGE = 80
_TOP = 280
_FOOT = 560
_ROW = 36
"""Height of a row of bars, where there is room."""
_LEAST = 16
"""Width of a day."""


@dataclass(frozen=True, slots=True)
class Span:
    earliest: date | None
    latest: date | None
    form: str
    """As of a bar of the strip; ``hollow`` is drawn as an outline, the others as they are."""
    current: bool = False


class _Canvas:
    """Rows of colour numbers, one byte a pixel."""

    def __init__(self) -> None:
        self.rows = [bytearray([PAPER]) * WIDTH for _ in range(HEIGHT)]

    def box(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        for row in self.rows[max(top, 0) : top + height]:
            row[left : left + width] = bytes([colour]) * width

    def hatch(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        for y in range(top, top + height):
            row = self.rows[y]
            for x in range(left, left + width):
                if (x + y) % 8 < 4:
                    row[x] = colour

    def png(self) -> bytes:
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
        pixels = b"".join(b"\0" + row for row in self.rows)
        parts = ((b"IHDR", header), (b"PLTE", COLOURS), (b"IDAT", zlib.compress(pixels, 9)))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in (*parts, (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    whole = kind + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


def draw_social(spans: Iterable[Span]) -> bytes:
    """Return the picture as a PNG; without a dated event it is the mark alone."""
    canvas = _Canvas()
    _draw_mark(canvas)
    _draw_line(canvas, [span for span in spans if span.earliest or span.latest])
    return canvas.png()


def _draw_mark(canvas: _Canvas) -> None:
    scale = 5
    for left, top, width, height in MARK:
        box = (left - 4) * scale + _EDGE, (top - 4) * scale + _EDGE, width * scale, height * scale
        canvas.box(*box, ACCENT)


def _draw_line(canvas: _Canvas, spans: Sequence[Span]) -> None:
    days = [tuple(day for day in (span.earliest, span.latest) if day) for span in spans]
    axis = axis_of(days, _EDGE, WIDTH - _EDGE - _LEAST)
    if axis is None:
        return
    placed: list[tuple[int, int, Span]] = []
    for span in spans:
        left = int(axis.x(span.earliest)) if span.earliest else _EDGE // 2
        right = int(axis.after(span.latest)) if span.latest else WIDTH - _EDGE // 2
        placed.append((left, max(right, left + _LEAST), span))
    placed.sort(key=lambda each: (each[0], each[1], each[2].form))
    rows = _rows([(left, right) for left, right, _ in placed])
    step = min(_ROW, (_FOOT - _TOP) // (max(rows) + 1))
    canvas.box(_EDGE, _TOP - 24, WIDTH - 2 * _EDGE, 4, INK)
    for before, after in pairwise(axis.windows):
        canvas.box(int(before.right), _TOP - 24, max(int(after.left - before.right), 2), 4, PAPER)
    for row, (left, right, span) in zip(rows, placed, strict=True):
        thick = max(step * 5 // 9, 2)
        _draw_span(canvas, (left, _TOP + row * step, right - left, thick), span)


def _rows(ends: Sequence[tuple[int, int]]) -> list[int]:
    """Return the first row in which each bar, taken from left to right, overlaps none before."""
    filled: list[int] = []
    rows = []
    for left, right in ends:
        row = next((at for at, end in enumerate(filled) if end + 6 <= left), len(filled))
        filled[row : row + 1] = [right]
        rows.append(row)
    return rows


def _draw_span(canvas: _Canvas, box: tuple[int, int, int, int], span: Span) -> None:
    left, top, width, height = box
    colour = ACCENT if span.current else INK
    if span.form == "exact" or height < 8:
        canvas.box(*box, colour)
        return
    canvas.box(*box, colour if span.form != "carried" else SOFT)
    inner = left + 3, top + 3, width - 6, height - 6
    canvas.box(*inner, PAPER)
    if span.form == "span":
        canvas.hatch(*inner, colour)
