"""Pages that keep an address alive: to where a thing moved, or why it was withdrawn."""

from __future__ import annotations

from collections.abc import Collection

from ..joined import Dossier
from ..write import links, wording
from ..write.render import in_front, plain
from .feed import title_of
from .register import Fate, Register, path_of, present, target


def stones(
    dossier: Dossier, register: Register, pages: Collection[str], *, directory_urls: bool = True
) -> dict[str, str]:
    """Return the text of a page for each that is gone, and what ends one that lost statements.

    ``pages`` are the paths of those that are there.
    """
    there = present(dossier, pages)
    found: dict[str, str] = {}
    gone = [
        (kind, id_, entry.fate)
        for kind in register.entries
        for id_, entry in register.of(kind).items()
        if entry.fate and id_ not in there.get(kind, ())
    ]
    for kind, id_, fate in gone:
        path = path_of(kind, id_)
        if kind != "statements" and path not in found and path not in pages:
            now = target(register, there, kind, id_) if fate.moved else None
            if now:
                to = links.href(path, path_of(kind, now), directory_urls=directory_urls)
                found[path] = _moved(dossier, path, path_of(kind, now), fate, to)
            else:
                instead = path_of(kind, fate.instead) if fate.instead else None
                found[path] = _gone(dossier, path, instead, fate)
    found |= _uncited(dossier, register, {*pages, *found}, directory_urls=directory_urls)
    withdrawn: dict[str, list[tuple[str, Fate]]] = {}
    for kind, id_, fate in gone:
        if kind == "statements" and path_of(kind, id_) in pages:
            withdrawn.setdefault(path_of(kind, id_), []).append((id_, fate))
    for path, entries in withdrawn.items():
        found[path] = "\n\n" + _withdrawn(dossier, path, entries)
    return found


def _uncited(
    dossier: Dossier, register: Register, pages: Collection[str], *, directory_urls: bool
) -> dict[str, str]:
    """Return the pages that cited the statements of events which have none any more."""
    there = present(dossier, pages)
    found = {}
    for event in sorted({id_.partition(".")[0] for id_ in register.of("statements")}):
        alive = dossier.events.get(event)
        if alive is None or not alive.statements:
            path = links.cited_page(event)
            now = target(register, there, "events", event) or event
            to = links.cited_page(now) if links.cited_page(now) in pages else links.event_page(now)
            if to in pages:
                address = links.href(path, to, directory_urls=directory_urls)
                found[path] = _moved(dossier, path, to, Fate(), address)
    return found


def _moved(dossier: Dossier, path: str, to: str, fate: Fate, address: str) -> str:
    on = f" (since {wording.edtf_words(fate.date)})" if fate.date else ""
    said = f"What stood here is now on the page {_linked(dossier, path, to)}{on}."
    return _page(f"Moved: {_name(path)}", said, redirect=address)


def _gone(dossier: Dossier, path: str, instead: str | None, fate: Fate) -> str:
    said = [f"What stood here was {_why(fate)}"]
    if instead:
        said.append(f"In its place: {_linked(dossier, path, instead)}.")
    said.append(f"See also [all corrections]({links.markdown_href(path, links.CORRECTIONS)}).")
    return _page(f"Withdrawn: {_name(path)}", "\n\n".join(said))


def _page(title: str, said: str, **more: str) -> str:
    """Return a page that no search finds: it is there for those who come by its address."""
    meta = {"title": title, "search": {"exclude": True}, "noindex": True, **more}
    front = "".join(in_front(key, value) for key, value in meta.items())
    return f"---\n{front}---\n\n# {plain(title)}\n\n{said}\n"


def _why(fate: Fate) -> str:
    on = f" ({wording.edtf_words(fate.date)})" if fate.date else ""
    return f"withdrawn{on}: {plain(fate.gone or 'the reason is not given')}"


def _linked(dossier: Dossier, path: str, there: str) -> str:
    return f"[{plain(title_of(dossier, _name(there)))}]({links.markdown_href(path, there)})"


def _name(path: str) -> str:
    return path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]


def _withdrawn(dossier: Dossier, path: str, entries: list[tuple[str, Fate]]) -> str:
    """Return the section of an event's page on the statements that are no longer there."""
    lines = []
    for id_, fate in entries:
        now = fate.moved or fate.instead or ""
        event = dossier.statements[now].event if now in dossier.statements else None
        there = links.event_page(event) if event else path
        link = f"[{plain(now)}]({links.markdown_href(path, there, now)})" if now else ""
        said = f"is now {link}" if fate.moved else f"was {_why(fate)}"
        said += f"; in its place: {link}" if fate.instead else ""
        lines.append(f'- <span id="{id_}"></span>{plain(id_)} {said}')
    return "## Statements no longer here {#withdrawn}\n\n" + "\n".join(lines) + "\n"
