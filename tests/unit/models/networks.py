"""Small networks of every kind, and random weights for them."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from algebra_tnn.models import PolynomialNetwork

TOEPLITZ = [[0, 1, -1], [-1, 0, 1]]

NETWORKS = [
    PolynomialNetwork((3, 2)),
    PolynomialNetwork((2, 3), biases=True),
    PolynomialNetwork((3, 2, 1), 2),
    PolynomialNetwork((2, 3, 2), 3, biases=True),
    PolynomialNetwork((2, 2, 2, 1), (1, 2)),
    PolynomialNetwork((2, 1, 2, 2), (2, 1), biases=True),
    PolynomialNetwork((2, 2, 1), activations="x^2 + 3x + 1/2", biases=True),
    PolynomialNetwork((2, 2, 2), activations="x^3 - x"),
    PolynomialNetwork((2, 2, 1), activations="x^2 - 1"),
    PolynomialNetwork((2, 2, 1, 1), activations=("x^2 + x - 1/2", "x^2")),
    PolynomialNetwork((2, 1, 1, 1), activations=("x^2 + x - 1/2", "x^2")),
    PolynomialNetwork((2, 3, 2), activations=(["x^2", "x^3 + x", "2x^2 + 1"],)),
    PolynomialNetwork((2, 3, 1), activations=(["x^2", "(x+1)^2", "x"],), biases=True),
    PolynomialNetwork((2, 2, 2, 1), activations=("x/2 + 1", "3(x + 1)^2 - 2"), biases=True),
    PolynomialNetwork((3, 3, 2), 2, sparsity=([[1, 1, 0], [0, 1, 1], [0, 0, 1]], [[1, 0, 1], [0, 1, 0]])),
    PolynomialNetwork((3, 2, 2), 2, sparsity=([[1, 1, 0], [0, 0, 0]], None)),
    PolynomialNetwork((3, 2, 1), 2, biases=True, sparsity=([[1, 1, 0], [0, 0, 0]], None)),
    PolynomialNetwork((3, 2, 1), 2, shared=(TOEPLITZ, None)),
    PolynomialNetwork((3, 2, 2, 1), 2, shared=(TOEPLITZ, [[0, 1], [1, 0]], [[0, 0]])),
    PolynomialNetwork((2, 2, 1), activations=(["x^2", "-x^2"],), shared=([[0, 1], [0, 1]], [[0, 0]])),
    PolynomialNetwork((2, 2, 2), activations="x^2 + 2x + 3", biases=True, shared=([[0, 1], [1, 2]], None)),
]


def drawn(network: PolynomialNetwork, rng: random.Random, fractions: bool = True) -> dict[str, Any]:
    """Random weights without zeros."""

    def number() -> Any:
        x = Fraction(rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]), rng.choice([1, 1, 2]) if fractions else 1)
        return x.numerator if x.denominator == 1 else x

    return {
        name: [number() for _ in range(shape[0])]
        if len(shape) == 1
        else [[number() for _ in range(shape[1])] for _ in range(shape[0])]
        for name, shape in network.parameters.items()
    }
