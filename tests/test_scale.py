"""A dossier twenty times as large: sound, and no page of a record grows with all the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest
from make_dossier import make

from dossier.build import build_dossier

SMALL, LARGE = 20, 400


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Mapping[str, str]]:
    """The files of a small dossier and of a large one, by the number of their pages."""
    made = {}
    for pages in (SMALL, LARGE):
        folder: Path = tmp_path_factory.mktemp("made") / "project"
        make(folder, pages)
        built = build_dossier(folder / "mkdocs.yml")
        assert not built.problems
        made[pages] = built.files
    return made


def test_there_are_as_many_pages_as_were_asked_for(
    written: dict[int, Mapping[str, str]],
) -> None:
    for pages, files in written.items():
        records = [path for path in files if _is_record(path)]
        assert len(records) == pages


def test_pages_of_records_do_not_grow_with_the_dossier(
    written: dict[int, Mapping[str, str]],
) -> None:
    sizes = {
        pages: median(len(text) for path, text in files.items() if _is_record(path))
        for pages, files in written.items()
    }
    assert sizes[LARGE] < 1.5 * sizes[SMALL]


def test_a_map_of_many_places_shows_those_around(written: dict[int, Mapping[str, str]]) -> None:
    files = written[LARGE]
    own = [path for path in files if path.startswith("places/") and _is_record(path)]
    assert len(own) == LARGE // 10
    for path in own:
        id_ = path.removeprefix("places/").removesuffix(".md")
        drawn = files[path].count("data-id=")
        assert f'data-id="{id_}"' in files[path] or f" {id_}" in files[path], path
        assert 1 <= drawn <= 24
    assert "of which most is told" in files["places/index.md"]
    assert "of which most is told" not in written[SMALL]["places/index.md"]


def test_a_strip_is_drawn_of_no_more_events_than_can_be_looked_over(
    written: dict[int, Mapping[str, str]],
) -> None:
    for path in ("index.md", "timeline/index.md"):
        assert '<svg class="drawing strip' in written[SMALL][path]
        assert '<svg class="drawing strip' not in written[LARGE][path]


def test_home_does_not_grow_with_the_dossier(written: dict[int, Mapping[str, str]]) -> None:
    small, large = (written[pages]["index.md"] for pages in (SMALL, LARGE))
    drawn = re.compile(r"<svg.*?</svg>", re.DOTALL)
    assert len(drawn.sub("", large)) < 2 * len(drawn.sub("", small))


def _is_record(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return folder in ("actors", "places", "timeline", "sources") and name != "index.md"
