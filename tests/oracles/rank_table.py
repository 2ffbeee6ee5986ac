"""Matrices whose rank modulo p is known by construction, with their first independent rows.

Run as a script with SYMPY_GROUND_TYPES=python, this file reads questions as JSON and answers with SymPy without FLINT.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

PRIMES = (2, 3, 5, 251, 1048573, 8388593)
LONG_PRIMES = (8388617, 2**31 - 1, 2**61 - 1)  # beyond the doubles


@dataclass(frozen=True, eq=False)
class Example:
    name: str
    matrix: NDArray[np.int64]  # any integers, not only residues
    p: int
    rank: int
    rows: tuple[int, ...]  # the first independent ones

    def __str__(self) -> str:
        return f"{self.name} mod {self.p}"


def product(A: NDArray[np.int64], B: NDArray[np.int64], p: int) -> NDArray[np.int64]:
    """In Python's integers where int64 would be too short."""
    if A.shape[1] * p**2 < 2**63:
        return A @ B % p
    return (A.astype(object) @ B.astype(object) % p).astype(np.int64).reshape(len(A), B.shape[1])


def with_profile(height: int, width: int, rows: list[int], p: int, seed: int) -> NDArray[np.int64]:
    """A matrix with these first independent rows: each is new in a coordinate, others combine rows above them."""
    rng = np.random.default_rng(seed)
    r = len(rows)
    basis = np.hstack([np.eye(r, dtype=np.int64), rng.integers(0, p, (r, width - r))])[:, rng.permutation(width)]
    coefficients = rng.integers(0, p, (height, r))
    for k, row in enumerate(rows):
        coefficients[:row, k] = 0
        coefficients[row, k] = rng.integers(1, p)
    return product(coefficients, basis, p)


def square(n: int, p: int, seed: int) -> NDArray[np.int64]:
    """Invertible, with all leading minors invertible: a product of triangular matrices."""
    rng = np.random.default_rng(seed)
    lower, upper = np.tril(rng.integers(0, p, (n, n)), -1), np.triu(rng.integers(0, p, (n, n)), 1)
    return product(lower + np.eye(n, dtype=np.int64), upper + np.diag(rng.integers(1, p, n)), p)


