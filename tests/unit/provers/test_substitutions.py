"""The substitution method: what its search finds, and that it finds nothing where nothing is."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import pytest

from algebra_tnn import CP, Certificate, Field, Q, Shortfall, Tensor, TensorRankAtLeast, matmul, provers, verify
from algebra_tnn.exact import PolynomialRing
from algebra_tnn.provers.right_inverses import right_inverse
from algebra_tnn.provers.tensor_ranks import shortest_sum

W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
TWO, THREE = Field.named("GF(2)"), Field.named("GF(3)")


@pytest.mark.parametrize("field", [Q, TWO, THREE, Field.named("GF(10007)")])
def test_w_and_two_by_two_matrices(field: Field) -> None:
    for tensor, bound in ((W, 3), (matmul(2, 2, 2), 7)):
        verdict = verify(TensorRankAtLeast(tensor, bound, field), by=provers.substitution_method)
        assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())
    result = provers.substitution_method(TensorRankAtLeast(W, 4, field))
    assert isinstance(result, Shortfall)
    assert result.reason.endswith(" ways that are tried removes 4 slices")


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [(2, 2, 3), (2, 3, 2), (3, 2, 2)])
def test_two_by_two_by_three_matrices(sizes: tuple[int, int, int]) -> None:
    assert verify(TensorRankAtLeast(matmul(*sizes), 10), by=provers.substitution_method).status == "proved"


def test_the_remark_names_the_steps() -> None:
    found = provers.substitution_method(TensorRankAtLeast(matmul(2, 2, 2), 7))
    assert isinstance(found, Certificate)
    assert found.remark == "slices are removed: 1 of mode 1, then 2 of mode 2, then 4 of mode 0"


def test_w_of_order_four_and_fractions() -> None:
    entries = tuple(Fraction(1, 2) if sum(place) == 1 else 0 for place in product(range(2), repeat=4))
    assert (
        verify(TensorRankAtLeast(Tensor((2, 2, 2, 2), entries), 4), by=provers.substitution_method).status == "proved"
    )


def test_nothing_above_the_rank_is_found() -> None:
    """Over GF(2), where the rank of small tensors is found by enumeration."""
    draw = Random(4)
    for _ in range(12):
        T = Tensor((2, 2, 2), tuple(draw.randrange(2) for _ in range(8)))
        found = shortest_sum(T, TWO, 4)
        assert found is not None
        for bound in range(len(found) + 1, 6):
            assert isinstance(provers.substitution_method(TensorRankAtLeast(T, bound, TWO)), Shortfall)


def test_large_tensors_are_left_alone() -> None:
    eye = [[int(i == j) for j in range(8)] for i in range(8)]
    result = provers.substitution_method(TensorRankAtLeast(CP.from_factors(eye, eye, eye), 9))
    assert isinstance(result, Shortfall)
    assert result.reason == "tensors of more than 400 entries are not tried"
    result = provers.substitution_method(TensorRankAtLeast(W, 3, Field.named("GF(4294967311)")))
    assert isinstance(result, Shortfall)
    assert result.reason == "fields of characteristic above 2147483647 are not tried"


# ------------------------------------------------------------------------------------------------ right inverses


@pytest.mark.parametrize("field", [Q, THREE])
def test_right_inverses(field: Field) -> None:
    ring = PolynomialRing(("x", "y"), field.characteristic, rational=not field.is_finite)
    x, y = ring.variables
    one, zero = ring(1), ring(0)
    matrices = [
        [[x, 2 * one, y], [one, zero, x]],
        [[x, x + 1]],
        [[x, x * y + 1], [zero, y]][:1],
        [[x * x, y + 1, y]],
        [[x, y, one], [one, x, zero], [zero, one, y]][:2],
    ]
    for matrix in matrices:
        inverse = right_inverse(matrix, ring, field)
        assert inverse is not None
        for i, row in enumerate(matrix):
            for j in range(len(matrix)):
                assert sum((a * line[j] for a, line in zip(row, inverse, strict=True)), zero) == int(i == j)


def test_rows_that_are_dependent_somewhere_have_none() -> None:
    ring = PolynomialRing(("x", "y"), rational=True)
    x, y = ring.variables
    assert right_inverse([[x, y]], ring, Q) is None
    assert right_inverse([[x, ring(1)], [y, ring(0)]], ring, Q) is None
