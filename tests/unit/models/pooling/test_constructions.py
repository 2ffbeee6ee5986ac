"""Weights for given grid tensors, and how wide a shallow network has to be."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from math import prod

import pytest

from algebra_tnn import Tensor, rank
from algebra_tnn.models.pooling import PoolingNetwork, largest_rank, network_of, pairs_network, width_needed


@pytest.mark.parametrize(("order", "count"), [(2, 2), (2, 3), (3, 2), (4, 2), (3, 3)])
def test_any_tensor(order: int, count: int) -> None:
    rng = random.Random(order)
    tensor = Tensor(
        (count,) * order, tuple(Fraction(rng.randint(-9, 9), rng.randint(1, 3)) for _ in range(count**order))
    )
    network, weights = network_of(tensor)
    assert network.channels == (count**order,) and network.grid_tensor(weights) == tensor


def test_any_independent_templates() -> None:
    tensor = Tensor.from_nested([[1, 2], [3, 5]])
    for templates in ([[1, 1], [1, 2]], [[1, 0, 2], [0, 3, 1]]):
        network, weights = network_of(tensor, templates)
        assert network.grid_tensor(weights) == tensor and network.dimension == len(templates[0])


@pytest.mark.parametrize(
    ("nested", "templates", "message"),
    [
        ([[1, 2, 3], [4, 5, 6]], None, r"the shape \(2, 3\)"),
        ([[1]], None, r"the shape \(1, 1\)"),
        ([[1, 2], [3, 4]], [[1, 2], [2, 4]], "the templates are dependent"),
        ([[1, 2], [3, 4]], [[1, 2]], "templates has 1 rows; there are 2"),
    ],
)
def test_no_network(nested: list[list[int]], templates: list[list[int]] | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        network_of(Tensor.from_nested(nested), templates)


@pytest.mark.parametrize(("inputs", "dimension", "width"), [(2, 3, 2), (4, 2, 1), (4, 3, 2), (6, 2, 2), (4, 3, 3)])
def test_pairs(inputs: int, dimension: int, width: int) -> None:
    network, weights = pairs_network(inputs, dimension, width)
    grid = network.grid_tensor(weights)
    for place in product(range(dimension), repeat=inputs):
        linked = all(place[k] == place[k + 1] < width for k in range(0, inputs, 2))
        assert grid[place] == width - linked
    found = rank(grid.matricized(range(0, inputs, 2)))
    assert found == width ** (inputs // 2) + (1 if width < dimension else 0)


def test_pairs_that_are_none() -> None:
    with pytest.raises(ValueError, match="inputs is 3; inputs are paired"):
        pairs_network(3, 2, 2)
    with pytest.raises(ValueError, match="width is 3 and dimension 2"):
        pairs_network(4, 2, 3)


#  filters of inputs with alternating parity, so that the values on the two sides interleave: found by a random search
ATTAINED = [
    (4, 2, 1, [[[0, 2]], [[0, 3]], [[4, 0]], [[0, 5]]], [1]),
    (
        *(4, 3, 2),
        [[[4, 6, 0], [2, 6, 0]], [[7, 0, 5], [0, 9, 5]], [[8, 2, 0], [0, 8, 4]], [[3, 0, 9], [7, 0, 3]]],
        [-6, 3],
    ),
]


@pytest.mark.parametrize(("inputs", "templates", "width", "filters", "last"), ATTAINED)
def test_the_bound_is_attained(
    inputs: int, templates: int, width: int, filters: list[list[list[int]]], last: list[int]
) -> None:
    network = PoolingNetwork.shallow(inputs, templates, width)
    found = rank(network.grid_tensor([*filters, last]).matricized(range(0, inputs, 2)))
    assert found == largest_rank(width, inputs // 2, templates) <= templates ** (inputs // 2)


@pytest.mark.parametrize("pooling", ["max", "sum", "average"])
def test_ranks_of_random_units(pooling: str) -> None:
    """Never above the bound: 1 + Z p (T − 1) for the largest, 2 for sums."""
    rng = random.Random(pooling)
    for inputs, templates, width in [(4, 3, 1), (4, 4, 1), (6, 2, 2), (5, 2, 1)]:
        network = PoolingNetwork.shallow(inputs, templates, width, pooling)
        weights = [
            [[rng.randint(-5, 20) for _ in range(prod(shape[1:]))] for _ in range(width)]
            for shape in list(network.parameters.values())[:-1]
        ]
        grid = network.grid_tensor([*weights, [rng.randint(1, 9) for _ in range(width)]])
        for positions in (1, 2):
            bound = 2 if pooling != "max" else largest_rank(width, positions, templates)
            assert rank(grid.matricized(range(positions))) <= bound


def test_width() -> None:
    assert [width_needed(r, 2, 2) for r in range(6)] == [0, 1, 1, 1, 2, 2]
    for r in range(1, 40):
        for p, t in ((1, 2), (2, 3), (4, 2)):
            width = width_needed(r, p, t)
            assert largest_rank(width, p, t) >= r and (width == 1 or largest_rank(width - 1, p, t) < r)
