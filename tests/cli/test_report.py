"""``report`` and ``cite``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", "<!doctype html>"), ("md", "# The theorem library: B3"), ("tex", "\\documentclass")]
)
def test_reports_are_written(run: Callable[..., Ran], tmp_path: Path, ending: str, begins: str) -> None:
    path = tmp_path / f"report.{ending}"
    ran = run("report", "B3", "--no-run", "-o", path)
    assert ran.code == 0 and f"report written to {path}" in ran.out and "not run" in ran.out
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_without_a_file_it_is_markdown_on_standard_output(run: Callable[..., Ran]) -> None:
    assert run("report", "B3", "--no-run").out.startswith("# The theorem library: B3\n")


def test_a_run_has_digests(run: Callable[..., Ran]) -> None:
    ran = run("report", "A1", "--json")
    found = ran.object
    assert ran.code == 0 and found["not_as_recorded"] == [] and found["run"] is True
    assert found["text"].count("SHA-256") == found["proofs"] > 0


def test_a_proof_that_is_not_as_recorded_is_told(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text(
        '[[statement]]\nid = "X1"\ntitle = "t"\narea = "a"\nstatement = "s"\nhypotheses = []\nconclusion = "c"\n'
        'citations = []\nstatus = "proved"\ntrusts = []\nestablished = "e"\nproofs."a/b" = "refuted"\n'
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.py").write_text(
        '"""Title."""\nfrom algebra_tnn import KRankAtLeast, verify\n\n\ndef proof():\n'
        "    return verify(KRankAtLeast(((1, 0), (0, 1)), 2))\n"
    )
    ran = run("report", "--in", tmp_path, "-o", tmp_path / "r.md")
    assert ran.code == 1 and "0 of 1 proof files answer as recorded" in ran.out
    assert "It is recorded as refuted." in (tmp_path / "r.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["report", "B3", "-o", "report.pdf"], "reports are written as .html, .md or .tex"),
        (["report", "B3", "-o", "nowhere/report.html"], "does not exist"),
        (["report", "uniquenes", "--no-run"], "did you mean 'uniqueness'?"),
        (["report", "uniqueness/x", "--no-run"], "the nearest is"),
        (["cite", "Kruskal1976"], "did you mean Kruskal1977?"),
    ],
)
def test_bad_input_is_one_sentence(run: Callable[..., Ran], arguments: list[str], sentence: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1) and sentence in ran.err


def test_a_file_is_left_as_it_was_if_the_report_fails(run: Callable[..., Ran], file: Callable[..., Path]) -> None:
    path = file("report.html", "mine")
    assert run("report", "nothing", "--no-run", "-o", path).code == 2
    assert path.read_text() == "mine"


def test_citations(run: Callable[..., Ran]) -> None:
    ran = run("cite", "B3")
    assert ran.code == 0 and ran.out.count("@") == 3 and ran.out.rstrip().endswith("}")
    found: Any = run("cite", "--json").object
    assert list(found["entries"]) == ["algebra-tnn"]
