"""What editors need to help while typing, from the tables of keys: JSON Schemas and snippets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from . import schema
from .fields import Dictionary, Either, Field, ListOf, Record
from .values import Choice, Date, Flag, Kind, Number, Slug, Text

SCHEMAS: Mapping[str, tuple[str, Record, str]] = {
    "actor": ("An actor", schema.ACTOR, "docs/actors/*.md"),
    "place": ("A place", schema.PLACE, "docs/places/*.md"),
    "event": ("An event", schema.EVENT, "docs/timeline/*.md"),
    "source": ("A source", schema.SOURCE, "seeds/*.yml"),
    "page": ("Any other page", schema.ESSAY, "docs/**/*.md"),
}
"""Name → its title, the table of its keys, and the files it is for."""
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
# Numbers stand unquoted in YAML and are read as the text they were written as; so are dates.
_WRITTEN = ["string", "number", "boolean", "null"]


def editor_files() -> dict[str, str]:
    """Return file name → content, for the folder ``.vscode``."""
    files = {
        f"schemas/{name}.schema.json": _json(_whole(title, record))
        for name, (title, record, _) in SCHEMAS.items()
    }
    return {**files, "dossier.code-snippets": _json(_snippets())}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _whole(title: str, record: Record) -> dict[str, Any]:
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return {**head, **_of(record)}


def _of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of a value, as YAML gives it to an editor."""
    if isinstance(kind, Record):
        return _record(kind)
    if isinstance(kind, ListOf):
        return {"type": ["array", "null"], "items": _of(kind.item)}
    if isinstance(kind, Dictionary):
        names = {"pattern": _SLUG}
        if isinstance(kind.key, Text):
            names = {"pattern": f"^(?:{kind.key.pattern})$"}
        keys = {"enum": list(kind.key.options)} if isinstance(kind.key, Choice) else names
        value = _of(kind.value)
        if kind.empty_value:
            value = {"anyOf": [value, {"type": "null"}]}
        return {"type": ["object", "null"], "propertyNames": keys, "additionalProperties": value}
    if isinstance(kind, Either):
        return {"anyOf": [_of(kind.short), _of(kind.long)]}
    return _scalar(kind)


def _scalar(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Choice):
        return {"enum": [*kind.options, None]}
    if isinstance(kind, Flag):
        return {"type": ["boolean", "null"]}
    if isinstance(kind, Number):
        bounds = {"minimum": kind.low, "maximum": kind.high}
        finite = {key: bound for key, bound in bounds.items() if abs(bound) != float("inf")}
        return {"type": ["integer" if kind.whole else "number", "null"], **finite}
    if isinstance(kind, Slug):
        return {"type": ["string", "integer", "null"], "pattern": _SLUG}
    if isinstance(kind, Text) and kind.pattern:
        return {"type": _WRITTEN, "pattern": f"^(?:{kind.pattern})$"}
    if isinstance(kind, (Date, Text)):
        return {"type": _WRITTEN}
    raise TypeError(type(kind))


def _record(record: Record) -> dict[str, Any]:
    required = [key for key, field in record.fields.items() if field.required]
    return {
        "type": ["object", "null"],
        "description": record.what,
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {key: _field(field) for key, field in record.fields.items()},
    }


def _field(field: Field) -> dict[str, Any]:
    written = _of(field.kind)
    about = field.doc + (f"\n\nFor example: {field.example}" if field.example else "")
    plain = field.example and not field.example.startswith(("[", "{"))
    examples = {"examples": [_as_read(field, field.example)]} if plain else {}
    return {**written, "description": about, **examples}


def _as_read(field: Field, example: str) -> object:
    """Return an example as YAML reads it."""
    if isinstance(field.kind, Number):
        return float(example) if "." in example else int(example)
    return example


# --- Snippets: help in front matter, where editors apply no schema --------------------


def _snippets() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, (title, record, glob) in SCHEMAS.items():
        if name != "page":
            in_pages = glob.endswith(".md")
            body = [f"{key}: ${{{n}:{_shown(f)}}}" for n, (key, f) in enumerate(_first(record), 1)]
            found[title] = {
                "scope": "markdown" if in_pages else "yaml",
                "prefix": f"dossier {name}",
                "description": f"{title}: its first keys",
                "body": ["---", *body, "---", "$0"] if in_pages else [*body, "$0"],
            }
    for key, field in sorted(_all_keys().items()):
        found[f"Key {key}"] = {
            "scope": "markdown,yaml",
            "prefix": f"{key}:",
            "description": field.doc,
            "body": [f"{key}: {_place(field)}"],
        }
    return found


def _first(record: Record) -> list[tuple[str, Field]]:
    wanted = ("evidence", "names", "publisher", "published", "url")
    return [(k, f) for k, f in record.fields.items() if f.required or k in wanted]


def _all_keys() -> dict[str, Field]:
    return {k: f for _, record, _ in SCHEMAS.values() for k, f in record.fields.items()}


def _shown(field: Field) -> str:
    kind = field.kind
    if isinstance(kind, ListOf) and isinstance(kind.item, Record):
        return f"[{kind.item.sketch}]".replace("}", "\\}")
    return (field.example or "…").replace("}", "\\}")


def _place(field: Field) -> str:
    if isinstance(field.kind, Choice):
        return "${1|" + ",".join(field.kind.options) + "|}"
    if isinstance(field.kind, Flag):
        return "${1|true,false|}"
    return f"${{1:{_shown(field)}}}"
