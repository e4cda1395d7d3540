"""Finds the words people quote in the text they quote them from.

Curly quotes, dashes and white space are folded on both sides, with a map back to the verbatim
text; where the words are not found, the nearest stretch of the text is named.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .joined import Evidence
from .model import Passage, Quote
from .problems import Problem, problem
from .values import where_of

MAX_WORDS = 25
"""A short quotation: design.md, section 2."""

_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison; ``at[i]`` is where its i-th character stands verbatim."""

    text: str
    at: Sequence[int]


def fold(text: str, start: int = 0) -> Folded:
    """Fold ``text``; ``start`` is where it stands in the whole."""
    out: list[str] = []
    at = array("I")  # of all sources of a large site, an eighth of the room that numbers take
    for number, char in enumerate(text, start):
        space = char.isspace()
        if space and out and out[-1] == " ":
            continue
        out.append(" " if space else char.translate(_FOLD))
        at.append(number)
    return Folded("".join(out), at)


def fold_passages(text: str, passages: Sequence[Passage]) -> dict[str, Folded]:
    """Return passage → its folded text; not to be changed, since it is kept for the next call."""
    return _folded(text, tuple(passages))


@lru_cache(maxsize=1_024)
def _folded(text: str, passages: tuple[Passage, ...]) -> dict[str, Folded]:
    return {
        passage.id: fold(text[passage.start : passage.end], passage.start) for passage in passages
    }


def locate(
    quote: Quote, text: str, folded: dict[str, Folded]
) -> tuple[Evidence | None, Problem | None]:
    """Return where the quoted words stand, or the problem with them."""
    wanted = fold(quote.quote.strip()).text.strip()
    if quote.passage is not None and quote.passage not in folded:
        remedy = f"its passages are {', '.join(folded)}"
        return None, problem(
            where_of(quote.passage, quote.where),
            f"‘{quote.source}’ has no passage ‘{quote.passage}’",
            remedy,
            "unknown-passage",
        )
    if not wanted:
        return None, problem(
            quote.where, "the quote is empty", "quote a few words of the source", "quote-not-found"
        )
    if len(wanted.split()) > MAX_WORDS:
        what = f"the quote is {len(wanted.split())} words long"
        return None, problem(
            quote.where,
            what,
            f"quote at most {MAX_WORDS}, the shortest that prove the point",
            "quote-too-long",
        )
    places = {quote.passage: folded[quote.passage]} if quote.passage else folded
    found = [(name, spot) for name, passage in places.items() for spot in _spots(wanted, passage)]
    if len(found) > 1 and not quote.passage:
        body = [(name, spot) for name, spot in found if name.isdigit()]
        found = body if len(body) == 1 else found
    if len(found) == 1:
        name, (first, last) = found[0]
        start, end = places[name].at[first], places[name].at[last - 1] + 1
        return Evidence(quote.source, name, text[start:end], start, end), None
    if found:
        return None, _repeated(quote, [name for name, _ in found])
    return None, _missing(quote, wanted, text, folded)


def _spots(wanted: str, folded: Folded) -> list[tuple[int, int]]:
    """Return where the words stand; whole words win: "May" before the start of "Mayor"."""
    loose, whole = [], []
    for first in _find_all(wanted, folded.text):
        last = first + len(wanted)
        loose.append((first, last))
        if _edge(folded.text, first) and _edge(folded.text, last):
            whole.append((first, last))
    return whole or loose


def _find_all(wanted: str, text: str) -> Iterator[int]:
    spot = text.find(wanted)
    while spot >= 0:
        yield spot
        spot = text.find(wanted, spot + len(wanted))


def _edge(text: str, spot: int) -> bool:
    return not (0 < spot < len(text) and text[spot - 1].isalnum() and text[spot].isalnum())


