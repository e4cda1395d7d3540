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
from io import BytesIO
from pathlib import Path

from .build import Built
from .config import read_config
from .packed import Texts
from .side_by_side import aside
from .store import Store, digest

SWITCH = "DOSSIER_REUSE"
"""The environment variable that turns all reuse off: DOSSIER_REUSE=off."""
_USED = ("jinja2", "markupsafe", "pyyaml")
"""Packages that the core writes with."""


def wanted() -> bool:
    return os.environ.get(SWITCH, "").casefold() not in ("off", "no", "false", "0")


def store(root: Path, *names: str) -> Store:
    """Return the store of one kind of build of a project."""
    return Store(root / ".cache" / "dossier" / "-".join(names))


def built_once(
    config_path: Path, arguments: Mapping[str, object], kept: Store, build: Callable[[], Built]
) -> Built:
    """Return what ``build`` returns, from the store where all inputs are the same."""
    key = digest([*_inputs(config_path), repr(arguments)])
    found = kept.get(key, ("files", "updated", "pictures"))
    if found:
        body = BytesIO(found.body)
        return Built(
            files=Texts.of((path, body.read(n)) for path, n in found.value["files"].items()),
            problems=(),
            updated=found.value["updated"],
            pictures={p: base64.b64decode(text) for p, text in found.value["pictures"].items()},
        )
    built = aside(build)[0]
    if not built.problems and not built.lost:
        files = Texts(built.files).as_packed()
        value = {
            "files": {path: len(data) for path, data in files.items()},
            "updated": dict(built.updated),
            "pictures": {path: base64.b64encode(b).decode() for path, b in built.pictures.items()},
        }
        kept.put(key, value, *files.values())
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
    return digest([platform.python_version(), *of_versions(*_USED), *of_files(files)])


def of_versions(*names: str) -> Iterator[str]:
    for name in names:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not there"
