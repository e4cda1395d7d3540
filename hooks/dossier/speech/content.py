"""Deals out what each cue of a sentence says, and drops cues inside another's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .cited import with_cited
from .clauses import Phrase, finite
from .cues import Cue, cue_words, cues, particles, stances, triggers
from .frames import Frame, Span, according, colon, hedge, light, noun, passive, quoted_as
from .phrases import head, is_outlet
from .quoted import only_titled, set_off, with_dashed
from .silence import says_nothing, silent
from .subjects import inserted
from .verbs import verb
from .words import Item

_AS = frozenset({"as", "after", "before", "since", "until"})
_QUOTED = frozenset({"quote", "scare"})
_BREAKS = frozenset({"-", ";", ":"})
_LEADS_IN = _AS | {"asked", "pressed", "questioned"}
_CLAUSE = 5
"""Items, its comma too, of the shortest stretch taken for a clause without a verb we know."""
_PARTING = frozenset({"and", "but", "while", "although", "though"})


class Said(NamedTuple):
    """An attribution of one sentence, in indexes into its items."""

    frame: Frame
    content: tuple[Span, ...]
    via: Phrase | None
    zone: Span
    """Where a day would be the day of the saying."""


def said(items: Sequence[Item]) -> list[Said]:
    """Return the attributions of a sentence, in order, none inside another; then its stances."""
    spoken = triggers()
    near = [at for at, item in enumerate(items) if item.low in spoken]
    found = _dealt(items, frames(items, near))
    if stances().keys().isdisjoint([items[at].low for at in near]):
        return found
    held = _dealt(items, frames(items, near, with_stances=True))
    kept = [one for one in held if one.frame.stance and not any(_meet(one, s) for s in found)]
    return sorted(found + kept, key=lambda one: one.frame.cue)


def _meet(one: Said, other: Said) -> bool:
    """Say whether two attributions share words."""
    ours = [one.frame.cue, *one.content]
    theirs = [other.frame.cue, *other.content]
    return any(a < z and y < b for a, b in ours for y, z in theirs)


def _dealt(items: Sequence[Item], every: Sequence[Frame]) -> list[Said]:
    """Deal out the sentence to its cues."""
    if not every:
        return []
    found: list[Said] = []
    floor = before = 0
    outlet: Phrase | None = None
    every = with_cited(items, every)
    for number, frame in enumerate(every):
        if silent(items, frame) or _is_interrupted(items, frame, every[number + 1 :]):
            continue
        if frame.start < floor:
            if not (found and _is_aside(found[-1].frame, frame) and frame.cue[0] >= floor):
                continue
            floor = before
        later = every[number + 1 :]
        if _reports_another(items, frame, later[:1]):
            outlet = frame.speaker
            continue
        outer = _outer(items, frame, later) if frame.right else None
        if outer and not _passes_on(items, outer):
            continue
        limit = _limit(items, frame, later, outer, floor)
        content = frame.content + _content(items, frame, floor, limit)
        if not content or says_nothing(items, frame, content):
            continue
        via, outlet = (outer.speaker if outer else frame.via or outlet), None
        zone = _zone(items, frame, later, content, floor)
        found.append(Said(with_dashed(items, frame, content[0][0]), content, via, zone))
        before, floor = floor, outer.end if outer else max(frame.end, content[-1][1])
    return found


def _is_interrupted(items: Sequence[Item], frame: Frame, later: Sequence[Frame]) -> bool:
    """Say whether a cue is another's words: the papers show, *he said*, that it fell."""
    return bool(
        frame.right
        and later
        and later[0].start == frame.end
        and later[0].left
        and later[0].lemma != "according"
        and items[frame.start - 1].tag not in ("quote", "mark")
        and items[frame.end - 1].low == ","
        and items[later[0].start - 1].low == ","
    )


