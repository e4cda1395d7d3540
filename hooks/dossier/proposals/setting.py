"""One occurrence of a name with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .candidates import Candidate
from .tokens import Token, Words
from .words import FUNCTION, POSTNOMINALS, SAYING

_SMALL_WORDS = FUNCTION | SAYING


class Setting(NamedTuple):
    """An occurrence, its sentence cut into words, and where the sentence ends."""

    text: str
    sentence: Words
    candidate: Candidate
    end: int
    tokens: Sequence[Token]
    """The sentence's."""
    words: Sequence[Token]
    """The candidate's."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the name stands, without a possessive."""
        return self.sentence.starts[self.candidate.first], self.sentence.end(self.candidate.last)

    @property
    def acronym(self) -> bool:
        return len(self.words) == 1 and is_acronym(self.words[0].text)

    def before(self, back: int = 1) -> Token | None:
        """Return the token ``back`` places before the name, if only white space is between."""
        at = self.candidate.first
        for last in range(at, at - back, -1):
            if last < 1 or self.tokens[last].gap != " ":
                return None
        return self.tokens[at - back]

    @property
    def article(self) -> bool:
        before = self.before()
        return before is not None and before.low == "the"

    @property
    def after(self) -> Token | None:
        """The token after the name (and its QC), if only white space is between."""
        at = self.candidate.last + 1
        last = self.words[-1]
        if at < len(self.tokens) and self.tokens[at].low in POSTNOMINALS and self.tokens[at].joins:
            at += 1
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
        return after.low in _SMALL_WORDS or after.low.endswith(("ed", "ly"))


def is_acronym(word: str) -> bool:
    if not word.isupper():
        return False
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isalnum()


def is_indefinite(setting: Setting) -> bool:
    """Say whether "a" or "an" stands before: a kind of thing is meant, not the thing named."""
    before = setting.before()
    return before is not None and before.low in ("a", "an")
