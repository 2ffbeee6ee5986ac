"""Arguments and numbers in the text of D14 and D15."""

from __future__ import annotations

import random
from fractions import Fraction
from math import ceil
from typing import Any

import pytest

from algebra_tnn import PositiveOnBox, Tensor, library, rank, separation_rank, verify
from algebra_tnn.models.pooling import Cell, PoolingNetwork, largest_rank, network_of, pairs_network, width_needed
from tests.proofs import pooling


@pytest.mark.parametrize(
    ("inputs", "templates", "units", "literature"), [(4, 2, 2, 1), (4, 3, 2, 2), (6, 2, 3, 2), (8, 2, 4, 2)]
)
def test_widths(inputs: int, templates: int, units: int, literature: int) -> None:
    size = templates ** (inputs // 2)
    assert width_needed(size, inputs // 2, templates) == units
    assert ceil(Fraction(2 * size, templates * inputs)) == literature


def test_the_constant_is_not_smaller_than_that_of_the_literature() -> None:
    for half in range(1, 8):
        for templates in range(2, 7):
            for r in range(2, templates + 1):
                assert Fraction(r**half - 1, half * (r - 1)) >= Fraction(2 * r**half, templates * 2 * half)


def test_theorems_satisfy_their_hypotheses() -> None:
    assert all(pooling.width(pooling.pairs("max_pooling_deep")).values())
    assert all(pooling.width(library.load("depth/max_pooling_wide").NETWORK).values())
    assert all(pooling.universality("max", network_of(Tensor((2, 2), (0,) * 4))[0]).values())
    assert all(pooling.one_unit([[1, 0], [0, 1]]).values())


def test_a_deep_network_is_universal() -> None:
    """Every m_c in a channel of its own: pools of pools are the same, since values are from 0 on."""
    rng = random.Random(3)
    tensor = Tensor((2,) * 4, tuple(rng.randint(-9, 9) for _ in range(16)))
    _, weights = network_of(tensor)
    deep = PoolingNetwork(4, 2, (16, 16))
    unit = [[int(i == j) for j in range(16)] for i in range(16)]
    filters = {name: weights[name] for name in deep.parameters if name.startswith("W0_")}
    assert deep.grid_tensor(filters | {"W1_0": unit, "W1_1": unit, "W2": weights["W1"]}) == tensor


@pytest.mark.parametrize("kind", ["max", "average", "product"])
def test_shared_filters_give_symmetric_tensors(kind: Any) -> None:
    rng = random.Random(6)
    network = PoolingNetwork.shallow(2, 3, 2, kind, shared=True)
    matrix = network.grid_tensor([[[rng.randint(-9, 9) for _ in range(3)] for _ in range(2)], [2, -1]]).matricized([0])
    assert matrix == tuple(zip(*matrix, strict=True)) and any(any(row) for row in matrix)


def test_one_channel_in_every_level_is_one_unit() -> None:
    rng = random.Random(4)
    network = PoolingNetwork(4, 2, (1, 1))
    for _ in range(30):
        filters = [[[rng.randint(-9, 9) for _ in range(2)]] for _ in range(4)]
        one, two, last = ([[rng.randint(-3, 5)]] for _ in range(3))
        grid = network.grid_tensor([*filters, one, two, last[0]])
        scaled = [
            [[x * s[0][0] for x in row] if s[0][0] > 0 else [0, 0] for row in rows]
            for rows, s in zip(filters, (one, one, two, two), strict=True)
        ]
        assert grid == PoolingNetwork.shallow(4, 2, 1).grid_tensor([*scaled, last[0]])
        assert rank(grid.matricized([0, 2])) <= largest_rank(1, 2, 2)


def test_boxes_lie_in_one_cell() -> None:
    """At random weights of the box, too, the same values are handed on."""
    module = library.load("depth/max_pooling_dominated")
    rng = random.Random(5)
    centre = Cell.around(module.NETWORK, module.weights(0))

    def moved(x: Any) -> Any:
        return (
            [moved(part) for part in x]
            if isinstance(x, list)
            else x + module.INSTANCE * Fraction(rng.randint(-9, 9), 9)
        )

    for _ in range(5):
        near = Cell.around(module.NETWORK, {name: moved(x) for name, x in module.weights(0).items()})
        assert near.differences == centre.differences
    dead = library.load("depth/max_pooling_dead")
    cell = Cell.around(dead.INSTANCE, dead.weights(dead.INSTANCE, -1, 1))
    assert len(cell.differences) == 16 and all(one is None for one, _ in cell.differences)


def test_separation_ranks_in_cells() -> None:
    """One unit, nothing, and a sum over two halves, for almost all weights in an open set."""
    one, dead = library.load("depth/max_pooling_one_unit"), library.load("depth/max_pooling_dead")
    cell = Cell.around(one.NETWORK, one.INSTANCE)
    zero = Cell.around(dead.INSTANCE, dead.weights(dead.INSTANCE, -1, 1))
    sums = PoolingNetwork(4, 2, (2, 2), "sum")
    filters = [[[5, -1], [2, 3]], [[3, 2], [1, -7]], [[-4, 9], [8, 6]], [[6, 5], [7, 2]]]
    summed = Cell.around(sums, [*filters, [[1, -1], [2, 1]], [[2, 1], [-1, 3]], [1, 1]])
    ranks = [separation_rank(cell, side) for side in ([0, 1], [0, 2], [1, 2])]
    ranks += [separation_rank(zero, [0, 2]), separation_rank(summed, [0, 1])]
    assert [(found.lower, found.upper) for found in ranks] == [(1, 1)] * 3 + [(0, 0), (2, 2)]
    assert all(found.status == "proved" and not found.trusts for found in ranks)


@pytest.mark.slow
def test_a_box_of_weights_that_need_width() -> None:
    """The open set of `depth/max_pooling_wide` has a box around its weights."""
    module = library.load("depth/max_pooling_wide")
    cell = Cell.around(module.NETWORK, module.INSTANCE)
    assert verify(PositiveOnBox(cell.inequalities(), *cell.box_around(module.INSTANCE))).status == "proved"


def test_weights_of_the_open_set_are_near_those_that_need_width() -> None:
    """Up to a factor of about 100 they are those of the pairs."""
    module = library.load("depth/max_pooling_wide")
    _, weights = pairs_network(4, 2, 2)
    for name, rows in weights.items():
        if name.startswith("W0_"):
            for row, near in zip(rows, module.INSTANCE[name], strict=True):
                assert all(abs(100 * x - y) <= 11 for x, y in zip(row, near, strict=True))
        else:
            assert rows == module.INSTANCE[name]
