"""The table of tasks. Each module has ``rows()``: the questions, for the full and for the quick run."""

from __future__ import annotations

from benchmarks.measurement import Row
from benchmarks.tasks import (
    atlas,
    certificates,
    expansion,
    kernels,
    kruskal,
    networks,
    rank,
    segre,
    separation,
    uniqueness,
)

MODULES = {
    "rank": rank,
    "segre": segre,
    "networks": networks,
    "kruskal": kruskal,
    "expansion": expansion,
    "certificates": certificates,
    "kernels": kernels,
    "uniqueness": uniqueness,
    "separation": separation,
    "atlas": atlas,
}
AXES = {  # what a row's size is, in the task's plot
    "rank": "n",
    "segre": "dimension of the space, n³",
    "networks": "parameters",
    "kruskal": "column subsets",
    "expansion": "terms",
    "separation": "entries of the tensor",
}


def rows_of(task: str, quick: bool) -> list[Row]:
    """The rows of a task, or of all, that belong to the quick or to the full run."""
    modules = MODULES.values() if task == "all" else [MODULES[task]]
    return [row for module in modules for row in module.rows() if row.quick == quick]
