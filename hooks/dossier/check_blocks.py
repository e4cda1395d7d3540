"""Finds lists, tables and boxes in prose that no reader would see as such.

Each paragraph (lines without an empty one between them) is looked at by its first line: what begins
a list or a table only in the midst of a paragraph is running text, as Python-Markdown has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem, problem
from .prose_lines import Prose

_PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|1[.)])[ \t]+(?=\S)")
_NUMBERED = re.compile(r"[ \t>]*\d+[.)][ \t]+\S")
_STRUCTURE = re.compile(
    r"[ \t>]*(?:#{1,6}|/{3,}|\||:[ \t]|\[\^?[^\]\n]+\]:|<)|[ \t>]*(?:[*_-][ \t]*){3,}$"
)
"""Begins what is no paragraph of words."""
_RULE = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_FOREIGN = re.compile(
    r"^[ \t>]*(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+|===[+!]?[ \t]+\"|:{3,}[ \t]*\{?[\w-]+"
    r"|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])[^\n]*$",
    re.MULTILINE,
)
"""How other programs begin a box: Material’s own, GitHub’s, Pandoc’s."""
_FENCE = re.compile(r"^[ \t>]*(/{3,})[ \t]*([^\n]*?)[ \t]*$", re.MULTILINE)
TYPES = ("attention", "caution", "danger", "error", "hint", "note", "tip", "warning")
BOXES = ("admonition", "details", "tab", *TYPES)


def blocks(prose: Prose) -> Iterator[Problem]:
    """Report lists, tables and boxes that would be printed as the signs they were typed in."""
    yield from _boxes(prose)
    for paragraph in _PARAGRAPH.finditer(prose.plain):
        lines = list(_lines(paragraph[0], paragraph.start()))
        yield from _list(prose, lines)
        yield from _table(prose, lines)


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Give (offset, line) of each line."""
    for line in text.splitlines(keepends=True):
        yield start, line.rstrip("\n")
        start += len(line)


def _list(prose: Prose, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """Report the first item of a list that begins on the line below a paragraph of words."""
    words = False
    for number, (offset, line) in enumerate(lines):
        if words and _ITEM.match(line) and _goes_on(lines, number):
            what = f"the list that ‘{line.strip()[:40]}’ begins stands in a paragraph"
            yield problem(prose.where(offset), what, "put an empty line before it", "block")
            return
        if _NUMBERED.match(line) or _ITEM.match(line):
            return
        words = not _STRUCTURE.match(line)


def _goes_on(lines: list[tuple[int, str]], number: int) -> bool:
    """Say whether it is a list: one number alone may end a sentence."""
    line = lines[number][1]
    if not _NUMBERED.match(line):
        return True
    return any(_NUMBERED.match(other) for _, other in lines[number + 1 :])


def _table(prose: Prose, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """Report a table without its rule, in the midst of a paragraph, or of rows that differ."""
    first = next((n for n, (_, line) in enumerate(lines) if _is_row(line)), None)
    if first is None or first + 1 == len(lines):
        return
    offset, head = lines[first]
    columns = _cells(head)
    if not _RULE.match(lines[first + 1][1]) or _cells(lines[first + 1][1]) != columns:
        if _is_row(lines[first + 1][1]):
            rule = "|" + "---|" * columns
            what = "the first row of this table has no rule of its columns below it"
            yield problem(prose.where(offset), what, f"write ‘{rule}’ below it", "block")
    elif first and not _STRUCTURE.match(lines[first - 1][1]):
        what = "this table stands in a paragraph"
        yield problem(prose.where(offset), what, "put an empty line before it", "block")
    else:
        for at, line in lines[first + 2 :]:
            if _cells(line) != columns:
                what = f"this row has {_count(_cells(line))}, and the first has {columns}"
                remedy = "part its cells by ‘|’ as the first row does; a ‘|’ of words is ‘\\|’"
                yield problem(prose.where(at), what, remedy, "block")


def _is_row(line: str) -> bool:
    bare = line.strip(" \t>")
    return len(bare) > 2 and bare.startswith("|") and bare.endswith("|")


def _cells(line: str) -> int:
    bare = re.sub(r"\\\||`[^`]*`", "", line).strip(" \t>")
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


def _count(cells: int) -> str:
    return f"{cells} cell{'' if cells == 1 else 's'}"


def _boxes(prose: Prose) -> Iterator[Problem]:
    """Report boxes of other programs, of no kind there is, and those that do not close."""
    for found in _FOREIGN.finditer(prose.plain):
        what = f"‘{found[0].strip()[:60]}’ begins no box here"
        remedy = "write ‘/// note | Title’ on a line, the text, and ‘///’ on a line"
        yield problem(prose.where(found.start()), what, remedy, "block")
    opened: list[tuple[int, str]] = []
    for found in _FENCE.finditer(prose.plain):
        kind = found[2].partition("|")[0].strip()
        at = found.start(1)
        if kind:
            if kind not in BOXES:
                what = f"‘{found[0].strip()[:60]}’ begins a box of no kind there is"
                yield problem(prose.where(at), what, f"use one of: {', '.join(BOXES)}", "block")
            opened.append((at, found[1]))
        elif opened and any(marks == found[1] for _, marks in opened):
            while opened.pop()[1] != found[1]:
                pass
        else:
            what = f"‘{found[1]}’ ends a box, and none is open"
            yield problem(prose.where(at), what, "delete the line", "block")
    for at, marks in opened:
        what = "the box that begins here does not end"
        yield problem(prose.where(at), what, f"write ‘{marks}’ on a line below its text", "block")
