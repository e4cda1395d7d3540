"""Where each word of a text stands, so that names are looked up and not searched for.

A text is cut once; known names and those only proposed are looked for in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .fold import WORD_OR_MARK, fold_piece


@lru_cache(maxsize=1)
def word_starts(text: str) -> Mapping[str, Sequence[int]]:
    """Return the words and marks of ``text``, folded, each with where it begins, in order."""
    as_written: dict[str, list[int]] = {}
    for found in WORD_OR_MARK.finditer(text):
        word = found[0]
        if word in as_written:
            as_written[word].append(found.start())
        else:
            as_written[word] = [found.start()]
    folded: dict[str, list[int]] = {}
    for word, starts in as_written.items():
        folded.setdefault(fold_piece(word), []).extend(starts)
    return folded
