"""Who says what: every statement by the question it answers; then those nobody stands behind."""

from __future__ import annotations

from ..joined import Statement
from . import links
from .claims import figure_families
from .essays import headed
from .here import Here, Link
from .page import Page
from .render import block, heading

NOBODY = "Reported without a speaker"


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
        parts += [heading(title, anchor(index)), _table(title, found, here)]
    if unnamed:
        parts += [heading(NOBODY, "without-a-speaker"), _table(NOBODY, unnamed, here, banded=False)]
    if own:
        parts += [heading(_own(here), "own-voice"), _own_table(own, here)]
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


def _table(label: str, statements: list[Statement], here: Here, *, banded: bool = True) -> str:
    """Return a table of statements; ``banded``, the figures among them stand in bands of rivals."""
    plain = [here.claim(s) for s in statements if not (banded and s.figure)]
    families = figure_families([s for s in statements if s.figure], here) if banded else []
    return block("statements", label=label, claims=plain, families=families)


def _own_table(statements: list[Statement], here: Here) -> str:
    claims = [here.claim(s) for s in statements]
    return block("own_voice", label=_own(here), claims=claims)
