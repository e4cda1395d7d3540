"""Where the words of a text stand with which a name can begin.

A piece between spaces is cut into words and marks once and then looked up, so that a search costs
little more than going through the text.
"""

from __future__ import annotations

from collections.abc import Container

from ..kept import Kept
from .fold import WORD_OR_MARK, fold_piece


def _words(piece: str) -> tuple[tuple[str, int], ...]:
    """Return the words and marks of a piece, folded, each with where in it it begins."""
    return tuple((fold_piece(word[0]), word.start()) for word in WORD_OR_MARK.finditer(piece))


_WORDS = Kept(_words)


def beginnings(text: str, first: Container[str]) -> list[tuple[int, str]]:
    """Return the words and marks of ``text`` that are in ``first``, folded, with where each begins.

    They stand in order.
    """
    pieces = text.split(" ")
    beginning = {
        piece: own
        for piece in dict.fromkeys(pieces)
        if (own := [one for one in _WORDS[piece] if one[0] in first])
    }
    found = []
    at = 0
    for piece in pieces:
        if piece in beginning:
            found += [(at + begins, word) for word, begins in beginning[piece]]
        at += len(piece) + 1
    return found
