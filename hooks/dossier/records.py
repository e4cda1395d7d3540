"""Turns files into records: bytes → text → front matter and prose → one frozen value a file.

A file whose front matter has a problem gives no record, only problems; nothing here looks at
other files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import schema
from .fields import SLUG, Record, Table
from .joined import Essay
from .model import (
    Actor,
    Change,
    EventRecord,
    Figure,
    Location,
    Name,
    OtherSource,
    Place,
    Quote,
    RelationRecord,
    SourceRecord,
    StatementRecord,
    Where,
)
from .problems import Problem, problem
from .yaml_text import Entry, Node, read_yaml
from .yaml_text import Mapping as YamlMapping

PageValue = Actor | Place | EventRecord | Essay
_THEME_KEYS = ("tags", "search", "hide", "icon", "template")


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return a file's text; a byte that is not UTF-8 or a NUL is a problem at its line."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} ({data[error.start]:#04x}) is not UTF-8"
        return "", [problem(Where(path, line), what, "save the file as UTF-8", "encoding")]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", [
            problem(Where(path, line), "the file holds a NUL character", "delete it", "encoding")
        ]
    return text, []


# --- Pages ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's file, cut in two."""

    front: Node | None
    body: str
    body_line: int
    has_front: bool


_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def _cut(text: str, path: str) -> tuple[_Page, list[Problem]]:
    if not re.match(r"---[ \t]*(\n|\Z)", text):
        return _Page(None, text, 1, has_front=False), []
    found = _FRONT.match(text)
    if not found:
        what = "the front matter does not end"
        return _Page(None, "", 1, True), [
            problem(Where(path), what, "write a line ‘---’ after its last key", "front-matter")
        ]
    front, problems = read_yaml(found[1], path, 2)
    return _Page(front, text[found.end() :], text.count("\n", 0, found.end()) + 1, True), problems


def read_page(path: str, data: bytes) -> tuple[PageValue | None, list[Problem]]:
    """Return the record or essay of one Markdown file; ``path`` is relative to the project, ``docs/…``."""
    text, problems = decode(data, path)
    if problems:
        return None, problems
    page, problems = _cut(
        text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), path
    )
    if problems:
        return None, problems
    inside = path.split("/")[1:]
    folder = inside[0] if len(inside) > 1 else ""
    is_index = inside[-1].lower() in ("index.md", "readme.md")
    if folder in schema.FOLDERS and not is_index:
        return _record(path, folder, inside, page)
    problems = _stray(path, page.front)
    essay = _essay(path, page, problems)
    return (None if problems else essay), problems


def _record(
    path: str, folder: str, inside: list[str], page: _Page
) -> tuple[PageValue | None, list[Problem]]:
    kind = schema.FOLDERS[folder]
    if len(inside) > 2:
        remedy = f"move it to docs/{folder}/{inside[-1]}: records lie directly in docs/{folder}/"
        return None, [
            problem(Where(path), "the page lies in a folder of its own", remedy, "folder")
        ]
    stem = inside[-1].removesuffix(".md")
    problems = _identifier(stem, Where(path))
    if page.front is None:
        remedy = f"begin the file with ‘---’, its keys ({_first_keys(kind)}) and ‘---’"
        return None, [
            *problems,
            problem(Where(path), f"{kind.what} without front matter", remedy, "front-matter"),
        ]
    elsewhere = _wrong_folder(path, folder, stem, page.front)
    if elsewhere:
        return None, [elsewhere]
    table = kind.read(page.front, "front matter", problems)
    if table is None or problems:
        return None, problems
    return _BUILD[folder](table, _common(table, path, stem, page)), problems


def _first_keys(kind: Record) -> str:
    return ", ".join(key for key, field in kind.fields.items() if field.required)


def _identifier(stem: str, where: Where) -> list[Problem]:
    if SLUG.fullmatch(stem) and len(stem) <= 100:
        return []
    suggestion = "-".join(re.findall(r"[a-z0-9]+", stem.lower()))[:100].strip("-") or "a-short-name"
    what = f"‘{stem}’ is no identifier: small letters, digits and hyphens, at most 100"
    return [problem(where, what, f"rename the file to ‘{suggestion}’ and its ending", "identifier")]


