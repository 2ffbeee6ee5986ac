"""Linear equations for combinations of monomials: values and derivatives at random points, and lifted solutions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from math import gcd, lcm

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact import Field
from algebra_tnn.exact.linear.lifting import fraction_modulo
from algebra_tnn.exact.linear.matrices import kernel
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.polynomials import Polynomial
from algebra_tnn.provers.conserved.gradients import Samples

Exponents = NDArray[np.int64]
LARGEST_COEFFICIENT = 700  # numerators and denominators; no two such fractions have the same residue


@dataclass(frozen=True, slots=True)
class Derivatives:
    """The values of monomials at parameters, and their logarithmic derivatives along the gradients, one row for each.

    Along v the derivative of a monomial m with exponents e is m Σ_b e_b v_b / θ_b.
    """

    values: NDArray[np.int64]
    logarithmic: NDArray[np.int64]

    @classmethod
    def of(cls, monomials: Exponents, samples: Samples) -> Derivatives:
        rates = samples.gradients * _inverses(samples.parameters) % PRIME
        logarithmic = rates @ monomials.T % PRIME  # exponents are small, so that nothing overflows
        return cls(_powers(samples.parameters, monomials), logarithmic)


def monomials_of(variables: int, lowest: int, highest: int) -> Exponents:
    """The exponents of all monomials of these degrees, those of low degree first."""
    rows = [
        np.bincount(chosen, minlength=variables)
        for d in range(lowest, highest + 1)
        for chosen in combinations_with_replacement(range(variables), d)
    ]
    return np.array(rows, np.int64).reshape(-1, variables)


def lifted_kernel(matrix: NDArray[np.int64]) -> list[dict[int, Fraction]]:
    """The nonzero entries of a basis of the solutions modulo the prime, of those that are short fractions."""
    basis = kernel(tuple(map(tuple, matrix.tolist())), Field.named(f"GF({PRIME})"))
    lifted = [{i: lifted_residue(int(x)) for i, x in enumerate(vector) if x} for vector in basis]
    return [{i: c for i, c in solution.items() if c} for solution in lifted if None not in solution.values()]


def lifted_residue(residue: int) -> Fraction | None:
    """The short fraction with this residue modulo the prime, if there is one.

    >>> lifted_residue(3 * pow(7, -1, PRIME)), lifted_residue(3 * pow(701, -1, PRIME))
    (Fraction(3, 7), None)
    """
    denominator, numerator = fraction_modulo(residue, PRIME, LARGEST_COEFFICIENT, LARGEST_COEFFICIENT)
    if not denominator:
        return None
    return Fraction(numerator if (denominator * residue - numerator) % PRIME == 0 else -numerator, denominator)


def factors_of(omega: Mapping[tuple[int, int], Fraction]) -> tuple[dict[int, Fraction], dict[int, Fraction]] | None:
    """p and q with ω_ij = c (p_i q_j − p_j q_i) for i < j and a number c; None unless the skew matrix has rank two.

    Then ω_ab ω_ij = ω_ai ω_bj − ω_aj ω_bi for an entry ω_ab ≠ 0, so that rows a and b are such p and q, and conversely.

    >>> factors_of({(0, 1): Fraction(1), (0, 2): Fraction(3)})
    ({1: Fraction(1, 1), 2: Fraction(3, 1)}, {0: Fraction(-1, 1)})
    """
    whole = {**omega, **{(j, i): -c for (i, j), c in omega.items()}}
    places = sorted({i for pair in omega for i in pair})
    (a, b), pivot = next(iter(omega.items()))
    p, q = ({j: whole[i, j] for j in places if (i, j) in whole} for i in (a, b))
    for i, j in combinations(places, 2):
        if pivot * whole.get((i, j), 0) != p.get(i, 0) * q.get(j, 0) - p.get(j, 0) * q.get(i, 0):
            return None
    return p, q


def integral(polynomial: Polynomial) -> Polynomial:
    """The multiple whose coefficients are integers without a common divisor, the first of them positive."""
    coefficients = polynomial.coefficients()
    scale = lcm(*(c.denominator for c in coefficients))
    divisor = gcd(*(int(c * scale) for c in coefficients))
    return polynomial * Fraction(scale if coefficients[0] > 0 else -scale, divisor)


def _powers(theta: NDArray[np.int64], monomials: Exponents) -> NDArray[np.int64]:
    """The values of all monomials at all points."""
    values = np.ones((len(theta), len(monomials)), np.int64)
    for b in range(theta.shape[1]):
        for e in range(1, int(monomials[:, b].max(initial=0)) + 1):
            chosen = monomials[:, b] >= e
            values[:, chosen] = values[:, chosen] * theta[:, [b]] % PRIME
    return values


def _inverses(theta: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of residues other than 0, by Fermat: θ^(p − 2)."""
    result, power, exponent = np.ones_like(theta), theta.copy(), PRIME - 2
    while exponent:
        if exponent % 2:
            result = result * power % PRIME
        power, exponent = power * power % PRIME, exponent // 2
    return result
