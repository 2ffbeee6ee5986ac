"""What may be moved in a circuit besides rescalings: where a product of two positions is summed to a single number.

Σ_c d_c (U x)_c (V y)_c depends on the matrix Uᵀ D V alone, where D is diagonal with the entries d. It does not change
if U moves by X D U and V by −Xᵀ D V, for any matrix X; where one and the same U stands for both, by X D U for any X
with X = −Xᵀ. Rescalings are those with diagonal X.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any

from algebra_tnn.laws.tracing import Traced, einsum


@dataclass(frozen=True, slots=True)
class ProductOfTwo:
    """The parameters d, U and V (U again if they are shared), and how many rows and columns U and V have."""

    weights: str
    left: str
    right: str
    rows: int
    columns: int

    @property
    def freedom(self) -> int:
        """The dimension of what moves and leaves Uᵀ D V, a general matrix of its rank, without rescalings."""
        rank = min(self.rows, self.columns)
        if self.left == self.right:
            return (self.rows - rank) * self.columns + rank * (rank - 1) // 2
        return (self.rows - rank) * 2 * self.columns + rank * rank - self.rows

    @property
    def moves(self) -> Iterator[Callable[..., Mapping[str, Traced]]]:
        """With X = E_ik, or E_ik − E_ki."""
        pairs = combinations if self.left == self.right else permutations
        for i, k in pairs(range(self.rows), 2):
            yield self._move(i, k)

    def _move(self, i: int, k: int) -> Callable[..., Mapping[str, Traced]]:
        def unit(row: int, column: int, sign: int) -> Any:
            places = range(self.rows)
            return [[sign * ((a, b) == (row, column)) for b in places] for a in places]

        def moved(**given: Traced) -> dict[str, Traced]:
            weights = given[self.weights]
            pattern = "ab,b,bc->ac" if len(weights.shape) == 1 else "ab,ob,bc->ac"
            left = einsum(pattern, unit(i, k, 1), weights, given[self.left])
            right = einsum(pattern, unit(k, i, -1), weights, given[self.right])
            return {self.left: left + right} if self.left == self.right else {self.left: left, self.right: right}

        return moved


def products_of_two(
    windows: Sequence[Sequence[Sequence[int]]], dimension: int, channels: Sequence[int], name: Callable[[int, int], str]
) -> Iterator[ProductOfTwo]:
    """Those whose parameters stand at no other places, where ``name`` gives the parameter of a layer and a position."""
    uses: dict[str, set[ProductOfTwo | None]] = {}
    for layer, positions in enumerate(windows, start=1):
        columns = channels[layer - 2] if layer > 1 else dimension
        for position, window in enumerate(positions):
            two = None
            if len(window) == 2 and (layer == len(channels) or channels[layer] == 1):
                left, right = (name(layer - 1, part) for part in window)
                two = ProductOfTwo(name(layer, position), left, right, channels[layer - 1], columns)
            for part in window:
                uses.setdefault(name(layer - 1, part), set()).add(two)
    found = dict.fromkeys(two for each in uses.values() for two in each if two is not None)
    yield from (two for two in found if uses[two.left] == uses[two.right] == {two})
