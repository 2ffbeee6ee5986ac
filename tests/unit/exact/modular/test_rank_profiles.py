from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from algebra_tnn.exact.modular import rank_profiles
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.elimination import Elimination
from algebra_tnn.exact.modular.rank_profiles import RankProfile, Slabs, rank_profile
from tests.oracles.rank_table import with_profile

ROWS = tuple(i for i in range(90) if i % 3)


def example(p: int = PRIME) -> Any:
    return with_profile(90, 70, list(ROWS), p, 0)


@pytest.mark.parametrize("p", [2, PRIME, 8388593, 8388617, 2**31 - 1, 2**61 - 1, 2**63 - 25])
def test_what_a_matrix_may_be(p: int) -> None:
    matrix = example(p)
    given: list[Any] = [matrix, matrix.tolist(), map(list, matrix), matrix.astype(object), np.asfortranarray(matrix)]
    given += [Slabs(70, [matrix[:10].tolist(), matrix[10:]]), Slabs(70, iter(np.split(matrix, 9)))]
    if p < 2**23:
        residues = ResidueMatrix.of(matrix, p)
        given += [residues, Slabs(70, [matrix[:0], ResidueMatrix.of(matrix[:80], p), matrix[80:].tolist(), []])]
    found = {rank_profile(matrix, p).rows for matrix in given}
    assert found == {ROWS}


def test_the_modulus_is_that_of_the_residues() -> None:
    matrix = ResidueMatrix.of([[1, 2], [3, 1]], 5)
    assert rank_profile(matrix) == rank_profile(matrix, 5) == RankProfile(1, (0,), (0,), 5)
    assert rank_profile([[1, 2], [3, 1]]).modulus == PRIME
    with pytest.raises(ValueError) as caught:
        rank_profile(matrix, 7)
    assert str(caught.value) == "the modulus is 7, but the residues are modulo 5; leave the modulus out"


def test_ranks_at_all_heights() -> None:
    found = rank_profile(example())
    assert [found.rank_of_first(n) for n in (0, 1, 2, 3, 4, 90)] == [0, 0, 1, 2, 2, 60]
    assert found.rank_of_first(10**6) == found.rank == 60


@pytest.mark.parametrize("p", [7, 2**61 - 1])
@pytest.mark.parametrize("shape", [(0, 0), (0, 4), (4, 0), (100, 0), (0, 100)])
def test_empty_matrices_have_rank_zero(shape: tuple[int, int], p: int) -> None:
    nothing = RankProfile(0, (), (), p)
    assert rank_profile(np.zeros(shape, dtype=int), p) == nothing
    assert rank_profile(Slabs(shape[1], []), p) == nothing
    assert rank_profile(Slabs(shape[1], [np.zeros(shape, dtype=int)]), p) == nothing
    if shape[1] == 0:
        assert rank_profile([[]] * shape[0], p) == nothing


@pytest.mark.parametrize(
    ("modulus", "error", "sentence"),
    [
        (1, ValueError, "the modulus is 1; choose a prime from 2 to 2^63"),
        (0, ValueError, "the modulus is 0; choose a prime from 2 to 2^63"),
        (2**63 + 29, ValueError, "the modulus is 9223372036854775837; choose a prime from 2 to 2^63"),
        (12, ValueError, "the modulus is 12, but 12 is not prime; choose a prime below 2^63"),
        (3215031751, ValueError, "the modulus is 3215031751, but 3215031751 is not prime; choose a prime below 2^63"),
        (7.0, TypeError, "the modulus is 7.0; it is a prime number below 2^63, an int"),
    ],
)
def test_moduli_that_are_refused(modulus: Any, error: type[Exception], sentence: str) -> None:
    for matrix in ([[1]], np.eye(100, dtype=int), Slabs(1, [[[1]]])):
        with pytest.raises(error) as caught:
            rank_profile(matrix, modulus)
        assert str(caught.value) == sentence


