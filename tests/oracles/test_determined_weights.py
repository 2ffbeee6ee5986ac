"""All small integer weights of small networks, grouped by their values: those that are proved to be determined are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from random import Random
from typing import Any

import pytest

from algebra_tnn.explore.weights import determination
from algebra_tnn.models import PolynomialNetwork, equivalence
from algebra_tnn.models.weights import WeightedNetwork

CASES = [
    (PolynomialNetwork((2, 2, 1), 3), (-1, 0, 1, 2)),
    (PolynomialNetwork((2, 2, 2), 2), (-1, 0, 1)),
    (PolynomialNetwork((1, 2, 1), 5, biases=True), (-1, 0, 1)),
    (PolynomialNetwork((1, 1, 1), 2, biases=True), (-2, -1, 0, 1, 2)),
    (PolynomialNetwork((2, 2, 1), activations="x^4 + x^2 + 1"), (-1, 0, 1, 2)),
    (PolynomialNetwork((2, 2, 2), activations="x^2 + x"), (-1, 0, 1)),
]


def by_name(network: PolynomialNetwork, flat: Sequence[int]) -> dict[str, Any]:
    numbers = iter(flat)

    def nested(shape: tuple[int, ...]) -> Any:
        return [nested(shape[1:]) for _ in range(shape[0])] if shape else next(numbers)

    return {name: nested(shape) for name, shape in network.parameters.items()}


def values(network: PolynomialNetwork, weights: dict[str, Any], inputs: list[list[int]]) -> tuple[Any, ...]:
    """The outputs at the inputs, from the definition."""
    found = []
    for h in inputs:
        for layer in range(1, network.depth + 1):
            bias = weights.get(f"b{layer}", [0] * network.widths[layer])
            z = [
                sum(w * x for w, x in zip(row, h, strict=True)) + b
                for row, b in zip(weights[f"W{layer}"], bias, strict=True)
            ]
            h = z
            if layer < network.depth:
                coefficients = [sigma.coefficients for sigma in network.activations[layer - 1]]
                h = [sum(c * t**e for e, c in enumerate(some)) for some, t in zip(coefficients, z, strict=True)]
        found += h
    return tuple(found)


@pytest.mark.slow
@pytest.mark.parametrize(("network", "numbers"), CASES, ids=lambda x: str(x))
def test_all_small_weights(network: PolynomialNetwork, numbers: tuple[int, ...]) -> None:
    source, groups = Random(1), defaultdict(list)
    inputs = [[source.randint(-9, 9) for _ in range(network.widths[0])] for _ in range(12)]
    for flat in product(numbers, repeat=network.parameter_count):
        weights = by_name(network, flat)
        groups[values(network, weights, inputs)].append(weights)
    statuses = set()
    for group in source.sample(sorted(groups.values(), key=str), min(len(groups), 60)):
        found = determination(WeightedNetwork(network, group[0]))
        statuses.add(found.status)
        equivalent = all(equivalence(network, group[0], other) is not None for other in group)
        assert found.status != "proved" or equivalent, group
        if found.other_weights is not None:
            assert values(network, dict(found.other_weights), inputs) == values(network, group[0], inputs)
            assert equivalence(network, group[0], found.other_weights) is None
    assert statuses >= {"proved", "refuted"}
