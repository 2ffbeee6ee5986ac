"""Questions about given weights: ``identifiable`` for a file with weights, and ``equivalent`` for two of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.answers import say_certificate, say_explanation, say_steps, say_tables
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.file_kinds import WEIGHTS, refuse_other_kinds
from algebra_tnn.cli.printing import STATUS_COLOURS, Output, brief, number_json
from algebra_tnn.cli.reading import FloatText, json_object
from algebra_tnn.cli.writing import destination, saved

if TYPE_CHECKING:
    from algebra_tnn.models.equivalence import Equivalence
    from algebra_tnn.models.weights import WeightedNetwork

EXPECTED = (
    'a network with its weights, such as {"network": {"widths": [3, 2, 2], "degrees": [2]}, '
    '"weights": {"W1": [[1, 0, 1], [0, 1, 2]], "W2": [[1, 2], [1, 3]]}}'
)
_CODES = {"proved": Exit.PROVED, "refuted": Exit.REFUTED, "undecided": Exit.UNDECIDED}
_SMALL = 80  # entries of other weights that are printed without being asked for


def answer(options: argparse.Namespace, path: str) -> int:
    """Whether the weights in a file are determined by their function; the exit code."""
    target = destination(options.output, path)
    weighted = weighted_network(path)
    from algebra_tnn.exact import Field
    from algebra_tnn.explore.weights import determination

    try:
        field = Field.named(options.field or "Q")
    except ValueError as error:
        raise BadInput(str(error)) from None
    try:
        found = determination(weighted, field)
    except ValueError as error:
        raise BadInput(f"{'standard input' if path == '-' else path}: {error}") from None
    written, failure = saved(found.certificate, target)
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    value = found.to_dict()
    _say_others(output, value["other_weights"])
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object({"command": "identifiable", **value, "certificate": written})
    if failure is not None:
        raise failure
    return _CODES[found.status]


def equivalent(options: argparse.Namespace) -> int:
    """Whether the weights in two files differ by a permutation and a rescaling of neurons; the exit code."""
    first, second = (weighted_network(path) for path in (options.first, options.second))
    try:
        found = first.equivalence(second)
    except ValueError as error:
        raise BadInput(str(error)) from None
    same = True if found is not None else _have_the_same_function(first, second)
    output = Output(options)
    status, text = ("refuted", "not equivalent") if found is None else ("proved", "equivalent")
    output.answer(output.painted(text, STATUS_COLOURS[status]))
    output.detail(f"  {first}, over Q")
    for line in _described(found, same):
        output.detail(f"  {line}")
    output.object(
        {
            "command": "equivalent",
            "name": str(first),
            "status": status,
            "field": "Q",
            "same_function": same,
            "permutations": None if found is None else [list(order) for order in found.permutations],
            "scalings": None if found is None else [list(map(number_json, some)) for some in found.scalings],
            "explanation": "; ".join([text, *_described(found, same)]),
        }
    )
    return _CODES[status]


def _described(found: Equivalence | None, same: bool | None) -> list[str]:
    if found is None:
        functions = {
            True: "yet they have the same function",
            False: "they have different functions, too",
            None: "whether they have the same function is not known: its polynomials are too long",
        }
        return [
            "no permutation of hidden neurons and no rational rescaling takes the first weights to the second",
            functions[same],
        ]
    return [
        f"layer {layer}: " + ", ".join(_moved(i, k, s) for i, (k, s) in enumerate(zip(order, scales, strict=True)))
        for layer, (order, scales) in enumerate(zip(found.permutations, found.scalings, strict=True), 1)
    ] or ["there are no hidden neurons, and the weights are equal"]


def _moved(i: int, k: int, s: Any) -> str:
    return f"neuron {i} is {k} there" + (f", times {brief(s)}" if s != 1 else "")


def _have_the_same_function(first: WeightedNetwork, second: WeightedNetwork) -> bool | None:
    try:
        return first.network.coefficients(first.weights) == first.network.coefficients(second.weights)
    except ValueError:
        return None


def _say_others(output: Output, others: dict[str, Any] | None) -> None:
    if others is None:
        return
    tables = {name: nested if isinstance(nested[0], list) else [nested] for name, nested in others.items()}
    size = sum(len(row) for table in tables.values() for row in table)
    if size > _SMALL and not output.verbose:
        output.detail(f"  other weights with the same function: {size} numbers; -v shows them")
        return
    output.detail("  other weights with the same function:")
    say_tables(output, tables, str if output.verbose else brief)


# ------------------------------------------------------------------------------------------------------- reading


def weighted_network(path: str) -> WeightedNetwork:
    """The network with weights that a file holds. Raises: BadInput."""
    name, value = json_object(path, EXPECTED)
    refuse_other_kinds(name, value, (WEIGHTS,), EXPECTED)
    from algebra_tnn.models.weights import WeightedNetwork

    try:
        if place := first_float(value, ()):
            raise BadInput(f'{name}: {place}; write integers or rationals such as "3/7"')
        return WeightedNetwork.from_json(value)
    except RecursionError:
        raise BadInput(f"{name}: its lists are nested too deeply; a matrix is a list of rows") from None
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None


def first_float(value: Any, path: Sequence[Any]) -> str | None:
    """Where the first float is, and which."""
    if isinstance(value, FloatText):
        place = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")
        return f"{place} is the float {value}"
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return next((found for key, part in parts if (found := first_float(part, (*path, key)))), None)
