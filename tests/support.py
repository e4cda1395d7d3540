"""Builds of the real project and of copies of it, and a server for what they make."""

from __future__ import annotations

import atexit
import compileall
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def run_mkdocs(
    project: Path, site: Path, *options: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build ``project`` strictly into ``site``; what it prints is in ``stdout``."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site), *options],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


_LEFTOVERS = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")


@functools.cache
def _compiled_hooks() -> Path:
    """Return a copy of the hooks with their bytecode: no copy of it has to be compiled again."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    hooks = shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=_LEFTOVERS)
    assert compileall.compile_dir(hooks, quiet=1)
    return hooks


def copy_hooks(target: Path) -> None:
    shutil.copytree(_compiled_hooks(), target / "hooks")


def copy_project(target: Path) -> Path:
    """Copy what a build reads, without what tools left there, into the new folder ``target``."""
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, target / folder, ignore=_LEFTOVERS)
    copy_hooks(target)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def copy_ferry(target: Path) -> Path:
    """Copy the project with the small invented dossier in place of its own: quick to build."""
    copy_project(target)
    for folder in ("docs/actors", "docs/places", "docs/timeline", "seeds", "docs/basemap"):
        shutil.rmtree(target / folder)
    shutil.copytree(ROOT / "tests/ferry", target, dirs_exist_ok=True)
    config = target / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("recapture-of-palmyra", "ferry-aground-event"), encoding="utf-8")
    return target


FERRY_CONFIG = """\
site_name: The ferry
extra:
  dossier:
    event: ferry-aground-event
"""


def ferry_project(target: Path) -> Path:
    """Make a project of the invented event (tests/ferry) in the new folder ``target``."""
    shutil.copytree(ROOT / "tests/ferry", target)
    (target / "mkdocs.yml").write_text(FERRY_CONFIG, encoding="utf-8")
    return target


class _Handler(http.server.SimpleHTTPRequestHandler):
    """As a web host does it: silent, and with the site's own page where there is none."""

    def log_message(self, *_: object) -> None:
        """Keep the tests' output to the tests."""

    def copyfile(self, source: Any, outputfile: Any) -> None:  # noqa: ANN401  # as it is inherited
        with suppress(ConnectionError):  # who goes on to another page waits for nothing of this one
            super().copyfile(source, outputfile)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not own.is_file():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on a free port of this machine; gives the address, ending in ``/``."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