def test_matrices_that_are_refused() -> None:
    with pytest.raises(
        TypeError, match=r"the matrix is an array of float64; give an array of integers, or round floats"
    ):
        rank_profile(np.eye(100))
    with pytest.raises(TypeError, match=r"the matrix\[1\]\[0\] is the float 0.5; write it as an integer"):
        rank_profile([[1], [0.5]])
    with pytest.raises(ValueError, match=r"the matrix has 1 axes; a matrix has two"):
        rank_profile(np.arange(5))
    with pytest.raises(ValueError, match=r"the matrix\[1\] has 2 entries but the matrix\[0\] has 1; rows are equally"):
        rank_profile([[1], [1, 2]])


def failing_slabs() -> Iterator[Any]:
    yield np.eye(300, dtype=int)
    yield np.ones((2, 299), dtype=int)


@pytest.mark.parametrize("p", [7, 2**61 - 1])
def test_slabs_that_are_refused(p: int) -> None:
    with pytest.raises(ValueError) as caught:
        rank_profile(Slabs(301, [np.ones((1, 301), dtype=int), *failing_slabs()]), p)
    assert str(caught.value) == "slab 1 has 300 columns, but the width is 301; make them equal"
    with pytest.raises(ValueError) as caught:
        rank_profile(Slabs(2, [[[1, 2]], ResidueMatrix.of([[1, 2]], 11)]), p)
    assert str(caught.value) == f"slab 1 is modulo 11, but the modulus is {p}; give all the same modulus"
    with pytest.raises(TypeError, match=r"slab 0\[0\]\[1\] is the float 0.5"):
        rank_profile(Slabs(2, [[[1, 0.5]]]), p)
    for width in (-1, 2.0, True):
        with pytest.raises(ValueError, match=r"the width of the slabs is .*; it is the number of columns"):
            rank_profile(Slabs(width, []), p)  # not an int on purpose


@pytest.mark.parametrize("workers", [0, -1, True, 1.0])
def test_workers_that_are_refused(workers: Any) -> None:
    with pytest.raises(ValueError, match=r"workers is .*; it is how many threads eliminate, at least 1"):
        rank_profile(np.eye(100, dtype=int), workers=workers)


@pytest.mark.parametrize(
    ("processors", "given", "expected"), [(1, None, 1), (2, None, 2), (8, None, 2), (2, 1, 1), (1, 3, 3)]
)
def test_large_matrices_have_two_workers(
    monkeypatch: pytest.MonkeyPatch, processors: int, given: int | None, expected: int
) -> None:
    seen = []
    eliminate = Elimination.eliminate

    def noted(self: Elimination, chunks: Any, workers: int, multiplications: int) -> None:
        seen.append((workers, multiplications))
        eliminate(self, chunks, workers, multiplications)

    monkeypatch.setattr(Elimination, "eliminate", noted)
    monkeypatch.setattr(rank_profiles, "_TWO_WORKERS", 70)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(processors)))
    assert rank_profile(example(), workers=given).rows == ROWS
    assert rank_profile(example()[:69], workers=given).rank == 46
    assert seen == [(expected, 90 * 70 * 70 // 3), (given or 1, 69 * 69 * 70 // 3)]


def test_processors_without_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert rank_profiles._processors() == 1


def test_a_long_elimination_by_flint_runs_in_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    contained = rank_profiles.contained

    def noted(*arguments: Any, **options: Any) -> Any:
        seen.append(options["name"])
        return contained(*arguments, **options)

    monkeypatch.setattr(rank_profiles, "contained", noted)
    assert rank_profile(example(2**61 - 1), 2**61 - 1).rows == ROWS
    assert seen == []
    monkeypatch.setattr(rank_profiles, "_LONG", 1000)
    assert rank_profile(example(2**61 - 1), 2**61 - 1).rows == ROWS
    assert seen == ["the rank of a 90×70 matrix by FLINT"]


def test_the_rank_depends_on_the_prime() -> None:
    matrix = [[1, 2], [3, 1]]  # determinant −5
    assert [rank_profile(matrix, p).rank for p in (2, 3, 5, PRIME)] == [2, 2, 1, 2]
    assert rank_profile([["1/2", 1], [1, 2]]).rank == 1


def test_the_seed_does_not_change_the_rows() -> None:
    matrix = with_profile(200, 300, list(range(0, 200, 2)), 2, 0)
    found = [rank_profile(matrix, 2, seed=seed) for seed in (0, 0, 1, 2)]
    assert found[0] == found[1]
    assert len({profile.rows for profile in found}) == 1
