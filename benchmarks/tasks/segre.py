"""The dimension of secant varieties of Segre varieties: n×n×n tensors of rank r, at the r below and above which the
expected dimension is that of the whole space."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count
from math import inf

import flint
import numpy as np

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Method, Segre, SegreVeronese, secant_rank, terracini_matrix
from benchmarks.measurement import OURS, Bar, Contender, Row, timed
from benchmarks.processes import macaulay2, program

MACAULAY2 = "Macaulay2, toricSecantDim"
FLINT = "python-flint, full matrix"
STRUCTURED = "ours, Kronecker–Schur"
DENSE = "ours, dense"
MACAULAY2_REACH = 15
FULL_REACH = 20  # the full matrix has n³ columns


def critical(n: int) -> tuple[int, int]:
    """The largest r with r (3n − 2) ≤ n³, and the next one."""
    r = n**3 // (3 * n - 2)
    return r, r + 1


def told(values: Sequence[int]) -> int | str:
    """One dimension, or several with commas."""
    return values[0] if len(values) == 1 else ", ".join(map(str, values))


@contextmanager
def contenders(n: int, ranks: tuple[int, ...]) -> Iterator[Sequence[Contender]]:
    variety = Segre((n, n, n))
    seeds = count()

    def found(method: Method | None = None) -> Callable[[], object]:
        def run() -> object:
            seed = next(seeds)
            return told([secant_rank(variety, r, method=method, seed=seed, workers=1).value for r in ranks])

        return run

    with ExitStack() as stack:
        listed = [Contender(OURS, timed(found()), "chooses its method")]
        if n <= FULL_REACH:
            (r,) = ranks
            listed += [
                Contender(STRUCTURED, timed(found("kronecker-schur")), "random points", 3),
                Contender(DENSE, timed(found("dense")), "random points", 2),
                by_flint(variety, r),
            ]
        if n <= MACAULAY2_REACH:
            command = macaulay2("segre.m2", *ranks, *variety.shape)
            listed.append(stack.enter_context(program(MACAULAY2, command, note="modulo 32003")))
        yield listed


def by_flint(variety: SegreVeronese, r: int) -> Contender:
    """FLINT's rank of the whole Terracini matrix at random points."""
    points = variety.random_points(r, np.random.default_rng(1), PRIME)
    matrix = terracini_matrix(variety, points, PRIME).array
    entries = np.remainder(matrix, PRIME).astype(np.int64).ravel().tolist()
    height, width = matrix.shape
    return Contender(FLINT, timed(flint.nmod_mat(height, width, entries, PRIME).rank), "rank alone", 1)


BARS = {
    10: (Bar.times(20, MACAULAY2),),
    20: (Bar.seconds(0.5), Bar.times(100, FLINT), Bar.times(4, DENSE, STRUCTURED)),
}
BARS_OF_PAIRS = {25: (Bar.seconds(1.5),), 40: (Bar.seconds(15),)}
REACHED = Bar("reached", inf)


def rows() -> Iterator[Row]:
    """The upper critical r, which fills the space, and from 25 on both, each expected to be non-defective."""
    for n, quick in (
        (10, False),
        (12, False),
        (15, False),
        (20, False),
        (25, False),
        (40, False),
        (6, True),
        (8, True),
        (10, True),
    ):
        r = critical(n)[1]
        name = f"{n}×{n}×{n}, r = {r}"
        ours = partial(contenders, n, (r,))
        yield Row("segre", name, ours, () if quick else BARS.get(n, ()), 3, expected=n**3, size=n**3, quick=quick)
    for n, bars in BARS_OF_PAIRS.items():
        below, above = critical(n)
        name = f"{n}×{n}×{n}, r = {below} and {above}"
        dimensions = told([below * (3 * n - 2), n**3])
        yield Row("segre", name, partial(contenders, n, (below, above)), bars, 3, expected=dimensions)
    for n in (60,):
        below, above = critical(n)
        for r, dimension, size in ((below, below * (3 * n - 2), None), (above, n**3, n**3)):
            name = f"{n}×{n}×{n}, r = {r}"
            yield Row("segre", name, partial(contenders, n, (r,)), (REACHED,), 3, expected=dimension, size=size)
