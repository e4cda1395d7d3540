"""The written pages: every address and anchor there, words escaped, gaps said, whatever is held."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import markdown  # ships no types
import pytest
import yaml

from dossier.join import Settings
from dossier.joined import Dossier, Essay
from dossier.model import Change
from dossier.problems import Problem
from dossier.project import Project, load
from dossier.write import links
from dossier.write.options import Options
from dossier.write.pages import write_pages
from dossier.write.whole import WHOLE
from support import ROOT

HOSTILE = "<script>alert(1)</script> **b** [x](javascript:1) {#y} \"q\" & 'r'"
EXTENSIONS = ["abbr", "attr_list", "footnotes", "md_in_html", "tables", "toc"]
FIXED = [
    "index.md",
    "timeline/index.md",
    "actors/index.md",
    "places/index.md",
    "statements.md",
    "questions.md",
    "sources/index.md",
    "about/index.md",
    "about/method.md",
    "about/data.md",
    "about/cite.md",
    "about/contribute.md",
    "about/corrections.md",
]


_DATA = ("script", ("type", "application/json"))


class Seen(HTMLParser):
    """What a page holds, as a browser would find it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # JSON in a script element is data: it does not run
        self.tags["data" if (tag, *attrs[:1]) == _DATA else tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.hrefs.append(value)


@cache
def render(text: str) -> Seen:
    body = text.split("\n---\n", 1)[1]
    return Seen(markdown.markdown(body, extensions=EXTENSIONS))


@pytest.fixture(scope="module")
def ferry() -> Dossier:
    settings = Settings(title="The ferry", event="ferry-aground-event")
    return load(Project(ROOT / "tests" / "ferry", settings=settings))


@pytest.fixture(scope="module")
def real() -> Dossier:
    return load(Project(ROOT, settings=Settings(title="Real", event="recapture-of-palmyra")))


@pytest.fixture(scope="module")
def empty(ferry: Dossier) -> Dossier:
    return Dossier(
        title=ferry.title,
        event=None,
        sources={},
        readings={},
        actors={},
        places={},
        events={},
        statements={},
        relations=(),
        essays={},
        citations=(),
        backlinks={},
        together={},
        covered={},
        problems=(),
        broken={},
    )


@pytest.fixture(scope="module", params=["ferry", "real", "empty"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    found: Dossier = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def pages(dossier: Dossier) -> dict[str, str]:
    return write_pages(dossier, Options())


@pytest.mark.parametrize("path", FIXED)
def test_every_fixed_page_is_there_whatever_is_held(pages: dict[str, str], path: str) -> None:
    front = yaml.safe_load(pages[path].split("---\n")[1])
    assert front["title"]
    assert front["description"]


def test_every_record_has_its_page(real: Dossier) -> None:
    pages = write_pages(real, Options())
    assert pages.keys() >= {f"actors/{id_}.md" for id_ in real.actors}
    assert pages.keys() >= {f"places/{id_}.md" for id_ in real.places}
    assert pages.keys() >= {f"timeline/{id_}.md" for id_ in real.events}
    assert pages.keys() >= {f"sources/{id_}.md" for id_ in real.sources}


@pytest.mark.parametrize("folders", [True, False])
def test_every_link_and_anchor_is_there(dossier: Dossier, *, folders: bool) -> None:
    assert leading_nowhere(dossier, folders=folders) == []


def leading_nowhere(dossier: Dossier, *, folders: bool) -> list[tuple[str, str]]:
    pages = write_pages(dossier, Options(directory_urls=folders))
    seen = {path: render(text) for path, text in pages.items()}
    by_address = {links.address(path, directory_urls=folders): path for path in pages}
    by_address |= {"data/dossier.json": "", "data/dossier.schema.json": ""}
    missing = []
    for path, page in seen.items():
        for href in page.hrefs:
            target, anchor = _target(path, href, by_address, folders=folders)
            there = target == "" or target in seen
            if there and anchor and target:
                there = anchor in seen[target].ids
            if target is not None and not there:
                missing.append((path, href))
    return missing


def _target(
    path: str, href: str, by_address: dict[str, str], *, folders: bool
) -> tuple[str | None, str]:
    """Return (path of the page, anchor) that a link leads to; no path for other sites."""
    parts = urlsplit(href)
    if parts.scheme:
        return None, ""
    anchor = unquote(parts.fragment)
    if not parts.path:
        return path, anchor
    if parts.path.endswith(".md"):
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path)), anchor
    here = links.address(path, directory_urls=folders)
    folder = here if here.endswith("/") else posixpath.dirname(here)
    there = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    there = "" if there == "." else there + ("/" if parts.path.endswith("/") else "")
    return by_address.get(there, f"nothing at {there}"), anchor


def test_an_id_stands_once_on_a_page(pages: dict[str, str]) -> None:
    assert twice(pages) == []


def twice(pages: dict[str, str]) -> list[tuple[str, str]]:
    """Return (path, id) of each id that a page has more than once."""
    counts = {path: Counter(render(text).ids) for path, text in pages.items()}
    return [(path, id_) for path, ids in counts.items() for id_ in ids if ids[id_] > 1]


@pytest.mark.parametrize("held", ["ferry", "real"])
def test_however_a_list_is_split_every_link_and_anchor_is_there_once(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    dossier: Dossier = request.getfixturevalue(held)
    whole = write_pages(dossier, Options())
    for module in ("indexes", "questions", "runs", "says", "timeline"):
        monkeypatch.setattr(f"dossier.write.{module}.LONG", 1)
    for few in ("_FEW", "_FEW_OF_LETTER"):
        monkeypatch.setattr(f"dossier.write.runs.{few}", 1)
    pages = write_pages(dossier, Options())
    assert sum(text.count("jumps--runs") for text in pages.values()) > 5
    assert leading_nowhere(dossier, folders=True) == []
    assert twice(pages) == []
    for path in ("timeline/index.md", "actors/index.md", "statements.md", "questions.md"):
        rows = re.compile(r"<(?:li|tr)[ >]")
        assert len(rows.findall(pages[path])) >= len(rows.findall(whole[path])), path
        assert set(render(whole[path]).hrefs) <= set(render(pages[path]).hrefs), path


def test_every_page_has_one_title_and_nothing_that_runs(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        page = render(text)
        assert page.tags["h1"] == 1, path
        assert not {"script", "style", "iframe", "img"} & page.tags.keys(), path
        assert "style" not in page.attributes, path
        assert not [name for name in page.attributes if name.startswith("on")], path


def test_every_statement_has_its_anchor_on_its_events_page(real: Dossier) -> None:
    pages = write_pages(real, Options())
    for statement in real.statements.values():
        assert statement.id in render(pages[f"timeline/{statement.event}.md"]).ids


def test_every_event_has_its_anchor_on_the_timeline(real: Dossier) -> None:
    assert set(real.events) <= set(render(write_pages(real, Options())["timeline/index.md"]).ids)


def test_every_passage_has_its_anchor_on_its_source(real: Dossier) -> None:
    pages = write_pages(real, Options())
    for source, reading in real.readings.items():
        ids = render(pages[f"sources/{source}.md"]).ids
        assert {f"passage-{passage.id}" for passage in reading.passages} <= set(ids)


def test_what_is_published_never_shows_a_whole_passage(real: Dossier) -> None:
    text = "\n".join(write_pages(real, Options()).values())
    for reading in real.readings.values():
        for passage in reading.passages:
            whole = reading.text[passage.start : passage.end]
            assert len(whole.split()) <= 25 or whole not in text


def test_on_ones_own_machine_the_whole_text_is_shown_and_marked_so(real: Dossier) -> None:
    pages = write_pages(real, Options(local=True))
    for source, reading in real.readings.items():
        page = pages[f"sources/{source}.md"]
        shown = re.sub(r"<[^>]+>", "", page)
        assert "shown on this machine only" in page
        for passage in reading.passages:
            first = reading.text[passage.start : passage.end].split()[:9]
            assert " ".join(first) in shown


def test_what_is_said_by_nobody_is_said_to_be_not_stated(real: Dossier) -> None:
    page = write_pages(real, Options())["statements.md"]
    assert "not stated" in page
    assert "<td></td>" not in page


def test_an_event_known_from_other_works_says_so(real: Dossier) -> None:
    pages = write_pages(real, Options())
    others = [event for event in real.events.values() if not event.in_sources]
    assert others
    for event in others:
        assert "not in the article" in pages[f"timeline/{event.id}.md"]
        item = pages["timeline/index.md"].split(f'id="{event.id}"')[1].split("</li>")[0]
        assert "not in the article" in item


def test_details_of_an_event_with_a_content_note_stay_on_its_page(real: Dossier) -> None:
    pages = write_pages(real, Options())
    graphic = [event for event in real.events.values() if event.record.graphic]
    assert graphic
    for event in graphic:
        own = f"timeline/{event.id}.md"
        assert "Content note" in pages[own]
        for evidence in event.evidence:
            for path, text in pages.items():
                assert path in (own, WHOLE) or f">{evidence.quote}<" not in text, path


def test_hostile_words_stay_words(ferry: Dossier) -> None:
    actors = {id_: replace(a, title=HOSTILE, note=HOSTILE) for id_, a in ferry.actors.items()}
    places = {
        id_: replace(p, title=HOSTILE, status=HOSTILE, description=HOSTILE)
        for id_, p in ferry.places.items()
    }
    sources = {
        id_: replace(s, title=HOSTILE, url="javascript:alert(1)", publisher=HOSTILE, rights=HOSTILE)
        for id_, s in ferry.sources.items()
    }
    hostile = replace(ferry, actors=actors, places=places, sources=sources, title=HOSTILE)
    for path, text in write_pages(hostile, Options(repo_url="https://x.test")).items():
        page = render(text)
        assert "script" not in page.tags, path
        assert "y" not in page.ids, path
        assert not [href for href in page.hrefs if href.startswith("javascript:")], path


def test_links_to_edit_and_report_need_a_repository(ferry: Dossier) -> None:
    plain = write_pages(ferry, Options())
    assert not any("Edit this page" in text or "Report a" in text for text in plain.values())
    options = Options(repo_url="https://code.test/r", edit_base="https://code.test/r/edit/main/")
    for path, text in write_pages(ferry, options).items():
        assert "https://code.test/r/issues/new?template=mistake.yml&amp;title=" in text, path
        assert "Edit this page" in text, path
    own = write_pages(ferry, options)["actors/maren-dahl.md"]
    assert "https://code.test/r/edit/main/docs/actors/maren-dahl.md" in own


def test_every_page_can_be_cited_and_names_its_licence(dossier: Dossier) -> None:
    for path, text in write_pages(dossier, Options(site_url="https://x.test/s/")).items():
        assert "Cite this page" in text, path
        assert "CC BY 4.0" in text, path
        there = "https://x.test/s/" + links.address(path)
        assert f'href="{there}"' in text, path


def test_a_broken_page_keeps_its_address_and_shows_its_problem(ferry: Dossier) -> None:
    problem = Problem("docs/actors/gone.md", 3, 1, "‘kind’ is <missing>", "write it", "x")
    broken = replace(ferry, problems=(problem,), broken={"actors/gone.md": (problem,)})
    pages = write_pages(broken, Options(local=True))
    assert "‘kind’ is &lt;missing&gt;; write it" in pages["actors/gone.md"]


def test_a_draft_says_that_it_is_one_on_its_page_and_in_links(ferry: Dossier) -> None:
    actors = dict(ferry.actors)
    id_ = next(iter(actors))
    actors[id_] = replace(actors[id_], draft=True)
    pages = write_pages(replace(ferry, actors=actors), Options())
    assert "Draft page." in pages[f"actors/{id_}.md"]
    assert '<span class="tag">draft</span>' in pages["actors/index.md"]


def test_an_essay_opens_the_generated_page_at_its_path(ferry: Dossier) -> None:
    essay = Essay("actors/index.md", "Who is who", "Our own opening.", 5, "Own line.", None, {})
    text = write_pages(replace(ferry, essays={essay.path: essay}), Options())[essay.path]
    assert text.index('title: "Who is who"') < text.index("Our own opening.")
    assert text.index("Our own opening.") < text.index("Who stands where")


def test_an_essay_anywhere_else_is_a_page_of_its_own(ferry: Dossier) -> None:
    essay = Essay("about/why.md", "Why", "Because.", 5, None, None, {})
    text = write_pages(replace(ferry, essays={essay.path: essay}), Options())[essay.path]
    assert "# Why" in text
    assert "Because." in text


def test_an_essay_anywhere_is_listed_under_about_and_one_that_opens_a_list_is_not(
    ferry: Dossier,
) -> None:
    essays = {
        path: Essay(path, title, "Because.", 5, None, None, {})
        for path, title in (("essays/why.md", "Why"), ("timeline/index.md", "The course"))
    }
    about = write_pages(replace(ferry, essays=essays), Options())["about/index.md"]
    assert "essays/why" in about
    assert "The course" not in about


def test_changes_of_records_are_listed_as_corrections(ferry: Dossier) -> None:
    id_ = next(iter(ferry.actors))
    change = Change("2026-02-03", "A name was mended", "It was misspelt")
    actors = {**ferry.actors, id_: replace(ferry.actors[id_], history=(change,))}
    page = write_pages(replace(ferry, actors=actors), Options())["about/corrections.md"]
    assert "3 February 2026" in page
    assert "A name was mended" in page


def test_pages_are_the_same_whenever_they_are_written(real: Dossier) -> None:
    assert write_pages(real, Options()) == write_pages(real, Options())
