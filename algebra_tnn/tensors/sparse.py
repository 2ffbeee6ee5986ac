"""Tensors by their nonzero entries, for those that are large and nearly empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from algebra_tnn.exact import Number
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.tensor import Tensor

LARGEST_DENSE = 20_000_000  # entries of a tensor that is written out


@dataclass(frozen=True, slots=True)
class SparseTensor:
    """A tensor that is zero but for the given entries.

    >>> T = SparseTensor((2, 1, 3), {(1, 0, 2): 5, (0, 0, 1): 0})
    >>> T.entries, T.dense().entries
    ({(1, 0, 2): 5}, (0, 0, 0, 0, 0, 5))
    """

    shape: tuple[int, ...]
    entries: Mapping[tuple[int, ...], Number]

    def __post_init__(self) -> None:
        if len(self.shape) < 2 or min(self.shape) < 1:
            raise ValueError(
                f"the shape is {self.shape}; a tensor has at least two modes, each with at least one index"
            )
        for index in self.entries:
            if len(index) != len(self.shape) or not all(0 <= i < n for i, n in zip(index, self.shape, strict=True)):
                raise ValueError(f"the index {index} is outside the shape {self.shape}; indices count from 0")
        object.__setattr__(self, "entries", {index: x for index, x in self.entries.items() if x})

    @classmethod
    def of(cls, tensor: Tensor | CP) -> SparseTensor:
        """The same tensor by its nonzero entries."""
        given = tensor.tensor() if isinstance(tensor, CP) else tensor
        places = product(*map(range, given.shape))
        return cls(given.shape, {place: x for place, x in zip(places, given.entries, strict=True) if x})

    def dense(self) -> Tensor:
        """The same tensor with all of its entries. Raises: OverflowError for more than twenty million."""
        size = prod(self.shape)
        if size > LARGEST_DENSE:
            shape = "×".join(map(str, self.shape))
            raise OverflowError(
                f"a tensor of shape {shape} has {size:,} entries; at most {LARGEST_DENSE:,} are written"
            )
        entries: list[Number] = [0] * size
        for index, x in self.entries.items():
            position = 0
            for i, n in zip(index, self.shape, strict=True):
                position = position * n + i
            entries[position] = x
        return Tensor(self.shape, tuple(entries))
