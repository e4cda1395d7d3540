"""Brings the occurrences of one name together and decides what it names, or that nobody can say.

A group is one wording; short forms (a family name, an acronym) then join the group of the
full name, and what is left without enough evidence is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..names.fold import fold
from ..names.gazetteer import family_names
from .points import NOTHING, Clue
from .setting import is_acronym
from .words import COMPANY_ENDS, GENERIC

_LONGEST = 3
"""Words of a person's name that only a family name bears out."""
_SURELY_A_PLACE = 3
"""Points above which a person's name may be a place's too."""


class Occurrence(NamedTuple):
    """A name as it stands once in the text."""

    name: str
    words: tuple[str, ...]
    """Its words in lower case."""
    clue: Clue
    sure: bool
    """Whether its capital says that it is a name: it does not begin a sentence."""
    start: int
    """Of the name in the text."""
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
        if self.clue.thing or place == actor:
            return None
        if place > actor:
            return "place" if place >= self._need(3) else None
        alone = 3 if self.clue.person > 0 or self.clue.what("actor") else 4
        return "actor" if actor >= self._need(alone) else None

    @property
    def unsure(self) -> str | None:
        """Why it has no kind, in words."""
        place, actor = self.clue.place, self.clue.actor
        if self.kind:
            return None
        if not place and not actor:
            return "nothing beside it says what it is"
        if place == actor:
            return "as much speaks for a place as for somebody"
        sign = "a place" if place > actor else "a person or body"
        return f"too little speaks for {sign}"

    @property
    def likely(self) -> str:
        """The kind, or of what is unsure the likelier, or ``unknown``."""
        if self.kind or self.clue.place == self.clue.actor:
            return self.kind or "unknown"
        return "place" if self.clue.place > self.clue.actor else "actor"

    def _need(self, alone: int) -> int:
        """Return the points that suffice; single words need more: a capital alone says little.

        Countries and capitals "say" things too, so that saying alone makes no actor of a word.
        """
        return 2 if self.acronym or len(self.words) > 1 else alone

    @property
    def person(self) -> bool:
        """Whether it names a person, so far as anyone can tell."""
        if self.kind != "actor" or self.acronym:
            return False
        plain = not any(word in GENERIC for word in self.words)
        needed = 0 if len(self.words) > 1 else 1
        return plain and self.clue.person >= needed


def group(occurrences: Iterable[Occurrence]) -> list[Group]:
    """Return the groups that are names, in the order of their first occurrence.

    Those of which too little says what they name have no kind, but a reason (``unsure``).
    """
    groups: dict[str, Group] = {}
    aliases: dict[str, str] = {}
    for found in occurrences:
        key = fold(found.name)
        before = groups.get(key) or Group(found.name, found.words, forms=frozenset((key,)))
        sure = before.sure or found.sure
        clue = before.clue + found.clue
        groups[key] = Group(before.name, before.words, clue, sure, before.forms)
        if found.alias and (len(found.words) > 1 or found.alias[0] == found.name[0]):
            aliases.setdefault(found.alias, key)
    _join_acronyms(groups, aliases)
    _join_family_names(groups)
    _join_short_forms(groups)
    return [g for g in groups.values() if not g.clue.thing and _is_name(g)]


def _is_name(found: Group) -> bool:
    if found.sure or found.acronym or len(found.words) > 1:
        return True
    return found.clue.person > 0 or found.clue.what("place") is not None


def _join_acronyms(groups: dict[str, Group], aliases: Mapping[str, str]) -> None:
    """Let an acronym join the full name that it follows in brackets, or has the initials of."""
    for key in [k for k, g in groups.items() if g.acronym and "." in k]:
        bare = key.replace(".", "")
        if bare in groups:
            groups[bare] = _joined(groups[bare], groups.pop(key))
    initials = _initials(groups)
    for key in [k for k, g in groups.items() if g.acronym]:
        letters = key.replace(".", "")
        same = initials.get(letters, [])
        only = same[0] if len(same) == 1 else None
        full = aliases.get(key) or aliases.get(letters) or only
        if full in groups and full != key:
            groups[full] = _joined(groups[full], groups.pop(key))
    for alias, full in aliases.items():
        if full in groups and alias not in groups:
            groups[full] = replace(groups[full], forms=groups[full].forms | {alias})


