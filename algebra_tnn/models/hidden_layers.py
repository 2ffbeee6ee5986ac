"""The widths and activations of a network, read from what a user writes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.operations import LARGEST_TENSOR
from algebra_tnn.models.activations import Activation, activation, checked_degree, layer_activations

LARGEST_WIDTH = 10**6


def checked_widths(widths: Any) -> tuple[int, ...]:
    """Two integers or more, each at least 1. Raises: TypeError, ValueError."""
    if not isinstance(widths, (list, tuple)):
        raise TypeError(f"widths is {widths!r}; it is a list of integers such as (3, 2, 1)")
    sizes = Array.of_indices(list(widths), "widths").entries if widths else ()
    if len(sizes) < 2:
        raise ValueError(
            f"widths is {tuple(widths)}; a network has at least two widths, of its inputs and of its outputs"
        )
    for i, n in enumerate(sizes):
        if not 1 <= n <= LARGEST_WIDTH:
            raise ValueError(f"widths[{i}] is {n}; widths are integers from 1 to {LARGEST_WIDTH}")
    for i, (m, n) in enumerate(pairwise(map(int, sizes))):
        if m * n > LARGEST_TENSOR:
            raise ValueError(
                f"widths[{i}] and widths[{i + 1}] are {m} and {n}, so layer {i + 1} has {m * n} weights; "
                f"choose smaller widths, with at most {LARGEST_TENSOR} weights in a layer"
            )
    return tuple(map(int, sizes))


def hidden_activations(widths: tuple[int, ...], degrees: Any, activations: Any) -> tuple[tuple[Activation, ...], ...]:
    """The activation of every neuron of each hidden layer; degrees stand for powers. Raises: TypeError, ValueError."""
    hidden = widths[1:-1]
    if activations is None:
        if degrees is None and hidden:
            raise ValueError(
                f"{_described(widths)}, but no degrees; give degrees=(r, …) for powers, or activations=(…)"
            )
        each = _per_layer(() if degrees is None else degrees, widths, "degrees")
        found = [Activation.monomial(checked_degree(r, f"degrees[{i}]")) for i, r in enumerate(each)]
        return tuple((sigma,) * n for sigma, n in zip(found, hidden, strict=True))
    each = _per_layer(activations, widths, "activations")
    layers = tuple(layer_activations(each[i], n, f"activations[{i}]") for i, n in enumerate(hidden))
    if degrees is not None:
        given = [checked_degree(r, f"degrees[{i}]") for i, r in enumerate(_per_layer(degrees, widths, "degrees"))]
        actual = [max(sigma.degree for sigma in layer) for layer in layers]
        if given != actual:
            raise ValueError(f"degrees are {given} but the activations have the degrees {actual}; give one of them")
    return layers


def _per_layer(value: Any, widths: tuple[int, ...], name: str) -> tuple[Any, ...]:
    """A list with one entry per hidden layer; anything that is no list is for all of them."""
    hidden = len(widths) - 2
    if not isinstance(value, (list, tuple)):
        activation(value, name)  # judged where there is no hidden layer, too
        return (value,) * hidden
    if len(value) != hidden:
        given = "1 entry" if len(value) == 1 else f"{len(value)} entries"
        wanted = {0: "none", 1: "1 entry"}.get(hidden, f"{hidden} entries, or one value for all of them without a list")
        raise ValueError(f"{name} has {given} but {_described(widths)}; give {wanted}")
    return tuple(value)


def _described(widths: tuple[int, ...]) -> str:
    hidden = len(widths) - 2
    return f"the widths {', '.join(map(str, widths))} have {hidden} hidden layer{'s' if hidden != 1 else ''}"
