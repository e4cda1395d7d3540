"""Hostile Markdown becomes a clear message or a page in which nothing runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from active import active
from dossier.guarding import faults
from hostile import MARK
from hostile_prose import PROSE
from hostile_site import built, ferry_project, problems, run

# Raw HTML that is a block hides the marks of code from a reader of Markdown.
UNSEEN = f"<section>\n`<script>{MARK}()</script>`\n</section>\n"


def page(number: int) -> str:
    return f"docs/essays/p{number}.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = ferry_project(tmp_path_factory.mktemp("prose") / "project")
    (root / "docs/assets/evil.txt").write_text(f"<script>{MARK}()</script>\n", "utf-8")
    (root / "docs/essays").mkdir()
    for number, prose in enumerate(PROSE):
        text = f"---\ntitle: Page {number}\n---\nBefore.\n\n{prose}\n\nAfter.\n"
        (root / page(number)).write_text(text, "utf-8")
    return root


def test_hostile_prose_is_a_message_or_a_page_in_which_nothing_runs(root: Path) -> None:
    found = problems(root)
    pages = {page(number) for number in range(len(PROSE))}
    assert found.keys() <= pages, "no other page suffers"
    assert len(found) > 200
    assert len(pages - found.keys()) > 50
    for path in found:
        (root / path).unlink()
    site = built(root)
    # A handler without a value does nothing, and is an attribute like any other.
    assert [each for each in active(site) if not each.endswith("onclick=>")] == []
    assert (site / "essays").is_dir()


def test_what_no_check_of_the_prose_has_seen_stops_the_build(tmp_path: Path) -> None:
    root = ferry_project(tmp_path / "project")
    (root / "docs/essay.md").write_text(f"---\ntitle: Essay\n---\n{UNSEEN}", "utf-8")
    assert problems(root) == {}
    said = run(root, "mkdocs", "build", "--strict", "--site-dir", "site")
    assert said.returncode == 1
    assert "Traceback" not in said.stdout
    assert "docs/essay.md:1:1: what Markdown makes of this page could run: <script>" in said.stdout


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<SCRIPT src=x>",
        "<script type=module>",
        '<p title="a>b" onclick=x>',
        "<p title='\"' onclick=x>",
        "<p/onclick=x>",
        "<p\nonclick\n=x>",
        '<p style="x">',
        '<a href="javascript:x">',
        '<a href="java\tscript:x">',
        '<a href="&#106;avascript:x">',
        '<a href="javascript&colon;x">',
        "<a href=' javascript:x'>",
        "<a href=\x01javascript:x>",
        '<a href="data:text/html,x">',
        '<img src="https://elsewhere.example/x">',
        '<img src="//elsewhere.example/x">',
        '<img src="/\t/elsewhere.example/x">',
        '<img src="/&#9;/elsewhere.example/x">',
        '<img src="/&sol;elsewhere.example/x">',
        '<img src="/\\elsewhere.example/x">',
        "<iframe>",
        "<!--><script>x</script>-->",
        "<svg><set attributeName=href to=javascript:x>",
        '<svg><a xlink:href="javascript:x">',
    ],
)
def test_the_last_look_sees_what_could_run(html: str) -> None:
    assert faults(f"<p>Before.</p>{html}<p>After.</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>He said on Monday = yes, style = none, &lt;script&gt;.</p>",
        '<script type="application/json" id="x">{"a":"\\u003cscript"}</script>',
        '<a href="https://a.example/?b=c&amp;d=e#:~:text=f">a</a>',
        '<a href="../b/#c"><img src="../assets/d.svg" alt="onclick=e"></a>',
        '<a href="mailto:a@b.example" class="c">a</a><a href="#d">d</a><a href="e.md">e</a>',
        '<svg><title>a</title><path d="M0 0"/><use href="#b"/></svg>',
        '<p title="it\'s > that">3 < 4 and a<b</p>',
        '<img src="/assets/a.svg"><img src="../b/c.png?d&amp;e">',
    ],
)
def test_the_last_look_lets_what_is_harmless_pass(html: str) -> None:
    assert not faults(html)
