"""``explain``: depths, LaTeX, files, and what is no certificate."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[1] / "checker"
KRUSKAL = CORPUS / "accepted" / "kruskal.json"
PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"


def test_the_depths(run: Any) -> None:
    brief, default, full = (run("explain", KRUSKAL, *options) for options in (["--brief"], [], ["--full"]))
    assert brief.code == default.code == full.code == 0
    assert brief.out.startswith("Proved over Q and every extension of it, by column-walk (2 steps) and kruskal")
    assert "Step 2 (kruskal): This is the claim." in default.out and "2R + (N − 1) = 2·4 + 2 = 10" in default.out
    assert (run("explain", KRUSKAL, "-q").out, run("explain", KRUSKAL, "-v").out) == (brief.out, full.out)


def test_latex_in_a_file(run: Any, tmp_path: Path) -> None:
    to = tmp_path / "appendix.tex"
    ran = run("explain", KRUSKAL, "--latex", "--standalone", "-o", to)
    assert ran.code == 0 and f"explanation written to {to}" in ran.out
    assert to.read_text(encoding="ascii").startswith(r"\documentclass")
    assert r"\item[{Step 2 (\texttt{kruskal}).}]" in run("explain", KRUSKAL, "--latex").out


def test_json(run: Any) -> None:
    found = run("explain", KRUSKAL, "--json", "--brief").object
    assert found["answer"] == "accepted" and found["trusts"] == ["Kruskal1977"] and found["depth"] == "brief"
    assert found["explanation"].startswith("Proved over Q") and found["written"] is None and found["exit"] == 0
    section = re.search(r"^## explain\n(.*?)(?=^## )", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert section and all(f"| `{key}` |" in section[1] for key in found)


def test_a_rejected_certificate_is_not_established(run: Any, file: Any) -> None:
    changed = KRUSKAL.read_text(encoding="utf-8").replace('"rank": 4', '"rank": 3')
    ran = run("explain", file("changed.json", changed))
    assert ran.code == 4
    assert ran.out.startswith("Not established: the independent checker rejects this certificate (the k-ranks sum to 9")


def test_over_the_limit(run: Any) -> None:
    ran = run("explain", sorted((CORPUS / "over_the_limit").glob("*.json"))[0])
    assert ran.code == 3 and ran.out.startswith("Not established: the independent checker declines the work")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "c.json is no certificate, as commands write them with -o: not JSON"),
        ({"factors": [[[1]], [[1]]]}, "an object with the keys ('format', 'steps') is expected"),
        (b"\xff\xfe", "c.json is no certificate: it is no text in UTF-8"),
        (json.loads(KRUSKAL.read_text(encoding="utf-8")) | {"format": 3}, "the format is 1"),
        (KRUSKAL.read_text(encoding="utf-8").replace("column-walk", "colum-walk"), "did you mean 'column-walk'?"),
    ],
)
def test_what_is_no_certificate(run: Any, file: Any, content: Any, sentence: str) -> None:
    ran = run("explain", file("c.json", content))
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err and ran.err.count("\n") == 1


def test_an_atlas(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with sqlite3.connect(path) as atlas:
        atlas.execute("create table t (x blob)")
        atlas.execute("insert into t values (x'ff')")
    atlas.close()
    ran = run("explain", path)
    assert ran.code == 2 and "is an atlas of many certificates" in ran.err and "atlas export" in ran.err


def test_bad_options_and_places(run: Any, tmp_path: Path) -> None:
    for arguments, sentence in [
        ([tmp_path], "Is a directory"),
        ([tmp_path / "none.json"], "No such file"),
        ([KRUSKAL, "--standalone"], "--standalone makes a document of LaTeX; give --latex with it"),
        ([KRUSKAL, "-o", tmp_path], "is a folder"),
        ([KRUSKAL, "-o", KRUSKAL], "is the input file"),
        ([KRUSKAL, "--brief", "--full"], "not allowed with"),
    ]:
        ran = run("explain", *arguments)
        assert ran.code == 2 and sentence in ran.err and ran.out == "", arguments
