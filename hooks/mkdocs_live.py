"""What ``mkdocs serve`` shows after an edit, without another build of the whole site.

Where an edit changes no more than which pages there are and what they say, the site built last is
brought up to date: a page, or a file of data, when somebody asks for it, or else when nobody waits.
Whatever goes further (a setting, a template or a page of the navigation) is built by MkDocs.
"""

from __future__ import annotations

import gc
import logging
import os
import posixpath
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from dossier.build import Built
from mkdocs_reuse import (
    Reuse,
    build_page,
    digest_shared,
    has_snippet,
    is_titled,
    links_to,
    reuse_of,
)

log = logging.getLogger("mkdocs.hooks.dossier")

_BREATH = 0.01
"""Seconds, at least, between two pages that nobody has asked for."""
_UNLISTED = re.compile(r"^noindex:", re.MULTILINE)
Around = list[tuple[str, int, int]]
"""(path, time of change in nanoseconds, bytes) of each file that is not read by the core alone."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A site as MkDocs has built it."""

    config: MkDocsConfig
    reuse: Reuse
    files: Files
    nav: Navigation
    env: Environment
    updated: Mapping[str, str]
    around: Around


class Live:
    """The site that is served, and which of its pages are still to be made."""

    def __init__(self, build: Callable[[MkDocsConfig], Built]) -> None:
        self._build = build
        self._lock = threading.RLock()
        """Held while the site, or a page of it, is made."""
        self._site: _Site | None = None
        self._pending: dict[str, tuple[File, Callable[[], str]]] = {}
        """Where in the site's folder a file belongs → the file, and what makes it."""
        self._more = threading.Event()
        self._around: Around = []
        self.files: Files
        self.nav: Navigation
        self.env: Environment
        """Of the build that is under way, as the hooks are given them."""

    # --- Told by the hooks ------------------------------------------------------------

    def begins(self, config: MkDocsConfig) -> None:
        """Know that MkDocs builds the site; nothing of the last one holds."""
        self._site, self._around = None, _around(config)
        self._pending.clear()

    def ends(self, config: MkDocsConfig, built: Built) -> None:
        """Know that it is built; a site that a warning would stop is left to MkDocs."""
        reuse = reuse_of(config)
        if reuse and not config.strict and not config.extra_templates:
            made = (self.files, self.nav, self.env)
            self._site = _Site(config, reuse, *made, built.updated, self._around)

    def attend(self, server: LiveReloadServer) -> None:
        """Have edits and requests come here first."""
        _say_if_taken(server)
        builder, serve = server.builder, server.serve_request

        def rebuild() -> None:
            with self._lock:
                try:
                    done = self._brought_up_to_date()
                except Exception:  # whatever it is, a build of all says it in a line
                    log.debug("The site is built anew", exc_info=True)
                    done = False
                if not done:
                    builder()

        def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            places = _places(environ["PATH_INFO"], server.mount_path)
            while True:
                self._make(places)
                told: list[Any] = []
                body = serve(environ, lambda *given, told=told: told.append(given))
                status = told[0][0]
                # An edit meanwhile has taken away what was made: it is made again.
                if not status.startswith("404") or self._pending.keys().isdisjoint(places):
                    start_response(*told[0])
                    return body

        server.builder = rebuild
        server.set_app(app)
        threading.Thread(target=self._make_the_rest, daemon=True).start()

    def over(self) -> None:
        """Write nothing more: the folder of the site is about to be removed."""
        with self._lock:
            self._pending.clear()

    # --- An edit ----------------------------------------------------------------------

    def _brought_up_to_date(self) -> bool:
        """Change what an edit has changed; say no, and leave all to MkDocs, if that is not all."""
        site = self._site
        if site is None or _around(site.config) != site.around:
            return False
        with _no_collection():
            start = time.monotonic()
            built = self._build(site.config)
            changed = _changes(site, built)
            if changed is None:
                return False
            for file in changed.lost:
                self._pending.pop(file.dest_uri, None)
                Path(file.abs_dest_path).unlink(missing_ok=True)
            for file in changed.said:
                self._replace(file, site, changed.late.get(file.src_uri))
            if changed.listed or changed.lost:
                # The list of all pages gives what is in heads, which are read as pages are made.
                self._make([file.dest_uri for file in changed.listed])
                for name in site.config.theme.static_templates:
                    _build_theme_template(name, site.env, site.files, site.config, site.nav)
            self._site = replace(site, updated=built.updated)
            # What it was made from is a lot of memory.
            site.config.dossier_built = replace(built, files={}, late={})  # type: ignore[attr-defined]
        pages = sum(file.is_documentation_page() for file in (*changed.said, *changed.lost))
        log.info("%d pages may have changed, in %.2f seconds", pages, time.monotonic() - start)
        return True

    def _replace(self, file: File, site: _Site, late: Callable[[], str] | None) -> None:
        if file.is_documentation_page():
            self._leave(file, partial(_page, file, site, late))
        elif late:
            self._leave(file, late)
        else:
            _put(file.content_bytes, file.abs_dest_path)

    def _leave(self, file: File, make: Callable[[], str]) -> None:
        """Leave a file to be made when somebody asks for it."""
        self._pending[file.dest_uri] = (file, make)
        Path(file.abs_dest_path).unlink(missing_ok=True)
        self._more.set()

    # --- What is pending --------------------------------------------------------------

    def _make(self, places: Iterable[str]) -> None:
        """Make those files that are pending of those that belong to these places."""
        with self._lock:
            for place in places:
                if place in self._pending:
                    file, make = self._pending[place]
                    try:
                        made = make()
                    except Exception as error:  # noqa: BLE001 - a page's fault is no other's
                        made = f"{file.src_uri} cannot be made: {error}"
                        log.error("%s", made)  # noqa: TRY400
                        made = f"<!doctype html><title>{escape(made)}</title><p>{escape(made)}</p>"
                    _put(made.encode(errors="xmlcharrefreplace"), file.abs_dest_path)
                    del self._pending[place]

    def _pages(self) -> Iterator[str]:
        """Give the pages that are pending; data and search are made of all, and wait till asked."""
        pending = list(self._pending.items())
        return (place for place, (file, _) in pending if file.is_documentation_page())

    def _make_the_rest(self) -> None:
        while self._more.wait():
            self._more.clear()
            while place := next(self._pages(), None):
                with self._lock:
                    start = time.monotonic()
                    self._make([place])
                    spent = time.monotonic() - start
                # Half of the time is left to whoever asks, or has edited: they go first.
                time.sleep(max(_BREATH, spent))


