"""Born machines: squares of tensor trains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.tracing import Traced
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network, left_to_right
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes
from algebra_tnn.tensors.formats.trains import TrainFormat


@dataclass(frozen=True, slots=True)
class SquaredTrainFormat(TensorFormat):
    """The tensors whose entries are the squares of those of a tensor train: two trains with the same cores and modes.

    >>> format = SquaredTrainFormat(TrainFormat((2, 2), (2,)))
    >>> format.tensor({"G0": [[[1, 2], [0, 1]]], "G1": [[[1], [2]], [[0], [-1]]]})
    [[1, 0], [0, 1]]
    """

    train: TrainFormat

    @property
    def networks(self) -> tuple[Network, ...]:
        (train,) = self.train.networks
        copy = {node.name: f"{node.name}_1" for node in train.nodes}
        bonds = {letter: f"{letter}_1" for letter, _ in train.sizes if letter not in train.modes}
        words = {node.name: node.word for node in train.nodes}
        words |= {copy[name]: tuple(bonds.get(letter, letter) for letter in word) for name, word in words.items()}
        sizes = dict(train.sizes) | {bonds[letter]: n for letter, n in train.sizes if letter in bonds}
        order = left_to_right(list(copy.items()))
        return (Network.of(words, sizes, train.modes, order, shared={other: name for name, other in copy.items()}),)

    def __str__(self) -> str:
        return f"square of a {self.train}"


@dataclass(frozen=True, slots=True)
class BornMachine(TracedModel):
    """f(x_0, x_1, …) = (G0[x_0] G1[x_1] …)²: the square of a tensor train, at unit vectors the weight of a sequence.

    Between the first sites and the others the train is ⟨l, r⟩ with ``bond`` entries, and the square Σ l_a l_b r_a r_b:
    its separation rank is at most bond (bond + 1)/2, where the network of two trains has a cut of bond².

    Shapes: x0, x1, … are (dimension,), the cores G0, G1, … as for ``TrainFormat``.
    Raises: TypeError, ValueError, in one sentence. Reference: [GlasserSwekePancottiEisertCirac2019].

    >>> BornMachine(sites=3, dimension=2, bond=2).parameters
    {'G0': (1, 2, 2), 'G1': (2, 2, 2), 'G2': (2, 2, 1)}
    """

    sites: int
    dimension: int
    bond: int

    def __post_init__(self) -> None:
        set_sizes(self, "sites", "dimension", "bond")
        if self.sites < 2:
            raise ValueError(f"sites is {self.sites}; a tensor train has two sites or more")

    @property
    def train(self) -> TrainFormat:
        """The tensor whose entries are squared."""
        return TrainFormat((self.dimension,) * self.sites, (self.bond,) * (self.sites - 1))

    @property
    def squares(self) -> SquaredTrainFormat:
        """The format of the tensor of the values at unit vectors."""
        return SquaredTrainFormat(self.train)

    @property
    def inputs(self) -> dict[str, Shape]:
        return dict.fromkeys(numbered("x", self.sites), (self.dimension,))

    @property
    def parameters(self) -> dict[str, Shape]:
        return self.train.parameters

    def forward(self, **given: Traced) -> Traced:
        (train,) = self.train.networks
        vectors = {mode: given[f"x{k}"] for k, mode in enumerate(train.modes)}
        return train.contracted(given, vectors) ** 2

    def distribution(self, cores: Mapping[str, Any]) -> Any:
        """The probabilities of all sequences: squares of the entries of the train, divided by their sum.

        Raises: TypeError, ValueError, also if all entries are zero.

        >>> BornMachine(2, 2, 1).distribution({"G0": [[[1], [2]]], "G1": [[[1], [0]]]})
        [[Fraction(1, 5), Fraction(0, 1)], [Fraction(4, 5), Fraction(0, 1)]]
        """
        weights = Array.of(self.squares.tensor(cores), "the tensor")
        if not (total := sum(weights.entries)):
            raise ValueError("all entries of the tensor are zero; a distribution needs one that is not")
        return Array(weights.shape, tuple(Fraction(x) / total for x in weights.entries)).nested()

    def __str__(self) -> str:
        return f"Born machine of {self.sites} sites of size {self.dimension} with bonds {self.bond}"
