"""``python -m benchmarks.grids small|large|random``: dimensions of polynomial networks of a grid, from both sides.

Each case is proved, and its certificate re-checked by the independent checker, as ``algebra_tnn.dimension`` does it.
Finished cases are kept in an atlas file, so that an interrupted run goes on where it was; the summary says what
resists, how long it took on how many processes, and by which rules the upper bounds came about. ``random`` draws
larger networks with a seed; what resisted is in ``proofs/open.md``.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families.networks import NetworkSpace, polynomials
from benchmarks.sweeps import Record, conclusion, is_defective, reported, resists

GRIDS = {
    "small": NetworkSpace((2, 3, 4), (1, 2, 3, 4), (1, 2, 3), (2, 3), 400),
    "large": NetworkSpace((2, 3, 4), (1, 2, 3, 4, 5), (1, 2, 3), (2, 3, 4), 2000),
}
LARGER = (8, 8, (2, 3, 4, 5), 3000)  # largest width and number of outputs, degrees, ambient dimension of drawn ones


def cases(grid: str) -> Iterator[Case]:
    """Networks with two to four layers of weights."""
    return (Case.of("dimension", "pnn", sizes) for sizes in GRIDS[grid].sizes())


def drawn(seed: int) -> Iterator[Case]:
    """Different networks with two to five layers of weights and widths from two on, without end."""
    width, outputs, degrees, ambient = LARGER
    source, seen = random.Random(seed), set[Case]()
    while True:
        layers = source.randint(2, 5)
        widths = (*(source.randint(2, width) for _ in range(layers)), source.randint(1, outputs))
        chosen = tuple(source.choice(degrees) for _ in range(layers - 1))
        case = Case.of("dimension", "pnn", {"widths": widths, "degrees": chosen, "biases": False})
        if polynomials(widths[0], widths[-1], chosen) <= ambient and case not in seen:
            seen.add(case)
            yield case


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grids", description=__doc__)
    parser.add_argument("grid", choices=[*GRIDS, "random"])
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only every n-th case")
    parser.add_argument("--seed", type=int, default=0, help="of the networks that are drawn")
    parser.add_argument("--count", type=int, default=300, help="how many networks are drawn")
    parser.add_argument("--file", type=Path, help="atlas of finished cases; it is continued")
    chosen = parser.parse_args()
    several = islice(drawn(chosen.seed), chosen.count) if chosen.grid == "random" else cases(chosen.grid)
    path = chosen.file or Path(f"grid-{chosen.grid}.sqlite")
    name = f"random grid with seed {chosen.seed}" if chosen.grid == "random" else f"{chosen.grid} grid"
    return reported(list(several)[:: chosen.every], path, chosen.processes, partial(summary, name))


def summary(name: str, records: list[Record]) -> str:
    """What was found, as Markdown."""
    proved = len(records) - sum(map(resists, records))
    lines = [
        f"The {name}, {date.today()}: {len(records)} polynomial networks, {proved} proved from both sides without "
        f"trusting a theorem; {sum(map(is_defective, records))} below the expected dimension.",
        "",
    ]
    return "\n".join([*lines, *conclusion(records)])


if __name__ == "__main__":
    sys.exit(main())
