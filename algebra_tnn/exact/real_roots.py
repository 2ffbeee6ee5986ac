"""How many real roots a polynomial has, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from flint import fmpq, fmpq_poly

from algebra_tnn.exact.number_fields import irreducible_factors
from algebra_tnn.exact.scalars import Number


def real_root_count(polynomial: Sequence[Number]) -> int:
    """The number of different real roots of a nonzero polynomial, constant first, by Sturm's theorem.

    >>> real_root_count([0, -2, 0, 1]), real_root_count([1, 0, 1])
    (3, 0)
    """
    f = fmpq_poly([fmpq(c.numerator, c.denominator) for c in polynomial])
    chain = [f, f.derivative()]
    while not chain[-1].is_zero():
        chain.append(-(chain[-2] % chain[-1]))
    chain.pop()
    return _sign_changes(chain, -1) - _sign_changes(chain, 1)


def real_roots_with_multiplicity(polynomial: Sequence[Number]) -> int:
    """The number of real roots, each counted as often as its multiplicity says.

    >>> real_roots_with_multiplicity([0, 0, 1, 0, 1])
    2
    """
    return sum(real_root_count(factor) * multiplicity for factor, multiplicity in irreducible_factors(polynomial))


def _sign_changes(chain: Sequence[Any], end: int) -> int:
    """Of the polynomials near minus infinity or infinity."""
    leading = [f.coeffs()[-1] * end ** f.degree() for f in chain]
    return sum((x > 0) != (y > 0) for x, y in pairwise(leading))
