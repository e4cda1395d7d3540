"""The vocabulary of time: each class of words with what its words mean.

A text's words become one character each, so that rules are regular expressions over classes of
words; what is in no class keeps only its shape (a number, a capital, an -ed ending).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

_NAMES_OF_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NAMES_OF_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

PROPER: Mapping[str, Mapping[str, int | str]] = {
    "fullmonth": {name: number for number, name in enumerate(_NAMES_OF_MONTHS, 1)},
    "shortmonth": {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9,
                   "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12},
    "fullweekday": {name: number for number, name in enumerate(_NAMES_OF_DAYS)},
    "shortweekday": {"Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Thu": 3, "Thur": 3, "Thurs": 3,
                     "Fri": 4, "Sat": 5, "Sun": 6},
    "weekdays": {f"{name}s": number for number, name in enumerate(_NAMES_OF_DAYS)},
    "feast": {"Christmas": "12-25", "Halloween": "10-31", "Easter": "easter",
              "Thanksgiving": "thanksgiving", "Juneteenth": "06-19"},
    "movable": dict.fromkeys("Ramadan Ramazan Eid Ashura Arbaeen Passover Purim Hanukkah Sukkot"
                             " Diwali Nowruz Vesak".split(), ""),
    "anno": {"AD": "ad"},
    "era": {"AD": "ad", "CE": "ce", "BC": "bc", "BCE": "bce"},
    "zone": dict.fromkeys("EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET"
                          " CEST EET EEST MSK IST JST HKT SGT AEST AEDT PKT".split(), ""),
}  # fmt: skip
"""Words that count only with a capital: "May", not "may"."""

_ONES = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
         " sixteen seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
             " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
             " twentieth").split()  # fmt: skip

COMMON: Mapping[str, Mapping[str, int | str]] = {
    "ones": {word: number for number, word in enumerate(_ONES, 1)},
    "tens": {word: 10 * number for number, word in enumerate(_TENS, 2)},
    "scale": {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
              "dozen": 12},
    "ordinalword": {word: number for number, word in enumerate(_ORDINALS, 1)},
    "unit": {"second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week",
             "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year",
             "decade": "decade", "century": "century", "millennium": "millennium",
             "weekend": "weekend", "night": "night"},
    "units": {"seconds": "second", "minutes": "minute", "hours": "hour", "days": "day",
              "weeks": "week", "fortnights": "fortnight", "months": "month",
              "quarters": "quarter", "years": "year", "decades": "decade",
              "centuries": "century", "millennia": "millennium", "weekends": "weekend",
              "nights": "night", "yrs": "year", "mins": "minute", "hrs": "hour"},
    "season": {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    "part": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI",
             "dawn": "MO", "dusk": "EV", "daybreak": "MO", "sunrise": "MO", "sunset": "EV",
             "nightfall": "EV", "midday": "MI", "lunchtime": "MI"},
    "dawn": {"dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV",
             "nightfall": "EV", "sundown": "EV"},
    "parts": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "decadeword": {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
                   "seventies": 70, "eighties": 80, "nineties": 90},
    "ampm": {"am": "am", "pm": "pm"},
    "often": {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W",
              "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
              "yearly": "P1Y", "annually": "P1Y"},
    # Words that are no names though a sentence may begin with them ("When May comes"):
    "function": dict.fromkeys("when while as if although though because but yet then where under"
                              " during both between from with without even only that this".split(),
                              ""),
    # Evidence of tense, for "in May", "on Friday":
    "future": dict.fromkeys("will shall ll would scheduled expected expects expect due plans"
                            " planning payable upcoming forthcoming next coming tomorrow"
                            " intends hopes plan hope aims going begins starts opens ends closes"
                            " runs expires resumes meets meet returns votes planned slated"
                            " takes arrives travels faces hosts visits plays may can"
                            " might should must forecast".split(), ""),
    "past": dict.fromkeys(
        "was wasn were weren had hadn did didn said been told came went began became fell rose"
        " took made got gave left lost held met sold bought saw won found grew led ran sent cut"
        " hit put shut let paid kept brought thought fought broke drew flew knew spoke struck"
        " wrote shot built sought sank taught caught spent stood understood drove chose arose"
        " laid fled fed heard sat slept swept threw wore withdrew overran overthrew hid rode"
        " woke tore shook stole stuck blew ended lasted spanned froze hung swung sang won wound"
        " bled bred beat since ago".split(), ""),
}  # fmt: skip

SHAPES = {
    "dayno": "D",  # 1 to 31
    "twodigits": "T",  # 32 to 99, 00 to 09
    "yearno": "Y",  # 1900 to 2049
    "oldyear": "O",  # 1000 to 1899, 2050 to 2100
    "othernumber": "N",  # any other number
    "clock": "C",  # 10:30, 0600
    "numeric": "I",  # 2016-03-27, 27/3/2016, 27.3.2016
    "fraction": "F",  # 1/2
    "name": "U",  # a capital
    "verb": "e",  # an -ed ending
    "other": "u",
    "sign": "s",  # any other sign
    "money": "m",
}
"""The character of each shape a word outside the vocabulary can have."""

_LONGEST_NUMBER = 16
"""Characters; what is longer is no date, time of day or fraction."""

VALUES: Mapping[str, Mapping[str, int | str]] = {**PROPER, **COMMON}


@lru_cache(maxsize=20_000)
def shape(word: str) -> str:
    """Return the character for a word outside the vocabulary."""
    first = word[0]
    if first.isascii() and first.isdigit():
        return _shape_of_number(word)
    if first in "$£€¥#":
        return SHAPES["money"]
    if not first.isalpha():
        return SHAPES["sign"]
    if first.isupper():
        return SHAPES["name"]
    return SHAPES["verb" if _is_past(word) else "other"]


def _is_past(word: str) -> bool:
    """Say whether a word has the ending of a past tense ("seized", not "succeed")."""
    if word.endswith("eed"):
        return word in ("agreed", "freed", "guaranteed", "decreed")
    return word.endswith("ed") and len(word) > 3


def _shape_of_number(word: str) -> str:
    if len(word) > _LONGEST_NUMBER:
        return SHAPES["othernumber"]
    if word.isdigit():
        number = int(word) if len(word) <= 4 else 9999
        if len(word) <= 2:
            return SHAPES["dayno" if 1 <= number <= 31 else "twodigits"]
        if len(word) == 4 and 1000 <= number <= 2100:
            return SHAPES["yearno" if 1900 <= number < 2050 else "oldyear"]
        if len(word) == 4 and word[0] == "0" and word[2] < "6":
            return SHAPES["clock"]
        return SHAPES["othernumber"]
    if ":" in word:
        return SHAPES["clock"]
    parts = word.replace("/", "-").split("-")
    if len(parts) == 3 or word.count(".") == 2:
        return SHAPES["numeric"]
    return SHAPES["fraction" if len(parts) == 2 else "othernumber"]
