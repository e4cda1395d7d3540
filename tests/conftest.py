"""What the tests share: the real site, a server for it, a browser, a copy of the project."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from find_browser import REMEDY, find_browser
from support import ROOT, copy_project, ferry_project, run_mkdocs, serve
from waiting import PATIENCE

# Commands speak to a person here, in a workflow too: what they say to that has a test of its own.
os.environ.pop("GITHUB_ACTIONS", None)
# Where the site is published is said by the tests that ask for it, and by nobody's environment.
for setting in ("SITE_URL", "REPO_URL", "EDIT_URI"):
    os.environ.pop(setting, None)
BROWSER_FLAGS = (
    "--headless",
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # other servers are not reached
)
PUBLISHED = "https://dossier.example/some/folder/"
NOT_CHECKED = "not checked"
NEEDS = {"browser": f"a browser. {REMEDY}", "java": "Java: the book is not held to its standard."}
"""What a machine may lack: the fixture that skips without it → how that is told."""

PageMaker = Callable[..., Page]

# Machines differ in speed; in CI Hypothesis has a profile of its own, the same examples each time.
expect.set_options(timeout=PATIENCE)
settings.register_profile("patient", deadline=None)
if not os.environ.get("CI"):
    settings.load_profile("patient")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, for a test to break."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A project of the invented event, for a test to break."""
    return ferry_project(tmp_path / "ferry")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once from the real project."""
    folder = tmp_path_factory.mktemp("built") / "site"
    result = run_mkdocs(ROOT, folder)
    assert result.returncode == 0, f"mkdocs build --strict failed:\n{result.stdout}"
    return folder


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``make offline`` makes, before it is packed; built once."""
    folder = tmp_path_factory.mktemp("taken along") / "offline"
    result = run_mkdocs(ROOT, folder, "--no-directory-urls", SITE_URL="")
    assert result.returncode == 0, result.stdout
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site as it is published at ``PUBLISHED``, with one correction."""
    project = copy_project(tmp_path_factory.mktemp("published") / "project")
    page = project / "docs/actors/sohr.md"
    change = 'history: [{date: 2026-11-20, what: "A <new> name was added."}]'
    page.write_text(page.read_text("utf-8").replace("---\n", f"---\n{change}\n", 1), "utf-8")
    result = run_mkdocs(project, project / "site", SITE_URL=PUBLISHED)
    assert result.returncode == 0, result.stdout
    return project / "site"


# --- A server and a browser -----------------------------------------------------------


@dataclass(frozen=True)
class ServedSite:
    """The built site with an address; ``requests`` logs every address a browser asked for."""

    folder: Path
    url: str
    requests: list[str]


@pytest.fixture(scope="session")
def served_site(site: Path) -> Iterator[ServedSite]:
    with serve(site) as url:
        yield ServedSite(site, url, [])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One real Chromium for all tests; without one CI fails, and elsewhere the skip is told."""
    path = find_browser()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(f"no browser. {REMEDY}")
        pytest.skip("no browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(BROWSER_FLAGS))
        yield chromium
        chromium.close()


@contextmanager
def making_pages(browser: Browser, served_site: ServedSite) -> Iterator[PageMaker]:
    """Make pages on the served site (options as for Playwright's new_context).

    A request to any other server leads nowhere, and fails the test when it ends; so do errors in
    the console, among them all that a page's policy forbids.
    """
    foreign: list[str] = []
    errors: list[str] = []
    with ExitStack() as contexts:

        def make(**options: Any) -> Page:  # noqa: ANN401  # Playwright's own options
            context = browser.new_context(base_url=served_site.url, **options)
            contexts.callback(context.close)
            _watch(context, served_site, foreign)
            listen(context, errors)
            return context.new_page()

        yield make
    assert not foreign, f"requests to other servers: {sorted(set(foreign))}"
    assert not errors, f"errors in the console: {errors}"


@pytest.fixture
def new_page(browser: Browser, served_site: ServedSite) -> Iterator[PageMaker]:
    with making_pages(browser, served_site) as make:
        yield make


@pytest.fixture
def page(new_page: PageMaker) -> Page:
    """A desktop page on the served site, watched as ``new_page`` says."""
    return new_page(viewport={"width": 1280, "height": 900})


def _watch(context: BrowserContext, served: ServedSite, foreign: list[str]) -> None:
    """Look on: a route would hold up each request, and turn the browser's cache off."""

    def note(request: Request) -> None:
        served.requests.append(request.url)
        address = urlsplit(request.url)
        own = f"{address.scheme}://{address.netloc}/" == served.url
        if not own and address.scheme not in {"data", "blob", "about", "file"}:
            foreign.append(request.url)

    context.on("request", note)


def listen(context: BrowserContext, errors: list[str]) -> None:
    """Add what the browser's console calls an error, other than a page that is not there."""

    def console(said: ConsoleMessage) -> None:
        if said.type == "error" and "Failed to load resource" not in said.text:
            errors.append(said.text)

    context.on("console", console)
    context.on("weberror", lambda error: errors.append(str(error.error)))


@pytest.fixture(scope="session")
def java() -> None:
    """Skip, and say so, where there is no Java."""
    if shutil.which("java") is None:
        pytest.skip("no Java")


# --- What was not checked is said -----------------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Mark it on the report: reports of tests in other processes come with what they carry."""
    report = yield
    if report.skipped:
        asked = NEEDS.keys() & getattr(item, "fixturenames", ())
        # One that is skipped for a reason of its own lacks nothing.
        lacking = {what for what in asked if f"no {what}" in str(report.longrepr).casefold()}
        report.user_properties += [(NOT_CHECKED, what) for what in lacking]
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.getreports("skipped")
    lacking = [tuple(each) for report in skipped for each in report.user_properties]
    missed = {what: lacking.count((NOT_CHECKED, what)) for what in NEEDS}
    if any(missed.values()):
        terminalreporter.section("NOT CHECKED", yellow=True, bold=True)
    for what, count in missed.items():
        if count:
            terminalreporter.line(f"{count} tests did not run: they need {NEEDS[what]}")
