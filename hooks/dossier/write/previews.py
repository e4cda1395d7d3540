"""What the small cards over links show, as one block of JSON at the end of a page's Markdown.

Only what the page links to is in it, each in at most a kilobyte, and no more altogether than the
page has room for: words go first, then the one line of what is linked to last.  Of events with a
content note there is only title and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from ..joined import Event
from ..model import Actor, Place
from . import links, wording
from .here import Here
from .render import json_inside

PAGE = 60_000
"""Bytes of HTML that a page may have."""
_FRAME, _SECTION, _NOTE = 9_600, 155, 120
"""Bytes that HTML has beyond a page's text: round it, for each heading, for each citation."""
_LONGEST = 240
"""Characters of what a card says in one place: four of them stay under a kilobyte."""
_HREF = re.compile(r'href="([^"]*)"|\]\(([^()\s]+)|\n\[[^\]\n]+\]:[ \t]*(\S+)')
"""Each part begins with a character of its own: a search then passes over the others at once."""

_ENTRY = re.compile(r'<li class="entry[^"]*" id="([^"]*)"')
"""An event in a list that says of it what its card would; the card is made from there."""


class Card(NamedTuple):
    """What a card shows, in this order in its row; what is not said is ""."""

    name: str
    what: str
    """Of an event its date in words, else the kind."""
    line: str
    """One line of our own on it."""
    tag: str | int
    """How many passages name it, or of an event what there is to say of its date."""
    form: str = ""
    """How sure the date is; events only."""
    passage: str = ""
    """``source:passage`` of the words."""
    words: str = ""
    """Of the evidence, as the event's page shows them."""

    def row(self) -> list[str | int]:
        row: list[str | int] = list(self)
        while row[-1] == "":
            row.pop()
        return row


def with_previews(text: str, here: Here, known: dict[str, Card | None] | None = None) -> str:
    """Return a page's Markdown with the cards of its links, where it links to anything.

    ``known`` keeps path of a page → its card, which is the same wherever it is shown.
    """
    found = {} if known is None else known
    targets = dict.fromkeys(_targets(text, here))
    told = {here.path, *(links.event_page(id_) for id_ in _ENTRY.findall(text))}
    paths = dict.fromkeys(path for path, _ in targets if path not in told)
    found |= {path: _card(path, here) for path in paths if path not in found}
    cards = {here.to(path): card for path in paths if (card := found[path])}
    passages = [spot for target in targets if (spot := _spot(*target, here))]
    if not cards and not passages:
        return text
    room = PAGE - _size(text)
    written = _fitting(cards, passages, here, room)
    if len(written.encode()) > room:
        written = _fitting(_nameless(cards, text), passages, here, room)
    return f'{text}\n<script type="application/json" id="previews">{written}</script>\n'


def _size(text: str) -> int:
    """Return about how many bytes of HTML a page's text becomes, rather too many than too few."""
    extra = _SECTION * text.count("\n## ") + _SECTION * text.count("\n### ")
    return _FRAME + len(text.encode()) + extra + _NOTE * text.count("[^")


def _targets(text: str, here: Here) -> Iterator[tuple[str, str]]:
    """Give (path of the file, anchor) of each address on a page that leads into the site."""
    for groups in dict.fromkeys(_HREF.findall(f"\n{text}")):
        target = links.target(here.path, "".join(groups))
        if target:
            yield target


def _fitting(cards: dict[str, Card], passages: list[tuple[str, str]], here: Here, room: int) -> str:
    """Return the cards as they are, else without words, else with all lines there is room for."""
    written = _written(cards, passages, here)
    if len(written.encode()) <= room:
        return written
    step, less = 1, _lessened(cards, 1)
    over = len(_written(less, passages, here).encode()) - room
    for card in reversed(less.values()):
        if over <= 0:
            break
        over -= _bytes(card) - _bytes(card._replace(line=""))
        step += 1
    return _written(_lessened(cards, step), passages, here)


def _bytes(card: Card) -> int:
    return len(json_inside(card.row()).encode())


