"""Sweeps over many cases: on several processes, each finished case in a file, progress on stderr."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Generic, TypeVar

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
