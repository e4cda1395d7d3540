"""The register of every identifier and address ever released, so that none is lost or reused.

It lies in ``docs/register.yml``, is published with the site, and only grows: what is gone keeps
its entry, with where it moved to or why it was withdrawn.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .. import yaml_text
from ..joined import Dossier
from ..model import PageRecord, Where
from ..problems import Problem, did_you_mean, problem
from ..write import links

FILE = "register.yml"
KINDS = ("actors", "places", "events", "sources", "statements", "pages")
CODE = "register"
_HEAD = """\
# Every identifier and address ever released. 'make register' adds what is new; nothing is ever
# taken out. For what is gone, write {moved: NEW-ID} or {gone: why} after its identifier.
"""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of something that is gone."""

    moved: str | None
    gone: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    where: Where
    fate: Fate | None = None
    """None: it is there."""


@dataclass(frozen=True, slots=True)
class Register:
    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    """Kind → id (of a page: its path in docs) → entry."""

    def of(self, kind: str) -> Mapping[str, Entry]:
        return self.entries.get(kind, {})


# --- Reading --------------------------------------------------------------------------


def read_register(text: str, path: str) -> tuple[Register, list[Problem]]:
    """Return the register that a file holds, and what is wrong in it."""
    root, problems = yaml_text.read_yaml(text, path)
    entries: dict[str, dict[str, Entry]] = {}
    if root is None or isinstance(root, yaml_text.Scalar):
        return Register(), problems
    if not isinstance(root, yaml_text.Mapping):
        what = "the register is no mapping"
        return Register(), [*problems, problem(Where(path), what, _KINDS_REMEDY, CODE)]
    for kind in root.entries:
        if kind.key not in KINDS:
            what = f"‘{kind.key}’ is no part of the register"
            problems.append(problem(kind.key_where, what, did_you_mean(kind.key, KINDS), CODE))
        elif isinstance(kind.value, yaml_text.Mapping):
            group = entries.setdefault(kind.key, {})
            for entry in kind.value.entries:
                if _FORMS.get(kind.key, _ID).fullmatch(entry.key):
                    group[entry.key] = Entry(entry.key_where, _fate(entry, problems))
                else:
                    what = f"‘{entry.key}’ is no identifier, or no path of a page"
                    remedy = "write it in small letters, digits and hyphens, as it was released"
                    problems.append(problem(entry.key_where, what, remedy, CODE))
    return Register(entries), problems


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FORMS = {
    "statements": re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"),
    "pages": re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*\.md"),
}
"""What an entry is named by: an address made of it cannot lead out of the site."""
_KINDS_REMEDY = "write its parts as keys: " + ", ".join(KINDS)


def _fate(entry: yaml_text.Entry, problems: list[Problem]) -> Fate | None:
    value = entry.value
    if isinstance(value, yaml_text.Scalar) and value.text is None:
        return None
    if isinstance(value, yaml_text.Mapping) and len(value.entries) == 1:
        only = value.entries[0]
        said = only.value.text if isinstance(only.value, yaml_text.Scalar) else None
        if only.key in ("moved", "gone") and said:
            return Fate(said if only.key == "moved" else None, said if only.key == "gone" else None)
    what = f"what became of ‘{entry.key}’ cannot be read"
    remedy = "write {moved: NEW-ID}, {gone: why}, or nothing while it is there"
    problems.append(problem(entry.key_where, what, remedy, CODE))
    return None


# --- What is there --------------------------------------------------------------------


def present(dossier: Dossier, pages: Mapping[str, str]) -> dict[str, set[str]]:
    """Return kind → ids that are there; ``pages`` is the written tree."""

    def ids(group: Mapping[str, PageRecord]) -> set[str]:
        return {id_ for id_, record in group.items() if not record.draft}

    events = ids({id_: event.record for id_, event in dossier.events.items()})
    records = {*_pages("actors", dossier.actors), *_pages("places", dossier.places)}
    records |= {*_pages("events", dossier.events), *_pages("sources", dossier.sources)}
    return {
        "actors": ids(dossier.actors),
        "places": ids(dossier.places),
        "events": events,
        "sources": set(dossier.sources),
        "statements": {id_ for id_, s in dossier.statements.items() if s.event in events},
        "pages": {path for path in pages if path.endswith(".md")} - records,
    }


