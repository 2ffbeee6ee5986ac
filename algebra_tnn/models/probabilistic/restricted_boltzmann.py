"""Restricted Boltzmann machines: entrywise products of tensors of rank two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network, left_to_right
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes


@dataclass(frozen=True, slots=True)
class RestrictedBoltzmannMachine(TensorFormat):
    """T_(v_0 v_1 …) = Σ_h Π_ji Wj_i[h_j, v_i] for v_i, h_j in {0, 1}: what hidden units leave of visible ones.

    The sum over h_j is a tensor of rank at most two, and T the product of these, entry by entry. With energies −Σ w_ji
    h_j v_i − Σ b_i v_i − Σ c_j h_j the weights of the states, up to their sum, are of this form: see ``nodes``, whose
    arguments are the exponentials, so that they may be rational. Matrices Wj_i without zeros give no other tensors up
    to a factor: a row and a column of each is made one by what the biases can absorb.

    Raises: TypeError, ValueError, in one sentence. Reference: [GlasserSwekePancottiEisertCirac2019].

    >>> machine = RestrictedBoltzmannMachine(visible=2, hidden=1)
    >>> machine.tensor(machine.nodes(visible=[1, 1], hidden=[5], weights=[[2, 3]]))  # 1 + 5 · 2^v_0 · 3^v_1
    [[6, 16], [11, 31]]
    """

    visible: int
    hidden: int

    def __post_init__(self) -> None:
        set_sizes(self, "visible", "hidden")
        if self.visible < 2:
            raise ValueError(f"visible is {self.visible}; a tensor has two modes or more, one for each visible unit")

    @property
    def shape(self) -> tuple[int, ...]:
        return (2,) * self.visible

    @property
    def networks(self) -> tuple[Network, ...]:
        """A visible unit is a mode of as many nodes as there are hidden ones, which are contracted first."""
        v, h = numbered("v", self.visible), numbered("h", self.hidden)
        words = {f"W{j}_{i}": (h[j], v[i]) for i in range(self.visible) for j in range(self.hidden)}
        around = [tuple(f"W{j}_{i}" for j in range(self.hidden)) for i in range(self.visible)]
        return (Network.of(words, dict.fromkeys([*v, *h], 2), v, left_to_right(around)),)

    def nodes(self, visible: Sequence[Any], hidden: Sequence[Any], weights: Sequence[Sequence[Any]]) -> dict[str, Any]:
        """The nodes with T = Π b_i^v_i Π_j (1 + c_j Π_i w_ji^v_i): exponentials of biases b_i and c_j, of weights w_ji.

        Raises: TypeError, ValueError.
        """
        given: Mapping[str, Any] = {"visible": visible, "hidden": hidden, "weights": weights}
        shapes = [("visible", (self.visible,)), ("hidden", (self.hidden,)), ("weights", (self.hidden, self.visible))]
        read = tensors_of(given, shapes, "the exponentials", entry=exact_number)
        b, c, w = (read[name].nested() for name, _ in shapes)

        def node(i: int, j: int) -> list[list[Any]]:
            """b_i belongs to the first hidden unit, c_j to the first visible one."""
            column, row = b[i] if j == 0 else 1, c[j] if i == 0 else 1
            return [[1, column], [row, row * column * w[j][i]]]

        return {f"W{j}_{i}": node(i, j) for i in range(self.visible) for j in range(self.hidden)}

    def __str__(self) -> str:
        return f"restricted Boltzmann machine of {self.visible} visible and {self.hidden} hidden units"
