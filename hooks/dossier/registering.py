"""The register of what was released, beside the build: ``python -m dossier.registering``.

It enters what is new, before a release; with ``--check`` it only says what was released and is
lost.  Until the changelog names a first release nothing is final.  A build does not ask: a project
may be built in part.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .build import released_before
from .config import find_config, read_config
from .export.register import FILE, check_register, only_fates, present, register_text
from .problems import Problem
from .project import load
from .write.options import Options
from .write.pages import write_pages


def registered(start: Path) -> tuple[Path, str, list[Problem]]:
    """Return the register's path, its text with everything there is now, and what is lost."""
    config = read_config(find_config(start))
    dossier = load(config.project)
    pages = write_pages(dossier, Options(directory_urls=config.directory_urls))
    edition = released_before(config.project.root, config.project.docs)
    there = present(dossier, pages)
    known = edition.register if edition.release.version else only_fates(edition.register)
    problems = sorted({*edition.problems, *check_register(dossier, known, there)})
    path = config.project.root / config.project.docs / FILE
    return path, register_text(known, there), problems


def main() -> None:
    path, text, problems = registered(Path.cwd())
    for each in problems:
        sys.stdout.write(f"{each}\n")
    if problems:
        raise SystemExit(1)
    if "--check" not in sys.argv[1:]:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
