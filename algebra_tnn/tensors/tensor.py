"""A tensor with exact entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from algebra_tnn.exact import Matrix, Number, exact_number
from algebra_tnn.tensors import displays


@dataclass(frozen=True, slots=True)
class Tensor:
    """An array of numbers of order at least two; entries in row-major order.

    >>> T = Tensor.from_nested([[[1, 0], [0, 0], [0, 2]]])
    >>> T.shape, T.order, T[0, 2, 1]
    ((1, 3, 2), 3, 2)
    """

    shape: tuple[int, ...]
    entries: tuple[Number, ...]

    def __post_init__(self) -> None:
        if len(self.shape) < 2:
            raise ValueError(
                f"the tensor has {len(self.shape)} mode; a tensor has at least two (a matrix is one of order two)"
            )
        if len(self.entries) != prod(self.shape) or not self.entries:
            raise ValueError(f"a tensor of shape {self.shape} has {prod(self.shape)} entries, not {len(self.entries)}")

    @classmethod
    def from_nested(cls, nested: Any, name: str = "the tensor") -> Tensor:
        """The tensor with these entries. Raises: TypeError, ValueError for ragged lists and inexact entries."""
        if hasattr(nested, "tolist"):
            nested = nested.tolist()
        if not isinstance(nested, (list, tuple)):
            raise TypeError(f"{name} is {type(nested).__name__}; a tensor is a nested list of numbers")
        shape: list[int] = []
        level: list[Any] = list(nested)
        shape.append(len(level))
        while level and isinstance(level[0], (list, tuple)):
            width = len(level[0])
            for part in level:
                if not isinstance(part, (list, tuple)) or len(part) != width:
                    found = len(part) if isinstance(part, (list, tuple)) else "none"
                    raise ValueError(
                        f"{name} is ragged: at depth {len(shape) + 1} a part has {found} entries where the first has "
                        f"{width}; all parts of one depth have equally many"
                    )
            level = [x for part in level for x in part]
            shape.append(width)
        if not level:
            raise ValueError(f"{name} has a mode of size 0; every mode has at least one index")
        return cls(
            tuple(shape), tuple(exact_number(x, f"{name}, entry {i} in row-major order,") for i, x in enumerate(level))
        )

    @property
    def order(self) -> int:
        return len(self.shape)

    def __getitem__(self, index: tuple[int, ...]) -> Number:
        """The entry at a multi-index; indices count from 0. Raises: IndexError."""
        if len(index) != self.order or not all(0 <= i < n for i, n in zip(index, self.shape, strict=True)):
            raise IndexError(f"the index {index} is outside the shape {self.shape}")
        position = 0
        for i, n in zip(index, self.shape, strict=True):
            position = position * n + i
        return self.entries[position]

    def matricized(self, modes: Sequence[int]) -> Matrix:
        """The flattening with the given modes as rows and the others as columns, each ascending and row-major.

        For one mode this is the unfolding T_(n) up to the order of its columns: Kolda and Bader let the first of the
        other modes vary fastest, here (as in TensorLy) the last one does.

        >>> Tensor.from_nested([[[1, 2], [3, 4], [5, 6]]]).matricized([1])
        ((1, 2), (3, 4), (5, 6))
        """
        rows = sorted(modes)
        if (
            not rows
            or len(set(rows)) != len(rows)
            or len(rows) == self.order
            or not all(0 <= m < self.order for m in rows)
        ):
            raise ValueError(f"the modes {list(modes)} are no proper part of the modes 0 … {self.order - 1}")
        columns = [mode for mode in range(self.order) if mode not in rows]
        strides = [prod(self.shape[mode + 1 :]) for mode in range(self.order)]

        def offsets(some: Sequence[int]) -> list[int]:
            places = product(*(range(self.shape[mode]) for mode in some))
            return [sum(i * strides[mode] for i, mode in zip(place, some, strict=True)) for place in places]

        right = offsets(columns)
        return tuple(tuple(self.entries[i + j] for j in right) for i in offsets(rows))

    def nested(self) -> Any:
        """Nested lists of the entries."""
        level: list[Any] = list(self.entries)
        for n in reversed(self.shape[1:]):
            level = [level[i : i + n] for i in range(0, len(level), n)]
        return level

    def to_sympy(self) -> Any:
        """The same tensor as SymPy's ImmutableDenseNDimArray."""
        from sympy import ImmutableDenseNDimArray, Rational

        return ImmutableDenseNDimArray([Rational(x.numerator, x.denominator) for x in self.entries], self.shape)

    def _repr_html_(self) -> str:
        return displays.html(self)

    def _repr_latex_(self) -> str:
        return displays.latex(self)

    def __repr__(self) -> str:
        return (
            f"Tensor(shape={self.shape}, nested={self.nested()})"
            if len(self.entries) <= 27
            else f"Tensor(shape={self.shape})"
        )
