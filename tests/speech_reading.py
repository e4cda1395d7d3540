"""Reads speech in a text with known names and days, as the tests of speech do."""

from __future__ import annotations

import re
from datetime import date

from dossier.model import Mention, Speech, TimeExpression
from dossier.read import read_source
from dossier.speech import find_speech

NAMES = {
    "ISIS": "islamic-state",
    "Islamic State": "islamic-state",
    "UNESCO": "unesco",
    "United Nations": "un",
    "Assad": "assad",
    "Bashar al-Assad": "assad",
    "Russia": "russia",
    "Syrian Observatory for Human Rights": "sohr",
    "Maamoun Abdulkarim": "abdulkarim",
    "Khaled Nasser": "nasser",
    "Associated Press": "ap",
    "AP": "ap",
    "state media": "state-media",
    "State media": "state-media",
    "Khaled al-Asaad": "asaad",
    "Damascus": "damascus",
    "Vladimir Putin": "putin",
    "Guardian": "guardian",
    "Le Monde": "le-monde",
    "NRK": "nrk",
}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = re.compile(
    rf"last week|\b(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
    rf"|in May|Oct\. \d+|(?:{MONTHS}) \d+|January|2011)\b"
)


def mentions_in(text: str) -> list[Mention]:
    """Whole words, the longest name first: what the gazetteer would give."""
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
            if (
                whole
                and text[at - 1 : at] != "-"
                and all(end <= m.start or at >= m.end for m in found)
            ):
                found.append(Mention(NAMES[name], "", at, end))
            at = text.find(name, end)
    return found


def times_in(text: str) -> list[TimeExpression]:
    return [
        TimeExpression(
            "", day.start(), day.end(), day[0], "DATE", "", "2016-03-27", date.min, None, ""
        )
        for day in DAYS.finditer(text)
    ]


def attributions(text: str, parts: dict[str, int] | None = None) -> list[Speech]:
    """Return what is said, thought or wanted."""
    sentences = [s for p in read_source(text, parts) for s in p.sentences]
    return list(find_speech(text, sentences, mentions_in(text), times_in(text)))


def speech(text: str, parts: dict[str, int] | None = None) -> list[Speech]:
    return [one for one in attributions(text, parts) if one.manner != "wanted"]


def said(text: str, one: Speech) -> list[str]:
    return [text[start:end] for start, end in one.content]


def only(text: str) -> Speech:
    (one,) = speech(text)
    return one
