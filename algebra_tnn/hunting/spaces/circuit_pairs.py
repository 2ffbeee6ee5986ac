"""Pairs of a deep and a shallow circuit on the same inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from algebra_tnn.hunting.spaces.given import Listed
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit


@dataclass(frozen=True)
class CircuitPair:
    """A deep circuit with pairs of inputs in its first layer, and a shallow one."""

    deep: DeepCircuit
    shallow: ShallowCircuit

    @property
    def weights(self) -> tuple[int, int]:
        """How many weights the deep circuit has, and how many the shallow one."""
        return self.deep.parameter_count, self.shallow.parameter_count

    def __str__(self) -> str:
        return f"{self.deep}, {self.weights[0]} weights, and {self.shallow}, {self.weights[1]} weights"


def circuit_pairs(dimensions: Sequence[int], channels: Sequence[int], widths: Sequence[int]) -> Listed[CircuitPair]:
    """All pairs of a deep circuit of four inputs with two layers and a shallow one, of such sizes.

    >>> print(*circuit_pairs([2], [1], [2]).instances(0))
    deep circuit of 4 inputs of dimension 2 with channels 1,1, 11 weights, and shallow circuit of 4 inputs of \
dimension 2 with width 2, 18 weights
    """
    pairs = (
        CircuitPair(DeepCircuit(4, dimension, (first, second)), ShallowCircuit(4, dimension, width))
        for dimension, first, second, width in product(dimensions, channels, channels, widths)
    )
    sizes = [
        f"{min(some)} to {max(some)}" if len(some) > 1 else str(some[0]) for some in (dimensions, channels, widths)
    ]
    return Listed(
        f"pairs of a deep circuit of four inputs of dimension {sizes[0]} with two layers of {sizes[1]} channels, and a "
        f"shallow one of width {sizes[2]}",
        pairs,
        measure=lambda pair: (sum(pair.weights), pair.deep.dimension, pair.weights),
        order="the weights of both, then the dimension, then those of the deep one",
    )
