"""The only module that knows MkDocs: one function for each build event, each a few lines.

The core (:mod:`dossier`) reads, joins, checks and writes the whole docs tree; the hooks hand
it to MkDocs in place of the files on disk.  A build with problems stops before MkDocs empties
the site; under ``serve`` nothing is raised, and the pages show their problems.
"""

from __future__ import annotations

import logging
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

# The core is imported here, at the top: a hook's folder is on sys.path only meanwhile.
from dossier.build import Built, build_dossier, failed

log = logging.getLogger("mkdocs.hooks.dossier")

UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
"""Files of the theme's that no page asks for: its scripts, with a search of its own, and more."""

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
        log.error("The dossier cannot be built: %s", error)
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
    """Leave out the blank lines that templates would put into every page."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page the day of its last change: the sitemap would take today's."""
    day = _built(config).updated.get(page.file.src_uri)
    page.update_date = day.isoformat() if day else page.update_date
    return markdown


def _built(config: MkDocsConfig) -> Built:
    built: Built = config.dossier_built  # type: ignore[attr-defined]
    return built
