"""``python -m benchmarks.grassmannians``: dimensions of all small secant varieties of Grassmannians, both sides.

Every Grassmannian of k-planes in n-space, 2 ≤ k ≤ n/2, in a space of at most 130 dimensions (those with k > n/2 are the
same by duality), and every r up to the first for which the sums of r points fill the space. Where dim σ_r = r · dim X,
then dim σ_s = s · dim X for all s < r, too, since dim σ_r ≤ dim σ_s + (r − s) · dim X; so of these only the largest r
is a case. Each case is proved from both sides, and the certificate re-checked by the independent checker, as
``algebra_tnn.dimension`` does it. The summary counts, names the rules and what resists. An interrupted run goes on
where it was.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families.grassmannians import GrassmannianSpace
from benchmarks.sweeps import Record, conclusion, implied, is_defective, numbers, reported, resists

LARGEST = 130  # ambient dimension
LISTED = {(3, 7, 3): 34, (4, 8, 3): 50, (4, 8, 4): 64, (3, 9, 4): 74}  # the known ones below the expected, k > 2


def cases(largest: int = LARGEST) -> Iterator[Case]:
    """From the last r that has r times the dimension to the first that fills; k is at least 2, and at most n/2."""
    spaces = tuple(range(4, largest + 1))
    space = GrassmannianSpace(tuple(range(2, largest // 2 + 1)), spaces, largest, decisive=True)
    found = (sizes for sizes in space.sizes() if sizes["k"] > 1)  # G(1, n), dual to G(n − 1, n), is a space
    return (Case.of("dimension", "grassmannian", sizes) for sizes in found)


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grassmannians", description=__doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="ambient dimension")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--file", type=Path, default=Path("grassmannians.sqlite"), help="atlas, continued")
    chosen = parser.parse_args()
    wanted = list(cases(chosen.largest))
    text = partial(summary, largest=chosen.largest)
    return reported(wanted, chosen.file, chosen.processes, text)


def summary(records: list[Record], largest: int) -> str:
    """What was found, as Markdown: numbers, the rules from above, and what resists."""
    resisting = sum(map(resists, records))
    short = [record for record in records if plane(record)[0] > 2 and is_defective(record)]
    unlisted = [r for r in short if LISTED.get((*plane(r), r["points"])) != r["upper"]]
    lines = [
        f"Secant varieties of Grassmannians in spaces of at most {largest} dimensions, {date.today()}. Proved from "
        f"both sides without trusting a theorem: {len(records) - resisting} of {len(records)}, of "
        f"{len(set(map(plane, records)))} Grassmannians; these imply "
        f"{sum(map(_implied, records))} more, of fewer points.",
        "",
        "Below the expected dimension beside those of 2-planes: "
        + ", ".join(f"{record['name']} ({record['upper']} of {record['expected']})" for record in short)
        + f"; not among the known ones: {len(unlisted)}.",
        "",
    ]
    return "\n".join([*lines, *conclusion(records)])


def plane(record: Record) -> tuple[int, int]:
    """k and n."""
    k, n = numbers(record["shape"])
    return k, n


def _implied(record: Record) -> int:
    k, n = plane(record)
    return implied(record, k * (n - k) + 1)


if __name__ == "__main__":
    sys.exit(main())
