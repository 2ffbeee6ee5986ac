"""Matrix product states that classify: a tensor train with one more leg, for the labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.tensors.formats import TensorFormat
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import checked_position, numbered, size


@dataclass(frozen=True, slots=True, init=False)
class MPSClassifier(TensorFormat):
    """f_l = ⟨A_l, x_0 ⊗ x_1 ⊗ …⟩, where A is a tensor train and one of its cores has the label l as a second mode.

    The cores G0, G1, … have the axes of a train; that at ``position``, in the middle unless it is given, has the label
    before its last axis. As a function of vectors the network has the label's vector as its last input: the l-th unit
    vector there gives f_l.

    Raises: TypeError, ValueError, in one sentence. Reference: [StoudenmireSchwab2016].

    >>> network = MPSClassifier(inputs=3, dimension=2, bond=4, labels=10)
    >>> network.parameters
    {'G0': (1, 2, 4), 'G1': (4, 2, 10, 4), 'G2': (4, 2, 1)}
    >>> network.law().inputs[-1]
    ('x3', (10,))
    """

    inputs: int
    dimension: int
    bond: int
    labels: int
    position: int

    def __init__(self, inputs: Any, dimension: Any, bond: Any, labels: Any, position: Any = None) -> None:
        given = {"inputs": inputs, "dimension": dimension, "bond": bond, "labels": labels}
        for name, value in given.items():
            object.__setattr__(self, name, size(name, value))
        place = self.inputs // 2 if position is None else position
        place = checked_position(place, self.inputs, "a core", "the label is at one of the cores")
        object.__setattr__(self, "position", place)

    @property
    def networks(self) -> tuple[Network, ...]:
        N, label = self.inputs, "l"
        modes, bonds = numbered("i", N), numbered("r", N + 1)
        words = {f"G{k}": (bonds[k], modes[k], *[label] * (k == self.position), bonds[k + 1]) for k in range(N)}
        sizes = dict.fromkeys(modes, self.dimension) | dict.fromkeys(bonds, self.bond) | {label: self.labels}
        return (Network.of(words, sizes | {bonds[0]: 1, bonds[N]: 1}, [*modes, label]),)

    def __str__(self) -> str:
        return (
            f"MPS classifier of {self.inputs} inputs of dimension {self.dimension} with bond {self.bond} and "
            f"{self.labels} labels at core {self.position}"
        )
