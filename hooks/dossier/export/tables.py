"""The tables as CSV files, in a Frictionless Data Package that says what every column means.

The package names each file's schema, its keys, what refers to what, its size and its hash
(Data Package 1.0, Table Schema 1.0).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from ..json_text import json_text
from .columns import TABLES, Column, Table
from .release import Release
from .rows import Row, View, rows

_FORMULA = re.compile(r"[=+@\t\r-](?![\d.,:/~?%X-]*\Z)")
"""What a spreadsheet runs (OWASP, "CSV Injection"); a number or a date with a sign it does not."""
FOLDER = "data/tables"
PACKAGE = "data/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def write_tables(view: View, release: Release, site_url: str | None) -> dict[str, str]:
    """Return path → text of every table, and of the package that describes them."""
    values = rows(view)
    files = {f"{FOLDER}/{table.name}.csv": _csv(table, values[table.name]) for table in TABLES}
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": _slug(view.dossier.title),
        "title": view.dossier.title,
        "description": "Texts of the sources are not part of it but for short quotations, "
        "which belong to their publishers; the licence is that of everything else.",
        "licenses": [LICENCE],
        "resources": [_resource(table, files[f"{FOLDER}/{table.name}.csv"]) for table in TABLES],
    }
    if release.version:
        package["version"] = release.version
    if site_url:
        package["homepage"] = site_url
    return {**files, PACKAGE: json_text(package)}


def _csv(table: Table, values: Iterable[Row]) -> str:
    out = io.StringIO()
    names = [column.name for column in table.columns]
    writer = csv.DictWriter(out, names, lineterminator="\n", strict=True)
    writer.writeheader()
    for row in values:
        writer.writerow({name: _cell(row[name]) for name in names})
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _resource(table: Table, text: str) -> Mapping[str, object]:
    data = text.encode()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.about,
        "path": f"tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> Mapping[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        ((column.name,), column.refers_to, ("id",))
        for column in table.columns
        if column.refers_to is not None
    ]
    if keys or table.refers_to:
        schema["foreignKeys"] = [
            {
                "fields": list(fields),
                "reference": {"resource": "" if to == table.name else to, "fields": list(there)},
            }
            for fields, to, there in (*keys, *table.refers_to)
        ]
    return schema


def _field(column: Column) -> Mapping[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.one_of:
        constraints["enum"] = list(column.one_of)
    field = {"name": column.name, "type": column.type, "description": column.about}
    return {**field, "constraints": constraints} if constraints else field


def _slug(title: str) -> str:
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in title.lower())
    return "-".join(kept.split()) or "dossier"
