"""Which entries of a weight matrix are free, which are zero, and which are tied to one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any, TypeAlias

from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.tracing import Traced, einsum

Pattern: TypeAlias = tuple[tuple[int, ...], ...]
NOTHING = -1  # in the place of a weight that is zero


@dataclass(frozen=True)  # without slots, for what is cached
class Connections:
    """The weight matrix of one layer; ``groups[i][j]`` is the number of the free weight at (i, j), or −1 for a zero.

    Without ``groups`` all entries are free. Otherwise the layer's parameter is the vector of its free weights.

    >>> layer = Connections(2, 3, ((0, 1, -1), (-1, 0, 1)))
    >>> layer.shape, layer.matrix([5, 7])
    ((2,), ((5, 7, 0), (0, 5, 7)))
    """

    rows: int
    columns: int
    groups: Pattern | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the layer's parameter."""
        if self.groups is None:
            return self.rows, self.columns
        return (1 + max(max(row) for row in self.groups),)

    @property
    def weight_count(self) -> int:
        """The number of free weights."""
        return self.rows * self.columns if self.groups is None else self.shape[0]

    @cached_property
    def numbers(self) -> Pattern:
        """The number of the free weight at every place, row-major if all are free."""
        if self.groups is not None:
            return self.groups
        return tuple(tuple(range(i * self.columns, (i + 1) * self.columns)) for i in range(self.rows))

    @cached_property
    def sources(self) -> tuple[tuple[int, ...], ...]:
        """For each row, the columns in which it has a weight."""
        return tuple(tuple(j for j, k in enumerate(row) if k != NOTHING) for row in self.numbers)

    @property
    def is_tied(self) -> bool:
        return self.weight_count < sum(map(len, self.sources))

    @property
    def is_in_order(self) -> bool:
        """Whether the weights are numbered row by row and none are tied: zeros alone say the rest."""
        return [k for row in self.numbers for k in row if k != NOTHING] == list(range(self.weight_count))

    @property
    def is_sparse(self) -> bool:
        return any(len(row) < self.columns for row in self.sources)

    def column(self, j: int) -> tuple[bool, ...]:
        """Where column j has a weight."""
        return tuple(row[j] != NOTHING for row in self.numbers)

    def applied(self, weights: Traced, vector: Any) -> Traced:
        """The matrix times a vector, while a law is traced."""
        if self.groups is None:
            return einsum("ij,j->i", weights, vector)
        taken = weights[[[max(k, 0) for k in row] for row in self.groups]]
        if not self.is_sparse:
            return einsum("ij,j->i", taken, vector)
        mask = [[int(k != NOTHING) for k in row] for row in self.groups]
        return einsum("ij,ij,j->i", mask, taken, vector)

    def matrix(self, weights: Sequence[Any]) -> tuple[tuple[Any, ...], ...]:
        """The whole matrix for values of the parameter."""
        if self.groups is None:
            return tuple(map(tuple, weights))
        return tuple(tuple(0 if k == NOTHING else weights[k] for k in row) for row in self.groups)

    def weights(self, matrix: Sequence[Sequence[Any]]) -> Any:
        """The values of the parameter with this matrix. Raises: ValueError if zeros or ties are not respected."""
        if self.groups is None:
            return [list(row) for row in matrix]
        found: dict[int, Any] = {NOTHING: 0}
        for numbers, row in zip(self.groups, matrix, strict=True):
            for k, x in zip(numbers, row, strict=True):
                if found.setdefault(k, x) != x:
                    raise ValueError("the matrix has different entries where the layer ties them, or one at a zero")
        return [found[k] for k in range(self.weight_count)]


def connections(rows: int, columns: int, sparsity: Any, shared: Any, layer: int) -> Connections:
    """The connections with this pattern of zeros (0) and weights (1), and these numbers of tied weights.

    Raises: TypeError, ValueError, with the layer's place in ``sparsity`` or ``shared``.
    """
    if sparsity is None and shared is None:
        return Connections(rows, columns)
    places = None if sparsity is None else _pattern(sparsity, rows, columns, f"sparsity[{layer}]")
    groups = None if shared is None else _pattern(shared, rows, columns, f"shared[{layer}]")
    for row in places or ():
        for x in row:
            if x not in (0, 1):
                raise ValueError(f"sparsity[{layer}] has the entry {x}; a pattern has 1 for a weight and 0 for none")
    if groups is None:
        numbers = count()
        groups = tuple(tuple(next(numbers) if x else NOTHING for x in row) for row in places or ())
    elif places is not None:
        groups = tuple(
            tuple(k if x else NOTHING for k, x in zip(row, mask, strict=True))
            for row, mask in zip(groups, places, strict=True)
        )
    used = {k for row in groups for k in row} - {NOTHING}
    if not used:
        raise ValueError(
            f"{'shared' if places is None else 'sparsity'}[{layer}] leaves no weight; a layer has at least one"
        )
    if used != set(range(len(used))):
        raise ValueError(
            f"shared[{layer}] uses the numbers {', '.join(map(str, sorted(used)))}; "
            f"{len(used)} different weights are numbered from 0 to {len(used) - 1}, and -1 stands for a zero"
        )
    dense = Connections(rows, columns)
    return dense if groups == dense.numbers else Connections(rows, columns, groups)


def patterns(value: Any, layers: int, name: str) -> tuple[Any, ...]:
    """One pattern, or None, for each layer. Raises: TypeError, ValueError."""
    if value is None:
        return (None,) * layers
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"{name} is {value!r}; it is a list with one matrix, or None, per layer of weights")
    if len(value) != layers:
        raise ValueError(
            f"{name} has length {len(value)} but the network has {layers} layers of weights; give one matrix, or "
            "None, for each"
        )
    return tuple(value)


def _pattern(value: Any, rows: int, columns: int, place: str) -> Pattern:
    array = Array.of_indices(value, place)
    if array.shape != (rows, columns):
        raise ValueError(f"{place} has the shape {list(array.shape)}; the layer's matrix has {[rows, columns]}")
    return tuple(map(tuple, array.nested()))
