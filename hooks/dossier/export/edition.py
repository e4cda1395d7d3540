"""What a build knows of what was released before: the release it names, and the register."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problems import Problem
from .register import Register, only_fates, read_register
from .release import Release, read_release


@dataclass(frozen=True, slots=True)
class Edition:
    release: Release = field(default_factory=Release)
    register: Register = field(default_factory=Register)
    problems: tuple[Problem, ...] = ()

    @property
    def released(self) -> Register:
        """The register as far as it is final: before a first release, what is said to be gone."""
        return self.register if self.release.version else only_fates(self.register)


def read_edition(changelog: str, register: str, path: str) -> Edition:
    """Return what the two files say; ``path`` is the register's, for problems."""
    known, problems = read_register(register, path) if register.strip() else (Register(), [])
    return Edition(read_release(changelog), known, tuple(problems))
