"""Writes what search works by: ``search/index.js`` for our pages, ``search_index.json`` for others.

Each word, folded, stands once with the entries that hold it and where in them; the browser parses
that, and folds nothing but the query.  The JSON has the shape that MkDocs gives its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from ..json_text import json_text
from .folding import TABLE, index_words, name_words, whole
from .memory import Memory
from .options import Options
from .search_entries import Entry, entries

INDEX = "search/index.js"
CONVENTIONAL = "search/search_index.json"

NAME, HEAD, TEXT, HIDDEN = 3, 2, 1, 0
"""Where in an entry a word stands, the best place of it."""

Json = dict[str, object]
Places = Callable[[Entry], dict[str, int]]


def write_search(memory: Memory, options: Options, pages: Mapping[str, str]) -> dict[str, str]:
    """Return path → content of the files that search needs."""
    found = entries(memory, options, pages)
    return {
        INDEX: write_index(found, partial(_known_places, memory)),
        CONVENTIONAL: json_text(_conventional(found)),
    }


def write_index(found: Iterable[Entry], places: Places | None = None) -> str:
    """Return the index of some entries as a script: a page from a folder can fetch no JSON.

    It holds few and long strings, which a browser reads fastest: a row is taken apart when it is
    shown, the places of a word when it is asked for.
    """
    index = json.dumps(_index(found, places or _places), ensure_ascii=False, separators=(",", ":"))
    return f"window.dossierIndex={index};\n"


def _index(found: Iterable[Entry], places: Places) -> Json:
    flat = list(_flat(found))
    rows = [_row(each, section=page != number) for number, (each, page) in enumerate(flat)]
    words: dict[str, list[int]] = {}
    names: dict[str, list[int]] = {}
    for number, (entry, _) in enumerate(flat):
        for word, place in places(entry).items():
            words.setdefault(word, []).append(number * 4 + place)
        for name, printed in entry.names:
            level = 2 if name.text == entry.title else int(printed)
            names.setdefault(whole(name.text), []).append(number * 4 + level)
    names.pop("", None)
    return {
        "fold": TABLE,
        "entries": "\n".join(rows),
        "pages": " ".join(_base36(page) for _, page in flat),
        "ranks": " ".join(_base36(entry.rank) for entry, _ in flat),
        "words": " ".join(sorted(words)),
        "at": "\n".join(_deltas(words[word]) for word in sorted(words)),
        "names": "\n".join(sorted(names)),
        "named": "\n".join(_deltas(sorted(set(names[name]))) for name in sorted(names)),
    }


def _flat(found: Iterable[Entry]) -> Iterable[tuple[Entry, int]]:
    """Yield each entry with the number of the page it is a section of; of a page, its own."""
    number = 0
    for entry in found:
        page = number
        yield entry, page
        for section in entry.sections:
            yield section, page
        number += 1 + len(entry.sections)


def _places(entry: Entry) -> dict[str, int]:
    """Return word → the best place in which an entry has it."""
    found: dict[str, int] = dict.fromkeys(index_words(entry.hidden), HIDDEN)
    found.update(dict.fromkeys(index_words(entry.text), TEXT))
    found.update(dict.fromkeys(index_words(f"{entry.title}\n{entry.line}"), HEAD))
    found.update(dict.fromkeys(index_words(entry.kind), HEAD if entry.kind else TEXT))
    for name, _ in entry.names:
        found.update(dict.fromkeys(name_words(name.text), NAME))
    return found


def _known_places(memory: Memory, entry: Entry) -> dict[str, int]:
    return memory.recall(("words", entry.address), entry, lambda _: _places(entry))


def _row(entry: Entry, *, section: bool) -> str:
    """Return what is shown of an entry, tabs between: other names with their languages at last."""
    names = [each for n, _ in entry.names if n.text != entry.title for each in (n.text, n.lang)]
    anchor = f"#{entry.address.partition('#')[2]}"
    address = anchor if section else entry.address
    fields = (address, entry.title, entry.line, entry.text, entry.kind, *names)
    return "\t".join(" ".join(field.split()) for field in fields)


def _deltas(numbers: list[int]) -> str:
    """Return ascending numbers as their differences, to the base of 36."""
    return " ".join(
        _base36(number - before) for number, before in zip(numbers, [0, *numbers[:-1]], strict=True)
    )


def _base36(number: int) -> str:
    digits = ""
    while number > 35:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return "0123456789abcdefghijklmnopqrstuvwxyz"[number] + digits


def _conventional(found: Iterable[Entry]) -> Json:
    return {
        "config": {"lang": ["en"], "separator": r"[\s\-]+"},
        "docs": (
            {
                "location": entry.address,
                "title": entry.title,
                "text": "\n".join(part for part in _said(entry) if part),
            }
            for entry, _ in _flat(found)
        ),
    }


def _said(entry: Entry) -> list[str]:
    others = ", ".join(name.text for name, _ in entry.names if name.text != entry.title)
    return [entry.kind, others, entry.line, entry.text]
