"""The strip of time: points and bars as certain as their dates, none over another, all linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.draw import Bar, draw_strip, strip_key
from dossier.draw.axis import Axis, axis_of, spans, ticks
from dossier.draw.strip import FORMS, NARROW, WIDTH, _axis, broken
from dossier.draw.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (NARROW, WIDTH, 960)


def bar(id_: str, earliest: str | None, latest: str | None, form: str = "span") -> Bar:
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return Bar(id_, f"The {id_} of the invented town", first, last, form, f"../timeline/{id_}/")


# A sparse year, a crowded month, a single day long after.
BARS = (
    bar("founding", "2014-05-01", "2014-05-31"),
    bar("flood", "2014-06-01", "2014-08-31", "carried"),
    bar("fair", "2014-08-30", "2014-08-30", "hollow"),
    bar("survey", "2014-10-01", "2014-11-30", "hollow"),
    bar("vote", "2015-03-01", "2015-03-31"),
    *(bar(f"sitting-{n}", f"2015-03-{20 + n}", f"2015-03-{20 + n}", "exact") for n in range(8)),
    bar("strike", "2015-03-14", None, "carried"),
    bar("drought", None, "2015-03-31"),
    bar("jubilee", "2016-01-02", "2016-01-02", "hollow"),
    bar("rumour", None, None),
)


def drawn(bars: tuple[Bar, ...] = BARS, **more: object) -> str:
    words: dict[str, object] = {"title": "A strip", "desc": "What it shows", "uid": "s"}
    return draw_strip(bars, **{**words, **more})  # type: ignore[arg-type]


def tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def links(svg: str) -> Iterator[ET.Element]:
    yield from tree(svg).iter(f"{SVG}a")


def link(svg: str, id_: str) -> ET.Element:
    (found,) = [a for a in links(svg) if a.get("data-id") == id_]
    return found


def forms(svg: str, id_: str) -> list[ET.Element]:
    return [part for part in link(svg, id_).iter() if part.get("class") == "bar-form"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_strip_is_one_line_of_valid_svg_without_style_or_colour(width: int) -> None:
    svg = drawn(width=width, current="fair")
    root = tree(svg)
    assert "\n" not in svg
    assert " style=" not in svg
    assert "<script" not in svg
    assert set(re.findall(r' fill="([^"]*)"', svg)) == {"url(#s-h)"}
    assert root.get("viewBox", "").startswith(f"0 0 {width} ")
    assert root.findtext(f"{SVG}title") == "A strip"
    assert root.get("class") == f"drawing strip strip--{'narrow' if width == NARROW else 'wide'}"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_bar_is_a_link_with_label_date_and_certainty_in_its_name(width: int) -> None:
    svg = drawn(width=width)
    found = {a.get("data-id"): a for a in links(svg)}
    assert found.keys() == {b.id for b in BARS}
    assert all(a.get("href") == f"../timeline/{id_}/" for id_, a in found.items())
    names = {id_: a.get("aria-label") or "" for id_, a in found.items()}
    assert names["founding"] == "The founding of the invented town; May 2014"
    assert names["flood"] == "The flood of the invented town; summer 2014; by context"
    assert names["fair"] == "The fair of the invented town; 30 August 2014; not in the article"
    assert names["strike"].endswith("; since 14 March 2015; by context")
    assert names["rumour"].endswith(" – date not stated")


def test_links_follow_the_order_of_time() -> None:
    order = [a.get("data-id") for a in links(drawn())]
    assert order[:3] == ["drought", "founding", "flood"]
    assert order[-2:] == ["jubilee", "rumour"]


@pytest.mark.parametrize("width", WIDTHS)
def test_exact_days_are_points_and_vague_dates_are_bars(width: int) -> None:
    svg = drawn(width=width)
    assert [part.tag for part in forms(svg, "sitting-3")] == [f"{SVG}circle"]
    assert [part.tag for part in forms(svg, "founding")] == [f"{SVG}rect"]
    assert forms(svg, "founding")[0].get("fill") == "url(#s-h)"
    assert "fill" not in forms(svg, "survey")[0].attrib
    assert not forms(svg, "rumour")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_bar_is_never_shorter_than_its_dates(width: int) -> None:
    svg = drawn(width=width)
    axis = _axis([b for b in BARS if b.earliest or b.latest], width)
    assert axis is not None
    for one in BARS:
        if one.earliest and one.latest and one.earliest < one.latest:
            (part,) = forms(svg, one.id)
            left, wide = float(part.get("x", 0)), float(part.get("width", 0))
            assert left <= axis.x(one.earliest) + 0.06
            assert left + wide >= axis.after(one.latest) - 0.11


def test_an_open_end_has_an_arrow_and_a_closed_one_has_none() -> None:
    svg = drawn()
    for id_, arrows in (("strike", 1), ("drought", 1), ("founding", 0)):
        found = [p for p in link(svg, id_).iter() if p.get("class") == "bar-arrow"]
        assert len(found) == arrows


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_covers_anything_else(width: int) -> None:
    boxes = list(boxes_of(drawn(width=width)))
    assert len(boxes) > 2 * len(BARS) - 3
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
            assert apart or other[3] <= one[1], (one, other)


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_lies_within_the_drawing(width: int) -> None:
    svg = drawn(width=width)
    high = float(tree(svg).get("height", 0))
    for left, top, right, bottom, _ in boxes_of(svg):
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= high


def boxes_of(svg: str) -> Iterator[tuple[float, float, float, float, str]]:
    for a in links(svg):
        id_ = a.get("data-id") or ""
        for part in a.iter():
            if part.get("class") == "bar-form" and part.tag == f"{SVG}rect":
                x, y = float(part.get("x", 0)), float(part.get("y", 0))
                wide, high = float(part.get("width", 0)), float(part.get("height", 0))
                yield x, y, x + wide, y + high, id_
            elif part.get("class") == "bar-form":
                x, y, r = (float(part.get(key, 0)) for key in ("cx", "cy", "r"))
                yield x - r, y - r, x + r, y + r, id_
            elif part.tag == f"{SVG}text":
                lines = ["".join(t.itertext()) for t in part.iter(f"{SVG}tspan")]
                lines = lines or [part.text or ""]
                wide = max(text_width(line, 13) for line in lines)
                x, y = float(part.get("x", 0)), float(part.get("y", 0))
                left = x - wide if part.get("text-anchor") == "end" else x
                yield left, y - 10, left + wide, y + 16 * (len(lines) - 1) + 3, id_


def test_hostile_words_are_words() -> None:
    words = '"><script>alert(1)</script>&\x00\u202e\ud800]]>'
    bars = (Bar(words, words, date(2015, 1, 1), None, "span", "java\nscript:alert(1)", words),)
    svg = drawn(bars, title=words, desc=words, uid='"<')
    assert "<script" not in svg
    assert next(links(svg)).get("href") != "java\nscript:alert(1)"
    assert tree(svg) is not None


def test_nothing_dated_is_nothing_drawn() -> None:
    assert drawn(()) == ""
    assert drawn((BARS[-1],)) == ""
    assert strip_key(()) == ()


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    assert set(dict(strip_key(BARS))) == {
        "exact", "span", "carried", "absent", "open", "break", "larger",
    }  # fmt: skip
    assert [form for form, _ in strip_key(BARS[:1])] == ["span"]


DAYS = st.dates()


@given(
    st.lists(
        st.tuples(st.none() | DAYS, st.none() | DAYS, st.text(max_size=60), st.sampled_from(FORMS)),
        max_size=15,
    ),
    st.sampled_from(WIDTHS),
)
def test_any_bars_give_valid_svg(
    rows: list[tuple[date | None, date | None, str, str]], width: int
) -> None:
    bars = []
    for at, (one, other, label, form) in enumerate(rows):
        first, last = (min(one, other), max(one, other)) if one and other else (one, other)
        bars.append(Bar(f"b{at}", label, first, last, form, f"{at}/"))
    svg = drawn(tuple(bars), width=width)
    assert svg == drawn(tuple(bars), width=width)
    if svg:
        assert len(list(links(svg))) == len(bars)
        assert tree(svg).get("width") == str(width)


# --- The axis


def axis(*days: str, width: float = 700) -> Axis:
    found = axis_of([(date.fromisoformat(day),) for day in days], 10, 10 + width)
    assert found is not None
    return found


@given(st.lists(DAYS, min_size=1, max_size=40))
def test_later_is_never_left_of_earlier(days: list[date]) -> None:
    found = axis_of([(day,) for day in days], 10, 710)
    assert found is not None
    places = [found.x(day) for day in sorted(days)]
    assert all(one <= other for one, other in pairwise(places))
    assert places[0] >= 10 - 1e-6
    assert found.after(max(days)) <= 710 + 1e-6


def test_a_crowded_month_gets_more_room_than_a_sparse_one() -> None:
    found = axis("2014-05-01", "2014-06-01", "2014-07-09", *(f"2015-03-{n}" for n in range(20, 30)))
    larger = [window for window in found.windows if window.crowded]
    assert [(w.first, w.after) for w in larger] == [(date(2015, 3, 1), date(2015, 4, 1))]
    assert larger[0].per_day > 3 * found.windows[0].per_day
    assert len(found.breaks) == 1


def test_a_bar_over_a_break_is_cut_there() -> None:
    found = axis("2014-01-01", "2016-01-01")
    (at,) = found.breaks
    pieces = found.pieces(20, 700)
    assert len(pieces) == 2
    assert pieces[0][1] < at < pieces[1][0]


def test_a_few_days_are_drawn_day_by_day() -> None:
    found = axis("2015-03-01", "2015-03-02", "2015-03-05")
    assert found.unit == "day"
    assert [tick.words for tick in ticks(found)] == ["1", "2", "3", "4", "5"]
    assert [span.words for span in spans(found)] == ["March 2015"]


def test_centuries_are_drawn_in_years() -> None:
    assert axis("1200-01-01", "1450-01-01", "2015-03-01").unit == "year"


@given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from([300.0, 700.0]))
def test_words_on_the_axis_never_run_into_one_another(days: list[date], width: float) -> None:
    found = axis_of([(day,) for day in days], 10, 10 + width)
    assert found is not None
    if len(found.windows) * 40 > width:
        return  # more windows than labels fit beside one another: they are as wide as they can be
    for row in (ticks(found), spans(found)):
        named = [tick for tick in row if tick.words]
        for one, other in pairwise(named):
            assert one.x + text_width(one.words, 12.6) <= other.x + 1


def test_every_year_or_month_with_words_below_has_its_own_name() -> None:
    found = axis("2016-12-10", "2017-01-02", "2017-03-02", "2020-01-01", width=200)
    years = {round(span.x): span.words for span in spans(found)}
    first = found.windows[0]
    shown = [t for t in ticks(found) if t.words and t.x < first.right]
    if "2017" not in years.values():
        assert all(tick.x < found.x(date(2017, 1, 1)) for tick in shown)


@given(st.text(max_size=200))
def test_breaking_a_label_loses_nothing(text: str) -> None:
    lines = list(broken(text, 100))
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_a_bar_without_end_ends_at_its_known_day(width: int) -> None:
    bars = (bar("a", "2015-03-31", None), bar("b", None, "2015-03-01"))
    svg = drawn(bars, width=width)
    axis = _axis(bars, width)
    assert axis is not None
    assert float(forms(svg, "a")[0].get("x", 0)) == pytest.approx(
        axis.x(date(2015, 3, 31)), abs=0.1
    )
    (part,) = forms(svg, "b")
    end = float(part.get("x", 0)) + float(part.get("width", 0))
    assert end == pytest.approx(axis.after(date(2015, 3, 1)), abs=0.2)
    for arrow in re.findall(r'bar-arrow" d="M([\d.]+) ', svg):
        assert 0 < float(arrow) < width
