"""The known names, folded and laid out so that a text is searched in one pass, built once.

``names`` holds each name with the ids that claim it, ``prefixes`` every beginning of a name (a
trie written flat) but for those of very many pieces, ``families`` what full names end in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

from ..read import STARTERS
from .fold import fold, pieces
from .long import MOST, LongNames, long_names
from .words import ARTICLES_IN_NAMES, MONTHS, ORDINARY, PARTICLES, WEEKDAYS

Claims = Mapping[str, tuple[str, ...]]
"""Folded name → the ids that claim it, sorted."""

_ARTICLE = re.compile(r"the ", re.IGNORECASE)
_WITH_ARTICLE = re.compile(f"(?:{'|'.join(ARTICLES_IN_NAMES)})-(?=.)", re.IGNORECASE)
_NO_FAMILY = MONTHS | WEEKDAYS | ORDINARY | STARTERS


@dataclass(frozen=True, slots=True)
class Gazetteer:
    names: Claims
    prefixes: frozenset[str]
    families: Claims
    """Family name → ids of all that have a full name ending in it, persons or not."""
    described: frozenset[str] = frozenset()
    """Those of ``names`` that are a source's descriptions, not names."""
    articled: frozenset[str] = frozenset()
    """Names that count only after "the": "The Herald" is not every herald with a capital."""
    long: LongNames | None = None
    """Those of ``names`` and ``families`` that go on where ``prefixes`` ends."""

    def contested(self) -> Claims:
        """Return the names that two or more claim, in order."""
        return {name: ids for name, ids in sorted(self.names.items()) if len(ids) > 1}


def build_gazetteer(entries: Iterable[tuple[str, str]]) -> Gazetteer:
    """Return the gazetteer of (name, entity id) pairs; names that fold to nothing are left out."""
    claims: dict[str, set[str]] = {}
    families: dict[str, set[str]] = {}
    articled: dict[str, bool] = {}
    for text, entity in entries:
        key = fold(text)
        bare = _ARTICLE.sub("", key, count=1) if _ARTICLE.match(key) else key
        if not bare or bare.lower() == "the":
            continue
        claims.setdefault(bare, set()).add(entity)
        needs_article = key.startswith("The ") and " " not in bare
        articled[bare] = articled.get(bare, True) and needs_article
        for family in family_names(bare):
            families.setdefault(family, set()).add(entity)
    _claim_both_forms(claims, families)
    names, carried = _settled(claims), _settled(families)
    prefixes = frozenset(_beginnings([*names, *carried]))
    only_after_the = frozenset(name for name, needed in articled.items() if needed)
    long = long_names((*names, *carried))
    return Gazetteer(names, prefixes, carried, articled=only_after_the, long=long)


def with_descriptions(gazetteer: Gazetteer, called: Mapping[str, Sequence[str]]) -> Gazetteer:
    """Return ``gazetteer`` for one source, with its descriptions (entity id → wordings).

    A description that is also a name means, in this source, what its ``called`` says.
    """
    claims: dict[str, set[str]] = {}
    for entity, wordings in called.items():
        for wording in wordings:
            key = fold(wording)
            if key:
                claims.setdefault(key, set()).add(entity)
    described = _settled(claims)
    before = gazetteer.long.names if gazetteer.long else ()
    return replace(
        gazetteer,
        names=MappingProxyType({**gazetteer.names, **described}),
        prefixes=gazetteer.prefixes | frozenset(_beginnings(described)),
        described=gazetteer.described | frozenset(described),
        articled=gazetteer.articled - frozenset(described),
        long=long_names((*before, *described)),
    )


def family_names(name: str) -> tuple[str, ...]:
    """Return the forms in which a folded full name's family name stands alone, longest first.

    Particles stay ("von der Leyen"); an Arabic article may go ("al-Masri", "Masri").  Words and
    places that are family names too are none: nobody could tell "May" from May.
    """
    words = name.split(" ")
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in PARTICLES:
        last -= 1
    family = " ".join(words[last:])
    if last < 1 or not family[-1:].isalpha() or family.isupper():
        return ()
    bare = _WITH_ARTICLE.sub("", family, count=1) if _WITH_ARTICLE.match(family) else family
    if len(bare) < 2 or bare.lower() in _NO_FAMILY:
        return ()
    return (family,) if bare == family else (family, bare)


def _claim_both_forms(claims: dict[str, set[str]], families: Mapping[str, set[str]]) -> None:
    """Where a page claims a family name with or without its article, let it claim both."""
    both: dict[str, set[str]] = {}
    for family in families:
        found = _WITH_ARTICLE.match(family)
        if found:
            bare = family[found.end() :]
            mine = claims.get(family, set()) | claims.get(bare, set())
            mine &= families[family]
            for form in (family, bare):
                both.setdefault(form, set()).update(mine)
    for form, entities in both.items():
        if entities and not claims.get(form):
            claims[form] = entities


def _settled(claims: Mapping[str, Iterable[str]]) -> Claims:
    return MappingProxyType({key: tuple(sorted(set(ids))) for key, ids in claims.items()})


def _beginnings(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        for _, _, end in islice(pieces(name, 0, len(name)), MOST):
            yield name[:end]
