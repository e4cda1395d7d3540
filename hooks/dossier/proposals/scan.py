"""Goes through the sentences of a text and yields every occurrence of what may be a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model import Passage
from .candidates import Candidate, Seen, candidates, head
from .clues import weigh
from .grouping import Occurrence
from .points import NOTHING, Clue, actor, place
from .setting import Setting, is_acronym, is_indefinite
from .tokens import Token, Words, words_of
from .words import FIELDS, GENERIC, SAYING

_ALIAS = re.compile(r"\s?\(([A-Z][A-Z.&]{1,9})\)(?!\s*[—–_-])")
_STARTS = re.compile(r"[\"“«:;•*]\s*\Z|\)?\s*[—–]+\s*\Z|--\s*\Z|\)\s*[-_]+\s*\Z")
_DATELINE = re.compile(
    r"(?P<city>[^\W\d_a-z](?:[^\W\d_a-z]|[ .’'-]){1,30})(?:, (?P<land>[A-Z][\w. ]{1,20}?))??"
    r"(?:, [A-Z][a-z]{2,8}\.? \d\d?)?"
    r"(?: \((?P<agency>[^()]{2,30})\))? ?(?P<dash>—|–|--|-|_) "
)
"""The place and the agency before the first sentence: "LIMA, Peru (AP) — "."""
_ARTICLES = ("the", "a", "an", "who", "his", "her")
_WRITTEN = place(3)
"""Of the place in a dateline, where the report names it again."""
_HEADLINE_ENDS = '.!?…”’")'


class Taken:
    """Spans that names must not overlap, for look-up by bisection."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                start, before = self._spans.pop()  # noqa: PLW2901 (two become one)
                end = max(end, before)  # noqa: PLW2901
            self._spans.append((start, end))

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether a span overlaps one of these."""
        at = bisect_right(self._spans, (start, start))
        if at and start < self._spans[at - 1][1] and self._spans[at - 1][0] < end:
            return True
        return at < len(self._spans) and self._spans[at][0] < end and start < self._spans[at][1]


class Line(NamedTuple):
    """A sentence cut into words."""

    words: Words
    end: int
    dateline: re.Match[str] | None

    def told(self, start: int) -> Clue | None:
        """Return what the dateline says of the name at ``start``, if it stands there."""
        found = self.dateline
        if found is None or not found.start() <= start < found.end():
            return None
        if found.start("land") == start:
            return Clue(place=3)
        return Clue(actor=2) if found.start("agency") == start else NOTHING


def occurrences(text: str, passages: Sequence[Passage], taken: Taken) -> Iterator[Occurrence]:
    """Yield the occurrences of possible names outside headlines, none overlapping ``taken``."""
    lines = [
        Line(words_of(text, s.start, s.end), s.end, _dateline(text, passage, s.start))
        for passage in passages
        if not _is_headline(text, passage)
        for s in passage.sentences
    ]
    lines = [line for line in lines if not _is_shouted(line.words.tokens)]
    seen = _seen(line.words.tokens for line in lines)
    written = frozenset(line.dateline["city"] for line in lines if line.dateline)
    for line in lines:
        for one in _in_line(text, line, seen, taken):
            yield one._replace(clue=one.clue + _WRITTEN) if one.name.upper() in written else one


def _dateline(text: str, passage: Passage, start: int) -> re.Match[str] | None:
    if start != passage.start:
        return None
    found = _DATELINE.match(text, start, passage.end)
    if found is None or not found["city"].isupper():
        return None
    return found if (found["agency"] or found["dash"] != "-") else None


def _is_headline(text: str, passage: Passage) -> bool:
    """Say whether most words of a passage have a capital because it is a title."""
    if passage.role == "title":
        return True
    if len(passage.sentences) > 1 or text[passage.end - 1] in _HEADLINE_ENDS:
        return False
    tokens = words_of(text, passage.start, passage.end).tokens
    words = [t for t in tokens if len(t.text) > 3]
    return 2 * sum(t.capital for t in words) > len(words)


def _is_shouted(tokens: Sequence[Token]) -> bool:
    shouted = [t for t in tokens if t.capital and is_acronym(t.text)]
    return len(tokens) > 2 and 2 * len(shouted) > len(tokens)


def _seen(sentences: Iterable[Sequence[Token]]) -> Seen:
    lower: set[str] = set()
    upper: set[str] = set()
    for tokens in sentences:
        lower.update([token.low for token in tokens if not token.capital])
        upper.update([token.low for token in tokens[1:] if token.capital and not _opens(token)])
    return Seen(frozenset(lower), frozenset(upper))


def _opens(token: Token) -> bool:
    """Say whether the marks before a word begin a sentence or a quotation with it."""
    return token.gap != " " and bool(_STARTS.search(token.gap))


def _in_line(text: str, line: Line, seen: Seen, taken: Taken) -> Iterator[Occurrence]:
    tokens = line.words.tokens

    def starts(number: int) -> bool:
        return number == 0 or _opens(tokens[number])

    yield from _ministries(text, line.words, taken)
    before: tuple[Candidate, Clue] | None = None
    for candidate in candidates(tokens, starts, seen):
        setting = _setting(text, line, candidate)
        kept = _definite(setting)
        if kept is None:
            continue
        if kept is not candidate:
            setting = _setting(text, line, kept)
        words, (start, end) = setting.words, setting.span
        linked = len(words) == 1 and seen.links(words[0])
        if linked or taken.overlaps(start, end) or _is_quoted(text, start, end):
            continue
        told = line.told(start)
        if told is not None and told == NOTHING:
            continue  # the city of a dateline, in capitals
        clue = NOTHING if kept is not candidate else told or weigh(setting)
        clue += _listed(tokens, before, kept)
        before = (kept, clue)
        alias = _ALIAS.match(text, end, line.end)
        yield Occurrence(
            text[start:end],
            tuple(w.low for w in words),
            clue,
            sure=not kept.opens or words[-1].possessive,
            start=start,
            alias=alias[1] if alias else None,
        )


def _setting(text: str, line: Line, candidate: Candidate) -> Setting:
    tokens = line.words.tokens
    return Setting(text, line.words, candidate, line.end, tokens, candidate.words(tokens))


def _ministries(text: str, sentence: Words, taken: Taken) -> Iterator[Occurrence]:
    """Yield ministries in lower case, with whose they are: "Peru’s ministry of health"."""
    tokens = sentence.tokens
    if "ministry" not in [token.low for token in tokens]:
        return
    for number, token in enumerate(tokens):
        if token.low != "ministry" or token.capital or token.tail:
            continue
        first = number - 1
        while first > 0 and tokens[first].low in FIELDS and tokens[first + 1].joins:
            first -= 1
        last = number
        if first == number - 1 and _joined_low(tokens, number + 1, {"of"}):
            last = number + 2 if _joined_low(tokens, number + 2, FIELDS) else number
        whose = tokens[max(0, first)]
        named = whose.capital and (whose.possessive or whose.people) and tokens[first + 1].joins
        start, end = sentence.starts[max(0, first)], sentence.end(last)
        if first >= 0 and named and last - first > 1 and not taken.overlaps(start, end):
            words = tuple(t.low for t in tokens[first : last + 1])
            yield Occurrence(text[start:end], words, actor(4), sure=True, start=start)


def _joined_low(tokens: Sequence[Token], number: int, words: Collection[str]) -> bool:
    return number < len(tokens) and tokens[number].joins and tokens[number].low in words


def _definite(setting: Setting) -> Candidate | None:
    """Return the candidate, or of "a UN site" only the acronym, or None for "a Ford"."""
    if not is_indefinite(setting):
        return setting.candidate
    first = setting.candidate.first
    if is_acronym(setting.words[0].text) and setting.candidate.title is None:
        return Candidate(first, first)
    return None


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether quotation marks stand directly around: the title of a work, or irony."""
    return text[max(0, start - 1) : start] in ("“", '"', "‘") and text[end : end + 2].rstrip() != (
        text[end : end + 2].lstrip(',”"’').rstrip()
    )


