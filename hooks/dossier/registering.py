"""The register of what was released, beside the build: what it must hold before a release.

Until the changelog names a first release nothing in it is final.
"""

from __future__ import annotations

from pathlib import Path

from .build import released_before
from .config import Config
from .export.register import FILE, check_register, present, register_text
from .problems import Problem
from .project import load
from .write.options import Options
from .write.pages import write_pages


def registered(config: Config) -> tuple[Path, str, list[Problem]]:
    """Return the register's path, its text with everything there is now, and what is lost."""
    project = config.project
    dossier = load(project)
    pages = write_pages(dossier, Options(directory_urls=config.directory_urls))
    edition = released_before(project.root, project.docs)
    there = present(dossier, pages)
    problems = {*edition.problems, *check_register(dossier, edition.released, there)}
    path = project.root / project.docs / FILE
    return path, register_text(edition.released, there), sorted(problems)
