"""CONTRIBUTING.md: its walk is followed to the letter, in a copy of the package and its library."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIM = f'algebra-tnn() {{ "{sys.executable}" -m algebra_tnn "$@"; }}; '
SECONDS = re.compile(r"\d+\.\d\d s")


@pytest.mark.slow
def test_the_walk(tmp_path: Path) -> None:
    for folder in ("algebra_tnn", "proofs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    blocks = re.findall(r"^ *```(\w+)\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    kinds = [kind for kind, _ in blocks]
    assert kinds.count("console") >= 2 and "python" in kinds
    for kind, indented in blocks:
        block = dedent(indented)
        if kind == "python":
            first, content = block.split("\n", 1)
            path = tmp_path / first.removeprefix("# ")
            assert path.is_file(), "the walk writes a file that `new` did not begin"
            path.write_text(content, "utf-8")
        elif kind == "console":
            assert SECONDS.sub("0 s", _answered(block, tmp_path)) == SECONDS.sub("0 s", block)


def _answered(block: str, folder: Path) -> str:
    """The block with what its commands print."""
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-c", SHIM + command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )
        lines.append(f"$ {command}\n{ran.stdout}")
    return "".join(lines)
