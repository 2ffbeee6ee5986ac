"""Networks with pooling say what the prose of the evaluator says, and one that does not is noticed."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest

from algebra_tnn.laws import value
from algebra_tnn.models.circuits import DeepCircuit
from algebra_tnn.models.pooling import Cell, PoolingNetwork
from tests.conformance import pooling_evaluator as prose
from tests.conformance.agreement import RINGS, drawn

TEMPLATES = [[1, 2], [0, 1], [-1, 1]]
SHAPES: list[dict[str, Any]] = [
    {"inputs": 4, "channels": (2, 1)},
    {"inputs": 4, "channels": (1, 2), "tree": ((2, 0), (3, 1)), "shared": True},
    {"inputs": 3, "channels": (3,), "tree": (2, 0, 1), "templates": TEMPLATES},
    {"inputs": 3, "channels": (2, 2), "tree": ((1, 2), (0,)), "templates": TEMPLATES},
]
KINDS = [
    ("max", "relu"),
    ("average", "relu"),
    ("sum", "relu"),
    ("product", "relu"),
    ("max", "none"),
    ("average", "none"),
    ("sum", "none"),
    ("product", "none"),
]


def agrees(network: PoolingNetwork, kind: str, rectified: bool, seed: str) -> bool:
    rng = random.Random(seed)
    weights = {name: drawn(shape, lambda: RINGS["Q"](rng)) for name, shape in network.parameters.items()}
    grid = network.grid_tensor(weights)
    for place in product(range(len(network.templates)), repeat=network.inputs):
        inputs = [list(network.templates[d]) for d in place]
        if grid[place] != prose.channels(network.tree, network.tree, kind, rectified, weights, inputs):
            return False
    return True


@pytest.mark.parametrize(("pooling", "activation"), KINDS)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_grid_tensors(shape: dict[str, Any], pooling: Any, activation: Any) -> None:
    network = PoolingNetwork(dimension=2, pooling=pooling, activation=activation, **shape)
    assert agrees(network, pooling, activation == "relu", "grid")


def test_another_network_is_noticed() -> None:
    network = PoolingNetwork(**SHAPES[0], dimension=2, pooling="max")
    assert not agrees(network, "sum", True, "grid") and not agrees(network, "max", False, "grid")
    averages = PoolingNetwork(**SHAPES[0], dimension=2, pooling="average")
    assert not agrees(averages, "sum", True, "grid")


@pytest.mark.parametrize("tree", [None, ((2, 0), (3, 1)), ((0, 1), (2,), (3,))])
@pytest.mark.parametrize("shared", [False, True])
def test_products_are_an_arithmetic_circuit(tree: Any, shared: bool) -> None:
    """The other definition of these networks in the package has the same weights under the same names."""
    circuit = DeepCircuit(4, 2, (3, 2), shared, tree)
    network = PoolingNetwork(4, 2, (3, 2), "product", "none", shared=shared, tree=tree)
    assert network.parameters == circuit.parameters
    rng = random.Random("circuit")
    weights = {name: drawn(shape, lambda: RINGS["Q"](rng)) for name, shape in network.parameters.items()}
    assert network.grid_tensor(weights).nested() == circuit.tensor(weights)
    cell = Cell.around(network, weights)
    vectors = {f"x{i}": drawn((2,), lambda: RINGS["Q"](rng)) for i in range(4)}
    assert not cell.differences and value(cell.law(), weights | vectors) == value(circuit.law(), weights | vectors)
