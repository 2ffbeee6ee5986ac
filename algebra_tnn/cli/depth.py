"""``depth``: how wide a shallow circuit is that does what a model does, for almost all of its weights."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.answers import EXITS, say_found
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.writing import destination


def depth(options: argparse.Namespace) -> int:
    model = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.shallow_widths import depth_efficiency

    try:
        found = depth_efficiency(model)
    except ValueError as error:  # no scalar output, or too large
        raise BadInput(str(error)) from None
    say_found(options, found, target)
    return EXITS[found.status]
