"""The Kruskal rank of a matrix with random integer entries, every n columns of which are independent."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import combinations, islice
from math import comb
from time import process_time

import flint

from algebra_tnn.exact.kruskal.k_ranks import k_rank
from benchmarks.measurement import OURS, Bar, Contender, Measured, Row, timed

LARGEST = 50
FLINT = "python-flint, rank per subset"
SAMPLE = 20_000  # subsets, where all of them would take minutes
SUBSETS = 10**9  # what ours may examine


def matrix(n: int, width: int) -> tuple[tuple[int, ...], ...]:
    """n × width, with entries up to 50 in absolute value."""
    source = random.Random(f"{n}×{width}")
    return tuple(tuple(source.randint(-LARGEST, LARGEST) for _ in range(width)) for _ in range(n))


@contextmanager
def contenders(n: int, width: int) -> Iterator[Sequence[Contender]]:
    given = matrix(n, width)
    number = comb(width, n)
    asked = number if number < 1_000_000 else SAMPLE
    which = f"all {number} subsets" if asked == number else f"{SAMPLE} random subsets of {number}, extrapolated"

    def ours() -> object:
        found = k_rank(given, budget=SUBSETS)
        return found.lower if found.is_exact else f"{found.lower} to {found.upper}"

    yield [
        Contender(OURS, timed(ours)),
        Contender(
            FLINT,
            lambda: subset_by_subset(given, None if asked == number else asked),
            f"fmpz_mat.rank of {which}",
            1,
        ),
    ]


def subset_by_subset(given: tuple[tuple[int, ...], ...], sample: int | None = None) -> Measured:
    """Whether every n columns have rank n, by FLINT's exact rank of each set of n columns, or of a sample of them."""
    n, width = len(given), len(given[0])
    number = comb(width, n)
    asked = sample or number
    columns = tuple(zip(*given, strict=True))
    source = random.Random(0)
    subsets = combinations(columns, n) if asked == number else (source.sample(columns, n) for _ in range(asked))
    start = process_time()
    full = all(flint.fmpz_mat(chosen).rank() == n for chosen in islice(subsets, asked))
    elapsed = process_time() - start
    return Measured(n if full else f"below {n}", elapsed * number / asked)


BARS = {
    (8, 24): (Bar.seconds(0.3), Bar.times(50, FLINT)),
    (10, 30): (Bar.seconds(8), Bar.times(50, FLINT)),
}


def rows() -> Iterator[Row]:
    for n, width in ((6, 18), (7, 21), (8, 24), (9, 27), (10, 30), (4, 12), (5, 15), (6, 19)):
        yield Row(
            "kruskal",
            f"{n}×{width}, uniform",
            partial(contenders, n, width),
            BARS.get((n, width), ()),
            repeats=3,
            expected=n,
            size=comb(width, n),
            quick=(n, width) in ((4, 12), (5, 15), (6, 19)),
        )
