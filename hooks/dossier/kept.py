"""Remembers what is made of the short pieces of a text: a language repeats its words.

A text is cut at its spaces, which costs next to nothing; what a piece consists of is worked
out once and then only looked up, so that each of the readers can cut words in its own way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

_LONGEST = 40
"""Characters of a piece that is kept; longer ones hardly come again."""
_MOST = 8192
"""Pieces kept; then all are forgotten, so that memory stays flat whatever is read."""


class Kept(dict[str, Made]):
    """What a pure function makes of pieces of text, a mapping that fills itself."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, piece: str) -> Made:
        made = self._make(piece)
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = made
        return made
