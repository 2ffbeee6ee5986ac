"""One factor of full column rank: uniqueness decided by the rank-one matrices in the span of the others' terms [H4].

Let C have full column rank. The decomposition is unique iff A·diag(d)·Bᵀ has rank at most one only for d on a
coordinate axis, that is, iff the quadrics (its 2×2 minors, polynomials in d) vanish on the axes only. Three rules prove
it (``compound``, ``ideal``, ``points_modulo_prime``); a point off the axes gives a second decomposition.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from math import comb
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique, NotEssentiallyUnique
from algebra_tnn.exact import Field, Matrix, Minor, Number, kernel, minor, prime_field, rank
from algebra_tnn.exact.linear.matrices import independent_columns, modulus_for, residues, solution, square_solution
from algebra_tnn.exact.number_fields import NumberField, characteristic_polynomial, irreducible_factors
from algebra_tnn.provers.classical import khatri_rao, written, zero_term
from algebra_tnn.provers.non_uniqueness import certificate_of
from algebra_tnn.provers.terms import is_zero, terms_of
from algebra_tnn.tensors import CP
from algebra_tnn.tensors.cp import ordered_groupings

MAX_PAIRS = 1_000  # of terms, for the compound condition
MAX_ENTRIES = 2_000_000  # quadrics times pairs that are written down
MAX_MONOMIALS = 700  # of one degree, in the ideal of the quadrics
MAX_DEGREE = 8  # of the powers (d_i d_j)^k: k up to 4
MAX_TRIALS = 4_000_000  # points modulo a prime times pairs
PRIMES = (2, 3, 5, 7, 11, 13)
MAX_ROOT_DEGREE = 6

Exponent = tuple[int, ...]
Grouping = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Quadrics:
    """The 2×2 minors of A·diag(d)·Bᵀ for a grouping whose first group C has full column rank."""

    grouping: Grouping  # C, A, B
    c_minor: Minor
    A: Matrix
    B: Matrix
    field: Field
    pairs: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int, int, int], ...]  # p < q, s < t, a basis of the quadrics modulo the modulus
    coefficients: Matrix  # one row per quadric, one column per pair
    modulus: int  # prime to the denominators

    @property
    def terms(self) -> int:
        return len(self.A[0])

    def evidence(self) -> dict[str, Any]:
        return {"grouping": self.grouping, "minor": self.c_minor.evidence()}

    def exponent(self, pair: tuple[int, int], power: int = 1) -> Exponent:
        return tuple(power * (r in pair) for r in range(self.terms))


def _add(one: Exponent, two: Exponent) -> Exponent:
    return tuple(x + y for x, y in zip(one, two, strict=True))


def exponents(variables: int, degree: int) -> Iterator[Exponent]:
    """All exponent vectors of the degree, lexicographically descending."""
    if variables == 1:
        yield (degree,)
        return
    for first in range(degree, -1, -1):
        for rest in exponents(variables - 1, degree - first):
            yield (first, *rest)


def mixed_exponents(variables: int, degree: int) -> list[Exponent]:
    """Those of monomials divisible by two different variables: they vanish on the axes."""
    return [e for e in exponents(variables, degree) if max(e) < degree]


def number_of_mixed(variables: int, degree: int) -> int:
    return comb(variables + degree - 1, degree) - variables


@lru_cache(maxsize=64)
def quadrics_of(T: CP, field: Field) -> tuple[Quadrics, ...]:
    """One for each grouping into C, A, B where C has full column rank, the most promising (largest A, B) first."""
    found = []
    R = T.length
    if T.order < 3 or comb(R, 2) > MAX_PAIRS:
        return ()
    for A_group, B_group, C_group in ordered_groupings(T.order):
        C = khatri_rao(T, C_group, field)
        if len(C) < R or rank(C, field) < R:
            continue
        c_minor = minor(C, field, R)
        A, B = khatri_rao(T, A_group, field), khatri_rao(T, B_group, field)
        if c_minor is None:
            continue
        modulus = modulus_for((A, B), field)
        rows, coefficients = _basis(A, B, field, modulus)
        pairs = tuple(combinations(range(R), 2))
        found.append(Quadrics((C_group, A_group, B_group), c_minor, A, B, field, pairs, rows, coefficients, modulus))
    return tuple(sorted(found, key=lambda q: -len(q.rows)))


def _basis(A: Matrix, B: Matrix, field: Field, modulus: int) -> tuple[tuple[tuple[int, int, int, int], ...], Matrix]:
    """Quadrics that are independent modulo the modulus and span all that were written down, with coefficients."""
    choices = list(product(combinations(range(len(A)), 2), combinations(range(len(B)), 2)))
    pairs = list(combinations(range(len(A[0])), 2))
    if len(choices) * len(pairs) > MAX_ENTRIES:
        choices = random.Random(0).sample(choices, MAX_ENTRIES // len(pairs))
    rows = []
    for (p, q), (s, t) in choices:
        rows.append(
            tuple(
                field.number((A[p][i] * A[q][j] - A[p][j] * A[q][i]) * (B[s][i] * B[t][j] - B[s][j] * B[t][i]))
                for i, j in pairs
            )
        )
    if not rows or not pairs:
        return (), ()
    modular = residues(rows, modulus)
    chosen = independent_columns(tuple(zip(*modular, strict=True)), prime_field(modulus))
    return tuple((*choices[i][0], *choices[i][1]) for i in chosen), tuple(rows[i] for i in chosen)


def _no_full_factor(rule: str, T: CP, field: Field) -> Shortfall:
    if (sentence := zero_term(T, field)) is not None:
        return Shortfall(rule, sentence)
    if T.order < 3:
        return Shortfall(rule, f"order {T.order}, the rule needs order 3 or more")
    if comb(T.length, 2) > MAX_PAIRS:
        return Shortfall(rule, f"{comb(T.length, 2)} pairs of terms, at most {MAX_PAIRS} are examined")
    ranks = [rank(khatri_rao(T, group[2], field), field) for group in ordered_groupings(T.order)]
    return Shortfall(
        rule, f"no factor or group has full column rank: the largest is {max(ranks)}, R = {T.length} is needed"
    )


def compound(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """C of full column rank, C₂(A) ⊙ C₂(B) of full column rank [JiangSidiropoulos2004, DeLathauwer2006]."""
    T, field = claim.decomposition, claim.field
    if zero_term(T, field) or not (found := quadrics_of(T, field)):
        return _no_full_factor("compound", T, field)
    for Q in found:
        if len(Q.rows) == len(Q.pairs):
            independent = minor(Q.coefficients, field, len(Q.pairs)) if Q.pairs else Minor((), (), field.modulus, ())
            if independent is not None:
                evidence = {**Q.evidence(), "quadrics": Q.rows, "independent": independent.evidence()}
                remark = (
                    f"modes {written(Q.grouping)}: the first has rank R = {Q.terms}, "
                    f"the compound matrices' product has rank {len(Q.pairs)} = R(R−1)/2"
                )
                return Certificate(claim, "compound", evidence, remark=remark)
    best = found[0]
    needed = f"R(R−1)/2 = {len(best.pairs)} are needed"
    reason = f"modes {written(best.grouping)}: {len(best.rows)} independent quadrics, {needed}"
    return Shortfall("compound", reason)


# ------------------------------------------------------------------------------------------------ powers in the ideal


def ideal(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """Powers (d_i d_j)^k in the ideal of the quadrics, with their cofactors: complete by Hilbert's Nullstellensatz."""
    T, field = claim.decomposition, claim.field
    if zero_term(T, field) or not (found := quadrics_of(T, field)):
        return _no_full_factor("ideal", T, field)
    reason = ""
    for Q in found:
        for k in range(2, MAX_DEGREE // 2 + 1):
            if number_of_mixed(Q.terms, 2 * k) > MAX_MONOMIALS or not Q.rows:
                reason = reason or f"modes {written(Q.grouping)}: more than {MAX_MONOMIALS} monomials of degree {2 * k}"
                break
            pairs = powers_in_ideal(Q, k)
            if pairs is not None:
                evidence = {**Q.evidence(), "pairs": pairs}
                remark = f"modes {written(Q.grouping)}: (d_i d_j)^{k} is in the ideal of the quadrics for all i < j"
                return Certificate(claim, "ideal", evidence, remark=remark)
            reason = f"modes {written(Q.grouping)}: some (d_i d_j)^{k} is not in the ideal of the quadrics"
    return Shortfall("ideal", reason)


def macaulay(Q: Quadrics, degree: int) -> tuple[list[tuple[int, Exponent]], list[Exponent], list[dict[int, Number]]]:
    """(quadric, monomial) for each row, the monomials of the columns, and the rows as column → coefficient."""
    columns = mixed_exponents(Q.terms, degree)
    position = {e: i for i, e in enumerate(columns)}
    labels, rows = [], []
    for index, coefficients in enumerate(Q.coefficients):
        for e in exponents(Q.terms, degree - 2):
            labels.append((index, e))
            entries = zip(Q.pairs, coefficients, strict=True)
            rows.append({position[_add(e, Q.exponent(pair))]: c for pair, c in entries if c})
    return labels, columns, rows


def _dense(rows: Sequence[dict[int, Number]], width: int) -> Matrix:
    return tuple(tuple(row.get(j, 0) for j in range(width)) for row in rows)


def powers_in_ideal(Q: Quadrics, k: int) -> list[dict[str, Any]] | None:
    """For each pair the power and the summands [number, exponent, quadric] that give (d_i d_j)^k, or None."""
    labels, columns, rows = macaulay(Q, 2 * k)
    p = Q.modulus
    modular = tuple(map(tuple, residues(_dense(rows, len(columns)), p)))
    over = prime_field(p)
    chosen = independent_columns(tuple(zip(*modular, strict=True)), over)  # independent rows
    basis = tuple(modular[i] for i in chosen)
    pivots = independent_columns(basis, over)
    wanted = [columns.index(Q.exponent(pair, k)) for pair in Q.pairs]
    square = tuple(tuple(basis[i][j] for i in range(len(chosen))) for j in pivots)  # transposed: columns are rows
    targets = tuple(tuple(int(j == target) for target in wanted) for j in pivots)
    if Q.field.is_finite:
        found = solution(square, targets, over)
    else:
        if solution(tuple(zip(*basis, strict=True)), _units(len(columns), wanted), over) is None:
            return None
        exact = _dense([rows[i] for i in chosen], len(columns))
        found = square_solution(tuple(tuple(row[j] for row in exact) for j in pivots), targets)
    if found is None or not _gives_powers(Q, found, [rows[i] for i in chosen], wanted):
        return None
    result = []
    for target in range(len(Q.pairs)):
        summands = [
            [found[i][target], labels[row][1], Q.rows[labels[row][0]]]
            for i, row in enumerate(chosen)
            if found[i][target]
        ]
        result.append({"power": k, "summands": summands})
    return result


def _units(height: int, places: Sequence[int]) -> Matrix:
    return tuple(tuple(int(i == place) for place in places) for i in range(height))


def _gives_powers(Q: Quadrics, cofactors: Matrix, rows: Sequence[dict[int, Number]], wanted: Sequence[int]) -> bool:
    """Whether the combinations are the powers in every column, and not only in the pivot columns."""
    for target, place in enumerate(wanted):
        total: dict[int, Number] = {place: -1}
        for line, row in zip(cofactors, rows, strict=True):
            if line[target]:
                for j, c in row.items():
                    total[j] = total.get(j, 0) + line[target] * c
        if any(Q.field.number(x) for x in total.values()):
            return False
    return True


# ------------------------------------------------------------------------------------------------ points modulo a prime


def points_modulo_prime(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """Uniqueness over Q (or GF(p)) alone: no zero of the quadrics off the axes modulo a prime, axes transversal."""
    T, field = claim.decomposition, claim.field
    if zero_term(T, field) or not (found := quadrics_of(T, field)):
        return _no_full_factor("points-modulo-prime", T, field)
    if field.name in ("R", "C"):
        return Shortfall("points-modulo-prime", f"the rule is for Q and GF(p), not for {field}")
    tried = []
    for Q in found:
        for p in (field.characteristic,) if field.is_finite else PRIMES:
            quadrics = comb(len(Q.A), 2) * comb(len(Q.B), 2)
            if p >= 1000 or len(Q.pairs) * max(p ** (Q.terms - 1), quadrics) > MAX_TRIALS:
                continue
            tried.append(p)
            if _axes_only(Q, p):
                remark = f"modes {written(Q.grouping)}: no zero off the axes modulo {p}"
                return Certificate(claim, "points-modulo-prime", {**Q.evidence(), "modulus": p}, remark=remark)
    primes = ", ".join(map(str, sorted(set(tried)))) or "no prime small enough"
    return Shortfall(
        "points-modulo-prime", f"the quadrics have zeros off the axes, or a tangent at an axis, modulo {primes}"
    )


def _axes_only(Q: Quadrics, p: int) -> bool:
    every = list(product(combinations(range(len(Q.A)), 2), combinations(range(len(Q.B)), 2)))
    try:
        A, B = residues(Q.A, p), residues(Q.B, p)
        residues([[x for row in Q.c_minor.inverse for x in row]], p)
    except ValueError:
        return False
    forms = {
        tuple((A[a][i] * A[b][j] - A[a][j] * A[b][i]) * (B[s][i] * B[t][j] - B[s][j] * B[t][i]) % p for i, j in Q.pairs)
        for (a, b), (s, t) in every
    }
    if not forms or not Q.pairs:
        return not Q.pairs
    if not Q.field.is_finite:
        for r in range(Q.terms):
            rows = tuple(tuple(c for c, pair in zip(form, Q.pairs, strict=True) if r in pair) for form in forms)
            if rank(rows, prime_field(p)) < Q.terms - 1:
                return False
    for lead in range(Q.terms):
        for tail in product(range(p), repeat=Q.terms - 1 - lead):
            if any(tail):
                d = (0,) * lead + (1, *tail)
                products = [d[i] * d[j] for i, j in Q.pairs]
                if not any(sum(c * x for c, x in zip(form, products, strict=True)) % p for form in forms):
                    return False
    return True


# ------------------------------------------------------------------------------------------------ a point off the axes


def rank_one_point(claim: NotEssentiallyUnique) -> Certificate | Shortfall:
    """A zero d of the quadrics off the axes: the matrix A·diag(d)·Bᵀ replaces one of the terms' matrices."""
    T, field = claim.decomposition, claim.field
    rule = "second-decomposition (point)"
    if zero_term(T, field) or T.order != 3 or not (found := quadrics_of(T, field)):
        return _no_full_factor(rule, T, field)
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
