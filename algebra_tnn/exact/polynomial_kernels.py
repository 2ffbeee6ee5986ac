"""Kernels of matrices of polynomials, over the field of their fractions, by SymPy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import lcm
from typing import Any

from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing


def polynomial_kernel(matrix: Sequence[Sequence[Polynomial]], R: PolynomialRing) -> list[list[Polynomial]]:
    """A basis, over the field of fractions, of the vectors x with matrix · x = 0: polynomials without common divisor.

    Domain: polynomials over Z. Cost: for a few dozen columns and a few variables seconds, beyond it may be hours.

    >>> R = PolynomialRing(("s", "t"))
    >>> s, t = R.variables
    >>> [[print(x) for x in vector] for vector in polynomial_kernel([[s * t, s * s]], R)]
    -s
    t
    [[None, None]]
    """
    from sympy import QQ, ring
    from sympy.polys.matrices import DomainMatrix

    polynomials = ring(R.names, QQ)[0]
    fractions = polynomials.to_domain().get_field()

    def fraction(x: Polynomial) -> Any:
        return fractions.convert_from(
            polynomials.from_dict({e: QQ(int(c)) for e, c in x.terms()}), polynomials.to_domain()
        )

    rows = [[fraction(x) for x in row] for row in matrix]
    basis = DomainMatrix(rows, (len(rows), len(rows[0])), fractions).to_sparse().nullspace().to_list()
    return [[R.of_terms(*_terms(x)) for x in _primitive(vector, polynomials)] for vector in basis]


def _primitive(vector: Sequence[Any], polynomials: Any) -> list[Any]:
    """The multiple by a fraction that has integer coefficients and no common divisor."""
    denominator = reduce(lambda d, x: d.lcm(x.denom), (x for x in vector if x), polynomials.one)
    cleared = [(x * denominator).numer if x else polynomials.zero for x in vector]
    factor = reduce(lambda d, x: x.gcd(d), (x for x in cleared if x))
    quotients = [x.exquo(factor) if x else x for x in cleared]
    scale = reduce(lambda d, x: lcm(d, int(x.clear_denoms()[0])), quotients, 1)
    return [x * scale for x in quotients]


def _terms(x: Any) -> tuple[list[tuple[int, ...]], list[int]]:
    items = list(x.terms())
    return [e for e, _ in items], [int(c) for _, c in items]
