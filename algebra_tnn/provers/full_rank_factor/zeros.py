"""A zero of the quadrics off the axes, which is a second decomposition."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NotEssentiallyUnique
from algebra_tnn.exact import Field, Matrix, Number, kernel, rank
from algebra_tnn.exact.linear.matrices import solution
from algebra_tnn.exact.number_fields import NumberField, characteristic_polynomial, irreducible_factors
from algebra_tnn.provers.classical import zero_term
from algebra_tnn.provers.full_rank_factor.powers import MAX_MONOMIALS, _add, _dense, _units, macaulay
from algebra_tnn.provers.full_rank_factor.quadrics import (
    MAX_TRIALS,
    Quadrics,
    mixed_exponents,
    no_full_factor,
    number_of_mixed,
    quadrics_of,
)
from algebra_tnn.provers.non_uniqueness import certificate_of
from algebra_tnn.provers.terms import is_zero, terms_of

MAX_ROOT_DEGREE = 6


def rank_one_point(claim: NotEssentiallyUnique) -> Certificate | Shortfall:
    """A zero d of the quadrics off the axes: the matrix A·diag(d)·Bᵀ replaces one of the terms' matrices."""
    T, field = claim.decomposition, claim.field
    rule = "second-decomposition (point)"
    if zero_term(T, field) or T.order != 3 or not (found := quadrics_of(T, field)):
        return no_full_factor(rule, T, field)
    degrees = []
    for Q in found:
        if len(Q.rows) == len(Q.pairs):
            continue
        for point, number_field in zeros_off_axes(Q):
            if number_field is not None and not _lives_in(number_field, field):
                degrees.append(number_field.degree)
                continue
            certificate = _with_point(claim, Q, point, number_field)
            if certificate is not None:
                return certificate
    if degrees:
        return Shortfall(rule, f"the points found have degrees {sorted(set(degrees))} over Q and do not lie in {field}")
    return Shortfall(rule, "no zero of the quadrics off the axes was found")


def _lives_in(number_field: NumberField, field: Field) -> bool:
    return field.name == "C" or (field.name == "R" and number_field.real_root_interval() is not None)


def _with_point(
    claim: NotEssentiallyUnique, Q: Quadrics, d: Sequence[Any], number_field: NumberField | None
) -> Certificate | None:
    """t_i = a_i⊗b_i⊗c_i: with Σ d_i a_i b_iᵀ = M and d_r = 1, T = M⊗c_r + Σ_{i≠r} a_i⊗b_i⊗(c_i − d_i c_r)."""
    field, R = claim.field, Q.terms
    modes = [group[0] for group in Q.grouping]  # C, A, B
    terms = terms_of([field.matrix(f) for f in claim.decomposition.factors])
    r = next(i for i in range(R) if d[i])
    scaled = [x / d[r] if number_field else field.divided(x, d[r]) for x in d]
    M = [[sum((scaled[i] * a[i] * b[i] for i in range(R)), 0 * scaled[r]) for b in Q.B] for a in Q.A]

    place = next(((p, s) for p, row in enumerate(M) for s, x in enumerate(row) if not is_zero(x, field)), None)
    if place is None:
        return None
    p, s = place
    inverse = 1 / M[p][s] if number_field else field.divided(1, field.number(M[p][s]))
    changed = []
    for i in range(R):
        term = [list(vector) for vector in terms[i]]
        if i == r:
            term[modes[1]] = [row[s] for row in M]
            term[modes[2]] = [inverse * x for x in M[p]]
        else:
            term[modes[0]] = [x - scaled[i] * y for x, y in zip(terms[i][modes[0]], terms[r][modes[0]], strict=True)]
        changed.append(term)
    degree = "" if number_field is None else f", of degree {number_field.degree} over Q"
    involved = ", ".join(str(i) for i in range(R) if d[i])
    remark = f"a rank-one matrix in the span of those of the terms {involved}{degree}"
    return certificate_of(claim, changed, remark, number_field)


def zeros_off_axes(Q: Quadrics) -> Iterator[tuple[list[Any], NumberField | None]]:
    """Zeros with two or more nonzero coordinates: (d, None) with d in the field, or d in a number field.

    The dual of (ideal of the axes) / (quadrics) in two neighbouring degrees is spanned by evaluations at these zeros if
    they are finitely many; multiplication by variables acts there with the coordinates as eigenvalues. Otherwise the
    zeros are cut with random hyperplanes. Over GF(p), small cases are enumerated.
    """
    if Q.field.is_finite:
        yield from _enumerated_zeros(Q)
        return
    for cut in range(min(Q.terms - 1, 4)):
        for seed in range(3 if cut else 1):
            rng = random.Random(1000 * cut + seed)
            hyperplanes = [[rng.randint(-3, 3) for _ in range(Q.terms)] for _ in range(cut)]
            found = list(_zeros_on(Q, hyperplanes, rng))
            yield from found
            if not cut and found:
                return


