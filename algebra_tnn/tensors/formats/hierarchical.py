"""The hierarchical Tucker format on any dimension tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network, Order, Word
from algebra_tnn.tensors.formats.sizes import checked, checked_ranks, listed, numbered

Tree: TypeAlias = "int | tuple[Tree, ...]"  # a mode, or two or more trees


@dataclass(frozen=True, slots=True, init=False)
class HierarchicalFormat(TensorFormat):
    """A matrix U_n for each mode, and for each inner node t of the tree a tensor that couples its children.

    ``tree`` is made of the modes 0, 1, … and of brackets, such as ((0, 1), (2, 3)), each bracket with two or more
    parts. U0, U1, … have a row for each index of their mode and a column for each value of its rank. The transfer
    tensor of an inner node is called B with its modes, such as B_0_1; its axes are the rank of the node, unless it is
    the root, and those of its children. The rank of a node bounds the rank of the flattening at its modes.

    The dimension is the number of parameters minus Σ r_t² over all nodes but the root, if no rank is larger than the
    product of the others at a node: r_t ≤ Π r_children, and r_child ≤ r_t Π r_siblings.

    Args:
        tree: by default the modes are halved again and again.
        ranks: one for each mode, 0, 1, …; then one for each inner node below the root, in the order in which their
            brackets open. Or two numbers, one for all modes and one for all inner nodes.
    Raises: TypeError, ValueError, in one sentence. Reference: [HackbuschKuehn2009], [UschmajewVandereycken2013].

    >>> format = HierarchicalFormat((2, 2, 2, 2), ((0, 1), (2, 3)), (2, 3))
    >>> format.parameters["B_0_1"], format.parameters["B_0_1_2_3"], format.expected_dimension
    ((3, 2, 2), (3, 3), 15)
    """

    shape: tuple[int, ...]
    tree: Tree
    ranks: tuple[int, ...]

    def __init__(self, shape: Any, tree: Any = None, ranks: Any = ()) -> None:
        sizes = checked("shape", shape, least=2)
        grown = halved(range(len(sizes))) if tree is None else dimension_tree(tree)
        modes = sorted(modes_of(grown))
        if modes != list(range(len(sizes))):
            raise ValueError(
                f"the tree has the modes {listed(modes)}; those of the shape are {listed(range(len(sizes)))}, each once"
            )
        inner = len(list(brackets(grown))) - 1
        given = checked_ranks(ranks)
        if len(given) == 2 != len(sizes) + inner:
            given = (given[0],) * len(sizes) + (given[1],) * inner
        if len(given) != len(sizes) + inner:
            raise ValueError(
                f"ranks has {len(given)} entries; there are {len(sizes) + inner}, one for each mode and one for each "
                "inner node below the root, or two, for all modes and for all inner nodes"
            )
        object.__setattr__(self, "shape", sizes)
        object.__setattr__(self, "tree", grown)
        object.__setattr__(self, "ranks", given)

    @property
    def node_ranks(self) -> dict[Tree, int]:
        """The rank of every subtree but the whole."""
        _, *inner = brackets(self.tree)
        return dict(zip([*range(len(self.shape)), *inner], self.ranks, strict=True))

    @property
    def networks(self) -> tuple[Network, ...]:
        modes = numbered("i", len(self.shape))
        words: dict[str, Word] = {}
        for tree in in_order(self.tree):
            own = (rank_of(tree),) if tree != self.tree else ()
            words[name_of(tree)] = (modes[tree], *own) if isinstance(tree, int) else (*own, *map(rank_of, tree))
        sizes = dict(zip(modes, self.shape, strict=True)) | {rank_of(t): r for t, r in self.node_ranks.items()}
        return (Network.of(words, sizes, modes, order=_order(self.tree)),)

    def __str__(self) -> str:
        tree = str(self.tree).replace(" ", "")
        return f"hierarchical Tucker {listed(self.shape, '×')} on {tree} with ranks {listed(self.ranks)}"


def dimension_tree(value: Any, place: str = "tree", least: int = 2) -> Tree:
    """The tree that nested sequences of integers are, each with ``least`` parts. Raises: TypeError, ValueError."""
    if isinstance(value, bool) or not (isinstance(value, (list, tuple)) or hasattr(value, "__index__")):
        raise TypeError(f"{place} is {value!r}; a tree is a mode or brackets with trees, such as ((0, 1), (2, 3))")
    if not isinstance(value, (list, tuple)):
        return int(value)
    if len(value) < least:
        count = "two children" if least == 2 else "one child"
        raise ValueError(f"{place} has {len(value)} parts; an inner node of a tree has at least {count}")
    return tuple(dimension_tree(part, f"{place}[{i}]", least) for i, part in enumerate(value))


def halved(modes: Sequence[int]) -> Tree:
    """The tree that halves the modes again and again.

    >>> halved(range(5))
    ((0, 1), (2, (3, 4)))
    """
    middle = len(modes) // 2
    return (halved(modes[:middle]), halved(modes[middle:])) if middle else modes[0]


def brackets(tree: Tree) -> Iterator[Tree]:
    """The inner nodes, in the order in which their brackets open.

    >>> list(brackets(((0, (1, 2)), 3)))
    [((0, (1, 2)), 3), (0, (1, 2)), (1, 2)]
    """
    if isinstance(tree, tuple):
        yield tree
        for part in tree:
            yield from brackets(part)


def in_order(tree: Tree) -> Iterator[Tree]:
    """All nodes, each after its first child and before the others."""
    if isinstance(tree, tuple):
        first, *others = tree
        yield from in_order(first)
        yield tree
        for part in others:
            yield from in_order(part)
    else:
        yield tree


def modes_of(tree: Tree) -> Iterator[int]:
    if isinstance(tree, int):
        yield tree
    else:
        for part in tree:
            yield from modes_of(part)


def name_of(tree: Tree) -> str:
    return f"U{tree}" if isinstance(tree, int) else f"B_{listed(sorted(modes_of(tree)), '_')}"


def rank_of(tree: Tree) -> str:
    """The letter of the bond above a node."""
    return f"r{listed(sorted(modes_of(tree)), '_')}"


def _order(tree: Tree) -> Order:
    """Children before their parent."""
    return name_of(tree) if isinstance(tree, int) else (name_of(tree), *map(_order, tree))
