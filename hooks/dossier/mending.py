"""Guesses what people meant by a value that cannot stand as it is: each function is text → text.

A function gives None where it has no guess; its caller then says what is wanted in general.
"""

from __future__ import annotations

import re
import unicodedata

_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "german": "de",
    "greek": "el", "hebrew": "he", "italian": "it", "kurdish": "ku", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "turkish": "tr",
    "ukrainian": "uk",
}  # fmt: skip
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"k": 3, "thousand": 3, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_HEDGES = {
    "~": "about",
    "≈": "about",
    ">": "more than",
    "<": "less than",
    "≥": "at least",
    "≤": "at most",
}
_DEGREES = re.compile(
    r"\s*([-+]?\d{1,3}(?:[.,]\d{1,15})?)\s*(?:°|deg)?\s*"
    r"(?:(\d{1,2}(?:[.,]\d{1,10})?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d{1,10})?)\s*(?:[\"″”]|''|’’)\s*)?"
    r"([NSEWnsew])?\s*"
)


def slug(text: str) -> str | None:
    """Return the identifier nearest to ``text``: "José Ortiz" → "jose-ortiz"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    return "-".join(words)[:100].strip("-") or None


def items(text: str) -> str | None:
    """Return the items of a list whose commas are of another kind: "a; b" → "a, b"."""
    return ", ".join(each.strip() for each in re.split(r"[;；，、،|]", text) if each.strip())


def number(text: str) -> str | None:
    """Return a number without its thousands' signs, decimal comma or unit: "1,200" → "1200"."""
    usual = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    bare = usual.strip().removesuffix("%").strip()
    in_words = _in_words(bare)
    if in_words:
        return in_words
    if re.fullmatch(r"[-+]?\d{1,3}(?:[,_.\s’'](?=\d{3}(?!\d))\d{3})+", bare):
        return re.sub(r"[^\d+-]", "", bare)
    scaled = re.fullmatch(r"(?:.*[^\d.,])?(\d{1,6})(?:[.,](\d{1,3}))?\s*([a-z]+)", bare.lower())
    if scaled and scaled[3] in _SCALES:
        part = scaled[2] or ""
        return str(int(scaled[1] + part) * 10 ** (_SCALES[scaled[3]] - len(part)))
    found = re.search(r"[-+]?\d{1,15}(?:[.,]\d{1,15})?(?![\d.,])", bare)
    several = len(re.findall(r"\d+(?:[.,]\d+)*", bare)) > 1
    return found[0].replace(",", ".") if found and not several else None


def ends(text: str) -> str | None:
    """Return the keys of a range given as one number: "30–40" → "‘low: 30, high: 40’ instead"."""
    found = re.fullmatch(r"(?:between )?(\d{1,15}) ?(?:[-–—]|to|and) ?(\d{1,15})", text.strip())
    return f"‘low: {found[1]}, high: {found[2]}’ instead" if found else None


def hedge(text: str) -> str | None:
    """Return the qualifier that stands in a number's place: "about 30", "~30", "40+"."""
    found = re.fullmatch(r"([A-Za-z ]+?|[~≈<>≥≤])\s*\d[\d.,]*(?: \w+)?", text.strip())
    if found:
        return _HEDGES.get(found[1], found[1])
    return "at least" if re.fullmatch(r"\d[\d.,]*\s*\+", text.strip()) else None


def _in_words(text: str) -> str | None:
    """Return a number below a hundred that is spelt out: "forty-two" → "42"."""
    tens, _, ones = text.lower().replace(" ", "-").partition("-")
    if tens in _TENS and (not ones or ones in _ONES[:9]):
        return str(10 * (_TENS.index(tens) + 2) + (_ONES.index(ones) + 1 if ones else 0))
    return str(_ONES.index(tens) + 1) if tens in _ONES and not ones else None


def pair(text: str) -> str | None:
    """Return a location of two degrees apart: "61.4, 17.4", as maps on the web give them."""
    found = re.fullmatch(r"\s*([-+]?\d{1,2}(?:\.\d+)?)\s*[,;]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*", text)
    return f"{{lat: {found[1]}, lon: {found[2]}, precision: …}}" if found else None