def _initials(groups: Mapping[str, Group]) -> dict[str, list[str]]:
    """Return the names of several words, companies apart, by the initials of their capitals."""
    found: dict[str, list[str]] = {}
    for key, full in groups.items():
        words = full.name.split()
        a_company = full.words[-1] in COMPANY_ENDS
        if len(words) > 1 and not a_company and not any(is_acronym(w) for w in words):
            letters = "".join(word[0] for word in words if word[:1].isupper())
            found.setdefault(letters, []).append(key)
    return found


def _joined(full: Group, short: Group) -> Group:
    clue = full.clue + short.clue
    return replace(full, clue=clue, sure=True, forms=full.forms | short.forms)


def _join_family_names(groups: dict[str, Group]) -> None:
    """Let a person's family name tell what the one full name before it is: Ada Roe’s bakery."""
    full: dict[str, list[str]] = {}
    order = {key: number for number, key in enumerate(groups)}
    for key, found in groups.items():
        for family in family_names(key) if 2 <= len(found.words) <= _LONGEST else ():
            full.setdefault(family, []).append(key)
    for family, keys in full.items():
        alone, key = groups.get(family), keys[0]
        if not alone or not alone.person or len(keys) > 1 or order[key] > order[family]:
            continue
        if groups[key].clue == NOTHING and groups[key].words[0] != "the":
            clue = Clue(actor=alone.clue.actor, person=alone.clue.person)  # of whom else, is open
            groups[key] = replace(groups[key], clue=clue, sure=True)


def _join_short_forms(groups: dict[str, Group]) -> None:
    """Drop what is part of a person's name; join "the Council" … to the one longer name."""
    people = [g for g in groups.values() if g.person and len(g.words) > 1]
    families = {form for g in people for form in family_names(fold(g.name))}
    parts = {part for g in people for part in g.name.split()}
    for key, found in list(groups.items()):
        part = key in families or (len(found.words) == 1 and key in parts)
        if part and (found.clue.place <= _SURELY_A_PLACE or found.clue.actor):
            del groups[key]
    for shorter in (_without_company_end, _without_proper_words):
        _join_shorter(groups, shorter)
    _join_shorter(groups, _without_trade, only_unsure=True)


def _join_shorter(
    groups: dict[str, Group],
    shorter: Callable[[Group], Iterable[str]],
    *,
    only_unsure: bool = False,
) -> None:
    """Let the group of a shorter name join that of the one longer name it may stand for."""
    longer: dict[str, list[str]] = {}
    for key, found in groups.items():
        for short in shorter(found):
            longer.setdefault(fold(short), []).append(key)
    for short, keys in longer.items():
        if len(keys) == 1 and short in groups and keys[0] in groups and short != keys[0]:
            if only_unsure and (groups[short].kind or groups[short].clue.place):
                continue
            groups[keys[0]] = _joined(groups[keys[0]], groups.pop(short))


def _without_company_end(found: Group) -> Iterator[str]:
    """Yield "Acme Works" and "Acme" of "Acme Works Inc"."""
    words = found.name.split()
    if found.words[-1] in COMPANY_ENDS:
        yield " ".join(words[:-1])
        if len(words) > 2 and found.words[0] not in GENERIC:
            yield words[0]


def _without_trade(found: Group) -> Iterator[str]:
    """Yield "Northline" of "Northline Rail": the one proper word of a body's name."""
    if found.kind == "actor" and not found.person and len(found.words) == 2:
        first, trade = found.words
        if first not in GENERIC and trade in GENERIC:
            yield found.name.split()[0]


def _without_proper_words(found: Group) -> Iterator[str]:
    """Yield "Security Council" of "U.N. Security Council": what says nothing proper itself."""
    words = found.name.split()
    for first in range(1, len(words) - 1):
        if all(word in GENERIC for word in found.words[first:]):
            yield " ".join(words[first:])
