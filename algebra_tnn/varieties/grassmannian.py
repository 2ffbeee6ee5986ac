"""Grassmannians in Plücker coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb
from typing import Any

import numpy as np

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import reduce_in_place
from algebra_tnn.laws import Law, VectorField
from algebra_tnn.varieties.plucker import sum_of_graphs
from algebra_tnn.varieties.secant import Secant
from algebra_tnn.varieties.variety import Indices, Points, at_least, nonzero_residues


@dataclass(frozen=True, slots=True)
class Grassmannian:
    """The cone of the decomposable vectors v₁ ∧ … ∧ v_k in the k-th exterior power of K^n: the k-planes in n-space.

    The coordinates are the k×k minors of the matrix with rows v₁, …, v_k, for the sets of columns in lexicographic
    order. Points modulo p are the row spaces of [I | X]: these are dense, and X is random.

    Raises: TypeError, ValueError unless 1 ≤ k ≤ n.

    >>> Grassmannian(2, 4).ambient, Grassmannian(2, 4).dimension
    (6, 5)
    """

    k: int
    n: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "k", at_least(1, self.k, "the dimension k of the planes"))
        object.__setattr__(self, "n", at_least(1, self.n, "the dimension n of the space"))
        if self.k > self.n:
            raise ValueError(f"there are no {self.k}-planes in {self.n}-space; choose k from 1 to n")

    @property
    def name(self) -> str:
        return f"Grassmannian G({self.k}, {self.n})"

    @property
    def ambient(self) -> int:
        return comb(self.n, self.k)

    @property
    def dimension(self) -> int:
        return self.k * (self.n - self.k) + 1

    @property
    def degree(self) -> int:
        return 1

    @property
    def smaller(self) -> Grassmannian:
        """That of the complementary dimension if this is less, isomorphic by duality."""
        return Grassmannian(min(self.k, self.n - self.k) or self.k, self.n)

    def secant(self, r: int) -> Secant:
        """σ_r, the closure of the sums of r points.

        >>> print(Grassmannian(3, 7).secant(3))
        σ_3 of Grassmannian G(3, 7)
        """
        return Secant(self, r)

    def secant_law(self, terms: int) -> Law:
        """⟨y, Σ_j s_j v_1j ∧ … ∧ v_kj⟩ for the rows of [I | X_j]; if k > n/2, that of the dual Grassmannian."""
        return sum_of_graphs(self.smaller.k, self.n, terms)

    def secant_fields(self, terms: int) -> tuple[VectorField, ...]:
        """None: each term has as many parameters as count."""
        return ()

    def secant_remarks(self, terms: int) -> tuple[str, ...]:
        if self.smaller == self:
            return ()
        return (f"the law is that of {self.smaller.name}, which is the same by duality",)

    def point(self, rows: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
        """The k×k minors of a k×n matrix; the entries come from any commutative ring.

        >>> Grassmannian(2, 3).point(((1, 2, 3), (4, 5, 6)))
        (-3, -6, -3)
        """
        if [len(row) for row in rows] != [self.n] * self.k:
            raise ValueError(
                f"the rows have {[len(row) for row in rows]} entries; a point of {self.name} is made of "
                f"{self.k} rows of {self.n} entries"
            )
        minors: dict[tuple[int, ...], Any] = {(): 1}
        for size, row in enumerate(reversed(rows), start=1):
            minors = {
                chosen: sum((-1) ** i * row[j] * minors[chosen[:i] + chosen[i + 1 :]] for i, j in enumerate(chosen))
                for chosen in combinations(range(self.n), size)
            }
        return tuple(minors.values())

    def random_points(self, count: int, rng: np.random.Generator, modulus: int) -> Points:
        return (nonzero_residues((count, self.k, self.n - self.k), rng, modulus),)

    def coordinates(self, points: Points, modulus: int) -> Doubles:
        rows = self._rows(points)
        return _wedge_of([rows[:, i] for i in range(self.k)], self.n, modulus)

    def tangent_rows(self, points: Points, modulus: int, out: Doubles | None = None) -> Doubles:
        """Vectors that span the tangent spaces of the cone: the point, and its derivatives along the entries of X.

        The derivative along X[i][j] is the wedge of the rows with the i-th replaced by the unit vector e_(k+j).
        Shape: (count, dimension, ambient). ``out``, if given, holds zeros and receives the rows.
        """
        rows = self._rows(points)
        if out is None:
            out = np.zeros((len(rows), self.dimension, self.ambient))
        out[:, 0] = self.coordinates(points, modulus)
        column, place, lower, sign = _unit_wedges(self.n, self.k)
        moved = column >= self.k
        column, place, lower, sign = column[moved] - self.k, place[moved], lower[moved], sign[moved]
        codimension = self.n - self.k
        for i in range(self.k):
            others = _wedge_of([rows[:, j] for j in range(self.k) if j != i], self.n, modulus)
            out[:, 1 + i * codimension + column, place] = others[:, lower] * (sign * (-1) ** i)
        return out

    def _rows(self, points: Points) -> Doubles:
        """The matrices [I | X], of shape (count, k, n)."""
        (X,) = points
        identity = np.broadcast_to(np.eye(self.k), (len(X), self.k, self.k))
        return np.concatenate([identity, X], axis=2)


def _wedge_of(vectors: Sequence[Doubles], n: int, modulus: int) -> Doubles:
    """v₁ ∧ … ∧ v_j, several at once. Shapes: each (count, n); the result (count, C(n, j)), for j = 0 an empty wedge."""
    if not vectors:
        return np.ones((1, 1))
    result = vectors[-1]
    for size, vector in enumerate(reversed(vectors[:-1]), start=2):
        column, _, lower, sign = _unit_wedges(n, size)
        terms = vector[:, column] * result[:, lower] * sign
        result = terms.reshape(len(vector), -1, size).sum(axis=2)  # at most n products: exact
        reduce_in_place(result, modulus)
    return result


@lru_cache(maxsize=64)
def _unit_wedges(n: int, size: int) -> tuple[Indices, Indices, Indices, Doubles]:
    """The wedges e_j ∧ e_L = ± e_J with |J| = size: j, the places of J and of L, and the sign; ordered by J."""
    lower = {chosen: i for i, chosen in enumerate(combinations(range(n), size - 1))}
    entries = [
        (j, place, lower[chosen[:i] + chosen[i + 1 :]], (-1) ** i)
        for place, chosen in enumerate(combinations(range(n), size))
        for i, j in enumerate(chosen)
    ]
    columns, places, lowers, signs = (np.array(part) for part in zip(*entries, strict=True))
    return columns, places, lowers, signs.astype(np.float64)
