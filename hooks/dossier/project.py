"""The whole sequence in one place: read → find → join → check → write.

This is the edge that reads files.  Problems are collected on the way; a record that has one is
left out of the joins, and everything else goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from .bounds import passages_beyond
from .check import Checked, check
from .check_faulty import Faulty, check_faulty, said_better
from .check_files import check_templates, leads_inside
from .check_prose import check_prose
from .check_sources import speaks_of_text, text_changed
from .drafts import draft_records
from .finding import known_names, read_and_find
from .front_matter import cut, decode
from .join import Records, Settings, join, pages
from .joined import Dossier, Essay, Reading
from .misplaced import unread
from .model import Actor, EventRecord, PageRecord, Place, SourceRecord, Where
from .problems import Problem, problem
from .prose_lines import Prose, proses
from .pruning import pruned
from .records import read_page, read_record
from .schema import FOLDERS
from .write import links
from .write.guide import GUIDE

GENERATED = (
    *(links.HOME, links.TIMELINE, links.PEOPLE, links.PLACES, links.STATEMENTS, links.QUESTIONS),
    *(
        links.SOURCES,
        links.ABOUT,
        links.METHOD,
        links.DATA,
        links.CITE,
        links.CONTRIBUTE,
        links.CORRECTIONS,
        links.CITATIONS,
    ),
    *GUIDE,
)
"""Pages that are there whoever wrote what."""
P = TypeVar("P", bound=PageRecord)
MAX_BYTES = 1_000_000
"""A text of this size is a library, not an article; refusing more bounds time and memory."""
_NOT_PAGES = ("theme", "assets", "basemap")
"""Folders of docs that hold no pages."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a dossier lies, and its settings."""

    root: Path
    docs: str = "docs"
    seeds: str = "seeds"
    config: str = "mkdocs.yml"
    settings: Settings = field(default_factory=Settings)
    drafts: bool = False
    """Whether draft pages are made for what no page covers."""


def load(project: Project) -> Dossier:
    """Read, find, join and check everything; the dossier carries its problems."""
    files, problems = read_files(project)
    records, ids, more = read_records(files, {each.path for each in problems})
    problems += more
    whole = _without(records, _by_path(problems))
    # A faulty source is still read here, so that the quotes from it are checked in this run.
    faulty = list(_faulty(files, records, problems))
    dossier, found = _sequence(replace(whole, sources=records.sources), project, ids, files, faulty)
    problems = said_better(problems, found)
    if problems or found:
        kept = pruned(_without(records, _by_path([*problems, *found])))
        _, dossier, _ = _joined(kept, project)
    everything = tuple(sorted(set(problems) | set(found)))
    return replace(dossier, problems=everything, broken=_on_pages(everything))


def with_problems(dossier: Dossier, more: Iterable[Problem]) -> Dossier:
    """Return the dossier with problems that only its pages, once written, have brought to light."""
    everything = tuple(sorted({*dossier.problems, *more}))
    return replace(dossier, problems=everything, broken=_on_pages(everything))


def written_pages(dossier: Dossier) -> Iterator[Prose]:
    """Give the prose of the pages that people wrote."""
    events = (event.record for event in dossier.events.values())
    yield from proses([*dossier.actors.values(), *dossier.places.values(), *events], dossier.essays)


def _sequence(
    records: Records,
    project: Project,
    ids: Mapping[str, str],
    files: Mapping[str, bytes],
    faulty: Sequence[tuple[Prose, Faulty | None]],
) -> tuple[Dossier, list[Problem]]:
    records, dossier, problems = _joined(records, project)
    checked = Checked(records, dossier, project.settings, {**_ids(records), **ids}, project.config)
    problems += check(checked)
    docs = project.root / project.docs
    problems += check_templates(records, docs / "theme")
    targets = _targets(records, files, docs)
    problems += check_prose(checked, targets, [prose for prose, _ in faulty])
    problems += check_faulty(checked, [record for _, record in faulty if record])
    return dossier, problems


def _joined(records: Records, project: Project) -> tuple[Records, Dossier, list[Problem]]:
    """Return the records, with drafts where they are wanted, joined; not checked yet."""
    readings = find(records)
    if project.drafts:
        records = draft_records(records, readings)
        readings = find(records)
    return records, *join(records, readings, project.settings)


def _faulty(
    files: Mapping[str, bytes], records: Records, problems: Iterable[Problem]
) -> Iterator[tuple[Prose, Faulty | None]]:
    """Give the pages with faults in their front matter: the rest is checked all the same."""
    read = {f"docs/{path}" for path in pages(records)}
    for path in sorted({each.path for each in problems} & files.keys() - read):
        text, wrong = decode(files[path], path)
        page, more = cut(text, path)
        if path.endswith(".md") and not wrong and not more and page.has_front:
            inside = path.removeprefix("docs/")
            keys = FOLDERS.get(inside.partition("/")[0])
            record = Faulty(page.front, keys) if page.front and keys else None
            yield Prose(inside, page.body, page.body_line), record


