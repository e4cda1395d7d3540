"""Problems: what is wrong, where, and the way out; collected, sorted and shown together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from .model import Where

CODES = (
    "basemap", "block", "broken-link", "called-not-found", "choice", "circle", "citation-form",
    "citation-in-heading", "code-block", "conflict", "control-character", "curly-quotes",
    "date", "date-against-evidence", "duplicate-key", "empty", "encoding",
    "figure-against-evidence", "folder", "front-matter", "heading", "html", "identifier",
    "identifier-twice", "missing-key", "missing-record", "name-twice", "no-evidence", "no-text",
    "number", "out-of-range", "picture", "plain-text", "quote-not-found", "quote-too-long",
    "quote-twice", "register", "relation-form", "speaker-not-named", "statement-form",
    "statement-id", "swapped", "symlink", "text-changed", "too-long", "unknown-actor",
    "unknown-event", "unknown-key", "unknown-passage", "unknown-place", "unknown-source",
    "weak-evidence", "words-shown", "wrong-form", "wrong-type", "yaml",
)  # fmt: skip
"""The kinds of mistake there are; each has a paragraph of the guide."""
GUIDE = "docs/about/contribute-mistakes.md"
"""The page of the guide with a paragraph on each kind of mistake."""
_ROOM = 600
"""Characters that what is wrong, and what to do, may each take, whatever they quote."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    path: str
    """Relative to the project's folder, with ``/``."""
    line: int
    column: int
    what: str
    remedy: str
    code: str
    """Names the kind of mistake; also the anchor of its paragraph in the guide."""

    @property
    def guide(self) -> str:
        """Where the guide explains this kind of mistake."""
        return f"{GUIDE}#{self.code}"

    def __str__(self) -> str:
        place = f"{_plain(self.path)}:{self.line}:{self.column}"
        return f"{place}: {self.what}; {self.remedy} [{self.guide}]"


def problem(where: Where, what: str, remedy: str, code: str) -> Problem:
    """Return the problem at ``where``: not too long, its control characters made visible."""
    return Problem(where.path, where.line, where.column, _plain(what), _plain(remedy), code)


def _plain(text: str) -> str:
    folded = " ".join(text.split())
    if len(folded) > _ROOM:
        folded = folded[: _ROOM - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in folded)


def nearest(value: str, options: Iterable[str]) -> str | None:
    """Return the option most like ``value``, or None where nothing is like it."""
    found = get_close_matches(value, sorted(options), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(value: str, options: Iterable[str]) -> str:
    """Return "did you mean ‘x’?", or the options themselves where none is near."""
    options = sorted(options)
    near = nearest(value, options)
    if near:
        return f"did you mean ‘{near}’?"
    if len(options) <= 12:
        return "use one of: " + ", ".join(options) if options else "there is none to choose from"
    return f"use one of: {', '.join(options[:12])}, …"
