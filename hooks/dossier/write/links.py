"""Addresses: from page to page, from evidence to its passage, and to a publisher's very words.

Pages are named by the path of their Markdown file in docs; an address is always relative,
so that the site works from any folder and from ``file://``.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, unquote

HOME = "index.md"
TIMELINE = "timeline/index.md"
PEOPLE = "actors/index.md"
PLACES = "places/index.md"
STATEMENTS = "statements.md"
QUESTIONS = "questions.md"
SOURCES = "sources/index.md"
ABOUT = "about/index.md"
METHOD = "about/method.md"
DATA = "about/data.md"
CITE = "about/cite.md"
CONTRIBUTE = "about/contribute.md"
CORRECTIONS = "about/corrections.md"
CITATIONS = "about/citations.md"

CITED = "about/citations/"

FEW = 4
"""Words of a link to a whole passage: one fewer than a run that counts as shown."""
_NEAR = 400
"""Characters before a passage in which the few words before it are looked for."""


def actor_page(id_: str) -> str:
    return f"actors/{id_}.md"


def cited_page(event: str, number: int = 1) -> str:
    """Return the page on which statements of an event are cited; many need more than one."""
    return f"{CITED}{event}.md" if number == 1 else f"{CITED}{event}/{number}.md"


def place_page(id_: str) -> str:
    return f"places/{id_}.md"


def event_page(id_: str) -> str:
    return f"timeline/{id_}.md"


def source_page(id_: str) -> str:
    return f"sources/{id_}.md"


@lru_cache(maxsize=16_384)
def address(path: str, *, directory_urls: bool = True) -> str:
    """Return where the page of a Markdown file stands on the site, from the site's root."""
    stem = path.removesuffix(".md")
    if stem == path:
        return path
    folder, name = posixpath.split(stem)
    if not directory_urls:
        return f"{stem}.html"
    if name in ("index", "README"):
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def href(
    from_path: str, to_path: str, anchor: str | None = None, *, directory_urls: bool = True
) -> str:
    """Return the relative address of a page, or of another file in docs, for raw HTML."""
    fragment = _fragment(anchor) if anchor else ""
    if from_path == to_path:
        return fragment or "#"
    here = address(from_path, directory_urls=directory_urls)
    folder = here if here.endswith("/") else posixpath.dirname(here)
    there = address(to_path, directory_urls=directory_urls)
    return _between(folder, there) + fragment


@lru_cache(maxsize=4_096)
def _fragment(anchor: str) -> str:
    return f"#{quote(anchor, safe='')}"


def _between(folder: str, there: str) -> str:
    """Return the relative address of ``there`` from a folder."""
    if folder and folder.partition("/")[0] != there.partition("/")[0]:
        return "../" * (folder.strip("/").count("/") + 1) + _quoted(there)
    relative = _relative(there, folder)
    if there.endswith("/") or not there:
        relative += "/"
    return _quoted(relative)


@lru_cache(maxsize=16_384)
def _quoted(path: str) -> str:
    return quote(path, safe="/.-_~")


def _relative(there: str, folder: str) -> str:
    """Return the way from a folder to a path, both from the same root: as ``relpath``, quicker."""
    to, up = [part for part in there.split("/") if part], folder.strip("/").split("/")
    up = up if up != [""] else []
    same = 0
    while same < min(len(to), len(up)) and to[same] == up[same]:
        same += 1
    return "/".join([*[".."] * (len(up) - same), *to[same:]]) or "."


def markdown_href(from_path: str, to_path: str, anchor: str | None = None) -> str:
    """Return the address of a page's file, for links in Markdown."""
    relative = _relative(to_path, posixpath.dirname(from_path))
    return _quoted(relative) + (_fragment(anchor) if anchor else "")


def target(from_path: str, link: str) -> tuple[str, str] | None:
    """Return the path of the Markdown file that an address leads to, and the anchor in it.

    ``link`` is relative to the page, or to its file as links in Markdown are; None for one that
    leads out of the site, up out of it, or nowhere.
    """
    there, _, anchor = link.partition("#")
    path = _file(from_path, there)
    return None if path is None else (path, unquote(anchor))


def _file(from_path: str, there: str) -> str | None:
    if not there or "?" in there or there.startswith("/") or ":" in there:
        return None
    folder = posixpath.dirname(from_path)
    if not there.endswith((".md", ".html")):
        folder = address(from_path)
    there = unquote(there) if "%" in there else there
    parts, up = [part for part in folder.split("/") if part], 0
    while up < len(parts) and there.startswith("../", 3 * up):
        up += 1
    return _normal("/".join([*parts[: len(parts) - up], there[3 * up :].lstrip("/")]))


@lru_cache(maxsize=16_384)
def _normal(path: str) -> str | None:
    """Return the path of a page's file, from another way to write it; None for one outside."""
    path = posixpath.normpath(path)
    stem = path.removesuffix(".md").removesuffix(".html")
    return None if path.startswith("..") else f"{stem}.md"


def passage_anchor(passage: str) -> str:
    return f"passage-{passage}"


def text_fragment(url: str, words: str) -> str:
    """Return ``url`` so that it opens at ``words``: a URL text fragment.

    A hyphen, comma or ampersand has a meaning of its own in a text directive and is
    encoded too (WICG, "URL Fragment Text Directives", section 3.3.1).
    """
    directive = _encoded(words.split())
    return f"{url}{_joint(url)}{directive}" if directive else url


def passage_fragment(url: str, text: str, start: int, end: int) -> str:
    """Return ``url`` so that it opens where the passage ``text[start:end]`` begins.

    Its first words are told from the same words elsewhere in ``text`` by as few as possible of
    those after them, else by those before; no part is a run that counts as shown.
    """
    words = text[start:end].split()
    first = words[:FEW]
    if not first or not _often(text, first):
        return text_fragment(url, " ".join(first))
    after = words[FEW : 2 * FEW]
    for size in range(1, len(after) + 1):
        if not _often(text, first + after[:size]):
            return f"{text_fragment(url, ' '.join(first))},-{_encoded(after[:size])}"
    before = text[max(0, start - _NEAR) : start].split()[-FEW:]
    if before and not _often(text, before + first):
        return f"{url}{_joint(url)}{_encoded(before)}-,{_encoded(first)}"
    return text_fragment(url, " ".join(first))


def _often(text: str, words: list[str]) -> bool:
    """Say whether a run of words stands in ``text`` more than once, case and punctuation aside."""
    return _bare(" ".join(words)) in _repeated(text, len(words))


@lru_cache(maxsize=512)
def _repeated(text: str, size: int) -> frozenset[str]:
    """Return the runs of so many words that stand in ``text`` more than once: few, in most."""
    words = _bare(" ".join(text.split())).split(" ")
    seen: set[str] = set()
    again: set[str] = set()
    for at in range(len(words) - size + 1):
        run = " ".join(words[at : at + size])
        (again if run in seen else seen).add(run)
    return frozenset(again)


def _bare(words: str) -> str:
    return re.sub(r"[^\w ]+|_+", "", words).casefold()


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _joint(url: str) -> str:
    return ":~:text=" if "#" in url else "#:~:text="


def is_web(url: str | None) -> bool:
    """Say whether ``url`` may be linked to: only the web's own schemes."""
    return bool(url and re.match(r"https?://[^\s/]", url, re.IGNORECASE))
