"""What was made last, kept while all that it was made from is as it was.

While serving, each page, and each part of what is made of all pages, is made from a lookup that
notes what is asked of it.  The next time it is made anew only where an answer differs; so what is
kept is what would be made, whatever has been edited, and nothing says which edit concerns what.
"""

from __future__ import annotations

import operator
from collections.abc import (
    Callable,
    Hashable,
    ItemsView,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    ValuesView,
)
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from functools import partial
from itertools import filterfalse
from typing import Any, Generic, TypeVar, cast

from ..joined import Dossier
from ..side_by_side import side_by_side
from .lookup import Lookup, build_lookup

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")


class _Of(Enum):
    """What can be asked of a whole mapping, and of no one key."""

    KEYS = 1
    ALL = 2


Asked = tuple[str, Hashable, bool]
"""(name of the mapping, key or ``_Of``, whether it was asked only if it is there)."""


class _Noting(Mapping[K, V]):
    """A mapping that notes what is asked of it."""

    def __init__(self, name: str, of: Mapping[K, V], asked: set[Asked]) -> None:
        self._name, self._of, self._asked = name, of, asked

    def __getitem__(self, key: K) -> V:
        self._asked.add((self._name, key, False))
        return self._of[key]

    def __contains__(self, key: object) -> bool:
        self._asked.add((self._name, key, True))
        return key in self._of

    def __iter__(self) -> Iterator[K]:
        self._asked.add((self._name, _Of.KEYS, False))
        return iter(self._of)

    def __len__(self) -> int:
        self._asked.add((self._name, _Of.KEYS, False))
        return len(self._of)

    def values(self) -> ValuesView[V]:
        self._asked.add((self._name, _Of.ALL, False))
        return self._of.values()

    def items(self) -> ItemsView[K, V]:
        self._asked.add((self._name, _Of.ALL, False))
        return self._of.items()


_Mappings = Mapping[str, Mapping[Any, object]]
_OF_DOSSIER = "dossier."
_UNSEEN: dict[str, Any] = {"citations": (), "problems": ()}
"""What nothing that is kept may ask of a dossier: each edit may change it."""


def _mappings(lookup: Lookup) -> _Mappings:
    """Return name → mapping, of the lookup's own and those of its dossier."""
    own = {each.name: getattr(lookup, each.name) for each in fields(Lookup)}
    given = {each.name: getattr(lookup.dossier, each.name) for each in fields(Dossier)}
    named = {**own, **{_OF_DOSSIER + name: value for name, value in given.items()}}
    return {name: value for name, value in named.items() if isinstance(value, Mapping)}


def _noting(lookup: Lookup, mappings: _Mappings, asked: set[Asked]) -> Lookup:
    noting: dict[str, Any] = {n: _Noting(n, value, asked) for n, value in mappings.items()}
    own = {name: each for name, each in noting.items() if not name.startswith(_OF_DOSSIER)}
    given = {name.removeprefix(_OF_DOSSIER): noting[name] for name in noting.keys() - own.keys()}
    # Citations are seen as ``cited_by`` alone, and problems where a page is broken by them.
    return replace(lookup, **own, dossier=replace(lookup.dossier, **given, **_UNSEEN))


@dataclass(frozen=True, slots=True)
class _Made:
    given: object
    asked: frozenset[Asked]
    value: object


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """Something to be made: under which key it is kept, and what it is made from."""

    key: Hashable
    given: object
    make: Callable[[Lookup], T]


