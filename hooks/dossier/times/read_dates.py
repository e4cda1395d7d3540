"""Readings of calendar dates: days, months, seasons, years, decades, given outright or in part.

A date without its year is the one that the tense points to, else the nearest.
"""

from __future__ import annotations

import re
from datetime import date

from .amounts import amount
from .found import Found
from .periods import Period, later, month, period_of, quarter, season, third
from .reading import NO_TIME, Context, Reading, dated, undated

GIVEN = "gives the date itself"
_BESIDE = "gives the date itself, with the year of the date beside it"
_NAMES = ("", "January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_ORDINAL = {1: "first", 2: "second", 3: "third", 4: "fourth"}
CENTURY = 100
_CLOSE = 60
"""Days within which a day of the year is taken to be the nearest one."""
_SOON = 31
"""Days within which a month to come is meant by "until May" even where the verb looks back."""
_COMING = 93
"""Days within which a month to come is meant where only a verb further off looks back."""


# --- Parts ----------------------------------------------------------------------------


def year_number(found: Found, part: str = "year") -> int:
    """Return the year that a part gives in digits or words ("nineteen sixty-two", "’62")."""
    words = found.said(part)
    digits = [word for word in words if word.isdigit()]
    if digits:
        number = int(digits[0])
        short = len(digits[0]) <= 2
        return number + (1900 if number >= 30 else 2000) if short else number
    if words[0] == "two":
        return int(amount(words) or 0)
    return CENTURY * int(amount(words[:1]) or 0) + int(amount(words[1:]) or 0)


def day_number(found: Found) -> int:
    words = found.said("dom")
    digits = [word for word in words if word.isdigit()]
    return int(digits[0]) if digits else int(amount(words) or 0)


def month_number(found: Found) -> int:
    return found.integer("month", "fullmonth", "shortmonth")


def in_year(in_year: int, number: int, day: int) -> Period | None:
    try:
        return Period("day", date(in_year, number, day))
    except ValueError:
        return None


# --- Early, mid and late --------------------------------------------------------------

_EDGES = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid",
          "late": "late", "end": "late", "close": "late"}  # fmt: skip
_THIRDS = {
    "month": {"early": "its days 1 to 10", "mid": "its days 11 to 20", "late": "its days from 21"},
    "": {"early": "its first third", "mid": "its second third", "late": "its last third"},
}  # fmt: skip
_WHOLE = ("day", "week", "weekend", "century")


def narrowed(reading: Reading | None, found: Found, at: Context) -> Reading | None:
    """Return the reading kept to the part that "early", "late", "earlier" and the like leave."""
    words = found.said("edge") or found.said("edgeofday")
    if reading is None or reading.period is None or not words:
        return reading
    part = next((_EDGES[word] for word in words if word in _EDGES), None)
    first, last, how = reading.first, reading.last, reading.how
    relative = reading.relative
    if part and reading.period.grain not in _WHOLE:
        first, last = third(reading.period, part)
        said = _THIRDS["month" if reading.period.grain == "month" else ""][part]
        how = f"{how}; ‘{part}’ keeps {said}"
    elif "earlier" in words and first and last and first <= at.day:
        last, relative, how = min(last, at.day), True, f"{how}, up to that day"
    elif "later" in words and first and last and at.day <= last:
        first, relative, how = max(first, at.day), True, f"{how}, from that day on"
    return Reading("DATE", reading.value, how, first, last, reading.period, relative)


# --- Days -----------------------------------------------------------------------------


def numeric(found: Found, _at: Context) -> Reading | None:
    """2016-03-27, 27/3/2016, 27.3.2016; with dots the day is first.

    Where day and month could change places, no day is given.
    """
    written = found.said("numeric")[0]
    parts = [int(part) for part in re.split("[-/.]", written)]
    if "-" in written and max(parts) < 1000:
        return None  # a score, a vote
    full = parts[2] + (0 if parts[2] > 99 else 1900 if parts[2] >= 30 else 2000)
    if parts[0] > 31:
        choices = [in_year(*parts)] if parts[0] > 999 else []
    elif "." in written:
        choices = [in_year(full, parts[1], parts[0])]
    else:
        choices = [in_year(full, parts[0], parts[1]), in_year(full, parts[1], parts[0])]
    days = [day for day in dict.fromkeys(choices) if day]
    if not days:
        return None
    if len(days) == 1:
        return dated(days[0], GIVEN, relative=False)
    return Reading("DATE", f"{full:04}-XX-XX", "can be read with the day or the month first")


