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
_EDGE = re.compile(r"<(/?)(?:abbr|svg|title|script|select|code|pre)\b(?![^<>]*/>)")
"""Where an element begins or ends whose text is left as it is."""


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
    for short in sorted(left.keys() & set(_SHORT.findall(html))):
        at = _first_in_text(short, html)
        if at >= 0:
            word = f'<abbr title="{escape(left.pop(short))}">{short}</abbr>'
            html = f"{html[:at]}{word}{html[at + len(short) :]}"
    return html


def _first_in_text(short: str, html: str) -> int:
    """Return where a word first stands neither in a tag nor in a closed element, else -1."""
    depth = last = 0
    for found in re.finditer(rf"(?<![A-Z0-9]){short}(?![A-Z0-9])", html):
        at = found.start()
        depth += sum(-1 if closing else 1 for closing in _EDGE.findall(html, last, at))
        last = at
        if depth == 0 and html.rfind("<", 0, at) <= html.rfind(">", 0, at):
            return at
    return -1
