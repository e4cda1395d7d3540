"""The ``dossier`` command, for those who write: check, read, draft, new, diff and so on.

Each command is an edge: it reads files, calls the core, prints.  What the core cannot do it
says in one line; a traceback is a defect.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from . import edtf
from .build import build_dossier
from .cli_new import ids_of, new
from .comparing import compare, revision_state, state, told
from .drafting import Drafted, draft_files
from .editors import editor_files
from .project import Project, load, read_files, read_records
from .readout import read_out
from .registering import registered
from .revision import RevisionError
from .terminal import as_lines, configuration, progress
from .tree import dated, from_files, write_tree


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    help="The mkdocs.yml (found from here upwards if not given).",
)
@click.pass_context
def main(context: click.Context, config_file: Path | None) -> None:
    """Document an event from reports of it.

    \b
    A first source:     put its text into seeds/ID.txt, then
                        dossier new source ID
    See it read:        dossier read seeds/ID.txt --published 2016-03-27
    Draft its pages:    dossier draft ID
    Add a page:         dossier new actor (or place, event)
    Before a commit:    dossier check
    What has changed:   dossier diff main
    Before a release:   dossier register

    Each command says more: dossier new event --help.  The guide is CONTRIBUTING.md, and the pages
    under “Contribute” on the site.
    """  # noqa: D301 - Click keeps the lines after a real \b
    context.obj = config_file


@main.command(short_help="Say every problem and how to mend it.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
    show_default="text; github in its workflows",
    help="github: as annotations at their lines.",
)
@click.pass_obj
def check(config_file: Path | None, paths: tuple[Path, ...], form: str) -> None:
    """Say every problem at once, as path:line:column: what; what to do.

    In brackets follows the paragraph of the guide that explains it.  With PATHs, only the
    problems in those files and folders.  Exits 1 if there is one.
    """
    config = configuration(config_file, form)
    root = config.project.root
    wanted = [_inside(path, root) for path in paths]
    with progress("Reading and checking"):
        built = build_dossier(root / config.project.config)
    found = (*built.problems, *built.lost)
    shown = [p for p in found if not wanted or any(_under(p.path, w) for w in wanted)]
    for line in as_lines(shown, form):
        click.echo(line)
    if shown:
        click.echo(f"{len(shown)} problem{'s' if len(shown) > 1 else ''}", err=True)
        raise SystemExit(1)
    click.echo("No problems.", err=True)


def _inside(path: Path, root: Path) -> str:
    whole = path.resolve()
    if not whole.exists():
        raise click.ClickException(f"there is no file or folder {path}")
    if not whole.is_relative_to(root.resolve()):
        raise click.ClickException(f"{path} lies outside the project, {root}")
    return whole.relative_to(root.resolve()).as_posix()


def _under(path: str, wanted: str) -> bool:
    return wanted in (".", path) or path.startswith(f"{wanted}/")


@main.command(short_help="Show what is seen in any plain text.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--published",
    required=True,
    metavar="DATE",
    help="Day of publication as EDTF: 2016-03-27 or 2016-03-27/2016-03-31.",
)
@click.option(
    "--names",
    metavar="DOCS",
    type=click.Path(path_type=Path),
    help="A docs folder whose actors and places are known.",
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True
)
@click.option(
    "--week-starts",
    type=click.Choice(["sunday", "monday", "saturday"]),
    default="sunday",
    show_default=True,
)
def read(file: Path, published: str, names: Path | None, form: str, week_starts: str) -> None:
    """Show what the hooks see in any plain text: names, times, speech, figures.

    As jsonl, a line for each finding: its kind (passage, sentence, mention, name, time, speech or
    figure), its words and where they start and end, in characters; names no page covers are "name".
    """
    try:
        edtf.parse(published)
    except edtf.EdtfError as error:
        raise click.BadParameter(
            f"‘{published}’: {error}; {error.remedy}", param_hint="--published"
        ) from error
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{file} is not UTF-8 (byte {error.start}); save it as UTF-8"
        ) from error
    docs = None
    if names is not None:
        if not names.is_dir():
            raise click.ClickException(f"there is no folder {names}")
        whole = names.resolve()
        docs = read_records(read_files(Project(whole.parent, docs=whole.name))[0])[0]
    with progress("Reading the text"):
        lines = list(read_out(text, published, docs, form=form, week_starts=week_starts))
    for line in lines:
        sys.stdout.write(line + "\n")


@main.command(short_help="Write draft pages from a source.")
@click.argument("source", shell_complete=ids_of("source", with_text=True))
@click.option(
    "--stdout", "to_stdout", is_flag=True, help="Print the files instead of writing them."
)
@click.pass_obj
def draft(config_file: Path | None, source: str, to_stdout: bool) -> None:  # noqa: FBT001 - a flag of the command
    """Write draft pages for what SOURCE names or dates and no page covers.

    SOURCE is the id of a text in seeds/.  Existing files are left alone.
    """
    config = configuration(config_file)
    with progress("Reading the sources"):
        dossier = load(config.project)
        if source not in dossier.readings:
            faults = [each for each in dossier.problems if each.path.startswith(f"seeds/{source}.")]
            if faults:
                raise click.ClickException(f"‘{source}’ has a problem; mend it first: {faults[0]}")
            known = ", ".join(dossier.readings) or "none yet"
            raise click.ClickException(f"there is no text ‘{source}’ in seeds/; there are: {known}")
        drafted = draft_files(config.project, source)
    for each in drafted:
        if to_stdout:
            click.echo(f"--- {each.path}\n{each.content}")
        else:
            _write_draft(config.project, each)
    for name in dossier.readings[source].unsure:
        click.echo(f"unsure  {name.name}: {name.unsure}; no draft", err=True)
    click.echo(f"{len(drafted)} draft{'' if len(drafted) == 1 else 's'} from ‘{source}’", err=True)


def _write_draft(project: Project, each: Drafted) -> None:
    path = project.root / project.docs / each.path
    if path.exists():
        click.echo(f"kept    {project.docs}/{each.path}")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(each.content, encoding="utf-8")
    click.echo(f"written {project.docs}/{each.path}")


main.add_command(new)


@main.command(short_help="List the pages and facts that differ.")
@click.argument("base", metavar="BASE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="markdown: for a pull request's summary.",
)
@click.pass_obj
def diff(config_file: Path | None, base: str, form: str) -> None:
    """List the pages that differ from BASE, and the changed facts in words.

    BASE is a revision of git's: main, HEAD~1, a tag.  Both states are built with the hooks as
    they are now, so that what differs comes from the records and sources alone.

    \b
    dossier diff main
    """  # noqa: D301 - Click keeps the lines after a real \b
    config = configuration(config_file)
    with progress(f"Building {base} and the working tree"):
        try:
            difference = compare(revision_state(config, base), state(config.project))
        except RevisionError as error:
            raise click.ClickException(str(error)) from error
    for line in told(difference, base, form):
        click.echo(line)


@main.command(short_help="Write the keys of records for editors.")
@click.argument("folder", metavar="[DIR]", default=".vscode", type=click.Path(path_type=Path))
def schema(folder: Path) -> None:
    """Write JSON Schemas and snippets of every kind of record into DIR (.vscode if not given).

    Editors use them to complete keys and to mark mistakes while you type.
    """
    for name, content in editor_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        click.echo(path.as_posix())


@main.command(short_help="Complete commands and ids in a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete commands, options and identifiers.

    \b
    bash:  eval "$(dossier completion bash)"     in ~/.bashrc
    zsh:   eval "$(dossier completion zsh)"      in ~/.zshrc, below its compinit
    fish:  dossier completion fish > ~/.config/fish/completions/dossier.fish
    """  # noqa: D301 - Click keeps the lines after a real \b
    script = get_completion_class(shell)
    if script is not None:
        click.echo(script(main, {}, "dossier", "_DOSSIER_COMPLETE").source())


