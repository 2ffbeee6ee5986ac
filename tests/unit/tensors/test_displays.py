from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn.tensors import Tensor
from tests.unit.markup import Page

SMALL = Tensor.from_nested([[[1, 0], [0, Fraction(-7, 3)], [5, 2]]])


def test_slices_are_tables() -> None:
    page = Page(SMALL._repr_html_())
    assert page.texts == ["tensor 1×3×2", "[:, :, 0]", "1", "0", "5", "[:, :, 1]", "0", "-7/3", "2"]


def test_rows_of_slices_are_rows_of_tables() -> None:
    texts = Page(Tensor((2, 1, 2), (1, 2, 3, 4))._repr_html_()).texts
    assert texts[1:] == [
        "[:, :, 0]",
        "1",
        "3",
        "[:, :, 1]",
        "2",
        "4",
    ]


def test_a_matrix_is_one_table_without_a_name() -> None:
    assert Page(Tensor.from_nested([[1, 2]])._repr_html_()).texts == ["tensor 1×2", "1", "2"]


@pytest.mark.parametrize("shape", [(20, 3), (3, 20), (2, 2, 20), (2, 2, 5, 4)])
def test_large_ones_are_shortened(shape: tuple[int, ...]) -> None:
    size = 1
    for n in shape:
        size *= n
    tensor = Tensor(shape, tuple(range(size)))
    page = Page(tensor._repr_html_())
    assert page.tags.count("td") < size
    assert "…" in page.texts if len(shape) == 2 else "12 more slices" in page.text


def test_long_entries_are_shortened() -> None:
    texts = Page(Tensor.from_nested([[10**50, 1]])._repr_html_()).texts
    assert texts[1] == "100000…000000"


def test_latex() -> None:
    assert SMALL._repr_latex_() == r"$\begin{bmatrix}1&0&5\end{bmatrix} \; \begin{bmatrix}0&-7/3&2\end{bmatrix}$"
    assert r"\cdots" in Tensor((2, 9), tuple(range(18)))._repr_latex_()
    assert Tensor((1, 1, 9), tuple(range(9)))._repr_latex_().endswith(r" \; \cdots$")
