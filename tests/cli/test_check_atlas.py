"""``check`` on atlases: every answer with its exit code, samples, and what is no atlas."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.questions import answered
from algebra_tnn.atlas.rows import Row
from algebra_tnn.atlas.store import Atlas
from algebra_tnn.cli.atlas.checking import sample


@cache
def rows() -> list[Row]:
    several = ((2, 2, 1), (2, 1, 1), (1, 1, 1), (1, 2, 1))
    sizes = [{"widths": widths, "degrees": (2,), "biases": False} for widths in several]
    return [answered(Case.of("dimension", "pnn", size)) for size in sizes]


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    path = tmp_path / "atlas.sqlite"
    with Atlas.created(path) as made:
        made.add(rows())
    return path


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_atlas_beside_a_certificate(run: Callable[..., Any], atlas: Path, file: Callable[..., Path]) -> None:
    certificate = file("c.json", rows()[0].certificates["dimension"])
    ran = run("check", atlas, certificate)
    first, second = ran.out.splitlines()
    assert ran.code == 0 and second.startswith(f"{certificate}: accepted: dimension-between")
    assert first == f"{atlas}: accepted: 4 rows, 4 certificates, trusts nothing"
    assert run("check", atlas, "-q").out == ""


def test_json(run: Callable[..., Any], atlas: Path) -> None:
    ran = run("check", atlas, "--sample", "50%", "--seed", 3, "--json")
    [result] = ran.object["results"]
    assert ran.object["exit"] == ran.code == 0
    assert (result["file"], result["answer"], result["rows"], result["total"]) == (str(atlas), "accepted", 2, 4)


def test_worst_answers(run: Callable[..., Any], atlas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = atlas.read_bytes()
    change(atlas, "UPDATE atlas SET lower = 1, seal = '0'")
    ran = run("check", atlas)
    assert ran.code == 2 and ran.out.startswith(f"{atlas}: malformed: 4 rows")
    assert len(ran.out.splitlines()) == 5 and "its seal is another" in ran.out
    atlas.write_bytes(whole)
    with monkeypatch.context() as forged:
        forged.setattr("algebra_tnn.atlas.row_judgements.sealed", lambda *_: "0")
        change(atlas, "UPDATE atlas SET upper = 77, seal = '0'")
        ran = run("check", atlas)
        assert ran.code == 4 and "it says upper = 77, and what it rests on gives" in ran.out
    atlas.write_bytes(whole)
    monkeypatch.setattr("algebra_tnn.checker.LIMIT_WORK", 10)
    ran = run("check", atlas)
    assert ran.code == 3 and "4 over the limit" in ran.out


def test_many_problems_are_not_all_printed(
    run: Callable[..., Any], atlas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("algebra_tnn.cli.atlas.checking.SHOWN", 1)
    change(atlas, "UPDATE atlas SET seal = '0'")
    assert run("check", atlas).out.splitlines()[-1] == "  and 3 more"


def test_other_databases_are_no_atlas(run: Callable[..., Any], tmp_path: Path) -> None:
    change(tmp_path / "other", "CREATE TABLE t (x)")
    ran = run("check", tmp_path / "other")
    assert ran.code == 2 and "malformed" in ran.out and "is no atlas" in ran.out


def test_samples_as_options_say_them(run: Callable[..., Any], atlas: Path) -> None:
    assert (sample("1%"), sample("0.25 %"), sample("12")) == (Fraction(1, 100), Fraction(1, 400), 12)
    for text in ("0", "0%", "101%", "%", "-1", "1e3%", "some", "1/2"):
        ran = run("check", atlas, "--sample", text)
        assert ran.code == 2 and "--sample" in ran.err and ran.out == ""
    assert run("check", atlas, "--jobs", "0").code == 2


@pytest.mark.slow
def test_certificates_alone_import_nothing_else(atlas: Path, file: Callable[..., Path]) -> None:
    """NumPy, SQLite and the package's other rooms are loaded for atlases only."""
    certificate = file("c.json", rows()[0].certificates["dimension"])
    code = (
        "import sys; from algebra_tnn.cli import main; assert main(['check', sys.argv[1]]) == 0; "
        "print([m for m in ('numpy', 'sqlite3', 'algebra_tnn.laws', 'algebra_tnn.atlas') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code, certificate], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.slow
def test_in_several_processes(atlas: Path, process: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than are judged in one process; the command itself runs in a child of another."""
    spaces = Case.of("dimension", "pnn", {"widths": (1, 1, 1), "degrees": (2,), "biases": False})
    with Atlas.writing(atlas) as made:
        sizes = ({"widths": (1, 1, 1), "degrees": (degree,), "biases": False} for degree in range(3, 120))
        made.add(answered(Case.of(spaces.question, spaces.family, size)) for size in sizes)
    ran = process("check", atlas, "--jobs", 2, "-v")
    assert ran.returncode == 0 and ": accepted: 121 rows, 121 certificates" in ran.stdout
