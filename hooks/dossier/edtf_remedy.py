"""What people write instead of EDTF, and the EDTF they mean.

Each rule is a form and the texts to suggest for it; the caller keeps those that are real dates.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june",
    "jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_MONTH_NUMBERS = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
}
_SEASON_NUMBERS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?"
_YEAR = r"(?P<year>[0-9]{4})"


def _named(found: re.Match[str]) -> list[str]:
    """A month or season by name, with or without a day."""
    parts, name = found.groupdict(), found["name"].lower()
    if name in _SEASON_NUMBERS and not parts.get("day"):
        return [f"{found['year']}-{_SEASON_NUMBERS[name]}"]
    if name not in _MONTH_NUMBERS:
        return []
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return [f"{found['year']}-{_MONTH_NUMBERS[name]:02}{day}"]


def _days(found: re.Match[str]) -> list[str]:
    """Two days of one month."""
    return [f"{last[:8]}{int(found['first']):02}/{last}" for last in _named(found)]


def _numbers(found: re.Match[str]) -> list[str]:
    """Year, month and perhaps day, without the zeros, or with other signs between."""
    day = found.groupdict().get("day")
    text = f"{found['year']}-{int(found['month']):02}"
    return [f"{text}-{int(day):02}"] if day else [text]


def _week(found: re.Match[str]) -> list[str]:
    """Return a week of the calendar, as its days."""
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
    except ValueError:
        return []
    return [f"{monday}/{monday + timedelta(days=6)}"]


def _quarter(found: re.Match[str]) -> list[str]:
    first = 3 * int(found["quarter"]) - 2
    return [f"{found['year']}-{first:02}/{found['year']}-{first + 2:02}"]


def _century(found: re.Match[str]) -> list[str]:
    return [f"{int(found['a']) - 1:02}XX"]


def _either_order(found: re.Match[str]) -> list[str]:
    """Day and month before the year: which is which, nobody can tell for small numbers."""
    first, second = int(found["a"]), int(found["b"])
    texts = [f"{found['year']}-{second:02}-{first:02}", f"{found['year']}-{first:02}-{second:02}"]
    return sorted(set(texts), reverse=True)


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], list[str]]], ...] = (
    (rf"(?:{_DAY} )?{_NAME},?(?: of)? {_YEAR}", _named),  # 27 March 2016, March 2016, summer 2015
    (rf"(?P<first>[0-9]{{1,2}}) ?[-–] ?{_DAY} {_NAME},? {_YEAR}", _days),  # 20–26 March 2016
    (rf"{_NAME} {_DAY},? {_YEAR}", _named),  # March 27, 2016
    (rf"{_YEAR} {_NAME}(?: {_DAY})?", _named),  # 2016 March 27
    (rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})(?:[-/.](?P<day>[0-9]{{1,2}}))?", _numbers),  # 2016-3-27
    (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _numbers),  # 20160327
    (rf"(?P<a>[0-9]{{1,2}})[-/.](?P<b>[0-9]{{1,2}})[-/.]{_YEAR}", _either_order),  # 27/3/2016
    (r"(?P<a>[0-9]{4}) ?[-–—] ?(?P<b>[0-9]{4})", lambda m: [f"{m['a']}/{m['b']}"]),  # 2015–2016
    (r"(?P<a>[0-9]{3})0'?s", lambda m: [f"{m['a']}X"]),  # 2010s
    (r"(?P<a>[1-9][0-9]?)(?:st|nd|rd|th) (?:century|c\.)", _century),  # 19th century
    (r"(?:c|ca|circa|about|around)\.? ?(?P<a>[0-9X-]{4,10})", lambda m: [f"{m['a']}~"]),  # c. 1900
    (r"(?:since|after|from) (?P<a>[0-9X-]{4,10})", lambda m: [f"{m['a']}/.."]),
    (r"(?:until|till|before|by) (?P<a>[0-9X-]{4,10})", lambda m: [f"../{m['a']}"]),
    (r"(?P<mark>[~?%])(?P<a>[0-9X-]{4,10})", lambda m: [f"{m['a']}{m['mark']}"]),  # ~2016
    (
        r"(?P<a>[0-9]{4})(?P<mark>[~?%])(?P<b>-[0-9X-]{2,5})",  # 2016~-03
        lambda m: [m["a"] + m["b"] + m["mark"]],
    ),
    (
        r"(?P<a>[0-9]{4}-[0-9]{2}-)(?P<b>[0-3])X",
        lambda m: [f"{m['a']}{'01' if m['b'] == '0' else m['b'] + '0'}/{m['a']}{m['b']}9"],
    ),
    (rf"{_YEAR}-?W(?P<week>[0-9]{{2}})", _week),  # 2019-W18
    (rf"{_YEAR}[- ]?Q(?P<quarter>[1-4])", _quarter),  # 2019-Q2
    (rf"Q(?P<quarter>[1-4])[- /]?{_YEAR}", _quarter),
    (r"(?P<a>[0-9]{4}-[0-9]{2}-[0-9]{2})Z", lambda m: [m["a"]]),
    (
        r"(?P<a>[0-9]{4}-[0-9]{2}-)(?P<b>[0-9]{2})/(?P<c>[0-9]{2})",  # 2016-03-20/26
        lambda m: [f"{m['a']}{m['b']}/{m['a']}{m['c']}"],
    ),
    (r"(?P<a>[0-9]{3})[xu]|(?P<b>[0-9]{3}) ", lambda m: [f"{m['a'] or m['b']}X"]),
)
_COMPILED = tuple((re.compile(form, re.IGNORECASE), suggest) for form, suggest in _FORMS)
_DASH = "[\u2010-\u2015\u2212]"
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ", re.IGNORECASE)
_DASHED = re.compile(rf"[0-9]{{4}}(?:{_DASH}[0-9]{{1,2}}){{1,2}}")


def _usual(text: str) -> str:
    """Return the text with the digits 0 to 9, and hyphens for dashes within a date."""
    digits = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    return re.sub(_DASH, "-", digits) if _DASHED.fullmatch(digits.strip()) else digits


def remedy_for(text: str) -> list[str]:
    """Return the EDTF texts that ``text`` may mean, the likeliest first; perhaps none."""
    if len(text) > 60:
        return []
    plain = _WEEKDAY.sub("", " ".join(_usual(text).split()))
    if plain != text and re.fullmatch(r"[0-9X/.~?%-]+", plain):
        return [plain]
    for form, suggest in _COMPILED:
        found = form.fullmatch(plain)
        if found:
            suggested = suggest(found)
            if suggested:
                return suggested
    return _interval(plain)


_TO = re.compile(
    r"\s*(?:/|\.\.|--|[–—]|\s-\s|(?<=\d)-(?=[A-WYZ])|\bto\b|\buntil\b|\band\b)\s*", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:from|between)\s+", re.IGNORECASE)


def _interval(text: str) -> list[str]:
    """Suggest for the two ends apart, as in ``March 2016/2016-5-1``, ``from 2015 to 2016``."""
    ends = _TO.split(_LEAD.sub("", text))
    if len(ends) != 2:
        return []
    better = [(remedy_for(end.strip()) or [end.strip()])[0] if end else end for end in ends]
    whole = "/".join(better)
    return [whole] if whole != text else []
