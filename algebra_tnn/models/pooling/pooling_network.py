"""Convolutional networks that pool rectified values: generalized tensor decompositions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise
from math import prod
from typing import Any, Final, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.scalars import Matrix, exact_matrix, exact_number
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.circuits.circuit import checked_flag, checked_inputs
from algebra_tnn.models.circuits.drawings import pooling_drawing
from algebra_tnn.models.circuits.trees import binary_tree, depth_of, pooling_tree, windows_of, written
from algebra_tnn.tensors.formats.hierarchical import Tree, modes_of
from algebra_tnn.tensors.formats.sizes import checked, listed, size
from algebra_tnn.tensors.tensor import Tensor

Pooling: TypeAlias = Literal["max", "average", "sum", "product"]
Activation: TypeAlias = Literal["relu", "none"]
Exact: TypeAlias = NDArray[Any]  # of integers and fractions, the last axis for the channels

LARGEST_GRID: Final = 10**6  # numbers that are held at once
MOST_INPUTS: Final = len(LETTERS) - 2


@dataclass(frozen=True, slots=True, init=False)
class PoolingNetwork:
    """h(x) = ⟨a, pool of the children's σ(z)⟩ at the root of a tree whose leaves are the inputs.

    An input x_i is one of T templates, which a matrix gives by T rows of ``dimension`` features; by default they are
    the unit vectors. A leaf i has the values z = W0_i φ(x_i) in r_0 channels. An inner node of level l ≥ 1 pools σ(z)
    over its children, channel by channel, and has the values z = Wl_j · (pooled values) in r_l channels; the root
    has one. σ is max(0, t), or nothing; pooling is the largest, the mean, the sum or the product of the values.

    With products and without activation this is a convolutional arithmetic circuit. All its functions on the templates
    are *grid tensors* A, with one mode for each input: h at the templates d_0, d_1, … is A[d_0, d_1, …].

    Args:
        channels: r_0, r_1, … for all levels below the root.
        shared: whether the nodes of one level have the same weights, W0, W1, …
        tree: brackets around the inputs, each input as deep as the others; by default pairs of pairs.
    Raises: TypeError, ValueError, in one sentence. Reference: [CohenShashua2016].

    >>> network = PoolingNetwork(4, 2, (2, 1))
    >>> network.parameters["W0_3"], network.parameters["W1_0"], network.parameters["W2"]
    ((2, 2), (1, 2), (1,))
    """

    inputs: int
    dimension: int
    channels: tuple[int, ...]
    pooling: Pooling
    activation: Activation
    shared: bool
    tree: Tree
    templates: Matrix

    def __init__(
        self,
        inputs: int,
        dimension: int,
        channels: Sequence[int],
        pooling: Pooling = "max",
        activation: Activation = "relu",
        *,
        shared: bool = False,
        tree: Any = None,
        templates: Any = None,
    ) -> None:
        count, features = checked_inputs(inputs), size("dimension", dimension)
        if count > MOST_INPUTS:
            raise ValueError(f"inputs is {count}; there are at most {MOST_INPUTS}, since each is a mode of a grid")
        grown = binary_tree(count) if tree is None else pooling_tree(tree, count)
        why = f"one for each layer of brackets of {written(grown)}"
        widths = checked("channels", channels, length=depth_of(grown), why=why)
        for place, word, words in (("pooling", pooling, Pooling), ("activation", activation, Activation)):
            if word not in get_args(words):
                raise ValueError(f"{place} is {word!r}; it is one of {', '.join(get_args(words))}")
        rows = _unit(features) if templates is None else exact_matrix(templates, "templates")
        if len(rows[0]) != features:
            raise ValueError(f"templates has {len(rows[0])} columns; there are {features}, one for each feature")
        tied = checked_flag("shared", shared)
        given = (count, features, widths, pooling, activation, tied, grown, rows)
        for name, value in zip(self.__slots__, given, strict=True):
            object.__setattr__(self, name, value)

    @classmethod
    def shallow(
        cls,
        inputs: int,
        dimension: int,
        width: int,
        pooling: Pooling = "max",
        activation: Activation = "relu",
        *,
        shared: bool = False,
        templates: Any = None,
    ) -> PoolingNetwork:
        """The network with one level of ``width`` channels, pooled over all inputs at once.

        >>> PoolingNetwork.shallow(3, 2, 5).tree
        (0, 1, 2)
        """
        tree = tuple(range(size("inputs", inputs)))
        return cls(inputs, dimension, (width,), pooling, activation, shared=shared, tree=tree, templates=templates)

    @property
    def levels(self) -> tuple[tuple[Tree, ...], ...]:
        """The nodes by their level: inputs first, the root last, from left to right."""
        return _levels(self.tree)

    @property
    def parameters(self) -> dict[str, Shape]:
        """The shapes of the filters: W0_i of the inputs, W1_j, … of the inner nodes, and the vector at the root."""
        inner = {self.weight_of(node): self._shape_of(node) for level in self.levels[:-1] for node in level}
        return inner | {self.weight_of(self.tree): (self.channels[-1],)}

    @property
    def parameter_count(self) -> int:
        return sum(map(prod, self.parameters.values()))

    def weight_of(self, node: Tree) -> str:
        """The name of a node's filter."""
        level = self._level_of(node)
        if self.shared or node == self.tree:
            return f"W{level}"
        return f"W{level}_{node if isinstance(node, int) else self.levels[level].index(node)}"

    def grid_tensor(self, weights: Mapping[str, Any] | Sequence[Any]) -> Tensor:
        """The values at all tuples of templates, for exact weights by name, or in the order of ``parameters``.

        Cost: T^N values in r_(L−1) channels. Raises: TypeError, ValueError; also if the grid is too large.

        >>> network = PoolingNetwork.shallow(2, 2, 1)
        >>> network.grid_tensor([[[1, -2]], [["1/2", -1]], [3]]).matricized([0])
        ((3, 3), (Fraction(3, 2), 0))
        """
        found = self.pre_activations(weights)[self.tree][..., 0]
        order = np.argsort(list(modes_of(self.tree)))
        entries = (exact_number(x) for x in found.transpose(order).ravel())
        return Tensor((len(self.templates),) * self.inputs, tuple(entries))

    def at(self, weights: Mapping[str, Any] | Sequence[Any]) -> Law:
        """The multilinear function Σ A[d_0, d_1, …] x0[d_0] x1[d_1] … of the grid tensor, a law without parameters.

        >>> PoolingNetwork.shallow(2, 2, 1).at([[[1, -2]], [[0, -1]], [3]]).to_json()["output"]
        ['einsum', 'ij,i,j->', ['constant', [[3, 3], [0, 0]]], 'x0', 'x1']
        """
        nested = self.grid_tensor(weights).nested()
        modes = LETTERS[: self.inputs]

        def forward(**x: Traced) -> Traced:
            return einsum(f"{modes},{','.join(modes)}->", nested, *x.values())

        return Law.trace(forward, self.vectors, {})

    @property
    def vectors(self) -> dict[str, Shape]:
        """One vector for each input, with an entry for each template: the inputs of laws of grid tensors."""
        return {f"x{i}": (len(self.templates),) for i in range(self.inputs)}

    def pre_activations(self, weights: Mapping[str, Any] | Sequence[Any]) -> dict[Tree, Exact]:
        """The values z of every node before its activation, at all templates of its inputs in the order of the tree."""
        self.check_grid(LARGEST_GRID)
        given = self.filters(weights)
        found: dict[Tree, Exact] = {}
        for node in (node for level in self.levels for node in level):
            filters = np.atleast_2d(given[self.weight_of(node)])
            if isinstance(node, int):
                below = np.array(self.templates, dtype=object)
            else:
                below = self._pooled([self._activated(z) for z in self._spread(node, found)])
            found[node] = below @ filters.T
        return found

    def check_grid(self, largest: int) -> None:
        """Raises: ValueError if more numbers than that are pooled at one node for all templates."""
        count = len(self.templates)
        inner = ((node, r) for r, level in zip(self.channels, self.levels[1:], strict=True) for node in level)
        sizes = [(len(list(modes_of(node))), r) for node, r in inner]
        inputs, channels = max(sizes, key=lambda pair: count ** pair[0] * pair[1])
        held = count**inputs * channels
        if held > largest:
            raise ValueError(
                f"the grid has {count}^{inputs} points in {channels} channels, {held:,} numbers; at most {largest:,} "
                "are made: take fewer inputs, templates or channels"
            )

    def filters(self, weights: Mapping[str, Any] | Sequence[Any]) -> dict[str, Exact]:
        """The weights by name as arrays of exact numbers. Raises: TypeError, ValueError."""
        shapes = list(self.parameters.items())
        if not isinstance(weights, Mapping):
            if len(weights) != len(shapes):
                names = ", ".join(name for name, _ in shapes)
                raise ValueError(f"the weights are {len(weights)}; there are {len(shapes)}, {names}")
            weights = dict(zip(dict(shapes), weights, strict=True))
        read = tensors_of(weights, shapes, "the weights")
        return {name: np.array(array.entries, dtype=object).reshape(array.shape) for name, array in read.items()}

    def spans(self, node: tuple[Tree, ...]) -> list[tuple[int, int]]:
        """Where the inputs of each child begin and end among those of the node."""
        return list(pairwise(accumulate((len(list(modes_of(child))) for child in node), initial=0)))

    def _spread(self, node: tuple[Tree, ...], values: Mapping[Tree, Exact]) -> list[Exact]:
        """The values of the children with an axis for each input of the node, of length one where it is not theirs."""
        spans = self.spans(node)
        ends = [((1,) * start, (1,) * (spans[-1][1] - end)) for start, end in spans]
        shapes = (values[child].shape for child in node)
        return [
            values[child].reshape(*ahead, *shape[:-1], *behind, shape[-1])
            for child, (ahead, behind), shape in zip(node, ends, shapes, strict=True)
        ]

    def _activated(self, z: Exact) -> Exact:
        return np.maximum(z, 0) if self.activation == "relu" else z

    def _pooled(self, values: Sequence[Exact]) -> Exact:
        if self.pooling == "average":
            return reduce(np.add, values) * exact_number(f"1/{len(values)}")
        operation = {"max": np.maximum, "sum": np.add, "product": np.multiply}[self.pooling]
        return reduce(operation, values)

    def _level_of(self, node: Tree) -> int:
        return next(level for level, nodes in enumerate(self.levels) if node in nodes)

    def _shape_of(self, node: Tree) -> Shape:
        sizes = (self.dimension, *self.channels)
        level = self._level_of(node)
        return sizes[level + 1], sizes[level]

    def drawing(self) -> str:
        """The pooling tree as SVG."""
        layouts = {"": windows_of(self.tree)}
        sign = "×" if self.pooling == "product" else {"average": "mean"}.get(self.pooling, self.pooling)
        return pooling_drawing(str(self), layouts, self.inputs, self.dimension, self.channels, sign)

    def _repr_svg_(self) -> str:
        return self.drawing()

    def __str__(self) -> str:
        kinds = {"relu": "rectified, ", "none": ""}[self.activation] + f"{self.pooling} pooling"
        shared = ", shared" if self.shared else ""
        return f"pooling network on {written(self.tree)} with channels {listed(self.channels)}: {kinds}{shared}"


def _levels(tree: Tree) -> tuple[tuple[Tree, ...], ...]:
    levels: list[tuple[Tree, ...]] = [(tree,)]
    while isinstance(levels[0][0], tuple):
        levels.insert(0, tuple(child for node in levels[0] if isinstance(node, tuple) for child in node))
    return tuple(levels)


def _unit(n: int) -> Matrix:
    return tuple(tuple(int(i == j) for j in range(n)) for i in range(n))
