"""Other linear forms in two variables whose powers span given sums of powers: Sylvester's apolarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product
from typing import TypeAlias

from algebra_tnn.exact import Matrix, Number, kernel
from algebra_tnn.models.multiplicative import rational_root

Point: TypeAlias = tuple[Number, Number]  # a linear form a u + b v, up to a factor

LAST: Point = (0, 1)
MOST_TRIALS = 1000


def other_forms(forms: Sequence[Point], weights: Matrix, exponent: int, constant: bool) -> Iterator[list[Point]]:
    """As many other linear forms such that F_k = Σ_j weights_kj (a_j u + b_j v)^r are in the span of their powers.

    If ``constant``, the power v^r may be added to each F_k, and v is none of the forms.

    >>> next(other_forms([(1, 0), (0, 1), (1, 1)], ((1, 1, 1),), 3, False))
    [(1, 0), (-1, 1), (Fraction(2, 3), 1)]
    """
    moments = [
        [sum(c * a ** (exponent - i) * b**i for c, (a, b) in zip(row, forms, strict=True)) for i in range(exponent + 1)]
        for row in weights
    ]
    own = [_normal(form) for form in forms]
    return (found for found in spanning_forms(moments, len(forms), constant, own) if set(found) != set(own))


def spanning_forms(
    moments: Sequence[Sequence[Number]], size: int, constant: bool = False, first: Sequence[Point] = ()
) -> Iterator[list[Point]]:
    """So many linear forms whose powers span all F_k = Σ_i C(r, i) f_ki u^(r−i) v^i, up to multiples of v^r if asked.

    A binary form g of degree m ≤ r with m different zeros (a_j, b_j) is apolar to F if and only if F is in the span of
    the (a_j u + b_j v)^r: with g = Σ_j g_j a^(m−j) b^j these are the equations Σ_j f_(i+j) g_j = 0. The zeros that they
    leave free are chosen, ``first`` these and then small ones; the form of the others has to be of degree at most 2 and
    to split over Q. Where v^r is free, (0, 1) is one zero more.
    """
    degree = size + constant
    equations = [f[i : i + degree + 1] for f in moments for i in range(len(f) - degree)]
    equations += [_powers(LAST, degree)] if constant else []
    free = len(kernel(tuple(map(tuple, equations or [[0] * (degree + 1)])))) - 1
    pool = list(dict.fromkeys(point for point in (*first, *_small_points()) if not (constant and point == LAST)))
    for chosen in islice(combinations(pool, free), MOST_TRIALS) if 0 <= free <= size else ():
        found = kernel(tuple(map(tuple, [*equations, *(_powers(point, degree) for point in chosen)])))
        if len(found) != 1:
            continue
        rest = list(map(Fraction, found[0]))
        for point in [*chosen, *([LAST] if constant else [])]:
            rest = _divided(rest, point)
        points = [*chosen, *_zeros(rest)]
        if len(set(points)) == size and not (constant and LAST in points):
            yield points


def _small_points() -> Iterator[Point]:
    yield from ((1, 0), (0, 1))
    yield from (_normal((a, s * b)) for a, b in product((1, 2, 3), repeat=2) for s in (1, -1))


def _powers(point: Point, degree: int) -> list[Number]:
    """The monomials of the degree at the point."""
    a, b = point
    return [a ** (degree - j) * b**j for j in range(degree + 1)]


def _divided(g: list[Fraction], point: Point) -> list[Fraction]:
    """The quotient of Σ_j g_j a^(m−j) b^j by the linear form in a and b that vanishes at the point: y a − x b."""
    x, y = point
    if not y:
        return [-c / x for c in g[1:]]
    quotient: list[Fraction] = []
    for c in g[:-1]:  # c = y q_j − x q_(j−1)
        quotient.append((c + x * (quotient[-1] if quotient else 0)) / y)
    return quotient


def _zeros(g: list[Fraction]) -> list[Point]:
    """The zeros of a form of degree 1 or 2 that splits over Q into different ones; none of any other."""
    if len(g) == 2 and any(g):
        return [_normal((g[1], -g[0]))]
    if len(g) != 3 or not any(g):
        return []
    c, b, a = g[2], g[1], g[0]
    root = rational_root(b * b - 4 * a * c, 2) if b * b > 4 * a * c else None
    if root is None:
        return []
    if not a:
        return [(1, 0), _normal((c, -b))]
    return [_normal((-b + s * root, 2 * a)) for s in (1, -1)]


def _normal(point: Point) -> Point:
    """The multiple with last entry 1, or (1, 0)."""
    a, b = point
    if not b:
        return (1, 0)
    quotient = Fraction(a) / b
    return (quotient.numerator if quotient.denominator == 1 else quotient, 1)