def _enumerated_zeros(Q: Quadrics) -> Iterator[tuple[list[Any], None]]:
    p = Q.field.characteristic
    if len(Q.pairs) * p ** (Q.terms - 1) > MAX_TRIALS:
        return
    for d in product(range(p), repeat=Q.terms):
        if sum(map(bool, d)) >= 2:
            products = [d[i] * d[j] for i, j in Q.pairs]
            if not any(sum(c * x for c, x in zip(row, products, strict=True)) % p for row in Q.coefficients):
                yield list(d), None


def _zeros_on(
    Q: Quadrics, hyperplanes: Sequence[Sequence[int]], rng: random.Random
) -> Iterator[tuple[list[Any], NumberField | None]]:
    for degree in range(2, 5):
        if number_of_mixed(Q.terms, degree + 1) > MAX_MONOMIALS // 2:
            return
        lower, upper = _functionals(Q, hyperplanes, degree), _functionals(Q, hyperplanes, degree + 1)
        if not lower:
            return
        if len(lower) == len(upper) and len(lower) <= 40:
            yield from _eigenpoints(Q, degree, lower, upper, rng)
            return


def _functionals(Q: Quadrics, hyperplanes: Sequence[Sequence[int]], degree: int) -> Matrix:
    """Functionals on the mixed monomials of the degree that vanish on the ideal of quadrics and hyperplanes."""
    _, columns, rows = macaulay(Q, degree)
    position = {e: i for i, e in enumerate(columns)}
    for plane in hyperplanes:
        for e in mixed_exponents(Q.terms, degree - 1) if degree > 2 else []:
            row: dict[int, Number] = {}
            for r, c in enumerate(plane):
                if c:
                    row[position[_add(e, tuple(int(i == r) for i in range(Q.terms)))]] = c
            rows.append(row)
    if not rows:
        return _units(len(columns), range(len(columns)))
    return kernel(_dense(rows, len(columns)))


def _eigenpoints(
    Q: Quadrics, degree: int, lower: Matrix, upper: Matrix, rng: random.Random
) -> Iterator[tuple[list[Any], NumberField | None]]:
    R = Q.terms
    columns = mixed_exponents(R, degree)
    position = {e: i for i, e in enumerate(mixed_exponents(R, degree + 1))}
    frame = tuple(zip(*lower, strict=True))
    transfers = []  # of each variable: coordinates in `lower` of the functional f ↦ φ(d_r f), one row per φ in `upper`
    for r in range(R):
        shift = [position[_add(e, tuple(int(i == r) for i in range(R)))] for e in columns]
        moved = tuple(tuple(phi[j] for j in shift) for phi in upper)
        coordinates = solution(frame, tuple(zip(*moved, strict=True)))
        if coordinates is None:
            return
        transfers.append(coordinates)  # lower × upper
    size = len(lower)

    def combined(weights: Sequence[int]) -> Matrix:
        return tuple(
            tuple(sum((w * t[i][j] for w, t in zip(weights, transfers, strict=True)), 0) for j in range(size))
            for i in range(size)
        )

    form = combined([rng.randint(1, 9) for _ in range(R)])
    if rank(form) < size:
        return
    identity = _units(size, range(size))
    inverse = solution(form, identity)
    assert inverse is not None
    operators = [_times(t, inverse) for t in transfers]
    generic = combined([rng.randint(1, 30) for _ in range(R)])
    M = _times(generic, inverse)
    for f, multiplicity in irreducible_factors(characteristic_polynomial(M)):
        if multiplicity > 1 or len(f) - 1 > MAX_ROOT_DEGREE:
            continue
        point = _coordinates_at(f, M, operators)
        if point is not None and sum(map(bool, point[0])) >= 2:
            yield point


def _times(left: Matrix, right: Matrix) -> Matrix:
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(sum((x * y for x, y in zip(row, c, strict=True)), 0) for c in columns) for row in left)


def _coordinates_at(
    f: tuple[int, ...], M: Matrix, operators: Sequence[Matrix]
) -> tuple[list[Any], NumberField | None] | None:
    """The eigenvalues of the operators on ker f(M), as polynomials in the eigenvalue θ of M."""
    size, degree = len(M), len(f) - 1
    value: Matrix = tuple((0,) * size for _ in range(size))
    powers = [_units(size, range(size))]
    for c in f:
        value = tuple(
            tuple(x + c * y for x, y in zip(a, b, strict=True)) for a, b in zip(value, powers[-1], strict=True)
        )
        powers.append(_times(powers[-1], M))
    vectors = kernel(value)
    if not vectors:
        return None
    column: Matrix = tuple((x,) for x in vectors[0])
    krylov: list[Matrix] = [column]
    for _ in range(degree - 1):
        krylov.append(_times(M, krylov[-1]))
    frame = tuple(tuple(vector[i][0] for vector in krylov) for i in range(size))
    number_field = NumberField(f) if degree > 1 else None
    point: list[Any] = []
    for operator in operators:
        coefficients = solution(frame, _times(operator, column))
        if coefficients is None:
            return None
        numbers = [row[0] for row in coefficients]
        point.append(number_field(numbers) if number_field else numbers[0])
    return point, number_field
