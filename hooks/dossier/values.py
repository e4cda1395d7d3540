"""What one value of a record may be: each kind reads a YAML scalar or says what is wrong with it.

The kinds that hold several values (lists, records) are in :mod:`dossier.fields`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from . import edtf, mending
from .model import Where
from .plain_text import marks, markup
from .problems import Problem, did_you_mean, problem
from .yaml_text import Node, Scalar, Sequence

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CURLY = re.compile(r"[“”„‟«»]|(?<!\w)[‘‚]|[’‘](?!\w)")
_UNKNOWN = frozenset(("unknown", "not known", "not stated", "n/a", "none", "?", "tba", "tbd"))
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x7f"


class Word(str):
    """A text that knows where it stands, so that whoever finds it wrong can say where."""

    __slots__ = ("where",)
    where: Where

    def __new__(cls, text: str, where: Where) -> Self:
        word = super().__new__(cls, text)
        word.where = where
        return word

    def __reduce__(self) -> tuple[type[Word], tuple[str, Where]]:
        """Return what a copy is made of, in this process or another."""
        return Word, (str(self), self.where)


def where_of(value: object, otherwise: Where) -> Where:
    """Return where a value was written, if it knows."""
    return value.where if isinstance(value, Word) else otherwise


def short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= 60 else text[:59] + "…"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value; subclasses read one node of it."""

    says: str = ""
    """What it is, for messages and the guide: "a line of text"."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - each its own
        """Return the value, or None where nothing stands or (with a problem added) it is wrong."""
        raise NotImplementedError

    @property
    def wanted(self) -> str:
        """What to write, for messages."""
        return self.says

    @property
    def holds(self) -> bool:
        """Whether it may be a mapping, or hold one."""
        return False

    def scalar(self, node: Node, name: str, problems: list[Problem]) -> Word | None:
        """Return the node's text, reporting a list or mapping where one value belongs."""
        if isinstance(node, Scalar):
            return None if node.text is None else Word(node.text, node.where)
        one = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else None
        alone = one.text if isinstance(one, Scalar) else None
        found = "a list" if isinstance(node, Sequence) else "a mapping"
        remedy = f"‘{short(alone)}’, without the brackets" if alone else self.wanted
        problems.append(wrong(node, name, found, remedy))
        return None


def wrong(node: Node, name: str, found: str, wanted: str) -> Problem:
    return problem(node.where, f"‘{name}’ is {found}", f"write {wanted}", "wrong-type")


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """A line of text; ``pattern`` is its form, ``mend`` guesses what was meant by another."""

    says: str = "a line of text"
    pattern: str | None = None
    mend: Callable[[str], str | None] | None = None
    limit: int = 2_000
    verbatim: bool = False
    """Whether it is words of a source, which may hold any signs."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        written = self.scalar(node, name, problems)
        if written is None:
            return None
        text = Word(" ".join(written.split()), node.where)
        fault = self._fault(text, name, plain=isinstance(node, Scalar) and not node.quoted)
        if fault:
            problems.append(problem(node.where, *fault))
        return None if fault else text

    def _fault(self, text: str, name: str, *, plain: bool) -> tuple[str, str, str] | None:
        """Return (what, what to do, code) of what is wrong with the text."""
        if not text:
            return f"‘{name}’ is empty", f"write {self.says}, or leave the key out", "empty"
        if len(text) > self.limit:
            what = f"‘{name}’ is {len(text):,} characters long"
            return what, f"keep it under {self.limit:,}", "too-long"
        if any("\ud800" <= c <= "\udfff" or (c < " ") or c in _BIDI for c in text):
            what = f"‘{name}’ holds an invisible control character"
            return what, "type the text anew", "control-character"
        held = markup(text) or (None if self.verbatim else marks(text))
        if held:
            return f"‘{name}’ holds {held[0]}", held[1], held[2]
        if self.pattern and not re.fullmatch(self.pattern, text):
            return self._misformed(text, name)
        if plain and len(_CURLY.findall(text)) == 2 and all(map(_CURLY.match, (text[0], text[-1]))):
            what = f"‘{name}’ is {short(text)}, its curly quotation marks part of the value"
            return what, f'write {text[1:-1]} without them, or put all of it in "…"', "curly-quotes"
        return None

    def _misformed(self, text: str, name: str) -> tuple[str, str, str]:
        guess = self.mend(text) if self.mend else None
        good = guess and re.fullmatch(self.pattern or "", guess)
        remedy = f"write {guess}" if good else f"write {self.says}"
        return f"‘{name}’ is ‘{short(text)}’", remedy, "wrong-form"


@dataclass(frozen=True, slots=True)
class Slug(Kind):
    says: str = "an identifier: small letters, digits and hyphens"
    of: str = ""
    """What it names: an actor, a place or a source; empty where it need not be there."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        text = self.scalar(node, name, problems)
        if text is None or SLUG.fullmatch(text):
            return text
        before, colon, after = text.partition(":")
        if "://" in text:
            remedy = "write the name of its file, without the ending"
        elif name == "source" and colon and SLUG.fullmatch(before) and after.strip():
            remedy = f"write ‘source: {before}’ and ‘passage: {after.strip()}’"
        else:
            stem = re.sub(r"\.(md|yml|txt)$", "", text.rpartition("/")[2] or text)
            guess = mending.slug(stem)
            remedy = f"write ‘{guess}’" if guess else f"write {self.says}"
        what = f"‘{name}’ is ‘{short(text)}’, no identifier"
        strange = next((c for c in text if c.isalpha() and not mending.slug(c)), None)
        if strange:
            what += f": ‘{strange}’ is {unicodedata.name(strange, 'no letter').lower()}"
            remedy = f"write {self.says}"
        problems.append(problem(node.where, what, remedy, "identifier"))
        return None


