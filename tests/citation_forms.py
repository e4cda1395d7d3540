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
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Work:
    title: str
    author: str
    site: str
    url: str | None
    date: str | None


def entry(work: Work) -> dict[str, object]:
    """Return a work as the library's own format has it."""
    known = {"date": work.date, "url": work.url}
    return {
        "type": "web",
        "title": {"value": work.title, "verbatim": True},
        "author": {"name": work.author},
        "parent": {"type": "web", "title": {"value": work.site, "verbatim": True}},
        **{key: value for key, value in known.items() if value},
    }


def cited(works: list[Work]) -> list[dict[str, str]]:
    """Return each work as the library cites it: style → words."""
    names = [f"w{number}" for number in range(len(works))]
    cites = [
        f'#cite(<{name}>, form: "full", style: "{style}")'
        for name in names
        for style in STYLES.values()
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        entries = {name: entry(work) for name, work in zip(names, works, strict=True)}
        (root / "works.yml").write_text(json.dumps(entries), "utf-8")
        text = "\n\n".join(['#set text(lang: "en")', *cites, '#bibliography("works.yml")'])
        (root / "main.typ").write_text(text, "utf-8")
        made = typst.compile(root / "main.typ", format="html", root=root).decode("utf-8")
    found = re.findall(r"<p>(.*?)</p>", made, re.DOTALL)[: len(cites)]
    words = [html.unescape(re.sub(r"<[^>]+>", "", each)) for each in found]
    # The library leaves APA's comma after a year alone, and says "Retrieved" of no day.
    words = [each.replace(",)", ")").replace("Retrieved http", "http") for each in words]
    by_work = [words[at : at + len(STYLES)] for at in range(0, len(words), len(STYLES))]
    return [dict(zip(STYLES, each, strict=True)) for each in by_work]


def forms() -> dict[str, dict[str, str]]:
    """Return style → sharpness of the date → the citation with places to fill in."""
    works = [
        Work("Ztitle", "Zauthor", "Zsite", "https://z.example/z", date) for date in DATES.values()
    ]
    made = dict(zip(DATES, cited(works), strict=True))
    return {style: {name: blank(each[style]) for name, each in made.items()} for style in STYLES}


def blank(citation: str) -> str:
    for word, place in PLACES.items():
        citation = citation.replace(word, place)
    return citation


def file_text() -> str:
    return json.dumps(forms(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(file_text(), "utf-8")
