"""Objectives whose local minima are those that one wants."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class DesignedObjective(TracedModel):
    """Σ_i Σ_{j≠k} b_ji² b_ki² − μ Σ_ij b_ji⁴ + λ Σ_j (|b_j|² − 1)², for n neurons b_j in n dimensions.

    This is the objective of [GeLeeMa2018] for teachers with the weight one in the directions of the unit vectors, to
    which orthonormal directions can be rotated.

    Args: neurons: n. Shapes: b has a row for each neuron; mu and lam are numbers.
    Raises: TypeError, ValueError for a number of neurons that is none.

    >>> DesignedObjective(2)({"b": [[1, 0], [0, 1]], "mu": 2, "lam": 4})
    -4
    """

    neurons: int

    def __post_init__(self) -> None:
        set_sizes(self, "neurons")

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"b": (self.neurons, self.neurons), "mu": (), "lam": ()}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {}

    def forward(self, b: Traced, mu: Traced, lam: Traced) -> Traced:
        squares = b**2
        together, apart = squares.sum(axis=0), (b**4).sum()
        norms = squares.sum(axis=1) - 1
        return einsum("i,i->", together, together) - apart - mu * apart + lam * einsum("j,j->", norms, norms)

    def __str__(self) -> str:
        return f"designed objective of {self.neurons} neurons"
