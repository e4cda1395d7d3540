"""Makes draft records for what a source names or dates and no page covers yet.

A draft is an ordinary record, marked, with its evidence, and goes through the same joins; its
id comes from the words it stands for, so that it is the same at every build.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from . import edtf
from .join import Records
from .joined import Reading
from .locate import fold, fold_passages, locate
from .model import (
    Actor,
    EventRecord,
    Name,
    NamedRecord,
    Place,
    Proposal,
    Quote,
    Sentence,
    Speech,
    StatementRecord,
    TimeExpression,
    Where,
)
from .proposals.apposition import kind_of_noun
from .speech.datelines import behind_dateline
from .values import SLUG

FEW = 4
"""Words of a draft's quotes: one fewer than a run that counts as shown, so that drafts alone never
break a source's limit; more only where fewer are not found once."""
MOST = 16


_SPELLED = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)
"""Latin letters that are no plain letter with a mark."""


def draft_records(records: Records, readings: Mapping[str, Reading]) -> Records:
    """Return the records with drafts added for what no page covers."""
    taken = {*records.actors, *records.places, *records.events, *records.sources, "index", "readme"}
    actors, places = dict(records.actors), dict(records.places)
    names = {name.text for record in (*actors.values(), *places.values()) for name in record.names}
    for reading in readings.values():
        for proposal in reading.proposals:
            if proposal.name in names:
                continue
            names.add(proposal.name)
            if proposal.kind == "place":
                place = _place(proposal, reading, taken)
                places[place.id] = place
            else:
                actor = _actor(proposal, reading, taken)
                actors[actor.id] = actor
    for actor in _called(records, {**actors, **places}):
        actors[actor.id] = actor
    named = replace(records, actors=actors, places=places)
    events = dict(records.events)
    quotes = _quotes(records)
    for reading in readings.values():
        for event in _events(named, reading, quotes.get(reading.source, ()), taken):
            events[event.id] = event
    return replace(named, events=events)


def _slug(text: str, taken: set[str], otherwise: str = "unnamed") -> str:
    """Return a free identifier made of a text's letters and digits, if they are Latin ones."""
    spelled = text.lower().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:60].strip("-") or otherwise
    slug, number = base, 1
    while slug in taken or not SLUG.fullmatch(slug):
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug


# --- Actors and places ----------------------------------------------------------------


def _prose(proposal: Proposal, reading: Reading) -> str:
    """Return one sentence that says where the name stands, each passage cited."""
    passages = list(dict.fromkeys(passage for passage, _, _ in proposal.spans))
    cited = "".join(f"[^{reading.source}:{passage}]" for passage in passages)
    where = "passage" if len(passages) == 1 else "passages"
    return f"Named in {where} {', '.join(passages)} of the report.{cited}\n"


def _common(
    proposal: Proposal, reading: Reading, folder: str, taken: set[str]
) -> dict[str, object]:
    id_ = _slug(proposal.name, taken, otherwise=proposal.kind)
    title = " ".join(proposal.name.split())
    return {
        "id": id_,
        "path": f"{folder}/{id_}.md",
        "title": title,
        "body": _prose(proposal, reading),
        "body_line": 1,
        "description": "A draft made from the report alone.",
        "draft": True,
        "names": tuple(
            dict.fromkeys(Name(" ".join(reading.text[s:e].split())) for s, e in _forms(proposal))
        )
        or (Name(title),),
    }


def _forms(proposal: Proposal) -> Iterator[tuple[int, int]]:
    for _, start, end in proposal.spans:
        yield start, end


NOT_STATED = "kind not stated"
_KIND_ENDS = re.compile(r"\s+(?:of|in|for|at|on|from|with|who|which|that)\b.*|[,;:].*", re.DOTALL)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def _kind(proposal: Proposal) -> str:
    """Return what the text calls it, cut to the noun: "the director of …" is a director."""
    words = _ARTICLE.sub("", _KIND_ENDS.sub("", proposal.what or ""))
    return " ".join(words.split()[-3:]) or _kind_in_name(proposal) or NOT_STATED


