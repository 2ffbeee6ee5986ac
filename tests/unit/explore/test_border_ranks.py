"""Border ranks: bounds from both sides, along a curve or a decomposition."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import CP, C, Field, Q, R, Tensor, border_rank, matmul
from algebra_tnn.tensors.curves import Curve

W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
LINE: Any = [[1, 1], [[0, 1], 0]]
SIGNED: Any = [[1, -1], [[0, 1], 0]]
CURVE = Curve.from_nested([SIGNED, LINE, LINE], 1)


@pytest.mark.parametrize("field", [Q, R, C, Field.named("GF(2)")])
def test_w(field: Field) -> None:
    bounds = border_rank(W, field, CURVE)
    assert (bounds.lower, bounds.upper, bounds.verdict.trusts, bounds.verdict.extensions) == (2, 2, (), True)
    assert bounds.explanation.startswith(f"border rank = 2 over {field} (proved)\n")
    if field.characteristic != 2:
        alone = border_rank(W, field)
        assert (alone.lower, alone.upper, alone.notes) == (2, 2, ())
        assert alone.sides[1].remark == "2 terms that tend to one, along a tangent"


def test_bounds_that_do_not_meet() -> None:
    bounds = border_rank(Tensor.from_nested([[[1, 0], [0, 1]], [[0, -1], [1, 0]]]))
    assert (bounds.lower, bounds.upper) == (2, 3)
    assert bounds.notes == ("not ≥ 3 by flattenings and the Koszul flattenings that are tried",)


def test_koszul_flattenings_are_used() -> None:
    bounds = border_rank(matmul(2, 2, 2))
    assert (bounds.lower, bounds.upper, bounds.sides[0].rule) == (6, 7, "flattening")
    assert "Koszul flattening" in bounds.sides[0].remark


def test_matrices_and_decompositions() -> None:
    assert border_rank(Tensor.from_nested([[1, 2], [2, 4]])).upper == 1
    assert border_rank(Tensor((2, 2, 2), (0,) * 8)).meet
    eye = [[1, 0], [0, 1]]
    assert border_rank(CP.from_factors(eye, eye, eye)).explanation.startswith("border rank = 2 over Q")


def test_decompositions_with_roots_are_no_curves() -> None:
    """Of rank 2 over R, by a square root; the border rank is at most that, but evidence for curves has no roots."""
    bounds = border_rank(Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]]), R)
    assert bounds.lower == 2 < bounds.upper


def test_a_curve_of_another_tensor_or_shape() -> None:
    wrong = Curve.from_nested([SIGNED, LINE, [[1, 1], [[0, 2], 0]]], 1)
    with pytest.raises(ValueError, match=r"at \(0, 0, 1\) the curve tends to 2, and the tensor has 1"):
        border_rank(W, Q, wrong)
    with pytest.raises(ValueError, match="the curve has the shape 2×2×2 and the tensor 2×2"):
        border_rank(Tensor.from_nested([[1, 0], [0, 1]]), Q, CURVE)