def _pages(kind: str, ids: Mapping[str, object]) -> Iterator[str]:
    return (path_of(kind, id_) for id_ in ids)


def path_of(kind: str, id_: str) -> str:
    """Return the path in docs of the page of what an entry names."""
    if kind == "statements":
        return links.event_page(id_.partition(".")[0])
    return {
        "actors": links.actor_page,
        "places": links.place_page,
        "events": links.event_page,
        "sources": links.source_page,
    }.get(kind, str)(id_)


def register_text(register: Register, there: Mapping[str, set[str]]) -> str:
    """Return the register's file with everything in it that is there now."""
    lines = [_HEAD.rstrip()]
    for kind in KINDS:
        known = register.of(kind)
        ids = sorted({*known, *there.get(kind, ())})
        lines += [f"{kind}:" if ids else f"{kind}: {{}}"]
        lines += [f"  {id_}:{_written(known[id_].fate) if id_ in known else ''}" for id_ in ids]
    return "\n".join(lines) + "\n"


def only_fates(register: Register) -> Register:
    """Return the register without what is said to be there: all of it, before a first release."""
    return Register(
        {
            kind: {id_: entry for id_, entry in group.items() if entry.fate}
            for kind, group in register.entries.items()
        }
    )


def _written(fate: Fate | None) -> str:
    if fate is None:
        return ""
    key, said = ("moved", fate.moved) if fate.moved else ("gone", fate.gone)
    return f" {{{key}: {json.dumps(said, ensure_ascii=False)}}}"


# --- Holding the site to it -----------------------------------------------------------


def check_register(
    dossier: Dossier, register: Register, there: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """Give a problem for everything released that is lost, or whose identifier is used again."""
    for kind in KINDS:
        for id_, entry in register.of(kind).items():
            alive = id_ in there.get(kind, ())
            if entry.fate is None and not alive and not _excused(dossier, register, kind, id_):
                what = f"‘{id_}’ was released, and is no longer among the {kind}"
                remedy = "bring it back, or write {moved: NEW-ID} or {gone: why} after it"
                yield problem(entry.where, what, remedy, CODE)
            elif entry.fate and alive:
                what = f"‘{id_}’ is there again, though the register says it is gone"
                remedy = "give the new one another id, or take what became of it out here"
                yield problem(entry.where, what, remedy, CODE)
            elif entry.fate and entry.fate.moved and target(register, there, kind, id_) is None:
                what = f"‘{id_}’ moved to ‘{entry.fate.moved}’, which is not there"
                remedy = did_you_mean(entry.fate.moved, there.get(kind, ()))
                yield problem(entry.where, what, remedy, CODE)


def _excused(dossier: Dossier, register: Register, kind: str, id_: str) -> bool:
    """Say whether a loss needs no word: its page is broken, or its event's entry says it."""
    event = register.of("events").get(id_.partition(".")[0])
    told = kind == "statements" and event is not None and event.fate is not None
    return told or path_of(kind, id_) in dossier.broken


def target(register: Register, there: Mapping[str, set[str]], kind: str, id_: str) -> str | None:
    """Return where something that moved is now, over any number of moves; None where it is lost."""
    seen = set()
    while id_ not in there.get(kind, ()):
        entry = register.of(kind).get(id_)
        if id_ in seen or entry is None or entry.fate is None:
            return None
        if entry.fate.moved is None:
            return id_  # withdrawn after it had moved: its own page says why
        seen.add(id_)
        id_ = entry.fate.moved
    return id_
