"""``depth``: how wide a shallow circuit is that does what a model does, for almost all of its weights."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.answers import say_certificate, say_explanation, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.printing import STATUS_COLOURS, Output
from algebra_tnn.cli.writing import destination, saved


def depth(options: argparse.Namespace) -> int:
    model = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.shallow_widths import depth_efficiency

    try:
        found = depth_efficiency(model)
    except ValueError as error:  # no scalar output, or too large
        raise BadInput(str(error)) from None
    written, failure = saved(found.certificate, target)
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object({"command": "depth", **found.to_dict(), "certificate": written})
    if failure is not None:
        raise failure
    return Exit.PROVED if found.status == "proved" else Exit.UNDECIDED