@main.command(short_help="Enter new ids before a release.")
@click.pass_obj
def register(config_file: Path | None) -> None:
    """Enter what is new into the register of identifiers and addresses, before a release.

    What was released and is no longer there is told instead, and nothing is written.
    """
    config = configuration(config_file)
    with progress("Reading and writing"):
        path, text, problems = registered(config)
    for each in problems:
        click.echo(str(each))
    if problems:
        raise SystemExit(1)
    known = path.read_text("utf-8") if path.is_file() else ""
    new = text.count("\n  ") - known.count("\n  ")
    path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{new} new in {path.relative_to(config.project.root).as_posix()}", err=True)


@main.command(short_help="Write the whole tree as Markdown.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def write(config_file: Path | None, folder: Path) -> None:
    """Write the whole docs tree into DIR, as plain Markdown and assets.

    For site generators that run no hooks, and for seeing a change as a diff.  DIR is made, or
    must be empty or an earlier such tree.
    """
    config = configuration(config_file)
    with progress("Building the pages"):
        built = build_dossier(config.project.root / config.project.config)
    if built.problems:
        for each in built.problems:
            click.echo(str(each), err=True)
        raise click.ClickException("nothing was written")
    docs = config.project.root / config.project.docs
    try:
        with progress("Writing the files"):
            files = dated({**built.files, **built.pictures}, built.updated)
            files = from_files(files) if config.directory_urls else files
            count = write_tree(files, docs, folder)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{count} files written to {folder}", err=True)


if __name__ == "__main__":
    main()
