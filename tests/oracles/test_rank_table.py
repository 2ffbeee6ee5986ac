"""One table of examples through every way to find a rank modulo p."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpz_mat, nmod_mat

from algebra_tnn.exact.modular import blas, rank_profiles
from algebra_tnn.exact.modular.centred import LARGEST, PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import RankProfile, Slabs, rank_profile
from tests.oracles import rank_table
from tests.oracles.rank_table import Example, examples, small_examples


def every_one() -> list[Example]:
    return small_examples() + examples()


def below_the_bound() -> list[Example]:
    return [example for example in every_one() if example.p < LARGEST]


def modulo_the_usual_prime() -> list[Example]:
    return [example for example in examples() if example.p == PRIME]


def flint(matrix: Any, p: int) -> nmod_mat:
    return nmod_mat(fmpz_mat(*matrix.shape, matrix.ravel().tolist()), p)


class Minors:
    """Minors that FLINT has found invertible."""

    def __init__(self) -> None:
        self.checked: set[tuple[Example, RankProfile]] = set()

    def check(self, example: Example, found: RankProfile) -> None:
        if (example, found) not in self.checked:
            assert len(set(found.rows)) == len(set(found.columns)) == found.rank
            minor = example.matrix[np.ix_(found.rows, found.columns)]
            assert int(flint(minor, example.p).det()) != 0, str(example)
            self.checked.add((example, found))


@pytest.fixture(scope="module")
def minors() -> Minors:
    return Minors()


def check(example: Example, found: RankProfile, minors: Minors) -> None:
    assert (found.rank, found.modulus) == (example.rank, example.p), str(example)
    assert found.rows == example.rows, str(example)
    minors.check(example, found)


@contextmanager
def dgemm_always() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blas, "_WORTH_A_CALL", 0)
        patch.setattr(rank_profiles, "_TINY", -1)
        assert blas._subtraction_by_dgemm() is not None
        yield


@contextmanager
def numpy_always() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch, blas.numpy_alone():
        patch.setattr(rank_profiles, "_TINY", -1)
        yield


@contextmanager
def flint_always() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rank_profiles, "_TINY", 2**60)
        yield


def as_array(example: Example) -> RankProfile:
    return rank_profile(example.matrix, example.p)


def as_residues_by_two(example: Example) -> RankProfile:
    return rank_profile(ResidueMatrix.of(example.matrix, example.p), workers=2)


def in_slabs(example: Example) -> RankProfile:
    """Of 1, 2, 3, … rows, in turn as arrays, as residues and as rows of integers."""

    def slabs() -> Iterator[Any]:
        top = 0
        for height in range(1, len(example.matrix) + 1):
            slab = example.matrix[top : top + height]
            yield (slab, ResidueMatrix.of(slab, example.p), slab.tolist())[height % 3]
            top += height
            if top >= len(example.matrix):
                return

    return rank_profile(Slabs(example.matrix.shape[1], slabs()), example.p)


WAYS: list[tuple[str, Any, Callable[[Example], RankProfile], Callable[[], list[Example]]]] = [
    ("dgemm", dgemm_always, as_array, below_the_bound),
    ("numpy", numpy_always, as_array, below_the_bound),
    ("two workers", dgemm_always, as_residues_by_two, modulo_the_usual_prime),
    ("slabs", numpy_always, in_slabs, below_the_bound),
    ("flint", flint_always, as_array, every_one),
]


@pytest.mark.slow
@pytest.mark.parametrize(("_name", "setting", "profile", "table"), WAYS, ids=[way[0] for way in WAYS])
def test_every_way_finds_the_profile(
    _name: str, setting: Any, profile: Callable[[Example], RankProfile], table: Any, minors: Minors
) -> None:
    with setting():
        for example in table():
            check(example, profile(example), minors)


@pytest.mark.slow
def test_the_table_against_flint() -> None:
    for example in every_one():
        if example.matrix.size:
            assert int(flint(example.matrix, example.p).rank()) == example.rank, str(example)


def test_small_examples_against_sympy() -> None:
    questions = [[example.matrix.tolist(), example.matrix.shape[1], example.p] for example in small_examples()]
    environment = {**os.environ, "SYMPY_GROUND_TYPES": "python"}
    script = Path(rank_table.__file__)
    done = subprocess.run(
        [sys.executable, str(script)], input=json.dumps(questions), capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    assert reply["ground types"] == "python"
    for example, found in zip(small_examples(), reply["answers"], strict=True):
        assert (found["rank"], tuple(found["rows"])) == (example.rank, example.rows), str(example)


def test_the_table_is_wide() -> None:
    assert len(examples()) > 150 and len(small_examples()) > 200
    assert {example.p for example in small_examples()} == {*rank_table.PRIMES, *rank_table.LONG_PRIMES}


@pytest.mark.slow
@pytest.mark.parametrize("p", rank_table.PRIMES)
def test_wide_matrices(p: int, minors: Minors) -> None:
    """From 1500 columns pivots are found among 128 rows, from 4000 among 256, in slabs of 512."""
    for height, width, rows in ((1100, 1500, [*range(5, 1100)]), (1030, 4000, [*range(0, 1030, 3)])):
        matrix = rank_table.with_profile(height, width, rows, p, 4)
        for workers in (1, 2):
            found = rank_profile(matrix, p, workers=workers)
            check(Example("wide", matrix, p, len(rows), tuple(rows)), found, minors)
