"""Every notebook opens as a notebook, and runs from a script to its end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.py"))
SECONDS = 60
PRINTED = {  # what shows that a notebook has met what it is about
    "atlas": ("trust no published theorem", "nothing was computed now", "in its box", "again (proved)"),
    "depth": ("shallow width ≥ 16 (proved)", "swapped", "31 bipartitions (all proved)"),
    "dynamics": ("3 independent conserved quantities", "2 to 3, polynomials 2", "7 independent (proved)", "drift"),
    "formats": ("found again", "counts too much", "bond r0_1", "(2, 2, 4, 2, 4, 2, 2)"),
    "learning": ("only decomposition with 3 terms", "hidden weights: True", "not unique", "give 3 points or more"),
    "matrix_multiplication": ("correct modulo 2 only", "instead of", "10 to 11", "a curve of 10 terms"),
    "min_cuts": ("rank 7 < cut 8", "rank 62 ≤ 62 < cut 64", "48 of 64", "14 ≤ separation rank", "refuted that the cut"),
    "polynomial_networks": ("with a defect", "rotations", "refuted", "by both-bounds"),
    "recurrent": ("start–end 2", "all proved", "depth 2 [3, 9, 27]"),
    "secants": ("(3, 3, 3), (3, 5, 5)", "(5, 3, 7), (3, 4, 5), (4, 4, 9)", "'one': 22", "27 dimensions: refuted"),
    "uniqueness": ("undecided", "second-decomposition"),
}


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == [*PRINTED]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_opens_as_a_notebook(path: Path) -> None:
    jupytext = pytest.importorskip("jupytext")
    notebook = jupytext.read(path)
    assert {cell.cell_type for cell in notebook.cells} == {"markdown", "code"}
    assert notebook.metadata["jupytext"]["text_representation"]["format_name"] == "percent"
    first, last = notebook.cells[0], notebook.cells[-1]
    assert first.cell_type == "markdown" and first.source.startswith("# ") and "?" in first.source.splitlines()[0]
    assert last.cell_type == "code" and "verify(" in last.source
    assert any("plt.show()" in cell.source for cell in notebook.cells)
    assert not any("savefig" in cell.source for cell in notebook.cells)


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_to_its_end(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    code = f"import runpy; print(runpy.run_path({str(path)!r})['verdict'].status)"
    environment = {**os.environ, "MPLBACKEND": "Agg", "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "proved"
    assert all(words in done.stdout for words in PRINTED[path.stem])
    assert not [left for left in tmp_path.iterdir() if left.suffix in (".png", ".pdf", ".svg")], "a picture was saved"
