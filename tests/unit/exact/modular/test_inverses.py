from __future__ import annotations

import numpy as np
import pytest
from flint import nmod_mat

from algebra_tnn.exact.modular import inverses
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix, product
from algebra_tnn.exact.modular.inverses import inverse


@pytest.mark.parametrize("p", [2, 3, 7, PRIME, 8388593])
@pytest.mark.parametrize("n", [1, 2, 15, 16, 17, 33, 70])
def test_the_inverse_times_the_matrix_is_the_identity(n: int, p: int) -> None:
    """Over small fields many leading minors vanish, and many matrices are singular."""
    rng = np.random.default_rng(n)
    found = 0
    for _ in range(6):
        M = rng.integers(0, p, (n, n))
        A = ResidueMatrix.of(M, p).array
        if nmod_mat(n, n, M.ravel().tolist(), p).det() == 0:
            with pytest.raises(ZeroDivisionError, match=f"the matrix is singular modulo {p}"):
                inverse(A, p)
        else:
            B = inverse(A, p)
            assert np.abs(B).max() <= p // 2
            assert (product(A, B, p) % p == np.eye(n)).all()
            found += 1
    assert found or p < PRIME


def test_no_leading_minor_needs_to_be_invertible() -> None:
    """The reversed identity, in blocks: zeros wherever elimination looks first."""
    n = 40
    M = np.zeros((n, n))
    M[np.arange(n), np.arange(n)[::-1]] = np.arange(1, n + 1)
    before = M.copy()
    assert (product(M, inverse(M, PRIME), PRIME) == np.eye(n)).all()
    assert np.array_equal(M, before)


def test_long_sums_are_split() -> None:
    """Below 2^23 a sum of more than 511 products of residues may be inexact, and this one would be."""
    p, rng = 8388593, np.random.default_rng(2)
    table = rng.integers(p // 2 - 99, p // 2, (640, 3)).astype(np.float64)
    exchanged = rng.integers(p // 2 - 99, p // 2, (640, 600)).astype(np.float64)
    rows = list(range(600))
    expected = table.astype(np.int64).astype(np.object_)
    expected[rows] = 0
    expected -= exchanged.astype(np.int64).astype(np.object_) @ table[rows].astype(np.int64).astype(np.object_)
    inverses._follow(table, exchanged, rows, p)
    assert np.array_equal(table.astype(np.int64) % p, (expected % p).astype(np.int64))


def test_empty() -> None:
    assert inverse(np.zeros((0, 0)), 7).shape == (0, 0)
