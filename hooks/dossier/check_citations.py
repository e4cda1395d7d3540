"""Checks the citations in prose: a source, a passage that it has, in the one form there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .checking import Checked, a
from .join import references
from .problems import Problem, nearest, problem
from .prose_lines import Prose

_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_MARK = re.compile(r"\[\^([^\]\n]{1,300})\]")
_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:([^\n]*)$", re.MULTILINE)
_GOES_ON = re.compile(r"\n+(?: {4}|\t)")
_NEARLY = re.compile(
    r"\(\^(?P<round>[^)\n]{1,80})\)"  # (^source:1)
    r"|\^\[(?P<inline>[^\]\n]{1,300})\]"  # ^[a note]
    r"|\[\^(?P<open>[\w:.-]{1,80})(?![\w:.\]-])(?=[^\]\n]*(?:\n|\Z))"  # [^source:1 and on
)
_PANDOC = re.compile(r"\[@([\w:.-]{1,80}?)(?:,?\s*(?:pp?\.|par\.)?\s*(\d{1,4}))?\](?![(\[])")
_EMPTY = re.compile(r"\[\^\s*\]")
_RAW = re.compile(
    r"<(?:div|p|section|table|ul|ol|aside|figure|blockquote|dl)\b(?![^<>]*\bmarkdown\b)"
)
"""Begins a block in which no Markdown is read."""
_SEVERAL = re.compile(r"[1-9]\d{0,3}(?:\s*(?:,|;|-|–|and|&)\s*[1-9]\d{0,3})+")
_BARE = re.compile(r"(?<![\]!\\^])\[([a-z0-9]+(?:-[a-z0-9]+)*)(:[^\]\n]{1,40})?\](?![(\[:])")


def citations(checked: Checked, prose: Prose) -> Iterator[Problem]:
    """Report what is wrong with the citations of one page."""
    own: dict[str, int] = {}
    for found in _DEFINED.finditer(prose.plain):
        where = prose.where(found.start())
        if own.setdefault(found[1], found.start()) != found.start():
            what = f"the footnote ‘[^{found[1]}]’ is written twice"
            yield problem(where, what, "give one of the two another name", "citation-form")
        elif not found[2].strip() and not _GOES_ON.match(prose.plain, found.end()):
            what = f"the footnote ‘[^{found[1]}]’ has no text"
            yield problem(where, what, "write it on the same line, or delete it", "citation-form")
    cited = {f"{s}:{inner}" if inner else s for _, s, inner in references(prose.body)}
    yield from _defined(checked, prose, own, cited)
    yield from _misspelt(checked, prose)
    for offset, source, inner in references(prose.body):
        name = f"{source}:{inner}" if inner else source
        if name in own or _spaced(_MARK.match(prose.body, offset)):
            continue
        yield from _one(checked, prose, offset, source, inner)


def _defined(
    checked: Checked, prose: Prose, own: dict[str, int], cited: set[str]
) -> Iterator[Problem]:
    """A footnote of one's own is cited, and is no citation of a source."""
    for name, offset in own.items():
        where = prose.where(offset)
        if checked.ids.get(name.partition(":")[0]) == "source":
            what = f"the build writes the definition of ‘[^{name}]’ itself"
            yield problem(where, what, "delete this line", "citation-form")
        elif name not in cited:
            what = f"the footnote ‘[^{name}]’ is cited nowhere on the page"
            yield problem(where, what, "cite it in the text, or delete it", "citation-form")


def _spaced(mark: re.Match[str] | None) -> bool:
    return bool(mark and re.search(r"^\s|^[^:\s]+\s|:\s|\s$", mark[1]))


def _misspelt(checked: Checked, prose: Prose) -> Iterator[Problem]:
    """Report what is all but a citation: spaces in it, or no ‘^’."""
    for mark in _EMPTY.finditer(prose.plain):
        what = f"‘{mark[0]}’ cites nothing"
        yield problem(prose.where(mark.start()), what, "write ‘[^SOURCE:PASSAGE]’", "citation-form")
    for mark in _MARK.finditer(prose.plain):
        whole = _by_title(checked, mark[1]) if _spaced(mark) else None
        if whole:
            what = f"‘{mark[0]}’ names its source by the title"
            yield problem(prose.where(mark.start()), what, f"write ‘{whole}’", "citation-form")
        elif _spaced(mark) and mark[1].strip():
            name = re.sub(r"\s*:\s*", ":", mark[1].strip()).removesuffix(":p.")
            head, gap, rest = name.partition(" ")
            meant = f"{head}:{rest}" if gap and ":" not in head else name
            what = f"‘{mark[0]}’ has a space where none belongs"
            remedy = f"write ‘[^{meant}]’"
            yield problem(prose.where(mark.start()), what, remedy, "citation-form")
    for mark in _NEARLY.finditer(prose.plain):
        inside = next(text for text in mark.groups() if text)
        cites = checked.ids.get(inside.partition(":")[0]) == "source"
        remedy = (
            f"write ‘[^{inside}]’"
            if cites
            else ("write ‘[^SOURCE:PASSAGE]’; notes of one’s own stand in the text")
        )
        if mark["inline"] or cites:
            what = f"‘{mark[0]}’ is all but a citation"
            yield problem(prose.where(mark.start()), what, remedy, "citation-form")
    yield from _unmarked(checked, prose)


