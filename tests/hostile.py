"""Hostile input in the forms it comes in: texts for every field, and records made of them."""

from __future__ import annotations

import copy
import json
from collections.abc import Collection, Iterator
from typing import Any

Tree = dict[str, Any]

MARK = "xss"
"""Whatever would run calls this, so that it is found in what is built."""
SCRIPTS = (
    f"<script>{MARK}()</script>",
    f"</script><script>{MARK}()</script>",
    f"<img src=x onerror={MARK}()>",
    f'" onmouseover="{MARK}()" x="',
    f"' onmouseover='{MARK}()' x='",
    f"<svg/onload={MARK}()>",
    f"</title><script>{MARK}()</script>",
    f"</style><style>*{{background:url(//evil.example/{MARK})}}</style>",
    f"<iframe src=javascript:{MARK}()>",
    f'<a href="javascript:{MARK}()">a</a>',
    f"[a](javascript:{MARK}())",
    f"[a](<java\tscript:{MARK}()>)",
    f"![a](x){{onerror={MARK}()}}",
    f"text{{: onclick={MARK}()}}",
    f"**bold**{{: style=color:red onclick={MARK}()}}",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"&#60;script&#62;{MARK}()&#60;/script&#62;",
    f"<!-- --><script>{MARK}()</script><!--",
    f"<!--><script>{MARK}()</script>-->",
    f"<![CDATA[<script>{MARK}()</script>]]>",
    f"]]><script>{MARK}()</script>",
    f"<?php {MARK}() ?><script>{MARK}()</script>",
    f"{{{{ {MARK}() }}}}{{% include 'x' %}}",
    "{{ config.__class__.__mro__ }}",
    '--8<-- "../../../../etc/passwd"',
    f"[TOC] *[{MARK}]: <script>{MARK}()</script>",
    f"[^1]: <script>{MARK}()</script>",
    "/// html | script",
    f"`</code><script>{MARK}()</script>`",
    f"~~~ <script>{MARK}()</script>",
    f"<math><mtext><script>{MARK}()</script></mtext></math>",
    f"<details open ontoggle={MARK}()>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example/>",
    f"<form action=//evil.example/><button>{MARK}",
    f"\u2028<script>{MARK}()</script>\u2029",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    f"--- {MARK}: !!python/object/apply:os.system [{MARK}]",
    f"# {MARK} > * - 1. | a | b | --- ~~~ ``` \\",
    f"\\<script\\>{MARK}()\\</script\\>",
    # Values may hold no tag of HTML; what is none yet, or of no name known, is theirs to escape.
    f"<script src=//evil.example/{MARK}.js x=",
    f'"><img src=x onerror={MARK}() x="',
    f"</title <img src=x onerror={MARK}() x='",
    f"<svg/onload={MARK}() x=",
    f"</script <script src=//evil.example/{MARK}.js x=",
    f"<iframe src=javascript:{MARK}() ",
    f"<{MARK} onfocus={MARK}() autofocus tabindex=1>a</{MARK}>",
    f"<{MARK}-x onclick={MARK}() style=color:red>a",
    f"&ltscript&gt{MARK}()&lt/script&gt",
    "///Footnotes Go Here///",
    "\x02wzxhzdk:0\x03 klzzwxh:0001",
    "a" * 1_900,
    "(" * 900 + "a" * 900,
    "[" * 1_800,
    "*_" * 900,
    "&" * 1_800,
    "\u0430\u0301" * 900,
    "\u202eevil\u202c \u2066x\u2069",
    "\ufeff\u200b\u200d\u00ad" * 20 + "x",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U000e0041 \uffff \ufdd0",
    "$(touch pwned) `touch pwned` ; touch pwned | %s %n %x",
    "../../../../etc/passwd",
    "CON",
    "null",
    "~",
    "yes",
    "0x1F",
    "1e999",
    "NaN",
    "-0",
    "2016-02-30",
)
"""One line each; none has a right meaning anywhere."""
ADDRESSES = (
    f"javascript:{MARK}()",
    f"JaVaScRiPt:{MARK}()",
    f"java\tscript:{MARK}()",
    f" javascript:{MARK}()",
    f"\x01javascript:{MARK}()",
    f"javascript&colon;{MARK}()",
    f"&#106;avascript:{MARK}()",
    f"&#x6A;avascript&#58;{MARK}()",
    f"vbscript:{MARK}()",
    f"data:text/html,<script>{MARK}()</script>",
    "data:text/html;base64,PHNjcmlwdD54c3MoKTwvc2NyaXB0Pg==",
    f"DATA:image/svg+xml,<svg onload={MARK}()>",
    f"blob:https://evil.example/{MARK}",
    "file:///etc/passwd",
    f"filesystem:https://evil.example/{MARK}",
    f"view-source:javascript:{MARK}()",
    f"//evil.example/{MARK}",
    f"\\\\evil.example\\{MARK}",
    "https:evil.example",
    "http://",
    f'https://evil.example/"onmouseover="{MARK}()',
    f"https://evil.example/<script>{MARK}()</script>",
    f"https://evil.example/)](javascript:{MARK}())",
    f"https://evil.example/?a=`{MARK}`&b=*c*_d_[e](f)",
    f"https://javascript:{MARK}@evil.example/#{MARK}",
    f"https://evil.example/%22%3E%3Cscript%3E{MARK}()%3C/script%3E",
    "https://evil.example/#:~:text=a&text=b",
    "https://[::1",
    "https://evil.example:99999999/",
    "https://\u202eevil.example/",
)

