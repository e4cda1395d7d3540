"""Pages written by people that are no records, and the generated pages that may open with one."""

from __future__ import annotations

from . import links
from .here import Here, Link
from .page import Page, split_prose
from .prose import render_prose


def headed(  # noqa: PLR0913 - the parts of a page
    here: Here,
    title: str,
    kind: str,
    parts: tuple[str, ...],
    *,
    description: str | None = None,
    crumbs: tuple[Link, ...] | None = None,
    made_from: tuple[tuple[str, str], ...] = (),
    lead: str = "",
) -> Page:
    """Return a generated page; an essay at its path gives title and opening prose."""
    essay = here.lookup.dossier.essays.get(here.path)
    opening, rest, definitions = lead, "", ""
    if essay:
        prose = render_prose(here.lookup, here.path)
        opening, rest, definitions = split_prose(prose)
        made_from = (("its text", f"{here.options.docs_dir}/{here.path}"), *made_from)
    home = Link("Home", here.to(links.HOME))
    read = [here.lookup.works[id_] for id_ in here.lookup.texts()]
    return Page(
        path=here.path,
        title=(essay.title if essay else None) or title,
        kind=kind,
        parts=(
            f'<div class="lead" markdown="1">\n\n{opening}\n\n</div>' if opening else "",
            rest,
            *parts,
        ),
        description=(essay.description if essay else None) or description,
        crumbs=(home,) if crumbs is None else crumbs,
        made_from=made_from or tuple((source.title, source.path) for source in read),
        definitions=definitions,
        meta=essay.meta if essay else {},
    )
