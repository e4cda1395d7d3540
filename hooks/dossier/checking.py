"""What the checks share: what they look at, and how they report an id that names nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from .join import Records, Settings
from .joined import Dossier
from .model import PageRecord, Quote, SourceRecord, Where
from .problems import Problem, nearest, problem
from .values import SLUG, where_of

_CODES = {
    "actor": "unknown-actor",
    "place": "unknown-place",
    "event": "unknown-event",
    "source": "unknown-source",
}
_FOLDER = {"actor": "actors", "place": "places", "event": "timeline"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What every rule may look at."""

    records: Records
    dossier: Dossier
    settings: Settings
    ids: Mapping[str, str]
    """Every id that a file claims, broken ones too → its kind: actor, place, event or source."""
    config: str = "mkdocs.yml"

    def page(self, record: PageRecord, key: str = "title") -> Where:
        return record.keys.get(key, Where(f"docs/{record.path}"))

    def source(self, record: SourceRecord, key: str = "title") -> Where:
        return record.keys.get(key, Where(record.path))

    def known(self, kind: str) -> list[str]:
        """Return the ids of a kind."""
        return [id_ for id_, its in self.ids.items() if its == kind]

    def titled(self, words: str) -> str | None:
        """Return the id of what has these words, as a slug, for its title or one of its names."""
        named = (*self.records.actors.values(), *self.records.places.values())
        names = [(name.text, record.id) for record in named for name in record.names]
        # What somebody is called as well may be another's name.
        names += [(name.text, record.id) for record in named for name in record.also]
        for name, id_ in names:
            if _same(name, words):
                return id_
        events, sources = self.records.events, self.records.sources
        titles = {id_: event.title for id_, event in events.items()}
        titles |= {id_: source.title for id_, source in sources.items()}
        return next((id_ for id_, title in titles.items() if _same(title, words)), None)


def _same(name: str, words: str) -> bool:
    return name.casefold().replace(" ", "-") == words.casefold().replace(" ", "-")


Rule = Callable[[Checked], Iterator[Problem]]


def a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ae" else f"a {kind}"


def unknown(checked: Checked, id_: str, kind: str, where: Where) -> Iterator[Problem]:
    """Report an id that names nothing of the kind wanted."""
    found = checked.ids.get(id_)
    if found == kind:
        return
    at, code = where_of(id_, where), _CODES[kind]
    if found:
        yield problem(at, f"‘{id_}’ is {a(found)}, not {a(kind)}", f"name {a(kind)} here", code)
        return
    yield problem(at, f"there is no {kind} ‘{id_}’", remedy_for(checked, id_, kind), code)


def remedy_for(checked: Checked, id_: str, kind: str) -> str:
    """Return the nearest id of a kind, or how to make the one that is not there."""
    options = checked.known(kind)
    titled = checked.titled(id_)
    near = titled if titled in options else nearest(id_, options)
    if near:
        return f"did you mean ‘{near}’?"
    make = f"seeds/{id_}.yml" if kind == "source" else f"docs/{_FOLDER[kind]}/{id_}.md"
    if SLUG.fullmatch(id_):
        return f"make {make} (‘dossier new {kind} {id_}’)"
    return f"write the name of a file in {make.rsplit('/', 1)[0]}/"


def near_miss(checked: Checked, key: str, value: str, where: Where) -> Iterator[Problem]:
    """Report what may be words or an id, where it is all but an id."""
    if not SLUG.fullmatch(value) or value in checked.ids:
        return
    near = nearest(value, checked.ids)
    if near and SequenceMatcher(None, near, value).ratio() > 0.8:
        what, remedy = f"‘{key}’ is ‘{value}’, which is no id", f"did you mean ‘{near}’?"
        yield problem(where_of(value, where), what, remedy, "unknown-actor")


def textless(checked: Checked, quote: Quote) -> Iterator[Problem]:
    """Report a quotation of a work that has no text here."""
    record = checked.records.sources.get(quote.source)
    if record and record.text is None:
        what = f"‘{quote.source}’ is a work whose text we do not hold"
        remedy = (
            "cite it under other_sources or as ‘work:’ of a statement;"
            " evidence is words of a text in seeds/"
        )
        yield problem(where_of(quote.source, quote.where), what, remedy, "no-text")
