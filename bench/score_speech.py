"""Scores the reading of speech against PolNeAR: precision and recall of cue, source and content.

Usage: python bench/score_speech.py FOLDER [--said], where FOLDER is data/train or data/dev of the
corpus (github.com/networkdynamics/PolNeAR), which is no part of this repository; it counts what
people think, want and side with too, which --said leaves out of what is found.  A cue is right
where it shares a word with an annotated one; its source and content where they share a word with
that one's ("overlap"), at least half of both ("half"), or all ("exact").
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from dossier.read import read_source
from dossier.speech import find_speech

Spans = tuple[tuple[int, int], ...]
WORD = re.compile(r"\w+")
NAME = re.compile(r"[TE]\d+")


class Attribution(NamedTuple):
    """Where the words of each part begin."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


def words(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return where the words in ``spans`` begin; of a mark alone, where it stands."""
    kept = tuple(spans)
    found = {word.start() for span in kept for word in WORD.finditer(text, *span)}
    return frozenset(found or {start for start, _ in kept})


def annotated(text: str, lines: Iterable[str]) -> list[Attribution]:
    """Read the standoff annotations of one article (brat's format)."""
    spans: dict[str, Spans] = {}
    found = []
    for line in lines:
        name, _, rest = line.rstrip("\n").partition("\t")
        kind, _, where = rest.partition("\t")[0].partition(" ")
        if not NAME.fullmatch(name):
            continue
        if name.startswith("T"):
            runs = (run.split(" ") for run in where.split(";"))
            spans[name] = tuple((int(start), int(end)) for start, end in runs)
        else:
            roles = [part.split(":") for part in rest.split()]
            parts: dict[str, Spans] = {"Cue": (), "Source": (), "Content": ()}
            for role, target in roles:
                key = role.rstrip("0123456789")
                if key in parts:
                    parts[key] += spans.get(target, ())
            if parts["Cue"] and not kind.startswith("Discard"):
                found.append(Attribution(*(words(text, parts[key]) for key in parts)))
    return found


def read(text: str, *, stances: bool) -> list[Attribution]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    found: list[Attribution] = []
    for one in find_speech(text, sentences, (), ()):
        said = words(text, one.content)
        who = words(text, [one.speaker_span] if one.speaker_span else [])
        if one.cue is None and found:  # the corpus lets the cue before go on
            found[-1] = found[-1]._replace(content=found[-1].content | said)
        elif stances or one.manner == "said":
            found.append(Attribution(words(text, [one.cue] if one.cue else []), who, said))
    return found


def compare(found: list[Attribution], right: list[Attribution], count: Counter[str]) -> None:
    """Add the agreement on one article to ``count``."""
    count.update(found=len(found), right=len(right))
    count["found source"] += sum(bool(one.source) for one in found)
    count["right source"] += sum(bool(one.source) for one in right)
    free = list(right)
    for one in found:
        match = max(free, key=lambda other: len(one.cue & other.cue), default=None)
        if match is None or not one.cue & match.cue:
            continue
        free.remove(match)
        count["cue"] += 1
        for part in ("source", "content"):
            ours, theirs = getattr(one, part), getattr(match, part)
            shared = len(ours & theirs)
            count[f"{part} overlap"] += bool(shared)
            count[f"{part} half"] += bool(shared) and 4 * shared >= len(ours) + len(theirs)
            count[f"{part} exact"] += bool(shared) and ours == theirs


def main(folder: Path, *, stances: bool) -> None:
    count: Counter[str] = Counter()
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if notes:
            lines = notes[0].read_bytes().decode("utf-8").split("\n")
            compare(read(text, stances=stances), annotated(text, lines), count)
    print(f"{count['right']} attributions annotated, {count['found']} found")
    for row in ("cue", *(f"{p} {how}" for p in ("source", "content") for how in HOWS)):
        source = " source" if row.startswith("source") else ""
        precision = count[row] / max(1, count["found" + source])
        recall = count[row] / max(1, count["right" + source])
        print(f"{row:16} precision {precision:6.1%}  recall {recall:6.1%}")


HOWS = ("overlap", "half", "exact")

if __name__ == "__main__":
    main(Path(sys.argv[1]), stances="--said" not in sys.argv[2:])
