"""Scores the reading of times against TimeBank: spans, types and TIMEX3 values.

Usage: python bench/score_times.py FOLDER, where FOLDER holds the corpus in TimeML (for instance
data/TBAQ-cleaned/TimeBank of github.com/jspotter/TempEval-3), which is no part of this repository.
The measures are those of TempEval-3: "strict" counts equal spans, "relaxed" spans that share a
letter, "type" and "value" those of the latter with the right type or value; the day of the report
and marks without words are not scored.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from dossier.edtf import parse
from dossier.read import read_source
from dossier.times import find_times


class Mark(NamedTuple):
    """A time expression: where it stands, its type and its value."""

    start: int
    end: int
    type: str
    value: str


def annotated(element: ET.Element, start: int, marks: list[Mark]) -> str:
    """Return the text of ``element``, which begins at ``start``, adding its times to ``marks``."""
    text = element.text or ""
    for child in element:
        text += annotated(child, start + len(text), marks) + (child.tail or "")
    if element.tag == "TIMEX3" and text.strip():
        begin = start + len(text) - len(text.lstrip())
        kind, value = (element.get(name, "") for name in ("type", "value"))
        marks.append(Mark(begin, begin + len(text.strip()), kind, value))
    return text


def read(text: str, day: str) -> Iterator[Mark]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    for one in find_times(text, sentences, parse(day)):
        yield Mark(one.start, one.end, one.type, one.value)


def paired(right: Sequence[Mark], found: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Pair the marks one to one: equal spans first, then those that share most letters."""
    shared = sorted(
        (one[:2] != other[:2], max(one.start, other.start) - min(one.end, other.end), n, m)
        for n, one in enumerate(right)
        for m, other in enumerate(found)
        if one.start < other.end and other.start < one.end
    )
    used: set[tuple[str, int]] = set()
    for _, _, n, m in shared:
        if not used & {("right", n), ("found", m)}:
            used |= {("right", n), ("found", m)}
            yield right[n], found[m]


def compare(right: Sequence[Mark], found: Sequence[Mark], count: Counter[str]) -> None:
    """Add the agreement on one report to ``count``."""
    count.update(right=len(right), found=len(found))
    for one, other in paired(right, found):
        count["relaxed"] += 1
        count["strict"] += one[:2] == other[:2]
        count["type"] += one.type == other.type
        count["value"] += one.value == other.value


def reports(folder: Path) -> Iterable[tuple[str, str, list[Mark]]]:
    """Give the text, the day and the marks of each report; the day is that of its creation."""
    for path in sorted(folder.glob("*.tml")):
        if path.name.startswith("."):
            continue
        root = ET.parse(path).getroot()  # noqa: S314 -- a corpus the caller chose
        body, day = root.find("TEXT"), root.find("DCT/TIMEX3")
        if body is not None and day is not None:
            marks: list[Mark] = []
            text = annotated(body, 0, marks)
            yield text, day.get("value", "")[:10], marks


def main(folder: Path) -> None:
    count: Counter[str] = Counter()
    for text, day, right in reports(folder):
        compare(right, list(read(text, day)), count)
    print(f"{count['right']} times annotated, {count['found']} found")
    for row in ("strict", "relaxed", "type", "value"):
        precision, recall = (count[row] / max(1, count[of]) for of in ("found", "right"))
        both = 2 * count[row] / max(1, count["found"] + count["right"])
        print(f"{row:8} precision {precision:6.1%}  recall {recall:6.1%}  F1 {both:6.1%}")
    print(f"of the times found, {count['value'] / max(1, count['relaxed']):.1%} have their value")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
