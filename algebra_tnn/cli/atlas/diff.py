"""``atlas diff``: what a newer atlas proves that an older one did not, and where they contradict each other."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.atlas.opening import atlas_errors
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.printing import Output


def diff(options: argparse.Namespace) -> int:
    from algebra_tnn.atlas.differences import differences

    with atlas_errors():
        found = differences(options.first, options.second)
    output = Output(options)
    output.answer(found.explanation)
    output.object({"command": "atlas diff", "first": options.first, "second": options.second, **found.to_dict()})
    return Exit.REFUTED if found.contradictions else Exit.PROVED
