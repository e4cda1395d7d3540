"""A build whose every input is as it was the last time takes what was written then.

The inputs are digested: the files of the project, its settings as resolved, the hooks' own code
and the versions of what they use.
"""

from __future__ import annotations

import base64
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .build import Built
from .config import read_config
from .store import Store, digest

SWITCH = "DOSSIER_REUSE"
"""The environment variable that turns all reuse off: DOSSIER_REUSE=off."""
_AT_ONCE = 250
"""Files kept together: all at once, a large site would be in memory several times."""
_USED = ("jinja2", "markupsafe", "pyyaml")
"""Packages that the core writes with."""


def wanted() -> bool:
    return os.environ.get(SWITCH, "") != "off"


def store(root: Path, *names: str) -> Store:
    """Return the store of one kind of build of a project."""
    return Store(root / ".cache" / "dossier" / "-".join(names))


def built_once(
    config_path: Path, arguments: Mapping[str, object], kept: Store, build: Callable[[], Built]
) -> Built:
    """Return what ``build`` returns, from the store where all inputs are the same."""
    key = digest([*_inputs(config_path), repr(arguments)])
    found = kept.get(key, ("parts", "updated", "pictures"))
    parts = [
        kept.get(f"{key}-{number}", ("files",)) for number in range(found["parts"] if found else 0)
    ]
    if found and None not in parts:
        return Built(
            files={path: text for part in parts if part for path, text in part["files"].items()},
            problems=(),
            updated=found["updated"],
            pictures={path: base64.b64decode(text) for path, text in found["pictures"].items()},
        )
    built = build()
    if not built.problems and not built.lost:
        paths = list(built.files)
        slices = [paths[at : at + _AT_ONCE] for at in range(0, len(paths), _AT_ONCE)]
        for number, part in enumerate(slices):
            kept.put(f"{key}-{number}", {"files": {path: built.files[path] for path in part}})
        value = {
            "parts": len(slices),
            "updated": dict(built.updated),
            "pictures": {path: base64.b64encode(b).decode() for path, b in built.pictures.items()},
        }
        kept.put(key, value)
    return built


def _inputs(config_path: Path) -> Iterator[str | bytes]:
    config = read_config(config_path)
    yield repr(config)
    yield code()
    root = config.project.root
    files = [config_path, root / "CHANGELOG.md"]
    for folder in (config.project.docs, config.project.seeds):
        files += (root / folder).rglob("*")
    yield from of_files(files)


def of_files(paths: list[Path]) -> Iterator[str | bytes]:
    """Give the name and the bytes of each file, in order."""
    for path in sorted(paths):
        yield str(path)
        with suppress(OSError):  # what the build itself will report
            if path.is_file():  # a pipe would be waited for
                yield path.read_bytes()


@cache
def code() -> str:
    """Return the digest of the hooks' own code, and of what runs it."""
    here = Path(__file__).parent
    files = [p for p in here.parent.rglob("*") if p.suffix not in (".pyc", "") and p.is_file()]
    return digest([platform.python_version(), *of_versions(_USED), *of_files(files)])


def of_versions(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not there"
