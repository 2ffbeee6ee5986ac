"""``atlas``: sweeps on the command line, and what is asked of their files."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas import shipped
from algebra_tnn.atlas.specifications import read_specification
from algebra_tnn.atlas.store import Atlas, AtlasError
from algebra_tnn.atlas.sweeping import sweep_into
from algebra_tnn.cli.atlas import sweep

from .test_process import hears_signals

SPECIFICATION = """\
title = "small"
question = "dimension"
[[space]]
family = "pnn"
layers = 2
widths = "1..2"
outputs = 1
degrees = 2
ambient = 3
"""
CASES = 4
EXAMPLES = Path(__file__).parents[2] / "examples" / "atlas"


class AtOnce(Executor):
    """Computes in this process, when it is asked to."""

    def submit(self, function: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments, **named))
        except BaseException as error:
            future.set_exception(error)
        return future


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Sweeps are computed in this process; the addresses of clusters that were given."""
    addresses: list[str | None] = []

    @contextmanager
    def executor(address: str | None) -> Iterator[Executor]:
        addresses.append(address)
        yield AtOnce()

    monkeypatch.setattr(sweep, "executor_of", executor)
    return addresses


@pytest.fixture
def spec(file: Any) -> Path:
    return Path(file("spec.toml", SPECIFICATION))


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("swept") / "a.sqlite"
    specification = read_specification(SPECIFICATION)
    with Atlas.created(path, SPECIFICATION) as atlas:
        sweep_into(atlas, specification.cases(), total=CASES, executor=AtOnce())
    return path


@pytest.fixture
def atlas(swept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(swept, tmp_path / "a.sqlite"))


def test_sweep(run: Any, spec: Path, tmp_path: Path, here: list[str | None]) -> None:
    path = tmp_path / "a.sqlite"
    ran = run("atlas", "sweep", spec, "-o", path, "--cluster", "tcp://here:1")
    assert ran.code == 0 and not ran.err and here == ["tcp://here:1"]
    assert ran.out.startswith(f"small: dimension, {CASES} cases (of {CASES} pnn), each with no limit of time")
    assert "estimated time: 1 s" in ran.out and f"{CASES} proved" in ran.out
    answer = run("atlas", "status", path, "--json").object
    assert answer["command"] == "atlas status" and answer["file"] == str(path)
    assert run("atlas", "status", path).out in ran.out


