"""Starts a record: a file with what is known of it filled in, and its other keys as comments.

The keys and their explanations come from :mod:`dossier.schema`; what is written is checked with
everything else before it stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import mending, schema, schema_parts
from .checking import a
from .fields import Record
from .front_matter import decode
from .locate import fold_passages, locate
from .model import Quote, Where
from .problems import Problem, did_you_mean
from .project import Project, load, read_files, read_records
from .read import read_source
from .values import SLUG
from .yaml_text import Scalar, as_written

KINDS = ("actor", "place", "event", "source")
_FOLDERS = {"actor": "actors", "place": "places", "event": "timeline"}
_RECORDS: Mapping[str, Record] = {
    "actor": schema.ACTOR,
    "place": schema.PLACE,
    "event": schema.EVENT,
    "source": schema.SOURCE,
}
_UNSAID = ("history", "tags", "search", "hide", "icon", "template")
"""Keys that no new record needs to be reminded of."""
_HEADLINE = 120
"""Characters that a headline has at most."""
_KIND = {"actor": "person", "place": "place"}


@dataclass(frozen=True, slots=True)
class Started:
    path: Path
    content: str


def start_record(
    project: Project,
    kind: str,
    id_: str | None,
    values: Mapping[str, str],
    location: Mapping[str, str] | None = None,
) -> Started:
    """Return a new record's file; ``values`` are keys and what to write for them, ``title`` too.

    For an event, ``source``, ``quote`` and ``passage`` become its evidence, ``work`` its other
    source; ``location`` is a place's.  Raises ValueError where the file cannot be made.
    """
    id_ = id_ or mending.slug(values.get("title", "")) or ""
    if not SLUG.fullmatch(id_):
        what = f"‘{id_}’ is no identifier: small letters, digits and hyphens"
        raise ValueError(f"{what}; try ‘{mending.slug(id_) or 'a-name'}’")
    files, _ = read_files(project)
    _, ids, _ = read_records(files)
    only_text = kind == "source" and ids.get(id_) == "source" and f"seeds/{id_}.yml" not in files
    if id_ in ids and not only_text:
        remedy = f"choose another: ‘dossier new {kind} ID’"
        raise ValueError(f"the identifier ‘{id_}’ is taken by {a(ids[id_])}; {remedy}")
    text = files.get(f"seeds/{id_}.txt") if kind == "source" else None
    headline = _headline(text) if text else None
    given = {"title": headline or id_.replace("-", " ").capitalize(), **values}
    if kind == "source":
        lines = _lines(schema.SOURCE, {**_of_text(text, given), **_written(given)})
        path = project.root / project.seeds / f"{id_}.yml"
        return Started(path, "\n".join([*lines, ""]))
    if kind in _KIND:
        given.setdefault("kind", _KIND[kind])
    keys = _written(given)
    if kind != "event":
        keys["names"] = f"[{_item(given['title'])}]"
    if location:
        keys["location"] = "{" + ", ".join(f"{k}: {v}" for k, v in location.items()) + "}"
    lines = _lines(_RECORDS[kind], {**keys, **_evidence(given)})
    path = project.root / project.docs / _FOLDERS[kind] / f"{id_}.md"
    return Started(path, "\n".join(["---", *lines, "---", ""]))


def _item(text: str) -> str:
    """Return a text as an item of a list in brackets."""
    written = as_written(text)
    return written if written.startswith('"') or "," not in written else f'"{written}"'


def _written(given: Mapping[str, str]) -> dict[str, str]:
    aside = ("source", "quote", "passage", "work")
    return {key: as_written(text) for key, text in given.items() if text and key not in aside}


def _evidence(given: Mapping[str, str]) -> dict[str, str]:
    keys = {}
    if given.get("source") and given.get("quote"):
        passage = f", passage: {given['passage']}" if given.get("passage") else ""
        quote = f"{{source: {given['source']}, quote: {as_written(given['quote'])}{passage}}}"
        keys["evidence"] = f"\n  - {quote}"
    if given.get("work"):
        date = f"date: {given['date']}, " if given.get("date") else ""
        keys["other_sources"] = f"\n  - {{source: {given['work']}, {date}verdict: adds}}"
    return keys


def _of_text(data: bytes | None, given: Mapping[str, str]) -> dict[str, str]:
    """Return what a text says of itself: its checksum, and whether it opens with its title."""
    if data is None:
        return {}
    opens = _first_block(data).casefold() == given["title"].casefold()
    keys = {"language": "en", "publish": "quotations"}
    return {
        **keys,
        "sha256": hashlib.sha256(data).hexdigest(),
        **({"parts": "{title: 1}"} if opens else {}),
    }


def _first_block(data: bytes) -> str:
    text, _ = decode(data, "")
    blocks = read_source(text, {})
    return " ".join(text[blocks[0].start : blocks[0].end].split()) if blocks else ""


def _headline(data: bytes) -> str | None:
    """Return a text's first block if it is one short line that ends no sentence."""
    first = _first_block(data)
    ends = first.rstrip("”’\"'")[-1:]
    return first if ends and len(first) <= _HEADLINE and ends not in ".!?:" else None


