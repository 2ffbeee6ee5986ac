"""ParaTuck-2: slices A D_k(G) F D_k(H) Bᵀ with diagonal matrices in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import ParaTuck2Format
from algebra_tnn.tensors.values.format_value import FormatValue, ring_array


@dataclass(frozen=True, slots=True, repr=False)
class ParaTuck2(FormatValue):
    """T_{:,:,k} = A diag(G_k) F diag(H_k) Bᵀ with A, G, F, H, B of shapes I×R, K×R, R×S, K×S, J×S.

    Reference: [HarshmanLundy1996].

    >>> T = ParaTuck2.of([[1], [2]], [[3], [1], [0]], [[1, 2]], [[1, 1], [1, 0], [4, 5]], [[1, 0], [0, 1]])
    >>> T.shape, T.ranks, T.tensor().nested()
    ((2, 2, 3), (1, 2), [[[3, 1, 0], [6, 0, 0]], [[6, 2, 0], [12, 0, 0]]])
    """

    A: Array
    G: Array
    F: Array
    H: Array
    B: Array

    def __post_init__(self) -> None:
        self.check()

    @classmethod
    def of(cls, A: Any, G: Any, F: Any, H: Any, B: Any) -> ParaTuck2:
        """From nested lists or arrays of exact numbers, or of elements of one ring. Raises: TypeError, ValueError."""
        return cls(*(ring_array(M, name, 2) for M, name in zip((A, G, F, H, B), "AGFHB", strict=True)))

    @property
    def ranks(self) -> tuple[int, ...]:
        """(R, S)."""
        return self.F.shape

    @property
    def format(self) -> ParaTuck2Format:
        return ParaTuck2Format((self.A.shape[0], self.B.shape[0], self.G.shape[0]), self.ranks)

    @property
    def nodes(self) -> dict[str, Array]:
        return {"A": self.A, "G": self.G, "F": self.F, "H": self.H, "B": self.B}
