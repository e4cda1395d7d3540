"""The reason for a date, in one sentence a reader understands."""

from __future__ import annotations

from ..edtf import MONTHS, Edtf, in_words, weekday_in_words
from .reading import Reading


def why(
    words: str, reading: Reading, dates: Edtf | None, published: Edtf | None, *, same: bool
) -> str:
    """Return e.g. "‘Sunday’, in a report of 27 March 2016, is the latest Sunday up to that day: …".

    ``published`` is None where there is no day to count from; ``same`` says whether all days on
    which the text may have appeared lead to the same date.
    """
    quoted = f"‘{' '.join(words.split())}’"
    if reading.relative and published is None:
        return f"{quoted} {reading.how}, but the day of the report is not known."
    if dates is None:
        return f"{quoted} {reading.how}."
    if not reading.relative or published is None:
        return f"{quoted} {reading.how}: {days_in_words(dates)}."
    report, days = days_in_words(published), days_in_words(dates)
    whole = dates.precision != "interval" or report == days
    doubt = "" if same or whole else ", as the report may be of any of those days"
    return f"{quoted}, in a report of {report}, {reading.how}: {days}{doubt}."


def days_in_words(dates: Edtf) -> str:
    """Return a day with its weekday, a span of days as ``20–26 March 2016``, else as in words."""
    first, last = dates.earliest, dates.latest
    if first is None or last is None:
        return in_words(dates)
    if first == last:
        return weekday_in_words(first)
    if dates.precision != "interval" or len(dates.text) != 21:
        words = in_words(dates)
        if words.startswith("between "):  # all of it, not one day in it
            words = " to ".join(words.removeprefix("between ").rsplit(" and ", 1))
        return words
    begin = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        begin += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begin += f" {first.year}"
    dash = "–" if begin.isdigit() else " – "
    return f"{begin}{dash}{last.day} {MONTHS[last.month - 1]} {last.year}"
