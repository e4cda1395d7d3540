"""What stands around a match: whether it is the whole name, and the name that is meant.

Every rule looks at a few characters on either side and can only reject; a name that is left
out can be added by an editor, a wrong one would be believed.
"""

from __future__ import annotations

import re

from ..read import STARTERS
from .fold import APOSTROPHES, HYPHENS, WORD
from .words import (
    ARTICLES_IN_NAMES,
    BEFORE_ANOTHER_PLACE,
    BODIES,
    FEATURES,
    FORMS_OF_ADDRESS,
    MONTHS,
    OFFICES,
    PARTICLES,
    PREFIXES,
    RANKS,
    WEEKDAYS,
)

_REACH = 48
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'‐‑-]*)(\.?)\s{1,4}\Z")
_PART_BEFORE = re.compile(r"([^\W\d_]\w*)[-‐‑]\Z")
_WORD_AFTER = re.compile(r"\s{1,4}([^\W\d_]\w*)")
_PART_AFTER = re.compile(r"[-‐‑]([^\W\d_]\w*)")
_AFTER_APOSTROPHE = frozenset(("s", "d", "ll", "re", "ve"))
_NO_GIVEN_NAME = (
    FORMS_OF_ADDRESS | OFFICES | RANKS | MONTHS | WEEKDAYS | PREFIXES | {"the", "a", "an"}
)
_ANOTHER_AFTER = FEATURES | BODIES
_DAYS = MONTHS | WEEKDAYS
_OF_A_PEOPLE = ("can", "ian", "ish", "ese", "crat", "ist")
_SENTENCE_OPENERS = ("ly", "ing", "ed")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether ``start``–``end`` is no part of a longer word ("O’Hara", "Sana’a", "x@y")."""
    after, before = text[end : end + 1], text[max(0, start - 1) : start]
    if after.isalnum() or after == "@" or before.isalnum() or before == "@":
        return False
    if after == "." and text[end + 1 : end + 2].islower():
        return False  # the beginning of an address on the net
    if after == "_" and text[end + 1 : end + 2].isalnum():
        return False
    if after and after in APOSTROPHES:
        word = WORD.match(text, end + 1, end + 4)
        if word and word[0].lower() not in _AFTER_APOSTROPHE:
            return False
    joined = before == "_" or (before != "" and before in APOSTROPHES)
    return not (joined and start > 1 and text[start - 2].isalnum())


def after_the(text: str, start: int) -> bool:
    """Say whether the word before ``start`` is the article."""
    found = _WORD_BEFORE.search(text, max(0, start - 8), start)
    return bool(found) and text[max(0, start - 8) : start].strip().lower().endswith("the")


def part_of_another(text: str, floor: int, start: int, end: int) -> bool:
    """Say whether the words around make it another place's or body's name ("… Castle")."""
    after = _WORD_AFTER.match(text, end, end + _REACH)
    if after and after[1][0].isupper() and after[1].lower() in _ANOTHER_AFTER:
        return True
    before = _before(text, floor, start)
    if before and before[1][0].isupper() and before[1].lower() in BEFORE_ANOTHER_PLACE:
        return True
    part = _part_before(text, floor, start)
    return part.lower() in ARTICLES_IN_NAMES


def another_person(text: str, passage: tuple[int, int, bool], span: tuple[int, int]) -> bool:
    """Say whether a family name at ``span`` follows a given name, or begins another's name.

    ``passage`` is its start, its end and whether it is a title, where every word has a capital.
    """
    floor, ceiling, is_title = passage
    start, end = span
    after = _WORD_AFTER.match(text, end, min(ceiling, end + _REACH))
    if after and after[1][0].isupper() and not is_title and after[1].lower() not in _DAYS:
        return True
    return _follows_given_name(text, floor, start)


def of_a_stranger(text: str, passage: tuple[int, int, bool], start: int) -> bool:
    """Say whether a given name stands before the family name at ``start``: no party, no people."""
    floor, _, is_title = passage
    found = _before(text, floor, start)
    if not found or is_title or not _follows_given_name(text, floor, start):
        return False
    word = found[1]
    return len(word) > 2 and word[0].isupper() and not word.lower().endswith(_OF_A_PEOPLE)


def hyphenated(text: str, floor: int, start: int, end: int) -> tuple[str, str]:
    """Return the capitalised words that hyphens tie to the match before and after, or ""."""
    before = _part_before(text, floor, start)
    after = _PART_AFTER.match(text, end, end + _REACH)
    following = after[1] if after else ""
    return (
        before if before[:1].isupper() and before.lower() not in PREFIXES else "",
        following if following[:1].isupper() else "",
    )


def hyphen_before(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in HYPHENS


def _before(text: str, floor: int, start: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(text, max(floor, start - _REACH), start)


def _part_before(text: str, floor: int, start: int) -> str:
    if not hyphen_before(text, start):
        return ""
    found = _PART_BEFORE.search(text, max(floor, start - _REACH), start)
    return found[1] if found else ""


def _follows_given_name(text: str, floor: int, start: int) -> bool:
    found = _before(text, floor, start)
    if not found:
        return False
    word, stop = found[1], found[2]
    if word in PARTICLES:
        return True
    last = re.split("[-‐‑]", word)[-1].lower()
    if not word[0].isupper() or last in _NO_GIVEN_NAME:
        return False
    if stop:
        return len(word) == 1  # an initial; any other full stop ends a sentence
    if (len(word) > 1 and word.isupper()) or word[-2:] in ("’s", "'s", "s’"):
        return False
    opens = not text[max(floor, found.start() - 3) : found.start()].rstrip("\"'“‘( \n\r\t")
    opens = opens or text[: found.start()][-4:].rstrip("\"'“‘( \n\r\t")[-1:] in (".", "!", "?", ":")
    ordinary = word.lower() in STARTERS or word.endswith(_SENTENCE_OPENERS)
    return not (opens and ordinary)
