"""YAML as text with places: every scalar stays the string it was written as, and knows its place.

The tree is built from the parser's events in one loop, so neither deep nesting nor aliases
nor tags can do anything: each is a problem.  YAML 1.1's own types are not applied; what a
scalar means is the schema's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as AbcSequence
from dataclasses import dataclass
from typing import Any

import yaml

from .model import Where
from .problems import Problem, problem
from .yaml_faults import explain

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Event = Any
"""PyYAML's events, whose marks are typed as if they could be missing."""
_NULL = ("", "null", "~", "Null", "NULL")
"""What stands for nothing, unquoted."""
MAX_DEPTH = 20
"""No record of ours nests deeper than six; twenty leaves room and bounds the work."""


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str | None
    """None for null: nothing, ``null`` or ``~``, unquoted."""
    where: Where
    quoted: bool = False
    """Whether it stands in quotation marks (or as a block), and so means every sign of itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    key_where: Where
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[Entry, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    where: Where


Node = Scalar | Mapping | Sequence


@dataclass(slots=True)
class _Open:
    """A collection whose end the parser has not reached yet."""

    is_mapping: bool
    where: Where
    items: list[Node]


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the tree of one YAML document, or None and why not.

    ``first_line`` is the line of the file on which ``text`` begins (front matter: 2).
    """
    strange = _STRANGE.search(text)
    if strange:
        where = Where(path, first_line + text.count("\n", 0, strange.start(1)))
        what = "a special space (U+00A0 or its like) begins this line"
        return None, [problem(where, what, "indent it with plain spaces, or not at all", "yaml")]
    try:
        return _build(yaml.parse(text, Loader=_Loader), path, text, first_line)
    except yaml.MarkedYAMLError as error:
        fault = explain(error, text)
        where = Where(path, first_line + fault.line, fault.column + 1)
        return None, [problem(where, fault.what, fault.remedy, "yaml")]
    except (yaml.YAMLError, UnicodeError, ValueError):
        line, column = _control(text)
        where = Where(path, first_line + line, column + 1)
        what = "an invisible control character stands here"
        return None, [
            problem(where, what, "delete it, and type the text anew", "control-character")
        ]


_STRANGE = re.compile(r"^ *([\u00a0\u2000-\u200d\u2060\u3000\ufeff])", re.MULTILINE)
_CONTROL = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 (section 5.1) calls not printable."""


def _control(text: str) -> tuple[int, int]:
    found = _CONTROL.search(text)
    spot = found.start() if found else 0
    return text.count("\n", 0, spot), spot - text.rfind("\n", 0, spot) - 1


def as_written(text: str) -> str:
    """Return a text as a YAML value, in double quotes where it needs them."""
    plain = re.fullmatch(r"[\w“‘(][^\n:#,\[\]{}\"]*", text) and not text.endswith(" ")
    plain = plain and text not in _NULL
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Stop(Exception):  # noqa: N818 - no error: the tree ends here
    """The rest of the document cannot be read in good sense; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(str(found))
        self.problem = found


def _build(
    events: Iterable[_Event], path: str, text: str, first_line: int
) -> tuple[Node | None, list[Problem]]:
    builder = _Builder(path, text.split("\n"), first_line)
    try:
        for event in events:
            builder.add(event)
    except _Stop as stop:
        return None, [stop.problem]
    return builder.root, builder.problems


