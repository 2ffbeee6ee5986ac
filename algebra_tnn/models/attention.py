"""Self-attention without softmax: layers that are polynomials in the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import checked_position, numbered, size


@dataclass(frozen=True, slots=True, init=False)
class LinearAttention(TracedModel):
    """Layers y_i ↦ Σ_h Σ_j ⟨Q_h y_i, K_h y_j⟩ O_h V_h y_j on N tokens, and f = ⟨w, y⟩ at the token ``position``.

    So y_i ↦ M(G) y_i with G = Σ_j y_j y_jᵀ and M(G) = Σ_h O_h V_h G K_hᵀ Q_h: after L layers f = ⟨w, P(G) x_i⟩, where
    G = Σ_j x_j x_jᵀ and P is a matrix of polynomials of degree (3^L − 1)/2.

    Args: ``width`` is the number of rows of queries, keys and values of each head, by default the dimension.
    Shapes: Q1, K1, V1 are (heads, width, dimension), O1 is (heads, dimension, width), and so in every layer; w is
    (dimension,). The law names G1, M1, G2, …
    Raises: TypeError, ValueError, in one sentence. Reference: [LevineWiesSharirBataShashua2020].

    >>> network = LinearAttention(tokens=2, dimension=3, depth=2)
    >>> [network.law().degree_in(name) for name in network.inputs]
    [9, 8]
    """

    tokens: int
    dimension: int
    depth: int
    heads: int
    width: int
    position: int

    def __init__(
        self, tokens: Any, dimension: Any, depth: Any = 1, heads: Any = 1, width: Any = None, position: Any = 0
    ) -> None:
        given = {"tokens": tokens, "dimension": dimension, "depth": depth, "heads": heads}
        for name, value in {**given, "width": dimension if width is None else width}.items():
            object.__setattr__(self, name, size(name, value))
        place = checked_position(position, self.tokens, "a token", "the tokens are")
        object.__setattr__(self, "position", place)

    @property
    def inputs(self) -> dict[str, Shape]:
        return dict.fromkeys(numbered("x", self.tokens), (self.dimension,))

    @property
    def parameters(self) -> dict[str, Shape]:
        rows, columns = (self.heads, self.width, self.dimension), (self.heads, self.dimension, self.width)
        layers = range(1, self.depth + 1)
        shapes = {f"{name}{i}": columns if name == "O" else rows for i in layers for name in "QKVO"}
        return {**shapes, "w": (self.dimension,)}

    def forward(self, w: Traced, **given: Traced) -> Traced:
        tokens = [given[name] for name in self.inputs]
        for i in range(1, self.depth + 1):
            first, *others = (einsum("a,b->ab", y, y) for y in tokens)
            G = named(f"G{i}", sum(others, first))
            left, right = [given[f"O{i}"], given[f"V{i}"]], [given[f"K{i}"], given[f"Q{i}"]]
            M = named(f"M{i}", einsum("hac,hce,ef,hgf,hgb->ab", *left, G, *right))
            tokens = [M @ y for y in tokens]
        return w @ tokens[self.position]

    def __str__(self) -> str:
        return (
            f"linear attention on {self.tokens} tokens of dimension {self.dimension}, depth {self.depth}, "
            f"heads {self.heads} of width {self.width}, read at token {self.position}"
        )
