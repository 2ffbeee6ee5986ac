"""Deep and shallow convolutional arithmetic circuits on pooling trees."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import Any

from algebra_tnn.models.circuits.circuit import Circuit, checked_flag, checked_inputs
from algebra_tnn.models.circuits.trees import Windows, binary_tree, depth_of, orbits, pooling_tree, windows_of, written
from algebra_tnn.tensors.formats.hierarchical import Tree
from algebra_tnn.tensors.formats.sizes import checked, size


@dataclass(frozen=True, slots=True, init=False)
class DeepCircuit(Circuit):
    """A deep convolutional arithmetic circuit: linear maps at every position and products over windows, in turn.

    Input j is a vector x_j with ``dimension`` entries. Layer 0 maps it to r_0 channels, W0_j x_j. A bracket of the tree
    multiplies the vectors of its parts entry by entry, and layer l maps the products to r_l channels, each position j
    with a matrix Wl_j; the outermost bracket is followed by one row, so that the output is a number. It is linear in
    every input: the hierarchical Tucker format with diagonal transfer tensors. With one-hot inputs it is the *grid
    tensor* of a network whose inputs are represented by ``dimension`` functions, which is what ``tensor`` gives.

    Args:
        channels: r_0, r_1, …, one for each layer of brackets.
        shared: one matrix Wl for all positions of layer l (see ``law_of_symmetric_products`` for what it costs).
        tree: brackets around the inputs, all in equally many, such as ((0, 2), (1, 3)); by default neighbours in pairs,
            pairs of pairs, …, for numbers of inputs that are powers of two (see ``binary_tree``).
    Raises: TypeError, ValueError, in one sentence. Reference: [CohenSharirShashua2016].

    >>> circuit = DeepCircuit(inputs=4, dimension=3, channels=(3, 2))
    >>> circuit.parameters["W0_3"], circuit.parameters["W1_1"], circuit.parameters["W2"]
    ((3, 3), (2, 3), (2,))
    >>> circuit.min_cut([0, 2]), circuit.min_cut([0, 1])
    (9, 2)
    >>> print(DeepCircuit(4, 3, (3, 2), shared=True, tree=((0, 2), (1, 3))))
    deep circuit of 4 inputs of dimension 3 with channels 3,2, shared filters, on ((0,2),(1,3))
    """

    inputs: int
    dimension: int
    channels: tuple[int, ...]
    shared: bool
    tree: Tree

    def __init__(self, inputs: Any, dimension: Any, channels: Any, shared: bool = False, tree: Any = None) -> None:
        n, m = checked_inputs(inputs), size("dimension", dimension)
        grown = binary_tree(n) if tree is None else pooling_tree(tree, n)
        depth = depth_of(grown)
        why = f"one for each layer of brackets of {written(grown)}"
        object.__setattr__(self, "inputs", n)
        object.__setattr__(self, "dimension", m)
        object.__setattr__(self, "channels", checked("channels", channels, length=depth, why=why))
        object.__setattr__(self, "shared", checked_flag("shared", shared))
        object.__setattr__(self, "tree", grown)

    @property
    def layouts(self) -> dict[str, Windows]:
        return {"": windows_of(self.tree)}

    @property
    def ambient_dimension(self) -> int:
        """The number of entries; with shared filters permutations that keep the tree do not change the tensor."""
        return orbits(self.tree, self.dimension) if self.shared else self.entry_count

    def own_remarks(self) -> tuple[str, ...]:
        """Where products of inputs may be exchanged for others, since their span contains infinitely many."""
        (count, *others), m = self.channels, self.dimension
        lengths = sorted({len(window) for window in windows_of(self.tree)[0]}) if others else []
        codimensions = {k: comb(m + k - 1, k) - m if self.shared else m**k - 1 - k * (m - 1) for k in lengths}
        return tuple(
            f"{count} products of {k} vectors span a space that contains infinitely many such products: the formula "
            "counts too much"
            for k, codimension in codimensions.items()
            if k > 1 and count - 1 > codimension
        )

    def __str__(self) -> str:
        return f"deep circuit of {self._sizes()}{self._where()}"

    def _where(self) -> str:
        is_default = self.inputs & (self.inputs - 1) == 0 and self.tree == binary_tree(self.inputs)
        return "" if is_default else f", on {written(self.tree)}"


class ShallowCircuit(DeepCircuit):
    """A circuit with one layer of products over all inputs: Σ_z w_z Π_j ⟨a_zj, x_j⟩, the sums of Z rank-one tensors.

    The vectors a_zj are the rows of W0_j, the numbers w_z those of W1. With ``shared`` filters a_zj = a_z for all j,
    and the tensor is symmetric.

    Raises: TypeError, ValueError, in one sentence. Reference: [CohenSharirShashua2016].

    >>> circuit = ShallowCircuit(inputs=3, dimension=2, width=4)
    >>> circuit.parameter_count, circuit.min_cut([0]), circuit.min_cut([0, 1])
    (28, 2, 2)
    >>> ShallowCircuit(3, 2, 4, shared=True).ambient_dimension
    4
    """

    __slots__ = ()

    def __init__(self, inputs: Any, dimension: Any, width: Any, shared: bool = False) -> None:
        n = checked_inputs(inputs)
        DeepCircuit.__init__(self, n, dimension, (size("width", width),), shared, tuple(range(n)))

    @property
    def width(self) -> int:
        return self.channels[0]

    def __str__(self) -> str:
        kind = f"shallow circuit of {self.inputs} inputs of dimension {self.dimension} with width {self.width}"
        return kind + ", shared filters" * self.shared

    def __repr__(self) -> str:
        sizes = f"inputs={self.inputs}, dimension={self.dimension}, width={self.width}"
        return f"ShallowCircuit({sizes}, shared={self.shared})"
