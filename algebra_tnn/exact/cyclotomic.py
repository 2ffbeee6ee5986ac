"""Cyclotomic fields, and the ring Q[x]/(x^n − 1) as their product over the divisors of n."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from flint import fmpz_poly

from algebra_tnn.exact.number_fields import Algebraic, NumberField
from algebra_tnn.exact.scalars import Number


@cache
def cyclotomic_field(n: int) -> NumberField:
    """Q(ζ) with a primitive n-th root of unity ζ, the class of t.

    >>> cyclotomic_field(4).polynomial, cyclotomic_field(6).polynomial
    ((1, 0, 1), (1, -1, 1))
    """
    return NumberField(tuple(int(c) for c in fmpz_poly.cyclotomic(n).coeffs()))


def divisors(n: int) -> list[int]:
    return [d for d in range(1, n + 1) if n % d == 0]


@cache
def trace_of_power(n: int, m: int) -> int:
    """The trace of ζ^m, the sum of the m-th powers of all primitive n-th roots of unity: Ramanujan's sum.

    The sums over the divisors d of n add up to the sum of the m-th powers of all n-th roots of unity.

    >>> [trace_of_power(6, m) for m in range(6)]
    [2, 1, -1, -2, -1, 1]
    """
    return (0 if m % n else n) - sum(trace_of_power(d, m % d) for d in divisors(n)[:-1])


def interpolated(values: Mapping[int, Algebraic], n: int) -> tuple[Number, ...]:
    """The a_0, …, a_{n−1} in Q such that Σ a_j x^j has the given value at a primitive d-th root of unity, for each
    divisor d of n: inverse Fourier transform, a_j = (1/n) Σ_d Tr(value_d · ζ_d^{−j}).

    >>> i = cyclotomic_field(4)([0, 1])
    >>> interpolated({1: cyclotomic_field(1)(6), 2: cyclotomic_field(2)(0), 4: 2 + i}, 4)
    (Fraction(5, 2), 2, Fraction(1, 2), 1)
    """
    found: list[Number] = []
    for j in range(n):
        total: Number = 0
        for d, value in values.items():
            total += sum(c * trace_of_power(d, (i - j) % d) for i, c in enumerate(value.coefficients()))
        quotient = Fraction(total) / n
        found.append(quotient.numerator if quotient.denominator == 1 else quotient)
    return tuple(found)
