"""Searches passages for the names of a gazetteer and settles what each match means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Mention, Passage
from .context import (
    after_the,
    another_person,
    hyphen_before,
    hyphenated,
    of_a_stranger,
    part_of_another,
    stands_alone,
)
from .fold import WORD, fold_piece, other_case, pieces
from .gazetteer import Gazetteer, family_names
from .long import find_long
from .standing import beginnings

_STRANGER = ""
"""Stands for somebody unknown among the ids that a family name was introduced with."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A match that nobody should guess the meaning of."""

    passage: str
    start: int
    end: int
    candidates: tuple[str, ...]
    """The ids it could mean, sorted."""


class _Match(NamedTuple):
    start: int
    end: int
    key: str


def find_mentions(
    gazetteer: Gazetteer, text: str, passages: Sequence[Passage], people: Collection[str] = ()
) -> tuple[Mention, ...]:
    """Return the mentions of known names in the order of the text, none overlapping another.

    ``people`` are the ids that are persons: a full name settles their family name after it.
    """
    found = _settle(gazetteer, text, passages, frozenset(people))
    return tuple(f for f in found if isinstance(f, Mention))


def find_ambiguous(
    gazetteer: Gazetteer, text: str, passages: Sequence[Passage], people: Collection[str] = ()
) -> tuple[Unsettled, ...]:
    """Return the matches that are no mention, because more than one, or nobody, is settled on."""
    found = _settle(gazetteer, text, passages, frozenset(people))
    return tuple(f for f in found if isinstance(f, Unsettled))


def _settle(
    gazetteer: Gazetteer, text: str, passages: Sequence[Passage], people: frozenset[str]
) -> Iterator[Mention | Unsettled]:
    introduced: dict[str, set[str]] = {}
    for passage, matches in _matches(gazetteer, text, passages):
        named = [
            m
            for m in matches
            if m.key in gazetteer.names or not people.isdisjoint(gazetteer.families[m.key])
        ]
        for match in _longest(named):
            if _is_stranger(gazetteer, text, passage, match):
                introduced.setdefault(match.key, set()).add(_STRANGER)
            elif _meant(gazetteer, text, passage, match):
                ids = _candidates(gazetteer, match.key, introduced, people)
                if len(ids) == 1 and _known(gazetteer, match.key, ids[0], introduced):
                    yield Mention(ids[0], passage.id, match.start, match.end)
                    _introduce(match.key, ids[0], introduced, people)
                else:
                    yield Unsettled(passage.id, match.start, match.end, ids)


def _candidates(
    gazetteer: Gazetteer, key: str, introduced: dict[str, set[str]], people: frozenset[str]
) -> tuple[str, ...]:
    """Return the ids that ``key`` can mean here; one, where the text or a page settles it."""
    claimed = gazetteer.names.get(key, ())
    if len(claimed) == 1:
        return claimed
    could = set(claimed) or people.intersection(gazetteer.families.get(key, ()))
    before = could & introduced.get(key, set())
    return tuple(sorted(before or could))


def _known(gazetteer: Gazetteer, key: str, entity: str, introduced: dict[str, set[str]]) -> bool:
    if gazetteer.names.get(key) == (entity,):
        return True
    met = introduced.get(key, set())
    return entity in met and _STRANGER not in met


def _introduce(
    key: str, entity: str, introduced: dict[str, set[str]], people: frozenset[str]
) -> None:
    if entity in people:
        for family in family_names(key):
            introduced.setdefault(family, set()).add(entity)


def _is_stranger(gazetteer: Gazetteer, text: str, passage: Passage, match: _Match) -> bool:
    """Say whether somebody else bears the family name: after Bob Roe, "Roe" may not be Ann."""
    if match.key in gazetteer.names or match.key not in gazetteer.families:
        return False
    ends = (passage.start, passage.end, passage.role == "title")
    return of_a_stranger(text, ends, match.start)


def _matches(
    gazetteer: Gazetteer, text: str, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, list[_Match]]]:
    """Yield everything that is spelled like a name and is a whole word, passage by passage."""
    prefixes = gazetteer.prefixes
    if not prefixes:
        return
    begun = beginnings(text, prefixes)
    starts = [at for at, _ in begun]
    for passage in sorted(passages, key=lambda p: p.start):
        own = begun[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        firsts = dict(_sentence_firsts(text, passage))
        own += (one for one in firsts.items() if one[1] in prefixes)
        spelled = [
            _Match(start, end, key)
            for start, first in own
            for key, end in _extended(gazetteer, text, first, start, passage.end)
        ]
        if gazetteer.long:
            spelled += (
                _Match(found.start, found.end, found.name)
                for found in find_long(gazetteer.long, text, passage.start, passage.end)
                if not found.opens or found.start in firsts
            )
        yield passage, [one for one in spelled if stands_alone(text, one.start, one.end)]


def _sentence_firsts(text: str, passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the words that begin sentences in the other case of their first letter."""
    for sentence in passage.sentences:
        word = WORD.search(text, sentence.start, sentence.end)
        if word:
            yield word.start(), other_case(fold_piece(word[0]))


def _extended(
    gazetteer: Gazetteer, text: str, first: str, start: int, ceiling: int
) -> Iterator[tuple[str, int]]:
    key = ""
    for piece, _, end in pieces(text, start, ceiling):
        key += piece if key else first
        if key not in gazetteer.prefixes:
            return
        if key in gazetteer.names or key in gazetteer.families:
            yield key, end


def _longest(matches: Iterable[_Match]) -> list[_Match]:
    """Return the matches that overlap none longer, in the order of the text.

    Taken longest first, a match can only meet longer ones, which then cover one of its ends.
    """
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if match.start not in taken and match.end - 1 not in taken:
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _meant(gazetteer: Gazetteer, text: str, passage: Passage, match: _Match) -> bool:
    """Say whether the words around leave the match its meaning."""
    start, end, key = match.start, match.end, match.key
    if key in gazetteer.described:
        return not hyphen_before(text, start)
    if key in gazetteer.articled and not after_the(text, start):
        return False
    if part_of_another(text, passage.start, start, end):
        return False
    claimed = gazetteer.names.get(key, ())
    if key not in gazetteer.families or (
        claimed and not set(claimed) & set(gazetteer.families[key])
    ):
        return True
    ends = (passage.start, passage.end, passage.role == "title")
    if another_person(text, ends, (start, end)):
        return False
    return all(
        not w or w in gazetteer.prefixes for w in hyphenated(text, passage.start, start, end)
    )
