"""Tells the tense of a sentence by the signs of it near an expression.

"Will", "scheduled", "payable" point ahead, "was", "seized", "since" point back; the nearest counts.
"""

from __future__ import annotations

import re

from .patterns import CLASSES, characters

_AHEAD = frozenset(CLASSES["future"])
_PUT_OFF = frozenset(
    characters("extended delayed postponed adjourned suspended deferred remanded put")
)
"""Verbs of the past whose "until" looks ahead: "extended until Friday"."""
_HALTED = frozenset(
    characters(
        "halted closed shut stopped cancelled canceled banned barred blocked sealed grounded"
    )
)
"""Verbs whose "until" looks ahead to a weekday: "halted all trains until Thursday"."""
BACK = frozenset(CLASSES["past"] + CLASSES["verb"]) | _PUT_OFF | _HALTED
_STOPS = frozenset(characters('; “ ” — " while but although though whereas because'))
_FORECAST = characters("forecast")
_PLANNED = frozenset(characters("planned scheduled expected"))
_MEET = characters("meet")
_IS, _IF = frozenset(characters("is are")), frozenset(characters("if when once unless until"))
_CLAUSE = 6
"""Words before a verb among which its "if" is looked for."""
_BE, _TO, _WON, _GOING = (characters(word) for word in ("be", "to", "won", "going"))
_OWNER = frozenset(characters("'"))
_HAD = frozenset(characters("had been"))
_BOUND_TO = frozenset(characters("is are set"))
_DETERMINERS = frozenset(characters("a an the its their his her our ' -"))
_ADVERBS = frozenset(characters("still already newly recently now previously then once long"))
_AS_BEFORE = frozenset(characters("as previously"))
_KEPT = frozenset(characters("keep keeps kept keeping"))
_NOT = frozenset(characters("not n t to swim track ski"))
_MODALS = frozenset(characters("to will would can could may might should must shall not n"))
_SAME_IN_BOTH = frozenset(characters("beat cut hit put shut let set"))
"""Verbs whose base form is also their past: a modal before them takes their tense away."""
_SIGNS = _AHEAD | BACK | _STOPS | {_BE, _TO}
_ANY_SIGN = re.compile(f"[{re.escape(''.join(sorted(_SIGNS)))}]")
_GIVEN = frozenset(characters("has have had gave given"))
_NEAR = 6
"""Words before "until" that may hold what is to go on until then."""
_WERE = frozenset(characters("was were"))


def is_put_off(codes: str) -> bool:
    """Say whether "until" looks ahead: "was extended until", "has until", "asked to wait until"."""
    near = codes[-_NEAR:]
    return codes[-1:] in _GIVEN or _TO in near or any(code in _PUT_OFF for code in codes)


def is_halted(codes: str) -> bool:
    """Say whether "until" a weekday looks ahead: "halted all trains until"."""
    return not _HALTED.isdisjoint(codes)


def only_was(codes: str) -> bool:
    """Say whether the last sign of tense is but "was": what "was open until" may go on."""
    return next((code for code in reversed(codes) if code in _SIGNS), "") in _WERE


def nearest(codes: str, places: range) -> int:
    """Return the tense of the first sign of one at ``places``, 0 if there is none."""
    if not places:
        return 0
    first, last = sorted((places[0], places[-1]))
    if not _ANY_SIGN.search(codes, first, last + 1):
        return 0
    tenses = (_tense_of(codes, place) for place in places if codes[place] in _SIGNS)
    return next((tense for tense in tenses if tense is not None), 0)


def _tense_of(codes: str, place: int) -> int | None:
    """Return the tense of a sign, 0 where the clause ends; None if it is no sign after all."""
    code, before = codes[place], codes[place - 1 : place]
    if code == _WON and codes[place + 1 : place + 2] in _OWNER:
        return 1  # "won’t"
    if code in _STOPS:
        return 0
    if before and _is_no_verb(code, before, codes[place - 2 : place - 1]):
        return None
    if code in _AHEAD:
        return -1 if before in _HAD else 1
    if before and code == _TO and before in _BOUND_TO:
        return 1  # "is to resume", "set to begin"
    if code == _BE and before == _TO:  # "to be paid", not "continued to be"
        return -1 if codes[place - 2 : place - 1] in BACK else 1
    supposed = code in _WERE and codes[place + 1 : place + 2] == _TO  # "if she were to win"
    if supposed or (code in BACK and before in _IS):  # "if she is elected in November"
        return 1 if _IF & set(codes[max(0, place - _CLAUSE) : place]) else None
    if code in BACK and before != _BE and not (code in _SAME_IN_BOTH and before in _MODALS):
        return -1
    return None


def _is_no_verb(code: str, before: str, further: str) -> bool:
    """Say whether the words before it take a sign its tense away."""
    if before in _DETERMINERS:  # "the plan", "a scheduled vote", "state-owned"
        return True
    if before in _ADVERBS and further in _DETERMINERS:  # "a still unspecified date"
        return True
    if code == _FORECAST:  # "is forecast for Tuesday", not "analysts forecast"
        return before not in _IS
    if code in _PLANNED:  # "as planned"
        return before in _AS_BEFORE
    if code == _GOING:  # "kept going"
        return before in _KEPT
    return code == _MEET and before in _NOT  # "did not meet", "to meet demand", "the ski meet"
