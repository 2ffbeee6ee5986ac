from __future__ import annotations

import random
from itertools import combinations
from math import comb
from typing import Any

import numpy as np
import pytest
from flint import nmod_mat

from algebra_tnn.exact.kruskal import vanishing_minors as module
from algebra_tnn.exact.kruskal.vanishing_minors import dependent_subsets, exact_base, vanishing_minors
from algebra_tnn.exact.modular.centred import largest_residue, reduced

LONGEST = 2**40 - 87  # the largest prime of a field
PRIMES = (2, 3, 7, 251, 10007, 8388593, 2**31 - 1, 4294967311, LONGEST)
SHAPES = ((1, 1), (1, 5), (4, 1), (2, 2), (2, 5), (3, 4), (4, 3), (4, 4), (5, 3), (3, 6))


def listed(table: list[list[int]], p: int) -> tuple[list[tuple[int, ...]], int]:
    """The dependent subsets and the number of those that were examined."""
    array = np.array(table, dtype=np.float64).reshape(len(table), -1)
    found, total = [], 0
    for examined, subsets in dependent_subsets(reduced(array, p), p):
        total += examined
        found += [tuple(subset) for subset in subsets.tolist()]
    return found, total


def by_determinants(table: list[list[int]], p: int) -> list[tuple[int, ...]]:
    k, width = len(table), len(table[0])
    rows = [[int(i == j) for j in range(k)] + row for i, row in enumerate(table)]
    return [
        chosen
        for chosen in combinations(range(k + width), k)
        if nmod_mat(k, k, [row[j] % p for row in rows for j in chosen], p).det() == 0
    ]


def random_table(rng: random.Random, shape: tuple[int, int], p: int) -> list[list[int]]:
    """Of few values, so that there are dependent columns, or of all, or of the largest residues."""
    values: Any = rng.choice((range(-1, 2), range(-(p // 2), p // 2 + 1), (p // 2, -(p // 2), p // 2 - 1)))
    table = [[rng.choice(values) for _ in range(shape[1])] for _ in range(shape[0])]
    if shape[1] > 2 and rng.random() < 0.5:
        for row in table:
            row[-1] = row[0] - row[1]
    return table


@pytest.mark.parametrize("p", PRIMES)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_subsets_whose_determinant_is_zero(shape: tuple[int, int], p: int) -> None:
    rng = random.Random(p + shape[0])
    for _ in range(4):
        table = random_table(rng, shape, p)
        found, examined = listed(table, p)
        assert sorted(found) == by_determinants(table, p)
        assert examined == comb(sum(shape), shape[0]) - 1


@pytest.mark.parametrize("shape", [*SHAPES, (6, 6), (4, 9)])
def test_every_subset_comes_once(shape: tuple[int, int]) -> None:
    """All minors of the zero matrix vanish."""
    found, examined = listed([[0] * shape[1] for _ in range(shape[0])], 7)
    assert sorted(found) == list(combinations(range(sum(shape)), shape[0]))[1:]
    assert examined == len(found)
    assert all(list(subset) == sorted(subset) for subset in found)


@pytest.mark.parametrize("block", [1, 5, 64])
def test_small_blocks(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    table = random_table(random.Random(1), (4, 6), 3)
    expected, _ = listed(table, 3)
    monkeypatch.setattr(module, "_BLOCK", block)
    found, examined = listed(table, 3)
    assert sorted(found) == sorted(expected) and examined == comb(10, 4) - 1
    sizes = [examined for examined, _, _ in vanishing_minors(np.array(table, dtype=np.float64), 3)]
    assert max(sizes) <= max(block, 20), "a column of one half, with all of the other"
    assert len(sizes) >= (comb(10, 4) - 1) // max(block, 20)


def test_large_blocks_come_first() -> None:
    sizes = [examined for examined, _ in dependent_subsets(np.ones((4, 9)), 7)]
    *others, first, second = sizes  # the minors of the halves on all rows are last
    assert others == sorted(others, reverse=True)
    assert first + second <= 5


def test_no_columns_and_no_rows() -> None:
    assert list(dependent_subsets(np.zeros((3, 0)), 7)) == []
    assert list(vanishing_minors(np.zeros((0, 3)), 7)) == []


@pytest.mark.parametrize("p", [10007, 2**31 - 1, LONGEST])
def test_sums_stay_exact_where_they_are_largest(p: int) -> None:
    """7×7 residues of the largest size, with a last column that makes the whole singular, and one that does not."""
    rng = random.Random(p)
    table = [[rng.choice((1, -1)) * (p // 2 - rng.randrange(99)) for _ in range(7)] for _ in range(7)]
    for row in table:
        row[6] = sum((j + 1) * row[j] for j in range(6)) % p
    found, _ = listed(table, p)
    assert tuple(range(7, 14)) in found
    table[0][6] += 1
    assert tuple(range(7, 14)) not in listed(table, p)[0]


@pytest.mark.parametrize("p", PRIMES)
@pytest.mark.parametrize("terms", [1, 2, 35, 252, 3432])
def test_the_base_is_as_large_as_sums_allow(p: int, terms: int) -> None:
    base, largest = exact_base(p, terms), largest_residue(p)
    assert base >= 4
    assert (terms * base // 2 + base) * largest <= 2**53 - p < (terms * base + 2 * base) * largest


def test_too_long_a_prime_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert exact_base(LONGEST, 12870) == 2
    assert exact_base(LONGEST, 10**6) == 1
    monkeypatch.setattr(module, "exact_base", lambda p, terms: 2)
    with pytest.raises(OverflowError, match="minors modulo 7 are too large for exact sums; choose a smaller prime"):
        list(dependent_subsets(np.ones((2, 2)), 7))
