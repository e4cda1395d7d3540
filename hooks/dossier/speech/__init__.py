"""Finds who says what: quoted and reported speech with speaker, cue, content, outlet and day.

A passage is cut into items, each quotation one of them (words.py); a sentence's cues are found
with their subjects (frames.py, verbs.py, subjects.py) and dealt what they say (content.py); then
it is settled who the speakers are (speakers.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..model import Mention, Sentence, Speech, TimeExpression
from .clauses import finite
from .content import Said, said
from .named_after import named_after
from .phrases import is_nobody, is_outlet
from .speakers import Speakers
from .subjects import with_antecedent
from .words import Item, quotations, units

Span = tuple[int, int]

_THROUGH = frozenset({"to", "with", "on", "by"})
"""What stands before an outlet: speaking to the BBC, in a statement carried by Interfax."""

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
    passages = [tuple(group) for _, group in groupby(sentences, key=lambda s: s.passage)]
    found: list[Speech] = []
    for number, passage in enumerate(passages):
        after = passages[number + 1][0].start if number + 1 < len(passages) else len(text)
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


def _is_quotation(items: Sequence[Item]) -> bool:
    """Say whether a sentence is nothing but a quotation."""
    return bool(items) and all(i.tag in ("quote", "scare", "mark") for i in items)


def _continued(speech: Speech, items: Sequence[Item]) -> Speech:
    """Add a quotation that stands alone behind “…,” he said; other speech stays as it is."""
    if not speech.direct:
        return speech
    more = tuple((i.start, i.end) for i in items if i.tag != "mark")
    return replace(speech, content=speech.content + more, end=items[-1].end)


def _taken(one: Said) -> list[Span]:
    """Return what in an attribution is speaker or content."""
    speaker = one.frame.speaker
    return [*one.content, *([(speaker.start, speaker.end)] if speaker else [])]


def _within(at: int, one: Said) -> bool:
    return any(start <= at < end for start, end in _taken(one))


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
        who = self._span(speaker.start, speaker.end) if speaker else None
        via = self._via(one)
        cue = self._span(*one.frame.cue)
        content = tuple(self._span(*run) for run in one.content)
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
            via=self._speakers.last_in(*via) if via else None,
            via_span=via,
            said=self._said(one, dated),
        )

    def _span(self, start: int, end: int) -> Span:
        close = self._items[end - 1].end
        return self._items[start].start, close + self._text.startswith("%", close)

    def _via(self, one: Said) -> Span | None:
        """Return the outlet that handed the words on: “…,” he told the AP."""
        if one.via:
            return self._span(one.via.start, one.via.end)
        to = one.frame.to
        if to and is_outlet(self._items, *to):
            return self._named(*to)
        for at in range(*one.zone):
            if self._items[at].low in _THROUGH and not _within(at, one):
                who = named_after(self._items, at + 1, report=False)
                if who and is_outlet(self._items, who.start, who.end):
                    return self._named(who.start, who.end)
        return None

    def _named(self, start: int, end: int) -> Span:
        """Return the span of a name, without a possessive."""
        low, high = self._span(start, end)
        return low, high - 2 * self._items[end - 1].low.endswith("'s")

    def _said(self, one: Said, dated: Sequence[TimeExpression]) -> TimeExpression | None:
        """Return the day that the attribution gives: nearest its cue, outside speaker and words."""
        taken = _taken(one)
        near = sorted(self._days(one, taken), key=lambda at: abs(at - one.frame.cue[0]))
        for at in near[:1]:
            spot = self._items[at].start
            day = bisect_right(dated, spot, key=lambda t: t.start) - 1
            if day >= 0 and spot < dated[day].end:
                return dated[day]
        return None

    def _days(self, one: Said, taken: list[Span]) -> Iterator[int]:
        speaker, cue = one.frame.speaker, one.frame.cue[0]
        if speaker and any(
            self._items[i].tag == "rel" or finite(self._items, i) for i in range(speaker.end, cue)
        ):
            taken.append((speaker.end, cue))
        for at in range(*one.zone):
            if self._items[at].tag == "time" and not any(a <= at < z for a, z in taken):
                yield at