class Promised(Generic[T]):
    """Something that is there, or is made when somebody asks for it."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._value: T | None = None

    def __call__(self) -> T:
        if self._make:
            self._value, self._make = self._make(), None
        return cast(T, self._value)

    @property
    def is_there(self) -> bool:
        return self._make is None

    def then(self, change: Callable[[T], V]) -> Promised[V]:
        """Return what ``change`` makes of it, when it is there."""
        return there(change(self())) if self.is_there else Promised(lambda: change(self()))


def there(value: T) -> Promised[T]:
    promised = Promised(lambda: value)
    promised()
    return promised


@dataclass(slots=True)
class Memory:
    """What was made of one dossier after the other; of a dossier that is published, nothing."""

    lookup: Lookup
    lasting: bool
    now: _Mappings
    was: _Mappings
    found: Mapping[Hashable, _Made]
    made: dict[Hashable, _Made] = field(default_factory=dict)
    asked: dict[Asked, Asked] = field(default_factory=dict)
    """All that was asked, each held once."""
    _changed: set[Asked] | None = None

    def recall(self, key: Hashable, given: object, make: Callable[[Lookup], T]) -> T:
        """Return what ``make`` returns, from the last time where it would be the same.

        ``given`` is what it is made from beside the lookup, and is compared as a whole.
        """
        return self.recall_all([Ask(key, given, make)])[0]

    def recall_all(self, asks: Sequence[Ask[T]]) -> list[T]:
        """Return what each of ``asks`` makes, in their order."""
        if not self.lasting:
            return side_by_side(lambda ask: ask.make(self.lookup), asks)
        known = {ask.key: found for ask in asks if (found := self._found(ask))}
        new = [ask for ask in asks if ask.key not in known]
        for ask, (asked, value) in zip(new, side_by_side(self._make, new), strict=True):
            known[ask.key] = _Made(ask.given, self._each_once(asked), value)
        self.made |= known
        return [cast(T, known[ask.key].value) for ask in asks]

    def promise_all(self, asks: Mapping[K, Ask[T]]) -> dict[K, Promised[T]]:
        """Promise what each of ``asks`` makes; all of it is made at once where nothing is found."""
        if not self.found:
            made = self.recall_all(list(asks.values()))
            return dict(zip(asks, map(there, made), strict=True))
        return {key: self._promise(ask) for key, ask in asks.items()}

    def promise_next(
        self, firsts: Mapping[K, Promised[T]], ask: Callable[[K, T], Ask[V]]
    ) -> dict[K, Promised[V]]:
        """Promise what is made of each of ``firsts``, once that is there."""

        def later(key: K, first: Promised[T]) -> V:
            return self.recall_all([ask(key, first())])[0]

        at_once = {key: ask(key, first()) for key, first in firsts.items() if first.is_there}
        known = self.promise_all(at_once)
        return {
            key: known[key] if key in known else Promised(partial(later, key, first))
            for key, first in firsts.items()
        }

    def _promise(self, ask: Ask[T]) -> Promised[T]:
        found = self._found(ask)
        if found is None:
            return Promised(lambda: self.recall_all([ask])[0])
        self.made[ask.key] = found
        return there(cast(T, found.value))

    def _found(self, ask: Ask[T]) -> _Made | None:
        found = self.found.get(ask.key)
        same = found and found.given == ask.given and found.asked.isdisjoint(self.changed())
        return found if same else None

    def changed(self) -> set[Asked]:
        """Return what was asked and has another answer now: of all together, once."""
        if self._changed is None:
            asked = set[Asked]().union(*(made.asked for made in self.found.values()))
            self._changed = set(filterfalse(self._is_alike, asked))
        return self._changed

    def _make(self, ask: Ask[T]) -> tuple[frozenset[Asked], T]:
        asked: set[Asked] = set()
        value = ask.make(_noting(self.lookup, self.now, asked))
        return self._each_once(asked), value

    def _each_once(self, asked: Iterable[Asked]) -> frozenset[Asked]:
        """Return what was asked as it is held already: many pages ask the same."""
        return frozenset(self.asked.setdefault(each, each) for each in asked)

    def _is_alike(self, asked: Asked) -> bool:
        name, key, there = asked
        now, was = self.now[name], self.was[name]
        answer = operator.contains if there else _answer
        return answer(now, key) == answer(was, key)


_NOTHING = object()


def _answer(of: Mapping[Hashable, object], key: Hashable) -> object:
    if key is _Of.KEYS:
        return list(of)
    return list(of.items()) if key is _Of.ALL else of.get(key, _NOTHING)


LAST: list[Memory] = []
"""One at most."""


def memory_of(dossier: Dossier, *, lasting: bool) -> Memory:
    """Return the memory for what is made of a dossier; ``lasting`` while serving."""
    lookup = build_lookup(dossier)
    now = _mappings(lookup)
    last = LAST[0] if LAST and lasting and _same_beside(LAST[0].lookup, lookup) else None
    memory = Memory(lookup, lasting, now, last.now if last else {}, last.made if last else {})
    if lasting:
        LAST[:] = [memory]
    return memory


def _same_beside(one: Lookup, other: Lookup) -> bool:
    """Say whether two lookups are the same beside their mappings."""
    pairs: list[tuple[object, object, str]]
    pairs = [(one, other, each.name) for each in fields(Lookup) if each.name != "dossier"]
    dossiers = (one.dossier, other.dossier)
    pairs += [(*dossiers, each.name) for each in fields(Dossier) if each.name not in _UNSEEN]
    values = ((getattr(a, name), getattr(b, name)) for a, b, name in pairs)
    return all(isinstance(a, Mapping) or a == b for a, b in values)
