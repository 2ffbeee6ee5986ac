"""The command runs in a child: how it is interrupted, limited, and what is said when it dies."""

from __future__ import annotations

import contextlib
import os
import pty
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from .test_process import hears_signals

FACTORING = """
import sys
from algebra_tnn.cli.failures import exit_code_of
from algebra_tnn.cli.supervision import supervised

def work():
    from flint import fmpz
    print("ready", flush=True)
    fmpz((2**521 - 1) * (2**607 - 1)).factor()  # C code for ages
    return 0

sys.exit(supervised(lambda: exit_code_of(work, [])))
"""
DYING = """
import os, signal, sys
from algebra_tnn.cli.supervision import supervised
sys.exit(supervised(lambda: os.kill(os.getpid(), signal.{name}) or signal.pause()))
"""


def started(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=hears_signals,
    )


def in_c_code() -> subprocess.Popen[str]:
    program = started(FACTORING)
    assert program.stdout is not None and program.stdout.readline() == "ready\n"
    time.sleep(0.5)  # to be past Python; if the machine is slow the test is easier, not wrong
    return program


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(pid: int) -> list[int]:
    return [int(x) for x in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_ctrl_c_while_c_code_does_not_listen() -> None:
    with in_c_code() as program:
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    assert (program.returncode, out) == (130, "")
    assert err == "algebra-tnn: interrupted before there was an answer\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_other_signals_end_both(number: signal.Signals) -> None:
    with in_c_code() as program:
        (child,) = children(program.pid)
        program.send_signal(number)
        program.communicate(timeout=60)
    assert program.returncode == -number
    assert not is_running(child)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_a_killed_parent_takes_the_child_with_it() -> None:
    with in_c_code() as program:
        (child,) = children(program.pid)
        program.kill()
        program.communicate(timeout=60)
    for _ in range(600):
        if not is_running(child):
            return
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    raise AssertionError("the child lives on")


@pytest.mark.parametrize(
    ("name", "code", "sentence"),
    [
        (
            "SIGABRT",
            3,
            "over a limit: the computation was ended by SIGABRT, as happens where memory ends; ask for less",
        ),
        (
            "SIGKILL",
            3,
            "over a limit: the computation was ended by SIGKILL, as happens where memory ends; ask for less",
        ),
        ("SIGSEGV", 70, "internal error (the computation was ended by SIGSEGV)"),
    ],
)
def test_how_the_child_died(name: str, code: int, sentence: str) -> None:
    with started(DYING.format(name=name)) as program:
        out, err = program.communicate(timeout=60)
    assert (program.returncode, out) == (code, "")
    assert err.startswith(f"algebra-tnn: {sentence}") and err.count("\n") == 1


def test_the_time_of_a_search(process: Any, file: Any) -> None:
    rng = random.Random(7)
    path = file("long.json", {"matrix": [[rng.randint(-9, 9) for _ in range(34)] for _ in range(14)]})
    ran = process("k-rank", path, "--budget", 10**15, "--timeout", 1)
    assert (ran.returncode, ran.stdout) == (3, "")
    how_far = r"after \d+ column subsets; so far \d ≤ k-rank ≤ (14|34) over Q|before there was an answer"
    assert re.match(f"algebra-tnn: out of time ({how_far});", ran.stderr)
    assert ran.stderr.endswith("allow more with --timeout, or ask for less\n") and ran.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_the_memory_of_a_computation(process: Any, file: Any) -> None:
    path = file("wide.json", {"matrix": [[i + j for j in range(900)] for i in range(900)]})
    ran = process("rank", path, "--memory", "20M")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("algebra-tnn: over a limit: ") and "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--timeout", "0", "0.0 is out of range"),
        ("--timeout", "-3", "-3.0 is out of range"),
        ("--timeout", "nan", "nan is out of range"),
        ("--memory", "0", "'0' is no amount of memory"),
        ("--memory", "0M", "0M is out of range"),
    ],
)
def test_limits_are_positive(run: Any, file: Any, option: str, value: str, sentence: str) -> None:
    ran = run("k-rank", file("m.json", {"matrix": [[1]]}), f"{option}={value}")
    assert ran.code == 2 and f"argument {option}: {sentence}" in ran.err


SILENT = """
import argparse, sys, time
from algebra_tnn.cli import supervision
from algebra_tnn.cli.printing import say
supervision.SILENCE = 0.1

def work():
    supervision.keep_limits(argparse.Namespace(quiet={quiet}))
    time.sleep(1.4)
    say("the answer")
    time.sleep(1.2)
    return 0

sys.exit(supervision.supervised(work))
"""


@pytest.mark.slow
@pytest.mark.parametrize("quiet", [False, True])
def test_a_terminal_is_told_that_a_silent_command_runs(quiet: bool) -> None:
    """Once the command says something itself, the line is cleared and not written again."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", SILENT.format(quiet=quiet)], stdout=theirs, stderr=theirs, timeout=60, check=True
    )
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a terminal without readers
        while piece := os.read(ours, 1000):
            shown += piece
    os.close(ours)
    assert done.returncode == 0
    told = b"" if quiet else b"\r\x1b[K1 s; Ctrl-C ends it\r\x1b[K"
    assert shown == told + b"the answer\r\n"
