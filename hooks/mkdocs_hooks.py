"""The only module that knows MkDocs: one function for each build event, each a few lines.

The core (:mod:`dossier`) reads, joins, checks and writes the whole docs tree; the hooks hand
it to MkDocs in place of the files on disk.  A build with problems stops before MkDocs empties
the site; under ``serve`` nothing is raised, and the pages show their problems.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

# The core is imported here, at the top: a hook's folder is on sys.path only meanwhile.
from dossier.build import Built, build_dossier, failed
from dossier.guarding import unreadable, unsafe
from dossier.problems import Problem

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
    try:
        built = build_dossier(
            config.config_file_path,
            docs_dir=config.docs_dir,
            site_url=config.site_url,
            directory_urls=config.use_directory_urls,
            serving=serving,
        )
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
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Leave out the blank lines that templates would put into every page; say if it is served."""
    env.trim_blocks = env.lstrip_blocks = True
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
    if _command == "serve":
        _reuse(page, markdown, config, files)
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


# --- While serving: pages whose Markdown is the same are not converted again ----------


@dataclass(frozen=True, slots=True)
class _Converted:
    """A page as HTML, with all that it was made of."""

    made_of: tuple[str, ...]
    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None


_converted: dict[str, _Converted] = {}
"""Path of a page → its last conversion; held against what it was made of, so never out of date."""
_SNIPPET = re.compile(r"-+8<-+")
"""Text from another file, which a page's own Markdown does not show."""


def _reuse(page: Page, markdown: str, config: MkDocsConfig, files: Files) -> None:
    """Have the page take its last conversion, if that was of the same Markdown."""
    path, convert = page.file.src_uri, page.render
    settings = repr((config.markdown_extensions, config.mdx_configs, config.use_directory_urls))
    made_of = (page.file.url, markdown, settings, _addresses(files))

    def render(config: MkDocsConfig, files: Files) -> None:
        last = _converted.get(path)
        if last and last.made_of == made_of and not _SNIPPET.search(markdown):
            page.content, page.toc = last.content, last.toc
            page.present_anchor_ids = last.anchors
            page._title_from_render = last.title  # noqa: SLF001 - as Page.render sets it
            return
        convert(config, files)
        title = page._title_from_render  # noqa: SLF001
        anchors = page.present_anchor_ids
        _converted[path] = _Converted(made_of, page.content, page.toc, title, anchors)

    page.render = render  # type: ignore[method-assign]


@lru_cache(maxsize=1)
def _addresses(files: Files) -> str:
    """Return all that a link may lead to: a page that comes or goes changes links elsewhere."""
    return "\n".join(sorted(file.url for file in files))
