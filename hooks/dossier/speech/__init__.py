"""Finds who says what: quoted and reported speech with speaker, cue, content, outlet and day.

A passage is cut into items (words.py), a sentence's cues get their subjects (attributions.py,
clauses.py) and their content (content.py); then speakers are known and carried (speakers.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..model import Mention, Sentence, Speech, TimeExpression
from .content import said
from .speakers import Speakers, speech_of
from .words import quotations, units


def find_speech(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> tuple[Speech, ...]:
    """Return who says what in ``text``, in order."""
    passages = [tuple(group) for _, group in groupby(sentences, key=lambda s: s.passage)]
    ordered = sorted(times, key=lambda t: (t.start, t.end))
    days = [(t.start, t.end) for t in ordered if t.type in ("DATE", "TIME")]
    speakers = Speakers(text, mentions)
    found: list[Speech] = []
    for number, passage in enumerate(passages):
        after = passages[number + 1][0].start if number + 1 < len(passages) else len(text)
        goes_on = text.startswith(("“", '"', "«", "''"), after)
        quotes = quotations(text, passage[0].start, passage[-1].end, goes_on=goes_on)
        for items in units(text, passage, quotes, days):
            speakers.next_sentence(items)
            for one in said(items):
                found.append(speech_of(text, passage[0].passage, items, one, speakers, ordered))
    return tuple(found)
