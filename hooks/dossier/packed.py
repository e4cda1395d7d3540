"""Texts in little memory: those of a large site, as such, take up several times the room."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping


def packed(text: str) -> bytes:
    """Return a text in the least room that takes next to no time."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), level=1)


def unpacked(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


class Texts(MutableMapping[str, str]):
    """Path → text, packed while nobody reads it."""

    __slots__ = ("_packed",)

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._packed: dict[str, bytes] = {}
        self.add(texts or {})

    @classmethod
    def of(cls, known: Iterable[tuple[str, bytes]]) -> Texts:
        """Return the texts of paths, each given as it is packed, in order of their paths."""
        texts = cls()
        texts._packed.update(sorted(known))
        return texts

    def add(self, texts: Mapping[str, str]) -> None:
        """Add other texts, those that are packed as they are."""
        if isinstance(texts, Texts):
            self._packed.update(texts.as_packed())
        else:
            self.update(texts)

    def as_packed(self) -> Mapping[str, bytes]:
        return self._packed

    def __getitem__(self, path: str) -> str:
        return unpacked(self._packed[path])

    def __setitem__(self, path: str, text: str) -> None:
        self._packed[path] = packed(text)

    def __delitem__(self, path: str) -> None:
        del self._packed[path]

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
