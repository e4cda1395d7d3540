"""``dossier new``: asks what a record needs, or takes it as options, and writes one that passes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from . import edtf
from .config import ConfigError, find_config, read_config
from .problems import did_you_mean
from .project import Project, read_files, read_records
from .starting import (
    fault_of_address,
    fault_of_id,
    fault_of_quote,
    fault_of_text,
    fault_of_title,
    keep,
    start_record,
)
from .terminal import as_lines, configuration, progress

Check = Callable[[str], str | None]
"""Says what is wrong with an answer, or nothing."""


@click.group(short_help="Write a new record.")
def new() -> None:
    """Write a new record: an actor, a place, an event or a source.

    What is not given as an option is asked for, at a terminal.  The record is checked with
    everything else, and is written only if it breaks nothing.  ID is the file's name, and is made
    from the title where it is not given.

    \b
    dossier new actor --title "Harbour Board" --kind authority
    dossier new place --title "Otter Rock" --kind rock --part-of varn-bay
    dossier new event --title "The ferry leaves" --source report --quote "left port"
    dossier new source the-report      (after its text was saved as seeds/the-report.txt)
    """  # noqa: D301 - Click keeps the lines after a real \b


def ids_of(
    kind: str, *, with_text: bool = False
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Complete the ids of a kind of record in the project at hand; of sources, of all or texts."""

    def complete(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        try:
            project = read_config(find_config(Path.cwd())).project
        except ConfigError:
            return []
        _, ids, _ = read_records(read_files(project)[0])
        named = sorted(id_ for id_, its in ids.items() if its == kind and id_.startswith(begun))
        texts = project.root / project.seeds
        return [
            CompletionItem(id_)
            for id_ in named
            if not with_text or (texts / f"{id_}.txt").is_file()
        ]

    return complete


_id = click.argument("id_", metavar="[ID]", required=False)
_title = click.option("--title", help="The page's title: Harbour Board.")
_date = "EDTF, as far as it is known: 2016-03-27, 2016-03 or 2016-03-20/2016-03-26."


@new.command(short_help="Whoever does or says something.")
@_id
@_title
@click.option("--kind", help="What it is, in a word or two: person, government, news agency.")
@click.option("--description", help="One line for cards and search.")
@click.pass_obj
def actor(config_file: Path | None, /, id_: str | None, **given: str | None) -> None:
    """A person, a group, a government, an agency: whoever does or says something."""
    asker = _Asker(config_file, given)
    asker.ask("title", "Name, as a title", unless=id_, wrong=asker.takes("actor"))
    asker.ask("kind", "What is it? (person, armed group, news agency …)")
    asker.write("actor", id_)


@new.command(short_help="Wherever something happens.")
@_id
@_title
@click.option("--kind", help="What it is, in a word or two: city, castle, province.")
@click.option(
    "--part-of", metavar="ID", help="The place it lies in.", shell_complete=ids_of("place")
)
@click.option("--lat", help="Degrees north; with --lon and --precision.")
@click.option("--lon", help="Degrees east.")
@click.option("--precision", help="point, site, city, governorate or country.")
@click.option("--radius-km", help="How far off the point may be.")
@click.option("--description", help="One line for cards and search.")
@click.pass_obj
def place(config_file: Path | None, /, id_: str | None, **given: str | None) -> None:
    """A country, a city, a building: wherever something happens."""
    location = {key: given.pop(key) for key in ("lat", "lon", "precision", "radius_km")}
    asker = _Asker(config_file, given)
    asker.ask("title", "Name, as a title", unless=id_, wrong=asker.takes("place"))
    asker.ask("kind", "What is it? (city, castle, province …)")
    asker.ask("part_of", "Id of the place it lies in", optional=True, wrong=asker.names("place"))
    asker.write("place", id_, location={k: v for k, v in location.items() if v})


@new.command(short_help="Something that a source tells of.")
@_id
@_title
@click.option(
    "--source",
    metavar="ID",
    help="A text that tells of it.",
    shell_complete=ids_of("source", with_text=True),
)
@click.option("--quote", help="The shortest of its words that prove it, found there once.")
@click.option("--passage", help="The passage, where the words stand in several.")
@click.option("--date", help=f"Where no text gives it. {_date}")
@click.option(
    "--work",
    metavar="ID",
    help="A cited work that knows of it, in place of a quote.",
    shell_complete=ids_of("source"),
)
@click.option("--description", help="One line for cards and search.")
@click.pass_obj
def event(config_file: Path | None, /, id_: str | None, **given: str | None) -> None:
    """Something that a source tells of, on the words that tell of it."""
    asker = _Asker(config_file, given)
    asker.ask("title", "What happened, as a title", unless=id_, wrong=asker.takes("event"))
    if not given.get("work"):
        texts = asker.texts()
        only = texts[0] if len(texts) == 1 else None
        asker.ask(
            "source",
            f"Source that tells of it ({', '.join(texts)})",
            default=only,
            wrong=lambda id_: None if id_ in texts else f"no text; {did_you_mean(id_, texts)}",
        )
        project, source = asker.project, asker.given.get("source") or ""
        asker.ask(
            "quote",
            "Its words, the shortest that prove it",
            wrong=lambda words: fault_of_quote(project, source, words),
            optional=True,
        )
    if not asker.given.get("quote"):
        asker.ask("date", "Date, as EDTF", wrong=_fault_of_date, optional=True)
        asker.ask(
            "work",
            "Id of a cited work that knows of it",
            optional=True,
            wrong=asker.names("source"),
        )
    asker.write("event", id_)


@new.command(short_help="A report or a work that is only cited.")
@_id
@_title
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="The author as printed.")
@click.option("--url", help="The publisher's page.")
@click.option("--published", help=f"The day of publication. {_date}")
@click.option("--language", help="A language tag: en, ar.")
@click.option("--rights", help="Who holds the rights.")
@click.option(
    "--publish",
    type=click.Choice(["quotations", "full"]),
    help="full: an open licence, or a text of one's own; else quotations.",
)
@click.pass_obj
def source(config_file: Path | None, /, id_: str | None, **given: str | None) -> None:
    """A report whose text lies in seeds/ID.txt, or a work that is only cited."""
    asker = _Asker(config_file, given)
    asker.ask("title", "Title, as printed", wrong=None if id_ else asker.takes("source"))
    asker.ask("publisher", "Publisher", optional=True)
    asker.ask("url", "Address of its page", optional=True, wrong=fault_of_address)
    asker.ask("published", "Published on, as EDTF", wrong=_fault_of_date, optional=True)
    asker.write("source", id_)


