"""One spelling for every spelling: how words are levelled before search compares them.

``TABLE`` is the only statement of it: the index is folded by it here and carries it, so that the
browser folds what a reader types by the same.  Case, marks, apostrophes, hyphens, articles and the
letters that writers of a language exchange are levelled; Greek and Cyrillic become Latin.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TypedDict


class Table(TypedDict):
    chars: dict[str, str]
    """A character → what stands for it; "" where nothing does."""
    level: list[list[str]]
    """Patterns and what replaces them, in this order, on the text whose characters are mapped."""
    articles: list[list[str]]
    """The same, afterwards: articles that writers put, join or leave out."""


def _pairs(keys: str, values: str) -> dict[str, str]:
    return dict(zip(keys.split(), values.split(), strict=True))


_CHARS: dict[str, str] = {
    **dict.fromkeys("'’‘ʼʻʹʾʿʽˈ`´′", "'"),
    **dict.fromkeys("‐‑‒–—−﹣－־", "-"),
    # Latin letters that Unicode does not take apart
    **_pairs("ß æ œ ø đ ð þ ł ı ħ ŋ ə", "ss ae oe o d d th l i h ng e"),
    # Arabic: forms of alif, ya, ta marbuta and the letters of its neighbours; no hamza, no tatweel
    **_pairs("ٱ ى ة ک ی ھ ہ ە", "ا ي ه ك ي ه ه ه"),
    **dict.fromkeys("ءـ", ""),
    **{chr(first + n): str(n) for first in (0x0660, 0x06F0) for n in range(10)},
    "٬": ",",
    # Cyrillic
    **_pairs("а б в г д е ж з и к л м н о п р", "a b v g d e zh z i k l m n o p r"),
    **_pairs("с т у ф х ц ч ш щ ы э ю я", "s t u f kh ts ch sh shch y e iu ia"),
    **_pairs("і є ґ ј љ њ ћ ђ џ", "i ie g j lj nj c d dz"),
    **dict.fromkeys("ьъ", ""),
    # Greek
    **_pairs("α β γ δ ε ζ η θ ι κ λ μ", "a b g d e z e th i k l m"),
    **_pairs("ν ξ ο π ρ σ ς τ υ φ χ ψ ω", "n x o p r s s t y ph ch ps o"),
}  # fmt: skip

TABLE: Table = {
    "chars": dict(sorted(_CHARS.items())),
    "level": [
        ["'s(?!<W>)", ""],
        ["'", ""],
        ["([0-9]),(?=[0-9]{3}(?![0-9]))", "$1"],
    ],
    "articles": [
        [r"(^|<N>)(?:al|el)[-\s]+(?=<W>)", "$1"],
        ["(^|<N>)(?:a[dnrstz]|adh|ash|ath)-(?=<W>)", "$1"],
        ["(^|<N>)ال(?=<W>{2})", "$1"],
    ],
}
"""``<W>`` is any letter or digit, ``<N>`` any other character, ``$1`` the first group."""

_W, _N = r"[^\W_]", r"[\W_]"
_WORD = re.compile(f"{_W}+")
_COMPOUND = re.compile(f"(?<!{_W}){_W}++(?:-{_W}++)+")
_LONGEST = 60
"""Longer runs of letters are cut: they are no words, and would only make the index large."""


def _compiled(rules: list[list[str]]) -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(pattern.replace("<W>", _W).replace("<N>", _N)), put.replace("$", "\\"))
        for pattern, put in rules
    ]


_LEVEL, _ARTICLES = _compiled(TABLE["level"]), _compiled(TABLE["articles"])


class _Characters(dict[int, str]):
    """What stands for each character; combining and invisible ones are nothing."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        self[code] = "" if category.startswith("M") or category == "Cf" else chr(code)
        return self[code]


_MAPPED = _Characters({ord(c): put for c, put in TABLE["chars"].items()})


def _levelled(text: str) -> str:
    """Return ``text`` folded but for its articles."""
    # Marks go before letters are taken apart: sorting a long run of them takes its square in time.
    bare = text.translate(_MAPPED)
    text = unicodedata.normalize("NFKD", bare).lower().translate(_MAPPED)
    return _replaced(text, _LEVEL)


def _replaced(text: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, put in rules:
        text = pattern.sub(put, text)
    return text


def _words(folded: str) -> list[str]:
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def query_words(text: str) -> list[str]:
    """Return the words of ``text`` in the one spelling: what a reader's query becomes."""
    return _words(_replaced(_levelled(text), _ARTICLES))


def index_words(text: str) -> list[str]:
    """Return the words that ``text`` is found by: also compounds as one, and names with article."""
    levelled = _levelled(text)
    found = _words(_replaced(levelled, _ARTICLES))
    joined = [word.replace("-", "")[:_LONGEST] for word in _COMPOUND.findall(levelled)]
    return [*found, *joined, *(word for word in _words(levelled) if word.startswith("ال"))]


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words that a name is found by: each two neighbours as one, too."""
    parts = _words(_levelled(name))
    joined = [first + second for first, second in pairwise(parts)]
    return (*index_words(name), *joined)


def whole(name: str) -> str:
    """Return a name as its folded words, to be compared as a whole."""
    return " ".join(query_words(name))
