"""Layers of a network with weights: their features, their values, and layers with something else in a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias, TypeVar

from algebra_tnn.exact import Matrix, Number
from algebra_tnn.laws.draws import Draw
from algebra_tnn.models import PolynomialNetwork, Power
from algebra_tnn.models.rescalings import forms
from algebra_tnn.provers.weights.same_function import LARGEST_INPUT

T = TypeVar("T")
Row: TypeAlias = list[Number]
Layer: TypeAlias = tuple[list[Row], Row]  # the matrix and the biases, 0 where there are none


def places(network: PolynomialNetwork) -> Iterator[tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]]]:
    """For each hidden layer where the rows of its matrix, and of the next, have weights."""
    sources = [connections.sources for connections in network.connections]
    return pairwise(sources)


def pairs_of_powers(
    network: PolynomialNetwork, exponent: int
) -> Iterator[tuple[int, tuple[int, Power], tuple[int, Power]]]:
    """Two neurons of one hidden layer, which counts from 0, that have the form α (t + β)^exponent + γ."""
    found = [(*neuron, form) for neuron, form in forms(network).items() if form.exponent == exponent]
    for (layer, i, one), (other, j, two) in combinations(found, 2):
        if layer == other:
            yield layer - 1, (i, one), (j, two)


def rewired(
    layers: list[Layer],
    layer: int,
    rows: Mapping[int, Row],
    columns: Mapping[int, Row],
    powers: Mapping[int, Power],
) -> list[Layer]:
    """With other rows [W | b + β] of some neurons, and other columns of the next layer, whose biases take γ back."""
    (matrix, bias), (above, above_bias) = layers[layer : layer + 2]
    matrix = [rows[i][:-1] if i in rows else row for i, row in enumerate(matrix)]
    bias = [rows[i][-1] - powers[i].shift if i in rows else b for i, b in enumerate(bias)]
    moved = [[columns[i][k] if i in columns else x for i, x in enumerate(row)] for k, row in enumerate(above)]
    offsets = [powers[i].offset if i in columns else 0 for i in range(len(matrix))]
    back = [
        b + sum((x - y) * offset for x, y, offset in zip(old, new, offsets, strict=True))
        for b, old, new in zip(above_bias, above, moved, strict=True)
    ]
    return with_layer(with_layer(layers, layer, (matrix, bias)), layer + 1, (moved, back))


def with_layer(layers: list[Layer], layer: int, new: Layer) -> list[Layer]:
    return [*layers[:layer], new, *layers[layer + 1 :]]


def with_entry(entries: list[T], i: int, new: T) -> list[T]:
    return [*entries[:i], new, *entries[i + 1 :]]


def columns_of(rows: Sequence[Sequence[Number]], chosen: Sequence[int]) -> Matrix:
    return tuple(tuple(row[j] for j in chosen) for row in rows)


def layer_output(layer: Layer, h: Sequence[Number]) -> Row:
    """The pre-activations for outputs of the layer below; a constant 1 that may follow these is not used."""
    return [sum(w * x for w, x in zip(row, h, strict=False)) + b for row, b in zip(*layer, strict=True)]


def features_of(network: PolynomialNetwork, layers: list[Layer], layer: int) -> list[Row]:
    """The outputs of a hidden layer at some inputs, and then 1 if there are biases."""
    return values_at(network, layers, layer)[1]


def values_at(
    network: PolynomialNetwork, layers: list[Layer], layer: int, inputs: int | None = None
) -> tuple[list[Row], list[Row]]:
    """What a hidden layer receives at random inputs, and its outputs there, followed by 1 if there are biases.

    If no number of inputs is asked for, there are four more than neurons: a relation between the neurons, 1 and one
    function more that holds at so many generic inputs holds everywhere.
    """
    count = network.widths[layer + 1] + 4 if inputs is None else inputs
    received: list[Row] = []
    found: list[Row] = Draw(1, LARGEST_INPUT).array((count, network.widths[0])).astype(int).tolist()
    for matrix, sigmas in zip(layers[: layer + 1], network.activations, strict=False):
        received, pre = found, [layer_output(matrix, h) for h in found]
        found = [[sigma.value(z) for sigma, z in zip(sigmas, row, strict=True)] for row in pre]
    return received, [[*h, *([1] if network.biases else [])] for h in found]