def calendar_day(found: Found, at: Context) -> Reading | None:
    """March 27, 2016; 27 March; Sunday, March 27."""
    number, day = month_number(found), day_number(found)
    if found.has("year"):
        given = in_year(year_number(found), number, day)
        return narrowed(dated(given, GIVEN, relative=False), found, at) if given else None
    if found.has("whichyear"):
        base, how = which_year(found, at)
        given = in_year(base.first.year, number, day)
        return dated(given, f"is that day of {how}") if given else None
    if found.joined:
        beside = in_year(found.year_by(number), number, day)
        return narrowed(dated(beside, _BESIDE, relative=False), found, at) if beside else None
    options = [in_year(at.day.year + n, number, day) for n in (-4, -1, 0, 1, 4)]
    days = [option for option in options if option]
    if not days:
        return None
    if not found.has("weekday") and _is_told_of_old(found, at, days):
        return undated("DATE", f"XXXX-{number:02}-{day:02}", _OF_OLD)
    if found.has("weekday"):
        weekday = found.integer("weekday", "fullweekday", "shortweekday")
        fitting = [option for option in days if option.first.weekday() == weekday]
        days = fitting or days
    chosen, how = pointed_to(days, found, at)
    return narrowed(dated(chosen, f"is the {how}"), found, at)


def attacks_of_2001(found: Found, _at: Context) -> Reading | None:
    """Reads the Sept. 11 attacks, which are named by their day whatever the year of the report."""
    if found.has("code") and found.said("code") != ("9/11",):
        return None
    if found.has("dom") and (month_number(found), day_number(found)) != (9, 11):
        return None
    return dated(Period("day", date(2001, 9, 11)), "is the day of the attacks", relative=False)


def pointed_to(options: list[Period], found: Found, at: Context) -> tuple[Period, str]:
    """Return the one of like periods that the tense points to, else the nearest, and the reason.

    The tense of a verb further off yields to a day that is near ("he had hoped for June 4").
    """
    before = [option for option in options if option.first <= at.day]
    after = [option for option in options if option.last >= at.day]
    nearest = min(options, key=lambda option: abs((option.first - at.day).days))
    close = abs((nearest.first - at.day).days) <= _CLOSE
    tense = found.direction_beside or (0 if close or found.bounded else found.direction)
    if tense < 0 and before:
        return before[-1], "latest such day up to the report, as the sentence speaks of the past"
    if tense > 0 and after:
        return after[0], "first such day from the report on, as the sentence looks ahead"
    return nearest, "nearest such day"


# --- Months and seasons ---------------------------------------------------------------


def calendar_month(found: Found, at: Context) -> Reading | None:
    """Reads March 2016; May of last year; last May; this September; May."""
    number = month_number(found)
    if found.has("year"):
        given = month(year_number(found), number)
        return narrowed(dated(given, GIVEN, relative=False), found, at)
    if found.has("whichyear"):
        base, how = which_year(found, at)
        return narrowed(dated(month(base.first.year, number), f"is that month of {how}"), found, at)
    if found.joined and not found.has("which"):
        beside = month(found.year_by(number), number)
        return narrowed(dated(beside, _BESIDE, relative=False), found, at)
    options = [month(at.day.year + n, number) for n in (-1, 0, 1)]
    told = _in_a_run(number, found, at) or _in_a_story(number, found, at, options)
    if told and not found.has("which"):
        return narrowed(told, found, at)
    return narrowed(_in_cycle(options, _NAMES[number], found, at), found, at)


_OLD = 2
"""Years back from which a month may belong to the story just told, or to the report’s own year."""
_OF_OLD = "may be of the year last spoken of or of the report’s own; no date follows from it"


