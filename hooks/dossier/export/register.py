"""The register of every identifier and address ever released, so that none is lost or reused.

It lies in ``docs/register.yml``, is published with the site, and only grows: what is gone keeps
its entry, with where it moved to or why it was withdrawn.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from .. import edtf, yaml_text
from ..joined import Dossier
from ..model import PageRecord, Where
from ..problems import Problem, did_you_mean, nearest, problem
from ..write import links

FILE = "register.yml"
KINDS = ("actors", "places", "events", "sources", "statements", "pages")
CODE = "register"
_HEAD = """\
# Every identifier and address ever released. 'make register' adds what is new; nothing is ever
# taken out. For what is gone, write {moved: NEW-ID} or {gone: why} after its identifier; beside
# them may stand the day (date: 2026-12-01) and, of what was withdrawn, what to use (instead: ID).
"""
_WAYS = "{moved: NEW-ID} or {gone: why, date: DAY, instead: ID}"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of something that is gone."""

    moved: str | None = None
    """The id that it has now."""
    gone: str | None = None
    """Why it was withdrawn."""
    date: str | None = None
    """EDTF: when."""
    instead: str | None = None
    """The id of what replaces something withdrawn."""


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
    said: dict[str, str | None] = {}
    if isinstance(value, yaml_text.Mapping):
        for each in value.entries:
            said[each.key] = each.value.text if isinstance(each.value, yaml_text.Scalar) else None
    one = ("moved" in said) != ("gone" in said)
    known = {"moved", "date"} if "moved" in said else {"gone", "date", "instead"}
    if one and said.keys() <= known and all(said.values()) and _is_date(said.get("date")):
        return Fate(said.get("moved"), said.get("gone"), said.get("date"), said.get("instead"))
    what = f"what became of ‘{entry.key}’ cannot be read"
    remedy = f"write {_WAYS}, or nothing while it is there"
    problems.append(problem(entry.key_where, what, remedy, CODE))
    return None


def _is_date(text: str | None) -> bool:
    try:
        return text is None or bool(edtf.parse(text))
    except edtf.EdtfError:
        return False


# --- What is there --------------------------------------------------------------------


def present(dossier: Dossier, pages: Collection[str]) -> dict[str, set[str]]:
    """Return kind → ids that are there; ``pages`` are the paths of the written tree."""

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
        "pages": {path for path in pages if path.endswith(".md") and not _follows(path)} - records,
    }


def _follows(path: str) -> bool:
    """Say whether a page has its address from its event's."""
    return path.startswith(links.CITED)


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
    said = {"moved": fate.moved, "gone": fate.gone, "date": fate.date, "instead": fate.instead}
    parts = [f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in said.items() if v]
    return f" {{{', '.join(parts)}}}"


# --- Holding the site to it -----------------------------------------------------------


def check_register(
    dossier: Dossier,
    register: Register,
    there: Mapping[str, set[str]],
    *,
    begun_anew: bool = False,
) -> Iterator[Problem]:
    """Give a problem for everything released that is lost, or whose identifier is used again.

    With ``begun_anew`` a kind of which nothing is left is passed over: as where a project is begun
    anew from its sources.
    """
    for kind in KINDS:
        known = register.of(kind)
        if begun_anew and known.keys().isdisjoint(there.get(kind, ())):
            continue
        for id_, entry in known.items():
            alive = id_ in there.get(kind, ())
            fate = entry.fate
            if fate is None and not alive and not _excused(dossier, register, kind, id_):
                what = f"‘{id_}’ was released, and is no longer among the {kind}"
                renamed = nearest(id_, there.get(kind, set()) - known.keys()) or "NEW-ID"
                remedy = f"bring it back, or write what became of it: {id_}: {{moved: {renamed}}}"
                remedy += f" or {id_}: {{gone: why}}"
                yield problem(entry.where, what, remedy, CODE)
            elif fate and alive:
                what = f"‘{id_}’ is there again, though the register says it is gone"
                remedy = "give the new one another id, or take what became of it out here"
                yield problem(entry.where, what, remedy, CODE)
            elif fate:
                yield from _followed(register, there, (kind, id_), entry)


def _followed(
    register: Register, there: Mapping[str, set[str]], of: tuple[str, str], entry: Entry
) -> Iterator[Problem]:
    """Give a problem where an entry names an id that is nowhere."""
    kind, id_ = of
    if entry.fate and entry.fate.moved and target(register, there, kind, id_) is None:
        what = f"‘{id_}’ moved to ‘{entry.fate.moved}’, which is not there"
        remedy = did_you_mean(entry.fate.moved, there.get(kind, ()))
        yield problem(entry.where, what, remedy, CODE)
    instead = entry.fate.instead if entry.fate else None
    if instead and instead not in there.get(kind, ()):
        what = f"‘{instead}’, which replaces ‘{id_}’, is not there"
        yield problem(entry.where, what, did_you_mean(instead, there.get(kind, ())), CODE)


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
