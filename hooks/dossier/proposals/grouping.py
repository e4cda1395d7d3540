"""Brings the occurrences of one name together and decides what it names, or that nobody can say.

A group is one wording; short forms (a family name, an acronym) then join the group of the
full name, and what is left without enough evidence is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..names.fold import fold
from ..names.gazetteer import family_names
from .clues import NOTHING, Clue, is_acronym
from .words import COMPANY_ENDS, GENERIC


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name as it stands once in the text."""

    name: str
    words: tuple[str, ...]
    """Its words in lower case."""
    clue: Clue
    sure: bool
    """Whether its capital says that it is a name: it does not begin a sentence."""
    alias: str | None = None
    """The acronym that follows in brackets."""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    words: tuple[str, ...]
    clue: Clue = NOTHING
    sure: bool = False
    forms: frozenset[str] = field(default_factory=frozenset)
    """Its wordings, folded; ``name`` among them."""

    @property
    def acronym(self) -> bool:
        return len(self.words) == 1 and is_acronym(self.name)

    @property
    def kind(self) -> str | None:
        """``actor``, ``place``, or None where the evidence is thin, even or against both."""
        place, actor = self.clue.place, self.clue.actor
        need = 2 if self.acronym or len(self.words) > 1 else 3
        if self.clue.thing or max(place, actor) < need or place == actor:
            return None
        return "place" if place > actor else "actor"

    @property
    def person(self) -> bool:
        """Whether it names a person, so far as anyone can tell."""
        if self.kind != "actor" or self.acronym:
            return False
        plain = not any(word in GENERIC for word in self.words)
        needed = 0 if len(self.words) > 1 else 1
        return plain and self.clue.person >= needed


def group(occurrences: Iterable[Occurrence]) -> list[Group]:
    """Return the groups that name an actor or a place, in the order of their first occurrence."""
    groups: dict[str, Group] = {}
    aliases: dict[str, str] = {}
    for found in occurrences:
        key = fold(found.name)
        before = groups.get(key) or Group(found.name, found.words, forms=frozenset((key,)))
        sure = before.sure or found.sure
        groups[key] = replace(before, clue=before.clue + found.clue, sure=sure)
        if found.alias:
            aliases.setdefault(found.alias, key)
    _join_acronyms(groups, aliases)
    _join_short_forms(groups)
    return [g for g in groups.values() if g.kind and _is_name(g)]


def _is_name(found: Group) -> bool:
    return found.sure or found.acronym or len(found.words) > 1 or found.clue.what is not None


def _join_acronyms(groups: dict[str, Group], aliases: Mapping[str, str]) -> None:
    """Let an acronym join the full name that it follows in brackets, or has the initials of."""
    initials: dict[str, list[str]] = {}
    for key, found in groups.items():
        if len(found.words) > 1:
            letters = "".join(w[0] for w in found.name.split() if w[:1].isupper())
            initials.setdefault(letters, []).append(key)
    for key in [k for k, g in groups.items() if g.acronym]:
        letters = key.replace(".", "")
        full = aliases.get(key) or aliases.get(letters)
        same = initials.get(letters, [])
        if full is None and len(same) == 1:
            full = same[0]
        if full in groups and full != key:
            groups[full] = _joined(groups[full], groups.pop(key))
    for alias, full in aliases.items():
        if full in groups and alias not in groups:
            groups[full] = replace(groups[full], forms=groups[full].forms | {alias})


def _joined(full: Group, short: Group) -> Group:
    clue = full.clue + short.clue
    return replace(full, clue=clue, sure=True, forms=full.forms | short.forms)


def _join_short_forms(groups: dict[str, Group]) -> None:
    """Drop what is part of a person's name; let a company's name stand without "Inc."."""
    people = [g for g in groups.values() if g.person and len(g.words) > 1]
    parts = {part for g in people for part in (*family_names(fold(g.name)), *g.name.split())}
    for key in [k for k, g in groups.items() if len(g.words) == 1]:
        if key in parts and groups[key].kind != "place":
            del groups[key]
    for key, found in list(groups.items()):
        short = fold(" ".join(found.name.split()[:-1]))
        if found.words[-1] in COMPANY_ENDS and short in groups:
            groups[key] = _joined(found, groups.pop(short))
