"""The prose of every page, and where in its file each character of it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .joined import Essay
from .literal import without_code
from .model import PageRecord, Where


@dataclass(frozen=True)
class Prose:
    """One page's prose."""

    path: str
    """In docs."""
    body: str
    first: int
    """The line of the file on which the body begins."""

    @cached_property
    def plain(self) -> str:
        """The body with its code blanked, every character else where it stood."""
        return without_code(self.body)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.body) if c == "\n")]

    def where(self, offset: int) -> Where:
        line = bisect_right(self._starts, offset) - 1
        return Where(f"docs/{self.path}", self.first + line, offset - self._starts[line] + 1)

    def line(self, offset: int) -> str:
        """Return the line that holds a character."""
        line = bisect_right(self._starts, offset) - 1
        end = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else None
        return self.body[self._starts[line] : end]


def proses(records: Iterable[PageRecord], essays: Mapping[str, Essay]) -> Iterator[Prose]:
    """Give the prose of each page that people wrote."""
    for record in records:
        if not record.draft:
            yield Prose(record.path, record.body, record.body_line)
    for path, essay in essays.items():
        yield Prose(path, essay.body, essay.body_line)