def _reports_another(items: Sequence[Item], frame: Frame, following: Sequence[Frame]) -> bool:
    """Say whether an outlet only hands on what somebody says: the BBC reported that *he* said."""
    who = frame.speaker
    if not following or who is None or who.how != "own" or not frame.right or frame.left:
        return False
    inner = following[0].speaker
    begins = frame.end + (items[frame.end].low == "that") if frame.end < len(items) else 0
    named = inner is not None and inner.how == "own" and following[0].start == begins
    says = following[0].right and following[0].lemma in ("say", "tell")
    return named and says and is_outlet(items, who.start, who.end)


def frames(
    items: Sequence[Item], near: Sequence[int], *, with_stances: bool = False
) -> list[Frame]:
    """Return every cue, of those ``near``, that has a place for somebody's words."""
    found: list[Frame] = []
    for at in near:
        item, frame = items[at], None
        if item.low == ":":
            frame = None if found and found[-1].end >= at else colon(items, at)
        elif item.tag not in ("quote", "scare", "mark"):
            frame = _frame(items, at, found)
            if frame is None and with_stances:
                frame = _stance(items, at, found)
        if frame:
            found.append(frame)
    return found


def _frame(items: Sequence[Item], at: int, found: Sequence[Frame]) -> Frame | None:
    low = items[at].low
    cue = cues().get(low)
    if low == "according":
        return according(items, at)
    if low in cue_words("unnamed"):
        return hedge(items, at)
    if low == "saying" and (quoted := quoted_as(items, at)):
        return quoted
    if low in cue_words("noun") and (named := noun(items, at)):
        return named
    if low in cue_words("light") and (spoken := light(items, at)):
        return spoken
    if cue is None:
        return None
    opening = at == 0 and cue.form == "ing"
    if items[at].tag == "name" and not opening and not _headline(items, at, cue):
        return None
    particle = _has_particle(items, at, "with")
    active = verb(items, at, cue, found, particle=particle)
    if active or cue.form != "past":
        return active
    return passive(items, at, by_somebody=cue.kind in ("clause", "object"))


def _stance(items: Sequence[Item], at: int, found: Sequence[Frame]) -> Frame | None:
    cue = stances().get(items[at].low)
    if cue is None or items[at].tag == "name":
        return None
    particle = _has_particle(items, at, "stance with")
    frame = verb(items, at, cue, found, particle=particle)
    return frame._replace(stance=True) if frame else None


def _has_particle(items: Sequence[Item], at: int, section: str) -> bool:
    near = particles(section).get(items[at].low, frozenset())
    return at + 1 < len(items) and items[at + 1].low in near


def _headline(items: Sequence[Item], at: int, cue: Cue) -> bool:
    """Say whether a capital is a headline's: Minister Says Talks Will Go On."""
    if at == 0 or cue.form != "s" or cue.noun or cue.kind not in ("clause", "person"):
        return False
    near = [i for i in items[:16] if i.tag in ("name", "word", "finite")]
    return len(near) > 3 and sum(i.tag == "name" for i in near) > 0.7 * len(near)


def _outer(items: Sequence[Item], frame: Frame, later: Sequence[Frame]) -> Frame | None:
    """Return the attribution at the sentence's end that holds this one: "…, the AP reported"."""
    for other in later[-2:]:
        before = items[other.start - 1]
        ends = not other.right or other.end >= len(items) or other.lemma == "according"
        ends = ends or items[other.end].low.endswith("ing")
        if not (other.left and ends and before.tag in ("quote", "mark", "scare")):
            continue
        if other.speaker is None or before.low == ";" or silent(items, other):
            continue
        empty = other.start == frame.end and other.lemma != "according"
        if other.start < frame.end or (empty and (frame.left or other.end < len(items))):
            continue
        alone = before.tag == "quote" and items[other.start - 2].tag in ("mark", "conj")
        if other.speaker.how == "own" or (other.speaker.how == "pron" and not alone):
            return other
    return None