_TELLTALE = {
    "actors": ("side", "relations"),
    "places": ("part_of", "location", "built"),
    "timeline": (
        "evidence",
        "date",
        "other_sources",
        "statements",
        "ongoing",
        "graphic",
        "places",
        "actors",
    ),
}


def _keys(front: Node | None) -> list[Entry]:
    return list(front.entries) if isinstance(front, YamlMapping) else []


def _wrong_folder(path: str, folder: str, stem: str, front: Node) -> Problem | None:
    """Return a problem where the keys are plainly those of another kind of record."""
    keys = _keys(front)
    known = schema.FOLDERS[folder].fields
    foreign = [entry for entry in keys if entry.key not in known]
    for other, telling in _TELLTALE.items():
        told = [entry for entry in foreign if entry.key in telling]
        fits = all(entry.key in schema.FOLDERS[other].fields for entry in keys)
        if other != folder and told and fits:
            what = f"‘{told[0].key}’ belongs to {schema.FOLDERS[other].what}, and this is the folder of {known_as(folder)}"
            return problem(
                told[0].key_where,
                what,
                f"move the file to docs/{other}/{stem}.md, or leave the key out",
                "folder",
            )
    return None


def known_as(folder: str) -> str:
    """Return what lies in a folder of docs, for messages: "events"."""
    return "events" if folder == "timeline" else folder


def _stray(path: str, front: Node | None) -> list[Problem]:
    """Report a record that lies outside the folders of records."""
    keys = {entry.key for entry in _keys(front)} - set(schema.COMMON)
    for folder, kind in schema.FOLDERS.items():
        if keys and keys <= set(kind.fields) and (keys & {*_TELLTALE[folder], "kind", "names"}):
            where = Where(path, 2)
            name = path.rsplit("/", 1)[-1]
            what = (
                f"this looks like {kind.what} ({', '.join(sorted(keys))}), outside docs/{folder}/"
            )
            return [problem(where, what, f"move it to docs/{folder}/{name}", "folder")]
    return []


def _essay(path: str, page: _Page, problems: list[Problem]) -> Essay | None:
    table = Table()
    if page.front is not None and not problems:
        table = schema.ESSAY.read(page.front, "front matter", problems) or Table()
    return Essay(
        path=path.removeprefix("docs/"),
        title=table.get("title"),
        body=page.body,
        body_line=page.body_line,
        description=table.get("description"),
        note=table.get("note"),
        meta={key: table[key] for key in _THEME_KEYS if key in table},
    )


def _common(table: Table, path: str, stem: str, page: _Page) -> dict[str, Any]:
    return {
        "id": stem,
        "path": path.removeprefix("docs/"),
        "title": table["title"],
        "body": page.body,
        "body_line": page.body_line,
        "description": table.get("description"),
        "note": table.get("note"),
        "history": _history(table),
        "meta": {key: table[key] for key in _THEME_KEYS if key in table},
        "keys": table.places,
    }


def _history(table: Table) -> tuple[Change, ...]:
    return tuple(
        Change(entry["date"], entry["what"], entry.get("why")) for entry in table.get("history", ())
    )


def _names(table: Table, key: str) -> tuple[Name, ...]:
    found = dict.fromkeys(
        Name(entry["text"], entry.get("lang") or _guess_lang(entry["text"]))
        for entry in table.get(key, ())
    )
    return tuple(found)


def _guess_lang(text: str) -> str:
    """Return ``und`` for a name in another script whose language nobody gave, else ``en``."""
    return "en" if all(ord(c) < 0x370 or 0x1E00 <= ord(c) < 0x2070 for c in text) else "und"


def _titled(table: Table) -> tuple[Name, ...]:
    """Return the names, with the title first where it is not among them."""
    names = _names(table, "names")
    if any(name.text == table["title"] for name in names):
        return names
    return (Name(table["title"], _guess_lang(table["title"])), *names)


def _quote(table: Table) -> Quote:
    return Quote(table["source"], table["quote"], table.get("passage"), table.places["quote"])


def _actor(table: Table, common: dict[str, Any]) -> Actor:
    return Actor(
        **common,
        kind=table["kind"],
        side=table.get("side"),
        names=_titled(table),
        also=_names(table, "also"),
        relations=tuple(_relations(table)),
        links=dict(table.get("links", {})),
    )


