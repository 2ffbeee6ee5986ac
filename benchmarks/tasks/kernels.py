"""The kernel of an integer matrix over Q: exact vectors, verified over Z."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import flint
import numpy as np

from algebra_tnn.exact import kernel
from benchmarks.measurement import OURS, Contender, Row, timed

LARGEST = 50


@contextmanager
def contenders(height: int, width: int, rank: int) -> Iterator[Sequence[Contender]]:
    random = np.random.default_rng(0)
    if rank == height:
        array = random.integers(-LARGEST, LARGEST + 1, (height, width))
    else:
        array = random.integers(-9, 10, (height, rank)) @ random.integers(-9, 10, (rank, width))
    matrix = tuple(map(tuple, array.tolist()))
    given = flint.fmpz_mat(array.tolist())

    def dimension(vectors: Any) -> object:
        """How many vectors there are, if they are independent and the matrix kills them."""
        basis = flint.fmpz_mat([list(map(int, vector)) for vector in vectors])
        kills = given * basis.transpose() == flint.fmpz_mat(height, basis.nrows())
        return basis.nrows() if kills and basis.rank() == basis.nrows() else "no basis of the kernel"

    def by_rref() -> list[list[int]]:
        echelon, r = flint.fmpq_mat(flint.fmpz_mat(array.tolist())).rref()
        return kernel_of_echelon([list(row) for row in echelon.tolist()], r, width)

    yield [
        Contender(OURS, timed(lambda: kernel(matrix), dimension)),
        Contender("python-flint, fmpq_mat.rref", timed(by_rref, dimension), repeats=3),
    ]


def kernel_of_echelon(echelon: list[list[flint.fmpq]], rank: int, width: int) -> list[list[int]]:
    """One vector for each free column, cleared of denominators."""
    pivots, column = [], 0
    for row in echelon[:rank]:
        while row[column] == 0:
            column += 1
        pivots.append(column)
    vectors = []
    for free in sorted(set(range(width)) - set(pivots)):
        entries = [flint.fmpq(0)] * width
        entries[free] = flint.fmpq(1)
        for row, pivot in zip(echelon[:rank], pivots, strict=True):
            entries[pivot] = -row[free]
        common = flint.fmpz(1)
        for x in entries:
            common = common.lcm(x.q)
        vectors.append([int((x * common).p) for x in entries])
    return vectors


def rows() -> Iterator[Row]:
    for height, width, rank, quick in ((100, 120, 100, False), (100, 120, 60, False), (30, 40, 30, True)):
        yield Row(
            "kernels",
            f"{height}×{width} of rank {rank}",
            partial(contenders, height, width, rank),
            expected=width - rank,
            quick=quick,
        )
