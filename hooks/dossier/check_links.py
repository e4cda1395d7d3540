"""Checks the links and pictures in prose: each leads to a page, file or anchor that is there."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from . import mending
from .problems import Problem, nearest, problem
from .prose_lines import Prose
from .values import Word

_INLINE = re.compile(r"\]\(\s*(?:<([^>\n]*)>|([^)\s]*))")
_DEFINITION = re.compile(
    r"^[ \t>*+-]*(?:\d+[.)])?[ \t]*\[(?!\^)[^\]\n]{1,200}\]:\s*<?([^\s>]+)", re.MULTILINE
)
_BARE = re.compile(r"<(https?://[^\s<>]+)>", re.IGNORECASE)
_TARGET = r"((?:https?://|[\w./-]{1,200}\.md)[^\s()\[\]{{}}]{0,200})"
_TWISTED = re.compile(
    rf"\[([^\[\]\n]{{1,200}})\][ \t]+\({_TARGET}\)|\(([^()\n]{{1,200}})\)\[{_TARGET}\]"
    rf"|\[([^\[\]\n]{{1,200}})\]\{{{_TARGET}\}}"
)
_REFERRED = re.compile(r"(?<![\]\\])\[([^\[\]\n^][^\[\]\n]{0,200})\]\[(?!\^)([^\[\]\n]{0,200})\]")
_LABEL = re.compile(r"^[ \t>*+-]*(?:\d+[.)])?[ \t]*\[(?!\^)([^\]\n]{1,200})\]:", re.MULTILINE)
_DOUBLE = re.compile(r"(?<!\\)\[\[(?!\^)([^\[\]\n|]{1,100})(?:\|([^\[\]\n]{1,100}))?\]\](?!\()")
_HERE = ("localhost", "127.0.0.1", "0.0.0.0", "::1")  # noqa: S104 - an address read, not bound
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_GOOD = ("http:", "https:", "mailto:")
_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_SNIPPET = re.compile(
    r"^[ \t]*-{1,}8<-{1,}[ \t]+[\"']([^\"'\n]+)[\"']"  # in one line
    r"|^[ \t]*-{1,}8<-{1,}[ \t]*\n(.*?)^[ \t]*-{1,}8<-{1,}[ \t]*$",  # lines between two marks
    re.MULTILINE | re.DOTALL,
)
_ID = re.compile(r"\{[^}\n]*?#([^\s}]+)|\bid=\"([^\"]+)\"")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


def links(prose: Prose, targets: Collection[str]) -> Iterator[Problem]:
    """Report the links of one page that lead nowhere; ``targets`` are paths in docs."""
    yield from _snippets(prose, targets)
    yield from _twisted(prose)
    yield from _by_reference(prose, targets)
    for offset, target, is_image in written(prose):
        where = prose.where(offset)
        fault = _fault(prose.path, target, targets, is_image=is_image)
        if fault:
            yield problem(where, *fault, "broken-link")
        elif is_image and prose.plain.startswith("![](", offset):
            what = f"the picture ‘{target[:100]}’ has no words for those who cannot see it"
            yield problem(where, what, f"say what it shows: ‘![…]({target[:100]})’", "picture")


def _twisted(prose: Prose) -> Iterator[Problem]:
    """Report what is all but a link: a space between its parts, or the brackets exchanged."""
    for found in _TWISTED.finditer(prose.plain):
        words, target = found[1] or found[3] or found[5], found[2] or found[4] or found[6]
        what, remedy = f"‘{found[0][:100]}’ is all but a link", f"write ‘[{words}]({target})’"
        yield problem(prose.where(found.start()), what, remedy, "broken-link")


def _by_reference(prose: Prose, targets: Collection[str]) -> Iterator[Problem]:
    """Report ``[words][label]`` without the label's line, and the ``[[page]]`` of a wiki."""
    labels = {_label(found[1]) for found in _LABEL.finditer(prose.plain)}
    for found in _REFERRED.finditer(prose.plain):
        label = found[2] or found[1]
        if _label(label) not in labels:
            what = f"‘{found[0][:100]}’ is a link whose ‘[{label[:60]}]: …’ stands nowhere"
            remedy = f"write ‘[{found[1]}](PATH)’, or ‘[^SOURCE:PASSAGE]’ for a citation"
            yield problem(prose.where(found.start()), what, remedy, "broken-link")
    for found in _DOUBLE.finditer(prose.plain):
        page = next(
            (
                t
                for t in sorted(targets)
                if posixpath.splitext(t)[0].endswith(f"/{mending.slug(found[1])}")
            ),
            None,
        )
        target = posixpath.relpath(page, posixpath.dirname(prose.path) or ".") if page else "PATH"
        what, remedy = (
            f"‘{found[0]}’ is no link here",
            f"write ‘[{found[2] or found[1]}]({target})’",
        )
        yield problem(prose.where(found.start()), what, remedy, "broken-link")


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def written(prose: Prose) -> Iterator[tuple[int, str, bool]]:
    """Give (offset, target, whether of a picture) of each link in Markdown, outside code."""
    for found in _INLINE.finditer(prose.plain):
        begin = prose.plain.rfind("[", max(0, found.start() - 2_000), found.start())
        is_image = begin > 0 and prose.plain[begin - 1] == "!"
        target = found[1] if found[1] is not None else found[2]
        yield max(begin - is_image, 0), target, is_image
    for found in (*_DEFINITION.finditer(prose.plain), *_BARE.finditer(prose.plain)):
        yield found.start(), found[1], False


