"""Multiplicative recurrent networks: tensor trains, with cores of their own or with one core for all steps."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.models.recurrent.steps import checked_steps
from algebra_tnn.tensors.formats import TensorFormat, TrainFormat
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes


@dataclass(frozen=True, slots=True)
class MultiplicativeRNN(TensorFormat):
    """h_t = G(x_t) h_(t−1), where the matrix G(x) = Σ_i x_i G_i is linear in the input: f = ⟨w, h_T⟩, a tensor train.

    With ``shared`` all steps have the core G, of shape (hidden, dimension, hidden), whose axes are the state before,
    the input and the state after; s is the state at the start and w reads the last one. Without, every step has a
    core G0, G1, … of its own, and the first and the last contain s and w, so that they have one state before and after.

    Raises: TypeError, ValueError, in one sentence. Reference: [KhrulkovNovikovOseledets2018].

    >>> MultiplicativeRNN(steps=4, dimension=3, hidden=2).parameters
    {'s': (2,), 'G': (2, 3, 2), 'w': (2,)}
    >>> MultiplicativeRNN(steps=4, dimension=3, hidden=2).min_cut([0, 2])
    6
    """

    steps: int
    dimension: int
    hidden: int
    shared: bool = True

    def __post_init__(self) -> None:
        checked_steps(self.steps)
        set_sizes(self, "dimension", "hidden")
        if not isinstance(self.shared, bool):
            raise TypeError(f"shared is {self.shared!r}; it is True (one core for all steps) or False (one for each)")

    @property
    def networks(self) -> tuple[Network, ...]:
        T = self.steps
        if not self.shared:
            return TrainFormat((self.dimension,) * T, (self.hidden,) * (T - 1)).networks
        modes, bonds = numbered("i", T), numbered("r", T + 1)
        cores = {f"G{k}": (bonds[k], modes[k], bonds[k + 1]) for k in range(T)}
        sizes = dict.fromkeys(modes, self.dimension) | dict.fromkeys(bonds, self.hidden)
        words = {"s": (bonds[0],), **cores, "w": (bonds[T],)}
        return (Network.of(words, sizes, modes, shared=dict.fromkeys(cores, "G")),)

    def __str__(self) -> str:
        cores = "one core" if self.shared else "cores of their own"
        return (
            f"multiplicative RNN with {self.steps} steps of dimension {self.dimension}, "
            f"hidden size {self.hidden} and {cores}"
        )