def _nameless(cards: dict[str, Card], text: str) -> dict[str, Card]:
    """Return the cards without the names that a link of the page says: they come from there."""
    return {
        href: card._replace(name="") if f'"{href}">{escape(card.name)}</a>' in text else card
        for href, card in cards.items()
    }


def _lessened(cards: dict[str, Card], step: int) -> dict[str, Card]:
    """Return the cards without words, and without the lines of the last ``step`` - 1."""
    kept = len(cards) - (step - 1)
    return {
        href: Card(card.name, card.what, card.line if number < kept else "", card.tag, card.form)
        for number, (href, card) in enumerate(cards.items())
    }


def _written(cards: dict[str, Card], passages: list[tuple[str, str]], here: Here) -> str:
    spots = [card.passage for card in cards.values() if card.passage]
    sources = sorted({source for source, _ in passages} | {spot.split(":")[0] for spot in spots})
    told = {
        "report": here.lookup.report,
        "sources": {id_: _source(id_, here) for id_ in sources},
        "passages": {
            ":".join(spot): _fitted(here.lookup.guides.get(spot, "")) for spot in passages
        },
        "cards": _by_folder(cards),
    }
    return json_inside(told)


def _by_folder(cards: dict[str, Card]) -> dict[str, dict[str, list[str | int]]]:
    """Return cards under the part of the address that many share, and under the rest."""
    folders: dict[str, dict[str, list[str | int]]] = {}
    for href, card in cards.items():
        cut = href.rstrip("/").rfind("/") + 1
        folders.setdefault(href[:cut], {})[href[cut:]] = card.row()
    return folders


def _source(id_: str, here: Here) -> list[str]:
    """Return address, title, publisher and date, and the publisher's page, if it may be linked."""
    record = here.lookup.works[id_]
    date = wording.edtf_words(record.published) if record.published else None
    said = ", ".join(filter(None, [record.publisher, date]))
    url = record.url if record.url and links.is_web(record.url) else ""
    return [here.to(links.source_page(id_)), record.title, said, url]


def _spot(path: str, anchor: str, here: Here) -> tuple[str, str] | None:
    """Return the (source, passage) that an address leads to, if it leads to one."""
    source = path.removeprefix("sources/").removesuffix(".md")
    name = anchor.removeprefix(links.passage_anchor(""))
    if path != links.source_page(source) or here.lookup.passage(source, name) is None:
        return None
    return source, name


def _card(path: str, here: Here) -> Card | None:
    dossier, id_ = here.lookup.dossier, path.rpartition("/")[2].removesuffix(".md")
    if id_ in dossier.actors and path == links.actor_page(id_):
        return _named(dossier.actors[id_], here)
    if id_ in dossier.places and path == links.place_page(id_):
        return _named(dossier.places[id_], here)
    if id_ in dossier.events and path == links.event_page(id_):
        return _event(dossier.events[id_], here)
    return None


def _named(record: Actor | Place, here: Here) -> Card:
    kind = wording.capital(wording.kind(record.kind))
    states = [record.status or ""] if isinstance(record, Place) else []
    found = here.lookup.mentions.get(record.id, ())
    return Card(
        name=_fitted(record.title),
        what=_fitted("; ".join(filter(None, [kind, *states, "draft" if record.draft else ""]))),
        line=_fitted(record.description or ""),
        tag=len({(source, mention.passage) for source, mention in found}),
    )


def _event(event: Event, here: Here) -> Card:
    record, day = event.record, here.event_day(event)
    note = "content note" if record.graphic else None
    states = [day.label, note, "draft" if record.draft else None]
    card = Card(
        name=_fitted(record.title),
        what=day.words,
        line="" if record.graphic else _fitted(record.description or ""),
        tag=", ".join(filter(None, states)),
        form=day.form,
    )
    if record.graphic or not event.evidence:
        return card
    first = event.evidence[0]
    words = wording.quoted(first.quote)
    return card._replace(passage=f"{first.source}:{first.passage}", words=words)


def _fitted(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rpartition(' ')[0] or line[:_LONGEST]} …"
