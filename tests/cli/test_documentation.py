"""The transcripts in docs/ are what the commands print, and docs/command-line.md names every key of every JSON object.

``python -m tests.cli.test_documentation PAGE …`` writes what the commands print into pages of docs/, or, without a
name, into all that have console blocks.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.transcripts import BLOCK, answered, timeless

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "command-line.md"
PAGES = sorted(path.stem for path in DOCS.glob("*.md") if BLOCK.search(path.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_the_transcripts(page: str, tmp_path: Path) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    again = f"run `python -m tests.cli.test_documentation {page}` to write what the commands print into the page"
    assert timeless(answered(text, tmp_path)) == timeless(text), again


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
        ["new", "uniqueness/mine", "--id", "X1", "--in", tmp_path],
        ["report", "B3", "--no-run"],
        ["cite"],
        ["hunt", "border-rank-is-rank"],
        ["explain", tmp_path / "c.json"],
        ["completion", "bash"],
    ):
        command = str(arguments[0])
        found = run(*arguments, "--json").object
        text = sections[command] + sections.get(shared.get(command, ""), "")
        lists = ("results", "summary", "statements", "tested", "borders", "partitions", "cuts", "found")
        nested = [*(found.get(name, [])[0] for name in lists if found.get(name)), found]
        nested += [
            part[0]
            for name in ("minimal", "outside")
            for part in [nested[0].get(name)]
            if isinstance(part, list) and part
        ]
        for key in {key for part in nested for key in part}:
            assert f"`{key}`" in text, (command, key)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    for name in sys.argv[1:] or PAGES:
        page = DOCS / f"{name}.md"
        with TemporaryDirectory() as place:
            page.write_text(answered(page.read_text(encoding="utf-8"), Path(place)), encoding="utf-8")
