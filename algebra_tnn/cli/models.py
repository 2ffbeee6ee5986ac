"""``dimension`` and ``law``: questions about a model, which is a family with its sizes or a user's own law."""

from __future__ import annotations

import argparse
import json
import re
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import say_certificate, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.writing import destination, saved

if TYPE_CHECKING:
    from algebra_tnn.laws import Law
    from algebra_tnn.models import PolynomialNetwork

FAMILIES = ("pnn",)
_SIZES = re.compile(r"-?[0-9]{1,9}(,-?[0-9]{1,9})*", re.ASCII)


def dimension(options: argparse.Namespace) -> int:
    model = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.dimensions import dimension as dimension_of

    try:
        found = dimension_of(model, prove=options.prove, seconds=options.budget)
    except ValueError as error:  # the law has no values modulo the primes that are used
        raise BadInput(str(error)) from None
    written, failure = saved(found.certificate, target)
    output = Output(options)
    first, *lines = found.explanation.splitlines()
    output.answer(output.painted(first, "green" if found.meet else "yellow"))
    for line in lines:
        output.detail(line)
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object({"command": "dimension", **found.to_dict(), "certificate": written})
    if failure is not None:
        raise failure
    return Exit.PROVED if found.meet else Exit.UNDECIDED


def law(options: argparse.Namespace) -> int:
    from algebra_tnn.laws import Law, formula

    model = model_of(options)
    found = model if isinstance(model, Law) else model.law()
    output = Output(options)
    for line in formula(found).splitlines():
        output.answer(line)
    output.detail(json.dumps(found.to_json()))
    output.object(
        {"command": "law", "formula": formula(found), "parameters": found.parameter_count, "law": found.to_json()}
    )
    return Exit.PROVED


def model_of(options: argparse.Namespace) -> PolynomialNetwork | Law:
    """The model that the arguments name. Raises: BadInput."""
    first, *rest = options.model
    if first not in FAMILIES:
        return _law(options, first, rest)
    if len(rest) != 1:
        raise BadInput(f"{first} has {len(rest)} arguments; it takes the widths, such as {first} 3,2,1")
    given = [name for name in ("degree", "degrees", "activation") if getattr(options, name) is not None]
    widths = sizes_of("the widths", rest[0])
    if len(given) > 1 or (not given and len(widths) > 2):
        raise BadInput(
            f"{first} has {' and '.join(f'--{x}' for x in given) or 'no degree'}; give one of --degree, "
            "--degrees and --activation"
        )
    from algebra_tnn.models import PolynomialNetwork

    try:
        if options.activation is not None:
            return PolynomialNetwork(widths, activations=options.activation, biases=options.biases)
        degrees = options.degree if options.degrees is None else sizes_of("the degrees", options.degrees)
        return PolynomialNetwork(widths, degrees, biases=options.biases)
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None


def _law(options: argparse.Namespace, path: str, rest: list[str]) -> Law:
    if rest:
        raise BadInput(f"{path!r} is no family, and a law is one file; the families are {', '.join(FAMILIES)}")
    for name in ("degree", "degrees", "activation", "biases"):
        if getattr(options, name) not in (None, False):
            raise BadInput(f"--{name} is for a family such as pnn; the law in {path} says all itself")
    from algebra_tnn.laws import Law

    name, value = json_object(path, "a law, which is an object with the keys inputs, parameters, let and output")
    try:
        return Law.from_json(value)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None


def sizes_of(place: str, text: str) -> tuple[int, ...]:
    if not _SIZES.fullmatch(text):
        raise BadInput(f"{place} are {text!r}; they are integers separated by commas, such as 3,2,1")
    return tuple(map(int, text.split(",")))
