"""Measures how fast times are found: news articles a second, and the worst of texts.

Usage: python bench/times.py [ARTICLES]; the articles (300, of about 4 kB each) are put together
from invented sentences, the same in every run.  Where dateparser or Microsoft's recognizers are
installed, they read a few of the same articles in the same run.
"""

# ruff: noqa: INP001, T201 -- a command, not a module
from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from dossier.edtf import parse
from dossier.model import Sentence
from dossier.read import read_source
from dossier.times import find_times

ARTICLES = 300
OF_PEERS = 10
"""Articles that the peers read; they are slower."""
LENGTH = 4000
"""Characters of an article, about."""
PUBLISHED = "2019-10-16"

SENTENCES = (
    "The ferry Marigold ran aground off the island of Brenn late on {day} with {n} people aboard.",
    "Its owners, a family firm in the port of Osk, said that the crew had followed every rule.",
    "“We heard a sound like thunder, and then the lights went out,” said a cook on her first trip.",
    "The wreck lies in shallow water, where gulls have taken over what is left of the upper deck.",
    "The line has carried {n},000 passengers since it opened in {month} {year}, the mayor said.",
    "No one was badly hurt, though some of the passengers were treated for cold and for shock.",
    "An inquiry is expected to report by the end of {month}, a spokeswoman for the ministry said.",
    "Unions say that fewer sailors are hired than the law asks for, which the company denies.",
    "The harbour is too shallow for a vessel of that size, according to a pilot who knows it well.",
    "Fares fell {n} percent in the third quarter, after a wet summer kept visitors away.",
    "“Nobody told us where to go, and nobody counted us,” a passenger from the mainland said.",
    "The captain, who has not been named, was questioned by the police and then sent home.",
    "On {month} {n}, {year}, the company had promised to replace every lifeboat within 18 months.",
    "Fishermen who reached the ship before the coastguard did were thanked by the governor.",
    "The council meets next week to decide whether the company may keep its licence.",
    "Insurers put the loss at {n} million crowns, not counting the cargo of cars and of cattle.",
)
WORST = ("May 2 ", "the last ", "one hundred and ", "Sunday, 1999, last week, 3 p.m. ", "9,", "a ")
"""Repeated, they try what a text can cost at most."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "April", "June", "August", "September", "November")


def article(number: int) -> str:
    """Return an article, each differing from the next in its sentences and their dates."""
    found: list[str] = []
    while sum(map(len, found)) < LENGTH:
        at = 7 * number + 5 * len(found)
        sentence = SENTENCES[at % len(SENTENCES)].format(
            day=DAYS[at % 7], month=MONTHS[at % 5 + 1], n=at % 27 + 2, year=1961 + at % 57
        )
        found.append(sentence + ("\n\n" if len(found) % 3 == 2 else " "))
    return "".join(found)


def seconds(work: Callable[[], object]) -> float:
    """Return the time of one core that ``work`` takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ours(texts: Sequence[str]) -> float:
    """Return the seconds for the times alone; sentences are cut beforehand."""
    cut = [[one for part in read_source(text) for one in part.sentences] for text in texts]
    published = parse(PUBLISHED)
    pairs = tuple(zip(texts, cut, strict=True))
    return min(
        sum(seconds(partial(find_times, text, parts, published)) for text, parts in pairs)
        for _ in range(3)
    )


def peers() -> dict[str, Callable[[str], object]]:
    """Return what of the peers is installed."""
    found: dict[str, Callable[[str], object]] = {}
    for name, module, function, more in (
        ("dateparser", "dateparser.search", "search_dates", {"languages": ["en"]}),
        ("recognizers-text", "recognizers_date_time", "recognize_datetime", {"culture": "en-us"}),
    ):
        try:
            read = getattr(import_module(module), function)
        except (ImportError, AttributeError):
            print(f"{name:20} not installed")
            continue
        found[name] = partial(read, **more)
    return found


def main() -> None:
    texts = [article(n) for n in range(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)]
    size = sum(map(len, texts)) / len(texts) / 1000
    print(f"{len(texts)} articles of {size:.1f} kB, one core; times only")
    print(f"{'dossier':20} {len(texts) / ours(texts):8.1f} articles a second")
    for name, read in peers().items():
        few = texts[:OF_PEERS]
        spent = sum(seconds(partial(read, text)) for text in few)
        print(f"{name:20} {len(few) / spent:8.1f} articles a second")
    for words in WORST:
        text = words * (1_000_000 // len(words))
        whole = [Sentence("1", 0, len(text))]
        spent = seconds(partial(find_times, text, whole, parse(PUBLISHED)))
        print(f"1 MB of {words!r:36} {spent:6.2f} s")


if __name__ == "__main__":
    main()
