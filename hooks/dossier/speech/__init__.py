"""Finds who says what: quoted and reported speech with speaker, cue, content, outlet and day.

A passage is cut into items, each quotation one of them (words.py); a sentence's cues are found
with their subjects (frames.py, verbs.py, subjects.py) and dealt what they say (content.py); then
it is settled who the speakers are (speakers.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..model import Mention, Sentence, Speech, TimeExpression
from .content import Said, said
from .datelines import behind_dateline
from .phrases import is_nobody
from .speakers import Speakers
from .subjects import with_antecedent
from .through import bare, day_said, outlet_span
from .words import Item, quotations, units

Span = tuple[int, int]

_OPENING = ("“", '"', "«", "''", "„", "‘")


def find_speech(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    *,
    with_stances: bool = False,
) -> tuple[Speech, ...]:
    """Return who says what in ``text``, in order.

    Content leaves out cue, speaker and attribution; a split quotation is several spans.  A
    speaker known by name is given only where the name heads the phrase that speaks.
    ``with_stances`` adds what somebody wants, plans or sides with, in the source's own voice.
    """
    dated = sorted((t for t in times if t.type in ("DATE", "TIME")), key=lambda t: t.start)
    days = [(t.start, t.end) for t in dated]
    speakers = Speakers(mentions)
    blocks = [tuple(group) for _, group in groupby(sentences, key=lambda s: s.passage)]
    passages = [_without_dateline(text, block) for block in blocks]
    found: list[Speech] = []
    for number, passage in enumerate(passages):
        after = blocks[number + 1][0].start if number + 1 < len(blocks) else len(text)
        goes_on = text.startswith(_OPENING, after)
        quotes = quotations(text, passage[0].start, passage[-1].end, goes_on=goes_on)
        here: list[Speech] = []
        for items in units(text, passage, quotes, days):
            if here and _is_quotation(items):
                here[-1] = _continued(here[-1], items)
                continue
            speakers.next_sentence(items)
            known = _Reader(text, passage[0].passage, items, speakers)
            here += (known.speech(one, dated) for one in said(items, with_stances=with_stances))
        found += here
    return tuple(found)


def _without_dateline(text: str, passage: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Let a passage begin behind its dateline, even where that was cut in two."""
    begin = behind_dateline(text, passage[0].start, passage[-1].end)
    kept = [one for one in passage if one.end > begin]
    return (replace(kept[0], start=max(begin, kept[0].start)), *kept[1:])


def _is_quotation(items: Sequence[Item]) -> bool:
    """Say whether a sentence is nothing but a quotation."""
    return bool(items) and all(i.tag in ("quote", "scare", "mark") for i in items)


def _continued(speech: Speech, items: Sequence[Item]) -> Speech:
    """Add a quotation that stands alone behind “…,” he said; other speech stays as it is."""
    if not speech.direct:
        return speech
    more = tuple((i.start, i.end) for i in items if i.tag != "mark")
    return replace(speech, content=speech.content + more, end=items[-1].end)


class _Reader:
    """Turns the attributions of one sentence into speech."""

    def __init__(self, text: str, passage: str, items: Sequence[Item], speakers: Speakers) -> None:
        self._text = text
        self._passage = passage
        self._items = items
        self._speakers = speakers

    def speech(self, one: Said, dated: Sequence[TimeExpression]) -> Speech:
        """Return one attribution with all that is known of it; ``dated`` in order."""
        speaker = one.frame.speaker
        if speaker and speaker.how == "rel":
            speaker = with_antecedent(self._items, speaker)
        entity, carried = self._speakers.known(self._items, speaker) if speaker else (None, False)
        put = bare(self._items, speaker) if speaker else None
        who = self._span(put.start, put.end) if put else None
        outlet = outlet_span(self._items, one)
        via = self._named(*outlet) if outlet else None
        cue = self._span(*one.frame.cue)
        content = tuple(self._words(*run) for run in one.content)
        parts = [cue, *content, *(span for span in (who, via) if span)]
        nobody = not entity and (not speaker or is_nobody(self._items, speaker.start, speaker.end))
        return Speech(
            passage=self._passage,
            start=min(start for start, _ in parts),
            end=max(end for _, end in parts),
            cue=cue,
            content=content,
            direct=all(_is_quotation(self._items[start:end]) for start, end in one.content),
            voice="source" if one.frame.stance else "unnamed" if nobody else "speaker",
            speaker=entity,
            speaker_span=who,
            speaker_text=self._text[slice(*(who or cue))],
            basis="carried" if carried else "stated",
            via=self._speakers.entity(self._items, *outlet) if outlet else None,
            via_span=via,
            said=day_said(self._items, one, dated),
        )

    def _span(self, start: int, end: int) -> Span:
        close = self._items[end - 1].end
        return self._items[start].start, close + self._text.startswith("%", close)

    def _words(self, start: int, end: int) -> Span:
        """Return the span of what is said, with the mark that closes 'a word' at its end."""
        low, high = self._span(start, end)
        if self._items[end - 1].tag in ("quote", "scare"):
            return low, high
        opened = self._text.rfind(" '", low, high) > self._text.rfind("' ", low, high)
        return low, high + (opened and self._text.startswith("'", high))

    def _named(self, start: int, end: int) -> Span:
        """Return the span of a name, without a possessive."""
        low, high = self._span(start, end)
        return low, high - 2 * self._items[end - 1].low.endswith("'s")