def _put(content: bytes, path: str) -> None:
    """Write a file so that whoever reads it at that moment reads all of the one or the other."""
    beside = f"{path}~"
    write_file(content, beside)
    Path(beside).replace(path)


def _page(file: File, site: _Site, late: Callable[[], str] | None) -> str:
    """Return the HTML of a page; what it says may be still to be made."""
    if late:
        file.content_string = late()
    return build_page(file, site.nav, site.config, site.files, site.env)


@dataclass(frozen=True, slots=True)
class _Changes:
    said: list[File]
    """That say something else now, or may, or are new."""
    late: Mapping[str, Callable[[], str]]
    """Path of some of these → what makes what they say."""
    listed: list[File]
    """Those among them that the list of all pages gives otherwise than before."""
    lost: list[File]


def _changes(site: _Site, built: Built) -> _Changes | None:
    """Give each file what it now says; return what changes by that, None if more than that does."""
    files = site.files
    there = {file.src_uri: file for file in files if file.generated_by}
    untitled = {page.file.src_uri for page in site.nav.pages if not is_titled(page)}
    late = {
        path: make
        for path, make in built.late.items()
        if path in there and path not in untitled and not _is_unlisted(there[path])
    }
    # Of a page that is new, was in no list of all pages or gives the navigation its title it must
    # be known at once what it says.
    at_once = {path: make() for path, make in built.late.items() if path not in late}
    written: dict[str, str | bytes] = {**built.files, **at_once, **built.pictures}
    now = {*written, *late}
    stay, come, go = there.keys() & now, now - there.keys(), there.keys() - now
    nav = str(site.config.nav)
    if any(path in nav for path in come | go):
        return None
    if any(path in files.src_uris for path in come):
        return None
    known = stay - late.keys()
    listed = come | {path for path in stay if _is_listed_otherwise(path, site, built, written)}
    changed = {*late, *(path for path in known if _take(there[path], written[path]))}
    for path in come:
        there[path] = File.generated(site.config, path, content=written[path])
    set_exclusions([there[path] for path in come], site.config)
    if not _same_for_all(site):
        return None
    order = sorted(now)
    if come or go:
        for path in go | stay:
            files.remove(there[path])
        for path in order:  # in which MkDocs is given them
            files.append(there[path])
        changed |= {path for path in stay if links_to(path, come | go, site.config)}
    return _Changes(
        said=[there[path] for path in order if path in changed | listed],
        late=late,
        listed=[there[path] for path in order if path in listed and path.endswith(".md")],
        lost=[there[path] for path in sorted(go)],
    )


