"""``identifiable``: whether general parameters of a family, or the weights in a file, are determined by their value."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.answers import say_certificate, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.file_kinds import BLOCKS, LAW, PARATUCK2
from algebra_tnn.cli.models import file_named, model_of
from algebra_tnn.cli.printing import STATUS_COLOURS, Output
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.writing import destination, saved

_CODES = {"proved": Exit.PROVED, "refuted": Exit.REFUTED, "undecided": Exit.UNDECIDED}


def identifiable(options: argparse.Namespace) -> int:
    from algebra_tnn.families import families

    if options.model[0] not in families():
        return _given_weights(options)
    if options.field is not None:
        raise BadInput("--field is for a file with weights; a family is over the algebraic closure of Q")
    model = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.identifiability import Identified
    from algebra_tnn.explore.identifiability import identifiable as identifiability
    from algebra_tnn.models.analytic import JetNetwork
    from algebra_tnn.models.rectified import RectifiedNetwork

    if isinstance(model, JetNetwork | RectifiedNetwork):
        raise BadInput(
            f"in how many ways the function of {options.model[0]} determines its weights is not known; what is known "
            f"about weights near each other, dimension {' '.join(options.model)} says"
        )
    if not isinstance(model, Identified):
        raise BadInput(
            f"what determines the nodes of {options.model[0]} is not known; ask about pnn, segre, veronese, "
            "segre-veronese, grassmannian, cp, btd, paratuck2, cnn, or attention with --d, --a and --tokens"
        )
    try:
        found = identifiability(model, seconds=options.budget)
    except ValueError as error:  # the law has no values modulo the primes that are used
        raise BadInput(str(error)) from None
    written, failure = saved(found.certificate, target)
    output = Output(options)
    finite, globally, *lines = found.explanation.splitlines()
    output.answer(output.painted(finite, STATUS_COLOURS[found.finite]))
    output.answer(output.painted(globally, STATUS_COLOURS[found.globally]))
    for line in lines:
        output.detail(line)
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object({"command": "identifiable", **found.to_dict(), "certificate": written})
    if failure is not None:
        raise failure
    return _CODES[found.globally]


def _given_weights(options: argparse.Namespace) -> int:
    """The answer for the weights in a file. Raises: BadInput."""
    path = file_named(options, "a network with weights")
    if options.budget is not None:
        raise BadInput(f"--budget is for a family such as pnn; the file {path} says all itself")
    from algebra_tnn.cli import nodes, weights

    if path == "-":
        return weights.answer(options, path)
    name, value = json_object(path, weights.EXPECTED)
    if LAW.is_of(value):
        raise BadInput(
            f"{path} is a law, and what its neurons are is not known; give a network with its weights, or a family "
            "such as pnn 3,4,3"
        )
    if BLOCKS.is_of(value) or PARATUCK2.is_of(value):
        return nodes.answer(options, name, value)
    return weights.answer(options, path)
