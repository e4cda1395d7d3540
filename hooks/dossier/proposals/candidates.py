"""Finds runs of capitalised words and cuts from each what is a name: titles, peoples, days off.

A run goes on over "of", "for" and "and" only where the noun before them takes such a complement
("Bank of …", "Observatory for …").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..names.words import FEATURES, FORMS_OF_ADDRESS, OFFICES, ORDINARY, PARTICLES, RANKS
from ..read import STARTERS
from .tokens import Token, parts_of
from .words import (
    ACTORS,
    ASSOCIATIONS,
    COMPANY_ENDS,
    DAYS,
    DIRECTIONS,
    EVENTS,
    FIELDS,
    GENERIC,
    GIVEN_NAMES,
    KEEPS_TITLE,
    MEMBERS,
    NAMES_TOO,
    NO_NAMES,
    OPENERS,
    OWNERS_IN_NAMES,
    PLACES,
    POSTNOMINALS,
    SURNAMES_TOO,
    THINGS,
    VESSELS,
)

_TITLES = FORMS_OF_ADDRESS | OFFICES
_LINKING = PARTICLES - {"la", "le", "san", "y", "e", "af"}
_TAKES_OF = (PLACES | ACTORS | EVENTS) - COMPANY_ENDS
_TAKES_FOR = ACTORS | {"alternative", "doctors", "citizens", "campaign", "physicians", "scientists"}
_PLURAL_POSSESSIVE = ("’ ", "' ")
_BETWEEN = RANKS | {"of", "for", "and", "the"}
_ORDINARY_FIRST = STARTERS | OPENERS - _TITLES
_TITLED = _TITLES | RANKS
_LOOSE = _TITLES | RANKS - FIELDS | STARTERS
_SAINTED = PLACES | FIELDS
_NOTHING_ALONE = GENERIC | NO_NAMES | STARTERS | OPENERS | VESSELS
_HEADS = PLACES | ACTORS | EVENTS
_HONOURED = KEEPS_TITLE | {"president", "general", "major", "captain", "sir", "lord", "lady"}
"""Titles that names of streets and hospitals keep, with a person's name after them."""
_BUILT = FEATURES - ORDINARY - {"port", "harbour", "harbor"}
"""What bears a person's name with its title: Tsar Boris Stadium; no family name ends so."""
_LONGEST = 12
"""Words in a run; longer ones are no names, and work on a run may take its square."""
_FIELDS_OF_OFFICE = (FIELDS - PLACES - ACTORS - {"rights", "affairs"}) | {"district"}
_LONGEST_OFFICE = 4
_OPENING_ENDINGS = ("ly", "ing", "ed")


class Candidate(NamedTuple):
    """One occurrence of what may be a name: tokens ``first`` to ``last`` of its sentence."""

    first: int
    last: int
    title: tuple[int, int] | None = None
    """The words of office before it, as first and last token."""
    opens: bool = False
    """Whether it begins a sentence, where any word has a capital."""

    def words(self, tokens: Sequence[Token]) -> Sequence[Token]:
        return tokens[self.first : self.last + 1]


@dataclass(frozen=True, slots=True)
class Seen:
    """Which words of a text stand in lower case, and which with a capital inside a sentence."""

    lower: frozenset[str]
    upper: frozenset[str]

    def ordinary(self, token: Token) -> bool:
        """Say whether a sentence's first word is no part of a name that follows it."""
        low = token.low
        if low in _ORDINARY_FIRST:
            return True
        if token.people or low in _TITLED or token.tail or low in self.upper:
            return False
        if token.text.isupper() and len(low) > 1:
            return False
        ends = low.endswith(_OPENING_ENDINGS) and low not in GIVEN_NAMES
        return low in self.lower or ends

    def links(self, token: Token) -> bool:
        """Say whether a hyphen ties two names in it, not the parts of one ("Iran-Iraq")."""
        first, *others = parts_of(token.low)
        return bool(others) and first in self.upper and token.text[:1].isupper()


def candidates(
    tokens: Sequence[Token], starts: Callable[[int], bool], seen: Seen
) -> Iterator[Candidate]:
    """Yield the candidates of one sentence.

    ``starts`` says whether the token of that number begins a sentence or quotation.
    """
    for begin, last in _runs(tokens):
        opens = starts(begin)
        first = begin + 1 if opens and seen.ordinary(tokens[begin]) else begin
        if first <= last:
            yield from _cut(tokens, first, last, opened=opens and first == begin)


