"""Laws of ranks modulo a prime, and of products of residues."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from algebra_tnn.exact.modular import blas, elimination, rank_profiles
from algebra_tnn.exact.modular.blas import subtract_product
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix, largest_residue, product, reduced
from algebra_tnn.exact.modular.rank_profiles import RankProfile, Slabs, rank_profile
from tests.oracles import by_hand
from tests.oracles.rank_table import product as integer_product

Integers = NDArray[np.int64]

primes = st.sampled_from([2, 3, 5, 7, 13, 251, 32003, PRIME, 4194301, 8388593])
long_primes = st.sampled_from([8388617, 2**31 - 1, 2**61 - 1])


@st.composite
def matrices(draw: Any, p: int, largest: int = 30) -> Integers:
    """Products of random matrices, with zeros strewn in, rows repeated, and rows and columns left out or permuted."""
    height, width = draw(st.integers(0, largest)), draw(st.integers(0, largest))
    inner = draw(st.integers(0, min(height, width) + 1))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    matrix = integer_product(rng.integers(0, p, (height, inner)), rng.integers(0, p, (inner, width)), p)
    matrix *= rng.random((height, width)) < draw(st.sampled_from([1, 1, 0.5, 0.1]))
    matrix *= rng.random((height, 1)) < draw(st.sampled_from([1, 0.6]))
    if height and draw(st.booleans()):
        matrix = matrix[np.sort(rng.integers(0, height, height))]
    if draw(st.booleans()):
        matrix = np.tril(matrix)[:, rng.permutation(width)]
    return matrix


@st.composite
def questions(draw: Any, among: Any = primes, largest: int = 30) -> tuple[Integers, int]:
    p = draw(among)
    return draw(matrices(p, largest)), p


@contextmanager
def small_slabs(*, height: int = 4, tiny: int = -1) -> Iterator[None]:
    """The elimination finds pivots among so many rows at a time, in slabs of three times as many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(elimination, "_HEIGHTS", {0: (height, 3 * height)})
        patch.setattr(rank_profiles, "_TINY", tiny)
        yield


def profile(matrix: Any, p: int | None = None, **options: Any) -> RankProfile:
    with small_slabs():
        return rank_profile(matrix, p, **options)


@given(questions(largest=12))
def test_the_definition(question: tuple[Integers, int]) -> None:
    """A row is listed iff it raises the rank of the rows above; the minor has full rank."""
    matrix, p = question
    found = profile(matrix, p)
    ranks = [by_hand.rank(matrix[:n].tolist(), p) if n and matrix.size else 0 for n in range(len(matrix) + 1)]
    assert [found.rank_of_first(n) for n in range(len(matrix) + 1)] == ranks
    assert found.rows == tuple(i for i in range(len(matrix)) if ranks[i + 1] > ranks[i])
    minor = matrix[np.ix_(found.rows, found.columns)]
    assert found.rank == (by_hand.rank(minor.tolist(), p) if minor.size else 0)


@given(questions(), st.data())
def test_every_way_agrees(question: tuple[Integers, int], data: Any) -> None:
    matrix, p = question
    found = profile(matrix, p)
    with small_slabs(tiny=2**60):
        assert rank_profile(matrix, p).rows == found.rows
    with blas.numpy_alone():
        assert profile(matrix, p) == found
    assert profile(ResidueMatrix.of(matrix, p), workers=2) == found
    cuts = sorted(data.draw(st.lists(st.integers(0, len(matrix)), max_size=5)))
    assert profile(Slabs(matrix.shape[1], np.split(matrix, cuts)), p) == found
    assert profile(matrix, p, seed=data.draw(st.integers(0, 9))).rows == found.rows


@given(questions(long_primes, 8))
def test_the_definition_for_long_primes(question: tuple[Integers, int]) -> None:
    matrix, p = question
    found = rank_profile(matrix, p)
    ranks = [by_hand.rank(matrix[:n].tolist(), p) if n and matrix.size else 0 for n in range(len(matrix) + 1)]
    assert found.rows == tuple(i for i in range(len(matrix)) if ranks[i + 1] > ranks[i])
    minor = matrix[np.ix_(found.rows, found.columns)]
    assert found.rank == (by_hand.rank(minor.tolist(), p) if minor.size else 0)


