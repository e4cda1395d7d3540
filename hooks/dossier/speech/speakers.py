"""Knows who speaks: a known actor at the head of the phrase, nobody, or the one before.

"He" and "the ministry" stand for the last one spoken of where that fits; otherwise nothing is
said of who they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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


class _Last(NamedTuple):
    """The one last spoken of."""

    entity: str | None
    words: frozenset[str]
    person: bool
    sentence: int


class Speakers:
    """Looks up mentions by place and remembers, sentence by sentence, who was last spoken of."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._last: _Last | None = None
        self._before: _Last | None = None
        self._sentence = 0
        self._he: dict[str, bool] = {}

    def next_sentence(self, items: Sequence[Item]) -> None:
        """Remember whom the sentence is about, for a pronoun in it or in the next."""
        self._sentence += 1
        self._before = self._last
        for at in range(min(len(items), 40)):
            if items[at].tag == "quote":
                return
            if finite(items, at):
                who = subject(items, at)
                if who and who.how == "own":
                    self._remember(items, who)
                return

    def known(self, items: Sequence[Item], who: Phrase) -> tuple[str | None, bool]:
        """Return the actor that a phrase stands for, and whether that is carried over."""
        if who.how == "rel":
            alone = who.end - who.start == 1
            return None if alone else self.entity(items, who.start, who.end - 1), False
        if who.end - who.start == 1 and items[who.start].tag in ("pron", "det", "aux"):
            return self._carried(items[who.start].low)
        entity = self.entity(items, who.start, who.end)
        if entity is None and self._before and self._is_role(items, who):
            return self._before.entity, True
        self._remember(items, who)
        return entity, False

    def _may_be(self, last: _Last, pronoun: str) -> bool:
        """Say whether the pronoun fits; the first that did for an actor settles the next."""
        if pronoun not in _HIS | _HERS:
            return True
        titles = [_TITLES[word] for word in sorted(last.words) if word in _TITLES]
        his = pronoun in _HIS
        if last.entity is None:
            return not titles or titles[0] == his
        return self._he.setdefault(last.entity, titles[0] if titles else his) == his

    def entity(self, items: Sequence[Item], start: int, end: int) -> str | None:
        """Return the known actor at the head of ``items[start:end]``; of two none."""
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

    def _remember(self, items: Sequence[Item], who: Phrase) -> None:
        words = frozenset(i.low for i in items[who.start : who.end] if i.tag in ("word", "name"))
        person = is_person(items, who.start, who.end)
        entity = self.entity(items, who.start, who.end)
        self._last = _Last(entity, words, person, self._sentence)

    def _is_role(self, items: Sequence[Item], who: Phrase) -> bool:
        """Say whether "the ministry" is the one last spoken of."""
        role = items[head(items, who.start, who.end)]
        bare = items[who.start].low == "the" and who.end - who.start == 2
        last = self._before
        if not bare or role.tag != "word" or last is None:
            return False
        return role.low in last.words and self._sentence - last.sentence <= _FORGET

    def _recent(self) -> bool:
        return self._last is not None and self._sentence - self._last.sentence <= _FORGET

    def _carried(self, pronoun: str) -> tuple[str | None, bool]:
        pronoun = pronoun.partition("'")[0]
        if pronoun not in _STANDING_IN:
            return None, False
        if self._last is None or not self._recent():
            return None, True
        if self._last.person != (pronoun in _HERS or pronoun in _HIS):
            return None, True
        if not self._may_be(self._last, pronoun):
            return None, True
        self._last = self._last._replace(sentence=self._sentence)
        return self._last.entity, True


def _bare_end(item: Item) -> int:
    """Return where a word ends without its possessive: mentions leave it out."""
    return item.end - 2 if item.low.endswith("'s") else item.end
