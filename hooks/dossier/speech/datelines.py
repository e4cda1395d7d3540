"""Knows a dateline, which opens a report and says nothing: "BEIRUT, Oct. 3 (AP) — …".

It is the place in capitals, or a place with the agency in brackets, before a dash and a capital;
in a report that goes on while it happens, the time of day: "• 15:30 – …".  Before it may stand the
number of a list.
"""

from __future__ import annotations

import re

_REACH = 100
_DASH = re.compile(r"\s*[—–]\s*|\s*--\s*|\s-\s+")
_STAMP = re.compile(
    r"(?:[•*·▪–—-]\s*)?\d{1,2}[:.h]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\s*(?:[–—-]|--)\s+(?=\S)"
)
_ITEM = re.compile(r"(?:\d{1,3}[.)]|\(\d{1,3}\))[ \t]+(?=\S)")
_AGENCY = re.compile(r"\(([^()]*)\)\s*\Z")
_WORDS = re.compile(r"[\s,./()]+")
_MARKS = "“\"‘'«"


def behind_dateline(text: str, start: int, end: int) -> int:
    """Return where the report begins in ``text[start:end]``: after its dateline, if it has one."""
    start = behind_number(text, start, end)
    stamp = _STAMP.match(text, start, end)
    if stamp:
        return stamp.end()
    end_of_reach = min(end, start + _REACH)
    if not any(mark in text[start:end_of_reach] for mark in "—–-"):
        return start
    dash = _DASH.search(text, start, end_of_reach)
    if dash is None or dash.end() >= end:
        return start
    after = text[dash.end()]
    if not (after.isupper() or after.isdigit() or after in _MARKS):
        return start
    return dash.end() if _is_dateline(text[start : dash.start()]) else start


def behind_number(text: str, start: int, end: int) -> int:
    """Return where a line's words begin: after the number it may have in a list."""
    begins = start == 0 or text[start - 1] == "\n"
    item = _ITEM.match(text, start, end) if begins else None
    return item.end() if item else start


def _is_dateline(line: str) -> bool:
    words = [word for word in _WORDS.split(line) if word]
    if not words or not all(word[0].isupper() or word.isdigit() for word in words):
        return False
    if len(words[0]) > 1 and words[0].isupper() and not words[0].isdigit():
        return True
    agency = _AGENCY.search(line)
    return agency is not None and agency[1].replace(" ", "").isalpha()
