"""What a build made, kept in a folder for the next one: a file for each value, named by its key.

A key is the digest of all that its value was made of, so a value is never out of date.  The folder
is safe to delete; a file that is damaged, or cannot be written, is done without.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_OURS = re.compile(r"[0-9a-f]{64}[-.0-9]*")
"""The name of a file that a build has kept, or has begun to."""


def digest(parts: Iterable[str | bytes]) -> str:
    """Return what tells these parts, in this order, from all others."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    folder: Path
    _used: set[str] = field(default_factory=set)
    """Keys that this build has asked for or kept."""

    def get(self, key: str, fields: Collection[str]) -> dict[str, Any] | None:
        """Return the value with these fields that is kept under ``key``, if there is one."""
        self._used.add(key)
        try:
            found = json.loads(zlib.decompress((self.folder / key).read_bytes()))
        except (OSError, ValueError, RecursionError, zlib.error):
            return None
        return found if isinstance(found, dict) and set(found) == set(fields) else None

    def put(self, key: str, value: Mapping[str, object]) -> None:
        self._used.add(key)
        written = zlib.compress(json.dumps(value).encode(), level=1)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = self.folder / f"{key}.{os.getpid()}"
            beside.write_bytes(written)
            beside.replace(self.folder / key)

    def forget_others(self) -> None:
        """Remove what this build had no use for."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self._used and _OURS.fullmatch(path.name):
                    path.unlink()
