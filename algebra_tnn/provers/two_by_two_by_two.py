"""The 2×2×2 tensors: Cayley's hyperdeterminant and explicit decompositions of minimal length [deSilvaLim2008]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import Any

from algebra_tnn.exact import Field, Number
from algebra_tnn.exact.number_fields import NumberField
from algebra_tnn.provers.terms import Terms, is_zero
from algebra_tnn.tensors import Tensor


def pencil(T: Tensor) -> tuple[Number, Number, Number]:
    """(A, B, C) with det(x T₀ + y T₁) = A x² + B xy + C y²."""
    a, b, c, d, e, f, g, h = T.entries
    return a * d - b * c, a * h + d * e - b * g - c * f, e * h - f * g


def hyperdeterminant_of(T: Tensor) -> Number:
    """Cayley's hyperdeterminant, the discriminant of the pencil of slices.

    >>> hyperdeterminant_of(Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]]))
    1
    """
    A, B, C = pencil(T)
    return B * B - 4 * A * C


def is_nonzero_square(x: Number, field: Field) -> bool:
    p = field.characteristic
    if p:
        x = field.number(x)
        return x != 0 and (p == 2 or pow(int(x), (p - 1) // 2, p) == 1)
    if field.name == "C":
        return x != 0
    if field.name == "R" or x <= 0:
        return x > 0
    return all(isqrt(part) ** 2 == part for part in Fraction(x).as_integer_ratio())


def square_root(x: Number, field: Field) -> tuple[Any, NumberField | None]:
    """A square root in the field of a nonzero square, with the number field in which it is written."""
    p = field.characteristic
    if p:
        return next(y for y in range(p) if (y * y - int(field.number(x))) % p == 0), None
    n, d = Fraction(x).as_integer_ratio()
    if n > 0 and isqrt(n) ** 2 == n and isqrt(d) ** 2 == d:
        root = Fraction(isqrt(n), isqrt(d))
        return (root.numerator if root.denominator == 1 else root), None
    number_field = NumberField((-n * d, 0, 1))  # t² = n d, and √(n/d) = t/d
    return number_field([0, Fraction(1, d)]), number_field


def short_terms(T: Tensor, field: Field) -> tuple[Terms, NumberField | None] | None:
    """Two terms if Δ is a nonzero square of the field, else three terms; None for large finite fields and degenerate T.

    If Δ ≠ 0 is a square, the pencil has two singular members; each is one term up to a factor. Otherwise an outer
    product subtracted from a slice gives the pencil the eigenvalues 0 and 1.
    """
    delta = field.number(hyperdeterminant_of(T))
    if field.characteristic > 10_000 or field.characteristic == 2:
        return None
    if is_nonzero_square(delta, field):
        return _two_terms(T, field)
    three = _three_terms(T, field)
    return None if three is None else ([term for term in three if all(any(vector) for vector in term)], None)


def _slices(T: Tensor) -> list[list[list[Any]]]:
    e = T.entries
    return [[[e[0], e[1]], [e[2], e[3]]], [[e[4], e[5]], [e[6], e[7]]]]


def _two_terms(T: Tensor, field: Field) -> tuple[Terms, NumberField | None]:
    A, B, C = (field.number(x) for x in pencil(T))
    root, number_field = square_root(field.number(hyperdeterminant_of(T)), field)
    if A != 0:  # x = (−B ± √Δ) / 2A, y = 1
        members = [[_divided(root * sign - B, 2 * A, field), 1] for sign in (1, -1)]
    else:
        members = [[1, 0], [-C, B]]
    (x, y), (z, w) = members
    determinant = x * w - y * z
    inverse = [
        [_divided(w, determinant, field), _divided(-y, determinant, field)],
        [_divided(-z, determinant, field), _divided(x, determinant, field)],
    ]
    terms = []
    for j, (s, t) in enumerate(members):
        M = [[s * p + t * q for p, q in zip(one, two, strict=True)] for one, two in zip(*_slices(T), strict=True)]
        i, k = next((i, k) for i in range(2) for k in range(2) if not is_zero(M[i][k], field))
        column, row = [M[0][k], M[1][k]], [_divided(M[i][0], M[i][k], field), _divided(M[i][1], M[i][k], field)]
        terms.append([[inverse[0][j], inverse[1][j]], column, row])
    if field.is_finite:
        terms = [[[field.number(x) for x in vector] for vector in term] for term in terms]
    return terms, number_field


def _divided(x: Any, y: Any, field: Field) -> Any:
    if isinstance(x, (int, Fraction)) and isinstance(y, (int, Fraction)):
        return field.divided(field.number(x), field.number(y))
    return x / y


def _three_terms(T: Tensor, field: Field) -> Terms | None:
    """M = x T₀ + T₁ or T₀ invertible; M⁻¹N minus a rank-one matrix has eigenvalues 0 and 1, so M, N share two terms."""
    first, second = _slices(T)
    for weights in ((1, 0), (0, 1), (1, 1), (1, 2), (1, -1)):
        M = [
            [weights[0] * p + weights[1] * q for p, q in zip(a, b, strict=True)]
            for a, b in zip(first, second, strict=True)
        ]
        determinant = field.number(M[0][0] * M[1][1] - M[0][1] * M[1][0])
        if determinant == 0:
            continue
        other = (0, 1) if weights[0] else (1, 0)
        N = second if other == (0, 1) else first
        adjugate = [[M[1][1], -M[0][1]], [-M[1][0], M[0][0]]]
        X = [
            [
                field.divided(field.number(sum(adjugate[i][k] * N[k][j] for k in range(2))), determinant)
                for j in range(2)
            ]
            for i in range(2)
        ]
        (u, v), pairs = _split(X, field)  # X = u vᵀ + Σ λ p qᵀ and I = Σ p qᵀ, so N = M X and M share two terms
        terms = [[[0, 1], u, v], *([[1, eigenvalue], p, q] for eigenvalue, p, q in pairs)]
        result = []
        for (m, n), p, q in terms:
            if other == (0, 1):  # N = T₁, M = w₀T₀ + w₁T₁
                slices = [field.divided(field.number(m - weights[1] * n), weights[0]), n]
            else:  # N = T₀, M = w₁T₁
                slices = [n, field.divided(field.number(m), weights[1])]
            image = [field.number(sum(M[i][k] * p[k] for k in range(2))) for i in range(2)]
            result.append([[field.number(x) for x in slices], image, [field.number(x) for x in q]])
        return result
    return None


def _split(
    X: list[list[Any]], field: Field
) -> tuple[tuple[list[Any], list[Any]], list[tuple[Any, list[Any], list[Any]]]]:
    """X = u vᵀ + Y where Y has the eigenvalues 0 and 1: (u, v) and (eigenvalue, right, left vector) with Σ p qᵀ = I."""
    (a, b), (c, d) = X
    if b == 0 and c == 0:
        if a == d:
            return ([0, 0], [0, 0]), [(a, [1, 0], [1, 0]), (a, [0, 1], [0, 1])]
        return ([0, 0], [0, 0]), [(a, [1, 0], [1, 0]), (d, [0, 1], [0, 1])]
    # Y = X with its second column (if c ≠ 0) or its first one (then b ≠ 0) replaced so that trace 1, determinant 0
    if c != 0:
        e = field.number(1 - a)
        f = field.divided(field.number(a * e), c)  # Y = [[a, f], [c, e]]
        Y = [[a, f], [c, e]]
        u, v = [field.number(b - f), field.number(d - e)], [0, 1]
    else:
        e = field.number(1 - d)
        f = field.divided(field.number(e * d), b)  # Y = [[e, b], [f, d]]
        Y = [[e, b], [f, d]]
        u, v = [field.number(a - e), field.number(c - f)], [1, 0]
    # Y² = Y: Y projects on its column space, I − Y on its kernel; both have rank one
    identity_minus = [[field.number((i == j) - Y[i][j]) for j in range(2)] for i in range(2)]
    return (u, v), [(1, *_outer(Y, field)), (0, *_outer(identity_minus, field))]


def _outer(M: list[list[Any]], field: Field) -> tuple[list[Any], list[Any]]:
    """p, q with M = p qᵀ for a matrix of rank one."""
    i, k = next((i, k) for i in range(2) for k in range(2) if field.number(M[i][k]))
    return [M[0][k], M[1][k]], [field.divided(M[i][0], M[i][k]), field.divided(M[i][1], M[i][k])]
