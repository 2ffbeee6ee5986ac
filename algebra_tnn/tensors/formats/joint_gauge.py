"""The gauge of networks whose nodes share parameters: matrices on the axes of all parameters at once.

Let a number w(P) and matrices X(P, k) on its axes act on each parameter P, so that it changes at the rate
w(P) P + Σ_k X(P, k) P. The tensor of a network stays the same under these conditions. A letter that joins two axes and
is no mode has a number c with X + Yᵀ = c·1 for the matrices on both; at any other letter all matrices are diagonal, and
the sum of their entries is one number c for all values of the letter; the c of all letters and the w of all nodes have
the sum 0. For then the parts of X and Y cancel, and each product of entries changes at the rate 0. These are linear
equations, in which a parameter that is shared has one unknown for all its nodes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations
from typing import TypeAlias

from algebra_tnn.exact import independent_columns, kernel
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, apply, einsum
from algebra_tnn.tensors.formats.networks import Network, parameters_of, pattern

Unknown: TypeAlias = tuple[object, ...]
Axis: TypeAlias = tuple[str, int]  # of a parameter
Rows: TypeAlias = tuple[tuple[int, ...], ...]
Rate: TypeAlias = tuple[str, int, tuple[Rows, ...]]


@dataclass(frozen=True, slots=True)
class Action:
    """For each parameter that moves a number and a matrix for each axis."""

    rates: tuple[Rate, ...]

    def __call__(self, **given: Traced) -> dict[str, Traced]:
        """How fast the parameters change."""
        return {name: _moved(given[name], number, matrices) for name, number, matrices in self.rates}


def actions(networks: Sequence[Network]) -> tuple[Action, ...]:
    """Independent ones, as many as there are."""
    shapes, equations = parameters_of(networks), list(_equations(networks))
    unknowns: dict[Unknown, None] = dict.fromkeys((name,) for name in shapes)
    unknowns |= dict.fromkeys(chain(*equations))
    rows = tuple(tuple(equation[unknown] for unknown in unknowns) for equation in equations)
    found = [_rates(shapes, dict(zip(unknowns, map(int, vector), strict=True))) for vector in kernel(rows)]
    entries = tuple(tuple(chain(*map(_entries, rates))) for rates in found)
    chosen = independent_columns(transposed(entries)) if entries else []
    return tuple(Action(tuple(part for part in found[i] if any(_entries(part)))) for i in chosen)


def _equations(networks: Sequence[Network]) -> Iterator[Counter[Unknown]]:
    """Coefficients of numbers (P,), of entries (P, k, u, v) of matrices, and of the c; the sums are zero."""
    mixed = {axis for network in networks for letter in _bonds(network) for axis in _axes(network, letter)}
    for number, network in enumerate(networks):
        bonds, constants = _bonds(network), [(number, letter) for letter, _ in network.sizes]
        yield Counter([*((node.parameter,) for node in network.free_nodes), *constants])
        for letter, n in network.sizes:
            axes = _axes(network, letter)
            for v in range(n):
                balance: Counter[Unknown] = Counter((*axis, v, v) for axis in axes)
                balance.subtract([(number, letter)])
                yield balance
            for u, v in permutations(range(n), 2):
                if letter in bonds:
                    yield Counter([(*axes[0], u, v), (*axes[1], v, u)])
                else:
                    yield from (Counter[Unknown]([(*axis, u, v)]) for axis in axes if axis in mixed)


def _axes(network: Network, letter: str) -> list[Axis]:
    """The axes of parameters that have this letter."""
    return [(node.parameter, k) for node in network.free_nodes for k, x in enumerate(node.word) if x == letter]


def _bonds(network: Network) -> list[str]:
    """The letters that join two axes, both of parameters, and are no modes."""
    uses = Counter(chain(network.modes, *(node.word for node in network.nodes)))
    return [letter for letter, _ in network.sizes if uses[letter] == len(_axes(network, letter)) == 2]


def _rates(shapes: Mapping[str, Shape], found: Mapping[Unknown, int]) -> list[Rate]:
    """The same actions, with matrices that are zero in their first corner."""
    result = []
    for name, shape in shapes.items():
        corners = [found[name, k, 0, 0] for k in range(len(shape))]
        matrices = tuple(
            tuple(
                tuple(found.get((name, k, u, v), 0) - (corners[k] if u == v else 0) for v in range(n)) for u in range(n)
            )
            for k, n in enumerate(shape)
        )
        result.append((name, found[name,] + sum(corners), matrices))
    return result


def _entries(rate: Rate) -> Iterator[int]:
    _, number, matrices = rate
    return chain([number], *(row for matrix in matrices for row in matrix))


def _moved(tensor: Traced, number: int, matrices: Sequence[Rows]) -> Traced:
    word = tuple(f"axis{k}" for k in range(len(matrices)))
    parts = [apply([0, number], tensor)] if number or not any(map(_is_not_zero, matrices)) else []
    for k, matrix in enumerate(matrices):
        if _is_not_zero(matrix):
            result = (*word[:k], "new", *word[k + 1 :])
            parts.append(einsum(pattern([("new", word[k]), word], result), [*map(list, matrix)], tensor))
    return sum(parts[1:], parts[0])


def _is_not_zero(matrix: Rows) -> bool:
    return any(map(any, matrix))
