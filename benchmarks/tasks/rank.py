"""The rank of a dense matrix modulo a prime near 2^20.

The matrix has uniform integer entries, but seven rows, at random places, are differences of others: its rank is known
by construction, and every elimination has to notice it. Rates: elimination counts (2/3) n³ operations, dgemm 2 n³.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import flint
import numpy as np
from numpy.typing import NDArray
from sympy import GF
from sympy.polys.matrices import DomainMatrix

from algebra_tnn.exact.modular.blas import numpy_alone
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from benchmarks.measurement import OURS, Bar, Contender, Measured, Row, timed
from benchmarks.processes import FFLAS, macaulay2, program

DEPENDENT = 7
LARGEST = 16001  # entries, and differences of two, fit into 16 bits
FROM_INTEGERS = "ours, from an integer array"
MATMUL = "ours, numpy's matmul alone"
FRESH = "ours, in a fresh process"
SYMPY_REACH = 500
MACAULAY2_REACH = 2000  # it reads a larger matrix for many minutes

Integers = NDArray[np.int32]  # int64 where a contender starts from an integer array


def integers(n: int, seed: int = 0) -> Integers:
    """An n×n integer matrix of rank n − 7."""
    random = np.random.default_rng(seed)
    matrix = random.integers(-LARGEST, LARGEST + 1, (n, n), dtype=np.int32)
    matrix[-DEPENDENT:] = matrix[:DEPENDENT] - matrix[DEPENDENT : 2 * DEPENDENT]
    return matrix[random.permutation(n)]


@contextmanager
def one_thread(n: int) -> Iterator[Sequence[Contender]]:
    matrix = integers(n)
    residues = ResidueMatrix.of(matrix, PRIME)
    product = np.empty((n, n))

    def ours(given: ResidueMatrix | NDArray[np.int64]) -> Callable[[], object]:
        return lambda: rank_profile(given, PRIME, workers=1).rank

    def without_scipy() -> object:
        with numpy_alone():
            return rank_profile(residues, workers=1).rank

    with ExitStack() as stack:
        found = [
            Contender(OURS, timed(ours(residues)), "from residues"),
            Contender(FROM_INTEGERS, timed(ours(matrix.astype(np.int64))), "int64"),
            Contender(MATMUL, timed(without_scipy), "from residues, as without SciPy"),
            Contender("dgemm", timed(lambda: np.matmul(residues.array, residues.array, out=product), _nothing)),
            *_flint(matrix),
            *_fflas(stack, matrix, 1),
        ]
        if n <= MACAULAY2_REACH:
            file = Path(stack.enter_context(TemporaryDirectory())) / "matrix"
            (matrix + 32768).astype("<u2").tofile(file)
            command = macaulay2("rank.m2", file, n, n)
            found.append(stack.enter_context(program("Macaulay2", command, note="modulo 32003", repeats=3)))
        if n <= SYMPY_REACH:
            field = GF(PRIME, symmetric=False)
            rows = [[field(x) for x in row] for row in matrix.tolist()]
            domain_matrix = DomainMatrix(rows, (n, n), field)
            found.append(Contender("SymPy DomainMatrix", timed(domain_matrix.rank), "rank alone", 1))
        yield found


@contextmanager
def two_threads(n: int) -> Iterator[Sequence[Contender]]:
    matrix = integers(n)
    residues = ResidueMatrix.of(matrix, PRIME)
    product = np.empty((n, n))
    clock = time.perf_counter

    def without_scipy() -> object:
        with numpy_alone():
            return rank_profile(residues, workers=2).rank

    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(1, get_context("spawn")))
        yield [
            Contender(OURS, timed(lambda: rank_profile(residues, PRIME, workers=2).rank, clock=clock), "from residues"),
            Contender(MATMUL, timed(without_scipy, clock=clock), "from residues, as without SciPy"),
            Contender(
                "dgemm", timed(lambda: np.matmul(residues.array, residues.array, out=product), _nothing, clock=clock)
            ),
            *_fflas(stack, matrix, 2),
            Contender(FRESH, lambda: pool.submit(measured_with_memory, n, 2).result(), "the residues included", 1),
        ]


def measured_with_memory(n: int, workers: int) -> Measured:
    """The rank in a process that holds nothing else; the peak counts the matrix itself."""
    before = _status("VmRSS")
    residues = ResidueMatrix(integers(n).astype(np.float64), PRIME)
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins here
    start = time.perf_counter()
    found = rank_profile(residues, workers=workers).rank
    elapsed = time.perf_counter() - start
    return Measured(found, elapsed, (_status("VmHWM") - before) / residues.array.nbytes)


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


def _nothing(product: object) -> None:
    """dgemm answers no question: it is the limit."""


def _flint(matrix: Integers) -> list[Contender]:
    n = len(matrix)

    given = matrix.astype(np.int64)

    def converted() -> flint.nmod_mat:
        return flint.nmod_mat(n, n, np.remainder(given, PRIME).ravel().tolist(), PRIME)

    ready = converted()
    return [
        Contender("python-flint", timed(ready.rank), "rank alone", 3),
        Contender("python-flint, with conversion", timed(lambda: converted().rank()), "from an int64 array", 3),
    ]


def _fflas(stack: ExitStack, matrix: Integers, threads: int) -> list[Contender]:
    """One thread: its own Rank. Two: its parallel pRank, and Rank over two BLAS threads."""
    file = Path(stack.enter_context(TemporaryDirectory())) / "matrix"
    matrix.astype("<i4").tofile(file)
    command = [FFLAS, file, *matrix.shape, PRIME]
    note = "ModularBalanced<double>, rank alone"
    if threads == 1:
        return [stack.enter_context(program("FFLAS-FFPACK", [*map(str, command), "1"], note=note))]
    parallel = {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": "1"}
    blas = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": str(threads)}
    return [
        stack.enter_context(program(name, [*map(str, command), own], environment, by_wall=True, note=note))
        for name, own, environment in (
            ("FFLAS-FFPACK pRank", str(threads), parallel),
            ("FFLAS-FFPACK, BLAS threads", "1", blas),
        )
    ]


BARS: dict[int, tuple[Bar, ...]] = {
    1000: (Bar.share(0.30), Bar.times(3, "python-flint"), Bar.share(0.25, ours=MATMUL)),
    4000: (
        Bar.share(0.65),
        Bar.times(6, "python-flint"),
        Bar.times(10, "python-flint, with conversion", FROM_INTEGERS),
        Bar.times(1, "FFLAS-FFPACK"),
        Bar.share(0.60, ours=MATMUL),
    ),
    8000: (Bar.share(0.70), Bar.sizes(2.2, FRESH), Bar.share(0.60, ours=MATMUL)),
}


def rows() -> Iterator[Row]:
    for n in (500, 1000, 2000, 4000, 120, 250, 600):
        yield Row(
            "rank",
            f"n = {n}, one thread",
            partial(one_thread, n),
            BARS.get(n, ()),
            expected=n - DEPENDENT,
            size=n,
            quick=n in (120, 250, 600),
        )
    for n, quick in ((8000, False), (1500, True)):
        yield Row(
            "rank",
            f"n = {n}, two threads",
            partial(two_threads, n),
            BARS.get(n, ()),
            repeats=3,
            threads=2,
            expected=n - DEPENDENT,
            quick=quick,
        )
