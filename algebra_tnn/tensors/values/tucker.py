"""Tucker decompositions: a core, multiplied along each mode by a factor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from algebra_tnn.exact import Field, Q
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import TuckerFormat
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.format_value import FormatValue, matrix_array, ring_array
from algebra_tnn.tensors.values.frames import frame, subtensor


@dataclass(frozen=True, slots=True, repr=False)
class Tucker(FormatValue):
    """Σ core[r_0, r_1, …] U_0[i_0, r_0] U_1[i_1, r_1] …, with one factor of shape n_k×r_k per mode [Tucker1966].

    >>> T = Tucker.of([[2, 0], [0, 3]], [[[1, 0], [1, 1], [0, 2]], [[1, 1], [0, 1]]])
    >>> T.shape, T.ranks, T.tensor().nested()
    ((3, 2), (2, 2), [[2, 0], [5, 3], [6, 6]])
    """

    core: Array
    factors: tuple[Array, ...]

    def __post_init__(self) -> None:
        if len(self.factors) < 2 or len(self.factors) != len(self.core.shape):
            raise ValueError(
                f"there are {len(self.factors)} factors for a core with {len(self.core.shape)} modes; "
                "there is one factor per mode, and there are at least two modes"
            )
        self.check()

    @classmethod
    def of(cls, core: Any, factors: Sequence[Any]) -> Tucker:
        """From nested lists or arrays of exact numbers, or of elements of one ring. Raises: TypeError, ValueError."""
        read = tuple(ring_array(factor, f"factors[{k}]", 2) for k, factor in enumerate(factors))
        return cls(ring_array(core, "core", len(read)), read)

    @property
    def ranks(self) -> tuple[int, ...]:
        """The sizes of the core."""
        return self.core.shape

    @property
    def format(self) -> TuckerFormat:
        return TuckerFormat(tuple(factor.shape[0] for factor in self.factors), self.ranks)

    @property
    def nodes(self) -> dict[str, Array]:
        return {"G": self.core, **{f"U{k}": factor for k, factor in enumerate(self.factors)}}


def tucker(tensor: Tensor, field: Field = Q) -> Tucker:
    """The Tucker decomposition with the least core: its sizes are the ranks of the unfoldings over the field.

    Its gauge is fixed: each factor is in reduced column echelon form, and the core consists of the entries of the
    tensor at the factors' pivots. So equal tensors get equal decompositions. The zero tensor gets a core of size one.
    Cost: one elimination per unfolding. Reference: [Tucker1966].

    >>> T = Tensor.from_nested([[[1, 2], [2, 4]], [[0, 1], [0, 2]], [[1, 3], [2, 6]]])
    >>> found = tucker(T)
    >>> found.ranks, found.core.nested(), found.tensor() == T
    ((2, 1, 2), [[[1, 2]], [[0, 1]]], True)
    """
    frames = [frame(tensor, (mode,), field) for mode in range(tensor.order)]
    core = subtensor(tensor, [found.pivots for found in frames], field)
    return Tucker(core, tuple(matrix_array(found.columns) for found in frames))
