"""Attention in layers, and its simplest kind: without a softmax, a cubic map of the tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.models.layered_drawings import boxes
from algebra_tnn.models.structured.attention_symmetries import (
    Motion,
    Names,
    changes_of_basis,
    fields_of,
    rescalings,
    rotations,
)
from algebra_tnn.models.traced_model import KnownFields, TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class AttentionLayers(TracedModel):
    """Layers with weights V, K and Q each: y_i = V Σ_j w_ij x_j, where the w_ij depend on the x_jᵀ Kᵀ Q x_i alone.

    *Normal form.* Let z_i = Σ_j w_ij x_j, with B in the place of Kᵀ Q, be the map Z_B. Then L layers are X ↦ M z_L with
    z_l = Z_(B_l)(z_(l−1)), z_0 = X, where M = V_L ⋯ V_1 and B_l = U_lᵀ K_lᵀ Q_l U_l for U_l = V_(l−1) ⋯ V_1. So
    functions depend on M and on the forms B_l, of rank at most a, alone; for invertible V before the last layer all of
    these occur.

    *Changes of basis.* h in GL(rank) acts by (h K, h⁻ᵀ Q), and g in GL(width) between two layers by g V before and by
    V g⁻¹, K g⁻¹, Q g⁻¹ after. For rank a ≤ width d and L layers that is a group of dimension L a² + (L − 1) d². In its
    Lie algebra nothing but 0 fixes weights with K, Q of rank a and invertible V before the last layer: from the first
    layer on, where there is no g before, h K = 0 gives h = 0 and g V = 0 gives g = 0. For a > d the matrices Kᵀ Q are
    all d×d matrices, as they are for a = d.
    """

    width: int
    tokens: int
    rank: int
    outputs: int
    layers: int = 1

    def __post_init__(self) -> None:
        set_sizes(self, "width", "tokens", "rank", "outputs", "layers")

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"X": (self.width, self.tokens)}

    @property
    def parameters(self) -> dict[str, Shape]:
        score, shapes = (self.rank, self.width), dict[str, Shape]()
        for layer, (V, K, Q) in enumerate(self.names, 1):
            shapes |= {V: (self.outputs if layer == self.layers else self.width, self.width), K: score, Q: score}
        return shapes

    @property
    def names(self) -> tuple[Names, ...]:
        """The names of V, K and Q, layer by layer; without numbers if there is one."""
        if self.layers == 1:
            return (("V", "K", "Q"),)
        return tuple((f"V{i}", f"K{i}", f"Q{i}") for i in range(1, self.layers + 1))

    @property
    def changes(self) -> int:
        """The dimension of the orbits of general weights under changes of basis."""
        a, d = self.rank, self.width
        return self.layers * (a**2 if a <= d else d * (2 * a - d)) + (self.layers - 1) * d**2

    @property
    def orbit_dimension(self) -> int:
        """The dimension of the orbits of general weights under the known symmetries, whatever the number of tokens."""
        return self.changes

    @property
    def expected_dimension(self) -> int:
        """The least of the ambient dimension and of the parameters modulo these symmetries."""
        return min(self.ambient_dimension, self.parameter_count - self.orbit_dimension)

    def symmetries(self) -> KnownFields:
        return fields_of(self._motions(), self.law())

    def _motions(self) -> Iterator[Motion]:
        return changes_of_basis(self.names, self.rank, self.width)

    def drawing(self) -> str:
        """Tokens through the layers with their matrices, as SVG."""
        shapes = {name: f"{name}: {rows}×{columns}" for name, (rows, columns) in self.parameters.items()}
        layers = [[shapes[name] for name in names] for names in self.names]
        ends = [[f"{n}×{self.tokens}"] for n in (self.width, self.outputs)]
        return boxes(str(self), [ends[0], *layers, ends[1]])

    def _described(self, kind: str) -> str:
        several, plural = f"{self.layers} layers of " * (self.layers > 1), "s" * (self.tokens > 1)
        sizes = f"from {self.width} to {self.outputs} on {self.tokens} token{plural} with rank {self.rank}"
        return f"{several}{kind} {sizes}"


@dataclass(frozen=True, slots=True)
class LightningAttention(AttentionLayers):
    """X ↦ V X (K X)ᵀ (Q X) = V X Xᵀ Kᵀ Q X, where the columns of X are tokens, once or in several layers.

    K and Q count only by A = Kᵀ Q, a matrix of rank at most ``rank``. The layers before the last have as many outputs
    as inputs.

    *Two tokens or more.* Besides changes of basis a number s acts by (s V, K/s) in each layer. In the Lie algebra
    (h − c) K = 0 and hᵀ Q = 0, where c moves K, still give h = 0 and c = 0 if K and Q have rank a ≤ d. So for m outputs
    and L layers the dimension is at most L a (2d − a) + m d − L; and it is that (statement G22).

    *One token*, X = x: a layer is V x · xᵀ A x, so that A counts by its symmetric part alone, a quadratic form of rank
    at most ρ = min(2a, d), and rotations that keep Σ k_r q_r act on K and Q together. All layers are x ↦ M x · Π_l
    p_l(x)^(3^(L−l)) with the forms p_l of the B_l. By unique factorization the function determines them up to L factors
    and finitely many choices: the dimension is m d + L (ρ d − ρ (ρ − 1)/2 − 1), for all sizes (statement G22b).

    Shapes: X is (width, tokens), V is (outputs, width), K and Q are (rank, width), the output is (outputs, tokens);
    with several layers V1, K1, Q1, V2, …, where V1, … before the last are (width, width).
    Raises: TypeError, ValueError, in one sentence. Reference: [HenryMarchettiKohn2025].

    >>> layer = LightningAttention(width=3, tokens=2, rank=2, outputs=1)
    >>> layer.parameters
    {'V': (1, 3), 'K': (2, 3), 'Q': (2, 3)}
    >>> LightningAttention(width=3, tokens=2, rank=2, outputs=3, layers=2).expected_dimension
    23
    """

    def forward(self, X: Traced, **weights: Traced) -> Traced:
        # a part of several layers on one token has no field for a rotation of K and Q: such a law is left in one piece
        whole = self.tokens == 1 < min(self.rank, self.layers)

        def label(name: str, tensor: Traced) -> Traced:
            return tensor if whole else named(name, tensor)

        for layer, (V, K, Q) in enumerate(self.names, 1):
            mark = "" if self.layers == 1 else str(layer)
            scores = label(f"scores{mark}", (weights[K] @ X).T @ (weights[Q] @ X))
            X = weights[V] @ label(f"mixed{mark}", X @ scores)
            if layer < self.layers:
                label(f"X{layer}", X)
        return X

    @property
    def orbit_dimension(self) -> int:
        return self.changes + self.layers

    @property
    def one_token_dimension(self) -> int:
        """m d + L (ρ d − ρ (ρ − 1)/2 − 1): the dimension if there is one token.

        >>> layer = LightningAttention(width=3, tokens=1, rank=2, outputs=2)
        >>> layer.one_token_dimension, layer.expected_dimension
        (11, 13)
        """
        d, rho = self.width, min(2 * self.rank, self.width)
        return self.outputs * d + self.layers * (rho * d - rho * (rho - 1) // 2 - 1)

    @property
    def remarks(self) -> tuple[str, ...]:
        if self.tokens > 1:
            return ()
        known = f"one token sees the symmetric part of Kᵀ Q alone: the dimension is {self.one_token_dimension}"
        return (f"{known} (statement G22b)",)

    def _motions(self) -> Iterator[Motion]:
        few = rotations(self.names, self.rank) if self.tokens == 1 else ()
        bases = changes_of_basis(self.names, self.rank, self.width)
        return chain(rescalings(self.names, self.width), bases, few)

    def __str__(self) -> str:
        return self._described("lightning attention")
