"""Notebooks with their outputs, and as pages that need nothing else."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ipykernel")
render = pytest.importorskip("notebooks.render")

SMALL = """# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Is $1 < \\tfrac{3}{2}$?

# %%
import matplotlib.pyplot as plt

plt.plot([1, 2])
plt.show()

# %%
from algebra_tnn import CP, EssentiallyUnique, verify

verify(EssentiallyUnique(CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 0], [0, 1]])))
"""


class Fetched(HTMLParser):
    """What a browser would fetch for a page, and the names of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        values = dict(attrs)
        if tag != "a":
            self.addresses += [values[name] or "" for name in ("src", "href", "data", "poster") if name in values]


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    (folder / "small.py").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(render, "SOURCES", folder)
    return folder


@pytest.mark.slow
def test_a_notebook_and_a_page(sources: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "rendered"
    assert render.main(["small", "-o", str(output)]) == 0
    assert re.fullmatch(r"1 of 1: small … .*small\.html, \d+ s\n", capfd.readouterr().err)

    cells: list[dict[str, Any]] = json.loads((output / "small.ipynb").read_text(encoding="utf-8"))["cells"]
    kinds = [{kind for found in cell.get("outputs", []) for kind in found.get("data", {})} for cell in cells]
    assert "image/svg+xml" in kinds[1] and "text/html" in kinds[2]

    text = (output / "small.html").read_text(encoding="utf-8")
    page = Fetched()
    page.feed(text)
    assert {"math", "img", "main"} <= page.names and not page.names & {"script", "link", "iframe"}
    assert page.addresses and all(address.startswith("data:") for address in page.addresses)
    assert all(found.startswith("data:") for found in re.findall(r"url\([\"']?([^\"')]+)", text))
    assert "@import" not in text and "<title>Is $1" in text
    assert "proved" in text and [path.name for path in sources.iterdir()] == ["small.py"]


@pytest.mark.slow
def test_a_failing_notebook_is_one_sentence(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "broken.py").write_text(
        SMALL.replace("plt.show()", 'raise ValueError("no < 2\\nmore")'), encoding="utf-8"
    )
    assert render.main(["broken", "-o", str(tmp_path / "rendered")]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == ["broken.py, cell 1 of 2: ValueError: no < 2"]
    assert not (tmp_path / "rendered").exists()


def test_a_formula_that_cannot_be_shown() -> None:
    with pytest.raises(render.NotebookFailed, match=r"the formula '\\\\dots' does not become MathML: Unknown LaTeX"):
        render.marked_up(r"from 1 to $\dots$")


def test_an_unknown_notebook(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        render.main(["depths"])
    assert "there is no notebook 'depths'; there are dimension, dynamics, " in capsys.readouterr().err


def test_all_notebooks_but_not_itself() -> None:
    assert "rank" in {path.stem for path in render.paths()} and "render" not in {path.stem for path in render.paths()}


@pytest.mark.parametrize("path", render.paths(), ids=lambda path: path.stem)
def test_formulas_become_mathml(path: Path) -> None:
    for cell in render.jupytext.read(path).cells:
        if cell.cell_type == "markdown":
            shown = render.marked_up(cell.source)
            assert "$" not in shown and shown.count("<math") == len(re.findall(r"\$\$?[^$]+\$\$?", cell.source))