def _lines(record: Record, keys: Mapping[str, str]) -> Iterator[str]:
    """Give a line for each key, those that are not known as comments."""
    order = schema.in_order(record)
    for key, _ in order:
        if key in keys:
            gap = "" if keys[key].startswith("\n") else " "
            yield f"{key}:{gap}{keys[key]}"
    for key, field in order:
        if key not in keys and key not in _UNSAID:
            yield f"# {key}: {field.example or '…'}  # {field.doc}"


def keep(project: Project, started: Started) -> tuple[list[Problem], list[Problem]]:
    """Write the file if it does not break anything; return (what is still to come, what is wrong).

    Where something is wrong, nothing is written.
    """
    before = set(load(project).problems)
    started.path.parent.mkdir(parents=True, exist_ok=True)
    started.path.write_text(started.content, encoding="utf-8", newline="\n")
    found = [each for each in load(project).problems if each not in before]
    wrong = [each for each in found if not _to_come(each)]
    if wrong:
        started.path.unlink()
    return [each for each in found if _to_come(each)], wrong


def _to_come(found: Problem) -> bool:
    """Say whether it is what nobody was there to ask about: an event's evidence, a text's date."""
    undated = found.code == "missing-key" and "no ‘published’" in found.what
    return undated or found.code == "no-evidence"


def fault_of_title(project: Project, kind: str, title: str) -> str | None:
    """Return why no record can be made of this title, in one line, or None."""
    try:
        start_record(project, kind, None, {"title": title})
    except ValueError as error:
        return str(error)
    return fault_of_text("title", title)


def fault_of_text(key: str, text: str) -> str | None:
    """Return what is wrong with a line of plain text, in one line, or None."""
    problems: list[Problem] = []
    schema_parts.LINE.read(Scalar(text, Where(""), quoted=True), key, problems)
    return next((f"{each.what}; {each.remedy}" for each in problems), None)


def fault_of_id(project: Project, kind: str, id_: str) -> str | None:
    """Return what is wrong with naming this record, in one line, or None."""
    records, ids, _ = read_records(read_files(project)[0])
    if ids.get(id_) == kind:
        return None
    known = [each for each, its in ids.items() if its == kind]
    titles = {each.title: each.id for each in records.places.values()}
    titles |= {each.title: each.id for each in records.sources.values()}
    titled = titles.get(id_)
    remedy = f"did you mean ‘{titled}’?" if titled in known else did_you_mean(id_, known)
    return f"there is no {kind} ‘{id_}’; {remedy}"


def fault_of_address(text: str) -> str | None:
    """Return what is wrong with an address, in one line, or None."""
    wrong: list[Problem] = []
    schema_parts.WEB.read(Scalar(text, Where("")), "url", wrong)
    return f"{wrong[0].what}; {wrong[0].remedy}" if wrong else None


def fault_of_quote(project: Project, source: str, quote: str) -> str | None:
    """Return what is wrong with quoting these words, in one line, or None."""
    records, _, _ = read_records(read_files(project)[0])
    record = records.sources.get(source)
    if record is None or record.text is None:
        return f"there is no text ‘{source}’ in seeds/"
    passages = read_source(record.text, record.parts)
    _, wrong = locate(
        Quote(source, quote, None, Where(record.path)),
        record.text,
        fold_passages(record.text, passages),
    )
    return f"{wrong.what}; {wrong.remedy}" if wrong else None