def _kind_in_name(proposal: Proposal) -> str | None:
    """Return what its name says that it is: the Homeland Party, the University of Harn."""
    words = proposal.name.casefold().split()
    of = next((n for n, word in enumerate(words) if word in ("of", "for") and n), len(words))
    said = words[of - 1]
    fits = kind_of_noun(said) == proposal.kind and len(words) > 1 and not proposal.person
    return said if fits else None


def _actor(proposal: Proposal, reading: Reading, taken: set[str]) -> Actor:
    """Return the draft of an actor; a mayor is a person, and what the text says of one is told."""
    common, kind = _common(proposal, reading, "actors", taken), _kind(proposal)
    if kind_of_noun(kind.rsplit(" ", 1)[-1].casefold()) == "person":
        common["description"] = f"“{kind}” in the report, from which alone this draft is made."
        kind = "person"
    elif proposal.person and kind == NOT_STATED:
        kind = "person"
    return Actor(**common, kind=kind)  # type: ignore[arg-type]


def _place(proposal: Proposal, reading: Reading, taken: set[str]) -> Place:
    return Place(**_common(proposal, reading, "places", taken), kind=_kind(proposal))  # type: ignore[arg-type]


def _called(records: Records, known: Mapping[str, NamedRecord]) -> Iterator[Actor]:
    """Make an actor of each that a source's record calls something and nothing else names.

    Only where nobody has written a page about an actor yet: with pages there, an unknown id is
    more likely a slip, and is reported.
    """
    if records.actors:
        return
    for source in records.sources.values():
        for id_, descriptions in sorted(source.called.items()):
            if id_ not in known and descriptions:
                title = descriptions[0][:1].upper() + descriptions[0][1:]
                yield Actor(
                    id=id_,
                    path=f"actors/{id_}.md",
                    title=title,
                    body="The report describes it and gives no name that is known here.\n",
                    body_line=1,
                    description="A draft made from the report alone.",
                    draft=True,
                    kind="described, not named",
                )


# --- Events ---------------------------------------------------------------------------


def _quotes(records: Records) -> dict[str, list[Quote]]:
    """Return source → the quotes of it that events and what is said of them rest on."""
    found: dict[str, list[Quote]] = {}
    for event in records.events.values():
        spoken = [s.evidence for s in event.statements if s.evidence]
        for quote in (*event.evidence, *spoken):
            found.setdefault(quote.source, []).append(quote)
    return found


def _events(
    records: Records, reading: Reading, quotes: Sequence[Quote], taken: set[str]
) -> Iterator[EventRecord]:
    """Make an event of each sentence of the body that gives a date and is no event's evidence."""
    folded = fold_passages(reading.text, reading.passages)
    located = (locate(quote, reading.text, folded)[0] for quote in quotes)
    covered = [(found.start, found.end) for found in located if found]
    for passage in reading.passages:
        if passage.role != "body":
            continue
        for number, sentence in enumerate(passage.sentences, 1):
            begin = behind_dateline(reading.text, sentence.start, sentence.end)
            times = [
                t
                for t in reading.times
                if begin <= t.start < sentence.end and t.edtf and t.type in ("DATE", "TIME")
            ]
            if times and not any(s < sentence.end and sentence.start < e for s, e in covered):
                event = _event(records, reading, sentence, number, times)
                if event and event.id not in taken:
                    yield event


