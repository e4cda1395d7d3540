"""Says of a verb of speech whether it speaks here, who with it, and where the words stand.

A form that is also a noun, an adjective or a passive must show by its place that it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

from .clauses import Phrase, clause_start, finite, group_start, has_verb, relative
from .cues import Cue, cue_words
from .frames import Frame, Items, Span
from .named_after import named_after
from .phrases import OUTLETS, head
from .senses import means_another
from .subjects import counts, main_subject, subject

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_TURNING = frozenset("say ask write add explain note argue report".split())
_PLURAL = frozenset(
    "they people police some many others both media most few those women men surveyed polled"
    " two three four five six seven eight nine ten million another".split()
)
_PARTS = frozenset("half majority number third quarter percent percentage share".split())
_NOT_SPEAKERS = frozenset("i you we this that these those there what".split())
_CIRCUMSTANCE = frozenset("as when while after before during once since".split())
_BEFORE_ING = frozenset(", by in while before after and when -".split())
_OBJECT = frozenset("det pron name num word quote scare sub rel adv".split())
_ASKING = frozenset("ask tell warn urge remind".split())
_TO = _ASKING | {"agree"}
_WITH_THAT = frozenset({"show", "demonstrate"})
"""Verbs that without "that" are no words: he showed no emotion."""
_AFTER_WHOM = frozenset("that about of against whether if how what why when , :".split())
_POSSESSIVE = frozenset("his her their its the my our your".split())
_MEANS = frozenset("telephone phone email e-mail letter text video radio".split())
_HIM = frozenset("him them us me her it".split())


def verb(
    items: Items, at: int, cue: Cue, found: Sequence[Frame], *, particle: bool
) -> Frame | None:
    """Return the frame of the verb at ``at``; ``found`` are those before it in the sentence.

    ``particle`` says that a small word follows that belongs to it: called *for*.
    """
    start = group_start(items, at)
    if not _speaks(items, at, cue, start, particle=particle):
        return None
    end = at + 2 if particle else at + 1
    turned = _turned(items, start, end, cue)
    if turned:
        right, after = _right(items, turned.end, cue)
        right = right and after < len(items) and items[after].tag == "quote"
        return Frame(start, (start, end), turned, after, right, left=True, lemma=cue.lemma)
    who = _speaker(items, at, start, cue, found)
    if not who or not _agrees(items, who, cue, at - start):
        return None
    to = _told(items, end) if cue.kind == "person" or cue.lemma in _ASKING else None
    if to and cue.kind != "person" and not _really_told(items, to[1]):
        to = None
    after = to[1] if to else end
    if to and _shown_on(items, to[0]):
        after += 1
    if cue.kind in ("object", "with") and not to:
        right, after = _object(items, end)
    else:
        right, after = _right(items, after, cue)
    paper = items[head(items, who.start, who.end)].low in cue_words("document")
    if not (particle or paper or _fits(items, cue, after, right=right)):
        return None
    begin = start if who.how == "shared" else min(who.start, start)
    left = begin > 0 and who.how not in ("rel", "shared") and cue.kind != "object"
    if cue.kind == "clause only" and not right and items[after : after + 1]:
        left = left and items[after].low != "to"
    return Frame(begin, (start, end), who, after, right, left, to, cue.lemma)


def _speaker(items: Items, at: int, start: int, cue: Cue, found: Sequence[Frame]) -> Phrase | None:
    if cue.form == "ing" and start == at:
        opening = all(i.tag in ("adv", "conj", "prep", "mark") for i in items[:at])
        who = _ahead(items, at) if opening else _behind(items, at)
        who = who or _same(items, start, found)
    else:
        who = subject(items, at)
    if who is None or who.how != "shared" or who.start > at:
        return who
    if cue.form == "base" and start == at and items[at - 1].tag == "conj":
        return None
    return _same(items, start, found) or main_subject(items, start) or who


def _same(items: Items, at: int, found: Sequence[Frame]) -> Phrase | None:
    """The speaker before: he said this, adding that; she said this and called for that."""
    floor = clause_start(items, at)
    for frame in reversed(found[-4:]):
        who = frame.speaker
        if who and who.how != "rel" and frame.right and floor <= who.start < at:
            return who._replace(how="shared")
    return None


def _behind(items: Items, at: int) -> Phrase | None:
    """Who does it: "…, saying that": the subject of the sentence's last verb before."""
    verbs = (b for b in range(at - 1, max(-1, at - 60), -1) if finite(items, b))
    for verb_before in islice(verbs, 4):
        who = subject(items, verb_before)
        if who:
            return who._replace(how="shared")
    return main_subject(items, at)


def _ahead(items: Items, at: int) -> Phrase | None:
    """Who does it at a sentence's start: "Saying that …, the minister left"."""
    for on in range(at + 2, min(len(items), at + 60)):
        if items[on].tag == "quote" or not finite(items, on):
            continue
        who = subject(items, on)
        if who and who.start > at + 1 and items[who.start - 1].low == ",":
            return who._replace(how="shared")
    return None


