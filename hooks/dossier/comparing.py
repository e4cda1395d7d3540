"""What differs between two states of a dossier: the pages, and the facts in words.

Facts are compared as the data file has them, by id; what stands in records only (notes, status,
guides) is compared key by key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .build import Built, build_dossier
from .config import Config, read_config
from .join import Records
from .model import Change, PageRecord, SourceRecord
from .project import Project, read_files, read_records
from .revision import RevisionError, take_out
from .write.links import address

_KINDS = ("sources", "actors", "places", "events", "statements")
_ASIDE = {
    "id", "page", "mentions", "passages", "start", "end", "quoted_words", "draft", "statements",
    "speaker_basis", "in_sources",
}  # fmt: skip
"""Fields of the data that follow from others, or that no reader would call a fact."""
_RECORDED = {
    "description", "note", "status", "built", "rights", "quote_limit", "accessed", "archived",
    "guides", "notes", "called", "history", "week_starts", "parts",
}  # fmt: skip
"""Keys of records that the data file does not hold."""
_LONG = 160


@dataclass(frozen=True, slots=True)
class State:
    """A dossier at one time."""

    built: Built
    records: Records


@dataclass(frozen=True, slots=True)
class Difference:
    added: tuple[str, ...]
    """Addresses of pages."""
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    facts: tuple[str, ...]
    """A line each: "recapture: date 2016-03 → 2016-03-26"."""


def compare(old: State, new: State) -> Difference:
    """Return what differs."""
    before, after = _pages(old.built), _pages(new.built)
    names = _renamed(_data(old), _data(new))
    return Difference(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(p for p in before.keys() & after.keys() if before[p] != after[p])),
        facts=(
            *_broken(old, new),
            *(f"{was}: renamed to {now}" for was, now in names.items()),
            *_data_facts(_called(_data(old), names), _data(new)),
            *_record_facts(old.records, new.records, names),
        ),
    )


def _broken(old: State, new: State) -> Iterator[str]:
    """Say why records seem to be gone: those with a problem are left out."""
    count = len(new.built.problems)
    if count and new.built.problems != old.built.problems:
        problems = f"{count} problem{'s' if count > 1 else ''} (‘dossier check’)"
        yield f"{problems}: records that have one count as removed"


def _pages(built: Built) -> dict[str, str]:
    return {address(p) or "/": text for p, text in built.files.items() if p.endswith(".md")}


def state(project: Project) -> State:
    """Return the dossier as it stands in a folder."""
    built = build_dossier(project.root / project.config)
    return State(built, read_records(read_files(project)[0])[0])


def revision_state(config: Config, revision: str) -> State:
    """Return the dossier as a revision has it; raises RevisionError where there is none."""
    project = config.project
    parts = (project.docs, project.seeds, project.config, "CHANGELOG.md")
    with TemporaryDirectory() as folder:
        there = Path(folder)
        take_out(project.root, revision, parts, there)
        if not (there / project.config).is_file():
            raise RevisionError(f"‘{revision}’ has no {project.config}")
        return state(read_config(there / project.config).project)


def told(difference: Difference, base: str, form: str) -> Iterator[str]:
    """Give the difference in lines: ``text``, or ``markdown``."""
    groups = (
        ("added", difference.added),
        ("removed", difference.removed),
        ("changed", difference.changed),
    )
    if not any((*(pages for _, pages in groups), difference.facts)):
        yield f"Nothing differs from {base}."
        return
    if form == "text":
        yield from (f"{verb:8} {page}" for verb, pages in groups for page in pages)
        yield from ("", *difference.facts) if difference.facts else ()
        return
    for verb, pages in groups:
        if pages:
            yield f"### Pages {verb}: {len(pages)}\n"
            yield from (f"- `{page}`" for page in pages)
            yield ""
    if difference.facts:
        yield "### Facts\n"
        yield from (f"- {_marked(fact)}" for fact in difference.facts)


def _marked(text: str) -> str:
    """Return words of a record as Markdown that means exactly these words."""
    return re.sub(r"([\\`*_{}\[\]<>#|!@~])", r"\\\1", text)


# --- Facts ----------------------------------------------------------------------------


def _renamed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """Return old id → new id of what went and came in one kind under one title."""
    found: dict[str, str] = {}
    for kind in ("sources", "actors", "places", "events"):
        was = {each["id"]: each["title"] for each in before.get(kind, [])}
        now = {each["id"]: each["title"] for each in after.get(kind, [])}
        gone = {was[id_]: id_ for id_ in sorted(was.keys() - now.keys())}
        come = {now[id_]: id_ for id_ in sorted(now.keys() - was.keys())}
        found |= {gone[title]: come[title] for title in sorted(gone.keys() & come.keys())}
    return found


def _called(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any value of JSON
    """Return data with the new ids in place of the old; a statement's begins with its event's."""
    if isinstance(value, dict):
        return {key: _called(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_called(each, names) for each in value]
    if not isinstance(value, str):
        return value
    event, dot, own = value.partition(".")
    return value if " " in own else names.get(event, event) + dot + own


def _data_facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for kind in _KINDS:
        one = {each["id"]: each for each in before.get(kind, [])}
        other = {each["id"]: each for each in after.get(kind, [])}
        for id_ in sorted(one.keys() | other.keys()):
            yield from _entry(kind.removesuffix("s"), id_, one.get(id_), other.get(id_))
    yield from _relations(before.get("relations", []), after.get("relations", []))


def _data(state: State) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(state.built.files.get("data/dossier.json", "{}"))
    return data


def _entry(
    kind: str, id_: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> Iterator[str]:
    if old is None or new is None:
        there = new or old or {}
        said = there.get("title") or there.get("quote") or ""
        yield f"{id_}: {kind} {'removed' if new is None else 'added'}{_said(said)}"
        return
    for key in old.keys() | new.keys():
        if key in _ASIDE or old.get(key) == new.get(key):
            continue
        yield from (f"{id_}: {line}" for line in _values(key, old.get(key), new.get(key)))
    count, counted = len(old.get("mentions", [])), len(new.get("mentions", []))
    if count != counted:
        yield f"{id_}: named {_times(counted)} in the sources, was {_times(count)}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _said(text: str) -> str:
    return f", “{_cut(text)}”" if text else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _values(key: str, old: object, new: object) -> Iterator[str]:
    """Give a line for each difference between two values of a key."""
    old_list, new_list = _items(old), _items(new)
    if old_list is not None and new_list is not None:
        gone = [item for item in old_list if item not in new_list]
        come = [item for item in new_list if item not in old_list]
        if len(gone) == len(come) == 1:
            yield f"{key} {gone[0]} → {come[0]}"
        elif gone or come:
            yield from (f"{key} without {item}" for item in gone)
            yield from (f"{key} with {item}" for item in come)
        else:
            yield f"{key} in another order"
        return
    one, other = _words(key, old), _words(key, new)
    if one != other:
        yield f"{key} {_cut(one)} → {_cut(other)}"
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _inside(key, old, new)


def _inside(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say how a date of the same days was reached otherwise."""
    for part in ("basis", "expression"):
        if old.get(part) != new.get(part):
            yield f"{key}, {part} {_words(part, old.get(part))} → {_words(part, new.get(part))}"


