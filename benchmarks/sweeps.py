"""Sweeps over many cases into an atlas file, with a summary of their rows as Markdown."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from algebra_tnn.atlas.cases import Case

Record: TypeAlias = Mapping[str, Any]  # the columns of a row


def records(wanted: Sequence[Case], path: Path, jobs: int) -> tuple[list[Record], int, float]:
    """The rows in the order of the cases, how many of them are new, and the seconds for these.

    Finished rows in the file are kept, so that an interrupted run goes on where it was.
    """
    from algebra_tnn.atlas.store import Atlas
    from algebra_tnn.atlas.sweeping import sweep_into

    keys = [case.key for case in wanted]
    with Atlas.writing(path) if path.exists() else Atlas.created(path) as atlas:
        left = len(keys) - len(atlas.finished(keys))
        start = time.monotonic()
        if left:
            sweep_into(atlas, wanted, total=len(wanted), jobs=jobs, watch=_told)
            print(file=sys.stderr)
        found = [row.columns for key in keys if (row := atlas.row(key)) is not None]
        return found, left, time.monotonic() - start if left else 0.0


def _told(progress: Any) -> None:
    print(f"\r{progress.done} of {progress.total}", end="", file=sys.stderr)


def reported(wanted: Sequence[Case], path: Path, jobs: int, summary: Callable[[list[Record]], str]) -> int:
    """Prints the summary: 0 if both bounds of every case meet and trust no theorem, else 1; 130 if interrupted."""
    try:
        found, new, wall = records(wanted, path, jobs)
    except KeyboardInterrupt:
        print(f"\ninterrupted; the finished cases are in {path}", file=sys.stderr)
        return 130
    print(summary(found))
    print(f"\n{new} cases in {wall:.0f} s on {jobs} processes.")
    return int(any(map(resists, found)))


def resists(record: Record) -> bool:
    """Whether the bounds differ or trust a theorem, or there are none."""
    return record["status"] == "failed" or record["lower"] != record["upper"] or bool(record["trusts"])


def numbers(text: str) -> tuple[int, ...]:
    """Those that a column has with commas."""
    return tuple(map(int, text.split(","))) if text else ()


def implied(record: Record, dimension: int) -> int:
    """How many cases of fewer points follow, see ``implied_rows``; ``dimension`` is that of the variety."""
    return record["points"] - 1 if record["lower"] == record["points"] * dimension else 0


def is_defective(record: Record) -> bool:
    """Whether the dimension is proved to be below the expected one."""
    return record["upper"] is not None and record["upper"] < record["expected"]


def conclusion(records: Sequence[Record]) -> list[str]:
    """The rules from above, the time, and each case that resists, in Markdown."""
    rules = Counter(record["rule"] for record in records)
    slowest = max(records, key=lambda record: record["seconds"])
    return [
        "Upper bounds by " + ", ".join(f"{rule} {count:,}" for rule, count in rules.most_common()) + ".",
        "",
        f"{sum(record['seconds'] for record in records):,.0f} s of CPU time; the slowest took "
        f"{slowest['seconds']:.1f} s: {slowest['name']}.",
        *(
            f"* open: {r['name']}: "
            + (f"failed: {r['reason']}" if r["status"] == "failed" else f"{r['lower']} ≤ dimension ≤ {r['upper']}")
            for r in filter(resists, records)
        ),
    ]
