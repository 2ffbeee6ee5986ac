from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from algebra_tnn.exact.modular import elimination, pivot_rows
from algebra_tnn.exact.modular.blas import subtract_product
from algebra_tnn.exact.modular.centred import PRIME, Doubles, reduced
from algebra_tnn.exact.modular.elimination import Elimination
from tests.oracles.rank_table import with_profile

ROWS = [i for i in range(700) if i % 3 and not 200 <= i < 480]


@cache
def example() -> Doubles:
    return reduced(with_profile(700, 400, ROWS, PRIME, 2).astype(np.float64), PRIME)


def cut(matrix: Doubles, heights: list[int]) -> Iterator[Doubles]:
    top = 0
    while top < len(matrix):
        for height in heights:
            yield matrix[top : top + height]
            top += height


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("heights", [[700], [1], [256], [255, 2], [0, 300, 0]])
def test_chunks_of_any_height(heights: list[int], workers: int) -> None:
    found = Elimination(400, PRIME)
    found.eliminate(cut(example(), heights), workers, 0)
    rows, columns = found.pivots()
    assert rows.tolist() == ROWS
    assert found.rank == len(columns) == len(set(columns.tolist())) == len(ROWS)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("limit", [64, 100, 128])
def test_long_sums_are_reduced_on_the_way(monkeypatch: pytest.MonkeyPatch, limit: int, workers: int) -> None:
    """As with more than 32767 columns, or 512 for the largest primes: no sum is longer than the limit."""
    reductions = []

    def subtract(C: Doubles, L: Doubles, X: Doubles) -> None:
        assert np.abs(C).max(initial=0) <= PRIME // 2 + 1 + limit * (PRIME // 2 + 1) ** 2
        subtract_product(C, L, X)

    def reduce(array: Doubles, p: int) -> None:
        reductions.append(array.shape)
        array[...] = reduced(array, p)

    monkeypatch.setattr(elimination, "longest_sum", lambda p: limit)
    monkeypatch.setattr(elimination, "reduce_in_place", reduce)
    monkeypatch.setattr(pivot_rows, "subtract_product", subtract)
    found = Elimination(400, PRIME)
    found.eliminate([example()], workers, 0)
    assert found.pivots()[0].tolist() == ROWS
    assert len(reductions) > 700 // 64 + 1


def test_no_more_is_drawn_than_needed() -> None:
    drawn = []

    def chunks() -> Iterator[Doubles]:
        for i in range(100):
            drawn.append(i)
            yield np.eye(256, 80)

    for workers in (1, 2):
        drawn.clear()
        found = Elimination(80, 7)
        found.eliminate(chunks(), workers, 0)
        assert found.pivots()[0].tolist() == list(range(80))
        assert len(drawn) <= 3 + workers


def test_nothing() -> None:
    for width in (0, 5):
        for chunks in ([], [np.empty((0, width))], [np.zeros((300, width))]):
            found = Elimination(width, 7)
            found.eliminate(chunks, 1, 0)
            assert found.rank == 0
            assert [len(x) for x in found.pivots()] == [0, 0]


class Wrong(Exception):
    pass


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_in_the_chunks(workers: int) -> None:
    def chunks() -> Iterator[Doubles]:
        yield example()
        raise Wrong

    before = threading.active_count()
    with pytest.raises(Wrong):
        Elimination(400, PRIME).eliminate(chunks(), workers, 0)
    assert threading.active_count() == before


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("error", [MemoryError, KeyboardInterrupt])
@pytest.mark.parametrize("call", [0, 3, 12])
def test_an_exception_in_a_worker(
    monkeypatch: pytest.MonkeyPatch, workers: int, error: type[BaseException], call: int
) -> None:
    """It is raised once by the caller, and the other worker does not wait forever for what will not come."""
    calls = iter(range(10**6))

    def subtract(C: Doubles, L: Doubles, X: Doubles) -> None:
        if next(calls) == call:
            raise error
        subtract_product(C, L, X)

    monkeypatch.setattr(pivot_rows, "subtract_product", subtract)
    before = threading.active_count()
    with pytest.raises(error):
        Elimination(400, PRIME).eliminate([np.vstack([example()] * 4)], workers, 0)
    assert threading.active_count() == before
