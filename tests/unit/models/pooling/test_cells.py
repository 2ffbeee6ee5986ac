"""Cells: open, and the network is the polynomial of its cell on all of it and nothing else outside."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.laws import Law, expansion, value
from algebra_tnn.models.pooling import Cell, PoolingNetwork

EVERYDAY = [
    PoolingNetwork(4, 2, (1, 2), "average", tree=((2, 0), (3, 1))),
    PoolingNetwork(4, 2, (1, 1), "max", "none", shared=True, tree=((0, 1, 2, 3),)),
    PoolingNetwork(3, 2, (2, 1), "product", tree=((1, 2), (0,))),
]
OTHERS = [
    PoolingNetwork(4, 2, (2, 1)),
    PoolingNetwork(4, 2, (2, 1), shared=True),
    PoolingNetwork.shallow(3, 2, 2, "max", "none", templates=[[1, 2], [0, 1], [-1, 1]]),
    PoolingNetwork.shallow(3, 2, 2, "sum"),
]
NETWORKS = [*EVERYDAY, *(pytest.param(network, marks=pytest.mark.slow) for network in OTHERS)]


def drawn(network: PoolingNetwork, rng: random.Random) -> dict[str, Any]:
    def numbers(shape: tuple[int, ...]) -> Any:
        return [numbers(shape[1:]) for _ in range(shape[0])] if shape else Fraction(rng.randint(-9999, 9999), 77)

    return {name: numbers(shape) for name, shape in network.parameters.items()}


def moved(weights: dict[str, Any], by: int, rng: random.Random) -> dict[str, Any]:
    def near(x: Any) -> Any:
        return [near(part) for part in x] if isinstance(x, list) else x + Fraction(rng.randint(-900, 900), by)

    return {name: near(x) for name, x in weights.items()}


def coefficients(law: Law, weights: dict[str, Any] | None = None) -> dict[tuple[int, ...], Any]:
    (polynomial,) = expansion(law, weights)
    return dict(polynomial.terms())


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_the_law_is_the_network_in_the_cell(network: PoolingNetwork) -> None:
    rng = random.Random(str(network))
    weights = drawn(network, rng)
    cell = Cell.around(network, weights)
    inside = 0
    for by in (10**6, 10, 3, 2, 1):
        near = moved(weights, by, rng)
        same = min(value(cell.inequalities(), near)) > 0
        assert same == (Cell.around(network, near).differences == cell.differences)
        if same:
            inside += 1
            assert coefficients(cell.law(), near) == coefficients(network.at(near))
    other = Cell.around(network, drawn(network, rng))
    assert inside and coefficients(other.law(), weights) != coefficients(cell.law(), weights)


def test_dead_values_need_no_inequality() -> None:
    """With negative filters nothing leaves the first level, and what comes after it is zero for all weights nearby."""
    network = PoolingNetwork(4, 2, (1, 1))
    negative = {name: [[-1, -2]] if name[1] == "0" else [[1]] for name in network.parameters} | {"W2": [1]}
    cell = Cell.around(network, negative)
    assert len(cell.differences) == 8 and all(one is None for one, _ in cell.differences)
    assert set(value(cell.inequalities(), negative)) == {1, 2}
    assert not coefficients(cell.law()) and set(network.grid_tensor(negative).entries) == {0}
    half = negative | {"W0_0": [[3, -2]]}
    assert set(network.grid_tensor(half).entries) == {0, 3}
    assert coefficients(Cell.around(network, half).law(), half) == coefficients(network.at(half))


@pytest.mark.parametrize(
    ("pooling", "first", "second", "message"),
    [
        ("sum", [[2, 0]], [[1, 3]], "z of 0 in channel 0 at the templates 1 is 0, as is the bound"),
        ("max", [[2, 5]], [[1, 2]], "channel 0 at the templates 0 is 2, as is z of 1 in channel 0 at the templates 1"),
    ],
)
def test_borders(pooling: Any, first: Any, second: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Cell.around(PoolingNetwork.shallow(2, 2, 1, pooling), [first, second, [1]])


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_boxes(network: PoolingNetwork) -> None:
    """All weights of the box are in the cell."""
    rng = random.Random(str(network))
    weights = drawn(network, rng)
    cell = Cell.around(network, weights)
    lower, upper = cell.box_around(weights)

    def between(a: Any, b: Any) -> Any:
        if isinstance(a, list):
            return [between(*pair) for pair in zip(a, b, strict=True)]
        return a + (b - a) * Fraction(rng.randint(0, 9), 9)

    for _ in range(3):
        inside = {name: between(lower[name], upper[name]) for name in weights}
        assert min(value(cell.inequalities(), inside)) > 0
    with pytest.raises(ValueError, match="outside of this cell of the pooling network"):
        cell.box_around(drawn(network, rng))


def test_no_inequalities() -> None:
    network = PoolingNetwork.shallow(2, 2, 1, "sum", "none")
    cell = Cell.around(network, [[[0, 0]], [[1, 1]], [1]])
    with pytest.raises(ValueError, match="whole space of weights"):
        cell.inequalities()
    lower, upper = cell.box_around([[[0, 0]], [["1/2", 1]], [1]])
    assert lower["W0_1"] == [[Fraction(-1, 2), 0]] and upper["W1"] == [2]
    assert str(cell) == "cell of the pooling network on (0,1) with channels 1: sum pooling"


def test_size() -> None:
    network = PoolingNetwork.shallow(13, 2, 1)
    with pytest.raises(ValueError, match=r"2\^13 points in 1 channels, 8,192 numbers; at most 4,096"):
        Cell.around(network, {name: [[1, 1]] if shape == (1, 2) else [1] for name, shape in network.parameters.items()})
