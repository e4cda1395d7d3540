"""Periods of the calendar: a day, a week, a month, a quarter, a season, a year and the like.

A period is its grain and its first day; from these follow its last day, its TIMEX3 value
and its neighbours.  Weeks begin on the day the source's ``week_starts`` says.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120,
             "century": 1200, "millennium": 12000}  # fmt: skip
DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SEASON_LETTERS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
WEDNESDAY, SATURDAY = 2, 5


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar."""

    grain: str
    """``day``, ``week``, ``weekend``, ``month``, ``quarter``, ``season``, ``half``, ``year``,
    ``decade`` or ``century``."""
    first: date

    @property
    def last(self) -> date:
        if self.grain == "day":
            return self.first
        if self.grain in DAYS_OF:
            length = 2 if self.grain == "weekend" else DAYS_OF[self.grain]
            return later(self.first, days=length - 1)
        following = later(self.first, months=MONTHS_OF[self.grain])
        return following if following == date.max else later(following, days=-1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        day = self.first
        if self.grain in ("week", "weekend"):  # the ISO week that holds most of it
            week = later(day, days=3 if self.grain == "week" else 0).isocalendar()
            return f"{week.year:04}-W{week.week:02}" + ("-WE" if self.grain == "weekend" else "")
        return {
            "day": day.isoformat(),
            "month": day.isoformat()[:7],
            "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
            "season": f"{day.year:04}-{SEASON_LETTERS.get(day.month, 'SP')}",
            "half": f"{day.year:04}-H{(day.month + 5) // 6}",
            "year": f"{day.year:04}",
            "decade": f"{day.year // 10:03}",
            "century": f"{day.year // 100:02}",
        }[self.grain]

    def shifted(self, count: int) -> Period:
        """Return the period of the same grain ``count`` of them later, or earlier if negative."""
        if self.grain in DAYS_OF:
            return Period(self.grain, later(self.first, days=count * DAYS_OF[self.grain]))
        if self.grain == "season":  # summer to summer
            return Period(self.grain, later(self.first, months=12 * count))
        return Period(self.grain, later(self.first, months=count * MONTHS_OF[self.grain]))


def later(day: date, *, days: int = 0, months: int = 0) -> date:
    """Return the day that much later, kept within the calendar of years 1 to 9999."""
    if months:
        count = day.year * 12 + day.month - 1 + months
        year, month = divmod(count, 12)
        if not date.min.year <= year <= date.max.year:
            return date.max if months > 0 else date.min
        day = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    room = (date.max - day).days if days > 0 else (date.min - day).days
    return day + timedelta(days=min(days, room) if days > 0 else max(days, room))


def period_of(grain: str, day: date, week_starts: str = "sunday") -> Period:
    """Return the period of that grain in which ``day`` lies."""
    if grain == "week":
        back = day.weekday() if week_starts == "monday" else (day.weekday() + 1) % 7
        return Period(grain, later(day, days=-back))
    if grain == "weekend":  # of the week from Monday to Sunday
        return Period(grain, later(day, days=SATURDAY - day.weekday()))
    if grain == "day":
        return Period(grain, day)
    size = MONTHS_OF[grain]
    if grain == "season":
        first = later(day.replace(day=1), months=-(day.month % 3))
    elif size <= MONTHS_OF["year"]:
        first = date(day.year, day.month - (day.month - 1) % size, 1)
    else:
        years = size // 12
        first = date(max(1, day.year - day.year % years), 1, 1)
    return Period(grain, first)


def year(number: int) -> Period:
    return Period("year", date(number, 1, 1))


def month(in_year: int, number: int) -> Period:
    return Period("month", date(in_year, number, 1))


def season(in_year: int, first_month: int) -> Period:
    """Return a season by its first month; winter belongs to the year in which it begins."""
    return Period("season", date(in_year, first_month, 1))


def quarter(in_year: int, number: int) -> Period:
    return Period("quarter", date(in_year, 3 * number - 2, 1))


def third(period: Period, part: str) -> tuple[date, date]:
    """Return first and last day of the early, mid or late part of ``period``.

    A month is cut after its 10th and 20th day; longer periods of whole months or years in three.
    Of shorter ones the words say too little: they stay whole.
    """
    which = ("early", "mid", "late").index(part)
    if period.grain == "month":
        starts = (1, 11, 21)
        first = period.first.replace(day=starts[which])
        return first, period.last if part == "late" else period.first.replace(day=10 * (which + 1))
    if period.grain in ("quarter", "season", "half", "year"):
        size = MONTHS_OF[period.grain] // 3
        first = later(period.first, months=which * size)
        return first, later(later(first, months=size), days=-1)
    if period.grain == "decade":  # years 0–3, 4–6 and 7–9
        bounds = ((0, 3), (4, 6), (7, 9))[which]
        return (
            later(period.first, months=12 * bounds[0]),
            later(later(period.first, months=12 * (bounds[1] + 1)), days=-1),
        )
    return period.first, period.last
