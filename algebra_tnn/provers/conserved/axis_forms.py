"""Quadratic forms from symmetric matrices on the axes of parameters: few unknowns, where there are many parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import prod

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws import Law

Pairs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AxisForms:
    """The forms Σ θ[i, …] θ[k, …], i ≤ k, for every parameter and each of its axes, where … runs over the other axes.

    ``pairs`` are, for each form, the places of the two factors of its terms among the entries of all parameters. If f
    does not change where a symmetric matrix acts on one axis and other ones on others, such forms are conserved.
    """

    pairs: tuple[Pairs, ...]

    @classmethod
    def of(cls, law: Law) -> AxisForms:
        return cls(tuple(_pairs(law)))

    def rates(self, theta: NDArray[np.int64], gradients: NDArray[np.int64]) -> NDArray[np.int64]:
        """The derivatives of all forms along the gradients, one row for each sample."""
        columns = [
            (theta[:, one] * gradients[:, two] % PRIME + gradients[:, one] * theta[:, two] % PRIME).sum(axis=1)
            for one, two in self.pairs
        ]
        return np.stack(columns, axis=1) % PRIME

    def terms(self, coefficients: Mapping[int, Number]) -> dict[tuple[int, int], Number]:
        """The coefficients of the products θ_a θ_b, a ≤ b, in a combination of forms."""
        found: dict[tuple[int, int], Number] = {}
        for form, c in coefficients.items():
            for one, two in self.pairs[form].T.tolist():
                found[one, two] = found.get((one, two), 0) + c
        return {place: c for place, c in found.items() if c}


def _pairs(law: Law) -> Iterator[Pairs]:
    for name, shape in law.parameters:
        places = np.array(law.columns[name]).reshape(shape)
        for axis, n in enumerate(shape):
            slices = np.moveaxis(places, axis, 0).reshape(n, prod(shape) // n)
            for i, k in combinations_with_replacement(range(n), 2):
                yield np.stack([slices[i], slices[k]])
        if not shape:
            yield np.array([[places.item()], [places.item()]])
