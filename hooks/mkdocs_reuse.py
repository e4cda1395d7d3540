"""Pages kept from one build to the next, and built in several processes at once.

A page that all is the same for is taken as it was built the last time.  Where many are new, other
processes build and keep a share of them while this one converts the first; it then finds theirs
among what is kept, and builds itself what it does not find.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler, write_file

from dossier.packed import Texts, packed, unpacked
from dossier.reuse import code, of_files, of_versions, store, wanted
from dossier.side_by_side import FEWEST, Other, begin, cores
from dossier.store import Kept, Store, digest

KEPT = "dossier-kept.html"
"""The template that gives a kept page; no theme has one of this name."""
_FIELDS = ("anchors", "links", "asked")
"""What is known of a page that is kept, beside its HTML: its anchors; path of a page → anchor in it
→ the link to it, as MkDocs checks them; path of a file it may link to → its address then, if any.
"""
_SNIPPET = "-8<-"
"""Text from another file, which a page's own Markdown does not show."""
_TITLE = re.compile(r"^title:.*$", re.MULTILINE)
_APART = (
    *("plugins", "theme", "hooks", "exclude_docs", "draft_docs", "not_in_nav"),
    *("site_dir", "dossier_built", "dossier_reuse"),
)
"""Settings that are looked at by what they lead to, or say nothing of what a page looks like."""
_PACKAGES = "mkdocs properdocs mkdocs-material markdown pymdown-extensions pygments".split()
_LISTED = ("title", "noindex", "changed")
"""What lists of all pages show of the front matter of one."""


class PackedFile(File):
    """A file whose content is packed while nobody reads it."""

    texts: Texts

    @classmethod
    def one_of(cls, texts: Texts, path: str, config: MkDocsConfig) -> PackedFile:
        file = cast(PackedFile, cls.generated(config, path, content=b""))
        file.texts = texts
        return file

    @property
    def content_string(self) -> str:
        return self.texts[self.src_uri]

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.texts[self.src_uri] = value

    @property
    def content_bytes(self) -> bytes:
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.content_string = value.decode()

    def copy_file(self, *_: object, **__: object) -> None:
        write_file(self.content_bytes, self.abs_dest_path)


