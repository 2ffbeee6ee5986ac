from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations, islice

import numpy as np
import pytest
from flint import nmod_mat

from algebra_tnn.exact import Field, Matrix, Q, exact_matrix, prime_field
from algebra_tnn.exact.fields import MODULUS
from algebra_tnn.exact.kruskal import projections as module
from algebra_tnn.exact.kruskal.projections import Image, faithful_projection, primes_for
from tests.oracles import by_hand

TWO, LARGE = prime_field(2), prime_field(10007)


def image(projection: Matrix, matrix: Matrix, n: int) -> list[list[int]]:
    """By hand, as the checker computes it."""
    entries = [[by_hand.residue(x, n) for x in row] for row in matrix]
    return [
        [sum(x * row[j] for x, row in zip(line, entries, strict=True)) % n for j in range(len(matrix[0]))]
        for line in projection
    ]


def is_faithful(projection: Matrix, matrix: Matrix, n: int) -> bool:
    rows = image(projection, matrix, n)
    k = len(rows)
    return [row[:k] for row in rows] == [[int(i == j) for j in range(k)] for i in range(k)] and all(
        nmod_mat(k, k, [row[j] for row in rows for j in chosen], n).det() != 0
        for chosen in combinations(range(len(matrix[0])), k)
    )


def vandermonde(rows: int, columns: int) -> Matrix:
    return tuple(tuple(x**i for x in range(columns)) for i in range(rows))


def test_primes() -> None:
    whole = ((1, 2), (3, 4))
    assert list(islice(primes_for(whole, Q), 3)) == [MODULUS, 2**31 - 19, 2**31 - 61]
    fractions = ((1, Fraction(1, MODULUS)), (0, Fraction(1, 2**31 - 61)))
    assert list(islice(primes_for(fractions, Q), 2)) == [2**31 - 19, 2**31 - 69]
    assert list(islice(primes_for(whole, LARGE), 3)) == [10007] * 3


def test_there_is_no_end_of_primes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MODULUS", 7)
    assert list(islice(primes_for(((1, Fraction(1, 5)),), Q), 6)) == [7, 3, 2, 11, 13, 17]


@pytest.mark.parametrize("field", [Q, LARGE, Field.named("GF(2147483647)"), Field.named("GF(1099511627689)")])
@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_a_faithful_projection(field: Field, k: int) -> None:
    matrix = exact_matrix([*vandermonde(4, 7), ["1/3"] * 7])
    shown = faithful_projection(matrix, field, k)
    assert shown is not None
    n, projection = shown
    assert n == field.modulus
    assert (len(projection), len(projection[0])) == (k, 5)
    assert is_faithful(projection, matrix, n)


def test_all_columns_together() -> None:
    shown = faithful_projection(((2, 0), (0, 3), (1, 1)), Q, 2)
    assert shown is not None and is_faithful(shown[1], ((2, 0), (0, 3), (1, 1)), shown[0])


def test_where_there_is_none() -> None:
    matrix = ((1, 0, 1, 1), (0, 1, 1, 2))
    assert faithful_projection(matrix, Q, 0) is None
    assert faithful_projection(matrix, Q, 3) is None, "three columns are dependent"
    assert faithful_projection(((1, 2, 0), (1, 2, 1)), Q, 2) is None, "the first two are"
    assert faithful_projection(((1, 0, 2), (1, 1, 2)), Q, 2) is None, "the outer two are"
    assert faithful_projection(((1, 0, 0, 1, 1), (0, 1, 0, 1, 2), (0, 0, 1, 1, 1)), TWO, 2) is None, (
        "the field is small"
    )
    assert faithful_projection(matrix, Q, 2, budget=5) is None, "there are 6 subsets"
    assert faithful_projection(matrix, Q, 2, budget=6) is not None


def test_a_prime_that_fails_is_replaced() -> None:
    for rows in ([[1, 1], [0, MODULUS]], [[Fraction(1, MODULUS), 0], [0, 1]], [[1, 1, 0], [0, MODULUS, 1]]):
        matrix = exact_matrix(rows)
        shown = faithful_projection(matrix, Q, 2)
        assert shown is not None and shown[0] != MODULUS and is_faithful(shown[1], matrix, shown[0])


def test_the_same_seed_gives_the_same_projection() -> None:
    matrix = vandermonde(5, 8)
    assert faithful_projection(matrix, Q, 3, seed=4) == faithful_projection(matrix, Q, 3, seed=4)
    assert faithful_projection(matrix, Q, 3, seed=4) != faithful_projection(matrix, Q, 3, seed=5)


@pytest.mark.parametrize("n", [5, 10007, MODULUS, 2**40 - 87])
@pytest.mark.parametrize("k", [1, 2, 3])
def test_dependent_columns_stay_dependent(n: int, k: int) -> None:
    rng = random.Random(n)
    rows = [[rng.randint(-2, 2) for _ in range(6)] for _ in range(3)]
    for i in range(3):
        rows[i][:3] = [int(i == j) for j in range(3)]
    matrix = tuple(map(tuple, [*rows, rows[0]]))
    found = Image.random(matrix, n, k, rng)
    assert found is not None
    blocks = list(found.dependent_subsets())
    assert sum(examined for examined, _ in blocks) == len(list(combinations(range(6), k)))
    lost = np.vstack([subsets for _, subsets in blocks])
    truly = [S for S in combinations(range(6), k) if by_hand.rank([[row[j] for j in S] for row in matrix], n) < k]
    assert set(truly) <= set(map(tuple, lost.tolist()))
    assert sorted(found.examined(lost)) == truly or n > MODULUS


def test_columns_that_come_first_and_are_dependent() -> None:
    assert Image.random(((1, 2, 0), (1, 2, 1)), 7, 2, random.Random(0)) is None
    assert Image.random(((1, 7), (1, 7)), 7, 2, random.Random(0)) is None
