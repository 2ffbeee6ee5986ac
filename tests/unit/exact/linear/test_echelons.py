"""Large matrices go through a prime and lifting; the answers are compared with FLINT's elimination over Z."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from algebra_tnn.exact import Q, exact_matrix, prime_field
from algebra_tnn.exact.linear import echelons as module
from algebra_tnn.exact.linear.echelons import Echelon, exact_rank, integral, reduced_echelon
from algebra_tnn.exact.modular.centred import PRIME


def of_rank(rank: int, height: int, width: int, bits: int = 4, seed: int = 0) -> Any:
    rng = np.random.default_rng(seed)
    left, right = rng.integers(-(2**bits), 2**bits, (height, rank)), rng.integers(-(2**bits), 2**bits, (rank, width))
    return exact_matrix((left @ right).tolist())


def by_flint(matrix: Any, monkeypatch: pytest.MonkeyPatch) -> Echelon:
    with monkeypatch.context() as patch:
        patch.setattr(module, "SMALL", 10**6)
        return reduced_echelon(matrix, Q)


def same(one: Echelon, other: Echelon) -> bool:
    return (one.pivots, one.free, one.rows()) == (other.pivots, other.free, other.rows())


MATRICES = {
    "full row rank": of_rank(70, 70, 74, 9),
    "full column rank": of_rank(70, 73, 70),
    "invertible": of_rank(70, 70, 70),
    "deficient by one": of_rank(69, 70, 70),
    "low rank": of_rank(3, 80, 75),
    "repeated rows and columns": exact_matrix(np.kron(np.array(of_rank(20, 22, 22)), np.ones((4, 4), int)).tolist()),
    "leading zero columns": exact_matrix([[0, 0, *row] for row in of_rank(66, 70, 68)]),
    "zero": exact_matrix(np.zeros((66, 67), dtype=int).tolist()),
    "long entries": exact_matrix((np.array(of_rank(66, 66, 68), dtype=object) * 2**70 + 1).tolist()),
    "fractions": exact_matrix([[Fraction(x, 1 + i % 5) for x in row] for i, row in enumerate(of_rank(66, 68, 69))]),
}


@pytest.mark.parametrize("name", MATRICES)
def test_lifting_and_flint_agree(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = MATRICES[name]
    found = reduced_echelon(matrix, Q)
    expected = by_flint(matrix, monkeypatch)
    assert same(found, expected)
    assert exact_rank(matrix) == len(expected.pivots)
    transposed = tuple(zip(*matrix, strict=True))
    assert exact_rank(transposed) == len(expected.pivots)


@pytest.mark.parametrize("name", MATRICES)
def test_no_elimination_over_z_is_needed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "flint_matrix", None)
    reduced_echelon(MATRICES[name], Q)
    exact_rank(MATRICES[name])


def identity_with(entries: dict[tuple[int, int], int], height: int = 70, width: int = 71) -> Any:
    matrix = np.eye(height, width, dtype=int).tolist()
    for (i, j), x in entries.items():
        matrix[i][j] = x
    return exact_matrix(matrix)


UNLUCKY = {
    "the rank is smaller modulo the prime": identity_with({(3, 3): PRIME}),
    "and nothing is left": exact_matrix([[PRIME] * 66] * 66),
    "and every pivot is lost": identity_with({(i, i): PRIME for i in range(70)}),
    "the rank is the same but a pivot comes later": identity_with({(5, 5): PRIME, (5, 70): 1}),
    "relations hold modulo the prime alone": exact_matrix(
        [*np.eye(68, 70, dtype=int).tolist(), [0] * 68 + [PRIME, 1], [0] * 68 + [0, PRIME]]
    ),
}


@pytest.mark.parametrize("name", UNLUCKY)
def test_unlucky_primes_are_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = UNLUCKY[name]
    expected = by_flint(matrix, monkeypatch)
    assert same(reduced_echelon(matrix, Q), expected)
    assert exact_rank(matrix) == len(expected.pivots)
    assert exact_rank(tuple(zip(*matrix, strict=True))) == len(expected.pivots)


def test_entries_too_long_for_lifting_go_to_flint() -> None:
    matrix = exact_matrix(np.kron(np.array([[2**2500, 1], [2**2501, 2]], dtype=object), np.eye(40, dtype=int)).tolist())
    assert exact_rank(matrix) == 40
    assert reduced_echelon(matrix, Q).pivots == list(range(40))


def test_integral_rows() -> None:
    rows = integral(((Fraction(1, 2), Fraction(1, 3), 0), (4, 5, 6)))
    assert rows.dtype == np.int64
    assert rows.tolist() == [[3, 2, 0], [4, 5, 6]]
    for long in (2**62, 2**63, -(2**63) - 1, 10**40):
        assert integral(((long, 1),)).tolist() == [[long, 1]]
        assert integral(((long, 1),)).dtype == np.object_
    assert integral(((2**62 - 1, -(2**62) + 1),)).dtype == np.int64
    assert integral(()).shape == (0, 0)
    assert integral(((), ())).shape == (2, 0)


def test_small_forms() -> None:
    assert reduced_echelon(((2, 4, 1), (1, 2, 5)), Q) == Echelon([0, 2], [1], [[18], [0]], 9)
    assert reduced_echelon(((2, 4, 1), (1, 2, 5)), prime_field(3)) == Echelon([0], [1, 2], [[2, 2]], 1)
    assert reduced_echelon(((2, 4), (1, 2)), Q).rows() == [[1, 2]]
    assert reduced_echelon(((0, 0),), Q) == Echelon([], [0, 1], [], 1)
