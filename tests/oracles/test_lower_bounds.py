"""Lower bounds of rank and border rank against floats, and against what the literature says."""

from __future__ import annotations

from itertools import combinations, permutations
from math import comb
from random import Random

import numpy as np
import pytest

from algebra_tnn import CP, BorderRankAtLeast, EssentiallyUnique, Q, Tensor, TensorRankAtLeast, matmul, provers, verify
from algebra_tnn.provers.koszul import KoszulFlattening, strongest_koszul_flattening


def exterior(a: int, power: int) -> np.ndarray:
    """(basis of Λ^(p+1)) × (basis of Λ^p) × a: the coefficients of e_S ∧ e_t, by antisymmetrizing tensors."""
    result = np.zeros((comb(a, power + 1), comb(a, power), a))
    targets = list(combinations(range(a), power + 1))
    for s, S in enumerate(combinations(range(a), power)):
        for t in range(a):
            for order in permutations(range(power + 1)):
                word = [(*S, t)[k] for k in order]
                if tuple(word) in targets:
                    result[targets.index(tuple(word)), s, t] += np.linalg.det(np.eye(power + 1)[list(order)])
    return result


@pytest.mark.parametrize(("shape", "power"), [((3, 3, 4), 1), ((4, 2, 3), 2), ((5, 2, 2), 2)])
def test_koszul_matrices(shape: tuple[int, int, int], power: int) -> None:
    draw = Random(3)
    T = Tensor(shape, tuple(draw.randrange(-5, 6) for _ in range(int(np.prod(shape)))))
    floats = np.array(T.entries, dtype=float).reshape(shape)
    flattening = KoszulFlattening(((0,), (1,), (2,)), shape, power)
    expected = np.einsum("Tst,tbc->Tcsb", exterior(shape[0], power), floats).reshape(flattening.size)
    assert np.array_equal(expected, np.array(flattening.matrix(T), dtype=float))


@pytest.mark.parametrize(
    ("sizes", "border", "ours", "rank"), [((2, 2, 2), 7, 6, 7), ((2, 2, 3), 10, 9, 11), ((3, 3, 3), 20, 15, 23)]
)
def test_matrix_multiplication(sizes: tuple[int, int, int], border: int, ours: int, rank: int) -> None:
    """Border ranks 7, 10, at most 20, and ranks 7, 11, at most 23 [Strassen, Alekseyev, Laderman, Smirnov]."""
    bound, _ = strongest_koszul_flattening(matmul(*sizes), Q, 0, border + 1)
    assert bound == ours <= border <= rank


@pytest.mark.parametrize("seed", range(6))
def test_no_bound_is_above_the_number_of_terms(seed: int) -> None:
    draw = Random(seed)
    terms = 2 + seed % 3
    T = CP.from_factors(*[[[draw.randrange(-1, 2) for _ in range(terms)] for _ in range(3)] for _ in range(3)]).tensor()
    assert strongest_koszul_flattening(T, Q, 0, 99)[0] <= terms
    result = provers.substitution_method(TensorRankAtLeast(T, terms + 1))
    assert not hasattr(result, "evidence")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shape", "terms"), [((4, 4, 4), 5), ((4, 5, 5), 6), ((5, 5, 5), 6), ((3, 3, 3, 3), 5), ((6, 6, 6), 8)]
)
def test_smooth_points_of_many_shapes(shape: tuple[int, ...], terms: int) -> None:
    draw = Random(1)
    T = CP.from_factors(*[[[draw.randrange(-4, 5) for _ in range(terms)] for _ in range(n)] for n in shape])
    assert verify(EssentiallyUnique(T), by=provers.smooth_point).status == "proved"
    assert verify(BorderRankAtLeast(T, max(shape))).status == "proved"