@dataclass(slots=True)
class Reuse:
    store: Store
    shared: str = ""
    """The digest of what all pages are made of."""
    keys: dict[str, str] = field(default_factory=dict)
    """Path → key of the pages that are built anew, to be kept."""
    found: dict[str, Kept] = field(default_factory=dict)
    """Path → page, its body the packed HTML, its value ``_FIELDS``, of all that is done."""
    under: dict[str, str] = field(default_factory=dict)
    """Path → key that the page is kept under."""
    fill: Callable[[Page], str] | None = None
    """What gives the HTML of a page that is converted."""
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path → what was asked of the other files in converting the page."""
    others: dict[str, Other[None]] = field(default_factory=dict)
    """Path → the process that builds the page."""

    def html_of(self, path: str) -> str:
        return unpacked(self.found[path].body)

    def taken(self, path: str) -> str:
        """Return the HTML of a page that will not be asked for again, and let it go."""
        html = self.html_of(path)
        self.found[path] = Kept(self.found[path].value)
        return html

    def put(self, path: str, key: str, kept: Kept) -> None:
        """Have a page be done; what was kept of it before, if it is another now, is not wanted."""
        before = self.under.get(path, key)
        if before != key:
            self.store.forget(before)
        self.under[path], self.found[path] = key, kept

    def let_go(self) -> None:
        """Know of all pages no more than what serving asks: a build is over."""
        self.found = {path: Kept(kept.value) for path, kept in self.found.items()}

    def wait_for(self, path: str) -> None:
        """Wait until the process that builds a page, if another does, has built all of its own."""
        other = self.others.get(path)
        if other:
            other.answer()
            self._end(other)

    def end(self) -> None:
        for other in {other.pid: other for other in self.others.values()}.values():
            self._end(other)

    def _end(self, other: Other[None]) -> None:
        other.end()
        self.others = {path: each for path, each in self.others.items() if each is not other}


_last: list[Reuse] = []
"""That of the build that is under way: of an error MkDocs tells no more than what it is."""


def begin_reuse(config: MkDocsConfig, command: str) -> Reuse | None:
    """Begin a build; beside other hooks and plugins nothing is reused.

    Nor is it where snippets add the text of some file to each page: no digest would know of it;
    nor where MkDocs marks pages as drafts, which it does only as it fills their template itself.
    """
    end_all()
    reuse = None
    added = config.mdx_configs.get("pymdownx.snippets", {}).get("auto_append")
    if wanted() and len(config.plugins) == 1 and not added and not config.draft_docs:
        urls = "folders" if config.use_directory_urls else "files"
        reuse = Reuse(store(Path(config.config_file_path).parent, command, urls))
        _last[:] = [reuse]
    config.dossier_reuse = reuse  # type: ignore[attr-defined]
    return reuse


def end_all() -> None:
    """Let no process be left of a build that has broken off."""
    for reuse in _last:
        reuse.end()
    _last.clear()


def reuse_of(config: MkDocsConfig) -> Reuse | None:
    found: Reuse | None = getattr(config, "dossier_reuse", None)
    return found


def digest_shared(nav: Navigation, config: MkDocsConfig) -> None:
    """Digest what is the same for all pages: settings, templates, versions, navigation."""
    reuse = reuse_of(config)
    if not reuse:
        return
    settings = [f"{key}: {config[key]!r}" for key in sorted(config) if key not in _APART]
    folders = [Path(each) for each in config.theme.dirs]
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    templates = [path for path in own.rglob("*") if path.is_file()] if own else []
    heads = ["" if is_titled(page) else _head(page.file) for page in nav.pages]
    reuse.shared = digest(
        [
            *settings,
            repr(dict(config.theme)),
            repr(folders),
            *of_files(templates),
            code(),
            *of_versions(*_PACKAGES),
            *(f"{page.url} {head}" for page, head in zip(nav.pages, heads, strict=True)),
            str(nav),
        ]
    )


def is_titled(page: Page) -> bool:
    """Say whether a page has its title from the navigation, and not from its own text."""
    return "title" in vars(page)


def _head(file: File) -> str:
    """Return the line of a page that gives its title, which the navigation may show."""
    found = _TITLE.search(file.content_string)
    return found[0] if found else ""


# --- Page by page ---------------------------------------------------------------------


def has_snippet(text: str) -> bool:
    """Say whether a page takes in other files, whose changes do not show in it."""
    return _SNIPPET in text


class _Asked:
    """The files of a site, as a page sees them that is converted; it notes where they are."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.answers: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        self.answers[path] = _where(path, self._files)
        return self._files.get_file_from_path(path)

    def __getattr__(self, name: str) -> object:
        return getattr(self._files, name)


def links_to(path: str, others: Collection[str], config: MkDocsConfig) -> bool:
    """Say whether a page may link to one of other files: it does if they are there."""
    reuse = reuse_of(config)
    kept = reuse.found.get(path) if reuse else None
    asked = reuse.asked.get(path, kept.value["asked"] if kept else {}) if reuse else {}
    return not asked.keys().isdisjoint(others)


def _where(path: str, files: Files) -> str:
    """Return what a link to a file depends on; of no file, nothing."""
    file = files.get_file_from_path(path)
    return f"{file.inclusion.name} {file.url}" if file else ""


