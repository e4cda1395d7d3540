"""Weighs what the words in and around one occurrence of a name say about its kind.

Each rule looks at one side and gives points for place or actor; a rule that is right
nearly always gives three, one that only hints gives one.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..names.words import FORMS_OF_ADDRESS, OFFICES, RANKS
from .apposition import apposition, kind_of_noun
from .candidates import head
from .points import NOTHING, Clue, actor, place
from .setting import Setting
from .tokens import Token, Words
from .words import (
    ABOUT_PERSONS,
    ACTOR_BEGINNINGS,
    ACTOR_FOLLOWERS,
    ACTOR_NOUNS,
    ACTOR_OF,
    ACTOR_TAILS,
    ACTORS,
    BEFORE_PLACES,
    COMPANY_ENDS,
    COUNTRY_OFFICES,
    COUNTRY_POSSESSIONS,
    CREW,
    FUNCTION,
    GIVEN_TO,
    HONORIFICS,
    KEEPS_TITLE,
    PERSON_NOUNS,
    PERSONS_DO,
    PLACE_ACRONYMS,
    PLACE_BEGINNINGS,
    PLACE_FOLLOWERS,
    PLACE_NOUNS,
    PLACE_OF,
    PLACE_TAILS,
    PLACES,
    SAYING,
    SERVING,
    SHARES_IN,
    SINGLE_ACTORS,
    SURE_PREPOSITIONS,
    TAKEN_PLACES,
    TOWN_HAS,
    VERBS_TOO,
    VESSELS,
    VESSELS_DO,
    WAYS_TO,
    WEAK_PREPOSITIONS,
)

_DETERMINERS = frozenset("the a an his her its their our my".split())
_ONWARDS = frozenset("up down over back on out across home".split())
_SITES_AND_BODIES = PLACES | ACTORS
_BODIES_BEFORE = ACTOR_NOUNS | SERVING
_SMALL_WORDS = FUNCTION | SAYING
_OFFICIAL = OFFICES | RANKS
_ANY_PREPOSITION = SURE_PREPOSITIONS | WEAK_PREPOSITIONS
_LEFT_FROM = WAYS_TO | {"independent", "independence"}
_LONGEST_ASIDE = 25
"""Words between a name and the verb that an aside parts from it."""


def weigh(setting: Setting) -> Clue:
    """Return what this occurrence says about the kind of its name."""
    total = NOTHING
    for rule in _RULES:
        told = rule(setting)
        if told is not NOTHING:
            total += told
    return total


def _title(setting: Setting) -> Clue:
    title = setting.candidate.title
    if title is None:
        return NOTHING
    first, last = title
    start, end = setting.sentence.starts[first], setting.span[0]
    if setting.tokens[last].low in HONORIFICS:
        end = setting.sentence.starts[last]  # "Sir" says nothing
    end = start + len(setting.text[start:end].rstrip())
    if start == end:
        return actor(4, person=4)
    return actor(4, (start, end), 0, person=4)


def _form(setting: Setting) -> Clue:
    words = setting.words
    if len(words) == 1:
        low = words[0].low
        if low in PLACE_ACRONYMS:
            return place(3)
        return actor(1) if setting.acronym or low in SINGLE_ACTORS else NOTHING
    if words[0].low in KEEPS_TITLE - {"saint"}:
        first = setting.candidate.first
        return actor(3, (setting.span[0], setting.sentence.end(first)), person=3)
    noun = head(words)
    if noun == "church":
        return actor(3) if any(w.people for w in words) else place(1)
    if noun in PLACES or words[0].low in PLACE_BEGINNINGS:
        return place(3)
    if words[-1].low in COMPANY_ENDS:
        return actor(9)
    body = noun in ACTORS or words[0].low in ACTOR_BEGINNINGS
    return actor(3) if body else NOTHING


def _apposition(setting: Setting) -> Clue:
    found = apposition(setting.text, setting.sentence, setting.candidate.last, setting.end)
    if found is None:
        return NOTHING
    kind, span = found
    if kind == "place":
        return place(3, span, 0)
    generic = len(setting.words) > 1 and head(setting.words) in _SITES_AND_BODIES
    if _follows_place_preposition(setting) or (kind == "person" and generic):
        return NOTHING  # "In Lima, the mayor said": no apposition
    return actor(3, span, 0, person=3 if kind == "person" else 0)


def _before_noun(setting: Setting) -> Clue:
    """A common noun directly before: "the lawyer X", "news agency X", "the ferry X"."""
    if _is_vessel(setting):
        return Clue(thing=True)
    before = setting.before()
    if before is None:
        return NOTHING
    low = before.low.rsplit("-", 1)[-1]
    if before.capital:
        return NOTHING
    span = _description(setting.sentence, setting.candidate.first - 1)
    generic = head(setting.words) in _SITES_AND_BODIES
    if low in PERSON_NOUNS and len(setting.words) > 1 and not generic:
        return actor(3, span, person=3)
    if low in _BODIES_BEFORE:
        if low in VERBS_TOO and (setting.before(2) is None or setting.after is not None):
            return actor(1)
        return actor(3 if setting.after is None else 2, span)
    if low in ABOUT_PERSONS:
        return actor(2, person=1) if len(setting.words) > 1 else actor(1)
    if low in TAKEN_PLACES:
        return place(2)
    return NOTHING


def _is_vessel(setting: Setting) -> bool:
    """Say whether a ship or another thing is named, with a title or without: the ferry Lady X."""
    first = setting.candidate.title[0] if setting.candidate.title else setting.candidate.first
    if first == 0 or not all(
        setting.tokens[n].joins for n in range(first, setting.candidate.first)
    ):
        return False
    before = setting.tokens[first - 1]
    return setting.tokens[first].joins and before.low.rsplit("-", 1)[-1] in VESSELS


def _description(sentence: Words, noun: int) -> tuple[int, int]:
    """Return the span of the phrase ending in token ``noun``: "Peruvian opposition leader"."""
    return sentence.starts[_described_from(sentence.tokens, noun)], sentence.end(noun)


def _described_from(tokens: Sequence[Token], noun: int) -> int:
    """Return the first token of the phrase ending in token ``noun``."""
    first = noun
    for at in range(noun - 1, max(-1, noun - 6), -1):
        token = tokens[at]
        if not tokens[at + 1].joins:
            break
        if token.low in _DETERMINERS:
            return at + 1
        if token.low in _SMALL_WORDS:
            break
        if token.possessive or token.people:
            return at
        if token.capital:
            break
        if token.low in _OFFICIAL and first == at + 1:
            first = at
    return first


def _aside_before(setting: Setting) -> Clue:
    """Look for the noun to which the name is the aside: "the mayor, X, said"."""
    at = setting.candidate.first
    if at < 1 or setting.tokens[at].gap.strip() != "," or setting.candidate.title:
        return NOTHING
    noun = setting.tokens[at - 1]
    after = setting.after
    if noun.capital:
        return _office_before(setting)
    several = len(setting.words) > 1 and (after is None or after.low == "and")
    if several and (noun.low in ("them", "those") or kind_of_noun(noun.low[:-1]) == "person"):
        return actor(3, person=3)  # "two executives, X and Y"; "one of them, X,"
    if after is not None and after.low not in ("of", "who"):
        return NOTHING
    kind = kind_of_noun(noun.low)
    span = _description(setting.sentence, at - 1)
    if kind == "place":
        return place(3, span)
    if kind == "person" and len(setting.words) > 1:
        return actor(3, span, person=3)
    if _is_definite_aside(setting):
        return actor(3, span)
    return actor(2, span) if kind == "actor" else NOTHING


def _is_definite_aside(setting: Setting) -> bool:
    """Say whether a sentence begins with the body whose name is the aside: "The operator, X,"."""
    noun, following = setting.candidate.first - 1, setting.candidate.last + 1
    if setting.tokens[noun].low not in _BODIES_BEFORE or following >= len(setting.tokens):
        return False
    opens = noun == 1 and setting.tokens[0].low in _DETERMINERS
    return opens and setting.tokens[following].gap.strip() == ","


def _office_before(setting: Setting) -> Clue:
    """The bishop of Skara, X, said: the office is whose the name is."""
    at = setting.candidate.first
    first = at - 3
    if first < 0 or setting.after is not None or len(setting.words) < 2:
        return NOTHING
    office, of, where = setting.tokens[first:at]
    if of.low != "of" or not (of.joins and where.joins):
        return NOTHING
    person = kind_of_noun(office.low) == "person" or office.low in FORMS_OF_ADDRESS
    span = (setting.sentence.starts[first], setting.sentence.end(at - 1))
    return actor(3, span, person=3) if person and not office.capital else NOTHING


def _preposition(setting: Setting) -> Clue:
    skip = 2 if setting.article else 1
    before = setting.before(skip)
    if before is not None and before.low in BEFORE_PLACES:
        skip += 1
        before = setting.before(skip)
    if before is None:
        return NOTHING
    low = before.low
    if low in SURE_PREPOSITIONS and not setting.words[-1].possessive:
        earlier = setting.before(skip + 1)
        if setting.acronym or (low == "in" and earlier and earlier.low in SHARES_IN):
            return NOTHING
        return place(3 if setting.free and not setting.article else 1)
    earlier = setting.before(skip + 1)
    if low == "to" and earlier is not None:
        whence = setting.before(skip + 2)
        if earlier.capital and whence is not None and whence.low == "from":
            left = setting.before(skip + 3)
            return place(3 if left is not None and left.low in WAYS_TO else 2)
        if earlier.low in _ONWARDS and (further := setting.before(skip + 2)):
            earlier = further
        return _to(setting, earlier.low)
    if low in WEAK_PREPOSITIONS and not setting.article and setting.free:
        origin = earlier.low if low == "from" and earlier is not None else ""
        native = kind_of_noun(origin) == "person" or origin in _LEFT_FROM
        return place(3 if native and not setting.acronym else 1)
    ends = setting.after is None and not setting.words[-1].possessive
    if low == "told" or (low in ("said", "says") and ends):
        return actor(2)
    return actor(1) if low in ("by", "against") and setting.free else NOTHING


def _to(setting: Setting, earlier: str) -> Clue:
    if earlier == "according":
        return actor(3)
    if earlier in WAYS_TO and setting.free and not setting.article and not setting.acronym:
        return place(3)
    return actor(2) if earlier in GIVEN_TO else NOTHING


def _of(setting: Setting) -> Clue:
    """Of what it is said to be: "the city of X", "the leader of X"."""
    if setting.article and not setting.free:
        return NOTHING
    skip = 2 if setting.article else 1
    of, noun = setting.before(skip), setting.before(skip + 1)
    if of is None or noun is None or of.low != "of":
        return NOTHING
    if noun.low in CREW and setting.article:
        return Clue(thing=True)
    if noun.low in PLACE_OF:
        plain = noun.low in PLACE_NOUNS and not noun.capital
        said = _span(setting, setting.candidate.first - skip - 1) if plain else None
        return place(2 if setting.article else 3, said)
    if noun.low in ACTOR_OF and not setting.words[-1].possessive:
        return actor(1)
    return place(1) if noun.low == "control" and not setting.article else NOTHING


def _after(setting: Setting) -> Clue:
    last = setting.words[-1]
    if last.tail:
        if last.tail in PLACE_TAILS:
            return place(3)
        return actor(1) if last.tail in ACTOR_TAILS else NOTHING
    following = setting.candidate.last + 1
    if last.possessive and following < len(setting.tokens):
        owned = setting.tokens[following]
        country = COUNTRY_OFFICES if owned.capital else COUNTRY_POSSESSIONS
        return place(3) if owned.low in country and not setting.acronym else NOTHING
    after = setting.after
    if after is None or after.capital:
        return NOTHING
    low = after.low
    if low in VESSELS_DO and setting.article:
        return Clue(thing=True)
    if low in PLACE_FOLLOWERS and not setting.acronym:
        named = low in PLACE_NOUNS - TOWN_HAS and not _is_of(setting, 2)
        return place(3, _span(setting, setting.candidate.last + 1) if named else None)
    if low in ACTOR_FOLLOWERS or low in SAYING:
        return actor(2)
    if low in PERSONS_DO and len(setting.words) > 1:
        return actor(2, person=2)
    return actor(2, person=2) if low == "who" else NOTHING


def _span(setting: Setting, number: int) -> tuple[int, int]:
    return setting.sentence.starts[number], setting.sentence.end(number)


def _is_of(setting: Setting, ahead: int) -> bool:
    """Say whether "of" stands ``ahead`` places after the name: "the Ohio town of X"."""
    at = setting.candidate.last + ahead
    return at < len(setting.tokens) and setting.tokens[at].low == "of"


def _after_aside(setting: Setting) -> Clue:
    """Look for a verb of saying after an aside: "X, the body that …, said"."""
    at = setting.candidate.last + 1
    if setting.words[-1].possessive or _follows_place_preposition(setting):
        return NOTHING
    if at >= len(setting.tokens) or setting.tokens[at].gap.strip() != ",":
        return NOTHING
    if setting.tokens[at].low not in ("the", "a", "an", "who", "which", "whose"):
        return NOTHING
    for token in setting.tokens[at + 1 : at + _LONGEST_ASIDE]:
        if token.gap.strip() in (",", "”,") and token.low in SAYING:
            return actor(2)
    return NOTHING


def _follows_place_preposition(setting: Setting) -> bool:
    before = setting.before()
    return before is not None and before.low in _ANY_PREPOSITION


def _beside(setting: Setting) -> Clue:
    """The article before, or a line of credits around."""
    if setting.article and setting.free:
        return actor(1, person=-2)
    start, end = setting.span
    before = setting.text[max(0, start - 3) : start].strip()
    after = setting.text[end : min(setting.end, end + 3)].strip()
    credited = "/" in before + after and ("(" in before or ")" in after)
    return actor(2) if credited else NOTHING


_RULES = (
    *(_title, _aside_before, _apposition, _form, _before_noun, _preposition, _of),
    *(_after, _after_aside, _beside),
)
