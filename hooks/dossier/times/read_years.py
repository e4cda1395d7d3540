"""Readings of years and longer: 2016, the mid-1980s, the 14th century, 44 BC, 1990-95."""

from __future__ import annotations

from datetime import date

from .amounts import amount
from .found import Found
from .periods import Period, year
from .read_dates import CENTURY, GIVEN, narrowed, year_number
from .reading import Context, Reading, dated, undated


def calendar_year(found: Found, at: Context) -> Reading | None:
    """Reads 2016; the year 2016; fiscal 2014; mid-2016."""
    return narrowed(dated(year(year_number(found)), GIVEN, relative=False), found, at)


def decade(found: Found, at: Context) -> Reading | None:
    """Reads the 1920s; the ’20s; the twenties."""
    words = found.said("decade")
    digits = [word for word in words if word.isdigit()]
    number = int(digits[0]) if digits else found.integer("decade", "decadeword")
    if number % 10:
        return None
    if number % CENTURY == 0 and 0 < number <= _HUNDREDS:
        return _hundred_years(number, set(found.said("edge")))
    if number < CENTURY:  # the latest such decade that had begun
        number += 100 * ((at.day.year - number) // 100)
    given = Period("decade", date(number, 1, 1))
    return narrowed(dated(given, "gives the decade itself", relative=False), found, at)


_HUNDREDS = 1900
"""The 1800s and the 1900s are centuries, the 2000s may be a decade."""


def _hundred_years(number: int, edge: set[str]) -> Reading:
    """Reads the 1800s; the early 1900s: its first third."""
    first, last, part = number, number + 99, ""
    if edge & {"early", "beginning", "start"}:
        last, part = number + 33, "; ‘early’ keeps its first third"
    elif edge & {"late", "end", "close"}:
        first, part = number + 67, "; ‘late’ keeps its last third"
    elif edge & {"mid", "middle"}:
        first, last, part = number + 34, number + 66, "; ‘mid’ keeps its second third"
    days = date(first, 1, 1), date(last, 12, 31)
    return Reading("DATE", f"{number // 100}", f"gives the hundred years{part}", *days)


def year_of_era(found: Found, _at: Context) -> Reading | None:
    """Reads AD 32; 44 BC."""
    number = found.said("number")[0].replace(",", "")
    if not number.isdigit() or not 1 <= int(number) <= _LAST_YEAR:
        return None
    if "b" in found.said("era")[0]:
        return undated("DATE", f"BC{int(number):04}", _BEFORE)
    return dated(year(int(number)), GIVEN, relative=False)


_LAST_YEAR = 9999
_BEFORE = "is before the calendar’s year 1; no date follows from it"


def century(found: Found, _at: Context) -> Reading | None:
    """Reads the 14th century; 1st-century; the third century BC."""
    words, all_words = found.said("nth"), found.said("phrase")
    number = int(amount(words) or 0)
    spoken = not words[0].isdigit() and not {"the", "-"} & set(all_words)
    if not 1 <= number <= _MOST or spoken:  # "his first century" may be one of years, or of runs
        return None
    if found.has("era") and "b" in found.said("era")[0]:
        return undated("DATE", f"BC{number - 1:02}", _BEFORE)
    period = Period("century", date(CENTURY * (number - 1) + 1, 1, 1))
    how = "gives the century itself"
    return Reading("DATE", f"{number - 1:02}", how, period.first, period.last, period)


_MOST = 99


def turn_of_century(found: Found, _at: Context) -> Reading | None:
    """Reads the turn of the 20th century: about 1900, ten years on either side."""
    number = CENTURY * (int(amount(found.said("nth")) or 0) - 1)
    if not CENTURY <= number <= CENTURY * _MOST:
        return None
    how = "is about the beginning of that century; ten years on either side are kept"
    days = date(number - _TURN, 1, 1), date(number + _TURN, 12, 31)
    return Reading("DATE", f"{number:04}", how, *days, year(number))


_TURN = 10


def turn(_found: Found, _at: Context) -> Reading | None:
    """Reads the turn of the century, which may be the last one or the one before."""
    return undated("DATE", "XXXX-XX-XX", "does not say of which century; no date follows from it")


def centuries(found: Found, _at: Context) -> Reading | None:
    """Reads the 19th and 20th centuries: all from the first to the last."""
    first, last = (int(amount(found.said(part)) or 0) for part in ("nth", "until"))
    if not 1 <= first < last <= _MOST:
        return None
    start = date(CENTURY * (first - 1) + 1, 1, 1)
    end = Period("century", date(CENTURY * (last - 1) + 1, 1, 1)).last
    value = f"{first - 1:02}/{last - 1:02}"
    return Reading("DATE", value, "gives the centuries themselves", start, end)


_YEARS = (1000, 2100)
"""Which numbers are taken for years in "2014/15"."""


def span_of_years(found: Found, _at: Context) -> Reading | None:
    """Reads 1990-95, 2015/16; between two years written together."""
    if found.has("both"):  # 2015/16
        numbers = found.said("both")[0].replace("-", "/").split("/")
        first, last = map(int, numbers)
        if [len(number) for number in numbers] != [4, 2] or last != (first + 1) % CENTURY:
            return None
        if not _YEARS[0] <= first <= _YEARS[1]:
            return None
    else:
        first, last = year_number(found, "year"), found.digits("until")
    if last < CENTURY:  # 1914–18, 1998–02
        last += first - first % CENTURY
        last += CENTURY if last < first else 0
    if not 1 <= first < last:
        return None
    return Reading("DURATION", f"P{last - first}Y", "gives the years themselves",
                   date(first, 1, 1), date(last, 12, 31))  # fmt: skip
