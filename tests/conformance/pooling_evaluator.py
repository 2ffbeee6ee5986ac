"""A second reading of networks with pooling, from the prose below; it imports nothing of the package.

An input is a number d, which stands for the template φ(d), a list of features. A *tree* is an input's number or a tuple
of trees. A leaf i has, for each channel, the inner product of a row of the matrix W0_i with φ(d_i). Of a bracket first
take the activation of all that its parts have: max(0, t), or t itself. Then, for each channel by itself, *pool* what
the parts have there: the largest, the mean, the sum or the product. The row γ of the bracket's matrix, applied to the
channels, is what the bracket has in channel γ. The outermost bracket has a vector in place of the matrix, and one
number.

The brackets of a level, which are those around equally many brackets, count from 0 from left to right, and bracket j of
level l has the matrix Wl_j; with shared matrices it is Wl for all of them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def inner(u: list[Any], v: list[Any]) -> Any:
    total = u[0] * v[0]
    for k in range(1, len(u)):
        total = total + u[k] * v[k]
    return total


def level(tree: Any) -> int:
    return 0 if isinstance(tree, int) else 1 + level(tree[0])


def brackets_of_level(tree: Any, wanted: int) -> list[Any]:
    if level(tree) == wanted:
        return [tree]
    return [found for part in tree for found in brackets_of_level(part, wanted)]


def pooled(kind: str, values: list[Any]) -> Any:
    result = values[0]
    for t in values[1:]:
        if kind == "max":
            result = t if t > result else result
        elif kind == "product":
            result = result * t
        else:
            result = result + t
    return result * Fraction(1, len(values)) if kind == "average" else result


def channels(tree: Any, whole: Any, kind: str, rectified: bool, weights: dict[str, Any], inputs: list[Any]) -> Any:
    """What the bracket has in every channel; the number of the whole tree."""
    if isinstance(tree, int):
        below = inputs[tree]
        position = tree
    else:
        parts = [channels(part, whole, kind, rectified, weights, inputs) for part in tree]
        below = []
        for c in range(len(parts[0])):
            column = [part[c] for part in parts]
            if rectified:
                column = [t if t > 0 else 0 for t in column]
            below.append(pooled(kind, column))
        position = brackets_of_level(whole, level(tree)).index(tree)
    name = f"W{level(tree)}"
    if tree is whole:
        return inner(weights[name], below)
    matrix = weights[name] if name in weights else weights[f"{name}_{position}"]
    return [inner(row, below) for row in matrix]