@dataclass(frozen=True, slots=True)
class Date(Kind):
    says: str = "a date as EDTF: 2016-03-27, 2016-03, 2015-22 (summer) or 2016-03-20/2016-03-26"

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        if isinstance(node, Sequence):
            ends = [item.text or "" for item in node.items if isinstance(item, Scalar)]
            if len(ends) == len(node.items) == 2 and all(map(edtf.is_edtf, ends)):
                problems.append(wrong(node, name, "a list", "/".join(ends)))
                return None
        text = self.scalar(node, name, problems)
        if text is None:
            return None
        if text.lower() in _UNKNOWN:
            what, remedy = f"‘{name}’ is ‘{text}’", "leave it out: what nobody states is not stated"
            problems.append(problem(node.where, what, remedy, "date"))
            return None
        try:
            edtf.parse(text)
        except edtf.EdtfError as error:
            what = str(error)
            named = what if short(text)[:20] in what else f"‘{short(text)}’: {what}"
            problems.append(problem(node.where, f"‘{name}’: {named}", error.remedy, "date"))
            return None
        return text


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    says: str = "one of the words given"
    options: tuple[str, ...] = ()
    meant: Mapping[str, str] = field(default_factory=dict)
    """What people write in error → the option they mean."""

    @property
    def wanted(self) -> str:
        return f"one of {', '.join(self.options)}"

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        text = self.scalar(node, name, problems)
        if text is None or text in self.options:
            return text
        what = f"‘{name}’ is ‘{short(text)}’"
        option = self.meant.get(text.lower())
        remedy = f"did you mean ‘{option}’?" if option else did_you_mean(text, self.options)
        problems.append(problem(node.where, what, remedy, "choice"))
        return None


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    says: str = "true or false"

    def read(self, node: Node, name: str, problems: list[Problem]) -> bool | None:
        text = self.scalar(node, name, problems)
        if text is None:
            return None
        if text.lower() in ("true", "false"):
            return text.lower() == "true"
        remedy = f"write {mending.flag(text) or self.says}"
        problems.append(problem(node.where, f"‘{name}’ is ‘{short(text)}’", remedy, "wrong-type"))
        return None


@dataclass(frozen=True, slots=True)
class Number(Kind):
    says: str = "a number in digits"
    low: float = float("-inf")
    high: float = float("inf")
    whole: bool = False
    mend: Callable[[str], str | None] = mending.number
    qualified: bool = False
    """Whether a key ‘qualifier’ stands beside it."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> float | int | None:
        text = self.scalar(node, name, problems)
        if text is None:
            return None
        if not self._is_number(text):
            guess = self.mend(text)
            good = guess is not None and self._is_number(guess) and self._fits(guess)
            hedge = mending.hedge(text) if good and self.qualified else None
            beside = f", and ‘qualifier: {hedge}’ beside it" if hedge else ""
            ends = mending.ends(text) if self.qualified else None
            remedy = f"write {ends or (guess if good else self.says)}{beside}"
            what = f"‘{name}’ is ‘{short(text)}’, no number"
            problems.append(problem(node.where, what, remedy, "number"))
            return None
        if not self._fits(text):
            guess = self.mend(text)
            good = guess is not None and guess != text and self._fits(guess)
            bounds = f"write {guess}" if good else f"write a number {self._range()}"
            what = f"‘{name}’ is {text}, out of range"
            problems.append(problem(node.where, what, bounds, "out-of-range"))
            return None
        return float(text) if "." in text else int(text)

    def _is_number(self, text: str) -> bool:
        form = r"[-+]?\d{1,15}" if self.whole else r"[-+]?\d{1,15}(?:\.\d{1,15})?"
        return text.isascii() and bool(re.fullmatch(form, text))

    def _fits(self, text: str) -> bool:
        return self.low <= float(text) <= self.high

    def _range(self) -> str:
        if self.high == float("inf"):
            return f"of at least {self.low:g}"
        return f"from {self.low:g} to {self.high:g}"