def _fault(
    page: str, target: str, targets: Collection[str], *, is_image: bool
) -> tuple[str, str] | None:
    """Return (what, what to do) of a link that leads nowhere."""
    what = f"the {'picture' if is_image else 'link'} ‘{target[:100]}’"
    scheme = _SCHEME.match(target)
    if not target:
        return f"{what} is empty", "write the path of a page: ‘../places/ID.md’"
    if scheme or target.startswith("//"):
        return _fault_of_scheme(what, page, target, targets, is_image=is_image)
    path = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
    if not path:
        return None
    if path.startswith("/"):
        return f"{what} begins with ‘/’", _suggest(page, path.lstrip("/"), targets)
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if is_image:
        return _fault_of_picture(what, target, inside)
    if inside.startswith(".."):
        return f"{what} leads out of docs", _suggest(page, inside.lstrip("./"), targets)
    if inside in targets and not path.endswith("/"):
        return None
    if posixpath.splitext(inside)[1] not in ("", ".md", ".html"):
        return None  # a file: see check_written
    return f"{what} leads to no page (docs/{inside})", _suggest(page, inside, targets)


def _fault_of_scheme(
    what: str, page: str, target: str, targets: Collection[str], *, is_image: bool
) -> tuple[str, str] | None:
    scheme = _SCHEME.match(target)
    if is_image:
        drive = scheme and len(scheme[0].rstrip(":/")) == 1
        lies = "your own machine" if drive else "another server"
        return f"{what} lies on {lies}", "put a copy into docs/assets/ and link to that"
    if scheme and scheme[0].lower() in _GOOD:
        return _fault_of_address(what, page, target, targets)
    return f"{what} begins with no scheme of the web", "write https://…, or the path of a page"


def _fault_of_picture(what: str, target: str, inside: str) -> tuple[str, str] | None:
    if inside.startswith(".."):
        return f"{what} leads out of docs", "put a copy into docs/assets/, and link to that"
    if inside.endswith(".md"):
        return f"{what} is a page", f"link to it, without the ‘!’: ‘[…]({target[:100]})’"
    if posixpath.splitext(inside)[1] in ("", ".html"):
        return f"{what} leads to no file (docs/{inside})", "write its path, with its ending"
    return None  # a file: see check_written


def _fault_of_address(
    what: str, page: str, target: str, targets: Collection[str]
) -> tuple[str, str] | None:
    try:
        parts = urlsplit(target)
        if parts.hostname not in _HERE:
            return None
    except ValueError:
        return f"{what} is no address", "mend it"
    return f"{what} leads to your own machine", _suggest(page, parts.path.strip("/"), targets)


def _suggest(page: str, wanted: str, targets: Collection[str]) -> str:
    """Return the nearest target, as it is to be written on the page."""
    bare = (
        wanted.rstrip("/").removesuffix("/index.html").removesuffix(".html").removeprefix("docs/")
    )
    tail = bare.split("/docs/")[-1]
    for likely in (f"{tail}.md", f"{tail}/index.md", tail, f"{bare}.md", f"{bare}/index.md"):
        if likely in targets:
            return f"write ‘{posixpath.relpath(likely, posixpath.dirname(page) or '.')}’"
    near = nearest(tail, targets) or nearest(f"{tail}.md", targets)
    if not near:
        return "link to a page that exists"
    return f"did you mean ‘{posixpath.relpath(near, posixpath.dirname(page) or '.')}’?"


# --- Files and anchors, once the pages are written ------------------------------------


