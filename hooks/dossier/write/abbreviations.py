"""Abbreviations that explain themselves: found among the names of actors, or of the trade.

A name all in capitals that is made of the initials of another name of the same actor is that
name's abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from ..joined import Dossier
from ..model import Actor

TRADE = {
    "EDTF": "Extended Date/Time Format: dates with their uncertainty, ISO 8601-2",
    "TIMEX3": "TimeML’s way of writing time expressions",
    "JSON": "JavaScript Object Notation, a data format",
    "CSV": "comma-separated values, a table as plain text",
    "YAML": "YAML Ain’t Markup Language, a data format",
    "SHA": "Secure Hash Algorithm",
}
_SHORT = re.compile(r"[A-Z][A-Z0-9]+")
_SMALL = {"a", "al", "and", "at", "for", "in", "of", "on", "the", "to"}
_TEXT = re.compile(r"(<[^>]*>)")
_CLOSED = ("abbr", "svg", "title", "script", "select", "code", "pre")


def abbreviations(dossier: Dossier) -> dict[str, str]:
    """Return every abbreviation with what it stands for, in order of the alphabet."""
    found = dict(TRADE)
    for actor in dossier.actors.values():
        found.update(_of(actor))
    return dict(sorted(found.items()))


def _of(actor: Actor) -> dict[str, str]:
    names = [actor.title, *(name.text for name in (*actor.names, *actor.also) if name.lang == "en")]
    shorts = [name for name in names if _SHORT.fullmatch(name)]
    return {short: long for short in shorts for long in reversed(names) if stands_for(short, long)}


def stands_for(short: str, long: str) -> bool:
    """Say whether the letters of ``short`` are the initials of ``long``, small words aside."""
    words = re.findall(r"[^\W_]+", long)
    if len(words) < 2:
        return False
    every = "".join(word[0] for word in words).upper()
    great = "".join(word[0] for word in words if word.casefold() not in _SMALL).upper()
    return short in (every, great)


def explained(parts: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """Return ``parts``; in raw HTML, each abbreviation explains itself at its first use."""
    left = dict(known)
    return [_explain(part, left) if part.startswith("<") else part for part in parts]


def _explain(html: str, left: dict[str, str]) -> str:
    """Explain what is left to explain in the text of one block, outside closed elements."""
    if left.keys().isdisjoint(_SHORT.findall(html)):
        return html
    pieces = _TEXT.split(html)
    depth = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            depth += _step(piece)
        elif depth == 0:
            pieces[index] = _SHORT.sub(lambda found: _first(found[0], left), piece)
    return "".join(pieces)


def _step(tag: str) -> int:
    name = re.match(r"</?([a-z0-9]+)", tag)
    if not name or name[1] not in _CLOSED or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def _first(word: str, left: dict[str, str]) -> str:
    long = left.pop(word, None)
    return f'<abbr title="{escape(long)}">{word}</abbr>' if long else word
