"""Finds records in the wrong folder by their keys: a place among the actors, a record in no folder."""

from __future__ import annotations

from . import mending, schema
from .model import Where
from .problems import Problem, problem
from .yaml_text import Entry, Mapping, Node, Scalar

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
    "seeds": ("publisher", "author", "url", "published", "rights", "sha256", "publish"),
}


def _keys(front: Node | None) -> list[Entry]:
    return list(front.entries) if isinstance(front, Mapping) else []


def wrong_folder(path: str, folder: str, stem: str, front: Node) -> Problem | None:
    """Return a problem where the keys are plainly those of another kind of record."""
    keys = _keys(front)
    known = schema.FOLDERS[folder].fields
    foreign = [entry for entry in keys if entry.key not in known]
    for other in schema.FOLDERS:
        telling = _TELLTALE[other]
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


def stray(path: str, front: Node | None) -> list[Problem]:
    """Report a record that lies outside the folders of records."""
    keys = {entry.key for entry in _keys(front)} - set(schema.COMMON)
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    if name.lower() in ("index", "readme"):
        titles = [e.value for e in _keys(front) if e.key == "title"]
        title = titles[0].text if titles and isinstance(titles[0], Scalar) else None
        name = mending.slug(title or "") or "a-short-name"
    kinds = [(f"docs/{f}/{name}.md", f, kind) for f, kind in schema.FOLDERS.items()]
    for target, folder, kind in (*kinds, (f"seeds/{name}.yml", "seeds", schema.SOURCE)):
        telling = {*_TELLTALE[folder], *({"kind", "names"} & set(kind.fields))}
        if keys and keys <= set(kind.fields) and keys & telling:
            listed = ", ".join(sorted(keys))
            here = (
                "index.md is the page of the list itself"
                if path.startswith(tuple(f"docs/{folder}/" for folder in schema.FOLDERS))
                else f"outside {target.rpartition('/')[0]}/"
            )
            what = f"this looks like {kind.what} ({listed}), {here}"
            remedy = f"move it to {target}"
            if folder == "seeds":
                remedy = f"write its keys, without the ‘---’, into {target}"
            return [problem(Where(path, 2), what, remedy, "folder")]
    return []
