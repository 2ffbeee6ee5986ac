"""What networks with pooling say of themselves, and what they are not."""

from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn import rank
from algebra_tnn.laws import value
from algebra_tnn.models.pooling import PoolingNetwork


def test_description() -> None:
    network = PoolingNetwork(4, 3, (2, 1), "average", shared=True)
    assert str(network) == "pooling network on ((0,1),(2,3)) with channels 2,1: rectified, average pooling, shared"
    assert network.parameters == {"W0": (2, 3), "W1": (1, 2), "W2": (1,)} and network.parameter_count == 9
    assert [len(level) for level in network.levels] == [4, 2, 1]
    assert hash(network) == hash(PoolingNetwork(4, 3, (2, 1), "average", shared=True))


def test_by_hand() -> None:
    """max(0, 2, −1) and so on, times 3."""
    network = PoolingNetwork.shallow(2, 2, 1)
    assert network.grid_tensor([[[2, -1]], [[-1, 1]], [3]]).nested() == [[6, 6], [0, 3]]
    sums = PoolingNetwork.shallow(2, 2, 1, "sum")
    assert sums.grid_tensor([[[2, -1]], [[-1, 1]], [3]]).nested() == [[6, 9], [0, 3]]
    means = PoolingNetwork.shallow(2, 2, 1, "average", "none")
    assert means.grid_tensor([[[2, -1]], [[-1, 1]], [2]]).nested() == [[1, 3], [-2, 0]]


def test_the_tree_does_not_move_the_modes() -> None:
    """Input k is mode k, wherever it stands in the tree."""
    weights = {"W0_0": [[5, 0]], "W0_1": [[0, 0]], "W0_2": [[0, 0]], "W1": [1]}
    for tree in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        grid = PoolingNetwork(3, 2, (1,), "sum", tree=tree).grid_tensor(weights)
        assert grid.matricized([0]) == ((5, 5, 5, 5), (0, 0, 0, 0))


def test_law_of_the_grid() -> None:
    network = PoolingNetwork(4, 2, (2, 2))
    weights = {name: [[1, -2], [3, 1]] if len(shape) == 2 else [1, -1] for name, shape in network.parameters.items()}
    law, grid = network.at(weights), network.grid_tensor(weights)
    assert law.input_names == ("x0", "x1", "x2", "x3") and not law.parameters
    for place in ((0, 0, 0, 0), (0, 1, 1, 0), (1, 0, 0, 1)):
        assert value(law, {f"x{i}": [int(d == 0), int(d == 1)] for i, d in enumerate(place)}) == grid[place]
    assert value(law, {name: [1, 1] for name in law.input_names}) == sum(grid.entries)


@pytest.mark.parametrize(
    ("pooling", "templates"), [("average", 2), ("sum", 3), pytest.param("average", 4, marks=pytest.mark.slow)]
)
def test_ranks_of_sums(pooling: Any, templates: int) -> None:
    """Sums have rank 2 at the two halves that the last node pools, and 2M − 1 where the parts of both are divided."""
    rng = random.Random(templates)
    network = PoolingNetwork(4, templates, (2 * templates, 2), pooling)

    def drawn(shape: tuple[int, ...]) -> Any:
        return [drawn(shape[1:]) for _ in range(shape[0])] if shape else rng.randint(-5, 9)

    grids = [network.grid_tensor({name: drawn(shape) for name, shape in network.parameters.items()}) for _ in range(40)]
    assert max(rank(grid.matricized([0, 1])) for grid in grids) == 2
    assert max(rank(grid.matricized([0, 2])) for grid in grids) == 2 * templates - 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"inputs": 1, "dimension": 2, "channels": (1,)}, "inputs is 1"),
        ({"inputs": 25, "dimension": 2, "channels": (1,)}, "inputs is 25; there are at most 24"),
        ({"inputs": 3, "dimension": 2, "channels": (1,)}, "no power of two"),
        ({"inputs": 4, "dimension": 2, "channels": (1,)}, "channels has 1 entries; there are 2"),
        ({"inputs": 4, "dimension": 0, "channels": (1, 1)}, "dimension is 0"),
        ({"inputs": 4, "dimension": 2, "channels": (1, 1), "pooling": "min"}, "pooling is 'min'; it is one of max"),
        ({"inputs": 4, "dimension": 2, "channels": (1, 1), "activation": "tanh"}, "activation is 'tanh'"),
        ({"inputs": 4, "dimension": 2, "channels": (1, 1), "templates": [[1]]}, "templates has 1 columns"),
        ({"inputs": 3, "dimension": 2, "channels": (1, 1), "tree": ((0, 1), 2)}, "in the tree input"),
        ({"inputs": 3, "dimension": 2, "channels": (1,), "tree": (0, 1, 1)}, "the tree has the inputs 0,1,1"),
    ],
)
def test_no_network(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        PoolingNetwork(**given)


def test_no_weights() -> None:
    network = PoolingNetwork.shallow(2, 2, 1)
    with pytest.raises(TypeError, match=r"the float 0\.5"):
        network.grid_tensor([[[0.5, 1]], [[1, 1]], [1]])
    with pytest.raises(ValueError, match="the weights are 2; there are 3, W0_0, W0_1, W1"):
        network.grid_tensor([[[1, 1]], [[1, 1]]])
    with pytest.raises(ValueError, match="shape"):
        network.grid_tensor([[[1, 1, 1]], [[1, 1]], [1]])
    with pytest.raises(TypeError, match="shared is 1"):
        PoolingNetwork(2, 2, (1,), shared=1)


def test_size() -> None:
    network = PoolingNetwork.shallow(20, 3, 1)
    with pytest.raises(ValueError, match=r"3\^20 points in 1 channels, 3,486,784,401 numbers; at most 1,000,000"):
        network.grid_tensor([[[1, 1, 1]] for _ in range(20)] + [[1]])
