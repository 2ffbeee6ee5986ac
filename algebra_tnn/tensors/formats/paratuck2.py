"""The ParaTuck-2 format."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import checked, checked_ranks, listed


@dataclass(frozen=True, slots=True)
class ParaTuck2Format(TensorFormat):
    """T_{: : k} = A D_k(G) F D_k(H) Bᵀ, where D_k(G) is the diagonal matrix of row k of G.

    For a shape (I, J, K) and ranks (R, S) the nodes A, G, F, H, B have the shapes I×R, K×R, R×S, K×S, J×S. Columns of
    A, G and rows of F, columns of B, H and columns of F, and rows of G and H may be rescaled against each other:
    2R + 2S + K − 1 dimensions. That nothing else may be moved needs R (R − 1) + S (S − 1) ≤ (K − 1)(R − 1)(S − 1).

    Raises: TypeError, ValueError, in one sentence. Reference: [HarshmanLundy1996].

    >>> format = ParaTuck2Format((3, 2, 5), (2, 2))
    >>> format.parameter_count, format.gauge_dimension, format.expected_dimension, format.remarks
    (34, 12, 22, ())
    """

    shape: tuple[int, ...]
    ranks: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "shape", checked("shape", self.shape, length=3, why="I, J and K"))
        object.__setattr__(self, "ranks", checked_ranks(self.ranks, 2, "R and S"))

    @property
    def networks(self) -> tuple[Network, ...]:
        words = {"A": "ir", "G": "kr", "F": "rs", "H": "ks", "B": "js"}
        return (Network.of(words, dict(zip("ijkrs", [*self.shape, *self.ranks], strict=True)), "ijk"),)

    def own_remarks(self) -> tuple[str, ...]:
        K, (R, S) = self.shape[2], self.ranks
        needed, there = R * (R - 1) + S * (S - 1), (K - 1) * (R - 1) * (S - 1)
        if needed <= there:
            return ()
        return (
            f"R (R − 1) + S (S − 1) = {needed} is above (K − 1)(R − 1)(S − 1) = {there}: the formula counts too much, "
            f"since the cores G_kr F_rs H_ks, mixed by GL({R}) × GL({S}), have at most {K * R * S} dimensions",
        )

    def __str__(self) -> str:
        return f"ParaTuck-2 {listed(self.shape, '×')} with ranks {listed(self.ranks)}"
