"""The last step: a joined dossier as the whole tree of files that is published.

Pages are written, the words they show of each source are measured, and what was measured goes
into the data file and onto the source's page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from .export.cards import PICTURE, picture
from .export.changed import last_changes
from .export.columns import TABLES
from .export.edition import Edition
from .export.field_tables import data_fields_markdown
from .export.files import LISTED, write_exports
from .export.heads import Citing, heads_of
from .export.register import present
from .export.rows import View
from .export.stones import stones
from .export.tables import FOLDER as TABLES_FOLDER
from .export.tables import write_tables
from .joined import Dossier
from .model import Where
from .packed import Texts
from .problems import Problem, problem
from .side_by_side import aside
from .write.data import PATH as DATA_PATH
from .write.data import write_data
from .write.here import Here
from .write.lookup import Lookup
from .write.memory import Memory, Promised, memory_of
from .write.memory import there as there_now
from .write.options import Options
from .write.pages import promise_pages, write_all, write_sources_again
from .write.search import CONVENTIONAL, INDEX, write_search
from .write.words import Shown, measure

_LESS = "quote less, or write ‘publish: full’ if the text is your own or its licence open"
Late = Callable[[], str]
DATA = (
    DATA_PATH,
    *(path for path, _ in LISTED),
    *(f"{TABLES_FOLDER}/{table.name}.csv" for table in TABLES),
)
"""The data files of a site without an address."""
SCHEMA = Path(__file__).parent / "write" / "dossier.schema.json"


@dataclass(frozen=True, slots=True)
class Site:
    files: Mapping[str, str]
    """Path in docs → content: Markdown pages and data."""
    pictures: Mapping[str, bytes]
    """Path in docs → content of what is no text."""
    shown: Mapping[str, Shown]
    """Source → how much of its words the files show."""
    updated: Mapping[str, str]
    """Path of a page → the year, month or day of its last substantive change."""
    problems: tuple[Problem, ...]
    """What only writing brings to light: too many of a source's words."""
    there: Mapping[str, set[str]]
    """Kind → ids and addresses, as the register names them."""
    late: Mapping[str, Late] = field(default_factory=dict)
    """Path in docs → what makes the content of one more file, when somebody asks for it."""


def write(dossier: Dossier, options: Options, edition: Edition | None = None) -> Site:
    """Return the whole tree; ``edition`` is what was released before.

    What is made of all pages, and few ask for, is late where the site is not published.
    """
    edition = edition or Edition()
    options = replace(options, data_files=LISTED, data_fields=data_fields_markdown())
    memory = memory_of(dossier, lasting=options.local)
    return (_served if options.local else _published)(dossier, options, edition, memory)


def _published(dossier: Dossier, options: Options, edition: Edition, memory: Memory) -> Site:
    release, urls = edition.release, options.directory_urls
    options = replace(options, cite=Citing(dossier, release, options.site_url, urls))
    headed = heads_of(memory, release, options.site_url, urls=urls)
    written = write_all(memory, options, headed)
    pages = written.texts
    there = present(dossier, pages)
    for path, end in stones(dossier, edition.register, pages, directory_urls=urls).items():
        here = Here(memory.lookup, options, path)
        pages[path] = pages[path] + end if path in pages else headed(here, end)
    files = Texts(pages)
    for more in aside(
        lambda: _data(memory, options, edition),  # done first, and gone
        lambda: Texts(write_search(memory, options, pages)),
    ):
        files.add(more)
    shown = measure({id_: each.text for id_, each in dossier.readings.items()}, files)
    counts = {id_: each.words for id_, each in shown.items()}
    write_sources_again(memory, replace(options, shown=counts), written, headed)
    files.add(pages)
    files.add(_counted(dossier, options, edition, counts))
    files.add(_schema())
    return Site(
        Texts.of(files.as_packed().items()),
        {PICTURE: picture(dossier)} if options.site_url else {},
        shown,
        last_changes(dossier, pages),
        tuple(_too_much(dossier, shown)),
        there,
    )


