"""Typical ranks, and the theorem on n×n×2 as it can be computed: pencils and their eigenvalues over R."""

from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn import CP, Tensor
from algebra_tnn.exact import R
from algebra_tnn.explore import tensor_rank, typical_ranks
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese, probable_generic_rank


@pytest.mark.parametrize(
    ("variety", "ranks"),
    [
        (Segre((2, 2, 2)), (2, 3)),
        (Segre((2, 3, 3)), (3, 4)),
        (Segre((3, 2, 1, 3)), (3, 4)),
        (Segre((2, 3, 4)), (4,)),
        (Segre((2, 2, 5)), (4,)),
        (Segre((3, 4)), (3,)),
        (Segre((5,)), (1,)),
        (Veronese(3, 2), (3,)),
        (Veronese(2, 4), (3, 4)),
        (Veronese(2, 5), (3, 4, 5)),
        (Veronese(1, 5), (1,)),
    ],
    ids=str,
)
def test_the_least_is_the_generic_rank(variety: SegreVeronese, ranks: tuple[int, ...]) -> None:
    found = typical_ranks(variety)
    assert found is not None and found.ranks == ranks
    assert probable_generic_rank(variety) == min(ranks)
    assert found.to_dict()["ranks"] == list(ranks)


@pytest.mark.parametrize(
    "variety", [Segre((3, 3, 3)), Segre((2, 2, 2, 2)), Veronese(3, 3), SegreVeronese((2, 2), (1, 2))]
)
def test_where_no_theorem_is_known(variety: SegreVeronese) -> None:
    assert typical_ranks(variety) is None


def test_what_is_trusted() -> None:
    forms, tensors = typical_ranks(Veronese(2, 5)), typical_ranks(Segre((2, 2, 2)))
    assert forms is not None and forms.trusts == ("Blekherman2015",)
    assert forms.explanation.endswith("to the degree [Blekherman2015]")
    assert tensors is not None and tensors.trusts == ()


@pytest.mark.parametrize(("corner", "rank"), [(1, 2), (-1, 3)])
def test_both_ranks_near_two_by_two_by_two(corner: int, rank: int) -> None:
    """Slices I and [[0, ±1], [1, 0]], and tensors around: their rank over R is 2 and 3."""
    for shift in (Fraction(0), Fraction(1, 100)):
        slices = [[[1, 0], [0, 1]], [[shift, corner + shift], [1, -shift]]]
        found = tensor_rank(Tensor.from_nested(slices), R)
        assert (found.lower, found.upper) == (rank, rank)


def test_one_term_more_makes_all_eigenvalues_real() -> None:
    """The slices I and B, where B has the characteristic polynomial t³ + t, and B − u vᵀ has the roots 1, 2, 3."""
    B = [[0, -1, 0], [1, 0, 0], [0, 1, 0]]
    u, v = [1, 0, 0], [-6, 10, -6]
    eigenvectors = [[1, 4, 9], [1, 2, 3], [1, 1, 1]]
    interpolation = [["1/2", -1, "1/2"], ["-5/2", 4, "-3/2"], [3, -3, 1]]  # by polynomials that are 1 at one root
    factors = [
        [[*row, x] for row, x in zip(eigenvectors, u, strict=True)],
        [[*map(Fraction, row), x] for row, x in zip(interpolation, v, strict=True)],
        [[1, 1, 1, 0], [1, 2, 3, 1]],
    ]
    slices = [[[int(i == j), B[i][j]] for j in range(3)] for i in range(3)]
    assert CP.from_factors(*factors).tensor() == Tensor.from_nested(slices)