class _Builder:
    """Puts the tree together from the parser's events."""

    def __init__(self, path: str, lines: AbcSequence[str], first_line: int) -> None:
        self._path, self._lines, self._first = path, lines, first_line
        self._stack: list[_Open] = []
        self._documents = 0
        self.root: Node | None = None
        self.problems: list[Problem] = []

    def add(self, event: _Event) -> None:
        mark = event.start_mark
        where = Where(self._path, self._first + mark.line, mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
        elif isinstance(event, yaml.AliasEvent):
            what = f"‘*{event.anchor}’ is a YAML alias"
            raise _Stop(problem(where, what, "write the value out, or put it in quotes", "yaml"))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._in_one(event, where)
            if len(self._stack) >= MAX_DEPTH:
                what = f"the record is nested more than {MAX_DEPTH} deep"
                raise _Stop(problem(where, what, "write it flatter", "yaml"))
            self.problems += _unwanted(event, where)
            self._stack.append(_Open(isinstance(event, yaml.MappingStartEvent), where, []))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._put(_close(self._stack.pop(), self.problems))
        elif isinstance(event, yaml.ScalarEvent) and not (self._documents > 1 and not event.value):
            self._in_one(event, where)
            self.problems += [*_unwanted(event, where), *self._swallowed(event)]
            null = not event.style and event.value in _NULL
            self._put(Scalar(None if null else event.value, where, quoted=bool(event.style)))

    def _put(self, node: Node) -> None:
        if self._stack:
            self._stack[-1].items.append(node)
        else:
            self.root = node

    def _in_one(self, event: _Event, where: Where) -> None:
        """Stop where something stands below a second ``---``."""
        if self._documents > 1:
            above = Where(where.path, max(1, where.line - 1))
            what = f"the record ends at this ‘---’, and text follows it: ‘{_first(event)}’"
            remedy = "keep the keys alone here; a source's text is a file of its own, .txt"
            raise _Stop(problem(above, what, remedy, "yaml"))

    def _swallowed(self, event: _Event) -> list[Problem]:
        """Report ``War #2``, which YAML reads as "War": a sign after a space is a comment."""
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
        if event.style or not event.value or not re.match(r"[ \t]+#[^\s#]", rest):
            return []
        sign = end.column + rest.index("#")
        where = Where(self._path, self._first + end.line, sign + 1)
        what = f"‘{rest.strip()[:60]}’ is read as a comment, because ‘#’ follows a space"
        remedy = "put the whole value in double quotes, or a space after the ‘#’ of a comment"
        return [problem(where, what, remedy, "yaml")]


def _first(event: _Event) -> str:
    return str(getattr(event, "value", "…"))[:40]


def _unwanted(event: _Event, where: Where) -> list[Problem]:
    if event.tag and event.tag != "!":
        what, remedy = f"‘{event.tag}’ is a YAML tag", "leave it out: every value is read as text"
    elif event.anchor:
        what = f"‘&{event.anchor}’ is a YAML anchor"
        remedy = "leave it out, or put the value in quotes"
    else:
        return []
    return [problem(where, what, remedy, "yaml")]


def _close(opened: _Open, problems: list[Problem]) -> Node:
    if not opened.is_mapping:
        return Sequence(tuple(opened.items), opened.where)
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for key, value in zip(opened.items[::2], opened.items[1::2], strict=True):
        if not isinstance(key, Scalar):
            what, remedy = "a key is a list or a mapping", "use plain text as the key"
            if len(opened.items) == len("kv") and isinstance(key, Mapping):
                what, remedy = "two pairs of braces stand here", "take one of them away"
            problems.append(problem(key.where, what, remedy, "yaml"))
            continue
        name = key.text or ""
        before = entries[-1].value if entries else None
        if (
            name.isdigit()
            and _is_bare(key, value)
            and isinstance(before, Scalar)
            and (before.text or "").isdigit()
        ):
            what = f"‘{before.text},{name}’ is written with a comma"
            counted = entries[-1].key in ("value", "low", "high") and len(name) == len("000")
            remedy = f"write {before.text}{'' if counted else '.'}{name}"
            problems.append(problem(before.where, what, remedy, "number"))
        elif name == "<<" and not key.quoted:
            what, remedy = "‘<<’ is a YAML merge key", "write the keys out that it stands for"
            problems.append(problem(key.where, what, remedy, "yaml"))
        elif name in seen:
            what = f"‘{name}’ stands twice, first on line {seen[name]}"
            problems.append(problem(key.where, what, "keep one of them", "duplicate-key"))
        else:
            seen[name] = key.where.line
            entries.append(Entry(name, key.where, value))
    return Mapping(tuple(entries), opened.where)


def stands_alone(entry: Entry) -> bool:
    """Say whether a "key" is what follows a comma in a value: ``{quote: on Monday, and then}``."""
    return _is_bare(Scalar(entry.key, entry.key_where), entry.value)


def _is_bare(key: Scalar, value: Node) -> bool:
    """Say whether no colon follows a key, as in ``{lat: 61,5}``."""
    nothing = isinstance(value, Scalar) and value.text is None and not value.quoted
    return nothing and value.where.column == key.where.column + len(key.text or "")
