"""Bounds on a page's prose: beyond them, reading it takes time out of proportion to its length.

Nobody who writes meets them; readers of Markdown take the square of the brackets in a paragraph,
and a level of the stack for each level of a list.  Signs that nobody sees are told as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Where
from .problems import Problem, problem

LENGTH = 300_000
"""Characters of a page: a book's chapter has a tenth of them."""
BRACKETS = 1_000
"""Opening brackets in one paragraph, which is at most three links a line for a page of text."""
DEEP = 100
"""Signs of quotations and lists, with blanks, before the first word of a line."""

PASSAGES = 9_999
"""Blocks of a source's text: the last that a citation can name."""

_PARAGRAPH = re.compile(r"(?:^(?!\s*$).*\n?)+", re.MULTILINE)
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no keyboard writes: controls of old, and those that turn the direction of what follows."""
_DEEP = re.compile(rf"^[ \t>*+\-\d.)]{{{DEEP},}}[^ \t>*+\-\d.)=_~`\n]", re.MULTILINE)


def beyond(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Report prose that is too long, too deep, too full of brackets, or holds what nobody sees."""

    def at(offset: int) -> Where:
        return Where(path, first_line + body.count("\n", 0, offset))

    if len(body) > LENGTH:
        what = f"the page’s prose is {len(body):,} characters long"
        yield problem(at(0), what, f"keep it under {LENGTH:,}: cut it into several", "too-long")
        return
    deep = _DEEP.search(body)
    if deep:
        what = "this line stands too deep in quotations, lists or blanks"
        yield problem(at(deep.start()), what, "begin it further to the left", "too-long")
    hidden = _HIDDEN.search(body)
    if hidden:
        what = "an invisible control character stands on this line"
        remedy = "delete it, and type the line anew"
        yield problem(at(hidden.start()), what, remedy, "control-character")
    budget = BRACKETS**2
    for paragraph in _PARAGRAPH.finditer(body):
        brackets = paragraph[0].count("[")
        budget -= brackets**2
        if budget < 0:
            what = f"this paragraph holds {brackets:,} opening brackets"
            remedy = "part it by blank lines, or write it in fewer links"
            yield problem(at(paragraph.start()), what, remedy, "too-long")
            return


def passages_beyond(text: str, path: str) -> Iterator[Problem]:
    """Report a source's text of more blocks than can be cited."""
    blocks = sum(1 for _ in _PARAGRAPH.finditer(text))
    if blocks > PASSAGES:
        what = f"the text has {blocks:,} blocks, parted by blank lines"
        yield problem(Where(path), what, f"keep it under {PASSAGES:,}: cut it up", "too-long")