def _fits(items: Items, cue: Cue, after: int, *, right: bool) -> bool:
    """Say whether what follows suits a verb that speaks only before a clause or a quotation."""
    if cue.kind not in ("clause only", "quotation only"):
        return True
    if not right or items[after].tag == "quote" or items[after - 1].low in ":,":
        return True
    if cue.kind == "quotation only":
        return False
    if items[after].low in ("that", "how", "why", "whether", "if", "what"):
        return True
    plain = items[after].tag in ("pron", "det", "name", "num", "word")
    if not plain or cue.lemma in _WITH_THAT:
        return False
    for at in range(after, min(len(items), after + 9)):
        if items[at].tag in ("mark", "quote", "rel", "sub") or items[at].low == "to":
            return False
        if finite(items, at):
            return True
    return False


def _speaks(items: Items, at: int, cue: Cue, start: int, *, particle: bool) -> bool:
    """Say whether the form can be a verb of somebody here, not a noun, adjective or passive."""
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if (cue.kind == "with" and not particle) or means_another(items, at, cue, start):
        return False
    if before and before.tag == "det" and before.low not in _PLURAL:
        return False
    if cue.form == "ing":
        return _is_participle(items, at, start, cue)
    if before and (before.tag == "prep" and before.low not in ("to", "since")):
        return False
    by = after is not None and after.low == "by" and not _by_telephone(items, at)
    if cue.form == "past" and (by or _passive(items, at, start)):
        return False
    if particle:
        return cue.form == "past" or _verb_place(items, at, start, cue)
    if cue.kind == "object" and after and (after.tag == "prep" or after.low == ","):
        return False
    if cue.lemma == "call" and _names(items, at):
        return False
    return not cue.noun or _verb_place(items, at, start, cue)


def _by_telephone(items: Items, at: int) -> bool:
    return at + 2 < len(items) and items[at + 2].low in _MEANS


def _names(items: Items, at: int) -> bool:
    """Say whether "called" gives a name (a film called “…”) or rings somebody up."""
    before, after = items[at - 1], items[at + 1 : at + 5]
    if not after or after[0].tag in ("mark", "num"):
        return True
    if before.tag == "word" or before.low == ",":
        named = after[1:2] if after[0].tag == "det" else after[:1]
        return any(item.tag in ("name", "scare", "quote") for item in named)
    run = next((i for i, item in enumerate(after) if item.tag != "name"), len(after))
    if run and (run == len(after) or after[run].tag in ("mark", "conj", "prep", "time", "adv")):
        return run < 4 or len(items) <= at + 5
    told = next((i for i, item in enumerate(after) if item.low == "to"), None)
    return told is not None and all(
        i.tag in ("name", "word") or i.low in _POSSESSIVE for i in after[:told]
    )


def _is_participle(items: Items, at: int, start: int, cue: Cue) -> bool:
    if any(i.low in _BE or "'" in i.low for i in items[start:at]):
        return True
    before = items[at - 1] if at else None
    if before is None or before.low in _BEFORE_ING or before.tag in ("quote", "adv"):
        return True
    return cue.lemma == "say" and before.tag == "word"


def _passive(items: Items, at: int, start: int) -> bool:
    return any(i.low in _BE or i.low.endswith("'s") for i in items[start:at])


def _verb_place(items: Items, at: int, start: int, cue: Cue) -> bool:
    """Say whether a form that is as often a noun stands as a verb."""
    if any(i.tag == "aux" for i in items[start:at]):
        return True
    after = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1] if at else None
    if before is None or before.tag in ("prep", "conj", "det") or before.low.endswith(("'s", "s'")):
        return False
    if cue.form == "past":
        return True
    if before.tag == "num" or (before.tag == "word" and before.low not in _speaking()):
        return False
    if after is None or after.tag == "mark":
        return cue.form == "s" or (before.low in cue_words("document") and before.low[-1] == "s")
    return (
        after.tag in ("quote", "scare", "pron", "rel", "det", "num", "name", "sub")
        or after.low in ("that", ":", "about", "nearly")
        or cue.kind == "with"
    )


@cache
def _speaking() -> frozenset[str]:
    """Common nouns that speak, so that a word like "claims" after them is a verb."""
    kinds = ("unknown", "group", "outlet", "document", "body")
    return frozenset().union(*(cue_words(kind) for kind in kinds))


def _turned(items: Items, start: int, end: int, cue: Cue) -> Phrase | None:
    """Return who follows the cue: “…,” said the minister."""
    if end >= len(items) or cue.form == "ing" or cue.kind == "object":
        return None
    if not start:
        return _opening(items, end, cue)
    before = items[start - 1]
    quoted = before.tag in ("quote", "scare")
    stopped = before.low in (",", "-", "?", "!") and cue.lemma in _TURNING and end == start + 1
    if not (quoted or stopped) or items[end].tag not in ("name", "word", "det", "num", "pron"):
        return None
    who = named_after(items, end, report=False)
    if not who or (who.end < len(items) and finite(items, who.end)):
        return None
    if not quoted and items[head(items, who.start, who.end)].tag not in ("name", "pron"):
        clause = any(finite(items, i) for i in range(max(0, start - 40), start))
        if not clause or (who.end < len(items) and items[who.end].tag not in ("mark", "time")):
            return None
    close = next((i for i in range(who.start, who.end) if items[i].tag == "mark"), who.end)
    return None if has_verb(items, who.start, close) else who


