"""Forms in two variables: Sylvester's apolarity.

A form g = Σ_j g_j a^(m−j) b^j is *apolar* to F = Σ_i C(d, i) f_i x^(d−i) y^i, and g_0, …, g_m are in the kernel of a
catalecticant, if Σ_j f_(i+j) g_j = 0 for all i ≤ d − m: if g(∂x, ∂y) F = 0. Apolar forms are an ideal, and g is
apolar to F of degree d ≥ m as soon as all multiples of g of degree d are.

*Decompositions.* Let g have m ≤ d different zeros (a_j, b_j). It is apolar to F if and only if F is in the span of the
powers (a_j x + b_j y)^d: these are apolar to g and independent, and the F to which g is apolar are a space of dimension
m, since the d + 1 − m equations are independent. So F is a sum of m ≤ d powers exactly if a form of degree m with m
different zeros, all in the field, is apolar to F.

*Ranks.* Let g ≠ 0 be an apolar form of the least degree s, and q one of degree m ≤ d + 1 − s. Then q is a multiple of
g, so has no m different zeros if g has no s different ones. *Proof.* Otherwise let c be the greatest common divisor, of
degree k < s. Every form of degree (s − k) + (m − k) − 1 ≤ d − 2k is a combination of g/c and q/c, so every multiple of
c of degree d is apolar to F. So c is, too, against the choice of s (and F is not zero). ∎ So the rank is s if g has s
different zeros in the field, and at least d + 2 − s otherwise.

*Real zeros.* Let F = Σ_j w_j ℓ_j^d be a sum of r real powers, 2 ≤ r ≤ d + 1, with w_j ≠ 0 and pairwise independent
ℓ_j. Then F is not zero, and has at most r real zeros, counted with multiplicities [Reznick2013]. *Proof.* The powers
are independent. For r = 2, F is w_1 x^d + w_2 y^d in some coordinates. Let r > 2, ℓ_r = y, and y^k the largest power
of y in F. If F has n real zeros, F(t, 1) has n − k, so its derivative has n − k − 1 or more by Rolle's theorem; and
y^k divides ∂F/∂x, a sum of r − 1 powers of degree d − 1. So n − 1 ≤ r − 1 by induction. ∎ So the rank over R is at
least the number of real zeros, if F is no power of a linear form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations, islice, product
from math import comb
from typing import Any, TypeAlias

from algebra_tnn.exact import Field, Matrix, Number, Q, kernel
from algebra_tnn.exact.number_fields import irreducible_factors
from algebra_tnn.exact.real_roots import real_root_count, real_roots_with_multiplicity
from algebra_tnn.exact.splitting_fields import splitting_field
from algebra_tnn.tensors.forms import Form
from algebra_tnn.tensors.sums_of_powers import SumOfPowers

Coefficients: TypeAlias = Sequence[Number]  # g_0, …, g_m of Σ_j g_j a^(m−j) b^j, not all zero
Point: TypeAlias = tuple[Any, Any]

MOST_TRIALS = 1200  # over the degree of the forms that are tried


def apolar_forms(form: Form, degree: int) -> Matrix:
    """A basis of the forms of a degree m ≤ d that are apolar to a form in two variables.

    >>> apolar_forms(Form.of(("x", "y"), 3, {(2, 1): 3}), 2)
    ((0, 0, 1),)
    """
    return tuple(map(tuple, kernel(form.catalecticant(form.degree - degree))))


def has_different_zeros(g: Coefficients, field: Field) -> bool:
    """Whether there are as many different zeros as the degree says, and all in the field, one of Q, R and C.

    >>> from algebra_tnn.exact import C, Q, R
    >>> [has_different_zeros((1, 0, -2), field) for field in (Q, R, C)]
    [False, True, True]
    """
    affine, at_infinity = _affine(g)
    factors = irreducible_factors(affine)
    if at_infinity > 1 or any(multiplicity > 1 for _, multiplicity in factors):
        return False
    if field.name == "Q":
        return all(len(factor) == 2 for factor, _ in factors)
    return field.name == "C" or real_root_count(affine) == len(affine) - 1


def real_zero_count(form: Form) -> int:
    """The number of real zeros of a form in two variables that is not zero, counted with multiplicities."""
    affine, at_infinity = _affine([comb(form.degree, i) * f for i, f in enumerate(form.moments)])
    return real_roots_with_multiplicity(affine) + at_infinity


def decomposition_at_zeros(form: Form, g: Coefficients) -> SumOfPowers | None:
    """The sum of the powers (a_j x + b_j y)^d, at the different zeros of an apolar g, that the form is.

    None if the zeros do not lie in a number field of small degree. The weight w of a zero z is read off the form g/(b_z
    a − a_z b), which vanishes at all other zeros: applied to the moments of F, it gives those of w times the power.
    """
    affine, at_infinity = _affine(g)
    found = splitting_field(affine)
    if found is None:
        return None
    number_field, roots = found
    points: list[Point] = [*[(1, 0)] * at_infinity, *((root, 1) for root in roots)]
    weights = tuple(_weight(form, g, point) for point in points)
    return SumOfPowers(form.degree, weights, tuple(points), number_field)


def apolar_candidates(form: Form, degree: int) -> Iterator[Coefficients]:
    """Some of the forms of this degree that are apolar: those with small rational zeros, as many as can be chosen.

    With and without the zeros (1, 0) and (0, 1) in turn: short decompositions have them, and some forms no others.
    """
    equations = form.catalecticant(form.degree - degree)
    free = len(kernel(equations)) - 1
    if free < 0:
        return
    points, trials = _small_points(free + 8), MOST_TRIALS // degree if free else 1
    in_turn = chain.from_iterable(zip(combinations(points, free), combinations(points[2:], free), strict=False))
    for chosen in islice(dict.fromkeys(islice(in_turn, 2 * trials)), trials):
        conditions = tuple(tuple(a ** (degree - j) * b**j for j in range(degree + 1)) for a, b in chosen)
        found = kernel((*equations, *conditions))
        if len(found) == 1:
            yield found[0]


def _small_points(number: int) -> list[tuple[int, int]]:
    """Points of the projective line with small coordinates."""
    small = ((a, s * b) for size in range(1, number + 2) for a, b in _coprime(size) for s in (1, -1))
    return [(1, 0), (0, 1), *islice(small, max(0, number - 2))]


def _coprime(size: int) -> Iterator[tuple[int, int]]:
    pairs = product(range(1, size + 1), repeat=2)
    return ((a, b) for a, b in pairs if max(a, b) == size and Fraction(a, b).denominator == b)


def _affine(g: Coefficients) -> tuple[list[Number], int]:
    """The polynomial in a for b = 1, constant first, and the multiplicity of the zero b = 0."""
    at_infinity = next(i for i, c in enumerate(g) if c)
    return list(reversed(g[at_infinity:])), at_infinity


def _weight(form: Form, g: Coefficients, point: Point) -> Any:
    """The quotient of what g/(b_z a − a_z b) makes of the moments from a place on, and of its value at the point."""
    z, b = point
    rest = list(g[1:]) if not b else [g[0]]
    if b:  # b = 1, and g is divided by a − z
        for c in g[1:-1]:
            rest.append(rest[-1] * z + c)
    place = form.degree - len(rest) + 1 if b else 0
    moments = form.moments[place : place + len(rest)]
    applied = sum((c * f for c, f in zip(rest, moments, strict=True)), start=0)
    value: Any = 0
    for c in rest if b else rest[:1]:
        value = value * z + c
    return Q.divided(applied, value) if isinstance(value, (int, Fraction)) else applied / value
