"""Reads what the core needs of mkdocs.yml: the site's name, its folders, ``extra.dossier``.

Tags that belong to the site generator are passed over; ``!ENV`` takes the environment.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from . import mending
from .front_matter import decode
from .join import Settings
from .model import Where
from .problems import Problem, nearest, problem
from .project import Project
from .schema import SETTINGS
from .schema_parts import ADDRESS
from .values import Word, short
from .yaml_faults import explain
from .yaml_text import Entry, Node, Scalar, Sequence, read_yaml
from .yaml_text import Mapping as YamlMapping


class ConfigError(Exception):
    """No configuration can be read; the text says why and what to do, the problem where too."""

    def __init__(self, said: str | Problem) -> None:
        super().__init__(str(said))
        self.problem = said if isinstance(said, Problem) else None


class _Loader(yaml.SafeLoader):
    """Reads plain values; a tag that a site generator would resolve gives what it stands on."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    names = (
        loader.construct_sequence(node)
        if isinstance(node, yaml.SequenceNode)
        else [getattr(node, "value", "")]
    )
    for name in names:
        if isinstance(name, str) and name in os.environ:
            return os.environ[name]
    return names[-1] if len(names) > 1 else None


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


@dataclass(frozen=True, slots=True)
class Config:
    """What mkdocs.yml says that the core uses."""

    project: Project
    problems: tuple[Problem, ...] = ()
    site_url: str | None = None
    repo_url: str | None = None
    edit_uri: str | None = None
    directory_urls: bool = True
    values: Mapping[str, Any] = field(default_factory=dict)
    nav: tuple[Word, ...] = ()
    """The paths and addresses that its navigation leads to."""


def find_config(start: Path) -> Path:
    """Return the mkdocs.yml of ``start`` or of the nearest folder above it."""
    for folder in (start, *start.parents):
        for name in ("mkdocs.yml", "mkdocs.yaml"):
            if (folder / name).is_file():
                return folder / name
    raise ConfigError(f"there is no mkdocs.yml in {start} or above it; go to the project's folder")


def read_config(path: Path) -> Config:
    """Return the configuration; raises ConfigError where no site can be made by it at all."""
    files, values = _read(path, path.parent, frozenset())
    text = files[0][1]
    tree, _ = read_yaml(text, path.name)
    for fault in _unfit(tree, values, path.name):
        raise ConfigError(fault)
    settings, problems = _settings(files, str(values["site_name"]))
    docs = str(values.get("docs_dir") or "docs")
    if values.get("docs_dir") and not (path.parent / docs).is_dir():
        what = f"there is no folder ‘{docs}’"
        where = _at(tree, "docs_dir", path.name)
        raise ConfigError(problem(where, what, "mend ‘docs_dir’, or make it", "folder"))
    return Config(
        project=Project(path.parent, docs=docs, config=path.name, settings=settings),
        problems=(*problems, *_addresses(tree, path.name, values), *_near(tree)),
        site_url=_text(values.get("site_url")),
        repo_url=_text(values.get("repo_url")),
        edit_uri=_text(values.get("edit_uri")),
        directory_urls=values.get("use_directory_urls") is not False,
        values=values,
        nav=tuple(_leads(_entry(tree, "nav"))),
    )


def _read(
    path: Path, root: Path, seen: frozenset[Path]
) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """Return the (path, text) of a configuration and of those it inherits, and all their values."""
    name = Path(os.path.relpath(path, root)).as_posix()
    try:
        text, wrong = decode(path.read_bytes(), name)
        if wrong:
            raise ConfigError(wrong[0])
        values = yaml.load(text, Loader=_Loader) or {}  # noqa: S506 - a subclass of SafeLoader
    except yaml.MarkedYAMLError as error:
        # The parser that records are read by says more exactly what is wrong.
        _, faults = read_yaml(text, name)
        if not faults:
            fault = explain(error, text)
            where = Where(name, fault.line + 1, fault.column + 1)
            faults = [problem(where, fault.what, fault.remedy, "yaml")]
        raise ConfigError(faults[0]) from error
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"{name} cannot be read: {' '.join(str(error).split())}") from error
    if not isinstance(values, dict):
        what, remedy = "the file holds no settings", "write them as ‘site_name: …’, a line each"
        raise ConfigError(problem(Where(name), what, remedy, "wrong-type"))
    files = [(name, text)]
    parent = values.get("INHERIT")
    if isinstance(parent, str):
        above = (path.parent / parent).resolve()
        where = _at(read_yaml(text, name)[0], "INHERIT", name)
        if above in {*seen, path.resolve()}:
            what = f"{name} inherits from itself"
            raise ConfigError(problem(where, what, "take one INHERIT out", "circle"))
        if not above.is_file():
            remedy = "mend its path, or take the line out"
            raise ConfigError(problem(where, f"there is no file ‘{parent}’", remedy, "folder"))
        more, inherited = _read(above, root, seen | {path.resolve()})
        files, values = [*files, *more], _merged(inherited, values)
    return files, values


