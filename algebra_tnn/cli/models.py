"""``dimension`` and ``law``: questions about a model, which is a family with its sizes or a user's own law."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from algebra_tnn.cli import analytic, circuits, equivariant, formats, graphs, networks, rectified, structured, varieties
from algebra_tnn.cli.answers import EXITS, say_found
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.writing import destination

if TYPE_CHECKING:
    from algebra_tnn.explore.dimensions import Model
    from algebra_tnn.laws import Law

Read = Callable[[argparse.Namespace, str, list[str]], "Model"]

FAMILIES: dict[str, tuple[tuple[str, ...], Read]] = {  # the options that a family takes, and how it is read
    **{name: (taken, networks.network_of) for name, taken in networks.OPTIONS.items()},
    **{name: (taken, varieties.secant_of) for name, taken in varieties.OPTIONS.items()},
    **{name: (taken, formats.format_of) for name, taken in formats.OPTIONS.items()},
    **{name: (taken, circuits.circuit_of) for name, taken in circuits.OPTIONS.items()},
    **{name: (taken, structured.structured_of) for name, taken in structured.OPTIONS.items()},
    **{name: (taken, analytic.network_of) for name, taken in analytic.OPTIONS.items()},
    **{name: (taken, rectified.network_of) for name, taken in rectified.OPTIONS.items()},
    **{name: (taken, equivariant.network_of) for name, taken in equivariant.OPTIONS.items()},
}


def dimension(options: argparse.Namespace) -> int:
    model = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.dimensions import dimension as dimension_of
    from algebra_tnn.models.rectified import RectifiedNetwork

    if isinstance(model, RectifiedNetwork):
        return rectified.answer(options, model, target)
    try:
        found = dimension_of(model, prove=options.prove, seconds=options.budget)
    except ValueError as error:  # the law has no values modulo the primes that are used
        raise BadInput(str(error)) from None
    say_found(options, found, target)
    return EXITS[found.status]


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


def model_of(options: argparse.Namespace) -> Model | Law:
    """The model that the arguments name: of a family, or in a file a law or a tensor network. Raises: BadInput."""
    first, *rest = options.model
    if first not in FAMILIES:
        return _in_file(options, first, rest)
    taken, read = FAMILIES[first]
    refuse_other_options(options, first, taken)
    return read(options, first, rest)


def refuse_other_options(options: argparse.Namespace, family: str, taken: Collection[str]) -> None:
    """Raises: BadInput if an option was given that the family does not take."""
    for name in given_options(options):
        if name not in taken:
            others = [other for other, (its, _) in FAMILIES.items() if name in its and other != family]
            raise BadInput(f"--{name} is for {', '.join(others)}, not for {family}; leave it out")


def given_options(options: argparse.Namespace) -> list[str]:
    """The options of families that were given."""
    names = dict.fromkeys(name for taken, _ in FAMILIES.values() for name in taken)
    return [name for name in names if getattr(options, name, None) not in (None, False)]


def _in_file(options: argparse.Namespace, path: str, rest: list[str]) -> Model | Law:
    if rest:
        raise BadInput(f"{path!r} is no family, and a law is one file; the families are {', '.join(FAMILIES)}")
    for name in given_options(options):
        raise BadInput(f"--{name} is for a family such as pnn; the file {path} says all itself")
    from algebra_tnn.laws import Law

    name, value = json_object(path, "a law, which is an object with the keys inputs, parameters, let and output")
    if graphs.is_network(value):
        return graphs.network_of(name, value)
    try:
        return Law.from_json(value)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None
