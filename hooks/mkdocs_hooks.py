"""What knows MkDocs, with mkdocs_{live,reuse}.py: a function for each build event, of a few lines.

The core (:mod:`dossier`) reads, joins, checks and writes the whole docs tree; the hooks hand
it to MkDocs in place of the files on disk.  A build with problems stops before MkDocs empties
the site; under ``serve`` nothing is raised, and the pages show their problems.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import BytecodeCache, ChoiceLoader, DictLoader, Environment
from jinja2.bccache import Bucket
from markupsafe import escape

# ProperDocs, MkDocs's maintained fork, answers to these names itself.
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

# The core is imported here, at the top: a hook's folder is on sys.path only meanwhile.
from dossier.build import Built, build_dossier, failed
from dossier.config import read_config
from dossier.guarding import unreadable, unsafe
from dossier.packed import Texts
from dossier.problems import Problem
from dossier.reuse import built_once
from dossier.terminal import progress
from markdown_raw import RawBlocks
from mkdocs_live import Live
from mkdocs_reuse import (
    KEPT,
    PackedFile,
    Reuse,
    begin_reuse,
    digest_shared,
    end_all,
    keep,
    reuse_of,
    take_kept,
    work_ahead,
)

log = logging.getLogger("mkdocs.hooks.dossier")

UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/")
"""Files of the theme's that no page asks for: docs/theme and docs/assets stand in their place."""

_command: Literal["build", "gh-deploy", "serve"] = "build"
"""Set once a process, before any build; a rebuild never changes it."""


_raw = RawBlocks()


class _Compiled(BytecodeCache):
    """The theme's templates, compiled once a process: while serving, for all builds."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command  # noqa: PLW0603 - MkDocs tells the command at startup only
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.markdown_extensions = [*config.markdown_extensions, _raw]
    return config


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Watch the changelog too, which says of which release the pages are; serve what is new."""
    changelog = Path(config.config_file_path).parent / "CHANGELOG.md"
    if changelog.is_file():
        server.watch(str(changelog))
    server.builder = partial(_rebuild, server.builder, Path(config.config_file_path))
    _live.attend(server)
    return server


def _rebuild(builder: Callable[..., None], settings: Path) -> None:
    """Build anew, or say in a line why not: an error would have every page wait for its end."""
    try:
        read_config(settings)
        builder()
    except Exception as error:
        log.error("%s", " ".join(str(error).split()) or type(error).__name__)  # noqa: TRY400
        log.debug("How it came to that", exc_info=True)


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Read, join, check and write, before MkDocs empties the site: a bad build stops here."""
    _live.begins(config)
    _build(config, begin_reuse(config, _command))


def _build(config: MkDocsConfig, kept: Reuse | None = None) -> Built:
    """Read, join, check and write; ``kept`` has what was made when all was as it is now."""
    serving = _command == "serve"
    path = Path(config.config_file_path).absolute()
    arguments: dict[str, Any] = {
        "docs_dir": config.docs_dir,
        "site_url": config.site_url,
        "directory_urls": config.use_directory_urls,
        "serving": serving,
    }
    build = partial(build_dossier, path, **arguments)
    # A rebuild while serving goes by what the last one has in memory, and is never the same.
    if kept and not serving:
        build = partial(built_once, path, arguments, kept.store, build)
    try:
        with progress("Reading and checking"):
            built = build()
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
    _told.told(built.problems, path.name)
    config.dossier_built = built  # type: ignore[attr-defined]
    return built


_live = Live(_build)
_making = ExitStack()
"""What is being told of the making of the pages, until they are made."""


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put the written tree in place of the Markdown files on disk."""
    built = _built(config)
    for file in list(files.documentation_pages()):
        files.remove(file)
    for path, content in _contents(built):
        known = files.get_file_from_path(path)
        if known:
            files.remove(known)
        files.append(
            PackedFile.one_of(content, path, config)
            if isinstance(content, Texts)
            else File.generated(config, path, content=content)
        )
    # From here on MkDocs has the files; what they were made from is a lot of memory.
    config.dossier_built = replace(built, files={}, pictures={}, late={})  # type: ignore[attr-defined]
    for file in list(files):
        # A pipe or a link to nothing is a problem already; under ``serve`` it would be copied.
        lost = file.abs_src_path and not Path(file.abs_src_path).is_file()
        if lost or file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


def _contents(built: Built) -> Iterator[tuple[str, Texts | str | bytes]]:
    """Give the path of each file with its content, or with the texts that it is one of."""
    if isinstance(built.files, Texts):
        yield from dict.fromkeys(built.files, built.files).items()
    else:
        yield from built.everything().items()
    yield from built.pictures.items()


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Leave out the blank lines that templates would put into every page; say if it is served."""
    env.trim_blocks = env.lstrip_blocks = True
    kept = DictLoader({KEPT: "{{ config.dossier_reuse.html_of(page.file.src_uri) }}"})
    env.loader = ChoiceLoader([kept, env.loader] if env.loader else [kept])
    env.bytecode_cache = _compiled
    env.globals["serving"] = _command == "serve"
    _live.files, _live.env = files, env
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page the date of its last change, if known: the sitemap would take today's.

    MkDocs itself wants a day, for the time of the packed sitemap: the first that the date can mean.
    """
    changed = _built(config).updated.get(page.file.src_uri, "")
    page.meta["changed"] = changed
    page.update_date = f"{changed or 1980}-01-01"[:10]
    _guard(page)
    take_kept(page, config, files)
    return markdown


def _guard(page: Page) -> None:
    """Have a page whose Markdown cannot be converted, or would run, be a problem and no page."""
    path, convert = page.file.src_uri, page.render

    def render(config: MkDocsConfig, files: Files) -> None:
        found: Problem | None
        try:
            convert(config, files)
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_raw.ids}
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


class _Told(logging.Filter):
    """Leaves out what MkDocs says of a link or of the navigation where our own problem tells it."""

    said: tuple[str, ...] = ()

    def told(self, problems: tuple[Problem, ...], settings: str) -> None:
        paths = {each.path for each in problems if each.code == "broken-link"}
        pages = tuple(f"Doc file '{path.removeprefix('docs/')}'" for path in sorted(paths))
        self.said = (*pages, *(("A reference to ",) if settings in paths else ()))

    def filter(self, record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith(self.said)


_told = _Told()
for _place in ("pages", "nav"):
    logging.getLogger(f"{Page.__module__.rpartition('.')[0]}.{_place}").addFilter(_told)


def _built(config: MkDocsConfig) -> Built:
    built: Built = config.dossier_built  # type: ignore[attr-defined]
    return built


# --- Reuse: see mkdocs_reuse.py -------------------------------------------------------


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    _live.nav = nav
    _making.enter_context(progress("Making the pages"))
    digest_shared(nav, config)
    work_ahead(nav, config, files)
    return nav


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    keep(output, page, config)
    return output


def on_post_build(*, config: MkDocsConfig) -> None:
    reuse = reuse_of(config)
    if reuse:
        reuse.end()
        reuse.store.forget_others()
        reuse.let_go()
    _live.ends(config, _built(config))
    _making.close()


def on_shutdown() -> None:
    _live.over()


def on_build_error(*, error: Exception) -> None:
    _making.close()
    end_all()
