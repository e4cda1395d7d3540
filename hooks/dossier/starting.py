"""Starts a record: a file with its keys, ready to fill, that passes the checks as it is."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import yaml

from .values import SLUG
from .project import Project, read_files, read_records

KINDS = ("actor", "place", "event", "source")
_FOLDERS = {"actor": "actors", "place": "places", "event": "timeline"}


def start_record(
    project: Project, kind: str, id_: str | None, title: str | None
) -> tuple[Path, str]:
    """Return the new file's path and content; raises ValueError where it cannot be made."""
    id_ = id_ or _slug(title or "")
    if not SLUG.fullmatch(id_):
        raise ValueError(
            f"‘{id_}’ is no identifier: small letters, digits and hyphens; try ‘{_slug(id_) or 'a-name'}’"
        )
    _, ids, _ = read_records(read_files(project)[0])
    if id_ in ids:
        raise ValueError(f"the identifier ‘{id_}’ is taken by {_article(ids[id_])}; choose another")
    title = title or id_.replace("-", " ").capitalize()
    if kind == "source":
        return project.root / project.seeds / f"{id_}.yml", _source(project, id_, title)
    path = project.root / project.docs / _FOLDERS[kind] / f"{id_}.md"
    return path, _page(project, kind, title)


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ae" else f"a {kind}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def _line(key: str, value: str) -> str:
    return f"{key}: {yaml.safe_dump(value, allow_unicode=True, width=10_000).removesuffix('...' + chr(10)).strip()}"


def _page(project: Project, kind: str, title: str) -> str:
    if kind == "event":
        return _event(project, title)
    keys = [
        _line("title", title),
        f"kind: {'person' if kind == 'actor' else 'town'}",
        f"names: [{yaml_name(title)}]",
    ]
    more = {
        "actor": (
            "# also: [other spellings, for search]",
            "# side: the side it fights on",
            "# links: {wikidata: Q…}",
        ),
        "place": (
            "# also: [other spellings, for search]",
            "# part_of: the id of the place it lies in",
            "# location: {lat: 0.0, lon: 0.0, precision: city, radius_km: 1}",
        ),
    }[kind]
    return "\n".join(["---", *keys, *more, "---", ""])


def yaml_name(text: str) -> str:
    """Return a name as an item of a YAML list in brackets."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _event(project: Project, title: str) -> str:
    source = next(iter(_texts(project)), "id-of-a-source")
    return "\n".join(
        [
            "---",
            _line("title", title),
            "# Quote the words that tell of it, or state its date and the works that know of it:",
            "# evidence:",
            f'#   - {{source: {source}, quote: "a few words of the text"}}',
            "date:",
            "other_sources: []",
            "---",
            "",
        ]
    )


def _texts(project: Project) -> list[str]:
    folder = project.root / project.seeds
    return sorted(path.stem for path in folder.glob("*.txt")) if folder.is_dir() else []


def _source(project: Project, id_: str, title: str) -> str:
    keys = [_line("title", title), "publisher:", "author:", "url:"]
    text = project.root / project.seeds / f"{id_}.txt"
    if text.is_file():
        keys += [
            "published:  # EDTF: 2016-03-27, or as far as it is known",
            "language: en",
            "publish: quotations",
            f"sha256: {hashlib.sha256(text.read_bytes()).hexdigest()}",
        ]
    else:
        keys.append("published:")
    return "\n".join([*keys, ""])
