"""The Tucker format: a core, and a matrix for each mode."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import checked, checked_ranks, listed

SMALL = 6000  # values of all indices together: a law in one contraction reads better, a longer one can be cut


@dataclass(frozen=True, slots=True)
class TuckerFormat(TensorFormat):
    """T = Σ G_{a b …} U0_{i a} U1_{j b} …: all tensors whose multilinear ranks are at most ``ranks``.

    Its nodes are G, of the shape ``ranks``, and U0, U1, …, with a row for each index of the mode. The dimension is
    Π R_n + Σ R_n (I_n − R_n) if R_n ≤ I_n and R_n ≤ Π_{m ≠ n} R_m for every n.

    Raises: TypeError, ValueError, in one sentence. Reference: [Tucker1966].

    >>> format = TuckerFormat((4, 3, 3), (2, 2, 2))
    >>> format.parameter_count, format.gauge_dimension, format.expected_dimension
    (28, 12, 16)
    """

    shape: tuple[int, ...]
    ranks: tuple[int, ...]

    def __post_init__(self) -> None:
        shape = checked("shape", self.shape, least=2)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "ranks", checked_ranks(self.ranks, len(shape), "one for each mode"))

    @property
    def networks(self) -> tuple[Network, ...]:
        modes, inner = [f"i{n}" for n in range(len(self.shape))], [f"r{n}" for n in range(len(self.shape))]
        frames = {f"U{n}": (i, r) for n, (i, r) in enumerate(zip(modes, inner, strict=True))}
        sizes = dict(zip([*modes, *inner], [*self.shape, *self.ranks], strict=True))
        at_once = ("G", *frames) if prod(sizes.values()) <= SMALL else None
        return (Network.of({"G": inner, **frames}, sizes, modes, at_once),)

    def __str__(self) -> str:
        return f"Tucker {listed(self.shape, '×')} with ranks {listed(self.ranks)}"
