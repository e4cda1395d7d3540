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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from urllib.parse import unquote

from ..side_by_side import side_by_side

RUN = 5
"""Consecutive words that make a run (design.md, section 2)."""

_PART, _OVERLAP = 200_000, 2_000
"""Characters that are taken apart at once, and how many of them twice, to miss no run."""
_Run = tuple[str, ...]
_JSON = (".json", ".jsonld", ".geojson")
_FOR_SPACE = re.compile(r"[%&<\]]")
_NOT_WORD = re.compile(r"[\W_]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_GAP = r"(?:[^{0}\s%&]*+[\s%&]){{" + str(RUN - 1) + r"}}[^{0}]*"
_BARE_GAP = r"(?:[^\s\"'<>%&=]*+[%&]){" + str(RUN - 1) + r"}[^\s\"'<>]*"
_ATTRIBUTE = re.compile(
    rf"=\s*(?:\"({_GAP.format(chr(34))})\"|'({_GAP.format(chr(39))})'|\"[^\"]*\"|'[^']*'|({_BARE_GAP}))"
)
"""Only with as many spaces, or what stands for them, as part the words of a run."""
_AUTOMATIC_LINK = re.compile(r"<(\w+:[^<>]*)>")
_MARKDOWN_LINK = re.compile(r"\]\(\s*(<[^<>]*>|[^()\s]*+)([^()]*+)\)|\[\^[^\[\]]*+\]")


@dataclass(frozen=True, slots=True)
class Shown:
    words: int
    """How many of the source's words are shown, each counted once."""
    of: int
    """How many words the source has: ``len(text.split())``."""
    runs: Mapping[str, set[int]]
    """Path of a file → the runs it shows, of this source and of others."""
    source: _Source

    @property
    def share(self) -> float:
        return self.words / self.of if self.of else 0.0

    def contributors(self) -> list[tuple[str, int]]:
        """Return (path, words of the source it shows), most first."""
        counts = {path: len(self.source.shown(runs)) for path, runs in self.runs.items()}
        found = [(path, words) for path, words in counts.items() if words]
        return sorted(found, key=lambda item: (-item[1], item[0]))


@dataclass(frozen=True, slots=True)
class _Source:
    words: tuple[int, ...]
    """The number, among all that white space parts, of each with a letter or digit in it."""
    starts: Mapping[int, list[int]]
    """Run → at which of those words it begins."""

    def shown(self, runs: set[int]) -> set[int]:
        """Return the words of the source that stand in one of the runs."""
        begins = (at for run in runs & self.starts.keys() for at in self.starts[run])
        return {self.words[word] for at in begins for word in range(at, at + RUN)}


def measure(texts: Mapping[str, str], files: Mapping[str, str]) -> dict[str, Shown]:
    """Measure how much of each of the ``texts`` (id → text) the ``files`` (path → content) show.

    The files are read once, however many texts there are.
    """
    numbers: dict[_Run, int] = {}
    sources = {id_: _source(text, numbers) for id_, text in texts.items()}
    read = side_by_side(partial(_shown_in, _Bare(), numbers, files), list(files))
    by_file = {path: shown for path, shown in zip(files, read, strict=True) if shown}
    everywhere = set().union(*by_file.values())
    return {
        id_: Shown(len(source.shown(everywhere)), len(texts[id_].split()), by_file, source)
        for id_, source in sources.items()
    }


def _shown_in(
    bare: _Bare, numbers: Mapping[_Run, int], files: Mapping[str, str], path: str
) -> set[int]:
    """Return the runs that a file shows."""
    found: set[int | None] = set()
    for part in chain.from_iterable(map(_parts, pieces(path, files[path]))):
        tokens = part.split()
        if len(tokens) >= RUN:
            words = list(filter(None, map(bare.__getitem__, tokens)))
            found.update(map(numbers.get, _runs(words)))
    return {number for number in found if number is not None}


def _parts(piece: str) -> Iterator[str]:
    """Give a long piece in parts, each beginning with the words that the last one ended with."""
    start = 0
    while (end := piece.find(" ", start + _PART)) >= 0:
        yield piece[start:end]
        back = end - _OVERLAP
        start = max(piece.rfind(" ", start, back), back)
    yield piece[start:]


def _source(text: str, numbers: dict[_Run, int]) -> _Source:
    """Return where the text's runs stand, and give those that are new a number."""
    words = [(number, word) for number, word in enumerate(map(_bare, text.split())) if word]
    starts: dict[int, list[int]] = {}
    for at, run in enumerate(_runs([word for _, word in words])):
        starts.setdefault(numbers.setdefault(run, len(numbers)), []).append(at)
    return _Source(tuple(number for number, _ in words), starts)


def _runs(words: list[str]) -> Iterator[_Run]:
    return zip(*(words[skipped:] for skipped in range(RUN)), strict=False)


class _Bare(dict[str, str]):
    """Word as written → as it is compared; most words of a site are the same few."""

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, _bare(word))


def _bare(word: str) -> str:
    return _NOT_WORD.sub("", word).casefold()


def pieces(path: str, content: str) -> Iterator[str]:
    """Yield the stretches of running text in a file, its markup taken off."""
    if path.endswith(".csv"):
        for row in csv.reader(io.StringIO(content)):
            yield from row
    elif path.endswith(_JSON):
        try:
            values: Iterable[str] = _strings(content)
        except ValueError:
            values = (content,)
        for value in values:
            if not _is_short(value):
                yield from _marked_up(value)
    else:
        yield from _marked_up(content)


def _strings(content: str) -> Iterable[str]:
    """Return the strings that are values in some JSON, each once; what holds them is let go."""
    found: dict[str, None] = {}

    def take(value: object) -> None:
        if isinstance(value, str):
            found[value] = None
        elif isinstance(value, list):
            for inner in value:
                take(inner)

    def take_all(pairs: list[tuple[str, object]]) -> None:
        for _, value in pairs:
            take(value)

    take(json.loads(content, object_pairs_hook=take_all))
    return found


def _marked_up(content: str) -> Iterator[str]:
    content = _COMMENT.sub(" ", content)
    for values in _ATTRIBUTE.findall(content):
        for value in filter(None, values):
            yield from _value(value)
    for address in _AUTOMATIC_LINK.findall(content):
        yield from _value(address)
    for address, title in _MARKDOWN_LINK.findall(content):
        for value in (address.strip("<>"), title):
            if not _is_short(value):
                yield from _value(value)
    text = _TAG.sub(" ", _MARKDOWN_LINK.sub(" ", content))
    yield html.unescape(text)


def _is_short(value: str) -> bool:
    """Say whether a text, in which nothing stands for a space, has too few words for a run."""
    return not _FOR_SPACE.search(value) and len(value.split()) < RUN


def _value(value: str) -> Iterator[str]:
    value = html.unescape(value)
    head, _, directive = value.partition(":~:text=")
    yield unquote(head)
    for part in directive.split("&text="):
        for piece in part.split(","):
            yield unquote(piece)
