"""Words for values: figures, dates, precision, languages, lists; never sharper than the value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..edtf import EdtfError, in_words, parse
from ..joined import Dated, Event
from ..model import Figure, Location, SourceRecord

NOT_STATED = "not stated"
LONGEST_QUOTE = 25
LANGUAGES = {
    "ar": "Arabic", "ar-Latn": "Arabic, in Latin letters", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "grc": "Ancient Greek",
    "he": "Hebrew", "it": "Italian", "ja": "Japanese", "ku": "Kurdish", "la": "Latin",
    "pt": "Portuguese", "ru": "Russian", "syc": "Syriac", "arc": "Aramaic", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese", "bn": "Bengali", "pl": "Polish", "nl": "Dutch",
}  # fmt: skip
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syc", "syr", "ug", "ur", "yi"}
_RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Nkoo", "Syrc", "Thaa"}
_AREAS = {"governorate": "a governorate", "country": "a country"}
_RELATIONS = {
    "fights": ("fights", "is fought by"),
    "backs": ("backs", "is backed by"),
    "mediates": ("mediates for", "has as mediator"),
    "reports-on": ("reports on", "is reported on by"),
    "part-of": ("is part of", "includes"),
}
VERDICTS = {
    "agrees": "Agrees",
    "loose": "Agrees loosely",
    "contradicts": "Contradicts",
    "adds": "Adds",
}


FOREIGN = re.compile(
    r"[\u0370-\u03ff\u1f00-\u1fff]+(?:[ \-][\u0370-\u03ff\u1f00-\u1fff]+)*"
    r"|[\u0400-\u052f]+(?:[ \-][\u0400-\u052f]+)*"
    r"|[\u0590-\u05ff]+(?:[ \-][\u0590-\u05ff]+)*"
    r"|[\u0600-\u06ff\u0750-\u077f]+(?:[ \-][\u0600-\u06ff\u0750-\u077f]+)*"
)
_SCRIPTS = ((0x370, "und-Grek"), (0x400, "und-Cyrl"), (0x590, "und-Hebr"), (0x600, "und-Arab"))
"""First code point of a script → a language tag that claims the script alone (BCP 47)."""


def script(text: str) -> str:
    """Return the tag of the script that a run of ``FOREIGN`` letters is in."""
    return next((tag for first, tag in reversed(_SCRIPTS) if ord(text[0]) >= first), "und")


def direction(lang: str) -> str:
    first, *others = lang.split("-")
    script = next((part for part in others if len(part) == 4), None)
    rtl = script in _RIGHT_TO_LEFT_SCRIPTS if script else first in _RIGHT_TO_LEFT
    return "rtl" if rtl else "ltr"


def language(lang: str) -> str:
    return LANGUAGES.get(lang) or LANGUAGES.get(lang.split("-", maxsplit=1)[0]) or lang


def relation(type_: str, *, inverse: bool = False) -> str:
    return _RELATIONS.get(type_, (type_.replace("-", " "),) * 2)[inverse]


def kind(word: str) -> str:
    """Return a kind as people write it ("armed-group" too) as plain words."""
    return word.replace("-", " ").strip() or "not stated"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def quoted(text: str) -> str:
    """Return a source's words on one line, cut where they are longer than may be shown."""
    words = text.split()
    cut = " …" if len(words) > LONGEST_QUOTE else ""
    return " ".join(words[:LONGEST_QUOTE]) + cut


def title(source: SourceRecord) -> str:
    """Return the title of a work in quotation marks; in brackets, it is a description of ours."""
    if source.title.startswith("[") and source.title.endswith("]"):
        return source.title
    inner = source.title.replace("“", "‘").replace("”", "’")
    return f"“{quoted(inner)}”"


def cited(source: SourceRecord) -> str:
    """Return a work as it is named in running text: publisher, day, title."""
    day = edtf_words(source.published) if source.published else None
    return ", ".join(filter(None, [source.publisher, day, title(source)]))


# --- Dates ----------------------------------------------------------------------------


def edtf_words(text: str | None) -> str:
    if not text:
        return NOT_STATED
    try:
        return in_words(text)
    except EdtfError:
        return text


def under_way(day: str) -> str:
    """Return the date of what was reported as going on: no span in which it happened once."""
    plain = re.sub(r"^between (.+) and ", r"\1 to ", day)
    return f"under way when reported, {plain}"


def machine_date(text: str | None) -> str | None:
    """Return the value of HTML's ``datetime`` that says as much as the date, and no more."""
    if not text:
        return None
    try:
        value = parse(text)
    except EdtfError:
        return None
    if value.earliest is None or value.latest is None:
        return None
    first, last = value.earliest.isoformat(), value.latest.isoformat()
    if first == last:
        return first
    for size in (7, 4):
        if first[:size] == last[:size]:
            return first[:size]
    return None


