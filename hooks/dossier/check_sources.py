"""Holds a source's record against its text: checksum, parts, guides, descriptions."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from .checking import Checked
from .model import SourceRecord, Where
from .problems import Problem, problem
from .values import where_of

_TAGS = re.compile(
    r"</(?:a|body|div|em|h[1-6]|html|li|p|span|strong)>|<!doctype html", re.IGNORECASE
)


def sources(checked: Checked) -> Iterator[Problem]:
    """A source's record fits its text."""
    for record in checked.records.sources.values():
        if record.text is None:
            continue
        if _TAGS.search(record.text):
            where = Where(f"{record.path.removesuffix('.yml')}.txt")
            what, remedy = (
                "the text holds HTML tags",
                "save the article as plain text, without them",
            )
            yield problem(where, what, remedy, "wrong-form")
            continue
        yield from _parts(checked, record)
        yield from _called(checked, record)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def text_changed(record: SourceRecord) -> list[Problem]:
    """Report a text that is not the one of the checksum: what rests on it cannot be held to it."""
    if record.text is None or not record.sha256:
        return []
    actual = _digest(record.text)
    if record.sha256 == actual:
        return []
    what = f"the text of ‘{record.id}’ is not the one this checksum was made of"
    remedy = (
        f"restore seeds/{record.id}.txt as it was; if the new text is right, write sha256: {actual}"
    )
    if _digest(record.text.replace("\r\n", "\n")) == record.sha256:
        what = f"an editor, or git, has changed the line ends of seeds/{record.id}.txt to CRLF"
        remedy = "save it with line ends LF; in git: git config core.autocrlf input"
    return [problem(record.keys["sha256"], what, remedy, "text-changed")]


def speaks_of_text(record: SourceRecord) -> list[Problem]:
    """Report the first key of a record without a text that makes sense with one only."""
    for key, value in (
        ("sha256", record.sha256),
        ("parts", record.parts),
        ("passages", record.guides or record.notes),
        ("called", record.called),
    ):
        if value:
            what = f"‘{key}’ speaks of a text, and there is no seeds/{record.id}.txt"
            remedy = f"add the text as seeds/{record.id}.txt, or leave the key out"
            where = record.keys.get(key, Where(record.path))
            return [problem(where, what, remedy, "no-text")]
    return []


def _parts(checked: Checked, record: SourceRecord) -> Iterator[Problem]:
    passages = checked.dossier.readings[record.id].passages
    for role, block in record.parts.items():
        if block > len(passages):
            what = f"‘{role}’ is block {block}, and the text has {len(passages)}"
            yield problem(
                checked.source(record, "parts"),
                what,
                f"write a number from 1 to {len(passages)}",
                "unknown-passage",
            )
    repeated = [block for block, times in Counter(record.parts.values()).items() if times > 1]
    for block in repeated:
        yield problem(
            checked.source(record, "parts"),
            f"block {block} has two roles",
            "give each block one role",
            "unknown-passage",
        )
    known = [passage.id for passage in passages]
    for passage in dict.fromkeys((*record.guides, *record.notes)):
        if passage not in known:
            where = where_of(passage, checked.source(record, "passages"))
            what = f"‘{record.id}’ has no passage ‘{passage}’"
            yield problem(
                where, what, f"its passages are {', '.join(known[:30])}", "unknown-passage"
            )


def _called(checked: Checked, record: SourceRecord) -> Iterator[Problem]:
    text = " ".join((record.text or "").split()).translate(_QUOTES).lower()
    claimed: dict[str, str] = {}
    for actor, descriptions in record.called.items():
        for description in descriptions:
            where = where_of(description, checked.source(record, "called"))
            if description.translate(_QUOTES).lower() not in text:
                what = f"‘{description}’ does not stand in the text"
                yield problem(
                    where,
                    what,
                    "copy the description from the text, or leave it out",
                    "called-not-found",
                )
            other = claimed.setdefault(description, actor)
            if other != actor:
                what = f"‘{description}’ is said to mean ‘{other}’ and ‘{actor}’"
                yield problem(where, what, "keep it for one of them", "name-twice")


_QUOTES = str.maketrans("’‘“”", "''\"\"")