def _is_unlisted(file: File) -> bool:
    """Say whether a file is a page that the list of all pages leaves out."""
    return file.is_documentation_page() and _unlisted(file.content_string)


def _is_listed_otherwise(
    path: str, site: _Site, built: Built, written: Mapping[str, str | bytes]
) -> bool:
    if built.updated.get(path) != site.updated.get(path):
        return True
    if path not in written or not path.endswith(".md"):
        return False  # what was listed, and is late, still is: a page in no list is never late
    was, now = site.files.src_uris[path].content_string, written[path]
    return was is not now and _unlisted(was) != _unlisted(now)


def _unlisted(text: str | bytes) -> bool:
    """Say whether a page is left out of the list of all pages."""
    return isinstance(text, str) and bool(_UNLISTED.search(text.partition("\n---\n")[0]))


def _take(file: File, content: str | bytes) -> bool:
    """Give a file its content; say whether what is served changes by that."""
    if isinstance(content, bytes):
        changed = file.content_bytes != content
        file.content_bytes = content
        return changed
    changed = file.content_string != content
    file.content_string = content
    return changed or (file.is_documentation_page() and has_snippet(content))


def _same_for_all(site: _Site) -> bool:
    """Say whether what all pages are made of is as it was."""
    before = site.reuse.shared
    digest_shared(site.nav, site.config)
    return site.reuse.shared == before


def _around(config: MkDocsConfig) -> Around:
    """Return the state of the files that MkDocs reads itself: settings, assets, templates."""
    paths = list(Path(config.config_file_path).parent.glob("*.y*ml"))  # one may rest on another
    for folder, _, names in os.walk(config.docs_dir):
        paths += [Path(folder, name) for name in names if not name.endswith(".md")]
    found = []
    for path in sorted(paths):
        try:
            state = path.stat()
        except OSError:
            found.append((str(path), 0, 0))
        else:
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return found


def _say_if_taken(server: LiveReloadServer) -> None:
    """Have an address that cannot be had end the server with a line, not with a traceback."""
    bind, another = server.server_bind, int(server.server_address[1]) % 65535 + 1

    def bind_or_say() -> None:
        try:
            bind()
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or error
            raise Abort(
                f"Nothing can be served at {server.url} ({why}); stop what is served there,"
                f" or take another address: make serve ADDR=127.0.0.1:{another}"
            ) from error

    server.server_bind = bind_or_say  # type: ignore[method-assign]


def _places(address: str, mount: str) -> list[str]:
    """Return where in the site's folder the page of an address may belong."""
    path = address.encode("latin-1").decode("utf-8", "ignore")
    inside = posixpath.normpath("/" + path.removeprefix(mount)).lstrip("/")
    return [inside, posixpath.join(inside, "index.html")]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave it to whoever comes after to look for memory that is free: somebody waits."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