def degrees(text: str) -> str | None:
    """Return degrees as a decimal number: "61°30' N" → "61.5", "17.5 W" → "-17.5"."""
    plain = re.sub("[−–]", "-", text.strip())
    if re.match(r"[-+]?\d+ \d", plain):  # 61 28.8 N
        for sign in "°′″":
            plain = re.sub(r"(?<=\d)(?= |$)", sign, plain, count=1)
    found = _DEGREES.fullmatch(plain)
    if not found:
        return None
    whole, minutes, seconds, side = found.groups()
    parts = [float((part or "0").replace(",", ".")) for part in (whole, minutes, seconds)]
    size = abs(parts[0]) + parts[1] / 60 + parts[2] / 3600
    south = whole.startswith("-") or (side or "") in tuple("SWsw")
    return f"{-size if south else size:.6f}".rstrip("0").rstrip(".")


def share(text: str) -> str | None:
    """Return a share of one: "40", "40%" → "0.4"."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,5})?)\s*%?", text.strip())
    value = float(found[1]) / 100 if found else 2
    return f"{value:g}" if 0 < value <= 1 else None


def web(text: str) -> str | None:
    """Return an address with its scheme, its spaces encoded."""
    bare = re.split(r"[,;]?\s+(?=\(|https?://)", text.strip().strip("<>"))[0]
    if not re.match(r"https?://", bare):
        bare = re.sub(r"^h?t{1,3}ps?(?::/{0,3}|;//|//)", "", bare)
    whole = bare if re.match(r"https?://", bare) else f"https://{bare}"
    good = re.fullmatch(r"https?://[\w-]+(?:\.[\w-]+)+(?:[/?#:][^<>\"{}|\\^`]*)?", whole)
    return whole.replace(" ", "%20") if good else None


def repository(text: str) -> str | None:
    """Return the web address of a repository given for git: "git@host:a/b.git"."""
    found = re.fullmatch(r"(?:ssh://)?git@([\w.-]+)[:/]([\w./-]+?)(?:\.git)?", text.strip())
    return f"https://{found[1]}/{found[2]}" if found else web(text)


def wikidata(text: str) -> str | None:
    """Return the item in an address of Wikidata's, or in small letters."""
    found = re.search(r"(?:^|[/:])[Qq]([1-9]\d*)\b|^([1-9]\d*)$", text)
    return f"Q{found[1] or found[2]}" if found else None


def last_number(text: str) -> str | None:
    """Return the number at the end of an address: ".../places/668331" → "668331"."""
    found = re.search(r"([1-9]\d*)/?(?:\D*\.html?)?$", text)
    return found[1] if found else None


def kilometres(text: str) -> str | None:
    """Return a length in kilometres: "200 m" → "0.2", "2 km" → "2"."""
    found = re.fullmatch(r"\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*(m|km)?\s*", text, re.IGNORECASE)
    if not found:
        return None
    length = float(found[1].replace(",", "."))
    return f"{length / 1000 if (found[2] or '').lower() == 'm' else length:g}"


def language(text: str) -> str | None:
    """Return a language's tag by its name: "Arabic" → "ar"."""
    tag = re.fullmatch(r"([A-Za-z]{2,3})(?:[_-]([A-Za-z]{2,8}))?", text)
    joined = "-".join(filter(None, [tag[1].lower(), tag[2]])) if tag else None
    return _LANGUAGES.get(text.lower()) or joined


def small(text: str) -> str | None:
    return text.lower()


def capitals(text: str) -> str | None:
    return text.upper()


def flag(text: str) -> str | None:
    """Return true or false for the other words people have for them."""
    words = {"yes": "true", "y": "true", "on": "true", "1": "true", "ja": "true"}
    noes = {"no": "false", "n": "false", "off": "false", "0": "false", "none": "false"}
    return {**words, **noes}.get(text.lower())
