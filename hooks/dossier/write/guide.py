"""The guide's pages on keys: for each kind of record all that may be written, from one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import schema
from ..fields import Dictionary, Either, Field, ListOf, Record
from ..values import Choice, Date, Flag, Kind, Number, Slug, Text
from . import links
from .essays import headed
from .here import Here, Link
from .page import Page
from .render import block, heading, plain


@dataclass(frozen=True, slots=True)
class Part:
    """A record, or a mapping inside one, with its keys."""

    title: str
    anchor: str
    under: str
    """The key, or the keys, under which it stands."""
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Key:
    name: str
    doc: str
    form: str
    example: str
    required: bool
    inside: tuple[str, str] | None
    """(title, anchor) of the part that says what its value holds."""


_SETTINGS = "extra.dossier in mkdocs.yml"
GUIDE = {
    "about/contribute-keys-actor.md": ("Keys of an actor", "docs/actors/ID.md", schema.ACTOR),
    "about/contribute-keys-place.md": ("Keys of a place", "docs/places/ID.md", schema.PLACE),
    "about/contribute-keys-event.md": ("Keys of an event", "docs/timeline/ID.md", schema.EVENT),
    "about/contribute-keys-source.md": ("Keys of a source", "seeds/ID.yml", schema.SOURCE),
    "about/contribute-keys-page.md": ("Keys of any other page", "docs/…/NAME.md", schema.ESSAY),
    "about/contribute-keys-settings.md": ("Settings", _SETTINGS, schema.SETTINGS),
}
"""Path → title, the file in which the keys stand, and the table of keys."""


def guide_page(here: Here) -> Page:
    """Return the page that lists the keys of one kind of record."""
    title, file, record = GUIDE[here.path]
    parts = [_part(title, "keys", "", record), *_inner(record)]
    home, about = Link("Home", here.to(links.HOME)), Link("About", here.to(links.ABOUT))
    written: list[str] = []
    for part in parts:
        if part.under:
            written.append(heading(part.title, part.anchor))
            written.append(block("keys_under", under=part.under))
        written.append(block("keys", keys=part.keys, title=part.title))
    return headed(
        here,
        title,
        "About",
        tuple(written),
        description=f"Every key that {record.what} may have, with its form and an example.",
        crumbs=(home, about, Link("Contribute", here.to(links.CONTRIBUTE))),
        made_from=(("the table of keys", "hooks/dossier/schema.py"),),
        lead=f"All keys that may stand in {plain(file)}. Any other key is a problem.",
    )


def _part(title: str, anchor: str, under: str, record: Record) -> Part:
    keys = (_key(name, field) for name, field in schema.in_order(record))
    return Part(title, anchor, under, tuple(keys))


def _key(name: str, field: Field) -> Key:
    inside = _record_in(field.kind)
    part = (_title(inside), _anchor(inside)) if inside else None
    return Key(name, field.doc, form_of(field.kind), field.example, field.required, part)


def _inner(record: Record) -> list[Part]:
    """Return the mappings that stand inside a record, each once, with where they stand."""
    under: dict[str, list[str]] = {}
    found: dict[str, Record] = {}
    for path, inside in _walk(record, ""):
        found[inside.what] = inside
        under.setdefault(inside.what, []).append(path)
    return [
        _part(_title(inside), _anchor(inside), ", ".join(under[what]), inside)
        for what, inside in found.items()
    ]


def _walk(record: Record, path: str) -> Iterator[tuple[str, Record]]:
    for name, field in record.fields.items():
        inside = _record_in(field.kind)
        if inside:
            here = f"{path}.{name}" if path else name
            yield here, inside
            yield from _walk(inside, here)


def _record_in(kind: Kind) -> Record | None:
    if isinstance(kind, Record):
        return kind
    if isinstance(kind, ListOf):
        return _record_in(kind.item)
    if isinstance(kind, Dictionary):
        return _record_in(kind.value)
    return _record_in(kind.long) if isinstance(kind, Either) else None


def _title(record: Record) -> str:
    return record.what[:1].upper() + record.what[1:]


def _anchor(record: Record) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in record.what.lower()).split())


def form_of(kind: Kind) -> str:
    """Return what a value looks like, in a few words."""
    if isinstance(kind, ListOf):
        return f"a list; each item {form_of(kind.item)}"
    if isinstance(kind, Choice):
        return " | ".join(kind.options)
    if isinstance(kind, Record):
        return f"a mapping: {kind.sketch}"
    if isinstance(kind, Dictionary):
        return f"a mapping: {kind.sketch}"
    if isinstance(kind, Number) and kind.high != float("inf"):
        return f"{kind.says}, from {kind.low:g} to {kind.high:g}"
    if isinstance(kind, (Date, Either, Flag, Number, Slug, Text)):
        return kind.says
    raise TypeError(type(kind))