def _listed(
    tokens: Sequence[Token], before: tuple[Candidate, Clue] | None, candidate: Candidate
) -> Clue:
    """Return the points of a name that goes on a list: "in X, Y and Z", "the officers X and Y"."""
    if before is None:
        return NOTHING
    linked = candidate.first == before[0].last + 2 and tokens[candidate.first].joins
    pair = linked and tokens[candidate.first - 1].low == "and" and tokens[candidate.first - 1].joins
    if pair and before[1].person > 2 and candidate.last > candidate.first and not candidate.title:
        return NOTHING if head(candidate.words(tokens)) in GENERIC else actor(3, person=3)
    if before[1].place < 2 or before[1].place <= before[1].actor:
        return NOTHING
    last, first = before[0].last, candidate.first
    if tokens[last].possessive or tokens[last].tail or candidate.title or tokens[first].tail:
        return NOTHING
    after = tokens[candidate.last + 1] if candidate.last + 1 < len(tokens) else None
    if after is not None and (after.low in SAYING or not _ends_item(after)):
        return NOTHING
    if tokens[candidate.last].possessive or (after is not None and after.low in _ARTICLES):
        return NOTHING
    if first == last + 1:
        sure = 3 if candidate.last == first else 1
        return Clue(place=sure) if tokens[first].gap.strip() == "," else NOTHING
    linked = first == last + 2 and tokens[last + 1].low in ("and", "or") and tokens[first].joins
    return Clue(place=3) if linked else NOTHING


def _ends_item(after: Token) -> bool:
    """Say whether an item of a list ends before this token."""
    return after.gap.strip()[:1] in (",", ".", ";", ")", "—") or after.low in ("and", "or")
