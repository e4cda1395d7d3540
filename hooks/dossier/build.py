"""One call from a configuration to the files of a site: what hooks and commands both use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from .check_files import check_files
from .check_links import check_nav, check_written
from .config import Config, read_config
from .draw.basemap import Basemap, read_basemap
from .export.edition import Edition, read_edition
from .export.register import FILE as REGISTER
from .export.register import check_register
from .problems import Problem
from .project import load, with_problems, written_pages
from .site import Late, write
from .write.options import Options


@dataclass(frozen=True, slots=True)
class Built:
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
    updated: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    lost: tuple[Problem, ...] = ()
    """What was released and is not there; no fault of a build: a project may be built in part."""
    late: Mapping[str, Late] = field(default_factory=dict)
    """Path in docs → what makes one more file's content, which may be as it was; while serving."""

    def everything(self) -> dict[str, str]:
        """Return path in docs → content of every file of text."""
        late = {path: make() for path, make in self.late.items()}
        return dict(sorted({**self.files, **late}.items()))


def build_dossier(
    config_path: str | Path,
    *,
    docs_dir: str | None = None,
    site_url: str | None = None,
    directory_urls: bool | None = None,
    serving: bool = False,
) -> Built:
    """Return the files of the site that a mkdocs.yml describes, and every problem.

    The other arguments go before what mkdocs.yml says; ``serving`` shows whole texts and drafts,
    which stay on this machine.
    """
    config = read_config(Path(config_path))
    project = config.project
    drafts = project.settings.drafts == "always" or (serving and project.settings.drafts == "serve")
    docs = Path(docs_dir).relative_to(project.root).as_posix() if docs_dir else project.docs
    dossier = load(replace(project, docs=docs, drafts=drafts))
    basemap = _basemap(tuple(_geojson(project.root / docs).items()))
    files = check_files(project.root / docs)
    edition = released_before(project.root, docs)
    problems = {
        *config.problems,
        *dossier.problems,
        *basemap.problems,
        *files,
        *edition.problems,
    }
    dossier = replace(dossier, problems=tuple(sorted(problems)))
    options = Options(
        directory_urls=config.directory_urls if directory_urls is None else directory_urls,
        local=serving,
        repo_url=config.repo_url,
        edit_base=_edit_base(config, docs),
        site_url=None if serving else site_url or config.site_url,
        docs_dir=docs,
        basemap=basemap,
    )
    site = write(dossier, options, edition)
    assets = _assets(project.root / docs)
    dead = check_written(written_pages(dossier), site.files, assets, site.late)
    if dead:
        dossier = with_problems(dossier, dead)
        site = write(dossier, options, edition)
    there = {*site.files, *site.late, *site.pictures, *assets}
    problems = {*dossier.problems, *site.problems, *check_nav(config.nav, there)}
    lost = check_register(dossier, edition.released, site.there, begun_anew=True)
    return Built(
        files=site.files,
        problems=tuple(sorted(problems)),
        updated=site.updated,
        pictures=site.pictures,
        lost=tuple(sorted(lost)),
        late=site.late,
    )


def _assets(docs: Path) -> set[str]:
    """Return the paths of the files in docs that are published as they are."""
    paths = (path.relative_to(docs) for path in docs.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if path.parts[0] not in ("theme", "basemap")}


@lru_cache(maxsize=2)
def _basemap(files: tuple[tuple[str, bytes], ...]) -> Basemap:
    """Return the map's ground; the same files are read once."""
    return read_basemap(dict(files))


def _geojson(docs: Path) -> dict[str, bytes]:
    folder = docs / "basemap"
    return {
        f"docs/basemap/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.geojson"))
        if path.is_file()
    }


def released_before(root: Path, docs: str) -> Edition:
    """Return what was released before: the changelog's newest release, and the register."""

    def text(path: Path) -> str:
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    register = text(root / docs / REGISTER)
    return read_edition(text(root / "CHANGELOG.md"), register, f"docs/{REGISTER}")


def _edit_base(config: Config, docs: str) -> str | None:
    """Return the address under which a path from the project's folder opens for editing."""
    if not config.repo_url:
        return None
    uri = config.edit_uri or ("edit/main/" + docs + "/")
    base = uri if "://" in uri else f"{config.repo_url.rstrip('/')}/{uri.lstrip('/')}"
    return base.removesuffix("/").removesuffix(docs)


def failed(why: str) -> Built:
    """Return a site of one page that says why there is no other; only for ``serve``."""
    text = " ".join(why.split()).replace("<", "&lt;").replace("`", "'")
    return Built({"index.md": f"# The dossier cannot be built\n\n    {text}\n"}, (), {})
