"""Kruskal ranks against FLINT's rank of every column subset, and against values known by construction."""

from __future__ import annotations

import random
from itertools import combinations
from math import comb

import pytest
from flint import fmpq, fmpq_mat, nmod_mat

from algebra_tnn.exact import Field, Matrix, Q, exact_matrix, k_rank, kernel
from tests.oracles import by_hand

FIELDS = [Q, *(Field.named(f"GF({p})") for p in (2, 3, 7, 10007, 2**31 - 1, 4294967311, 2**40 - 87))]


def is_independent(matrix: Matrix, chosen: tuple[int, ...], p: int) -> bool:
    entries = [row[j] for row in matrix for j in chosen]
    shape = len(matrix), len(chosen)
    if p:
        return bool(nmod_mat(*shape, [by_hand.residue(x, p) for x in entries], p).rank() == len(chosen))
    return bool(fmpq_mat(*shape, [fmpq(x.numerator, x.denominator) for x in entries]).rref()[1] == len(chosen))


def by_flint(matrix: Matrix, p: int) -> int:
    """The definition, by the rank of every subset."""
    width = len(matrix[0])
    return next(
        k
        for k in range(width, -1, -1)
        if all(is_independent(matrix, chosen, p) for chosen in combinations(range(width), k))
    )


def entry(rng: random.Random, p: int, kind: int) -> str | int:
    """Small numbers, residues of every size, and fractions with long numerators and denominators."""
    if kind == 0:
        return rng.randint(-1, 1)
    if kind == 1:
        return rng.randrange(p or 10**6)
    denominator = rng.getrandbits(300) | 1
    return f"{rng.getrandbits(310)}/{denominator + 2 if p and denominator % p == 0 else denominator}"


@pytest.mark.parametrize("field", FIELDS, ids=str)
@pytest.mark.parametrize("kind", range(3), ids=["small", "residues", "long"])
def test_every_subset(field: Field, kind: int) -> None:
    rng = random.Random(f"{field} {kind}")
    seen = set()
    for _ in range(8):
        rows, columns = rng.randint(2, 4), rng.randint(3, 7)
        matrix = [[entry(rng, field.characteristic, kind) for _ in range(columns)] for _ in range(rows)]
        if rng.random() < 0.3:
            matrix.append(matrix[0])
        exact = exact_matrix(matrix)
        found = k_rank(exact, field)
        assert found.lower == found.upper == by_flint(exact, field.characteristic)
        seen.add(found.lower)
    assert len(seen) > 1


@pytest.mark.parametrize("field", FIELDS[3:], ids=str)
@pytest.mark.parametrize("circuit", [[1, 2, 5], [0, 4, 5, 8], [3, 4, 6, 7, 8]], ids=len)
def test_planted_circuits(field: Field, circuit: list[int]) -> None:
    """The smallest circuit is at most the planted one; over GF(7) it is often smaller."""
    rng = random.Random(len(circuit))
    rows = [[rng.randrange(1, field.characteristic or 50) for _ in range(9)] for _ in range(5)]
    *others, last = circuit
    for row in rows:
        row[last] = sum((j + 1) * row[j] for j in others)
    matrix = exact_matrix(rows)
    found = k_rank(matrix, field)
    assert found.lower == found.upper == by_flint(matrix, field.characteristic) < len(circuit)
    if field.characteristic > 10**9:
        assert list(found.columns) == circuit


@pytest.mark.parametrize("field", [Q, Field.named("GF(31)"), Field.named("GF(10007)")], ids=str)
@pytest.mark.parametrize(("rows", "columns"), [(3, 20), (6, 18), (8, 24), (15, 20)])
def test_vandermonde_matrices_are_uniform(field: Field, rows: int, columns: int) -> None:
    """All minors of maximal size are products of differences of the nodes; over GF(31) this is a Reed–Solomon code."""
    matrix = exact_matrix([[x**i for x in range(columns)] for i in range(rows)])
    found = k_rank(matrix, field)
    assert (found.lower, found.upper, found.subsets) == (rows, rows, comb(columns, rows))
    assert k_rank(kernel(matrix, field), field).lower == columns - rows, "the dual is uniform, too"


@pytest.mark.parametrize(("length", "polynomial", "distance"), [
    (7, "1011", 3), (15, "10011", 3), (15, "111010001", 5), (15, "10100110111", 7), (23, "101011100011", 7),
], ids=["Hamming 7", "Hamming 15", "BCH 5", "BCH 7", "Golay"])  # fmt: skip
def test_cyclic_codes(length: int, polynomial: str, distance: int) -> None:
    """The k-rank of a check matrix is the minimal distance of the code less one."""
    coefficients = [int(x) for x in polynomial]
    dimension = length - len(coefficients) + 1
    code = exact_matrix([[0] * i + coefficients + [0] * (dimension - 1 - i) for i in range(dimension)])
    two = Field.named("GF(2)")
    found = k_rank(kernel(code, two), two)
    assert (found.lower, found.upper) == (distance - 1, distance - 1)


def test_graphs() -> None:
    """The k-rank of the incidence matrix of a graph is its girth less one, over every field; Petersen's has 5."""
    pairs = list(combinations(range(5), 2))
    edges = [(a, b) for a, b in combinations(range(10), 2) if not set(pairs[a]) & set(pairs[b])]
    assert len(edges) == 15
    matrix = tuple(tuple(1 if v == a else -1 if v == b else 0 for a, b in edges) for v in range(10))
    for field in (Q, Field.named("GF(2)"), Field.named("GF(7)"), Field.named("GF(10007)")):
        found = k_rank(matrix, field)
        assert (found.lower, found.upper) == (4, 4)


def many_subsets(height: int, width: int) -> int:
    """How many subsets of columns of a random matrix are searched; its k-rank is its rank."""
    rng = random.Random(0)
    found = k_rank(tuple(tuple(rng.randint(-50, 50) for _ in range(width)) for _ in range(height)))
    assert found.lower == found.upper == height
    return found.subsets


@pytest.mark.slow
def test_a_hundred_million_subsets() -> None:
    """11×32; nightly 12×36, more than a billion."""
    assert many_subsets(11, 32) == comb(32, 11)
