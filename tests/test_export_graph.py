"""The graph loads in rdflib, and answers in SPARQL what the pages and ``dossier.json`` say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.query import ResultRow

from dossier.config import read_config
from dossier.export.graph import EDTF, write_graph
from dossier.export.page_graph import ROOM, json_ld, script_text
from dossier.export.vocabulary import TERMS
from dossier.joined import Dossier
from dossier.project import load
from support import ROOT

SITE = "https://dossier.example/some/folder/"
SCHEMA = Namespace("https://schema.org/")
Data = dict[str, Any]
# rdflib's own reader of JSON-LD uses what rdflib calls outdated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(read_config(ROOT / "mkdocs.yml").project)


@pytest.fixture(scope="module")
def data(site: Path) -> Data:
    loaded: Data = json.loads((site / "data/dossier.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def graph(dossier: Dossier) -> Graph:
    text = write_graph(dossier, SITE, directory_urls=True)["data/graph.jsonld"]
    return Graph().parse(data=text, format="json-ld")


def things(graph: Graph, type_: str) -> set[str]:
    found = graph.subjects(RDF.type, SCHEMA[type_])
    return {str(value) for one in found for value in graph.objects(one, SCHEMA.identifier)}


def ask(graph: Graph, query: str) -> Iterator[tuple[str | None, ...]]:
    for row in graph.query(query):
        assert isinstance(row, ResultRow)
        values: tuple[object, ...] = tuple(row)
        yield tuple(None if value is None else str(value) for value in values)


def test_everything_is_in_it_under_its_address(graph: Graph, data: Data) -> None:
    people = {a["id"] for a in data["actors"] if a["kind"] == "person"}
    direct = {s["id"] for s in data["statements"] if s["direct"]}
    assert things(graph, "Person") == people
    assert things(graph, "Organization") == {a["id"] for a in data["actors"]} - people
    assert things(graph, "Place") == {p["id"] for p in data["places"]}
    assert things(graph, "Event") == {e["id"] for e in data["events"]}
    assert things(graph, "CreativeWork") == {s["id"] for s in data["sources"]}
    assert things(graph, "Quotation") == direct
    assert {s["id"] for s in data["statements"]} - direct <= things(graph, "Claim")
    for kind in ("actors", "places", "events", "sources"):
        for record in data[kind]:
            name = graph.value(URIRef(f"{SITE}{record['page']}#this"), SCHEMA.name)
            assert str(name) == record["title"]


def test_without_a_site_address_the_graph_is_the_same(site: Path, graph: Graph) -> None:
    """Addresses are then relative to the file: where it lies tells what they mean."""
    text = (site / "data/graph.jsonld").read_text("utf-8")
    at_home = Graph().parse(data=text, format="json-ld", publicID=f"{SITE}data/graph.jsonld")
    assert len(at_home) == len(graph)
    assert set(at_home.subjects(RDF.type, SCHEMA.Event)) == set(
        graph.subjects(RDF.type, SCHEMA.Event)
    )
    assert all(".." not in str(subject) for subject in at_home.subjects())


def test_dates_are_as_sharp_as_they_are_known(graph: Graph, data: Data) -> None:
    for event in data["events"]:
        node = URIRef(f"{SITE}{event['page']}#this")
        date = event["date"]
        said = graph.value(node, URIRef("http://purl.org/dc/terms/date"))
        assert said == (Literal(date["edtf"], datatype=URIRef(EDTF)) if date else None)
        start = graph.value(node, SCHEMA.startDate)
        if date and DAY.fullmatch(date["edtf"]):
            assert str(start) == date["edtf"]
        else:
            assert start is None


def test_who_counts_how_many_dead_is_answered_in_sparql(graph: Graph, data: Data) -> None:
    query = """
        PREFIX : <https://schema.org/>
        PREFIX own: <SITEabout/data/#>
        SELECT ?statement ?speaker ?value ?low ?high WHERE {
          ?claim :identifier ?statement ; :mainEntity ?figure .
          ?figure own:counts "deaths" .
          OPTIONAL { ?claim :author/:identifier ?speaker }
          OPTIONAL { ?figure :value ?value }
          OPTIONAL { ?figure :minValue ?low }
          OPTIONAL { ?figure :maxValue ?high }
        }"""
    answers = set(ask(graph, query.replace("SITE", SITE)))
    expected = {
        tuple(None if c is None else str(c) for c in (s["id"], s["speaker"], *numbers(s["figure"])))
        for s in data["statements"]
        if s["figure"] and s["figure"]["counts"] == "deaths"
    }
    assert answers == expected


def numbers(figure: Data) -> Iterator[float | None]:
    yield from (figure[key] for key in ("value", "low", "high"))


def test_what_happened_where_and_who_took_part_is_answered_in_sparql(
    graph: Graph, data: Data
) -> None:
    query = """
        PREFIX : <https://schema.org/>
        SELECT ?event ?place ?actor WHERE {
          ?node a :Event ; :identifier ?event .
          OPTIONAL { ?node :location/:identifier ?place }
          OPTIONAL { ?node :about/:about/:identifier ?actor }
        }"""
    answers: dict[str, tuple[set[str | None], set[str | None]]] = {}
    for event, place, actor in ask(graph, query):
        places, actors = answers.setdefault(event or "", (set(), set()))
        places |= {place} - {None}
        actors |= {actor} - {None}
    assert answers == {
        e["id"]: (set(e["places"]), {a["id"] for a in e["actors"]}) for e in data["events"]
    }


def test_codes_sides_and_other_plain_facts_are_in_it(graph: Graph, data: Data) -> None:
    own = Namespace(f"{SITE}about/data/#")

    def said(record: Data, term: str) -> str | None:
        value = graph.value(URIRef(f"{SITE}{record['page']}#this"), own[term])
        return None if value is None else str(value)

    assert any(place["links"].get("iso") for place in data["places"])
    for record in (*data["actors"], *data["places"]):
        for key in ("iso", "iso3"):
            assert said(record, key) == record["links"].get(key)
        assert said(record, "side") == record.get("side")
    for event in data["events"]:
        assert said(event, "in-sources") == str(event["in_sources"]).lower()
        date, derived = ((event[key] or {}).get("edtf") for key in ("date", "derived"))
        assert said(event, "derived") == (derived if derived != date else None)


def test_every_term_of_its_own_is_explained(graph: Graph) -> None:
    own = f"{SITE}about/data/#"
    used = {str(p).removeprefix(own) for p in graph.predicates() if str(p).startswith(own)}
    assert used
    assert used <= set(TERMS)


def test_the_head_of_a_page_with_much_to_say_holds_the_plain_facts(dossier: Dossier) -> None:
    value = json_ld(dossier, "timeline/recapture-of-palmyra.md", SITE)
    assert value is not None
    assert len(script_text(value)) < ROOM
    terms, nodes = value["@context"], value["@graph"]
    assert isinstance(terms, dict)
    assert isinstance(nodes, list)
    assert {"item", "location"} <= set(terms)
    assert "spokenByCharacter" not in terms, "a term that nothing uses"
    assert nodes[0]["date"] == "2016-03-26/2016-03-27"


def test_every_page_about_one_thing_has_its_part(dossier: Dossier) -> None:
    for path in ("timeline/recapture-of-palmyra.md", "actors/unesco.md", "places/palmyra.md"):
        value = json_ld(dossier, path, SITE)
        assert value is not None
        loaded = Graph().parse(data=json.dumps(value), format="json-ld")
        here = URIRef(f"{SITE}{path.removesuffix('.md')}/#this")
        assert (here, SCHEMA.mainEntityOfPage, URIRef(str(here).removesuffix("#this"))) in loaded
        way = next(loaded.subjects(RDF.type, SCHEMA.BreadcrumbList))
        assert len(list(loaded.objects(way, SCHEMA.itemListElement))) == 3
    for path in ("index.md", "about/data.md", "actors/index.md", "actors/not-there.md"):
        assert json_ld(dossier, path, SITE) is None


def test_no_text_can_end_the_script_it_stands_in() -> None:
    hostile = {"name": "</script><script>alert(1)</script><!-- &amp; ]]>"}
    text = script_text(dict(hostile))
    assert not set("<>&") & set(text)
    assert json.loads(text) == hostile
