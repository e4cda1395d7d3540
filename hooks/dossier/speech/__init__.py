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
from .across import Following, Unit, all_units, is_quotation
from .content import Said, said
from .cues import thoughts
from .datelines import behind_dateline
from .frames import Frame
from .phrases import is_nobody
from .speakers import Speakers
from .subjects import with_antecedent
from .through import bare, day_said, outlet_span
from .turns import Turn, speaks, turns
from .words import Item

Span = tuple[int, int]


def find_speech(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> tuple[Speech, ...]:
    """Return who says what in ``text``, in order.

    Content leaves out cue, speaker and attribution; a split quotation is several spans.  A
    speaker known by name is given only where the name heads the phrase that speaks.
    What somebody thinks, or wants and sides with, is marked so: the source tells it of them.
    """
    dated = sorted((t for t in times if t.type in ("DATE", "TIME")), key=lambda t: t.start)
    days = [(t.start, t.end) for t in dated]
    speakers = Speakers(mentions)
    blocks = [tuple(group) for _, group in groupby(sentences, key=lambda s: s.passage)]
    passages = [_without_dateline(text, block) for block in blocks]
    found: list[Speech] = []
    following = Following()
    for unit in all_units(text, passages, days):
        if following.belongs_before(unit, found):
            found[-1] = _continued(found[-1], unit.items)
            following.leave(unit, found[-1:], attributed=found[-1].direct)
            continue
        quoted = following.probably(unit)
        if quoted:
            found.append(_probably(quoted, unit))
            following.leave(unit, found[-1:], attributed=True)
            continue
        if following.waits(unit):
            continue
        speakers.next_sentence(unit.items)
        known = _Reader(text, unit.passage, unit.items, speakers)
        here = [known.speech(one, dated) for one in said(unit.items)]
        found += following.settle(unit, here)
    return tuple(_with_turns(text, passages, found, speakers))


def _with_turns(
    text: str, passages: Sequence[Sequence[Sentence]], found: Sequence[Speech], speakers: Speakers
) -> list[Speech]:
    """Put the passages that a label gives to somebody in the place of what was found in them."""
    labelled = turns(text, passages)
    if not labelled:
        return list(found)
    named = (s.speaker_text.split() for s in found if s.speaker_text and s.voice == "speaker")
    speaking = {words[-1] for words in named if words[-1][0].isupper()}
    said: dict[str, Speech] = {}
    for number, turn in labelled.items():
        who, passage = text[slice(*turn.who)], passages[number][0].passage
        entity = speakers.at(*turn.who)
        if turn.sure or speaks(who, speaking):
            said[passage] = _by_label(text, passage, turn, entity)
    kept = [one for one in found if one.passage not in said]
    return sorted([*kept, *said.values()], key=lambda one: one.start)


def _by_label(text: str, passage: str, turn: Turn, entity: str | None) -> Speech:
    return Speech(
        passage=passage,
        start=min(turn.who[0], turn.content[0]),
        end=max(turn.who[1], turn.content[1]),
        cue=turn.cue,
        content=(turn.content,),
        direct=turn.sure,
        voice="speaker",
        speaker=entity,
        speaker_span=turn.who,
        speaker_text=text[slice(*turn.who)],
        basis="stated",
        via=None,
        via_span=None,
        said=None,
    )


def _without_dateline(text: str, passage: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Let a passage begin behind its dateline, even where that was cut in two."""
    begin = behind_dateline(text, passage[0].start, passage[-1].end)
    if begin <= passage[0].start:
        return passage
    kept = [one for one in passage if one.end > begin]
    return (replace(kept[0], start=max(begin, kept[0].start)), *kept[1:])


def _continued(speech: Speech, items: Sequence[Item]) -> Speech:
    """Add a quotation that stands alone behind “…,” he said; other speech stays as it is."""
    if not speech.direct:
        return speech
    more = tuple((i.start, i.end) for i in items if i.tag != "mark")
    return replace(speech, content=speech.content + more, end=items[-1].end)


def _probably(before: Speech, unit: Unit) -> Speech:
    """Return a quotation that stands alone behind one of the same speaker's."""
    content = tuple((i.start, i.end) for i in unit.items if i.tag != "mark")
    return replace(
        before,
        passage=unit.passage,
        start=content[0][0],
        end=content[-1][1],
        cue=None,
        content=content,
        basis="carried",
        via=None,
        via_span=None,
        said=None,
    )


def _manner(frame: Frame, *, stance: bool, direct: bool) -> str:
    if stance:
        return "wanted"
    return "thought" if frame.lemma in thoughts() and not direct else "said"


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
        direct = all(is_quotation(self._items[start:end]) for start, end in one.content)
        quoted = direct and self._items[one.frame.end - 1].low == ":"  # she remembers: “…”
        stance = one.frame.stance and not quoted
        parts = [cue, *content, *(span for span in (who, via) if span)]
        nobody = not entity and (not speaker or is_nobody(self._items, speaker.start, speaker.end))
        return Speech(
            passage=self._passage,
            start=min(parts)[0],
            end=max([end for _, end in parts]),
            cue=cue,
            content=content,
            direct=direct,
            voice="source" if stance else "unnamed" if nobody else "speaker",
            speaker=entity,
            speaker_span=who,
            speaker_text=self._text[slice(*(who or cue))],
            basis="carried" if carried else "stated",
            via=self._speakers.entity(self._items, *outlet) if outlet else None,
            via_span=via,
            said=None if stance else day_said(self._items, one, dated),
            manner=_manner(one.frame, stance=stance, direct=direct),
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
