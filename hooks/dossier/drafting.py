"""Writes draft records as the files a person would write: front matter, evidence, prose."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from .drafts import draft_records
from .model import Actor, EventRecord, PageRecord, Place, Quote, StatementRecord
from .project import Project, find, read_files, read_records

_MARKS = tuple("“”„‘’«»")


@dataclass(frozen=True, slots=True)
class Drafted:
    path: str
    """In docs."""
    content: str


def draft_files(project: Project, source: str) -> list[Drafted]:
    """Return a file for each name or dated sentence of ``source`` that no page covers."""
    files, _ = read_files(project)
    records, _, _ = read_records(files)
    readings = find(records)
    named = draft_records(records, {source: readings[source]})
    groups: tuple[dict[str, PageRecord], ...] = (
        dict(named.actors),
        dict(named.places),
        dict(named.events),
    )
    drafts = [record for group in groups for record in group.values() if record.draft]
    return [
        Drafted(record.path, as_file(record)) for record in sorted(drafts, key=lambda r: r.path)
    ]


def as_file(record: PageRecord) -> str:
    """Return a record as the text of its Markdown file."""
    front: dict[str, object] = {"title": record.title}
    if isinstance(record, (Actor, Place)):
        front["kind"] = record.kind
        front["names"] = [
            name.text if name.lang == "en" else {"text": name.text, "lang": name.lang}
            for name in record.names
        ]
    if isinstance(record, EventRecord):
        front["evidence"] = [_quote(quote) for quote in record.evidence]
        if record.statements:
            front["statements"] = [_statement(statement) for statement in record.statements]
    dumped = yaml.dump(front, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000)
    return f"---\n{dumped}---\n{record.body}"


class _Dumper(yaml.SafeDumper):
    """Puts words that stand in quotation marks of their own into YAML's, as people must too."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text[:1] in _MARKS or text[-1:] in _MARKS else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _quote(quote: Quote) -> dict[str, str]:
    passage = {"passage": quote.passage} if quote.passage else {}
    return {"source": quote.source, "quote": quote.quote, **passage}


def _statement(statement: StatementRecord) -> dict[str, object]:
    given = {"id": statement.id} if statement.id else {}
    return {**given, "evidence": _quote(statement.evidence)} if statement.evidence else dict(given)
