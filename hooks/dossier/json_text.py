"""JSON as the site's files have it: a record a line, so that a change is told by its line.

Python's encoder in C writes lines, not a whole that is indented; that takes a tenth of the time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

_DEPTH = 3
"""How deep in mappings a list may stand whose items have lines of their own."""


def json_text(value: object) -> str:
    """Return a value as JSON, with a line for each key and for each item of a list under it.

    A list may be an iterator too: of what it gives, one thing at a time is in memory.
    """
    return "".join(_lines(value, _DEPTH)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    if depth and isinstance(value, Mapping) and value:
        opened = "{"
        for key, each in value.items():
            yield f"{opened}\n{_line(str(key))}: "
            yield from _lines(each, depth - 1)
            opened = ","
        yield "\n}"
    elif depth and isinstance(value, (list, tuple, Iterator)):
        opened = "["
        for each in value:
            yield f"{opened}\n{_line(each)}"
            opened = ","
        yield "[]" if opened == "[" else "\n]"
    else:
        yield _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