def certainty(dated: Dated | None, *, in_sources: bool = True, elsewhere: bool = False) -> str:
    """Return the form a date is drawn in: none, hollow, carried, span or exact.

    Hollow is what no source read here gives: the event itself, or (``elsewhere``) its date.
    """
    if dated is None:
        return "none"
    if not in_sources or elsewhere:
        return "hollow"
    if dated.basis == "carried":
        return "carried"
    return "exact" if dated.earliest and dated.earliest == dated.latest else "span"


def dated_elsewhere(event: Event) -> bool:
    """Say whether an event of a source has its date from other works only."""
    date, own = event.date, event.derived
    if date is None or date.basis != "stated" or not event.in_sources:
        return False
    return any(other.date for other in event.record.other_sources) and not _within(date, own)


def _within(date: Dated, own: Dated | None) -> bool:
    if own is None:
        return False
    first, last = own.earliest, own.latest
    starts = first is None or (date.earliest is not None and first <= date.earliest)
    return starts and (last is None or (date.latest is not None and date.latest <= last))


# --- Figures --------------------------------------------------------------------------


def number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def figure_words(figure: Figure, text: str = "") -> str:
    """Return the number as it was put; ``text`` is the source's, for words such as "hundreds"."""
    qualifier = figure.qualifier or ""
    if figure.unit == "share" and (share := _as_share(figure, text)):
        return share
    if figure.value is not None:
        said = number(figure.value)
    elif figure.low is not None and figure.high is not None:
        return _in_words(figure, text) or f"{number(figure.low)} to {number(figure.high)}"
    elif figure.low is not None:
        said, qualifier = number(figure.low), qualifier or "at least"
    elif figure.high is not None:
        said, qualifier = number(figure.high), qualifier or "at most"
    else:
        return qualifier or NOT_STATED
    return f"{qualifier} {said}".strip()


TIMES = {"minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "centuries"}
_HUNDREDS = re.compile(r"(?:dozens|hundreds|thousands|millions|scores)$")


def in_hundreds(said: str) -> bool:
    """Say whether a number is a word that takes "of": "tens of thousands", "hundreds"."""
    return bool(_HUNDREDS.search(said))


def _as_share(figure: Figure, text: str) -> str | None:
    """Return a share as it was put: "one in five", "nearly two-thirds"."""
    phrase = " ".join(text[figure.start or 0 : figure.end or 0].split())
    found = re.match(r".*?\b(?:in|out of) (?:every )?[\w.,-]+|.+?(?= of )|.*?\bhalf\b", phrase)
    return found[0][:1].lower() + found[0][1:] if found else None


def _in_words(figure: Figure, text: str) -> str | None:
    """Return a number that was given in words: "hundreds", "tens of thousands"."""
    if figure.start is not None and figure.end is not None and text:
        phrase = " ".join(text[figure.start : figure.end].split())
        found = re.match(
            r"(?:(?:tens|hundreds|thousands) of )?(?:dozens|hundreds|thousands|millions)", phrase
        )
        if found:
            return found[0]
    said = figure.qualifier or ""
    return said if re.search(r"(?:dozen|hundred|thousand|million)s?$", said) else None


# --- Places ---------------------------------------------------------------------------


def coordinates(location: Location) -> str | None:
    """Return latitude and longitude as sharp as the radius allows; None for whole areas."""
    if location.precision in _AREAS:
        return None
    radius = location.radius_km or 0
    digits = 2 if radius >= 1 else 3 if radius >= 0.1 else 4
    north, east = ("N" if location.lat >= 0 else "S"), ("E" if location.lon >= 0 else "W")
    return f"{abs(location.lat):.{digits}f}° {north}, {abs(location.lon):.{digits}f}° {east}"


def precision(location: Location) -> str:
    """Return how sharply a place is known, in words."""
    if location.precision in _AREAS:
        return f"{_AREAS[location.precision]}: the whole area, not a spot in it"
    if location.radius_km:
        return f"within {_distance(location.radius_km)} of this point"
    return {"site": "a site", "city": "a town or city"}.get(location.precision, "a point")


def _distance(km: float) -> str:
    return f"{km * 1000:.0f} m" if km < 1 else f"{km:g} km"


# --- Kinds ----------------------------------------------------------------------------

_MANY = {"person": "people"}
_NO_PLURAL = re.compile(r"(?:[^s]s|media|press|people|police|not stated|not named)$")
_PREPOSITION = re.compile(r" (?:at|for|in|of|on|to) ")


def many(word: str) -> str:
    """Return the plural of a kind: "armed groups", "ministries", "parties to the talks"."""
    found = _PREPOSITION.search(word)
    head, tail = (word[: found.start()], word[found.start() :]) if found else (word, "")
    if head in _MANY:
        return _MANY[head] + tail
    if _NO_PLURAL.search(head):
        return word
    if re.search(r"[^aeiou]y$", head):
        return f"{head[:-1]}ies{tail}"
    return head + ("es" if re.search(r"(?:s|x|ch|sh)$", head) else "s") + tail
