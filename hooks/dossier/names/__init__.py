"""Finds the known names in a text: whole words, the longest wins, the case is kept.

All that could match is gathered first; what overlaps something longer falls away; then, in
the order of the text, each match is held against what stands around it, and a family name
alone against the persons named in full before it.
"""

from __future__ import annotations

from .find import Unsettled, find_ambiguous, find_mentions
from .gazetteer import Gazetteer, build_gazetteer, with_descriptions

__all__ = [
    "Gazetteer",
    "Unsettled",
    "build_gazetteer",
    "find_ambiguous",
    "find_mentions",
    "with_descriptions",
]
