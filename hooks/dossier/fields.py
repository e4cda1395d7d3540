"""What a record may say, as data: each kind of value reads a YAML node or says what is wrong with it.

A record's keys are a table of :class:`Field` (see :mod:`dossier.schema`); reading one walks
the table over the tree, collecting every problem and leaving out what is broken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AbcMapping
from dataclasses import dataclass, field
from typing import Any

from . import edtf
from .model import Where
from .problems import Problem, did_you_mean, problem
from .yaml_text import Mapping, Node, Scalar, Sequence

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Word(str):
    """A text that knows where it stands, so that whoever finds it wrong can say where."""

    __slots__ = ("where",)
    where: Where

    def __new__(cls, text: str, where: Where) -> Word:
        word = super().__new__(cls, text)
        word.where = where
        return word


def where_of(value: object, otherwise: Where) -> Where:
    """Return where a value was written, if it knows."""
    return value.where if isinstance(value, Word) else otherwise


class Table(dict[str, Any]):
    """The values read from a mapping, with where each key and the mapping itself stand."""

    where: Where
    places: dict[str, Where]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value; subclasses read one node of it."""

    says: str = ""
    """What it is, for messages and the guide: "a line of text"."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> Any:
        raise NotImplementedError

    def scalar(self, node: Node, name: str, problems: list[Problem]) -> Word | None:
        """Return the node's text, reporting a list or mapping where one value belongs."""
        if isinstance(node, Scalar):
            return None if node.text is None else Word(node.text, node.where)
        found = "a list" if isinstance(node, Sequence) else "a mapping"
        problems.append(_wrong(node, name, found, self.says))
        return None


def _wrong(node: Node, name: str, found: str, wanted: str) -> Problem:
    return problem(node.where, f"‘{name}’ is {found}", f"write {wanted}", "wrong-type")


@dataclass(frozen=True, slots=True)
class Text(Kind):
    says: str = "a line of text"
    pattern: str | None = None
    limit: int = 2_000

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        written = self.scalar(node, name, problems)
        if written is None:
            return None
        text = Word(" ".join(written.split()), node.where)
        if not text:
            problems.append(
                problem(
                    node.where,
                    f"‘{name}’ is empty",
                    f"write {self.says}, or leave the key out",
                    "empty",
                )
            )
            return None
        if len(text) > self.limit:
            problems.append(
                problem(
                    node.where,
                    f"‘{name}’ is {len(text):,} characters long",
                    f"keep it under {self.limit:,}",
                    "too-long",
                )
            )
            return None
        if any("\ud800" <= c <= "\udfff" or (c < " ") or c in _BIDI for c in text):
            problems.append(
                problem(
                    node.where,
                    f"‘{name}’ holds an invisible control character",
                    "type the text anew",
                    "control-character",
                )
            )
            return None
        if self.pattern and not re.fullmatch(self.pattern, text):
            problems.append(
                problem(node.where, f"‘{name}’ is ‘{text}’", f"write {self.says}", "wrong-form")
            )
            return None
        return text


_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x7f"


@dataclass(frozen=True, slots=True)
class Slug(Kind):
    says: str = "an identifier: small letters, digits and hyphens"

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        text = self.scalar(node, name, problems)
        if text is None or SLUG.fullmatch(text):
            return text
        suggestion = "-".join(re.findall(r"[a-z0-9]+", text.lower()))
        remedy = f"write ‘{suggestion}’" if suggestion else f"write {self.says}"
        problems.append(
            problem(node.where, f"‘{name}’ is ‘{text}’, no identifier", remedy, "identifier")
        )
        return None


@dataclass(frozen=True, slots=True)
class Date(Kind):
    says: str = "a date as EDTF: 2016-03-27, 2016-03, 2015-22 (summer) or 2016-03-20/2016-03-26"

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        text = self.scalar(node, name, problems)
        if text is None:
            return None
        try:
            edtf.parse(text)
        except edtf.EdtfError as error:
            problems.append(
                problem(node.where, f"‘{name}’ is ‘{text}’: {error}", error.remedy, "date")
            )
            return None
        return text


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    says: str = "one of the words given"
    options: tuple[str, ...] = ()

    def read(self, node: Node, name: str, problems: list[Problem]) -> str | None:
        text = self.scalar(node, name, problems)
        if text is None or text in self.options:
            return text
        problems.append(
            problem(node.where, f"‘{name}’ is ‘{text}’", did_you_mean(text, self.options), "choice")
        )
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
        problems.append(
            problem(node.where, f"‘{name}’ is ‘{text}’", "write true or false", "wrong-type")
        )
        return None


