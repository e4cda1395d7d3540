"""Citations for reference managers: CSL-JSON, BibTeX, RIS, and the metadata in a page's head."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ..joined import Dossier
from ..json_text import json_text
from ..write import wording
from ..write.options import Forms
from .cite import STYLES, Citation, all_citations, in_words
from .dates import parts, written
from .release import Release

FOLDER = "data/cite"
Json = dict[str, object]
_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def write_citations(
    dossier: Dossier, release: Release, site_url: str | None, *, directory_urls: bool
) -> dict[str, str]:
    """Return path → text of the citations of everything, in each format and in words."""
    known = list(all_citations(dossier, release, site_url, directory_urls=directory_urls))
    ours = (citation for citation in known if citation.kind != "source")
    words = (
        {"id": c.key, "kind": c.kind, **{style: in_words(c, style) for style in STYLES}}
        for c in ours
    )
    return {
        f"{FOLDER}/citations.json": json_text(map(csl, known)),
        f"{FOLDER}/citations.bib": "\n".join(bibtex(citation) for citation in known),
        f"{FOLDER}/citations.ris": "".join(ris(citation) for citation in known),
        f"{FOLDER}/words.json": json_text(words),
    }


def forms(citation: Citation) -> Forms:
    """Return a citation in every form that pages show."""
    lines = [f"{json.dumps(key)}: {_one_line(value)}" for key, value in csl(citation).items()]
    return Forms(
        citation.title,
        tuple((name, in_words(citation, style)) for style, name in STYLES.items()),
        (
            ("BibTeX", bibtex(citation)),
            ("RIS", ris(citation)),
            ("CSL-JSON", "{" + ",\n".join(lines) + "}"),
        ),
    )


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def csl(citation: Citation) -> Json:
    """Return an item of CSL-JSON; a date that is not one is given in words."""
    item: Json = {"id": citation.key, "type": "webpage", "title": citation.title}
    if citation.author:
        item["author"] = [{"literal": citation.author}]
    if citation.site:
        item["container-title"] = citation.site
    known = parts(citation.date)
    if known:
        item["issued"] = {"date-parts": [known]}
    elif citation.date:
        item["issued"] = {"literal": wording.edtf_words(citation.date)}
    for key, value in (
        ("version", citation.version),
        ("URL", citation.url),
        ("note", citation.note),
    ):
        if value:
            item[key] = value
    return item


def bibtex(citation: Citation) -> str:
    """Return a BibTeX entry (``date`` is biblatex's; ``year`` and ``month`` everyone's)."""
    known = parts(citation.date) or []
    fields = {
        "title": "{" + _tex(citation.title) + "}",
        "author": "{" + _tex(citation.author) + "}" if citation.author else None,
        "howpublished": _tex(citation.site) if citation.site else None,
        "year": f"{known[0]:04}" if known else None,
        "month": f"{known[1]}" if len(known) > 1 else None,
        "date": written(known) if known else None,
        "version": _tex(citation.version) if citation.version else None,
        "url": citation.url,
        "note": _tex(_note(citation)) if _note(citation) else None,
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    return f"@misc{{{citation.key},\n" + ",\n".join(lines) + "\n}\n"


def _note(citation: Citation) -> str:
    """Return the note, with a date that no field holds."""
    vague = citation.date if citation.date and not parts(citation.date) else None
    said = f"published {wording.edtf_words(vague)}" if vague else None
    return "; ".join(part for part in (citation.note, said) if part)


def _tex(text: str | None) -> str:
    return " ".join((text or "").split()).translate(_TEX)


def ris(citation: Citation) -> str:
    """Return a RIS record."""
    known = parts(citation.date) or []
    slashed = "/".join([*written(known).split("-"), *[""] * (3 - len(known))]) if known else None
    lines: list[tuple[str, str | None]] = [
        ("TY", "ELEC"),
        ("ID", citation.key),
        ("TI", citation.title),
        ("AU", f"{citation.author}," if citation.author else None),
        ("T2", citation.site),
        ("PY", f"{known[0]:04}" if known else None),
        ("DA", f"{slashed}/" if slashed else None),
        ("ET", citation.version),
        ("UR", citation.url),
        ("N1", _note(citation) or None),
        ("ER", ""),
    ]
    return "".join(
        f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value is not None
    )


def head_metadata(citation: Citation) -> Mapping[str, str]:
    """Return name → content of the ``meta`` elements that reference managers read in a page."""
    known = parts(citation.date) or []
    fields: Iterable[tuple[str, str | None]] = (
        ("citation_title", citation.title),
        # With a comma after it, a name is not split into first and last: Zotero, as in RIS.
        ("citation_author", f"{citation.author}," if citation.author else None),
        ("citation_publication_date", "/".join(written(known).split("-")) if known else None),
        ("citation_public_url", citation.url),
        ("DC.title", citation.title),
        ("DC.creator", citation.author),
        ("DC.date", written(known) if known else None),
        # Without it, Zotero takes what has a citation_title for an article in a journal.
        ("DC.type", "WebPage"),
    )
    return {name: value for name, value in fields if value}
