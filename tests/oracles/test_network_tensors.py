"""Networks as tensors: TensorLy's reconstructions, and ranks by singular values in floats, against exact answers.

A law is evaluated at integers, and the tensor that TensorLy builds from the same numbers is contracted with the same
inputs. Nested Tucker decompositions are what a hierarchical format is: its node tensors are cores, one inside another.
"""

from __future__ import annotations

import random
from itertools import combinations
from math import prod
from typing import Any

import numpy as np
import pytest
import tensorly

from algebra_tnn import separation_rank
from algebra_tnn.laws import value
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit, swapped_tree
from algebra_tnn.models.recurrent import MultiplicativeRNN
from algebra_tnn.tensors.formats import CPFormat, HierarchicalFormat, RingFormat, TensorFormat, TrainFormat

Nodes = dict[str, np.ndarray]


def drawn(model: Any, seed: int, largest: int = 5) -> Nodes:
    """Integers other than zero for all parameters."""
    rng = random.Random(seed)

    def array(shape: tuple[int, ...]) -> np.ndarray:
        return np.array(
            [rng.choice((-1, 1)) * rng.randint(1, largest) for _ in range(prod(shape))], dtype=float
        ).reshape(shape)

    return {name: array(shape) for name, shape in model.parameters.items()}


def agrees(model: Any, nodes: Nodes, theirs: Any) -> bool:
    """Whether the law at three sets of integer vectors is their tensor, contracted with these."""
    law, rng = model.law(), random.Random(17)
    point = {name: x.astype(int).tolist() for name, x in nodes.items()}
    for _ in range(3):
        vectors = {name: [rng.randint(-5, 5) for _ in range(shape[0])] for name, shape in law.inputs}
        contracted = np.asarray(theirs)
        for vector in vectors.values():
            contracted = np.tensordot(np.array(vector, dtype=float), contracted, axes=(0, 0))
        exact = value(law, {**point, **vectors})
        if round(float(contracted)) != exact:
            return False
    return True


@pytest.mark.parametrize("seed", range(2))
def test_trains(seed: int) -> None:
    format = TrainFormat((2, 3, 4, 2), (2, 3, 2))
    nodes = drawn(format, seed)
    cores = [nodes[f"G{k}"] for k in range(4)]
    assert agrees(format, nodes, tensorly.tt_to_tensor(cores))
    assert not agrees(format, nodes, tensorly.tt_to_tensor([*cores[:3], cores[3] + 1]))


def test_recurrent_networks_are_trains() -> None:
    """C5: the state at the start and the output weights are part of the outer cores; all between are equal."""
    model = MultiplicativeRNN(steps=4, dimension=3, hidden=2)
    nodes = drawn(model, 4)
    core = nodes["G"]
    first, last = np.tensordot(nodes["s"], core, (0, 0))[None], np.tensordot(core, nodes["w"], (2, 0))[..., None]
    assert agrees(model, nodes, tensorly.tt_to_tensor([first, core, core, last]))
    backwards = core.transpose(2, 1, 0)
    assert not agrees(model, nodes, tensorly.tt_to_tensor([first, backwards, backwards, last]))


def test_shallow_circuits() -> None:
    """C3: CP, with the weights of the sum."""
    circuit = ShallowCircuit(inputs=3, dimension=3, width=4)
    nodes = drawn(circuit, 5)
    factors = [nodes[f"W0_{j}"].T for j in range(3)]
    assert agrees(circuit, nodes, tensorly.cp_to_tensor((nodes["W1"], factors)))
    assert not agrees(circuit, nodes, tensorly.cp_to_tensor((nodes["W1"] + 1, factors)))


def nested(root: np.ndarray, inner: list[np.ndarray], leaves: list[np.ndarray]) -> Any:
    """The tensor of order four on the tree ((0, 1), (2, 3)): a Tucker tensor whose factors are Tucker tensors."""
    parts = [
        tensorly.tucker_to_tensor((B, [np.eye(B.shape[0]), *leaves[2 * k : 2 * k + 2]])) for k, B in enumerate(inner)
    ]
    factors = [part.reshape(part.shape[0], -1).T for part in parts]
    shape = [leaf.shape[0] for leaf in leaves]
    return tensorly.tucker_to_tensor((root, factors)).reshape(shape)


