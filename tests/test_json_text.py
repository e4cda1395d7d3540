"""JSON in files: what it says is what was given, a record a line."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dossier.json_text import json_text

_LEAF = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5))
_RECORD = st.dictionaries(st.text(max_size=3), st.lists(_LEAF, max_size=2), max_size=3)
_RECORDS = st.lists(st.one_of(_LEAF, _RECORD), max_size=4)


@given(st.dictionaries(st.text(max_size=3), st.one_of(_LEAF, _RECORDS), max_size=4))
def test_what_is_written_is_what_was_given(value: dict[str, object]) -> None:
    assert json.loads(json_text(value)) == value


@given(_RECORDS)
def test_an_iterator_is_written_as_the_list_of_what_it_gives(records: list[object]) -> None:
    written = json_text({"all": iter(records), "some": {"first": map(str, records)}})
    assert written == json_text({"all": records, "some": {"first": list(map(str, records))}})


def test_each_record_has_a_line_of_its_own() -> None:
    lines = json_text({"a": [{"b": [1, 2]}, {"c": {"d": 3}}], "e": []}).splitlines()
    assert lines == ["{", '"a": [', '{"b": [1, 2]},', '{"c": {"d": 3}}', "],", '"e": []', "}"]
