"""``python -m benchmarks.grids small|large|random``: dimensions of polynomial networks of a grid, from both sides.

Each case is proved, and its certificate re-checked by the independent checker, as ``algebra_tnn.dimension`` does it.
Finished cases are kept in a file of lines, so that an interrupted run goes on where it was; the summary says what
resists, how long it took on how many processes, and by which rules the upper bounds came about. ``random`` draws
larger networks with a seed; what resisted is in ``proofs/open.md``.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, product
from math import comb, prod
from pathlib import Path
from typing import Any

from benchmarks.sweeps import Sweep, resists

HERE = Path(__file__).parent
Case = tuple[tuple[int, ...], tuple[int, ...]]
GRIDS = {  # the largest width and number of outputs, degrees, the largest ambient dimension
    "small": (4, 3, (2, 3), 400),
    "large": (5, 3, (2, 3, 4), 2000),
}
LARGER = (8, 8, (2, 3, 4, 5), 3000)  # likewise, of networks that are drawn; their widths are at least 2


def cases(grid: str) -> Iterator[Case]:
    """Widths and degrees with two to four layers of weights."""
    width, outputs, degrees, ambient = GRIDS[grid]
    for layers in (2, 3, 4):
        for widths in product(*[range(1, width + 1)] * layers, range(1, outputs + 1)):
            for chosen in product(degrees, repeat=layers - 1):
                if dimension_of_polynomials(widths, chosen) <= ambient:
                    yield widths, chosen


def drawn(seed: int) -> Iterator[Case]:
    """Different networks with two to five layers of weights, without end."""
    width, outputs, degrees, ambient = LARGER
    source, seen = random.Random(seed), set[Case]()
    while True:
        layers = source.randint(2, 5)
        widths = (*(source.randint(2, width) for _ in range(layers)), source.randint(1, outputs))
        chosen = tuple(source.choice(degrees) for _ in range(layers - 1))
        if dimension_of_polynomials(widths, chosen) <= ambient and (widths, chosen) not in seen:
            seen.add((widths, chosen))
            yield widths, chosen


def dimension_of_polynomials(widths: Sequence[int], degrees: Sequence[int]) -> int:
    """The number of coefficients of the outputs."""
    degree = prod(degrees)
    return widths[-1] * comb(widths[0] + degree - 1, degree)


def answered(case: Case) -> dict[str, Any]:
    """The bounds of one case, the rule from above, what is trusted, and the time."""
    from algebra_tnn.explore import dimension
    from algebra_tnn.models import PolynomialNetwork

    start = time.process_time()
    found = dimension(PolynomialNetwork(*case), seconds=1)
    return {
        "widths": case[0],
        "degrees": case[1],
        "lower": found.lower,
        "upper": found.upper,
        "expected": found.expected,
        "trusts": found.trusts,
        "rule": found.argument[0].split(":")[0].split(" by ")[-1] if found.argument else "",
        "seconds": round(time.process_time() - start, 4),
    }


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grids", description=__doc__)
    parser.add_argument("grid", choices=[*GRIDS, "random"])
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only every n-th case")
    parser.add_argument("--seed", type=int, default=0, help="of the networks that are drawn")
    parser.add_argument("--count", type=int, default=300, help="how many networks are drawn")
    parser.add_argument("--file", type=Path, help="of finished cases, one JSON object a line; it is continued")
    chosen = parser.parse_args()
    several = islice(drawn(chosen.seed), chosen.count) if chosen.grid == "random" else cases(chosen.grid)
    wanted = list(several)[:: chosen.every]
    path = chosen.file or Path(f"grid-{chosen.grid}.jsonl")
    try:
        found, new, wall = Sweep(answered, key).records(wanted, path, chosen.processes)
    except KeyboardInterrupt:
        print(f"\ninterrupted; the finished cases are in {path}", file=sys.stderr)
        return 130
    name = f"random grid with seed {chosen.seed}" if chosen.grid == "random" else f"{chosen.grid} grid"
    text = summary(name, found, new, wall, chosen.processes)
    print(text)
    return int(any(resists(record) for record in found))


def key(record: dict[str, Any]) -> Case:
    return tuple(record["widths"]), tuple(record["degrees"])


def summary(name: str, records: list[dict[str, Any]], new: int, wall: float, processes: int) -> str:
    """What was found, as Markdown."""
    open_cases = [record for record in records if resists(record)]
    rules = Counter(record["rule"] for record in records)
    defective = sum(record["upper"] < record["expected"] for record in records)
    slowest = max(records, key=lambda record: record["seconds"])
    cpu = sum(record["seconds"] for record in records)
    lines = [
        f"The {name}, {date.today()}: {len(records)} polynomial networks, {len(records) - len(open_cases)} proved "
        f"from both sides without trusting a theorem; {defective} below the expected dimension.",
        "",
        f"{new} cases in {wall:.0f} s on {processes} processes; {cpu:.0f} s of CPU time for all; the slowest took "
        f"{slowest['seconds']:.1f} s: {slowest['widths']} with degrees {slowest['degrees']}.",
        "",
        "Upper bounds by " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()) + ".",
    ]
    for record in open_cases:
        network = f"{record['widths']} with degrees {record['degrees']}"
        lines.append(f"* open: {network}: {record['lower']} ≤ dimension ≤ {record['upper']}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
