"""Makes the forms of citations in words: a citation-style library writes them, once.

The styles are those of the Citation Style Language, as Typst's library (hayagriva) reads them.
``python tests/citation_forms.py`` writes the file that the core fills in; a test holds it to what
the library says.
"""

from __future__ import annotations

import html
import json
import re
import tempfile
from pathlib import Path

import typst

FILE = Path(__file__).resolve().parent.parent / "hooks/dossier/export/citation_forms.json"
STYLES = {"apa": "apa", "chicago": "chicago-notes"}
DATES = {"day": "2044-11-22", "month": "2044-11", "year": "2044", "none": None}
PLACES = {
    "Zauthor": "{author}",
    "Ztitle": "{title}",
    "Zsite": "{site}",
    "https://z.example/z": "{url}",
    "2044": "{year}",
    "November": "{month}",
    "22": "{day}",
}


def entry(name: str, date: str | None) -> str:
    lines = [
        f"{name}:",
        "  type: web",
        "  title: {value: Ztitle, verbatim: true}",
        "  author: {name: Zauthor}",
        "  url: https://z.example/z",
        "  parent: {type: web, title: {value: Zsite, verbatim: true}}",
    ]
    return "\n".join([*lines, *([f"  date: {date}"] if date else [])])


def forms() -> dict[str, dict[str, str]]:
    """Return style → sharpness of the date → the citation with places to fill in."""
    order = [(style, date) for style in STYLES for date in DATES]
    cites = [f'#cite(<{d}>, form: "full", style: "{STYLES[s]}")' for s, d in order]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        entries = "\n".join(entry(name, date) for name, date in DATES.items())
        (root / "works.yml").write_text(entries, "utf-8")
        text = "\n\n".join(['#set text(lang: "en")', *cites, '#bibliography("works.yml")'])
        (root / "main.typ").write_text(text, "utf-8")
        made = typst.compile(root / "main.typ", format="html", root=root).decode("utf-8")
    found: dict[str, dict[str, str]] = {style: {} for style in STYLES}
    paragraphs = re.findall(r"<p>(.*?)</p>", made, re.DOTALL)[: len(order)]
    for (style, date), paragraph in zip(order, paragraphs, strict=True):
        found[style][date] = blank(html.unescape(re.sub(r"<[^>]+>", "", paragraph)))
    return found


def blank(citation: str) -> str:
    for word, place in PLACES.items():
        citation = citation.replace(word, place)
    # The library leaves APA's comma after a year alone, and says "Retrieved" of no day.
    return citation.replace(",)", ")").replace("Retrieved {url}", "{url}")


def file_text() -> str:
    return json.dumps(forms(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(file_text(), "utf-8")
