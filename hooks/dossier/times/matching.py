"""Finds where the rules match in a sentence: at each place the longest match that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from .found import Found
from .named_parts import NAMED_PARTS
from .patterns import CODES, TOKEN, Pattern, characters, compiled
from .reading import Context, Rule
from .rules_dates import DATES, FEASTS
from .rules_other import OTHERS

RULES: tuple[Rule, ...] = (*DATES, *OTHERS)
LONGEST = 20_000
"""Sentences longer than this (in characters) are no sentences, and are read piece by piece."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    pattern: Pattern
    after: frozenset[str]
    before: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: where it stands in the text, and what it found."""

    rule: Rule
    start: int
    end: int
    found: Found


class Readable:
    """Says whether a rule can read some words at all; what is around them has no say in it."""

    def __init__(self, neutral: Context) -> None:
        self.neutral = neutral
        self.known: dict[tuple[str, ...], bool] = {}

    def __call__(self, rule: Rule, found: Found) -> bool:
        start, end = found.match.span()
        key = (rule.pattern, *found.words[start:end])
        if key not in self.known:
            self.known[key] = rule.read(found, self.neutral) is not None
        return self.known[key]


def _compile() -> dict[str, tuple[_Compiled, ...]]:
    """Return the rules by the characters that their matches begin with."""
    table: dict[str, list[_Compiled]] = {}
    for rule in RULES:
        sets = (
            frozenset(characters(words))
            for words in (rule.after, rule.before, rule.not_after, rule.not_before)
        )
        entry = _Compiled(rule, compiled(rule.pattern, NAMED_PARTS), *sets)
        for code in entry.pattern.begin.first:
            table.setdefault(code, []).append(entry)
    return {code: tuple(entries) for code, entries in table.items()}


_BY_START = _compile()
_STARTS = re.compile(f"[{re.escape(''.join(sorted(_BY_START)))}]")


@lru_cache(maxsize=10_000)
def _beginning(two: str) -> tuple[_Compiled, ...]:
    """Return the rules whose matches can begin with two characters (one, at the very end)."""
    return tuple(entry for entry in _BY_START.get(two[0], ()) if entry.pattern.can_begin(two))


_ENDS = frozenset(".?!")
"""Of sentences; headlines have none."""


def matches_in(text: str, start: int, end: int, readable: Readable) -> Iterator[Match]:
    """Yield the matches in the sentence ``start``–``end``, in order, none overlapping."""
    for begin, stop in _pieces(text, start, end):
        words = TOKEN.findall(text, begin, stop)
        codes = "".join(map(CODES.__getitem__, words))
        spans = None
        for rule, found in _in_codes(codes, words, readable):
            if spans is None:
                spans = [token.span() for token in TOKEN.finditer(text, begin, stop)]
            first, last = found.match.span()
            if last - first > 1 and words[first] in _APOSTROPHES and _gap(spans, first):
                continue  # "the parents’ 98 letters"
            yield Match(rule, spans[first][0], spans[last - 1][1], found)


_APOSTROPHES = "'’‘"


def _gap(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Say whether there is a space after a word."""
    return spans[place][1] != spans[place + 1][0]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _in_codes(codes: str, words: Sequence[str], readable: Readable) -> Iterator[tuple[Rule, Found]]:
    place = 0
    while begin := _STARTS.search(codes, place):
        place = begin.start()
        entries = _beginning(codes[place : place + 2])
        best = _longest(entries, codes, place, words, readable) if entries else None
        if best is None:
            place += 1
            continue
        start, place = best[1].match.span()
        if best[0] in FEASTS or not (_is_title(words, start, place) or _is_person(words, start)):
            yield best


_IN_TITLES = frozenset(
    "Seconds Minute Minutes Hour Hours Day Days Night Nights Week Weeks Weekend Years Today Tonight"
    " Tomorrow Daily Weekly Monthly Morning Evening Midnight".split()
)
_ADDRESSES = frozenset("Mr Mrs Ms Dr Gen Sen Rep Gov Col Capt Lt Sgt Prof Rev".split())


def _is_person(words: Sequence[str], start: int) -> bool:
    """Say whether a form of address makes a name of a month: "Mrs. May"."""
    return start > 1 and words[start - 1] == "." and words[start - 2] in _ADDRESSES


_AROUND = 20
"""Words on either side that show whether it stands in a headline."""


def _is_title(words: Sequence[str], start: int, end: int) -> bool:
    """Say whether capitals make a name of it: "60 Minutes", "The Daily Echo"; not in headlines."""
    if not start and end == 1:
        return False
    if not any(word in _IN_TITLES for word in words[max(1, start) : end]):
        return False
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if end - start == 1 and not before[:1].isalpha() and not after[:1].isupper():
        return False  # it begins a quotation
    around = words[max(0, start - _AROUND) : end + _AROUND]
    small = sum(word[0].islower() for word in around)
    return any(word in _ENDS for word in words[-4:]) or 2 * small > len(around)


def _longest(
    entries: Sequence[_Compiled],
    codes: str,
    place: int,
    words: Sequence[str],
    readable: Readable,
) -> tuple[Rule, Found] | None:
    precedes = codes[place - 1] if place else "^"
    candidates = []
    for entry in entries:
        if (entry.after and precedes not in entry.after) or precedes in entry.not_after:
            continue
        match = entry.pattern.regex.match(codes, place)
        if not match:
            continue
        follows = codes[match.end() : match.end() + 1] or "^"
        if follows not in entry.not_before and (not entry.before or follows in entry.before):
            candidates.append((-match.end(), entry.rule, Found(match, words)))
    if len(candidates) > 1:
        candidates.sort(key=itemgetter(0))
    for _, rule, found in candidates:
        if readable(rule, found):
            return rule, found
    return None
