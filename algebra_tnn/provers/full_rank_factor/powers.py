"""Uniqueness by powers: some power of each d_i d_j is in the ideal of the quadrics, shown by its cofactors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique
from algebra_tnn.exact import Matrix, Number, prime_field
from algebra_tnn.exact.linear.matrices import independent_columns, residues, solution, square_solution
from algebra_tnn.provers.classical import written, zero_term
from algebra_tnn.provers.full_rank_factor.quadrics import (
    Exponent,
    Quadrics,
    exponents,
    mixed_exponents,
    no_full_factor,
    number_of_mixed,
    quadrics_of,
)

MAX_MONOMIALS = 700  # of one degree, in the ideal of the quadrics
MAX_DEGREE = 8  # of the powers (d_i d_j)^k: k up to 4


def ideal(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """Powers (d_i d_j)^k in the ideal of the quadrics, with their cofactors: complete by Hilbert's Nullstellensatz."""
    T, field = claim.decomposition, claim.field
    if zero_term(T, field) or not (found := quadrics_of(T, field)):
        return no_full_factor("ideal", T, field)
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


def _add(one: Exponent, two: Exponent) -> Exponent:
    return tuple(x + y for x, y in zip(one, two, strict=True))
