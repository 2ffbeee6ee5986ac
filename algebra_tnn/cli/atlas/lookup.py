"""``atlas lookup``: what the atlas that comes with the program says of a model, without computing anything."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.atlas.opening import atlas_errors
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.printing import Output


def lookup(options: argparse.Namespace) -> int:
    model = model_of(options)
    from algebra_tnn.atlas import shipped

    with atlas_errors():
        found = shipped.lookup(model)
        covered = shipped.covered() if found is None else ""
    output = Output(options)
    if found is None:
        output.answer(f"{model} is not in the atlas, which says nothing about it; algebra-tnn dimension computes it")
        output.detail(covered)
        output.object({"command": "atlas lookup", "found": False, "covered": covered})
        return Exit.UNDECIDED
    output.answer(found.explanation)
    output.object({"command": "atlas lookup", "found": True, **found.to_dict()})
    return Exit.PROVED if found.columns["status"] == "proved" else Exit.UNDECIDED
