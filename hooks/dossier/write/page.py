"""One page put together: front matter, way back, title, parts, notes, foot, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from ..joined import Dossier
from ..model import Change
from ..problems import GUIDE, Problem
from . import links
from .abbreviations import explained
from .here import Here, Link
from .options import Forms
from .render import block, in_front, plain

_DEFINITION = re.compile(r"\[\^[^\]\n]+\]:")
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_FOOTNOTES = "///Footnotes Go Here///"


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    title: str
    kind: str
    """What kind of page it is, in words, over its title."""
    parts: tuple[str, ...]
    """Markdown and raw HTML blocks, in order."""
    description: str | None = None
    crumbs: tuple[Link, ...] = ()
    in_time: bool = False
    """Whether the pages before and after are so in time, not just in a list."""
    earlier: Link | None = None
    later: Link | None = None
    made_from: tuple[tuple[str, str], ...] = ()
    """(what, file) of what to edit: the page's own record first."""
    definitions: str = ""
    """Of the footnotes in ``parts``."""
    meta: Mapping[str, object] = field(default_factory=dict)
    draft: bool = False
    problems: tuple[Problem, ...] = ()
    note: str | None = None
    """A content note, before anything else."""


def split_prose(text: str) -> tuple[str, str, str]:
    """Return prose as its lead (up to the first heading), the rest, and its footnotes."""
    lines = text.rstrip().split("\n")
    end = len(lines)
    while end and (not lines[end - 1].strip() or _DEFINITION.match(lines[end - 1])):
        end -= 1
    body, definitions = "\n".join(lines[:end]), "\n".join(lines[end:])
    cut = _HEADING.search(body)
    lead, rest = (body[: cut.start()], body[cut.start() :]) if cut else (body, "")
    return lead.strip(), rest.strip(), definitions.strip()


def assemble(page: Page, here: Here) -> str:
    """Return the whole text of a page's Markdown file."""
    top = [
        block("crumbs", crumbs=page.crumbs, title=page.title) if page.crumbs else "",
        _notices(page, here),
        block("kicker", kind=page.kind),
        f"# {plain(page.title)}",
        block("content_note", note=page.note) if page.note else "",
    ]
    notes = []
    if page.definitions:
        notes = ["## Notes {#notes data-search-exclude}", _FOOTNOTES]
    parts = [part for part in (*top, *page.parts, *notes) if part]
    cite = here.options.cite
    forms = cite.page(page.path, page.title) if cite else None
    foot = block(
        "foot",
        in_time=page.in_time,
        earlier=page.earlier,
        later=page.later,
        citation=_citation(page, forms, here),
        address=_address(page, here),
        forms=forms,
        statements=_statements(page, here),
        changed=_changed(page, here),
        edits=_edits(page, here),
        report=_report(page, here),
        licence=here.to(links.CONTRIBUTE, "licence"),
        about=here.to(links.METHOD),
    )
    known = here.lookup.short
    parts = explained([*parts, foot], known)
    text = "\n\n".join(parts)
    ends = [
        f"*[{short}]: {plain_title}"
        for short, plain_title in _used(known, f"{text}\n{page.definitions}").items()
    ]
    ending = "\n\n".join(part for part in (page.definitions, "\n".join(ends)) if part)
    front = _front_matter(page, here.lookup.dossier)
    return f"{front}\n{text}\n" + (f"\n{ending}\n" if ending else "")


def _used(known: Mapping[str, str], text: str) -> dict[str, str]:
    words = set(re.findall(r"[A-Z][A-Z0-9]+", text))
    return {short: " ".join(long.split()) for short, long in known.items() if short in words}


def _front_matter(page: Page, dossier: Dossier) -> str:
    described = page.description or f"{page.kind}: {page.title}, in {dossier.title}."
    own = {"title": " ".join(page.title.split()), "description": " ".join(described.split())}
    given = {key: _bare(each) for key, each in page.meta.items()}
    front = [in_front(key, value) for key, value in {**own, **given}.items()]
    return f"---\n{''.join(front)}---\n"


def _bare(value: object) -> object:
    """Return a value of plain types, in order: text from a record remembers where it stood."""
    if isinstance(value, Mapping):
        return {str(key): _bare(each) for key, each in sorted(value.items())}
    if isinstance(value, (list, tuple)):
        return [_bare(each) for each in value]
    return str(value) if isinstance(value, str) else value


def _notices(page: Page, here: Here) -> str:
    if not page.draft and not page.problems:
        return ""
    guide = GUIDE.removeprefix("docs/")
    there = guide in here.lookup.dossier.essays
    problems = [(p, here.to(guide, p.code) if there else None) for p in page.problems]
    return block("notices", draft=page.draft, problems=problems, report=here.lookup.report)


def _citation(page: Page, forms: Forms | None, here: Here) -> str:
    """Return the citation as it stands in sight, without the address that follows it."""
    if forms:
        return dict(forms.words)["Chicago"].removesuffix(_address(page, here) or "").rstrip()
    site = here.lookup.dossier.title
    name = site if page.title == site else f"“{page.title}”, {site}"
    return f"{name}."


def _changed(page: Page, here: Here) -> Change | None:
    """Return the last substantive change of the page's record, if one is recorded."""
    id_ = page.path.rpartition("/")[2].removesuffix(".md")
    if here.lookup.page(id_) != page.path:
        return None
    record = here.lookup.record(id_) or here.lookup.works.get(id_)
    return max(record.history, key=lambda each: each.date, default=None) if record else None


def _statements(page: Page, here: Here) -> str | None:
    """Return where the statements on an event's page are cited, one by one."""
    event = here.lookup.dossier.events.get(page.path.rpartition("/")[2].removesuffix(".md"))
    if event is None or links.event_page(event.id) != page.path:
        return None
    is_cited = here.options.cite and event.statements
    return here.to(links.cited_page(event.id)) if is_cited else None


def _address(page: Page, here: Here) -> str | None:
    if not here.options.site_url:
        return None
    path = links.address(page.path, directory_urls=here.options.directory_urls)
    return here.options.site_url.rstrip("/") + "/" + quote(path)


def _edits(page: Page, here: Here) -> list[Link]:
    base = here.options.edit_base
    if not base or not page.made_from:
        return []
    return [Link(what, f"{base.rstrip('/')}/{quote(file)}") for what, file in page.made_from]


def _report(page: Page, here: Here) -> str | None:
    """Return the address of a new issue, its form filled in with the page and its record."""
    if not here.options.repo_url:
        return None
    given = {
        "template": "mistake.yml",
        "title": f"Mistake: {page.title}",
        "page": _address(page, here) or links.address(page.path) or "/",
        "record": page.made_from[0][1] if page.made_from else "",
    }
    query = "&".join(f"{key}={quote(value, safe='')}" for key, value in given.items() if value)
    return f"{here.options.repo_url.rstrip('/')}/issues/new?{query}"