def _opening(items: Items, end: int, cue: Cue) -> Phrase | None:
    """Return who follows a cue that opens the sentence: Said Ellis: “…”."""
    if cue.lemma not in _TURNING or items[end].tag != "name":
        return None
    who = named_after(items, end, report=False)
    quoted = who and [i.tag for i in items[who.end : who.end + 2]] == ["mark", "quote"]
    return who if quoted else None


def _agrees(items: Items, who: Phrase, cue: Cue, group: int) -> bool:
    word = items[head(items, who.start, who.end)].low
    if who.how == "pron" and word in _NOT_SPEAKERS:
        return False
    if cue.form == "base" and not group and who.how not in ("rel", "shared"):
        some = {i.low for i in items[who.start : who.end]}
        core = items[who.start : head(items, who.start, who.end) + 1]
        plural = any(i.low.endswith("s") or i.low == "and" for i in core)
        counted = any(i.tag == "num" for i in items[who.start : who.end]) or some & _PARTS
        return plural or bool(some & _PLURAL) or bool(counted)
    return not (cue.form == "s" and cue.noun and word == "they")


def _really_told(items: Items, at: int) -> bool:
    """Say whether a phrase after "asked" or "warned" is whom, by what follows it."""
    return at < len(items) and (items[at].tag == "quote" or items[at].low in _AFTER_WHOM)


def _told(items: Items, at: int) -> Span | None:
    """Return the span of who is told something, from the item after the verb."""
    if at < len(items) and (items[at].tag == "pron" or items[at].low in _HIM):
        return at, at + 1
    end = at
    if _shown_on(items, at):
        return at, at + 1
    while end < len(items) and items[end].tag in ("det", "name", "word", "num", "conj", "scare"):
        item = items[end]
        role = items[end - 1].tag == "word" and items[end - 1].low not in OUTLETS
        second = item.tag == "det" or (item.tag == "name" and role)
        if end > at and second:
            break
        if end + 2 < len(items) and items[end + 1].low == "of" and item.tag == "word":
            end += 1
        end += 1
    while end > at and items[end - 1].tag == "conj":
        end -= 1
    return (at, end) if end > at else None


def _shown_on(items: Items, at: int) -> bool:
    """Say whether a programme follows whose it is: told CNN's “State of the Union” that."""
    pair = items[at : at + 2]
    return len(pair) == 2 and pair[0].low.endswith("'s") and pair[1].tag in ("quote", "scare")


def _object(items: Items, at: int) -> tuple[bool, int]:
    if at < len(items) and items[at].low == ":":
        return at + 1 < len(items), at + 1
    if [item.tag for item in items[at : at + 2]] == ["mark", "quote"]:
        return True, at + 1
    return at < len(items) and items[at].tag in _OBJECT, at


def _right(items: Items, at: int, cue: Cue) -> tuple[bool, int]:
    """Return whether something is said on the right, and where it begins."""
    at = _after_time(items, at)
    if at >= len(items):
        return False, at
    if items[at].low == ",":
        return True, at + 1
    asked = items[at].low == "to" and cue.lemma in _TO
    if asked or counts(items, at) or items[at].tag not in ("prep", "mark"):
        return items[at].low not in _CIRCUMSTANCE, at
    return _behind_adverbial(items, at)


def _behind_adverbial(items: Items, at: int) -> tuple[bool, int]:
    """Look past "in a message to them" and "on television" for what is said."""
    for seen in range(at, min(len(items), at + 30)):
        item = items[seen]
        if item.tag == "quote" or (item.low == "that" and not relative(items, seen)):
            return True, seen
        if item.low == ":":
            return seen + 1 < len(items), seen + 1
        if item.low == ",":
            that = _that_soon(items, seen)
            quoted = seen + 1 < len(items) and items[seen + 1].tag in ("quote", "scare")
            return (True, that) if that else (quoted, seen + 1)
        if item.tag in ("mark", "sub"):
            break
        if finite(items, seen):
            who = subject(items, seen)
            return bool(who and who.start > at), who.start if who else at
    return False, at


def _that_soon(items: Items, comma: int) -> int | None:
    """Return the "that" of "said in Homs, Syria, that"."""
    for at in range(comma + 1, min(len(items), comma + 12)):
        if items[at].low == "that" and items[at - 1].low == ",":
            return at
        if items[at].tag in ("quote", "sub") or finite(items, at):
            return None
    return None


def _after_time(items: Items, at: int) -> int:
    """Step over "on Saturday" after a cue, unless it is what the words are about."""
    after = at
    while after < len(items) and items[after].low in ("on", "late", "early", "in", "earlier"):
        after += 1
    if after >= len(items) or items[after].tag != "time":
        return at
    while after < len(items) and items[after].tag == "time":
        after += 1
    return at if after < len(items) and finite(items, after) else after