QUOTE = {"source": "ferry-aground", "quote": "struck the same rocks"}
CHANGE = {"date": "2026-11-22", "what": "The date", "why": "A slip"}
PAGE = {
    "title": "A title",
    "description": "A line",
    "note": "A question",
    "history": [CHANGE],
    "tags": ["a tag"],
    "icon": "an/icon",
}
NAMED = {
    **PAGE,
    "kind": "a kind",
    "names": ["A name", {"text": "اسم", "lang": "ar"}],
    "also": ["Another", {"text": "اسم آخر", "lang": "ar"}],
    "links": {
        "wikidata": "Q1", "geonames": "1", "pleiades": "1", "unesco": "1",
        "iso": "SY", "iso3": "SYR", "website": "https://a.example/",
    },
}  # fmt: skip
RECORDS: dict[str, Tree] = {
    "docs/actors/{}.md": {
        **NAMED,
        "side": "dahl-lines",
        "relations": [{"part-of": "dahl-lines", "evidence": [QUOTE], "note": "A note"}],
    },
    "docs/places/{}.md": {
        **NAMED,
        "part_of": "varn-bay",
        "location": {"lat": "61.5", "lon": "17.5", "precision": "site", "radius_km": "2"},
        "status": "A status",
        "built": "1229~",
    },
    "docs/timeline/{}.md": {
        **PAGE,
        "evidence": [QUOTE],
        "date": "2016-03-11",
        "places": ["varn-bay"],
        "actors": {"dahl-lines": "A part"},
        "other_sources": [
            {"source": "harbour-yearbook", "date": "2016-03-11", "verdict": "agrees", "note": "No"}
        ],
        "statements": [
            {
                "work": "harbour-yearbook", "speaker": "dahl-lines", "via": "varn-press-agency",
                "said": "2016-03-11", "about": "A question", "note": "A note", "direct": "false",
                "figure": {
                    "counts": "people", "of": "crew", "by": "a wave", "unit": "head",
                    "scope": "the night", "qualifier": "about", "value": "3", "low": "2",
                    "high": "4",
                },
            },
            {
                "work": "harbour-yearbook", "voice": "unnamed", "speaker_text": "an official",
                "about": "A question",
            },
        ],
        "ongoing": "true",
        "graphic": "true",
    },
    "seeds/{}.yml": {
        "title": "A title",
        "publisher": "A publisher",
        "author": "An author",
        "url": "https://a.example/",
        "published": "2019-05-09",
        "language": "en",
        "week_starts": "monday",
        "rights": "Rights",
        "publish": "full",
        "quote_limit": "0.4",
        "accessed": "2026-11-22",
        "archived": "https://a.example/",
        "note": "A note",
        "history": [CHANGE],
    },
    "docs/essays/{}.md": PAGE,
}  # fmt: skip
"""Where a record lies → a right one with every key there is."""

Path = tuple[str | int, ...]


def leaves(value: object, path: Path = ()) -> Iterator[Path]:
    """Give the place of each single value in a record."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from leaves(each, (*path, index))
    else:
        yield path


def with_value(record: Tree, path: Path, value: object) -> Tree:
    """Return the record with another value in one place."""
    changed: Any = copy.deepcopy(record)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return changed  # type: ignore[no-any-return]


def written(where: str, record: Tree, body: str = "") -> str:
    """Return a record as its file; JSON is YAML, and can write any character."""
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in record.items())
    return f"---\n{front}---\n{body}" if where.endswith(".md") else front


UNIQUE = (("title",), ("names", 0), ("names", 1, "text"))
"""What no two records may share."""


def hostile_record(where: str, id_: str, text: str, accepted: Collection[Path]) -> Tree:
    """Return a record with one text in all places that accept it."""
    record = RECORDS[where]
    for path in leaves(record):
        taken = path in accepted
        if path in UNIQUE and path[0] in record:
            value = f"{text[:1_900]} {id_}" if taken else f"{_at(record, path)} {id_}"
            record = with_value(record, path, f"{value} {len(path)}")
        elif taken:
            record = with_value(record, path, text)
    return record


def _at(record: Any, path: Path) -> object:  # noqa: ANN401 - any tree
    for step in path:
        record = record[step]
    return record
