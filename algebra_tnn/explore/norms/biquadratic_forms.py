"""Forms λ |x|²|y|² − |t(x, y)|² in two and two variables, t bilinear: when they are sums of squares, and their zeros.

The matrix M has the coefficients of t, a row for each pair (i, j). Since (x_0 y_0)(x_1 y_1) = (x_0 y_1)(x_1 y_0), the
form is for each number s the quadratic form in x ⊗ y of λ − M Mᵀ + s E, where E has 1 at (00, 11) and −1 at (01, 10).
It is non-negative if one of these matrices is positive semidefinite, and only if [Calderon1973]. At the least such λ
the matrix for s is singular for s nearby or has, as a polynomial in s, a determinant with a multiple root.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, permutations
from typing import Any, TypeAlias

from algebra_tnn.exact import Matrix, Number, PolynomialRing, Q, kernel
from algebra_tnn.tensors import Tensor

Squares: TypeAlias = tuple[tuple[Number, tuple[Number, ...]], ...]

_E = ((0, 0, 0, 1), (0, 0, -1, 0), (0, -1, 0, 0), (1, 0, 0, 0))
_SHIFTS = (0, *(Fraction(sign * n, d) for d in (1, 2, 3) for n in range(1, 7) for sign in (1, -1)))


def gram_matrix(tensor: Tensor) -> Matrix:
    """M Mᵀ for t(x, y) = T(x, y, ·). Raises: TypeError, ValueError unless it is a Tensor of shape 2×2×n."""
    if not isinstance(tensor, Tensor):
        raise TypeError(f"the tensor is {type(tensor).__name__}; it is a Tensor, such as Tensor.from_nested returns")
    if tensor.order != 3 or tensor.shape[:2] != (2, 2):
        raise ValueError(
            f"the tensor has the shape {tensor.shape}; spectral norms are found for the shapes (2, 2, n), where "
            "non-negative forms are sums of squares"
        )
    M = tensor.matricized([0, 1])
    return tuple(tuple(sum(a * b for a, b in zip(one, two, strict=True)) for two in M) for one in M)


def shifted(gram: Matrix, squared: Any, shift: Any) -> list[list[Any]]:
    """The matrix λ − M Mᵀ + s E."""
    return [[squared * int(i == j) - gram[i][j] + shift * _E[i][j] for j in range(4)] for i in range(4)]


def critical_values(gram: Matrix) -> list[Number]:
    """The positive rational λ, ascending, at which the determinant has a multiple root s or a lower degree in s; 0 if
    the tensor is zero."""
    if not any(map(any, gram)):
        return [0]
    from sympy import Poly, symbols

    λ, s = symbols("λ s")
    characteristic = Poly(_characteristic(gram), s)
    parts = [characteristic.LC(), characteristic.content()]
    if characteristic.degree() > 1:
        parts.append(characteristic.discriminant())
    found = {Fraction(int(r.p), int(r.q)) for part in parts for r in Poly(part, λ).ground_roots()}
    return sorted(x for x in found if x > 0)


def semidefinite_matrices(gram: Matrix, squared: Number) -> Iterator[tuple[Matrix, Squares]]:
    """Positive semidefinite ones among the matrices λ − M Mᵀ + s E, for rational s that are small numbers or roots of
    the determinant; each with its form as a sum of squares."""
    for shift in chain(_SHIFTS, _roots(gram, squared)):
        matrix = tuple(map(tuple, shifted(gram, squared, shift)))
        if (squares := sum_of_squares(matrix)) is not None:
            yield matrix, squares


def _roots(gram: Matrix, squared: Number) -> Iterator[Number]:
    """The rational s at which the determinant is zero for this λ."""
    from sympy import Poly, Rational, symbols

    λ, s = symbols("λ s")
    at = Poly(_characteristic(gram).subs(λ, Rational(squared.numerator, squared.denominator)), s)
    yield from (Fraction(int(r.p), int(r.q)) for r in (at.ground_roots() if at else ()))


def _characteristic(gram: Matrix) -> Any:
    """det(λ − M Mᵀ + s E), without repeated factors, as a SymPy expression."""
    from sympy import Mul, factor_list

    ring = PolynomialRing(("λ", "s"), rational=True)
    matrix = shifted(gram, *ring.variables)
    determinant = ring(0)
    for order in permutations(range(4)):
        term = ring((-1) ** sum(order[i] > order[j] for i, j in combinations(range(4), 2)))
        for i, j in enumerate(order):
            term = term * matrix[i][j]
        determinant = determinant + term
    return Mul(*(factor for factor, _ in factor_list(determinant.to_sympy())[1]))


def sum_of_squares(matrix: Sequence[Sequence[Number]]) -> Squares | None:
    """Positive c and rows f with Σ c (f · v)² = vᵀ A v; None if the symmetric matrix A is not positive semidefinite.

    >>> sum_of_squares([[1, 2], [2, 4]]), sum_of_squares([[1, 2], [2, 3]])
    (((Fraction(1, 1), (Fraction(1, 1), Fraction(2, 1))),), None)
    """
    rest = [[Fraction(x) for x in row] for row in matrix]
    found: list[tuple[Number, tuple[Number, ...]]] = []
    for k in range(len(rest)):
        pivot = rest[k][k]
        if pivot < 0 or (pivot == 0 and any(rest[k])):
            return None
        if pivot:
            form = tuple(x / pivot for x in rest[k])
            found.append((pivot, form))
            rest = [
                [x - pivot * a * b for x, b in zip(row, form, strict=True)] for row, a in zip(rest, form, strict=True)
            ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Product:
    """x ⊗ y with the entries a + b r, where r² is ``radicand`` ≥ 0; one entry of x and one of y is the number 1."""

    x: tuple[tuple[Number, Number], ...]
    y: tuple[tuple[Number, Number], ...]
    radicand: Number


def product_in_kernel(matrix: Matrix) -> Product | None:
    """A product x ⊗ y of real vectors with A (x ⊗ y) = 0, if two vectors of a basis of the kernel span one.

    >>> product_in_kernel(((1, 0, 0, -1), (0, 1, 0, 0), (0, 0, 1, 0), (-1, 0, 0, 1))) is None
    True
    """
    basis = kernel(matrix, Q)
    for u in basis:
        if u[0] * u[3] == u[1] * u[2]:
            return _factors(u, (0, 0, 0, 0), 0)
    for u, w in combinations(basis, 2):  # det(u + τ w) = a τ² + b τ + c
        a, c = w[0] * w[3] - w[1] * w[2], u[0] * u[3] - u[1] * u[2]
        b = u[0] * w[3] + u[3] * w[0] - u[1] * w[2] - u[2] * w[1]
        radicand = b * b - 4 * a * c
        if radicand >= 0:
            constant = [p - Fraction(b * q) / (2 * a) for p, q in zip(u, w, strict=True)]
            return _factors(constant, [Fraction(q) / (2 * a) for q in w], radicand)
    return None


def _factors(constant: Sequence[Number], slope: Sequence[Number], radicand: Number) -> Product | None:
    """The 2×2 matrix of rank one with the entries constant + slope · r as a product, if an entry is a number, not 0."""
    for place in range(4):
        if constant[place] and not slope[place]:
            i, j = divmod(place, 2)
            entry = Fraction(constant[place])
            scaled = [(a / entry, b / entry) for a, b in zip(constant, slope, strict=True)]
            return Product((scaled[j], scaled[2 + j]), (scaled[2 * i], scaled[2 * i + 1]), radicand)
    return None
