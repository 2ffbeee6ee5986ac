"""Circuits say what the prose of the evaluator says, and a circuit that does not is noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.laws import Law
from algebra_tnn.models.circuits import (
    DeepCircuit,
    MixtureOfTrees,
    OverlappingCircuit,
    ShallowCircuit,
    SumProductNetwork,
    binary_tree,
    swapped_tree,
)
from algebra_tnn.tensors.formats import TensorFormat
from tests.conformance import circuit_evaluator as prose
from tests.conformance.agreement import RINGS, Reading, agrees

PAIRS, CROSSED, UNEVEN = ((0, 1), (2, 3)), ((0, 2), (1, 3)), ((2,), (0, 1))
CIRCUITS: dict[str, tuple[TensorFormat, Reading]] = {
    "shallow": (ShallowCircuit(3, 2, 4), lambda p: prose.circuit((0, 1, 2), p)),
    "shallow, shared": (ShallowCircuit(3, 2, 2, shared=True), lambda p: prose.circuit((0, 1, 2), p, True)),
    "deep": (DeepCircuit(4, 2, (3, 2)), lambda p: prose.circuit(PAIRS, p)),
    "deep, shared": (DeepCircuit(4, 2, (3, 2), shared=True), lambda p: prose.circuit(PAIRS, p, True)),
    "other pairs": (DeepCircuit(4, 2, (2, 3), tree=CROSSED), lambda p: prose.circuit(CROSSED, p)),
    "uneven": (DeepCircuit(3, 2, (2, 3), tree=UNEVEN), lambda p: prose.circuit(UNEVEN, p)),
    "truncated": (
        DeepCircuit(6, 2, (2, 1), tree=binary_tree(6, 2)),
        lambda p: prose.circuit(((0, 1), (2, 3), (4, 5)), p),
    ),
    "mixture": (MixtureOfTrees(4, 2, (2, 1), [PAIRS, CROSSED]), lambda p: prose.mixture([PAIRS, CROSSED], p)),
    "mixture, shared": (
        MixtureOfTrees(4, 2, (2, 1), [PAIRS, CROSSED], shared=True),
        lambda p: prose.mixture([PAIRS, CROSSED], p, True),
    ),
    "sum-product": (SumProductNetwork(4, 2, 2), lambda p: prose.sum_product(PAIRS, p)),
    "sum-product, uneven": (SumProductNetwork(3, 3, 2, (2, (0, 1))), lambda p: prose.sum_product((2, (0, 1)), p)),
}
OVERLAPPING: dict[str, tuple[OverlappingCircuit, Reading]] = {
    "overlapping": (OverlappingCircuit(3, 2, (2, 2)), lambda p: prose.overlapping(3, 2, 2, 1, p)),
    "overlapping, shared": (
        OverlappingCircuit(4, 2, (2, 1, 2), shared=True),
        lambda p: prose.overlapping(4, 3, 2, 1, p, True),
    ),
    "strides": (OverlappingCircuit(5, 2, (2, 2), window=3, stride=2), lambda p: prose.overlapping(5, 2, 3, 2, p)),
}


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("name", CIRCUITS)
def test_circuits_are_what_the_prose_says(name: str, ring: str) -> None:
    circuit, meaning = CIRCUITS[name]
    assert agrees(circuit.law(), meaning, ring, times=2)


def grids(circuit: Any, meaning: Reading) -> Reading:
    return lambda point: prose.grid(meaning, circuit.inputs, circuit.dimension, point)


@pytest.mark.parametrize("name", [*OVERLAPPING, "deep", "mixture, shared", "uneven"])
def test_grid_tensors_are_what_the_prose_says(name: str) -> None:
    circuit, meaning = {**OVERLAPPING, **CIRCUITS}[name]
    assert agrees(circuit.tensor_law(), grids(circuit, meaning), "Z", times=2)


def test_an_overlapping_circuit_is_extended_linearly_in_each_input() -> None:
    """Its values at other vectors are those of its grid tensor, and not what the windows would multiply there."""
    circuit, meaning = OVERLAPPING["overlapping"]

    def of_the_grid(point: dict[str, Any]) -> Any:
        grid, total = grids(circuit, meaning)(point), 0
        for i, j, k in ((i, j, k) for i in range(2) for j in range(2) for k in range(2)):
            total = total + grid[i][j][k] * point["x0"][i] * point["x1"][j] * point["x2"][k]
        return total

    assert agrees(circuit.law(), of_the_grid, "Z", times=2) and not agrees(circuit.law(), meaning, "Z", times=2)


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("name", OVERLAPPING)
def test_functions_of_overlapping_windows_are_what_the_prose_says(name: str, ring: str) -> None:
    circuit, meaning = OVERLAPPING[name]
    assert agrees(circuit.polynomial_law(), meaning, ring, times=2)


WRONG: dict[str, tuple[TensorFormat, Reading]] = {
    "the pairs of another tree": (DeepCircuit(4, 2, (3, 2)), lambda p: prose.circuit(CROSSED, p)),
    "positions in the order of the inputs": (
        DeepCircuit(4, 2, (2, 2), tree=((2, 3), (0, 1))),
        lambda p: prose.circuit(PAIRS, p),
    ),
    "one tree instead of two": (
        MixtureOfTrees(4, 2, (2, 1), [PAIRS, CROSSED]),
        lambda p: prose.circuit(PAIRS, p, prefix="T0_"),
    ),
    "windows that do not overlap": (
        OverlappingCircuit(4, 2, (2, 2), window=2, stride=1),
        lambda p: prose.overlapping(4, 2, 2, 2, p),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_circuits_are_noticed(name: str) -> None:
    circuit, meaning = WRONG[name]
    if isinstance(circuit, OverlappingCircuit):
        assert not agrees(circuit.tensor_law(), grids(circuit, meaning), "Z", times=2)
    else:
        assert not agrees(circuit.law(), meaning, "Z", times=2)


def test_the_swapped_tree_reverses_bits() -> None:
    law: Callable[[], Law] = DeepCircuit(4, 2, (2, 2), tree=swapped_tree(4)).law
    assert agrees(law(), lambda p: prose.circuit(CROSSED, p), "Z", times=2)
