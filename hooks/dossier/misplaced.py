"""Finds records in the wrong folder, by their keys: a place among the actors, an event nowhere."""

from __future__ import annotations

from collections.abc import Collection

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
    "seeds": ("publisher", "url", "rights", "sha256", "publish", "quote_limit"),
}


def _keys(front: Node | None) -> list[Entry]:
    return list(front.entries) if isinstance(front, Mapping) else []


def wrong_folder(folder: str, stem: str, front: Node) -> Problem | None:
    """Return a problem where the keys are plainly those of another kind of record."""
    keys = _keys(front)
    known = schema.FOLDERS[folder].fields
    foreign = [entry for entry in keys if entry.key not in known]
    for other in schema.FOLDERS:
        telling = _TELLTALE[other]
        told = [entry for entry in foreign if entry.key in telling]
        fits = all(entry.key in schema.FOLDERS[other].fields for entry in keys)
        if other != folder and told and fits:
            belongs = f"‘{told[0].key}’ belongs to {schema.FOLDERS[other].what}"
            what = f"{belongs}, and this is the folder of {known_as(folder)}"
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


def shadowing(path: str, sources: Collection[str]) -> list[Problem]:
    """Report an essay at the address of a page that the build writes from a source's record."""
    id_ = path.removeprefix("sources/").removesuffix(".md")
    if not path.startswith("sources/") or id_ not in sources:
        return []
    what = f"the build writes this page itself, from seeds/{id_}.yml"
    remedy = f"delete it; what is to be said of the source goes into ‘note’ of seeds/{id_}.yml"
    return [problem(Where(f"docs/{path}"), what, remedy, "folder")]


_MARKDOWN = (".markdown", ".mdown", ".mdtext", ".mdtxt", ".mdwn", ".mkd", ".mkdn")
_COPIES = (".bak", ".orig", ".rej", ".swp", ".tmp")
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def unread(path: str) -> Problem | None:
    """Report a file whose ending keeps it from being read, though it lies among those that are."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.lower().partition(".")
    last = f".{ending.rpartition('.')[2]}" if dot else ""
    if folder.partition("/")[0] == "seeds":
        return None if stem == "readme" else _not_of_seeds(path, folder, stem, last)
    target = f"{folder}/{mending.slug(stem) or 'a-short-name'}.md"
    among_records = folder.count("/") == 1 and folder.rpartition("/")[2] in schema.FOLDERS
    if last in (*_MARKDOWN, ".md") or (among_records and last not in _PICTURES):
        what = f"a file that ends in ‘{name[len(stem) :] or name}’ is not read"
        remedy = f"rename it to {target}"
        if last in _COPIES or name.endswith("~") or name.startswith("~$"):
            remedy = "delete it: an editor’s copy of another file is no record"
        elif last not in (*_MARKDOWN, ".md", ".txt", ""):
            remedy += ", with its keys between two ‘---’, or move it to docs/assets/"
        return problem(Where(path), what, remedy, "folder")
    return None


def _not_of_seeds(path: str, folder: str, stem: str, last: str) -> Problem:
    what = "seeds/ holds texts (.txt) and their records (.yml) only"
    meant = {
        ".md": ".txt",
        ".text": ".txt",
        ".txt": ".txt",
        ".yml": ".yml",
        ".yaml": ".yml",
        "": ".txt",
    }
    name = mending.slug(stem) or "a-short-name"
    remedy = "move the file elsewhere; a text is saved as plain text, UTF-8, .txt"
    if last in meant:
        remedy = f"rename the file to {folder}/{name}{meant[last]}"
    return problem(Where(path), what, remedy, "folder")
