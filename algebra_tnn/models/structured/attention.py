"""One layer of attention without a softmax, a cubic map."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class LightningAttention(TracedModel):
    """X ↦ V X (K X)ᵀ (Q X) = V X Xᵀ Kᵀ Q X, where the columns of X are tokens.

    K and Q count only by A = Kᵀ Q, a matrix of rank at most ``rank``.

    Shapes: X is (width, tokens), V is (outputs, width), K and Q are (rank, width), the output is (outputs, tokens).
    Raises: TypeError, ValueError, in one sentence. Reference: [HenryMarchettiKohn2025].

    >>> layer = LightningAttention(width=3, tokens=2, rank=2, outputs=1)
    >>> layer.parameters
    {'V': (1, 3), 'K': (2, 3), 'Q': (2, 3)}
    """

    width: int
    tokens: int
    rank: int
    outputs: int

    def __post_init__(self) -> None:
        set_sizes(self, "width", "tokens", "rank", "outputs")

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"X": (self.width, self.tokens)}

    @property
    def parameters(self) -> dict[str, Shape]:
        score = (self.rank, self.width)
        return {"V": (self.outputs, self.width), "K": score, "Q": score}

    def forward(self, X: Traced, V: Traced, K: Traced, Q: Traced) -> Traced:
        return V @ X @ named("scores", (K @ X).T @ (Q @ X))

    def __str__(self) -> str:
        return f"lightning attention from {self.width} to {self.outputs} on {self.tokens} tokens with rank {self.rank}"
