"""Holds raw HTML and attribute lists in prose to a safe list: nothing in a page may run or fetch.

What Markdown makes by itself is not looked at here; links have a check of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem, problem
from .prose_lines import Prose

TAGS = frozenset(
    "abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em figcaption figure"
    " h2 h3 h4 hr i ins kbd li mark ol p pre q s samp section small span strong sub summary sup"
    " table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Elements that mark up text and do nothing else."""
ATTRIBUTES = frozenset(
    "class id lang dir title datetime colspan rowspan scope markdown open start reversed".split()
)

_TAG = re.compile(r"<(/?)([A-Za-z!?][\w:-]*)((?>[^<>\"']|\"[^\"]*\"|'[^']*')*+[^<>]*)")
_ADDRESS = re.compile(r"<(?:https?://[^\s<>]+|(?:mailto:)?[^\s<>@:]+@[^\s<>@:]+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)\s*(?:=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_LIST = re.compile(r"\{:?[ \t]*([^{}\n]*)\}")
_LISTED = re.compile(r"([\w:@.-]+)\s*=")
_ACTIVE = re.compile(
    r"\{[^\n]*?(?<![\w-])(on\w+|style|srcdoc|href|src|action)\s*=[^\n]*\}", re.IGNORECASE
)
"""In braces that hold braces again, only what runs: the rest may be words."""
_BLOCK = re.compile(
    r"^[ \t>*+-]*(?:\d+[.)])?[ \t]*/{3,}[^/\n][^\n]*\n((?:[ \t>]*[ \t]{4}[^\n]*\S[^\n]*\n?)+)",
    re.MULTILINE,
)
"""A block and the lines of its options, which are YAML."""
_FENCED = re.compile(r"^((~{3,}|`{3,})[^\n`]*\n)(?:.*?\n)??\2[ ]*$", re.MULTILINE | re.DOTALL)
_MARKED = re.compile(r"(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_INLINE = (
    "abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var"
)
_BEGINS = re.compile(rf" {{0,3}}</?(?!(?:{_INLINE})\b)[A-Za-z!?]")
"""HTML that is a block: its line is no Markdown."""
_OPTION = re.compile(r"[\s>]*(?:open|new|select):\s*(?:true|false)\s*")


def html(prose: Prose) -> Iterator[Problem]:
    """Report elements and attributes that are not on the list."""
    body = _without_certain_code(prose.body)
    for found in _TAG.finditer(body):
        name, rest = found[2].lower(), found[3]
        if name.startswith("!--") or _ADDRESS.match(body, found.start()):
            continue
        if name not in TAGS and not found[1]:
            what = f"‘<{found[2][:40]}’ is raw HTML that pages may not hold"
            remedy = "write it in Markdown, or put it in `code` if it is to be seen as it is"
            yield problem(prose.where(found.start()), what, remedy, "html")
            continue
        for attribute in _ATTRIBUTE.finditer(rest):
            if attribute[1].lower() not in ATTRIBUTES:
                yield _attribute(prose, found.start(), attribute[1])
    yield from _lists(prose, body)
    for found in _BLOCK.finditer(body):
        for line in found[1].splitlines():
            if not _OPTION.fullmatch(line):
                yield _attribute(prose, found.start(1), line.strip(" >\t"))
                break


def _lists(prose: Prose, body: str) -> Iterator[Problem]:
    """Report attributes in braces: ``{ .class onclick=… }``."""
    for found in _LIST.finditer(body):
        names = dict.fromkeys(_LISTED.findall(found[1]))
        wrong = [name for name in names if name.lower() not in ATTRIBUTES]
        yield from (_attribute(prose, found.start(), name) for name in wrong)
    for found in _ACTIVE.finditer(body):
        if not _LIST.fullmatch(found[0]):
            yield _attribute(prose, found.start(), found[1])


def _without_certain_code(body: str) -> str:
    """Blank what every reader of Markdown takes for code: what only some do may run with others."""
    body = _FENCED.sub(lambda found: found[1] + _blank(found[0][len(found[1]) :]), body)
    return "\n".join(_without_marked(line) if "`" in line else line for line in body.split("\n"))


def _without_marked(line: str) -> str:
    """Blank the code between marks on a line, up to HTML that holds a mark or is a block."""
    tags = [tag.start() for tag in _TAG.finditer(line) if "`" in tag[0] or _BEGINS.match(line)]
    end = tags[0] if tags else len(line)
    return _MARKED.sub(lambda found: _blank(found[0]) if found.start() < end else found[0], line)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _attribute(prose: Prose, at: int, name: str) -> Problem:
    what = f"the attribute ‘{name[:40]}’ may not stand in a page"
    remedy = f"leave it out: {', '.join(sorted(ATTRIBUTES))} may"
    return problem(prose.where(at), what, remedy, "html")
