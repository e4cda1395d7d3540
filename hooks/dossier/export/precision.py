"""How sharply a date and a place are known, in the codes of UCDP's Georeferenced Event Dataset.

The codes are those of its codebook, ``date_prec`` 1–5 and ``where_prec`` 1–7; a code is given
only where it says no more than is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..joined import Dated
from ..model import Place

_LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""(longest span in days, code)."""
_WHERE = {"point": 1, "site": 1, "city": 1, "governorate": 4, "country": 6}


def date_code(dated: Dated | None) -> int | None:
    """Return UCDP's ``date_prec``; None where there is no date, or it is longer or open."""
    if dated is None or dated.earliest is None or dated.latest is None:
        return None
    days = (dated.latest - dated.earliest).days + 1
    return next((code for longest, code in _LONGEST if days <= longest), None)


def where_code(places: Iterable[Place | None]) -> int | None:
    """Return UCDP's ``where_prec`` of the least sharply known place; None where none is located."""
    codes = [_WHERE[each.location.precision] for each in places if each and each.location]
    return max(codes, default=None)
