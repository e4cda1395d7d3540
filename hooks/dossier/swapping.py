"""Has a site built beside the one that is there, and puts it in its place once it is whole.

``python -m dossier.swapping FOLDER MODULE ARGUMENT…`` runs a module as a command, in this process,
with FOLDER.new as its last argument.  The two folders change places in one step where the system
can do that, else in two; whatever a killed run leaves behind, the next one mends first.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import runpy
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = -100
_EXCHANGE = 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS has the same value."""


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    new = _beside(folder, "new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.parent):
        mend(folder)
        code = _run(sys.argv[2], [*sys.argv[3:], str(new)])
        if code == 0:
            swap(folder)
        _remove(new)
    sys.exit(code)


def mend(folder: Path) -> None:
    """Clear away what a killed run left, and bring back the folder it was about to replace."""
    old = _beside(folder, "old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    _remove(old)
    _remove(_beside(folder, "new"))


def swap(folder: Path) -> None:
    """Put FOLDER.new in the place of the folder; what was there is removed."""
    new, old = _beside(folder, "new"), _beside(folder, "old")
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(folder, new):
        folder.rename(old)
        new.rename(folder)
        _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Have two folders change places in one step; False where the system cannot."""
    system, paths = ctypes.CDLL(None), (os.fsencode(one), os.fsencode(other))
    if hasattr(system, "renameat2"):
        return system.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0  # type: ignore[no-any-return]
    return hasattr(system, "renamex_np") and system.renamex_np(*paths, _EXCHANGE) == 0


def _run(module: str, arguments: list[str]) -> int:
    """Run a module as a command; return the code it ends with."""
    # Not a process of its own: killed with this one, it never writes into the next run's folder.
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait for other runs beside the same folder; the system frees the lock of a killed one."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _beside(folder: Path, name: str) -> Path:
    return folder.with_name(f"{folder.name}.{name}")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
