"""Knows the words that make speech: the verbs of cues.txt in all their forms, by kind.

Regular forms are made by rule; irregular ones stand in the list.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .words import word_lists


class Cue(NamedTuple):
    """A form of a verb of speech."""

    lemma: str
    kind: str
    """The section of cues.txt: what the verb takes."""
    form: str
    """``base``, ``s``, ``past`` or ``ing``."""
    noun: bool
    """True where the same form is as often a noun."""


_SPOKEN = ("object", "person", "quotation only", "clause only", "clause")


@cache
def cues() -> dict[str, Cue]:
    """Return every form of the verbs of speech and of thought."""
    thought = _forms(("thought only",), "clause only") | _forms(("thought",), "clause")
    return _with_particle("with", "with") | _forms(_SPOKEN) | thought


@cache
def triggers() -> frozenset[str]:
    """Return every word at which an attribution may be found."""
    lists = (cue_words(kind) for kind in ("unnamed", "passive", "noun", "light"))
    return frozenset([":", "according", "saying", *cues(), *stances()]).union(*lists)


@cache
def thoughts() -> frozenset[str]:
    """Return the verbs that tell what somebody thinks, not what they said."""
    entries = word_lists("cues.txt")["thought"] + word_lists("cues.txt")["thought only"]
    return frozenset(entry.replace("*", "").partition("/")[0] for entry in entries)


@cache
def stances() -> dict[str, Cue]:
    """Return every form of the verbs of wanting, planning and siding with."""
    return _with_particle("stance with", "with") | _forms(("stance",), "object")


@cache
def particles(section: str = "with") -> dict[str, frozenset[str]]:
    """Return the forms of verbs that take a small word before what is said, with those words."""
    found: dict[str, frozenset[str]] = {}
    for entry in word_lists("cues.txt")[section]:
        verb, _, words = entry.partition(":")
        parts = verb.split("/")
        for form in parts if len(parts) == 5 else _regular(verb):
            found[form] = found.get(form, frozenset()) | frozenset(words.split(","))
    return found


def _forms(sections: tuple[str, ...], kind: str = "") -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for section in sections:
        for entry in word_lists("cues.txt")[section]:
            noun = "*" in entry
            parts = entry.replace("*", "").split("/")
            lemma = parts[0]
            base, third, past, _, ing = parts if len(parts) == 5 else _regular(lemma)
            found[ing] = Cue(lemma, kind or section, "ing", noun=False)
            found[third] = Cue(lemma, kind or section, "s", noun)
            found[base] = Cue(lemma, kind or section, "base", noun)
            found[past] = Cue(lemma, kind or section, "past", noun=False)
    return found


def _with_particle(section: str, kind: str) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for entry in word_lists("cues.txt")[section]:
        parts = entry.partition(":")[0].split("/")
        base, third, past, _, ing = parts if len(parts) == 5 else _regular(parts[0])
        forms = {base: "base", third: "s", past: "past", ing: "ing"}
        found |= {word: Cue(base, kind, form, noun=True) for word, form in forms.items()}
    return found


@cache
def cue_words(section: str) -> frozenset[str]:
    """Return a section of cues.txt that is a plain list of words."""
    return frozenset(word_lists("cues.txt")[section])


_DOUBLED = frozenset({"admit", "quip", "rebut", "dub", "slam", "refer"})


def _regular(lemma: str) -> tuple[str, str, str, str, str]:
    if lemma.endswith("e"):
        stem, third = lemma[:-1], lemma + "s"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith(("s", "sh", "ch", "x")):
        stem, third = lemma, lemma + "es"
    else:
        stem, third = lemma + (lemma[-1] if lemma in _DOUBLED else ""), lemma + "s"
    return lemma, third, stem + "ed", stem + "ed", stem + "ing"
