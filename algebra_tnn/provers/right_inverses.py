"""Right inverses of matrices of polynomials: they show that the rows are independent at all values of the unknowns."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import NamedTuple

from algebra_tnn.exact import Field, Number, Polynomial, PolynomialRing, solution

Column = list[Polynomial]
PolynomialMatrix = list[list[Polynomial]]  # rows
Exponents = tuple[int, ...]
MOST_TERMS = 3000  # of the columns together, beyond which the elimination is given up
MOST_COEFFICIENTS = 400  # that are unknown in a system of linear equations
HIGHEST_DEGREE = 3  # of what is found by linear equations


class _Pivot(NamedTuple):
    """A combination of the columns that is 1 in this row, and the combination."""

    row: int
    column: Column
    move: Column


def right_inverse(matrix: PolynomialMatrix, ring: PolynomialRing, field: Field) -> PolynomialMatrix | None:
    """Some R with matrix · R = 1, by pivots that are constants, and by linear equations where these run out.

    None says nothing: by the Nullstellensatz there is an R if and only if the rows are independent at all points over
    the algebraic closure, but its degree may be beyond what is tried.

    >>> from algebra_tnn.exact import Q
    >>> ring = PolynomialRing(("x",), rational=True)
    >>> (x,) = ring.variables
    >>> [[str(entry) for entry in row] for row in right_inverse([[x, x + 1]], ring, Q)]
    [['-1'], ['1']]
    """
    width = len(matrix[0])
    columns = [[row[j] for row in matrix] for j in range(width)]
    moves = [[ring(int(i == j)) for i in range(width)] for j in range(width)]
    rows, free = list(range(len(matrix))), list(range(width))
    pivots: list[_Pivot] = []
    while rows and (place := _constant(columns, rows, free)) is not None:
        i, j = place
        scale = field.divided(1, _constant_term(columns[j][i]))
        pivots.append(_Pivot(i, [scale * x for x in columns[j]], [scale * x for x in moves[j]]))
        rows.remove(i)
        free.remove(j)
        for k in free:
            if factor := columns[k][i]:
                columns[k] = _plus(columns[k], -factor, pivots[-1].column)
                moves[k] = _plus(moves[k], -factor, pivots[-1].move)
        if sum(x.term_count for k in free for x in (*columns[k], *moves[k])) > MOST_TERMS:
            return None
    if rows:
        rest = _by_linear_equations([[columns[k][i] for k in free] for i in rows], ring, field)
        if rest is None:
            return None
        for t, i in enumerate(rows):
            column, move = [ring(0)] * len(matrix), [ring(0)] * width
            for k, factors in zip(free, rest, strict=True):
                column, move = _plus(column, factors[t], columns[k]), _plus(move, factors[t], moves[k])
            pivots.append(_Pivot(i, column, move))
    found: dict[int, Column] = {}
    for row, column, move in reversed(pivots):
        for other, solved in found.items():
            move = _plus(move, -column[other], solved)
        found[row] = move
    return [[found[i][j] for i in range(len(matrix))] for j in range(width)]


def _plus(one: Column, factor: Polynomial, two: Column) -> Column:
    return [x + factor * y for x, y in zip(one, two, strict=True)] if factor else one


def _constant(columns: PolynomialMatrix, rows: list[int], free: list[int]) -> tuple[int, int] | None:
    """A row and a column whose entry is a nonzero constant, the column as short as possible."""
    places = [(i, j) for j in free for i in rows if columns[j][i].degree == 0]
    return min(places, key=lambda place: sum(x.term_count for x in columns[place[1]]), default=None)


def _constant_term(x: Polynomial) -> Number:
    return next(c for _, c in x.terms())


def _by_linear_equations(matrix: PolynomialMatrix, ring: PolynomialRing, field: Field) -> PolynomialMatrix | None:
    """Some X with matrix · X = 1, of the least degree; its coefficients are the unknowns of linear equations."""
    entries = [[dict(x.terms()) for x in row] for row in matrix]
    involved = [v for v in range(len(ring.names)) if any(e[v] for row in entries for terms in row for e in terms)]
    for degree in range(HIGHEST_DEGREE + 1):
        chosen = [part for d in range(degree + 1) for part in combinations_with_replacement(involved, d)]
        monomials = [tuple(part.count(v) for v in range(len(ring.names))) for part in chosen]
        if len(monomials) * len(matrix[0]) > MOST_COEFFICIENTS:
            return None
        places: dict[tuple[int, Exponents], int] = {
            (i, (0,) * len(ring.names)): i for i in range(len(matrix))
        }  # equations: a row and a monomial
        terms: list[tuple[int, int, Number]] = []
        unknowns = [(j, monomial) for j in range(len(matrix[0])) for monomial in monomials]
        for at, (j, monomial) in enumerate(unknowns):
            for i, row in enumerate(entries):
                for exponents, c in row[j].items():
                    key = (i, tuple(a + b for a, b in zip(exponents, monomial, strict=True)))
                    terms.append((places.setdefault(key, len(places)), at, c))
        left: list[list[Number]] = [[0] * len(unknowns) for _ in places]
        for place, at, c in terms:
            left[place][at] = c
        right = [[int(i == j) for j in range(len(matrix))] for i in range(len(places))]
        solved = solution(tuple(map(tuple, left)), tuple(map(tuple, right)), field)
        if solved is not None:
            return [
                [
                    ring.of_terms(monomials, [solved[j * len(monomials) + m][t] for m in range(len(monomials))])
                    for t in range(len(matrix))
                ]
                for j in range(len(matrix[0]))
            ]
    return None