def _served(dossier: Dossier, options: Options, edition: Edition, memory: Memory) -> Site:
    """Return the tree, with what an edit may have changed, and few ask for, still to be made."""
    urls = options.directory_urls
    headed = heads_of(memory, edition.release, None, urls=urls)
    pages = promise_pages(dossier, options, memory, headed)
    there = present(dossier, pages)
    for path, end in stones(dossier, edition.register, pages, directory_urls=urls).items():
        here = Here(memory.lookup, options, path)
        ended = pages[path].then(partial(_ended, end)) if path in pages else None
        pages[path] = ended or there_now(headed(here, end))
    texts = dict(pages)
    if dossier.problems:
        counted = partial(_with_count, len(dossier.problems))
        pages = {path: page.then(counted) for path, page in pages.items()}
    files = {**{path: page() for path, page in pages.items() if page.is_there}, **_schema()}
    late = {path: page for path, page in pages.items() if not page.is_there}
    return Site(
        dict(sorted(files.items())),
        {},
        {},
        last_changes(dossier, pages),
        (),
        there,
        {**late, **_late(memory, options, edition, texts)},
    )


def _ended(end: str, text: str) -> str:
    return text + end


def _with_count(problems: int, text: str) -> str:
    """Have a page say, in its front matter, how many problems there are."""
    return f"---\nproblems: {problems}\n" + text.removeprefix("---\n")


def _schema() -> dict[str, str]:
    return {"data/dossier.schema.json": SCHEMA.read_text(encoding="utf-8")}


def _late(
    memory: Memory, options: Options, edition: Edition, pages: Mapping[str, Promised[str]]
) -> dict[str, Late]:
    """Return path → what makes the file; those of one kind are made together."""

    def find() -> dict[str, str]:
        return write_search(memory, options, {path: page() for path, page in pages.items()})

    data, search = cache(partial(_data, memory, options, edition)), cache(find)
    makers = {**dict.fromkeys(DATA, data), **dict.fromkeys((INDEX, CONVENTIONAL), search)}
    return {path: partial(_one_of, make, path) for path, make in makers.items()}


def _one_of(make: Callable[[], Mapping[str, str]], path: str) -> str:
    return make()[path]


def _data(memory: Memory, options: Options, edition: Edition) -> Texts:
    """Return the data files, before it is known how much is shown."""

    def make(lookup: Lookup) -> Texts:
        dossier, release, urls = lookup.dossier, edition.release, options.directory_urls
        texts = Texts(write_exports(dossier, release, options.site_url, directory_urls=urls))
        texts.add(_counted(dossier, options, edition, {}))
        return texts

    return memory.recall("data", (options, edition), make)


def _counted(
    dossier: Dossier, options: Options, edition: Edition, counts: Mapping[str, int]
) -> dict[str, str]:
    """Return the data files that do; ``counts`` is source → words shown, where that is known."""
    view = View(dossier, counts, options.directory_urls)
    return {
        DATA_PATH: write_data(dossier, counts, directory_urls=options.directory_urls),
        **write_tables(view, edition.release, options.site_url),
    }


def _too_much(dossier: Dossier, shown: Mapping[str, Shown]) -> list[Problem]:
    found = []
    for id_, each in shown.items():
        source = dossier.sources[id_]
        if source.publish != "quotations" or each.share <= source.quote_limit:
            continue
        largest = ", ".join(f"{path} ({words})" for path, words in each.contributors()[:5])
        what = (
            f"the site shows {each.words} of the {each.of} words of ‘{id_}’, {each.share:.0%},"
            f" more than its quote_limit of {source.quote_limit:.0%}"
        )
        where = source.keys.get("quote_limit", Where(source.path))
        found.append(problem(where, what, f"{_LESS}; most is shown by {largest}", "words-shown"))
    return found