def _items(value: object) -> list[str] | None:
    return [_words("", item) for item in value] if isinstance(value, list) else None


def _words(key: str, value: object) -> str:
    """Return a value as a person would put it."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        if "edtf" in value:
            return str(value["edtf"])
        if "quote" in value:
            return f"“{_cut(str(value['quote']))}” ({value.get('source')}:{value.get('passage')})"
        if "text" in value:
            return f"{value['text']}" + (f" ({value['lang']})" if value.get("lang") != "en" else "")
        told = (f"{k} {_words(k, v)}" for k, v in value.items() if v is not None)
        return ", ".join(told) or "nothing"
    return f"“{_cut(str(value))}”" if key in ("quote", "title") else str(value)


def _relations(old: list[Mapping[str, Any]], new: list[Mapping[str, Any]]) -> Iterator[str]:
    def named(relations: list[Mapping[str, Any]]) -> dict[str, Any]:
        return {f"{r['from']}: {r['type']} {r['to']}": r["evidence"] for r in relations}

    before, after = named(old), named(new)
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{name}, removed"
        elif name not in before:
            yield f"{name}, added"
        elif before[name] != after[name]:
            yield from (
                f"{name}, {line}" for line in _values("evidence", before[name], after[name])
            )


# --- Keys of records ------------------------------------------------------------------


def _record_facts(old: Records, new: Records, names: Mapping[str, str]) -> Iterator[str]:
    before, after = _by_id(old), _by_id(new)
    before = {names.get(id_, id_): record for id_, record in before.items()}
    for id_ in sorted(before.keys() & after.keys()):
        one, other = before[id_], after[id_]
        for each in fields(other):
            was, now = getattr(one, each.name, None), getattr(other, each.name)
            if each.name in _RECORDED and was != now:
                yield from (f"{id_}: {line}" for line in _recorded(each.name, was, now))
        if isinstance(one, SourceRecord) or isinstance(other, SourceRecord):
            if getattr(one, "text", None) != getattr(other, "text", None):
                yield f"{id_}: its text"
        elif _with_names(one.body, names).strip() != other.body.strip():
            yield f"{id_}: its prose"


def _with_names(prose: str, names: Mapping[str, str]) -> str:
    """Return prose whose links and citations lead to the new ids."""
    for was, now in names.items():
        prose = prose.replace(was, now)
    return prose


def _by_id(records: Records) -> dict[str, PageRecord | SourceRecord]:
    groups = (records.actors, records.places, records.events, records.sources)
    return {id_: record for group in groups for id_, record in group.items()}


def _recorded(key: str, old: object, new: object) -> Iterator[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for each in sorted({*old, *new}, key=str):
            if old.get(each) != new.get(each):
                yield f"{key} {each}: {_plain(old.get(each))} → {_plain(new.get(each))}"
    elif isinstance(old, tuple) and isinstance(new, tuple) and key == "history":
        come = [each for each in new if each not in old]
        yield from (f"history with {_plain(each)}" for each in come)
        if not come:
            yield "history"
    else:
        yield f"{key} {_plain(old)} → {_plain(new)}"


def _plain(value: object) -> str:
    if isinstance(value, Change):
        return f"{value.date}: {value.what}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "nothing" if value is None else _cut(str(value))
