"""The only module that knows MkDocs: one function for each build event, each a few lines.

The core (:mod:`dossier`) reads, joins, checks and writes the whole docs tree; the hooks hand
it to MkDocs in place of the files on disk.  A build with problems stops before MkDocs empties
the site; under ``serve`` nothing is raised, and the pages show their problems.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import ChoiceLoader, DictLoader, Environment
from markupsafe import escape

# ProperDocs, MkDocs's maintained fork, answers to these names itself.
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

# The core is imported here, at the top: a hook's folder is on sys.path only meanwhile.
from dossier.build import Built, build_dossier, failed
from dossier.guarding import unreadable, unsafe
from dossier.problems import Problem
from dossier.reuse import built_once, code, of_files, of_versions, store, wanted
from dossier.store import Store, digest

log = logging.getLogger("mkdocs.hooks.dossier")

UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/")
"""Files of the theme's that no page asks for: docs/theme and docs/assets stand in their place."""

_command: Literal["build", "gh-deploy", "serve"] = "build"
"""Set once a process, before any build; a rebuild never changes it."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command  # noqa: PLW0603 - MkDocs tells the command at startup only
    _command = command


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Read, join, check and write, before MkDocs empties the site: a bad build stops here."""
    serving = _command == "serve"
    path = Path(config.config_file_path).absolute()
    arguments: dict[str, Any] = {
        "docs_dir": config.docs_dir,
        "site_url": config.site_url,
        "directory_urls": config.use_directory_urls,
        "serving": serving,
    }
    build = partial(build_dossier, path, **arguments)
    kept = _kept(config)
    config.dossier_reuse = kept  # type: ignore[attr-defined]
    try:
        # A rebuild while serving goes by what the last one has in memory, and is never the same.
        built = build() if serving or not kept else built_once(path, arguments, kept.store, build)
    except Exception as error:
        if not serving:
            raise PluginError(f"the dossier cannot be built: {error}") from error
        log.error("The dossier cannot be built: %s", error)  # noqa: TRY400 - people get a line
        log.debug("How it came to that", exc_info=True)
        built = failed(str(error))
    for each in built.problems:
        (log.warning if serving else log.error)(str(each))
    if built.problems and not serving:
        count = len(built.problems)
        raise PluginError(
            f"{count} problem{'s' if count > 1 else ''} in the dossier; nothing was built"
        )
    config.dossier_built = built  # type: ignore[attr-defined]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put the written tree in place of the Markdown files on disk."""
    built = _built(config)
    for file in list(files.documentation_pages()):
        files.remove(file)
    written: dict[str, str | bytes] = {**built.files, **built.pictures}
    for path, content in written.items():
        known = files.get_file_from_path(path)
        if known:
            files.remove(known)
        files.append(File.generated(config, path, content=content))
    for file in list(files):
        # A pipe or a link to nothing is a problem already; under ``serve`` it would be copied.
        lost = file.abs_src_path and not Path(file.abs_src_path).is_file()
        if lost or file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Leave out the blank lines that templates would put into every page; say if it is served."""
    env.trim_blocks = env.lstrip_blocks = True
    kept = DictLoader({_KEPT: "{{ config.dossier_reuse.found[page.file.src_uri].html }}"})
    env.loader = ChoiceLoader([kept, env.loader] if env.loader else [kept])
    env.globals["serving"] = _command == "serve"
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page the date of its last change, if known: the sitemap would take today's.

    MkDocs itself wants a day, for the time of the packed sitemap: the first that the date can mean.
    """
    changed = _built(config).updated.get(page.file.src_uri, "")
    page.meta["changed"] = changed
    page.update_date = f"{changed or 1980}-01-01"[:10]
    _guard(page)
    _take_kept(page, config, files)
    return markdown


def _guard(page: Page) -> None:
    """Have a page whose Markdown cannot be converted, or would run, be a problem and no page."""
    path, convert = page.file.src_uri, page.render

    def render(config: MkDocsConfig, files: Files) -> None:
        found: Problem | None
        try:
            convert(config, files)
            found = unsafe(path, page.content or "")
        except Exception as error:  # noqa: BLE001 - whatever an extension raises, people get a line
            found = unreadable(path, error)
            page.toc, page.present_anchor_ids = TableOfContents([]), set()
        if found and _command != "serve":
            raise PluginError(str(found))
        if found:
            log.warning(str(found))
            page.content = f"<h1>{escape(path)}</h1><p>{escape(str(found))}</p>"

    page.render = render  # type: ignore[method-assign]


def _built(config: MkDocsConfig) -> Built:
    built: Built = config.dossier_built  # type: ignore[attr-defined]
    return built


# --- Reuse: a page that all is the same for is taken as it was built the last time ----

