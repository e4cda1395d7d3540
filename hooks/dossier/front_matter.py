"""Cuts a file in two, the keys between its ``---`` lines and the prose below, from its bytes.

What keeps a file from being cut is told from what people type in place of the right thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Where
from .problems import Problem, problem
from .yaml_text import Node, read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_AGAIN = re.compile(r"(\s*)---[ \t]*\n(?:[\w-]+:(?:[ \t].*)?\n)+---[ \t]*(?:\n|\Z)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_BOTH = re.compile(r"^<{7} .*^={7}$.*^>{7} ", re.MULTILINE | re.DOTALL)
_LOOKALIKE = re.compile(
    r"(?:-{4,}|–{1,3}|—{1,3}|- - -|={3,}|\+{3,}|\*{3,}|_{3,}|--)[ \t]*(?=\n|\Z)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's file, cut in two."""

    front: Node | None
    body: str
    body_line: int
    has_front: bool


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return a file's text; what is not UTF-8, a NUL or a merge's mark is a problem."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [problem(Where(path), "the file is in UTF-16", "save it as UTF-8", "encoding")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        what = f"byte {error.start} ({data[error.start]:#04x}) is not UTF-8"
        where = _place(before, len(before), path)
        return "", [problem(where, what, "save the file as UTF-8", "encoding")]
    if "\0" in text:
        where = _place(text, text.index("\0"), path)
        return "", [problem(where, "the file holds a NUL character", "delete it", "encoding")]
    conflict = _CONFLICT.search(text)
    if conflict and path.endswith(".txt") and not _BOTH.search(text, conflict.start()):
        conflict = None  # a text may have such a line of its own
    if conflict:
        what = f"‘{conflict[0][:40]}’ is left over from a merge"
        remedy = (
            "keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"
        )
        return "", [problem(_place(text, conflict.start(), path), what, remedy, "conflict")]
    return text, []


def _place(text: str, offset: int, path: str) -> Where:
    line = text.count("\n", 0, offset) + 1
    return Where(path, line, offset - text.rfind("\n", 0, offset))


def cut(text: str, path: str) -> tuple[Page, list[Problem]]:
    """Return a page's front matter as a tree, and its prose."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not re.match(r"---[ \t]*(\n|\Z)", text):
        found = _misbegun(text, path)
        return Page(None, text, 1, has_front=bool(found)), found
    found_front = _FRONT.match(text)
    if not found_front:
        return Page(None, "", 1, has_front=True), [_unended(text, path)]
    front, problems = read_yaml(found_front[1], path, 2)
    body_line = text.count("\n", 0, found_front.end()) + 1
    body = text[found_front.end() :]
    again = _AGAIN.match(body)
    if again and not problems:
        where = Where(path, body_line + again[1].count("\n"))
        remedy = "put its keys into the first, between the ‘---’ at the top"
        problems = [problem(where, "a second front matter begins here", remedy, "front-matter")]
    return Page(front, body, body_line, has_front=True), problems


def _unended(text: str, path: str) -> Problem:
    """Report front matter without an end, at the line that is all but one."""
    remedy = "write a line ‘---’ after its last key"
    for number, line in enumerate(text.split("\n")[1:200], 2):
        if _LOOKALIKE.fullmatch(line.strip()) or re.match(r"\s*---", line):
            what = f"‘{line.strip()[:40]}’ does not end the front matter"
            return problem(
                Where(path, number), what, "write ‘---’, alone on its line", "front-matter"
            )
    return problem(Where(path), "the front matter does not end", remedy, "front-matter")


def _misbegun(text: str, path: str) -> list[Problem]:
    """Report front matter that a blank line, or the wrong signs, keep from being one."""
    bare = text.lstrip()
    first = text.count("\n", 0, len(text) - len(bare)) + 1
    keyed = re.match(r"[^\n]*\n+[\w-]+:(?:\s|\Z)", bare) is not None
    if keyed and re.match(r"---[ \t]*\n", bare):
        what = f"the front matter begins on line {first}"
        remedy = "delete what stands before its ‘---’: it begins the file"
    elif keyed and (sign := _LOOKALIKE.match(bare)):
        what = f"‘{sign[0].strip()}’ begins no front matter"
        remedy = "write three hyphens, ‘---’, before its first key and after its last"
    elif re.match(r"\+\+\+[ \t]*\n", bare):
        what = "the front matter is TOML, between ‘+++’"
        remedy = "write it as YAML, ‘key: value’, between ‘---’"
    else:
        return []
    return [problem(Where(path, first), what, remedy, "front-matter")]