def _passes_on(items: Sequence[Item], outer: Frame) -> bool:
    """Say whether the outer attribution only hands on another's words."""
    if outer.speaker is None:
        return False
    who = outer.speaker
    shown = items[head(items, who.start, who.end)].low in cue_words("document")
    return shown or outer.lemma == "according" or is_outlet(items, who.start, who.end)


def _limit(
    items: Sequence[Item], frame: Frame, later: Sequence[Frame], outer: Frame | None, floor: int
) -> int:
    if outer:
        return outer.start
    ahead = frame.speaker is not None and frame.speaker.how == "shared"
    if ahead and frame.speaker and frame.speaker.start > frame.end:
        return max(frame.end, frame.speaker.start - 1)
    below = _subordinate(items, frame, floor)
    for other in later:
        if other.start < frame.end:
            behind = other.cue[0] > frame.end and _is_aside(frame, other)
            if behind and other.start < frame.cue[0] and _closes(items, other.cue[0]):
                return other.cue[0]
            continue
        before = items[other.start - 1]
        if below and (before.low == "," or before.tag == "quote"):
            return other.start
        if before.tag == "quote" and other.left and items[other.start - 2].low in (":", ";"):
            return other.start - 1
        shared = other.speaker is not None and other.speaker.how == "shared"
        parted = before.low in _PARTING and (
            before.low != "and" or items[other.start - 2].low in (",", "-")
        )
        if shared or parted or before.low == ";":
            return other.start
    return _main_verb(items, frame) if below else len(items)


def _subordinate(items: Sequence[Item], frame: Frame, floor: int) -> bool:
    """Say whether the cue stands in "who said …," or "when he said …,", with more to follow."""
    if _is_relative(frame) or floor >= frame.start:
        return _is_relative(frame)
    before = items[floor : frame.start]
    return before[-1].tag == "rel" or any(i.tag == "sub" or i.low in _LEADS_IN for i in before)


def _is_relative(frame: Frame) -> bool:
    return frame.speaker is not None and frame.speaker.how == "rel"


def _closes(items: Sequence[Item], cue: int) -> bool:
    """Say whether what stands before a verb is over: a comma, a quotation with its comma."""
    return items[cue - 1].low in (",", "-") or items[cue - 1].stop == ","


def _is_aside(frame: Frame, other: Frame) -> bool:
    """Say whether a cue stands between another's speaker and verb: Ali, *citing* it, said."""
    who = other.speaker
    return _is_relative(frame) or (who is not None and who.end <= frame.cue[0] - 1 < other.cue[0])


def _main_verb(items: Sequence[Item], frame: Frame) -> int:
    """Return where the sentence goes on after "who said …,"."""
    for at in range(frame.end, len(items) - 1):
        if items[at].low != ",":
            continue
        after = items[at + 1]
        if after.tag == "adv" or finite(items, at + 1) or after.low in cues():
            return at
    return len(items)


def _zone(
    items: Sequence[Item],
    frame: Frame,
    later: Sequence[Frame],
    content: Sequence[Span],
    floor: int,
) -> Span:
    low = frame.start
    shared = frame.speaker is not None and frame.speaker.how == "shared"
    if not (shared or low == floor or _has_clause(items, floor, low)):
        low = floor
    if content[-1][0] >= frame.end:
        return low, content[-1][0]
    high = later[0].start if later else len(items)
    ends = (i for i in range(frame.end, high) if _leaves_attribution(items, i))
    return low, next(ends, high)


def _has_clause(items: Sequence[Item], start: int, end: int) -> bool:
    return any(items[i].tag == "sub" or finite(items, i) for i in range(start, end))


def _leaves_attribution(items: Sequence[Item], at: int) -> bool:
    """Say whether something else begins behind “…,” he said on Monday — *a promise he made*."""
    return items[at].low in _BREAKS or items[at].tag in ("rel", "sub") or finite(items, at)


