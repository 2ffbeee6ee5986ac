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
from math import comb
from pathlib import Path

from benchmarks.sweeps import Record, Sweep, conclusion, resists, secant_record

Case = tuple[int, int, int]
LARGEST = 130  # ambient dimension
LISTED = {(3, 7, 3): 34, (4, 8, 3): 50, (4, 8, 4): 64, (3, 9, 4): 74}  # the known ones below the expected, k > 2


def cases(largest: int = LARGEST) -> Iterator[Case]:
    """k, n and r, from the last that has r times the dimension to the first that fills."""
    from algebra_tnn.varieties import Grassmannian, secant_ranks

    for k in range(2, largest):
        for n in range(2 * k, largest):
            if comb(n, k) > largest:
                break
            variety = Grassmannian(k, n)
            ranks = secant_ranks(variety, 2 * -(-variety.ambient // variety.dimension))
            first = max(s for s, rank in enumerate(ranks, start=1) if rank == s * variety.dimension)
            yield from ((k, n, s) for s in range(first, ranks.index(variety.ambient) + 2))


def answered(case: Case) -> Record:
    """The bounds of one case, the rule from above, what is trusted, and the time."""
    from algebra_tnn.varieties import Grassmannian

    k, n, r = case
    return {"k": k, "n": n, **secant_record(Grassmannian(k, n), r, -1)}  # what the last premise rests on


def key(record: Record) -> Case:
    return record["k"], record["n"], record["r"]


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grassmannians", description=__doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="ambient dimension")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--file", type=Path, default=Path("grassmannians.jsonl"), help="of finished cases; continued")
    chosen = parser.parse_args()
    wanted = list(cases(chosen.largest))
    text = partial(summary, largest=chosen.largest)
    return Sweep(answered, key).reported(wanted, chosen.file, chosen.processes, text)


def summary(records: list[Record], largest: int) -> str:
    """What was found, as Markdown: numbers, the rules from above, and what resists."""
    resisting = sum(map(resists, records))
    short = [record for record in records if record["k"] > 2 and record["upper"] < record["expected"]]
    unlisted = [record for record in short if LISTED.get(key(record)) != record["upper"]]
    lines = [
        f"Secant varieties of Grassmannians in spaces of at most {largest} dimensions, {date.today()}. Proved from "
        f"both sides without trusting a theorem: {len(records) - resisting} of {len(records)}, of "
        f"{len({key(record)[:2] for record in records})} Grassmannians; these imply "
        f"{sum(record['implied'] for record in records)} more, of fewer points.",
        "",
        "Below the expected dimension beside those of 2-planes: "
        + ", ".join(f"{named(record)} ({record['upper']} of {record['expected']})" for record in short)
        + f"; not among the known ones: {len(unlisted)}.",
        "",
    ]
    return "\n".join([*lines, *conclusion(records, named)])


def named(record: Record) -> str:
    return f"σ_{record['r']} of G({record['k']}, {record['n']})"


if __name__ == "__main__":
    sys.exit(main())