def _fault_of_date(text: str) -> str | None:
    try:
        edtf.parse(text)
    except edtf.EdtfError as error:
        return f"{error}; {error.remedy}"
    return None


class _Asker:
    """Collects what a record needs: from the options, then from the person at the terminal."""

    def __init__(self, config_file: Path | None, given: Mapping[str, str | None]) -> None:
        self.project: Project = configuration(config_file).project
        self.given: dict[str, str | None] = dict(given)
        self._asks = sys.stdin.isatty()

    def texts(self) -> list[str]:
        folder = self.project.root / self.project.seeds
        return sorted(path.stem for path in folder.glob("*.txt")) if folder.is_dir() else []

    def takes(self, kind: str) -> Check:
        """Say of a title whether a record can be made of it."""
        return lambda title: fault_of_title(self.project, kind, title)

    def names(self, kind: str) -> Check:
        """Say of an id whether there is such a record."""
        return lambda id_: fault_of_id(self.project, kind, id_)

    def ask(  # noqa: PLR0913 - each says one thing of the question
        self,
        key: str,
        question: str,
        *,
        unless: str | None = None,
        default: str | None = None,
        optional: bool = False,
        wrong: Check | None = None,
    ) -> None:
        """Ask for a key that no option gave; again, where the answer is wrong."""
        if self.given.get(key) or unless or not self._asks:
            return
        hint = f"{question} (Enter: none)" if optional else question
        while True:
            answer = click.prompt(
                hint,
                default=default or ("" if optional else None),
                show_default=bool(default),
                err=True,
            ).strip()
            fault = (wrong(answer) if wrong else fault_of_text(key, answer)) if answer else None
            if not fault:
                self.given[key] = answer or None
                return
            click.echo(f"  {fault}", err=True)

    def write(self, kind: str, id_: str | None, location: Mapping[str, str] | None = None) -> None:
        if not id_ and not self.given.get("title"):
            raise click.UsageError(f"say which: ‘dossier new {kind} ID’, or give --title")
        values = {key: value for key, value in self.given.items() if value}
        try:
            started = start_record(self.project, kind, id_, values, location)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        with progress("Checking the record with everything else"):
            to_come, wrong = keep(self.project, started)
        path = started.path.relative_to(self.project.root).as_posix()
        if wrong:
            for line in as_lines(wrong, "text"):
                click.echo(line, err=True)
            raise click.ClickException(f"{path} was not written")
        click.echo(path)
        for line in as_lines(to_come, "text"):
            click.echo(f"still to come: {line}", err=True)
