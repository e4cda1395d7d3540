"""Says in a writer's words what a YAML parser could not read, at the line where it went wrong.

A parser stops where it first cannot go on, often a line or more after the mistake; each rule
here knows one mistake by the parser's message and the text around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Fault:
    line: int
    """From 0, as is the column."""
    column: int
    what: str
    remedy: str


GENERAL = (
    "mend this line or the one before it: put text that contains ‘: ’ or ‘ #’, or that begins"
    " with a quotation mark, bracket or ‘*’, in double quotes; indent with spaces; close brackets"
)
_KEYED = re.compile(r"(\s*(?:- +)?)([^\s:#\"'\[\]{},][^:#]{0,60}?):\s+(\S.*)$")
_TIGHT = re.compile(r"\s*(?:- +)?([A-Za-z_][\w-]*):([^\s:/].*)$")
_MARKS = "\"'"


def explain(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """Return what is wrong with ``text``, where the parser raised ``error``."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    at = _At(text.split("\n"), line, column, error)
    for rule in _RULES:
        fault = rule(at)
        if fault:
            return fault
    what = error.problem or error.context or "it cannot be read"
    return Fault(line, column, f"this is not YAML: {what}", GENERAL)


@dataclass(frozen=True, slots=True)
class _At:
    lines: Sequence[str]
    line: int
    column: int
    error: yaml.MarkedYAMLError

    def says(self, words: str) -> bool:
        return words in f"{self.error.context or ''} {self.error.problem or ''}"

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def begun(self) -> tuple[int, int]:
        """Return where the part of the text began that the parser was reading."""
        mark = self.error.context_mark
        return (mark.line, mark.column) if mark else (self.line, self.column)

    def opened(self) -> tuple[int, int]:
        """Return where the bracket stands that was still open, reading on from ``begun``."""
        line, column = self.begun()
        while line > 0 and self.text(line)[column : column + 1] not in tuple("[{"):
            line -= 1
            column = max(self.text(line).rfind(sign) for sign in "[{")
        return line, max(column, 0)

    def before(self) -> int:
        """Return the last line with anything on it before this one."""
        return next((n for n in range(self.line - 1, -1, -1) if self.text(n).strip()), 0)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped + '"'


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _tab(at: _At) -> Fault | None:
    for line in (at.line, at.line - 1):
        found = re.match(r" *\t", at.text(line))
        if found:
            return Fault(line, 0, "a tab indents this line", "indent it with spaces")
    return None


def _strange_sign(at: _At) -> Fault | None:
    """Find a colon or space that only looks like one."""
    for line in (at.line, at.before()):
        found = re.match(
            r"\s*[\w-]+ ?([：﹕︓])|[^\S\n]*?([\u00a0\u2000-\u200b\u3000])", at.text(line)
        )
        if found and found[1]:
            return Fault(line, found.start(1), f"‘{found[1]}’ is no colon of YAML", "write ‘: ’")
        colon = re.match(r"\s*[\w-]+:([\u00a0\u2000-\u200b\u3000])", at.text(line))
        strange = colon.start(1) if colon else found.start(2) if found and found[2] else None
        if strange is not None:
            what = "a special space (U+00A0 or its like) stands here"
            return Fault(line, strange, what, "type a plain space in its place")
    return None


def _no_space(at: _At) -> Fault | None:
    """Find ``title:Otto`` on this line or the one before."""
    for line in (at.line, at.before()):
        found = _TIGHT.match(at.text(line))
        if found and ": " not in found[2]:
            remedy = f"write ‘{found[1]}: {_cut(found[2])}’"
            return Fault(line, found.start(2), f"no space stands after ‘{found[1]}:’", remedy)
    return None


def _star(at: _At) -> Fault | None:
    """Find a list whose items begin with an asterisk, as in Markdown."""
    found = re.match(r"\s*\* +(\S.*)$", at.text(at.line))
    if not found:
        return None
    what = "an asterisk begins no item of a list here"
    return Fault(at.line, _indent(at.text(at.line)), what, f"write ‘- {_cut(found[1])}’")


def _marked(at: _At) -> Fault | None:
    """Find a value that begins with Markdown's marks of emphasis: an alias, as YAML has it."""
    found = re.match(r"\s*(?:- +)?[\w-]+:\s+(\*\*?)(?=\S)", at.text(at.line))
    if not found or not at.says("alphabetic or numeric"):
        return None
    remedy = "write the words without the asterisks, or put them in double quotes"
    return Fault(at.line, found.start(1), "‘*’ begins no value in YAML", remedy)


def _unclosed_quote(at: _At) -> Fault | None:
    if not at.says("quoted scalar") or at.says("escape"):
        return None
    line, column = at.begun()
    sign = at.text(line)[column : column + 1] or '"'
    what = f"the quotation mark {sign} opens here and does not close"
    return Fault(line, column, what, f"close it with {sign}, or leave it out")


def _escape(at: _At) -> Fault | None:
    if not at.says("escape"):
        return None
    remedy = "write it twice, or use single quotes around the text"
    return Fault(at.line, at.column, "a backslash stands in double quotes", remedy)


def _after_quote(at: _At) -> Fault | None:
    """Find text after a closing quotation mark: ``"War" and peace``, ``'the captain's tale'``."""
    found = re.match(r"(\s*(?:- +)?[\w-]+:\s+|\s*- +)(([\"']).*)$", at.text(at.line))
    if not found or not at.says("did not find expected"):
        return None
    bare = found[2].rstrip()
    whole = bare[1:-1] if len(bare) > 1 and bare[-1] == found[3] else None
    if whole is not None and found[3] == "'":
        meant = _quoted(whole) if '"' not in whole else found[2].replace("'", "''")
    elif whole is not None and found[3] in whole:
        meant = (
            _quoted(whole)
            if bare.count('"') % 2
            else f"'{bare}'"
            if "'" not in bare
            else _quoted(bare)
        )
    else:
        meant = f"'{bare}'" if "'" not in bare else _quoted(bare)
    what = f"the text goes on after a closing {found[3]}"
    return Fault(at.line, at.column, what, f"write {_cut(meant)}")