def test_a_cluster_that_is_not_there(run: Any, spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def executor(address: str | None) -> Iterator[Executor]:
        raise AtlasError(f"no scheduler answers at {address}")
        yield AtOnce()

    monkeypatch.setattr(sweep, "executor_of", executor)
    path = tmp_path / "a.sqlite"
    ran = run("atlas", "sweep", spec, "-o", path, "--cluster", "tcp://here:1")
    assert ran.code == 2 and "no scheduler answers at tcp://here:1" in ran.err and not path.exists()


def test_limits_come_from_both(run: Any, file: Any, tmp_path: Path) -> None:
    spec = file("s.toml", SPECIFICATION.replace("[[space]]", '[limits]\ntimeout = 7\nmemory = "2G"\n[[space]]'))
    arguments = ["atlas", "sweep", spec, "-o", tmp_path / "a.sqlite", "--dry-run", "--json"]
    plan = run(*arguments).object
    assert (plan["timeout"], plan["megabytes"], plan["cases"]) == (7, 2048, CASES)
    plan = run(*arguments, "--timeout", "0.5", "--memory", "1G", "--limit", 3).object
    assert (plan["timeout"], plan["megabytes"], plan["cases"]) == (0.5, 1024, 3)
    assert not (tmp_path / "a.sqlite").exists()


def test_resume(run: Any, spec: Path, file: Any, tmp_path: Path, here: list[str | None]) -> None:
    path = tmp_path / "a.sqlite"
    arguments = ["-o", path, "--json"]
    first = run("atlas", "sweep", spec, *arguments, "--limit", 2, "--resume").object
    assert first["cases"] == 2
    before = path.read_bytes()
    ran = run("atlas", "sweep", spec, *arguments)
    assert ran.code == 2 and "go on with it by --resume" in ran.err and path.read_bytes() == before
    assert run("atlas", "sweep", spec, *arguments, "--resume").code == 0
    assert len(run("atlas", "query", path, "--json").object["rows"]) == CASES
    other = file("other.toml", SPECIFICATION.replace('"1..2"', "3").replace("ambient = 3", "ambient = 6"))
    ran = run("atlas", "sweep", other, "-o", path, "--resume")
    assert ran.code == 0 and "was begun with another specification: its rows stay" in ran.out
    assert len(run("atlas", "query", path, "--json").object["rows"]) == CASES + 1


def test_json_log(run: Any, spec: Path, tmp_path: Path, here: list[str | None]) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text('{"earlier": 1}\n')
    arguments = ["atlas", "sweep", spec, "--json-log"]
    assert run(*arguments, log, "-o", tmp_path / "a.sqlite").code == 0
    earlier, *events = map(json.loads, log.read_text().splitlines())
    assert earlier == {"earlier": 1} and events[-1]["event"] == "end" and events[-1]["counts"] == {"proved": CASES}
    ran = run(*arguments, "-", "-o", tmp_path / "b.sqlite")
    events = list(map(json.loads, ran.out.splitlines()))
    assert events[0]["event"] == "progress" and events[-1]["command"] == "atlas sweep"


def test_interrupted(run: Any, spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def executor(address: str | None) -> Iterator[Executor]:
        yield AtOnce()
        raise KeyboardInterrupt

    monkeypatch.setattr(sweep, "executor_of", executor)
    path, log = tmp_path / "a.sqlite", tmp_path / "log"
    ran = run("atlas", "sweep", spec, "-o", path, "--json-log", log)
    assert ran.code == 130 and f"{CASES} of {CASES}" in ran.err
    assert f"go on with: algebra-tnn atlas sweep {spec} -o {path} --resume" in ran.err
    assert json.loads(log.read_text().splitlines()[-1])["event"] == "interrupted"
    assert len(run("atlas", "query", path, "--json").object["rows"]) == CASES


def test_formats(run: Any, atlas: Path) -> None:
    arguments = ["atlas", "query", atlas, "inputs = 2 and status = 'proved'", "--columns", "name,widths,lower,defect"]
    ran = run(*arguments)
    assert ran.code == 0 and ran.out.splitlines()[0].split() == ["name", "widths", "lower", "defect"]
    assert ran.out.splitlines()[-1] == "2 rows"
    rows = list(csv.reader(io.StringIO(run(*arguments, "--format", "csv").out)))
    assert rows[1:] == [["pnn 2,1,1 with t²", "2,1,1", "2", "0"], ["pnn 2,2,1 with t²", "2,2,1", "3", "0"]]
    assert [row["lower"] for row in json.loads(run(*arguments, "--format", "json").out)] == [2, 3]
    assert run(*arguments, "--format", "md").out.splitlines()[1] == "| --- | --- | --- | --- |"
    answer = run(*arguments, "--json").object
    assert answer["columns"] == ["name", "widths", "lower", "defect"] and len(answer["rows"]) == 2
    assert len(run("atlas", "query", atlas, "--limit", 1, "--json").object["rows"]) == 1


def test_what_a_stranger_wrote_is_shown_as_text(run: Any, atlas: Path) -> None:
    with sqlite3.connect(atlas) as connection:
        connection.execute("UPDATE atlas SET reason = ?", ("\x1b]0;x\x07|\nnext",))
    connection.close()
    arguments = ["atlas", "query", atlas, "--columns", "reason", "--limit", 1]
    assert r"\x1b]0;x\x07|\nnext" in run(*arguments).out
    assert r"\\x1b]0;x\\x07\|\\nnext" in run(*arguments, "--format", "md").out


def test_diff(run: Any, atlas: Path, tmp_path: Path) -> None:
    other = shutil.copy(atlas, tmp_path / "b.sqlite")
    assert run("atlas", "diff", atlas, other).code == 0
    with sqlite3.connect(other) as connection:
        connection.execute("UPDATE atlas SET lower = lower + 1, upper = upper + 1 WHERE widths = '2,1,1'")
    connection.close()
    ran = run("atlas", "diff", atlas, other)
    assert ran.code == 1 and "2,1,1" in ran.out
    assert run("atlas", "diff", atlas, other, "--json").object["command"] == "atlas diff"


def test_export(run: Any, atlas: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    ran = run("atlas", "export", atlas, "-o", folder, "--format", "csv")
    assert ran.code == 0 and any(folder.rglob("*.csv")) and not any(folder.rglob("*.html"))
    ran = run("atlas", "export", atlas, "-o", folder, "--format", "pdf")
    assert ran.code == 2 and "--format has 'pdf'; the formats are html, csv, parquet" in ran.err


def test_lookup_of_what_is_not_there(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "lookup", lambda model: None)
    monkeypatch.setattr(shipped, "covered", lambda: "these are there")
    ran = run("atlas", "lookup", "pnn", "2,3,1", "--degree", "3")
    assert ran.code == 3 and "is not in the atlas" in ran.out and "these are there" in ran.out
    assert run("atlas", "lookup", "pnn", "2,3,1", "--degree", "3", "--json").object["found"] is False


LARGE = (
    SPECIFICATION.replace("layers = 2", "layers = 8")
    .replace('"1..2"', '"1..60"')
    .replace("ambient = 3", "ambient = 999999999")
)


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        (SPECIFICATION.replace("widths", "width"), [], "there is no key of pnn 'width'; did you mean 'widths'?"),
        (SPECIFICATION.replace("1..2", "5..1"), [], "[[space]] 1, widths: the range 5..1 is empty"),
        (SPECIFICATION.replace("ambient = 3", "ambient = 1").replace("1..2", "2..3"), [], "[[space]] 1 has no model"),
        (LARGE, [], "choose smaller ranges, or give --limit N"),
        ("", [], "there is no title; give one"),
        (b"\xff\xfe\xfa", [], "it is no text in UTF-8; a specification is TOML"),
        (SPECIFICATION, ["--memory", "4"], "argument --memory: '4' is no amount of memory"),
        (SPECIFICATION, ["--timeout", "-1"], "argument --timeout: -1.0 is out of range"),
        (SPECIFICATION, ["--timeout", "soon"], "argument --timeout"),
        (SPECIFICATION, ["--limit", "0"], "not an integer from 1 on"),
        (SPECIFICATION, ["--json-log", "/"], "--json-log / cannot be written"),
        (SPECIFICATION, ["-o", "/"], "-o / is a folder"),
        (SPECIFICATION, ["-o", "/no/a.sqlite"], "-o /no/a.sqlite: the folder /no does not exist"),
    ],
)
def test_bad_sweeps(run: Any, file: Any, tmp_path: Path, text: Any, options: list[str], words: str) -> None:
    path = tmp_path / "a.sqlite"
    ran = run("atlas", "sweep", file("s.toml", text), "-o", path, *options)
    assert ran.code == 2 and words in ran.err and len(ran.err.splitlines()) == 1 and "Traceback" not in ran.err
    assert not path.exists()


def test_with_a_limit_many_cases_are_no_trouble(run: Any, file: Any, tmp_path: Path) -> None:
    ran = run("atlas", "sweep", file("s.toml", LARGE), "-o", tmp_path / "a", "--limit", 5, "--dry-run", "--json")
    assert ran.object["cases"] == 5 and ran.object["spaces"][0]["cases"] > 10**12


@pytest.mark.parametrize("command", ["status", "query", "export", "resume"])
def test_what_is_no_atlas(run: Any, file: Any, spec: Path, tmp_path: Path, command: str) -> None:
    path = file("a.sqlite", "some text")
    more = {"export": ["-o", tmp_path / "site"]}.get(command, [])
    arguments = ["sweep", spec, "-o", path, "--resume"] if command == "resume" else [command, path, *more]
    ran = run("atlas", *arguments)
    assert ran.code == 2 and "a.sqlite" in ran.err and len(ran.err.splitlines()) == 1
    assert path.read_text() == "some text"


@pytest.mark.parametrize("command", [["status"], ["query"], ["export", "-o", "site"], ["diff"]])
def test_no_file(run: Any, tmp_path: Path, command: list[str]) -> None:
    name, *more = command
    ran = run("atlas", name, tmp_path / "no.sqlite", *([tmp_path / "no.sqlite"] if name == "diff" else []), *more)
    assert ran.code == 2 and "no.sqlite" in ran.err and len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["layer = 2"], "there is no column 'layer'; did you mean 'layers'? There are key, question, family,"),
        (["1; DROP TABLE atlas"], "the condition is not right"),
        (["1", "--columns", "name,low"], "columns: there is no column 'low'"),
        (["1", "--format", "pdf"], "invalid choice"),
    ],
)
def test_bad_queries(run: Any, atlas: Path, options: list[str], words: str) -> None:
    ran = run("atlas", "query", atlas, *options)
    assert ran.code == 2 and words in ran.err and not ran.out and len(ran.err.splitlines()) == 1