def _repeated(quote: Quote, names: list[str]) -> Problem:
    counted = Counter(names)
    if len(counted) == 1:
        what = (
            f"‘{quote.quote}’ stands {len(names)} times in passage {names[0]} of ‘{quote.source}’"
        )
        return problem(
            quote.where, what, "quote a word or two more, so that it is found once", "quote-twice"
        )
    listed = ", ".join(counted)
    what = f"‘{quote.quote}’ stands in several passages of ‘{quote.source}’: {listed}"
    remedy = f"add ‘passage: {names[-1]}’ (or the one you mean), or quote a word or two more"
    return problem(quote.where, what, remedy, "quote-twice")


def _missing(quote: Quote, wanted: str, text: str, folded: dict[str, Folded]) -> Problem:
    what = f"‘{quote.quote}’ is not found in ‘{quote.source}’"
    if quote.passage:
        what = f"‘{quote.quote}’ is not found in passage {quote.passage} of ‘{quote.source}’"
    remedy = (
        _written_otherwise(wanted, text, folded)
        or _broken_run(wanted, folded)
        or _near_words(wanted, text, folded)
        or "quote the words as they stand in the text"
    )
    return problem(quote.where, what, remedy, "quote-not-found")


def _written_otherwise(wanted: str, text: str, folded: dict[str, Folded]) -> str | None:
    """Say how the words stand in the text, where they do in another passage, case or marks."""
    bare = wanted.strip("\"' ").rstrip(".,;:!? ")
    for name, passage in folded.items():
        if wanted in passage.text:
            return f"it stands in passage {name}: write ‘passage: {name}’, or leave ‘passage’ out"
        if len(passage.text.lower()) != len(passage.text):
            continue
        spot = passage.text.lower().find(bare.lower()) if bare else -1
        if spot >= 0:
            words = text[passage.at[spot] : passage.at[spot + len(bare) - 1] + 1]
            return f"passage {name} has ‘{' '.join(words.split())}’: write it so"
    return None


def _broken_run(wanted: str, folded: dict[str, Folded]) -> str | None:
    if re.search(r"…|\.\.\.|\[[^\]]*\]", wanted):
        return "quote one unbroken run of words, with nothing left out or put in"
    whole = " ".join(passage.text.strip() for passage in folded.values())
    if wanted in whole:
        return "it runs over the end of a passage: quote words of one passage"
    return None


def _near_words(wanted: str, text: str, folded: dict[str, Folded]) -> str | None:
    near = _nearest(wanted, text, folded)
    return f"the nearest words are ‘{near[1]}’ in passage {near[0]}" if near else None


def _nearest(wanted: str, text: str, folded: dict[str, Folded]) -> tuple[str, str] | None:
    """Return (passage, words) of the stretch that shares most words with the quote, if half do.

    Of two such, one that begins as the quote does is the nearer.
    """
    words = [word.lower() for word in _WORD.findall(wanted)]
    need = Counter(words)
    best: tuple[tuple[int, bool], str, int, int] | None = None
    for name, passage in folded.items():
        spots = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(passage.text)]
        shared, held = 0, Counter[str]()
        for i, (word, _, end) in enumerate(spots):
            held[word] += 1
            shared += held[word] <= need[word]
            if i >= len(words):
                old = spots[i - len(words)][0]
                shared -= held[old] <= need[old]
                held[old] -= 1
            begins, first, _ = spots[max(0, i - len(words) + 1)]
            near = (shared, begins in words[:1])
            if not best or near > best[0]:
                best = (near, name, first, end)
    if not best or best[0][0] * 2 < len(words):
        return None
    _, name, first, last = best
    at = folded[name].at
    return name, " ".join(text[at[first] : at[last - 1] + 1].split())


def sentence_at(passages: Sequence[Passage], start: int) -> tuple[int, int]:
    """Return (number of the passage, number of the sentence in it) that holds a character."""
    number = max(0, bisect_left([p.end for p in passages], start + 1))
    number = min(number, len(passages) - 1)
    sentences = passages[number].sentences
    inside = bisect_left([s.end for s in sentences], start + 1)
    return number, min(inside, len(sentences) - 1)
