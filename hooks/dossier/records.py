"""Turns files into records: bytes → text → front matter and prose → one frozen value a file.

A file whose front matter has a problem gives no record, only problems; nothing here looks at
other files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import mending, schema, yaml_text
from .bounds import beyond
from .fields import Record, Table
from .forms import RELATION_TYPES
from .front_matter import Page, cut, decode
from .joined import Essay
from .misplaced import stray, wrong_folder
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
from .values import SLUG
from .yaml_text import Node, read_yaml

PageValue = Actor | Place | EventRecord | Essay
_THEME_KEYS = ("tags", "search", "hide", "icon", "template")


# --- Pages ----------------------------------------------------------------------------


def read_page(path: str, data: bytes) -> tuple[PageValue | None, list[Problem]]:
    """Return the record or essay of one Markdown file; ``path`` is from the project: ``docs/…``."""
    text, problems = decode(data, path)
    if problems:
        return None, problems
    page, problems = cut(text, path)
    problems += beyond(page.body, path, page.body_line)
    if problems:
        return None, problems
    inside = path.split("/")[1:]
    folder = inside[0] if len(inside) > 1 else ""
    is_index = inside[-1].lower() in ("index.md", "readme.md")
    if folder in schema.FOLDERS and not is_index:
        return _record(path, folder, inside, page)
    problems = stray(path, page.front)
    essay = _essay(path, page, problems)
    return (None if problems else essay), problems


def _record(
    path: str, folder: str, inside: list[str], page: Page
) -> tuple[PageValue | None, list[Problem]]:
    kind = schema.FOLDERS[folder]
    if len(inside) > 2:
        remedy = f"move it to docs/{folder}/{inside[-1]}: records lie directly in docs/{folder}/"
        return None, [
            problem(Where(path), "the page lies in a folder of its own", remedy, "folder")
        ]
    stem = inside[-1].removesuffix(".md")
    problems = _identifier(stem, Where(path))
    if page.front is None and page.has_front:
        remedy = f"write its keys between the two ‘---’: {_first_keys(kind)}"
        what = "the front matter is empty"
        return None, [*problems, problem(Where(path), what, remedy, "front-matter")]
    if page.front is None:
        remedy = f"begin the file with ‘---’, its keys ({_first_keys(kind)}) and ‘---’"
        return None, [
            *problems,
            problem(Where(path), f"{kind.what} without front matter", remedy, "front-matter"),
        ]
    elsewhere = wrong_folder(folder, stem, page.front)
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
    suggestion = mending.slug(stem) or "a-short-name"
    what = f"‘{stem}’ is no identifier: small letters, digits and hyphens, at most 100"
    return [problem(where, what, f"rename the file to ‘{suggestion}’ and its ending", "identifier")]


def _essay(path: str, page: Page, problems: list[Problem]) -> Essay | None:
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


def _common(table: Table, path: str, stem: str, page: Page) -> dict[str, Any]:
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


def quote_of(table: Table) -> Quote:
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
            tuple(map(quote_of, entry.get("evidence", ()))),
            entry.where,
            entry.get("note"),
        )
        for entry in table.get("relations", ())
        for kind in RELATION_TYPES
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
        evidence=tuple(map(quote_of, table.get("evidence", ()))),
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
        evidence=quote_of(table["evidence"]) if "evidence" in table else None,
        figure=_figure(table["figure"]) if "figure" in table else None,
        where=table.where,
    )


def _figure(table: Table) -> Figure:
    number = next(key for key in ("value", "low", "high") if key in table)
    return Figure(**table, where=table.at(number))


_BUILD: dict[str, Any] = {"actors": _actor, "places": _place, "timeline": _event}


# --- Sources --------------------------------------------------------------------------


def _roles_unsure(front: Node, table: Table, problems: Iterable[Problem]) -> bool:
    """Say whether ``parts`` is faulty: then nobody can say which passage is which."""
    entries = front.entries if isinstance(front, yaml_text.Mapping) else ()
    parts = [entry.value for entry in entries if entry.key == "parts"]
    written = sum(len(p.entries) if isinstance(p, yaml_text.Mapping) else 1 for p in parts)
    misspelt = any(each.code == "unknown-key" and "‘parts’" in each.remedy for each in problems)
    return misspelt or (bool(parts) and len(table.get("parts", ())) < written)


def read_record(
    path: str, data: bytes, text: str | None
) -> tuple[SourceRecord | None, list[Problem]]:
    """Return a source's record; ``path`` is ``seeds/ID.yml``, ``text`` its .txt where there is one.

    A record with a fault is given as far as it can be read, so that what rests on its text is
    checked in the same run; the caller leaves it out of what is shown.
    """
    written, problems = decode(data, path)
    if problems:
        return None, problems
    stem = path.rsplit("/", 1)[-1].removesuffix(".yml")
    problems = _identifier(stem, Where(path))
    if stem in ("index", "readme"):
        what = f"‘{stem}’ is the name of the page that lists the sources"
        remedy = "give the record a name of its own"
        problems.append(problem(Where(path), what, remedy, "identifier"))
    unified = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front, more = read_yaml(unified, path)
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
    if table is None or "title" not in table or _roles_unsure(front, table, problems):
        return None, problems
    if text is not None and "published" not in table:
        if "published" in table.places and problems:
            return None, problems
        remedy = (
            "add ‘published: YYYY-MM-DD’ (EDTF, as far as known): “Sunday” means nothing without it"
        )
        problems.append(
            problem(
                table.at("published"),
                "a source with a text has no ‘published’",
                remedy,
                "missing-key",
            )
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
