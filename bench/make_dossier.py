"""Makes a dossier of any size out of invented words: the same arguments give the same files.

Usage: python bench/make_dossier.py FOLDER [RECORDS]; the folder must be new.  A story is one report
with the people, places and events it tells of.  It also names an agency and a capital that other
stories name too, so that a few pages gather much and most gather little, as in real reports.
"""

# ruff: noqa: INP001 -- a command, not a module
from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVENTS = 12
A_STORY = 20
"""Pages of a story: its source, five actors, two places, the events."""
LEAST = A_STORY - EVENTS + 2
"""Pages of the smallest story, of two events."""
FIRST_DAY = date(2011, 1, 6)
AGENCIES, CAPITALS = 12, 20
"""Of so many stories the first actor, or place, is known in the others too."""

ONSETS = "b br d dr f fl g gr h j k kl l m n p pl r s sk st t tr v z".split()
VOWELS = "a e i o u ai ei".split()
CODAS = "l m n r s k nd rn lt sk rd th v".split()
CYRILLIC = str.maketrans("abcdefghijklmnoprstuvwz", "абкдефгхийклмнопрстуввз")

KINDS = ("news agency", "person", "person", "company", "armed group")
ENDINGS = ("Telegraph", "", "", "Works", "Column")
DEEDS = (
    ("{who} closed the road to {where} on {day}.", "closed the road to {where}"),
    ("{who} opened a depot near {where} on {day}.", "opened a depot near {where}"),
    ("{who} surveyed the harbour of {where} last week.", "surveyed the harbour of {where}"),
    ("{who} left {where} in {month}.", "left {where}"),
    ("{who} halted work in {where} overnight.", "halted work in {where}"),
    ("{who} met envoys at {where} on {day}.", "met envoys at {where}"),
)
CLAIMS = (
    ("about {n} families had moved away", "about {n} families", "How many moved?"),
    ("more than {n} trucks were counted", "more than {n} trucks", "How many trucks were there?"),
    ("nearly {n} people took part", "nearly {n} people", "How many took part?"),
    ("the bridge would reopen in {n} days", "reopen in {n} days", "What is next?"),
)
FILLERS = (
    "Shops in the lower quarter stayed shut, and few boats went out.",
    "The mill above the weir has stood empty for as long as anyone there can recall.",
    "Rain has made the tracks to the upper farms hard to use, and carts were seen turning back.",
    "A clerk pinned a list to the door of the hall, where a small crowd read it in silence.",
    "Prices for salt and lamp oil went up, then came down again as more of both arrived by river.",
    "Older residents keep a ledger of such disputes, written by several hands and in two inks.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "August", "October", "November")


def word(number: int) -> str:
    """Return the number's own invented word; the first 300,000 or so differ."""
    syllables = len(ONSETS) * len(VOWELS)
    rest, coda = divmod(number * 7919 % (syllables * syllables * len(CODAS)), len(CODAS))
    written = ""
    for syllable in divmod(rest, syllables):
        vowel, onset = divmod(syllable, len(ONSETS))
        written += ONSETS[onset] + VOWELS[vowel]
    return (written + CODAS[coda]).capitalize()


def actor(story: int, at: int) -> str:
    own = word(10 * story + at)
    return f"{own} {ENDINGS[at] or word(100_000 + 10 * story + at)}"


def place(story: int, at: int) -> str:
    return f"{word(10 * story + 5 + at)} {('Valley', 'Cross')[at]}"


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def published(story: int) -> date:
    return FIRST_DAY + timedelta(days=3 * story % 4000)


def event_id(story: int, at: int) -> str:
    return f"event-{story}-{at}"


def told(story: int, at: int) -> dict[str, str]:
    """Return what an event of a story is made of."""
    where = place(story % CAPITALS, 0) if at in (4, 5) else place(story, at // len(DEEDS))
    speaker = actor(story % AGENCIES, 0) if at % 3 else actor(story, 1 + at % 4)
    values = {
        "who": actor(story, 1 + (at + 1) % 4),
        "where": where,
        "day": DAYS[(story + at) % 7],
        "month": MONTHS[(story + at) % 8],
        "n": str(20 + 3 * at + story % 50),
        "speaker": speaker,
    }
    keys = ("deed", "quote", "claim", "claimed", "about")
    texts = (*DEEDS[at % len(DEEDS)], *CLAIMS[at % len(CLAIMS)])
    return values | {key: text.format(**values) for key, text in zip(keys, texts, strict=True)}


# --- A story's files ------------------------------------------------------------------


def stories(records: int) -> Iterator[tuple[int, int]]:
    """Yield (story, events): the last has no more records of events than make up the number."""
    whole, rest = divmod(max(records, LEAST), A_STORY)
    yield from ((story, EVENTS) for story in range(whole))
    if rest >= LEAST:
        yield whole, EVENTS - (A_STORY - rest)


def files(story: int, events: int) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of each file of a story."""
    text, record = source(story)
    yield f"seeds/{report(story)}.txt", text
    yield f"seeds/{report(story)}.yml", record
    for at in range(len(KINDS)):
        yield f"docs/actors/{slug(actor(story, at))}.md", actor_page(story, at)
    for at in range(2):
        yield f"docs/places/{slug(place(story, at))}.md", place_page(story, at)
    for at in range(events):
        yield f"docs/timeline/{event_id(story, at)}.md", event_page(story, at)


def report(story: int) -> str:
    return f"report-{story}"


def source(story: int) -> tuple[str, str]:
    title = f"{actor(story, 4)} and {place(story, 0)}"
    blocks = [title, f"Reports from {place(story, 0)} and {place(story, 1)} differ."]
    for at in range(EVENTS):
        made = told(story, at)
        said = "{speaker} said on {day} that {claim}.".format(**made)
        blocks.append(f"{made['deed']} {said} {FILLERS[(story + at) % len(FILLERS)]}")
    record = {
        "title": title,
        "publisher": f"The {word(200_000 + story % 40)} Courier",
        "url": f"https://courier.example/{story}",
        "published": str(published(story)),
        "publish": "quotations",
        "quote_limit": "0.60",
        "parts": "{title: 1}",
        "passages": "",
    }
    for at in range(EVENTS):
        record[f"  {at + 2}"] = f"{{guide: What {told(story, at)['who']} did.}}"
    return "\n\n".join(blocks) + "\n", _lines(record)


def actor_page(story: int, at: int) -> str:
    name, near = actor(story, at), actor(story, (at + 1) % len(KINDS))
    record = {"title": name, "kind": KINDS[at], "names": f"[{name}]"}
    if at % 2:
        record["also"] = f"[{{text: {name.lower().translate(CYRILLIC).title()}, lang: ru}}]"
    record["description"] = f"Named in a report from {place(story, 0)}."
    return _page(
        record,
        f"{name} is known from {place(story, 0)}, where [{near}](./{slug(near)}.md) was too."
        f"[^{report(story)}:3]",
        "## What is told",
        f"Of {place(story, 1)} and {actor(story % AGENCIES, 0)} there is more in the"
        f" [first event](../timeline/{event_id(story, 0)}.md).[^{report(story)}:4]",
    )


def place_page(story: int, at: int) -> str:
    name = place(story, at)
    lat, lon = 40 + story * 7 % 1000 / 100, 10 + story * 13 % 2000 / 100 + at / 50
    record = {"title": name, "kind": "town", "names": f"[{name}]"}
    record |= {"part_of": slug(place(story, 0))} if at else {}
    record["location"] = f"{{lat: {lat:.2f}, lon: {lon:.2f}, precision: city, radius_km: 5}}"
    return _page(record, f"{name} lies where {actor(story, 4)} was.[^{report(story)}:5]")


def event_page(story: int, at: int) -> str:
    made = told(story, at)
    record = {
        "title": "{who} at {where}, ".format(**made) + f"{story}.{at}",
        "evidence": f'[{{source: {report(story)}, quote: "{made["quote"]}"}}]',
        "statements": "",
        "  - evidence": f'{{source: {report(story)}, quote: "{made["claimed"]}"}}',
        "    about": made["about"],
    }
    before = f"[the one before](./{event_id(story, at - 1)}.md)" if at else "none before"
    cited = f"[^{report(story)}:{at + 2}]"
    return _page(
        record,
        "{who} was at {where}; {speaker} told of it.".format(**made) + cited,
        "## What came before",
        f"Of the same report there is {before}; of {actor(story, 3)} no more is known.{cited}",
    )


def _page(record: dict[str, str], *prose: str) -> str:
    return f"---\n{_lines(record)}---\n" + "\n\n".join(prose) + "\n"


def _lines(record: dict[str, str]) -> str:
    return "".join(f"{key}: {value}".rstrip() + "\n" for key, value in record.items())


# --- The whole ------------------------------------------------------------------------


def make(folder: Path, records: int) -> None:
    """Write a project of about ``records`` records, with this project's settings and theme."""
    for part in ("theme", "assets"):
        shutil.copytree(ROOT / "docs" / part, folder / "docs" / part)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("hooks/mkdocs_hooks.py", f"{ROOT}/hooks/mkdocs_hooks.py")
    settings = re.sub(r"(?m)^    event: \S+", f"    event: {event_id(0, 0)}", settings)
    settings = re.sub(r"(?m)^(site_\w+): .*", r"\1: ''", settings)
    settings = settings.replace("site_name: ''", "site_name: A dossier of any size")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for story, events in stories(records):
        for path, text in files(story, events):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    given = sys.argv[1:]
    is_right = len(given) in (1, 2) and all(map(str.isdecimal, given[1:]))
    if not is_right or Path(given[0]).exists():
        sys.exit("Usage: python bench/make_dossier.py FOLDER [RECORDS]; the folder must be new")
    make(Path(given[0]), int(given[1]) if given[1:] else 1000)
