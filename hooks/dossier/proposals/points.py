"""Points for what a name may stand for, and the words that say so; points add up."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """Words that say what a name stands for."""

    kind: str
    """``actor`` or ``place``."""
    rank: int
    """0 for an apposition or an office, 1 for the one common noun ("the city of …")."""
    span: Span


@dataclass(frozen=True, slots=True)
class Clue:
    """Points for each kind; ``person`` says which of the actor's points are a person's."""

    place: int = 0
    actor: int = 0
    person: int = 0
    thing: bool = False
    """Whether it is a ship, a book or another thing with a name."""
    told: tuple[Told, ...] = ()
    """The first words of each kind and rank."""

    def __add__(self, other: Clue) -> Clue:
        told = self.told or other.told
        if self.told and other.told:
            have = {(t.kind, t.rank) for t in self.told}
            told += tuple(t for t in other.told if (t.kind, t.rank) not in have)
        return Clue(
            self.place + other.place,
            self.actor + other.actor,
            self.person + other.person,
            self.thing or other.thing,
            told,
        )

    def what(self, kind: str | None) -> Span | None:
        """Return the best words that say it is of this ``kind``."""
        fitting = sorted((t.rank, n) for n, t in enumerate(self.told) if t.kind == kind)
        return self.told[fitting[0][1]].span if fitting else None


NOTHING = Clue()


def place(points: int, span: Span | None = None, rank: int = 1) -> Clue:
    """Return points for a place, with the words that say so."""
    return Clue(place=points, told=(Told("place", rank, span),) if span else ())


def actor(points: int, span: Span | None = None, rank: int = 1, *, person: int = 0) -> Clue:
    """Return points for an actor, and for its being a person."""
    return Clue(actor=points, person=person, told=(Told("actor", rank, span),) if span else ())
