"""JSON as the site's files have it: a record a line, so that a change is told by its line.

Python's encoder in C writes lines, not a whole that is indented; that takes a tenth of the time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

_DEPTH = 3
"""How deep in mappings a list may stand whose items have lines of their own."""


def json_text(value: object) -> str:
    """Return a value as JSON, with a line for each key and for each item of a list under it."""
    return f"{_lines(value, _DEPTH)}\n"


def _lines(value: object, depth: int) -> str:
    if depth and isinstance(value, Mapping) and value:
        pairs = (f"{_line(str(key))}: {_lines(each, depth - 1)}" for key, each in value.items())
        return "{\n" + ",\n".join(pairs) + "\n}"
    if depth and isinstance(value, (list, tuple)) and value:
        return "[\n" + ",\n".join(map(_line, value)) + "\n]"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