def _in_a_story(number: int, found: Found, at: Context, options: list[Period]) -> Reading | None:
    """Reads the month of "In 2011, protests began in March"; of old stories, none at all."""
    if found.year_opens and at.focus and at.focus.grain == "year":
        how = "is that month of the year the sentence begins with"
        return dated(month(at.focus.first.year, number), how)
    if _is_told_of_old(found, at, options):
        return undated("DATE", f"XXXX-{number:02}", _OF_OLD)
    coming = at.weekday if at.weekday and at.weekday.first > at.day else None
    if coming and coming.first.month != number and found.direction_beside >= 0:
        ahead = next((one for one in options if one.first > coming.first), None)
        how = "is the first one after the day to come that the sentence names"
        return dated(ahead, how) if ahead else None
    return None


def _is_told_of_old(found: Found, at: Context, options: list[Period]) -> bool:
    """Say whether "By July" after "In March 2011" leaves open which year is meant."""
    if at.focus is None or at.distant or at.focus.grain not in ("day", "month"):
        return False
    if found.up_to_now or any(_days_between(option, at.day) <= _CLOSE for option in options):
        return False
    return at.day.year - at.focus.first.year >= _OLD and found.direction < 0


def _in_a_run(number: int, found: Found, at: Context) -> Reading | None:
    """Reads both months of "from May to August", which ended by the report if it looks back."""
    begin, end = found.runs_from("month"), found.runs_to("month")
    if begin and at.focus and (at.focus.grain, at.focus.first.month) == ("month", begin):
        how = f"is the first {_NAMES[number]} after the {_NAMES[begin]} it is counted from"
        return dated(at.focus.shifted((number - begin) % 12 or 12), how)
    if end and found.direction < 0:
        last = month(at.day.year - (end > at.day.month), end)
        how = f"is the last {_NAMES[number]} before the latest {_NAMES[end]}"
        return dated(last.shifted(-((end - number) % 12 or 12)), how)
    return None


def calendar_season(found: Found, at: Context) -> Reading | None:
    """Reads last summer; summer 2015; this fall; in the spring."""
    number = found.integer("season")
    if found.has("year"):
        given = season(year_number(found), number)
        return narrowed(dated(given, GIVEN, relative=False), found, at)
    if found.has("whichyear"):
        base, how = which_year(found, at)
        return narrowed(
            dated(season(base.first.year, number), f"is the {_SEASONS[number]} of {how}"), found, at
        )
    options = [season(at.day.year + n, number) for n in (-2, -1, 0, 1)]
    return narrowed(_in_cycle(options, _SEASONS[number], found, at), found, at)


def which_year(found: Found, at: Context) -> tuple[Period, str]:
    """Return the year of "May of last year", and its name."""
    words, now = set(found.said("whichyear")), period_of("year", at.day)
    focus = period_of("year", at.focus.first) if at.focus else now
    if "last" in words:
        return now.shifted(-1), "the year before"
    if "next" in words:
        return now.shifted(1), "the year after"
    if "previous" in words:
        return focus.shifted(-1), "the year before the one last spoken of"
    if "following" in words:
        return focus.shifted(1), "the year after the one last spoken of"
    if words & {"that", "same"}:
        return focus, "the year last spoken of"
    return now, "the same year"


def _in_cycle(options: list[Period], name: str, found: Found, at: Context) -> Reading:
    """Return which of the yearly periods is meant: by "last", "this" or "next", else the tense."""
    which = set(found.said("which"))
    ended = [option for option in options if option.last < at.day]
    begun = [option for option in options if option.first <= at.day]
    ahead = [option for option in options if option.first > at.day]
    going = [option for option in options if option.last >= at.day]
    if "this" in which and not which & {"past", "coming"}:
        if name == "winter":  # of two years
            nearest = min(options, key=lambda option: _days_between(option, at.day))
            return dated(nearest, "is the winter nearest to the report")
        same = next(option for option in options if option.first.year == at.day.year)
        return dated(same, f"is {name} of the same year")
    if which & {"last", "past", "previous"}:
        return dated(ended[-1], f"is the latest {name} that was over")
    if which & {"next", "coming", "following"}:
        return dated(ahead[0], f"is the first {name} to come")
    nearest = min(options, key=lambda option: (abs((option.first - at.day).days), option.first))
    over = found.lasted and (nearest.first - at.day).days > _SOON
    if found.bounded and not over and not (found.opens and found.direction < 0):
        return dated(nearest, f"is the nearest {name}")
    weak = nearest.grain == "month" and not found.opens and not found.direction_close
    if weak and (near := _near(options, found.direction, at.day)):
        return dated(near, f"is the {name} nearest to the report")
    if found.direction > 0:
        return dated(going[0], f"is the {name} to come, as the sentence looks ahead")
    if not found.direction:
        nearest = min(options, key=lambda option: (_days_between(option, at.day), option.first))
        return dated(nearest, f"is the {name} nearest to the report")
    return dated(begun[-1], f"is the latest {name}, as the sentence speaks of the past")


