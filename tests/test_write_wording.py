"""Words for dates, places, kinds and abbreviations: never sharper than the value."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.joined import Dated
from dossier.model import Location
from dossier.write import wording
from dossier.write.abbreviations import explained, stands_for
from dossier.write.render import foreign, plain


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2016-03-27", "2016-03-27"),
        ("2016-03", "2016-03"),
        ("2016", "2016"),
        ("2016-03-20/2016-03-26", "2016-03"),
        ("2015-22", "2015"),
        ("2015-12/2016-02", None),
        ("../2016", None),
        ("no date", None),
        (None, None),
    ],
)
def test_a_machine_reads_no_day_where_none_is_given(edtf: str | None, machine: str | None) -> None:
    assert wording.machine_date(edtf) == machine


def _dated(edtf: str, first: date | None, last: date | None, basis: str = "derived") -> Dated:
    return Dated(edtf, first, last, basis, None, "")


DAY, OTHER = date(2016, 3, 27), date(2016, 3, 30)


@pytest.mark.parametrize(
    ("dated", "in_sources", "form"),
    [
        (_dated("2016-03-27", DAY, DAY), True, "exact"),
        (_dated("2016-03-27/2016-03-30", DAY, OTHER), True, "span"),
        (_dated("../2016-03-27", None, DAY), True, "span"),
        (_dated("2016-03-27", DAY, DAY, "carried"), True, "carried"),
        (_dated("2016-03-27", DAY, DAY, "stated"), False, "hollow"),
        (None, True, "none"),
    ],
)
def test_each_degree_of_certainty_has_its_form(
    dated: Dated | None, *, in_sources: bool, form: str
) -> None:
    assert wording.certainty(dated, in_sources=in_sources) == form


@pytest.mark.parametrize(
    ("location", "printed"),
    [
        (Location(34.56274, 38.25711, "point", 0.03), "34.5627° N, 38.2571° E"),
        (Location(34.55417, 38.26667, "site", 1.3), "34.55° N, 38.27° E"),
        (Location(-34.5, -38.2, "city", 5), "34.50° S, 38.20° W"),
        (Location(34.5, 38.2, "governorate", 200), None),
        (Location(34.5, 38.2, "country", 500), None),
    ],
)
def test_coordinates_are_no_sharper_than_the_radius(location: Location, printed: str) -> None:
    assert wording.coordinates(location) == printed


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("person", "people"),
        ("armed group", "armed groups"),
        ("news agency", "news agencies"),
        ("state media", "state media"),
        ("party to the talks", "parties to the talks"),
        ("church", "churches"),
        ("armed groups", "armed groups"),
        ("kind not stated", "kind not stated"),
    ],
)
def test_kinds_have_a_plural(one: str, many: str) -> None:
    assert wording.many(one) == many


@pytest.mark.parametrize(
    ("short", "long", "does"),
    [
        ("SOHR", "Syrian Observatory for Human Rights", True),
        ("AP", "Associated Press", True),
        ("ISIL", "Islamic State of Iraq and the Levant", True),
        ("EU", "European Union", True),
        ("AP", "Agence Presse Libre", False),
        ("DAESH", "Islamic State", False),
        ("UN", "Uniform", False),
    ],
)
def test_an_abbreviation_is_made_of_initials(short: str, long: str, *, does: bool) -> None:
    assert stands_for(short, long) is does


def test_an_abbreviation_explains_itself_once_where_it_first_stands() -> None:
    html = "<p><code>AP</code> <q>the <a href='AP'>AP</a> said</q> AP</p>"
    first, second = explained([html, "<p>AP</p>"], {"AP": "Associated <Press>"})
    assert first == (
        "<p><code>AP</code> <q>the <a href='AP'>"
        '<abbr title="Associated &lt;Press&gt;">AP</abbr></a> said</q> AP</p>'
    )
    assert second == "<p>AP</p>"


def test_markdown_is_left_to_the_markdown_extension() -> None:
    assert explained(["AP, in prose"], {"AP": "Associated Press"}) == ["AP, in prose"]


@pytest.mark.parametrize("text", ["*a* _b_ `c`", "[x](y)", "<b>", "{#id}", "a\n# b", "&amp;"])
def test_plain_words_cannot_become_markup(text: str) -> None:
    shown = plain(text)
    assert not set("*_`[]<>{}\n") & set(shown)


def test_a_quotation_is_cut_at_25_words() -> None:
    assert wording.quoted("w " * 40).split() == ["w"] * 25 + ["…"]


def test_what_goes_on_has_no_span_in_which_it_happened() -> None:
    assert wording.under_way("between 27 and 31 March 2016").endswith(", 27 to 31 March 2016")
    assert wording.under_way("March 2016") == "under way when reported, March 2016"


def test_runs_of_other_scripts_say_their_script_and_direction() -> None:
    assert foreign("text: تدمر <b>") == (
        'text: <bdi lang="und-Arab" dir="rtl">تدمر</bdi> &lt;b&gt;'
    )
