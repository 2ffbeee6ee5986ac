"""docs/command-line.md: its transcripts are what the commands print, and it names every key of every JSON object.

``python tests/cli/test_documentation.py`` writes what the commands print into the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn import checker

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
SHIM = f'algebra-tnn() {{ "{sys.executable}" -m algebra_tnn "$@"; }}; python() {{ "{sys.executable}" "$@"; }}; '


def transcripts(text: str, folder: Path) -> str:
    """The page with the answer of every command in its console blocks; a file that is shown by ``cat`` is written."""
    shutil.copy(str(checker.__file__), folder / "checker.py")

    def answered(block: re.Match[str]) -> str:
        parts = re.split(r"^\$ (.*)\n", block[1], flags=re.MULTILINE)[1:]
        lines = []
        for command, content in zip(parts[::2], parts[1::2], strict=True):
            if command.startswith("cat "):
                (folder / command.removeprefix("cat ")).write_text(content, encoding="utf-8")
            ran = subprocess.run(
                ["bash", "-c", SHIM + command],
                cwd=folder,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=300,
            )
            lines.append(f"$ {command}\n{ran.stdout}")
        return "```console\n" + "".join(lines) + "```\n"

    return re.sub(r"^```console\n(.*?)^```\n", answered, text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_the_transcripts(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    again = f"run `python tests/cli/{Path(__file__).name}` to write what the commands print into the page"
    assert transcripts(text, tmp_path).splitlines() == text.splitlines(), again


def test_every_key_is_documented(run: Any, file: Any, tmp_path: Path) -> None:
    eye = [[1, 0], [0, 1]]
    matrix, factors = file("m.json", {"matrix": eye}), file("f.json", {"factors": [eye, eye]})
    network = file("n.json", {"network": {"widths": [1, 1, 1], "degrees": [3]}, "weights": [[[1]], [[1]]]})
    run("k-rank", matrix, "-o", tmp_path / "c.json")
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.M | re.S))
    shared = {"k-rank": "rank", "show": "list", "mincut": "separation"}
    for arguments in (
        ["unique", factors],
        ["rank", matrix],
        ["k-rank", matrix],
        ["check-decomposition", factors, "--of", matrix],
        ["dimension", "pnn", "3,2,1", "--degree", "2"],
        ["dimension", "relu", "1,1,1"],
        ["generic-rank", "2,2,2"],
        ["waring", "x^2*y"],
        ["table", "generic-rank", "--max-size", "2"],
        ["threshold", "pnn", "2,2,1"],
        ["filling", "pnn", "2,2,1", "--degree", "2"],
        ["minimal-fillings", "2", "1", "--degree", "2", "--max-layers", "2"],
        ["separation", "mps", "--inputs", "2", "--dimension", "2", "--bond", "1", "--all-partitions"],
        ["depth", "mps", "--inputs", "2", "--dimension", "2", "--bond", "1"],
        ["mincut", "mps", "--inputs", "2", "--dimension", "2", "--bond", "1", "--partition", "0"],
        ["conserved", "linear", "1,1,1"],
        ["moments", "pnn", "2,1,1", "--degree", "3", "--order", "3"],
        ["moments", network, "--order", "3"],
        ["law", "pnn", "3,2,1", "--degree", "2"],
        ["check", tmp_path / "c.json"],
        ["list"],
        ["show", "B3"],
        ["verify", "uniqueness/jennrich"],
    ):
        command = str(arguments[0])
        found = run(*arguments, "--json").object
        text = sections[command] + sections.get(shared.get(command, ""), "")
        lists = ("results", "statements", "tested", "borders", "partitions", "cuts")
        nested = [*(found.get(name, [])[0] for name in lists if found.get(name)), found]
        nested += [part[0] for name in ("minimal", "outside") for part in [nested[0].get(name)] if part]
        for key in {key for part in nested for key in part}:
            assert f"`{key}`" in text, (command, key)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as place:
        PAGE.write_text(transcripts(PAGE.read_text(encoding="utf-8"), Path(place)), encoding="utf-8")