def take_kept(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Have a page be what it was the last time, or be kept when it is built."""
    reuse, path = reuse_of(config), page.file.src_uri
    text = page.file.content_string if reuse else ""
    if reuse is None or has_snippet(text):
        return
    reuse.wait_for(path)
    key = _key(page, text, reuse)
    found = reuse.store.get(key, _FIELDS)
    if not found or any(_where(each, files) != was for each, was in found.value["asked"].items()):
        reuse.keys[path] = key
        page.render = partial(_convert, page, page.render, reuse)  # type: ignore[method-assign]
        return
    reuse.put(path, key, found)
    page.render = partial(_leave, page, found)  # type: ignore[method-assign]


def _key(page: Page, text: str, reuse: Reuse) -> str:
    file = page.file
    state = (file.url, file.inclusion.name, str(page.meta["changed"]))
    return digest([reuse.shared, file.src_uri, *state, text])


def _logs() -> list[logging.Logger]:
    """Return where MkDocs and ProperDocs, whichever runs, say what is wrong with a page."""
    return [logging.getLogger(name) for name in ("mkdocs", "properdocs")]


def _convert(
    page: Page, convert: Callable[..., None], reuse: Reuse, config: MkDocsConfig, files: Files
) -> None:
    """Convert a page, and fill its template at once: of a large site no more than one is open.

    One that gives a warning is not kept, so that the warning is given again.
    """
    heard, asked = CountHandler(), _Asked(files)
    heard.setLevel(logging.WARNING)
    for log in _logs():
        log.addHandler(heard)
    try:
        convert(config, asked)
        reuse.asked[page.file.src_uri] = asked.answers
    finally:
        for log in _logs():
            log.removeHandler(heard)
    if heard.get_counts():
        reuse.keys.pop(page.file.src_uri, None)
    elif reuse.fill:
        reuse.fill(page)
        _leave(page, reuse.found[page.file.src_uri], config, files)


def _leave(page: Page, kept: Kept, config: MkDocsConfig, files: Files) -> None:
    """Set what MkDocs wants to know of a page that is done."""
    told = {key: page.meta[key] for key in _LISTED if key in page.meta}
    page.meta = {**told, "template": KEPT}
    page.content, page.markdown, page.toc = "", "", TableOfContents([])
    page.present_anchor_ids = set(kept.value["anchors"])
    links = kept.value["links"]
    there = {path: files.get_file_from_path(path) for path in links}
    page.links_to_anchors = {file: links[path] for path, file in there.items() if file}


def keep(output: str, page: Page, config: MkDocsConfig) -> None:
    reuse, path = reuse_of(config), page.file.src_uri
    if reuse and path in reuse.keys:
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        anchors = sorted(page.present_anchor_ids or ())
        value = {"anchors": anchors, "links": links, "asked": reuse.asked.pop(path)}
        key, kept = reuse.keys.pop(path), Kept(value, packed(output))
        reuse.store.put(key, kept.value, kept.body)
        reuse.put(path, key, kept)


# --- In several processes -------------------------------------------------------------


def work_ahead(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Have pages filled as they are converted, and other processes build and keep most of them."""
    reuse = reuse_of(config)
    if reuse is None:
        return
    pages = list(files.documentation_pages())
    for page in nav.pages:
        page.read_source(config)  # the navigation shows their titles
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    reuse.fill = partial(_fill, nav=nav, config=config, pages=pages, env=env)
    count = min(cores(), len(pages) // FEWEST)
    for share in _shares(pages, count)[1:] if count > 1 else ():
        other = begin(partial(_build, share, reuse, config, files), count)
        if other:
            reuse.others |= {file.src_uri: other for file in share}


def _shares(pages: Sequence[File], count: int) -> list[list[File]]:
    """Return the pages of each process: a stretch of their order, about as long as the others."""
    sizes = [_size(file) for file in pages]
    shares: list[list[File]] = [[]]
    left = each = sum(sizes) / count
    for file, size in zip(pages, sizes, strict=True):
        if left <= 0 and len(shares) < count:
            shares.append([])
            left += each
        shares[-1].append(file)
        left -= size
    return shares


def _size(file: File) -> int:
    """Return about how long a page is beside others; of one that is packed, as it is packed."""
    if isinstance(file, PackedFile):
        return len(file.texts.as_packed()[file.src_uri])
    return len(file.content_string)


def _build(share: Sequence[File], reuse: Reuse, config: MkDocsConfig, files: Files) -> None:
    """Build pages as MkDocs would, and keep them; whatever goes wrong shows where it goes wrong."""
    for log in _logs():
        log.handlers, log.propagate = [], False
    reuse.others = {}
    for file in share:
        _populate(file.page or Page(None, file, config), config, files)


def _fill(
    page: Page, *, nav: Navigation, config: MkDocsConfig, pages: Sequence[File], env: Environment
) -> str:
    """Return the HTML of a page, once it is converted."""
    page.active = True
    context = get_context(nav, pages, config, page)
    template = env.get_template(page.meta.get("template", "main.html"))
    output = config.plugins.on_post_page(template.render(context), page=page, config=config)
    page.active = False
    return output


def build_page(
    file: File, nav: Navigation, config: MkDocsConfig, files: Files, env: Environment
) -> str:
    """Return the HTML of a page of a site that is built already."""
    reuse, page = reuse_of(config), file.page or Page(None, file, config)
    if reuse:
        reuse.keys.pop(file.src_uri, None)
        reuse.found.pop(file.src_uri, None)
        reuse.asked.pop(file.src_uri, None)
    vars(page).pop("render", None)  # what stood in its place was of the page as it was
    pages = files.documentation_pages()
    fill = partial(_fill, nav=nav, config=config, pages=pages, env=env)
    if reuse:
        reuse.fill = fill
    _populate(page, config, files)
    return reuse.taken(file.src_uri) if reuse and file.src_uri in reuse.found else fill(page)


def _populate(page: Page, config: MkDocsConfig, files: Files) -> None:
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
