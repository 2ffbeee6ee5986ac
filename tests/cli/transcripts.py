"""The console blocks of a page: commands, and what they print.

A command that needs no shell runs in a fork of this process, which has imported the package once for all of them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from algebra_tnn import checker
from algebra_tnn.cli import main

SHIM = f'algebra-tnn() {{ "{sys.executable}" -m algebra_tnn "$@"; }}; python() {{ "{sys.executable}" "$@"; }}; '
BLOCK = re.compile(r"^```console\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_PLAIN = re.compile(r'algebra-tnn ((?:[^|;<>&$`*~]|"[^"$`]*")*)(; echo "exit code \$\?")?')
_TIMES = re.compile(r"\b[0-9.]+ s\b")
_HEAVY = ("numpy", "sympy", "flint", "algebra_tnn.explore", "algebra_tnn.cli.arguments", "algebra_tnn.library")


def answered(text: str, folder: Path) -> str:
    """The page with the answer of every command in its console blocks; a file that is shown by ``cat`` is written."""
    shutil.copy(str(checker.__file__), folder / "checker.py")
    for name in _HEAVY:
        import_module(name)

    def block(found: re.Match[str]) -> str:
        parts = re.split(r"^\$ (.*)\n", found[1], flags=re.MULTILINE)[1:]
        lines = []
        for command, content in zip(parts[::2], parts[1::2], strict=True):
            if command.startswith("cat "):
                (folder / command.removeprefix("cat ")).write_text(content, encoding="utf-8")
            lines.append(f"$ {command}\n{printed(command, folder)}")
        return "```console\n" + "".join(lines) + "```\n"

    return BLOCK.sub(block, text)


def timeless(text: str) -> list[str]:
    """The lines, with all durations alike."""
    return _TIMES.sub("… s", text).splitlines()


def printed(command: str, folder: Path) -> str:
    """What a command prints, on both streams, in this folder."""
    if command.startswith("cat "):
        return (folder / command.removeprefix("cat ")).read_text(encoding="utf-8")
    if (plain := _PLAIN.fullmatch(command)) and hasattr(os, "fork"):
        code, text = _forked(shlex.split(plain[1]), folder)
        return text + f"exit code {code}\n" * bool(plain[2])
    ran = subprocess.run(
        ["bash", "-c", SHIM + command],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    return ran.stdout


def _forked(arguments: list[str], folder: Path) -> tuple[int, str]:
    """The exit code of the command line, and what it prints, in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.chdir(folder)
            for stream in (1, 2):
                os.dup2(writing, stream)
            with (
                open(os.devnull, encoding="utf-8") as sys.stdin,
                open(1, "w", encoding="utf-8", closefd=False) as sys.stdout,
                open(2, "w", encoding="utf-8", closefd=False, buffering=1) as sys.stderr,
            ):
                code = main(arguments)
        finally:
            os._exit(code)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        text = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text
