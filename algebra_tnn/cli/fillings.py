"""``threshold``, ``filling`` and ``minimal-fillings``: which degrees and widths are enough for a polynomial network."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.answers import EXITS, say_explanation, say_found
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.printing import STATUS_COLOURS, Output
from algebra_tnn.cli.sizes import sizes_of
from algebra_tnn.cli.watching import watched
from algebra_tnn.cli.writing import destination


def threshold(options: argparse.Namespace) -> int:
    family, *rest = options.model
    if family != "pnn" or len(rest) != 1:
        raise BadInput(f"the model is {' '.join(options.model)!r}; it is a family and its widths, such as pnn 2,3,1")
    widths = sizes_of("the widths", rest[0])
    from algebra_tnn.explore.thresholds import LEAST
    from algebra_tnn.explore.thresholds import threshold as threshold_of

    degrees = None if options.to is None else range(LEAST, options.to + 1)
    if degrees is not None and not degrees:
        raise BadInput(f"--to is {options.to}; degrees from {LEAST} on are tested, so give {LEAST} or more")
    with watched(options) as watch:
        try:
            found = threshold_of(widths, biases=options.biases, degrees=degrees, report=watch.say)
        except (TypeError, ValueError) as error:
            raise BadInput(str(error)) from None
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    output.object({"command": "threshold", **found.to_dict()})
    return EXITS[found.status]


def filling(options: argparse.Namespace) -> int:
    network = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.fillings import filling_of
    from algebra_tnn.laws import Law
    from algebra_tnn.models import PolynomialNetwork

    if not isinstance(network, PolynomialNetwork):
        kind = "a law" if isinstance(network, Law) else "no polynomial network"
        raise BadInput(f"{options.model[0]} is {kind}; filling is asked for networks, such as pnn 2,3,3,2,1 --degree 2")
    try:
        found = filling_of(network)
    except ValueError as error:
        raise BadInput(str(error)) from None
    say_found(options, found, target)
    return EXITS[found.status]


def minimal_fillings(options: argparse.Namespace) -> int:
    from algebra_tnn.explore.filling_search import minimal_fillings as search

    with watched(options) as watch:
        try:
            found = search(
                options.inputs,
                options.outputs,
                options.degree,
                options.max_layers,
                max_width=options.max_width,
                seconds=options.budget,
                report=watch.say,
            )
        except ValueError as error:
            raise BadInput(str(error)) from None
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    output.object({"command": "minimal-fillings", **found.to_dict()})
    return EXITS[found.status]
