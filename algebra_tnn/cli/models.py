"""``dimension`` and ``law``: questions about a model, which is a family with its sizes or a user's own law."""

from __future__ import annotations

import argparse
import json
import os
from difflib import get_close_matches
from typing import TYPE_CHECKING

from algebra_tnn.cli import graphs, rectified
from algebra_tnn.cli.answers import EXITS, say_found
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.file_kinds import LAW, refuse_other_kinds
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.writing import destination

if TYPE_CHECKING:
    from algebra_tnn.explore.dimensions import Model
    from algebra_tnn.families import Family
    from algebra_tnn.laws import Law


def dimension(options: argparse.Namespace) -> int:
    model = model_of(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.dimensions import dimension as dimension_of
    from algebra_tnn.models.rectified import RectifiedNetwork

    if isinstance(model, RectifiedNetwork):
        return rectified.answer(options, model, target)
    if options.weights is not None:
        raise BadInput(f"--weights is for relu, not for {options.model[0]}; leave it out")
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
    from algebra_tnn.families import families

    first, *rest = options.model
    family = families().get(first)
    return _in_file(options) if family is None else family_model(options, family, rest)


def family_model(options: argparse.Namespace, family: Family, rest: list[str]) -> Model | Law:
    """The model of these sizes, if there is one and its law is not too large. Raises: BadInput."""
    from algebra_tnn.cli.vocabulary import said
    from algebra_tnn.families import FAMILIES

    values = said(options, family, rest)
    try:
        found = family.model(values)
        law: Law = found.law()  # says what is too large
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None
    if family.name in FAMILIES or hasattr(found, "symmetries"):
        model: Model = found
        return model
    return law  # of a plug-in that says no more of its models


def file_named(options: argparse.Namespace, what: str) -> str:
    """The file that the arguments name in the place of a family; ``what`` it holds. Raises: BadInput."""
    from algebra_tnn.cli.vocabulary import given_words
    from algebra_tnn.families import families
    from algebra_tnn.text.spelling import unknown

    path: str = options.model[0]
    is_word = path.replace("-", "").isalnum() or get_close_matches(path, families(), n=1)
    if len(options.model) > 1 or (path != "-" and is_word and not os.path.exists(path)):
        raise BadInput(f"{what} is one file, and {unknown('family', path, families(), shows_all=False)}")
    for word in given_words(options):
        raise BadInput(f"{word.option} is for a family such as pnn; the file {path} says all itself")
    return path


def _in_file(options: argparse.Namespace) -> Model | Law:
    path = file_named(options, "a law")
    from algebra_tnn.laws import Law

    expected = "a law, which is an object with the keys inputs, parameters, let and output"
    name, value = json_object(path, expected)
    if graphs.is_network(value):
        return graphs.network_of(name, value)
    refuse_other_kinds(name, value, (LAW,), expected)
    try:
        return Law.from_json(value)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None
