"""What templates are given: links, dates, evidence and claims, as seen from one page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..joined import Dated, Event, Evidence, Statement
from ..model import Figure, Name, Passage
from . import links, wording
from .lookup import Lookup
from .options import Options

ELSEWHERE = "date from other works"
"""What is said of a date that no source read here gives, though one tells of the event."""


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str | None
    """None where there is no page to lead to."""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The small mark with the passage's number."""

    text: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of a source, where they stand, and the publisher's page at these words."""

    quote: str
    lang: str
    mark: Mark
    source: Link
    publisher: Link


@dataclass(frozen=True, slots=True)
class Day:
    words: str
    machine: str | None
    form: str
    """``exact``, ``span``, ``carried``, ``hollow`` or ``none``."""
    label: str | None
    """What the form says, in words; None for an exact date of the source's own."""
    expression: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: who, through whom, when, what, on which words."""

    id: str
    href: str
    voice: str
    speaker: Link
    probably: bool
    via: Link | None
    said: Day | None
    figure: str | None
    counted: str | None
    joint: str
    """What stands between a number in words and what it counts: "hundreds" of "bombs"."""
    direct: bool
    proof: Proof | None
    work: Link | None
    note: str | None
    event: Link
    hidden: bool
    """Belongs to an event with a content note: its words stand on that event's page only."""


def _lasting(figure: Figure) -> bool:
    """Say whether a figure counts a time, so that its unit says of what: "years (age)"."""
    return (figure.counts or "").casefold() in wording.TIMES