@given(questions(largest=50))
def test_rows_and_columns_have_the_same_rank(question: tuple[Integers, int]) -> None:
    matrix, p = question
    assert profile(matrix, p).rank == profile(matrix.T, p).rank


@given(questions(largest=40), st.data())
def test_what_the_rows_do_not_depend_on(question: tuple[Integers, int], data: Any) -> None:
    """The order and the scale of the columns, multiples of p, the scale of a row, and rows that come later."""
    matrix, p = question
    height, width = matrix.shape
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    scaled = matrix * rng.integers(1, p, (1, width)) % p * rng.integers(1, p, (height, 1)) % p
    changed = scaled[:, rng.permutation(width)] + p * rng.integers(-3, 4, matrix.shape)
    found = profile(matrix, p)
    assert profile(changed, p).rows == found.rows
    below = rng.integers(0, p, (5, width))
    longer = profile(np.vstack([matrix, below]), p)
    assert longer.rows[: found.rank] == found.rows
    assert all(row >= height for row in longer.rows[found.rank :])


@given(questions(largest=25), st.data())
def test_sums_of_rows_add_nothing(question: tuple[Integers, int], data: Any) -> None:
    matrix, p = question
    height = len(matrix)
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    sums = integer_product(rng.integers(0, p, (7, height)), matrix, p)
    place = data.draw(st.integers(0, height))
    found = profile(matrix, p)
    assert profile(np.vstack([matrix, sums]), p).rows == found.rows
    inserted = integer_product(rng.integers(0, p, (1, place)), matrix[:place], p)
    moved = tuple(row + (row >= place) for row in found.rows)
    assert profile(np.vstack([matrix[:place], inserted, matrix[place:]]), p).rows == moved


@given(questions(largest=20), questions(largest=20))
def test_ranks_of_blocks_add_up(one: tuple[Integers, int], other: tuple[Integers, int]) -> None:
    (A, p), (B, _) = one, other
    whole = np.block([[A, np.zeros((len(A), B.shape[1]), dtype=np.int64)], [np.zeros((len(B), A.shape[1]), int), B]])
    above, below, found = profile(A, p), profile(B, p), profile(whole, p)
    assert found.rows == (*above.rows, *(len(A) + row for row in below.rows))


@settings(max_examples=15)
@given(questions(largest=150), st.sampled_from([8, 64, 128]))
def test_pivots_found_among_few_or_many_rows(question: tuple[Integers, int], height: int) -> None:
    matrix, p = question
    with small_slabs(height=height):
        found = rank_profile(matrix, p)
    assert found.rows == profile(matrix, p).rows


@given(primes, st.integers(0, 40), st.integers(0, 1100), st.integers(0, 30), st.integers(0, 2**32))
def test_products(p: int, height: int, inner: int, width: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    r = largest_residue(p)
    A, B = rng.integers(-r, r + 1, (height, inner)), rng.integers(-r, r + 1, (inner, width))
    found = product(A.astype(np.float64), B.astype(np.float64), p)
    assert np.array_equal(found % p, integer_product(A, B, p))
    assert np.abs(found).max(initial=0) <= r


@given(st.integers(0, 90), st.integers(0, 90), st.integers(0, 90), st.integers(0, 2**32), st.booleans())
def test_products_that_are_subtracted(m: int, k: int, n: int, seed: int, alone: bool) -> None:
    rng = np.random.default_rng(seed)
    C, L, X = (rng.integers(-(2**20), 2**20, shape).astype(np.float64) for shape in ((m, n), (m, k), (k, n)))
    expected = C - L @ X
    with blas.numpy_alone() if alone else small_slabs():
        subtract_product(C, L, X)
    assert np.array_equal(C, expected)


@given(primes, st.lists(st.integers(-(2**53) + 2**23, 2**53 - 2**23), min_size=1))
def test_residues(p: int, values: list[int]) -> None:
    for x, left in zip(values, reduced(np.array(values, dtype=np.float64), p).tolist(), strict=True):
        assert (int(left) - x) % p == 0
        assert abs(left) <= largest_residue(p)
