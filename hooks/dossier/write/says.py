"""Who says what: every statement by the question it answers; then those nobody stands behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..joined import Statement
from . import links
from .claims import figure_families
from .essays import headed
from .here import Claim, Here, Link
from .page import Page
from .render import block, heading
from .runs import LONG, Run, by_time, first_day, links_to

NOBODY = "Reported without a speaker"


@dataclass(frozen=True, slots=True)
class Row:
    claim: Claim
    doer_open: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """Rows of a table that belong together, and what is said over them."""

    rows: tuple[Row, ...]
    band: str | None = None
    """Why they cannot be compared with those before."""
    against: str | None = None
    anchor: str | None = None
    since: str | None = None
    """Of a long table: when the events are that they are about."""


def statements_page(here: Here) -> Page:
    every = in_order(here)
    spoken = [s for s in every if s.voice == "speaker"]
    questions = by_question(spoken, here)
    parts: list[str] = []
    jumps = [Link(title, f"#{anchor(index)}") for index, title in enumerate(questions)]
    unnamed = [s for s in every if s.voice == "unnamed"]
    own = [s for s in every if s.voice == "source"]
    if unnamed:
        jumps.append(Link(NOBODY, "#without-a-speaker"))
    if own:
        jumps.append(Link(_own(here), "#own-voice"))
    if len(jumps) > 1:
        parts.append(block("jumps", jumps=jumps, label="Questions"))
    for index, (title, found) in enumerate(questions.items()):
        parts += [
            heading(title, anchor(index)),
            *_table(_bodies(found, here), title, anchor(index), here),
        ]
    if unnamed:
        parts.append(heading(NOBODY, "without-a-speaker"))
        parts += _table(_plain(unnamed, here), NOBODY, "without-a-speaker", here)
    if own:
        parts.append(heading(_own(here), "own-voice"))
        parts += _table(_plain(own, here), _own(here), "own-voice", here)
    if not every:
        parts.append(block("sentence", text="No statement is recorded yet."))
    parts.append(block("method_line", method=here.to(links.METHOD)))
    return headed(
        here,
        "Who says what",
        "Every statement, by the question it answers",
        tuple(parts),
        description="Who says what, through whom, when, and on which words: by question.",
    )


def in_order(here: Here) -> list[Statement]:
    """Return all statements: those on the main event first, then event by event in time."""
    events = here.lookup.dossier.events.values()
    main = here.lookup.dossier.event
    return [s for e in sorted(events, key=lambda e: e.id != main) for s in e.statements]


def anchor(index: int) -> str:
    return f"question-{index + 1}"


def _own(here: Here) -> str:
    return f"{here.lookup.own_voice}, no source"


def by_question(statements: list[Statement], here: Here) -> dict[str, list[Statement]]:
    """Return statements under the question they answer, or under their event's title."""
    questions: dict[str, list[Statement]] = {}
    for statement in statements:
        title = statement.about or here.lookup.title(statement.event)
        questions.setdefault(title, []).append(statement)
    return questions


# --- Tables ---------------------------------------------------------------------------


def _plain(statements: Sequence[Statement], here: Here) -> list[Body]:
    return [Body(tuple(Row(here.claim(s)) for s in statements))] if statements else []


def _bodies(statements: list[Statement], here: Here) -> list[Body]:
    """Return statements with the figures among them in bands of rivals."""
    families = figure_families([s for s in statements if s.figure], here)
    return [
        *_plain([s for s in statements if not s.figure], here),
        *(
            Body(tuple(Row(f.claim, f.doer_open) for f in family.rows), family.band, family.against)
            for family in families
        ),
    ]


def _table(bodies: list[Body], label: str, at: str, here: Here) -> list[str]:
    """Return a table of statements; over a long one, links to its events' years and months."""
    template = "own_voice" if at == "own-voice" else "statements"
    shown: list[Body] = []
    jumps: list[tuple[Link, list[Link]]] = []
    for number, body in enumerate(bodies):
        base = f"{at}-{number + 1}" if jumps else at
        main, runs = _in_time(body, here)
        if len(runs) < 2:
            shown.append(body)
            continue
        jumps += links_to(runs, base)
        shown += _parted(body, main, runs, base)
    many = sum(len(body.rows) for body in bodies) > LONG
    table = block(template, label=label, bodies=shown, many=many)
    return [block("runs", rows=jumps, label=f"{label}: by time"), table] if jumps else [table]


def _in_time(body: Body, here: Here) -> tuple[tuple[Row, ...], list[Run[Row]]]:
    """Return the rows on the main event, which come first, and all others by when theirs began."""
    dossier = here.lookup.dossier

    def event(row: Row) -> str:
        return dossier.statements[row.claim.id].event

    def begins(row: Row) -> date | None:
        return first_day(dossier.events[event(row)])

    main = tuple(row for row in body.rows if event(row) == dossier.event)
    return main, by_time([row for row in body.rows if event(row) != dossier.event], begins)


def _parted(body: Body, main: tuple[Row, ...], runs: list[Run[Row]], base: str) -> Iterator[Body]:
    if main or body.band:
        yield replace(body, rows=main)
    for run in runs:
        words = f"of {run.title}" if run.title.isdigit() else run.title[0].lower() + run.title[1:]
        yield Body(run.items, anchor=f"{base}-{run.key}", since=f"Events {words}")
