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
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from math import comb
from pathlib import Path

from benchmarks.sweeps import Record, Sweep

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
    from algebra_tnn.explore import dimension
    from algebra_tnn.varieties import Grassmannian

    k, n, r = case
    start = time.process_time()
    found = dimension(Grassmannian(k, n).secant(r), seconds=1)
    return {
        "k": k,
        "n": n,
        "r": r,
        "implied": r - 1 if found.lower == r * Grassmannian(k, n).dimension else 0,
        "lower": found.lower,
        "upper": found.upper,
        "expected": found.expected,
        "ambient": found.ambient,
        "trusts": found.trusts,
        "argument": found.argument[-1].strip() if found.argument else "",  # what the last premise rests on
        "seconds": round(time.process_time() - start, 4),
    }


def key(record: Record) -> Case:
    return record["k"], record["n"], record["r"]


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grassmannians", description=__doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="ambient dimension")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--file", type=Path, default=Path("grassmannians.jsonl"), help="of finished cases; continued")
    chosen = parser.parse_args()
    try:
        found = Sweep(answered, key).records(list(cases(chosen.largest)), chosen.file, chosen.processes)
    except KeyboardInterrupt:
        print(f"\ninterrupted; the finished cases are in {chosen.file}", file=sys.stderr)
        return 130
    records, new, wall = found
    print(summary(records, chosen.largest))
    print(f"\n{new} cases in {wall:.0f} s on {chosen.processes} processes.")
    return int(any(resists(record) for record in records))


def resists(record: Record) -> bool:
    return record["lower"] != record["upper"] or bool(record["trusts"])


def summary(records: list[Record], largest: int) -> str:
    """What was found, as Markdown: numbers, the rules from above, and what resists."""
    resisting = [record for record in records if resists(record)]
    rules = Counter(record["argument"].split(":")[0].split(" by ")[-1] for record in records)
    slowest = max(records, key=lambda record: record["seconds"])
    short = [record for record in records if record["k"] > 2 and record["upper"] < record["expected"]]
    unlisted = [record for record in short if LISTED.get(key(record)) != record["upper"]]
    lines = [
        f"Secant varieties of Grassmannians in spaces of at most {largest} dimensions, {date.today()}. Proved from "
        f"both sides without trusting a theorem: {len(records) - len(resisting)} of {len(records)}, of "
        f"{len({key(record)[:2] for record in records})} Grassmannians; these imply "
        f"{sum(record['implied'] for record in records)} more, of fewer points.",
        "",
        "Below the expected dimension beside those of 2-planes: "
        + ", ".join(f"{named(record)} ({record['upper']} of {record['expected']})" for record in short)
        + f"; not among the known ones: {len(unlisted)}.",
        "",
        "Upper bounds by " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()) + ".",
        "",
        f"{sum(record['seconds'] for record in records):.0f} s of CPU time; the slowest took {slowest['seconds']:.1f} "
        f"s: {named(slowest)}.",
    ]
    lines += [f"* open: {named(r)}: {r['lower']} ≤ dimension ≤ {r['upper']}" for r in resisting]
    return "\n".join(lines)


def named(record: Record) -> str:
    return f"σ_{record['r']} of G({record['k']}, {record['n']})"


if __name__ == "__main__":
    sys.exit(main())
