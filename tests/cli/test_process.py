"""What only shows in a process of its own: exit codes, closed output, Ctrl-C, colour, and what is imported."""

from __future__ import annotations

import json
import os
import pty
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EYE = [[1, 0], [0, 1]]
HEAVY = ("sympy", "tensorly", "scipy", "numpy", "flint")


@pytest.fixture
def certificate(run: Any, file: Any, tmp_path: Path) -> Path:
    run("k-rank", file("matrix.json", {"matrix": EYE}), "-o", tmp_path / "cert.json")
    return tmp_path / "cert.json"


def hears_signals() -> None:
    """For the child: a shell that runs the tests in the background lets them ignore SIGINT, and nohup SIGHUP."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def long_search(file: Any) -> list[str]:
    rng = random.Random(7)
    path = file("long.json", {"matrix": [[rng.randint(-9, 9) for _ in range(34)] for _ in range(14)]})
    return [sys.executable, "-m", "algebra_tnn", "k-rank", str(path), "--budget", str(10**15)]


def test_exit_codes(process: Any, run: Any, file: Any, certificate: Path) -> None:
    """Each code of a process once, and what ends the parser; the rest in this process."""
    rng = random.Random(5)
    open_case = [[[rng.randint(-9, 9) for _ in range(7)] for _ in range(4)] for _ in range(3)]
    changed = file("changed.json", certificate.read_text().replace("[1,0]", "[0,0]"))
    for code, arguments in (
        (0, ["unique", file("proved.json", {"factors": [EYE, EYE, EYE]})]),
        (1, ["unique", file("refuted.json", {"factors": [EYE, EYE]})]),
        (2, ["unique", "missing.json"]),
        (3, ["unique", file("undecided.json", {"factors": open_case})]),
        (4, ["check", changed]),
        (0, ["k-rank", "--help"]),
        (2, []),
    ):
        ran = process(*arguments)
        assert ran.returncode == code, (arguments, ran)
        assert "Traceback" not in ran.stderr and ran.stderr.count("\n") <= 1
    for code, arguments in ((0, ["check", certificate]), (2, ["check", "missing.json"]), (2, ["prove"])):
        here = run(*arguments)
        assert here.code == code, (arguments, here)
        assert "Traceback" not in here.err and here.err.count("\n") <= 1
    version = process("--version")
    assert (version.returncode, version.stderr) == (0, "") and version.stdout.startswith("algebra-tnn ")


def test_the_answer_of_the_checker_alone_is_the_same(process: Any, certificate: Path) -> None:
    from algebra_tnn import checker

    alone = [sys.executable, "-I", "-S", str(checker.__file__), str(certificate)]
    ran = subprocess.run(alone, capture_output=True, text=True)
    ours = process("check", certificate)
    assert (ran.returncode, ran.stdout) == (ours.returncode, ours.stdout) == (0, ran.stdout)


def test_standard_input(process: Any, certificate: Path) -> None:
    ran = process("unique", "-", input=json.dumps({"factors": [EYE, EYE, EYE]}))
    assert ran.returncode == 0 and ran.stdout.startswith("unique (proved)")
    empty = process("unique", "-", input="")
    assert empty.returncode == 2 and "standard input: it is empty" in empty.stderr
    assert process("check", "-", input=certificate.read_text()).returncode == 0


@pytest.mark.parametrize("arguments", [["--help"], ["unique", "--help"], ["check", "{}"], ["k-rank", "matrix.json"]])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, certificate: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "algebra_tnn", *(x.format(certificate) for x in arguments)]
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(command, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, timeout=300)
    os.close(writing)
    assert ran.returncode in (0, 141)
    assert ran.stderr == b""


def test_a_missing_or_full_output(tmp_path: Path, certificate: Path) -> None:
    command = f"{sys.executable} -m algebra_tnn check {certificate}"
    closed = subprocess.run(f"{command} >&-", shell=True, cwd=tmp_path, stderr=subprocess.PIPE, timeout=300)
    assert (closed.returncode, closed.stderr) == (0, b"")
    both = subprocess.run(f"{command}.missing >&- 2>&-", shell=True, cwd=tmp_path, timeout=300)
    assert both.returncode == 2
    full = subprocess.run(f"{command} >/dev/full", shell=True, cwd=tmp_path, stderr=subprocess.PIPE, timeout=300)
    assert full.returncode == 2
    assert b"could not be written" in full.stderr and full.stderr.count(b"\n") == 1


def test_an_output_without_the_characters(process: Any, certificate: Path) -> None:
    ran = process("k-rank", "matrix.json", env={"PYTHONIOENCODING": "ascii"})
    assert ran.returncode == 0 and "\\u2265" in ran.stdout


def test_ctrl_c_in_a_long_search(long_search: list[str]) -> None:
    command = [*long_search, "-v"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=hears_signals
    ) as search:
        assert search.stderr is not None
        assert "column subsets" in search.stderr.readline()
        search.send_signal(signal.SIGINT)
        out, err = search.communicate(timeout=300)
    assert search.returncode == 130
    assert out == "" and "Traceback" not in err
    last = err.splitlines()[-1]
    assert last.startswith("algebra-tnn: interrupted after ")
    assert "so far 0 ≤ k-rank ≤ 14 over Q" in last


def test_progress_on_a_terminal(long_search: list[str]) -> None:
    """Progress is drawn in place on a terminal; stdout is none here and stays free of colour."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(long_search, stdout=subprocess.PIPE, stderr=theirs, preexec_fn=hears_signals) as search:
        os.close(theirs)
        seen = b""
        while b"column subsets" not in seen:
            seen += os.read(ours, 1000)
        search.send_signal(signal.SIGINT)
        out, _ = search.communicate(timeout=300)
    os.close(ours)
    assert search.returncode == 130 and out == b""
    assert b"\r\x1b[K" in seen


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_only_on_a_terminal(tmp_path: Path, certificate: Path, environment: Any, coloured: bool) -> None:
    variables = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    command = [sys.executable, "-m", "algebra_tnn", "check", str(certificate)]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, env={**variables, "TERM": "xterm", **environment}):
        os.close(theirs)
        seen = b""
        try:
            while chunk := os.read(ours, 1000):
                seen += chunk
        except OSError:  # Linux reports the other end's closing so
            pass
    os.close(ours)
    assert b"accepted" in seen
    assert (b"\x1b[" in seen) is coloured


def test_no_colour_in_a_pipe(process: Any, certificate: Path) -> None:
    assert "\x1b" not in process("check", certificate, env={"TERM": "xterm"}).stdout


@pytest.mark.parametrize("arguments", [["--help"], ["list"], ["list", "--json"], ["show", "B3"], ["check", "{}"]])
def test_what_answers_at_once_imports_nothing_heavy(process: Any, certificate: Path, arguments: list[str]) -> None:
    arguments = [x.format(certificate) for x in arguments]
    program = (
        "import sys; from algebra_tnn.cli import main; "
        f"code = main({arguments!r}); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], code, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300)
    assert ran.stderr == "[] 0\n"


def test_check_imports_only_the_checker(certificate: Path) -> None:
    program = (
        "import sys; from algebra_tnn.cli import main; "
        f"main(['check', {str(certificate)!r}]); "
        "print(sorted(m for m in sys.modules if m.startswith('algebra_tnn.') and '.cli' not in m))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300)
    assert ran.stdout.splitlines()[-1] == "['algebra_tnn.checker']"
