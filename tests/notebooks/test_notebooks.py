"""The notebooks: one style, one for each area of the library, and each runs from a script to its end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn import library

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(path for path in (ROOT / "notebooks").glob("*.py") if path.stem != "render")
SECONDS = 120
SENTENCES = 5
PRINTED = {  # what shows that the small version of a notebook has met what it is about
    "dimension": ("17 of them with a defect", "rotations", "'factor-through': 1", "5,646 of 7,187 have a defect"),
    "dynamics": ("widths (1, 3, 1): 5 to 5", "2 to 3, polynomials 2", "drift ≤", "the inner product moves"),
    "expressivity": ("shallow width ≥ 4 (proved)", "swapped", "7 bipartitions (all proved)", "depth 2 [2, 6]"),
    "hardness": ("6 graphs: reached", "15,854 bytes", "the wheel with five spokes: undecided"),
    "hunting": ("no: pnn 2,3,3,1 with t³", "(3, 3, 3)\n  the conclusion is refuted", "1,606 cases, 0 exceptions"),
    "identifiability": (
        "good blocks, and not good: (2, 3, 3, 1) with t^3",
        "∞  1  1",
        "2,3,3,1 with t³: at least 12: refuted",
    ),
    "learning": ("only decomposition with 3 terms", "hidden weights: True", "not unique", "give 3 points or more"),
    "rank": ("not unbalanced: [(3, 3, 3)]", "correct modulo 2 only", "instead of", "10 to 11", "a curve of 10 terms"),
    "tensors": ("found again: True", "counts too much", "bond r0_1", "(2, 2, 4, 2, 4, 2, 2)"),
    "uniqueness": ("undecided over Q", "the same tensor: True", "4×4×9 rank-one jennrich jennrich jennrich compound"),
}
# Runs a notebook, looks at each axis of each picture when it is shown, and says how the last claim ended.
RUN = """
import runpy, sys
import matplotlib.pyplot as plt
shown = []
def show():
    for axes in (axes for number in plt.get_fignums() for axes in plt.figure(number).axes if axes.axison):
        shown.append(axes.get_title())
        assert axes.get_title() and axes.get_xlabel() and axes.get_ylabel(), f"an axis of {shown} has no name"
    plt.close("all")
plt.show = show
status = runpy.run_path(sys.argv[1])["verdict"].status
assert shown, "no picture"
print(status)
"""


@cache
def cells(path: Path) -> list[Any]:
    notebook = pytest.importorskip("jupytext").read(path)
    assert notebook.metadata["jupytext"]["text_representation"]["format_name"] == "percent"
    return list(notebook.cells)


def test_there_is_one_for_each_area() -> None:
    assert [path.stem for path in NOTEBOOKS] == [*PRINTED]
    assert {*PRINTED} - {"hunting"} == {*library.areas()}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_asks_one_question(path: Path) -> None:
    title, introduction = cells(path)[0].source.split("\n", 1)
    assert title.startswith("# ") and title.endswith("?") and title.count("?") == 1
    assert not re.search("^#", introduction, re.MULTILINE)
    words = re.sub(r"\$[^$]*\$", "x", introduction)
    assert len(re.findall(r"[.?!](?=\s|$)", words)) <= SENTENCES
    assert "surprise" in words
    keys = {key for group in re.findall(r"\[([^]]*)\]", words) for key in group.split(", ")}
    known = set(re.findall(r"@\w+\{(\w+)", (ROOT / "proofs" / "references.bib").read_text(encoding="utf-8")))
    assert keys and keys <= known
    mentioned = set(re.findall(r"\b[A-H]\d+[a-z]?\b", words))
    assert mentioned and mentioned <= {statement.id for statement in library.statements()}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_has_the_style_of_the_others(path: Path) -> None:
    _, imports, parameters, *others, last = cells(path)
    assert imports.cell_type == "code" and imports.source.startswith("import ")
    assert parameters.metadata["tags"] == ["parameters"]
    assert 'SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))' in parameters.source
    assert 'plt.style.use("tableau-colorblind10")' in parameters.source
    code = "\n".join(cell.source for cell in others if cell.cell_type == "code")
    text = "\n".join(cell.source for cell in others if cell.cell_type == "markdown")
    assert re.search(r"\bSIZE\b", code) and "environ" not in code
    assert re.search(r"^## .*sweep", text, re.MULTILINE) and "## The picture" in text
    assert "plt.show()" in code and "savefig" not in code
    assert not re.search(r"^(import|from) ", code, re.MULTILINE)
    assert "verify(" in last.source and last.source.endswith('assert verdict.status == "proved"\nverdict')
    assert re.findall(r"^## (.*)", text, re.MULTILINE)[-1].startswith("The claim")


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_to_its_end(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    environment = os.environ | {"MPLBACKEND": "Agg", "MPLCONFIGDIR": str(tmp_path), "NOTEBOOK_SIZE": "1"}
    command = [sys.executable, "-c", RUN, str(path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "proved"
    assert not [words for words in PRINTED[path.stem] if words not in done.stdout]
    assert not [left for left in tmp_path.iterdir() if left.suffix in (".png", ".pdf", ".svg")], "a picture was saved"
