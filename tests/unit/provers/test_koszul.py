"""Koszul flattenings: their matrices, their bounds, and certificates over several fields."""

from __future__ import annotations

from itertools import combinations
from math import comb
from random import Random

import pytest

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    Certificate,
    Field,
    Q,
    Shortfall,
    Tensor,
    TensorRankAtLeast,
    matmul,
    provers,
    rank,
    verify,
)
from algebra_tnn.provers.koszul import KoszulFlattening, strongest_koszul_flattening

W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
TWO = Field.named("GF(2)")
SINGLY = ((0,), (1,), (2,))


def random_sum(shape: tuple[int, ...], terms: int, seed: int = 0) -> CP:
    draw = Random(seed)
    return CP.from_factors(
        *[[[draw.choice((-3, -2, -1, 1, 2, 3)) for _ in range(terms)] for _ in range(n)] for n in shape]
    )


@pytest.mark.parametrize(("shape", "power"), [((3, 2, 4), 1), ((4, 3, 2), 1), ((4, 3, 2), 2), ((2, 3, 3), 0)])
def test_rank_at_a_term(shape: tuple[int, int, int], power: int) -> None:
    flattening = KoszulFlattening(SINGLY, shape, power)
    matrix = flattening.matrix(random_sum(shape, 1).tensor())
    assert (len(matrix), len(matrix[0])) == flattening.size
    assert rank(matrix) == flattening.multiplicity == comb(shape[0] - 1, power)
    assert flattening.bound(rank(matrix)) == 1


def test_power_zero_of_an_empty_group_is_a_flattening() -> None:
    T = random_sum((2, 3, 4), 2).tensor()
    for modes in ((0,), (1,), (0, 2)):
        others = tuple(mode for mode in range(3) if mode not in modes)
        sizes = (1, 24 // len(T.matricized(modes)), len(T.matricized(modes)))
        assert KoszulFlattening(((), others, modes), sizes, 0).matrix(T) == T.matricized(modes)


def test_strassens_matrix() -> None:
    """At power one and a = 3: blocks ±T_i, skew-symmetric, as in Strassen's equations."""
    T = random_sum((3, 2, 2), 3).tensor()
    slices = [[[T[i, b, c] for b in range(2)] for c in range(2)] for i in range(3)]
    matrix = KoszulFlattening(SINGLY, (3, 2, 2), 1).matrix(T)
    for at, (i, j) in enumerate(combinations(range(3), 2)):
        block = [[matrix[2 * at + c][2 * k : 2 * k + 2] for c in range(2)] for k in range(3)]
        signed = {i: [tuple(x for x in row) for row in slices[j]], j: [tuple(-x for x in row) for row in slices[i]]}
        for k in range(3):
            assert block[k] == [tuple(row) for row in signed.get(k, [(0, 0), (0, 0)])]


def test_a_restriction_is_a_map_of_the_first_group() -> None:
    T = random_sum((4, 3, 3), 5).tensor()
    M = ((1, 0, 2, 0), (0, 1, 1, 3), (1, 1, 0, 1))
    image = tuple(sum(m * T[i, b, c] for i, m in enumerate(row)) for row in M for b in range(3) for c in range(3))
    restricted = KoszulFlattening(SINGLY, (3, 3, 3), 1, M).matrix(T)
    assert restricted == KoszulFlattening(SINGLY, (3, 3, 3), 1).matrix(Tensor((3, 3, 3), image))


@pytest.mark.parametrize("field", [Q, TWO, Field.named("GF(10007)"), Field.named("GF(1099511627689)")])
def test_two_by_two_matrices(field: Field) -> None:
    verdict = verify(BorderRankAtLeast(matmul(2, 2, 2), 6, field))
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "flattening", (), True)


def test_other_matrix_products() -> None:
    for sizes, bound in (((2, 2, 3), 9), ((3, 3, 3), 15)):
        T = matmul(*sizes)
        assert strongest_koszul_flattening(T, Q, 0, bound)[0] == bound
    assert verify(BorderRankAtLeast(matmul(3, 3, 3), 15)).status == "proved"


def test_generic_cubes() -> None:
    """Five terms in 3×3×3: the general rank, which no flattening sees [Strassen]."""
    T = random_sum((3, 3, 3), 5, 1)
    verdict = verify(TensorRankAtLeast(T, 5))
    assert (verdict.status, verdict.trusts) == ("proved", ())
    result = provers.koszul_flattening(TensorRankAtLeast(T, 6))
    assert isinstance(result, Shortfall)
    assert result.reason == "the largest bound of those tried is 5, 6 is asked"


def test_groups_of_modes() -> None:
    T = random_sum((2, 2, 3, 3), 4, 2)
    found = provers.koszul_flattening(BorderRankAtLeast(T, 4))
    assert isinstance(found, Certificate)
    assert verify(BorderRankAtLeast(T, 4), by=provers.koszul_flattening).status == "proved"


def test_matrices_have_none() -> None:
    result = provers.koszul_flattening(TensorRankAtLeast(Tensor.from_nested([[1, 2], [3, 4]]), 1))
    assert isinstance(result, Shortfall)
    assert strongest_koszul_flattening(W, Q, 2, 3) == (2, None)


def test_nothing_is_claimed_of_rank_zero() -> None:
    assert verify(BorderRankAtLeast(matmul(2, 2, 2), 0), by=provers.koszul_flattening).status == "proved"
