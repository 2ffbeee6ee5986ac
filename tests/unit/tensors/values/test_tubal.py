from __future__ import annotations

import cmath
import random

import pytest

from algebra_tnn import Tensor, rank
from algebra_tnn.tensors.values import TubalProduct, fourier_blocks, fourier_slices, tubal_factorization, tubal_ranks
from tests.unit.tensors.values.samples import entries


def product(n: int, r: int, m: int, K: int, seed: int = 0) -> Tensor:
    rng = random.Random(f"{n} {r} {m} {K} {seed}")
    return TubalProduct.of(entries((n, r, K), rng), entries((r, m, K), rng)).tensor()


@pytest.mark.parametrize("K", range(1, 8))
def test_factorizations_are_minimal(K: int) -> None:
    T = product(4, 2, 3, K)
    found = tubal_factorization(T)
    assert found.tensor() == T and found.ranks == (2,)
    assert tubal_ranks(T) == (2,) * K
    assert fourier_blocks(T).tensor() == T and fourier_blocks(T).ranks == ((2, 2, 1),) * K


@pytest.mark.parametrize("K", [2, 3, 4, 6])
def test_fourier_slices_in_floats(K: int) -> None:
    T = product(2, 2, 3, K)
    omega = cmath.exp(2j * cmath.pi / K)
    for k, hat in enumerate(fourier_slices(T)):
        for i, row in enumerate(hat):
            for j, x in enumerate(row):
                coefficients = x.coefficients() if K > 2 else [x]
                value = sum(float(c) * omega**power for power, c in enumerate(coefficients))
                expected = sum(float(T[i, j, s]) * omega ** (s * k) for s in range(K))
                assert abs(value - expected) < 1e-9


def test_frequencies_may_have_different_ranks() -> None:
    """Over Q(i) the frequencies 1 and 3 are conjugate, so that their ranks agree; the others may differ."""
    rows = [[[1, 1, 1, 1], [0, 0, 0, 0]], [[0, 0, 0, 0], [1, 0, -1, 0]]]
    T = Tensor.from_nested(rows)
    assert tubal_ranks(T) == (1, 1, 0, 1)
    assert tubal_factorization(T).ranks == (1,) and tubal_factorization(T).tensor() == T
    assert len(fourier_blocks(T).blocks) == 3 and fourier_blocks(T).tensor() == T
    assert fourier_slices(T)[1][1][1] == 2 and fourier_slices(T)[0][0][0] == 4


def test_two_slices_are_sum_and_difference() -> None:
    T = product(3, 3, 3, 2)
    one, two = fourier_slices(T)
    assert one == tuple(tuple(T[i, j, 0] + T[i, j, 1] for j in range(3)) for i in range(3))
    assert tubal_ranks(T) == (rank(one), rank(two))


def test_the_zero_tensor() -> None:
    zero = Tensor((2, 3, 4), (0,) * 24)
    assert tubal_ranks(zero) == (0,) * 4
    assert tubal_factorization(zero).ranks == (1,) and tubal_factorization(zero).tensor() == zero
    assert fourier_blocks(zero).tensor() == zero


def test_other_orders() -> None:
    for ask in (fourier_slices, tubal_ranks, tubal_factorization, fourier_blocks):
        with pytest.raises(ValueError, match="the tensor has order 2; matrices of tubes are tensors of order 3"):
            ask(Tensor((1, 2), (1, 2)))