_KEPT = "dossier-kept.html"
"""The template that gives such a page; no theme has one of this name."""
_SNIPPET = re.compile(r"-+8<-+")
"""Text from another file, which a page's own Markdown does not show."""
_TITLE = re.compile(r"^title:.*$", re.MULTILINE)
_APART = (
    *("plugins", "theme", "hooks", "exclude_docs", "draft_docs", "not_in_nav"),
    *("site_dir", "dossier_built", "dossier_reuse"),
)
"""Settings that are looked at by what they lead to, or say nothing of what a page looks like."""
_PACKAGES = (
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "pygments",
)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was built."""

    html: str
    anchors: list[str]
    links: dict[str, dict[str, str]]
    """Path of a page → anchor in it → the link to it, as MkDocs checks them."""


@dataclass(slots=True)
class _Reuse:
    store: Store
    shared: str = ""
    """The digest of what all pages are made of."""
    keys: dict[str, str] = field(default_factory=dict)
    """Path → key of the pages that are built anew, to be kept."""
    found: dict[str, _Page] = field(default_factory=dict)
    """Path → page of those that are not."""


def _kept(config: MkDocsConfig) -> _Reuse | None:
    """Return what is to be reused; beside other hooks and plugins nothing is."""
    if not wanted() or len(config.plugins) > 1:
        return None
    urls = "folders" if config.use_directory_urls else "files"
    return _Reuse(store(Path(config.config_file_path).parent, _command, urls))


def _reuse(config: MkDocsConfig) -> _Reuse | None:
    found: _Reuse | None = getattr(config, "dossier_reuse", None)
    return found


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Digest what is the same for all pages: settings, templates, versions, addresses."""
    reuse = _reuse(config)
    if reuse:
        settings = [f"{key}: {config[key]!r}" for key in sorted(config) if key not in _APART]
        folders = [Path(each) for each in config.theme.dirs]
        own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        templates = [path for path in own.rglob("*") if path.is_file()] if own else []
        heads = [_head(page.file) for page in nav.pages]
        addresses = sorted(f"{file.src_uri} {file.url}" for file in files)
        reuse.shared = digest(
            [
                *settings,
                repr(dict(config.theme)),
                repr(folders),
                *of_files(templates),
                code(),
                *of_versions(_PACKAGES),
                *(f"{page.url} {head}" for page, head in zip(nav.pages, heads, strict=True)),
                str(nav),
                *addresses,
            ]
        )
    return nav


def _head(file: File) -> str:
    """Return the line of a page that gives its title, which the navigation may show."""
    found = _TITLE.search(file.content_string)
    return found[0] if found else ""


def _take_kept(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Have a page be what it was the last time, or be kept when it is built."""
    reuse, path = _reuse(config), page.file.src_uri
    if reuse is None or _SNIPPET.search(page.file.content_string):
        return
    file = page.file
    state = (file.url, file.inclusion.name, str(page.meta["changed"]))
    key = digest([reuse.shared, path, *state, file.content_string])
    found = reuse.store.get(key, ("html", "anchors", "links"))
    if found is None:
        reuse.keys[path] = key
        page.render = partial(_convert, page, page.render, reuse)  # type: ignore[method-assign]
        return
    reuse.found[path] = kept = _Page(**found)
    page.meta = {**page.meta, "template": _KEPT}
    page.render = partial(_leave, page, kept)  # type: ignore[method-assign]


def _convert(
    page: Page, convert: Callable[..., None], reuse: _Reuse, config: MkDocsConfig, files: Files
) -> None:
    """Convert a page; one that gives a warning is not kept, so that the warning is given again."""
    log, heard = logging.getLogger("mkdocs"), CountHandler()
    heard.setLevel(logging.WARNING)
    log.addHandler(heard)
    try:
        convert(config, files)
    finally:
        log.removeHandler(heard)
    if heard.get_counts():
        reuse.keys.pop(page.file.src_uri, None)


def _leave(page: Page, kept: _Page, config: MkDocsConfig, files: Files) -> None:
    """Set what MkDocs wants to know of a page that needs no converting."""
    page.content, page.toc = "", TableOfContents([])
    page.present_anchor_ids = set(kept.anchors)
    there = {path: files.get_file_from_path(path) for path in kept.links}
    page.links_to_anchors = {file: kept.links[path] for path, file in there.items() if file}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    reuse, path = _reuse(config), page.file.src_uri
    if reuse and path in reuse.keys:
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        kept = _Page(output, sorted(page.present_anchor_ids or ()), links)
        reuse.store.put(reuse.keys[path], asdict(kept))
    return output


def on_post_build(*, config: MkDocsConfig) -> None:
    reuse = _reuse(config)
    if reuse:
        reuse.store.forget_others()
