"""The language rules are written in, made into regular expressions over characters of words.

``the? {month} (of|,)? <which: last|next> year``: words stand for themselves, ``{…}`` for a class
of words or a named part, ``<name: …>`` remembers what matched, ``?`` may be missing, ``*`` repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from .words import COMMON, PROPER, SHAPES, shape

MOST_REPEATS = 5
"""Bounds ``*``, so that no text, however hostile, makes a rule look far."""

TOKEN = re.compile(
    r"[A-Za-z\u00c0-\u1fff]+"
    r"|[0-9]+(?>[-/][0-9]+[-/][0-9]+|\.[0-9]{1,2}\.[0-9]{4}(?![0-9])|:[0-9]{2}(?::[0-9]{2})?"
    r"|/[0-9]+|(?:,[0-9]{3})+(?:\.[0-9]+)?|\.[0-9]+)?+"
    r"|\S"
)
"""A word, a number (date, time of day, fraction, 1,000.5) or one sign."""

_PART = re.compile(r"<(\w+):|\{(\w+)\}|([()|>?*])|([\w]+|[^\s\w])")


class Codes(dict[str, str]):
    """Word → its character; a word outside the vocabulary has the character of its shape."""

    def __missing__(self, word: str) -> str:
        return shape(word)


def _vocabulary() -> tuple[Codes, dict[str, str]]:
    """Return the characters of all words of the classes, and the characters of each class."""
    codes, classes = Codes(), dict(SHAPES)
    numbered: dict[str, str] = {}

    def code(word: str) -> str:
        return numbered.setdefault(word, chr(0x4E00 + len(numbered)))

    for name, words in PROPER.items():
        for word in words:
            for written in (word, word.upper()):
                codes[written] = code(word)
        classes[name] = "".join(code(word) for word in words)
    for name, words in COMMON.items():
        for word in words:
            for written in (word, word.capitalize(), word.upper()):
                codes.setdefault(written, code(word))
        classes[name] = "".join(code(word) for word in words)
    return codes, classes


CODES, CLASSES = _vocabulary()
_SAME = {"'": "'’‘ʼ", "-": "-‐‑"}


def _literal(word: str) -> str:
    """Return the character of a word that a rule names, making it one of the vocabulary."""
    if word[0].isdigit():
        raise ValueError(f"‘{word}’: a rule names numbers by their class, such as {{dayno}}")
    if word not in CODES:
        code = chr(0x5E00 + len(CODES))
        for written in (word, word.capitalize(), word.upper(), *_SAME.get(word, "")):
            CODES.setdefault(written, code)
    return CODES[word]


# --- Patterns as trees ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Node:
    kind: str
    """``one`` (of some characters), ``all``, ``any``, ``maybe``, ``many`` or ``named``."""
    characters: str = ""
    parts: tuple[Node, ...] = ()
    name: str = ""

    def regex(self) -> str:
        inner = [part.regex() for part in self.parts]
        if self.kind == "one":
            return f"[{re.escape(self.characters)}]"
        if self.kind == "all":
            return "".join(inner)
        if self.kind == "any":
            return f"(?:{'|'.join(inner)})"
        if self.kind == "named":
            return f"(?P<{self.name}>{inner[0]})"
        return f"(?:{inner[0]})" + ("?" if self.kind == "maybe" else f"{{0,{MOST_REPEATS}}}")

    def begins(self) -> _Begin:
        if self.kind == "one":
            characters = frozenset(self.characters)
            return _Begin(characters, characters, frozenset(), empty=False)
        parts = [part.begins() for part in self.parts]
        if self.kind == "any":
            return reduce(_Begin.or_else, parts)
        if self.kind in ("all", "named"):
            return reduce(_Begin.then, parts, _NOTHING)
        maybe = parts[0].or_else(_NOTHING)
        return maybe if self.kind == "maybe" else maybe.then(maybe)


@dataclass(frozen=True, slots=True)
class _Begin:
    """How matches can begin, so that few patterns need be tried at a place."""

    first: frozenset[str]
    alone: frozenset[str]
    """Those of the first characters that it can match with nothing after them."""
    pairs: frozenset[tuple[frozenset[str], frozenset[str]]]
    """First characters, and those that can come second after any of these."""
    empty: bool
    """It can match nothing at all."""

    def or_else(self, other: _Begin) -> _Begin:
        return _Begin(
            self.first | other.first,
            self.alone | other.alone,
            self.pairs | other.pairs,
            self.empty or other.empty,
        )

    def then(self, other: _Begin) -> _Begin:
        first, alone, pairs = self.first, frozenset[str](), self.pairs
        if other.empty:
            alone = self.alone
        if self.alone and other.first:
            pairs |= {(self.alone, other.first)}
        if self.empty:
            first, alone, pairs = first | other.first, alone | other.alone, pairs | other.pairs
        return _Begin(first, alone, pairs, self.empty and other.empty)


_NOTHING = _Begin(frozenset(), frozenset(), frozenset(), empty=True)


class _Reader:
    """Reads one pattern; ``named`` parts are expanded in place."""

    def __init__(self, named: Mapping[str, str]) -> None:
        self.named = named
        self.seen: set[str] = set()

    def read(self, pattern: str, *, inside: bool = False) -> Node:
        items = iter(_PART.findall(pattern))
        return self._alternatives(items, inside=inside)

    def _alternatives(self, items: Iterator[tuple[str, ...]], *, inside: bool) -> Node:
        options: list[Node] = []
        sequence: list[Node] = []
        for opened, named, sign, word in items:
            if opened:
                self.seen.add(opened)
                node = self._alternatives(items, inside=True)
                sequence.append(Node("named", parts=(node,), name=opened))
            elif named:
                sequence.append(self._class(named, inside=inside))
            elif sign == "(":
                sequence.append(self._alternatives(items, inside=inside))
            elif sign == "|":
                options.append(Node("all", parts=tuple(sequence)))
                sequence = []
            elif sign in (")", ">"):
                break
            elif sign:
                sequence[-1] = Node("maybe" if sign == "?" else "many", parts=(sequence[-1],))
            else:
                sequence.append(Node("one", characters=_literal(word)))
        options.append(Node("all", parts=tuple(sequence)))
        return options[0] if len(options) == 1 else Node("any", parts=tuple(options))

    def _class(self, name: str, *, inside: bool) -> Node:
        if name in self.named:
            node = self.read(self.named[name], inside=True)
        else:
            node = Node("one", characters=CLASSES[name])
        if inside or name in self.seen:
            return node
        self.seen.add(name)
        return Node("named", parts=(node,), name=name)


@dataclass(frozen=True, slots=True)
class Pattern:
    regex: re.Pattern[str]
    begin: _Begin

    def can_begin(self, two: str) -> bool:
        """Say whether a match can begin with these two characters (one, at the very end)."""
        first, second = two[0], two[1:]
        return first in self.begin.alone or any(
            first in firsts and second in seconds for firsts, seconds in self.begin.pairs
        )


def tree(pattern: str, named: Mapping[str, str]) -> Node:
    """Return a pattern as a tree; ``named`` holds the parts that have a name."""
    return _Reader(named).read(pattern)


def compiled(pattern: str, named: Mapping[str, str]) -> Pattern:
    """Return a pattern as a regular expression; raise ValueError if it can match nothing."""
    node = tree(pattern, named)
    begin = node.begins()
    if begin.empty:
        raise ValueError(f"the pattern ‘{pattern}’ matches nothing at all")
    return Pattern(re.compile(node.regex()), begin)


def characters(words: str) -> str:
    """Return the characters of some words and {classes}, given with spaces between."""
    return "".join(
        CLASSES[word[1:-1]] if word.startswith("{") else word if word == "^" else _literal(word)
        for word in words.split()
    )
