from __future__ import annotations

import pytest

from algebra_tnn.exact.polynomial_kernels import polynomial_kernel
from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing

RING = PolynomialRing(("s", "t"))
s, t = RING.variables
ONE, ZERO = RING(1), RING(0)


@pytest.mark.parametrize(
    ("matrix", "dimension"),
    [
        ([[s, t, s + t]], 2),
        ([[s, t], [s * t, t * t]], 1),
        ([[s, t], [t, s]], 0),
        ([[2 * s, 3 * t, ONE], [ZERO, s * s - t * t, s + t]], 1),
        ([[ZERO, ZERO]], 2),
    ],
)
def test_kernel(matrix: list[list[Polynomial]], dimension: int) -> None:
    basis = polynomial_kernel(matrix, RING)
    assert len(basis) == dimension
    for vector in basis:
        assert any(vector)
        assert not any(sum((a * x for a, x in zip(row, vector, strict=True)), ZERO) for row in matrix)


def test_without_common_divisors_and_denominators() -> None:
    [vector] = polynomial_kernel([[6 * s * s, 4 * s * t]], RING)
    assert sorted(map(str, vector)) == sorted(["-2*t", "3*s"]) or sorted(map(str, vector)) == sorted(["2*t", "-3*s"])
