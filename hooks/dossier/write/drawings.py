"""Maps and the timeline strip, for the pages that show them; nothing where nothing can be drawn."""

from __future__ import annotations

from ..joined import Event
from ..model import Place
from .here import Here


def event_map(event: Event, here: Here) -> str:
    return ""


def place_map(place: Place, here: Here) -> str:
    return ""


def whole_map(here: Here) -> str:
    return ""


def strip(here: Here) -> str:
    return ""
