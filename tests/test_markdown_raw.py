"""Raw HTML set aside in one look: what comes of a page is the same with and without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from dossier.build import build_dossier
from markdown_raw import RawBlocks
from support import ROOT

PIECES = (
    "Words of prose, `<div>` and *more*.",
    "# A heading {#here}",
    "- an item\n- another",
    '<div class="a"><p>One</p></div>',
    '<section id="s">\n<p>One<br>two</p>\n<hr>\n<img src="a.svg" alt="">\n</section>',
    '<ul>\n<li><a href="x?a=1&amp;b=2">x</a></li>\n</ul>',
    "<p>One</p>\n<p>Two</p>",
    "<p>One</p> and more",
    "<p>One</p>\nand more",
    '<div class="opening" markdown="1">',
    '<div markdown="span">*One*</div>',
    "<details><summary>One</summary>",
    "</div>",
    "</details>",
    "<svg viewBox='0 0 1 1'><path d=\"M0 0\"/></svg>",
    "<figure><svg><title>A > b</title></svg></figure>",
    "<!-- a note -->",
    "<!-- a note\n\nof two parts -->",
    "<script>if (1 < 2) { alert(1) }</script>",
    '<script type="application/json">{"a": "\\u003c"}</script>',
    "<pre>one\n  two</pre>",
    "<pre>one",
    "<textarea><div></textarea>",
    "<DIV ID='upper'>One</DIV>",
    "<div id=bare>One</div>",
    "<p>3 < 4</p>",
    '<p title="3 < 4">One</p>',
    "<p>One</b></p>",
    "<p>R&D, AT&T; &copy 2016, &lt b, &#169; and &#xA9;</p>",
    "<p>&#169 and &#xA9 unended</p>",
    "<p>&#xZZ; is no number</p>",
    "Neither &#; nor &# is.",
    "<p>One</p><hr/>",
    "<p>One</p>&nbsp;",
    "<div/>&lt;div&gt;",
    "<ul><li>One</li></ul> and more <br>",
    "<b>One</b>",
    '<span lang="ar">x</span> and <b>more',
    "text<div>One</div>",
    "    <div>code</div>",
    "```\n<div>code</div>\n```",
    "~~~\n<div>\n\n</div>\n~~~",
    "[^1]: <p>One</p>",
    "A note.[^1]",
    "<?php one ?>",
    "<custom-tag>One</custom-tag>",
    "> <div>quoted</div>",
    "<table><tr><td>1</td></tr></table>",
    "| a |\n|---|\n| <b>1</b> |",
    '<a name="old"></a>',
    '<div><a name="old"></a></div>',
    "<p>One",
    "<p>" + "\u0002wzxhzdk:0\u0003" + "</p>",
)


def extensions() -> tuple[list[Any], dict[str, Any]]:
    """Return the extensions of the site, and their settings."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    given = yaml.safe_load(text[text.index("markdown_extensions:") :])["markdown_extensions"]
    names, settings = [], {}
    for each in given:
        for name, values in (each if isinstance(each, dict) else {each: {}}).items():
            names.append(name)
            settings[name] = values
    return names, settings


NAMES, SETTINGS = extensions()


def converted(text: str, *more: object) -> str:
    return str(Markdown(extensions=[*NAMES, *more], extension_configs=SETTINGS).convert(text))


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("\n\n".join))
@example("\n\n".join(PIECES))
def test_any_page_is_converted_as_without_it(text: str) -> None:
    assert converted(text, RawBlocks()) == converted(text)


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_between_others(piece: str) -> None:
    for text in (piece, f"One.\n\n{piece}\n\n<div>Two</div>\n\nThree.", f"{piece}\n{piece}"):
        assert converted(text, RawBlocks()) == converted(text)


def test_the_pages_of_the_ferry_are_converted_as_without_it(ferry: Path) -> None:
    pages = build_dossier(ferry / "mkdocs.yml").files
    aside = 0
    for path, text in pages.items():
        if path.endswith(".md"):
            raw = RawBlocks()
            assert converted(text, raw) == converted(text), path
            aside += bool(raw.ids)
    assert aside > 10


def test_the_anchors_of_what_is_set_aside_are_known() -> None:
    raw = RawBlocks()
    text = "<div id='a'><p ID = \"b&amp;c\">x</p><a name='d'>y</a><input name='e'></div>"
    converted(text, raw)
    assert raw.ids == {"a", "b&c", "d"}
    converted("No anchor.", raw)
    assert not raw.ids
