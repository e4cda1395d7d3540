"""The field tables of the Data page: the same model that the tables' schemas are made from."""

from __future__ import annotations

from html import escape

from ..write.render import block
from .columns import TABLES, Table
from .tables import FOLDER
from .vocabulary import TERMS


def data_fields_markdown() -> str:
    """Return Markdown: a part for each table, and one for the terms of the graph.

    The heading of each is of the third level, with an anchor of its own (``#table-events``).
    """
    parts = ["## What the columns say {#fields}", *(_table(table) for table in TABLES), _terms()]
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    lines = [
        f"### {table.name.replace('_', ' ').capitalize()} {{#table-{table.name}}}",
        f"{table.about} [{table.name}.csv](../{FOLDER}/{table.name}.csv)",
        f"One row for each {', '.join(f'`{name}`' for name in table.key)}."
        if table.key
        else "Rows have no key of their own.",
        block("columns", table=table.name.replace("_", " "), columns=table.columns),
    ]
    return "\n\n".join(lines)


def _terms() -> str:
    entries = "\n".join(
        f'<div><dt id="{term}">{term}</dt><dd>{escape(about)}</dd></div>'
        for term, about in TERMS.items()
    )
    return (
        "## Terms of the graph {#terms}\n\n"
        "What schema.org has no word for is said with these terms.\n\n"
        f'<dl class="glossary">\n{entries}\n</dl>'
    )
