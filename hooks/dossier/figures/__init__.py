"""Finds numbers that count something: how many, of what, of whom, by whom, over what time.

A number is read (numbers.py), then the plural noun after it, then the words around both that make
them deaths or injuries; dates, years, times of day, ordinals and numbers in names are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Figure, Mention, Sentence
from ..speech.clauses import subject
from ..speech.words import Item, words
from .numbers import Number, number_at, qualified

_DEATHS = frozenset("killed dead died slain murdered executed beheaded perished massacred".split())
_INJURIES = frozenset("wounded injured hurt maimed".split())
_HARM_NOUNS = {
    **dict.fromkeys("deaths fatalities dead killed".split(), "deaths"),
    **dict.fromkeys("injuries wounded injured".split(), "injuries"),
}
_HARMING = {
    **dict.fromkeys("killed killing kills kill slew massacred executed murdered".split(), "deaths"),
    **dict.fromkeys(
        "wounded wounding wounds injured injuring injures wound injure".split(), "injuries"
    ),
}
_DOING = frozenset("out conducted launched flew dropped fired made".split())
_PEOPLE = frozenset(
    "people men women children troops police personnel militia aircraft civilians dead wounded"
    " injured folk cattle sheep staff crew others percent percentage".split()
)
_TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks month months year"
    " years decade decades century centuries".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sep sept oct nov dec".split()
)
_STOP = frozenset({"mark", "prep", "conj", "sub", "aux", "rel", "pron", "finite", "time"})
_SCOPES = frozenset(
    "operation operations campaign offensive battle battles fighting war conflict attack attacks"
    " strike strikes raid raids siege assault clashes airstrikes bombing bombings shelling"
    " violence uprising crisis crackdown explosion blast crash".split()
)
_AGE = re.compile(r"(\d{1,4}(?:,\d{3})?|[a-z]+)-(year|month|week|day)s?-olds?")
_NP = 6
"""How many words after a number its noun is looked for."""


class _Noun(NamedTuple):
    start: int
    end: int
    head: str


def find_figures(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    found: list[Figure] = []
    for sentence in sentences:
        items = tuple(words(text, sentence.start, sentence.end))
        finder = _Finder(text, sentence.passage, items, ordered)
        found += finder.figures()
    return tuple(found)


class _Finder:
    """Finds the figures of one sentence."""

    def __init__(
        self, text: str, passage: str, items: Sequence[Item], mentions: Sequence[Mention]
    ) -> None:
        self._text = text
        self._passage = passage
        self._items = items
        self._mentions = mentions

    def figures(self) -> Iterator[Figure]:
        at = 0
        while at < len(self._items):
            age = self._age(at)
            number = None if age else number_at(self._items, at)
            figure = age
            if number:
                figure = self._figure(qualified(self._items, number))
            if figure:
                yield figure
            at = max(at + 1, number.end if number else 0)

    def _age(self, at: int) -> Figure | None:
        """An 82-year-old."""
        item = self._items[at]
        found = _AGE.fullmatch(item.low)
        if not found:
            return None
        inner = number_at((item._replace(low=found[1]),), 0)
        if not inner or inner.value is None:
            return None
        return Figure(
            found[2] + "s",
            unit="age",
            value=inner.value,
            passage=self._passage,
            start=item.start,
            end=item.end,
        )

    def _figure(self, number: Number) -> Figure | None:
        if self._is_name_or_date(number):
            return None
        special = self._money(number) or self._percent(number)
        if special:
            return special
        noun = self._noun(number)
        if noun and noun.head in _TIME_UNITS:
            old = self._items[noun.end : noun.end + 1]
            if not old or old[0].low != "old":
                return None
            return self._made(number, noun.head, number.start, noun.end + 1, unit="age")
        return self._harm(number, noun) or self._count(number, noun)

    def _made(
        self,
        number: Number,
        counts: str | None,
        start: int,
        end: int,
        *,
        of: str | None = None,
        by: str | None = None,
        unit: str | None = None,
    ) -> Figure:
        return Figure(
            counts=counts,
            of=of,
            by=by,
            unit=unit,
            scope=self._scope(end),
            value=number.value,
            low=number.low,
            high=number.high,
            qualifier=number.qualifier,
            passage=self._passage,
            start=self._items[start].start,
            end=self._items[end - 1].end,
        )

    def _is_name_or_date(self, number: Number) -> bool:
        """Say whether the number belongs to a date, a time of day or a name."""
        items = self._items
        first = items[number.start]
        before = items[number.start - 1] if number.start else None
        after = items[number.end] if number.end < len(items) else None
        digits = first.low.isdigit() and number.end - number.start == 1
        near = self._text[max(0, first.start - 1) : first.start]
        if near in ("#", "№", ".", "/") or self._text[first.end : first.end + 1] in (":", "/"):
            return True
        if (near == ":" and number.qualifier is None) or (
            after and after.low in ("p.m", "a.m", "pm", "am", "o'clock")
        ):
            return True
        if (before and before.low in _MONTHS) or (after and after.low in _MONTHS):
            return True
        if before and before.tag == "name" and number.start > 1 and digits:
            return True
        if digits and len(first.low) == 4 and 1000 <= int(first.low) <= 2100:
            return not (after and (after.low in _PEOPLE or after.low in _SCOPES))
        return False

    def _money(self, number: Number) -> Figure | None:
        items = self._items
        at = number.end - 1
        first = next(i for i in range(number.start, number.end) if items[i].tag == "num" or i == at)
        sign = self._text[items[first].start - 1 : items[first].start]
        unit = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}.get(sign)
        if unit:
            return self._made(number, unit, number.start, number.end, unit=unit)
        return None

    def _percent(self, number: Number) -> Figure | None:
        items, end = self._items, number.end
        sign = self._text[items[end - 1].end : items[end - 1].end + 1] == "%"
        worded = end < len(items) and items[end].low in ("percent", "pct")
        per_cent = [i.low for i in items[end : end + 2]] == ["per", "cent"]
        if not (sign or worded or per_cent):
            return None
        end += 1 if worded else 2 if per_cent else 0
        of = None
        if end < len(items) and items[end].low == "of":
            of = self._words(end + 1, self._phrase_end(end + 1))
        return self._made(number, "percent", number.start, end, of=of, unit="percent")

    def _noun(self, number: Number) -> _Noun | None:
        """Return the counted noun after the number: the first plural."""
        items = self._items
        start = number.end
        if start < len(items) and items[start].low == "of" and number.value is None:
            start += 1
        if start < len(items) and items[start].low in ("more", "other", "additional", "the"):
            start += 1
        for at in range(start, min(len(items), start + _NP)):
            item = items[at]
            if item.tag in _STOP or self._text[items[at].start - 1] in '“”"(':
                return None
            if _plural(item):
                follows = items[at + 1] if at + 1 < len(items) else None
                if follows and follows.tag == "word" and _plural(follows) and item.tag == "name":
                    continue
                return _Noun(start, at + 1, item.low)
        return None

    def _harm(self, number: Number, noun: _Noun | None) -> Figure | None:
        """Deaths and injuries: N people were killed, killed N people, N dead, a toll of N."""
        items = self._items
        end = noun.end if noun else number.end
        if noun and noun.head in _HARM_NOUNS:
            return self._made(number, _HARM_NOUNS[noun.head], number.start, end, of=self._of(end))
        of = self._entity(noun.start, noun.end) if noun else None
        for at in range(end, min(len(items), end + 6)):
            kind = _kind(items[at].low)
            if kind:
                by = self._by(at)
                return self._made(number, kind, number.start, at + 1, of=of, by=by)
            if items[at].tag not in ("aux", "adv", "rel") and items[at].low not in (
                "who",
                "reported",
            ):
                break
        return self._harmed_before(number, noun, end, of)

    def _harmed_before(
        self, number: Number, noun: _Noun | None, end: int, of: str | None
    ) -> Figure | None:
        items = self._items
        before = items[number.start - 1].low if number.start else ""
        if before in _HARMING:
            by = self._subject(number.start - 1)
            return self._made(number, _HARMING[before], number.start - 1, end, of=of, by=by)
        toll = any(
            i.low in ("toll", "tolls") for i in items[max(0, number.start - 4) : number.start]
        )
        if toll and before in ("to", "of", "at", "was", "is", "reached"):
            return self._made(number, "deaths", number.start, end, of=of)
        return None

    def _count(self, number: Number, noun: _Noun | None) -> Figure | None:
        if noun is None or (number.value == 1):
            return None
        items = self._items
        before = items[number.start - 1] if number.start else None
        by = None
        if before and before.low in _DOING:
            by = self._subject(number.start - (2 if before.low == "out" else 1))
        of = self._entity(noun.start, noun.end, only=True)
        return self._made(number, noun.head, number.start, noun.end, of=of, by=by)

    def _entity(self, start: int, end: int, *, only: bool = False) -> str | None:
        """Return the known actor named in ``items[start:end]``, else the words themselves."""
        low, high = self._items[start].start, self._items[end - 1].end
        at = bisect_left(self._mentions, low, key=lambda m: m.start)
        inside = [m for m in self._mentions[at : at + 8] if m.end <= high]
        if inside:
            return inside[-1].entity
        return None if only else self._words(start, end)

    def _of(self, at: int) -> str | None:
        """Deaths of, among whom."""
        if at < len(self._items) and self._items[at].low in ("of", "among"):
            end = self._phrase_end(at + 1)
            return self._entity(at + 1, end) if end > at + 1 else None
        return None

    def _by(self, at: int) -> str | None:
        """Killed by whom."""
        if at + 1 < len(self._items) and self._items[at + 1].low == "by":
            end = self._phrase_end(at + 2)
            return self._entity(at + 2, end) if end > at + 2 else None
        return None

    def _subject(self, verb: int) -> str | None:
        who = subject(self._items, verb)
        if not who or who.how in ("rel", "pron"):
            return None
        return self._entity(who.start, who.end)

    def _phrase_end(self, at: int) -> int:
        while at < len(self._items) and self._items[at].tag not in _STOP:
            at += 1
        return at

    def _words(self, start: int, end: int) -> str | None:
        if end <= start:
            return None
        return self._text[self._items[start].start : self._items[end - 1].end]

    def _scope(self, at: int) -> str | None:
        """In over five years, since 2011, in the operation."""
        items = self._items
        if at >= len(items) or items[at].low not in ("in", "during", "over", "since", "within"):
            return None
        start = at if items[at].low == "since" else at + 1
        for end in range(at + 1, min(len(items), at + 7)):
            low = items[end].low
            if low in _TIME_UNITS or low in _SCOPES or (start == at and items[end].tag == "num"):
                return self._words(start, end + 1)
            if items[end].tag in ("mark", "conj", "sub", "aux", "rel"):
                break
        return None


def _kind(low: str) -> str | None:
    return "deaths" if low in _DEATHS else "injuries" if low in _INJURIES else None


def _plural(item: Item) -> bool:
    if item.low in _PEOPLE or item.low in _HARM_NOUNS:
        return True
    return (
        item.tag in ("word", "name")
        and item.low.endswith("s")
        and not item.low.endswith(("ss", "'s", "us", "is"))
    )
