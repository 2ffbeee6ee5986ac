"""Weights at which a deep circuit multiplies the inner products of its pairs."""

from __future__ import annotations

from typing import Any

from algebra_tnn.models.circuits.deep import DeepCircuit
from algebra_tnn.models.circuits.trees import windows_of


def weights_of_links(circuit: DeepCircuit) -> dict[str, Any]:
    """Weights with f(x) = Π ⟨x_j, x_k⟩ over the pairs (j, k) of the first layer.

    The grid tensor is a product of links δ(d_j, d_k); with one input of each pair on each side the flattening is the
    identity of size M^(N/2), up to the order of columns.

    Raises: ValueError unless the brackets of the first layer are pairs and r_0 is at least the inputs' dimension M.
    Reference: [CohenSharirShashua2016].

    >>> circuit = DeepCircuit(2, 2, (3,))
    >>> weights_of_links(circuit)
    {'W0_0': [[1, 0], [0, 1], [0, 0]], 'W1': [1, 1, 1], 'W0_1': [[1, 0], [0, 1], [0, 0]]}
    >>> circuit.tensor(weights_of_links(circuit))
    [[1, 0], [0, 1]]
    """
    (first, *_), (channels, *_), m = windows_of(circuit.tree), circuit.channels, circuit.dimension
    if {len(window) for window in first} != {2}:
        raise ValueError(f"{circuit} has inputs that are not in pairs; links join two")
    if channels < m:
        raise ValueError(f"{circuit} has {channels} channels in its first layer; links need as many as {m} entries")
    return {name: _tensor(name, shape) for name, shape in circuit.parameters.items()}


def _tensor(name: str, shape: tuple[int, ...]) -> Any:
    """The unit vectors as rows for inputs, ones for the products of pairs, and then channel 0 alone is passed on."""
    *rows, columns = shape
    if name.startswith("W0"):
        return [[int(i == j) for j in range(columns)] for i in range(*rows)]
    passed = [int(name.startswith("W1") or j == 0) for j in range(columns)]
    return [passed] + [[0] * columns] * (rows[0] - 1) if rows else passed