def _near(options: list[Period], tense: int, day: date) -> Period | None:
    """Return the month that is near against the tense of a verb further off, if there is one."""
    if tense < 0:
        return next((one for one in options if 0 < (one.first - day).days <= _COMING), None)
    return next((one for one in options if 0 < (day - one.last).days <= _SOON), None)


def _days_between(period: Period, day: date) -> int:
    return max((period.first - day).days, (day - period.last).days, 0)


# --- Quarters and halves --------------------------------------------------------------


_THE_YEAR = {"of", "in", "the", "year"}
"""“The third quarter of the year” says no more than “the third quarter”."""


def part_of_year(found: Found, at: Context) -> Reading | None:
    """Reads the second quarter of 2009; this year’s first half; first-quarter."""
    grain = found.said("partunit")[0] if found.has("partunit") else "quarter"
    grain = "half" if grain == "h" else grain
    most = 4 if grain == "quarter" else 2
    closing = {"last", "final"} & set(found.said("nth"))
    number = most if closing else int(amount(found.said("nth")) or 0)
    if not 1 <= number <= most:
        return None
    if found.has("year"):
        given = dated(_part(year_number(found), grain, number), GIVEN, relative=False)
        return narrowed(given, found, at)
    name = f"{_ORDINAL[number]} {'quarter' if grain == 'quarter' else 'half'}"
    if found.has("whichyear") and set(found.said("whichyear")) - _THE_YEAR:
        base, how = which_year(found, at)
        return narrowed(
            dated(_part(base.first.year, grain, number), f"is the {name} of {how}"), found, at
        )
    if found.in_sport:
        return NO_TIME
    options = [_part(at.day.year + n, grain, number) for n in (-1, 0, 1)]
    begun = [option for option in options if option.first <= at.day]
    if found.closing:
        return quarter_ended(found.closing, at, begun[-1])
    if found.has("ago"):
        return dated(
            begun[-1].shifted(-4 if grain == "quarter" else -2), f"is the {name} a year before"
        )
    coming = period_of(grain, at.day).shifted(1)
    if found.direction > 0 and coming in options:
        return dated(coming, f"is the {name} to come, as the sentence looks ahead")
    return narrowed(dated(begun[-1], f"is the latest {name} that had begun"), found, at)


def two_quarters(found: Found, at: Context) -> Reading | None:
    """Reads the first two quarters of 2009: a half."""
    number, how, given = 1 if "first" in found.said("two") else 2, GIVEN, found.has("year")
    in_year = year_number(found) if given else 0
    if not given:
        base, name = which_year(found, at)
        in_year, how = base.first.year, f"is the half of {name}"
    return dated(_part(in_year, "half", number), how, relative=not given)


def quarter_ended(number: int, at: Context, named: Period | None = None) -> Reading:
    """Return the three months to a month’s end, which a company may number as it likes."""
    options = [month(at.day.year + n, number) for n in (-1, 0)]
    end = max((one for one in options if one.first <= at.day), key=lambda one: one.first)
    period = Period("quarter", later(end.first, months=-2))
    return as_counted(
        period, named or period, f"is the three months to the latest {_NAMES[number]}"
    )


def as_counted(months: Period, named: Period, how: str) -> Reading:
    """Return three months with the number their company gives them."""
    return Reading("DATE", named.value, how, months.first, months.last, named, relative=True)


def _part(in_year: int, grain: str, number: int) -> Period:
    if grain == "quarter":
        return quarter(in_year, number)
    return Period("half", date(in_year, 6 * number - 5, 1))