def check_written(
    proses: Iterable[Prose],
    pages: Mapping[str, str],
    assets: Collection[str],
    late: Mapping[str, Callable[[], str]] | None = None,
) -> list[Problem]:
    """Return a problem for each link to a file or an anchor that the site as written has not.

    ``pages`` are the texts of its files, and ``late`` makes those that are still to be made.
    """
    to_make = late or {}
    there = {*pages, *to_make, *assets}
    known: dict[str, set[str]] = {}
    found = []
    for prose in proses:
        for offset, target, is_image in written(prose):
            path, _, anchor = target.partition("#")
            if not target or _SCHEME.match(target) or target.startswith("/"):
                continue
            inside = posixpath.normpath(
                posixpath.join(posixpath.dirname(prose.path), unquote(path.split("?")[0]))
            )
            page = inside if path else prose.path
            if page.endswith(".md") and (page in pages or page in to_make):
                if anchor and page not in known:
                    known[page] = _anchors(to_make[page]() if page in to_make else pages[page])
                fault = _no_anchor(page, unquote(anchor), known.get(page, ()))
            else:
                fault = _no_file(prose.path, target, page, there, is_image=is_image)
            if fault:
                found.append(problem(prose.where(offset), *fault, "broken-link"))
    return found


def check_nav(entries: Iterable[Word], there: Collection[str]) -> list[Problem]:
    """Return a problem for each entry of mkdocs.yml's navigation that is no page or file."""
    found = []
    for entry in entries:
        if entry in there or _SCHEME.match(entry) or entry.startswith("/"):
            continue
        what = f"‘nav’ leads to ‘{entry[:100]}’, and there is no such file in docs/"
        inside = entry.removeprefix("docs/")
        near = inside if inside in there else nearest(entry, there)
        remedy = f"did you mean ‘{near}’?" if near else "write a path from docs/, or take it out"
        found.append(problem(entry.where, what, remedy, "broken-link"))
    return found


def _snippets(prose: Prose, there: Collection[str]) -> Iterator[Problem]:
    """Report a text to be put in from a file that is not there: the site could not be built."""
    for mark in _SNIPPET.finditer(prose.body):
        for line in (mark[1] or mark[2]).splitlines():
            name = re.split(r":(?=[\w-]*(?::|$))", line.strip(), maxsplit=1)[0]
            if name and not name.startswith(";") and not name.endswith(".md"):
                what = f"‘--8<--’ puts in what is no page, ‘{name[:100]}’"
                remedy = "put in a page’s Markdown, .md, or link to the file"
                yield problem(prose.where(mark.start()), what, remedy, "html")
            elif name and not name.startswith(";") and name not in there:
                what = f"‘--8<--’ puts in a file that is not there, ‘{name}’ (docs/{name})"
                remedy = "write its path from docs/, or leave the line out"
                yield problem(prose.where(mark.start()), what, remedy, "broken-link")


def _no_anchor(page: str, anchor: str, known: Collection[str]) -> tuple[str, str] | None:
    if not anchor or anchor in known or anchor.startswith(("fn", ":~:")):
        return None
    near = nearest(anchor, known) or nearest(anchor.lower(), known)
    remedy = f"did you mean ‘#{near}’?" if near else "link to the page without it"
    return f"docs/{page} has no anchor ‘#{anchor}’", remedy


def _no_file(
    page: str, target: str, inside: str, there: Collection[str], *, is_image: bool
) -> tuple[str, str] | None:
    if inside in there or posixpath.splitext(inside)[1] in ("", ".md", ".html"):
        return None
    what = f"the {'picture' if is_image else 'link'} ‘{target[:100]}’ leads to no file"
    if target.startswith("www."):
        return what, f"write https://{target}"
    if re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", target):
        return what, f"write mailto:{target}"
    ending = posixpath.splitext(inside)[1]
    named = {posixpath.basename(path): path for path in sorted(there) if path.endswith(ending)}
    near = nearest(posixpath.basename(inside), named)
    if not near:
        return f"{what} (docs/{inside})", "put the file into docs/assets/, and link to it there"
    relative = posixpath.relpath(named[near], posixpath.dirname(page) or ".")
    return f"{what} (docs/{inside})", f"did you mean ‘{relative}’?"


def _anchors(text: str) -> set[str]:
    """Return the anchors of a page's Markdown: given ids, and those of headings without one."""
    body = _FRONT.sub("", text)
    given = {one or other for one, other in _ID.findall(body)}
    return given | {_slug(heading) for heading in _HEADING.findall(body)}


def _slug(heading: str) -> str:
    """Return a heading's anchor as Python-Markdown's ``toc`` makes it."""
    plain = re.sub(r"\{[^}]*\}\s*$|\]\([^)]*\)|<[^>]*>|[`*]", "", heading)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()
    return re.sub(r"[-\s]+", "-", words)
