"""The documentation site: it is built without a warning, needs nothing from elsewhere, and says all there is to say."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import algebra_tnn
from algebra_tnn import library
from algebra_tnn.text.indices import levels

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


@pytest.fixture
def generation(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(DOCS))
    import generation

    return generation


def on_one_level(text: str) -> str:
    """The text without the signs that set indices and exponents low and high."""
    return "".join(part if level == "on" else on_one_level(part) for level, part in levels(text))


def test_every_page_is_in_the_contents_once() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    trees = re.findall(r"^```\{toctree\}\n(.*?)^```", index, re.MULTILINE | re.DOTALL)
    listed = Counter(line for tree in trees for line in tree.split() if not line.startswith(":"))
    written = {path.stem for path in DOCS.glob("*.md")} - {"index"}
    assert {name for name in listed if "generated/" not in name and name[0].islower()} >= written
    assert max(listed[name] for name in written) == 1


def test_every_public_name_is_in_one_theme(generation: Any) -> None:
    names = [name for theme in generation.public_names.THEMES for name in theme.names if "." not in name]
    assert sorted(names) == sorted(algebra_tnn.__all__)


def test_every_statement_has_a_page_with_all_that_is_said_of_it(generation: Any) -> None:
    pages = dict(generation.statements.pages())
    for each in library.statements():
        if each.origin:
            continue
        page = pages[f"statements/{each.id.lower()}.md"]
        plain = re.sub(r"\\(.)|</?su[bp]>", r"\1", page)
        for text in (each.title, each.statement, *each.hypotheses, each.conclusion):
            assert on_one_level(text) in plain, each.id
        assert page.count(f"]{{.status .{each.status}}}") >= 1
        assert all(f"proofs/{name}.py\n" in page for name in each.files)
        assert all(f"[{key}](#reference-{key.lower()})" in page for key in (*each.citations, *each.trusts))
        for place in (f"{each.area}.md", "by-status.md", *(["by-family.md"] if each.families else [])):
            assert f"[{each.id}]({each.id.lower()}.md)" in pages[f"statements/{place}"], (each.id, place)


def test_texts_are_shown_as_they_are(generation: Any) -> None:
    shown = generation.markdown.markdown("a_b^2 * <c> [d] `e_f` |x|")
    assert shown == r"a<sub>b</sub><sup>2</sup> \* \<c\> \[d\] `e_f` \|x\|"
    lines = generation.docstrings.with_links(["by [Kruskal1977] and [x]", ">>> [Kruskal1977]"])
    assert lines == ["by [:ref:`Kruskal1977 <reference-kruskal1977>`] and [x]", ">>> [Kruskal1977]"]


class _Page(HTMLParser):
    """The targets of a page's links, what it loads, and its anchors."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.anchors.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon"):
            self.loaded.append(given["href"])
        elif "src" in given:
            self.loaded.append(given["src"])


@pytest.mark.slow
def test_the_site_is_built_and_its_links_end_somewhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going", "--jobs", "auto"]
    built = subprocess.run(
        [*command, "-d", str(tmp_path / "trees"), str(DOCS), str(site)], cwd=tmp_path, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    pages = {path: _Page(path) for path in site.rglob("*.html")}
    assert len(pages) > len(library.statements())
    for path, page in pages.items():
        for target in page.loaded:
            parts = urlsplit(target)
            assert not parts.scheme and not parts.netloc, (path.name, target)
            assert (path.parent / unquote(parts.path)).is_file(), (path.name, target)
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            other = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert other.exists(), (path.name, target)
            if parts.fragment and other in pages:
                assert unquote(parts.fragment) in pages[other].anchors, (path.name, target)
