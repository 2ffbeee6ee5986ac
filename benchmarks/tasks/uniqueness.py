"""``algebra-tnn unique`` on a decomposition with random integer factors: the whole command, start-up included."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import ROOT
from benchmarks.measurement import OURS, Contender, Measured, Row
from benchmarks.processes import spent_by
from benchmarks.tasks.kruskal import subset_by_subset

LARGEST = 9


@contextmanager
def contenders(n: int, terms: int) -> Iterator[Sequence[Contender]]:
    source = random.Random(f"{n} {terms}")
    factors = tuple(
        tuple(tuple(source.randint(-LARGEST, LARGEST) for _ in range(terms)) for _ in range(n)) for _ in range(3)
    )
    with ExitStack() as stack:
        file = Path(stack.enter_context(TemporaryDirectory())) / "factors.json"
        file.write_text(json.dumps({"factors": factors}))
        yield [
            Contender(OURS, lambda: answered(file), "search, check and print"),
            Contender(
                "python-flint, rank per subset",
                lambda: by_subsets(factors, terms),
                "the three k-ranks of Kruskal's inequality alone",
                1,
            ),
        ]


def answered(file: Path) -> Measured:
    """CPU seconds of the command's process, and its status."""
    done, seconds = spent_by([sys.executable, "-m", "algebra_tnn", "unique", "--json", file], ROOT)
    return Measured(json.loads(done.stdout)["status"] if done.stdout else done.stderr.strip(), seconds)


def by_subsets(factors: Sequence[tuple[tuple[int, ...], ...]], terms: int) -> Measured:
    """k-ranks by FLINT's rank of every set of columns, and Kruskal's inequality."""
    runs = [subset_by_subset(factor) for factor in factors]
    k_ranks = [run.result for run in runs if isinstance(run.result, int)]
    proved = len(k_ranks) == len(runs) and sum(k_ranks) >= 2 * terms + 2
    return Measured("proved" if proved else "undecided", sum(run.seconds for run in runs))


def rows() -> Iterator[Row]:
    for n, terms, quick in ((14, 20, False), (8, 11, True)):
        name = f"{n}×{n}×{n}, R = {terms}"
        yield Row("uniqueness", name, partial(contenders, n, terms), repeats=3, expected="proved", quick=quick)
