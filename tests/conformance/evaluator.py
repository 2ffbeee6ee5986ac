"""An evaluator written from the prose of ``proofs/certificate-format.md``; it imports nothing of the package.

Nested loops over multi-indices throughout. A matrix is a list of rows, a tensor a dictionary from multi-indices.
"""

from __future__ import annotations

from itertools import product

Matrix = list[list[int]]
Polynomial = dict[tuple[int, ...], int]  # exponents of d_0, d_1, … and their coefficients


def tensor_of(factors: list[Matrix]) -> dict[tuple[int, ...], int]:
    """Entry (i, j, …) is Σ_r a_ir b_jr …"""
    entries = {}
    for place in product(*[range(len(factor)) for factor in factors]):
        total = 0
        for r in range(len(factors[0][0])):
            term = 1
            for mode in range(len(factors)):
                term *= factors[mode][place[mode]][r]
            total += term
        entries[place] = total
    return entries


def nested(entries: dict[tuple[int, ...], int]) -> object:
    """Nested lists, the first index outermost."""
    shape = [1 + max(place[mode] for place in entries) for mode in range(len(next(iter(entries))))]

    def part(place: tuple[int, ...]) -> object:
        if len(place) == len(shape):
            return entries[place]
        return [part((*place, i)) for i in range(shape[len(place)])]

    return part(())


def flattening(entries: dict[tuple[int, ...], int], modes: list[int], *, first_fastest: bool = False) -> Matrix:
    """Rows are the multi-indices of the modes, columns those of the others, both in row-major order (last fastest)."""
    order = len(next(iter(entries)))
    others = [mode for mode in range(order) if mode not in modes]

    def key(part: tuple[int, ...]) -> tuple[int, ...]:
        return part[::-1] if first_fastest else part

    rows = sorted({tuple(place[m] for m in modes) for place in entries}, key=key)
    columns = sorted({tuple(place[m] for m in others) for place in entries}, key=key)
    matrix = []
    for row in rows:
        line = []
        for column in columns:
            place = [0] * order
            for mode, i in zip(modes, row, strict=True):
                place[mode] = i
            for mode, i in zip(others, column, strict=True):
                place[mode] = i
            line.append(entries[tuple(place)])
        matrix.append(line)
    return matrix


def khatri_rao(factors: list[Matrix], group: list[int], *, first_fastest: bool = False) -> Matrix:
    """Column r holds the products of the entries of the columns r of the group's factors; rows in row-major order."""
    places = list(product(*[range(len(factors[mode])) for mode in group]))
    if first_fastest:
        places.sort(key=lambda place: place[::-1])
    matrix = []
    for place in places:
        row = []
        for r in range(len(factors[0][0])):
            value = 1
            for mode, i in zip(group, place, strict=True):
                value *= factors[mode][i][r]
            row.append(value)
        matrix.append(row)
    return matrix


def times(one: Polynomial, two: Polynomial) -> Polynomial:
    result: Polynomial = {}
    for e, x in one.items():
        for f, y in two.items():
            exponent = tuple(a + b for a, b in zip(e, f, strict=True))
            result[exponent] = result.get(exponent, 0) + x * y
    return result


def quadric(A: Matrix, B: Matrix, p: int, q: int, s: int, t: int) -> Polynomial:
    """The determinant of rows p, q and columns s, t of A·diag(d)·Bᵀ, multiplied out; zero coefficients are dropped."""
    terms = len(A[0])

    def entry(i: int, j: int) -> Polynomial:
        return {tuple(int(r == k) for r in range(terms)): A[i][k] * B[j][k] for k in range(terms)}

    total: Polynomial = dict(times(entry(p, s), entry(q, t)))
    for exponent, x in times(entry(p, t), entry(q, s)).items():
        total[exponent] = total.get(exponent, 0) - x
    return {exponent: x for exponent, x in total.items() if x}