def _content(items: Sequence[Item], frame: Frame, floor: int, limit: int) -> tuple[Span, ...]:
    right = _right(items, frame, limit) if frame.right else None
    left = None
    split = frame.end > 0 and frame.right and items[frame.end - 1].low == ","
    quoted = frame.start > floor and items[frame.start - 1].tag == "quote"
    if frame.left and (not right or split or quoted):
        left = _left(items, frame, floor)
    if left and right and quoted and only_titled(items, *left):
        left = None
    elif quoted and right and items[right[0]].tag != "quote" and items[right[0]].low != "that":
        right = None
    if left and not quoted and split and right and frame.lemma == "according":
        bare = items[frame.start - 1].tag != "mark"
        right = None if bare else right
        left = left if bare or items[frame.start - 1].low == "," else None
    return tuple(span for span in (left, right) if span)


def _right(items: Sequence[Item], frame: Frame, limit: int) -> Span | None:
    start, end = frame.end, limit
    end = next((i for i in range(start, end) if items[i].low == ";"), end)
    if frame.lemma == "noun":
        end = min(end, _second_verb(items, start))
    end = _remark(items, start, end)
    while end > start and (
        items[end - 1].tag in ("mark", "conj") or items[end - 1].low in ("while", "although", "by")
    ):
        end -= 1
    if start + 1 < end and items[start].low == "that" and items[start + 1].tag == "quote":
        start += 1
    if start < end and items[start].tag == "quote":
        last = start
        for at in range(start, end):
            if items[at].tag == "quote":
                last = at
        tail = items[last + 1 : end]
        if not any(i.tag in ("aux", "finite", "rel", "sub") for i in tail):
            end = last + 1
    return (start, end) if end > start else None


def _remark(items: Sequence[Item], start: int, end: int) -> int:
    """Return where the article goes on to judge the words: "— a promise he first made"."""
    for at in range(start + 1, end - 2):
        if items[at].low not in (",", "-") or items[at + 1].low not in ("a", "an"):
            continue
        near = items[at + 2 : min(at + 4, end)]
        if any(i.low in cue_words("noun") for i in near):
            closed = any(items[i].low == "-" for i in range(at + 2, end))
            if not (items[at].low == "-" and closed):
                return at
    return end


def _second_verb(items: Sequence[Item], start: int) -> int:
    """Return where the sentence goes on after "the claim that it fell *was false*"."""
    seen = False
    for at in range(start, len(items)):
        if items[at].tag == "quote" or not finite(items, at):
            continue
        joined = items[at - 1].tag in ("aux", "adv", "conj", "rel", "pron", "sub")
        if seen and not joined:
            return at
        seen = True
    return len(items)


def _left(items: Sequence[Item], frame: Frame, floor: int) -> Span | None:
    end = frame.start
    if end <= floor:
        return None
    if items[end - 1].tag not in ("quote", "scare", "mark") and frame.lemma != "according":
        return None
    while end > floor and items[end - 1].tag == "mark":
        end -= 1
    if items[frame.start - 1].low == ";":
        return None
    start = floor
    last = max((i for i in range(floor, end) if items[i].low == ";"), default=floor)
    if last > floor and inserted(items, last + 1) and not _tells(items, last, end):
        return None
    while start < end and (items[start].tag in ("conj", "mark")):
        start += 1
    if end <= start:
        return None
    if quoted := set_off(items, start, end):
        return quoted
    if _tells(items, start, end) or not inserted(items, start):
        return start, end
    comma = max((i for i in range(start, end) if items[i].low == ","), default=end)
    alone = not frame.right and end - comma > _CLAUSE and not inserted(items, comma + 1)
    return (start, end) if alone else None


def _tells(items: Sequence[Item], start: int, end: int) -> bool:
    return any(items[at].tag in _QUOTED or finite(items, at) for at in range(start, end))
