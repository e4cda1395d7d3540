"""Measures how much of a source's own words a tree of written files shows.

A word is shown when it stands in a run of five or more consecutive words of the source, case
and punctuation aside, anywhere in a file: text, attributes, text fragments of addresses, JSON.
Each word of the source counts once, however often it is shown.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

RUN = 5
"""Consecutive words that make a run (design.md, section 2)."""

_JSON = (".json", ".jsonld", ".geojson")
_NOT_WORD = re.compile(r"[\W_]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]*)[^()]*\)|\[\^[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Shown:
    words: int
    """How many of the source's words are shown, each counted once."""
    of: int
    """How many words the source has: ``len(text.split())``."""
    contributors: tuple[tuple[str, int], ...]
    """(path, words it shows), most first."""

    @property
    def share(self) -> float:
        return self.words / self.of if self.of else 0.0


def measure(text: str, files: Mapping[str, str]) -> Shown:
    """Measure how much of ``text`` the ``files`` (path → content) show."""
    source = [(number, word) for number, word in enumerate(map(_bare, text.split())) if word]
    runs: dict[tuple[str, ...], list[int]] = {}
    bare = [word for _, word in source]
    for at in range(len(bare) - RUN + 1):
        runs.setdefault(tuple(bare[at : at + RUN]), []).append(at)
    shown: set[int] = set()
    by_file: Counter[str] = Counter()
    for path, content in files.items():
        here: set[int] = set()
        for piece in pieces(path, content):
            words = [word for word in map(_bare, piece.split()) if word]
            for at in range(len(words) - RUN + 1):
                for start in runs.get(tuple(words[at : at + RUN]), ()):
                    here.update(range(start, start + RUN))
        if here:
            by_file[path] = len(here)
            shown |= here
    ranked = tuple(sorted(by_file.items(), key=lambda item: (-item[1], item[0])))
    return Shown(len({source[at][0] for at in shown}), len(text.split()), ranked)


def _bare(word: str) -> str:
    return _NOT_WORD.sub("", word).casefold()


def pieces(path: str, content: str) -> Iterator[str]:
    """Yield the stretches of running text in a file, its markup taken off."""
    if path.endswith(".csv"):
        for row in csv.reader(io.StringIO(content)):
            yield from row
    elif path.endswith(_JSON):
        try:
            values: Iterable[str] = _strings(json.loads(content))
        except ValueError:
            values = (content,)
        for value in values:
            yield from _marked_up(value)
    else:
        yield from _marked_up(content)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _marked_up(content: str) -> Iterator[str]:
    content = _COMMENT.sub(" ", content)
    for found in _ATTRIBUTE.finditer(content):
        yield from _value(found[1] if found[1] is not None else found[2])
    for found in _MARKDOWN_LINK.finditer(content):
        yield from _value(found[1] or "")
    text = _TAG.sub(" ", _MARKDOWN_LINK.sub(" ", content))
    yield html.unescape(text)


def _value(value: str) -> Iterator[str]:
    value = html.unescape(value)
    head, _, directive = value.partition(":~:text=")
    yield unquote(head)
    for part in directive.split("&text="):
        for piece in part.split(","):
            yield unquote(piece)
