"""``atlas status``: how far a sweep is, and what it found."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.atlas.opening import opened
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.printing import Output


def status(options: argparse.Namespace) -> int:
    from algebra_tnn.atlas.summaries import summary

    with opened(options.file) as atlas:
        found = summary(atlas)
    output = Output(options)
    output.answer(found.explanation)
    output.object({"command": "atlas status", "file": options.file, **found.to_dict()})
    return Exit.PROVED