def test_all_columns_are_explained() -> None:
    from algebra_tnn.atlas.families import FAMILIES
    from algebra_tnn.atlas.rows import COLUMNS
    from algebra_tnn.atlas.specifications import field_kinds

    text = (Path(__file__).parents[2] / "docs" / "atlas.md").read_text(encoding="utf-8")
    for name in COLUMNS:
        assert f"| `{name}` |" in text
    for family in FAMILIES.values():
        section = re.search(rf"^### `{family.name}`\n(.*?)(?=^##|\Z)", text, re.M | re.S)
        assert section is not None, family.name
        for key in field_kinds(family):
            assert f"`{key}`" in section[1], (family.name, key)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))["title"]
    assert read_specification(path.read_text(encoding="utf-8"), path.name).spaces


@pytest.mark.slow
def test_with_processes(process: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    ran = process("atlas", "sweep", EXAMPLES / "small.toml", "-o", path, "-v")
    assert ran.returncode == 0 and "36 proved" in ran.stdout


@pytest.mark.slow
def test_ctrl_c(tmp_path: Path) -> None:
    """While processes compute: the command ends soon, says how to go on, leaves none behind, and then goes on."""
    path = tmp_path / "a.sqlite"
    arguments = [
        sys.executable,
        "-m",
        "algebra_tnn",
        "atlas",
        "sweep",
        str(EXAMPLES / "networks.toml"),
        "-o",
        str(path),
    ]
    arguments += ["--limit", "2000", "--json-log", str(tmp_path / "log")]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, preexec_fn=hears_signals) as program:
        log = tmp_path / "log"
        for _ in range(600):
            if log.exists() and log.read_text().count("\n") > 1:
                break
            time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        _, err = program.communicate(timeout=60)
    assert program.returncode == 130 and err.rstrip().endswith(f"-o {path} --resume)")
    left = [name for name in os.listdir("/proc") if name.isdigit() and str(path).encode() in _command(name)]
    assert not left
    with sqlite3.connect(path) as connection:
        (before,) = connection.execute("SELECT count(*) FROM atlas").fetchone()
    connection.close()
    assert 0 < before < 2000


def _command(process: str) -> bytes:
    try:
        return Path("/proc", process, "cmdline").read_bytes()
    except OSError:
        return b""