_TYPES: Mapping[str, tuple[type, str]] = {
    **dict.fromkeys(
        ("site_name", "site_url", "repo_url", "edit_uri", "docs_dir", "site_description"),
        (str, "a line of text"),
    ),
    "use_directory_urls": (bool, "true or false"),
    "extra": (dict, "‘extra:’, and its keys indented below it"),
    "nav": (list, "a list, a line with ‘- ’ each"),
}
"""Settings that a site generator ends at, in its own words, where they are of another type."""
_KNOWN = frozenset(
    "INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra"
    " extra_css extra_javascript extra_templates hooks markdown_extensions nav not_in_nav plugins"
    " remote_branch remote_name repo_name repo_url site_author site_description site_dir site_name"
    " site_url strict theme use_directory_urls validation watch".split()
)
"""The settings of MkDocs 1.6."""


def _unfit(tree: Node | None, values: Mapping[str, Any], name: str) -> Iterator[Problem]:
    """Report what no site can be made by: no name, or a setting of another type."""
    if values.get("site_name") in (None, ""):
        yield from (each for each in _near(tree) if "‘site_name’" in each.remedy)
        what, remedy = "the site has no ‘site_name’", "add it: ‘site_name: The title of the site’"
        yield problem(_at(tree, "site_name", name), what, remedy, "missing-key")
    for key, (wanted, says) in _TYPES.items():
        value = values.get(key)
        if value is not None and not isinstance(value, wanted):
            kinds = ("a list", list), ("a mapping", dict)
            said = (each for each, kind in kinds if isinstance(value, kind))
            found = next(said, f"‘{short(str(value))}’")
            one = value[0] if isinstance(value, list) and len(value) == 1 else None
            remedy = f"write {one if isinstance(one, str) and wanted is str else says}"
            yield problem(_at(tree, key, name), f"‘{key}’ is {found}", remedy, "wrong-type")


def _near(tree: Node | None) -> Iterator[Problem]:
    """Report a setting that is all but one there is: what it says would be lost."""
    for entry in tree.entries if isinstance(tree, YamlMapping) else ():
        near = get_close_matches(entry.key, sorted(_KNOWN), n=1, cutoff=0.8)
        if entry.key not in _KNOWN and near:
            what = f"‘{entry.key}’ is read by nothing"
            yield problem(entry.key_where, what, f"did you mean ‘{near[0]}’?", "unknown-key")


def _at(tree: Node | None, key: str, name: str) -> Where:
    """Return where a setting's value stands; the file’s beginning where it is inherited."""
    entry = _entry(tree, key)
    return entry.value.where if entry else Where(name)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        both = isinstance(inner, dict) and isinstance(value, dict)
        merged[key] = _merged(inner, value) if both else value  # type: ignore[arg-type]
    return merged


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _settings(files: Iterable[tuple[str, str]], title: str) -> tuple[Settings, list[Problem]]:
    """Return ``extra.dossier``, read with its places; what is inherited goes below the rest."""
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for path, text in files:
        tree, faults = read_yaml(text, path)
        extra = _entry(tree, "extra")
        problems += [fault for fault in faults if fault.code == "duplicate-key"]
        problems += _misspelt(extra.value if extra else None)
        problems += _misplaced(tree)
        entry = _entry(extra.value if extra else None, "dossier")
        if entry and not (isinstance(entry.value, Scalar) and entry.value.text is None):
            read = {**(SETTINGS.read(entry.value, "extra.dossier", problems) or {}), **read}
    return Settings(title, read.get("event"), read.get("drafts", "serve")), problems


def _entry(node: Node | None, key: str) -> Entry | None:
    entries = node.entries if isinstance(node, YamlMapping) else ()
    return next((entry for entry in entries if entry.key == key), None)


def _leads(nav: Entry | None) -> Iterator[Word]:
    """Give what the entries of ``nav`` lead to, in sections too."""
    nodes: list[Node] = [nav.value] if nav else []
    while nodes:
        node = nodes.pop()
        if isinstance(node, Scalar) and node.text:
            yield Word(node.text, node.where)
        elif isinstance(node, Sequence):
            nodes += node.items
        elif isinstance(node, YamlMapping):
            nodes += (entry.value for entry in node.entries)


def _misplaced(tree: Node | None) -> Iterator[Problem]:
    """Report settings that nothing would read: beside ``extra``."""
    outside = _entry(tree, "dossier")
    if outside:
        remedy = "indent it, with what it holds, under ‘extra:’"
        yield problem(outside.key_where, "‘dossier’ stands outside ‘extra’", remedy, "unknown-key")


def _addresses(tree: Node | None, path: str, values: Mapping[str, Any]) -> Iterator[Problem]:
    """Report an address of the site or its repository that is none."""
    for key in ("repo_url", "site_url"):
        given = values.get(key)
        if not given or re.fullmatch(ADDRESS, given):
            continue
        meant = mending.repository(given)
        remedy = f"write {meant or 'an address that begins with https://'}"
        what = f"‘{key}’ is ‘{short(given)}’"
        yield problem(_at(tree, key, path), what, remedy, "wrong-form")


def _misspelt(extra: Node | None) -> list[Problem]:
    """Report a key of ``extra`` that is all but ``dossier``: its settings would be lost."""
    entries = extra.entries if isinstance(extra, YamlMapping) else ()
    return [
        problem(
            entry.key_where,
            f"‘extra.{entry.key}’ is read by nothing",
            "did you mean ‘dossier’?",
            "unknown-key",
        )
        for entry in entries
        if entry.key != "dossier" and nearest(entry.key, ["dossier"])
    ]


def main() -> None:
    """Say why there is no configuration: a site generator would, in its parser's own words."""
    try:
        read_config(find_config(Path.cwd()))
    except ConfigError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
