"""Certificates of rank r: the minor with its inverse, and the checker's time for both sides of the bound."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import flint
import numpy as np
from numpy.typing import NDArray

from algebra_tnn.certificates import Certificate
from algebra_tnn.claims import TensorRankAtLeast, TensorRankAtMost
from algebra_tnn.exact import Minor, minor
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.tensors import Tensor
from benchmarks.machine import ROOT
from benchmarks.measurement import OURS, Bar, Contender, Measured, Row, timed
from benchmarks.processes import spent_by

LARGEST = 9
FLINT = "python-flint"

Integers = NDArray[np.int64]


def factors(r: int, seed: int = 0) -> tuple[Integers, Integers]:
    """(r + 10) × r and r × (r + 5), whose product has rank r."""
    random = np.random.default_rng(seed)
    return random.integers(-LARGEST, LARGEST + 1, (r + 10, r)), random.integers(-LARGEST, LARGEST + 1, (r, r + 5))


# ---------------------------------------------------------------------- the minor


@contextmanager
def minors(r: int) -> Iterator[Sequence[Contender]]:
    """A minor of size r and its inverse: ours, and the three echelon forms and the inverse that FLINT offers."""
    left, right = factors(r)
    given = left @ right
    matrix = tuple(map(tuple, given.tolist()))

    def checked_size(found: object) -> object:
        """r, if the inverse is one."""
        assert isinstance(found, Minor)
        size, modulus = len(found.rows), found.modulus
        square = flint.nmod_mat(given[np.ix_(found.rows, found.columns)].tolist(), modulus)
        identity = flint.nmod_mat(np.eye(size, dtype=np.int64).tolist(), modulus)
        inverse = [[int(x) for x in row] for row in found.inverse]
        return size if square * flint.nmod_mat(inverse, modulus) == identity else "no inverse"

    yield [
        Contender(OURS, timed(lambda: minor(matrix), checked_size), "from rows of integers"),
        Contender(FLINT, timed(lambda: by_flint(matrix), checked_size), "rref, rref, inverse", 3),
    ]


def by_flint(matrix: tuple[tuple[int, ...], ...]) -> Minor:
    """Pivot columns from one echelon form, pivot rows from another one, and the inverse of what they select."""
    columns = _pivots(matrix)
    rows = _pivots(tuple(zip(*(tuple(row[j] for j in columns) for row in matrix), strict=True)))
    square = flint.nmod_mat(len(rows), len(rows), [matrix[i][j] for i in rows for j in columns], PRIME)
    inverse = tuple(tuple(map(int, row)) for row in square.inv().tolist())
    return Minor(tuple(rows), tuple(columns), PRIME, inverse)


def _pivots(matrix: tuple[tuple[int, ...], ...]) -> list[int]:
    flat = [x for row in matrix for x in row]
    echelon, rank = flint.nmod_mat(len(matrix), len(matrix[0]), flat, PRIME).rref()
    pivots, column = [], 0
    for i in range(rank):
        while int(echelon[i, column]) == 0:
            column += 1
        pivots.append(column)
    return pivots


# ---------------------------------------------------------------------- the checker


@contextmanager
def checker(side: str, r: int) -> Iterator[Sequence[Contender]]:
    """``python -I checker.py`` on a certificate, start-up included. FLINT's rank over Q beside it leaves none."""
    left, right = factors(r)
    entries = (left @ right).tolist()
    tensor = Tensor.from_nested(entries)
    if side == "≥":
        found = minor(tensor.matricized([0]))
        assert found is not None
        evidence = {"modes": ((), (1,), (0,)), "power": 0, "restriction": None, "minor": found.evidence()}
        certificate = Certificate(TensorRankAtLeast(tensor, r), "flattening", evidence)
    else:
        evidence = {"factors": [left.tolist(), right.T.tolist()], "root": None}
        certificate = Certificate(TensorRankAtMost(tensor, r), "decomposition", evidence)
    with ExitStack() as stack:
        file = Path(stack.enter_context(TemporaryDirectory())) / "certificate.json"
        file.write_text(certificate.to_json())
        yield [
            Contender(OURS, lambda: judged(file, r), f"the process, start-up included; {_megabytes(file)} of JSON"),
            Contender(
                "python-flint, rank over Q", timed(lambda: flint.fmpz_mat(entries).rank()), "leaves no evidence", 3
            ),
        ]


def judged(file: Path, r: int) -> Measured:
    """CPU seconds of the checker's process. The result is r, if it accepts."""
    done, seconds = spent_by([sys.executable, "-I", ROOT / "algebra_tnn" / "checker.py", file], file.parent)
    accepted = done.returncode == 0 and ": accepted: tensor-rank-at-" in done.stdout and f"rank {r}," in done.stdout
    return Measured(r if accepted else done.stdout.strip() or done.stderr.strip(), seconds)


def _megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"


def rows() -> Iterator[Row]:
    for r, quick in ((500, False), (1000, False), (100, True)):
        name = f"minor of size {r} with its inverse"
        yield Row("certificates", name, partial(minors, r), repeats=3, expected=r, quick=quick)
    for r, quick in ((500, False), (100, True)):
        for side in "≥≤":
            yield Row(
                "certificates",
                f"checker on rank {side} {r}",
                partial(checker, side, r),
                () if quick else (Bar.seconds(1),),
                expected=r,
                quick=quick,
            )
