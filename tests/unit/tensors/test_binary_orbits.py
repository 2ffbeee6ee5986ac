"""Orbits and ranks over GF(2), counted in a second way."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement, permutations, product
from math import prod

import pytest

from algebra_tnn import C, Q, R, Tensor, tensor_rank
from algebra_tnn.tensors.binary_orbits import binary_orbits, binary_ranks


def invertible(n: int) -> list[tuple[tuple[int, ...], ...]]:
    """All invertible matrices over GF(2): those whose rows have no sum of zero."""
    rows = [row for row in product((0, 1), repeat=n) if any(row)]
    found = []
    for matrix in product(rows, repeat=n):
        sums = [
            [sum(c * x for c, x in zip(chosen, column, strict=True)) % 2 for column in zip(*matrix, strict=True)]
            for chosen in product((0, 1), repeat=n)
            if any(chosen)
        ]
        if all(map(any, sums)):
            found.append(matrix)
    return found


def stabilizer_order(T: Tensor) -> int:
    """How many triples of invertible matrices leave the tensor as it is."""
    n, m, p = T.shape
    places = list(product(range(n), range(m), range(p)))
    one = [i for i in places if T[i]]
    count = 0
    for A, B, E in product(invertible(n), invertible(m), invertible(p)):
        moved = (sum(A[i][a] & B[j][b] & E[k][c] for a, b, c in one) % 2 for i, j, k in places)
        count += all(x == T[i] for x, i in zip(moved, places, strict=True))
    return count


def test_the_tables() -> None:
    assert [(each.rank, each.size) for each in binary_orbits((2, 2, 2))] == [
        *((0, 1), (1, 27), (2, 54), (2, 108), (3, 54), (3, 12))
    ]
    found = binary_orbits((2, 2, 3))
    assert [each.size for each in found] == [1, 63, 252, 42, 756, 378, 1512, 84, 1008]
    assert [each.rank for each in found] == [0, 1, 2, 2, 2, 3, 3, 3, 3]
    assert sum(each.size for each in found) == 4096


@pytest.mark.slow
def test_orbits_by_stabilizers() -> None:
    """Orbits of the matrices alone have 216 / |stabilizer| elements; a permutation of modes joins up to three."""
    sizes = Counter({each.representative.entries: each.size for each in binary_orbits((2, 2, 2))})
    for entries, size in sizes.items():
        alone = 216 // stabilizer_order(Tensor((2, 2, 2), entries))
        assert size in (alone, 3 * alone)


def test_ranks_by_sums() -> None:
    ranks = binary_ranks((2, 2, 2))
    vectors = list(product((0, 1), repeat=2))
    terms = {tuple(prod(x) for x in product(*term)) for term in product(vectors, repeat=3)}
    terms.discard((0,) * 8)
    for length in (1, 2):
        sums = {
            tuple(sum(column) % 2 for column in zip(*chosen, strict=True))
            for chosen in combinations_with_replacement(sorted(terms), length)
        }
        short = {tuple(map(int, f"{n:08b}")) for n, r in enumerate(ranks) if r <= length}
        assert short == sums | {(0,) * 8} | (terms if length == 2 else set())
    assert max(ranks) == 3


def relabelled(entries: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The tensors with the same entries at other places: modes permuted, and the two indices of modes exchanged."""
    T, places = Tensor((2, 2, 2), entries), list(product(range(2), repeat=3))
    return {
        tuple(int(T[tuple(i[k] ^ flip[k] for k in order)]) for i in places)
        for order in permutations(range(3))
        for flip in places
    }


@pytest.mark.slow
def test_ranks_over_four_fields() -> None:
    """All 256 tensors of zeros and ones: the ranks over GF(2), Q, R and C, with both bounds proved."""
    ranks = {tuple(map(int, f"{n:08b}")): r for n, r in enumerate(binary_ranks((2, 2, 2)))}
    table: Counter[tuple[int, ...]] = Counter()
    for entries, over_two in ranks.items():
        if entries == min(alike := relabelled(entries)):
            found = [tensor_rank(Tensor((2, 2, 2), entries), field) for field in (Q, R, C)]
            assert all(each.lower == each.upper for each in found)
            table[over_two, *(each.lower for each in found)] += len(alike)
    assert table == {
        (0, 0, 0, 0): 1,
        (1, 1, 1, 1): 27,
        (2, 2, 2, 2): 162,
        (3, 2, 2, 2): 14,
        (3, 3, 2, 2): 8,
        (3, 3, 3, 2): 4,
        (3, 3, 3, 3): 40,
    }


def test_bad_shapes() -> None:
    for shape in ((2,), (2, 0), (3, 3, 2)):
        with pytest.raises(ValueError, match="at least two modes, none empty, and at most 16 entries"):
            binary_orbits(shape)