@dataclass(frozen=True, slots=True)
class Number(Kind):
    says: str = "a number in digits"
    low: float = float("-inf")
    high: float = float("inf")
    whole: bool = False

    def read(self, node: Node, name: str, problems: list[Problem]) -> float | int | None:
        text = self.scalar(node, name, problems)
        if text is None:
            return None
        if not re.fullmatch(r"[-+]?\d{1,15}(?:\.\d{1,15})?", text) or (self.whole and "." in text):
            digits = re.sub(r"[,_\s](?=\d{3}\b)", "", text)
            hint = (
                f"write {digits}"
                if digits != text and digits.lstrip("-").isdigit()
                else f"write {self.says}"
            )
            problems.append(problem(node.where, f"‘{name}’ is ‘{text}’, no number", hint, "number"))
            return None
        value = float(text) if "." in text else int(text)
        if not self.low <= value <= self.high:
            problems.append(
                problem(
                    node.where,
                    f"‘{name}’ is {text}, out of range",
                    f"write a number from {self.low:g} to {self.high:g}",
                    "out-of-range",
                )
            )
            return None
        return value


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    says: str = "a list"
    item: Kind = field(default_factory=Text)

    def read(self, node: Node, name: str, problems: list[Problem]) -> tuple[Any, ...] | None:
        if isinstance(node, Scalar) and node.text is None:
            return None
        if not isinstance(node, Sequence):
            found = (
                "a mapping" if isinstance(node, Mapping) else f"one value, ‘{_short(node.text)}’"
            )
            problems.append(
                _wrong(
                    node, name, found, f"{self.says}, in square brackets or a line with ‘- ’ each"
                )
            )
            return None
        read = (self.item.read(item, name, problems) for item in node.items)
        return tuple(value for value in read if value is not None)


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= 40 else text[:39] + "…"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    kind: Kind
    doc: str
    """What it says, in one line: shown in the guide and by editors."""
    example: str = ""
    required: bool = False
    nullable: bool = True
    """Whether ``null`` may be written (and means the same as leaving the key out)."""


@dataclass(frozen=True, slots=True)
class Record(Kind):
    """A mapping with known keys."""

    says: str = "a mapping"
    fields: AbcMapping[str, Field] = field(default_factory=dict)
    what: str = "a record"
    """What the mapping is, for messages: "an actor"."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> Table | None:
        if not isinstance(node, Mapping):
            found = "a list" if isinstance(node, Sequence) else f"‘{_short(node.text)}’"
            keys = ", ".join(f"{key}: …" for key in list(self.fields)[:3])
            problems.append(_wrong(node, name, found, f"{self.what} as a mapping: {keys}"))
            return None
        table = Table()
        table.where, table.places = node.where, {}
        for entry in node.entries:
            known = self.fields.get(entry.key)
            if known is None:
                problems.append(
                    problem(
                        entry.key_where,
                        f"‘{_short(entry.key)}’ is no key of {self.what}",
                        did_you_mean(entry.key, self.fields),
                        "unknown-key",
                    )
                )
                continue
            table.places[entry.key] = (
                entry.value.where if known.kind.__class__ is not ListOf else entry.key_where
            )
            before = len(problems)
            value = known.kind.read(entry.value, entry.key, problems)
            if value is not None:
                table[entry.key] = value
            elif known.required and len(problems) == before:
                problems.append(
                    problem(
                        entry.value.where,
                        f"‘{entry.key}’ is empty",
                        f"write {known.kind.says}",
                        "empty",
                    )
                )
        self._missing(table, node, problems)
        return table

    def _missing(self, table: Table, node: Mapping, problems: list[Problem]) -> None:
        for key, known in self.fields.items():
            if known.required and key not in table.places:
                example = f", for example ‘{key}: {known.example}’" if known.example else ""
                problems.append(
                    problem(
                        node.where,
                        f"{self.what} has no ‘{key}’",
                        f"add it: {known.kind.says}{example}",
                        "missing-key",
                    )
                )


@dataclass(frozen=True, slots=True)
class Dictionary(Kind):
    """A mapping whose keys are the contributor's (ids, passages): key → one kind of value."""

    says: str = "a mapping"
    key: Kind = field(default_factory=Text)
    value: Kind = field(default_factory=Text)
    empty_value: bool = False
    """Whether a key may stand without a value."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> Table | None:
        if isinstance(node, Scalar) and node.text is None:
            return None
        if not isinstance(node, Mapping):
            problems.append(
                _wrong(node, name, "no mapping", f"{self.says}: ‘key: value’, a line each")
            )
            return None
        table = Table()
        table.where, table.places = node.where, {}
        for entry in node.entries:
            key = self.key.read(Scalar(entry.key, entry.key_where), name, problems)
            if key is None:
                continue
            value = self.value.read(entry.value, f"{name}: {key}", problems)
            if value is not None or self.empty_value:
                table[key] = value
                table.places[key] = entry.key_where
        return table


@dataclass(frozen=True, slots=True)
class Either(Kind):
    """Plain text as a short form, or a mapping: ``ISIS`` or ``{text: …, lang: ar}``."""

    says: str = "text, or a mapping"
    short: Kind = field(default_factory=Text)
    long: Kind = field(default_factory=Record)
    key: str = "text"
    """The key of the long form that the short form fills."""

    def read(self, node: Node, name: str, problems: list[Problem]) -> Table | None:
        if isinstance(node, Mapping):
            read: Table | None = self.long.read(node, name, problems)
            return read
        text = self.short.read(node, name, problems)
        if text is None:
            return None
        table = Table({self.key: text})
        table.where, table.places = node.where, {}
        return table