def _unmarked(checked: Checked, prose: Prose) -> Iterator[Problem]:
    """Report citations in brackets that have no ‘^’, or the ‘@’ of other programs."""
    for mark in _PANDOC.finditer(prose.plain):
        near = nearest(mark[1].lower(), checked.known("source"))
        if near:
            meant = f"{near}:{mark[2]}" if mark[2] else f"{near}:PASSAGE"
            what = f"‘{mark[0]}’ is all but a citation"
            yield problem(prose.where(mark.start()), what, f"write ‘[^{meant}]’", "citation-form")
    for bare in _BARE.finditer(prose.plain):
        if checked.ids.get(bare[1]) == "source" and (bare[2] or "-" in bare[1]):
            what = f"‘{bare[0]}’ is all but a citation"
            remedy = f"write ‘[^{bare[1]}{bare[2] or ''}]’, with ‘^’"
            yield problem(prose.where(bare.start()), what, remedy, "citation-form")


def _by_title(checked: Checked, inside: str) -> str | None:
    """Return the citation that names its source by id in place of its title, if it does."""
    words, _, passage = inside.rpartition(":")
    for title, tail in ((words.strip(), f":{passage.strip()}"), (inside.strip(), "")):
        id_ = checked.titled(title) if title else None
        if id_ and checked.ids.get(id_) == "source":
            return f"[^{id_}{tail}]"
    return None


def _one(
    checked: Checked, prose: Prose, offset: int, source: str, inner: str | None
) -> Iterator[Problem]:
    name = f"{source}:{inner}" if inner else source
    where = prose.where(offset)
    if _HEADING.match(prose.line(offset)):
        what, remedy = (
            f"‘[^{name}]’ stands in a heading",
            "move the citation into the text below it",
        )
        yield problem(where, what, remedy, "citation-in-heading")
    begins = prose.body.rfind("\n\n", 0, offset)
    if _RAW.match(prose.body, begins + 2 if begins >= 0 else 0):
        what = f"‘[^{name}]’ stands in raw HTML, where no Markdown is read"
        remedy = "write the paragraph in Markdown, or ‘markdown’ into its first tag"
        yield problem(where, what, remedy, "citation-form")
    kind = checked.ids.get(source)
    if kind == "source":
        yield from _passage(checked, prose, offset, source, inner)
    elif kind:
        what = f"‘[^{name}]’ cites ‘{source}’, which is {a(kind)}"
        remedy = "cite the source that says it: ‘[^SOURCE:PASSAGE]’"
        yield problem(where, what, remedy, "unknown-source")
    elif source in ("http", "https"):
        what = f"‘[^{name}]’ cites an address"
        yield problem(where, what, _of_address(checked, name), "citation-form")
    else:
        what = f"‘[^{name}]’ cites an unknown source, ‘{source}’"
        yield problem(where, what, _remedy(checked, source, inner), "unknown-source")


def _of_address(checked: Checked, address: str) -> str:
    for id_, record in checked.records.sources.items():
        if record.url and record.url.rstrip("/") == address.rstrip("/"):
            passage = ":PASSAGE" if id_ in checked.dossier.readings else ""
            return f"cite the source by its id: ‘[^{id_}{passage}]’"
    return "make a record of it (‘dossier new source’), and cite that by its id"


def _remedy(checked: Checked, source: str, inner: str | None) -> str:
    options = checked.known("source")
    head, colon, rest = unicodedata.normalize("NFKC", source).partition(":")
    if colon and head in options:
        return f"write ‘[^{head}:{rest}]’, with a plain colon"
    titled = checked.titled(source)
    near = titled if titled in options else nearest(source.lower(), options)
    tail = f":{inner}" if inner else ""
    if near:
        return f"did you mean ‘{near}’?"
    texts = sorted(checked.dossier.readings)
    if source.isdigit() and texts:
        return f"name the source and its passage: ‘[^{texts[0]}:{source}]’"
    id_ = source.lower()
    make = f"make seeds/{id_}.yml (‘dossier new source’), and cite ‘[^{id_}{tail}]’"
    return make if inner else f"{make}; or write a note of your own, ‘[^{source}]: …’, on a line"


def _passage(
    checked: Checked, prose: Prose, offset: int, source: str, inner: str | None
) -> Iterator[Problem]:
    reading = checked.dossier.readings.get(source)
    if reading is None:
        return
    known = [passage.id for passage in reading.passages]
    listed = ", ".join(known[:30]) + (", …" if len(known) > 30 else "")
    where = prose.where(offset)
    if inner is None:
        what = f"‘[^{source}]’ names no passage"
        remedy = f"say which: ‘[^{source}:{known[-1] if known else 1}]’ (it has {listed})"
        yield problem(where, what, remedy, "unknown-passage")
    elif inner not in known:
        what = f"‘{source}’ has no passage ‘{inner}’"
        if _SEVERAL.fullmatch(inner):
            each = "".join(f"[^{source}:{one}]" for one in re.findall(r"\d+", inner))
            remedy = f"cite each passage by itself: ‘{each}’"
            yield problem(
                where, f"‘[^{source}:{inner}]’ names several passages", remedy, "citation-form"
            )
            return
        digits = re.search(r"\d+", inner)
        hint = f"did you mean ‘[^{source}:{digits[0]}]’? " if digits and digits[0] in known else ""
        yield problem(where, what, f"{hint}its passages are {listed}", "unknown-passage")