def all_rows(matrix: NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(range(len(matrix)))


def degenerate(p: int) -> Iterator[Example]:
    for height, width in ((0, 0), (0, 5), (5, 0), (1, 1), (4, 7), (70, 3), (3, 70), (300, 65)):
        yield Example(f"zero {height}×{width}", np.zeros((height, width), dtype=np.int64), p, 0, ())
    for width in (1, 2, 63, 65, 300):
        row = np.zeros((1, width), dtype=np.int64)
        row[0, -1] = p + 1
        yield Example(f"one row of {width}", row, p, 1, (0,))
        yield Example(f"one column of {width}", row.T, p, 1, (width - 1,))
        yield Example(f"multiples of p, {width}", np.full((width, 2), p, dtype=np.int64), p, 0, ())
    ones = np.ones((130, 90), dtype=np.int64)
    yield Example("all ones", ones, p, 1, (0,))
    yield Example("all minus one", -ones, p, 1, (0,))


def small(p: int) -> Iterator[Example]:
    """For SymPy, too."""
    rng = np.random.default_rng(p % 1000)
    for height, width in ((1, 4), (3, 3), (5, 8), (8, 5), (9, 9)):
        for r in range(min(height, width) + 1):
            rows = sorted(rng.choice(height, r, replace=False).tolist())
            yield Example(f"{height}×{width} of rank {r}", with_profile(height, width, rows, p, r), p, r, tuple(rows))
    if p >= 5:
        yield Example("four nodes", vandermonde([1, 0, 1, 2, 0, 2, 3], 5, p), p, 4, (0, 1, 3, 6))
    yield Example("minus the first row", np.array([[1, 2, 3], [-1, -2, -3], [0, 0, p - 1]]), p, 2, (0, 2))


def vandermonde(nodes: list[int], width: int, p: int) -> NDArray[np.int64]:
    return np.array([[pow(x, j, p) for j in range(width)] for x in nodes], dtype=np.int64)


def sizes_around_slabs(p: int) -> Iterator[Example]:
    """Slabs have 256 rows and are worked off by 64."""
    for n in (63, 64, 65, 255, 256, 257):
        yield Example(f"square {n}", square(n, p, n), p, n, tuple(range(n)))
        for rows in ([*range(1, n)], [*range(n // 2, n)], [*range(0, n, 3)]):
            matrix = with_profile(n, n, rows, p, n)
            yield Example(f"{n}×{n}, rows {rows[0]}…{rows[-1]}", matrix, p, len(rows), tuple(rows))
    for height, width in ((500, 70), (70, 500), (257, 64), (64, 257), (259, 258)):
        rows = [*range(2, height, 1 + height // min(60, width))]
        yield Example(f"{height}×{width}", with_profile(height, width, rows, p, 1), p, len(rows), tuple(rows))


def structured(p: int) -> Iterator[Example]:
    rng = np.random.default_rng(7)
    n = 150
    A = square(n, p, 1)
    whole = all_rows(A)
    zero = np.zeros_like(A)
    yield Example("left half zero", np.hstack([zero, A]), p, n, whole)
    yield Example("every other column zero", np.kron(A, np.array([[0, 1]])), p, n, whole)
    yield Example("each row twice", np.repeat(A, 2, axis=0), p, n, tuple(range(0, 2 * n, 2)))
    yield Example("all rows again", np.vstack([A, A[::-1]]), p, n, whole)
    yield Example("one row a hundred times", np.repeat(A[:3], 100, axis=0), p, 3, (0, 100, 200))
    gaps = np.vstack([zero[:70], A[:40], np.zeros((300, n), dtype=np.int64), A[40:]])
    yield Example("slabs of zeros", gaps, p, n, (*range(70, 110), *range(410, 300 + 70 + n)))
    last = np.vstack([A[:-1], A[0] + A[1]])
    yield Example("the last row a sum", last, p, n - 1, whole[:-1])
    first = np.vstack([np.zeros((1, n), dtype=np.int64), A[1:]])
    yield Example("the first row zero", first, p, n - 1, whole[1:])
    yield Example("permutation", np.eye(n, dtype=np.int64)[rng.permutation(n)], p, n, whole)
    triangle = np.tril(rng.integers(0, p, (n, n)), -1) + np.eye(n, dtype=np.int64)
    yield Example("triangular", triangle, p, n, whole)
    yield Example("triangular from the right", triangle[:, ::-1], p, n, whole)
    yield Example("triangular, permuted", triangle[rng.permutation(n)][:, rng.permutation(n)], p, n, whole)
    nilpotent = np.tril(triangle, -2) + np.eye(n, k=-1, dtype=np.int64)
    yield Example("triangular with zero diagonal", nilpotent, p, n - 1, whole[1:])
    block, count = square(15, p, 3), 12
    diagonal = np.kron(np.eye(count, dtype=np.int64), block)
    yield Example("block diagonal", diagonal, p, 180, all_rows(diagonal))
    yield Example("block diagonal, columns permuted", diagonal[:, rng.permutation(180)], p, 180, all_rows(diagonal))
    yield Example("blocks of one entry each", np.kron(block, np.eye(count, dtype=np.int64)), p, 180, all_rows(diagonal))
    thin = with_profile(20, 10, [1, 4, 5, 13], p, 5)
    rows = tuple(20 * i + j for i in range(count) for j in (1, 4, 5, 13))
    yield Example("deficient blocks", np.kron(np.eye(count, dtype=np.int64), thin), p, 4 * count, rows)
    corner = np.vstack([np.hstack([zero, A]), np.hstack([A, zero])])
    yield Example("anti-diagonal blocks", corner, p, 2 * n, all_rows(corner))
    sparse = np.zeros((200, 400), dtype=np.int64)
    sparse[np.arange(200), rng.permutation(400)[:200]] = rng.integers(1, p, 200)
    yield Example("one entry per row", sparse, p, 200, all_rows(sparse))


def classical(p: int) -> Iterator[Example]:
    """Determinants that are products of differences: different nodes modulo p make them invertible."""
    n = min(p // 2, 140)
    hilbert = np.array([[pow(i + j + 1, -1, p) for j in range(n)] for i in range(n)], dtype=np.int64)
    yield Example(f"Hilbert {n}", hilbert, p, n, all_rows(hilbert))
    nodes = np.random.default_rng(3).choice(min(p, 10**6), min(p, 130), replace=False).tolist()
    for width in (len(nodes), len(nodes) // 2):
        matrix = vandermonde(nodes + nodes[::-1], width, p)
        yield Example(f"Vandermonde, {width} powers", matrix, p, width, tuple(range(width)))


@cache
def small_examples() -> list[Example]:
    return [example for p in (*PRIMES, *LONG_PRIMES) for example in small(p)]


@cache
def examples() -> list[Example]:
    families = (degenerate, sizes_around_slabs, structured, classical)
    return [example for p in (2, 1048573, 8388593) for family in families for example in family(p)]


def answer(matrix: list[list[int]], width: int, p: int) -> dict[str, object]:
    from sympy import GF
    from sympy.polys.matrices import DomainMatrix

    field = GF(p)
    rows = [[field(x) for x in row] for row in matrix]
    transposed = DomainMatrix([list(column) for column in zip(*rows, strict=True)], (width, len(rows)), field)
    return {"rank": DomainMatrix(rows, (len(rows), width), field).rank(), "rows": transposed.rref()[1]}


if __name__ == "__main__":
    from sympy.external.gmpy import GROUND_TYPES

    json.dump(
        {"ground types": GROUND_TYPES, "answers": [answer(*question) for question in json.load(sys.stdin)]}, sys.stdout
    )
