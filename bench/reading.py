"""Measures how fast articles are read: names, times, speech, figures, each and together.

Usage: python bench/reading.py [ARTICLES]; the articles (300, of about 4 kB each) are those of
times.py.  First the memory of the process is held against the number of articles read; then each
step is measured, then all together, then known names, of 10, 1,000 and 10,000.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Sequence
from functools import partial

from times import PUBLISHED, article, seconds  # puts hooks/ on the path

from dossier.edtf import parse
from dossier.figures import find_figures
from dossier.finding import known_names, read_and_find
from dossier.names import build_gazetteer, find_mentions
from dossier.proposals import propose
from dossier.read import read_source
from dossier.readout import source_of_text
from dossier.speech import find_speech
from dossier.times import find_times

ARTICLES = 300
NAMES = (10, 1_000, 10_000)
IN_MEMORY = (200, 1_000, 5_000)
"""After how many articles, read in a row, memory is measured."""


def steps(text: str) -> dict[str, Callable[[], object]]:
    """Return what reading one article consists of; each step has what the ones before found."""
    passages = read_source(text)
    sentences = [one for passage in passages for one in passage.sentences]
    published = parse(PUBLISHED)
    times = find_times(text, sentences, published)
    return {
        "passages": partial(read_source, text),
        "times": partial(find_times, text, sentences, published),
        "speech": partial(find_speech, text, sentences, (), times),
        "figures": partial(find_figures, text, sentences, ()),
        "unknown names": partial(propose, text, passages, (), times),
    }


def done(steps: Sequence[Callable[[], object]]) -> None:
    for step in steps:
        step()


def best(work: Callable[[], object]) -> float:
    """Return the least time of three: others use the machine too."""
    return min(seconds(work) for _ in range(3))


def whole(text: str) -> None:
    read_and_find(source_of_text(text, PUBLISHED), known_names(()))


def known(texts: Sequence[str], count: int) -> None:
    """Print how fast ``count`` names are looked for; they share words with the texts."""
    words = ("Marigold", "Brenn", "Osk", "Coastguard", "Harbour", "Union")
    names = [(f"{words[n % 6]} {'Karvel' if n % 2 else 'Line'} {n}", str(n)) for n in range(count)]
    gazetteer = build_gazetteer([*names, *((word, word) for word in words)])
    read = [(text, read_source(text)) for text in texts]
    spent = best(partial(done, [partial(find_mentions, gazetteer, *p, frozenset()) for p in read]))
    print(f"{count:>6,} known names    {len(texts) / spent:10.1f} articles a second")


def memory() -> None:
    """Print the most memory that the process has held; each article has words of its own."""
    for number in range(1, IN_MEMORY[-1] + 1):
        whole(f"Report {number} is by Name{number} Word{number}.\n\n{article(number)}")
        if number in IN_MEMORY:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            held = peak / (1e6 if sys.platform == "darwin" else 1e3)  # bytes there, kilobytes here
            print(f"{number:>6,} articles read   {held:10.1f} MB held at most", flush=True)


def main() -> None:
    texts = [article(n) for n in range(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)]
    size = sum(map(len, texts)) / len(texts) / 1000
    print(f"{len(texts)} articles of {size:.1f} kB, one core")
    memory()
    cut = [steps(text) for text in texts]
    for step in cut[0]:
        spent = best(partial(done, [each[step] for each in cut]))
        print(f"{step:20} {len(texts) / spent:10.1f} articles a second")
    sets = [[article(1_000 * (turn + 1) + n) for n in range(len(texts))] for turn in range(3)]
    spent = min(seconds(partial(done, [partial(whole, one) for one in each])) for each in sets)
    print(f"{'everything':20} {len(texts) / spent:10.1f} articles a second")
    for count in NAMES:
        known(texts, count)


if __name__ == "__main__":
    main()
