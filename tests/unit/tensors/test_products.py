from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn import khatri_rao, kronecker

A, B = ((1, 2), (3, 4), (5, 6)), ((1, 0), (2, -1))


def test_kronecker_against_numpy() -> None:
    assert np.array_equal(np.array(kronecker(A, B)), np.kron(np.array(A), np.array(B)))
    assert kronecker(A, B) != kronecker(B, A)


def test_columns_of_khatri_rao_are_kronecker_products() -> None:
    found = khatri_rao([A, B])
    assert len(found) == 6
    for r in range(2):
        left, right = (tuple((row[r],) for row in M) for M in (A, B))
        assert tuple((row[r],) for row in found) == kronecker(left, right)


def test_three_factors_are_associative() -> None:
    assert khatri_rao([A, B, A]) == khatri_rao([khatri_rao([A, B]), A]) == khatri_rao([A, khatri_rao([B, A])])
    assert khatri_rao([A]) == A


def test_different_numbers_of_columns() -> None:
    with pytest.raises(ValueError):
        khatri_rao([A, ((1, 2, 3),)])
