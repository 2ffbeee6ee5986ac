"""Π-nets: a new linear form of the input multiplies every state of the recursion."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class PiNet(TracedModel):
    """y_1 = U_1 x, y_n = (U_n x) ⊙ y_(n−1) + y_(n−1), f(x) = C y_N + β: N is the ``degree``, y has ``rank`` entries.

    So y_N = (U_1 x) ⊙ Π_(n ≥ 2) (1 + U_n x): the part of degree n has the sum of C(N−1, n−1) CP tensors as its tensor,
    with factors C, U_1 and n − 1 of the others, which they share.

    Shapes: x is (dimension,), U1, U2, … are (rank, dimension), C is (outputs, rank), beta is (outputs,).
    Raises: TypeError, ValueError, in one sentence. Reference: [ChrysosMoschoglouBouritsasPanagakisDengZafeiriou2020].

    >>> PiNet(dimension=3, rank=2, degree=2).parameters
    {'U1': (2, 3), 'U2': (2, 3), 'C': (1, 2), 'beta': (1,)}
    """

    dimension: int
    rank: int
    degree: int
    outputs: int = 1

    def __post_init__(self) -> None:
        set_sizes(self, "dimension", "rank", "degree", "outputs")

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.dimension,)}

    @property
    def parameters(self) -> dict[str, Shape]:
        forms = {f"U{n}": (self.rank, self.dimension) for n in range(1, self.degree + 1)}
        return {**forms, "C": (self.outputs, self.rank), "beta": (self.outputs,)}

    def forward(self, x: Traced, C: Traced, beta: Traced, **U: Traced) -> Traced:
        y = named("y1", U["U1"] @ x)
        for n in range(2, self.degree + 1):
            y = named(f"y{n}", (U[f"U{n}"] @ x) * y + y)
        return C @ y + beta

    def __str__(self) -> str:
        return f"pi-net of degree {self.degree} and rank {self.rank} on {self.dimension} variables"
