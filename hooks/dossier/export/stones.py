"""Pages that keep an address alive: to where a thing moved, or why it was withdrawn."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..joined import Dossier
from ..write import links
from ..write.render import plain
from .feed import title_of
from .register import Entry, Register, path_of, present, target

Pages = Mapping[str, str]


def with_stones(
    dossier: Dossier, register: Register, pages: Pages, *, directory_urls: bool = True
) -> dict[str, str]:
    """Return the pages with one more for each that is gone, and an anchor for each statement."""
    there = present(dossier, pages)
    found = dict(pages)
    gone = [
        (kind, id_, entry)
        for kind in register.entries
        for id_, entry in register.of(kind).items()
        if entry.fate and id_ not in there.get(kind, ())
    ]
    for kind, id_, entry in gone:
        path = path_of(kind, id_)
        if kind != "statements" and path not in found:
            now = target(register, there, kind, id_) if entry.fate and entry.fate.moved else None
            to = path_of(kind, now) if now else None
            address = links.href(path, to, directory_urls=directory_urls) if to else None
            found[path] = _page(dossier, path, (id_, entry), to, address)
    withdrawn: dict[str, list[tuple[str, Entry]]] = {}
    for kind, id_, entry in gone:
        if kind == "statements" and path_of(kind, id_) in pages:
            withdrawn.setdefault(path_of(kind, id_), []).append((id_, entry))
    for path, entries in withdrawn.items():
        found[path] += "\n\n" + _withdrawn(dossier, path, entries)
    return found


def _page(
    dossier: Dossier, path: str, gone: tuple[str, Entry], now: str | None, address: str | None
) -> str:
    id_, entry = gone
    if now:
        title = f"Moved: {id_}"
        name = title_of(dossier, now.rpartition("/")[2].removesuffix(".md"))
        said = f"What stood here is now on the page [{plain(name)}]({_to(path, now)})."
        redirect = {"redirect": address}
    else:
        title = f"Withdrawn: {id_}"
        why = entry.fate.gone if entry.fate else None
        said = f"What stood here was withdrawn: {plain(why or 'the reason is not given')}"
        said += f"\n\nSee also [all corrections]({_to(path, links.CORRECTIONS)})."
        redirect = {}
    meta: dict[str, object] = {"title": title, "search": {"exclude": True}, **redirect}
    front = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in meta.items())
    return f"---\n{front}\n---\n\n# {plain(title)}\n\n{said}\n"


def _to(path: str, there: str) -> str:
    return links.markdown_href(path, there)


def _withdrawn(dossier: Dossier, path: str, entries: list[tuple[str, Entry]]) -> str:
    """Return the section of an event's page on the statements that are no longer there."""
    lines = []
    for id_, entry in entries:
        moved, why = (entry.fate.moved, entry.fate.gone) if entry.fate else (None, None)
        if moved:
            event = dossier.statements[moved].event if moved in dossier.statements else None
            there = links.event_page(event) if event else path
            said = f"is now [{plain(moved)}]({links.markdown_href(path, there, moved)})"
        else:
            said = f"was withdrawn: {plain(why or '')}"
        lines.append(f'- <span id="{id_}"></span>{plain(id_)} {said}')
    return "## Statements no longer here {#withdrawn}\n\n" + "\n".join(lines) + "\n"
