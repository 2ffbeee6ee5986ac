"""Symmetric decompositions that can be written down: of quadratic forms, monomials, and all forms.

*Monomials.* Let x^a = x_0^(a_0) ⋯ x_n^(a_n), a_i ≥ 1, a_0 the least exponent, d the degree, and for i ≥ 1 let S_i be a
set of m_i ≥ a_i + 1 numbers, and c_i(t) the coefficient of z^(a_i) in the polynomial of degree m_i − 1 that is 1 at t
and 0 elsewhere on S_i. So L_i(k) = Σ_t c_i(t) t^k is 1 for k = a_i and 0 for all other k < m_i. If L_i(k) = 0 also for
m_i ≤ k ≤ a_i + a_0, then

    x^a = Π a_i!/d! · Σ_t Π_i c_i(t_i) (x_0 + Σ_i t_i x_i)^d,   t in S_1 × ⋯ × S_n.

*Proof.* The moment of the sum at an exponent b of degree d is Π L_i(b_i). If it is not zero, then for each i ≥ 1 either
b_i = a_i, or b_i > a_i + a_0; the latter is not possible, as then b_0 + … + b_n > d. ∎ Such sets are

* the (a_i + 1)-st roots of unity, of which the powers a_i + 1, …, a_i + a_0 are the powers 0, …, a_0 − 1 < a_i;
* if a_0 = 1, any a_i + 1 numbers with sum 0: L_i(a_i + 1) is their sum;
* any a_i + a_0 numbers of which the elementary symmetric polynomial of degree a_0 vanishes: up to its sign it is
  L_i(a_i + a_0).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import count, product
from math import lcm, prod
from typing import Any

from algebra_tnn.exact import Field, Number, Q, solution
from algebra_tnn.exact.number_fields import NumberField
from algebra_tnn.exact.splitting_fields import splitting_field
from algebra_tnn.laws.power_sums import monomials_of_degree
from algebra_tnn.tensors.forms import Exponents, Form, multinomial
from algebra_tnn.tensors.sums_of_powers import SumOfPowers

MOST_TERMS = 20_000
MOST_LATTICE_POINTS = 130  # a square matrix of this size is solved


def squares(form: Form) -> SumOfPowers:
    """As many weighted squares as the rank of a quadratic form says, by Lagrange's completion of squares.

    >>> print(squares(Form.of(("x", "y"), 2, {(1, 1): 4})).text(("x", "y")))
    (x + y)^2 - (x - y)^2
    """
    n = len(form.variables)
    rest = [list(row) for row in form.catalecticant(1)]
    weights: list[Number] = []
    vectors: list[tuple[Number, ...]] = []

    def split_off(vector: list[Number], value: Number) -> None:
        """The square of Σ_i (row · vector)_i x_i over its value at the vector."""
        image = tuple(sum((x * v for x, v in zip(row, vector, strict=True)), 0) for row in rest)
        weights.append(Q.divided(1, value))
        vectors.append(image)
        for i in range(n):
            for j in range(n):
                rest[i][j] -= Q.divided(image[i] * image[j], value)

    while any(map(any, rest)):
        diagonal = next((i for i in range(n) if rest[i][i]), None)
        if diagonal is not None:
            split_off([int(i == diagonal) for i in range(n)], rest[diagonal][diagonal])
        else:
            i, j = next((i, j) for i in range(n) for j in range(n) if rest[i][j])
            split_off([int(k in (i, j)) for k in range(n)], 2 * rest[i][j])
    return SumOfPowers(2, tuple(weights), tuple(vectors)).reduced()


def monomial_powers(exponents: Exponents, field: Field) -> SumOfPowers | None:
    """A monomial of degree at least one as Π (a_i + 1) powers, i over all variables but one with the least exponent.

    So over C, and over Q and R if the least exponent is one; otherwise as Π (a_i + a_0) powers, where a_0 is the least
    exponent. None for more than ``MOST_TERMS``.

    >>> from algebra_tnn.exact import Q
    >>> print(monomial_powers((1, 2), Q).text(("x", "y")))
    (1/6)*(x + y)^3 + (1/6)*(x - y)^3 - (1/3)*x^3
    """
    occurring = [i for i, a in enumerate(exponents) if a]
    first = min(occurring, key=lambda i: exponents[i])
    others = [i for i in occurring if i != first]
    least, larger = exponents[first], [exponents[i] for i in others]
    number_field: NumberField | None = None
    sets: list[list[Any]] | None = None
    if field.name == "C" and least > 1 and others:
        number_field, sets = _roots_of_unity([a + 1 for a in larger])
    if sets is None:
        sets = [_numbers(a + 1 if least == 1 else a + least, least) for a in larger]
    if prod(map(len, sets)) > MOST_TERMS:
        return None
    scale = Fraction(1, multinomial(exponents))
    chosen = [[(t, _coefficient(S, t, a)) for t in S] for S, a in zip(sets, larger, strict=True)]
    weights, vectors = [], []
    for point in product(*chosen):
        vector: list[Any] = [0] * len(exponents)
        vector[first] = 1
        for i, (t, _) in zip(others, point, strict=True):
            vector[i] = t
        weight: Any = scale
        for _, c in point:
            weight = c * weight
        weights.append(weight)
        vectors.append(tuple(vector))
    return SumOfPowers(sum(exponents), tuple(weights), tuple(vectors), number_field).reduced()


def _roots_of_unity(orders: Sequence[int]) -> tuple[NumberField | None, list[list[Any]] | None]:
    """A cyclotomic field and all roots of each order; None instead of these where the field is too large."""
    common = lcm(*orders)
    found = splitting_field([-1, *[0] * (common - 1), 1])
    if found is None or found[0] is None:
        return None, None
    return found[0], [[x for x in found[1] if _power(x, order) == 1] for order in orders]


def _power(x: Any, exponent: int) -> Any:
    return prod([x] * exponent)


def _numbers(size: int, vanishing: int) -> list[Number]:
    """Different rational numbers of which the elementary symmetric polynomial of that degree vanishes.

    Symmetric sets, if the degree is odd; otherwise all but one are integers in a row.
    """
    if vanishing % 2:
        half = range(1, size // 2 + 1)
        return [*half, *(-t for t in half), *([0] if size % 2 else [])]
    for start in count():
        chosen: list[Number] = list(range(start, start + size - 1))
        lower, upper = (_elementary(chosen, vanishing - 1), _elementary(chosen, vanishing))
        if lower and (last := Q.divided(-upper, lower)) not in chosen:
            return [*chosen, last]
    raise AssertionError("for large numbers the last one is negative")


def _elementary(numbers: Sequence[Number], degree: int) -> Number:
    found: list[Number] = [1, *[0] * degree]
    for x in numbers:
        for k in range(degree, 0, -1):
            found[k] += x * found[k - 1]
    return found[degree]


def _coefficient(S: Sequence[Any], t: Any, exponent: int) -> Any:
    """The coefficient of z^exponent in the polynomial that is 1 at t and 0 elsewhere on S."""
    polynomial: list[Any] = [1]
    divisor: Any = 1
    for u in S:
        if u != t:
            polynomial = [b - u * a for a, b in zip([*polynomial, 0], [0, *polynomial], strict=True)]
            divisor = (t - u) * divisor
    value = polynomial[exponent]
    return Q.divided(value, divisor) if isinstance(divisor, (int, Fraction)) else value / divisor


def sum_of_monomial_powers(form: Form) -> SumOfPowers | None:
    """The decompositions of the monomials over Q, added up; None if one is too long."""
    weights: list[Number] = []
    vectors: list[tuple[Number, ...]] = []
    for exponents, c in form.terms:
        part = monomial_powers(exponents, Q)
        if part is None:
            return None
        weights += [c * w for w in part.weights]
        vectors += part.vectors
    return SumOfPowers(form.degree, tuple(weights), tuple(vectors)).reduced()


def lattice_powers(form: Form) -> SumOfPowers | None:
    """The combination of the powers of all ⟨b, x⟩, b the exponents of the degree; None for too many exponents.

    There is one, since a form of the degree that vanishes at all these points, a principal lattice, is zero.
    """
    points = monomials_of_degree(len(form.variables), form.degree)
    if len(points) > MOST_LATTICE_POINTS:
        return None
    powers = tuple(tuple(prod(x**e for x, e in zip(b, a, strict=True)) for b in points) for a in points)
    found = solution(powers, tuple((f,) for f in form.moments))
    assert found is not None
    return SumOfPowers(form.degree, tuple(w for (w,) in found), tuple(points)).reduced()
