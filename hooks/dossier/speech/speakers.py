"""Knows who speaks: a known actor at the head of the phrase, nobody, or the one before.

"He" and "the ministry" stand for the last one spoken of where that fits; otherwise nothing is
said of who they are.  The outlet that words came through and the day they were said are found here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Mention, Speech, TimeExpression
from .clauses import Phrase, finite, subject
from .content import Said
from .cues import cue_words
from .phrases import head, is_nobody, is_outlet, is_person
from .words import Item

_FORGET = 4
"""After how many sentences a pronoun no longer stands for somebody."""

Span = tuple[int, int]


class Who(NamedTuple):
    """The one last spoken of."""

    entity: str | None
    words: frozenset[str]
    person: bool
    sentence: int


class Speakers:
    """Looks up mentions by place and remembers, sentence by sentence, who was last spoken of."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._last: Who | None = None
        self._sentence = 0

    def entity(self, items: Sequence[Item], start: int, end: int) -> str | None:
        """Return the known actor at the head of ``items[start:end]``."""
        at = head(items, start, end)
        if any(items[i].tag == "conj" for i in range(start, at)):
            return self._covering(items[start].start, items[at], whole=True)
        found = self._covering(items[start].start, items[at])
        if found is None and at > start and items[at].low in cue_words("group"):
            found = self._covering(items[start].start, items[at - 1])
        return found

    def _covering(self, low: int, item: Item, *, whole: bool = False) -> str | None:
        """Return the longest mention, begun at ``low`` or after, that holds the item's word."""
        best: Mention | None = None
        at = bisect_left(self._starts, low)
        while at < len(self._mentions) and self._mentions[at].start <= item.start:
            one = self._mentions[at]
            if one.end >= item.end and (not whole or one.start == low):
                if best is None or one.end - one.start > best.end - best.start:
                    best = one
            at += 1
        return best.entity if best else None

    def next_sentence(self, items: Sequence[Item]) -> None:
        """Remember whom the sentence is about, for a pronoun in it or in the next."""
        self._sentence += 1
        for at in range(min(len(items), 40)):
            if items[at].tag == "quote":
                return
            if finite(items, at):
                who = subject(items, at)
                if who and who.how == "own":
                    self._remember(items, who)
                return

    def _remember(self, items: Sequence[Item], who: Phrase) -> None:
        words = frozenset(i.low for i in items[who.start : who.end] if i.tag in ("word", "name"))
        person = is_person(items, who.start, who.end)
        entity = self.entity(items, who.start, who.end)
        self._last = Who(entity, words, person, self._sentence)

    def known(self, items: Sequence[Item], who: Phrase) -> tuple[str | None, bool]:
        """Return the actor that a phrase stands for, and whether that is carried over."""
        if who.how == "rel":
            return self._before(items, who.start), False
        if who.end - who.start == 1 and items[who.start].tag == "pron":
            return self._carried(items[who.start].low)
        entity = self.entity(items, who.start, who.end)
        role = items[head(items, who.start, who.end)]
        definite = items[who.start].low == "the" and who.end - who.start <= 3
        if entity is None and definite and role.tag == "word" and self._recent():
            if self._last and role.low in self._last.words:
                return self._last.entity, True
        self._remember(items, who)
        return entity, False

    def _recent(self) -> bool:
        return self._last is not None and self._sentence - self._last.sentence <= _FORGET

    def _carried(self, pronoun: str) -> tuple[str | None, bool]:
        if pronoun not in ("he", "she", "it", "they"):
            return None, False
        if not self._recent() or self._last is None:
            return None, True
        fits = self._last.person == (pronoun in ("he", "she"))
        if fits:
            self._last = self._last._replace(sentence=self._sentence)
        return (self._last.entity if fits else None), True

    def _before(self, items: Sequence[Item], rel: int) -> str | None:
        """Return the actor that "who" belongs to: the name right before it."""
        at = rel - 1
        if at > 0 and items[at].low == ",":
            at -= 1
        return self._covering(items[max(0, at - 8)].start, items[at]) if at >= 0 else None

    def at(self, span: Span | None) -> str | None:
        """Return the actor named last in a span."""
        if span is None:
            return None
        at = bisect_left(self._starts, span[0])
        inside = [m for m in self._mentions[at : at + 20] if m.end <= span[1]]
        return inside[-1].entity if inside else None


def speech_of(
    text: str,
    passage: str,
    items: Sequence[Item],
    one: Said,
    speakers: Speakers,
    times: Sequence[TimeExpression],
) -> Speech:
    """Return one attribution with all that is known of it."""
    frame = one.frame
    who = _chars(items, *frame.speaker[:2]) if frame.speaker else None
    entity, carried = speakers.known(items, frame.speaker) if frame.speaker else (None, False)
    via = _via(items, one)
    cue = _chars(items, *frame.cue)
    content = tuple(_chars(items, *span) for span in one.content)
    parts = [cue, *content, *(span for span in (who, via) if span)]
    nobody = not frame.speaker or is_nobody(items, frame.speaker.start, frame.speaker.end)
    return Speech(
        passage=passage,
        start=min(start for start, _ in parts),
        end=max(end for _, end in parts),
        cue=cue,
        content=content,
        direct=all(_quoted(items, *span) for span in one.content),
        voice="unnamed" if nobody and not entity else "speaker",
        speaker=entity,
        speaker_span=who,
        speaker_text=text[slice(*who)] if who else None,
        basis="carried" if carried else "stated",
        via=speakers.at(via),
        via_span=via,
        said=_said(items, one, times),
    )


def _chars(items: Sequence[Item], start: int, end: int) -> Span:
    return items[start].start, items[end - 1].end


def _quoted(items: Sequence[Item], start: int, end: int) -> bool:
    return all(i.tag in ("quote", "scare", "mark") for i in items[start:end])


def _via(items: Sequence[Item], one: Said) -> Span | None:
    if one.via:
        return _chars(items, *one.via[:2])
    to = one.frame.to
    if to and is_outlet(items, *to):
        return _chars(items, *to)
    return None


def _said(
    items: Sequence[Item], one: Said, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the day that the attribution gives: nearest its cue, outside speaker and content."""
    low, high = one.zone
    inside = [*one.content, *([one.frame.speaker[:2]] if one.frame.speaker else [])]
    kept = []
    for at in range(low, high):
        if items[at].tag == "time" and not any(a <= at < z for a, z in inside):
            kept.append(at)
    if not kept:
        return None
    nearest = min(kept, key=lambda at: abs(at - one.frame.cue[0]))
    spot = items[nearest].start
    at = bisect_right(times, spot, key=lambda t: t.start) - 1
    one_day = at >= 0 and spot < times[at].end and times[at].type in ("DATE", "TIME")
    return times[at] if one_day else None
