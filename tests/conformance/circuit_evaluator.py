"""A second reading of arithmetic circuits, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Indices count from 0.

A *circuit* on a *tree* takes a vector for each of its inputs to a number. A tree is nested lists whose leaves are the
numbers of the inputs; all leaves are equally deep, L brackets deep. The vector of leaf j is W0_j x_j. The vector of a
bracket is computed from those of its parts: they are multiplied entry by entry; if the bracket is the outermost one the
output is the sum of the products with the entries of the vector WL, and if not, the product is multiplied by a matrix
Wl_j. Here l is the number of brackets on the way down to a leaf, this one included, and brackets with the same l count
from 0 in the order in which they open, j. If filters are shared, the matrix is Wl whatever j is, W0 for leaves.

A *mixture of trees* is the sum of the circuits on several trees; parameters of tree t have names that begin with Tt_.

An *overlapping circuit* with windows of w positions and stride s: position j of layer 1 multiplies the vectors W0_k x_k
for the w inputs k from s·j on, entry by entry, and then by W1_j; position j of layer l does so with the vectors of
layer l − 1. The last layer, which is that of the vector WL, multiplies all positions.

A *sum-product network* on a tree, of any shape: leaf k has the vector U_kᵀ x_k. Entry p of the vector of a bracket is
the sum over all choices of one entry of each part's vector of the product of these entries with B[p][choice]; there is
no p for the outermost bracket. B has the sorted inputs of the bracket in its name.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

Given = dict[str, Any]


def times_vector(matrix: Any, vector: list[Any]) -> list[Any]:
    result = []
    for row in matrix:
        total: Any = 0
        for k in range(len(vector)):
            total = total + row[k] * vector[k]
        result.append(total)
    return result


def multiplied(vectors: list[list[Any]]) -> list[Any]:
    result = []
    for entry in range(len(vectors[0])):
        term: Any = 1
        for vector in vectors:
            term = term * vector[entry]
        result.append(term)
    return result


def named(layer: int, position: int, shared: bool) -> str:
    return f"W{layer}" if shared else f"W{layer}_{position}"


def circuit(tree: Any, given: Given, shared: bool = False, prefix: str = "") -> Any:
    opened: dict[int, int] = {}

    def height(part: Any) -> int:
        return 0 if isinstance(part, int) else 1 + height(part[0])

    def vector(part: Any) -> list[Any]:
        if isinstance(part, int):
            return times_vector(given[prefix + named(0, part, shared)], given[f"x{part}"])
        layer = height(part)
        position = opened.get(layer, 0)
        opened[layer] = position + 1
        together = multiplied([vector(child) for child in part])
        return times_vector(given[prefix + named(layer, position, shared)], together)

    top = given[f"{prefix}W{height(tree)}"]
    return times_vector([top], multiplied([vector(child) for child in tree]))[0]


def mixture(trees: list[Any], given: Given, shared: bool = False) -> Any:
    total: Any = 0
    for t in range(len(trees)):
        total = total + circuit(trees[t], given, shared, f"T{t}_")
    return total


def overlapping(inputs: int, layers: int, window: int, stride: int, given: Given, shared: bool = False) -> Any:
    vectors = [times_vector(given[named(0, k, shared)], given[f"x{k}"]) for k in range(inputs)]
    for layer in range(1, layers):
        above: list[list[Any]] = []
        start = 0
        while start + window <= len(vectors):
            together = multiplied(vectors[start : start + window])
            above.append(times_vector(given[named(layer, len(above), shared)], together))
            start = start + stride
        vectors = above
    return times_vector([given[f"W{layers}"]], multiplied(vectors))[0]


def sum_product(tree: Any, given: Given) -> Any:
    def below(part: Any) -> list[int]:
        return [part] if isinstance(part, int) else [mode for child in part for mode in below(child)]

    def summed(weights: Any, parts: list[list[Any]]) -> Any:
        total: Any = 0
        for choice in product(*[range(len(part)) for part in parts]):
            term = weights
            for i in choice:
                term = term[i]
            for k in range(len(parts)):
                term = term * parts[k][choice[k]]
            total = total + term
        return total

    def vector(part: Any) -> list[Any]:
        if isinstance(part, int):
            columns = [list(column) for column in zip(*given[f"U{part}"], strict=True)]
            return times_vector(columns, given[f"x{part}"])
        return [summed(weights, [vector(child) for child in part]) for weights in transfer(part)]

    def transfer(part: Any) -> Any:
        return given["B_" + "_".join(map(str, sorted(below(part))))]

    return summed(transfer(tree), [vector(child) for child in tree])


def grid(value: Callable[[Given], Any], inputs: int, dimension: int, given: Given) -> Any:
    """The values at unit vectors, as nested lists."""

    def built(place: tuple[int, ...]) -> Any:
        if len(place) < inputs:
            return [built((*place, i)) for i in range(dimension)]
        units = {f"x{k}": [1 if i == place[k] else 0 for i in range(dimension)] for k in range(inputs)}
        return value({**given, **units})

    return built(())