def test_hierarchical_formats() -> None:
    format = HierarchicalFormat((3, 2, 3, 4), ((0, 1), (2, 3)), (2, 2, 2, 3, 3, 2))
    nodes = drawn(format, 6)
    leaves = [nodes[f"U{k}"] for k in range(4)]
    others = [x for name, x in nodes.items() if not name.startswith("U")]
    root = next(x for x in others if x.ndim == 2)
    inner = [x for x in others if x.ndim == 3]
    assert agrees(format, nodes, nested(root, inner, leaves))
    assert not agrees(format, nodes, nested(root, inner, [leaves[0] + 1, *leaves[1:]]))


@pytest.mark.parametrize("shared", [False, True])
def test_deep_circuits(shared: bool) -> None:
    """C4: hierarchical, with transfer tensors that are matrices spread along a diagonal."""
    circuit = DeepCircuit(4, 3, (3, 2), shared=shared)
    nodes = drawn(circuit, 7)

    def weights(layer: int, position: int) -> np.ndarray:
        return nodes[f"W{layer}" if shared else f"W{layer}_{position}"]

    diagonal = np.zeros((3, 3, 3))
    diagonal[range(3), range(3), range(3)] = 1
    inner = [np.tensordot(weights(1, j), diagonal, (1, 0)) for j in range(2)]
    leaves = [weights(0, j).T for j in range(4)]
    assert agrees(circuit, nodes, nested(np.diag(nodes["W2"]), inner, leaves))
    assert not agrees(circuit, nodes, nested(np.diag(nodes["W2"][::-1]), inner, leaves)) or shared


CASES: list[tuple[TensorFormat, tuple[int, ...]]] = [
    (TrainFormat((3, 3, 3, 3), (2, 2, 2)), (0, 2)),
    (RingFormat((3, 3, 3, 3), 2), (0, 2)),
    (CPFormat((2, 2, 2, 2), 3), (0, 1)),
    (DeepCircuit(4, 3, (3, 2)), (0, 2)),
    (DeepCircuit(4, 3, (3, 2)), (0, 1)),
    (DeepCircuit(4, 2, (2, 2), tree=swapped_tree(4)), (0, 1)),
    (ShallowCircuit(4, 2, 3), (0, 2)),
    (MultiplicativeRNN(4, 2, 2), (0, 2)),
]


@pytest.mark.parametrize(("model", "inputs"), CASES, ids=str)
def test_singular_values(model: Any, inputs: tuple[int, ...]) -> None:
    """How many singular values of the matricization are not tiny, at random weights, against the proved bounds."""
    found = separation_rank(model, inputs)
    tensor = np.array(model.tensor({k: x.astype(int).tolist() for k, x in drawn(model, 3, 9).items()}), dtype=float)
    others = [k for k in range(tensor.ndim) if k not in inputs]
    matrix = tensor.transpose([*inputs, *others]).reshape(prod(tensor.shape[k] for k in inputs), -1)
    assert found.lower <= np.linalg.matrix_rank(matrix, rtol=1e-9) <= found.upper
    assert np.linalg.matrix_rank(matrix, rtol=1e-9) == found.probable.value


@pytest.mark.slow
def test_singular_values_of_small_sides() -> None:
    for model in (DeepCircuit(8, 2, (2, 2, 2)), TrainFormat((2,) * 6, (2, 3, 3, 3, 2))):
        tensor = np.array(
            model.tensor({k: x.astype(int).tolist() for k, x in drawn(model, 8, 20).items()}), dtype=float
        )
        for size in (1, 2):
            for inputs in combinations(range(model.order), size):
                others = [k for k in range(model.order) if k not in inputs]
                matrix = tensor.transpose([*inputs, *others]).reshape(2**size, -1)
                assert np.linalg.matrix_rank(matrix, rtol=1e-9) == separation_rank(model, inputs).probable.value
