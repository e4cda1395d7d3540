"""Knows who speaks: a known actor at the head of the phrase, nobody, or the one before.

"He" and "the ministry" stand for the last one spoken of where that fits; otherwise nothing is
said of who they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ..model import Mention
from .clauses import Phrase, finite
from .cues import cue_words
from .phrases import head, is_person
from .subjects import subject
from .words import Item

_FORGET = 4
"""After how many sentences a pronoun no longer stands for somebody."""

_HIS = frozenset({"he", "his"})
_HERS = frozenset({"she", "her"})
_STANDING_IN = _HIS | _HERS | {"it", "its", "they", "their"}
_TITLES = {"mr": True, "sir": True, "mrs": False, "ms": False, "miss": False, "lady": False}
"""Titles that say whether "he" (True) or "she" stands for somebody."""


class _Spoken(NamedTuple):
    """Somebody who is spoken of, or a sentence whose subject is found when it is asked for."""

    sentence: int
    items: Sequence[Item]
    who: Phrase | None


class Speakers:
    """Looks up mentions by place and remembers, sentence by sentence, who was last spoken of."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._spoken: deque[_Spoken] = deque()
        self._sentence = 0
        self._he: dict[str, bool] = {}
        self._about: dict[int, Phrase | None] = {}

    def next_sentence(self, items: Sequence[Item]) -> None:
        """Remember whom the sentence is about, for a pronoun in it or in the next."""
        self._sentence += 1
        while self._spoken and self._sentence - self._spoken[0].sentence > _FORGET:
            self._spoken.popleft()
        self._spoken.append(_Spoken(self._sentence, items, None))

    def known(self, items: Sequence[Item], who: Phrase) -> tuple[str | None, bool]:
        """Return the actor that a phrase stands for, and whether that is carried over."""
        if who.how == "rel":
            alone = who.end - who.start == 1
            return None if alone else self.entity(items, who.start, who.end - 1), False
        if who.end - who.start == 1 and items[who.start].tag in ("pron", "det", "aux"):
            return self._carried(items[who.start].low)
        entity = self.entity(items, who.start, who.end)
        if entity is None and _is_role(items, who):
            last = self._last(before=self._sentence)
            if last and items[head(items, who.start, who.end)].low in _words(*last):
                return self.entity(last[0], last[1].start, last[1].end), True
        self._spoken.append(_Spoken(self._sentence, items, who))
        return entity, False

    def entity(self, items: Sequence[Item], start: int, end: int) -> str | None:
        """Return the known actor at the head of ``items[start:end]``; of two none."""
        if not self._mentions:
            return None
        at = head(items, start, end)
        low = items[start].start
        if any(items[i].tag == "conj" for i in range(start, at)):
            return self._over(low, items[at], whole=True)
        found = self._over(low, items[at])
        owned = at > start and items[at - 1].low.endswith(("'s", "s'"))
        if found is None and at > start and not owned and items[at].low in cue_words("group"):
            found = self._over(low, items[at - 1])
        return found

    def at(self, start: int, end: int) -> str | None:
        """Return the actor whose name is exactly ``[start, end)``."""
        at = bisect_left(self._starts, start)
        same = (m for m in self._mentions[at : at + 3] if (m.start, m.end) == (start, end))
        return next((m.entity for m in same), None)

    def _over(self, low: int, item: Item, *, whole: bool = False) -> str | None:
        """Return the longest mention, begun at ``low`` or after, that holds the item's word."""
        near = []
        for at in range(bisect_left(self._starts, low), len(self._mentions)):
            one = self._mentions[at]
            if one.start > item.start:
                break
            if one.end >= _bare_end(item) and (not whole or one.start == low):
                near.append(one)
        longest = max(near, key=lambda m: m.end - m.start, default=None)
        return longest.entity if longest else None

    def _last(self, before: int) -> tuple[Sequence[Item], Phrase] | None:
        """Return who was last spoken of, in a sentence of a number below ``before``."""
        for one in reversed(self._spoken):
            if one.sentence < before and (who := one.who or self._told_of(one)):
                return one.items, who
        return None

    def _told_of(self, one: _Spoken) -> Phrase | None:
        """Return who does what a sentence tells first, found once."""
        if one.sentence not in self._about:
            self._about[one.sentence] = _about(one.items)
        return self._about[one.sentence]

    def _carried(self, pronoun: str) -> tuple[str | None, bool]:
        pronoun = pronoun.partition("'")[0]
        if pronoun not in _STANDING_IN:
            return None, False
        last = self._last(before=self._sentence + 1)
        if last is None:
            return None, True
        items, who = last
        if is_person(items, who.start, who.end) != (pronoun in _HERS or pronoun in _HIS):
            return None, True
        entity = self.entity(items, who.start, who.end)
        if not self._may_be(entity, _words(items, who), pronoun):
            return None, True
        self._spoken.append(_Spoken(self._sentence, items, who))
        return entity, True

    def _may_be(self, entity: str | None, words: Collection[str], pronoun: str) -> bool:
        """Say whether the pronoun fits; the first that did for an actor settles the next."""
        if pronoun not in _HIS | _HERS:
            return True
        titles = [_TITLES[word] for word in sorted(words) if word in _TITLES]
        his = pronoun in _HIS
        if entity is None:
            return not titles or titles[0] == his
        return self._he.setdefault(entity, titles[0] if titles else his) == his


def _about(items: Sequence[Item]) -> Phrase | None:
    """Return who does what a sentence tells first."""
    for at in range(min(len(items), 40)):
        if items[at].tag == "quote":
            return None
        if finite(items, at):
            who = subject(items, at)
            return who if who and who.how == "own" else None
    return None


def _is_role(items: Sequence[Item], who: Phrase) -> bool:
    """Say whether a phrase is like "the ministry", which may be the one last spoken of."""
    if who.end - who.start != 2 or items[who.start].low != "the":
        return False
    return items[head(items, who.start, who.end)].tag == "word"


def _words(items: Sequence[Item], who: Phrase) -> frozenset[str]:
    return frozenset(i.low for i in items[who.start : who.end] if i.tag in ("word", "name"))


def _bare_end(item: Item) -> int:
    """Return where a word ends without its possessive: mentions leave it out."""
    return item.end - 2 if item.low.endswith("'s") else item.end