@dataclass(frozen=True, slots=True)
class Here:
    """One page looking at the rest of the site."""

    lookup: Lookup
    options: Options
    path: str

    def to(self, path: str, anchor: str | None = None) -> str:
        return links.href(self.path, path, anchor, directory_urls=self.options.directory_urls)

    def link(self, id_: str, text: str | None = None) -> Link:
        """Return the link to what an id names; of other words, the words alone."""
        page = self.lookup.page(id_)
        anchor = id_ if id_ in self.lookup.dossier.statements else None
        record = self.lookup.record(id_)
        source = self.lookup.works.get(id_)
        return Link(
            text or (wording.cited(source) if source else self.lookup.title(id_)),
            self.to(page, anchor) if page else None,
            draft=bool(record and record.draft),
        )

    def mark(self, source: str, passage: str) -> Mark:
        name = passage if not passage.isdigit() else f"passage {passage}"
        letter = self._letter(source)
        of = f" of {self.lookup.title(source)}" if letter else ""
        return Mark(
            f"{letter}{passage}",
            f"{wording.capital(name)}{of}",
            self.to(links.source_page(source), links.passage_anchor(passage)),
        )

    def _letter(self, source: str) -> str:
        """Return what tells the passages of several sources apart: A, B and so on."""
        held = self.lookup.texts()
        if len(held) < 2 or source not in held:
            return ""
        return chr(ord("A") + held.index(source)) if len(held) <= 26 else f"{source} "

    def proof(self, evidence: Evidence) -> Proof:
        record = self.lookup.works[evidence.source]
        return Proof(
            wording.quoted(evidence.quote),
            record.language,
            self.mark(evidence.source, evidence.passage),
            self.link(evidence.source),
            self.publisher(evidence.source, wording.quoted(evidence.quote).removesuffix(" …")),
        )

    def publisher(self, source: str, words: str = "") -> Link:
        """Return the link to the publisher's page, at ``words`` where there are any."""
        record = self.lookup.works[source]
        name = record.publisher or record.title
        if not record.url or not links.is_web(record.url):
            return Link(name, None)
        return Link(name, links.text_fragment(record.url, words))

    def passage_there(self, source: str, passage: Passage) -> Link:
        """Return the link to the publisher's page, where a passage begins."""
        found, url = self.publisher(source), self.lookup.works[source].url
        text = self.lookup.dossier.readings[source].text
        if not url or found.href is None:
            return found
        return Link(found.text, links.passage_fragment(url, text, passage.start, passage.end))

    def event_day(self, event: Event) -> Day:
        """Return the best supported date of an event."""
        elsewhere = wording.dated_elsewhere(event)
        day = self.day(event.date, in_sources=event.in_sources, elsewhere=elsewhere)
        return replace(day, words=wording.under_way(day.words)) if event.record.ongoing else day

    def day(self, dated: Dated | None, *, in_sources: bool = True, elsewhere: bool = False) -> Day:
        form = wording.certainty(dated, in_sources=in_sources, elsewhere=elsewhere)
        if dated is None:
            return Day("no date", None, form, None, None, None)
        return Day(
            wording.edtf_words(dated.edtf),
            wording.machine_date(dated.edtf),
            form,
            ELSEWHERE if elsewhere and in_sources else self.label(form),
            wording.quoted(dated.expression) if dated.expression else None,
            dated.why or None,
        )

    def label(self, form: str) -> str | None:
        return {
            "carried": "by context",
            "hollow": f"not in {self.lookup.report}",
        }.get(form)

    def claim(self, statement: Statement) -> Claim:
        event = self.lookup.dossier.events[statement.event]
        page = links.event_page(statement.event)
        figure = statement.figure
        return Claim(
            id=statement.id,
            href=self.to(page, statement.id),
            voice=statement.voice,
            speaker=self.speaker(statement),
            probably=statement.voice == "speaker" and statement.speaker_basis == "carried",
            via=self._via(statement),
            said=self.day(statement.said) if statement.said else None,
            figure=self.figure(statement) if figure else None,
            counted=self.counted(statement) if figure else None,
            joint="of" if figure and wording.in_hundreds(self.figure(statement)) else "",
            direct=statement.direct,
            proof=self.proof(statement.evidence) if statement.evidence else None,
            work=self.link(statement.work) if statement.work else None,
            note=statement.note,
            event=self.link(statement.event),
            hidden=event.record.graphic and self.path != page,
        )

    def _via(self, statement: Statement) -> Link | None:
        """Return through whom it reached us: whom a source names, else who published the work."""
        if statement.via:
            return self.link(statement.via)
        work = self.lookup.works.get(statement.work or "")
        if work is None or not work.publisher or statement.voice == "source":
            return None
        return Link(work.publisher, None)

    def speaker(self, statement: Statement) -> Link:
        """Return who says it: an actor, the source itself, or how it puts one it does not name."""
        if statement.voice == "source":
            return Link(self.own_voice(statement.source), None)
        if statement.speaker:
            return self.link(statement.speaker)
        said = statement.speaker_text
        if statement.voice == "unnamed":
            return Link(f"Not named (“{wording.quoted(said)}”)" if said else "Not named", None)
        return Link(wording.quoted(said) if said else wording.capital(wording.NOT_STATED), None)

    def own_voice(self, source: str) -> str:
        if len(self.lookup.texts()) == 1 and source in self.lookup.texts():
            return f"{wording.capital(self.lookup.report)} itself"
        record = self.lookup.works[source]
        return f"{record.publisher or wording.title(record)} itself"

    def figure(self, statement: Statement) -> str:
        reading = self.lookup.dossier.readings.get(statement.source)
        if statement.figure is None:
            return ""
        said = wording.figure_words(statement.figure, reading.text if reading else "")
        unit = statement.figure.unit
        measured = unit and unit != statement.figure.counts and not _lasting(statement.figure)
        return f"{said} {unit}" if measured else said

    def counted(self, statement: Statement) -> str:
        """Return what a figure counts: "deaths: Islamic State"."""
        figure = statement.figure
        if figure is None:
            return ""
        what = figure.counts
        if what and figure.unit and _lasting(figure):
            what = f"{what} ({figure.unit})"
        of = self.lookup.title(figure.of) if figure.of else None
        return f"{what or 'what is counted is not stated'}{f': {of}' if of else ''}"

    def around(self, id_: str) -> tuple[Link | None, Link | None]:
        """Return the links to what comes before and after an actor, a place or an event."""
        before, after = self.lookup.around[id_]
        return self.link(before) if before else None, self.link(after) if after else None

    def name(self, id_: str) -> str:
        return self.lookup.title(id_)

    def others(self, names: tuple[Name, ...], title: str) -> list[Name]:
        """Return the names beside the title."""
        return [name for name in names if name.text != title]
