"""Sums of rank-one tensors that depend on a parameter e, and tend to a tensor after division by a power of e."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from algebra_tnn.exact import Field, Number, Q, exact_number
from algebra_tnn.tensors.tensor import Tensor

Series = tuple[Number, ...]  # coefficients of e^0, …, e^order


@dataclass(frozen=True, slots=True)
class Curve:
    """Terms a_r(e) ⊗ b_r(e) ⊗ …, with polynomials in e as entries, whose sum is e^order · T + O(e^(order + 1)).

    So the border rank of T is at most the number of terms. Coefficients beyond e^order do not matter, and are dropped.

    >>> line = [[1, 1], [[0, 1], 0]]
    >>> signed = [[1, -1], [[0, 1], 0]]
    >>> Curve.from_nested([signed, line, line], 1).limit().nested()
    [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]
    """

    factors: tuple[tuple[tuple[Series, ...], ...], ...]
    order: int

    @classmethod
    def from_nested(cls, factors: Any, order: Any) -> Curve:
        """Factors as for a decomposition, whose entries are numbers, or lists of the coefficients of 1, e, e², ….

        Raises: TypeError, ValueError for factors that do not match, and for inexact entries.
        """
        if type(order) is not int or not 0 <= order < 1000:
            raise ValueError(f"order is {order!r}; the power of e by which the sum is divided is from 0 to 999")
        if not isinstance(factors, (list, tuple)) or len(factors) < 2:
            raise ValueError("factors is no list of at least two matrices; a curve has one matrix per mode")
        read = tuple(_matrix(factor, f"factors[{k}]", order) for k, factor in enumerate(factors))
        for k, factor in enumerate(read):
            if len(factor[0]) != len(read[0][0]):
                raise ValueError(
                    f"factors[{k}] has {len(factor[0])} columns but factors[0] has {len(read[0][0])}; every factor of "
                    "a curve has one column per term"
                )
        return cls(read, order)

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(factor) for factor in self.factors)

    @property
    def length(self) -> int:
        """The number of terms."""
        return len(self.factors[0][0])

    def coefficients(self) -> list[Tensor]:
        """Of e^0, …, e^order in the sum of the terms."""
        sums: list[list[Number]] = []
        for place in product(*map(range, self.shape)):
            total: list[Number] = [0] * (self.order + 1)
            for r in range(self.length):
                term: Series = (1, *[0] * self.order)
                for factor, i in zip(self.factors, place, strict=True):
                    term = _product(term, factor[i][r])
                total = [x + y for x, y in zip(total, term, strict=True)]
            sums.append(total)
        return [Tensor(self.shape, tuple(total[k] for total in sums)) for k in range(self.order + 1)]

    def limit(self, field: Field = Q) -> Tensor:
        """T, over the field. Raises: ValueError if the sum has a lower power of e, so that there is no limit."""
        *lower, last = (
            Tensor(self.shape, tuple(field.number(x) for x in tensor.entries)) for tensor in self.coefficients()
        )
        for k, tensor in enumerate(lower):
            if any(tensor.entries):
                raise ValueError(
                    f"the terms of the curve sum to a tensor with e^{k} in it, so divided by e^{self.order} they have "
                    f"no limit; give the order {k}, or terms whose sum begins with e^{self.order}"
                )
        return last


def _matrix(value: Any, name: str, order: int) -> tuple[tuple[Series, ...], ...]:
    rows = value if isinstance(value, (list, tuple)) else []
    if not rows or not all(isinstance(row, (list, tuple)) and row and len(row) == len(rows[0]) for row in rows):
        raise ValueError(f"{name} is no matrix; a factor is a list of rows of one length, with one column per term")
    return tuple(tuple(_series(x, f"{name}[{i}][{j}]", order) for j, x in enumerate(row)) for i, row in enumerate(rows))


def _series(value: Any, name: str, order: int) -> Series:
    coefficients: Sequence[Any] = value if isinstance(value, (list, tuple)) else [value]
    read = [exact_number(x, f"{name}, coefficient of e^{k},") for k, x in enumerate(coefficients)]
    return tuple([*read, *[0] * order][: order + 1])


def _product(one: Series, two: Series) -> Series:
    """Modulo the power of e beyond the order."""
    return tuple(sum((one[i] * two[k - i] for i in range(k + 1) if one[i]), 0) for k in range(len(one)))
