from __future__ import annotations

import cmath
from math import gcd

import pytest

from algebra_tnn.exact.cyclotomic import cyclotomic_field, divisors, interpolated, trace_of_power


@pytest.mark.parametrize("n", range(1, 13))
def test_the_root_is_primitive(n: int) -> None:
    zeta = cyclotomic_field(n)([0, 1])
    powers = [cyclotomic_field(n)(1)]
    while (power := powers[-1] * zeta) != 1:
        powers.append(power)
    assert len(powers) == n
    assert cyclotomic_field(n).degree == sum(gcd(k, n) == 1 for k in range(1, n + 1))


@pytest.mark.parametrize("n", range(1, 13))
def test_traces_are_sums_of_powers_of_all_primitive_roots(n: int) -> None:
    primitive = [cmath.exp(2j * cmath.pi * k / n) for k in range(1, n + 1) if gcd(k, n) == 1]
    for m in range(n):
        assert abs(trace_of_power(n, m) - sum(z**m for z in primitive)) < 1e-9


@pytest.mark.parametrize("n", [1, 5, 6, 12])
def test_interpolation(n: int) -> None:
    tube = [(7 * j * j + 3) % 11 - 5 for j in range(n)]
    assert interpolated({d: cyclotomic_field(d)(tube) for d in divisors(n)}, n) == tuple(tube)


def test_interpolation_of_an_idempotent() -> None:
    """1 at the primitive third roots of unity and 0 at the other sixth roots of unity."""
    values = {d: cyclotomic_field(d)(int(d == 3)) for d in divisors(6)}
    tube = interpolated(values, 6)
    square = [sum(tube[i] * tube[(j - i) % 6] for i in range(6)) for j in range(6)]
    assert square == list(tube) and sum(tube) == 0 and tube[0] * 6 == 2
