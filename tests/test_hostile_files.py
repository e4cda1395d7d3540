"""Files that are broken, huge, misnamed or lead elsewhere: each is told, and nothing else falls."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from hostile import MARK
from hostile_site import built, ferry_project, problems, run

ACTOR = "title: Ann\nkind: person\n"
SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'{}>{}</svg>"
)
BYTES = {
    "nul": b"---\ntitle: A\0nn\nkind: person\n---\n",
    "not-utf-8": b"---\ntitle: Jos\xe9\nkind: person\n---\n",
    "lone-surrogate": b"---\ntitle: \xed\xa0\x80\nkind: person\n---\n",
    "overlong": b"---\ntitle: \xc0\xbcscript\nkind: person\n---\n",
    "utf-16": f"---\n{ACTOR}---\n".encode("utf-16"),
    "utf-16-be": b"\xfe\xff" + f"---\n{ACTOR}---\n".encode("utf-16-be"),
    "utf-32": f"---\n{ACTOR}---\n".encode("utf-32"),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "empty": b"",
}
YAML = {
    "laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "alias-of-itself": "a: &a [*a]\n",
    "merge": "a: &a {title: A}\n<<: *a\n",
    "python-object": f"title: !!python/object/apply:os.system [touch {MARK}]\nkind: person\n",
    "python-name": "title: !!python/name:os.system\nkind: person\n",
    "include": "title: !include /etc/passwd\nkind: person\n",
    "binary": "title: !!binary aGVsbG8=\nkind: person\n",
    "tag": "!<tag:evil.example,2002:x>\ntitle: A\n",
    "directive": "%YAML 9.9\n---\ntitle: A\n",
    "two-documents": "title: A\nkind: person\n---\ntitle: B\n",
    "deep-brackets": "title: " + "[" * 10_000 + "\n",
    "deep-braces": "title: " + "{a: " * 10_000 + "\n",
    "deep-blocks": "".join(f"{' ' * n}a:\n" for n in range(1_000)),
    "deep-lists": "title: " + "\n" + "- " * 10_000 + "x\n",
    "many-keys": "".join(f"k{n}: v\n" for n in range(3_000)),
    "same-key": "title: A\n" * 2_000,
    "long-key": "k" * 100_000 + ": v\n",
    "long-line": "title: " + "a" * 900_000 + "\nkind: person\n",
    "list-as-key": "? [a, b]\n: c\n",
    "escaped-nul": 'title: "A\\0"\nkind: person\n',
    "escaped-surrogate": 'title: "\\ud800"\nkind: person\n',
    "escaped-bell": 'title: "A\\a"\nkind: person\n',
    "turned-around": 'title: "A\\u202eB"\nkind: person\n',
    "unclosed": 'title: "A\nkind: person\n',
    "tab": "title: A\n\tkind: person\n",
    "comment-alone": "# nothing\n",
    "scalar": "just words\n",
    "list": "- a\n- b\n",
}
LOCATIONS = (
    "{lat: .nan, lon: 0}", "{lat: nan, lon: 0}", "{lat: .inf, lon: 0}", "{lat: 1e999, lon: 0}",
    "{lat: 91, lon: 0}", "{lat: 0, lon: -181}", "{lat: 0x1F, lon: 0}", "{lat: 1_0, lon: 0}",
    f"{{lat: {'9' * 5_000}, lon: 0}}", "{lat: ١٢, lon: 0}", "{lat: [1], lon: {a: b}}",
    "{lat: 1, lon: 1, precision: city, radius_km: -1}", "[1, 2]", "1,2",
)  # fmt: skip
DATES = (
    "2016-13-01", "2016-02-30", "0000-00-00", "9999-99-99", "10000-01-01", "Y170000002", "y-5e9",
    "2016-03-27/2016-03-01", "../2016", "2016/..", "2016-03-27T25:61:61Z", "now", "١٢", "2016-99",
    "-" * 2_000, "2" * 5_000, "[2016, 2017..]", "{a: b}", "1667~/1668?/x", "2016-W54",
)  # fmt: skip
DRAWINGS = {
    "script": SVG.format("", f"<script>{MARK}()</script>"),
    "prefixed": SVG.format(
        " xmlns:s='http://www.w3.org/2000/svg'", f"<s:script>{MARK}()</s:script>"
    ),
    "onload": SVG.format(f" onload='{MARK}()'", ""),
    "link": SVG.format("", f"<a xlink:href='javascript:{MARK}()'><path d='M0 0'/></a>"),
    "set": SVG.format("", f"<a><set attributeName='href' to='javascript:{MARK}()'/></a>"),
    "foreign": SVG.format("", "<foreignObject><p>x</p></foreignObject>"),
    "fetch": SVG.format("", "<image href='https://evil.example/x.png'/>"),
    "style": SVG.format("", "<style>path{fill:url(https://evil.example/x)}</style>"),
    "entity": "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("", "&a;"),
    "sheet": "<?xml-stylesheet href='x.xsl'?>" + SVG.format("", ""),
    "broken": "<svg",
    "nothing": "",
}
PASSWD = Path("/etc/passwd")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ferry_project(tmp_path_factory.mktemp("files") / "project")


@pytest.fixture(scope="module")
def expected(root: Path) -> set[str]:
    """Put all of it into the project; gives the paths that a problem must name."""
    files: dict[str, bytes] = {}
    for name, data in BYTES.items():
        files[f"docs/actors/bytes-{name}.md"] = data
        files[f"seeds/bytes-{name}.yml"] = data
    for name, text in YAML.items():
        files[f"docs/actors/yaml-{name}.md"] = f"---\n{text}---\n".encode()
        files[f"docs/essays/yaml-{name}.md"] = f"---\n{text}---\n".encode()
        files[f"seeds/yaml-{name}.yml"] = text.encode()
    for number, location in enumerate(LOCATIONS):
        text = f"---\ntitle: Place {number}\nkind: town\nlocation: {location}\n---\n"
        files[f"docs/places/location-{number}.md"] = text.encode()
    for number, day in enumerate(DATES):
        text = f"---\ntitle: Event {number}\ndate: {day}\nother_sources: []\n---\n"
        files[f"docs/timeline/date-{number}.md"] = text.encode()
    for name, drawing in DRAWINGS.items():
        files[f"docs/assets/{name}.svg"] = drawing.encode()
    files["docs/assets/page.html"] = files["docs/essays/Page.HTM"] = b"<p>Hello.</p>"
    files["docs/assets/page.xhtml"] = files["docs/feed.xml"] = b"<p xmlns='x'>Hello.</p>"
    for name in ("aux", "con", "nul", "com1", "lpt9"):
        files[f"docs/actors/{name}.md"] = f"---\ntitle: {name}\nkind: person\n---\n".encode()
    for name in ("<b>", 'a"b', "a'b", "a\nb", "a\u202eb", "a%2e", "a#b", "a?b", "a\\b", "{{a}}"):
        files[f"docs/essays/{name}.md"] = b"Hello.\n"
    for name in ("a b", "A", "é", "a_b", "-a", "x" * 101):
        files[f"docs/actors/{name}.md"] = f"---\n{ACTOR}---\n".encode()
    files["docs/essays/long.md"] = b"a" * 400_000
    files["docs/essays/brackets.md"] = b"[" * 200_000
    files["docs/essays/quotes.md"] = b"> " * 1_000 + b"x"
    files["docs/essays/nested.md"] = "".join(f"{' ' * 4 * n}- x\n" for n in range(500)).encode()
    files["seeds/huge.txt"] = b"a" * 10_000_000
    files["seeds/blocks.txt"] = b"a\n\n" * 100_000
    files["seeds/blocks.yml"] = b"title: Blocks\npublished: 2019-05-09\n"
    for path, data in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(data)
    right = {
        "seeds/blocks.yml",  # its text is what is wrong
        "docs/actors/yaml-two-documents.md",  # front matter ends at the second line
        "docs/essays/yaml-comment-alone.md",
    }
    shown = {path.replace("\n", " ").replace("\u202e", "\\u202e") for path in files.keys() - right}
    return shown | twins(root) | symbolic_links(root) | pipes(root)


def twins(root: Path) -> set[str]:
    """Put in files that are one file, or one address, to some."""
    for path in ("essays/storm.md", "essays/Storm.md", "essays/gale/index.md", "essays/gale.md"):
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text("Hello.\n", "utf-8")
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "é")
        (root / f"docs/essays/{name}.md").write_text("Hello.\n", "utf-8")
    return {"docs/essays/storm.md", "docs/essays/gale/index.md", "docs/essays/é.md"}


def symbolic_links(root: Path) -> set[str]:
    """Put in links to files and folders elsewhere, to themselves and to nothing."""
    links = {
        "docs/actors/file.md": PASSWD,
        "docs/actors/folder.md": Path("/etc"),
        "docs/essays/folder": Path("/etc"),
        "docs/assets/file.txt": PASSWD,
        "docs/assets/folder": Path("/"),
        "docs/assets/up": Path(".."),
        "docs/assets/lost.png": Path("lost-and-gone.png"),
        "docs/theme/folder": Path("/etc"),
        "docs/loop": Path("loop"),
        "docs/assets/nothing.png": Path("/nothing/at/all.png"),
        "seeds/file.txt": PASSWD,
        "seeds/folder": Path("/"),
    }
    for path, to in links.items():
        (root / path).symlink_to(to)
    return set(links)


def pipes(root: Path) -> set[str]:
    """Put in pipes: what reads one waits for ever."""
    paths = {
        "docs/actors/pipe.md",
        "docs/pipe",
        "docs/assets/pipe.png",
        "docs/assets/pipe.svg",
        "docs/theme/pipe.html",
        "docs/basemap/pipe.geojson",
        "seeds/pipe.txt",
        "seeds/pipe.yml",
    }
    for path in sorted(paths):
        (root / path).parent.mkdir(exist_ok=True)
        os.mkfifo(root / path)
    return paths


@pytest.fixture(scope="module")
def found(root: Path, expected: set[str]) -> dict[str, list[str]]:
    """Every problem of the project, once everything is in it."""
    assert expected
    return problems(root)


def test_each_is_a_problem_and_no_other_file_suffers(
    root: Path, expected: set[str], found: dict[str, list[str]]
) -> None:
    assert expected - found.keys() == set()
    assert found.keys() - expected == set()
    assert len(expected) > 150
    assert not list(root.rglob(MARK))
    shown = "\n".join(line for lines in found.values() for line in lines)
    assert "root:" not in shown
    assert "\u202e" not in shown


def test_a_build_says_the_same_and_leaves_the_site_alone(
    root: Path, found: dict[str, list[str]]
) -> None:
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last good one", "utf-8")
    said = run(root, "mkdocs", "build", "--strict", "--site-dir", "site")
    assert said.returncode == 1
    assert "Traceback" not in said.stdout
    assert f"{sum(map(len, found.values()))} problems in the dossier" in said.stdout
    assert [path.name for path in (root / "site").iterdir()] == ["index.html"]


def test_thousands_of_problems_are_told_at_once(tmp_path: Path) -> None:
    root = ferry_project(tmp_path / "project")
    for number in range(3_000):
        (root / f"docs/actors/x{number}.md").write_text("---\ntitel: A\n---\n", "utf-8")
    found = problems(root)
    assert len(found) == 3_000


def test_a_text_of_one_long_line_is_read_within_bounds(tmp_path: Path) -> None:
    root = ferry_project(tmp_path / "project")
    words = "On Sunday 5 May 2019 Dahl Lines said “it sank”, he said, (( about 30 men. "
    (root / "seeds/long.txt").write_text(words * 200, "utf-8")
    (root / "seeds/long.yml").write_text("title: Long\npublished: 2019-05-09\n", "utf-8")
    assert problems(root) == {}
    assert (built(root) / "sources/long/index.html").is_file()
