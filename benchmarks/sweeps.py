"""Sweeps over many cases: on several processes, each finished case in a file, progress on stderr."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from algebra_tnn.varieties import Grassmannian, SegreVeronese

Record = dict[str, Any]
Case = TypeVar("Case", bound=Hashable)


@dataclass(frozen=True)
class Sweep(Generic[Case]):
    """``answered`` makes the record of a case, ``key`` tells the case of a record."""

    answered: Callable[[Case], Record]
    key: Callable[[Record], Case]

    def records(self, wanted: Sequence[Case], path: Path, processes: int) -> tuple[list[Record], int, float]:
        """The records in the order of the cases, how many of them are new, and the seconds for these.

        Records in the file, one JSON object a line, are kept, so that an interrupted run goes on where it was.
        """
        known = {} if not path.exists() else {self.key(r): r for r in map(json.loads, path.read_text().splitlines())}
        left = [case for case in wanted if case not in known]
        start = time.monotonic()
        if not left:
            return [known[case] for case in wanted], 0, 0.0
        with path.open("a") as file, get_context("spawn").Pool(processes) as pool:
            for done, record in enumerate(pool.imap_unordered(self.answered, left, chunksize=20), 1):
                print(json.dumps(record), file=file, flush=True)
                known[self.key(record)] = record
                if done % 100 == 0 or done == len(left):
                    print(f"\r{done} of {len(left)}, {time.monotonic() - start:.0f} s", end="", file=sys.stderr)
        print(file=sys.stderr)
        return [known[case] for case in wanted], len(left), time.monotonic() - start

    def reported(
        self, wanted: Sequence[Case], path: Path, processes: int, summary: Callable[[list[Record]], str]
    ) -> int:
        """Prints the summary: 0 if both bounds of every case meet and trust no theorem, else 1; 130 if interrupted."""
        try:
            records, new, wall = self.records(wanted, path, processes)
        except KeyboardInterrupt:
            print(f"\ninterrupted; the finished cases are in {path}", file=sys.stderr)
            return 130
        print(summary(records))
        print(f"\n{new} cases in {wall:.0f} s on {processes} processes.")
        return int(any(map(resists, records)))


def resists(record: Record) -> bool:
    """Whether the bounds differ or trust a theorem."""
    return record["lower"] != record["upper"] or bool(record["trusts"])


def secant_record(variety: Grassmannian | SegreVeronese, r: int, premise: int) -> Record:
    """The bounds for σ_r, that line of the argument from above, what is trusted, and the time."""
    from algebra_tnn.explore import dimension

    start = time.process_time()
    found = dimension(variety.secant(r), seconds=1)
    return {
        "r": r,
        "implied": r - 1 if found.lower == r * variety.dimension else 0,  # cases of fewer points
        "lower": found.lower,
        "upper": found.upper,
        "expected": found.expected,
        "ambient": found.ambient,
        "trusts": found.trusts,
        "argument": found.argument[premise].strip() if found.argument else "",
        "seconds": round(time.process_time() - start, 4),
    }


def conclusion(records: Sequence[Record], named: Callable[[Record], str]) -> list[str]:
    """The rules from above, the time, and each case that resists, in Markdown."""
    rules = Counter(record["argument"].split(":")[0].split(" by ")[-1] for record in records)
    slowest = max(records, key=lambda record: record["seconds"])
    return [
        "Upper bounds by " + ", ".join(f"{rule} {count:,}" for rule, count in rules.most_common()) + ".",
        "",
        f"{sum(record['seconds'] for record in records):,.0f} s of CPU time; the slowest took "
        f"{slowest['seconds']:.1f} s: {named(slowest)}.",
        *(f"* open: {named(r)}: {r['lower']} ≤ dimension ≤ {r['upper']}" for r in filter(resists, records)),
    ]
