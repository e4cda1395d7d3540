"""Weighs what the words in and around one occurrence of a name say about its kind.

Each rule looks at one side and gives points for place or actor; a rule that is right
nearly always gives three, one that only hints gives one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..names.words import FORMS_OF_ADDRESS
from .apposition import apposition, kind_of_noun
from .candidates import Candidate, head
from .tokens import Token
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
    DIRECTIONS,
    FUNCTION,
    GIVEN_TO,
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
    SINGLE_ACTORS,
    SURE_PREPOSITIONS,
    TAKEN_PLACES,
    VESSELS,
    VESSELS_DO,
    WAYS_TO,
    WEAK_PREPOSITIONS,
)

Span = tuple[int, int]
_DETERMINERS = frozenset("the a an his her its their our my".split())
_LONGEST_ASIDE = 25
"""Words between a name and the verb that an aside parts from it."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Points for each kind; ``person`` says which of the actor's points are a person's."""

    place: int = 0
    actor: int = 0
    person: int = 0
    phrase: Span | None = None
    """The words that say what it is: an apposition, an office."""
    noun: Span | None = None
    """The one common noun that does ("the city of …")."""
    thing: bool = False
    """Whether it is a ship, a book or another thing with a name."""

    @property
    def what(self) -> Span | None:
        return self.phrase or self.noun

    def __add__(self, other: Clue) -> Clue:
        return Clue(
            self.place + other.place,
            self.actor + other.actor,
            self.person + other.person,
            self.phrase or other.phrase,
            self.noun or other.noun,
            self.thing or other.thing,
        )


NOTHING = Clue()


@dataclass(frozen=True, slots=True)
class Setting:
    """One occurrence with the words around it."""

    text: str
    tokens: Sequence[Token]
    candidate: Candidate
    end: int
    """Where the sentence ends."""

    @property
    def words(self) -> Sequence[Token]:
        return self.candidate.words(self.tokens)

    @property
    def acronym(self) -> bool:
        return len(self.words) == 1 and is_acronym(self.words[0].text)

    def before(self, back: int = 1) -> Token | None:
        """Return the token ``back`` places before the name, if only white space is between."""
        at = self.candidate.first - back
        if at < 0 or not all(self.tokens[n].joins for n in range(at + 1, at + back + 1)):
            return None
        return self.tokens[at]

    @property
    def article(self) -> bool:
        before = self.before()
        return before is not None and before.low == "the"

    @property
    def after(self) -> Token | None:
        """The token after the name, if only white space is between."""
        at = self.candidate.last + 1
        last = self.words[-1]
        if at >= len(self.tokens) or last.possessive or last.tail or not self.tokens[at].joins:
            return None
        return self.tokens[at]

    @property
    def free(self) -> bool:
        """Whether the name stands by itself, and not before a noun that it only describes."""
        after = self.after
        if self.words[-1].possessive or self.words[-1].tail:
            return False
        if after is None or after.capital:
            return True
        return after.low in FUNCTION | SAYING or after.low.endswith(("ed", "ly"))


def is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def is_indefinite(setting: Setting) -> bool:
    """Say whether "a" or "an" stands before: a kind of thing is meant, not the thing named."""
    before = setting.before()
    return before is not None and before.low in ("a", "an")


def weigh(setting: Setting) -> Clue:
    """Return what this occurrence says about the kind of its name."""
    rules = (
        *(_title, _aside_before, _apposition, _form, _before_noun, _preposition, _of),
        *(_after, _after_aside, _beside),
    )
    total = NOTHING
    for rule in rules:
        total += rule(setting)
    return total


def _title(setting: Setting) -> Clue:
    title = setting.candidate.title
    if title is None:
        return NOTHING
    first, last = title
    start, end = setting.tokens[first].start, setting.words[0].start
    if first == last and setting.tokens[last].low in FORMS_OF_ADDRESS:
        return Clue(actor=4, person=4)
    end = start + len(setting.text[start:end].rstrip())
    return Clue(actor=4, person=4, phrase=(start, end))


def _form(setting: Setting) -> Clue:
    words = setting.words
    if len(words) == 1:
        low = words[0].low
        if low in PLACE_ACRONYMS:
            return Clue(place=3)
        return Clue(actor=1) if setting.acronym or low in SINGLE_ACTORS else NOTHING
    if words[0].low in KEEPS_TITLE - {"saint"}:
        return Clue(actor=3, person=3, noun=(words[0].start, words[0].end))
    noun = head(words)
    if noun == "church":
        return Clue(actor=3) if any(w.people for w in words) else Clue(place=1)
    by_the_river = noun == "bank" and words[0].low in DIRECTIONS
    if noun in PLACES or words[0].low in PLACE_BEGINNINGS or by_the_river:
        return Clue(place=3)
    body = noun in ACTORS or words[-1].low in COMPANY_ENDS or words[0].low in ACTOR_BEGINNINGS
    return Clue(actor=3) if body else NOTHING


def _apposition(setting: Setting) -> Clue:
    found = apposition(setting.text, setting.tokens, setting.candidate.last, setting.end)
    if found is None:
        return NOTHING
    kind, span = found
    if kind == "place":
        return Clue(place=3, phrase=span)
    generic = len(setting.words) > 1 and head(setting.words) in PLACES | ACTORS
    if _follows_place_preposition(setting) or (kind == "person" and generic):
        return NOTHING  # "In Lima, the mayor said": no apposition
    return Clue(actor=3, person=3 if kind == "person" else 0, phrase=span)


