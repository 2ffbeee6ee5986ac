from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME, Doubles, largest_residue, product, reduced
from algebra_tnn.exact.modular.windows import inverse, invertible_minor

PRIMES = [2, 3, 5, 251, PRIME, 8388593]


def random_residues(height: int, width: int, p: int, seed: int = 0) -> Doubles:
    return reduced(np.random.default_rng(seed).integers(0, p, (height, width)).astype(np.float64), p)


def is_identity(M: Doubles, p: int) -> bool:
    return not reduced(M - np.eye(len(M)), p).any()


@pytest.mark.parametrize("p", PRIMES)
@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 8, 31, 64, 128])
def test_inverses(n: int, p: int) -> None:
    """Of a product of unitriangular matrices: all its leading minors are 1, so no pivot vanishes."""
    W = product(
        np.tril(random_residues(n, n, p), -1) + np.eye(n), np.triu(random_residues(n, n, p, 1), 1) + np.eye(n), p
    )
    T = inverse(W, p)
    assert T is not None
    assert T.shape == (n, n)
    assert np.abs(T).max() <= largest_residue(p)
    assert is_identity(product(T, W, p), p)
    assert is_identity(product(W, T, p), p)


@pytest.mark.parametrize("p", PRIMES)
def test_the_inverse_of_every_pattern_of_four(p: int) -> None:
    """Permutations, and one more entry: each cofactor of a 4×4 matrix is met."""
    rng = np.random.default_rng(4)
    for _ in range(60):
        W = np.eye(4)[rng.permutation(4)] * reduced(rng.integers(1, max(p, 2), 4).astype(np.float64), p)
        if not W.any(axis=0).all():
            continue
        W[rng.integers(4), rng.integers(4)] += 1
        W = reduced(W, p)
        T, (rows, _, _) = inverse(W, p), invertible_minor(W, p)
        assert (T is not None) == (len(rows) == 4)
        assert T is None or is_identity(product(T, W, p), p)


def test_singular_pivots() -> None:
    """An invertible matrix may have a leading 4×4 block without inverse; then None says nothing about it."""
    for W in (np.zeros((4, 4)), np.zeros((1, 1)), np.eye(8)[::-1], np.ones((64, 64))):
        assert inverse(np.ascontiguousarray(W), 7) is None


def test_the_empty_window() -> None:
    T = inverse(np.empty((0, 0)), 7)
    assert T is not None
    assert T.shape == (0, 0)


@pytest.mark.parametrize("p", PRIMES)
@pytest.mark.parametrize(("height", "width"), [(1, 1), (5, 9), (9, 5), (64, 128), (128, 20)])
def test_invertible_minors(height: int, width: int, p: int) -> None:
    for r in (0, 1, min(height, width) // 2, min(height, width)):
        W = product(random_residues(height, r, p, r), random_residues(r, width, p, r + 1), p)
        rows, columns, T = invertible_minor(W, p)
        assert len(rows) == len(columns) == len(set(columns.tolist())) <= r
        assert np.abs(T).max(initial=0) <= largest_residue(p)
        minor = W[np.ix_(rows, columns)]
        assert is_identity(product(T, minor, p), p)
        combined = product(product(W[:, columns], T, p), W[rows], p)
        assert not reduced(W - combined, p).any()


def test_the_rows_of_a_minor_are_the_first_possible() -> None:
    W = np.array([[0, 0, 0], [0, 2, 1], [0, -2, -1], [0, 1, 1], [3, 0, 0], [1, 1, 1]], dtype=np.float64)
    rows, columns, _ = invertible_minor(W, 7)
    assert rows.tolist() == [1, 3, 4]
    assert columns.tolist() == [1, 2, 0]


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (0, 0)])
def test_minors_of_empty_windows(shape: tuple[int, int]) -> None:
    rows, columns, T = invertible_minor(np.empty(shape), 7)
    assert (rows.shape, columns.shape, T.shape) == ((0,), (0,), (0, 0))
