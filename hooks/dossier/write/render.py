"""Templates to raw HTML blocks, and plain words to Markdown that stays plain words."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from . import wording

_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Signs that end a line in YAML, or may not stand in it, and may in JSON."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|&:~^=\"'$@/]")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # a look at the file for every block; the code is read once, too
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        capital=wording.capital,
        counted=wording.plural,
        direction=wording.direction,
        edtf=wording.edtf_words,
        foreign=foreign,
        kind=wording.kind,
        language=wording.language,
        machine_date=wording.machine_date,
    )
    # What most templates use is there for all of them: an import is looked up at each rendering.
    environment.globals = {"m": environment.get_template("macros.jinja").module}
    return environment


def block(template: str, /, **values: object) -> str:
    """Return one raw HTML block, without blank lines or indents: Markdown keeps it whole."""
    text = _template(template).render(**values)
    return "\n".join(line for line in map(str.strip, text.splitlines()) if line)


def read_templates() -> None:
    """Have them all at hand, once for all processes that will share the work."""
    for name in _environment().list_templates():
        _template(name.removesuffix(".jinja"))


@cache
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.jinja")


def foreign(text: str) -> Markup:
    """Return text escaped, its runs of other scripts marked with script and direction."""
    written, at = Markup(""), 0
    for found in wording.FOREIGN.finditer(text):
        lang = wording.script(found[0])
        run = Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(
            lang, wording.direction(lang), found[0]
        )
        written += Markup.escape(text[at : found.start()]) + run
        at = found.end()
    return written + Markup.escape(text[at:])


def json_inside(value: object) -> Markup:
    """Return JSON that may stand in a script element: nothing in it is a tag or its end."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, code in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        written = written.replace(sign, code)
    return Markup(written)  # noqa: S704 - no sign of markup is left in it


def in_front(key: str, value: object) -> str:
    """Return a line of front matter, its value as JSON: that is YAML too, and quicker made."""
    written = json.dumps(value, ensure_ascii=False)
    return f"{key}: {_NOT_IN_YAML.sub(_escaped, written)}\n"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def plain(text: str) -> str:
    """Return words as Markdown that means exactly these words, on one line."""
    folded = " ".join(text.split())
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", folded)


def heading(text: str, anchor: str, level: int = 2) -> str:
    """Return a heading; what is no letter or digit in ``anchor`` becomes a hyphen."""
    return f"{'#' * level} {plain(text)} {{#{re.sub(r'[^A-Za-z0-9]+', '-', anchor).strip('-')}}}"
