"""What a rule found in a sentence: the words of its named parts, their numbers, and the tense.

The tense comes from the nearest sign of one, first to the left, then to the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .named_parts import NAMED_PARTS
from .patterns import CLASSES, CODES, characters, compiled
from .tense import is_halted, is_put_off, nearest, only_was
from .words import PROPER, VALUES

_REACH = 30
"""How many words away a sign of tense is looked for."""
_REACH_AHEAD = 10
"""The same behind it, where another clause may have begun."""
_CLOSE, _CLOSE_BEHIND = 12, 7
"""How far away a verb is close, before and behind."""
_CLAUSE = 6
"""Words before it among which its "no" is looked for."""
_OWNER = frozenset(characters("'"))
_ENDED = frozenset(characters("ended ending"))
_ON = frozenset(characters("on in"))
_BOUNDS = frozenset(characters("by through until till to effective payable record as"))
_UNTIL = frozenset(characters("until till"))
_HAD, _FOR = characters("had"), characters("for")
_HAS, _SINCE = frozenset(characters("has have")), characters("since")
_YEAR = frozenset(CLASSES["yearno"] + CLASSES["oldyear"])
_SPORT = frozenset(
    characters("touchdown touchdowns assists rebounds halftime goalkeeper quarterback inning")
)
_COMPARED = frozenset(characters("from than with to"))
_RESULTS = frozenset(
    characters("{money} % percent sales profit profits earnings income revenue revenues net")
)
_RUNS = frozenset(characters("to through until till - – —"))
_AND, _BETWEEN, _COMMA = (characters(word) for word in ("and", "between", ","))
_WITHIN = frozenset(characters("over in within during throughout"))
_JOINED = compiled(
    "(, {dayno})* ,? (to|and|or|-|–|until|till|through) (early|mid|late)? -?"
    " ({dom}? {month} ({dom} ,?)? | {dayno} ,?) <year: {yearno}|{oldyear}>",
    NAMED_PARTS,
)
"""A date with its year, after one that shares it: "May to August 2015", "May 3 and 9, 2015"."""
_JOINERS = _JOINED.begin.first
_NUMBERS = {
    kind: {CODES[word]: int(PROPER[name][word]) for name in names for word in PROPER[name]}
    for kind, names in (
        ("month", ("fullmonth", "shortmonth")),
        ("weekday", ("fullweekday", "shortweekday")),
    )
}
"""The number of the month or weekday that a character stands for."""
_LIST = 14
_LISTED = re.compile(
    compiled("{month} {dom} (, {dom})* (,? (and|or) | ,)", NAMED_PARTS).regex.pattern + r"\Z"
)
"""Days of one month, before the last of them: "March 3, 7 and" 9."""
_LAST = re.compile(
    compiled("(and|or) {dom}", NAMED_PARTS).regex.pattern
    + f"(?:[{characters('. , ; : ) in at by for')}]|\\Z)"
)
_BEFORE, _NONE = characters("before"), frozenset(characters("no none not nothing nobody"))
_DENIALS = frozenset(characters("not t never cannot"))
_WOULD = characters("would")
_PROMISES = frozenset(characters("will would shall ll due scheduled set"))
_RARE = frozenset(characters("first last only best worst most lowest highest biggest"))
"""What there has not been for long: "the first in 20 years"."""
_NIGHTS_TOO = compiled(
    "(, {fullweekday})* ,? (and|or) ({weekdays} | {fullweekday} {parts})", NAMED_PARTS
)
"""What makes repeated times of weekdays before it: "Monday" and Tuesday nights."""
_OPEN_ON = re.compile(
    compiled("(open|opens) (from|on)? ({weekday} (to|through|-|–))?", NAMED_PARTS)
    .regex.pattern + r"\Z"
)  # fmt: skip
_HOURS = 5
"""More words than that may have: "open from Mon. to"."""
_JOINED_WORDS = 28
"""More than a match of it can have."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule in the words of a sentence."""

    match: re.Match[str]
    words: Sequence[str]
    """All words of the sentence; one for each character of ``match.string``."""

    @property
    def key(self) -> tuple[object, ...]:
        """All that a reading can depend on, but for the context."""
        start, end = self.match.span()
        around = self.match.string[max(0, start - _REACH) : end + _REACH]
        beginning = min(start, _REACH)
        return (self.match.re.pattern, around, beginning, *self.words[start : end + _JOINED_WORDS])

    @property
    def closing(self) -> int | None:
        """The number of the month after it in which it ended: "the quarter ended June 30"."""
        end = self.match.end()
        if self.match.string[end : end + 1] not in _ENDED:
            return None
        for word in self.words[end + 1 : end + 4]:
            for name in ("fullmonth", "shortmonth"):
                if word in PROPER[name]:
                    return int(PROPER[name][word])
        return None

    @property
    def joined(self) -> tuple[int, int] | None:
        """The month and the year of the date it is joined to: "May to August 2015"."""
        codes, end = self.match.string, self.match.end()
        if codes[end : end + 1] not in _JOINERS or self.has("year") or not self.has("month"):
            return None
        match = _JOINED.regex.match(codes, end)
        if match is None:
            return None
        date = Found(match, self.words)
        month = date if date.has("month") else self
        return month.integer("month", "fullmonth", "shortmonth"), date.digits("year")

    def year_by(self, month: int) -> int:
        """Return the year of ``month`` in a stretch that ends with the date it is joined to."""
        last, year = self.joined or (month, 0)
        return year - (month > last)

    def has(self, part: str) -> bool:
        groups = self.match.re.groupindex
        return part in groups and self.match.start(part) >= 0

    def said(self, part: str) -> tuple[str, ...]:
        """Return the words of a part, in lower case."""
        if not self.has(part):
            return ()
        start, end = self.match.span(part)
        return tuple(word.lower() for word in self.words[start:end])

    def value(self, part: str, *classes: str) -> int | str:
        """Return the meaning of the first word of a part that the vocabulary classes know."""
        for word in self.said(part):
            for name in classes or (part,):
                known = VALUES[name]
                value = known.get(word.capitalize() if name in PROPER else word)
                if value is not None:
                    return value
        raise KeyError(part)

    def integer(self, part: str, *classes: str) -> int:
        value = self.value(part, *classes)
        return value if isinstance(value, int) else int(value)

    def digits(self, part: str) -> int:
        return int("".join(c for word in self.said(part) for c in word if "0" <= c <= "9"))

    @property
    def direction(self) -> int:
        """1 where the sentence speaks of what is ahead, -1 of what is past, 0 where unsaid."""
        codes, start, end = self.match.string, self.match.start(), self.match.end()
        back = range(start - 1, max(-1, start - _REACH), -1)
        ahead = range(end, min(len(codes), end + _REACH_AHEAD))
        if codes[start - 1 : start] in _UNTIL:
            if is_put_off(codes[max(0, start - _REACH) : start - 1]):
                return 1
            return nearest(codes, back) or nearest(codes, ahead) or 1
        if codes[end : end + 1] in _OWNER:  # "Sunday’s vote will …": the verb of what it owns
            return nearest(codes, ahead) or nearest(codes, back)
        return nearest(codes, back) or nearest(codes, ahead)

    @property
    def month_of_list(self) -> int | None:
        """The month of the days before it: 3 in "March 3, 7 and 9", at the 9."""
        before = self.match.string[max(0, self.match.start() - _LIST) : self.match.start()]
        match = _LISTED.search(before)
        if match is None:
            return None
        if before[-1] == _COMMA and not _LAST.match(self.match.string, self.match.end()):
            return None  # "On March 3, 12 and 14 people died"
        return _NUMBERS["month"][match["month"][0]]

    def runs_to(self, kind: str) -> int | None:
        """Return the number of the weekday or month it runs to: "Monday to Friday"."""
        codes, start, end = self.match.string, self.match.start(), self.match.end()
        joined = _is_run(codes[max(0, start - 1) : start], codes[end : end + 1])
        return _NUMBERS[kind].get(codes[end + 1 : end + 2]) if joined else None

    def runs_from(self, kind: str) -> int | None:
        """Return the number of the weekday or month that runs to it: "Monday to Friday"."""
        before = self.match.string[max(0, self.match.start() - 3) : self.match.start()]
        joined = _is_run(before[-3:-2], before[-1:])
        return _NUMBERS[kind].get(before[-2:-1]) if joined else None

    @property
    def direction_beside(self) -> int:
        """The same, where the very verb stands beside it: "killed on Jan. 5"."""
        codes, start = self.match.string, self.match.start()
        if start and codes[start - 1] in _ON:
            start -= 1
        if not start:  # "On Jan. 5 they killed"
            end = self.match.end()
            return nearest(codes, range(end, min(len(codes), end + _REACH_AHEAD)))
        return nearest(codes, range(start - 1, max(-1, start - 2), -1))

    @property
    def direction_close(self) -> int:
        """The same, where a verb stands close before it, or behind it and a comma.

        "In an interview in October, he said" tells it; "the convention in July" does not.
        """
        codes, start, end = self.match.string, self.match.start(), self.match.end()
        close = nearest(codes, range(start - 1, max(-1, start - 1 - _CLOSE), -1))
        if close or codes[end : end + 1] != _COMMA:
            return close
        return nearest(codes, range(end, min(len(codes), end + _CLOSE_BEHIND)))

    @property
    def bounded(self) -> bool:
        """True where it is the end of a stretch of time: "by May", "through January"."""
        start = self.match.start()
        return self.match.string[start - 1 : start] in _BOUNDS if start else False

    @property
    def none_before(self) -> bool:
        """True where nothing happens until then: "No trains before Monday"."""
        before = self.match.string[max(0, self.match.start() - _CLAUSE) : self.match.start()]
        return before[-1:] == _BEFORE and any(code in _NONE for code in before)

    @property
    def denied(self) -> bool:
        """True where the words right before it say that it is not so: "won’t change overnight"."""
        start = self.match.start()
        return any(code in _DENIALS for code in self.match.string[max(0, start - 4) : start])

    @property
    def promised(self) -> bool:
        """True where "will" or the like tells when it is to be: "will be back in two weeks"."""
        return self.direction > 0 and bool(_PROMISES & self._around) and not _RARE & self._around

    @property
    def supposed(self) -> bool:
        """True where "would" tells it: "would know in six months"."""
        return _WOULD in self._around

    @property
    def _around(self) -> set[str]:
        codes, start = self.match.string, self.match.start()
        return set(codes[max(0, start - _REACH) : self.match.end() + _REACH_AHEAD])

    @property
    def recurs(self) -> str | None:
        """What makes a weekday one of each week: TNI in "Monday and Tuesday nights", else nothing.

        None where it is one day.
        """
        codes, (start, end) = self.match.string, self.match.span()
        if match := _NIGHTS_TOO.regex.match(codes, end):
            beside = Found(match, self.words)
            return f"T{beside.value('parts')}" if beside.has("parts") else ""
        before = codes[max(0, start - _HOURS) : start]
        runs = self.runs_to("weekday") is not None or self.runs_from("weekday") is not None
        return "" if runs and _OPEN_ON.search(before) else None

    @property
    def lasted(self) -> bool:
        """True where it is when something past was over: "lasted until May"."""
        start = self.match.start()
        return self.match.string[start - 1 : start] in _UNTIL and self.direction < 0

    @property
    def halted(self) -> bool:
        """True where something is at a stand until then: "halted all trains until Thursday"."""
        return is_halted(self._before_until)

    @property
    def stood(self) -> bool:
        """True where it is not said whether that is over: "it was open until Thursday"."""
        return only_was(self._before_until)

    @property
    def _before_until(self) -> str:
        before = self.match.string[max(0, self.match.start() - _REACH) : self.match.start()]
        return before if before[-1:] in _UNTIL else ""

    @property
    def intended(self) -> bool:
        """True where it was to come then: "had booked a room for Easter"."""
        before = self.match.string[max(0, self.match.start() - _REACH) : self.match.start()]
        return before[-1:] == _FOR and _HAD in before

    @property
    def up_to_now(self) -> bool:
        """True where something has gone on from it to the report: "has risen since January"."""
        start = self.match.start()
        before = self.match.string[max(0, start - _REACH) : start]
        return before[-1:] == _SINCE and not _HAS.isdisjoint(before)

    @property
    def opens(self) -> bool:
        """True where the sentence begins with it: "By May, it had …"."""
        return self.match.start() <= 1

    @property
    def year_opens(self) -> bool:
        """True where its sentence begins with a year: "In 2011, protests began in March"."""
        codes, start = self.match.string, self.match.start()
        return 1 < start < _REACH and codes[0] in _ON and codes[1] in _YEAR

    @property
    def in_results(self) -> bool:
        """True where results are compared with it: "fell from a year ago", "up 6% a year ago"."""
        start = self.match.start()
        if start and self.match.string[start - 1] in _COMPARED:
            return True
        around = self.match.string[max(0, start - _REACH) : self.match.end() + _REACH]
        return any(code in _RESULTS for code in around)

    @property
    def in_sport(self) -> bool:
        """True where words around it tell of a game: "five assists in the third quarter"."""
        around = self.match.string[max(0, self.match.start() - _REACH) : self.match.end() + _REACH]
        return any(code in _SPORT for code in around)

    @property
    def within(self) -> bool:
        """True where it is a stretch that something happens in: "over the next year"."""
        start = self.match.start()
        return self.match.string[start - 1 : start] in _WITHIN if start else False


def _is_run(before: str, between: str) -> bool:
    """Say whether two times are the ends of one stretch: "to Friday", "between May and July"."""
    return between in _RUNS or (between == _AND and before == _BETWEEN)
