"""Whole sweeps are killed at random moments; what a resumed sweep has in the end is what one undisturbed has.

``python -m tests.unit.atlas.sweep_kills FILE`` is the sweep that is killed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from algebra_tnn.atlas.families.networks import NetworkSpace
from algebra_tnn.atlas.rows import COSTS
from algebra_tnn.atlas.store import Atlas
from algebra_tnn.atlas.sweeping import cases_of, sweep_into
from tests.unit.atlas.troubled_questions import slow

ROOT = Path(__file__).resolve().parents[3]
SPACE = NetworkSpace(layers=(2, 3), widths=(1, 2, 3), outputs=(1, 2, 3), degrees=(2,), ambient=100)


def swept(path: Path) -> None:
    with Atlas.writing(path) if path.exists() else Atlas.created(path) as atlas:
        sweep_into(atlas, cases_of(SPACE, "dimension"), total=SPACE.count(), ask=slow)


def contents(path: Path) -> dict[str, tuple[object, ...]]:
    """What the file says of each case, but for what it cost; certificates are read, so that they must be whole."""
    with Atlas.reading(path) as atlas:
        return {
            row.case: (
                {name: value for name, value in row.columns.items() if name not in COSTS},
                [(role, atlas.certificate(digest)) for role, digest in row.digests.items()],
            )
            for row in atlas.stored()
        }


def kills(count: int, folder: Path, seed: int = 0) -> int:
    """Kills a sweep and its processes so often, with a new file whenever it is complete; how many rows were there.

    Raises: AssertionError if a row was lost that had been there, or differs from that of an undisturbed sweep.
    """
    rng, found = random.Random(seed), 0
    undisturbed = folder / "undisturbed.sqlite"
    swept(undisturbed)
    expected = contents(undisturbed)
    path, before = folder / "killed-0.sqlite", set[str]()
    for number in range(count):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.unit.atlas.sweep_kills", str(path)],
            cwd=ROOT,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(rng.uniform(1.5, 6.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if not path.exists():
            continue
        try:
            now = contents(path)
        except ValueError:
            assert not before, "a file that had rows cannot be read"
            path.unlink()  # it was killed before the tables were there
            continue
        assert before <= set(now), "a row was lost"
        assert all(expected[case] == row for case, row in now.items()), "a row differs"
        before, found = set(now), max(found, len(now))
        if before == set(expected):
            path, before = folder / f"killed-{number + 1}.sqlite", set()
    if path.exists():
        swept(path)
        assert contents(path) == expected
    return found


if __name__ == "__main__":
    swept(Path(sys.argv[1]))