def _event(
    records: Records,
    reading: Reading,
    sentence: Sentence,
    number: int,
    times: Sequence[TimeExpression],
) -> EventRecord | None:
    saying = {(s.said.start, s.said.end): s for s in reading.speeches if s.said}
    own = [t for t in times if (t.start, t.end) not in saying]
    time = (own or list(times))[0]
    speech = saying.get((time.start, time.end))
    within = _beside(sentence, time, speech) if speech else (sentence.start, sentence.end)
    quote = _quote(reading, sentence.passage, within, (time.start, time.end))
    if quote is None:
        return None
    cited = f"[^{reading.source}:{sentence.passage}]"
    id_ = f"{reading.source}-{sentence.passage}-{number}"
    return EventRecord(
        id=id_,
        path=f"timeline/{id_}.md",
        title=_title(records, reading, sentence, [t for t in own or times if _holds(quote, t)]),
        body=f"Told in passage {sentence.passage} of the report.{cited}\n",
        body_line=1,
        description="A draft made from the report alone.",
        draft=True,
        evidence=(quote,),
        statements=tuple(_statements(reading, sentence, id_)),
    )


def _beside(sentence: Sentence, time: TimeExpression, speech: Speech) -> tuple[int, int]:
    """Return the stretch around a time of saying that holds nothing of what was said.

    Quoted alone, it dates the saying: the draft is then about that.
    """
    before = [end for start, end in speech.content if end <= time.start]
    after = [start for start, end in speech.content if start >= time.end]
    return max(before, default=sentence.start), min(after, default=sentence.end)


def _holds(quote: Quote, time: TimeExpression) -> bool:
    return fold(" ".join(time.text.split())).text in quote.quote


def _title(
    records: Records, reading: Reading, sentence: Sentence, times: Sequence[TimeExpression]
) -> str:
    """Name the sentence by those it names and its date: a title that claims nothing."""
    known = {**records.actors, **records.places}
    named = {m.start: known[m.entity].title for m in reading.mentions if m.entity in known}
    for proposal in reading.proposals:
        named.update((start, " ".join(proposal.name.split())) for _, start, _ in proposal.spans)
    inside = [
        title for start, title in sorted(named.items()) if sentence.start <= start < sentence.end
    ]
    who = ", ".join(list(dict.fromkeys(inside))[:3]) or f"Passage {sentence.passage}"
    days = dict.fromkeys(edtf.in_words(time.edtf or "") for time in times)
    return f"{who}: {', '.join(days)}"


def _quote(
    reading: Reading, passage: str, within: tuple[int, int], wanted: tuple[int, int]
) -> Quote | None:
    """Return a few words around the span ``wanted``, found once in the text."""
    low, high = within
    words = [(m.start() + low, m.end() + low) for m in re.finditer(r"\S+", reading.text[low:high])]
    inside = [i for i, (s, e) in enumerate(words) if s < wanted[1] and wanted[0] < e]
    if not inside:
        return None
    folded = fold_passages(reading.text, reading.passages)
    for size in range(max(len(inside), FEW), MOST):
        last = min(len(words), max(inside[-1] + 1, inside[0] + size))
        first = max(0, min(inside[0], last - size))
        text = " ".join(reading.text[words[first][0] : words[last - 1][1]].split())
        quote = Quote(reading.source, fold(text.strip(" ,;.")).text, passage, Where("draft"))
        found, _ = locate(quote, reading.text, folded)
        if found:
            return replace(quote, quote=found.quote)
    return None


def _statements(reading: Reading, sentence: Sentence, event: str) -> Iterator[StatementRecord]:
    """Make a statement of each speech in the sentence, by the first words of its content."""
    empty = StatementRecord(*(None,) * 12, where=Where("draft"))
    inside = [s for s in reading.speeches if sentence.start <= s.start < sentence.end and s.content]
    for number, speech in enumerate(inside, 1):
        start, end = speech.content[0]
        words = re.match(rf"\S+(?:\s+\S+){{0,{FEW - 1}}}", reading.text[start:end].lstrip())
        if not words:
            continue
        first = start + (end - start - len(reading.text[start:end].lstrip()))
        within = (sentence.start, sentence.end)
        quote = _quote(reading, sentence.passage, within, (first, first + len(words[0])))
        if quote:
            yield replace(empty, id=f"{event}.{number}", evidence=quote, about=None)
