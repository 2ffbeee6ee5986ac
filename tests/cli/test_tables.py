"""``table``: its formats, rows that are kept, and bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.explore import tables

ROW = ["2×2×2", "2", "2", "proved", ""]


def test_text_and_json(run: Any) -> None:
    ran = run("table", "generic-rank", "--max-size", 2)
    assert ran.code == 0 and "2×2×2  2             2         proved" in ran.out
    answer = run("table", "generic-rank", "--max-size", 2, "--json").object
    assert answer["rows"] == [ROW] and answer["status"] == "proved" and answer["name"] == "generic-rank"


@pytest.mark.parametrize(("name", "start"), [("markdown", "**generic"), ("html", "<table>"), ("csv", "shape,generic")])
def test_formats(run: Any, name: str, start: str) -> None:
    ran = run("table", "generic-rank", "--max-size", 2, "--format", name)
    assert ran.code == 0 and ran.out.startswith(start)


def test_other_tables(run: Any) -> None:
    read = csv.reader(io.StringIO(run("table", "identifiability", "--max-size", 2, "--format", "csv").out))
    assert list(read)[1] == ["2×2×2", "2", "one", "proved", "generic-point", ""]
    ran = run("table", "alexander-hirschowitz", "--max-size", 2, "--max-degree", 3, "--format", "csv")
    assert ran.out.splitlines()[1:] == ["2,2,2,3,3,3,0,proved,", "2,3,2,4,4,4,0,proved,"]


def test_rows_are_kept(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "rows.jsonl"
    first = run("table", "generic-rank", "--max-size", 2, "--keep", kept)
    assert json.loads(kept.read_text())["row"] == ROW
    kept.write_text(kept.read_text() + '{"table": "generic-ra')  # cut short
    monkeypatch.setattr(tables, "generic_rank", lambda variety: 1 / 0)
    assert run("table", "generic-rank", "--max-size", 2, "--keep", kept) == first
    assert len(kept.read_text().splitlines()) == 1


def test_an_open_row_is_undecided(run: Any, tmp_path: Path) -> None:
    kept = tmp_path / "rows.jsonl"
    row = ["2×2×2", "2 to 3", "2", "open", ""]
    kept.write_text(json.dumps({"table": "generic-rank", "case": "2×2×2", "row": row}) + "\n")
    assert run("table", "generic-rank", "--max-size", 2, "--keep", kept).code == 3


def test_interrupted(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(variety: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tables, "generic_rank", stop)
    ran = run("table", "generic-rank", "--max-size", 2)
    assert ran.code == 130 and "row 1 of 1: 2×2×2" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["table", "ranks"], "invalid choice"),
        (["table", "generic-rank", "--max-size", "1"], "max_size is 1; it is at least 2"),
        (["table", "generic-rank", "--max-size", "0"], "not an integer from 1 on"),
        (["table", "generic-rank", "--max-degree", "3"], "--max-degree is for forms"),
        (["table", "alexander-hirschowitz", "--order", "3"], "--order is for tensors"),
        (["table", "generic-rank", "--format", "pdf"], "invalid choice"),
        (["table", "generic-rank", "--keep", "/"], "--keep / cannot be used"),
    ],
)
def test_bad_input(run: Any, arguments: list[str], words: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2 and words in ran.err and not ran.out and len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("line", ["[]", "{}", "no json", '{"table": "generic-rank", "case": "2×2×2", "row": [2]}'])
def test_a_file_of_something_else(run: Any, file: Any, line: str) -> None:
    ran = run("table", "generic-rank", "--max-size", 2, "--keep", file("rows.jsonl", line + "\n"))
    assert ran.code == 2 and "line 1: it is no row of a table" in ran.err


def test_a_row_of_another_length(run: Any, file: Any) -> None:
    row = json.dumps({"table": "generic-rank", "case": "2×2×2", "row": ["2×2×2"]})
    ran = run("table", "generic-rank", "--max-size", 2, "--keep", file("rows.jsonl", row + "\n"))
    assert ran.code == 2 and "has 1 cells" in ran.err
