"""Sums of deep circuits with different pooling trees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.models.circuits.circuit import Circuit
from algebra_tnn.models.circuits.deep import DeepCircuit
from algebra_tnn.models.circuits.trees import Windows, windows_of, written
from algebra_tnn.tensors.formats.hierarchical import Tree


@dataclass(frozen=True, slots=True, init=False)
class MixtureOfTrees(Circuit):
    """The sum of the deep circuits on several trees, which have the same inputs and the same numbers of channels.

    Matrices of the circuit on tree t are called Tt_W0_0, …. Where one tree separates what another multiplies first, the
    mixture models both, at the cost of a sum: its separation rank for a partition is at most the sum of theirs.

    Raises: TypeError, ValueError, in one sentence. Reference: [CohenTamariShashua2018].

    >>> mixture = MixtureOfTrees(4, 2, (2, 2), trees=(((0, 1), (2, 3)), ((0, 2), (1, 3))))
    >>> mixture.min_cut([0, 1]), mixture.min_cut([0, 2]), mixture.parameters["T1_W2"]
    (4, 4, (2,))
    """

    inputs: int
    dimension: int
    channels: tuple[int, ...]
    trees: tuple[Tree, ...]
    shared: bool

    def __init__(self, inputs: Any, dimension: Any, channels: Any, trees: Any, shared: bool = False) -> None:
        if not isinstance(trees, (list, tuple)) or not trees:
            raise TypeError(f"trees is {trees!r}; it is a list of trees, such as [((0, 1), (2, 3)), ((0, 2), (1, 3))]")
        circuits = [DeepCircuit(inputs, dimension, channels, shared, tree) for tree in trees]
        object.__setattr__(self, "inputs", circuits[0].inputs)
        object.__setattr__(self, "dimension", circuits[0].dimension)
        object.__setattr__(self, "channels", circuits[0].channels)
        object.__setattr__(self, "trees", tuple(circuit.tree for circuit in circuits))
        object.__setattr__(self, "shared", shared)

    @property
    def circuits(self) -> tuple[DeepCircuit, ...]:
        """The summands."""
        return tuple(DeepCircuit(self.inputs, self.dimension, self.channels, self.shared, tree) for tree in self.trees)

    @property
    def layouts(self) -> dict[str, Windows]:
        return {f"T{t}_": windows_of(tree) for t, tree in enumerate(self.trees)}

    def __str__(self) -> str:
        return f"mixture of {len(self.trees)} trees on {self._sizes()}, on {' + '.join(map(written, self.trees))}"
