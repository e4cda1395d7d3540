"""YAML as text with places: every scalar stays the string it was written as, and knows its line.

The tree is built from the parser's events in one loop, so neither deep nesting nor aliases
nor tags can do anything: each is a problem.  YAML 1.1's own types are not applied; what a
scalar means is the schema's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from .model import Where
from .problems import Problem, problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
"""No record of ours nests deeper than six; twenty leaves room and bounds the work."""


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str | None
    """None for null: nothing, ``null`` or ``~``, unquoted."""
    where: Where


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
    try:
        return _build(yaml.parse(text, Loader=_Loader), path, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        where = Where(path, first_line + line, column + 1)
        what = f"this is not YAML: {error.problem or error.context or 'it cannot be read'}"
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        line = _control_line(text)
        where = Where(path, first_line + line)
        what = f"this is not YAML: {str(error).splitlines()[0]}"
    return None, [problem(where, what, _YAML_REMEDY, "yaml")]


_YAML_REMEDY = (
    "mend this line or the one before it: put text that contains ‘: ’, ‘#’ or that begins with"
    " a quotation mark, bracket or ‘*’ in double quotes, indent with spaces, close every bracket"
)


def _control_line(text: str) -> int:
    for number, line in enumerate(text.split("\n")):
        if any(
            (c < " " and c not in "\t\r") or "\ud800" <= c <= "\udfff" or c == "\x7f" for c in line
        ):
            return number
    return 0


def _build(events: Any, path: str, first_line: int) -> tuple[Node | None, list[Problem]]:
    root: Node | None = None
    stack: list[_Open] = []
    problems: list[Problem] = []
    documents = 0
    for event in events:
        where = Where(path, first_line + event.start_mark.line, event.start_mark.column + 1)
        node: Node | None = None
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return root, [
                    problem(
                        where,
                        "a second YAML document begins here",
                        "keep one document in a file",
                        "yaml",
                    )
                ]
        elif isinstance(event, yaml.AliasEvent):
            return None, [
                problem(
                    where,
                    f"‘*{event.anchor}’ is a YAML alias",
                    "write the value out, or put it in quotes",
                    "yaml",
                )
            ]
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(stack) >= MAX_DEPTH:
                return None, [
                    problem(
                        where,
                        f"the record is nested more than {MAX_DEPTH} deep",
                        "write it flatter",
                        "yaml",
                    )
                ]
            problems += _unwanted(event, where)
            stack.append(_Open(isinstance(event, yaml.MappingStartEvent), where, []))
            continue
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = _close(stack.pop(), problems)
        elif isinstance(event, yaml.ScalarEvent):
            problems += _unwanted(event, where)
            null = not event.style and event.value in ("", "null", "~", "Null", "NULL")
            node = Scalar(None if null else event.value, where)
        if node is None:
            continue
        if stack:
            stack[-1].items.append(node)
        else:
            root = node
    return root, problems


def _unwanted(event: Any, where: Where) -> list[Problem]:
    if event.tag and event.tag != "!":
        return [
            problem(
                where,
                f"‘{event.tag}’ is a YAML tag",
                "leave it out: every value is read as text",
                "yaml",
            )
        ]
    if event.anchor:
        return [
            problem(
                where,
                f"‘&{event.anchor}’ is a YAML anchor",
                "leave it out, or put the value in quotes",
                "yaml",
            )
        ]
    return []


def _close(opened: _Open, problems: list[Problem]) -> Node:
    if not opened.is_mapping:
        return Sequence(tuple(opened.items), opened.where)
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for key, value in zip(opened.items[::2], opened.items[1::2], strict=True):
        if not isinstance(key, Scalar):
            problems.append(
                problem(
                    key.where, "a key is a list or a mapping", "use plain text as the key", "yaml"
                )
            )
            continue
        name = key.text or ""
        if name in seen:
            problems.append(
                problem(
                    key.where,
                    f"‘{name}’ stands twice, first on line {seen[name]}",
                    "keep one of them",
                    "duplicate-key",
                )
            )
            continue
        seen[name] = key.where.line
        entries.append(Entry(name, key.where, value))
    return Mapping(tuple(entries), opened.where)