def _link(at: _At) -> Fault | None:
    found = re.match(r"\s*(?:- +)?[\w-]+:\s+\[[^\[\]]*\]\(([^()\s]*)\)", at.text(at.line))
    if not found:
        return None
    what = "a link of Markdown stands in a value, which is plain text"
    return Fault(at.line, at.text(at.line).index("["), what, f"write {_cut(found[1])}")


def _bracket(at: _At) -> Fault | None:
    if not at.says("flow"):
        return None
    line, column = at.opened()
    sign = at.text(line)[column : column + 1] or "["
    close = {"[": "]", "{": "}"}.get(sign, "]")
    what = f"the bracket ‘{sign}’ that opens here is not closed, or a comma is missing in it"
    remedy = (
        f"close it with ‘{close}’; part its entries with commas;"
        " put text with , : [ ] { } in double quotes"
    )
    return Fault(line, column, what, remedy)


def _colon(at: _At) -> Fault | None:
    """Find a second colon on a line, or a line indented under one that has a value already."""
    if not at.says("mapping values are not allowed"):
        return None
    found = _KEYED.match(at.text(at.line))
    if found and re.search(r", [a-z_]+: ", found[3]) and "- " in found[1]:
        remedy = f"write - {_cut('{' + at.text(at.line)[found.end(1) :].strip() + '}')}"
        what = "several keys stand on one line without braces"
        return Fault(at.line, found.end(1), what, remedy)
    if found and at.column >= found.start(3):
        remedy = f"put the value in double quotes: {found[2]}: {_cut(_quoted(found[3].strip()))}"
        return Fault(at.line, at.column, f"the value of ‘{found[2]}’ holds ‘: ’", remedy)
    above, here = at.text(at.before()), at.text(at.line)
    if _indent(here) > _indent(above):
        what = "this line is indented further than the one before, which has its value already"
        return Fault(at.line, _indent(here), what, f"begin it in column {_indent(above) + 1}")
    if ":" not in above:
        what = f"‘{_cut(above.strip())}’ is no ‘key: value’"
        return Fault(
            at.before(), _indent(above), what, "write it as ‘key: value’, or begin it with ‘#’"
        )
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _first_sign(at: _At) -> Fault | None:
    if not at.says("cannot start any token"):
        return None
    sign = at.text(at.line)[at.column : at.column + 1]
    value = at.text(at.line)[at.column :].rstrip()
    what = f"a value cannot begin with ‘{sign}’"
    return Fault(at.line, at.column, what, f"put it in double quotes: {_cut(_quoted(value))}")


def _no_colon(at: _At) -> Fault | None:
    if not at.says("could not find expected ':'"):
        return None
    line, column = at.begun()
    what = f"‘{_cut(at.text(line).strip())}’ is no ‘key: value’"
    remedy = "write it as ‘key: value’; text that goes on over lines is indented under its key"
    equal = re.fullmatch(r"\s*(\w+)\s*=\s*(\S.*)", at.text(line))
    if equal:
        remedy = f"write ‘{equal[1]}: {_cut(equal[2].strip())}’"
    elif re.match(r"[=<>|]{7}(?: |$)", at.text(line)):
        what = f"‘{_cut(at.text(line).strip())}’ is left over from a merge"
        remedy = "delete the line"
    return Fault(line, column, what, remedy)


def _list_in_line(at: _At) -> Fault | None:
    if not at.says("block sequence entries are not allowed"):
        return None
    remedy = "begin the list on the next line, or write it in brackets: [a, b]"
    return Fault(at.line, at.column, "a list with ‘- ’ begins behind its key", remedy)


def _uneven(at: _At) -> Fault | None:
    """Find a line that lines up with nothing above it."""
    if not at.says("did not find expected"):
        return None
    here = at.text(at.line)
    if at.says("'-' indicator") and not here.lstrip().startswith("-"):
        column = at.begun()[1]
        what = "this line does not line up with the entry above it"
        remedy = f"indent the keys of one entry alike: begin it in column {column + 3}"
        return Fault(at.line, at.column, what, remedy)
    if not here.strip() or at.column > _indent(here):
        return None
    above = [
        text for text in at.lines[: at.line] if text.strip() and not text.lstrip().startswith("#")
    ]
    levels = {_indent(text) for text in above}
    begins = _indent(here)
    if begins in levels or not levels:
        return None
    what = f"this line begins in column {begins + 1}, and no line above it does"
    # Behind the ‘- ’ of an entry its keys begin.
    levels |= {found.end() for text in above if (found := re.match(r" *- +(?=[\w-]+:)", text))}
    near = sorted(levels - {begins}, key=lambda level: (abs(level - begins), level))[:4]
    columns = " or ".join(str(level + 1) for level in near)
    return Fault(
        at.line, begins, what, f"indent it like the lines it belongs with: column {columns}"
    )


_RULES: tuple[Callable[[_At], Fault | None], ...] = (
    _tab, _strange_sign, _star, _marked, _unclosed_quote, _escape, _link, _bracket, _no_colon,
    _no_space, _colon, _first_sign, _list_in_line, _after_quote, _uneven,
)  # fmt: skip