def _relations(table: Table) -> list[RelationRecord]:
    return [
        RelationRecord(
            kind,
            entry[kind],
            tuple(map(_quote, entry.get("evidence", ()))),
            entry.where,
            entry.get("note"),
        )
        for entry in table.get("relations", ())
        for kind in schema.RELATION_TYPES
        if kind in entry
    ]


def _place(table: Table, common: dict[str, Any]) -> Place:
    at = table.get("location")
    return Place(
        **common,
        kind=table["kind"],
        names=_titled(table),
        also=_names(table, "also"),
        part_of=table.get("part_of"),
        location=Location(at["lat"], at["lon"], at["precision"], at.get("radius_km"))
        if at
        else None,
        status=table.get("status"),
        built=table.get("built"),
        links=dict(table.get("links", {})),
    )


def _event(table: Table, common: dict[str, Any]) -> EventRecord:
    return EventRecord(
        **common,
        evidence=tuple(map(_quote, table.get("evidence", ()))),
        date=table.get("date"),
        places=table.get("places"),
        actors=dict(table["actors"]) if "actors" in table else None,
        other_sources=tuple(
            OtherSource(
                entry["source"], entry.get("date"), entry["verdict"], entry.get("note"), entry.where
            )
            for entry in table.get("other_sources", ())
        ),
        statements=tuple(map(_statement, table.get("statements", ()))),
        ongoing=bool(table.get("ongoing")),
        graphic=bool(table.get("graphic")),
    )


def _statement(table: Table) -> StatementRecord:
    keys = (
        "id",
        "work",
        "voice",
        "speaker",
        "speaker_text",
        "via",
        "said",
        "direct",
        "about",
        "note",
    )
    return StatementRecord(
        **{key: table.get(key) for key in keys},
        evidence=_quote(table["evidence"]) if "evidence" in table else None,
        figure=Figure(**table["figure"]) if "figure" in table else None,
        where=table.where,
    )


_BUILD: dict[str, Any] = {"actors": _actor, "places": _place, "timeline": _event}


# --- Sources --------------------------------------------------------------------------


def read_record(
    path: str, data: bytes, text: str | None
) -> tuple[SourceRecord | None, list[Problem]]:
    """Return a source's record; ``path`` is ``seeds/ID.yml``, ``text`` its .txt where there is one."""
    written, problems = decode(data, path)
    if problems:
        return None, problems
    stem = path.rsplit("/", 1)[-1].removesuffix(".yml")
    problems = _identifier(stem, Where(path))
    front, more = read_yaml(written.removeprefix("\ufeff"), path)
    problems += more
    if front is None:
        if not more:
            problems.append(
                problem(
                    Where(path),
                    "the record is empty",
                    f"write its keys ({_first_keys(schema.SOURCE)})",
                    "empty",
                )
            )
        return None, problems
    table = schema.SOURCE.read(front, "record", problems)
    if table is None or problems:
        return None, problems
    if text is not None and "published" not in table:
        remedy = (
            "add ‘published: YYYY-MM-DD’ (EDTF, as far as known): “Sunday” means nothing without it"
        )
        problems.append(
            problem(table.where, "a source with a text has no ‘published’", remedy, "missing-key")
        )
        return None, problems
    return _source(table, path, stem, text), problems


def _source(table: Table, path: str, stem: str, text: str | None) -> SourceRecord:
    passages: Mapping[str, Table] = table.get("passages", {})
    keys = (
        "publisher",
        "author",
        "url",
        "published",
        "rights",
        "sha256",
        "accessed",
        "archived",
        "note",
    )
    return SourceRecord(
        **{key: table.get(key) for key in keys},
        id=stem,
        path=path,
        title=table["title"],
        language=table.get("language", "en"),
        week_starts=table.get("week_starts", "sunday"),
        publish=table.get("publish", "quotations"),
        quote_limit=float(table.get("quote_limit", 0.4)),
        parts=dict(table.get("parts", {})),
        guides={key: value["guide"] for key, value in passages.items() if "guide" in value},
        notes={key: value["note"] for key, value in passages.items() if "note" in value},
        called=dict(table.get("called", {})),
        history=_history(table),
        text=text,
        keys=table.places,
    )
