"""What every drawing shares: clean text, safe addresses, short numbers, paths, text widths.

Markup is in templates beside this module; the engine escapes, this module only removes what
no XML document may hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

XY = tuple[float, float]
"""A point of a drawing, in its own units (about a CSS pixel)."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SCHEME = re.compile(r"[^/?#]*?:")
_SAFE_SCHEMES = ("http:", "https:")

# Widths in thousandths of the size, from Helvetica's metrics, widened a little because the
# reader's own sans may run wider.
_WIDER = 1.1
_NARROW = frozenset("ijl.,:;'’‘|!I ·")
_SLIM = frozenset('ft()[]r-/"“”')
_WIDE = frozenset("mwMW—…@%")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent, encoding="utf-8"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # a look at the file for every drawing
    )


def render(template: str, **values: object) -> str:
    """Return the drawing as one line, so that Markdown leaves it alone."""
    text = _templates().get_template(template).render(values)
    return "".join(line.strip() for line in text.split("\n"))


def clean(text: str) -> str:
    """Return ``text`` on one line, without the characters that XML forbids."""
    return " ".join(_NOT_XML.sub(" ", text).split())


def safe_href(address: str) -> str:
    """Return ``address``, or ``#`` where it would run something instead of leading somewhere."""
    address = clean(address)
    scheme = _SCHEME.match(address)
    if scheme and scheme.group().lower() not in _SAFE_SCHEMES:
        return "#"
    return address


def safe_id(text: str) -> str:
    """Return ``text`` as an id that needs no escaping anywhere."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text) or "drawing"


def num(value: float) -> str:
    """Write ``value`` with at most one decimal, as short as SVG allows."""
    return _tenths(round(value * 10))


def _tenths(tenths: int) -> str:
    sign, size = ("-" if tenths < 0 else ""), abs(tenths)
    whole, rest = divmod(size, 10)
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"


def path_of(lines: Iterable[Sequence[XY]], *, closed: bool) -> str:
    """Return the ``d`` of a path through ``lines``, in steps so that it stays short."""
    parts = []
    for line in lines:
        tenths = [(round(x * 10), round(y * 10)) for x, y in line]
        steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(tenths)]
        steps = [step for step in steps if step != (0, 0)]
        if not steps:
            continue
        start = _pair(*tenths[0])
        parts.append(f"M{start}l{_joined(steps)}" + ("z" if closed else ""))
    return "".join(parts)


def _pair(x: int, y: int) -> str:
    return _tenths(x) + _after(_tenths(y))


def _joined(steps: Sequence[tuple[int, int]]) -> str:
    first, *rest = steps
    return _pair(*first) + "".join(_after(_tenths(x)) + _after(_tenths(y)) for x, y in rest)


def _after(number: str) -> str:
    return number if number.startswith("-") else f" {number}"


def text_width(text: str, size: float) -> float:
    """Estimate, rather above than below, how wide ``text`` runs at ``size``."""
    return sum(map(_em, text)) * size * _WIDER / 1000


@lru_cache(maxsize=4096)
def _em(char: str) -> int:
    if char in _NARROW:
        return 270
    if char in _SLIM:
        return 350
    if char in _WIDE:
        return 880
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    return 690 if char.isupper() else 555


def two_lines(text: str) -> tuple[str, ...]:
    """Return ``text`` broken at the space nearest its middle, or whole where it has none."""
    spaces = [at for at, char in enumerate(text) if char == " "]
    if not spaces:
        return (text,)
    # a number stays with the word after it: "4 October"
    middle = min(
        spaces, key=lambda at: (text[at - 1 : at].isdigit(), abs(2 * at + 1 - len(text)), at)
    )
    return (text[:middle], text[middle + 1 :])


def draw_key(entries: Sequence[tuple[str, str]], *, uid: str) -> str:
    """Return the legend: a list of (form, words), each form drawn as it is in the drawing."""
    cleaned = [(form, clean(words)) for form, words in entries]
    return render("key.html.jinja", entries=cleaned, uid=safe_id(uid))
