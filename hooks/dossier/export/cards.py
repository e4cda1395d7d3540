"""The picture that goes with a shared link, of the dossier's own events."""

from __future__ import annotations

from ..draw.social import Span, draw_social
from ..joined import Dossier
from ..write.wording import certainty

PICTURE = "assets/social.png"


def picture(dossier: Dossier) -> bytes:
    """Return the picture as a PNG, with the event that Home shows set off."""
    return draw_social(
        Span(
            event.date.earliest,
            event.date.latest,
            certainty(event.date, in_sources=event.in_sources),
            current=event.id == dossier.event,
        )
        for event in dossier.events.values()
        if event.date
    )