def head(words: Sequence[Token]) -> str:
    """Return the noun that says what a name names: before "of" or "for", else the last."""
    for number, word in enumerate(words):
        if word.low in ("of", "for", "on") and number:
            return words[number - 1].low
    if words[-1].low == "bank" and len(words) > 1 and words[-2].low in DIRECTIONS:
        return "territory"
    return words[-1].low


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    number = -1
    for first in [at for at, token in enumerate(tokens) if token.capital]:
        if first > number:
            number = first
            while number - first < _LONGEST and (following := _next(tokens, first, number)):
                number = following
            yield first, number


def _next(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the token with which the run ``first``–``last`` goes on, or None."""
    number = last + 1
    if number >= len(tokens) or not _goes_on(tokens, number):
        return None
    if tokens[number].capital:
        return number
    if tokens[number].low == "&":
        return None
    word = tokens[number].low
    after = number + 1
    if word in _LINKING and _capital_at(tokens, after):
        return after
    if word in _LINKING and after < len(tokens) and tokens[after].low in _LINKING:
        return after + 1 if _goes_on(tokens, after) and _capital_at(tokens, after + 1) else None
    before = tokens[last].low
    if before in OFFICES and word in ("of", "for"):
        found = _after_the(tokens, after)
        return found if found and tokens[found].low in FIELDS else None
    if (word == "of" and before in _TAKES_OF) or (word == "for" and before in _TAKES_FOR):
        return _after_the(tokens, after)
    if word == "on" and before in ("committee", "commission", "council", "conference"):
        return _after_the(tokens, after)
    if word == "and" and _is_pair_of_fields(tokens, first, last):
        return after
    return None


def _goes_on(tokens: Sequence[Token], number: int) -> bool:
    before, token = tokens[number - 1], tokens[number]
    if before.tail:
        return False
    if before.possessive:
        if before.low in OWNERS_IN_NAMES and before.capital:
            return token.joins and token.capital and token.low in _HEADS
        sainted = number > 1 and tokens[number - 2].low in ("st", "saint") and token.joins
        return sainted and token.low in _SAINTED
    if token.gap in _PLURAL_POSSESSIVE:
        of_members = before.low.endswith(MEMBERS) and token.low in ASSOCIATIONS
        of_field = before.low.endswith("s") and before.low in FIELDS and token.low in ACTORS
        return of_members or of_field
    return token.joins or (token.gap.strip() == "&" and token.capital)


def _capital_at(tokens: Sequence[Token], number: int) -> bool:
    return number < len(tokens) and tokens[number].capital and _goes_on(tokens, number)


def _after_the(tokens: Sequence[Token], number: int) -> int | None:
    if number < len(tokens) and tokens[number].low == "the" and _goes_on(tokens, number):
        number += 1
    return number if _capital_at(tokens, number) else None


def _is_pair_of_fields(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether "and" after ``last`` joins two fields of one body ("Food and Drug …")."""
    after = last + 2
    if not _capital_at(tokens, after) or tokens[last].low not in FIELDS:
        return False
    if tokens[after].low in FIELDS and any(t.low in ("of", "for") for t in tokens[first:last]):
        return True
    ends = after
    while _capital_at(tokens, ends + 1):
        ends += 1
    plain = all(t.low in GENERIC or t.people for t in tokens[first:last])
    return tokens[ends].low in ACTORS and ends > after and (plain or tokens[after].low in FIELDS)


def _cut(tokens: Sequence[Token], first: int, last: int, *, opened: bool) -> Iterator[Candidate]:
    """Yield the names of the run ``first``–``last``: parted by days, then by words of office."""
    begin = first
    for number in range(first, last + 2):
        if number <= last and not _is_day(tokens, begin, number, last):
            continue
        if begin < number:
            yield from _part_at_title(tokens, begin, number - 1, opened=opened and begin == first)
        begin = number + 1


def _is_day(tokens: Sequence[Token], begin: int, number: int, last: int) -> bool:
    word = tokens[number].low
    if word not in DAYS:
        return False
    if word == "jan" and number < last and tokens[number + 1].capital:
        return False  # Jan Roe
    return not (word in NAMES_TOO and number == last and number == begin + 1)


def _part_at_title(
    tokens: Sequence[Token], first: int, last: int, *, opened: bool
) -> Iterator[Candidate]:
    title = _title_within(tokens, first, last)
    if title is None:
        yield from _trimmed(tokens, first, last, None, opened=opened)
        return
    begin, end = title
    if tokens[end].tail:
        return
    employer = begin - 1
    while employer > first and tokens[employer].low in _FIELDS_OF_OFFICE:
        employer -= 1  # "U.S. District Judge": of the United States
    if employer >= first:
        yield from _trimmed(tokens, first, employer, None, opened=opened)
    if end < last:
        said = first if begin - first <= _LONGEST_OFFICE else begin
        yield from _trimmed(tokens, end + 1, last, (said, end), opened=False)


def _title_within(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the words of office in a run, if a person's name or nothing follows them."""
    ends = [n for n in range(first, last + 1) if _is_office(tokens, n, first, last)]
    if not ends:
        return None
    end = ends[-1]
    if end < last and tokens[last].low in _BUILT:
        return None
    if any(t.low in _HEADS for t in tokens[end + 1 : last + 1]):
        given = last - end == 2 and tokens[end + 1].low not in GENERIC
        if not given or tokens[end + 1].people or tokens[end].low in _HONOURED:
            return None
    begin = end
    while begin > first and (begin - 1 in ends or tokens[begin - 1].low in _BETWEEN):
        begin -= 1
    if tokens[end].low in KEEPS_TITLE and last - end == 1:
        return None if begin == first else (first, begin - 1)
    return begin, end


def _is_office(tokens: Sequence[Token], number: int, first: int, last: int) -> bool:
    """Say whether a token is, or ends, an office: "Minister", "Secretary of State"."""
    low = tokens[number].low
    if tokens[number].office:
        if number > first and not tokens[number - 1].capital:
            return False  # "bin Sultan": a name
        if low in SURNAMES_TOO and number == last > first:
            return tokens[number - 1].low in GENERIC or tokens[number - 1].people
        return not (number == first < last and tokens[number + 1].low in GENERIC - OFFICES - RANKS)
    return (
        low in FIELDS
        and any(t.low in OFFICES for t in tokens[first:number])
        and (tokens[number - 1].low in ("of", "for", "and") or tokens[number - 1].low in FIELDS)
    )


def _trimmed(
    tokens: Sequence[Token], first: int, last: int, title: tuple[int, int] | None, *, opened: bool
) -> Iterator[Candidate]:
    """Yield the run without peoples' names before it, unless a body's name begins with one."""
    while last >= first and _is_loose(tokens, first, last):
        last -= 1
    if (tokens[first].low == "the" and last - first > 1) or tokens[first].low in ("a", "an"):
        first += 1
        opened = False
    if last < first:
        return
    noun = head(tokens[first : last + 1])
    site = noun in PLACES and not any(_is_proper(t) for t in tokens[first:last])
    body = noun in ACTORS or site
    while (
        first <= last
        and not (body and first < last)
        and (tokens[first].people or (opened and tokens[first].low in DIRECTIONS))
    ):
        first += 1
        opened = False
    if first > last or _says_nothing(tokens, first, last):
        return
    if any(t.people for t in tokens[first + 1 : last]) and not body:
        return
    yield Candidate(_owner(tokens, first, last), last, title, opened)


def _owner(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a name begins whose own words tell it from no other: "Peru’s Senate …"."""
    if first in (0, last) or not tokens[first].joins:
        return first
    owner = tokens[first - 1]
    plain = not any(_is_proper(t) for t in tokens[first : last + 1])
    return first - 1 if plain and owner.possessive and _is_proper(owner) else first


def _is_loose(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the last word of a run is no part of a name."""
    low = tokens[last].low
    if not tokens[last].capital:
        return True
    if last > first + 1 and low in POSTNOMINALS and tokens[last].text.isupper():
        return True
    if last > first and low in COMPANY_ENDS and tokens[last].text.isupper():
        return False
    if last > first and (low in SURNAMES_TOO or not tokens[last - 1].capital):
        return False
    return low in _LOOSE


def _says_nothing(tokens: Sequence[Token], first: int, last: int) -> bool:
    words = tokens[first : last + 1]
    if words[-1].tail[:1].isdigit() or any(w.low in THINGS for w in words):
        return True
    if len(words) == 1:
        low = words[0].low
        return low in _NOTHING_ALONE or words[0].people or len(low) < 2
    noun = head(words)
    proper = any(_is_proper(t) for t in words)
    if noun in EVENTS or words[-1].low in EVENTS:
        return True
    if proper or words[-1].low in COMPANY_ENDS:
        return not proper
    of_a_people = words[0].people and noun in PLACES
    return not of_a_people and noun not in ACTORS and noun != "territory"


def _is_proper(token: Token) -> bool:
    return token.capital and len(token.low) > 1 and token.low not in GENERIC and not token.people
