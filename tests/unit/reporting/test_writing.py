"""The three languages of reports: all that a report says is there, and text is never more than text."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from algebra_tnn.reporting import Report, report
from algebra_tnn.reporting.markdown import escaped, markdown
from algebra_tnn.reporting.page import html
from algebra_tnn.reporting.prose import Block, blocks
from algebra_tnn.reporting.tex import tex
from tests.unit.markup import Page
from tests.unit.reporting.browser import CHROMIUM, Browser
from tests.unit.reporting.samples import HOSTILE_REPORT, PICTURE, RUN, SMALL

EXPECTED = (
    "Title of B3",
    "The statement of B3.",
    "In two paragraphs.",
    "the conclusion",
    "u/three",
)


def test_the_page_says_all() -> None:
    page = Page(html(SMALL))
    for text in (*EXPECTED, RUN.digest, "1.2.3", "It was not proved: ValueError: no", "It is recorded as refuted."):
        assert text in page.text, text
    assert page.tags.count("article") == 2 and page.tags.count("svg") == 0
    (source,) = [value for name, value in page.attributes if name == "src"]
    assert source is not None and b64decode(source.partition(",")[2]).decode() == PICTURE


def test_links_lead_somewhere_and_ids_are_different() -> None:
    page = Page(html(SMALL))
    ids = [value for name, value in page.attributes if name == "id"]
    links = [value for name, value in page.attributes if name == "href"]
    assert len(set(ids)) == len(ids) and "B3" in ids and "#proof-u.2Ftwo" in links
    assert {link.removeprefix("#") for link in links if link} <= set(ids)


@pytest.mark.parametrize("found", [SMALL, HOSTILE_REPORT], ids=["small", "hostile"])
def test_the_page_loads_nothing_and_runs_only_its_own_script(found: Report) -> None:
    text = html(found)
    page = Page(text)
    assert page.tags.count("script") == 1 and "link" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    for name, value in page.attributes:
        if name in ("src", "href"):
            assert value is not None and value.startswith(("data:image/svg+xml;base64,", "#"))
    assert "default-src 'none'" in text and text.count("<script>") == 1


def test_hostile_text_is_shown_on_the_page() -> None:
    page = Page(html(HOSTILE_REPORT))
    assert page.text.count("<img src=x onerror=alert(2)>") > 10


def test_markdown_says_all() -> None:
    text = markdown(SMALL)
    for part in (*EXPECTED, RUN.digest, "1.2.3"):
        assert part in text.replace("\\", ""), part
    assert "    a_1 = b" in text and f"SHA-256 `{RUN.digest}`" in text


@pytest.mark.parametrize("found", [SMALL, HOSTILE_REPORT], ids=["small", "hostile"])
def test_markdown_has_no_html_and_no_links(found: Report) -> None:
    tokens = pytest.importorskip("markdown_it").MarkdownIt().parse(markdown(found))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not {"html_block", "html_inline", "link_open", "image", "blockquote_open", "fence"} & kinds
    assert next(token.tag for token in tokens if token.type == "heading_open") == "h1"


@pytest.mark.parametrize("text", ["- a", "1. b", "+ c", "# d", "> e", "a_b*c`d`", "<b>&amp;", "| f |", "===", "12) g"])
def test_escaped_markdown_is_the_text(text: str) -> None:
    tokens = pytest.importorskip("markdown_it").MarkdownIt().parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or ()) == text


def test_tex_says_all() -> None:
    text = tex(SMALL)
    for part in EXPECTED:
        assert part in text, part
    assert r"\cite[{Theorem 4a}]{Kruskal1977}" in text and r"a\textsubscript{1} = b" in text
    assert "".join(re.findall(r"[0-9a-f]{16}", text))[:64] == RUN.digest


def test_tex_has_no_commands_of_its_texts() -> None:
    text = tex(HOSTILE_REPORT)
    assert r"\input{" not in text.replace(r"\usepackage[utf8]{inputenc}", "")
    assert not re.search(r"(?<!\\)[$#%]", text)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no pdflatex")
@pytest.mark.parametrize("found", [SMALL, HOSTILE_REPORT], ids=["small", "hostile"])
def test_pdflatex_sets_it(found: Report, tmp_path: Path) -> None:
    (tmp_path / "report.tex").write_text(tex(found), encoding="utf-8")
    ran = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "report.tex"],
        cwd=tmp_path,
        capture_output=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stdout[-2000:]
    assert (tmp_path / "report.pdf").stat().st_size > 10_000


@pytest.mark.slow
def test_the_whole_library_as_a_page() -> None:
    text = html(report(run=False))
    page = Page(text)
    ids = [value for name, value in page.attributes if name == "id"]
    links = {str(value).removeprefix("#") for name, value in page.attributes if name == "href"}
    assert len(set(ids)) == len(ids) and links <= set(ids)
    assert len(text.encode()) < 3_000_000


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium")
    found = Browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("found", [SMALL, HOSTILE_REPORT], ids=["small", "hostile"])
def test_in_a_browser_as_wide_as_a_phone(browser: Browser, found: Report, dark: bool, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html(found), encoding="utf-8")
    browser.complaints.clear()
    browser.open(path, width=360, dark=dark)
    assert browser.complaints == []
    browser.value("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert browser.value("document.documentElement.scrollWidth") <= browser.value("innerWidth") == 360
    lost = "(a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))"
    assert browser.value(f"[...document.querySelectorAll('a')].filter({lost}).map((a) => a.hash)") == []
    ground = browser.value("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(13, 17, 23)" if dark else "rgb(255, 255, 255)")
    assert browser.complaints == []


@pytest.mark.slow
def test_the_search_hides_what_does_not_match(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html(SMALL), encoding="utf-8")
    browser.complaints.clear()
    browser.open(path, width=800)
    search = "const field = document.getElementById('words'); field.value = 'title d20'; "
    browser.value("(() => { " + search + "field.dispatchEvent(new Event('input')); })()")
    assert browser.value("[...document.querySelectorAll('article')].map((each) => each.hidden)") == [True, False]
    assert browser.value("document.getElementById('found').textContent") == "1 of 2 statements"
    assert browser.value("document.getElementById('section-1-4').hidden") is True
    browser.value("document.getElementById('search').requestSubmit()")  # as the key Enter does
    browser.value("new Promise((settle) => setTimeout(settle, 200))")  # what is forbidden is reported later
    assert browser.value("document.getElementById('words').value") == "title d20" and browser.complaints == []


def test_blocks() -> None:
    text = "One\ntwo.\n    a\n    b\nthree.\n\n\n    c\n"
    assert list(blocks(text)) == [Block("One two."), Block("a\nb", True), Block("three."), Block("c", True)]
    assert list(blocks("")) == []
