"""Pieces of text: words, white space and single marks, each folded to one spelling.

Folding levels what typesetting changes and no reader sees as another name: NFC and NFD, curly
and straight apostrophes, the kinds of hyphen and dash, runs of white space, invisible marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

APOSTROPHES = "'’‘ʼʻ′＇´`"
HYPHENS = "-‐‑"
_DASHES = "‒–—―−﹣－"


def _ranges(*categories: str) -> str:
    r"""Return the characters of these general categories as the inside of a character class.

    Python's ``\w`` leaves combining marks out, so that an accent or a vowel sign would end a
    word.  None stand above U+1FFFF but the variation selectors.
    """
    found = [n for n in range(0x20000) if unicodedata.category(chr(n)).startswith(categories)]
    found = [n for n in found if n != 0x200B] + list(range(0xE0100, 0xE01F0))
    parts = []
    start = previous = found[0]
    for n in [*found[1:], -1]:
        if n != previous + 1:
            parts.append(f"\\U{start:08x}-\\U{previous:08x}")
            start = n
        previous = n
    return "".join(parts)


_INVISIBLE = "".join(c for c in map(chr, range(0x20000)) if unicodedata.category(c) == "Cf")
_GLUE = _ranges("M", "Cf")
_LETTER = f"[^\\W_{APOSTROPHES}]"
_PLAIN = "[A-Za-z0-9]++(?![^\\x00-\\x7f])"
"""Most words; the next alternative would find the same, in twice the time."""
WORD = re.compile(f"(?:{_PLAIN}|{_LETTER}++(?>[{_GLUE}]++{_LETTER}*+)*+)")
"""A word: letters and digits of any script with the marks on them."""
WORD_OR_MARK = re.compile(f"{WORD.pattern}|\\S")
_PIECE = re.compile(f"({WORD.pattern})|(\\s++)|.", re.DOTALL)
_INVISIBLES = re.compile(f"[{_INVISIBLE}]+")
_LONGEST = 200
"""Longer words are left as they are: sorting a run of marks for NFC takes its square in time."""

_FOLDED = {ord(c): "'" for c in APOSTROPHES} | {ord(c): "-" for c in HYPHENS + _DASHES}
_FOLDED |= {ord("“"): '"', ord("”"): '"', ord("„"): '"'}


def fold_word(word: str) -> str:
    """Return ``word`` in NFC, without invisible marks."""
    if word.isascii() or len(word) > _LONGEST:
        return word
    return _INVISIBLES.sub("", unicodedata.normalize("NFC", word))


def fold_piece(piece: str) -> str:
    """Return a word or a single mark, folded; "" for an invisible mark."""
    return fold_word(piece.translate(_FOLDED) if len(piece) == 1 else piece)


def fold(text: str) -> str:
    """Return a whole name as :func:`pieces` would put it together again."""
    if text.isascii():
        return " ".join(text.split()).replace("`", "'")
    return "".join(folded for folded, _, _ in pieces(text.strip(), 0, len(text))).strip()


def other_case(word: str) -> str:
    """Return ``word`` with its first letter in the other case."""
    return word[:1].swapcase() + word[1:]


def pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield (folded piece, start, end) from ``start`` on, one word, gap or mark at a time."""
    for found in _PIECE.finditer(text, start, end):
        at, stop = found.span()
        if found[1]:
            yield fold_word(found[1]), at, visible_end(text, at, stop)
        elif found[2]:
            yield " ", at, stop
        else:
            folded = fold_piece(found[0])
            if folded:
                yield folded, at, stop


def visible_end(text: str, start: int, end: int) -> int:
    """Return ``end`` moved back over the invisible marks at a word's end."""
    return end if text[end - 1].isalnum() else start + len(text[start:end].rstrip(_INVISIBLE))
