"""Takes a revision of the project out of git, into a folder of its own."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path, PurePosixPath


class RevisionError(Exception):
    """The revision cannot be had; the text says why."""


def take_out(root: Path, revision: str, parts: tuple[str, ...], target: Path) -> None:
    """Write ``parts`` (paths below ``root``) of a revision into ``target``, or RevisionError."""
    if revision.startswith("-"):
        raise RevisionError(f"‘{revision}’ is no revision")
    _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", revision=revision)
    prefix = _git(root, "rev-parse", "--show-prefix", revision=revision).decode().strip()
    tree = f"{revision}:{prefix.rstrip('/')}" if prefix else revision
    top = Path(_git(root, "rev-parse", "--show-toplevel", revision=revision).decode().strip())
    there = _git(top, "ls-tree", "--name-only", "-z", tree, revision=revision).decode()
    wanted = [part for part in parts if part.split("/")[0] in there.split("\0")]
    archive = _git(top, "archive", "--format=tar", tree, "--", *wanted, revision=revision)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isfile() else None
            if content is None or path.is_absolute() or ".." in path.parts:
                continue  # folders, and links, which lead who knows where
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())


def _git(root: Path, *arguments: str, revision: str) -> bytes:
    command = ["git", "-c", "safe.directory=*", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - fixed words
    except FileNotFoundError as error:
        raise RevisionError("git is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        why = f" ({said[-1]})" if said else ""
        raise RevisionError(f"git knows no revision ‘{revision}’ here{why}") from error
    return done.stdout
