"""Where a number stands: its sentence's items, the noun it counts, whom and what they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Figure, Mention
from ..speech.cues import cues
from ..speech.phrases import head
from ..speech.subjects import main_subject, subject
from ..speech.words import Item
from .numbers import Number

TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks month months year"
    " years decade decades century centuries fortnight fortnights weekend weekends summer summers"
    " autumn autumns winter winters morning mornings afternoon afternoons evening evenings".split()
)
PLURALS = frozenset(
    "people men women children troops police personnel militia aircraft civilians folk cattle sheep"
    " staff crew others dead wounded injured km kg cm mm mph kph ha".split()
)
"""Nouns of many that do not show it by an s, and words that stand for people."""

_ADJECTIVES = frozenset("dead wounded injured".split())
_SINGULAR_ENDS = ("ss", "'s", "us", "is")
_SINGULAR = frozenset("gas atlas canvas bias lens news economics politics physics".split())
_VERBS = frozenset("lies wants goes comes gets says feels thinks believes opposes belongs".split())
"""Verbs that look like plurals."""
_STOP = frozenset({"mark", "prep", "conj", "sub", "aux", "rel", "pron", "finite", "time"})
_SCOPES = frozenset(
    "operation operations campaign offensive battle battles fighting war conflict attack attacks"
    " strike strikes raid raids siege assault clashes airstrikes bombing bombings shelling"
    " violence uprising crisis crackdown explosion blast crash earthquake quake".split()
)
_EACH = frozenset({"a", "an", "per", "each", "every"})
_SCOPE_WORDS = frozenset("in during over since within".split())
_LONGEST = 12
_REACH = 6
"""How many words after a number its noun is looked for, and after "in" its scope."""


class Noun(NamedTuple):
    """The phrase that is counted, ``items[start:end]``; its head is the last word."""

    start: int
    end: int
    head: str


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence with what is known of it."""

    text: str
    passage: str
    items: Sequence[Item]
    mentions: Sequence[Mention]
    """Of the whole text, in order."""

    def low(self, at: int) -> str:
        """Return the word at ``at`` in lower case; nothing outside the sentence."""
        return self.items[at].low if 0 <= at < len(self.items) else ""

    def tag(self, at: int) -> str:
        return self.items[at].tag if 0 <= at < len(self.items) else ""

    def words(self, start: int, end: int) -> str | None:
        if end <= start:
            return None
        return self.text[self.items[start].start : self.items[end - 1].end]

    def phrase_end(self, at: int) -> int:
        """Return where the phrase begun at ``at`` ends, or is too long to be one."""
        far = min(len(self.items), at + _LONGEST)
        while at < far and self.items[at].tag not in _STOP and self.items[at].low not in _VERBS:
            at += 1
        return at

    def named(self, start: int, end: int) -> str | None:
        """Return the known actor in ``items[start:end]``: ISIS militants."""
        if end <= start:
            return None
        low, high = self.items[start].start, self.items[end - 1].end
        at = bisect_left(self.mentions, low, key=lambda m: m.start)
        inside = [m for m in self.mentions[at : at + 8] if m.end <= high]
        return inside[-1].entity if inside else None

    def whom(self, start: int, end: int) -> str | None:
        """Return the known actor at the head of a phrase, else its words up to the first comma."""
        close = next((i for i in range(start, end) if self.items[i].tag in ("mark", "rel")), end)
        if close <= start:
            return None
        return self.named(start, head(self.items, start, close) + 1) or self.words(start, close)

    def doer(self, verb: int) -> str | None:
        """Return who does what the verb at ``verb`` says."""
        taking_part = self.low(verb).endswith("ing")
        who = main_subject(self.items, verb) if taking_part else subject(self.items, verb)
        if not who or who.start >= verb or self.tag(who.start) in ("rel", "pron"):
            return None
        return self.whom(who.start, who.end)

    def noun(self, number: Number) -> Noun | None:
        """Return the noun that a number counts: the first plural after it."""
        start = number.end
        if self.low(start) == "of" and self.low(start + 1) in ("the", "them", "those"):
            start += 2
            while self.tag(start) == "num":
                start += 1
        elif self.low(start) == "of" and number.value is None:
            start += 1
        if self.low(start) in ("more", "other", "additional", "the"):
            start += 1
        for at in range(start, min(len(self.items), start + _REACH)):
            item = self.items[at]
            if (
                item.tag in _STOP
                or item.low in _VERBS
                or _only_a_verb(item.low)
                or self.text[item.start - 1] in '“”"('
            ):
                return None
            if is_plural(item) and not self._goes_on(at):
                return Noun(start, at + 1, item.low)
        return None

    def _goes_on(self, at: int) -> bool:
        """Say whether the plural only qualifies another: police officers, dead militants."""
        if at + 1 >= len(self.items):
            return False
        item, after = self.items[at], self.items[at + 1]
        mere = item.tag == "name" or item.low in PLURALS
        if item.low not in _ADJECTIVES and after.low in _ADJECTIVES:
            return False
        return mere and after.tag == "word" and is_plural(after)

    def scope(self, at: int) -> str | None:
        """Return what the count covers: over five years, since 2011, the operation, a year."""
        if self.low(at) in _EACH and self.low(at + 1) in TIME_UNITS:
            return self.words(at, at + 2)
        for start in range(at, min(len(self.items), at + 4)):
            if self.low(start) in _SCOPE_WORDS:
                return self._scope(start)
            if self.tag(start) not in ("aux", "adv") and not self.low(start).endswith("ed"):
                break
        return None

    def _scope(self, at: int) -> str | None:
        if self.low(at + 1) == "connection":  # arrested in connection with the attack
            return None
        start = at if self.low(at) in ("since", "over") else at + 1
        for end in range(at + 1, min(len(self.items), at + 1 + _REACH)):
            low = self.low(end)
            year = start == at and self.tag(end) in ("num", "time")
            if low in _SCOPES and self.low(end + 1) == "to" and self.tag(end + 2) == "word":
                return self.words(start, self.phrase_end(end + 2))
            if low in TIME_UNITS or low in _SCOPES or year:
                return self.words(start, end + 1)
            if self.tag(end) in ("mark", "conj", "sub", "aux", "rel"):
                break
        return None

    def figure(
        self,
        number: Number,
        counts: str | None,
        span: tuple[int, int],
        *,
        who: tuple[str | None, str | None] = (None, None),
        unit: str | None = None,
    ) -> Figure:
        """Return the figure whose words are the items of ``span``; ``who`` is of whom, by whom."""
        start, end = span
        of, by = who
        return Figure(
            counts=counts,
            of=of,
            by=by,
            unit=unit,
            scope=self.scope(end),
            value=number.value,
            low=number.low,
            high=number.high,
            qualifier=number.qualifier,
            passage=self.passage,
            start=self.items[start].start,
            end=self.items[end - 1].end,
        )


def _only_a_verb(low: str) -> bool:
    """Say whether a word is a verb of several, and no noun: nine *recommend* buying shares."""
    cue = cues().get(low)
    return cue is not None and cue.form == "base" and not cue.noun and cue.kind == "clause"


def is_plural(item: Item) -> bool:
    if item.low in PLURALS or item.low in ("deaths", "injuries", "fatalities"):
        return True
    plain = item.tag in ("word", "name") and item.low.endswith("s")
    return plain and not item.low.endswith(_SINGULAR_ENDS) and item.low not in _SINGULAR
