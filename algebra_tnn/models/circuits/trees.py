"""Pooling trees: which positions a circuit multiplies, layer by layer.

A tree is made of the inputs 0, 1, … and of brackets; all inputs stand in equally many brackets, so that each bracket
belongs to a layer. A bracket with one part passes on what is in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb, prod
from typing import TypeAlias

from algebra_tnn.tensors.formats.hierarchical import Tree, dimension_tree, modes_of
from algebra_tnn.tensors.formats.sizes import listed

Windows: TypeAlias = Sequence[Sequence[Sequence[int]]]  # positions of the layer below, by layers and positions


def binary_tree(inputs: int, depth: int | None = None) -> Tree:
    """Neighbours in pairs, pairs of pairs, …; with ``depth`` so many layers, the last of which takes all that is left.

    Raises: ValueError unless the layers but the last, and without ``depth`` the last, too, halve what is there.

    >>> binary_tree(8), binary_tree(8, depth=2), binary_tree(6, depth=2)
    ((((0, 1), (2, 3)), ((4, 5), (6, 7))), ((0, 1), (2, 3), (4, 5), (6, 7)), ((0, 1), (2, 3), (4, 5)))
    """
    layers = inputs.bit_length() - 1 if depth is None else depth
    if depth is None and inputs != 1 << layers:
        raise ValueError(
            f"inputs is {inputs}, which is no power of two, so that no balanced binary tree has as many leaves; give a "
            f"tree in which all inputs stand in equally many brackets, such as {written(_of_pairs(inputs))}"
        )
    if inputs % (1 << (layers - 1)) or inputs == 1 << (layers - 1):
        raise ValueError(
            f"{inputs} inputs cannot be halved {layers - 1} times with two or more left for the last layer"
        )
    positions: list[Tree] = list(range(inputs))
    for _ in range(layers - 1):
        positions = [(positions[k], positions[k + 1]) for k in range(0, len(positions), 2)]
    return tuple(positions)


def swapped_tree(inputs: int) -> Tree:
    """The binary tree that pairs input j with j + inputs/2: what is far apart in ``binary_tree`` is multiplied first.

    Raises: ValueError unless ``inputs`` is a power of two.

    >>> swapped_tree(4), swapped_tree(8)
    (((0, 2), (1, 3)), (((0, 4), (2, 6)), ((1, 5), (3, 7))))
    """
    bits = inputs.bit_length() - 1
    places = [int(f"{k:0{bits}b}"[::-1], 2) for k in range(inputs)]

    def placed(tree: Tree) -> Tree:
        return places[tree] if isinstance(tree, int) else tuple(map(placed, tree))

    return placed(binary_tree(inputs))


def pooling_tree(value: object, inputs: int) -> Tree:
    """The tree that nested sequences of the inputs are. Raises: TypeError, ValueError, in one sentence."""
    tree = dimension_tree(value, least=1)
    if isinstance(tree, int):
        raise ValueError(f"tree is {tree}; it has brackets around the inputs, such as {written(_of_pairs(inputs))}")
    leaves = sorted(modes_of(tree))
    if leaves != list(range(inputs)):
        raise ValueError(
            f"the tree has the inputs {listed(leaves)}; those of the circuit are {listed(range(inputs))}, each once"
        )
    depths = dict(_depths(tree))
    if len(set(depths.values())) > 1:
        low, high = min(depths, key=depths.__getitem__), max(depths, key=depths.__getitem__)
        raise ValueError(
            f"in the tree input {low} stands in {depths[low]} brackets and input {high} in {depths[high]}; all stand "
            f"in equally many, one for each layer, and a bracket may have one part, such as in {written(_of_pairs(3))}"
        )
    return tree


def depth_of(tree: Tree) -> int:
    """In how many brackets each input stands."""
    return 0 if isinstance(tree, int) else 1 + depth_of(tree[0])


def windows_of(tree: Tree) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """For each layer and each of its positions the positions that it multiplies; inputs are at their numbers.

    >>> windows_of(((0, 2), (1, 3)))
    (((0, 2), (1, 3)), ((0, 1),))
    """
    layers: list[list[tuple[int, ...]]] = [[] for _ in range(depth_of(tree))]

    def position(part: Tree) -> int:
        if isinstance(part, int):
            return part
        layer = layers[depth_of(part) - 1]
        layer.append(tuple(map(position, part)))
        return len(layer) - 1

    position(tree)
    return tuple(map(tuple, layers))


def orbits(tree: Tree, values: int) -> int:
    """The number of orbits of assignments of values to the leaves under the permutations that keep the tree.

    >>> orbits((0, 1, 2), 2), orbits(((0, 1), (2, 3)), 2)
    (4, 6)
    """
    if isinstance(tree, int):
        return values
    shapes = [shape_of_tree(part) for part in tree]
    kinds = {shape: (orbits(part, values), shapes.count(shape)) for shape, part in zip(shapes, tree, strict=True)}
    return prod(comb(count + times - 1, times) for count, times in kinds.values())


def shape_of_tree(tree: Tree) -> Tree:
    """The tree without the numbers of its leaves, the same for trees that differ by the order of parts alone."""
    return 0 if isinstance(tree, int) else tuple(sorted(map(shape_of_tree, tree), key=str))


def written(tree: Tree) -> str:
    """The tree without spaces, as the command line reads it: ((0,1),(2,))."""
    return str(tree).replace(" ", "")


def _depths(tree: Tree) -> Iterator[tuple[int, int]]:
    for part in tree if isinstance(tree, tuple) else ():
        yield from [(part, 1)] if isinstance(part, int) else ((leaf, depth + 1) for leaf, depth in _depths(part))


def _of_pairs(inputs: int) -> Tree:
    """((0,1),(2,3),(4,)): pairs, and all of them at once."""
    return tuple(tuple(range(k, min(k + 2, inputs))) for k in range(0, inputs, 2))
