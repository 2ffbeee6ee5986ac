"""What the README shows is what happens: its commands print what stands there, its Python has the values beside it."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.transcripts import printed, timeless

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = [block for block in re.findall(r"^```\n(.*?)^```$", TEXT, re.M | re.S) if block.startswith("$ ")]
PYTHON = re.findall(r"^```python\n(.*?)^```$", TEXT, re.M | re.S)
VALUE = re.compile(r"['(\[0-9]|True|False|None")  # how a comment begins that is a value


def matches(shown: list[str], printed: list[str]) -> bool:
    """Line by line, where … stands for any lines."""
    if not shown:
        return not printed
    if shown[0].strip() == "…":
        return any(matches(shown[1:], printed[k:]) for k in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


@pytest.mark.slow
def test_the_transcripts_of_the_readme(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "algebra_tnn").mkdir()
    shutil.copy(ROOT / "algebra_tnn" / "checker.py", tmp_path / "algebra_tnn")
    for block in CONSOLE:
        parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:]
        for command, shown in zip(parts[::2], parts[1::2], strict=True):
            if command.startswith("cat "):
                (tmp_path / command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
                continue
            found = printed(command, tmp_path)
            assert matches(timeless(shown), timeless(found)), f"{command}\n{found}"


@pytest.mark.slow
@pytest.mark.parametrize("block", PYTHON, ids=range(len(PYTHON)))
def test_the_values_in_the_readme(block: str) -> None:
    module = type(sys)("readme")
    scope: dict[str, Any] = vars(module)
    scope["__name__"] = "readme"  # so that what a script guards is not run here
    lines = block.splitlines()
    for node in ast.parse(block).body:
        source = "\n".join(lines[node.lineno - 1 : node.end_lineno])
        if not isinstance(node, ast.Expr):
            exec(compile(source, "README.md", "exec"), scope)
            continue
        value = eval(compile(ast.Expression(node.value), "README.md", "eval"), scope)
        comment = lines[(node.end_lineno or 1) - 1].partition("  # ")[2]
        if VALUE.match(comment):
            assert comment.startswith(repr(value)), f"{source} is {value!r}"


def test_there_is_something_to_compare() -> None:
    assert len(CONSOLE) >= 6 and len(PYTHON) >= 8
    assert matches(["a", "…", "c"], ["a", "b", "b", "c"]) and not matches(["a", "…", "c"], ["a", "b"])