def find(records: Records) -> dict[str, Reading]:
    """Return source → what the hooks see in its text, with the names of all pages known."""
    known = known_names((*records.actors.values(), *records.places.values()))
    return {
        id_: read_and_find(source, known)
        for id_, source in records.sources.items()
        if source.text is not None
    }


# --- Reading files --------------------------------------------------------------------


def read_files(project: Project) -> tuple[dict[str, bytes], list[Problem]]:
    """Return path (from the project's folder, with ``/``) → bytes, of pages and seeds."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for folder, endings in ((project.docs, (".md",)), (project.seeds, (".yml", ".yaml", ".txt"))):
        top = project.root / folder
        for path in sorted(_walk(top, top)):
            inside = path.relative_to(top).as_posix()
            name = f"{'docs' if folder == project.docs else 'seeds'}/{inside}"
            wrong = _unfit(path, top, name, endings)
            if wrong:
                problems.append(wrong)
            elif path.suffix in endings:
                try:
                    files[name] = path.read_bytes()
                except OSError as error:
                    what = f"the file cannot be read: {error.strerror}"
                    problems.append(problem(Where(name), what, "mend its permissions", "symlink"))
    return files, problems


def _walk(folder: Path, top: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        hidden = path.name.startswith(".")
        skipped = folder == top and top.name != "seeds" and path.name in _NOT_PAGES
        if hidden or skipped:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, top)
        else:
            yield path


def _unfit(path: Path, top: Path, name: str, endings: tuple[str, ...]) -> Problem | None:
    """Say why a file cannot be read, if it cannot."""
    where, remedy = Where(name), "put the file itself here"
    if path.is_symlink() and not leads_inside(path, top):
        return problem(where, "the symbolic link leads out of its folder", remedy, "symlink")
    if not path.is_file():
        return problem(where, "this is no file that can be read", remedy, "symlink")
    if path.suffix in endings and path.stat().st_size > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return problem(where, what, "cut it into several", "too-long")
    return unread(name) if path.suffix not in endings else None


# --- Records --------------------------------------------------------------------------


def read_records(
    files: Mapping[str, bytes], unread: Collection[str] = ()
) -> tuple[Records, dict[str, str], list[Problem]]:
    """Return the records, every id a file claims (broken ones too) → its kind, and the problems.

    ``unread`` are files that are there and cannot be read: their ids are claimed all the same.
    """
    problems: list[Problem] = []
    claims: dict[str, list[tuple[str, str]]] = {}
    sources: dict[str, SourceRecord] = {}
    written: dict[str, PageRecord] = {}
    essays: dict[str, Essay] = {}
    for path, data in files.items():
        kind, id_ = _claim(path)
        if kind and not (path.endswith(".txt") and _record_of(path, files)):
            claims.setdefault(id_, []).append((kind, path))
        if path.startswith("seeds/"):
            found, more = _seed(path, files)
            lost = f"{path.rpartition('.')[0]}.txt" in unread
            problems += [each for each in more if not lost or each.code != "no-text"]
            if found and not lost:
                sources[found.id] = found
            continue
        value, more = _read_once(path, data)
        problems += more
        if isinstance(value, Essay):
            essays[value.path] = value
        elif value is not None:
            written[value.path] = value
    problems += _claimed_twice(claims)
    hidden = {id_: kind for kind, id_ in map(_claim, sorted(unread)) if kind}
    ids = {**hidden, **{id_: claimed[0][0] for id_, claimed in claims.items()}}
    return _sorted(sources, written, essays), ids, problems


_read_once = lru_cache(maxsize=16_384)(read_page)
"""A page that is the same is the very same value: while serving, most are, and are passed over."""


def _sorted(
    sources: Mapping[str, SourceRecord],
    pages: Mapping[str, PageRecord],
    essays: Mapping[str, Essay],
) -> Records:
    return Records(
        sources=dict(sorted(sources.items())),
        actors={p.id: p for _, p in sorted(pages.items()) if isinstance(p, Actor)},
        places={p.id: p for _, p in sorted(pages.items()) if isinstance(p, Place)},
        events={p.id: p for _, p in sorted(pages.items()) if isinstance(p, EventRecord)},
        essays=dict(sorted(essays.items())),
    )


_KINDS = {
    "docs/actors": "actor",
    "docs/places": "place",
    "docs/timeline": "event",
    "seeds": "source",
}


def _claim(path: str) -> tuple[str | None, str]:
    folder, _, name = path.rpartition("/")
    while folder.endswith((".md", ".txt", ".yml")):  # a folder with the name of a file
        folder, _, name = folder.rpartition("/")
    stem = re.sub(r"\.[^.]+$", "", name)
    kind = _KINDS.get(folder)
    return (None if stem.lower() in ("index", "readme") else kind), stem


def _claimed_twice(claims: Mapping[str, list[tuple[str, str]]]) -> Iterator[Problem]:
    for id_, claimed in claims.items():
        for _, path in claimed[1:]:
            what = f"the identifier ‘{id_}’ is taken by {claimed[0][1]}"
            yield problem(Where(path), what, "rename one of the two files", "identifier-twice")


def _seed(path: str, files: Mapping[str, bytes]) -> tuple[SourceRecord | None, list[Problem]]:
    stem = path.rpartition(".")[0]
    if path.count("/") > 1:
        return None, [
            problem(
                Where(path),
                "the file lies in a folder of its own",
                "move it directly into seeds/",
                "folder",
            )
        ]
    if path.endswith(".yaml"):
        return None, [
            problem(
                Where(path),
                "a source's record ends in .yml",
                f"rename the file to {stem}.yml",
                "folder",
            )
        ]
    if path.endswith(".txt"):
        if _record_of(path, files):
            return None, []
        if stem.endswith((".yml", ".yaml")):
            remedy = f"rename the file to {stem.rpartition('.')[0]}.yml"
            return None, [problem(Where(path), "a source's record ends in .yml", remedy, "folder")]
        keys = "‘title’, ‘publisher’, ‘url’ and ‘published’"
        remedy = f"write {stem}.yml with {keys} (‘dossier new source’)"
        return None, [problem(Where(path), "the text has no record", remedy, "missing-record")]
    text: str | None = None
    problems: list[Problem] = []
    data = files.get(f"{stem}.txt")
    if data is not None:
        text, problems = decode(data, f"{stem}.txt")
        problems += passages_beyond(text, f"{stem}.txt")
        if not problems and not text.strip():
            remedy = "paste the text into it, or delete the file: the work is cited without one"
            problems = [problem(Where(f"{stem}.txt"), "the text is empty", remedy, "empty")]
    record, more = read_record(path, files[path], None if problems else text)
    if record:
        problems = speaks_of_text(record) if data is None else [*problems, *text_changed(record)]
    return (None if problems else record), [*problems, *more]


def _record_of(path: str, files: Mapping[str, bytes]) -> bool:
    """Say whether a text has a record beside it."""
    stem = path.removesuffix(".txt")
    return f"{stem}.yml" in files or f"{stem}.yaml" in files


# --- What is broken -------------------------------------------------------------------


def _by_path(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    broken: dict[str, list[Problem]] = {}
    for each in problems:
        broken.setdefault(each.path, []).append(each)
    return broken


def _without(records: Records, broken: Mapping[str, object]) -> Records:
    def whole(pages: Mapping[str, P]) -> dict[str, P]:
        return {id_: page for id_, page in pages.items() if f"docs/{page.path}" not in broken}

    return replace(
        records,
        sources={id_: s for id_, s in records.sources.items() if s.path not in broken},
        actors=whole(records.actors),
        places=whole(records.places),
        events=whole(records.events),
        essays={path: e for path, e in records.essays.items() if f"docs/{path}" not in broken},
    )


def _on_pages(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Return path in docs → its problems; a source's stand on its page."""
    pages: dict[str, list[Problem]] = {}
    for each in problems:
        if each.path.startswith("docs/"):
            pages.setdefault(each.path.removeprefix("docs/"), []).append(each)
        elif each.path.startswith("seeds/") and each.path.count("/") == 1:
            pages.setdefault(f"sources/{each.path[6:].rpartition('.')[0]}.md", []).append(each)
    return {path: tuple(found) for path, found in sorted(pages.items())}


def _ids(records: Records) -> dict[str, str]:
    """Return id → kind of what people wrote: on a draft, which is not published, nothing rests.

    Where a kind has drafts alone, nobody has begun to write it, and they count.
    """
    kinds: tuple[tuple[str, Mapping[str, PageRecord]], ...] = (
        ("actor", records.actors),
        ("place", records.places),
        ("event", records.events),
    )
    ids = dict.fromkeys(records.sources, "source")
    for kind, group in kinds:
        written = [id_ for id_, record in group.items() if not record.draft]
        ids |= dict.fromkeys(written or group, kind)
    return ids


def _targets(records: Records, files: Mapping[str, bytes], docs: Path) -> set[str]:
    """Return the paths in docs that a link may lead to."""
    written = {path.removeprefix("docs/") for path in files if path.startswith("docs/")}
    made = {"data/dossier.json", "data/dossier.schema.json"}
    sources = {f"sources/{id_}.md" for id_ in records.sources}
    assets = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    return assets | written | sources | made | set(GENERATED)