def _before_noun(setting: Setting) -> Clue:
    """A common noun directly before: "the lawyer X", "news agency X", "the ferry X"."""
    before = setting.before()
    if before is None:
        return NOTHING
    low = before.low.rsplit("-", 1)[-1]
    if low in VESSELS:
        return Clue(thing=True)
    if before.capital:
        return NOTHING
    span = (_described_from(setting.tokens, setting.candidate.first - 1), before.end)
    if low in PERSON_NOUNS and len(setting.words) > 1:
        return Clue(actor=3, person=3, noun=span)
    if low in ACTOR_NOUNS | SERVING:
        return Clue(actor=3 if setting.after is None else 2, noun=span)
    if low in ABOUT_PERSONS:
        return Clue(actor=2, person=1) if len(setting.words) > 1 else Clue(actor=1)
    if low in TAKEN_PLACES:
        return Clue(place=2)
    return NOTHING


def _described_from(tokens: Sequence[Token], noun: int) -> int:
    """Return where the phrase ending in token ``noun`` begins: "Peruvian opposition leader"."""
    start = tokens[noun].start
    for at in range(noun - 1, max(-1, noun - 6), -1):
        token = tokens[at]
        if not tokens[at + 1].joins:
            break
        if token.low in _DETERMINERS:
            return tokens[at + 1].start
        if token.low in FUNCTION | SAYING:
            break
        if token.possessive or token.people:
            return token.start
        if token.capital:
            break
    return start


def _aside_before(setting: Setting) -> Clue:
    """Look for the noun to which the name is the aside: "the mayor, X, said"."""
    at = setting.candidate.first
    if at < 1 or setting.tokens[at].gap.strip() != "," or setting.candidate.title:
        return NOTHING
    noun = setting.tokens[at - 1]
    after = setting.after
    closed = after is None or after.low in ("of", "who")
    if noun.capital or not closed:
        return NOTHING
    kind = kind_of_noun(noun.low)
    span = (_described_from(setting.tokens, at - 1), noun.end)
    if kind == "place":
        return Clue(place=3, noun=span)
    if kind == "person" and len(setting.words) > 1:
        return Clue(actor=3, person=3, noun=span)
    return Clue(actor=2, noun=span) if kind == "actor" else NOTHING


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
        if setting.acronym:
            return NOTHING
        return Clue(place=3 if setting.free and not setting.article else 1)
    earlier = setting.before(skip + 1)
    if low == "to" and earlier is not None:
        return _to(setting, earlier.low)
    if low in WEAK_PREPOSITIONS and not setting.article and setting.free:
        native = low == "from" and earlier is not None and kind_of_noun(earlier.low) == "person"
        return Clue(place=3 if native and not setting.acronym else 1)
    ends = setting.after is None and not setting.words[-1].possessive
    if low == "told" or (low in ("said", "says") and ends):
        return Clue(actor=2)
    return Clue(actor=1) if low in ("by", "against") and setting.free else NOTHING


def _to(setting: Setting, earlier: str) -> Clue:
    if earlier == "according":
        return Clue(actor=3)
    if earlier in WAYS_TO and setting.free and not setting.article and not setting.acronym:
        return Clue(place=3)
    return Clue(actor=2) if earlier in GIVEN_TO else NOTHING


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
        said = (noun.start, noun.end) if noun.low in PLACE_NOUNS and not noun.capital else None
        return Clue(place=2 if setting.article else 3, noun=said)
    if noun.low in ACTOR_OF and not setting.words[-1].possessive:
        return Clue(actor=1)
    return Clue(place=1) if noun.low == "control" and not setting.article else NOTHING


def _after(setting: Setting) -> Clue:
    last = setting.words[-1]
    if last.tail:
        if last.tail in PLACE_TAILS:
            return Clue(place=3)
        return Clue(actor=1) if last.tail in ACTOR_TAILS else NOTHING
    following = setting.candidate.last + 1
    if last.possessive and following < len(setting.tokens):
        owned = setting.tokens[following]
        country = COUNTRY_OFFICES if owned.capital else COUNTRY_POSSESSIONS
        return Clue(place=3) if owned.low in country and not setting.acronym else NOTHING
    after = setting.after
    if after is None or after.capital:
        return NOTHING
    low = after.low
    if low in VESSELS_DO and setting.article:
        return Clue(thing=True)
    if low in PLACE_FOLLOWERS and not setting.acronym:
        return Clue(place=3, noun=(after.start, after.end) if low in PLACE_NOUNS else None)
    if low in ACTOR_FOLLOWERS or low in SAYING:
        return Clue(actor=2)
    if low in PERSONS_DO and len(setting.words) > 1:
        return Clue(actor=2, person=2)
    return Clue(actor=2, person=2) if low == "who" else NOTHING


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
            return Clue(actor=2)
    return NOTHING


def _follows_place_preposition(setting: Setting) -> bool:
    before = setting.before()
    return before is not None and before.low in SURE_PREPOSITIONS | WEAK_PREPOSITIONS


def _beside(setting: Setting) -> Clue:
    """The article before, or a line of credits around."""
    first, last = setting.words[0], setting.words[-1]
    if setting.article and setting.free:
        return Clue(actor=1, person=-2)
    before = setting.text[max(0, first.start - 3) : first.start].strip()
    after = setting.text[last.end : min(setting.end, last.end + 3)].strip()
    credited = "/" in before + after and ("(" in before or ")" in after)
    return Clue(actor=2) if credited else NOTHING
