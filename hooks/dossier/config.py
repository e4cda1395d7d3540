"""Reads what the core needs of mkdocs.yml: the site's name, its folders, ``extra.dossier``.

Tags that belong to the site generator are passed over; ``!ENV`` takes the environment.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
from .values import Word, short, wrong
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
    """Return the configuration; raises ConfigError where the file cannot be read at all."""
    text, values = _read(path, frozenset())
    extra = values.get("extra")
    dossier = extra.get("dossier") if isinstance(extra, dict) else None
    settings, problems = _settings(
        dossier or {}, path.name, text, str(values.get("site_name") or "Dossier")
    )
    docs = str(values.get("docs_dir") or "docs")
    if values.get("docs_dir") and not (path.parent / docs).is_dir():
        entry = _entry(read_yaml(text, path.name)[0], "docs_dir")
        where = entry.value.where if entry else Where(path.name)
        raise ConfigError(
            problem(where, f"there is no folder ‘{docs}’", "mend ‘docs_dir’, or make it", "folder")
        )
    return Config(
        project=Project(path.parent, docs=docs, config=path.name, settings=settings),
        problems=(*problems, *_addresses(text, path.name, values)),
        site_url=_text(values.get("site_url")),
        repo_url=_text(values.get("repo_url")),
        edit_uri=_text(values.get("edit_uri")),
        directory_urls=values.get("use_directory_urls") is not False,
        values=values,
        nav=tuple(_leads(_entry(read_yaml(text, path.name)[0], "nav"))),
    )


def _read(path: Path, seen: frozenset[Path]) -> tuple[str, dict[str, Any]]:
    """Return a configuration's text and values, those it inherits merged in."""
    if path in seen:
        raise ConfigError(f"{path.name} inherits from itself; take one INHERIT out")
    try:
        text, wrong = decode(path.read_bytes(), path.name)
        if wrong:
            raise ConfigError(wrong[0])
        values = yaml.load(text, Loader=_Loader) or {}  # noqa: S506 - a subclass of SafeLoader
    except yaml.MarkedYAMLError as error:
        fault = explain(error, text)
        where = Where(path.name, fault.line + 1, fault.column + 1)
        raise ConfigError(problem(where, fault.what, fault.remedy, "yaml")) from error
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"{path.name} cannot be read: {' '.join(str(error).split())}") from error
    if not isinstance(values, dict):
        what, remedy = "the file holds no settings", "write them as ‘site_name: …’, a line each"
        raise ConfigError(problem(Where(path.name), what, remedy, "wrong-type"))
    parent = values.get("INHERIT")
    if isinstance(parent, str):
        values = _merged(_read((path.parent / parent).resolve(), seen | {path})[1], values)
    return text, values


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        both = isinstance(inner, dict) and isinstance(value, dict)
        merged[key] = _merged(inner, value) if both else value  # type: ignore[arg-type]
    return merged


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _settings(given: object, path: str, text: str, title: str) -> tuple[Settings, list[Problem]]:
    """Return ``extra.dossier``, read with its places; ``given`` is what of it was inherited."""
    tree, faults = read_yaml(text, path)
    extra = _entry(tree, "extra")
    problems = [fault for fault in faults if fault.code == "duplicate-key"]
    problems += _misspelt(extra.value if extra else None)
    problems += _misplaced(tree, extra)
    entry = _entry(extra.value if extra else None, "dossier")
    if entry is None:
        values = given if isinstance(given, dict) else {}
        event = values.get("event")
        drafts = str(values.get("drafts") or "serve")
        return Settings(title, str(event) if event else None, drafts), problems
    table = None
    if not (isinstance(entry.value, Scalar) and entry.value.text is None):
        table = SETTINGS.read(entry.value, "extra.dossier", problems)
    read: Mapping[str, Any] = table or {}
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


def _misplaced(tree: Node | None, extra: Entry | None) -> Iterator[Problem]:
    """Report settings that nothing would read: beside ``extra``, or in one that is no mapping."""
    outside = _entry(tree, "dossier")
    if outside:
        remedy = "indent it, with what it holds, under ‘extra:’"
        yield problem(outside.key_where, "‘dossier’ stands outside ‘extra’", remedy, "unknown-key")
    value = extra.value if extra else None
    if isinstance(value, Sequence) or (isinstance(value, Scalar) and value.text is not None):
        yield wrong(value, "extra", "no mapping", "‘extra:’, and its keys indented below it")


def _addresses(text: str, path: str, values: Mapping[str, Any]) -> Iterator[Problem]:
    """Report an address of the site or its repository that is none."""
    tree, _ = read_yaml(text, path)
    for key in ("repo_url", "site_url"):
        given, entry = values.get(key), _entry(tree, key)
        if not given or (isinstance(given, str) and re.fullmatch(ADDRESS, given)):
            continue
        where = entry.value.where if entry else Where(path)
        meant = mending.repository(str(given))
        remedy = f"write {meant or 'an address that begins with https://'}"
        yield problem(where, f"‘{key}’ is ‘{short(str(given))}’", remedy, "wrong-form")


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
