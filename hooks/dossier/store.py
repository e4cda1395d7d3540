"""What a build made, kept in a folder for the next one: a file for each thing, named by its key.

A key is the digest of all that a thing was made of, so none is ever out of date.  The folder
is safe to delete; a file that is damaged, or cannot be written, is done without.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

_OURS = re.compile(r"[0-9a-f]{64}[-.0-9]*")
"""The name of a file that a build has kept, or has begun to."""
_HEAD = struct.Struct(">II")
"""How a file begins: how long the value is, and the check sum of its key and what follows that."""


def digest(parts: Iterable[str | bytes]) -> str:
    """Return what tells these parts, in this order, from all others."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


def _begun(key: str) -> int:
    return zlib.crc32(key.encode())


@dataclass(frozen=True, slots=True)
class Kept:
    value: dict[str, Any]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Store:
    folder: Path
    _used: set[str] = field(default_factory=set)
    """Keys that this build has asked for or kept."""

    def get(self, key: str, fields: Collection[str]) -> Kept | None:
        """Return what is kept under ``key``, if its value has these fields."""
        self._used.add(key)
        try:
            data = (self.folder / key).read_bytes()
            length, check = _HEAD.unpack_from(data)
            body = data[_HEAD.size + length :]
            if zlib.crc32(body, _begun(key)) != check:
                return None
            value = json.loads(zlib.decompress(data[_HEAD.size : _HEAD.size + length]))
        except (OSError, ValueError, RecursionError, zlib.error, struct.error):
            return None
        is_whole = isinstance(value, dict) and set(value) == set(fields)
        return Kept(value, body) if is_whole else None

    def put(self, key: str, value: Mapping[str, object], *body: bytes) -> None:
        self._used.add(key)
        data = zlib.compress(json.dumps(value).encode(), level=1)
        head = _HEAD.pack(
            len(data), reduce(lambda check, part: zlib.crc32(part, check), body, _begun(key))
        )
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = self.folder / f"{key}.{os.getpid()}"
            with beside.open("wb") as opened:
                opened.writelines((head, data, *body))
            beside.replace(self.folder / key)

    def forget(self, key: str) -> None:
        self._used.discard(key)
        with suppress(OSError):
            (self.folder / key).unlink(missing_ok=True)

    def forget_others(self) -> None:
        """Remove what this build had no use for."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self._used and _OURS.fullmatch(path.name):
                    path.unlink()
