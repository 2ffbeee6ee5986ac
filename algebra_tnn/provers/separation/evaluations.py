"""The matrix of a law's values on a grid: points of the inputs on one side, and points of the others.

If f = Σ_{k≤r} g_k(x) h_k(y) and r cannot be smaller, then the g_k are independent, as are the h_k, and the matrix of
the f(x_i, y_j) at n general points of each side has the rank min(r, n). The two kinds of points are two more letters
of the law's contractions, which go pair by pair in the greedy order of its program, and no coefficient of f is ever
written down.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import prod

import numpy as np

from algebra_tnn.exact.modular.centred import Doubles, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.arithmetic import residues
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.evaluation import Stack, values

LARGEST_VALUE = 30_000_000  # entries of one intermediate value, at all points of the grid


def grid_values(
    law: Law, known: Mapping[str, Doubles], left: Mapping[str, Doubles], right: Mapping[str, Doubles], modulus: int
) -> ResidueMatrix:
    """The values at all pairs of a point of some inputs and a point of others, where everything else is known.

    ``left`` and ``right`` give points to each input along a first axis.
    Raises: ValueError if an intermediate value on the grid would be too large.
    """
    sizes = tuple(next((len(points) for points in side.values()), 1) for side in (left, right))
    _check_size(law, left, right, sizes)
    named = {name: Stack("", array) for name, array in known.items()}
    for front, side in (("S", left), ("F", right)):
        named |= {name: Stack(front, points) for name, points in side.items()}
    found = values(law.program, named, residues(modulus))[law.program.output]
    shape = tuple(n if front in found.front else 1 for n, front in zip(sizes, "SF", strict=True))
    return ResidueMatrix(np.ascontiguousarray(np.broadcast_to(found.array.reshape(shape), sizes)), modulus)


def grid_rank(law: Law, inputs: Collection[str], points: int, modulus: int, seed: int = 0) -> int:
    """The rank at random parameters of the matrix of values at so many random points of each side.

    It is at most the separation rank for almost all parameters, and equal to it, in all likelihood, unless there are
    fewer points. Raises: ValueError if an intermediate value on the grid would be too large.

    >>> law = Law.trace(lambda x, y, W: x @ W @ y, {"x": (2,), "y": (3,)}, {"W": (2, 3)})
    >>> grid_rank(law, ["x"], 1, 1048573), grid_rank(law, ["x"], 5, 1048573)
    (1, 2)
    """
    draw = Draw(seed, max(1, modulus // 2))
    return grid_rank_at({name: draw.array(shape) for name, shape in law.parameters}, law, inputs, points, modulus, draw)


def grid_rank_at(
    known: Mapping[str, Doubles], law: Law, inputs: Collection[str], points: int, modulus: int, draw: Draw
) -> int:
    """The same where parameters, and possibly some inputs, are known; points of the others are drawn."""
    drawn = {name: draw.array((points, *shape)) for name, shape in law.inputs if name not in known}
    left, right = ({name: x for name, x in drawn.items() if (name in inputs) == inside} for inside in (True, False))
    return rank_profile(grid_values(law, known, left, right, modulus)).rank


def most_points(law: Law, inputs: Collection[str]) -> int:
    """How many points of each side a grid may have."""
    both, left, right = _largest(law, inputs, set(law.input_names) - set(inputs))
    return min(int((LARGEST_VALUE // both) ** 0.5), LARGEST_VALUE // max(left, right))


def _check_size(law: Law, left: Collection[str], right: Collection[str], sizes: tuple[int, ...]) -> None:
    both, one, other = _largest(law, left, right)
    largest = max(both * sizes[0] * sizes[1], one * sizes[0], other * sizes[1])
    if largest > LARGEST_VALUE:
        raise ValueError(
            f"an intermediate value at {sizes[0]:,}×{sizes[1]:,} points would have {largest:,} entries; at most "
            f"{LARGEST_VALUE:,} are kept: take a smaller network"
        )


def _largest(law: Law, left: Collection[str], right: Collection[str]) -> tuple[int, int, int]:
    """The entries of the largest value that depends on inputs of both sides, of the left and of the right alone."""
    both = one = other = 1
    sides = (law.program.depends_on(names) for names in (left, right))
    for step, on_left, on_right in zip(law.program.steps, *sides, strict=True):
        size = prod(step.shape)
        if on_left and on_right:
            both = max(both, size)
        elif on_left:
            one = max(one, size)
        elif on_right:
            other = max(other, size)
    return both, one, other
