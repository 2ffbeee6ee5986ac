"""Hierarchical Tucker decompositions: frames at the leaves of a dimension tree, transfer tensors at its inner nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from algebra_tnn.exact import Field, Q
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import HierarchicalFormat
from algebra_tnn.tensors.formats.hierarchical import Tree, brackets, dimension_tree, modes_of, name_of
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.format_value import FormatValue, matrix_array, ring_array
from algebra_tnn.tensors.values.frames import coordinates, frame, subtensor


@dataclass(frozen=True, slots=True, repr=False)
class HierarchicalTucker(FormatValue):
    """The tensor of a dimension tree: a frame U_k of shape n_k×r at each leaf, a transfer tensor at each inner node.

    A transfer tensor has an axis for the bond to the parent, which the root lacks, and then one for the bond to each
    child, in order. Transfer tensors are in the order parents before children, left before right. Subtrees of any shape
    are allowed; the tree (0, 1, …, d−1) is the Tucker format. Reference: [HackbuschKuehn2009],
    [UschmajewVandereycken2013].

    >>> T = HierarchicalTucker.of((1, 0), [[[1], [2]], [[1], [0], [3]]], [[[7]]])
    >>> T.shape, T.ranks, T.tensor().nested()
    ((2, 3), {0: 1, 1: 1}, [[7, 0, 21], [14, 0, 42]])
    """

    tree: Tree
    frames: tuple[Array, ...]  # one per mode
    transfers: tuple[Array, ...]  # one per inner node

    def __post_init__(self) -> None:
        _check_number(self.tree, len(self.frames), len(self.transfers))
        self.check()

    @classmethod
    def of(cls, tree: Any, frames: Sequence[Any], transfers: Sequence[Any]) -> HierarchicalTucker:
        """From nested lists or arrays of exact numbers, or of elements of one ring. Raises: TypeError, ValueError."""
        grown = _check_number(tree, len(frames), len(transfers))
        orders = [len(node) + (node != grown) for node in _inner_nodes(grown)]
        return cls(
            grown,
            tuple(ring_array(U, f"frames[{k}]", 2) for k, U in enumerate(frames)),
            tuple(
                ring_array(B, f"transfers[{k}]", order)
                for k, (B, order) in enumerate(zip(transfers, orders, strict=True))
            ),
        )

    @property
    def ranks(self) -> dict[Tree, int]:
        """The sizes of the bonds above the nodes, by the nodes' subtrees: of the modes first."""
        found: dict[Tree, int] = {k: U.shape[1] for k, U in enumerate(self.frames)}
        _, *below = _inner_nodes(self.tree)
        return found | {node: B.shape[0] for node, B in zip(below, self.transfers[1:], strict=True)}

    @property
    def format(self) -> HierarchicalFormat:
        return HierarchicalFormat(tuple(U.shape[0] for U in self.frames), self.tree, tuple(self.ranks.values()))

    @property
    def nodes(self) -> dict[str, Array]:
        inner = zip(_inner_nodes(self.tree), self.transfers, strict=True)
        return {name_of(node): B for node, B in inner} | {name_of(k): U for k, U in enumerate(self.frames)}


def _inner_nodes(tree: Tree) -> list[tuple[Tree, ...]]:
    """Parents before children, left before right."""
    return [node for node in brackets(tree) if isinstance(node, tuple)]


def _check_number(tree: Any, modes: int, transfers: int) -> Tree:
    """The tree. Raises: ValueError unless it has that many modes, and as many inner nodes as transfer tensors."""
    grown = dimension_tree(tree)
    found = sorted(modes_of(grown))
    if found != list(range(modes)):
        raise ValueError(f"the tree has the modes {found}; it has each of the modes 0 … {modes - 1} once")
    if len(_inner_nodes(grown)) != transfers:
        raise ValueError(
            f"there are {transfers} transfer tensors for a tree with {len(_inner_nodes(grown))} inner nodes; "
            "there is one per inner node"
        )
    return grown


def hierarchical_tucker(tensor: Tensor, tree: Any, field: Field = Q) -> HierarchicalTucker:
    """The decomposition along the tree with the least bonds: those of a node are the rank of the flattening at its
    modes, over the field.

    Its gauge is fixed: frames are in reduced column echelon form, and transfer tensors are entries of the echelon forms
    of the flattenings, so equal tensors get equal decompositions. The zero tensor gets bonds of size one.
    Cost: one elimination per node. Reference: [HackbuschKuehn2009], [UschmajewVandereycken2013].

    >>> T = Tensor.from_nested([[[[1, 0], [2, 1]], [[0, 1], [1, 0]]], [[[2, 0], [4, 2]], [[0, 2], [2, 0]]]])
    >>> found = hierarchical_tucker(T, ((0, 1), (2, 3)))
    >>> found.ranks[0, 1], found.ranks[0], found.tensor() == T
    (2, 1, True)
    """
    grown = dimension_tree(tree)
    nodes = _inner_nodes(grown)
    _check_number(grown, tensor.order, len(nodes))
    frames = {child: frame(tensor, tuple(modes_of(child)), field) for node in nodes for child in node}
    transfers = [subtensor(tensor, [frames[child].pivots for child in nodes[0]], field)]
    for node in nodes[1:]:
        found = coordinates(frames[node], [frames[child].pivots for child in node])
        rank = found.shape[-1]
        columns = chain.from_iterable(found.entries[r::rank] for r in range(rank))
        transfers.append(Array((rank, *found.shape[:-1]), tuple(columns)))
    leaf_frames = tuple(matrix_array(frames[mode].columns) for mode in range(tensor.order))
    return HierarchicalTucker(grown, leaf_frames, tuple(transfers))
