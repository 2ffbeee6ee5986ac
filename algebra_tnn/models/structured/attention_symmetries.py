"""Vector fields along which attention does not change: changes of basis of its inner spaces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product
from typing import NamedTuple, TypeAlias

from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.traced_model import KnownFields


class Part(NamedTuple):
    """A weight moves by a matrix times a weight, along axis 0, or by a weight times a matrix, along axis 1."""

    moved: str
    by: str
    axis: int
    matrix: list[list[int]]

    def applied(self, weight: Traced) -> Traced:
        return self.matrix @ weight if self.axis == 0 else weight @ self.matrix


Motion: TypeAlias = tuple[Part, ...]
Names: TypeAlias = tuple[str, str, str]  # of V, K and Q in one layer


def fields_of(motions: Iterable[Motion], law: Law) -> KnownFields:
    return KnownFields(tuple(VectorField.trace(_traced(motion), law) for motion in motions))


def changes_of_basis(layers: Sequence[Names], rank: int, width: int) -> Iterator[Motion]:
    """The Lie algebra of GL(rank) for K and Q of each layer, and of GL(width) between layers."""
    for _, K, Q in layers:
        for i, j in product(range(rank), repeat=2):
            yield Part(K, K, 0, _matrix(rank, {(i, j): 1})), Part(Q, Q, 0, _matrix(rank, {(j, i): -1}))
    for (V, _, _), above in pairwise(layers):
        for i, j in product(range(width), repeat=2):
            inverse = _matrix(width, {(i, j): -1})
            yield Part(V, V, 0, _matrix(width, {(i, j): 1})), *(Part(name, name, 1, inverse) for name in above)


def rescalings(layers: Sequence[Names], width: int) -> Iterator[Motion]:
    """V is multiplied by a number and K divided by it."""
    for V, K, _ in layers:
        ones, minus = (_matrix(width, {(i, i): sign for i in range(width)}) for sign in (1, -1))
        yield Part(V, V, 1, ones), Part(K, K, 1, minus)


def rotations(layers: Sequence[Names], rank: int) -> Iterator[Motion]:
    """K moves by a skew matrix times Q, or Q by one times K: the form Σ_r ⟨k_r, x⟩⟨q_r, x⟩ stays as it is."""
    for _, K, Q in layers:
        for i, j in combinations(range(rank), 2):
            skew = _matrix(rank, {(i, j): 1, (j, i): -1})
            yield (Part(K, Q, 0, skew),)
            yield (Part(Q, K, 0, skew),)


def _traced(motion: Motion) -> Callable[..., dict[str, Traced]]:
    return lambda **weights: {part.moved: part.applied(weights[part.by]) for part in motion}


def _matrix(size: int, entries: Mapping[tuple[int, int], int]) -> list[list[int]]:
    return [[entries.get((i, j), 0) for j in range(size)] for i in range(size)]
