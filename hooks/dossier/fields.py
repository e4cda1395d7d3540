"""The kinds that hold other values: lists, records with known keys, mappings with free keys.

A record's keys are a table of :class:`Field` (see :mod:`dossier.schema`); reading one walks
the table over the tree, collecting every problem and leaving out what is broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as AbcMapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from .model import Where
from .problems import Problem, did_you_mean, nearest, problem
from .values import Choice, Kind, Slug, Text, short, wrong
from .yaml_text import Entry, Mapping, Node, Scalar, Sequence, as_written, stands_alone


class Table(dict[str, Any]):
    """The values read from a mapping, with where each key and the mapping itself stand."""

    where: Where
    places: dict[str, Where]

    def at(self, key: str) -> Where:
        """Return where the value of a key stands, or the mapping where the key is not given."""
        return self.places.get(key, self.where)


_FEW = 9
"""Keys of the largest mapping in a value: more than these have records only."""
_BULLETS = ("•", "‣", "–", "·")
"""What word processors put before the items of a list."""
Rule = Callable[[Table], Iterator[Problem]]
"""What must hold between the keys of one mapping."""


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    says: str = "a list"
    item: Kind = field(default_factory=Text)

    @property
    def holds(self) -> bool:
        return True

    @property
    def wanted(self) -> str:
        if isinstance(self.item, Record):
            return f"{self.says}, an entry each: - {self.item.sketch}"
        return f"{self.says}, in square brackets or a line with ‘- ’ each"

    def read(self, node: Node, name: str, problems: list[Problem]) -> tuple[Any, ...] | None:
        if isinstance(node, Scalar) and node.text is None:
            return None
        if not isinstance(node, Sequence):
            problems.append(self._no_list(node, name))
            return None
        read = []
        for item in node.items:
            if isinstance(item, Scalar) and item.text is None:
                what, remedy = f"an item of ‘{name}’ is empty", "write it, or delete its line"
                problems.append(problem(item.where, what, remedy, "empty"))
                continue
            before = len(problems)
            value = self.item.read(item, name, problems)
            if value is not None and len(problems) == before:
                read.append(value)
        if isinstance(self.item, Slug):
            problems += _twice(read, name)
        return tuple(read)

    def _no_list(self, node: Node, name: str) -> Problem:
        if isinstance(node, Mapping):
            mend = "a list: ‘- ’ before its first key and the others under it, or [ ] around { }"
            return wrong(
                node, name, "a mapping", mend if isinstance(self.item, Record) else self.wanted
            )
        text = node.text or "" if isinstance(node, Scalar) else ""
        mend = self.wanted
        if text.startswith(_BULLETS):
            listed = ", ".join(filter(None, map(str.strip, re.split("[•‣–*·]", text))))
            mend = f"[{short(listed)}], or begin each line with ‘- ’"
        elif text.startswith("-"):
            mend = f"a space after each ‘-’: ‘- {short(text.lstrip('- '))}’"
        elif not isinstance(self.item, Record):
            mend = (
                f"[{short(text)}]: {self.says} stands in square brackets, or a line with ‘- ’ each"
            )
        return wrong(node, name, f"one value, ‘{short(text)}’", mend)


def _twice(ids: list[Any], name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            what = f"‘{short(id_)}’ stands twice in ‘{name}’"
            yield problem(id_.where, what, "keep one of them", "duplicate-key")
        seen.add(id_)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    kind: Kind
    doc: str
    """What it says, in one line: shown in the guide and by editors."""
    example: str = ""
    required: bool = False
    aliases: tuple[str, ...] = ()
    """What people write for it in error."""


@dataclass(frozen=True, slots=True)
class Record(Kind):
    """A mapping with known keys."""

    says: str = "a mapping"
    fields: AbcMapping[str, Field] = field(default_factory=dict)
    what: str = "a record"
    """What the mapping is, for messages: "an actor"."""
    main: str = ""
    """The key that a bare value, written in place of the mapping, belongs to."""
    outline: str = ""
    """How to write it, where its required keys alone do not show that."""
    mend: Callable[[str], str | None] | None = None
    """Guesses the mapping that a bare value was meant for."""
    keyed: tuple[str, str] = ("", "")
    """The keys that ``a: b``, written in place of the mapping, was meant to fill."""
    rule: Rule | None = None
    instead: AbcMapping[str, str] = field(default_factory=dict)
    """A key that people write though there is none → what to do instead."""

    @property
    def holds(self) -> bool:
        return True

    @property
    def sketch(self) -> str:
        """The mapping in outline: ``{source: …, quote: …}``."""
        if self.outline:
            return self.outline
        keys = [key for key, known in self.fields.items() if known.required or key == self.main]
        return "{" + ", ".join(f"{key}: …" for key in keys or list(self.fields)[:2]) + "}"

    @property
    def wanted(self) -> str:
        return f"{self.what} as {self.sketch}"

    def read(self, node: Node, name: str, problems: list[Problem]) -> Table | None:
        if not isinstance(node, Mapping):
            problems.append(self._no_mapping(node, name))
            return None
        table = Table()
        table.where, table.places = node.where, {}
        before = len(problems)
        if self._is_keyed(node):
            (entry,), (first, second) = node.entries, self.keyed
            value = as_written((isinstance(entry.value, Scalar) and entry.value.text) or "…")
            found = f"‘{short(entry.key)}: {short(value)}’"
            meant_by = f"{{{first}: {entry.key}, {second}: {value}}}"
            problems.append(wrong(node, name, found, meant_by))
            return None
        meant = self._unknown(node, problems)
        strange = meant == {""} and not any(
            entry.key in {*self.fields, *self.instead} or stands_alone(entry)
            for entry in node.entries
        )
        if strange and len(self.fields) < _FEW:
            problems[before:] = [self._another(node)]
            return None
        for entry in node.entries:
            known = self.fields.get(entry.key)
            if known and not self._held(entry):
                self._value(entry, known, table, problems)
        self._missing(table, node, meant, problems)
        if self.rule and len(problems) == before:
            problems += self.rule(table)
        return table

    def _another(self, node: Mapping) -> Problem:
        """Return the one problem of a mapping that is of another kind altogether."""
        first = node.entries[0]
        what = f"‘{short(first.key)}’ is no key of {self.what}"
        return problem(first.key_where, what, f"write {self.wanted}", "unknown-key")

    def _held(self, entry: Entry) -> set[str]:
        """Return the keys of this record that stand one level too deep, in one of its values."""
        known = self.fields.get(entry.key)
        holding = [key for key, each in self.fields.items() if each.kind.holds]
        misspelt = not known and get_close_matches(entry.key, holding, n=1, cutoff=0.75)
        if not isinstance(entry.value, Mapping) or misspelt or (known and known.kind.holds):
            return set()
        return {inner.key for inner in entry.value.entries} & self.fields.keys()

    def _is_keyed(self, node: Mapping) -> bool:
        """Say whether a mapping is a value by its name alone: ``2026-11-22: The date``."""
        if not all(self.keyed) or len(node.entries) != 1 or self._held(node.entries[0]):
            return False
        key = node.entries[0].key
        return key not in self.instead and not self._meant(key, set())[1]

    def _no_mapping(self, node: Node, name: str) -> Problem:
        if isinstance(node, Sequence):
            texts = [item.text for item in node.items if isinstance(item, Scalar)]
            keys = [key for key, known in self.fields.items() if known.required]
            if texts and len(texts) == len(node.items) <= len(keys):
                pairs = (
                    f"{key}: {text}" for key, text in zip(keys, [*texts, "…", "…"], strict=False)
                )
                return wrong(node, name, "a list", "{" + ", ".join(pairs) + "}")
            if len(node.items) == 1 and isinstance(node.items[0], Mapping):
                return wrong(
                    node, name, "a list", "one mapping: take the ‘- ’ or the brackets away"
                )
            return wrong(node, name, "a list", self.wanted)
        text = node.text if isinstance(node, Scalar) else None
        if text is None:
            what, remedy = f"‘{name}’ is empty", f"write {self.wanted}, or leave the key out"
            return problem(node.where, what, remedy, "empty")
        filled = (self.mend(text) if self.mend else None) or self.wanted
        if self.main:
            filled = self.sketch.replace(f"{self.main}: …", f"{self.main}: {as_written(text)}")
        return wrong(node, name, f"‘{short(text)}’", filled)

    def _unknown(self, node: Mapping, problems: list[Problem]) -> set[str]:
        """Report the keys there are none of; return the keys that are likely meant by them."""
        meant: set[str] = set()
        said: set[str] = set()
        given = {entry.key for entry in node.entries}
        for entry in node.entries:
            held = self._held(entry)
            if held:
                meant |= {entry.key, *held}
                what = f"‘{short(entry.key)}’ stands between {self.what} and its keys"
                remedy = "take it away, and put the keys that it holds in its place"
                problems.append(problem(entry.key_where, what, remedy, "unknown-key"))
            if held or entry.key in self.fields:
                continue
            remedy, key = self._meant(entry.key, given)
            meant.add(key)
            if remedy in said and entry.key in self.instead:
                continue
            said.add(remedy)
            what = f"‘{short(entry.key)}’ is no key of {self.what}"
            equal = re.fullmatch(r"(\w+)\s*=\s*(.+)", entry.key)
            if equal and equal[1] in self.fields:
                meant.add(equal[1])
                what = f"‘{short(entry.key)}’ has an equals sign"
                remedy = f"write ‘{equal[1]}: {short(equal[2])}’"
            elif stands_alone(entry):
                what = f"‘{short(entry.key)}’ follows a comma, which ends the value before it"
                remedy = "put that value in double quotes, comma and all"
            problems.append(problem(entry.key_where, what, remedy, "unknown-key"))
        return meant

    def _meant(self, key: str, given: set[str]) -> tuple[str, str]:
        """Return what to do about an unknown key, and the known one it likely stands for."""
        if key in self.instead:
            return self.instead[key], ""
        bare = key.strip("“”\"'‘’ \u00a0").lower()
        for name, known in self.fields.items():
            if {bare, bare.replace(" ", "-")} & {name, *known.aliases} and name not in given:
                return f"did you mean ‘{name}’?", name
        free = [name for name in self.fields if name not in given]
        near = nearest(bare.replace(" ", "_"), free)
        if near:
            return f"did you mean ‘{near}’?", near
        return did_you_mean(key, self.fields), ""

    def _value(self, entry: Entry, known: Field, table: Table, problems: list[Problem]) -> None:
        is_list = isinstance(known.kind, ListOf)
        table.places[entry.key] = entry.key_where if is_list else entry.value.where
        before = len(problems)
        value = known.kind.read(entry.value, entry.key, problems)
        if value is not None:
            table[entry.key] = value
        elif known.required and len(problems) == before:
            what = f"‘{entry.key}’ is empty"
            remedy = f"write {known.kind.wanted}{_example(entry.key, known)}"
            problems.append(problem(entry.value.where, what, remedy, "empty"))

    def _missing(
        self, table: Table, node: Mapping, meant: set[str], problems: list[Problem]
    ) -> None:
        for key, known in self.fields.items():
            if known.required and key not in table.places and key not in meant:
                remedy = f"add it: {known.kind.wanted}{_example(key, known)}"
                what = f"{self.what} has no ‘{key}’"
                problems.append(problem(node.where, what, remedy, "missing-key"))


def _example(key: str, known: Field) -> str:
    return f", for example ‘{key}: {known.example}’" if known.example else ""


@dataclass(frozen=True, slots=True)
class Dictionary(Kind):
    """A mapping whose keys are the contributor's (ids, passages): key → one kind of value."""

    says: str = "a mapping"
    key: Kind = field(default_factory=Text)
    value: Kind = field(default_factory=Text)
    empty_value: bool = False
    """Whether a key may stand without a value."""
    sketch: str = "key: value"

    @property
    def holds(self) -> bool:
        return True

    @property
    def wanted(self) -> str:
        return f"{self.says}, a line each: ‘{self.sketch}’"

    def read(self, node: Node, name: str, problems: list[Problem]) -> Table | None:
        if isinstance(node, Scalar) and node.text is None:
            return None
        if not isinstance(node, Mapping):
            found = "a list" if isinstance(node, Sequence) else f"one value, ‘{short(node.text)}’"
            problems.append(wrong(node, name, found, self.wanted))
            return None
        table = Table()
        table.where, table.places = node.where, {}
        for entry in node.entries:
            key = self._key(entry, name, problems)
            if key is None:
                continue
            value = self.value.read(entry.value, f"{name}: {key}", problems)
            if value is not None or self.empty_value:
                table[key] = value
                table.places[key] = entry.key_where
        return table

    def _key(self, entry: Entry, name: str, problems: list[Problem]) -> str | None:
        if isinstance(self.key, Choice) and entry.key not in self.key.options:
            what = f"‘{short(entry.key)}’ is no key of ‘{name}’"
            remedy = did_you_mean(entry.key, self.key.options)
            problems.append(problem(entry.key_where, what, remedy, "unknown-key"))
            return None
        key: str | None = self.key.read(
            Scalar(entry.key, entry.key_where, quoted=True), f"a key of {name}", problems
        )
        return key


@dataclass(frozen=True, slots=True)
class Either(Kind):
    """Plain text as a short form, or a mapping: ``ISIS`` or ``{text: …, lang: ar}``."""

    says: str = "text, or a mapping"
    short: Kind = field(default_factory=Text)
    long: Kind = field(default_factory=Record)
    key: str = "text"
    """The key of the long form that the short form fills."""

    @property
    def holds(self) -> bool:
        return True

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
